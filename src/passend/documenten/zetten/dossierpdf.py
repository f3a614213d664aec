"""The file of a pupil, and the list of who saw it, as tagged PDF; plain data in, bytes out.

The words of ours go through `zeg`, which says them in the language of the reader; what people wrote stays as it is.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from passend.documenten.zetten.typstzetter import zet_pdf
from passend.documenten.zetten.woorden import datum
from passend.regels.dossierwoorden import (
    OOK_ALS_TABEL,
    RESULTAATVELDEN,
    ZINVELDEN,
    dag_van,
    in_woorden,
    schema_van,
)
from passend.regels.instrumenten import naam_van

Zegger = Callable[[object], str]
Dagzegger = Callable[[str], str]
_KB = 1024
_DAG = re.compile(r"\d{4}-\d\d-\d\d(T|$)")
_IN_ZIN = re.compile(r"\b(\d\d)-(\d\d)-(\d{4})\b")
_KLASSEN = {"gewoon": "gewoon dossier", "zorg": "zorg", "meldcode": "meldcode"}
_BESLUITEN = {"verbeterd": "Verbeterd", "bijgevoegd": "Bijgevoegd, niet verbeterd", "": "Nog geen antwoord"}
_ANTWOORDEN = {"ja": "ja,", "nee": "nee,", "ingetrokken": "ingetrokken,", "open": "nog geen antwoord"}
_STANDEN = {
    "geldt": "Dit geldt.",
    "wacht": "Dit geldt niet: er is nog geen antwoord van iedereen.",
    "geweigerd": "Dit geldt niet: een ouder zei nee, of trok het in.",
    "niemand": "Dit geldt niet: er is geen ouder met gezag.",
    "voorbij": "Dit geldt niet meer: de laatste dag is voorbij.",
    "teruggenomen": "Dit geldt niet: de school nam de vraag terug.",
}
WOORDEN = (
    *("Geboren", "Ingeschreven", "Uitgeschreven", "Ouder", "gezag", "Toestemming", "Gevraagde toestemming"),
    *("Gegevens", "Wat", "Gegeven", "opgehaald op", "Bladzijde", "van", "ja", "nee", "ja,", "nee,", "ingetrokken,"),
    *("Bestanden", "Naam", "Waarbij", "Soort bestand", "Grootte", "Aanmelding op papier", "Ontwikkelingsperspectief"),
    *("nog geen antwoord", "gewoon dossier", "zorg", "meldcode"),
    "Het dossier van toen",
    *("Verbeterd", "Bijgevoegd, niet verbeterd", "Nog geen antwoord"),
)
"""Every word of ours that is no sentence, for the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Blad:
    """What a paper is set with: how words of ours are said, and in which language."""

    zeg: Zegger
    taal: str

    def dag(self, iso: str) -> str:
        """A day or a moment as the day in words."""
        return _voluit(dag_van(iso), self.taal)

    def zin(self, zin: str) -> str:
        """A sentence of ours with its days in words."""
        return _IN_ZIN.sub(lambda dag: self.dag(f"{dag[3]}-{dag[2]}-{dag[1]}"), self.zeg(zin))


def zet_dossier_pdf(uitvoer: dict[str, Any], *, zeg: Zegger = str, taal: str = "nl") -> bytes:
    """Everything in `uitvoer`, newest version of each piece first."""
    op, blad = dag_van(uitvoer["opgehaald_op"]), _Blad(zeg=zeg, taal=taal)
    leerling = f"{uitvoer['leerling']['voornaam']} {uitvoer['leerling']['achternaam']}"
    delen = [_van_toen(toen, blad)] if (toen := uitvoer.get("zoals_op")) else []
    delen += [deel for deel in (_gegevens(uitvoer, blad), *(_stuk(stuk, blad) for stuk in uitvoer["stukken"])) if deel]
    for rubriek in uitvoer.get("rubrieken", []):
        delen += _rubriek(rubriek, blad) if rubriek["regels"] else []
    delen += _bestanden(uitvoer.get("bestanden", []), zeg)
    kop = f"Dossier van {leerling}"
    return _zet(zeg(kop), uitvoer["school"], op, delen, blad)


