"""A forgotten password, too many tries, and the devices somebody is signed in on."""

import re
from collections.abc import Callable
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core import mail
from django.test import Client
from pytest_django import Settings
from tests.factories.paginas import inhoud_van

from passend.toegang.actions import create_account
from passend.toegang.models import Account, Installatieregel

pytestmark = [pytest.mark.django_db]
NAAM, GOED, NIEUW = "tess@school.example", "een-lang-wachtwoord", "vier-rustige-blauwe-stoelen"
TE_VAAK = "Er is hier te vaak een verkeerd wachtwoord ingevuld. Wacht vijf minuten en probeer het opnieuw."


def _account() -> Account:
    return create_account(gebruikersnaam=NAAM, voornaam="Tess", achternaam="Zandstra", wachtwoord=GOED)


def _meld_aan(client: Client, woord: str = GOED, naam: str = NAAM) -> int:
    return client.post("/aanmelden", {"login": naam, "password": woord}).status_code


def _adres_uit_brief() -> str:
    gevonden = re.search(r"http://testserver(/wachtwoord/nieuw/\S+)", str(mail.outbox[-1].body))
    assert gevonden is not None
    return gevonden[1]


def _kies(client: Client, adres: str, woord: str = NIEUW) -> str:
    formulier = client.get(adres, follow=True)
    pad = formulier.redirect_chain[-1][0] if formulier.redirect_chain else adres
    return inhoud_van(client.post(pad, {"password1": woord, "password2": woord}, follow=True))


def test_link_in_the_letter_gives_a_new_password_once_and_ends_other_sessions() -> None:
    _account()
    elders, client = Client(), Client()
    _meld_aan(elders)
    client.post("/wachtwoord/vergeten", {"email": NAAM})
    adres = _adres_uit_brief()

    eerst, weer = _kies(client, adres), _kies(Client(), adres)

    assert eerst.startswith("Uw wachtwoord is veranderd")
    assert "Dit adres werkt niet meer" in weer
    assert elders.get("/start").status_code == 302
    assert (_meld_aan(Client()), _meld_aan(Client(), NIEUW)) == (422, 302)
    assert [brief.subject for brief in mail.outbox] == [
        "Een nieuw wachtwoord voor Passend",
        "Uw aanmelding bij Passend is veranderd",
    ]


def test_forged_and_expired_links_are_refused_in_one_sentence(settings: Settings) -> None:
    _account()
    client = Client()
    client.post("/wachtwoord/vergeten", {"email": NAAM})
    adres = _adres_uit_brief()
    settings.PASSWORD_RESET_TIMEOUT = -1

    for pad in (adres, adres[:-3] + "abc", "/wachtwoord/nieuw/1-x", "/wachtwoord/nieuw/zzz-set-password"):
        assert "Dit adres werkt niet meer" in inhoud_van(client.get(pad, follow=True))
    assert _meld_aan(Client()) == 302


def test_weak_password_is_refused_in_the_letter_page() -> None:
    _account()
    client = Client()
    client.post("/wachtwoord/vergeten", {"email": NAAM})

    assert "te kort" in _kies(client, _adres_uit_brief(), "kort")
    assert _meld_aan(Client()) == 302


def test_unknown_address_gets_the_same_page_and_a_letter_too() -> None:
    _account()
    client = Client()

    bekend = client.post("/wachtwoord/vergeten", {"email": NAAM}, follow=True)
    onbekend = client.post("/wachtwoord/vergeten", {"email": "niemand@school.example"}, follow=True)

    assert inhoud_van(bekend) == inhoud_van(onbekend)
    assert [brief.to for brief in mail.outbox] == [[NAAM], ["niemand@school.example"]]
    assert "Er is geen account met dit adres" in str(mail.outbox[1].body)


@pytest.fixture
def _geen_post(monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_brief: object, **_meer: object) -> None:
        raise SMTPServerDisconnected

    monkeypatch.setattr("passend.web.aanmelden.brieven.send_mail", weiger)


@pytest.mark.usefixtures("_geen_post")
def test_mail_server_that_is_down_is_said_alike_with_and_without_an_account(caplog: pytest.LogCaptureFixture) -> None:
    _account()
    client = Client()

    bekend = client.post("/wachtwoord/vergeten", {"email": NAAM})
    onbekend = client.post("/wachtwoord/vergeten", {"email": "niemand@school.example"})

    assert (bekend.status_code, onbekend.status_code) == (503, 503)
    assert inhoud_van(bekend).replace(NAAM, "") == inhoud_van(onbekend).replace("niemand@school.example", "")
    assert "Het bericht ging niet weg, want de mailserver neemt nu niets aan." in inhoud_van(bekend)
    assert "tess" not in caplog.text
    assert "niemand" not in caplog.text


