"""The ondersteuningsstructuur: people, meetings and steps go in; the drawing and its words follow."""

import re
from typing import Any

import pytest
from django.test import Client
from tests.factories.paginas import HTMX, adres, inhoud_van, meld_aan, onderdeel, tekst
from tests.factories.profielen import OP, School, maak_profiel, maak_school

from passend.begrippen.profielinhoud import Structuurdeel
from passend.profielen.actions.onderdelen import save_structuur

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
type Deel = tuple[str, str, str, str]
IB: Deel = ("mens", "Intern begeleider", "denkt mee", "2")
MDO: Deel = ("overleg", "MDO", "met ouders", "3")
EEN: Deel = ("stap", "De leerkracht ziet iets", "", "1")
TWEE: Deel = ("stap", "Samen kijken", "", "2")


def _teken(client: Client, school: School, *delen: Deel, versie: int = 1, **meer: Any) -> Any:
    kolommen = list(zip(*delen, strict=True)) if delen else [()] * 4
    velden = dict(zip(("soort", "naam", "rol", "ring"), kolommen, strict=True))
    velden = {naam: list(waarden) for naam, waarden in velden.items()}
    lijst = {**velden, "toelichting": [""] * len(delen), "versie": versie, **meer}
    return client.post(adres("structuur", school), lijst, headers=HTMX)


def _woorden(antwoord: Any) -> str:
    """The same as the drawing, in words."""
    gevonden = re.search(r"<details class=\"uitklap\">(.*?)</details>", antwoord.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", gevonden[1]).split()) if gevonden else ""


def _getekend(antwoord: Any) -> str:
    """The words in the drawing."""
    gevonden = re.search(r'<figure class="tekening">(.*?)</figure>', antwoord.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", gevonden[1]).split()) if gevonden else ""


def test_people_meetings_and_steps_are_drawn_and_told_in_words() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    antwoord = _teken(meld_aan(school.directeur), school, IB, MDO, EEN, TWEE)

    assert antwoord.status_code == 200
    assert "Opgeslagen" in tekst(antwoord)
    assert [deel["naam"] for deel in onderdeel(profiel, "structuur").inhoud["delen"]] == [
        "Intern begeleider",
        "MDO",
        "De leerkracht ziet iets",
        "Samen kijken",
    ]
    for naam in ("Intern begeleider", "MDO", "Samen kijken"):
        assert naam in _woorden(antwoord)
        assert naam in _getekend(antwoord)


def test_drawing_on_the_page_of_the_profile_is_that_of_the_structure() -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)
    vooraf = client.get(adres("profiel", school))

    _teken(client, school, IB, EEN)

    achteraf = client.get(adres("profiel", school))
    assert "Hier hoort een tekening" in inhoud_van(vooraf)
    assert "Intern begeleider" in _getekend(achteraf)


def test_parts_are_changed_moved_and_taken_away_and_the_drawing_follows_each_time() -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)
    anders: Deel = ("mens", "Zorgcoördinator", "regelt hulp", "3")

    standen = [
        _teken(client, school, *delen, versie=versie)
        for versie, delen in enumerate([(IB, EEN, TWEE), (anders, EEN, TWEE), (anders, TWEE, EEN), (TWEE,), ()], 1)
    ]

    woorden = [_woorden(stand) for stand in standen]
    assert ["Intern begeleider" in deel for deel in woorden] == [True, False, False, False, False]
    assert ["Zorgcoördinator" in deel for deel in woorden] == [False, True, True, False, False]
    volgorde = [deel.find("De leerkracht ziet iets") < deel.find("Samen kijken") for deel in woorden[:3]]
    assert volgorde == [True, True, False]
    assert "Hier komt de tekening" in tekst(standen[-1])
    assert [stand.status_code for stand in standen] == [200] * 5


def test_part_without_a_name_or_of_an_unknown_kind_is_left_out() -> None:
    school = maak_school()
    profiel = maak_profiel(school)

    _teken(meld_aan(school.directeur), school, ("mens", "  ", "", "1"), ("draak", "Vlam", "", "1"), IB)

    assert [deel["naam"] for deel in onderdeel(profiel, "structuur").inhoud["delen"]] == ["Intern begeleider"]


