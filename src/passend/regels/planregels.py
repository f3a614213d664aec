"""A line of a plan in words: what is done, by whom and how often, for which need and with which offer of the school."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from passend.regels.oppdelen import BEGELEIDING, REGELS

_AANBOD: Final = re.compile(r"(?:; | \()uit het aanbod: [^\n]*\)$", re.MULTILINE)
MEESTE_REGELS = 12  # what is done for one child; more nobody keeps up


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelfeiten:
    """What a line says; need and offer in the words of the day on which they were chosen."""

    aanpak: str
    wie: str
    hoe_vaak: str = ""
    behoefte: str = ""
    belofte: str = ""


def regelzin(regel: Regelfeiten) -> str:
    """The whole line as one sentence, for paper, for a file and to see what changed.

    >>> regelzin(Regelfeiten(aanpak="Samen lezen", wie="leerkracht", hoe_vaak="elke dag", behoefte="korte stappen"))
    'Samen lezen, leerkracht, elke dag (voor: korte stappen)'
    """
    wat = ", ".join(filter(None, (regel.aanpak, regel.wie, regel.hoe_vaak)))
    waarbij = "; ".join(
        f"{kop}: {tekst}" for kop, tekst in (("voor", regel.behoefte), ("uit het aanbod", regel.belofte)) if tekst
    )
    return f"{wat} ({waarbij})" if waarbij else wat


def regels_als_begeleiding(delen: Mapping[str, str]) -> dict[str, str]:
    """Parts of a plan with lines that are only words: put with the guidance in words, so that they are read here.

    What the offer of the other school calls them is left out: this school does not have that offer.

    >>> regels_als_begeleiding({"begeleidingsregels": "Lezen, juf (voor: rust; uit het aanbod: Club)", "doelen": "X"})
    {'doelen': 'X', 'begeleiding': 'Lezen, juf (voor: rust)'}
    """
    woorden = _AANBOD.sub(lambda gevonden: ")" if gevonden[0].startswith(";") else "", delen.get(REGELS, ""))
    rest = {code: tekst for code, tekst in delen.items() if code != REGELS}
    samen = "\n".join(filter(None, (rest.get(BEGELEIDING, ""), woorden)))
    return {**rest, BEGELEIDING: samen} if woorden else rest
