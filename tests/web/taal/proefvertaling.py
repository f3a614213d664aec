"""A made-up English in which every sentence stands between marks, so that what is not translated shows."""

import re
from pathlib import Path

from babel.messages.mofile import write_mo
from scripts.translations import gather

OPEN, DICHT = "⟦", "⟧"
_GEMERKT = re.compile(f"{OPEN}[^{OPEN}{DICHT}]*{DICHT}")


def write_proefvertaling(map_: Path) -> Path:
    """Compile it into a folder, from the sentences in the code as it is now."""
    catalogus = gather()
    for bericht in catalogus:
        if isinstance(bericht.id, tuple):
            bericht.string = tuple(f"{OPEN}{vorm}{DICHT}" for vorm in bericht.id)
        elif bericht.id:
            bericht.string = f"{OPEN}{bericht.id}{DICHT}"
    doel = map_ / "en" / "LC_MESSAGES" / "django.mo"
    doel.parent.mkdir(parents=True)
    with doel.open("wb") as bestand:
        write_mo(bestand, catalogus)
    return map_


def zonder_vertaald(tekst: str) -> str:
    """What of a text stands outside the marks; a sentence can stand within another."""
    while (rest := _GEMERKT.sub(" ", tekst)) != tekst:
        tekst = rest
    return " ".join(tekst.split())


def is_vertaald(tekst: str) -> bool:
    """True when some of it stands between marks."""
    return OPEN in tekst
