"""A log shows each way in which somebody could touch it."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.regels.logketen import BEGIN, Breuk, Regelfeiten, Zegelregel, check_keten, zegel_van

OP = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def _feiten(nummer: int) -> Regelfeiten:
    return Regelfeiten(
        bestuur=3,
        volgnummer=nummer,
        op=OP + timedelta(minutes=nummer),
        account=nummer % 2 or None,
        soort="wijzigen",
        handeling="save_onderdeel",
        onderwerp=f"profiel:{nummer}",
        reden="directeur",
    )


def _keten(aantal: int) -> list[Zegelregel]:
    regels: list[Zegelregel] = []
    for nummer in range(1, aantal + 1):
        vorig = regels[-1].zegel if regels else BEGIN
        regels.append(Zegelregel(feiten=_feiten(nummer), zegel_vooraf=vorig, zegel=zegel_van(_feiten(nummer), vorig)))
    return regels


def _kop(regels: list[Zegelregel]) -> tuple[int, str]:
    return (len(regels), regels[-1].zegel if regels else BEGIN)


@pytest.mark.parametrize("aantal", [0, 1, 2, 50])
def test_untouched_log_is_whole(aantal: int) -> None:
    regels = _keten(aantal)

    assert check_keten(regels, kop=_kop(regels)) is None


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("bestuur", 4),
        ("bestuur", None),
        ("op", OP),
        ("account", 9),
        ("account", None),
        ("soort", "lezen"),
        ("handeling", "publish_profiel"),
        ("onderwerp", "profiel:99"),
        ("reden", "bestuurder"),
    ],
)
def test_changed_fact_of_a_line_is_seen(naam: str, waarde: object) -> None:
    regels = _keten(3)
    kop = _kop(regels)
    regels[0] = replace(regels[0], feiten=replace(regels[0].feiten, **{naam: waarde}))  # type: ignore[arg-type]

    assert check_keten(regels, kop=kop) == Breuk(1, "Regel 1 is veranderd nadat zij werd geschreven.")


def test_changed_line_with_a_new_seal_breaks_the_next_one() -> None:
    regels = _keten(3)
    kop = _kop(regels)
    anders = replace(regels[0].feiten, reden="bestuurder")
    regels[0] = Zegelregel(feiten=anders, zegel_vooraf=BEGIN, zegel=zegel_van(anders, BEGIN))

    assert check_keten(regels, kop=kop) == Breuk(2, "Regel 2 sluit niet aan op de regel ervoor.")


def test_line_left_out_is_seen() -> None:
    regels = _keten(3)

    assert check_keten(regels[:1] + regels[2:], kop=_kop(regels)) == Breuk(2, "Regel 2 ontbreekt.")


def test_lines_left_out_at_the_end_are_seen_by_the_head() -> None:
    regels = _keten(3)

    assert check_keten(regels[:2], kop=_kop(regels)) == Breuk(
        3, "Het einde, na regel 2, klopt niet met wat is onthouden."
    )


def test_seal_is_of_the_moment_and_not_of_the_clock_it_was_read_from() -> None:
    zomertijd = replace(_feiten(1), op=_feiten(1).op.astimezone(timezone(timedelta(hours=2))))

    assert zegel_van(zomertijd, BEGIN) == zegel_van(_feiten(1), BEGIN)


@pytest.fixture
def klok_in_amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as omgeving:
        omgeving.setenv("TZ", "Europe/Amsterdam")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("klok_in_amsterdam")
def test_seal_of_years_ago_is_still_found_on_another_server() -> None:
    feiten = replace(_feiten(1), reden="intern begeleider, één keer")

    assert zegel_van(feiten, BEGIN) == "c7b6cb0c27be6e22b6ec7161d13b6f087bb71d846dedbb5ccff511b3d5393973"


@given(st.integers(1, 12), st.data())
def test_two_lines_that_changed_places_are_seen(aantal: int, data: st.DataObject) -> None:
    regels = _keten(aantal + 1)
    een, ander = sorted(data.draw(st.lists(st.integers(0, aantal), min_size=2, max_size=2, unique=True)))
    kop = _kop(regels)
    regels[een], regels[ander] = regels[ander], regels[een]

    assert check_keten(regels, kop=kop) == Breuk(een + 1, f"Regel {een + 1} ontbreekt.")
