"""Tagged tables of programs that leave out empty cells: where a mark stands tells its column."""

import pytest

from passend.documenten.document import Cel
from passend.documenten.lezen.codes import op_kolom

KOP = tuple(
    Cel(tekst=tekst, kader=(x0, 10.0, x1, 20.0))
    for tekst, x0, x1 in (("Expert", 50, 90), ("Structureel", 200, 250), ("Soms", 270, 300), ("N.v.t.", 320, 350))
)


def _label(tekst: str) -> Cel:
    return Cel(tekst=tekst, kader=(50.0, 30.0, 120.0, 40.0))


def _kruis(midden: float) -> Cel:
    return Cel(tekst="X", kader=(midden - 3, 30.0, midden + 3, 40.0))


@pytest.mark.parametrize(
    ("midden", "verwacht"),
    [
        (225, ["CJG", "X", "", ""]),
        (285, ["CJG", "", "X", ""]),
        (335, ["CJG", "", "", "X"]),
        (265, ["CJG", "", "X", ""]),
    ],
    ids=["first", "second", "third", "just left of its heading"],
)
def test_mark_in_a_short_row_goes_to_the_column_it_stands_in(midden: float, verwacht: list[str]) -> None:
    rijen = op_kolom([KOP, (_label("CJG"), _kruis(midden))])

    assert [[cel.tekst for cel in rij] for rij in rijen] == [[cel.tekst for cel in KOP], verwacht]


def test_rows_that_have_all_cells_stay_as_they_are() -> None:
    heel = (
        _label("CJG"),
        Cel(tekst=""),
        _kruis(335),
        Cel(tekst=""),
    )  # a mark far from its heading, but in its own cell

    assert op_kolom([KOP, heel]) == (KOP, heel)


def test_row_of_which_two_cells_would_share_a_column_stays_as_it_came() -> None:
    dubbel = (_label("CJG"), _kruis(222), _kruis(228))

    assert op_kolom([KOP, dubbel]) == (KOP, dubbel)


def test_table_without_places_stays_as_it_came() -> None:
    kaal = (Cel(tekst="a"), Cel(tekst="b"), Cel(tekst="c"))
    kort = (Cel(tekst="d", kader=(1.0, 1.0, 2.0, 2.0)),)

    assert op_kolom([kaal, kort]) == (kaal, kort)


def test_no_rows_are_no_rows() -> None:
    assert op_kolom([]) == ()
