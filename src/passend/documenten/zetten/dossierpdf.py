"""The file of a pupil, and the list of who saw it, as tagged PDF; plain data in, bytes out."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from passend.documenten.zetten.typstzetter import zet_pdf

_DAG = re.compile(r"\d{4}-\d\d-\d\d(T|$)")
_KLASSEN = {"gewoon": "gewoon dossier", "zorg": "zorg", "meldcode": "meldcode"}
_BESLUITEN = {"verbeterd": "Verbeterd", "bijgevoegd": "Bijgevoegd, niet verbeterd", "": "Nog geen antwoord"}


def zet_dossier_pdf(uitvoer: dict[str, Any]) -> bytes:
    """Everything in `uitvoer`, newest version of each piece first."""
    op = datetime.fromisoformat(uitvoer["opgehaald_op"])
    leerling = f"{uitvoer['leerling']['voornaam']} {uitvoer['leerling']['achternaam']}"
    delen = [deel for deel in (_gegevens(uitvoer), *(_stuk(stuk) for stuk in uitvoer["stukken"])) if deel]
    delen += [_rubriek(rubriek) for rubriek in uitvoer.get("rubrieken", []) if rubriek["regels"]]
    return _zet(f"Dossier van {leerling}", uitvoer["school"], op.date(), delen)


def zet_inzagelijst_pdf(*, titel: str, school: str, op: date, koppen: Sequence[str], rijen: list[list[str]]) -> bytes:
    """Who saw what and why, as one table."""
    leeg = [] if rijen else ["Er keek nog niemand."]
    return _zet(titel, school, op, [{"kop": "", "alineas": leeg, "koppen": list(koppen), "rijen": rijen}])


def _zet(titel: str, school: str, op: date, delen: list[dict[str, Any]]) -> bytes:
    gegevens = {
        "titel": titel,
        "school": school,
        "ondertitel": f"{school} · opgehaald op {op:%d-%m-%Y}",
        "delen": delen,
        "voet": "Vertrouwelijk. Passend hield bij wie dit ophaalde.",
    }
    return zet_pdf("dossier.typ", gegevens, dag=(op.year, op.month, op.day))


def _gegevens(uitvoer: dict[str, Any]) -> dict[str, Any] | None:
    if "gegevens" not in uitvoer:
        return None
    feiten = uitvoer["gegevens"]
    rijen = [
        ["Geboren", _dag(feiten["geboren_op"])],
        ["Ingeschreven", _dag(feiten["ingeschreven_op"])],
        *([["Uitgeschreven", _dag(feiten["uitgeschreven_op"])]] if feiten["uitgeschreven_op"] else []),
        *([f"Groep in {groep['schooljaar']}", groep["groep"]] for groep in uitvoer["groepen"]),
        *(_ouder(ouder) for ouder in uitvoer.get("ouders", [])),
        *(
            ["Toestemming", f"{een['doel']}, tot en met {_dag(een['tot_en_met'])}: {', '.join(een['stukken'])}"]
            for een in uitvoer.get("toestemmingen", [])
        ),
    ]
    return {"kop": "Gegevens", "alineas": [], "koppen": ["Wat", "Gegeven"], "rijen": rijen}


def _ouder(ouder: dict[str, Any]) -> list[str]:
    return ["Ouder", ouder["naam"] + (" (gezag)" if ouder["heeft_gezag"] else "")]


def _stuk(stuk: dict[str, Any]) -> dict[str, Any]:
    alineas = [f"Soort: {_KLASSEN[stuk['vertrouwelijkheid']]}."]
    for versie in reversed(stuk["versies"]):
        van, op = _dag(versie["geldig_van"]), _dag(versie["vastgelegd_op"])
        alineas += [f"Geldig vanaf {van}, vastgelegd op {op} door {versie['door']}:", versie["tekst"]]
    for zienswijze in stuk["zienswijzen"]:
        alineas.append(f"Zienswijze van {zienswijze['ouder']} op {_dag(zienswijze['ingediend_op'])}:")
        alineas.append(zienswijze["tekst"])
        if zienswijze["is_verzoek"]:
            uitleg = f": {zienswijze['uitleg']}" if zienswijze["uitleg"] else "."
            alineas.append(f"Gevraagd is om dit te verbeteren. {_BESLUITEN[zienswijze['besluit']]}{uitleg}")
    return {"kop": stuk["titel"], "alineas": alineas, "koppen": [], "rijen": []}


def _rubriek(rubriek: dict[str, Any]) -> dict[str, Any]:
    velden = rubriek["velden"]
    rijen = [[_waarde(regel.get(veld)) for veld in velden] for regel in rubriek["regels"]]
    if not rubriek["is_doorlopend"]:
        return {"kop": rubriek["kop"], "alineas": [], "koppen": list(velden.values()), "rijen": rijen}
    alineas = [f"{kop}: {waarde}" for rij in rijen for kop, waarde in zip(velden.values(), rij, strict=True) if waarde]
    return {"kop": rubriek["kop"], "alineas": alineas, "koppen": [], "rijen": []}


def _waarde(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return str(waarde).replace(".", ",")
    if isinstance(waarde, str) and _DAG.match(waarde):
        return _dag(waarde)
    return "" if waarde is None else str(waarde)


def _dag(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%d-%m-%Y}"
