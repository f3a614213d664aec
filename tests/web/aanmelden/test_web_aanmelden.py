"""Signing in and out: the same answer to every mistake, and never on to somebody else's site."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.paginas import HTMX, adres, inhoud_van, meld_aan
from tests.factories.profielen import maak_profiel, maak_school
from tests.factories.toegang import SINDS

from passend.begrippen.rollen import Rolsoort
from passend.profielen.models import Onderdeel
from passend.toegang.actions import create_account, create_demo_account, grant_rol
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
NAAM, GOED = "tess@school.example", "een-lang-wachtwoord"
AANMELDEN, START = "/aanmelden", "/start"


def _account(**waarden: object) -> Account:
    account = create_account(gebruikersnaam=NAAM, voornaam="Tess", achternaam="Zandstra", wachtwoord=GOED)
    for naam, waarde in waarden.items():
        setattr(account, naam, waarde)
    account.save()
    return account


def _demo(naam: str = "directeur@voorbeeld.nl") -> Account:
    return create_demo_account(gebruikersnaam=naam, voornaam="Jo", achternaam="Bos", wachtwoordhash="")


def _is_aangemeld(client: Client) -> bool:
    return client.get(START).status_code == 200


def test_name_and_password_open_the_first_screen() -> None:
    _account()
    client = Client()

    antwoord = client.post(AANMELDEN, {"login": NAAM, "password": GOED})

    assert (antwoord.status_code, antwoord["Location"]) == (302, START)
    assert "Dag Tess" in inhoud_van(client.get(START))


@pytest.mark.parametrize(
    "velden",
    [
        {"login": NAAM, "password": "een-ander-wachtwoord"},
        {"login": NAAM, "password": GOED.upper()},
        {"login": "niemand@school.example", "password": GOED},
        {"login": "gesloten@school.example", "password": GOED},
        {"login": "x" * 5000, "password": "y" * 5000},
    ],
)
def test_every_mistake_gets_the_same_answer(velden: dict[str, str]) -> None:
    _account()
    gesloten = create_account(
        gebruikersnaam="gesloten@school.example", voornaam="Jo", achternaam="Bos", wachtwoord=GOED
    )
    gesloten.is_active = False
    gesloten.save()
    client = Client()

    antwoord = client.post(AANMELDEN, velden)

    assert antwoord.status_code == 422
    assert inhoud_van(antwoord) == (
        "Aanmelden De naam of het wachtwoord klopt niet. Kijk of de hoofdletters goed staan en probeer het opnieuw. "
        "Lukt het niet, vraag dan de beheerder van uw school. E-mailadres of gebruikersnaam Wachtwoord Aanmelden "
        "Dit is niet gelukt, of u brak het af. Probeer het opnieuw, of kies een andere manier. "
        "Meld aan met een toegangssleutel "
        "Wachtwoord vergeten? Nog geen account? Dat krijgt u met een uitnodiging van uw directeur of bestuur."
    )
    assert not _is_aangemeld(client)


@pytest.mark.parametrize("velden", [{"login": NAAM, "password": ""}, {"login": "", "password": ""}, {}])
def test_field_that_was_left_empty_says_so(velden: dict[str, str]) -> None:
    _account()
    client = Client()

    antwoord = client.post(AANMELDEN, velden)

    assert antwoord.status_code == 422
    assert "Dit veld is verplicht." in inhoud_van(antwoord)
    assert not _is_aangemeld(client)


def test_name_stays_in_the_form_after_a_mistake_and_the_password_does_not() -> None:
    antwoord = Client().post(AANMELDEN, {"login": '"><b>x', "password": "geheim-woord"})

    pagina = antwoord.content.decode()
    assert 'value="&#34;&gt;&lt;b&gt;x"' in pagina
    assert "geheim-woord" not in pagina


def test_account_without_a_password_cannot_be_opened() -> None:
    create_account(gebruikersnaam=NAAM, voornaam="Jo", achternaam="Bos", wachtwoord=None)

    assert Client().post(AANMELDEN, {"login": NAAM, "password": ""}).status_code == 422


@pytest.mark.parametrize(
    ("doel", "naar"),
    [
        ("/school/99AA00/profiel?a=1#b", "/school/99AA00/profiel?a=1#b"),
        ("", START),
        ("https://elders.example/", START),
        ("//elders.example/", START),
        ("/\\elders.example/", START),
        ("\\\\elders.example", START),
        ("http:///elders.example", START),
        ("javascript:alert(1)", START),
        ("data:text/html,x", START),
        ("/\telders", "/%09elders"),
        (" https://elders.example", START),
        ("/start\r\nSet-Cookie: a=b", "/start%0D%0ASet-Cookie:%20a=b"),
    ],
)
def test_after_signing_in_one_goes_on_within_this_site_only(doel: str, naar: str) -> None:
    _account()
    velden = {"login": NAAM, "password": GOED}

    uit_formulier = Client().post(AANMELDEN, {**velden, "next": doel})
    uit_adres = Client().post(AANMELDEN, velden, query_params={"next": doel})

    assert [antwoord["Location"] for antwoord in (uit_formulier, uit_adres)] == [naar, naar]


def test_stranger_comes_back_to_the_page_they_asked_for() -> None:
    _account()
    client = Client()

    gevraagd = client.get("/school/99AA00/team?x=1")
    formulier = client.get(gevraagd["Location"]).content.decode()

    assert gevraagd["Location"] == "/aanmelden?next=/school/99AA00/team%3Fx%3D1"
    assert '<input type="hidden" name="next" value="/school/99AA00/team?x=1">' in formulier


def test_form_that_was_sent_after_signing_out_does_not_lead_back_to_an_address_without_a_page() -> None:
    antwoord = Client().post("/school/99AA00/rij/nieuw", {"tabel": "aanbod", "label": "Leesclub"})

    assert (antwoord.status_code, antwoord["Location"]) == (302, AANMELDEN)


def test_page_that_types_on_after_signing_out_is_told_so_in_its_own_place() -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)
    client.post("/afmelden")

    antwoord = client.post(
        adres("tekst", school), {"sleutel": "tekst:visie", "waarde": "Nieuw", "versie": 1}, headers=HTMX
    )

    deel = antwoord.content.decode()
    assert antwoord.status_code == 401
    assert "Dit is daarom niet opgeslagen. Kopieer wat u typte, laad de pagina opnieuw en meld u aan." in deel
    assert "<html" not in deel
    assert Onderdeel.objects.get(sleutel="tekst:visie").inhoud["tekst"] == ""


def test_signing_out_ends_the_session_and_leads_to_the_public_page() -> None:
    client = meld_aan(_account())
    sessie = client.cookies[settings.SESSION_COOKIE_NAME].value

    antwoord = client.post("/afmelden")

    assert (antwoord.status_code, antwoord["Location"]) == (302, "/")
    oud = Client()
    oud.cookies[settings.SESSION_COOKIE_NAME] = sessie
    assert not _is_aangemeld(client)
    assert not _is_aangemeld(oud)


def test_link_does_not_sign_anybody_out() -> None:
    client = meld_aan(_account())

    assert client.get("/afmelden").status_code == 405
    assert _is_aangemeld(client)


def test_session_gets_a_new_key_when_somebody_signs_in() -> None:
    _account()
    client = meld_aan(maak_school().directeur)
    eerder = client.cookies[settings.SESSION_COOKIE_NAME].value

    client.post(AANMELDEN, {"login": NAAM, "password": GOED})

    assert client.cookies[settings.SESSION_COOKIE_NAME].value != eerder


def test_cookie_of_the_session_is_for_this_site_and_out_of_reach_of_scripts() -> None:
    _account()

    koekje = Client().post(AANMELDEN, {"login": NAAM, "password": GOED}).cookies[settings.SESSION_COOKIE_NAME]

    assert (koekje["httponly"], koekje["samesite"], koekje["path"]) == (True, "Lax", "/")


def test_page_of_somebody_who_is_signed_in_is_kept_by_no_browser() -> None:
    school = maak_school()
    maak_profiel(school)
    client = meld_aan(school.directeur)

    bewaren = {pad: client.get(pad)["Cache-Control"] for pad in (START, adres("profiel", school))}

    assert set(bewaren.values()) == {"private, no-store"}


def test_demonstration_is_entered_with_one_click() -> None:
    grant_rol(account=_demo(), soort=Rolsoort.DIRECTEUR, bij=maak_school().vestiging, geldig_van=SINDS)
    client = Client()
    assert "Kies wie u wilt zijn; een wachtwoord is niet nodig." in inhoud_van(client.get(AANMELDEN))

    antwoord = client.post("/aanmelden/demo", {"account": "directeur@voorbeeld.nl"})

    assert antwoord["Location"] == START
    assert _is_aangemeld(client)


@pytest.mark.parametrize("account", [NAAM, "uit@voorbeeld.nl", "niemand@voorbeeld.nl", ""])
def test_only_an_open_account_of_the_demonstration_is_entered_with_one_click(account: str) -> None:
    _account()
    uit = _demo("uit@voorbeeld.nl")
    uit.is_active = False
    uit.save()
    client = Client()

    antwoord = client.post("/aanmelden/demo", {"account": account})

    assert antwoord["Location"] == AANMELDEN
    assert not _is_aangemeld(client)


def test_installation_without_a_demonstration_shows_nobody_to_be() -> None:
    _account()

    pagina = Client().get(AANMELDEN).content.decode()

    assert NAAM not in pagina
    assert reverse("demo_aanmelden") not in pagina


def test_made_up_people_are_not_there_where_the_demonstration_is_off(settings: Any) -> None:
    settings.DEMONSTRATIE = False
    demo = create_demo_account(gebruikersnaam="d@voorbeeld.nl", voornaam="Jo", achternaam="Bos", wachtwoordhash="")
    demo.set_password(GOED)
    demo.save()
    client = Client()

    klik = client.post("/aanmelden/demo", {"account": "d@voorbeeld.nl"})
    getypt = client.post(AANMELDEN, {"login": "d@voorbeeld.nl", "password": GOED})

    assert (klik.status_code, getypt.status_code) == (404, 422)
    assert reverse("demo_aanmelden") not in client.get(AANMELDEN).content.decode()
    assert not _is_aangemeld(client)
    settings.DEMONSTRATIE = True
    assert client.post(AANMELDEN, {"login": "d@voorbeeld.nl", "password": GOED}).status_code == 302


@pytest.mark.parametrize("aantal", [1, 3, 30])
def test_list_of_people_to_be_takes_five_queries(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school = maak_school()
    for nummer in range(aantal):
        grant_rol(
            account=_demo(f"jo{nummer}@voorbeeld.nl"), soort=Rolsoort.LEERKRACHT, bij=school.vestiging, geldig_van=SINDS
        )

    with django_assert_num_queries(3):
        Client().get(AANMELDEN)


def test_somebody_without_a_role_is_told_whom_to_ask() -> None:
    antwoord = meld_aan(_account()).get(START)

    assert "U heeft nog geen rol bij een school. Vraag de directeur of de beheerder" in inhoud_van(antwoord)