def zet_inzagelijst_pdf(  # noqa: PLR0913 -- a list has this many facts
    *,
    titel: str,
    school: str,
    op: date,
    koppen: Sequence[str],
    rijen: list[list[str]],
    zeg: Zegger = str,
    taal: str = "nl",
) -> bytes:
    """Who saw what and why, as one table."""
    leeg = [] if rijen else [zeg("Er keek nog niemand.")]
    deel = {"kop": "", "alineas": leeg, "koppen": list(koppen), "rijen": rijen}
    return _zet(titel, school, op, [deel], _Blad(zeg=zeg, taal=taal))


def _zet(titel: str, school: str, op: date, delen: list[dict[str, Any]], blad: _Blad) -> bytes:
    gegevens = {
        "titel": titel,
        "school": school,
        "ondertitel": f"{school} · {blad.zeg('opgehaald op')} {blad.dag(op.isoformat())}",
        "delen": delen,
        "voet": blad.zeg("Vertrouwelijk. Passend hield bij wie dit ophaalde."),
        "taal": blad.taal,
        "bladzijde": [blad.zeg("Bladzijde"), blad.zeg("van")],
    }
    return zet_pdf("dossier.typ", gegevens, dag=(op.year, op.month, op.day))


def _van_toen(toen: Mapping[str, Any], blad: _Blad) -> dict[str, Any]:
    """What somebody must know first: that this is the file of a day that is over, and what of it is not certain."""
    return {
        "kop": blad.zeg("Het dossier van toen"),
        "alineas": [blad.zin(zin) for zin in toen["let_op"]],
        "koppen": [],
        "rijen": [],
    }


def _gegevens(uitvoer: dict[str, Any], blad: _Blad) -> dict[str, Any] | None:
    if "gegevens" not in uitvoer:
        return None
    feiten, zeg = uitvoer["gegevens"], blad.zeg
    rijen = [
        [zeg("Geboren"), blad.dag(feiten["geboren_op"])],
        [zeg("Ingeschreven"), blad.dag(feiten["ingeschreven_op"])],
        *([[zeg("Uitgeschreven"), blad.dag(feiten["uitgeschreven_op"])]] if feiten["uitgeschreven_op"] else []),
        *([_in_jaar(groep["schooljaar"], zeg), groep["groep"]] for groep in uitvoer["groepen"]),
        *(_ouder(ouder, zeg) for ouder in uitvoer.get("ouders", [])),
        *(_toestemming(een, blad) for een in uitvoer.get("toestemmingen", [])),
    ]
    return {"kop": zeg("Gegevens"), "alineas": [], "koppen": [zeg("Wat"), zeg("Gegeven")], "rijen": rijen}


def _in_jaar(schooljaar: str, zeg: Zegger) -> str:
    kop = f"Groep in {schooljaar}"
    return zeg(kop)


def _ouder(ouder: dict[str, Any], zeg: Zegger) -> list[str]:
    return [zeg("Ouder"), ouder["naam"] + (f" ({zeg('gezag')})" if ouder["heeft_gezag"] else "")]


def _toestemming(een: dict[str, Any], blad: _Blad) -> list[str]:
    """What was asked, whether it counts and why not, and what each parent said."""
    zeg, voor, dag = blad.zeg, een["voor"], blad.dag(een["tot_en_met"])
    tot = f"Gevraagd voor {voor}, tot en met {dag}."
    soort = "Toestemming" if een["geldt"] else "Gevraagde toestemming"
    waarvoor = ": ".join(filter(None, (een["doel"], ", ".join(een["stukken"])))) + "."
    gezegd = [": ".join((antwoord["ouder"], _antwoord(antwoord, blad))) + "." for antwoord in een["antwoorden"]]
    return [zeg(soort), " ".join((waarvoor, zeg(tot), zeg(_STANDEN[een["stand"]]), *gezegd))]


