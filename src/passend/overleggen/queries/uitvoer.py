"""What meetings say of a pupil, as part of the file that goes along."""

from collections.abc import Collection

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Leerling
from passend.overleggen.models import Besluit, Overlegdeel

_VELDEN = {"op": "Overleg van", "soort": "Soort", "deel": "Onderdeel", "van": "Van", "tekst": "Tekst"}
_BESLUITVELDEN = {
    "op": "Overleg van",
    "wat": "Besluit",
    "wie": "Wie",
    "uiterlijk_op": "Uiterlijk op",
    "gedaan_op": "Gedaan op",
}


def get_overlegrubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """Every sheet about a pupil and every decision, with the lines of meetings about a group.

    In a meeting about a pupil care is spoken of, so it goes along with who may read care; the line in one about a group
    is of the ordinary file.
    """
    if Vertrouwelijkheid.GEWOON not in klassen:
        return []
    hier = {"leerling": leerling, "overleg__bestuur": leerling.bestuur_id}
    delen = Overlegdeel.objects.filter(**hier).exclude(tekst="")
    besluiten = Besluit.objects.filter(**hier).exclude(wat="")
    if Vertrouwelijkheid.ZORG not in klassen:
        delen = delen.filter(overleg__leerling__isnull=True)
        besluiten = besluiten.filter(overleg__leerling__isnull=True)
    return [
        Rubriek(
            naam="overleggen",
            kop="Overleggen",
            velden=_VELDEN,
            regels=[
                _deel(deel)
                for deel in delen.select_related("overleg")
                .prefetch_related("ouder")
                .order_by("overleg__begint_op", "pk")
            ],
            is_doorlopend=True,
        ),
        Rubriek(
            naam="besluiten",
            kop="Besluiten uit overleggen",
            velden=_BESLUITVELDEN,
            regels=[
                _besluit(een)
                for een in besluiten.select_related("overleg")
                .prefetch_related("eigenaar")
                .order_by("overleg__begint_op", "pk")
            ],
        ),
    ]


def _deel(deel: Overlegdeel) -> dict[str, str | None]:
    return {
        "op": deel.overleg.begint_op.isoformat(timespec="minutes"),
        "soort": str(deel.overleg.get_soort_display()),
        "deel": str(deel.get_soort_display()),
        "van": deel.ouder.naam if deel.ouder else None,
        "tekst": deel.tekst,
    }


def _besluit(een: Besluit) -> dict[str, str | None]:
    return {
        "op": een.overleg.begint_op.isoformat(timespec="minutes"),
        "wat": een.wat,
        "wie": een.eigenaar.naam if een.eigenaar else None,
        "uiterlijk_op": een.uiterlijk_op.isoformat() if een.uiterlijk_op else None,
        "gedaan_op": een.gedaan_op.isoformat(timespec="minutes") if een.gedaan_op else None,
    }
