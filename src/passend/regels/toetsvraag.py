"""What is asked of a result that somebody typed: it can be, but it is not what one expects."""

from collections.abc import Collection
from decimal import Decimal
from typing import Final

from passend.regels.instrumenten import Resultaat

GEWOON_HOOGSTE: Final = Decimal(1000)  # no scale of a test goes further than a few hundreds
VEEL: Final = 2  # times as much, or as little, as every result before
RUIM: Final = Decimal(30)  # on small scores twice as much is soon reached


def vragen_bij(resultaat: Resultaat, eerder: Collection[Resultaat]) -> list[str]:
    """Why somebody should look at a result again before it is kept: a score far from those before, or a moment twice.

    >>> from datetime import date
    >>> from passend.regels.instrumenten import Resultaatgegevens
    >>> een = Resultaatgegevens(
    ...     instrument="iep", vak="rekenen", afgenomen_op=date(2026, 11, 24), schaalscore=Decimal(99999)
    ... )
    >>> len(vragen_bij(een, []))
    1
    """
    zelfde = [een for een in eerder if _schaal(een) == _schaal(resultaat)]
    vragen = []
    scores = [een.schaalscore for een in zelfde if een.schaalscore is not None]
    if resultaat.schaalscore is not None and _is_vreemd(resultaat.schaalscore, scores):
        vragen.append(f"De score {_kort(resultaat.schaalscore)} is heel anders dan gewoon. Klopt het getal?")
        if scores:
            vragen.append(f"De vorige score was {_kort(scores[-1])}.")
    dubbel = [
        een.afgenomen_op
        for een in zelfde
        if resultaat.afnamemoment
        and een.afnamemoment == resultaat.afnamemoment
        and een.afgenomen_op != resultaat.afgenomen_op
    ]
    if dubbel:
        vragen.append(
            f"Er staat al een toets van {resultaat.afnamemoment}, op {dubbel[-1]:%d-%m-%Y}. Is dit een andere?"
        )
    return vragen


def _schaal(een: Resultaat) -> tuple[str, str, str]:
    """Scores are compared within one instrument, version and subject only."""
    return een.instrument, een.instrumentversie, een.vak


def _is_vreemd(score: Decimal, eerder: Collection[Decimal]) -> bool:
    if not eerder:
        return score > GEWOON_HOOGSTE
    laagste, hoogste = min(eerder), max(eerder)
    return score > max(hoogste * VEEL, hoogste + RUIM) or score < min(laagste / VEEL, laagste - RUIM)


def _kort(score: Decimal) -> str:
    return f"{score.normalize():f}".replace(".", ",")