def _antwoord(antwoord: Mapping[str, Any], blad: _Blad) -> str:
    if wie := antwoord["vastgelegd_door"]:
        dag = blad.dag(antwoord["op_papier_getekend_op"])
        zei = f"ja, op papier, {dag}, vastgelegd door {wie}"
        return blad.zeg(zei)
    op = blad.dag(antwoord["op"]) if antwoord["op"] else ""
    return f"{blad.zeg(_ANTWOORDEN[antwoord['antwoord']])} {op}".strip()


def _stuk(stuk: dict[str, Any], blad: _Blad) -> dict[str, Any]:
    zeg = blad.zeg
    klasse = zeg(_KLASSEN[stuk["vertrouwelijkheid"]])
    zin = f"Soort: {klasse}."
    alineas = [zeg(zin)]
    if weg := stuk.get("ingetrokken"):
        op, door, waarom = blad.dag(weg["op"]), weg["door"], weg["waarom"]
        kop = f"Ingetrokken op {op} door {door}: {waarom}"
        alineas.append(zeg(kop))
    for versie in reversed(stuk["versies"]):
        van, op, door = blad.dag(versie["geldig_van"]), blad.dag(versie["vastgelegd_op"]), versie["door"]
        kop = f"Geldig vanaf {van}, vastgelegd op {op} door {door}:"
        alineas += [zeg(kop), versie["tekst"]]
    for bestand in stuk.get("bestanden", ()):
        naam, groot = bestand["naam"], _grootte(bestand["bytes"])
        kop = f"Bestand bij dit stuk: {naam} ({groot}). Het zit in het gegevensbestand (JSON), en opent bij dit stuk."
        alineas.append(zeg(kop))
    for zienswijze in stuk["zienswijzen"]:
        wie, op = zienswijze["ouder"], blad.dag(zienswijze["ingediend_op"])
        kop = f"Zienswijze van {wie} op {op}:"
        alineas += [zeg(kop), zienswijze["tekst"]]
        if zienswijze["is_verzoek"]:
            uitleg = f": {zienswijze['uitleg']}" if zienswijze["uitleg"] else "."
            gevraagd = zeg("Gevraagd is om dit te verbeteren.")
            alineas.append(f"{gevraagd} {zeg(_BESLUITEN[zienswijze['besluit']])}{uitleg}")
    return {"kop": stuk["titel"], "alineas": alineas, "koppen": [], "rijen": []}


def _bestanden(bestanden: Sequence[Mapping[str, Any]], zeg: Zegger) -> list[dict[str, Any]]:
    """Paper cannot hold a drawing of another kind, or a scan: it names each, and says where it is."""
    if not bestanden:
        return []
    rijen = [[een["naam"], zeg(een["bij"]), een["extensie"].upper(), _grootte(een["bytes"])] for een in bestanden]
    waar = zeg("Deze bestanden zitten zelf in het gegevensbestand van dit dossier (JSON).")
    koppen = [zeg(kop) for kop in ("Naam", "Waarbij", "Soort bestand", "Grootte")]
    return [_tabel(zeg("Bestanden"), koppen, rijen) | {"alineas": [waar]}]


def _grootte(aantal: int | None) -> str:
    """How large a file is, as a person says it.

    >>> _grootte(120), _grootte(20_480), _grootte(3_145_728)
    ('120 bytes', '20 kB', '3,0 MB')
    """
    if aantal is None:
        return ""
    if aantal < _KB:
        return f"{aantal} bytes"
    return f"{aantal // _KB} kB" if aantal < _KB * _KB else f"{aantal / _KB / _KB:.1f} MB".replace(".", ",")


def _rubriek(rubriek: dict[str, Any], blad: _Blad) -> list[dict[str, Any]]:
    """A part with what was kept of one kind; of results a table for each test of each subject, as on the screen."""
    naam, zeg = rubriek.get("naam", ""), blad.zeg
    if naam == "toetsresultaten":
        return zet_resultaten(rubriek, zeg, blad.dag)
    velden = {veld: zeg(kop) for veld, kop in rubriek["velden"].items()}
    boven = zeg(rubriek["kop"])
    rijen = [[_gezegd(naam, veld, regel.get(veld), blad) for veld in velden] for regel in rubriek["regels"]]
    if naam in OOK_ALS_TABEL:
        return [_tabel(boven, list(velden.values()), rijen)]
    if not rubriek["is_doorlopend"]:
        return [{"kop": boven, "alineas": [], "koppen": list(velden.values()), "rijen": rijen}]
    paren = [paar for rij in rijen for paar in zip(velden.values(), rij, strict=True)]
    alineas = [met_label(veld, waarde) for veld, waarde in paren if waarde]
    return [{"kop": boven, "alineas": alineas, "koppen": [], "rijen": []}]


