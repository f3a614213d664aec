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


def test_school_that_set_nothing_has_the_usual_thresholds_and_may_choose_around_them() -> None:
    assert {
        regel: (een.laagste, een.drempel, een.hoogste, een.is_ingeschakeld)
        for regel, een in standaard_drempels(VANDAAG).items()
    } == {
        Signaalregel.DALING: (1, 2, 4, True),
        Signaalregel.STILSTAND: (6, 12, 24, True),
        Signaalregel.VERZUIM: (4, 12, 16, True),
        Signaalregel.EVALUATIE: (0, 0, 60, True),
    }


def _verzuim(uren: str) -> tuple[Signaal, ...]:
    dagen = [Verzuimdag(op=date(2026, 11, 24), soort=Verzuimsoort.ONGEOORLOOFD, uren=Decimal(uren))]
    feiten = Signaalfeiten(metingen=(), verzuim=verzuimstand(dagen, vrij=(), peildatum=VANDAAG))
    return signalen(feiten, GEWOON, peildatum=VANDAAG)


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


def test_fall_counts_from_the_highest_band_and_from_its_last_day() -> None:
    (gevonden,) = _bij(
        _meting(date(2025, 1, 20), "III"), _meting(M5, "II"), _meting(E5, "II"), _meting(date(2026, 3, 1), "III"),
        _meting(M6, "IV"),
    )  # fmt: skip

    assert gevonden.zin.startswith("Van niveau II op 20-01-2026 naar niveau IV op 10-06-2026,")


def test_band_of_just_two_years_ago_still_counts() -> None:
    assert len(_bij(_meting(date(2024, 6, 10), "I"), _meting(M6, "IV"))) == 1
    assert _bij(_meting(date(2024, 6, 9), "I"), _meting(M6, "IV")) == ()


@pytest.mark.parametrize(("dagen", "aantal"), [(400, 1), (401, 0)])
@pytest.mark.parametrize("wat", ["niveau", "score"])
def test_what_was_measured_over_four_hundred_days_ago_says_nothing_of_now(wat: str, dagen: int, aantal: int) -> None:
    nu, toen = VANDAAG - timedelta(days=dagen), VANDAAG - timedelta(days=dagen + 365)
    metingen = {
        "niveau": (_meting(toen, "II"), _meting(nu, "IV")),
        "score": (_meting(toen, score=120), _meting(nu, score=120)),
    }[wat]

    assert len(_bij(*metingen)) == aantal


def test_subject_of_which_nothing_is_to_be_said_does_not_hide_the_next() -> None:
    oud, eens = date(2023, 6, 10), date(2025, 12, 1)
    lezen = [replace(_meting(oud, "I", 90), vak="spelling"), replace(_meting(eens, "V", 80), vak="begrijpend_lezen")]

    gevonden = _bij(*lezen, _meting(date(2025, 12, 20), "II", 120), _meting(date(2026, 11, 10), "IV", 118))

    assert [(een.regel, een.vak) for een in gevonden] == [
        (Signaalregel.DALING, "rekenen"),
        (Signaalregel.STILSTAND, "rekenen"),
    ]


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


@pytest.mark.parametrize(
    ("toen", "aantal"), [(date(2025, 7, 25), 1), (date(2025, 7, 26), 0)], ids=["a year but for 45 days", "a day later"]
)
def test_test_of_a_year_later_may_be_some_weeks_early(toen: date, aantal: int) -> None:
    assert len(_bij(_meting(toen, score=120), _meting(M6, score=120))) == aantal


@pytest.mark.parametrize(("score", "zin"), [("120.00", "120"), ("119.50", "119,5"), ("119.25", "119,25")])
def test_score_is_told_as_people_write_it(score: str, zin: str) -> None:
    (gevonden,) = _bij(_meting(M5, score=130), replace(_meting(M6), schaalscore=Decimal(score)))

    assert f"een score van {zin} op dezelfde toets" in gevonden.zin


@pytest.mark.parametrize(("uren", "aantal"), [("11.5", 0), ("12", 1), ("16", 1)])
def test_absence_is_told_from_twelve_hours(uren: str, aantal: int) -> None:
    gevonden = _verzuim(uren)

    assert [een.regel for een in gevonden] == [Signaalregel.VERZUIM] * aantal
    assert ["De school meldt dit nu" in een.zin for een in gevonden] == [uren == "16"] * aantal


