"""What parents agree to in a plan: its words, their fingerprint, and what changed in them (WPO 40a lid 2 and 5)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from passend.regels.oppdelen import DELEN, NEE, OP_CODE, REGELS, Oppdeel, gevraagde_delen


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelverschil:
    """A part that says something else than before; `was` is empty when it is new."""

    deel: Oppdeel
    was: str
    wordt: str


def vergelijk_delen(was: Mapping[str, str], wordt: Mapping[str, str]) -> tuple[Deelverschil, ...]:
    """Which parts changed between two times, in the order of the plan; what does not apply any more became empty.

    >>> [een.deel.code for een in vergelijk_delen({"doelen": "Lezen"}, {"doelen": "Lezen", "begeleiding": "Een uur"})]
    ['begeleiding']
    """
    oud, nieuw = _wat_geldt(was), _wat_geldt(wordt)
    return tuple(
        Deelverschil(deel=deel, was=oud.get(deel.code, ""), wordt=nieuw.get(deel.code, ""))
        for deel in DELEN
        if oud.get(deel.code, "") != nieuw.get(deel.code, "")
    )


def handelingsdeel(inhoud: Mapping[str, str]) -> dict[str, str]:
    """What parents agree to, by the code of the part: only what says something.

    >>> handelingsdeel({"begeleiding": "Een uur ", "werkt": "Rust"})
    {'begeleiding': 'Een uur'}
    """
    geldt = _wat_geldt(inhoud)
    return {code: tekst for code, tekst in geldt.items() if OP_CODE[code].is_handelingsdeel}


def _wat_geldt(inhoud: Mapping[str, str]) -> dict[str, str]:
    """The parts that apply and say something; that something does not apply is what a plan says of itself."""
    teksten = {deel.code: inhoud.get(deel.code, "").strip() for deel in gevraagde_delen(inhoud)}
    zegt_niets = {code for code, tekst in teksten.items() if OP_CODE[code].soort == "ja_nee" and tekst == NEE}
    return {code: tekst for code, tekst in teksten.items() if tekst and code not in zegt_niets}


def handelingsdeelsom(inhoud: Mapping[str, str]) -> str:
    """A fingerprint of what parents agree to; when one letter of it changes, they are asked anew (WPO 40a lid 2 and 5).

    A plan without lines has the fingerprint it had before there were lines, so that what parents said of it counts.

    >>> handelingsdeelsom({"begeleiding": "Een uur"}) == handelingsdeelsom({"begeleiding": "Een uur", "werkt": "Rust"})
    True
    >>> handelingsdeelsom({"begeleiding": "Een uur"}) == handelingsdeelsom({"begeleiding": "Twee uur"})
    False
    """
    deel = {een.code: inhoud.get(een.code, "").strip() for een in gevraagde_delen(inhoud) if een.is_handelingsdeel}
    if not deel[REGELS]:
        del deel[REGELS]
    return hashlib.sha256(json.dumps(deel, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
