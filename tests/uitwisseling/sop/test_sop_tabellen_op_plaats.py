"""Tables in text with layout: columns follow from where words stand."""

import pytest
from tests.uitwisseling.sop.bouw import haaglanden, plein013

from passend.begrippen.profielinhoud import Celwaarde, Profiellezing

KOP = """
        binnen de          buiten de school
        school zelf        snel toegankelijk
        beschikbaar
"""
INSTANTIES = """
                                  nooit          soms         regelmatig      vaak
"""


def _cellen(lezing: Profiellezing) -> dict[str, tuple[Celwaarde, ...]]:
    return {rij.label: tuple(rij.cellen.values()) for rij in lezing.inhoud.rijen("expertise")}


def _waarden(lezing: Profiellezing) -> dict[str, str | None]:
    return {rij.label: rij.waarde for rij in lezing.inhoud.rijen("instanties")}


@pytest.mark.parametrize("merk", ["x", "X", "✓", "☒", "v", "1x", "xx", "(x)", "x*", "\uf0fc"])
def test_every_mark_people_use_is_a_yes_and_an_empty_cell_beside_it_a_no(merk: str) -> None:
    lezing = plein013(
        f"{KOP}"
        f"            {merk:<25}              visuele beperkingen\n"
        f"                                    {merk:<14} auditieve beperkingen\n"
        f"            {merk:<23} {merk:<14} dyslexie\n"
        "                                                   gedragsproblemen\n"
    )

    assert _cellen(lezing) == {
        "visuele beperkingen": (True, False),
        "auditieve beperkingen": (False, True),
        "dyslexie": (True, True),
        "gedragsproblemen": (False, False),
    }
    assert [rij.label for rij in lezing.inhoud.tabellen if rij.zekerheid < 0.9] == []


def test_an_empty_cell_in_a_table_of_ja_and_nee_is_not_stated_and_doubtful() -> None:
    lezing = plein013(
        f"{KOP}"
        "            Nee                     Ja             visuele beperkingen\n"
        "                                    Ja             dyslexie\n"
        "                                                   gedragsproblemen\n"
    )

    assert _cellen(lezing) == {
        "visuele beperkingen": (False, True),
        "dyslexie": (None, True),
        "gedragsproblemen": (None, None),
    }
    assert [rij.label for rij in lezing.inhoud.tabellen if rij.zekerheid < 0.9] == ["dyslexie", "gedragsproblemen"]


@pytest.mark.parametrize(
    "kop",
    [
        "      Binnen de school      Buiten de school\n      zelf beschikbaar      snel toegankelijk\n",
        "      intern                extern\n",
        "      in de school          buiten de\n                            school\n",
        "      Beschikbaar           Snel beschikbaar        expertise\n      binnen de school      buiten de school\n",
    ],
)
def test_headings_in_other_words_or_other_lines_are_the_same_columns(kop: str) -> None:
    lezing = plein013(
        f"{kop}            x                                       dyslexie\n"
        "                                   x               gedragsproblemen\n"
    )

    assert _cellen(lezing) == {"dyslexie": (True, False), "gedragsproblemen": (False, True)}


def test_marks_that_all_stand_beside_their_headings_are_shifted_back() -> None:
    lezing = plein013(
        f"{INSTANTIES}"
        "    SMW                               x\n"
        "    GGD                                              x\n"
        "    GGZ                                                             x\n"
        "    MEE                                                                        x\n"
        "    Politie                           x\n"
    )

    assert _waarden(lezing) == {"SMW": "nooit", "GGD": "soms", "GGZ": "regelmatig", "MEE": "vaak", "Politie": "nooit"}


def test_a_mark_between_two_columns_is_doubtful() -> None:
    lezing = plein013(
        f"{INSTANTIES}"
        "    SMW                             x\n"
        "    GGD                                            x\n"
        "    GGZ                                                            x\n"
        "    MEE                                                    x\n"
        "    Politie                                                                    x\n"
    )

    assert [rij.label for rij in lezing.inhoud.tabellen if rij.zekerheid < 0.9] == ["MEE"]


def test_a_row_of_the_school_itself_is_kept_with_its_kind_of_support() -> None:
    lezing = plein013(
        f"{INSTANTIES}"
        "    SMW                             x\n"
        "    Logopedie                                      x\n"
        "    Anders, nl. fysiotherapie                                      x\n"
    )

    rijen = [(rij.label, rij.rij, rij.soort_ondersteuning, rij.waarde) for rij in lezing.inhoud.rijen("instanties")]
    assert rijen == [
        ("SMW", "smw", "smw", "nooit"),
        ("Logopedie", None, "logopedie", "soms"),
        ("Anders, nl. fysiotherapie", None, "motoriek", "regelmatig"),
    ]


def test_a_remark_in_a_cell_is_kept_beside_the_mark_also_when_it_runs_on() -> None:
    lezing = plein013(
        f"{KOP}"
        "            Nee             Ja, alles via          visuele beperkingen\n"
        "                            het bestuur\n"
        "            Ja                      Nee            dyslexie\n"
    )

    assert [(rij.label, rij.opmerking) for rij in lezing.inhoud.rijen("expertise")] == [
        ("visuele beperkingen", "Ja, alles via het bestuur"),
        ("dyslexie", None),
    ]


