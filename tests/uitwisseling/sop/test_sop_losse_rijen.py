"""Documents whose tables lost their headings or their layout: known rows are rows, doubtful, and not unread."""

import pytest
from tests.uitwisseling.sop.bouw import HAAGLANDEN, haaglanden, haaglanden_roosters, lees_tekst, plein013

from passend.uitwisseling.sop.herkenning import OnbekendSjabloonError

GEBOUW = [
    ("Voorziening", "Aanwezig in de school", "Niet van toepassing"),
    ("Rolstoelvriendelijk", "X", ""),
    ("Invalidetoilet", "", "X"),
    ("Voorzieningen doven/slechthorenden", "X", ""),
    ("Voorzieningen blinden/slechtzienden", "X", ""),
    ("Gespreksruimte", "X", ""),
    ("Therapieruimte", "X", ""),
    ("Verzorgingsruimte", "X", ""),
    ("Time out ruimte", "X", ""),
    ("Lift", "X", ""),
]
EXPERTISE = [
    ("Expertise", "Ja/nee", "Uren beschikbaar"),
    ("Remedial teaching", "ja", "2"),
    ("Expertise rekenen en wiskunde", "ja", "2"),
    ("Expertise gedrag", "ja", "2"),
    ("Expertise jonge kind", "ja", "2"),
    ("Expertise motoriek", "ja", "2"),
    ("Expertise autisme", "ja", "2"),
    ("Expertise faalangst", "nee", ""),
    ("Expertise zieke leerlingen", "nee", ""),
    ("Expertise cognitieve ontwikkeling", "nee", ""),
    ("Expertise (hoog)begaafdheid", "nee", ""),
    ("Expertise tweede taal/NT2", "nee", ""),
]


def test_known_rows_among_sentences_are_rows_without_a_value_and_doubtful() -> None:
    tekst = "D. Preventieve en curatieve interventies\n\nLift\n\nX\n\nInvalidetoilet\n\nGespreksruimte\n\nX\n"

    rijen = haaglanden(tekst).inhoud.rijen("voorzieningen")

    assert [(rij.rij, rij.waarde, rij.zekerheid < 0.9) for rij in rijen] == [
        ("lift", None, True),
        ("toilet", None, True),
        ("gespreksruimte", None, True),
    ]


def test_short_labels_below_each_other_are_rows_of_their_own() -> None:
    tekst = "Domein 3: Extra voorzieningen\nSMW     x\nBureau Jeugdzorg    x\nGGD   x\nMEE   x\n(Kinder)ziekenhuis  x\n"

    rijen = plein013(tekst).inhoud.rijen("instanties")

    assert [rij.label for rij in rijen] == ["SMW", "Bureau Jeugdzorg", "GGD", "MEE", "(Kinder)ziekenhuis"]
    assert all(rij.zekerheid < 0.9 for rij in rijen)


def test_a_row_or_two_named_in_a_sentence_make_no_table() -> None:
    tekst = "D. Preventieve en curatieve interventies\n\nLogopedie\n\nWij hebben een lift.\n"

    assert haaglanden(tekst).inhoud.tabellen == ()


def test_a_row_of_a_table_is_taken_instead_of_words_in_a_sentence_before_it() -> None:
    lijst = "dyslexie\n\nADHD\n\ngedragsproblemen\n\nDomein 3: Extra voorzieningen\n"
    tabel = """Expertise           binnen de school zelf beschikbaar     buiten de school snel toegankelijk
dyslexie                       X                                     X
ADHD                           X
gedragsproblemen                                                     X
"""

    lezing = plein013(lijst + tabel)

    assert [(rij.label, rij.waarde) for rij in lezing.inhoud.rijen("expertise")] == [
        ("dyslexie", "beide"),
        ("ADHD", "binnen_de_school"),
        ("gedragsproblemen", "buiten_de_school"),
    ]
    assert [stuk.tekst for stuk in lezing.ongelezen][-3:] == ["dyslexie", "ADHD", "gedragsproblemen"]


def test_cells_with_blank_lines_between_them_are_read_and_doubtful() -> None:
    tabel = "Expertise\n\nJa/nee\n\nUren beschikbaar\n\nRemedial teaching\n\nja\n\n4 uur\n\n"
    tabel += "Expertise gedrag\n\nnee\n\nExpertise autisme\n\nja\n\n2 dagdelen\n"

    rijen = haaglanden(tabel).inhoud.rijen("expertise")

    assert [(rij.rij, rij.waarde, rij.cellen["uren_beschikbaar"], rij.zekerheid < 0.9) for rij in rijen] == [
        ("rt", "ja", "4 uur", True),
        ("gedrag", "nee", None, True),
        ("autisme", "ja", "2 dagdelen", True),
    ]


def test_a_document_without_headings_is_known_by_its_rows() -> None:
    lezing = haaglanden_roosters(GEBOUW, EXPERTISE, kop="De Wilgenboom")

    assert (lezing.inhoud.sjabloon, len(lezing.inhoud.tabellen)) == ("haaglanden", 20)
    assert lezing.sjabloonzekerheid < 0.5


def test_a_letter_is_no_profile() -> None:
    with pytest.raises(OnbekendSjabloonError):
        lees_tekst("Beste ouders,\n\nLogopedie is op maandag. De lift is stuk.\n")


def test_spaces_that_a_program_put_behind_every_line_say_nothing() -> None:
    zinnen = [f"Zin {nummer} van de school. " for nummer in range(30)]
    rijen = [
        "Betrokken experts Structureel Regelmatig Incidenteel Niet van toepassing ",
        "CJG X    ",
        "Logopedie   X  ",
    ]
    tekst = [f"{regel} " for regel in HAAGLANDEN.splitlines()] + zinnen + rijen

    gewoon = lees_tekst("\n".join(tekst)).inhoud.tabellen
    ruimer = lees_tekst("\n".join(f"{regel} " for regel in tekst)).inhoud.tabellen

    assert [rij.zekerheid >= 0.9 for rij in gewoon] == [True, True]
    assert [(rij.waarde, rij.zekerheid) for rij in ruimer] == [(rij.waarde, rij.zekerheid) for rij in gewoon]
