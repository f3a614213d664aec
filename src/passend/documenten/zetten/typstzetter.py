"""PDF by Typst: tagged (PDF/UA-1) and made to last (PDF/A-2a), with the product's own typeface when it is installed."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import typst

from passend.documenten.zetten.afbeelding import extensie_van
from passend.documenten.zetten.woorden import schoon

LETTERTYPEN: Final = Path(__file__).resolve().parents[4] / "var" / "lettertypen"
VAKJE: Final = "□"
_GEEN_LETTER = re.compile(r"the text `\"(.*?)\"` could not be displayed", re.DOTALL)
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


def zet_pdf(naam: str, gegevens: Mapping[str, Any], *, dag: tuple[int, int, int], logo: bytes | None = None) -> bytes:
    """Set a template of this package with data.

    A logo that Typst cannot read is left out: a broken picture must not keep a school from its document.
    """
    bron = (files("passend.documenten.zetten") / naam).read_bytes()
    alles = {**gegevens, "dag": dag, "logo": None}
    if logo and extensie_van(logo):
        try:
            return _zet_leesbaar(bron, {**alles, "logo": list(logo)}, dag)
        except typst.TypstError as fout:
            if "image" not in fout.message:
                raise
    return _zet_leesbaar(bron, alles, dag)


def _zet_leesbaar(bron: bytes, gegevens: Mapping[str, Any], dag: tuple[int, int, int]) -> bytes:
    """Set it; what no typeface at hand can show becomes a visible box, because the standards allow no blank there."""
    onleesbaar: dict[int, str] = {}
    while True:
        try:
            return _compile(bron, _vervang(gegevens, onleesbaar), dag)
        except typst.TypstError as fout:
            nieuw = _onleesbaar(fout.message) - onleesbaar.keys()
            if not nieuw:
                raise
            onleesbaar |= dict.fromkeys(nieuw, VAKJE)


def _onleesbaar(melding: str) -> set[int]:
    gevonden = _GEEN_LETTER.search(melding)
    if gevonden is None:
        return set()
    tekst = _CODE.sub(lambda code: chr(int(code[1], 16)), gevonden[1])
    return {ord(teken) for teken in tekst if not teken.isascii()}


def _vervang(waarde: Any, onleesbaar: Mapping[int, str]) -> Any:
    if isinstance(waarde, str):
        return schoon(waarde).translate(onleesbaar)
    if isinstance(waarde, Mapping):
        return {sleutel: _vervang(deel, onleesbaar) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list | tuple) and not (waarde and isinstance(waarde[0], int)):
        return [_vervang(deel, onleesbaar) for deel in waarde]
    return waarde


def _compile(bron: bytes, gegevens: Mapping[str, Any], dag: tuple[int, int, int]) -> bytes:
    return typst.compile(
        bron,
        format="pdf",
        font_paths=lettertypen(),
        sys_inputs={"data": json.dumps(gegevens, ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=datetime(*dag, tzinfo=UTC),
    )


@cache
def lettertypen() -> typst.Fonts:
    """The fonts, found once; without the folder Typst's own serif stands in."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(LETTERTYPEN)] if LETTERTYPEN.is_dir() else [])
