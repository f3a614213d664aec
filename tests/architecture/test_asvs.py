"""The page about OWASP ASVS names every requirement once, and what it points at is there."""

import ast
import csv
import re
from collections import Counter
from functools import cache

import pytest
from tests.architecture.bestanden import WORTEL

PAGINA = WORTEL / "docs" / "developer" / "reference" / "asvs.md"
NORM = WORTEL.parent / "shared" / "standards" / "asvs"
AANTAL = 253
STANDEN = ("met", "partly", "not met", "not applicable")
RIJ = re.compile(r"^\| (V\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| ([a-z ]+) \| (.*) \|$", re.MULTILINE)
TELLING = re.compile(r"^\| ([a-z ]+) \| (\d+) \|$", re.MULTILINE)
VERWIJZING = re.compile(r"`([\w.-]+(?:/[\w.-]+)*)(?:::(\w+))?`")
BEGIN = ("src/", "tests/", "docs/", "scripts/", "bench/", ".ci/")
WORTELBESTANDEN = re.compile(r"^[\w-]+\.(?:md|lock|json|toml|yml)$")
KORTSTE_REDEN = 7


def _rijen(tekst: str) -> list[tuple[str, str, str, str, str]]:
    return RIJ.findall(tekst)


def _pagina() -> str:
    return PAGINA.read_text(encoding="utf-8")


@cache
def _toetsen(pad: str) -> frozenset[str]:
    boom = ast.parse((WORTEL / pad).read_text(encoding="utf-8"))
    return frozenset(knoop.name for knoop in boom.body if isinstance(knoop, ast.FunctionDef))


def _kapot(antwoord: str) -> list[str]:
    """What an answer points at and is not there."""
    return [
        f"{pad}::{toets}" if toets else pad
        for pad, toets in VERWIJZING.findall(antwoord)
        if (pad.startswith(BEGIN) or WORTELBESTANDEN.match(pad))
        and (not (WORTEL / pad).exists() or (toets and toets not in _toetsen(pad)))
    ]


def _zonder_antwoord(stand: str, antwoord: str) -> bool:
    """True when a claim points at nothing, or something that is missing has no reason in words."""
    woorden = VERWIJZING.sub("", antwoord).strip(" ,.;()")
    if stand == "met":
        return not antwoord.strip()
    return len(woorden) < KORTSTE_REDEN


def test_page_has_each_requirement_once_in_its_order() -> None:
    nummers = [nummer for nummer, *_rest in _rijen(_pagina())]

    assert len(nummers) == len(set(nummers)) == AANTAL
    assert len(re.findall(r"^\| V\d", _pagina(), re.MULTILINE)) == AANTAL
    assert nummers == sorted(nummers, key=lambda nummer: [int(deel) for deel in nummer[1:].split(".")])


def test_every_requirement_of_both_levels_is_there() -> None:
    bestanden = sorted(NORM.glob("*.csv"))
    if not bestanden:
        pytest.skip("the standard itself is not beside the project")
    with bestanden[0].open(encoding="utf-8-sig", newline="") as bron:
        gevraagd = {(rij["req_id"], rij["L"]) for rij in csv.DictReader(bron) if rij["L"] in {"1", "2"}}

    assert len(gevraagd) == AANTAL
    assert {(nummer, niveau) for nummer, niveau, *_rest in _rijen(_pagina())} == gevraagd


def test_every_status_is_one_of_four_and_counted() -> None:
    standen = Counter(stand for *_eerder, stand, _antwoord in _rijen(_pagina()))

    assert set(standen) == set(STANDEN)
    assert {stand: int(aantal) for stand, aantal in TELLING.findall(_pagina())} == standen


def test_everything_an_answer_points_at_is_there() -> None:
    assert {nummer: kapot for nummer, *_rest, antwoord in _rijen(_pagina()) if (kapot := _kapot(antwoord))} == {}


def test_what_is_not_met_says_why_and_what_is_met_says_by_what() -> None:
    assert [nummer for nummer, *_r, stand, antwoord in _rijen(_pagina()) if _zonder_antwoord(stand, antwoord)] == []


@pytest.mark.parametrize(
    ("antwoord", "kapot"),
    [
        ("`tests/web/weg.py`", ["tests/web/weg.py"]),
        ("`tests/architecture/test_asvs.py::test_weg`", ["tests/architecture/test_asvs.py::test_weg"]),
        ("`tests/architecture/test_asvs.py::test_every_status_is_one_of_four_and_counted` `textContent`", []),
        ("`weg.lock`, `requirements.lock`, `.ci/run`", ["weg.lock"]),
    ],
)
def test_what_is_not_there_is_seen(antwoord: str, kapot: list[str]) -> None:
    assert _kapot(antwoord) == kapot


@pytest.mark.parametrize(
    ("stand", "antwoord", "leeg"),
    [
        ("met", " ", True),
        ("met", "`src/passend`", False),
        ("not met", "`src/passend`", True),
        ("not applicable", "", True),
        ("not applicable", "No GraphQL.", False),
    ],
)
def test_claim_without_an_answer_is_seen(stand: str, antwoord: str, *, leeg: bool) -> None:
    assert _zonder_antwoord(stand, antwoord) is leeg
