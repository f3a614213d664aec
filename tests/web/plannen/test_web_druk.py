"""How many lines of the overview fit on a sheet: whole while there is room, and fewer the fuller the group."""

import pytest

from passend.web.plannen.druk import HEEL, Rijmaat, kies_regels

LEEG = Rijmaat(factoren=(0, 0), nodig=0, afgesproken=0)
GEWOON = Rijmaat(factoren=(1, 1), nodig=1, afgesproken=2)
LANG = Rijmaat(factoren=(1, 1), nodig=2, afgesproken=7)
VOL = Rijmaat(factoren=(20, 20), nodig=30, afgesproken=30)


@pytest.mark.parametrize(
    ("rijen", "regels"),
    [
        ([LEEG] * 30, HEEL),
        ([GEWOON] * 25 + [LANG], HEEL),
        ([GEWOON] * 18 + [LANG] * 4, 5),
        ([VOL] * 8, 3),
        ([VOL] * 15, 2),
        ([VOL] * 30, 1),
    ],
)
def test_cells_get_as_many_lines_as_fit_on_one_sheet(rijen: list[Rijmaat], regels: int) -> None:
    assert kies_regels(rijen) == regels
