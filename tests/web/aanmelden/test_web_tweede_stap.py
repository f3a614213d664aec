"""The second step: obligatory for staff, a code once, recovery codes once, and a demo that says it skips it."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.factories.paginas import HTMX, adres, inhoud_van, maak_regio
from tests.factories.profielen import maak_profiel, maak_school
from tests.factories.toegang import SINDS
from tests.web.aanmelden.stappen import code, koppel_app, maak_mens, wachtwoord

from passend.begrippen.rollen import Rolsoort
from passend.profielen.models import Onderdeel
from passend.toegang.actions import create_demo_account, grant_rol
from passend.toegang.models import Account, Installatieregel

pytestmark = [pytest.mark.django_db]
STAP, INSTELLEN = "/aanmelden/tweede-stap", "/account"
BEWIJZEN = "/account/bevestigen/code"


def _directeur() -> Account:
    account = maak_mens()
    grant_rol(account=account, soort=Rolsoort.DIRECTEUR, bij=maak_school().vestiging, geldig_van=SINDS)
    return account


def _met_app() -> tuple[Account, str]:
    account, client = _directeur(), Client()
    wachtwoord(client)
    return account, koppel_app(client)


def test_staff_without_a_second_step_is_led_to_set_one_up_before_anything_else() -> None:
    regio = maak_regio()
    client, school = Client(), regio.eigen
    maak_profiel(school)
    client.force_login(school.directeur)
    vooraf = list(Onderdeel.objects.order_by("pk").values_list())

    antwoorden = [client.get(pad) for pad in ("/start", "/overzicht", adres("profiel", school))]
    gestuurd = client.post(adres("tekst", school), {"sleutel": "tekst:visie", "waarde": "x", "versie": 1}, headers=HTMX)

    assert [antwoord["Location"] for antwoord in antwoorden] == [INSTELLEN] * 3
    assert (gestuurd.status_code, gestuurd["HX-Redirect"]) == (204, INSTELLEN)
    assert list(Onderdeel.objects.order_by("pk").values_list()) == vooraf
    assert "Stel eerst een tweede stap in" in inhoud_van(client.get(INSTELLEN))
    assert [client.get(pad).status_code for pad in ("/", "/account/app", "/account/apparaten")] == [200, 200, 200]


def test_council_sees_no_pupils_and_goes_on_without_a_second_step() -> None:
    client = Client()
    client.force_login(maak_school().mr_lid)

    assert client.get("/start").status_code == 200


def test_app_is_linked_recovery_codes_are_shown_and_the_way_is_free() -> None:
    _directeur()
    client = Client()
    assert wachtwoord(client) == "/start"
    assert client.get("/start")["Location"] == INSTELLEN

    koppel_app(client)

    pagina = client.get("/account/herstelcodes").content.decode()
    assert pagina.count('<code class="sleutel">') == 10
    assert client.get("/start").status_code == 200
    assert [brief.subject for brief in mail.outbox] == ["Uw aanmelding bij Passend is veranderd"] * len(mail.outbox)


def test_password_alone_opens_nothing_once_there_is_a_second_step() -> None:
    _met_app()
    client = Client()

    assert wachtwoord(client) == STAP
    assert client.get("/start").status_code == 302
    assert "Uw wachtwoord klopt. Laat nu zien dat u het bent." in inhoud_van(client.get(STAP))


def test_wrong_code_is_refused_written_down_and_the_right_one_is_taken_once() -> None:
    account, geheim = _met_app()
    eerste, tweede = Client(), Client()
    goed = code(geheim, 1)
    wachtwoord(eerste)
    wachtwoord(tweede)

    fout = eerste.post(STAP, {"code": "000000" if goed != "000000" else "111111"})
    assert eerste.post(STAP, {"code": goed})["Location"] == "/start"
    weer = tweede.post(STAP, {"code": goed})

    for antwoord in (fout, weer):
        assert "Deze code klopt niet, of is al gebruikt." in inhoud_van(antwoord)
    assert (eerste.get("/start").status_code, tweede.get("/start").status_code) == (200, 302)
    regels = list(
        Installatieregel.objects.filter(onderwerp=f"account:{account.pk}")
        .order_by("pk")
        .values_list("handeling", "reden")
    )
    assert ("sign_in", "geen_bewijs") in regels
    assert ("sign_in", "password_totp") in regels


@pytest.mark.parametrize("later", [31, 59, 80])
def test_code_is_taken_once_for_as_long_as_it_is_right(later: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _account, geheim = _met_app()
    begin = time.time() // 30 * 30 + 1
    eerste, tweede = Client(), Client()
    wachtwoord(eerste)
    wachtwoord(tweede)
    monkeypatch.setattr(time, "time", lambda: begin)
    goed = code(geheim, 1)  # of a telephone that is half a minute ahead

    assert eerste.post(STAP, {"code": goed})["Location"] == "/start"
    monkeypatch.setattr(time, "time", lambda: begin + later)
    weer = tweede.post(STAP, {"code": goed})

    assert "Deze code klopt niet, of is al gebruikt." in inhoud_van(weer)
    assert tweede.get("/start").status_code == 302


@pytest.mark.parametrize("later", [0, 45])
def test_code_that_linked_the_app_opens_nothing(later: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _directeur()
    eerste, tweede = Client(), Client()
    wachtwoord(eerste)
    begin = time.time() // 30 * 30 + 1
    monkeypatch.setattr(time, "time", lambda: begin)
    geheim = koppel_app(eerste)
    goed = code(geheim)
    wachtwoord(tweede)

    monkeypatch.setattr(time, "time", lambda: begin + later)
    weer = tweede.post(STAP, {"code": goed})

    assert "Deze code klopt niet, of is al gebruikt." in inhoud_van(weer)


@pytest.mark.parametrize("later", [0, 45])
def test_code_that_opened_confirms_nothing_again(later: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _account, geheim = _met_app()
    begin = time.time() // 30 * 30 + 1
    monkeypatch.setattr(time, "time", lambda: begin)
    client, goed = Client(), code(geheim, 1)
    wachtwoord(client)
    client.post(STAP, {"code": goed})

    monkeypatch.setattr(time, "time", lambda: begin + later)
    eerst = client.post("/account/bevestigen/code", {"code": goed})

    assert "Deze code klopt niet, of is al gebruikt." in inhoud_van(eerst)


def test_new_second_step_is_written_down_and_its_owner_gets_a_letter(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        account, _geheim = _met_app()

    assert Installatieregel.objects.filter(
        onderwerp=f"account:{account.pk}", handeling="change_aanmelding:totp_activated", reden="eigen_account"
    ).exists()
    assert [brief.to for brief in mail.outbox] == [[account.email]] * len(mail.outbox)
    assert "Uw account vraagt nu om een code van uw app." in str(mail.outbox[0].body)


def test_recovery_code_opens_once() -> None:
    account, _geheim = _met_app()
    codes = Authenticator.objects.get(user=account, type="recovery_codes").wrap().get_unused_codes()
    eerste, tweede = Client(), Client()
    wachtwoord(eerste)
    wachtwoord(tweede)

    assert eerste.post(STAP, {"code": codes[0]})["Location"] == "/start"
    assert "Deze code klopt niet" in inhoud_van(tweede.post(STAP, {"code": codes[0]}))


def test_many_wrong_codes_are_stopped() -> None:
    _account, geheim = _met_app()
    client = Client()
    wachtwoord(client)
    for _poging in range(5):
        client.post(STAP, {"code": "000000"})

    antwoord = client.post(STAP, {"code": code(geheim, 1)})

    assert "Wacht vijf minuten" in inhoud_van(antwoord)
    assert client.get("/start").status_code == 302


def test_second_step_cannot_be_reached_or_skipped_without_the_first() -> None:
    _account, geheim = _met_app()

    assert Client().post(STAP, {"code": code(geheim, 1)})["Location"] == "/aanmelden"
    assert Client().post("/aanmelden/sleutel", {"credential": "{}"}).status_code == 302
    assert Client().post("/aanmelden/sleutel", {"credential": '{"id": "x", "response": {}}'}).status_code == 302


def test_secret_of_the_app_is_not_readable_in_the_database() -> None:
    account, geheim = _met_app()

    opgeslagen = Authenticator.objects.get(user=account, type="totp").data
    assert geheim not in str(opgeslagen)


def test_changing_how_one_signs_in_asks_again_who_it_is_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    _directeur()
    client = Client()
    wachtwoord(client)
    sessie = client.session
    for stap in sessie["account_authentication_methods"]:
        stap["at"] -= 3600
    sessie.save()

    assert client.get("/account/app")["Location"] == "/account/bevestigen?next=%2Faccount%2Fapp"
    assert "Dit wachtwoord klopt niet." in inhoud_van(client.post("/account/bevestigen", {"password": "fout"}))


def test_demonstration_says_that_it_skips_the_second_step_and_nothing_else_does() -> None:
    school = maak_school()
    demo = create_demo_account(gebruikersnaam="d@voorbeeld.nl", voornaam="Jo", achternaam="Bos", wachtwoordhash="")
    grant_rol(account=demo, soort=Rolsoort.DIRECTEUR, bij=school.vestiging, geldig_van=SINDS)
    client = Client()
    pagina = inhoud_van(client.get("/aanmelden"))

    client.post("/aanmelden/demo", {"account": "d@voorbeeld.nl"})

    assert "De tweede stap bij het aanmelden slaan we hier over. Dat kan alleen bij deze verzonnen mensen." in pagina
    assert client.get("/start").status_code == 200


def test_session_from_before_the_second_step_opens_nothing_until_it_gives_one() -> None:
    _directeur()
    eigenaar, ander = Client(), Client()
    wachtwoord(eigenaar)
    wachtwoord(ander)
    geheim = koppel_app(eigenaar)
    assert eigenaar.get("/start").status_code == 200

    bladen = ["/start", "/overzicht", "/account", "/account/herstelcodes", "/account/sleutels/nieuw"]
    antwoorden = [ander.get(pad) for pad in bladen]
    gestuurd = ander.post("/account/app", {"code": code(geheim, 1)}, headers=HTMX)

    assert [antwoord["Location"].partition("?")[0] for antwoord in antwoorden] == [BEWIJZEN] * len(bladen)
    assert (gestuurd.status_code, gestuurd["HX-Redirect"]) == (204, BEWIJZEN)
    assert ander.get("/").status_code == 200
    assert "Deze code klopt niet" in ander.post(BEWIJZEN, {"code": "000000"}).content.decode()
    assert ander.get("/start").status_code == 302

    assert ander.post(f"{BEWIJZEN}?next=/overzicht", {"code": code(geheim, 1)})["Location"] == "/overzicht"
    assert ander.get("/start").status_code == 200


def test_parent_with_a_second_step_gives_it_in_every_session_as_well() -> None:
    account = maak_mens()
    grant_rol(account=account, soort=Rolsoort.OUDER, bij=maak_school().vestiging, geldig_van=SINDS)
    eigen, ander = Client(), Client()
    wachtwoord(eigen)
    wachtwoord(ander)
    assert ander.get("/kinderen").status_code == 200
    koppel_app(eigen)

    assert ander.get("/kinderen")["Location"].startswith(BEWIJZEN)
    assert eigen.get("/kinderen").status_code == 200


def test_who_has_a_passkey_and_no_app_gives_that() -> None:
    account, client = _directeur(), Client()
    wachtwoord(client)
    Authenticator.objects.create(user=account, type=Authenticator.Type.WEBAUTHN, data={"name": "Sleutel"})

    assert client.get("/start")["Location"] == "/account/bevestigen/sleutel?next=%2Fstart"
