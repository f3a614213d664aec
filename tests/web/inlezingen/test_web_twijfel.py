"""A doubtful card says why, asks what fits it, and never stores what nobody could agree with."""

import re
from typing import Any

import pytest
from django.test import Client
from tests.factories.paginas import HTMX, ZEKER, adres, inhoud_van, maak_inlezing, meld_aan, onderdeel
from tests.factories.profielen import School, maak_school

from passend.profielen.actions.inlezingen import list_twijfels
from passend.profielen.models import Inlezing, Ondersteuningsprofiel
from passend.profielen.queries.inlezingen import list_ongelezen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
RIJ, DAG = "rij:hgw:positief", "veld:mr_op"


def _inlezing(school: School, naam: str = ZEKER, **anders: dict[str, Any]) -> Inlezing:
    """A document without doubts, but for what is said of the row or the day."""
    inlezing = maak_inlezing(school, naam)
    rij = next(rij for rij in inlezing.lezing["tabellen"] if rij["rij"] == "positief")
    dag = next(veld for veld in inlezing.lezing["velden"] if veld["veld"] == "mr_op")
    for gelezen, nieuw in ((rij, anders.get("rij", {})), (dag, anders.get("dag", {}))):
        gelezen.update(nieuw | ({"zekerheid": 0.3} if nieuw else {}))
    inlezing.save()
    return inlezing


def _kaart(client: Client, school: School, inlezing: Inlezing) -> str:
    """The first doubtful card."""
    pagina = client.get(adres("nakijken", school, pk=inlezing.pk)).content.decode()
    gevonden = re.search(r'<article class="gelezen twijfel.*?</article>', pagina, flags=re.DOTALL)
    assert gevonden is not None
    return gevonden[0]


def _antwoord(client: Client, school: School, inlezing: Inlezing, **velden: str) -> str:
    return client.post(adres("antwoord", school, pk=inlezing.pk), velden, headers=HTMX).content.decode()


_TWEE = {"waarde": None, "cellen": {"op_orde": True, "in_ontwikkeling": True, "nog_op_te_starten": False}}
_GEEN = {"waarde": None, "cellen": {"op_orde": False, "in_ontwikkeling": False, "nog_op_te_starten": False}}
_BRON = {"regel": 4, "pagina": None, "kader": None}


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"rij": _TWEE}, "Er stonden twee kruisjes, en er kan er maar een gelden."),
        ({"rij": _GEEN}, "In deze rij is geen kruisje te zien."),
        ({"rij": {"bron": {"methode": "witruimte", **_BRON}}}, "De kolom is niet goed te zien."),
        ({"rij": {"bron": {"methode": "geometrie", **_BRON}}}, "De kolom is niet goed te zien."),
        ({"rij": {"bron": {"methode": "lijnen", **_BRON}}}, "Op twee manieren gelezen, kwam hier niet hetzelfde uit."),
        ({"dag": {"waarde": "begin juni"}}, "Dit staat niet als datum in het document."),
        ({"dag": {"waarde": None}}, "Hier is niets gelezen, en dat is niet zeker."),
    ],
)
def test_doubtful_card_says_why(anders: dict[str, dict[str, Any]], zin: str) -> None:
    school = maak_school()
    inlezing = _inlezing(school, **anders)

    kaart = _kaart(meld_aan(school.directeur), school, inlezing)

    assert zin in kaart


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [
        (
            "https://school.example/gids",
            "Het document noemt dit webadres, maar zegt er niet bij dat het hierbij hoort.",
        ),
        ("zie onze site", "Dit heeft niet de vorm die hier hoort."),
    ],
)
def test_doubtful_web_address_is_told_from_words_that_are_none(waarde: str, zin: str) -> None:
    school = maak_school()
    inlezing = maak_inlezing(school, ZEKER)
    plan = next(veld for veld in inlezing.lezing["velden"] if veld["veld"] == "schoolplan")
    plan.update({"waarde": waarde, "zekerheid": 0.6})
    inlezing.save()

    assert zin in _kaart(meld_aan(school.directeur), school, inlezing)


