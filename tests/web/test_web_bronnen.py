"""Where a rule comes from reads as one language: names of laws stay, the words around them are those of the page."""

from django.utils import translation

from passend.begrippen.vindplaats import Vindplaats
from passend.web.bronnen import bron

WPO = Vindplaats(regeling="WPO", artikel="40a lid 6, 7 en 8", adres="")


def test_source_stays_as_it_is_on_a_dutch_page() -> None:
    with translation.override("nl"):
        assert bron(WPO) == "WPO artikel 40a lid 6, 7 en 8"
        assert bron(None) == ""


def test_source_is_said_in_the_words_of_an_english_page() -> None:
    sector = Vindplaats(regeling="afspraak van de sector, naar WPO", artikel="40a lid 3", adres="", is_beleid=True)
    regio = Vindplaats(regeling="werkwijze van het samenwerkingsverband", artikel="", adres="", is_beleid=True)

    with translation.override("en"):
        gezegd = [bron(WPO), bron(sector), bron(regio)]

    assert gezegd == [
        "WPO article 40a paragraph 6, 7 and 8",
        "sector agreement, after WPO article 40a paragraph 3",
        "practice of the school partnership",
    ]


def test_guideline_and_a_ground_that_was_written_down_are_said_in_english_too() -> None:
    richtlijn = Vindplaats(
        regeling="richtlijn van de PO-Raad over bewaartermijnen", artikel="", adres="", is_beleid=True
    )

    with translation.override("en"):
        gezegd = [bron(richtlijn), bron("besluit van het bestuur"), bron("AVG artikel 5")]

    assert gezegd == ["guideline of the PO-Raad on retention periods", "decision of the school board", "AVG artikel 5"]
