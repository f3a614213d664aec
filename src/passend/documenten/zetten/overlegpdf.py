"""The minutes of a meeting as tagged PDF; plain data in, bytes out."""

from datetime import datetime
from typing import Any

from passend.documenten.zetten.typstzetter import zet_pdf
from passend.documenten.zetten.woorden import datum


def zet_overleg_pdf(overleg: dict[str, Any]) -> bytes:
    """The sheet on paper: the question and what was decided first, then who was there, what was said, and the file.

    What nobody wrote in is named in one sentence, so that it is not left out and takes no room.

    Args:
        overleg: soort, over, school, op (ISO 8601), plaats, is_gesloten; deelnemers as name, role and whether they were
            there, delen as kop and tekst, stukken as title, text and origin, besluiten as what, who and when.
    """
    op = datetime.fromisoformat(overleg["op"])
    plaats = f", {overleg['plaats']}" if overleg["plaats"] else ""
    vraag, *rest = overleg["delen"] or [{"kop": "", "tekst": ""}]
    leeg = [deel["kop"] for deel in rest if not deel["tekst"].strip()]
    delen = [
        *([_tekst(vraag)] if vraag["kop"] else []),
        _tabel("Besluiten", ["Wat", "Wie", "Uiterlijk"], overleg["besluiten"], [5, 3, 2]),
        _tabel("Deelnemers", ["Naam", "Als", "Erbij"], overleg["deelnemers"], [5, 3, 2]),
        *(_tekst(deel) for deel in rest if deel["tekst"].strip()),
        *([_tekst({"kop": "Niet ingevuld", "tekst": " ".join(leeg)})] if leeg else []),
        *(
            [
                _tabel("Uit het dossier", ["Stuk", "Wat er staat", "Van"], overleg["stukken"], [4, 8, 6])
                | {"is_klein": True}
            ]
            if overleg["stukken"]
            else []
        ),
    ]
    gegevens = {
        "titel": f"{overleg['soort']}: {overleg['over']}",
        "school": overleg["school"],
        "taal": "nl",
        "bladzijde": ["Bladzijde", "van"],
        "ondertitel": f"{overleg['school']} · {datum(op.date())} om {op:%H:%M}{plaats}",
        "delen": delen,
        "voet": "Vertrouwelijk. Passend hield bij wie dit ophaalde."
        if overleg["is_gesloten"]
        else "Concept: dit overleg is nog niet gesloten. Vertrouwelijk.",
    }
    return zet_pdf("dossier.typ", gegevens, dag=(op.year, op.month, op.day))


def _tekst(deel: dict[str, str]) -> dict[str, Any]:
    tekst = deel["tekst"].strip() or "Niet ingevuld."
    return {"kop": deel["kop"], "alineas": tekst.split("\n\n"), "koppen": [], "rijen": []}


def _tabel(kop: str, koppen: list[str], rijen: list[list[str]], breedtes: list[int]) -> dict[str, Any]:
    return {
        "kop": kop,
        "alineas": [] if rijen else ["Geen."],
        "koppen": koppen,
        "rijen": rijen,
        "breedtes": breedtes,
    }
