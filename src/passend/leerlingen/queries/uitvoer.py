"""The file of a pupil as plain data, for who may see it: to take along as JSON, or to set as PDF.

What rooms above this one keep of a pupil is part of the same file: they add it with `register_rubrieken`, and what is
a file in itself with `register_bestanden`. Every such file goes along whole in the data for a machine, with its name,
its kind and its size; paper names it and says where it is.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import DEELVELDEN, Dossierbestand, Rubriek
from passend.leerlingen.models import Dossierstuk, Dossierversie, Groepsplaatsing, Leerling, Stukbestand, Zienswijze
from passend.leerlingen.queries.leerlingen import list_ouders
from passend.leerlingen.queries.toestemming import Ouderantwoord, list_toestemmingen
from passend.toegang.queries import Account

AFDRUK = "Passend, uit het dossier"
VERSIE = "passend-dossier-1"
Rubriekgever = Callable[[Leerling, Collection[Vertrouwelijkheid]], list[Rubriek]]
Bestandgever = Callable[[Leerling, Collection[Vertrouwelijkheid]], list[Dossierbestand]]
_RUBRIEKGEVERS: dict[str, Rubriekgever] = {}
_ALLEEN_HEEL: dict[str, Rubriekgever] = {}
_BESTANDGEVERS: dict[str, Bestandgever] = {}


def register_rubrieken(kamer: str, gever: Rubriekgever) -> None:
    """Let a room add what it keeps of a pupil, of the classes that the reader may see whole."""
    _RUBRIEKGEVERS[kamer] = gever


def register_heel(kamer: str, gever: Rubriekgever) -> None:
    """Let a room add what only the whole file has: what it tells another school, or was told by one."""
    _ALLEEN_HEEL[kamer] = gever


def register_bestanden(kamer: str, gever: Bestandgever) -> None:
    """Let a room add the files that it keeps of a pupil: a drawing, a scan of paper."""
    _BESTANDGEVERS[kamer] = gever


def list_rubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """What all rooms keep of a pupil, of these classes; who takes it further asks first whether it may go there."""
    return [rubriek for gever in _RUBRIEKGEVERS.values() for rubriek in gever(leerling, klassen)]


def list_alle_rubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """The same, with what only the whole file has."""
    heel = (rubriek for gever in _ALLEEN_HEEL.values() for rubriek in gever(leerling, klassen))
    return [*list_rubrieken(leerling, klassen), *heel]


def get_dossieruitvoer(  # noqa: PLR0913 -- what may go along depends on this many facts
    *,
    leerling: Leerling,
    stukken: Collection[Dossierstuk],
    account: Account,
    op: datetime,
    klassen: Collection[Vertrouwelijkheid],
    is_heel: bool,
    is_binnen: bool,
) -> dict[str, Any]:
    """Everything one person may see of a file, with every version of it.

    The burgerservicenummer is not in it: no rule lets it go along with this (WPO 182).

    Args:
        leerling: the pupil.
        stukken: the pieces they may read.
        account: who takes it along.
        op: the moment.
        klassen: the classes that they may read whole.
        is_heel: False for an expert, who gets the pieces that were shared and nothing of the family.
        is_binnen: True for who keeps the file and for parents; others get no parents and no permissions, for these
            name pieces that they may not read.
    """
    uitvoer: dict[str, Any] = {
        "formaat": VERSIE,
        "opgehaald_op": op.isoformat(timespec="seconds"),
        "school": leerling.vestiging.naam,
        "leerling": {
            "sleutel": str(leerling.sleutel),
            "voornaam": leerling.voornaam,
            "achternaam": leerling.achternaam,
        },
        "stukken": _stukken(stukken),
    }
    if is_heel:
        bestanden = (een for gever in _BESTANDGEVERS.values() for een in gever(leerling, klassen))
        uitvoer |= _gegevens(leerling) | {
            "rubrieken": [_rubriek(rubriek) for rubriek in list_alle_rubrieken(leerling, klassen)],
            "bestanden": [{"bij": een.bij, **_bestand(een.naam, een.extensie, een.inhoud)} for een in bestanden],
        }
    return uitvoer | _gezin(leerling, account, op) if is_binnen else uitvoer


def _rubriek(rubriek: Rubriek) -> dict[str, Any]:
    """A section as it goes along; what is about its parts is ours."""
    return {naam: waarde for naam, waarde in asdict(rubriek).items() if naam not in DEELVELDEN}


def _bestand(naam: str, extensie: str, inhoud: bytes | None) -> dict[str, Any]:
    """A file as it goes along: whole, or when nobody can open it any more without what was in it."""
    return {
        "naam": naam,
        "extensie": extensie,
        "bytes": None if inhoud is None else len(inhoud),
        "inhoud_base64": None if inhoud is None else b64encode(inhoud).decode(),
    }


def _stukken(stukken: Collection[Dossierstuk]) -> list[dict[str, Any]]:
    versies, zienswijzen, bestanden = defaultdict(list), defaultdict(list), defaultdict(list)
    for bestand in Stukbestand.objects.filter(stuk__in=stukken):
        bestanden[bestand.stuk_id].append(_bestand(bestand.naam, bestand.extensie, bytes(bestand.inhoud)))
    afdrukken = {stuk.pk for stuk in stukken if stuk.deel}
    for versie in Dossierversie.objects.filter(stuk__in=stukken).select_related("door"):
        versies[versie.stuk_id].append(
            {
                "nummer": versie.nummer,
                "geldig_van": versie.geldig_van.isoformat(),
                "vastgelegd_op": versie.vastgelegd_op.isoformat(timespec="seconds"),
                "door": AFDRUK if versie.stuk_id in afdrukken else str(versie.door),
                "tekst": versie.tekst,
            }
        )
    for zienswijze in Zienswijze.objects.filter(stuk__in=stukken).select_related("ouder", "besloten_door"):
        zienswijzen[zienswijze.stuk_id].append(
            {
                "ouder": str(zienswijze.ouder),
                "ingediend_op": zienswijze.ingediend_op.isoformat(timespec="seconds"),
                "tekst": zienswijze.tekst,
                "is_verzoek": zienswijze.is_verzoek,
                "besluit": zienswijze.besluit,
                "uitleg": zienswijze.uitleg,
                "besloten_op": _moment(zienswijze.besloten_op),
                "besloten_door": str(zienswijze.besloten_door) if zienswijze.besloten_door else None,
            }
        )
    return [
        {
            "titel": stuk.titel,
            "vertrouwelijkheid": stuk.vertrouwelijkheid,
            "versies": versies[stuk.pk],
            "zienswijzen": zienswijzen[stuk.pk],
            **({"bestanden": bestanden[stuk.pk]} if stuk.pk in bestanden else {}),
            **_ingetrokken(stuk),
        }
        for stuk in stukken
    ]


def _ingetrokken(stuk: Dossierstuk) -> dict[str, Any]:
    """That a piece was withdrawn, and why; nothing for all others."""
    if stuk.ingetrokken_op is None:
        return {}
    op = stuk.ingetrokken_op.isoformat(timespec="seconds")
    return {"ingetrokken": {"op": op, "door": str(stuk.ingetrokken_door), "waarom": stuk.waarom_ingetrokken}}


def _gegevens(leerling: Leerling) -> dict[str, Any]:
    plaatsingen = Groepsplaatsing.objects.filter(leerling=leerling, groep__bestuur=leerling.bestuur_id)
    plaatsingen = plaatsingen.select_related("groep").order_by("geldig_van")
    return {
        "gegevens": {
            "administratiesleutel": leerling.administratiesleutel,
            "geboren_op": leerling.geboren_op.isoformat(),
            "ingeschreven_op": leerling.ingeschreven_op.isoformat(),
            "uitgeschreven_op": leerling.uitgeschreven_op.isoformat() if leerling.uitgeschreven_op else None,
            "uitgeschreven_naar": leerling.uitgeschreven_naar,
            "is_verwezen": leerling.is_verwezen,
        },
        "groepen": [
            {
                "groep": een.groep.naam,
                "schooljaar": een.groep.schooljaar,
                "vanaf": een.geldig_van.isoformat(),
                "tot_en_met": een.geldig_tot_en_met.isoformat() if een.geldig_tot_en_met else None,
            }
            for een in plaatsingen
        ],
    }


def _antwoord(antwoord: Ouderantwoord) -> dict[str, Any]:
    door = antwoord.vastgelegd_door
    return {
        "ouder": antwoord.ouder.naam,
        "antwoord": antwoord.stand,
        "op": antwoord.op.isoformat(timespec="seconds") if antwoord.op else None,
        "op_papier_getekend_op": antwoord.getekend_op.isoformat() if antwoord.getekend_op else None,
        "vastgelegd_door": str(door) if door else None,
    }


def _gezin(leerling: Leerling, account: Account, op: datetime) -> dict[str, Any]:
    return {
        "ouders": [
            {
                "naam": ouder.naam,
                "heeft_gezag": ouder.heeft_gezag,
                "vanaf": ouder.geldig_van.isoformat(),
                "tot_en_met": ouder.geldig_tot_en_met.isoformat() if ouder.geldig_tot_en_met else None,
            }
            for ouder in list_ouders(leerling=leerling, peildatum=op.date())
        ],
        "toestemmingen": [
            {
                "doel": beeld.toestemming.doel,
                "gevraagd_op": beeld.toestemming.gevraagd_op.isoformat(timespec="seconds"),
                "tot_en_met": beeld.toestemming.geldig_tot_en_met.isoformat(),
                "teruggenomen_op": _moment(beeld.toestemming.ingetrokken_op),
                "voor": beeld.toestemming.email,
                "stukken": [stuk.titel for stuk in beeld.stukken],
                "geldt": beeld.geldt,
                "stand": beeld.stand.value,
                "antwoorden": [_antwoord(antwoord) for antwoord in beeld.antwoorden],
            }
            for beeld in list_toestemmingen(leerling=leerling, account=account, op=op)
        ],
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