def zet_regels(rubriek: dict[str, Any], zeg: Zegger = str, taal: str = "nl") -> list[list[tuple[str, str]]]:
    """What a part says, line by line, each value behind what it is called; what is empty is left out."""
    naam, blad = rubriek.get("naam", ""), _Blad(zeg=zeg, taal=taal)
    return [
        [
            (zeg(kop), waarde)
            for veld, kop in rubriek["velden"].items()
            if (waarde := _gezegd(naam, veld, regel.get(veld), blad))
        ]
        for regel in rubriek["regels"]
    ]


def _kort(iso: str) -> str:
    return f"{dag_van(iso):%d-%m-%Y}"


def zet_resultaten(rubriek: dict[str, Any], zeg: Zegger = str, dag: Dagzegger = _kort) -> list[dict[str, Any]]:
    """A table for each test of each subject, with the names that people know; without columns that are empty."""
    per_toets: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for regel in rubriek["regels"]:
        naam, indeling = naam_van(regel["instrument"]), schema_van(regel.get("normschema") or "")
        per_toets[regel["vak"], naam, regel.get("instrumentversie") or "", indeling].append(regel)
    koppen, delen = [zeg(kop) for kop in RESULTAATVELDEN.values()], []
    for (vak, toets, versie, schema), regels in per_toets.items():
        rijen = [[_waarde(regel.get(veld), zeg, dag) for veld in RESULTAATVELDEN] for regel in reversed(regels)]
        boven = ": ".join((zeg(rubriek["kop"]), ", ".join(filter(None, (zeg(vak), toets, versie)))))
        zin = f"Niveaus: {zeg(schema)}"
        delen.append(_tabel(boven, koppen, rijen) | {"alineas": [zeg(zin)] if schema else []})
    return delen


def met_label(label: str, waarde: str) -> str:
    """A value behind what it is; behind a question no second sign.

    >>> met_label("Doel", "Lezen"), met_label("Waar staat het kind nu?", "Groep 5")
    ('Doel: Lezen', 'Waar staat het kind nu? Groep 5')
    """
    return f"{label} {waarde}" if label.endswith("?") else f"{label}: {waarde}"


def _tabel(kop: str, koppen: list[str], rijen: list[list[str]]) -> dict[str, Any]:
    """A table without the columns in which nothing stands."""
    vol = [nummer for nummer in range(len(koppen)) if any(rij[nummer] for rij in rijen)]
    return {
        "kop": kop,
        "alineas": [],
        "koppen": [koppen[nummer] for nummer in vol],
        "rijen": [[rij[nummer] for nummer in vol] for rij in rijen],
    }


def _gezegd(rubriek: str, veld: str, waarde: object, blad: _Blad) -> str:
    """What a person reads for a value, our words in their language; what people wrote stays as it is."""
    if isinstance(waarde, str) and veld in ZINVELDEN.get(rubriek, ()):
        return blad.zin(waarde)
    woord = in_woorden(rubriek, veld, waarde)
    return _waarde(waarde if woord == waarde else blad.zeg(woord), blad.zeg, blad.dag)


def _waarde(waarde: object, zeg: Zegger, dag: Dagzegger) -> str:
    if isinstance(waarde, bool):
        return zeg("ja" if waarde else "nee")
    if isinstance(waarde, float):
        return str(int(waarde) if waarde.is_integer() else waarde).replace(".", ",")
    if isinstance(waarde, str) and _DAG.match(waarde):
        return dag(waarde)
    return "" if waarde is None else str(waarde)


def _voluit(dag: date, taal: str) -> str:
    return datum(dag, "en" if taal == "en" else "nl")
