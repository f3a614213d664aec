"""Prose: paragraphs out of broken lines, the region's fixed sentences told apart from the school's own."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from passend.begrippen.kenmerk import kenmerk, zinnen
from passend.begrippen.sjabloon import Sjabloon, VasteTekst
from passend.documenten.aankleding import voeg_regels
from passend.documenten.document import Regel

_LIJST = re.compile(r"^\s*(?:[-–•·●▪\uf0b7\uf0a7*]|\d{1,2}[.)])\s+\S")

_PUNT = re.compile(r"^[•·●▪\uf0b7\uf0a7]\s+(?=\S)")
_EIND_VAN_ZIN = (".", "!", "?", ":")
_NUMMER = re.compile(r"^(?:\d{1,2}|[A-Za-z])[.)]$")


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph with its first line."""

    tekst: str
    regel: Regel
    is_lijst: bool


def kenmerken_per_tekst(sjabloon: Sjabloon) -> dict[str, str]:
    """Fingerprints of all known sentences of fixed texts, with the code of the text they belong to."""
    bekend: dict[str, str] = {}
    for deel in sjabloon.onderdelen():
        if isinstance(deel, VasteTekst):
            eigen = {kenmerk(zin) for versie in deel.versies for zin in zinnen(versie.tekst)}
            bekend |= dict.fromkeys(deel.kenmerken | eigen, deel.code)
    return bekend


def alineas(regels: Sequence[Regel], bekend: Collection[str]) -> list[Alinea]:
    """Paragraphs: up to a blank line; each item of a list and each known line by itself."""
    stukken: list[tuple[list[str], Regel, bool]] = []
    open_alinea = False
    for regel in regels:
        tekst = _met_punt(regel)
        is_punt = regel.stijl != "vervolg" and bool(_LIJST.match(tekst))
        if open_alinea and _begint_alinea(regel, stukken[-1][0][-1]):
            open_alinea = False
        if not tekst:
            open_alinea = False
        elif regel.stijl != "vervolg" and kenmerk(tekst) in bekend:
            stukken.append(([tekst], regel, False))
            open_alinea = False
        elif open_alinea and not is_punt:
            delen = stukken[-1][0]
            delen[:] = [voeg_regels([*delen, tekst])] if regel.stijl == "vervolg" else [*delen, tekst]
        else:
            stukken.append(([tekst], regel, is_punt))
            open_alinea = not (regel.stijl or "").startswith("kop")
    return [Alinea(" ".join(delen), regel, is_lijst) for delen, regel, is_lijst in stukken]


def _met_punt(regel: Regel) -> str:
    """The words of a line; an item of a list gets the one mark that this product writes."""
    tekst = regel.tekst.strip()
    if regel.stijl == "lijst" and tekst and not _LIJST.match(tekst):
        return f"- {tekst}"
    return tekst if regel.stijl == "vervolg" else _PUNT.sub("- ", tekst)


def _begint_alinea(regel: Regel, vorige: str) -> bool:
    """True for a paragraph of a word processor after one that ended; a converter can have broken a sentence in two."""
    if regel.stijl in {None, "vervolg"}:
        return False
    return regel.stijl != "alinea" or vorige.endswith(_EIND_VAN_ZIN)


def scheid_vast_en_eigen(
    lijst: Sequence[Alinea], bekend: dict[str, str]
) -> tuple[list[Alinea], list[tuple[str, Alinea]]]:
    """Sentences with a known fingerprint are fixed; the rest is the school's own, in its order.

    Returns:
        The own paragraphs, and the fixed sentences with the code of their text.
    """
    eigen: list[Alinea] = []
    vast: list[tuple[str, Alinea]] = []
    for alinea in lijst:
        if code := bekend.get(kenmerk(alinea.tekst)):
            vast.append((code, alinea))
            continue
        over: list[str] = []
        for zin in zinnen(alinea.tekst):
            code = bekend.get(kenmerk(zin))
            if code:
                nummer = f"{over.pop()} " if over and _NUMMER.match(over[-1]) else ""
                vast.append((code, Alinea(nummer + zin, alinea.regel, is_lijst=False)))
            else:
                over.append(zin)
        if over:
            eigen.append(Alinea(" ".join(over), alinea.regel, alinea.is_lijst))
    return eigen, vast


def voeg_samen(lijst: Sequence[Alinea]) -> str:
    """One text again: a blank line between paragraphs, none between items of a list."""
    stukken: list[str] = []
    for nummer, alinea in enumerate(lijst):
        if nummer:
            stukken.append("\n" if alinea.is_lijst and lijst[nummer - 1].is_lijst else "\n\n")
        stukken.append(alinea.tekst)
    return "".join(stukken)
