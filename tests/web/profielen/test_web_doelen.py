"""Goals of the year: set on a row, with evidence and an evaluation; what was not reached comes back."""

from typing import Any

import pytest
from django.test import Client
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import HGW, OP, School, maak_editie, maak_profiel, maak_school

from passend.begrippen.schooljaar import Schooljaar
from passend.profielen.actions.doelen import Doelgegevens, add_doel, evaluate_doel
from passend.profielen.models import Doelregel, Ondersteuningsprofiel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
DOEL = {
    "sleutel": HGW,
    "doel": "Elke groep een rustplek",
    "actie": "Hoeken inrichten",
    "eigenaar": "Team bovenbouw",
    "onderbouwing": "Foto's in juni",
}
VERBEN = ("doel_anders", "doel_weg")


def _doel(school: School, profiel: Ondersteuningsprofiel, doel: str = "Rust", stand: str = "open") -> Doelregel:
    gegevens = Doelgegevens(sleutel=HGW, doel=doel, actie="", eigenaar="Team")
    regel = add_doel(actor=school.directeur, profiel=profiel, gegevens=gegevens, op=OP)
    return evaluate_doel(
        actor=school.directeur, profiel=profiel, doel=regel.pk, stand=stand, evaluatie="Ging zo", op=OP
    )


def _zet(client: Client, school: School, **velden: str) -> Any:
    return client.post(adres("doelen", school), {**DOEL, **velden}, follow=True)


def test_goal_is_set_on_a_row_with_who_sees_to_it_and_what_will_show_it() -> None:
    school = maak_school()
    maak_profiel(school)

    antwoord = _zet(meld_aan(school.directeur), school)

    pagina = inhoud_van(antwoord)
    assert "Het doel staat erbij." in pagina
    assert "Elke groep een rustplek loopt" in pagina
    assert "· Team bovenbouw Wat we doen: Hoeken inrichten Waaraan we het zien: Foto's in juni" in pagina


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"doel": " "}, "Vul het doel in en wie ervoor zorgt."),
        ({"eigenaar": ""}, "Vul het doel in en wie ervoor zorgt."),
        ({"sleutel": "rij:hgw:weg"}, "De rij bij dit doel is er niet."),
        ({"doel": "x" * 301}, "Dit is te lang: houd het bij 300 tekens."),
        ({"eigenaar": "x" * 121}, "Dit is te lang: houd het bij 120 tekens."),
    ],
)
def test_goal_that_cannot_be_is_refused_and_what_was_typed_stands_there_still(velden: dict[str, str], zin: str) -> None:
    school = maak_school()
    maak_profiel(school)

    antwoord = _zet(meld_aan(school.directeur), school, **velden)

    pagina = antwoord.content.decode()
    assert (antwoord.status_code, zin in inhoud_van(antwoord)) == (422, True)
    assert "Hoeken inrichten</textarea>" in pagina
    assert "Foto&#39;s in juni</textarea>" in pagina
    assert not Doelregel.objects.exists()


def test_how_it_went_is_shown_with_the_goal() -> None:
    school = maak_school()
    doel = _doel(school, maak_profiel(school))
    velden = {"doel": doel.pk, "stand": "deels", "evaluatie": "In vijf van de acht groepen."}

    antwoord = meld_aan(school.directeur).post(adres("doel_evaluatie", school), velden, follow=True)

    assert "De terugblik is bewaard." in inhoud_van(antwoord)
    assert "Rust deels behaald" in inhoud_van(antwoord)
    assert "Hoe het ging: In vijf van de acht groepen." in inhoud_van(antwoord)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"stand": "behaald", "evaluatie": " "}, "Schrijf in een zin hoe het ging."),
        ({"stand": "geweldig", "evaluatie": "x"}, "Kies hoe het met dit doel staat."),
        ({"stand": "deels", "evaluatie": "x", "doel": "0"}, "Dit doel hoort niet bij dit profiel."),
    ],
)
def test_look_back_that_cannot_be_is_refused(velden: dict[str, str], zin: str) -> None:
    school = maak_school()
    doel = _doel(school, maak_profiel(school))

    antwoord = meld_aan(school.directeur).post(
        adres("doel_evaluatie", school), {"doel": doel.pk, **velden}, follow=True
    )

    assert zin in inhoud_van(antwoord)
    assert Doelregel.objects.get().stand == "open"


@pytest.mark.parametrize(
    ("standen", "zin"),
    [
        (("open", "behaald"), "1 doel van vorig jaar gaat mee."),
        (("open", "deels", "niet", "behaald"), "3 doelen van vorig jaar gaan mee."),
    ],
)
def test_goals_of_last_year_that_were_not_reached_come_back_once(standen: tuple[str, ...], zin: str) -> None:
    school = maak_school()
    vorig = maak_profiel(school, Schooljaar(2025))
    for stand in standen:
        _doel(school, vorig, f"Doel {stand}", stand)
    nu, client = maak_profiel(school), meld_aan(school.directeur)
    vooraf = inhoud_van(client.get(adres("doelen", school)))

    antwoord = client.post(adres("doelen", school), {"neem_over": "1"}, follow=True)
    client.post(adres("doelen", school), {"neem_over": "1"})

    assert "Van 2025-2026 staat nog iets open" in vooraf
    assert "Doel behaald" not in vooraf
    assert zin in inhoud_van(antwoord)
    assert "· van vorig jaar" in inhoud_van(antwoord)
    assert "staat nog iets open" not in inhoud_van(antwoord)
    assert nu.doelen.count() == len(standen) - 1


