"""A report is read in its own order, whatever order a database or a sealed file laid it in."""

import json
from typing import Any

import pytest

from passend.regels.oppdelen import DELEN
from passend.regels.rapportvolgorde import VOLGORDE, in_volgorde


def _rapport(naam: str, velden: list[str], **meer: Any) -> dict[str, Any]:
    rubriek = {"naam": naam, "velden": {veld: veld.title() for veld in velden}, "regels": [], **meer}
    return {"onderdelen": [{"code": "begeleiding", "teksten": {}, "rubrieken": [rubriek]}]}


def _velden(rapport: dict[str, Any]) -> list[str]:
    return list(in_volgorde(rapport)["onderdelen"][0]["rubrieken"][0]["velden"])


def test_the_order_that_a_report_names_is_its_order_also_after_the_alphabet_had_it() -> None:
    rapport = _rapport("besluiten", ["wat", "op", "anders"], **{VOLGORDE: ["op", "wat"]})

    assert _velden(json.loads(json.dumps(rapport, sort_keys=True))) == ["op", "wat", "anders"]


@pytest.mark.parametrize(
    ("naam", "velden", "verwacht"),
    [
        ("plannen", ["aanleiding", "doel", "nummer", "van"], ["nummer", "van", "aanleiding", "doel"]),
        ("oppevaluaties", ["op", "versie", "werkte"], ["versie", "op", "werkte"]),
        ("onbekend", ["b", "a"], ["b", "a"]),
    ],
)
def test_a_report_of_the_first_version_gets_the_order_that_was_meant(
    naam: str, velden: list[str], verwacht: list[str]
) -> None:
    assert _velden(_rapport(naam, velden)) == verwacht


def test_the_parts_of_a_perspective_keep_the_order_in_which_one_writes_them() -> None:
    codes = [deel.code for deel in DELEN]

    assert _velden(_rapport("ontwikkelingsperspectieven", sorted(codes))) == codes


def test_what_the_school_wrote_keeps_the_order_of_the_decree_and_nothing_else_changes() -> None:
    deel = {"code": "gedrag", "teksten": {"zelfstandigheid": "Ja.", "huiswerk": "Af."}, "rubrieken": []}

    wordt = in_volgorde({"formaat": "passend-overstap-1", "onderdelen": [deel]})

    assert list(wordt["onderdelen"][0]["teksten"]) == ["huiswerk", "zelfstandigheid"]
    assert wordt == {"formaat": "passend-overstap-1", "onderdelen": [deel]}


def test_report_that_says_its_order_itself_is_followed() -> None:
    rubriek = {"naam": "planregels", "velden": {"plan": "Plan", "aanpak": "Wat"}, VOLGORDE: ["aanpak", "plan"]}
    deel = {"code": "begeleiding", "teksten": {}, "rubrieken": [rubriek]}

    [uit] = in_volgorde({"onderdelen": [deel]})["onderdelen"]
    assert list(uit["rubrieken"][0]["velden"]) == ["aanpak", "plan"]
