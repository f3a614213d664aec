"""A letter to parents as tagged PDF; plain data in, bytes out."""

from datetime import datetime
from typing import Any

from passend.documenten.zetten.typstzetter import zet_pdf

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


def zet_brief_pdf(brief: dict[str, Any]) -> bytes:
    """The letter with its sender, its day and its words.

    Args:
        brief: school, afzender (lines), aan (names), onderwerp, alineas, op (ISO 8601), vertaling: the paragraphs in
            English, tabel: rows of number, day, what and who, and lijn: the same days as a picture (merken with x,
            tekst and soort; vandaag, begin and einde: parts of the width); all empty for a letter without.
    """
    op = datetime.fromisoformat(brief["op"])
    rijen = brief.get("tabel", [])
    koppen = ["Nr", "Wanneer", "Wat", "Wie"]
    lijn = {**brief["lijn"], "bijschrift": "vandaag"} if brief.get("lijn") else None
    tabel = [{"kop": "De data", "alineas": [], "lijn": lijn, "koppen": koppen, "rijen": rijen}] if rijen else []
    engels = brief.get("vertaling", [])
    vertaling = [{"kop": "English translation", "taal": "en", "alineas": engels, "koppen": [], "rijen": []}]
    vertaling = vertaling if engels else []
    gegevens = {
        "titel": brief["onderwerp"],
        "school": brief["school"],
        "taal": "nl",
        "bladzijde": ["Bladzijde", "van"],
        "ondertitel": " · ".join([brief["school"], *brief["afzender"]]),
        "delen": [
            {
                "kop": "",
                "alineas": [
                    *([f"Aan: {', '.join(brief['aan'])}"] if brief["aan"] else []),
                    f"{op.day} {MAANDEN[op.month - 1]} {op.year}",
                    *brief["alineas"],
                ],
                "koppen": [],
                "rijen": [],
            },
            *vertaling,
            *tabel,
        ],
        "voet": f"{brief['school']}. Vertrouwelijk.",
    }
    return zet_pdf("dossier.typ", gegevens, dag=(op.year, op.month, op.day))
