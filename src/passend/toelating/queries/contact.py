"""Talks with other schools about a child, wherever they were written down."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.regels.kindnaam import is_zelfde_naam
from passend.toelating.models import Aanmeldgebeurtenis, Schoolcontact
from passend.toelating.models.contact import CONTACTREDENEN, CONTACTWIJZEN

__all__ = ["Schoolcontact"]

REDENEN, WIJZEN = dict(CONTACTREDENEN), dict(CONTACTWIJZEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contactkind:
    """A child that is no pupil here yet, by what a file or a registration says of it; `zaak` is the key of the file."""

    voornaam: str
    achternaam: str
    geboren_op: date
    zaak: str = ""

    def is_zelfde(self, *, voornaam: str, achternaam: str) -> bool:
        """True for this first name, and this surname with or without what stands before it; twins are two."""
        return is_zelfde_naam((self.voornaam, self.achternaam), (voornaam, achternaam))


def contacten_over(
    *, vestiging: Vestiging, leerling: Leerling | None = None, kind: Contactkind | None = None
) -> list[Schoolcontact]:
    """The talks about a pupil, or about a child that may become one, newest first; without what was taken back."""
    gevonden: list[Schoolcontact] = []
    if leerling is not None:
        gevonden += Schoolcontact.objects.filter(vestiging=vestiging, leerling=leerling)
    if kind is not None:
        van_bestand = Q(zaak=kind.zaak) if kind.zaak else Q()
        rijen = Schoolcontact.objects.filter(van_bestand | Q(geboren_op=kind.geboren_op), vestiging=vestiging)
        al_er = {een.pk for een in gevonden}
        gevonden += [een for een in rijen if een.pk not in al_er and _is_over(een, kind)]
    return sorted(tellende(gevonden), key=lambda een: (een.op, een.pk), reverse=True)


def list_contacten(*, vestiging: Vestiging, meeste: int = 50) -> list[Schoolcontact]:
    """The newest talks of a school about its pupils."""
    rijen = Schoolcontact.objects.filter(vestiging=vestiging, leerling__isnull=False)
    return list(rijen.prefetch_related("leerling")[:meeste])


def losse_contacten(*, vestiging: Vestiging, kind: Contactkind) -> list[Schoolcontact]:
    """The talks about a child that are in no case and in no file of a pupil, oldest first."""
    rijen = Schoolcontact.objects.filter(
        vestiging=vestiging, geboren_op=kind.geboren_op, leerling__isnull=True, gebeurtenis__isnull=True
    )
    return [een for een in rijen.select_related("door").order_by("op", "pk") if _is_over(een, kind)]


def contacten_van_zaak(*, aanmelding: int, bestuur: int) -> QuerySet[Schoolcontact]:
    """The talks that a case counts, by the key of the registration."""
    return Schoolcontact.objects.filter(
        bestuur=bestuur, gebeurtenis__bestuur=F("bestuur"), gebeurtenis__aanmelding=aanmelding
    )


def _is_over(contact: Schoolcontact, kind: Contactkind) -> bool:
    if kind.zaak and contact.zaak == kind.zaak:
        return True
    return kind.is_zelfde(voornaam=contact.voornaam, achternaam=contact.achternaam)


def tellende(contacten: Iterable[Schoolcontact]) -> list[Schoolcontact]:
    """Without those of which somebody said in the case that they do not count."""
    alle = list(contacten)
    in_zaak = [een.gebeurtenis_id for een in alle if een.gebeurtenis_id is not None]
    if not in_zaak:
        return alle
    weg = set(
        Aanmeldgebeurtenis.objects.filter(
            soort=Gebeurtenissoort.VERVALLEN.value, verwijst_naar__in=in_zaak
        ).values_list("verwijst_naar", flat=True)
    )
    return [een for een in alle if een.gebeurtenis_id not in weg]
