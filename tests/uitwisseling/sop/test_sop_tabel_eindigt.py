"""A table ends where another one begins, and goes on where its headings come back."""

from tests.uitwisseling.sop.bouw import haaglanden

EXPERTISE = """Expertise                          Ja/nee     Uren
                                              beschikbaar
Remedial teaching                  ja         4
Expertise taal, lezen en spraak    nee
(logopedie)
"""
VERVOLG = """Expertise                          Ja/nee     Uren
                                              beschikbaar
Expertise gedrag                   ja         2 dagdelen
Expertise autisme                  nee
"""
GEBOUW = """Bijzondere voorzieningen en/of toegankelijkheid in
het gebouw
Voorziening             Aanwezig in de school        Niet van toepassing
Lift                    X
Gespreksruimte                                       X
"""
AANBOD = """Extra aanbod georganiseerd door de school
Aanbod                        Periode wanneer in te zetten
Rots en Water                 wekelijks in het voorjaar
"""


def test_headings_that_come_back_on_a_next_page_are_no_rows() -> None:
    rijen = haaglanden(EXPERTISE + VERVOLG).inhoud.rijen("expertise")

    assert [(rij.rij, rij.waarde, rij.cellen["uren_beschikbaar"]) for rij in rijen] == [
        ("rt", "ja", "4"),
        ("taal", "nee", None),
        ("gedrag", "ja", "2 dagdelen"),
        ("autisme", "nee", None),
    ]


def test_a_title_over_two_lines_ends_the_table_above_it() -> None:
    lezing = haaglanden(EXPERTISE + AANBOD + GEBOUW)

    assert [(rij.tabel, rij.label) for rij in lezing.inhoud.tabellen if rij.tabel != "expertise"] == [
        ("aanbod", "Rots en Water"),
        ("voorzieningen", "Lift"),
        ("voorzieningen", "Gespreksruimte"),
    ]


def test_the_first_row_is_no_heading_although_a_chapter_is_called_so() -> None:
    tabel = """Uitgangspunt HGW             Op orde     In ontwikkeling     Nog op te starten
Handelingsgericht werken       X
is een actuele werkwijze
binnen onze school.
1. Doelgericht werken.                                             X
"""

    rijen = haaglanden(tabel).inhoud.rijen("hgw")

    assert [(rij.rij, rij.waarde) for rij in rijen] == [("algemeen", "op_orde"), ("doelgericht", "nog_op_te_starten")]