def test_password_is_changed_also_when_the_letter_about_it_cannot_go_out(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    _account()
    client = Client()
    client.post("/wachtwoord/vergeten", {"email": NAAM})
    adres = _adres_uit_brief()
    request.getfixturevalue("_geen_post")

    assert _kies(client, adres).startswith("Uw wachtwoord is veranderd")
    assert (_meld_aan(Client()), _meld_aan(Client(), NIEUW)) == (422, 302)
    assert "a letter could not be sent: account/email/password_reset" in caplog.text


def test_sixth_wrong_password_is_answered_with_how_long_to_wait_for_known_and_unknown_names_alike() -> None:
    _account()
    zinnen = []
    for naam in (NAAM, "niemand@school.example"):
        for _poging in range(5):
            assert _meld_aan(Client(), "fout-fout-fout-fout", naam) == 422
        antwoord = Client().post("/aanmelden", {"login": naam, "password": GOED})
        zinnen.append(inhoud_van(antwoord))

    assert zinnen[0] == zinnen[1]
    assert TE_VAAK in zinnen[0]


def test_first_try_of_a_name_after_wrong_passwords_of_others_is_not_told_that_it_was_about_this_name() -> None:
    _account()
    for nummer in range(10):
        assert _meld_aan(Client(), "fout-fout-fout-fout", f"naam{nummer}") == 422

    zinnen = [
        inhoud_van(Client().post("/aanmelden", {"login": naam, "password": GOED}))
        for naam in (NAAM, "niemand@school.example")
    ]

    assert zinnen[0] == zinnen[1]
    assert TE_VAAK in zinnen[0]


def test_thirty_first_try_in_a_minute_gets_a_page_of_its_own() -> None:
    for nummer in range(30):
        _meld_aan(Client(), naam=f"naam{nummer}")

    antwoord = Client().post("/aanmelden", {"login": "naam", "password": GOED})

    assert antwoord.status_code == 429
    assert inhoud_van(antwoord).startswith("Dit is te vaak geprobeerd Wacht vijf minuten")


def test_unknown_name_costs_as_many_slow_hashes_as_a_wrong_password(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted, for a clock tells another thing on a busy machine: the hash is what takes the time."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = False
    _account()
    gehasht: list[str] = []
    for wat in ("encode", "verify"):
        echt = getattr(Argon2PasswordHasher, wat)

        def telt(zelf: Argon2PasswordHasher, *rest: str, echt: Callable[..., Any] = echt, wat: str = wat) -> Any:
            gehasht.append(wat)
            return echt(zelf, *rest)

        monkeypatch.setattr(Argon2PasswordHasher, wat, telt)

    aantallen = []
    for naam in (NAAM, "niemand@school.example"):
        gehasht.clear()
        _meld_aan(Client(), "fout-fout-fout-fout", naam)
        aantallen.append(len(gehasht))

    assert aantallen == [1, 1]


def test_passwords_are_hashed_with_argon2() -> None:
    from passend.config.settings import base  # what a real installation uses; the tests have a fast hash

    assert base.PASSWORD_HASHERS[0] == "django.contrib.auth.hashers.Argon2PasswordHasher"


def test_list_shows_each_device_and_others_can_be_signed_out() -> None:
    _account()
    hier, elders = (
        Client(HTTP_USER_AGENT="Mozilla (Windows) Firefox/140"),
        Client(HTTP_USER_AGENT="x (iPhone) Safari/1"),
    )
    _meld_aan(hier)
    _meld_aan(elders)
    lijst = inhoud_van(hier.get("/account/apparaten"))

    hier.post("/account/apparaten")

    assert "Firefox op Windows dit apparaat" in lijst
    assert "Safari op iPhone" in lijst
    assert (hier.get("/start").status_code, elders.get("/start").status_code) == (200, 302)


def test_signing_others_out_asks_again_who_it_is_after_a_while_and_then_does_it() -> None:
    _account()
    hier, elders = Client(), Client()
    _meld_aan(hier)
    _meld_aan(elders)
    sessie = hier.session
    for stap in sessie["account_authentication_methods"]:
        stap["at"] -= 3600
    sessie.save()

    gevraagd = hier.post("/account/apparaten")
    assert gevraagd["Location"] == "/account/bevestigen?next=%2Faccount%2Fapparaten"
    assert elders.get("/start").status_code == 200
    assert hier.get("/account/apparaten").status_code == 200
    fout = hier.post(gevraagd["Location"], {"password": "fout"})
    assert ("Dit wachtwoord klopt niet." in inhoud_van(fout), elders.get("/start").status_code) == (True, 200)

    hier.post(gevraagd["Location"], {"password": GOED})

    assert (hier.get("/start").status_code, elders.get("/start").status_code) == (200, 302)


def test_signing_out_everywhere_ends_every_session_here_too() -> None:
    account = _account()
    hier, elders, zonder_rij = Client(), Client(), Client()
    _meld_aan(hier)
    _meld_aan(elders)
    zonder_rij.force_login(account)

    hier.post("/afmelden/overal")

    assert [client.get("/start").status_code for client in (hier, elders, zonder_rij)] == [302, 302, 302]


def test_sign_in_refusal_and_signing_out_are_written_down_by_key() -> None:
    account = _account()
    client = Client()
    _meld_aan(client, "fout-fout-fout-fout")
    _meld_aan(client, naam="niemand@school.example")
    _meld_aan(client)
    client.post("/afmelden/overal")

    sleutel = f"account:{account.pk}"
    assert list(Installatieregel.objects.order_by("pk").values_list("soort", "handeling", "onderwerp", "reden")) == [
        ("geweigerd", "sign_in", sleutel, "geen_bewijs"),
        ("geweigerd", "sign_in", "account:onbekend", "geen_bewijs"),
        ("wijzigen", "sign_in", sleutel, "password"),
        ("wijzigen", "end_sessies", sleutel, "eigen_account"),
    ]


def test_nobody_signs_up() -> None:
    assert Client().get("/accounts/signup/").status_code == 404
    assert Client().get("/signup").status_code == 404


def test_password_is_changed_with_the_old_one_only() -> None:
    _account()
    client = Client()
    _meld_aan(client)
    velden = {"password1": NIEUW, "password2": NIEUW}

    fout = client.post("/account/wachtwoord", {"oldpassword": "fout", **velden})
    client.post("/account/wachtwoord", {"oldpassword": GOED, **velden})

    assert "Uw oude wachtwoord klopt niet." in inhoud_van(fout)
    assert (_meld_aan(Client()), _meld_aan(Client(), NIEUW)) == (422, 302)
    assert client.get("/start").status_code == 200
