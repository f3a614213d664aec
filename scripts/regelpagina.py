"""Write `docs/developer/reference/regels.md` from the scenarios of the tests and the dated numbers of the rules."""

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from passend.regels.parameterbestand import Waarde, load_parameters

WORTEL = Path(__file__).resolve().parents[1]
SCENARIOS = WORTEL / "tests" / "regels" / "scenarios"
PARAMETERS = WORTEL / "src" / "passend" / "regels" / "parameters"
PAGINA = WORTEL / "docs" / "developer" / "reference" / "regels.md"
KOP = """# The rules, as scenarios with their articles

Made by `python scripts/regelpagina.py` from `tests/regels/scenarios/` and `src/passend/regels/parameters/`; a test
fails when this page is older than they are. The scenarios are in Dutch, for who knows the law and not the code: is the
day right, and is the article?

## How the text was read

Where the law leaves room, the rules choose so:

- **The clock of an incomplete application** stands still from the day on which the parents are asked until the day on
  which it is complete, or the last day of the term for it (WPO 63 lid 4, Awb 4:15 lid 1): the difference between both
  days. Who asks after the term is over stops nothing. Ten weeks from the request are never stopped.
- **An extension** counts once, when the parents heard of it on or before the last day of the first term, and up to four
  weeks after that day. What is written down against the law moves no date.
- **A child that seeks asylum** must be decided on within six weeks of receipt, and is admitted from the day after six
  weeks from the *request* (WPO 40 lid 16), never before its fourth birthday. That rule holds from 1 August 2026, the
  text that was read.
- **An admission by law** cannot be undone by a refusal: from the day after those six weeks no refusal counts, also of a
  child that is too young to come yet, and no reason of the board gets past it. It can still confirm it by letter.
- **A need that parents name** counts as long as the school did not look, and the school must look before it refuses
  (WPO 40 lid 3). What parents say of learning Dutch alone makes no refusal easier: that the school must find.
- **A decision works for the parents** from the day of the letter, also when the board took it earlier: the terms for an
  objection and for the committee count from that day, and whether it came in time, before the temporary place (WPO 40
  lid 6, 7), before the law admitted the child (lid 16) or within the four weeks of not handling (63 lid 4). Parents who
  heard of it before the letter can object at once (Awb 6:10).
- **From the letter** count as well: the last day of a temporary place (the day after it, lid 7), the six weeks for the
  plan of a child whose place becomes final by it (40a lid 3), and how long the case of a child that was not admitted is
  kept, which is policy: nothing goes while parents can object. **From the day of the decision itself** count the report
  that a child has no number (40b lid 3: within two weeks after the decision) and the first day on which a child can be
  a pupil (Besluit bekostiging WPO 9: after the decision), so that who came the day after a phone call is enrolled from
  that day. What must be there before a decision is looked at on its own day. The plan of a child that is enrolled
  afterwards counts from the enrolment (40a lid 3).
- **A ground** is a fact. Who names another school as the reason has one that said yes, also where the duty to find one
  does not hold (WPO 40 lid 4, 63 lid 2, Awb 3:46).
- **Willing** is an sbo or so that says yes when the verklaring is there or asked for (WPO 40 lid 8, WEC 40 lid 10): the
  law says no more than willing, and without a request that yes cannot become a place. An instelling of cluster 1 or 2
  has a commissie of its own.
- **While parents have time** to complete the application nobody is refused: the school said itself that it cannot judge
  yet. The law says so of not handling only (WPO 63 lid 4, Awb 4:5). The last day is still theirs.
- **An application that is completed and still says too little** can be left unhandled within four weeks (WPO 63 lid 4).
- **A pupil** is enrolled from the day of the decision, of the right to a temporary place or of the admission by law at
  the earliest (Besluit bekostiging WPO 9).
- **An application that is not handled** can be objected to at a public school (it is a decision in the sense of the
  Awb). Of a bijzondere school WPO 63 lid 3 speaks of refusal and removal only; there the committee can be asked.
- **Full** counts as a ground when the policy on places was public on the day of the request. The law says only that
  there is no place (WPO 40 lid 5); that it must be public and followed is an agreement, and shown as such.
- **Evidence** is what was written down before the decision, and there on its day. What is written down later, of
  whatever day, does not undo it: of a yes that is taken back, or a row that was a mistake, the director and the board
  get a warning and a task.
- **A removal whose willing school cannot admit the child any more** stays decided, for the parents have the letter,
  and the child stays a pupil (WPO 40 lid 11, LPW 10): the school searches on, or the board takes its decision back.
  That another school enrolled the child counts when the yes of that school stands on that day, and of an sbo or so
  when the verklaring is there (WPO 40 lid 8, WEC 40 lid 10).
- **A board that decides against a gate** does so with a reason, and the case says so wherever it is shown. What cannot
  be true (a day in the future, a second decision) and the reasons in the letter never yield.
- **A last day that is no working day** stays the last day; the working day before it is shown as the safe one.
- **Two suspensions** count together when no school day lies between them (WPO 40c lid 1); days of a school holiday in
  between are not counted. That one begins at most eight weeks after the decision is our choice: later is a slip.
- **At once** (letter, inspectie, gemeente) is due on the day of the decision.

What a plan and a file add up to is proven further in `tests/regels/test_regels_opp.py` and
`test_regels_bewaartermijnen.py`.
"""


