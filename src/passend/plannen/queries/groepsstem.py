"""What classes said of what the school offers."""

from dataclasses import dataclass

from django.db.models import QuerySet

from passend.leerlingen.models import Leerling
from passend.organisaties.models import Groep, Vestiging
from passend.organisaties.queries import list_groepen
from passend.plannen.models import Groepsstem


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsstemtelling:
    """How many groups of a school there are in a year, how many were heard, and how many were told what came of it."""

    groepen: int
    gehoord: int
    teruggekoppeld: int


def list_groepsstemmen(*, vestiging: Vestiging, schooljaar: str) -> QuerySet[Groepsstem]:
    """What the groups of a site said in a school year, newest first."""
    stemmen = Groepsstem.objects.filter(
        groep__bestuur=vestiging.bestuur_id, groep__vestiging=vestiging, groep__schooljaar=schooljaar
    )
    return stemmen.select_related("groep", "vastgelegd_door")


def get_groepsstem(*, vestiging: Vestiging, pk: int) -> Groepsstem | None:
    """One of them; None when it is another site's."""
    stemmen = Groepsstem.objects.filter(groep__bestuur=vestiging.bestuur_id, groep__vestiging=vestiging, pk=pk)
    return stemmen.select_related("groep__vestiging").first()


def get_groep(*, vestiging: Vestiging, schooljaar: str, pk: int) -> Groep | None:
    """A group of a site in a school year; None when it is another's."""
    return list_groepen(vestiging=vestiging, schooljaar=schooljaar).select_related("vestiging").filter(pk=pk).first()


def list_namen(*, vestiging: Vestiging) -> set[str]:
    """The names of the pupils of a site, to keep them out of what is kept without names."""
    leerlingen = Leerling.objects.filter(vestiging=vestiging, bestuur=vestiging.bestuur_id)
    return {
        naam
        for voornaam, achternaam in leerlingen.order_by().values_list("voornaam", "achternaam")
        for naam in (voornaam, achternaam)
    }


def count_groepsstemmen(*, vestiging: Vestiging, schooljaar: str) -> Groepsstemtelling:
    """Numbers, for the pages that tell how far a school is."""
    stemmen = list_groepsstemmen(vestiging=vestiging, schooljaar=schooljaar).select_related(None).order_by()
    return Groepsstemtelling(
        groepen=list_groepen(vestiging=vestiging, schooljaar=schooljaar).count(),
        gehoord=stemmen.values("groep").distinct().count(),
        teruggekoppeld=stemmen.filter(teruggekoppeld_op__isnull=False).values("groep").distinct().count(),
    )
