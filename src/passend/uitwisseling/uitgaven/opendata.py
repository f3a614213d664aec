"""Open data: what a school offers, for machines. JSON after `docs/schema/ondersteuningsaanbod-1.json`, and CSV.

Names of people are left out: an open file is copied without end, and nobody needs a signature to compare schools.
"""

import csv
import io
import json
from dataclasses import asdict
from typing import Any, Final

from passend.begrippen.profielinhoud import Celwaarde, Structuurdeel, Tabelrij
from passend.begrippen.sjabloon import Figuur, Tabel, Veld, Veldsoort
from passend.begrippen.soorten import SOORT_BIJ_CODE
from passend.begrippen.uitgave import Stap, Uitgave
from passend.documenten.zetten.woorden import is_iso_dag, verbandnummer, waardetekst

FORMAAT: Final = "passend-ondersteuningsaanbod"
VERSIE: Final = "1.1"
PERSOONSVELDEN: Final = frozenset({"directeur", "mr_voorzitter", "bestuur_voorzitter", "intern_begeleider"})
KOLOMMEN: Final = (
    "school",
    "schooljaar",
    "uitgave",
    "status",
    "peildatum",
    "samenwerkingsverband",
    "tabel",
    "tabel_titel",
    "rij",
    "label",
    "is_eigen",
    "waarde",
    "cellen",
    "omvang_getal",
    "omvang_eenheid",
    "periode",
    "soort_ondersteuning",
    "soortgroep",
    "opmerking",
    "onderbouwing",
    "bevestigd_op",
    "zekerheid",
)
_FORMULETEKENS: Final = ("=", "+", "-", "@", "\t", "\r")


def maak_json(uitgave: Uitgave) -> bytes:
    """The offer as JSON."""
    return json.dumps(als_dict(uitgave), ensure_ascii=False, indent=1).encode()


def als_dict(uitgave: Uitgave) -> dict[str, Any]:
    """The offer as JSON values."""
    inhoud, sjabloon = uitgave.inhoud, uitgave.sjabloon
    return {
        "formaat": FORMAAT,
        "versie": VERSIE,
        "school": inhoud.waarde("schoolnaam"),
        "schooljaar": inhoud.schooljaar,
        "uitgave": {
            "nummer": uitgave.nummer,
            "status": uitgave.status,
            "peildatum": uitgave.peildatum.isoformat(),
            "adres": uitgave.adres or None,
        },
        "sjabloon": {
            "code": sjabloon.code,
            "naam": sjabloon.naam,
            "samenwerkingsverband": sjabloon.samenwerkingsverband,
            "regio": sjabloon.regio,
        },
        "samenwerkingsverband": asdict(uitgave.verband) if uitgave.verband else None,
        "vaststelling": [_stap(stap) for stap in uitgave.stappen],
        "velden": [_veld(uitgave, deel) for deel in sjabloon.onderdelen() if _is_open_veld(deel)],
        "tabellen": [_rij(uitgave, tabel, rij) for tabel in sjabloon.tabellen() for rij in inhoud.rijen(tabel.code)],
        "teksten": [
            {
                "code": tekst.code,
                "sectie": tekst.sectie,
                "tekst": tekst.tekst,
                "bevestigd_op": _dag(uitgave, tekst.sleutel),
            }
            for tekst in inhoud.teksten
            if not tekst.is_vast
        ],
        "structuur": [_structuurdeel(deel) for deel in inhoud.structuur],
        "doelen": [
            {"over": doel.sleutel, "doel": doel.doel, "actie": doel.actie, "evaluatie": doel.evaluatie or None}
            for doel in uitgave.doelen
        ],
        "ontbreekt": _ontbreekt(uitgave),
    }


def maak_csv(uitgave: Uitgave) -> bytes:
    """One line per row of a table.

    Separated by semicolons and with a byte order mark: so a Dutch spreadsheet, where the comma is for decimals,
    opens it in columns with its accents right.
    """
    doel = io.StringIO()
    schrijver = csv.writer(doel, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOLOMMEN)
    for tabel in uitgave.sjabloon.tabellen():
        for rij in uitgave.inhoud.rijen(tabel.code):
            schrijver.writerow([veilig(waarde) for waarde in _csv_rij(uitgave, tabel, rij)])
    return doel.getvalue().encode("utf-8-sig")