def test_an_arrow_that_points_at_another_row_is_doubtful() -> None:
    lezing = plein013(
        f"{KOP}"
        "            Nee                     Ja             visuele beperkingen\n"
        "            Nee                     ↓              dyslexie\n"
    )

    (_eerste, tweede) = lezing.inhoud.rijen("expertise")
    assert (tuple(tweede.cellen.values()), tweede.zekerheid < 0.9) == ((False, None), True)


def test_a_table_goes_on_after_a_page_number_and_blank_lines() -> None:
    lezing = plein013(
        f"{INSTANTIES}"
        "    SMW                             x\n"
        "    GGD                                            x\n"
        "\n                                 23\n\n----- pagina -----\n\n"
        "    GGZ                             x\n"
        "    MEE                                            x\n"
        "    KDC                                                            x\n"
        "    Politie                                                                    x\n"
    )

    assert list(_waarden(lezing).values()) == ["nooit", "soms", "nooit", "soms", "regelmatig", "vaak"]
    assert [rij.label for rij in lezing.inhoud.tabellen if rij.zekerheid < 0.9] == []


def test_marks_on_a_page_without_heading_are_doubtful_when_they_could_fit_other_columns() -> None:
    lezing = plein013(
        f"{INSTANTIES}"
        "    SMW                             x\n"
        "    GGD                                                                        x\n"
        "----- pagina -----\n"
        "    GGZ                             x\n"
        "    MEE                             x\n"
    )

    assert [rij.label for rij in lezing.inhoud.tabellen if rij.zekerheid < 0.9] == ["GGZ", "MEE"]


def test_prose_after_a_table_is_no_row_of_it() -> None:
    lezing = plein013(
        f"{KOP}"
        "            x                                      dyslexie\n"
        "\n"
        "        Toelichting\n"
        "        De school heeft een specialist dyslexie, die elke week in alle groepen komt.\n"
    )

    assert list(_cellen(lezing)) == ["dyslexie"]
    assert "De school heeft een specialist dyslexie" in (lezing.inhoud.tekst("domein3") or "")


def test_a_label_that_runs_up_to_the_columns_can_have_ja_right_behind_it() -> None:
    lezing = haaglanden(
        "Expertise                       Ja/nee        Uren beschikbaar\n"
        "Expertise taal, lezen en spraak ja            6 uur per week\n"
        "(logopedie)\n"
        "Expertise autisme               nee           -\n"
    )

    rijen = [(rij.rij, rij.waarde, rij.omvang and float(rij.omvang.getal)) for rij in lezing.inhoud.rijen("expertise")]
    assert rijen == [("taal", "ja", 6.0), ("autisme", "nee", None)]


def test_reading_ends_also_when_a_known_row_runs_over_lines_after_many_unknown_words() -> None:
    plek = " " * 51
    lezing = plein013(
        f"{KOP}            x                                      dyslexie\n"
        + "".join(f"{plek}onbekend woord {nummer}\n" for nummer in range(9))
        + f"{plek}Autisme Spectrum\n{plek}Stoornissen (ASS)\n"
    )

    assert _cellen(lezing) == {"dyslexie": (True, False), "Autisme Spectrum Stoornissen (ASS)": (False, False)}
    assert lezing.inhoud.tekst("domein3") == " ".join(f"onbekend woord {nummer}" for nummer in range(9))


def test_a_sentence_between_rows_is_kept_and_the_rows_below_it_are_read() -> None:
    lezing = plein013(
        f"{KOP}            x                                      dyslexie\n\n"
        "In overleg met het bestuur worden deze gegevens elk jaar in de vergadering van het team besproken.\n\n"
        "                                    x              gedragsproblemen\n"
    )

    assert _cellen(lezing) == {"dyslexie": (True, False), "gedragsproblemen": (False, True)}
    assert "In overleg met het bestuur" in (lezing.inhoud.tekst("domein3") or "")


def test_headings_with_one_space_between_them_are_two_columns() -> None:
    lezing = plein013(
        "    binnen de school buiten de school\n"
        "    zelf beschikbaar snel toegankelijk\n"
        "            x                            visuele beperkingen\n"
        "                             x           dyslexie\n"
    )

    assert _cellen(lezing) == {"visuele beperkingen": (True, False), "dyslexie": (False, True)}


def test_tabs_that_stand_for_spaces_tell_places() -> None:
    lezing = plein013(
        "\tbinnen de\t   buiten de school\n\tschool zelf\t   snel toegankelijk\n\tbeschikbaar\n"
        "\t\tx\t\t\t\t     visuele beperkingen\n\t\t\t\t\tx\t     dyslexie\n"
    )

    assert _cellen(lezing) == {"visuele beperkingen": (True, False), "dyslexie": (False, True)}


def test_a_row_left_blank_does_not_take_the_mark_of_the_own_row_below_it() -> None:
    lezing = plein013(
        f"{KOP}            x                                      dyslexie\n"
        "                                                   onderwijsachterstanden andere culturen\n"
        "            x                                      NT2\n"
    )

    assert _cellen(lezing) == {
        "dyslexie": (True, False),
        "onderwijsachterstanden andere culturen": (False, False),
        "NT2": (True, False),
    }
