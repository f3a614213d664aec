"""The small picture of growth in a row: a line through scores on one scale, with nothing that asks for attention."""

from dataclasses import dataclass

from passend.plannen.queries.metingen import Groei

BREEDTE, HOOGTE, RAND = 36, 16, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Vonk:
    """Points of a line, and where it ends; `woorden` are the same for who cannot see it."""

    punten: str
    x: float
    y: float
    woorden: str


def vonk_van(groei: Groei) -> Vonk | None:
    """The picture; None with fewer than two scores, for one says nothing about growth."""
    if len(groei.scores) < 2:  # noqa: PLR2004 -- a line has two ends
        return None
    dagen = [dag.toordinal() for dag, _score in groei.scores]
    scores = [score for _dag, score in groei.scores]
    punten = [
        (_op_schaal(dag, dagen, BREEDTE), HOOGTE - _op_schaal(score, scores, HOOGTE))
        for dag, score in zip(dagen, scores, strict=True)
    ]
    x, y = punten[-1]
    return Vonk(
        punten=" ".join(f"{a:.1f},{b:.1f}" for a, b in punten),
        x=x,
        y=y,
        woorden=", ".join(f"{score:g}".replace(".", ",") for score in scores),
    )


def _op_schaal(waarde: float, alle: list[int] | list[float], grootte: int) -> float:
    laagste, hoogste = min(alle), max(alle)
    deel = (waarde - laagste) / (hoogste - laagste) if hoogste > laagste else 0.5
    return RAND + deel * (grootte - 2 * RAND)
