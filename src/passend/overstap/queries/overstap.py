"""Reports and files, asked for within the scope of a board."""

from datetime import date, datetime, timedelta

from django.db.models import Q

from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.overstap.models import (
    AKKOORDEN,
    KANALEN,
    Onderwijskundigrapport,
    Overstapbestand,
    Rapporttekst,
    Rapportuitvoer,
)
from passend.regels.kindnaam import is_zelfde_heel
from passend.toelating.queries.contact import Contactkind

KANAALNAMEN, AKKOORDNAMEN = dict(KANALEN), dict(AKKOORDEN)
BLIJFT = timedelta(days=7)
"""How long a file that nobody took over stays."""


def get_schoolnamen() -> dict[str, str]:
    """What each school is called that this installation knows, by its BRIN and site; who reads it may be anybody."""
    scholen = Vestiging.objects.values_list("brin", "volgnummer", "naam")
    return {f"{brin}{volgnummer}": naam for brin, volgnummer, naam in scholen}


def get_rapport(*, leerling: Leerling, alleen_vast: bool = False) -> Onderwijskundigrapport | None:
    """The newest report of a pupil, set or being written; or the newest that was set, also while a next is written."""
    rapporten = Onderwijskundigrapport.objects.filter(leerling=leerling)
    return (rapporten.filter(vastgesteld_op__isnull=False) if alleen_vast else rapporten).first()


def is_vastgesteld(*, leerling: Leerling) -> bool:
    """True when there is a report of this pupil that parents may read: one that was set."""
    return Onderwijskundigrapport.objects.filter(leerling=leerling, vastgesteld_op__isnull=False).exists()


def list_rapporten(*, leerling: Leerling) -> list[Onderwijskundigrapport]:
    """Every report of a pupil."""
    return list(Onderwijskundigrapport.objects.filter(leerling=leerling))


def get_teksten(*, rapport: Onderwijskundigrapport) -> dict[str, str]:
    """What the school wrote, by part."""
    return dict(Rapporttekst.objects.filter(rapport=rapport).values_list("onderdeel", "tekst"))


def list_uitvoer(*, rapport: Onderwijskundigrapport) -> list[Rapportuitvoer]:
    """Every time the report left."""
    return list(Rapportuitvoer.objects.filter(rapport=rapport).select_related("door"))


def list_bestanden(*, vestiging: Vestiging, op: datetime) -> list[Overstapbestand]:
    """The files of other schools that wait or were taken over."""
    blijft = Q(stand="overgenomen") | Q(ingelezen_op__gt=op - BLIJFT)
    alle = Overstapbestand.objects.filter(blijft, vestiging=vestiging).defer("geheim")
    return list(alle.select_related("ingelezen_door").prefetch_related("leerling"))


def list_bestanden_van(*, vestiging: Vestiging, naam: str, geboren_op: date, op: datetime) -> list[Overstapbestand]:
    """The files at a school of a child that nobody took over yet."""
    wacht = Overstapbestand.objects.filter(vestiging=vestiging, stand="concept", geboren_op=geboren_op)
    recent = wacht.filter(ingelezen_op__gt=op - BLIJFT).defer("geheim")
    return [een for een in recent if is_zelfde_heel(een.naam, naam)]


def list_bestanden_bij(*, leerling: Leerling) -> list[Overstapbestand]:
    """The files of other schools that are about this pupil, oldest first."""
    bestanden = Overstapbestand.objects.filter(leerling=leerling).order_by("ingelezen_op", "pk")
    return list(bestanden.select_related("vestiging"))


def find_school_van(vestiging: Vestiging, kind: Contactkind) -> str:
    """The school that the newest file of a child came from; empty when there is no file of it."""
    naam = f"{kind.voornaam} {kind.achternaam}"
    van_kind = Overstapbestand.objects.filter(vestiging=vestiging, geboren_op=kind.geboren_op).defer("geheim")
    return next((een.van_school for een in van_kind if is_zelfde_heel(een.naam, naam)), "")


def onderwerp_van(bestand: Overstapbestand) -> str:
    """What the log calls a file of another school."""
    return f"overstapbestand:{bestand.pk}"


def list_overgenomen(*, leerling: Leerling) -> list[Overstapbestand]:
    """The files of other schools that were taken over in the file of a pupil."""
    return list(Overstapbestand.objects.filter(leerling=leerling).defer("geheim"))


def get_bestand(*, vestiging: Vestiging, pk: int) -> Overstapbestand | None:
    """One file of another school."""
    return Overstapbestand.objects.filter(vestiging=vestiging, pk=pk).first()


def find_bestand(*, vestiging: Vestiging, vingerafdruk: str) -> Overstapbestand | None:
    """The file with this fingerprint, when it came before."""
    return Overstapbestand.objects.filter(vestiging=vestiging, vingerafdruk=vingerafdruk).first()
