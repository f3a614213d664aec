"""When a school decides on an application: each case with the day before, the day itself and the day after."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Onderbreking, Verlenging
from passend.regels.toelatingstermijnen import toelatingstermijnen, waarschuwingen
from passend.regels.verlengingspoort import check_verlenging

OP = date(2026, 9, 14)
FEITEN = Aanmeldingsfeiten(verzocht_op=OP, ontvangen_op=OP)
VERLENGD = Verlenging(op=date(2026, 10, 19), tot=date(2026, 11, 9), reden="Er is nog onderzoek nodig.")


def _datums(feiten: Aanmeldingsfeiten, peildatum: date = OP) -> dict[str, tuple[date, str]]:
    return {een.wat: (een.dag, str(een.vindplaats)) for een in toelatingstermijnen(feiten, peildatum=peildatum)}


def test_decision_is_due_six_weeks_after_receipt_and_placement_the_day_after_ten() -> None:
    assert _datums(FEITEN) == {
        "besluit": (date(2026, 10, 26), "WPO artikel 40 lid 6"),
        "verlenging_hooguit": (date(2026, 11, 23), "WPO artikel 40 lid 6"),
        "tijdelijke_plaatsing": (date(2026, 11, 24), "WPO artikel 40 lid 7"),
    }


def test_holiday_stops_nothing() -> None:
    zomer = Aanmeldingsfeiten(verzocht_op=date(2026, 7, 6), ontvangen_op=date(2026, 7, 6))

    assert [dag for dag, _waar in _datums(zomer).values()] == [
        date(2026, 8, 17),
        date(2026, 9, 14),
        date(2026, 9, 15),
    ]


def test_ten_weeks_count_from_the_request_and_six_from_receipt() -> None:
    datums = _datums(replace(FEITEN, ontvangen_op=date(2026, 9, 21)), date(2026, 9, 21))

    assert datums["besluit"][0] == date(2026, 11, 2)
    assert datums["tijdelijke_plaatsing"][0] == date(2026, 11, 24)


def test_extension_moves_the_decision_and_not_the_placement() -> None:
    assert _datums(replace(FEITEN, verlengd=VERLENGD), VERLENGD.op) == {
        "besluit": (date(2026, 11, 9), "WPO artikel 40 lid 6"),
        "tijdelijke_plaatsing": (date(2026, 11, 24), "WPO artikel 40 lid 7"),
    }


def test_incomplete_application_stops_the_clock_of_the_decision_only() -> None:
    tien_dagen = Onderbreking(van=date(2026, 9, 21), uiterlijk_op=date(2026, 10, 5), aangevuld_op=date(2026, 10, 1))
    datums = _datums(replace(FEITEN, onderbrekingen=(tien_dagen,)), date(2026, 10, 1))

    assert datums == {
        "besluit": (date(2026, 11, 5), "WPO artikel 40 lid 6"),
        "verlenging_hooguit": (date(2026, 12, 3), "WPO artikel 40 lid 6"),
        "niet_behandelen": (date(2026, 10, 29), "WPO artikel 63 lid 4"),
        "tijdelijke_plaatsing": (date(2026, 11, 24), "WPO artikel 40 lid 7"),
    }


def test_public_school_stops_its_clock_by_another_law() -> None:
    open_ = Onderbreking(van=date(2026, 9, 21))
    besluit = toelatingstermijnen(
        replace(FEITEN, is_openbaar=True, onderbrekingen=(open_,)), peildatum=date(2026, 9, 28)
    )[0]

    assert (besluit.dag, str(besluit.vindplaats), besluit.is_voorlopig) == (
        date(2026, 11, 2),
        "Awb artikel 4:15 lid 1",
        True,
    )


def test_child_at_another_school_gets_no_temporary_placement() -> None:
    assert "tijdelijke_plaatsing" not in _datums(replace(FEITEN, is_elders_ingeschreven=True))


@pytest.mark.parametrize(
    ("geboren", "vanaf"),
    [
        (date(2022, 11, 23), date(2026, 11, 24)),
        (date(2022, 11, 24), date(2026, 11, 24)),
        (date(2022, 11, 25), date(2026, 11, 25)),
    ],
)
def test_placement_is_never_before_the_fourth_birthday(geboren: date, vanaf: date) -> None:
    assert _datums(replace(FEITEN, geboren_op=geboren))["tijdelijke_plaatsing"][0] == vanaf


def test_child_that_seeks_asylum_is_admitted_after_six_weeks_and_nothing_is_extended() -> None:
    asiel = replace(FEITEN, is_asielzoeker=True, verlengd=VERLENGD)

    assert _datums(asiel, VERLENGD.op) == {
        "besluit": (date(2026, 10, 26), "WPO artikel 40 lid 15"),
        "toelating_van_rechtswege": (date(2026, 10, 27), "WPO artikel 40 lid 16"),
    }


def test_last_day_on_a_sunday_names_the_earlier_working_day_as_safe() -> None:
    zondag = replace(FEITEN, verzocht_op=date(2026, 9, 13), ontvangen_op=date(2026, 9, 13))
    _besluit, veilig, *_rest = toelatingstermijnen(zondag, peildatum=OP)

    assert (veilig.wat, veilig.dag, veilig.vindplaats.is_beleid) == ("besluit_veilig", date(2026, 10, 23), True)


def test_school_is_warned_on_the_agreed_days() -> None:
    assert {een.wat: (een.dag - OP).days for een in waarschuwingen(FEITEN, peildatum=OP)} == {
        f"waarschuwing_{dag}": dag for dag in (28, 35, 40, 42, 63, 70)
    }


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({}, []),
        ({"op": date(2026, 10, 26)}, []),
        ({"op": date(2026, 10, 27)}, ["verlengd_te_laat"]),
        ({"tot": date(2026, 11, 23)}, []),
        ({"tot": date(2026, 11, 24)}, ["verlengd_te_lang"]),
        ({"tot": date(2026, 10, 27)}, []),
        ({"tot": date(2026, 10, 26)}, ["verlengd_te_kort"]),
        ({"reden": " "}, ["reden"]),
        ({"op": date(2026, 9, 13)}, ["verlengd_voor_ontvangst"]),
    ],
)
def test_extension_is_in_time_and_not_too_long(anders: dict[str, date], code: list[str]) -> None:
    bezwaren = check_verlenging(FEITEN, replace(VERLENGD, **anders), peildatum=date(2026, 10, 27))

    assert [een.code for een in bezwaren] == code


def test_second_extension_is_refused() -> None:
    bezwaren = check_verlenging(replace(FEITEN, verlengd=VERLENGD), VERLENGD, peildatum=VERLENGD.op)

    assert [een.code for een in bezwaren] == ["al_verlengd"]


def test_extension_of_tomorrow_is_refused() -> None:
    bezwaren = check_verlenging(FEITEN, VERLENGD, peildatum=VERLENGD.op - timedelta(days=1))

    assert [een.code for een in bezwaren] == ["verlengd_toekomst"]