def veilig(waarde: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> veilig("=1+1"), veilig("taal"), veilig("-")
    ("'=1+1", 'taal', "'-")
    """
    return f"'{waarde}" if waarde.startswith(_FORMULETEKENS) else waarde


def _is_open_veld(deel: object) -> bool:
    return isinstance(deel, Veld) and deel.code not in PERSOONSVELDEN


def _dag(uitgave: Uitgave, sleutel: str) -> str | None:
    dag = uitgave.rijen_op.get(sleutel)
    return dag.isoformat() if dag else None


def _stap(stap: Stap) -> dict[str, Any]:
    return {
        "stap": str(stap.soort),
        "op": stap.op.isoformat(),
        "is_overgeslagen": stap.is_overgeslagen,
        "reden": stap.reden or None,
    }


def _veld(uitgave: Uitgave, deel: Any) -> dict[str, Any]:
    gelezen = next((veld for veld in uitgave.inhoud.velden if veld.veld == deel.code), None)
    waarde = gelezen.waarde if gelezen else None
    is_dag = deel.soort is not Veldsoort.DATUM or is_iso_dag(waarde or "")
    return {
        "veld": deel.code,
        "label": deel.label,
        "soort": str(deel.soort),
        "waarde": waarde if is_dag else None,
        "woorden": None if is_dag else waarde or None,
        "zekerheid": gelezen.zekerheid if gelezen else None,
    }


def _rij(uitgave: Uitgave, tabel: Tabel, rij: Tabelrij) -> dict[str, Any]:
    code = _soort(tabel, rij)
    return {
        "tabel": tabel.code,
        "tabel_titel": tabel.titel,
        "rij": rij.rij,
        "is_eigen": rij.rij is None,
        "label": rij.label,
        "waarde": rij.waarde,
        "waarde_label": waardetekst(tabel, rij.waarde) or None,
        "cellen": dict(rij.cellen),
        "omvang": rij.omvang.als_dict() if rij.omvang else None,
        "periode": rij.periode,
        "soort_ondersteuning": code or None,
        "soortgroep": SOORT_BIJ_CODE[code].groep if code in SOORT_BIJ_CODE else None,
        "opmerking": rij.opmerking,
        "onderbouwing": [
            {"wat": bewijs.wat, "sinds": bewijs.wanneer.isoformat()}
            for bewijs in uitgave.onderbouwingen.get(rij.sleutel, ())
        ],
        "bevestigd_op": _dag(uitgave, rij.sleutel),
        "zekerheid": rij.zekerheid,
    }


def _soort(tabel: Tabel, rij: Tabelrij) -> str:
    return rij.soort_ondersteuning or next((vast.soort for vast in tabel.rijen if vast.code == rij.rij), "")


def _structuurdeel(deel: Structuurdeel) -> dict[str, Any]:
    """A person with a role is named by that role alone."""
    is_mens = deel.soort == "mens" and deel.rol
    return {
        "soort": deel.soort,
        "naam": deel.rol if is_mens else deel.naam,
        "rol": None if is_mens else deel.rol or None,
        "ring": deel.ring,
    }


def _ontbreekt(uitgave: Uitgave) -> list[str]:
    figuren = [deel.code for deel in uitgave.sjabloon.onderdelen() if isinstance(deel, Figuur)]
    return [code for code in figuren if not uitgave.inhoud.structuur]


def _csv_rij(uitgave: Uitgave, tabel: Tabel, rij: Tabelrij) -> list[str]:
    gegevens = _rij(uitgave, tabel, rij)
    omvang = gegevens["omvang"] or {}
    waarden: dict[str, Any] = {
        **gegevens,
        "school": uitgave.inhoud.waarde("schoolnaam"),
        "schooljaar": uitgave.inhoud.schooljaar,
        "uitgave": uitgave.nummer,
        "status": uitgave.status,
        "peildatum": uitgave.peildatum.isoformat(),
        "samenwerkingsverband": verbandnummer(uitgave),
        "is_eigen": "ja" if rij.rij is None else "nee",
        "cellen": ", ".join(f"{code}: {_celtekst(waarde)}" for code, waarde in rij.cellen.items()),
        "omvang_getal": f"{omvang['getal']:g}".replace(".", ",") if omvang else None,
        "omvang_eenheid": omvang.get("eenheid"),
        "onderbouwing": ", ".join(f"{bewijs['wat']} (sinds {bewijs['sinds']})" for bewijs in gegevens["onderbouwing"]),
        "zekerheid": f"{rij.zekerheid:g}".replace(".", ","),
    }
    return ["" if waarden[kolom] is None else str(waarden[kolom]) for kolom in KOLOMMEN]


def _celtekst(waarde: Celwaarde) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return waarde or ""