def pagina() -> str:
    """The whole page."""
    poorten = _lees("poorten")
    delen = (
        KOP,
        "## Dates\n",
        *_termijnen(_lees("termijnen")["scenario"]),
        "## What must be on file before a decision on an application\n",
        _tabel(("Scenario", "Wat er nog ontbreekt"), _poorten(poorten["poort"])),
        _tabel(("Woord", "Wat de school leest"), poorten["zinnen"].items()),
        "## What must be on file before a removal\n",
        _tabel(("Scenario", "Wat er nog ontbreekt"), _poorten(poorten["verwijdering"])),
        "## When another school can have enrolled a removed pupil\n",
        _tabel(("Scenario", "Wat er nog ontbreekt"), _poorten(poorten["ingeschreven"])),
        "## When a pupil cannot be suspended like this\n",
        _tabel(("Scenario", "Wat er niet kan"), _poorten(poorten["schorsing"])),
        "## Where an application stands\n",
        _tabel(("Scenario", "Dag", "Stand", "Aan zet", "Wat de ouders lezen"), _standen(_lees("standen")["stand"])),
        "## Where a removal stands\n",
        _tabel(
            ("Scenario", "Dag", "Stand", "Aan zet", "Wat de ouders lezen"), _standen(_lees("standen")["verwijdering"])
        ),
        "## Until when somebody can object to a removal\n",
        _tabel(("Scenario", "Dag", "Welke dagen tellen"), _dagen(_lees("standen")["verwijderbezwaar"])),
        "## How long data stays\n",
        _tabel(("Scenario", "Dag", "Stand", "Wat er staat", "Grondslag"), _bewaren(_lees("bewaren")["bewaren"])),
        "## When absence is reported (Leerplichtwet 1969 artikel 21a lid 1)\n",
        _tabel(("Scenario", "Op", "Uren die tellen", "Melden"), _verzuim(_lees("verzuim")["verzuim"])),
        "## The numbers\n",
        *_parameters(),
    )
    return "\n".join(delen).rstrip("\n") + "\n"


def _lees(naam: str) -> Any:
    return tomllib.loads((SCENARIOS / f"{naam}.toml").read_text(encoding="utf-8"))


def _termijnen(scenarios: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for scenario in scenarios:
        yield f"### {scenario['naam']}\n\n`passend termijn {scenario['opdracht']}`\n"
        if "weigert" in scenario:
            yield "".join(f"- Kan niet: {zin}\n" for zin in scenario["weigert"])
        else:
            yield _tabel(("Datum", "Wat", "Grondslag"), scenario["dan"])


def _poorten(scenarios: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for scenario in scenarios:
        yield scenario["naam"], "; ".join(scenario["mist"]) or "niets: het mag"


def _standen(scenarios: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for scenario in scenarios:
        yield scenario["naam"], str(scenario["op"]), scenario["stand"], scenario["aan_zet"], scenario["uitleg"]


def _dagen(scenarios: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for scenario in scenarios:
        tellend = "; ".join(f"{wat}: {dag} ({waar})" for dag, wat, waar in scenario["dan"])
        yield scenario["naam"], str(scenario["op"]), tellend or "geen"


def _bewaren(scenarios: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for scenario in scenarios:
        yield (
            scenario["naam"],
            str(scenario["op"]),
            scenario["stand"].replace("_", " "),
            scenario["uitleg"],
            scenario["grondslag"],
        )


def _verzuim(scenarios: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for scenario in scenarios:
        yield scenario["naam"], str(scenario["op"]), scenario["uren"], "ja" if scenario["melden"] else "nee"


def _parameters() -> Iterator[str]:
    kop = ("Wat", "Geteld vanaf", "Waarde", "Geldig van", "Grondslag", "Gecontroleerd op")
    for pad in sorted(PARAMETERS.glob("*.toml")):
        yield f"### `{pad.name}`\n"
        yield _tabel(
            kop,
            (
                (
                    parameter.wat,
                    parameter.vanaf,
                    _waarde(waarde),
                    str(waarde.geldig_van),
                    _grondslag(waarde),
                    str(waarde.gecontroleerd_op),
                )
                for parameter in load_parameters(pad.stem).values()
                for waarde in parameter.waarden
            ),
        )


def _waarde(waarde: Waarde) -> str:
    return ", ".join(f"{naam}: {_woord(feit)}" for naam, feit in waarde.feiten.items()) or "-"


def _woord(feit: Any) -> str:
    return " en ".join(map(str, feit)) if isinstance(feit, list) else str(feit)


def _grondslag(waarde: Waarde) -> str:
    waar = waarde.vindplaats
    bron = f"[{waar}]({waar.adres})" if waar.adres else f"{waar}; geen openbare bron"
    return f"{bron} (beleid)" if waar.is_beleid else bron


def _tabel(kop: Iterable[str], rijen: Iterable[Iterable[str]]) -> str:
    koppen = tuple(kop)
    regels = [koppen, ["---"] * len(koppen), *rijen]
    return "".join(f"| {' | '.join(regel)} |\n" for regel in regels)


if __name__ == "__main__":
    PAGINA.write_text(pagina(), encoding="utf-8")
    sys.exit(0)
