"""The school's own colour, made safe: whatever a school chooses, text on it and in it stays readable."""

import re
from dataclasses import dataclass
from typing import Final

STANDAARD: Final = "#0b5d5e"
INKT: Final = "#1d2733"
WIT: Final = "#ffffff"
LEESBAAR: Final = 4.5
_VORM = re.compile(r"#[0-9a-fA-F]{6}")
_STAP: Final = 0.04
_KNIK: Final = 0.04045  # below this sRGB is linear

type Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kleuren:
    """`vlak` fills, `op_vlak` is text on it, `accent` is text on white or on `tint`, `tint` is a quiet background."""

    vlak: str
    op_vlak: str
    accent: str
    tint: str


def kleuren_van(kleur: str) -> Kleuren:
    """The four colours that follow from one; an impossible value gives the product's own.

    >>> kleuren_van("#ffee00").op_vlak
    '#1d2733'
    """
    vlak = kleur.lower() if _VORM.fullmatch(kleur) else STANDAARD
    tint = _meng(vlak, WIT, 0.92)
    return Kleuren(
        vlak=vlak,
        op_vlak=WIT if contrast(vlak, WIT) >= LEESBAAR else INKT if contrast(vlak, INKT) >= LEESBAAR else "#000000",
        accent=_donker_genoeg(vlak, tint),
        tint=tint,
    )


def contrast(een: str, ander: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _donker_genoeg(kleur: str, achtergrond: str) -> str:
    deel = 0.0
    while contrast(_meng(kleur, "#000000", deel), achtergrond) < LEESBAAR:
        deel += _STAP
    return _meng(kleur, "#000000", deel)


def _rgb(kleur: str) -> Rgb:
    return int(kleur[1:3], 16), int(kleur[3:5], 16), int(kleur[5:7], 16)


def _meng(kleur: str, met: str, deel: float) -> str:
    paren = zip(_rgb(kleur), _rgb(met), strict=True)
    return "#" + "".join(f"{round(een + (ander - een) * deel):02x}" for een, ander in paren)


def _helderheid(kleur: str) -> float:
    delen = [waarde / 255 for waarde in _rgb(kleur)]
    lineair = [deel / 12.92 if deel <= _KNIK else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]
