"""The pages: for parents in two languages, and the chapter of the schoolgids."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html
from tests.documenten.zetten.uitgaven import (
    andere_regio,
    gelezen_uitgave,
    gepubliceerde_uitgave,
    lege_uitgave,
    metrij,
    metveld,
    volle_uitgave,
    zonder_besluit,
)

from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.htmlzetter import zet_fragment
from passend.documenten.zetten.ouders import bouw_ouders
from passend.documenten.zetten.schoolgids import bouw_schoolgids
from passend.documenten.zetten.woorden import Taal

FRAGMENTEN: dict[str, Callable[[Uitgave], str]] = {
    "ouders nl": lambda uitgave: zet_fragment(bouw_ouders(uitgave, "nl")),
    "ouders en": lambda uitgave: zet_fragment(bouw_ouders(uitgave, "en")),
    "schoolgids": lambda uitgave: zet_fragment(bouw_schoolgids(uitgave)),
}


def ouders(uitgave: Uitgave, taal: Taal = "nl") -> html.HtmlElement:
    return html.fragment_fromstring(zet_fragment(bouw_ouders(uitgave, taal)), create_parent="main")


def gids(uitgave: Uitgave) -> html.HtmlElement:
    return html.fragment_fromstring(zet_fragment(bouw_schoolgids(uitgave)), create_parent="main")


def woorden(boom: html.HtmlElement) -> str:
    return " ".join(str(boom.text_content()).split())


@pytest.mark.parametrize("welke", FRAGMENTEN)
@pytest.mark.parametrize("uitgave", [gepubliceerde_uitgave, lege_uitgave, volle_uitgave, andere_regio])
def test_headings_go_down_one_level_at_a_time_and_nothing_is_styled_inline(
    welke: str, uitgave: Callable[[], Uitgave]
) -> None:
    fragment = FRAGMENTEN[welke](uitgave())
    niveaus = [2, *(int(niveau) for niveau in re.findall(r"<h(\d)>", fragment))]
    assert all(later - eerder <= 1 for eerder, later in pairwise(niveaus))
    assert min(niveaus) == 2
    assert not re.search(r"<[^>]+\sstyle=|<style|<script|<ul>\s*</ul>|<ol>\s*</ol>", fragment)


@pytest.mark.parametrize("welke", FRAGMENTEN)
def test_words_of_a_school_are_never_taken_for_html(welke: str) -> None:
    kwaad = "<script>alert(1)</script>"
    fragment = FRAGMENTEN[welke](metveld(metrij(gelezen_uitgave(), "aanbod", kwaad), "schoolnaam", kwaad))
    assert "<script" not in fragment
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in fragment


@pytest.mark.parametrize("adres", ["javascript:alert(1)", "data:text/html,x", "https://a.example/ b", "ftp://x"])
def test_only_web_addresses_become_links(adres: str) -> None:
    verwijzingen = gids(metveld(gelezen_uitgave(), "schoolgids", adres)).xpath("//a/@href")
    assert verwijzingen == ["mailto:info@wilgenboom.example", "https://www.wilgenboom.example/schoolplan"]


def test_page_for_parents_answers_the_five_questions() -> None:
    assert ouders(gepubliceerde_uitgave()).xpath("//h2/text()") == [
        "Wat kan de school voor mijn kind doen?",
        "Met wie praat ik?",
        "Wat gebeurt er, stap voor stap?",
        "Wat zijn mijn rechten?",
        "Waar kan ik terecht met een vraag of een klacht?",
    ]


def test_page_for_parents_says_what_there_is_who_helps_and_which_steps() -> None:
    boom = ouders(gepubliceerde_uitgave())
    assert "Rouwgroep: op aanvraag" in woorden(boom)
    assert "Noor Achterberg: intern begeleider, ma tot en met do" in woorden(boom)
    assert [woorden(stap) for stap in boom.xpath("//ol/li")] == [
        "In de klas: De leerkracht past de les aan.",
        "In de school",
        "Hulp van buiten",
    ]
    assert "De school keek deze lijst na op 18 mei 2026." in woorden(boom)


def test_page_for_parents_of_an_empty_profile_says_what_is_not_known() -> None:
    boom = ouders(lege_uitgave())
    assert [woorden(zin) for zin in boom.xpath("//p[@class='leeg']")] == [
        "Let op: deze bladzijde is nog een concept. Het bestuur heeft dit nog niet vastgesteld.",
        "De school heeft dit nog niet ingevuld.",
        "Wie u daarna kunt spreken: de school heeft dit nog niet ingevuld.",
        "De school heeft dit nog niet ingevuld.",
    ]
    assert "Dat heet zorgplicht" not in woorden(boom)
    assert "Dit heet zorgplicht." in woorden(boom)


@pytest.mark.parametrize("uitgave", [gelezen_uitgave, andere_regio])
def test_english_page_has_english_names_and_marks_dutch_words(uitgave: Callable[[], Uitgave]) -> None:
    uit = uitgave()
    eigen = {rij.label for rij in uit.inhoud.tabellen if rij.rij is None}
    perioden = {rij.periode for rij in uit.inhoud.tabellen}
    nederlands = set(ouders(uit, "en").xpath("//*[self::ul or self::ol]//span[@lang='nl']//text()"))
    assert nederlands <= eigen | perioden | {label.removeprefix("Expertise ").capitalize() for label in eigen}


def test_english_page_translates_the_words_of_the_template() -> None:
    tekst = woorden(ouders(gelezen_uitgave(), "en"))
    assert "Help with behaviour, from our own team. Someone works here for this about" in tekst
    assert "School attendance officer of the municipality: comes to school sometimes" in tekst
    assert "A toilet for wheelchair users" in tekst
    assert "Some words on this page are the school's own. They are in Dutch." in tekst
    assert "Adviser of the school partnership, for help at school: comes to school often" in tekst
    assert "komt structureel" not in tekst


def test_parents_see_what_the_school_lacks_but_not_which_officer_never_comes() -> None:
    boom = ouders(gelezen_uitgave())
    (lijst,) = boom.xpath("//h3[text()='Hiervoor is op onze school niets extra’s']/following-sibling::ul[1]")
    assert "Leren en denken" in [woorden(punt) for punt in lijst]
    assert "Politie" not in woorden(lijst)
    (gebouw,) = boom.xpath("//h3[text()='Dit is er niet in het gebouw']/following-sibling::ul[1]")
    assert [woorden(punt) for punt in gebouw] == ["Een lift"]


def test_kind_of_which_the_school_has_a_row_of_its_own_is_not_said_to_lack() -> None:
    uit = gelezen_uitgave()
    eigen = replace(uit.inhoud.rijen("expertise")[0], rij=None, label="Plusklas", waarde="ja")

    def weg(soort: str) -> str:
        rij = replace(eigen, soort_ondersteuning=soort)
        boom = ouders(replace(uit, inhoud=replace(uit.inhoud, tabellen=(*uit.inhoud.tabellen, rij))))
        (lijst,) = boom.xpath("//h3[text()='Hiervoor is op onze school niets extra’s']/following-sibling::ul[1]")
        return woorden(lijst)

    assert "Rekenen" in weg("begaafdheid")
    assert "Rekenen" not in weg("rekenen")


def test_a_row_that_is_not_known_is_no_promise_and_no_refusal() -> None:
    boom = ouders(andere_regio())
    (lijst,) = boom.xpath("//h3[text()='Dit heeft de school nog niet ingevuld']/following-sibling::ul[1]")
    assert [woorden(punt) for punt in lijst] == [
        "Kinderen die slecht zien",
        "Schoolmaatschappelijk werker, voor zorgen thuis of op school",
    ]


def test_chapter_of_the_schoolgids_has_what_the_law_asks() -> None:
    boom = gids(gepubliceerde_uitgave())
    assert boom.xpath("//h2/text()") == [
        "Wat elk kind krijgt: basisondersteuning",
        "Wat onze school biedt: ons ondersteuningsaanbod",
        "Wie helpt, en in welke stappen",
        "Als uw kind meer nodig heeft",
        "Zorgplicht: een passende plek voor uw kind",
        "Zo hebben kinderen meegepraat",
        "Advies van de MR en besluit van het bestuur",
        "Vragen en hulp",
    ]
    klein = " ".join(woorden(zin) for zin in boom.xpath("//p[@class='klein']"))
    for artikel in ("artikel 13 lid 1 onder c", "artikel 13b", "artikel 11 lid 1 onder r", "artikel 40", "artikel 19"):
        assert artikel in klein
    assert "Wat wij daarmee deden: De bibliotheek is open" in woorden(boom)
    assert "Het bestuur stelde dit aanbod vast op 24 juni 2026." in woorden(boom)


def test_chapter_of_the_schoolgids_says_which_steps_are_missing_or_skipped() -> None:
    leeg = woorden(gids(lege_uitgave()))
    assert "Hoe kinderen hebben meegepraat en wat de school daarmee deed, is nog niet ingevuld." in leeg
    assert "Er is nog geen advies van de medezeggenschapsraad (MR) vastgelegd." in leeg
    assert "Er is nog geen besluit van het bestuur vastgelegd." in leeg
    stappen = tuple(replace(stap, is_overgeslagen=True, reden="Geen tijd") for stap in gepubliceerde_uitgave().stappen)
    overgeslagen = woorden(gids(replace(gepubliceerde_uitgave(), stappen=stappen)))
    assert "De kinderen zijn niet gehoord: Geen tijd." in overgeslagen
    assert "De medezeggenschapsraad (MR) heeft geen advies gegeven: Geen tijd." in overgeslagen
    assert "Het bestuur heeft dit aanbod niet vastgesteld: Geen tijd." in overgeslagen
    assert "stelde dit aanbod vast" not in overgeslagen


@pytest.mark.parametrize(
    ("welke", "zin"),
    [
        ("schoolgids", "Het bestuur heeft dit aanbod niet vastgesteld: Het bestuur vergadert in mei."),
        ("ouders nl", "het schoolbestuur heeft dit niet vastgesteld. De school zegt waarom: Het bestuur vergadert"),
        ("ouders en", "the school board has not adopted this. The reason, in the school's own words: Het bestuur"),
    ],
)
def test_page_that_the_board_did_not_adopt_says_so_before_anything_it_offers(welke: str, zin: str) -> None:
    boom = html.fragment_fromstring(FRAGMENTEN[welke](zonder_besluit()), create_parent="main")
    (melding,) = boom.xpath("//p[@class='let_op']")
    assert zin in woorden(melding)
    assert len(melding.xpath("./svg[@aria-hidden='true']")) == 1
    assert melding.xpath("preceding::h2") == []
    gewoon = html.fragment_fromstring(FRAGMENTEN[welke](gepubliceerde_uitgave()), create_parent="main")
    assert gewoon.xpath("//p[@class='let_op']") == []


def test_fixed_text_is_the_one_in_force_on_the_day_of_the_page() -> None:
    uitgave = gelezen_uitgave()
    oud = replace(uitgave, peildatum=uitgave.sjabloon.geldig_van)
    zin = "Wat de school zelf biedt heet in de wet het ondersteuningsaanbod"
    assert [zin in woorden(gids(uit)) for uit in (uitgave, oud)] == [True, False]


def test_prose_of_a_school_keeps_its_lists() -> None:
    uitgave = gelezen_uitgave()
    teksten = tuple(
        replace(tekst, tekst="Wij doen:\n- praten\n- kijken") if tekst.code == "extra" else tekst
        for tekst in uitgave.inhoud.teksten
    )
    boom = ouders(replace(uitgave, inhoud=replace(uitgave.inhoud, teksten=teksten)), "en")
    assert boom.xpath("//li/span[@lang='nl'][.='praten' or .='kijken']/text()") == ["praten", "kijken"]


def test_the_same_thing_in_two_tables_is_said_once_to_parents() -> None:
    uitgave = metrij(metrij(gelezen_uitgave(), "aanbod", "Judo"), "aanbod", "Judo")
    assert woorden(ouders(uitgave)).count("Judo") == 1
