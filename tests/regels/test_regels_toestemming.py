"""When the permission of parents counts, told as what happens in a family."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.periode import Periode
from passend.regels.toestemming import (
    Besluitfeiten,
    Toestemmingfeiten,
    Toestemmingsstand,
    gesloten_door,
    ontbrekende_ouders,
    toestemming_geldt,
    toestemming_stand,
    uiterste_dag,
    vroegste_handtekening,
)

OP = datetime(2026, 10, 5, 9, tzinfo=UTC)
SECONDE = timedelta(seconds=1)
DAG = timedelta(days=1)
STEEDS = Periode(date(2020, 1, 1))
MOEDER, VADER, VOOGD = 1, 2, 3
JA = Besluitfeiten(gegeven_op=OP - DAG)
WEG = Besluitfeiten(gegeven_op=OP - DAG, ingetrokken_op=OP - timedelta(hours=1))


def _vraag(gezag: dict[int, Periode], besluiten: dict[int, Besluitfeiten] | None = None) -> Toestemmingfeiten:
    return Toestemmingfeiten(tot_en_met=date(2026, 12, 31), gezag=gezag, besluiten=besluiten or {})


def test_two_parents_both_have_to_agree() -> None:
    gezag = {MOEDER: STEEDS, VADER: STEEDS}
    niemand, een, beiden = (_vraag(gezag, wie) for wie in ({}, {MOEDER: JA}, {MOEDER: JA, VADER: JA}))

    assert [toestemming_geldt(feiten, op=OP) for feiten in (niemand, een, beiden)] == [False, False, True]
    assert [ontbrekende_ouders(feiten, op=OP) for feiten in (niemand, een, beiden)] == [(MOEDER, VADER), (VADER,), ()]


def test_one_of_two_who_takes_it_back_is_enough_to_stop_it() -> None:
    feiten = _vraag({MOEDER: STEEDS, VADER: STEEDS}, {MOEDER: JA, VADER: WEG})

    assert (toestemming_geldt(feiten, op=OP), ontbrekende_ouders(feiten, op=OP)) == (False, (VADER,))


def test_nobody_with_authority_means_nobody_who_can_agree() -> None:
    assert toestemming_geldt(_vraag({}), op=OP) is False
    assert toestemming_geldt(_vraag({}, {MOEDER: JA}), op=OP) is False
    assert ontbrekende_ouders(_vraag({}, {MOEDER: JA}), op=OP) == ()


def test_what_somebody_without_authority_says_does_not_count() -> None:
    feiten = _vraag({MOEDER: STEEDS}, {VADER: JA})

    assert (toestemming_geldt(feiten, op=OP), ontbrekende_ouders(feiten, op=OP)) == (False, (MOEDER,))


@pytest.mark.parametrize(
    ("begin", "geldt"),
    [(date(2026, 10, 4), False), (date(2026, 10, 5), False), (date(2026, 10, 6), True)],
    ids=["began yesterday", "begins today", "begins tomorrow"],
)
def test_parent_who_gets_authority_must_be_asked_from_that_day(begin: date, geldt: bool) -> None:  # noqa: FBT001 -- a column of the table above
    feiten = _vraag({MOEDER: STEEDS, VOOGD: Periode(begin)}, {MOEDER: JA})

    assert toestemming_geldt(feiten, op=OP) is geldt


@pytest.mark.parametrize(
    ("einde", "geldt"),
    [(date(2026, 10, 4), True), (date(2026, 10, 5), False), (date(2026, 10, 6), False)],
    ids=["ended yesterday", "last day is today", "last day is tomorrow"],
)
def test_parent_whose_authority_ended_is_asked_no_more_from_the_day_after(einde: date, geldt: bool) -> None:  # noqa: FBT001 -- a column of the table above
    feiten = _vraag({MOEDER: STEEDS, VADER: Periode(date(2020, 1, 1), einde)}, {MOEDER: JA})

    assert toestemming_geldt(feiten, op=OP) is geldt


def test_only_parent_who_loses_authority_takes_the_permission_along() -> None:
    feiten = _vraag({MOEDER: Periode(date(2020, 1, 1), date(2026, 10, 4))}, {MOEDER: JA})

    assert toestemming_geldt(feiten, op=OP - DAG) is True
    assert toestemming_geldt(feiten, op=OP) is False


@pytest.mark.parametrize(
    ("op", "geldt"),
    [
        (datetime(2026, 12, 30, 12, tzinfo=UTC), True),
        (datetime(2026, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), True),
        (datetime(2027, 1, 1, tzinfo=UTC), False),
    ],
    ids=["day before", "last moment of the last day", "day after"],
)
def test_permission_counts_until_the_end_of_its_last_day(op: datetime, geldt: bool) -> None:  # noqa: FBT001 -- a column of the table above
    assert toestemming_geldt(_vraag({MOEDER: STEEDS}, {MOEDER: JA}), op=op) is geldt


def test_permission_counts_from_the_moment_it_is_given_to_the_moment_it_is_taken_back() -> None:
    terug = OP + timedelta(hours=2)
    feiten = _vraag({MOEDER: STEEDS}, {MOEDER: Besluitfeiten(gegeven_op=OP, ingetrokken_op=terug)})

    momenten = (OP - SECONDE, OP, terug - SECONDE, terug, terug + SECONDE)

    assert [toestemming_geldt(feiten, op=op) for op in momenten] == [False, True, True, False, False]
    assert [ontbrekende_ouders(feiten, op=op) for op in momenten] == [(MOEDER,), (), (), (MOEDER,), (MOEDER,)]


def test_taken_back_in_the_second_it_was_given_it_never_counted() -> None:
    feiten = _vraag({MOEDER: STEEDS}, {MOEDER: Besluitfeiten(gegeven_op=OP, ingetrokken_op=OP)})

    assert [toestemming_geldt(feiten, op=OP + tijd) for tijd in (-SECONDE, timedelta(0), SECONDE)] == [False] * 3


def test_given_again_after_it_was_taken_back_it_counts_from_then() -> None:
    opnieuw = Besluitfeiten(gegeven_op=OP)  # a new decision takes the place of the one that was taken back
    feiten = _vraag({MOEDER: STEEDS}, {MOEDER: opnieuw})

    assert toestemming_geldt(feiten, op=OP - SECONDE) is False
    assert toestemming_geldt(feiten, op=OP) is True


OUDERS = st.integers(1, 4)
DAGEN = st.dates(date(2026, 9, 28), date(2026, 10, 12))
MOMENTEN = st.datetimes(datetime(2026, 9, 28), datetime(2026, 10, 12), timezones=st.just(UTC))  # noqa: DTZ001 -- hypothesis adds the zone
PERIODEN = st.builds(Periode, DAGEN, st.none() | DAGEN)
BESLUITEN = st.builds(Besluitfeiten, gegeven_op=MOMENTEN, ingetrokken_op=st.none() | MOMENTEN)
VRAGEN = st.builds(
    Toestemmingfeiten,
    tot_en_met=DAGEN,
    gezag=st.dictionaries(OUDERS, PERIODEN),
    besluiten=st.dictionaries(OUDERS, BESLUITEN),
    ingetrokken_op=st.none() | MOMENTEN,
)


@given(VRAGEN, st.integers(5, 9), PERIODEN, MOMENTEN)
def test_one_more_parent_with_authority_never_makes_a_permission_count(
    feiten: Toestemmingfeiten, ouder: int, periode: Periode, op: datetime
) -> None:
    meer = replace(feiten, gezag={**feiten.gezag, ouder: periode})

    was_er_iemand = any(gezag.bevat(op.date()) for gezag in feiten.gezag.values())
    assert not (was_er_iemand and toestemming_geldt(meer, op=op) and not toestemming_geldt(feiten, op=op))
    assert set(ontbrekende_ouders(meer, op=op)) >= set(ontbrekende_ouders(feiten, op=op))
    assert not toestemming_geldt(meer, op=op) or not periode.bevat(op.date())


@given(VRAGEN, OUDERS, MOMENTEN, MOMENTEN)
def test_taking_back_never_makes_a_permission_count(
    feiten: Toestemmingfeiten, ouder: int, terug: datetime, op: datetime
) -> None:
    besluit = feiten.besluiten.get(ouder, Besluitfeiten(gegeven_op=terug))
    minder = replace(feiten, besluiten={**feiten.besluiten, ouder: replace(besluit, ingetrokken_op=min(terug, op))})

    had_gezag = ouder in feiten.gezag and feiten.gezag[ouder].bevat(op.date())
    assert not (toestemming_geldt(minder, op=op) and not toestemming_geldt(feiten, op=op))
    assert not (had_gezag and toestemming_geldt(minder, op=op))


@given(VRAGEN, MOMENTEN)
def test_it_counts_exactly_when_it_is_in_time_somebody_has_authority_and_nobody_is_missing(
    feiten: Toestemmingfeiten, op: datetime
) -> None:
    met_gezag = [ouder for ouder, periode in feiten.gezag.items() if periode.bevat(op.date())]
    eens = [
        ouder
        for ouder in met_gezag
        if (besluit := feiten.besluiten.get(ouder))
        and besluit.gegeven_op <= op
        and (besluit.ingetrokken_op is None or besluit.ingetrokken_op > op)
    ]

    nee = [besluit for besluit in feiten.besluiten.values() if besluit.ingetrokken_op and besluit.ingetrokken_op <= op]
    teruggenomen = feiten.ingetrokken_op is not None and feiten.ingetrokken_op <= op

    assert set(ontbrekende_ouders(feiten, op=op)) == set(met_gezag) - set(eens)
    assert toestemming_geldt(feiten, op=op) is (
        op.date() <= feiten.tot_en_met
        and bool(met_gezag)
        and len(eens) == len(met_gezag)
        and not nee
        and not teruggenomen
    )


@given(VRAGEN, OUDERS, MOMENTEN, MOMENTEN, st.dictionaries(OUDERS, PERIODEN))
def test_what_a_parent_said_no_to_never_counts_again_whatever_happens_to_authority_and_to_others(
    feiten: Toestemmingfeiten, ouder: int, nee: datetime, op: datetime, gezag: dict[int, Periode]
) -> None:
    besluiten = feiten.besluiten | {ouder: Besluitfeiten(gegeven_op=min(nee, op), ingetrokken_op=min(nee, op))}

    later = replace(feiten, gezag=gezag, besluiten=besluiten)

    assert toestemming_geldt(later, op=op) is False


@pytest.mark.parametrize("einde", [OP.date() - DAG, OP.date(), OP.date() + DAG])
def test_no_of_a_parent_stays_when_their_authority_ends_also_on_the_day_itself(einde: date) -> None:
    """Ending access today makes yesterday the last day of authority, so that the no of this morning lies after it."""
    nee = Besluitfeiten(gegeven_op=OP, ingetrokken_op=OP)
    feiten = _vraag({MOEDER: STEEDS, VADER: Periode(date(2020, 1, 1), einde)}, {MOEDER: JA, VADER: nee})
    zonder = _vraag({MOEDER: STEEDS}, {MOEDER: JA, VADER: nee})

    assert [toestemming_stand(een, op=OP + 3 * DAG) for een in (feiten, zonder)] == [Toestemmingsstand.GEWEIGERD] * 2
    assert gesloten_door(zonder, op=OP) == (VADER,)
    assert toestemming_geldt(zonder, op=OP - SECONDE) is True


def test_reason_why_it_does_not_count_is_told() -> None:
    ja, nee = {MOEDER: JA}, {MOEDER: WEG}
    standen = [
        toestemming_stand(feiten, op=OP)
        for feiten in (
            _vraag({MOEDER: STEEDS}, ja),
            _vraag({MOEDER: STEEDS, VADER: STEEDS}, ja),
            _vraag({MOEDER: STEEDS}, nee),
            _vraag({}, ja),
            replace(_vraag({MOEDER: STEEDS}, ja), tot_en_met=date(2026, 10, 4)),
            replace(_vraag({MOEDER: STEEDS}, ja), ingetrokken_op=OP),
        )
    ]

    assert standen == list(Toestemmingsstand)


@pytest.mark.parametrize(
    ("dag", "uiterste", "vroegste"),
    [
        (date(2026, 10, 5), date(2027, 10, 5), date(2025, 10, 5)),
        (date(2028, 2, 29), date(2029, 3, 1), date(2027, 2, 28)),
    ],
)
def test_permission_is_asked_for_a_year_at_most_and_no_older_signature_counts(
    dag: date, uiterste: date, vroegste: date
) -> None:
    assert (uiterste_dag(dag), vroegste_handtekening(dag)) == (uiterste, vroegste)
