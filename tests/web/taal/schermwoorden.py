"""Everything a page says, to eyes and ears: the texts and the attributes, each with the language it is announced in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

STIL = frozenset({"script", "style", "svg", "meta", "link", "kbd", "code"})  # a drawing says that it is Dutch
GESPROKEN = ("title", "alt", "aria-label", "aria-description", "placeholder", "label", "content")
# for the style sheet alone; and what somebody wrote, which goes into the field they wrote in
ONGEZIEN = frozenset({"data-bij", "data-samen", "data-woorden"})  # the last is taken over into a text as it is
KNOPPEN = frozenset({"submit", "button", "reset"})


@dataclass(frozen=True, slots=True)
class Woorden:
    """A text of a page, the language it is in by what the page says, and where it stands."""

    tekst: str
    taal: str
    plek: str


def lees(bladzijde: str, taal: str) -> list[Woorden]:
    """The words of a page, or of a part of one that comes into a page of this language."""
    is_heel = bladzijde.lstrip().lower().startswith("<!doctype")
    boom = html.fromstring(bladzijde) if is_heel else html.fragment_fromstring(bladzijde, create_parent="div")
    return [woorden for woorden in _loop(boom, "" if is_heel else taal) if woorden.tekst]


def _loop(knoop: Any, taal: str) -> Iterator[Woorden]:
    if not isinstance(knoop.tag, str) or knoop.tag in STIL:
        return
    eigen = knoop.get("lang") or taal
    plek = f"<{knoop.tag}>"
    regels = (knoop.text or "").splitlines() if knoop.tag == "textarea" else [knoop.text]
    for regel in regels:  # somebody wrote each of them
        yield Woorden(_effen(regel), eigen, plek)
    for naam, waarde in knoop.attrib.items():
        is_zin = (
            naam.startswith("data-")
            and naam not in ONGEZIEN
            and " " in waarde.strip()
            and not waarde.startswith(("{", "["))
        )
        is_knop = naam == "value" and knoop.tag == "input" and knoop.get("type") in KNOPPEN
        if naam in GESPROKEN or is_zin or is_knop:
            yield Woorden(_effen(waarde), eigen, f"<{knoop.tag} {naam}>")
    for kind in knoop:
        yield from _loop(kind, eigen)
        yield Woorden(_effen(kind.tail), eigen, plek)


def _effen(tekst: str | None) -> str:
    return " ".join((tekst or "").split())
