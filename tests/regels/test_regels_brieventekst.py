"""Every letter in `scenarios/brieven.toml`, as parents read it, and its translation: whole and bare."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from passend.begrippen.aanmelding import Briefsoort
from passend.regels.brieven.engels import maak_vertaling
from passend.regels.brieven.toelating import Brieffeiten, Brieftekst, maak_brief

PAD = Path(__file__).parent / "scenarios" / "brieven.toml"
BRIEVEN = tomllib.loads(PAD.read_text(encoding="utf-8"))["brief"]


def _feiten(ruw: dict[str, Any]) -> Brieffeiten:
    feiten = {naam: tuple(waarde) if isinstance(waarde, list) else waarde for naam, waarde in ruw.items()}
    return Brieffeiten(**{"school": "De Wilg", "kind": "Noa", "op": ruw["ontvangen_op"], **feiten})


def _alineas(tekst: str) -> tuple[str, ...]:
    return tuple(" ".join(alinea.split()) for alinea in tekst.strip().split("\n\n"))


@pytest.mark.parametrize("brief", BRIEVEN, ids=lambda brief: brief["naam"])
def test_letter_reads_as_it_was_written_down(brief: dict[str, Any]) -> None:
    soort, feiten = Briefsoort(brief["soort"]), _feiten(brief["feiten"])

    assert maak_brief(soort, feiten) == Brieftekst(brief["onderwerp"], _alineas(brief["tekst"]))
    assert maak_vertaling(soort, feiten) == _alineas(brief["engels"])


def test_every_letter_is_written_down() -> None:
    assert {brief["soort"] for brief in BRIEVEN} == set(Briefsoort)