@pytest.mark.parametrize("anders", [{"rij": _TWEE}, {"dag": {"waarde": "begin juni"}}])
def test_where_something_must_be_chosen_nobody_agrees_in_one_stroke(anders: dict[str, dict[str, Any]]) -> None:
    school = maak_school()
    inlezing = _inlezing(school, **anders)

    kaart = _kaart(meld_aan(school.directeur), school, inlezing)

    assert "data-akkoord" not in kaart
    assert "data-eerst" in kaart
    knoppen = re.findall(r'utrecht-button--(\w+)-action"[^>]*>\s*([^<]+?)\s*<', kaart)
    assert knoppen == [("primary", "Zo is het goed"), ("secondary", "Laat leeg")]


def test_words_where_a_day_belongs_become_a_blank_and_unread_text() -> None:
    school = maak_school()
    inlezing, client = _inlezing(school, dag={"waarde": "begin juni"}), meld_aan(school.directeur)

    kaart = _antwoord(client, school, inlezing, sleutel=DAG, akkoord="1")
    client.post(adres("opslaan", school, pk=inlezing.pk), {"schooljaar": "2026-2027"})

    assert "niet ingevuld" in kaart
    assert "In het document stond: begin juni." in kaart
    assert onderdeel(Ondersteuningsprofiel.objects.get(), DAG).inhoud["waarde"] is None
    assert [stuk.tekst for stuk in list_ongelezen(vestiging=school.vestiging)] == ["Advies van de MR op: begin juni"]
    assert "Advies van de MR op: begin juni" in inhoud_van(client.get(adres("profiel", school)))


def test_agreement_with_words_for_a_day_from_before_is_not_stored_as_a_day_either() -> None:
    school = maak_school()
    inlezing, client = _inlezing(school, dag={"waarde": "begin juni"}), meld_aan(school.directeur)
    inlezing.antwoorden = {DAG: {"akkoord": True}}
    inlezing.save()

    client.post(adres("opslaan", school, pk=inlezing.pk), {"schooljaar": "2026-2027"})

    assert onderdeel(Ondersteuningsprofiel.objects.get(), DAG).inhoud["waarde"] is None
    assert len(list_ongelezen(vestiging=school.vestiging)) == 1


def test_day_that_somebody_chose_instead_of_words_is_stored_and_leaves_nothing_unread() -> None:
    school = maak_school()
    inlezing, client = _inlezing(school, dag={"waarde": "begin juni"}), meld_aan(school.directeur)

    _antwoord(client, school, inlezing, sleutel=DAG, waarde="2026-06-09")
    client.post(adres("opslaan", school, pk=inlezing.pk), {"schooljaar": "2026-2027"})

    assert onderdeel(Ondersteuningsprofiel.objects.get(), DAG).inhoud["waarde"] == "2026-06-09"
    assert list_ongelezen(vestiging=school.vestiging) == []


def test_row_with_two_crosses_that_is_left_blank_keeps_neither() -> None:
    school = maak_school()
    inlezing, client = _inlezing(school, rij=_TWEE), meld_aan(school.directeur)

    _antwoord(client, school, inlezing, sleutel=RIJ, akkoord="1")
    client.post(adres("opslaan", school, pk=inlezing.pk), {"schooljaar": "2026-2027"})

    cellen = onderdeel(Ondersteuningsprofiel.objects.get(), RIJ).inhoud["cellen"]
    assert set(cellen.values()) == {False}


@pytest.mark.parametrize(
    ("aantal", "zin"),
    [
        (1, "1 stuk tekst is niet begrepen ; dat staat straks in uw profiel."),
        (3, "3 stukken tekst zijn niet begrepen ; die staan straks in uw profiel."),
    ],
)
def test_unread_text_is_told_where_all_seems_done(aantal: int, zin: str) -> None:
    school = maak_school()
    inlezing, client = maak_inlezing(school, ZEKER), meld_aan(school.directeur)
    stuk = {"tekst": "Losse tekst", "sectie": None, "na": None, "bron": {"methode": "tekst", **_BRON}}
    inlezing.lezing["ongelezen"] = [stuk] * aantal
    inlezing.save()

    pagina = client.get(adres("nakijken", school, pk=inlezing.pk))

    assert list_twijfels(inlezing) == []
    assert f"Wat onzeker was, is nagekeken. {zin}" in inhoud_van(pagina)
    assert "Alles is nagekeken." not in inhoud_van(pagina)
    assert pagina.content.decode().count('id="niet-begrepen"') == 1
