"""Words of a PDF page: out of characters, into lines and boxes."""

from collections.abc import Iterable, Sequence
from typing import Any

from pdfplumber.utils.text import extract_words

from passend.documenten.document import Kader

type Woorden = list[dict[str, Any]]


def woorden_uit(tekens: Woorden) -> Woorden:
    """The words that characters make by where they stand."""
    woorden: Woorden = extract_words(tekens, keep_blank_chars=False, use_text_flow=False, x_tolerance=1.5)
    return woorden


def staat_in(woord: dict[str, Any], kader: Sequence[float]) -> bool:
    """True when the middle of a word or character lies in a box."""
    midden_x, midden_y = (woord["x0"] + woord["x1"]) / 2, (woord["top"] + woord["bottom"]) / 2
    return bool(kader[0] <= midden_x <= kader[2] and kader[1] <= midden_y <= kader[3])


def in_regels(woorden: Iterable[dict[str, Any]]) -> list[Woorden]:
    """Words on the same height, from left to right."""
    regels: list[Woorden] = []
    for woord in sorted(woorden, key=lambda woord: ((woord["top"] + woord["bottom"]) / 2, woord["x0"])):
        midden = (woord["top"] + woord["bottom"]) / 2
        if regels and abs(midden - _midden(regels[-1])) < (woord["bottom"] - woord["top"]) * 0.4:
            regels[-1].append(woord)
        else:
            regels.append([woord])
    return [sorted(regel, key=lambda woord: woord["x0"]) for regel in regels]


def _midden(regel: Woorden) -> float:
    return float(regel[0]["top"] + regel[0]["bottom"]) / 2


def kader_van(woorden: Sequence[dict[str, Any]]) -> Kader:
    """The box around words."""
    return (
        round(float(min(w["x0"] for w in woorden)), 1),
        round(float(min(w["top"] for w in woorden)), 1),
        round(float(max(w["x1"] for w in woorden)), 1),
        round(float(max(w["bottom"] for w in woorden)), 1),
    )


def tekst_van(woorden: Iterable[dict[str, Any]]) -> str:
    """Words as text, a line for each height."""
    return "\n".join(" ".join(str(woord["text"]) for woord in regel) for regel in in_regels(woorden))


def raakt(kader: Sequence[float], ander: Sequence[float]) -> bool:
    """True when two boxes overlap."""
    return kader[0] < ander[2] and ander[0] < kader[2] and kader[1] < ander[3] and ander[1] < kader[3]
