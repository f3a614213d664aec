"""What meetings say of a pupil, as part of the file that goes along."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Leerling
from passend.overleggen.models import Besluit, Overleg, Overlegdeel, Overlegdeelnemer, Overlegdeelversie, Overlegstuk

OVERLEGGEN = "Overleggen"
"""Above the meetings about a pupil and their line in those about a group: for parents these are one kind of thing."""
_GESPREK = {
    "op": "Overleg van",
    "soort": "Soort",
    "minuten": "Minuten",
    "plaats": "Waar",
    "stand": "Stand",
    "wie": "Wie erbij was of is gevraagd",
    "stukken": "Stukken op tafel",
    "gesloten_op": "Gesloten op",
}
_VELDEN = {"op": "Overleg van", "soort": "Soort", "deel": "Onderdeel", "van": "Van", "tekst": "Tekst"}
_EERDER = {"op": "Overleg van", "deel": "Onderdeel", "nummer": "Versie", "tekst": "Wat er eerst stond"}
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
    delen = delen.select_related("overleg").order_by("overleg__begint_op", "pk")
    besluiten = besluiten.select_related("overleg").order_by("overleg__begint_op", "pk")
    gesprekken = list(Overleg.objects.filter(leerling=leerling)) if Vertrouwelijkheid.ZORG in klassen else []
    eerder = _eerdere_versies(delen)
    return [
        Rubriek(
            naam="gesprekken",
            kop="Welke overleggen er waren of komen",
            velden=_GESPREK,
            regels=_gesprekken(leerling, gesprekken),
            is_doorlopend=True,
            sleutels=[f"gesprekken:{een.pk}" for een in gesprekken],
            titels={f"gesprekken:{een.pk}": _titel(een) for een in gesprekken},
            dagen={f"gesprekken:{een.pk}": een.begint_op.date() for een in gesprekken},
            deelkop=OVERLEGGEN,
        ),
        Rubriek(
            naam="overleggen",
            kop=OVERLEGGEN,
            velden=_VELDEN,
            regels=[_deel(deel) for deel in delen.prefetch_related("ouder")],
            is_doorlopend=True,
            sleutels=[_van(deel) for deel in delen],
            titels={_van(deel): _titel(deel.overleg) for deel in delen if deel.overleg.leerling_id is None},
            dagen={_van(deel): deel.overleg.begint_op.date() for deel in delen},
        ),
        Rubriek(
            naam="overlegversies",
            kop="Wat er eerder op het blad van een overleg stond",
            velden=_EERDER,
            regels=[_eerder(een) for een in eerder],
            is_doorlopend=True,
            sleutels=["" for _een in eerder],
        ),
        Rubriek(
            naam="besluiten",
            kop="Besluiten uit overleggen",
            velden=_BESLUITVELDEN,
            regels=[_besluit(een) for een in besluiten.prefetch_related("eigenaar")],
            sleutels=[f"gesprekken:{een.overleg_id}" for een in besluiten],
        ),
    ]


def _van(deel: Overlegdeel) -> str:
    """Of a meeting about the pupil the whole of it is one part of the file; of one about a group their own line."""
    return f"gesprekken:{deel.overleg_id}" if deel.overleg.leerling_id else f"overleggen:{deel.pk}"


def _titel(overleg: Overleg) -> str:
    soort = str(overleg.get_soort_display())
    return f"{soort[:1].upper()}{soort[1:]} van {timezone.localtime(overleg.begint_op):%d-%m-%Y}"


def _gesprekken(leerling: Leerling, gesprekken: Collection[Overleg]) -> list[dict[str, str | int | None]]:
    """Every meeting about the pupil, also one without words yet; of who was there the name and the role."""
    hier = {"overleg__leerling": leerling, "overleg__bestuur": leerling.bestuur_id}
    wie, stukken = defaultdict(list), defaultdict(list)
    for een in Overlegdeelnemer.objects.filter(**hier):
        wie[een.overleg_id].append(f"{een.naam} ({een.get_rol_display()}{_erbij(een.is_aanwezig)})")
    for ligt in Overlegstuk.objects.filter(**hier, stuk__bestuur=leerling.bestuur_id).select_related("stuk"):
        if ligt.stuk.vertrouwelijkheid != Vertrouwelijkheid.MELDCODE:
            stukken[ligt.overleg_id].append(ligt.stuk.titel)
    return [
        {
            "op": een.begint_op.isoformat(timespec="minutes"),
            "soort": str(een.get_soort_display()),
            "minuten": een.minuten,
            "plaats": een.plaats,
            "stand": str(een.get_stand_display()),
            "wie": ", ".join(wie[een.pk]),
            "stukken": ", ".join(stukken[een.pk]),
            "gesloten_op": een.gesloten_op.isoformat(timespec="seconds") if een.gesloten_op else None,
        }
        for een in gesprekken
    ]


def _erbij(is_aanwezig: bool | None) -> str:  # noqa: FBT001 -- None says that nobody wrote it down
    return "" if is_aanwezig is None else f", {_('was erbij') if is_aanwezig else _('was er niet')}"


def _eerdere_versies(delen: Iterable[Overlegdeel]) -> list[Overlegdeelversie]:
    """What parts of sheets said before somebody changed them."""
    van = {deel.pk: deel for deel in delen}
    versies = Overlegdeelversie.objects.filter(deel__in=list(van)).exclude(tekst="").order_by("deel_id", "versie")
    gevonden = list(versies)
    for een in gevonden:
        een.deel = van[een.deel_id]
    return gevonden


def _eerder(een: Overlegdeelversie) -> dict[str, str | int]:
    return {
        "op": een.deel.overleg.begint_op.isoformat(timespec="minutes"),
        "deel": str(een.deel.get_soort_display()),
        "nummer": een.versie,
        "tekst": een.tekst,
    }


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
