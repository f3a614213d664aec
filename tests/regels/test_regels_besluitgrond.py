"""On which ground a decision rests, with its articles, and whether parents were told in time."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.regels.feitenlezer import lees_aanmelding

from passend.begrippen.toelating import Weigeringsgrond
from passend.regels.besluitdag import dagen_te_laat, voorbije_termijnen
from passend.regels.besluitgrond import artikelen_van, grond_van
from passend.regels.toelatingsstand import toelatingsstand

BESLUITEN = tomllib.loads((Path(__file__).parent / "scenarios" / "besluiten.toml").read_text(encoding="utf-8"))
VERZOCHT = date(2026, 9, 14)
JA = [{"naam": "De Schelp", "gevraagd_op": VERZOCHT, "bereid_op": date(2026, 10, 1)}]


def _feiten(**feiten: Any) -> Any:
    return lees_aanmelding({"verzocht_op": VERZOCHT, **feiten})


def _geweigerd(op: date = date(2026, 10, 19), **anders: Any) -> dict[str, Any]:
    return {"soort": "geweigerd", "op": op, "motivering": "Het kan niet.", **anders}


@pytest.mark.parametrize("scenario", BESLUITEN["besluit"], ids=lambda scenario: scenario["naam"])
def test_decision_has_its_ground_its_lateness_and_the_days_that_stay(scenario: dict[str, Any]) -> None:
    zaak = lees_aanmelding({**BESLUITEN["vast"], **scenario.get("feiten", {}), "besluit": scenario["besluit"]})

    grond = grond_van(zaak, zaak.besluit)

    assert [str(een) for een in grond.vindplaatsen] == scenario["waar"] if grond else scenario["waar"] == []
    assert (grond is not None and grond.is_motivering) == scenario.get("motivering", False)
    assert dagen_te_laat(zaak, zaak.besluit) == scenario["te_laat"]
    blijft = voorbije_termijnen(zaak, zaak.besluit)
    assert [[str(een.dag), een.wat, str(een.vindplaats)] for een in blijft] == scenario["dan"]


@pytest.mark.parametrize("grond", Weigeringsgrond)
def test_ground_of_its_own_has_an_article_only_where_the_law_names_it(grond: Weigeringsgrond) -> None:
    heeft_artikel = grond is not Weigeringsgrond.ANDERS

    assert bool(artikelen_van(grond, is_zorgplichtig=True)) is heeft_artikel


@pytest.mark.parametrize(("scholen", "is_ja"), [(JA, True), ([], False)])
def test_another_school_is_willing_only_when_it_said_so(scholen: list[Any], *, is_ja: bool) -> None:
    zaak = _feiten(besluit=_geweigerd(), heeft_ondersteuning_nodig=True, scholen=scholen)

    gevonden = grond_van(zaak, zaak.besluit)

    assert gevonden is not None
    assert gevonden.is_bereid is is_ja


def test_admission_needs_no_ground() -> None:
    zaak = _feiten(besluit={"soort": "toegelaten", "op": date(2026, 10, 19)})

    assert grond_van(zaak, zaak.besluit) is None


@pytest.mark.parametrize(
    ("op", "bekend", "dagen", "zin"),
    [
        (date(2026, 10, 26), None, 0, "Het is verteld op 26-10-2026: op tijd."),
        (date(2026, 10, 26), date(2026, 10, 27), 1, "Het is verteld op 27-10-2026: 1 dag te laat."),
        (date(2026, 10, 31), None, 5, "Het is verteld op 31-10-2026: 5 dagen te laat."),
    ],
)
def test_case_keeps_the_last_day_and_counts_from_the_day_on_which_parents_were_told(
    op: date, bekend: date | None, dagen: int, zin: str
) -> None:
    besluit = {"soort": "toegelaten", "op": op, "bekendgemaakt_op": bekend}

    stand = toelatingsstand(_feiten(besluit=besluit), peildatum=date(2026, 11, 3))

    assert stand.dagen_te_laat == dagen
    assert [(een.wat, een.dag, str(een.vindplaats), een.uitleg) for een in stand.voorbij] == [
        (
            "besluit_was",
            date(2026, 10, 26),
            "WPO artikel 40 lid 6",
            f"Het besluit moest er uiterlijk op 26-10-2026 zijn. {zin}",
        )
    ]
    assert "besluit" not in {een.wat for een in stand.termijnen}


@pytest.mark.parametrize(
    ("bekend", "dagen"), [(date(2026, 11, 23), []), (date(2026, 11, 24), ["tijdelijke_plaatsing_was"])]
)
@pytest.mark.parametrize("soort", ["toegelaten", "geweigerd"])
def test_right_to_a_place_stays_when_it_was_reached_before_parents_were_told(
    bekend: date, dagen: list[str], soort: str
) -> None:
    zaak = _feiten(besluit={**_geweigerd(bekend, grond="anders"), "soort": soort}, heeft_ondersteuning_nodig=False)

    stand = toelatingsstand(zaak, peildatum=date(2026, 12, 1))

    assert [een.wat for een in stand.voorbij] == ["besluit_was", *dagen]
    if dagen:
        assert (stand.voorbij[1].dag, stand.voorbij[1].uitleg, str(stand.voorbij[1].vindplaats)) == (
            date(2026, 11, 24),
            "Er was na 10 weken geen besluit. Vanaf 24-11-2026 had het kind daarom recht op een tijdelijke plek.",
            "WPO artikel 40 lid 7",
        )


def test_without_a_decision_that_counts_nothing_is_past() -> None:
    zonder_reden = {"soort": "geweigerd", "op": date(2026, 10, 19)}

    for feiten in ({}, {"besluit": zonder_reden}):
        stand = toelatingsstand(_feiten(**feiten), peildatum=date(2026, 10, 28))
        assert (stand.voorbij, stand.dagen_te_laat, stand.is_te_laat) == ((), None, True)


def test_child_admitted_after_all_keeps_the_days_of_the_first_decision() -> None:
    bezwaar = {"bezwaar_op": date(2026, 11, 2), "beslist_op": date(2026, 11, 20), "is_alsnog_toegelaten": True}
    zaak = _feiten(besluit=_geweigerd(date(2026, 10, 31), grond="anders"), heeft_ondersteuning_nodig=False, **bezwaar)

    stand = toelatingsstand(zaak, peildatum=date(2026, 11, 26))

    assert ([een.wat for een in stand.voorbij], stand.dagen_te_laat) == (["besluit_was"], 5)


@pytest.mark.parametrize(
    ("school", "is_ja"),
    [
        ({"bereid_op": date(2026, 10, 19)}, True),
        ({"bereid_op": date(2026, 10, 20)}, False),  # after the decision
        ({"bereid_op": date(2026, 10, 1), "ingetrokken_op": date(2026, 10, 20)}, False),  # before parents were told
    ],
)
def test_another_school_is_willing_on_the_day_of_the_decision_and_when_parents_hear_of_it(
    school: dict[str, date], *, is_ja: bool
) -> None:
    scholen = [{"naam": "De Schelp", "gevraagd_op": VERZOCHT, **school}]
    besluit = _geweigerd(grond="andere_school", bekendgemaakt_op=date(2026, 10, 21))
    zaak = _feiten(besluit=besluit, heeft_ondersteuning_nodig=True, scholen=scholen)

    gevonden = grond_van(zaak, zaak.besluit)

    assert gevonden is not None
    assert (gevonden.grond, gevonden.is_bereid) == (Weigeringsgrond.ANDERE_SCHOOL, is_ja)


def test_application_that_never_came_in_is_decided_neither_in_time_nor_late() -> None:
    zaak = replace(_feiten(besluit=_geweigerd()), ontvangen_op=None)

    assert dagen_te_laat(zaak, zaak.besluit) is None


def test_last_day_stands_fast_once_it_was_decided_also_while_parents_could_still_complete_it() -> None:
    vraag = {"van": date(2026, 10, 1), "uiterlijk_op": date(2026, 11, 6)}
    zaak = _feiten(besluit=_geweigerd(), onderbrekingen=[vraag])

    assert [(een.wat, een.is_voorlopig) for een in voorbije_termijnen(zaak, zaak.besluit)] == [("besluit_was", False)]


@pytest.mark.parametrize(("bekend_op", "is_toegelaten"), [(date(2026, 10, 26), False), (date(2026, 10, 27), True)])
def test_law_admitted_a_child_on_the_day_on_which_parents_hear_too_late(
    bekend_op: date, *, is_toegelaten: bool
) -> None:
    zaak = _feiten(besluit=_geweigerd(bekend_op), is_asielzoeker=True)

    blijft = [een.wat for een in voorbije_termijnen(zaak, zaak.besluit)]
    assert ("toegelaten_van_rechtswege" in blijft) is is_toegelaten
