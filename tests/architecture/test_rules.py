"""Every rule for the source shows what it finds and what it leaves; `scripts/rules.sh` holds it to that."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.architecture.bestanden import WORTEL

REGELS = WORTEL / "scripts" / "scan" / "regels"
ZEGT = re.compile(r"(?:#|//|<!--) (ruleid|ok): ([\w-]+)")


def _regels(pad: Path) -> list[dict[str, Any]]:
    regels: list[dict[str, Any]] = yaml.safe_load(pad.read_text(encoding="utf-8"))["rules"]
    return regels


def _voorbeelden(pad: Path) -> Counter[tuple[str, str]]:
    bestanden = [voorbeeld for voorbeeld in REGELS.glob(f"{pad.stem}.*") if voorbeeld.suffix != ".yml"]
    return Counter(zegt for bestand in bestanden for zegt in ZEGT.findall(bestand.read_text(encoding="utf-8")))


@pytest.mark.parametrize("pad", sorted(REGELS.glob("*.yml")), ids=lambda pad: pad.stem)
def test_every_rule_has_an_example_of_wrong_and_of_right(pad: Path) -> None:
    voorbeelden = _voorbeelden(pad)
    namen = [regel["id"] for regel in _regels(pad)]

    assert namen
    assert [naam for naam in namen if not (voorbeelden["ruleid", naam] and voorbeelden["ok", naam])] == []
    assert {naam for _zegt, naam in voorbeelden} == set(namen)


def test_every_finding_that_is_accepted_has_a_reason() -> None:
    lijst = tomllib.loads((WORTEL / "scripts" / "scan" / "aanvaard.toml").read_text(encoding="utf-8"))

    assert [regel for regel in lijst.get("vondst", []) if len(regel["reden"]) < 20 or not regel["soort"]] == []
