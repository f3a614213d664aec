"""What parents read first of a plan: a beginning from what the plan says already, so that nobody types it twice."""

from collections.abc import Sequence
from datetime import date

from passend.regels.planregels import Regelfeiten

LANGSTE_GEWOON = 2_000


def begin_gewoon(
    *, voornaam: str, doelen: Sequence[str], regels: Sequence[Regelfeiten], woorden: str = "", terugkijken: date | None
) -> str:
    r"""The goals, who helps how often, and when it is looked at again, each in a sentence of its own; to be rewritten.

    >>> regel = Regelfeiten(aanpak="Samen lezen", wie="leerkracht", hoe_vaak="elke dag")
    >>> print(begin_gewoon(voornaam="Pip", doelen=["Pip leest vlot."], regels=[regel], terugkijken=date(2026, 12, 1)))
    Dit gaat Pip leren:
    - Pip leest vlot.
    <BLANKLINE>
    Zo helpen we:
    - Samen lezen. Wie: leerkracht. Wanneer: elke dag.
    <BLANKLINE>
    Op 1-12-2026 kijken we samen of het helpt.
    """
    hulp = [*(regel for regel in woorden.splitlines() if regel.strip()), *(_hulpzin(regel) for regel in regels)]
    stukken = [
        _lijst(f"Dit gaat {voornaam} leren:", doelen),
        _lijst("Zo helpen we:", hulp),
        f"Op {terugkijken.day}-{terugkijken.month}-{terugkijken.year} kijken we samen of het helpt."
        if terugkijken
        else "",
    ]
    return "\n\n".join(filter(None, stukken))[:LANGSTE_GEWOON]


def _hulpzin(regel: Regelfeiten) -> str:
    wanneer = f"Wanneer: {regel.hoe_vaak}." if regel.hoe_vaak else ""
    return " ".join(filter(None, [f"{regel.aanpak.rstrip('.')}.", f"Wie: {regel.wie.rstrip('.')}.", wanneer]))


def _lijst(kop: str, zinnen: Sequence[str]) -> str:
    punten = [f"- {zin.strip().removeprefix('- ')}" for zin in zinnen if zin.strip()]
    return "\n".join([kop, *punten]) if punten else ""