def test_goals_stand_in_the_edition_as_they_were_and_in_its_documents() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)
    _zet(client, school)
    maak_editie(school, profiel)

    velden = {"doel": profiel.doelen.get().pk, "stand": "behaald", "evaluatie": "Gelukt"}
    client.post(adres("doel_evaluatie", school), velden)

    openbaar = Client().get("/scholen/99AA00/editie/1/aanbod.json").json()
    assert [(doel["doel"], doel["evaluatie"]) for doel in openbaar["doelen"]] == [("Elke groep een rustplek", None)]


def test_who_only_reads_sees_the_goals_without_a_form() -> None:
    school = maak_school()
    _doel(school, maak_profiel(school))

    pagina = meld_aan(school.leerkracht).get(adres("doelen", school)).content.decode()

    midden = pagina[pagina.index("<main") :]
    assert "Rust" in midden
    assert "<form" not in midden


def test_school_without_a_profile_is_told_what_comes_first() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    assert "Maak eerst een profiel; doelen hangen aan de rijen ervan." in inhoud_van(
        client.get(adres("doelen", school))
    )
    assert client.post(adres("doelen", school), DOEL).status_code == 404


def test_goal_is_said_in_other_words() -> None:
    school = maak_school()
    doel = _doel(school, maak_profiel(school))

    antwoord = meld_aan(school.directeur).post(adres("doel_anders", school), {**DOEL, "pk": str(doel.pk)}, follow=True)

    assert "Het doel is aangepast." in inhoud_van(antwoord)
    doel.refresh_from_db()
    assert {naam: getattr(doel, naam) for naam in DOEL} == DOEL


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"doel": ""}, "Vul het doel in en wie ervoor zorgt."),
        ({"pk": "999999"}, "Dit doel hoort niet bij dit profiel."),
        ({"pk": "x"}, "Dit doel hoort niet bij dit profiel."),
    ],
)
def test_other_words_that_cannot_be_change_nothing(velden: dict[str, str], zin: str) -> None:
    school = maak_school()
    doel = _doel(school, maak_profiel(school))
    client = meld_aan(school.directeur)

    antwoord = client.post(adres("doel_anders", school), {**DOEL, "pk": str(doel.pk), **velden}, follow=True)

    assert zin in inhoud_van(antwoord)
    doel.refresh_from_db()
    assert (doel.doel, doel.eigenaar) == ("Rust", "Team")


def test_looking_back_that_changes_nothing_says_that_nothing_changed() -> None:
    school = maak_school()
    doel = _doel(school, maak_profiel(school))
    client = meld_aan(school.directeur)
    velden = {"doel": str(doel.pk), "stand": "open", "evaluatie": " Ging zo "}

    antwoord = client.post(adres("doel_evaluatie", school), velden, follow=True)
    met_woord = client.post(adres("doel_evaluatie", school), {**velden, "evaluatie": "Loopt."}, follow=True)

    assert "Er is niets veranderd." in inhoud_van(antwoord)
    assert "De terugblik is bewaard." not in inhoud_van(antwoord)
    assert "De terugblik is bewaard." in inhoud_van(met_woord)


def test_goal_that_is_taken_away_is_gone_and_can_come_back() -> None:
    school = maak_school()
    doel = _doel(school, maak_profiel(school), doel="Een rustplek")
    client = meld_aan(school.directeur)

    weg = client.post(adres("doel_weg", school), {"pk": str(doel.pk)}, follow=True)
    later = client.get(adres("doelen", school))
    terug = client.post(adres("doel_weg", school), {"pk": str(doel.pk), "terug": "1"}, follow=True)

    assert "Weggehaald: Een rustplek Ongedaan maken" in inhoud_van(weg)
    assert "Een rustplek" not in inhoud_van(later)
    assert "Een rustplek loopt" in inhoud_van(terug)


def test_goal_that_was_taken_away_does_not_come_back_next_year() -> None:
    school = maak_school()
    doel = _doel(school, maak_profiel(school, Schooljaar(2025)), doel="Oud plan")
    maak_profiel(school)
    client = meld_aan(school.directeur)

    voor = client.get(adres("doelen", school))
    Doelregel.objects.filter(pk=doel.pk).update(is_verwijderd=True)
    na = client.get(adres("doelen", school))
    meegenomen = client.post(adres("doelen", school), {"neem_over": "1"}, follow=True)

    assert "Oud plan" in inhoud_van(voor)
    assert "Oud plan" not in inhoud_van(na)
    assert "Nog geen doelen" in inhoud_van(meegenomen)


def test_leerkracht_changes_no_goal() -> None:
    school = maak_school()
    doel = _doel(school, maak_profiel(school))
    client = meld_aan(school.leerkracht)

    statussen = [client.post(adres(naam, school), {**DOEL, "pk": str(doel.pk)}).status_code for naam in VERBEN]

    doel.refresh_from_db()
    assert statussen == [403, 403]
    assert (doel.doel, doel.is_verwijderd) == ("Rust", False)
