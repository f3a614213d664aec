"""The onderwijskundig rapport as tagged PDF, for parents and the next school; plain data in, bytes out."""

import re
from datetime import datetime
from typing import Any

from passend.begrippen.overstap import RAPPORTTEKSTEN
from passend.documenten.zetten.dossierpdf import met_label, zet_resultaten
from passend.documenten.zetten.typstzetter import zet_pdf
from passend.regels.dossierwoorden import CODEWOORDEN

SWV = "het samenwerkingsverband"
_VOLGENDE = "de school waar de leerling naartoe gaat"
_DAG = re.compile(r"\d{4}-\d\d-\d\d(T.*)?")


def zet_rapport_pdf(
    inhoud: dict[str, Any], ouders: dict[str, str] | None = None, *, is_voor_swv: bool = False
) -> bytes:
    """The report as it was set, and what the parents say of it when that is known.

    Args:
        inhoud: the report.
        ouders: op, kanaal, akkoord and opmerking, in words.
        is_voor_swv: True of the paper for the samenwerkingsverband: no next school is named on it.
    """
    is_voor_swv = is_voor_swv or not inhoud["naar"]["naam"]
    if is_voor_swv:
        inhoud = {**inhoud, "naar": {"naam": SWV, "brin": ""}}
    wie, van, op = inhoud["leerling"], inhoud["van"], datetime.fromisoformat(inhoud["geschreven_op"])
    delen = [_gegevens(inhoud), *(een for deel in inhoud["onderdelen"] for een in _onderdeel(deel))]
    if ouders is not None:
        alineas = [f"Geïnformeerd op {ouders['op']}, {ouders['kanaal']}.", f"Eens met de inhoud: {ouders['akkoord']}."]
        delen.append(_blok("Wat de ouders ervan vinden", [*alineas, *_alineas(ouders["opmerking"])]))
    gegevens = {
        "titel": f"Onderwijskundig rapport van {wie['voornaam']} {wie['achternaam']}",
        "school": van["naam"],
        "ondertitel": f"{van['naam']} · geschreven op {op:%d-%m-%Y} · voor {inhoud['naar']['naam']}",
        "delen": delen,
        "voet": f"Vertrouwelijk. Voor de ouders en {SWV if is_voor_swv else _VOLGENDE}.",
        "taal": "nl",
        "bladzijde": ["Bladzijde", "van"],
    }
    return zet_pdf("dossier.typ", gegevens, dag=(op.year, op.month, op.day))


def _gegevens(inhoud: dict[str, Any]) -> dict[str, Any]:
    wie, van = inhoud["leerling"], inhoud["van"]
    rijen = [
        ["Leerling", f"{wie['voornaam']} {wie['achternaam']}"],
        ["Geboren", _waarde(wie["geboren_op"])],
        ["Ingeschreven", _waarde(wie["ingeschreven_op"])],
        *([["Uitgeschreven", _waarde(wie["uitgeschreven_op"])]] if wie["uitgeschreven_op"] else []),
        *(["Ouder", f"{een['naam']}{' (gezag)' if een['heeft_gezag'] else ''}"] for een in inhoud["ouders"]),
        ["School", f"{van['naam']}, {van['plaats']} ({van['brin']}{van['vestiging']})"],
        ["Naar", f"{inhoud['naar']['naam']} {inhoud['naar']['brin']}".strip()],
    ]
    return {"kop": "Gegevens", "alineas": [], "koppen": ["Wat", "Gegeven"], "rijen": rijen}


def _onderdeel(deel: dict[str, Any]) -> list[dict[str, Any]]:
    teksten = [(RAPPORTTEKSTEN[code], tekst) for code, tekst in deel["teksten"].items() if tekst]
    kop = f"{deel['wat'][:1].upper()}{deel['wat'][1:]}"
    leeg = [] if teksten or deel["rubrieken"] else ["Geen bijzonderheden."]
    return [
        _blok(kop, [f"Grondslag: {deel['grondslag']}.", *leeg]),
        *(_blok(naam, _alineas(tekst)) for naam, tekst in teksten),
        *(een for rubriek in deel["rubrieken"] for een in _rubriek(rubriek)),
    ]


def _rubriek(rubriek: dict[str, Any]) -> list[dict[str, Any]]:
    if rubriek["naam"] == "toetsresultaten":
        return zet_resultaten(rubriek)
    velden, woorden = rubriek["velden"], CODEWOORDEN.get(rubriek["naam"], {})
    rijen = [
        [_waarde(woorden.get(veld, {}).get(regel.get(veld), regel.get(veld))) for veld in velden]
        for regel in rubriek["regels"]
    ]
    if not rubriek["is_doorlopend"]:
        return [{"kop": rubriek["kop"], "alineas": [], "koppen": list(velden.values()), "rijen": rijen}]
    paren = [paar for rij in rijen for paar in zip(velden.values(), rij, strict=True)]
    return [_blok(rubriek["kop"], [met_label(veld, waarde) for veld, waarde in paren if waarde])]


def _blok(kop: str, alineas: list[str]) -> dict[str, Any]:
    return {"kop": kop, "alineas": alineas, "koppen": [], "rijen": []}


def _alineas(tekst: str) -> list[str]:
    return [alinea for alinea in tekst.split("\n\n") if alinea.strip()]


def _waarde(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return f"{waarde:g}".replace(".", ",")
    if isinstance(waarde, str) and _DAG.fullmatch(waarde):
        return f"{datetime.fromisoformat(waarde):%d-%m-%Y}"
    return "" if waarde is None else str(waarde)
