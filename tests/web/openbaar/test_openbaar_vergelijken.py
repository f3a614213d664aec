"""Two to four schools side by side, and two editions of one school as a difference."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.organisaties import maak_bestuur, maak_vestiging
from tests.factories.profielen import OP, School, maak_editie, maak_profiel, maak_school

from passend.organisaties.models import Bestuur
from passend.profielen.actions.onderdelen import add_rij, save_rij, save_tekst
from passend.profielen.queries.openbaar import get_editie, get_uitgave_van_editie
from passend.web.openbaar.vergelijken import Soortrij, Vakpunt, zet_naast_elkaar

pytestmark = pytest.mark.django_db


def _school_met(bestuur: Bestuur, brin: str, antwoorden: dict[str, str], *eigen: str) -> School:
    school = maak_school(bestuur, brin=brin, naam=f"School {brin}")
    profiel = maak_profiel(school)
    for rij, antwoord in antwoorden.items():
        sleutel, cellen = f"rij:expertise:{rij}", {"ja_nee": antwoord, "uren_beschikbaar": ""}
        save_rij(actor=school.directeur, profiel=profiel, sleutel=sleutel, cellen=cellen, versie=1, op=OP)
    for label in eigen:
        add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label=label, soort=None, op=OP)
    maak_editie(school, profiel)
    return school


def _rijen(*scholen: School) -> dict[str, Soortrij]:
    edities = [get_editie(vestiging=school.vestiging) for school in scholen]
    uitgaven = [get_uitgave_van_editie(editie=editie, peildatum=OP.date()) if editie else None for editie in edities]
    return {rij.code: rij for blok in zet_naast_elkaar(uitgaven, "nl") for rij in blok.rijen}


def _lees(client: Client, adres: str) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_kind_that_not_every_school_offers_is_told_apart() -> None:
    bestuur = maak_bestuur()
    een = _school_met(bestuur, "99AA", {"gedrag": "ja", "autisme": "ja"})
    twee = _school_met(bestuur, "99AB", {"gedrag": "nee", "autisme": "ja"})

    rijen = _rijen(een, twee)

    assert (rijen["gedrag"].is_verschillend, rijen["autisme"].is_verschillend) == (True, False)
    assert [vak.staat for vak in rijen["gedrag"].vakken] == ["biedt", "niet"]
    assert rijen["gedrag"].vakken[0].punten == (Vakpunt(naam="Gedrag", woorden="in ons eigen team", taal=""),)


def test_blank_is_not_a_no() -> None:
    bestuur = maak_bestuur()
    een, twee = _school_met(bestuur, "99AA", {"gedrag": "ja"}), _school_met(bestuur, "99AB", {})

    assert [vak.staat for vak in _rijen(een, twee)["gedrag"].vakken] == ["biedt", "onbekend"]


def test_own_offer_without_a_kind_stands_last() -> None:
    bestuur = maak_bestuur()
    een, twee = _school_met(bestuur, "99AA", {}, "Rouwgroep"), _school_met(bestuur, "99AB", {})

    rijen = _rijen(een, twee)

    assert list(rijen)[-1] == "overig"
    assert [vak.staat for vak in rijen["overig"].vakken] == ["biedt", "geen"]


def test_schools_stand_side_by_side_in_the_order_they_were_chosen(client: Client) -> None:
    bestuur = maak_bestuur()
    _school_met(bestuur, "99AA", {"gedrag": "ja"})
    _school_met(bestuur, "99AB", {"gedrag": "nee"})

    inhoud = _lees(client, "/vergelijk?school=99AB00&school=99AA00")

    assert inhoud.index("School 99AB</a>") < inhoud.index("School 99AA</a>")
    assert "heeft dit niet" in inhoud


def test_only_what_differs_is_shown_when_asked(client: Client) -> None:
    bestuur = maak_bestuur()
    _school_met(bestuur, "99AA", {"gedrag": "ja", "autisme": "ja"})
    _school_met(bestuur, "99AB", {"gedrag": "nee", "autisme": "ja"})

    inhoud = _lees(client, "/vergelijk?school=99AA00&school=99AB00&alleen=verschil")

    assert ('rowheader">Gedrag' in inhoud, 'rowheader">Autisme' in inhoud) == (True, False)


def test_school_without_an_edition_can_stand_beside_another(client: Client) -> None:
    bestuur = maak_bestuur()
    _school_met(bestuur, "99AA", {"gedrag": "ja"})
    maak_vestiging(bestuur, "99AB")

    inhoud = _lees(client, "/vergelijk?school=99AA00&school=99AB00")

    assert "geen profiel" in inhoud
    assert "noemt dit niet" in inhoud


def test_schools_that_published_nothing_say_so(client: Client) -> None:
    bestuur = maak_bestuur()
    maak_vestiging(bestuur, "99AA")
    maak_vestiging(bestuur, "99AB")

    assert "hebben nog niets gepubliceerd" in _lees(client, "/vergelijk?school=99AA00&school=99AB00")


@pytest.mark.parametrize(
    ("codes", "zin"),
    [
        ([], "U koos nog geen scholen. Kies er twee tot vier."),
        (["99AA00"], "U koos één school. Kies er nog een bij."),
        (["99AA00", "99aa00"], "U koos één school. Kies er nog een bij."),
        (["99AA00", "99XX00"], "Deze school kennen wij niet: 99XX00."),
        ([f"99A{letter}00" for letter in "ABCDE"], "U koos 5 scholen. Er passen er hoogstens 4 naast elkaar."),
    ],
)
def test_other_number_than_two_to_four_gets_one_clear_sentence(client: Client, codes: list[str], zin: str) -> None:
    bestuur = maak_bestuur()
    for letter in "ABCDE":
        maak_vestiging(bestuur, f"99A{letter}")

    antwoord = client.get("/vergelijk", {"school": codes})

    assert zin in " ".join(antwoord.content.decode().split())


@pytest.mark.parametrize("aantal", [2, 3])
def test_comparing_takes_four_queries(
    client: Client, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    bestuur = maak_bestuur()
    codes = [_school_met(bestuur, f"99A{letter}", {"gedrag": "ja"}).vestiging.code for letter in "ABC"[:aantal]]

    with django_assert_num_queries(4):
        client.get("/vergelijk", {"school": codes})


def _twee_edities() -> School:
    school = maak_school()
    profiel = maak_profiel(school)
    actor = school.directeur
    save_tekst(actor=actor, profiel=profiel, code="visie", tekst="Wij helpen elk kind.", versie=1, op=OP)
    maak_editie(school, profiel)
    save_tekst(actor=actor, profiel=profiel, code="visie", tekst="Wij leren elk kind.", versie=2, op=OP)
    add_rij(actor=actor, profiel=profiel, tabel="aanbod", label="Rouwgroep", soort=None, op=OP)
    maak_editie(school, profiel)
    return school


def test_difference_counts_and_shows_words_that_came_and_went(client: Client) -> None:
    _twee_edities()

    inhoud = _lees(client, "/scholen/99AA00/verschil")

    assert (
        "<li><strong>1</strong> nieuw</li><li><strong>0</strong> vervallen</li><li><strong>1</strong> gewijzigd</li>"
        in inhoud
    )
    assert '<del><span class="verborgen">[weg: </span>helpen<span class="verborgen">]</span></del>' in inhoud
    assert '<ins><span class="verborgen">[nieuw: </span>leren<span class="verborgen">]</span></ins>' in inhoud


def test_difference_goes_from_older_to_newer_whatever_was_asked_first(client: Client) -> None:
    _twee_edities()

    heen, terug = (_lees(client, f"/scholen/99AA00/verschil?van={van}&naar={3 - van}") for van in (1, 2))

    assert "(editie 1) naar schooljaar 2026-2027 (editie 2)" in heen
    assert heen.partition("<main")[2] == terug.partition("<main")[2]


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("?van=1&naar=9", "Die editie is er niet."),
        ("?van=x&naar=2", "Die editie is er niet."),
        ("?van=2&naar=2", "U koos twee keer dezelfde editie."),
    ],
)
def test_choice_that_cannot_be_gets_one_clear_sentence(client: Client, vraag: str, zin: str) -> None:
    _twee_edities()

    assert zin in _lees(client, f"/scholen/99AA00/verschil{vraag}")


def test_school_with_one_edition_says_when_a_difference_will_come(client: Client) -> None:
    maak_editie(maak_school())

    assert "Deze school heeft nog geen twee edities." in _lees(client, "/scholen/99AA00/verschil")


def test_difference_takes_four_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    _twee_edities()

    with django_assert_num_queries(4):
        client.get("/scholen/99AA00/verschil")
