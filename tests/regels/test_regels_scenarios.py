"""Every scenario in `scenarios/termijnen.toml`: the command says exactly these days, with these articles."""

import json
import shlex
import tomllib
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from passend.cli.termijn import build_termijnparser

PAD = Path(__file__).parent / "scenarios" / "termijnen.toml"
SCENARIOS = tomllib.loads(PAD.read_text(encoding="utf-8"))["scenario"]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["naam"])
def test_scenario(scenario: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    opties = build_termijnparser().parse_args([*shlex.split(scenario["opdracht"]), "--json"])

    code = opties.doe(opties)

    uit, fout = capsys.readouterr()
    if "weigert" in scenario:
        assert (code, fout.splitlines()) == (1, scenario["weigert"])
    else:
        assert code == 0
        assert [[een["datum"], een["wat"], een["grondslag"]] for een in json.loads(uit)] == sorted(
            scenario["dan"], key=itemgetter(0)
        )
        assert all(een["uitleg"].endswith(".") for een in json.loads(uit))
