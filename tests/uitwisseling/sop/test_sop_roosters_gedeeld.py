"""Grids that are cut by a page, hold more than one table, or lost the tabs at the end of their lines."""

from tests.uitwisseling.sop.bouw import haaglanden, haaglanden_roosters

KOP = ("Betrokken experts", "Structureel", "Regelmatig", "Incidenteel", "Niet van toepassing")
GEBOUW = ("Voorziening", "Aanwezig in de school", "Niet van toepassing")


def test_a_row_that_is_cut_by_the_end_of_a_page_is_one_row() -> None:
    eerste = [KOP, ("CJG", "X", "", "", ""), ("Speciaal", "", "X", "", "")]
    tweede = [("Basisonderwijs", "", "", "", ""), ("Logopedie", "", "", "X", "")]

    rijen = haaglanden_roosters(eerste, tweede).inhoud.rijen("experts")

    assert [(rij.label, rij.waarde) for rij in rijen] == [
        ("CJG", "structureel"),
        ("Speciaal Basisonderwijs", "regelmatig"),
        ("Logopedie", "incidenteel"),
    ]


def test_a_row_that_is_cut_is_one_also_when_the_headings_come_back() -> None:
    eerste = [KOP, ("CJG", "X", "", "", ""), ("Adviseur passend", "", "X", "", "")]
    tweede = [KOP, ("onderwijs", "", "", "", ""), ("Logopedie", "", "", "X", "")]

    rijen = haaglanden_roosters(eerste, tweede).inhoud.rijen("experts")

    assert [rij.rij for rij in rijen] == ["cjg", "adviseur", "logopedie"]


def test_two_known_rows_at_the_end_of_a_page_stay_two() -> None:
    eerste = [KOP, ("CJG", "X", "", "", ""), ("Logopedie", "", "X", "", "")]
    tweede = [("Fysiotherapie", "", "", "", ""), ("Politie/wijkagent", "", "", "X", "")]

    rijen = haaglanden_roosters(eerste, tweede).inhoud.rijen("experts")

    assert [rij.label for rij in rijen] == ["CJG", "Logopedie", "Fysiotherapie", "Politie/wijkagent"]


def test_a_row_of_the_school_below_a_known_row_stays_one_of_its_own() -> None:
    kop = ("Expertise", "Ja/nee", "Uren beschikbaar")
    eerste = [kop, ("Remedial teaching", "ja", "2"), ("Expertise taal, lezen en spraak (logopedie)", "nee", "")]
    tweede = [kop, ("Expertise rouw en verlies", "ja", "3 uur"), ("Expertise gedrag", "nee", "")]

    rijen = haaglanden_roosters(eerste, tweede).inhoud.rijen("expertise")

    assert [(rij.rij, rij.waarde) for rij in rijen] == [("rt", "ja"), ("taal", "nee"), (None, "ja"), ("gedrag", "nee")]


def test_two_tables_in_one_grid_are_two_and_a_title_above_headings_is_kept() -> None:
    leeg = ("", "")
    rooster = [
        ("Wat wij hebben", *leeg),
        GEBOUW,
        ("Lift", "X", ""),
        ("Wie er komt", *leeg),
        ("Expertise", "Ja/nee", "Uren beschikbaar"),
        ("Remedial teaching", "ja", "4"),
    ]

    lezing = haaglanden_roosters(rooster)

    assert [(rij.tabel, rij.rij, rij.waarde) for rij in lezing.inhoud.tabellen] == [
        ("expertise", "rt", "ja"),
        ("voorzieningen", "lift", "aanwezig"),
    ]
    over = " ".join([*(stuk.tekst for stuk in lezing.ongelezen), *(tekst.tekst for tekst in lezing.inhoud.teksten)])
    assert ("Wat wij hebben" in over, "Wie er komt" in over) == (True, True)


def test_a_table_with_tabs_is_read_also_when_tabs_at_the_end_of_lines_are_lost() -> None:
    tabel = "\n".join(
        ["\t".join(KOP), "CJG\tX", "Logopedie\t\t\t\tX", "Speciaal Basisonderwijs\t\tX", "Fysiotherapie\t\t\tX"]
    )

    rijen = haaglanden(tabel + "\nPolitie/wijkagent\n\nEn verder niets.").inhoud.rijen("experts")

    assert [(rij.rij, rij.waarde, rij.zekerheid >= 0.9) for rij in rijen] == [
        ("cjg", "structureel", True),
        ("logopedie", "niet_van_toepassing", True),
        ("sbo", "regelmatig", True),
        ("fysiotherapie", "incidenteel", True),
        ("politie", None, False),
    ]
