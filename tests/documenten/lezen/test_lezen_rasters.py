"""Grids of ruling lines: whole ones, broken ones, merged cells, and what is no grid."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.documenten.document import Kader
from passend.documenten.lezen.rasters import Lijn, Raster, zoek_rasters

XEN, YEN = (100.0, 250.0, 300.0, 350.0), (50.0, 70.0, 95.0)


def liggend(xen: tuple[float, ...] = XEN, yen: tuple[float, ...] = YEN) -> list[Lijn]:
    return [Lijn(y, xen[0], xen[-1]) for y in yen]


def staand(xen: tuple[float, ...] = XEN, yen: tuple[float, ...] = YEN) -> list[Lijn]:
    return [Lijn(x, yen[0], yen[-1]) for x in xen]


def vakken(xen: tuple[float, ...] = XEN, yen: tuple[float, ...] = YEN) -> tuple[tuple[Kader, ...], ...]:
    return tuple(tuple((x0, y0, x1, y1) for x0, x1 in pairwise(xen)) for y0, y1 in pairwise(yen))


def rand(kader: Kader, dikte: float = 0.0) -> tuple[list[Lijn], list[Lijn]]:
    """The lines of a box, drawn twice when it has a thickness."""
    x0, y0, x1, y1 = kader
    plekken = (-dikte / 2, dikte / 2) if dikte else (0.0,)
    return (
        [Lijn(y + d, x0 - d, x1 + d) for y in (y0, y1) for d in plekken],
        [Lijn(x + d, y0 - d, y1 + d) for x in (x0, x1) for d in plekken],
    )


def ongeveer(raster: Raster) -> list[list[list[float] | None]]:
    return [[vak and [round(getal) for getal in vak] for vak in rij] for rij in raster.rijen]


def test_lines_across_a_table_make_its_cells() -> None:
    assert zoek_rasters(liggend(), staand()) == [Raster((100, 50, 350, 95), vakken())]


def test_a_box_around_each_cell_makes_the_same_table() -> None:
    lijnen = [rand(vak) for rij in vakken() for vak in rij]

    gevonden = zoek_rasters(
        [lijn for lig, _st in lijnen for lijn in lig], [lijn for _lig, sta in lijnen for lijn in sta]
    )

    assert gevonden == zoek_rasters(liggend(), staand())


@pytest.mark.parametrize("dikte", [0.5, 1.0, 3.0])
def test_thin_boxes_for_lines_make_the_same_table(dikte: float) -> None:
    lijnen = [rand((x0, y - dikte / 2, x1, y + dikte / 2)) for y in YEN for x0, x1 in [(XEN[0], XEN[-1])]]
    lijnen += [rand((x - dikte / 2, YEN[0], x + dikte / 2, YEN[-1])) for x in XEN]

    (gevonden,) = zoek_rasters([n for lig, _st in lijnen for n in lig], [n for _lig, sta in lijnen for n in sta])

    assert ongeveer(gevonden) == [[list(vak) for vak in rij] for rij in vakken()]


def test_lines_that_do_not_quite_meet_are_whole() -> None:
    stukken = [Lijn(y, x0 + 1, x1 - 1) for y in YEN for x0, x1 in pairwise(XEN)]
    zuilen = [Lijn(x, y0 + 1, y1 - 1) for x in XEN for y0, y1 in pairwise(YEN)]

    assert zoek_rasters(stukken, zuilen) == [Raster((100, 50, 350, 95), vakken())]


def test_dotted_lines_are_lines() -> None:
    punten = [Lijn(y, x, x + 1) for y in YEN for x in range(100, 350, 3)]

    assert zoek_rasters([*punten, *[Lijn(y, 349, 350) for y in YEN]], staand()) == zoek_rasters(liggend(), staand())


@pytest.mark.parametrize("gat", [8, 20])
def test_a_line_with_a_real_gap_closes_no_cell_there(gat: float) -> None:
    stuk = [Lijn(70, 100, 270 - gat / 2), Lijn(70, 270 + gat / 2, 350)]

    (gevonden,) = zoek_rasters([Lijn(50, 100, 350), *stuk, Lijn(95, 100, 350)], staand())

    assert ongeveer(gevonden)[0] == [[100, 50, 250, 70], [250, 50, 300, 95], [300, 50, 350, 70]]


def test_a_cell_over_columns_and_one_over_rows_leave_holes() -> None:
    lig = [Lijn(50, 100, 350), Lijn(70, 100, 300), Lijn(95, 100, 350)]
    sta = [Lijn(100, 50, 95), Lijn(250, 70, 95), Lijn(300, 50, 95), Lijn(350, 50, 95)]

    (gevonden,) = zoek_rasters(lig, sta)

    assert gevonden.rijen == (
        ((100, 50, 300, 70), None, (300, 50, 350, 95)),
        ((100, 70, 250, 95), (250, 70, 300, 95), None),
    )


def test_tables_apart_are_two_and_come_from_top_to_bottom() -> None:
    onder = tuple(y + 100 for y in YEN)

    gevonden = zoek_rasters([*liggend(yen=onder), *liggend()], [*staand(yen=onder), *staand()])

    assert [raster.kader[1] for raster in gevonden] == [50, 150]
    assert [raster.rijen for raster in gevonden] == [vakken(), vakken(yen=onder)]


def test_tables_that_share_a_corner_are_one() -> None:
    (gevonden,) = zoek_rasters(
        [*rand((0, 0, 50, 20))[0], *rand((50, 20, 90, 40))[0]], [*rand((0, 0, 50, 20))[1], *rand((50, 20, 90, 40))[1]]
    )

    assert gevonden.rijen == (((0, 0, 50, 20), None), (None, (50, 20, 90, 40)))


@pytest.mark.parametrize(
    ("lig", "sta"),
    [
        ([], []),
        (liggend(), []),
        ([], staand()),
        ([Lijn(50, 100, 350), Lijn(95, 100, 350)], [Lijn(100, 50, 95)]),
        ([Lijn(50, 100, 350)], [Lijn(100, 50, 95), Lijn(350, 50, 95)]),
        ([Lijn(50, 100, 340), Lijn(95, 100, 340)], [Lijn(100, 50, 95), Lijn(350, 50, 95)]),
        ([Lijn(50, 100, 102), Lijn(53, 100, 102)], [Lijn(100, 50, 53), Lijn(102, 50, 53)]),
    ],
    ids=["niets", "streepjes", "zuilen", "open rechts", "open onder", "te kort", "stip"],
)
def test_lines_that_close_nothing_in_are_no_table(lig: list[Lijn], sta: list[Lijn]) -> None:
    assert zoek_rasters(lig, sta) == []


AFSTANDEN = st.lists(st.integers(12, 200), min_size=1, max_size=8)


@given(breedtes=AFSTANDEN, hoogtes=AFSTANDEN, beven=st.lists(st.floats(-1, 1), min_size=40, max_size=40))
def test_a_grid_of_any_size_drawn_with_a_trembling_hand_is_found(
    breedtes: list[int], hoogtes: list[int], beven: list[float]
) -> None:
    xen = tuple(float(sum(breedtes[:aantal])) for aantal in range(len(breedtes) + 1))
    yen = tuple(float(sum(hoogtes[:aantal])) for aantal in range(len(hoogtes) + 1))
    af = [beven[(7 * nummer) % len(beven)] for nummer in range(200)]
    lig = [
        Lijn(y + af[n], x0 + af[n + 1], x1 + af[n + 2]) for n, (y, (x0, x1)) in enumerate(product(yen, pairwise(xen)))
    ]
    sta = [
        Lijn(x + af[n], y0 + af[n + 2], y1 + af[n + 1]) for n, (x, (y0, y1)) in enumerate(product(xen, pairwise(yen)))
    ]

    (gevonden,) = zoek_rasters(lig, sta)

    assert [len(rij) for rij in gevonden.rijen] == [len(breedtes)] * len(hoogtes)
    for rij, verwacht in zip(gevonden.rijen, vakken(xen, yen), strict=True):
        for vak, echt in zip(rij, verwacht, strict=True):
            assert vak == pytest.approx(echt, abs=1.01)
