"""How `passend termijn` reads days and prints what a rule says: as JSON or in words, and a refusal in a sentence."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import wraps

from passend.begrippen.termijn import Poortbezwaar, Termijn
from passend.regels.parameterbestand import GeenWaardeError

type Opdracht = Callable[[argparse.Namespace], int]


def dag(tekst: str) -> date:
    """A day as it is typed."""
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen dag; schrijf jaar-maand-dag, zoals 2026-07-31") from fout


def dagen(tekst: str) -> tuple[date, date | None]:
    """Two days with a colon between them; the second may be left out while it is not known."""
    van, _dubbelepunt, tot = tekst.partition(":")
    return dag(van), dag(tot) if tot else None


def vandaag(gekozen: date | None, *anders: date | None) -> date:
    """The day on which is asked: as chosen, or today, or the latest day that is given when that lies later."""
    nu = datetime.now().astimezone().date()
    return gekozen or max([nu, *(een for een in anders if een is not None)])


def zeg_vooruit(*gegeven: date | None) -> None:
    """Say that a day on which something happened is still to come: the answer holds, and a slip in a year is seen."""
    nu = datetime.now().astimezone().date()
    if komt := [f"{een:%d-%m-%Y}" for een in gegeven if een is not None and een > nu]:
        sys.stderr.write(f"Let op: {', '.join(komt)} moet nog komen. U ziet wat er dan zou gelden.\n")


def zegt_waarom_niet(doe: Opdracht) -> Opdracht:
    """A command that says in a sentence for which days there is no rule; its exit code is then 1."""

    @wraps(doe)
    def met_uitleg(opties: argparse.Namespace) -> int:
        try:
            return doe(opties)
        except GeenWaardeError as fout:
            sys.stderr.write(f"{fout}\n")
        except (OverflowError, ValueError):
            sys.stderr.write("Deze dag ligt te ver weg om mee te rekenen. Kies een dag die dichterbij is.\n")
        return 1

    return met_uitleg


def print_termijnen(termijnen: Iterable[Termijn], *, als_json: bool) -> int:
    """Print each date with what it is, where it stands and what it means, the first day first; gives 0."""
    op_volgorde = sorted(termijnen, key=lambda een: een.dag)
    if als_json:
        print(json.dumps([_als_dict(een) for een in op_volgorde], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_regels(op_volgorde)) or "Hierna komt er geen dag meer die in de wet staat.")
    return 0


def weiger(bezwaren: Iterable[Poortbezwaar]) -> int:
    """Say why not, each with where that stands; the exit code is 1, or 0 when there is nothing to say."""
    zinnen = [f"{bezwaar.zin} ({bezwaar.vindplaats})\n" for bezwaar in bezwaren]
    sys.stderr.writelines(zinnen)
    return 1 if zinnen else 0


def _als_dict(termijn: Termijn) -> dict[str, str | bool]:
    return {
        "datum": termijn.dag.isoformat(),
        "wat": termijn.wat,
        "grondslag": str(termijn.vindplaats),
        "is_beleid": termijn.vindplaats.is_beleid,
        "is_voorlopig": termijn.is_voorlopig,
        "uitleg": termijn.uitleg,
    }


def _regels(termijnen: Iterable[Termijn]) -> Iterator[str]:
    for termijn in termijnen:
        yield f"{termijn.dag:%d-%m-%Y}  {termijn.uitleg} ({termijn.vindplaats})"
