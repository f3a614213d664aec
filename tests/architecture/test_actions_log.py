"""Every action somebody takes leaves a line in the log: no pattern on one function sees that, for helpers write it."""

import ast
from collections.abc import Iterable
from pathlib import Path

from tests.architecture.bestanden import BRON

PLANKEN = [*BRON.glob("*/actions.py"), *BRON.glob("*/actions/*.py")]
SCHRIJFT = {"log_handeling", "log_onderwerpen"}
UITGEZONDERD = {
    "confirm_element": "an answer about a document that is in no profile yet; storing it writes the line",
    "overwrite_onderdeel": "a part of an action of the same room, which writes the line",
    "write_onderdelen": "a part of storing a document, which writes the line",
}


def _functies(bronnen: Iterable[str]) -> dict[str, tuple[bool, set[str]]]:
    """Each function: whether it is an action of somebody, and what it calls."""
    gevonden = {}
    for bron in bronnen:
        for knoop in ast.parse(bron).body:
            if isinstance(knoop, ast.FunctionDef):
                van_iemand = any(arg.arg == "actor" for arg in knoop.args.kwonlyargs)
                roept = {
                    deel.func.id
                    for deel in ast.walk(knoop)
                    if isinstance(deel, ast.Call) and isinstance(deel.func, ast.Name)
                }
                gevonden[knoop.name] = (van_iemand and not knoop.name.startswith("_"), roept)
    return gevonden


def _zonder_regel(bronnen: Iterable[str]) -> set[str]:
    """The actions from which no way of calls leads to a line in the log."""
    functies = _functies(bronnen)
    bereikt = set(SCHRIJFT)
    while nieuw := {naam for naam, (_is, roept) in functies.items() if naam not in bereikt and roept & bereikt}:
        bereikt |= nieuw
    return {naam for naam, (is_handeling, _roept) in functies.items() if is_handeling and naam not in bereikt}


def _lees(paden: Iterable[Path]) -> list[str]:
    return [pad.read_text(encoding="utf-8") for pad in paden]


def test_every_action_reaches_the_log() -> None:
    assert sum(is_handeling for is_handeling, _roept in _functies(_lees(PLANKEN)).values()) > 20
    assert _zonder_regel(_lees(PLANKEN)) == set(UITGEZONDERD)


def test_action_that_writes_no_line_is_seen_also_beside_one_that_does() -> None:
    bron = """
def weg(*, actor, rij): rij.delete()
def netjes_weg(*, actor, rij): _log(actor); rij.delete()
def alles_weg(*, actor, rijen): [netjes_weg(actor=actor, rij=rij) for rij in rijen]
def _log(actor): log_handeling(account=actor)
def reken(*, op): return op
"""

    assert _zonder_regel([bron]) == {"weg"}