def test_part_whose_name_was_cleared_stays_under_the_name_it_had_until_the_row_is_blank() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)
    _teken(client, school, IB, MDO)
    zonder_naam: Deel = ("mens", "", "denkt mee", "2")

    _teken(client, school, zonder_naam, MDO, versie=2, vorige=["Intern begeleider", "MDO"])
    tussendoor = onderdeel(profiel, "structuur").inhoud["delen"]
    _teken(client, school, ("mens", "", "", "2"), MDO, versie=2, vorige=["", "MDO"])

    assert [(deel["naam"], deel["rol"]) for deel in tussendoor] == [
        ("Intern begeleider", "denkt mee"),
        ("MDO", "met ouders"),
    ]
    assert [deel["naam"] for deel in onderdeel(profiel, "structuur").inhoud["delen"]] == ["MDO"]


def test_what_happens_in_a_step_is_written_where_it_is_read() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)

    antwoord = _teken(client, school, EEN, toelichting=["De leerkracht ziet iets, of ouders vertellen het."])
    pagina = client.get(adres("structuur", school)).content.decode()

    assert "De leerkracht ziet iets, of ouders vertellen het." in _woorden(antwoord)
    assert ">De leerkracht ziet iets, of ouders vertellen het.</textarea>" in pagina
    assert not re.search(r'<input type="hidden" name="(rol|toelichting)"', pagina)
    assert onderdeel(profiel, "structuur").inhoud["delen"][0]["toelichting"].startswith("De leerkracht ziet iets")


def test_step_that_has_words_in_two_places_shows_them_together_as_they_are_printed() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    delen = [Structuurdeel(soort="stap", naam="Samen kijken", rol="met ouders", toelichting="Zes weken lang.")]
    save_structuur(actor=school.directeur, profiel=profiel, delen=delen, versie=1, op=OP)

    pagina = meld_aan(school.directeur).get(adres("structuur", school)).content.decode()

    assert ">met ouders: Zes weken lang.</textarea>" in pagina
    assert 'value="met ouders"' not in pagina


def test_more_parts_than_a_drawing_holds_are_refused_and_none_is_lost() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)
    _teken(client, school, IB)

    antwoord = _teken(client, school, *(("mens", f"Mens {nummer}", "", "1") for nummer in range(61)), versie=2)

    assert antwoord.status_code == 422
    assert "Meer dan 60 delen past niet in een tekening." in tekst(antwoord)
    assert 'name="versie" value="2"' in antwoord.content.decode()
    assert [deel["naam"] for deel in onderdeel(profiel, "structuur").inhoud["delen"]] == ["Intern begeleider"]


def test_second_drawer_sees_the_drawing_of_the_first_and_chooses() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    _teken(meld_aan(school.directeur), school, IB)
    client = meld_aan(school.intern_begeleider)

    botsing = _teken(client, school, MDO)
    gehouden = _teken(client, school, MDO, kies_versie=2)

    assert botsing.status_code == 409
    assert "Jo Zandstra heeft dit ook veranderd" in tekst(botsing)
    assert "Intern begeleider" in _woorden(botsing)
    assert gehouden.status_code == 200
    assert [deel["naam"] for deel in onderdeel(profiel, "structuur").inhoud["delen"]] == ["MDO"]


def test_who_only_reads_sees_the_drawing_and_no_form() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    delen = [Structuurdeel(soort="mens", naam="Intern begeleider")]
    save_structuur(actor=school.directeur, profiel=profiel, delen=delen, versie=1, op=OP)

    antwoord = meld_aan(school.leerkracht).get(adres("structuur", school))

    assert "Intern begeleider" in _woorden(antwoord)
    assert "<select" not in antwoord.content.decode()


def test_example_is_shown_but_not_stored_until_it_is_saved() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)

    pagina = client.get(adres("structuur", school), {"voorbeeld": "1"}).content.decode()

    assert 'value="Leerlingbespreking"' in pagina
    assert onderdeel(profiel, "structuur").inhoud["delen"] == []


def test_structure_of_a_school_without_a_profile_says_what_comes_first() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    assert "Maak eerst een profiel." in inhoud_van(client.get(adres("structuur", school)))
    assert _teken(client, school, IB).status_code == 404
