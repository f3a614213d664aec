"""What a school says of its days, beside the holidays of its region."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from passend.begrippen.periode import Periode
from passend.begrippen.volgen import Verzuimsoort
from passend.regels.lesvrij import (
    LesvrijError,
    Lesvrijregel,
    check_lesvrij,
    check_lesvrije_dagen,
    dagen_van,
    lesvrije_dagen,
    stukken_vrij,
)
from passend.regels.verzuim import Verzuimdag, verzuimstand

VANDAAG = date(2026, 11, 26)
TE_VER = "Deze dagen liggen te ver weg. Vul dagen in van dit schooljaar of de jaren ernaast."
WEEKEND = "Dit is een weekend. Dan is er nooit les, dus dit hoeft er niet in."
HERFST = [date(2026, 10, dag) for dag in range(17, 26)]


def _regel(van: date, einde: date | None = None, naam: str = "Studiedag", *, is_les: bool = False) -> Lesvrijregel:
    return Lesvrijregel(naam=naam, periode=Periode(van, einde or van), is_les=is_les)


def _weigering(regel: Lesvrijregel) -> str:
    """Why these days cannot be; nothing when they can."""
    try:
        check_lesvrije_dagen(regel, peildatum=VANDAAG)
    except LesvrijError as fout:
        return str(fout)
    return ""


def test_days_of_the_school_come_beside_those_of_the_region() -> None:
    studiedag, verschoven = _regel(date(2026, 11, 12)), _regel(date(2026, 10, 22), date(2026, 10, 23), is_les=True)

    vrij = lesvrije_dagen(HERFST, [studiedag, verschoven])

    assert vrij == {*HERFST, date(2026, 11, 12)} - {date(2026, 10, 22), date(2026, 10, 23)}


@pytest.mark.parametrize(
    ("van", "einde", "zin"),
    [
        (date(2024, 8, 1), None, ""),
        (date(2024, 7, 31), None, TE_VER),
        (date(2029, 7, 31), None, ""),
        (date(2029, 8, 1), None, TE_VER),
        (date(1926, 11, 26), None, TE_VER),
        (date(9999, 12, 31), None, TE_VER),
        (date(2026, 11, 2), date(2027, 1, 3), ""),
        (
            date(2026, 11, 2),
            date(2027, 1, 4),
            "Dit is langer dan negen weken. Zo lang heeft geen school vrij. Kijk de datums na.",
        ),
        (date(2026, 11, 3), date(2026, 11, 2), "De laatste dag ligt voor de eerste. Kijk de twee datums na."),
    ],
)
def test_days_lie_near_and_are_at_most_nine_weeks(van: date, einde: date | None, zin: str) -> None:
    assert _weigering(_regel(van, einde)) == zin


def test_days_without_a_name_tell_nobody_why() -> None:
    assert _weigering(_regel(VANDAAG, naam="  ")) == (
        "Geef deze dagen een naam, zoals studiedag. Anderen lezen waarom er geen les is."
    )


@pytest.mark.parametrize(
    ("van", "einde", "raakt"),
    [
        (date(2026, 11, 8), date(2026, 11, 9), False),
        (date(2026, 11, 9), date(2026, 11, 10), True),
        (date(2026, 11, 11), date(2026, 11, 11), True),
        (date(2026, 11, 12), date(2026, 11, 16), True),
        (date(2026, 11, 13), date(2026, 11, 16), False),
        (date(2026, 11, 2), date(2026, 11, 20), True),
    ],
)
def test_days_of_which_something_was_said_are_named(van: date, einde: date, *, raakt: bool) -> None:
    eerder = [_regel(date(2026, 11, 10), date(2026, 11, 12), "Teamdagen")]

    if raakt:
        with pytest.raises(LesvrijError, match="staat al iets: Teamdagen"):
            check_lesvrij(_regel(van, einde), vakanties=(), eerder=eerder)
    else:
        check_lesvrij(_regel(van, einde), vakanties=(), eerder=eerder)


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        (_regel(date(2026, 11, 14), date(2026, 11, 15)), WEEKEND),
        (_regel(date(2026, 11, 14), date(2026, 11, 15), is_les=True), WEEKEND),
        (
            _regel(date(2026, 10, 19), date(2026, 10, 25)),
            "In deze dagen heeft uw regio al vakantie. Ze tellen al niet mee.",
        ),
        (
            _regel(date(2026, 10, 26), is_les=True),
            "In deze dagen heeft uw regio geen vakantie. Dan is er al gewoon les.",
        ),
    ],
)
def test_days_that_say_nothing_new_are_refused(regel: Lesvrijregel, zin: str) -> None:
    with pytest.raises(LesvrijError) as fout:
        check_lesvrij(regel, vakanties=HERFST, eerder=())

    assert str(fout.value) == zin


@pytest.mark.parametrize(
    "regel",
    [
        _regel(date(2026, 10, 23), date(2026, 10, 26)),
        _regel(date(2026, 10, 23), date(2026, 10, 26), is_les=True),
        _regel(date(2026, 11, 13), date(2026, 11, 14)),
    ],
)
def test_days_that_are_partly_new_are_good(regel: Lesvrijregel) -> None:
    check_lesvrij(regel, vakanties=HERFST, eerder=())


def test_hours_on_a_day_without_lessons_do_not_count() -> None:
    dag = date(2026, 11, 12)
    weg = [Verzuimdag(op=dag, soort=Verzuimsoort.ONGEOORLOOFD, uren=Decimal(8))]

    zonder, met = (verzuimstand(weg, vrij=vrij, peildatum=VANDAAG) for vrij in ((), [dag]))

    assert (zonder.uren, zonder.per_soort[Verzuimsoort.ONGEOORLOOFD].keren) == (Decimal(8), 1)
    assert (met.uren, met.per_soort[Verzuimsoort.ONGEOORLOOFD].keren, met.laatste_op) == (Decimal(0), 0, None)


def test_week_that_the_school_has_free_makes_the_window_a_week_longer() -> None:
    week = _regel(date(2026, 11, 16), date(2026, 11, 20))
    zonder, met = (verzuimstand((), vrij=lesvrije_dagen((), regels), peildatum=VANDAAG) for regels in ([], [week]))

    assert zonder.venster.van - met.venster.van == timedelta(days=7)


def test_days_are_told_together_by_name_and_without_weekends() -> None:
    team = _regel(date(2026, 11, 12), date(2026, 11, 16), "Teamdagen")
    vrij = [*HERFST, *dagen_van(team.periode), date(2026, 11, 18), date(2026, 12, 1)]

    stukken = stukken_vrij(vrij, Periode(date(2026, 10, 20), VANDAAG), [team])

    assert stukken == [
        _regel(date(2026, 10, 20), date(2026, 10, 23), ""),
        team,
        _regel(date(2026, 11, 18), naam=""),
    ]


@pytest.mark.parametrize(
    ("een", "ander"),
    [(date(2026, 11, 5), date(2026, 11, 9)), (date(2026, 11, 6), date(2026, 11, 10))],
    ids=["a Friday with lessons between", "a Monday with lessons between"],
)
def test_day_with_lessons_beside_a_weekend_keeps_free_days_apart(een: date, ander: date) -> None:
    assert stukken_vrij([een, ander], Periode(date(2026, 11, 1), VANDAAG), []) == [
        _regel(een, naam=""),
        _regel(ander, naam=""),
    ]


def test_holiday_that_the_school_makes_longer_is_told_apart() -> None:
    extra = _regel(date(2026, 10, 26))

    stukken = stukken_vrij([*HERFST, date(2026, 10, 26)], Periode(date(2026, 10, 1), VANDAAG), [extra])

    assert stukken == [_regel(date(2026, 10, 19), date(2026, 10, 23), ""), extra]
