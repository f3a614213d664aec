"""Words of a cell that run over lines stay with their own row."""

from tests.uitwisseling.sop.bouw import haaglanden

SMAL = """Expertise                          Ja/nee     Uren
                                              beschikbaar
Remedial teaching                  ja         6 uur per
                                              week
Expertise gedrag                   nee        -
Expertise autisme                  ja         2 dagdelen
"""
IN_HET_MIDDEN = """Expertise                          Ja/nee     Uren beschikbaar
                                              6 uur
Remedial teaching                  ja
                                              per week
Expertise gedrag                   nee        -
"""
CEL_PER_REGEL = """Expertise
Ja/nee
Uren beschikbaar
Remedial teaching
ja
12
Expertise gedrag
nee

Expertise faalangst
ja
8 uur
Expertise rouw en verlies
ja
3 uur per week
"""
GECENTREERD = """Aanbod                                    Periode wanneer in te zetten
Rots en Water                               wekelijks in het voorjaar
Kanjertraining                                   het hele jaar
Huiswerkklas groep 8             op dinsdag en donderdag, van oktober tot mei
Brusjesgroep                                      op aanvraag
"""


def test_the_rest_of_a_cell_belongs_to_the_row_above_it() -> None:
    rijen = haaglanden(SMAL).inhoud.rijen("expertise")

    assert [rij.cellen["uren_beschikbaar"] for rij in rijen] == ["6 uur per week", "-", "2 dagdelen"]


def test_cells_in_the_middle_of_their_row_are_doubtful() -> None:
    rijen = haaglanden(IN_HET_MIDDEN).inhoud.rijen("expertise")

    assert [rij.zekerheid < 0.9 for rij in rijen] == [True, True]


def test_a_cell_on_each_line_is_read_with_numbers_and_own_rows() -> None:
    rijen = haaglanden(CEL_PER_REGEL).inhoud.rijen("expertise")

    assert [(rij.label, rij.waarde, rij.cellen["uren_beschikbaar"]) for rij in rijen] == [
        ("Remedial teaching", "ja", "12"),
        ("Expertise gedrag", "nee", None),
        ("Expertise faalangst", "ja", "8 uur"),
        ("Expertise rouw en verlies", "ja", "3 uur per week"),
    ]


def test_centred_cells_that_stick_out_left_of_their_heading_are_rows_of_their_own() -> None:
    rijen = haaglanden(GECENTREERD).inhoud.rijen("aanbod")

    assert [rij.label for rij in rijen] == ["Rots en Water", "Kanjertraining", "Huiswerkklas groep 8", "Brusjesgroep"]


def test_ja_on_a_line_alone_without_hours_below_it_is_doubtful() -> None:
    tabel = "Expertise\nJa/nee\nUren beschikbaar\nRemedial teaching\nja\n\nExpertise gedrag\nnee\n\n"

    rijen = haaglanden(tabel).inhoud.rijen("expertise")

    assert [(rij.waarde, rij.zekerheid >= 0.9) for rij in rijen] == [("ja", False), ("nee", True)]


def test_white_between_all_words_parts_no_cells() -> None:
    regels = "Aanbod Periode wanneer in te zetten\nRots  en  Water  wekelijks  in  het  voorjaar\n"

    rijen = haaglanden(regels).inhoud.rijen("aanbod")

    assert [(rij.label.split(), rij.periode) for rij in rijen] == [
        (["Rots", "en", "Water"], "wekelijks in het voorjaar")
    ]
