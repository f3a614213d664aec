"""One version of a development perspective plan as plain data, to be set on paper."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.utils import timezone

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opp import Stemwijze
from passend.begrippen.sjabloon import Grondslag
from passend.leerlingen.queries.leerlingen import list_groepsnamen
from passend.plannen.models import Leerlingstem, Oppbestand, Oppversie
from passend.plannen.queries.opp import Oppbeeld, Ouderbeeld, get_oppbeeld
from passend.plannen.queries.oppregels import Oppregel, list_oppregels
from passend.regels.oppdelen import (
    ENGELS,
    GEWOON,
    GROEPEN,
    JA,
    ONDERWIJSTIJD,
    UITSTROOM,
    UITSTROOMBESTEMMINGEN,
    VOOR_OUDERS,
    Oppdeel,
    te_lezen_delen,
)
from passend.regels.praatkaarten import PRAATKAARTEN

_MERKEN = {Grondslag.WET: "wet", Grondslag.REGIO: "regio", Grondslag.EIGEN_KEUZE: "eigen keuze"}


def get_oppapier(*, versie: Oppversie, klassen: Collection[Vertrouwelijkheid], op: datetime) -> dict[str, Any]:
    """Everything of a version that one person may read, in the order of the page.

    `tekening` holds the bytes of the newest drawing of the child, or nothing.
    """
    beeld, leerling = get_oppbeeld(versie=versie, op=op), versie.opp.leerling
    dag = timezone.localtime(versie.vastgesteld_op or versie.begonnen_op).date()
    groep = list_groepsnamen(leerlingen=[leerling], peildatum=dag).get(leerling.pk, "")
    return {
        "kind": str(leerling),
        "voornaam": leerling.voornaam,
        "geboren_op": f"{leerling.geboren_op:%d-%m-%Y}",
        "groep": groep,
        "school": leerling.vestiging.naam,
        "versie": versie.nummer,
        "vastgesteld_op": f"{timezone.localtime(versie.vastgesteld_op):%d-%m-%Y}" if versie.vastgesteld_op else "",
        "vastgesteld_door": str(versie.vastgesteld_door) if versie.vastgesteld_door else "",
        "begonnen_op": f"{beeld.opp.begonnen_op:%d-%m-%Y}",
        "evalueren_voor": f"{beeld.evalueren_voor[0].dag:%d-%m-%Y}" if beeld.evalueren_voor else "",
        "gewoon": beeld.teksten.get(GEWOON, ""),
        "engels": beeld.teksten.get(ENGELS, ""),
        "groepen": _groepen(beeld, klassen),
        "stemmen": [_stem(stem) for stem in beeld.stemmen],
        "overleggen": [
            {
                "op": f"{een.overleg.op:%d-%m-%Y}",
                "erbij": ", ".join(een.erbij),
                "afwezig": ", ".join(een.afwezig),
                "gezegd": een.overleg.gezegd,
                "gedaan": een.overleg.gedaan,
            }
            for een in beeld.overleggen
        ],
        "ouders": [_ouder(een) for een in beeld.ouders],
        "zienswijzen": [{"ouder": een.ouder.naam, "tekst": een.tekst} for een in beeld.zienswijzen],
        "opgehaald_op": op.date(),
        "tekening": _tekening(beeld.stemmen),
    }


def _groepen(beeld: Oppbeeld, klassen: Collection[Vertrouwelijkheid]) -> list[dict[str, Any]]:
    delen = [
        deel
        for deel in te_lezen_delen(beeld.teksten)
        if deel.klasse in klassen and deel.soort not in {"stem", "ja_nee"} and deel.groep != VOOR_OUDERS
    ]
    groepen = []
    for code, kop in GROEPEN.items():
        rijen = [_deel(deel, beeld) for deel in delen if deel.groep == code]
        if rijen and (code != "onderwijstijd" or beeld.teksten.get(ONDERWIJSTIJD) == JA):
            groepen.append({"kop": kop, "delen": [rij for rij in rijen if rij["tekst"] or rij["merk"] == "wet"]})
    return [groep for groep in groepen if groep["delen"]]


def _deel(deel: Oppdeel, beeld: Oppbeeld) -> dict[str, Any]:
    tekst = beeld.teksten.get(deel.code, "")
    woorden = UITSTROOMBESTEMMINGEN.get(tekst, "") if deel.code == UITSTROOM else tekst
    artikel = str(deel.vindplaats) if deel.vindplaats else ""
    regels = [_regel(regel) for regel in list_oppregels(beeld.versie)] if deel.soort == "regels" else []
    return {"naam": deel.naam, "tekst": woorden, "merk": _MERKEN[deel.grondslag], "artikel": artikel, "regels": regels}


def _regel(regel: Oppregel) -> list[str]:
    """One line of a table: what, by whom, how often, and what for and with."""
    waarbij = [
        f"Voor: {regel['behoefte']}" if regel["behoefte"] else "",
        f"Uit het aanbod: {regel['belofte']}" if regel["belofte"] else "",
    ]
    return [regel["aanpak"], regel["wie"], regel["hoe_vaak"], ". ".join(filter(None, waarbij))]


def _stem(stem: Leerlingstem) -> dict[str, Any]:
    return {
        "op": f"{stem.op:%d-%m-%Y}",
        "wijze": str(stem.get_wijze_display()),
        "is_gehoord": stem.wijze != Stemwijze.NIET_GEHOORD,
        "steun": stem.steun,
        "gezegd": stem.gezegd,
        "kaarten": [PRAATKAARTEN[kaart].woorden for kaart in stem.praatkaarten],
        "gedaan": stem.gedaan,
        "teruggekoppeld_op": f"{stem.teruggekoppeld_op:%d-%m-%Y}" if stem.teruggekoppeld_op else "",
        "reden": stem.reden,
    }


def _ouder(een: Ouderbeeld) -> dict[str, str]:
    laatste = een.laatste
    if laatste is None or not een.geldt:
        return {"naam": een.ouder.naam, "antwoord": "nog geen antwoord", "wanneer": ""}
    hoe = " op papier" if laatste.is_op_papier else ""
    return {
        "naam": een.ouder.naam,
        "antwoord": f"{laatste.get_antwoord_display()}{hoe}",
        "wanneer": f"{timezone.localtime(laatste.op):%d-%m-%Y}",
    }


def _tekening(stemmen: Collection[Leerlingstem]) -> bytes:
    bestanden = [stem.bestand_id for stem in stemmen if stem.bestand_id]
    bestand = Oppbestand.objects.filter(pk=bestanden[-1]).first() if bestanden else None
    return bytes(bestand.inhoud) if bestand is not None else b""
