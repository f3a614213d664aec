"""What a school offers in words for parents: help, people who come, and days instead of FTE."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.documenten.zetten.uitgaven import gelezen_uitgave

from passend.begrippen.gewonetaal import GEWOON, in_gewone_taal
from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Eenheid, Omvang
from passend.documenten.zetten.aanbodoverzicht import Aanbodpunt, lees_aanbod
from passend.documenten.zetten.ouderaanbod import omvangwoorden, oudernaam, ouderzin
from passend.documenten.zetten.woorden import Taal


def _punt(label: str) -> Aanbodpunt:
    return next(punt for punt in lees_aanbod(gelezen_uitgave()) if punt.heel_label == label)


def _zin(punt: Aanbodpunt, taal: Taal = "nl") -> str:
    return "".join(deel.tekst for deel in ouderzin(punt, taal).delen)


@pytest.mark.parametrize(
    ("label", "waarde", "nl", "en"),
    [
        ("Expertise autisme", "ja", "Hulp bij autisme, door ons eigen team", "Help with autism, from our own team"),
        (
            "Speciaal Basisonderwijs",
            "incidenteel",
            "Een school voor speciaal basisonderwijs: denkt soms mee",
            "A school for special primary education: helps us sometimes",
        ),
        (
            "Leerplichtambtenaar",
            "regelmatig",
            "Leerplichtambtenaar van de gemeente, over naar school gaan: komt regelmatig op school",
            "School attendance officer of the municipality: comes to school regularly",
        ),
        (
            "CJG",
            "structureel",
            "Iemand van het Centrum voor Jeugd en Gezin, voor vragen over opvoeden: komt vaak op school",
            "Someone from the youth and family centre, for questions about bringing up children: comes to school often",
        ),
        ("Rolstoelvriendelijk", "aanwezig", "Geschikt voor een rolstoel", "Suitable for a wheelchair"),
    ],
)
def test_row_of_the_region_reads_as_help(label: str, waarde: str, nl: str, en: str) -> None:
    punt = replace(_punt(label), waarde=waarde, hoeveel=None, is_in_gebouw=waarde == "aanwezig")

    assert (_zin(punt), _zin(punt, "en")) == (nl, en)


def test_dyslexia_in_a_row_of_the_school_itself_is_translated_but_its_own_words_are_not() -> None:
    eigen = replace(_punt("Expertise autisme"), heel_label="Expertise dyslexie", label="Dyslexie", label_en=None)
    lego = replace(eigen, heel_label="Lego", label="Lego", hoeveel=None)

    assert _zin(eigen, "en").startswith("Help with dyslexia, from our own team")
    assert [(deel.tekst, deel.taal) for deel in ouderzin(lego, "en").delen] == [
        ("Lego", "nl"),
        (", from our own team", ""),
    ]


@pytest.mark.parametrize(
    ("getal", "eenheid", "geschreven", "nl", "en"),
    [
        ("0.8", "fte", "0,8 FTE", "Daarvoor werkt hier iemand ongeveer 4 dagen in de week.", "about 4 days a week."),
        ("0.5", "fte", "", "Daarvoor werkt hier iemand ongeveer 2,5 dagen in de week.", "about 2.5 days a week."),
        ("0.2", "fte", "", "Daarvoor werkt hier iemand ongeveer 1 dag in de week.", "about 1 day a week."),
        (
            "0.05",
            "fte",
            "",
            "Daarvoor werkt hier iemand ongeveer een halve dag in de week.",
            "about half a day a week.",
        ),
        ("1.2", "fte", "", "Daarvoor werken hier mensen, samen ongeveer 6 dagen in de week.", "about 6 days a week."),
        ("6", "uren", "6 uur per week", "Dat is 6 uur in de week.", "That is 6 hours a week."),
        ("1", "uren", "1 uur", "Dat is 1 uur.", "That is 1 hour."),
        ("2", "dagdelen", "2 dagdelen", "Dat is 2 ochtenden of middagen.", "That is 2 mornings or afternoons."),
        ("0", "fte", "0 FTE", "", ""),
    ],
)
def test_amount_is_said_as_a_parent_counts(getal: str, eenheid: str, geschreven: str, nl: str, en: str) -> None:
    omvang = Omvang(getal=Decimal(getal), eenheid=Eenheid(eenheid))

    assert omvangwoorden(omvang, geschreven, "nl") == nl
    assert omvangwoorden(omvang, geschreven, "en").endswith(en)


def test_what_there_is_not_is_named_without_the_word_help() -> None:
    assert oudernaam(_punt("Expertise autisme"), "nl").tekst == "Autisme"


def test_every_row_of_the_shipped_templates_that_parents_read_has_plain_words() -> None:
    rijen = [
        rij.label
        for sjabloon in load_sjablonen()
        for tabel in sjabloon.tabellen()
        if not tabel.vraagt_onderbouwing
        for rij in tabel.rijen
    ]

    assert [label for label in rijen if in_gewone_taal(label) is None] == []


def test_plain_words_are_short_and_hold_no_letters_of_an_office() -> None:
    for label, gewoon in GEWOON.items():
        assert len(gewoon.als_hulp("nl").split()) <= 12, label
        assert "FTE" not in gewoon.als_hulp("nl")
