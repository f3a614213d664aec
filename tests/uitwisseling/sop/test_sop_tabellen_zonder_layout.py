"""Tables in text that lost its layout: only the white space around a mark tells its column."""

import pytest
from tests.uitwisseling.sop.bouw import HAAGLANDEN, PEILDATUM, haaglanden

from passend.begrippen.meegeleverd import load_sjablonen
from passend.documenten.lezen import read_document
from passend.uitwisseling.sop.reader import read_profiel

KOP = "Betrokken experts Structureel Regelmatig Incidenteel  Niet van \ntoepassing  \n\n"


@pytest.mark.parametrize(
    ("regel", "waarde", "oordeel"),
    [
        ("CJG X    ", "structureel", "zeker"),
        ("CJG  X   ", "regelmatig", "zeker"),
        ("CJG   X  ", "incidenteel", "zeker"),
        ("CJG    X ", "niet_van_toepassing", "zeker"),
        ("CJG  X    ", "structureel", "twijfel"),
        ("CJG    X  ", "incidenteel", "twijfel"),
        ("CJG X", None, "twijfel"),
        ("CJG X  X  ", None, "twijfel"),
        ("CJG", None, "twijfel"),
    ],
)
def test_the_spaces_behind_a_cross_tell_its_column_and_those_before_it_confirm(
    regel: str, waarde: str | None, oordeel: str
) -> None:
    (rij,) = haaglanden(f"{KOP}{regel}\n").inhoud.rijen("experts")

    assert (rij.rij, rij.waarde, "zeker" if rij.zekerheid >= 0.9 else "twijfel") == ("cjg", waarde, oordeel)


def test_a_cross_whose_column_cannot_be_known_leaves_its_cells_unknown() -> None:
    (rij,) = haaglanden(f"{KOP}CJG X\n").inhoud.rijen("experts")

    assert set(rij.cellen.values()) == {None}


def test_two_crosses_are_both_kept_and_no_value_is_chosen() -> None:
    lezing = haaglanden(f"{KOP}CJG X  X  \n")

    (rij,) = lezing.inhoud.rijen("experts")
    assert list(rij.cellen.values()) == [True, False, True, False]
    assert "rij_dubbel" in {melding.code for melding in lezing.waarschuwingen}


def test_a_label_broken_inside_a_word_becomes_whole() -> None:
    (rij,) = haaglanden(f"{KOP}Jeugdgezondheidzorg/schoolarts/School\nverpleegkundige \n\nX    \n").inhoud.rijen(
        "experts"
    )

    assert (rij.label, rij.waarde) == ("Jeugdgezondheidzorg/schoolarts/Schoolverpleegkundige", "structureel")


def test_a_row_keeps_its_mark_when_a_page_ends_inside_its_label() -> None:
    (rij,) = haaglanden(
        f"{KOP}Jeugdgezondheidzorg/schoolarts/School\n\n 4 \n\nverpleegkundige \n\nX    \n"
    ).inhoud.rijen("experts")

    assert (rij.rij, rij.waarde) == ("jgz", "structureel")


def test_hours_and_periods_are_cut_from_the_label() -> None:
    lezing = haaglanden(
        "Expertise \n \nJa/nee Uren beschikbaar \n\nRemedial teaching ja 1.0 FTE \n\n"
        "Expertise gedrag (SMW+) ja  4 uur \n\nExpertise autisme nee - \n\n"
        "Extra aanbod georganiseerd door de school \n\nAanbod Periode wanneer in te zetten \n\n"
        "Rots en Water  wekelijks door het hele jaar heen \n\nRouwgroep op aanvraag \n"
    )

    expertise = [
        (rij.rij, rij.waarde, rij.omvang and rij.omvang.als_dict()) for rij in lezing.inhoud.rijen("expertise")
    ]
    assert expertise == [
        ("rt", "ja", {"getal": 1.0, "eenheid": "fte"}),
        ("gedrag", "ja", {"getal": 4.0, "eenheid": "uren"}),
        ("autisme", "nee", None),
    ]
    assert [(rij.label, rij.periode) for rij in lezing.inhoud.rijen("aanbod")] == [
        ("Rots en Water", "wekelijks door het hele jaar heen"),
        ("Rouwgroep", "op aanvraag"),
    ]


def test_a_table_pasted_with_tabs_is_read_by_its_cells() -> None:
    tekst = (
        f"{HAAGLANDEN}Betrokken experts\tStructureel\tRegelmatig\tIncidenteel\tNiet van toepassing\n"
        "CJG\t\tX\t\t\nKindercoach\t\t\t\tX\n"
    )

    lezing = read_profiel(read_document(tekst.encode(), "profiel.txt"), load_sjablonen(), PEILDATUM)

    rijen = [(rij.label, rij.waarde, list(rij.cellen.values())) for rij in lezing.inhoud.rijen("experts")]
    assert rijen == [
        ("CJG", "regelmatig", [False, True, False, False]),
        ("Kindercoach", "niet_van_toepassing", [False, False, False, True]),
    ]


def test_hard_spaces_count_as_spaces() -> None:
    (rij,) = haaglanden(f"{KOP}CJG \u00a0X \u00a0 \n").inhoud.rijen("experts")

    assert rij.waarde == "regelmatig"
