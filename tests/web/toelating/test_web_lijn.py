"""The picture of a row of days: every number readable, today in its place, and what was long ago under one mark."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.web.toelating.lijn import BREED, MEESTE_MERKEN, Punt, teken_lijn

DAG = date(2026, 11, 26)
SOORTEN = {-1: ["gebeurd", "te_laat", "geldt"], 0: ["gebeurd", "volgende"], 1: ["komt", "volgende"]}


def _punt(dagen: int, soort: str = "") -> Punt:
    return Punt(dag=DAG + timedelta(days=dagen), titel=f"{dagen}", soort=soort or ("gebeurd" if dagen <= 0 else "komt"))


def test_line_of_a_few_days_has_a_mark_for_each_in_the_order_of_the_days() -> None:
    lijn = teken_lijn([_punt(9), _punt(-30), _punt(-30), _punt(2, "volgende")], vandaag=DAG)

    assert [(een.tekst, een.soort) for een in lijn.merken] == [
        ("1", "gebeurd"),
        ("2", "gebeurd"),
        ("3", "volgende"),
        ("4", "komt"),
    ]
    assert lijn.na_vandaag == 2
    assert (lijn.begin_x, lijn.einde_x) == (40, 960)
    assert [regel.trede for een in lijn.merken for regel in een.regels] == [0, 4, 1, 0]


def test_long_line_folds_what_was_first_and_keeps_the_last_and_what_comes() -> None:
    lijn = teken_lijn([_punt(-nummer) for nummer in range(14)] + [_punt(3, "volgende"), _punt(30)], vandaag=DAG)

    assert [een.tekst for een in lijn.merken] == ["1–5", *map(str, range(6, 17))]
    assert lijn.merken[0].soort == "eerder"
    assert [een.soort for een in lijn.merken[-2:]] == ["volgende", "komt"]
    assert len(lijn.punten) == 16


def test_fold_never_hides_a_day_that_is_too_late() -> None:
    te_laat = _punt(-40, "te_laat")

    lijn = teken_lijn([_punt(-50), _punt(-45), te_laat, *(_punt(-nummer) for nummer in range(12))], vandaag=DAG)

    assert [(een.tekst, een.soort) for een in lijn.merken][:3] == [
        ("1–2", "eerder"),
        ("3", "te_laat"),
        ("4–6", "eerder"),
    ]
    assert len(lijn.merken) == MEESTE_MERKEN


@given(
    st.lists(
        st.integers(-400, 400).flatmap(
            lambda dagen: st.sampled_from(SOORTEN[(dagen > 0) - (dagen < 0)]).map(lambda soort: _punt(dagen, soort))
        ),
        min_size=1,
        max_size=30,
    )
)
def test_no_mark_hides_another_and_today_stands_between_what_was_and_what_comes(punten: list[Punt]) -> None:
    lijn = teken_lijn(punten, vandaag=DAG)

    assert [regel.nummer for een in lijn.merken for regel in een.regels] == list(range(1, len(punten) + 1))
    assert all(0 <= een.x <= BREED for een in lijn.merken)
    if len(lijn.merken) <= MEESTE_MERKEN:
        assert all(een.x + een.straal <= ander.x - ander.straal for een, ander in pairwise(lijn.merken))
    assert all((een.x < lijn.vandaag_x) == (i < lijn.na_vandaag) for i, een in enumerate(lijn.merken))


@pytest.mark.parametrize("dagen", [-3, 0, 3])
def test_line_of_one_day_can_be_drawn(dagen: int) -> None:
    lijn = teken_lijn([_punt(dagen)], vandaag=DAG)

    assert [een.tekst for een in lijn.merken] == ["1"]
    assert lijn.als_gegevens()["merken"][0]["tekst"] == "1"