@pytest.mark.parametrize(
    ("uren", "zin"),
    [
        (
            "12.50",
            (
                "12,5 uur verzuim zonder goede reden in de vier lesweken vanaf 29-10-2026. De school meldt dit bij 16 "
                "uur (Leerplichtwet 21a)."
            ),
        ),
        (
            "20",
            (
                "20 uur verzuim zonder goede reden in de vier lesweken vanaf 29-10-2026. De school meldt dit nu, want "
                "het is 16 uur of meer (Leerplichtwet 21a)."
            ),
        ),
    ],
)
def test_absence_is_told_with_the_law(uren: str, zin: str) -> None:
    (gevonden,) = _verzuim(uren)

    assert (gevonden.vak, gevonden.sinds, gevonden.zin) == ("", date(2026, 11, 24), zin)


def test_evaluation_is_late_the_day_after_it_should_have_been_there() -> None:
    feiten = [Evaluatiefeit(wat="Plan lezen", uiterlijk_op=VANDAAG - timedelta(days=dagen)) for dagen in (0, 1)]

    gevonden = signalen(Signaalfeiten(metingen=(), verzuim=None, evaluaties=feiten), GEWOON, peildatum=VANDAAG)

    assert [(een.regel, een.vak, een.sinds, een.zin) for een in gevonden] == [
        (
            Signaalregel.EVALUATIE,
            "",
            date(2026, 11, 24),
            "De evaluatie van “Plan lezen” zou er op 24-11-2026 zijn. Die is er nog niet.",
        )
    ]


def test_school_that_waits_two_weeks_hears_of_a_late_evaluation_after_two_weeks() -> None:
    ruim = {**GEWOON, Signaalregel.EVALUATIE: replace(GEWOON[Signaalregel.EVALUATIE], drempel=14)}
    feiten = [Evaluatiefeit(wat="Plan", uiterlijk_op=VANDAAG - timedelta(days=dagen)) for dagen in (13, 14, 15)]

    gevonden = signalen(Signaalfeiten(metingen=(), verzuim=None, evaluaties=feiten), ruim, peildatum=VANDAAG)

    assert [een.sinds for een in gevonden] == [VANDAAG - timedelta(days=15)]


def _van_alles() -> tuple[Signaal, ...]:
    dagen = [Verzuimdag(op=date(2026, 11, 24), soort=Verzuimsoort.ONGEOORLOOFD, uren=Decimal(12))]
    feiten = Signaalfeiten(
        metingen=[_meting(M5, "II", 120), _meting(M6, "IV", 118), replace(_meting(M5, "I"), vak="spelling"),
                  replace(_meting(date(2026, 9, 1), "V"), vak="spelling")],
        verzuim=verzuimstand(dagen, vrij=(), peildatum=VANDAAG),
        evaluaties=[Evaluatiefeit(wat="Plan lezen", uiterlijk_op=date(2026, 10, 1))],
    )  # fmt: skip
    return signalen(feiten, GEWOON, peildatum=VANDAAG)


def test_newest_comes_first() -> None:
    assert [(een.regel, een.sinds) for een in _van_alles()] == [
        (Signaalregel.VERZUIM, date(2026, 11, 24)),
        (Signaalregel.EVALUATIE, date(2026, 10, 1)),
        (Signaalregel.DALING, date(2026, 9, 1)),
        (Signaalregel.DALING, M6),
        (Signaalregel.STILSTAND, M6),
    ]


def test_signal_that_was_put_aside_stays_so_in_a_next_version() -> None:
    assert [een.kenmerk for een in _van_alles()] == [
        "e426ed29e287",
        "e5e0c2baad4e",
        "5b8821dcce22",
        "933213fddda3",
        "d2d4e05c5242",
    ]


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


def test_absence_that_must_be_reported_by_now_is_another_signal_than_the_warning() -> None:
    assert _verzuim("12")[0].kenmerk == _verzuim("15")[0].kenmerk != _verzuim("16")[0].kenmerk


@pytest.mark.parametrize("drempel", [4, 12, 16])
def test_threshold_within_the_bounds_of_its_rule_is_taken(drempel: int) -> None:
    check_drempel(Signaalregel.VERZUIM, drempel, peildatum=VANDAAG)


@pytest.mark.parametrize(("regel", "drempel"), [(Signaalregel.DALING, 0), (Signaalregel.VERZUIM, 17)])
def test_threshold_that_points_at_everybody_or_nobody_is_refused(regel: Signaalregel, drempel: int) -> None:
    with pytest.raises(SignaalinstellingError, match="Kies een getal van"):
        check_drempel(regel, drempel, peildatum=VANDAAG)
