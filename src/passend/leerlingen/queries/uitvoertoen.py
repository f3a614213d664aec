"""The file of a pupil as plain data, as it stood on a day as far as was known at a moment."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Dossierstuk, Dossierversie, Leerling, Stukbestand
from passend.leerlingen.queries.dossier import Stukbeeld, list_ingetrokken, list_stukken
from passend.leerlingen.queries.kennis import NIET_BEWAARD, list_laatste, namen_van, zoals_toen
from passend.leerlingen.queries.toen import (
    get_klassen_toen,
    get_leerlingtoen,
    list_ingetrokken_toen,
    list_plaatsingen_toen,
    list_weggehaald,
)
from passend.leerlingen.queries.uitvoer import get_dossieruitvoer, list_rubrieken
from passend.toegang.queries import Account

ONZEKER = (
    "Na die dag is iets veranderd aan de naam, de dagen, de groep of de ouders. Wat daar eerst stond, is niet bewaard: "
    "dat staat hier zoals het nu is."
)
WEG_ONZEKER = (
    "Na die dag is een stuk ingetrokken waarvan niet bewaard is wanneer het erin kwam. "
    "Het kan hier toen hebben gestaan."
)
ZONDER_TOESTEMMINGEN = "Welke toestemmingen toen golden, staat hier niet: alleen het laatste antwoord blijft bewaard."
KLASSE_NU = "Bij welk soort een stuk hoort, ziet u zoals het nu is."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubriekentoen:
    """What rooms kept of a pupil then, and what of it cannot be known.

    Attributes:
        rubrieken: the parts in which something stood.
        zoals_nu: names of tables of which a row changed later, so that it says what it says now.
        niet_bewaard: names of tables that say of nothing since when it is known, so that they are left out.
    """

    rubrieken: list[Rubriek]
    zoals_nu: list[str]
    niet_bewaard: list[str]


def list_rubriekentoen(
    *, leerling: Leerling, klassen: Collection[Vertrouwelijkheid], geldig_op: date, bekend_op: datetime
) -> Rubriekentoen:
    """What all rooms kept of a pupil on a day, of the classes that may be read whole."""
    with zoals_toen(leerling=leerling, geldig_op=geldig_op, bekend_op=bekend_op) as toen:
        rubrieken = [een for een in list_rubrieken(leerling, klassen) if een.regels]
    return Rubriekentoen(rubrieken=rubrieken, zoals_nu=namen_van(toen.zoals_nu), niet_bewaard=namen_van(NIET_BEWAARD))


def let_op_zinnen(*, zoals_nu: list[str], niet_bewaard: list[str]) -> list[str]:
    """What a reader must know of parts of other rooms."""
    zinnen = []
    if zoals_nu:
        welke = ", ".join(zoals_nu)
        zin = f"Na die dag veranderd, zonder dat bewaard is wat er eerst stond: {welke}. Die staan er zoals nu."
        zinnen.append(zin)
    if niet_bewaard:
        welke = ", ".join(niet_bewaard)
        zin = f"Niet te zien van een dag die voorbij is: {welke}. Daarvan is niet bewaard wanneer het erin kwam."
        zinnen.append(zin)
    welke = ", ".join(namen_van(list_laatste()))
    zin = f"Alleen te zien als ze daarna niet meer veranderden: {welke}. Daarvan is alleen de laatste wijziging bekend."
    return [*zinnen, zin]


def get_dossieruitvoer_toen(  # noqa: PLR0913 -- what may go along depends on this many facts
    *,
    leerling: Leerling,
    stukken: Collection[Dossierstuk],
    account: Account,
    op: datetime,
    geldig_op: date,
    bekend_op: datetime,
    klassen: Collection[Vertrouwelijkheid],
    is_heel: bool,
    is_binnen: bool,
    is_school: bool,
) -> dict[str, Any]:
    """Everything one person may see of a file, as `get_dossieruitvoer` has it, of a day that is over."""
    toen = get_leerlingtoen(leerling=leerling, geldig_op=geldig_op, bekend_op=bekend_op)
    wie = toen.leerling if is_heel else leerling
    klasse_toen = get_klassen_toen(leerling=leerling, stukken=stukken, bekend_op=bekend_op)
    weg, onzeker = list_weggehaald(leerling=leerling, stukken=stukken, geldig_op=geldig_op, bekend_op=bekend_op)
    geldig, bekend = f"{geldig_op:%d-%m-%Y}", f"{timezone.localtime(bekend_op):%d-%m-%Y}"
    eerste = f"Dit is het dossier zoals het gold op {geldig}, zoals de school het wist op {bekend}."
    zinnen = [eerste]
    with zoals_toen(leerling=leerling, geldig_op=geldig_op, bekend_op=bekend_op) as gelezen:
        uitvoer = get_dossieruitvoer(
            leerling=wie,
            stukken=[],
            account=account,
            op=op,
            klassen=klassen,
            is_heel=is_heel,
            is_binnen=False,
        )
    eerder_weg, vanaf_onbekend = list_ingetrokken_toen(
        leerling=leerling, stukken=stukken, geldig_op=geldig_op, bekend_op=bekend_op
    )
    uitvoer["stukken"] = _stukken(stukken, klasse_toen, klassen, geldig_op, bekend_op) + _ingetrokken(eerder_weg)
    for een in list_ingetrokken(stukken=weg):
        dag = f"{een.ingetrokken_op:%d-%m-%Y}"
        zin = f"Er stond toen een stuk dat later is ingetrokken. De tekst is vernietigd op {dag}."
        zinnen.append(zin)
    zinnen += [WEG_ONZEKER] if onzeker else []
    zinnen += [_ingetrokken_onzeker(een) for een in eerder_weg if een.pk in vanaf_onbekend]
    if is_heel:
        uitvoer["rubrieken"] = [een for een in uitvoer["rubrieken"] if een["regels"]]
        uitvoer["groepen"] = [
            {"groep": groep.naam, "schooljaar": groep.schooljaar, "vanaf": vanaf.isoformat()}
            for groep, vanaf in list_plaatsingen_toen(leerling=leerling, bekend_op=bekend_op)
            if vanaf <= geldig_op and toen.is_bekend
        ]
        zinnen += [ONZEKER] if toen.is_onzeker else []
        zinnen += let_op_zinnen(zoals_nu=namen_van(gelezen.zoals_nu), niet_bewaard=namen_van(NIET_BEWAARD))
    if is_binnen:
        uitvoer["ouders"] = [{"naam": ouder.naam, "heeft_gezag": ouder.heeft_gezag} for ouder in toen.ouders]
        zinnen.append(ZONDER_TOESTEMMINGEN)
    zinnen += [] if is_school else [KLASSE_NU]
    zoals_op = {
        "geldig_op": geldig_op.isoformat(),
        "bekend_op": bekend_op.isoformat(timespec="seconds"),
        "let_op": zinnen,
    }
    return {"zoals_op": zoals_op, **uitvoer}


def _stukken(
    stukken: Collection[Dossierstuk],
    klasse_toen: dict[int, str],
    leesbaar: Collection[Vertrouwelijkheid],
    geldig_op: date,
    bekend_op: datetime,
) -> list[dict[str, Any]]:
    versies, bestanden = defaultdict(list), defaultdict(list)
    bekend = {"stuk__in": stukken, "vastgelegd_op__lte": bekend_op}
    for versie in Dossierversie.objects.filter(**bekend, geldig_van__lte=geldig_op).select_related("door"):
        versies[versie.stuk_id].append(
            {
                "nummer": versie.nummer,
                "geldig_van": versie.geldig_van.isoformat(),
                "vastgelegd_op": versie.vastgelegd_op.isoformat(timespec="seconds"),
                "door": str(versie.door),
                "tekst": versie.tekst,
            }
        )
    for bestand in Stukbestand.objects.filter(**bekend).defer("inhoud"):
        bestanden[bestand.stuk_id].append({"naam": bestand.naam, "extensie": bestand.extensie})
    return [
        {
            "titel": beeld.stuk.titel,
            "vertrouwelijkheid": _klasse(beeld.stuk, klasse_toen, leesbaar),
            "versies": versies[beeld.stuk.pk],
            "zienswijzen": _zienswijzen(beeld),
            **({"bestanden": bestanden[beeld.stuk.pk]} if beeld.stuk.pk in bestanden else {}),
        }
        for beeld in list_stukken(stukken=stukken, geldig_op=geldig_op, bekend_op=bekend_op)
    ]


def _klasse(stuk: Dossierstuk, toen: dict[int, str], leesbaar: Collection[Vertrouwelijkheid]) -> str:
    """The class of then for who reads that class, and for others the one of now: they must not learn of the other."""
    klasse = toen.get(stuk.pk, stuk.vertrouwelijkheid)
    return klasse if klasse in leesbaar else stuk.vertrouwelijkheid


def _zienswijzen(beeld: Stukbeeld) -> list[dict[str, Any]]:
    return [
        {
            "ouder": str(een.ouder),
            "ingediend_op": een.ingediend_op.isoformat(timespec="seconds"),
            "tekst": een.tekst,
            "is_verzoek": een.is_verzoek,
            "besluit": een.besluit,
            "uitleg": een.uitleg,
        }
        for een in beeld.zienswijzen
    ]


def _ingetrokken_onzeker(stuk: Dossierstuk) -> str:
    dag = f"{timezone.localtime(stuk.ingetrokken_op):%d-%m-%Y}"
    return (
        f"Hier staat een stuk dat is ingetrokken op {dag}. Wanneer dat erin kwam, is niet bewaard: misschien was het "
        "er op deze dag nog niet."
    )


def _ingetrokken(stukken: Collection[Dossierstuk]) -> list[dict[str, Any]]:
    """The pieces that were withdrawn by then: that they were there stays to be seen."""
    rijen = []
    for een in stukken:
        weg = een.ingetrokken_op.isoformat(timespec="seconds") if een.ingetrokken_op else ""
        feiten = {"op": weg, "door": str(een.ingetrokken_door), "waarom": een.waarom_ingetrokken}
        rijen.append(
            {
                "titel": een.titel,
                "vertrouwelijkheid": een.vertrouwelijkheid,
                "versies": [],
                "zienswijzen": [],
                "ingetrokken": feiten,
            }
        )
    return rijen
