"""Searching schools: by name, place and kind of support, live and without JavaScript, in constant queries."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.organisaties import maak_bestuur, maak_vestiging
from tests.factories.profielen import OP, School, maak_editie, maak_profiel, maak_school

from passend.organisaties.models import Bestuur
from passend.profielen.actions.onderdelen import save_rij

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def _school_met(bestuur: Bestuur, brin: str, naam: str, rij: str) -> School:
    school = maak_school(bestuur, brin=brin, naam=naam)
    profiel = maak_profiel(school)
    sleutel, cellen = f"rij:expertise:{rij}", {"ja_nee": "ja", "uren_beschikbaar": "2 uur"}
    save_rij(actor=school.directeur, profiel=profiel, sleutel=sleutel, cellen=cellen, versie=1, op=OP)
    maak_editie(school, profiel)
    return school


def _drie_scholen() -> None:
    bestuur = maak_bestuur()
    _school_met(bestuur, "99AA", "De Wilgenboom", "gedrag")
    _school_met(bestuur, "99AB", "De Kiem", "motoriek")
    maak_vestiging(bestuur, "99AC", "De Zandloper", plaats="Schelpenburg")


def _namen(inhoud: str) -> list[str]:
    return re.findall(r'<h3><a href="/scholen/\w+">(.*?)</a></h3>', inhoud)


def _zoek(client: Client, **vraag: str | list[str]) -> str:
    return client.get("/", vraag).content.decode()


def test_every_school_is_listed_before_anything_is_asked(client: Client) -> None:
    _drie_scholen()

    inhoud = _zoek(client)

    assert _namen(inhoud) == ["De Kiem", "De Wilgenboom", "De Zandloper"]
    assert "<h2>3 scholen</h2>" in inhoud


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ({"q": "wilg"}, ["De Wilgenboom"]),
        ({"q": "schelp"}, ["De Zandloper"]),
        ({"plaats": "voorbeeldstad"}, ["De Kiem", "De Wilgenboom"]),
        ({"soort": "motoriek"}, ["De Kiem"]),
        ({"q": "wilg", "soort": "motoriek"}, []),
        ({"soort": "bestaat-niet"}, ["De Kiem", "De Wilgenboom", "De Zandloper"]),
        ({"q": "kiem\0", "bladzijde": "²"}, ["De Kiem"]),
    ],
)
def test_schools_are_found_by_what_was_asked(client: Client, vraag: dict[str, str], verwacht: list[str]) -> None:
    _drie_scholen()

    assert _namen(_zoek(client, **vraag)) == verwacht


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [
        ("motoriek", ["De Kiem"]),
        ("Motor", ["De Kiem"]),
        ("hulp bij gedragsproblemen", ["De Wilgenboom"]),
        ("motoriek voorbeeldstad", ["De Kiem"]),
        ("motoriek Schelpenburg", []),
        ("rolstoel", []),
    ],
)
def test_words_of_a_kind_of_support_find_the_schools_that_offer_it(
    client: Client, woorden: str, verwacht: list[str]
) -> None:
    _drie_scholen()

    assert _namen(_zoek(client, q=woorden)) == verwacht


def test_search_by_words_of_a_kind_says_so_and_puts_a_school_with_that_name_first(client: Client) -> None:
    _drie_scholen()
    maak_vestiging(Bestuur.objects.get(), "99AD", "School voor motoriek")

    inhoud = _zoek(client, q="motoriek")

    assert _namen(inhoud) == ["School voor motoriek", "De Kiem"]
    assert "Scholen met: Motoriek" in inhoud
    assert '<li class="soort soort-motoriek klein gezocht">Motoriek</li>' in inhoud


def test_search_for_something_in_the_building_says_that_a_school_can_have_another_part_of_it(client: Client) -> None:
    school = maak_school(maak_bestuur(), brin="99AA", naam="De Wilgenboom")
    profiel = maak_profiel(school)
    for rij, cel in (("toilet", "aanwezig_in_de_school"), ("lift", "niet_van_toepassing")):
        sleutel = f"rij:voorzieningen:{rij}"
        save_rij(actor=school.directeur, profiel=profiel, sleutel=sleutel, cellen={cel: True}, versie=1, op=OP)
    maak_editie(school, profiel)
    zin = "Wat er precies is, en wat niet, staat bij de school onder Het gebouw."

    assert _namen(_zoek(client, q="lift")) == ["De Wilgenboom"]
    assert zin in _zoek(client, q="lift")
    assert zin not in _zoek(client, q="verzorging")


def test_result_shows_what_a_school_offers_and_how_old_that_is(client: Client) -> None:
    _school_met(maak_bestuur(), "99AA", "De Wilgenboom", "gedrag")

    inhoud = _zoek(client)

    assert '<li class="soort soort-gedrag klein ">Gedrag</li>' in inhoud
    assert "Schooljaar 2026-2027, editie 1, openbaar sinds ma 5 oktober 2026" in inhoud


def test_school_without_an_edition_says_so_in_the_list(client: Client) -> None:
    maak_vestiging()

    assert "Nog geen profiel gepubliceerd" in _zoek(client)


def test_htmx_gets_the_results_alone(client: Client) -> None:
    _drie_scholen()

    antwoord = client.get("/", {"q": "kiem"}, headers=HTMX)

    inhoud = antwoord.content.decode()
    assert (inhoud.lstrip().startswith("<p"), "<html" in inhoud, _namen(inhoud)) == (True, False, ["De Kiem"])
    assert "HX-Request" in antwoord["Vary"]


def test_whole_page_comes_back_when_the_browser_goes_back(client: Client) -> None:
    antwoord = client.get("/", headers=HTMX | {"HX-History-Restore-Request": "true"})

    assert "<html" in antwoord.content.decode()


def test_school_chosen_before_stays_chosen_in_other_results(client: Client) -> None:
    _drie_scholen()

    inhoud = _zoek(client, q="kiem", school=["99AA00", "99AB00"])

    assert re.findall(r'name="school" value="(\w+)" checked', inhoud) == ["99AA00", "99AB00"]


def test_nothing_found_says_what_to_do(client: Client) -> None:
    _drie_scholen()

    inhoud = _zoek(client, q="zzz", soort="gedrag")

    assert "Geen school gevonden." in inhoud
    assert "Typ minder letters, of alleen de plaats. Kies een andere plaats of een andere soort hulp." in inhoud


def test_site_without_schools_says_so(client: Client) -> None:
    assert "Er staan nog geen scholen in Passend." in _zoek(client)


def test_long_list_comes_in_pages_that_keep_the_question(client: Client) -> None:
    bestuur = maak_bestuur()
    for nummer in range(21):
        maak_vestiging(bestuur, f"99{chr(65 + nummer)}A", f"School {nummer:02}")

    eerste, tweede, derde = (_zoek(client, q="school", bladzijde=str(nummer)) for nummer in (1, 2, 3))

    assert (len(_namen(eerste)), _namen(tweede)) == (20, ["School 20"])
    assert 'href="/?q=school&amp;bladzijde=2" rel="next"' in eerste
    assert "Deze bladzijde is er niet meer." in derde


def test_kinds_of_support_are_counted_by_school(client: Client) -> None:
    bestuur = maak_bestuur()
    _school_met(bestuur, "99AA", "De Wilgenboom", "gedrag")
    _school_met(bestuur, "99AB", "De Kiem", "gedrag")

    assert '<option value="gedrag" >Gedrag (2)</option>' in _zoek(client)


@pytest.mark.parametrize("vraag", [{"soort": "gedrag"}, {"q": "gedrag"}])
@pytest.mark.parametrize("aantal", [1, 3])
def test_search_page_takes_six_queries(
    client: Client, aantal: int, vraag: dict[str, str], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    bestuur = maak_bestuur()
    for letter in "ABC"[:aantal]:
        _school_met(bestuur, f"99A{letter}", letter, "gedrag")

    with django_assert_num_queries(6):
        inhoud = _zoek(client, **vraag)

    assert len(_namen(inhoud)) == aantal


@pytest.mark.parametrize("aantal", [1, 3])
def test_live_results_take_four_queries(
    client: Client, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    bestuur = maak_bestuur()
    for letter in "ABC"[:aantal]:
        _school_met(bestuur, f"99A{letter}", letter, "gedrag")

    with django_assert_num_queries(4):
        client.get("/", {"soort": "gedrag"}, headers=HTMX)
