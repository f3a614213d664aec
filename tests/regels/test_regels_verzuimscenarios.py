"""Every scenario in `scenarios/verzuim.toml`: what counts towards the sixteen hours that a school reports."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from passend.begrippen.volgen import Verzuimsoort
from passend.regels.verzuim import Verzuimdag, verzuimstand

PAD = Path(__file__).parent / "scenarios" / "verzuim.toml"
SCENARIOS = tomllib.loads(PAD.read_text(encoding="utf-8"))["verzuim"]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["naam"])
def test_scenario(scenario: dict[str, Any]) -> None:
    dagen = [Verzuimdag(op=op, soort=Verzuimsoort(soort), uren=Decimal(uren)) for op, soort, uren in scenario["dagen"]]

    stand = verzuimstand(dagen, vrij=scenario.get("vrij", []), peildatum=scenario["op"])

    assert (stand.uren, stand.is_melden) == (Decimal(scenario["uren"]), scenario["melden"])
