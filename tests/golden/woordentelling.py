"""Counts the words of a document that come back nowhere in its reading."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from passend.begrippen.profielinhoud import Profiellezing
from passend.begrippen.sjabloon import Sjabloon, VasteTekst
from passend.documenten.document import Document, Regel, Rooster

_WOORD = re.compile(r"[^\W\d_]{3,}")
MERKEN = frozenset({"nee", "nvt", "idem"})


def verloren_woorden(document: Document, lezing: Profiellezing, sjabloon: Sjabloon) -> Counter[str]:
    """The words that were read nowhere; those of headings and labels, whole or broken, are not of the school."""
    gezegd = Counter(woord for tekst in _van_document(document) for woord in _woorden(tekst))
    gelezen = Counter(woord for tekst in _van_lezing(lezing) for woord in _woorden(tekst))
    eigen = {woord for tekst in _van_sjabloon(sjabloon) for woord in _woorden(tekst)} | MERKEN
    kwijt = gezegd - gelezen
    return Counter({woord: aantal for woord, aantal in kwijt.items() if not any(woord in heel for heel in eigen)})


def _woorden(tekst: str) -> list[str]:
    return _WOORD.findall(tekst.casefold())


def _van_document(document: Document) -> Iterator[str]:
    for blok in document.blokken:
        if isinstance(blok, Regel):
            yield blok.tekst
        elif isinstance(blok, Rooster):
            yield from (cel.tekst for rij in blok.rijen for cel in rij)


def _van_lezing(lezing: Profiellezing) -> Iterator[str]:
    inhoud = lezing.inhoud
    for veld in inhoud.velden:
        yield f"{veld.label} {veld.waarde or ''}"
    for rij in inhoud.tabellen:
        yield f"{rij.label} {rij.opmerking or ''}"
        yield from (cel for cel in rij.cellen.values() if isinstance(cel, str))
    yield from (tekst.tekst for tekst in inhoud.teksten)
    yield from (stuk.tekst for stuk in lezing.ongelezen)
    yield from (f"{link.url} {link.tekst}" for link in inhoud.links)


def _van_sjabloon(deel: object) -> Iterator[str]:
    """All words of a template but those of its fixed texts."""
    if isinstance(deel, str):
        yield deel
    elif isinstance(deel, tuple):
        for stuk in deel:
            yield from _van_sjabloon(stuk)
    elif isinstance(deel, VasteTekst):
        yield deel.titel
    elif is_dataclass(deel):
        for veld in fields(deel):
            if veld.name != "verantwoording":
                yield from _van_sjabloon(getattr(deel, veld.name))
