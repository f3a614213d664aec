"""What everybody may see, with the same number of queries for one school as for three."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.organisaties import maak_bestuur, maak_vestiging
from tests.factories.profielen import OP, School, maak_editie, maak_profiel, maak_school

from passend.begrippen.schooljaar import Schooljaar
from passend.organisaties.models import Bestuur
from passend.profielen.actions.onderdelen import save_rij, save_tekst
from passend.profielen.queries.openbaar import (
    Schoolregel,
    count_soorten,
    get_editie,
    list_edities,
    list_plaatsen,
    zoek_scholen,
)

pytestmark = pytest.mark.django_db


def _scholen(bestuur: Bestuur, *namen: str) -> list[School]:
    return [maak_school(bestuur, brin=f"99A{'ABC'[nummer]}", naam=naam) for nummer, naam in enumerate(namen)]


def _met_expertise(school: School, rij: str) -> None:
    profiel = maak_profiel(school)
    sleutel, cellen = f"rij:expertise:{rij}", {"ja_nee": "ja", "uren_beschikbaar": "2 uur"}
    save_rij(actor=school.directeur, profiel=profiel, sleutel=sleutel, cellen=cellen, versie=1, op=OP)
    maak_editie(school, profiel)


def _namen(**zoek: str) -> list[str]:
    return [regel.naam for regel in zoek_scholen(**zoek)[0]]  # type: ignore[arg-type] # words only


def test_school_without_an_edition_is_listed_as_such() -> None:
    maak_vestiging()

    verwacht = Schoolregel(
        code="99AA00",
        naam="De Wilgenboom",
        plaats="Voorbeeldstad",
        bestuur="Stichting 99001",
        editie=None,
        schooljaar=None,
        gepubliceerd_op=None,
    )
    assert zoek_scholen() == ([verwacht], 1)


def test_school_is_listed_with_its_newest_edition() -> None:
    school = maak_school()
    vorig_jaar = OP - timedelta(days=365)
    maak_editie(school, maak_profiel(school, Schooljaar(2025), vorig_jaar), vorig_jaar)
    maak_editie(school)

    regel = zoek_scholen()[0][0]

    assert (regel.editie, regel.schooljaar, regel.gepubliceerd_op) == (2, "2026-2027", OP.date())


def test_schools_are_found_by_words_place_and_kind_of_support() -> None:
    bestuur = maak_bestuur()
    wilg, kiem = _scholen(bestuur, "De Wilgenboom", "De Kiem")
    maak_vestiging(bestuur, "99AC", "De Zandloper", plaats="Schelpenburg")
    _met_expertise(wilg, "gedrag")
    _met_expertise(kiem, "motoriek")

    gevonden = {
        "woorden": _namen(woorden="wilg VOORBEELD"),
        "plaats": _namen(plaats="Schelpenburg"),
        "soort": _namen(soort="motoriek"),
        "samen": _namen(woorden="wilg", soort="motoriek"),
    }

    assert gevonden == {
        "woorden": ["De Wilgenboom"],
        "plaats": ["De Zandloper"],
        "soort": ["De Kiem"],
        "samen": [],
    }


def test_page_of_results_knows_how_many_there_are_in_all() -> None:
    _scholen(maak_bestuur(), "A", "B", "C")

    regels, totaal = zoek_scholen(vanaf=1, aantal=1)

    assert ([regel.naam for regel in regels], totaal) == (["B"], 3)


@pytest.mark.parametrize("aantal", [1, 3])
def test_searching_takes_three_queries(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for school in _scholen(maak_bestuur(), *"ABC"[:aantal]):
        _met_expertise(school, "gedrag")

    with django_assert_num_queries(3):
        regels, totaal = zoek_scholen(soort="gedrag")

    assert (len(regels), totaal) == (aantal, aantal)


def test_kinds_of_support_are_counted_by_school() -> None:
    een, twee = _scholen(maak_bestuur(), "A", "B")
    _met_expertise(een, "gedrag")
    _met_expertise(twee, "gedrag")
    maak_editie(een, maak_profiel(een))

    assert count_soorten() == {"gedrag": 2}


def test_places_are_listed_once_in_order() -> None:
    bestuur = maak_bestuur()
    for brin, plaats in (("99AA", "Schelpenburg"), ("99AB", "Nieuw-Helm"), ("99AC", "Schelpenburg")):
        maak_vestiging(bestuur, brin, plaats=plaats)

    assert list_plaatsen() == ["Nieuw-Helm", "Schelpenburg"]


def test_edition_is_found_by_number_or_else_the_newest() -> None:
    school, buur = _scholen(maak_bestuur(), "A", "B")
    profiel = maak_profiel(school)
    edities = [maak_editie(school, profiel), maak_editie(school, profiel)]

    gevonden = [get_editie(vestiging=school.vestiging, nummer=nummer) for nummer in (1, None, 3)]

    assert gevonden == [edities[0], edities[1], None]
    assert get_editie(vestiging=buur.vestiging) is None


@pytest.mark.parametrize("aantal", [1, 3])
def test_editions_of_a_school_take_one_query(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    for _keer in range(aantal):
        maak_editie(school, profiel)

    with django_assert_num_queries(1):
        edities = [(editie.nummer, editie.schooljaar) for editie in list_edities(vestiging=school.vestiging)]

    assert edities == [(nummer, "2026-2027") for nummer in range(aantal, 0, -1)]


def test_working_copy_changed_after_publication_is_not_public() -> None:
    school = maak_school()
    editie = maak_editie(school)

    save_tekst(actor=school.directeur, profiel=editie.profiel, code="visie", tekst="Concept", versie=1, op=OP)

    openbaar = get_editie(vestiging=school.vestiging)
    assert openbaar is not None
    assert next(tekst["tekst"] for tekst in openbaar.inhoud["teksten"] if tekst["code"] == "visie") == ""
