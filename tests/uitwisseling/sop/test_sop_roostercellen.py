"""Cells of a grid: other marks, other headings, other columns than the template has; nothing lost, nothing guessed."""

import pytest
from tests.uitwisseling.sop.bouw import haaglanden, haaglanden_roosters

GEBOUW = ("Voorziening", "Aanwezig in de school", "Niet van toepassing")
EXPERTISE = ("Expertise", "Ja/nee", "Uren beschikbaar")


@pytest.mark.parametrize(
    ("cel", "waarde", "is_zeker"),
    [
        ("☒ ja ☐ nee", "ja", True),
        ("☐ ja\n☒ nee", "nee", True),
        ("ja [x] nee [ ]", "ja", True),
        ("☒ ja ☒ nee", None, False),
        ("☐ ja ☐ nee", None, False),
        ("J", "ja", True),
        ("n", "nee", True),
        ("X", "ja", False),
        ("1", "ja", False),
        ("ja, op afspraak", "ja", False),
    ],
)
def test_ja_and_nee_are_read_in_all_the_ways_they_are_written(cel: str, waarde: str | None, *, is_zeker: bool) -> None:
    (rij,) = haaglanden_roosters([EXPERTISE, ("Remedial teaching", cel, "4 uur")]).inhoud.rijen("expertise")

    assert (rij.waarde, rij.zekerheid >= 0.9) == (waarde, is_zeker)


@pytest.mark.parametrize(
    ("wel", "niet", "is_zeker"),
    [
        ("●", "○", True),
        ("[x]", "[ ]", True),
        ("🗹", "☐", True),
        ("J", "N", True),
        ("1", "", False),
        ("\ufffd", "", False),
    ],
)
def test_marks_are_read_and_what_can_mean_something_else_is_doubtful(wel: str, niet: str, *, is_zeker: bool) -> None:
    (rij,) = haaglanden_roosters([GEBOUW, ("Lift", wel, niet)]).inhoud.rijen("voorzieningen")

    assert (rij.waarde == "aanwezig" or not is_zeker, rij.zekerheid >= 0.9) == (True, is_zeker)


def test_a_heading_cut_short_is_known_and_its_rows_are_doubtful() -> None:
    aanbod = [("Aanbod", "Periode"), ("Rots en Water", "in het voorjaar")]

    lezing = haaglanden_roosters([("Expertise", "Ja / Nee", "Uren"), ("Remedial teaching", "ja", "4")], aanbod)

    assert [(rij.tabel, rij.label, rij.zekerheid < 0.9) for rij in lezing.inhoud.tabellen] == [
        ("expertise", "Remedial teaching", True),
        ("aanbod", "Rots en Water", True),
    ]


def test_a_table_without_headings_is_known_by_its_rows_and_doubtful() -> None:
    rijen = [("Lift", "X", ""), ("Invalidetoilet", "", "X"), ("Gespreksruimte", "X", ""), ("Snoezelruimte", "X", "")]

    gelezen = haaglanden_roosters(rijen).inhoud.rijen("voorzieningen")

    assert [(rij.label, rij.waarde) for rij in gelezen] == [
        ("Lift", "aanwezig"),
        ("Invalidetoilet", "niet_van_toepassing"),
        ("Gespreksruimte", "aanwezig"),
        ("Snoezelruimte", "aanwezig"),
    ]
    assert all(rij.zekerheid < 0.9 for rij in gelezen)


def test_a_column_that_the_template_does_not_have_is_kept_with_its_row() -> None:
    lezing = haaglanden_roosters([(*GEBOUW, "Toelichting"), ("Lift", "X", "", "sinds 2019")])

    (rij,) = lezing.inhoud.rijen("voorzieningen")
    assert (rij.waarde, rij.opmerking) == ("aanwezig", "sinds 2019")
    assert "Toelichting" in " ".join(stuk.tekst for stuk in lezing.ongelezen)


def test_a_row_that_lacks_a_cell_is_doubtful() -> None:
    rijen = haaglanden_roosters([GEBOUW, ("Lift", "X"), ("Gespreksruimte", "X", "")]).inhoud.rijen("voorzieningen")

    assert [rij.zekerheid < 0.9 for rij in rijen] == [True, False]


def test_a_grid_of_other_things_is_no_table() -> None:
    assert haaglanden("Naam\tDag\tWie\nOverleg\tmaandag\tIB\nTeam\tdinsdag\tdirecteur\n").inhoud.tabellen == ()
