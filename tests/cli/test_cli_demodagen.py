"""The days of the made-up region, whatever day it is loaded on."""

from datetime import date, datetime, timedelta

import pytest

from passend.begrippen.vakantieregio import Vakantieregio
from passend.cli.demodagen import schooldag, terug, twee_werkdagen
from passend.cli.demoleerlingen import AMSTERDAM, moment_van
from passend.cli.demoregio import lees
from passend.regels.schoolvakanties import schoolvakanties
from passend.regels.werkdagen import is_werkdag

JAREN = [date(2026, 1, 1) + timedelta(days=nummer) for nummer in range(800)]
ZES_WEKEN, TIEN_WEKEN = 42, 70


def test_days_back_are_working_days_in_the_same_order_and_never_far_off() -> None:
    for vandaag in JAREN:
        dagen = [terug(vandaag, aantal) for aantal in range(80, 0, -1)]

        assert dagen == sorted(dagen)
        assert all(is_werkdag(dag) for dag in dagen)
        assert all(0 <= (vandaag - dag).days - aantal <= 5 for aantal, dag in zip(range(80, 0, -1), dagen, strict=True))


def test_first_school_day_is_in_no_weekend_and_no_holiday() -> None:
    for vandaag in JAREN:
        dag = schooldag(vandaag)

        assert dag >= vandaag
        assert is_werkdag(dag)
        assert dag not in schoolvakanties(Vakantieregio.MIDDEN, dag.year)


def test_two_days_of_a_suspension_are_working_days_that_follow_each_other() -> None:
    for vandaag in JAREN:
        eerste, tweede = twee_werkdagen(vandaag)

        assert tweede - eerste == timedelta(days=1)
        assert is_werkdag(eerste)
        assert is_werkdag(tweede)


@pytest.mark.parametrize("nummer", range(7))
def test_cases_of_the_region_keep_within_their_terms_whatever_day_it_is_loaded_on(nummer: int) -> None:
    zaak = lees("toelating.json")["zaken"][nummer]
    for vandaag in JAREN:
        begin = terug(vandaag, zaak["dagen"])
        for soort, dagen, feiten in zaak["gebeurd"]:
            dag = terug(vandaag, dagen)
            if soort in {"besluit", "verlengd"}:
                assert (dag - begin).days <= ZES_WEKEN
            if soort == "verlengd":
                assert ZES_WEKEN < (dag - begin).days + feiten["dagen"] <= TIEN_WEKEN


@pytest.mark.parametrize(
    ("nu", "moment"),
    [
        (datetime(2026, 11, 27, 0, 40, tzinfo=AMSTERDAM), datetime(2026, 11, 27, 0, 40, tzinfo=AMSTERDAM)),
        (datetime(2026, 11, 27, 14, tzinfo=AMSTERDAM), datetime(2026, 11, 27, 9, tzinfo=AMSTERDAM)),
        (datetime(2026, 11, 28, 0, 40, tzinfo=AMSTERDAM), datetime(2026, 11, 27, 9, tzinfo=AMSTERDAM)),
    ],
)
def test_nothing_of_the_made_up_region_is_done_later_than_now(
    nu: datetime, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: nu)

    assert moment_van(date(2026, 11, 27)) == moment
