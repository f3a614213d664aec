"""When facts about a pupil ask for a look: never over the border of an instrument, and never a verdict."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from passend.begrippen.volgen import Signaalregel, Verzuimsoort
from passend.regels.signalen import (
    Evaluatiefeit,
    Meting,
    Signaal,
    Signaalfeiten,
    SignaalinstellingError,
    check_drempel,
    signalen,
    standaard_drempels,
)
from passend.regels.verzuim import Verzuimdag, verzuimstand

VANDAAG = date(2026, 11, 25)
GEWOON = standaard_drempels(VANDAAG)


def _meting(
    op: date, niveau: str = "", score: int | None = None, instrument: str = "cito_lvs", schema: str = "cito_romeins"
) -> Meting:
    return Meting(
        instrument=instrument,
        versie="3.0",
        vak="rekenen",
        moment="",
        op=op,
        schaalscore=None if score is None else Decimal(score),
        niveau=niveau,
        normschema=schema if niveau else "",
    )


def _bij(*metingen: Meting, **drempels: int) -> tuple[Signaal, ...]:
    gekozen = {regel: replace(GEWOON[regel], drempel=drempels.get(regel, GEWOON[regel].drempel)) for regel in GEWOON}
    return signalen(Signaalfeiten(metingen=metingen, verzuim=None), gekozen, peildatum=VANDAAG)


M5, E5, M6 = date(2025, 6, 10), date(2026, 1, 20), date(2026, 6, 10)


def test_fall_of_two_bands_is_told_with_both_days_and_the_instrument() -> None:
    gevonden = _bij(_meting(M5, "II"), _meting(M6, "IV"))

    assert [(een.regel, een.vak, een.sinds, een.zin) for een in gevonden] == [
        (
            Signaalregel.DALING,
            "rekenen",
            M6,
            "Van niveau II op 10-06-2025 naar niveau IV op 10-06-2026, op dezelfde toets (Cito Volgsysteem).",
        )
    ]


@pytest.mark.parametrize(
    "metingen",
    [
        (_meting(M5, "II"), _meting(M6, "III")),
        (_meting(M5, "IV"), _meting(M6, "II")),
        (_meting(M5, "II"), _meting(M6, "IV", instrument="cito_lib")),
        (_meting(M5, "A", schema="cito_letters"), _meting(M6, "D", schema="letters_15_20_30")),
        (_meting(M5, "II"), _meting(M6, "1F", instrument="iep", schema="iep_rekenen")),
        (_meting(date(2024, 1, 20), "I"), _meting(M6, "IV")),
        (_meting(date(2023, 6, 10), "I"), _meting(date(2024, 6, 10), "V")),
        (_meting(M5, "II"), _meting(M6, "zes")),
        (_meting(M6, "V"),),
    ],
    ids=[
        "one band",
        "a rise",
        "another instrument",
        "another scheme",
        "a reference level",
        "more than two years ago",
        "nothing measured this year",
        "unknown band",
        "one measurement",
    ],
)
def test_what_may_not_be_compared_or_did_not_fall_says_nothing(metingen: tuple[Meting, ...]) -> None:
    assert _bij(*metingen) == ()


def test_fall_in_two_steps_counts_from_the_highest() -> None:
    assert len(_bij(_meting(M5, "II"), _meting(E5, "III"), _meting(M6, "IV"))) == 1


def test_school_that_wants_to_hear_of_one_band_hears_of_one() -> None:
    assert len(_bij(_meting(M5, "II"), _meting(M6, "III"), daling=1)) == 1


def test_score_that_stood_still_for_a_year_is_told() -> None:
    (gevonden,) = _bij(_meting(M5, score=120), _meting(E5, score=124), _meting(M6, score=120))

    assert (gevonden.regel, gevonden.zin) == (
        Signaalregel.STILSTAND,
        (
            "Op 10-06-2025 een score van 120, op 10-06-2026 een score van 120 op dezelfde toets (Cito Volgsysteem). "
            "In die tijd is er geen groei te zien."
        ),
    )


@pytest.mark.parametrize(
    "metingen",
    [
        (_meting(M5, score=120), _meting(M6, score=121)),
        (_meting(E5, score=120), _meting(M6, score=118)),
        (_meting(M5, score=120), replace(_meting(M6, score=120), versie="2.0")),
        (
            _meting(M5, "1S", 100, instrument="iep", schema="iep_rekenen"),
            _meting(M6, "1S", 100, instrument="iep", schema="iep_rekenen"),
        ),
    ],
    ids=["some growth", "half a year", "another version", "the end of the scale"],
)
def test_growth_or_what_cannot_grow_says_nothing(metingen: tuple[Meting, ...]) -> None:
    assert _bij(*metingen) == ()


@pytest.mark.parametrize(("uren", "aantal"), [("11.5", 0), ("12", 1), ("16", 1)])
def test_absence_is_told_from_twelve_hours(uren: str, aantal: int) -> None:
    dagen = [Verzuimdag(op=date(2026, 11, 24), soort=Verzuimsoort.ONGEOORLOOFD, uren=Decimal(uren))]
    feiten = Signaalfeiten(metingen=(), verzuim=verzuimstand(dagen, vrij=(), peildatum=VANDAAG))

    gevonden = signalen(feiten, GEWOON, peildatum=VANDAAG)

    assert [een.regel for een in gevonden] == [Signaalregel.VERZUIM] * aantal
    assert ["De school meldt dit nu" in een.zin for een in gevonden] == [uren == "16"] * aantal


def test_evaluation_is_late_the_day_after_it_should_have_been_there() -> None:
    feiten = [Evaluatiefeit(wat="Plan lezen", uiterlijk_op=VANDAAG - timedelta(days=dagen)) for dagen in (0, 1)]

    gevonden = signalen(Signaalfeiten(metingen=(), verzuim=None, evaluaties=feiten), GEWOON, peildatum=VANDAAG)

    assert [een.sinds for een in gevonden] == [VANDAAG - timedelta(days=1)]


def test_rule_that_is_switched_off_says_nothing() -> None:
    uit = {regel: replace(drempel, is_ingeschakeld=False) for regel, drempel in GEWOON.items()}
    feiten = Signaalfeiten(metingen=[_meting(M5, "II"), _meting(M6, "IV")], verzuim=None)

    assert (len(signalen(feiten, GEWOON, peildatum=VANDAAG)), signalen(feiten, uit, peildatum=VANDAAG)) == (1, ())


def test_fingerprint_stays_with_the_same_facts_and_changes_with_a_new_one() -> None:
    eerst, nog_eens, erna = (
        _bij(*metingen)[0].kenmerk
        for metingen in (
            (_meting(M5, "II"), _meting(M6, "IV")),
            (_meting(M6, "IV"), _meting(M5, "II")),
            (_meting(M5, "II"), _meting(M6, "IV"), _meting(date(2026, 11, 10), "V")),
        )
    )

    assert eerst == nog_eens
    assert erna != eerst


@pytest.mark.parametrize(("regel", "drempel"), [(Signaalregel.DALING, 0), (Signaalregel.VERZUIM, 17)])
def test_threshold_that_points_at_everybody_or_nobody_is_refused(regel: Signaalregel, drempel: int) -> None:
    with pytest.raises(SignaalinstellingError, match="Kies een getal van"):
        check_drempel(regel, drempel, peildatum=VANDAAG)
