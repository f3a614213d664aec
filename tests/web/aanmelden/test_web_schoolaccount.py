"""Signing in with a school account, against a provider that runs beside the test and tells what Entree tells."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.conf import settings as instellingen
from django.test import Client
from oidc_provider_mock import User, run_server_in_thread
from pytest_django import Settings
from tests.factories.paginas import inhoud_van, zet_tweede_stap
from tests.factories.profielen import School, maak_school
from tests.factories.toegang import SINDS
from tests.web.aanmelden.stappen import NAAM, koppel_app, maak_mens, wachtwoord

from passend.begrippen.rollen import Rolsoort
from passend.toegang.actions import grant_rol
from passend.toegang.models import Account, Installatieregel, Rol

pytestmark = [pytest.mark.django_db]
LOGIN = "/aanmelden/school/login"
UID = "3f2a@wilgenboom"


def _claims(**anders: Any) -> dict[str, Any]:
    return {
        "uid": UID,
        "givenName": "Tess",
        "eduPersonAffiliation": ["employee"],
        "nlEduPersonHomeOrganizationId": "99AA",
        "nlEduPersonHomeOrganization": "De Wilgenboom",
        "email": NAAM,
    } | anders


MENSEN = {
    "tess": _claims(),
    "vestiging": _claims(nlEduPersonHomeOrganizationId="99AA00"),
    "leerling": _claims(eduPersonAffiliation=["student"]),
    "andere_vestiging": _claims(nlEduPersonHomeOrganizationId="99AA01"),
    "andere_school": _claims(nlEduPersonHomeOrganizationId="99ZZ"),
    "zonder_school": _claims(nlEduPersonHomeOrganizationId=""),
    "zonder_uid": {"email": NAAM, "eduPersonAffiliation": ["employee"], "nlEduPersonHomeOrganizationId": "99AA"},
}


@pytest.fixture(scope="module")
def federatie() -> Iterator[str]:
    """The address of the provider."""
    mensen = [User(sub=naam, claims=claims) for naam, claims in MENSEN.items()]
    with run_server_in_thread(user_claims=mensen) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def school(federatie: str, settings: Settings) -> School:
    """A school, and an installation that knows the federation."""
    settings.SOCIALACCOUNT_PROVIDERS = deepcopy(instellingen.SOCIALACCOUNT_PROVIDERS)
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] = [
        {
            "provider_id": "school",
            "name": "Entree Federatie",
            "client_id": "passend",
            "secret": "geheim",
            "settings": {"server_url": federatie, "uid_field": "uid", "scope": ["openid"]},
        }
    ]
    return maak_school()


def _mens(school: School) -> Account:
    account = maak_mens()
    grant_rol(account=account, soort=Rolsoort.MR_LID, bij=school.vestiging, geldig_van=SINDS)
    return account


def _via_federatie(client: Client, wie: str, vraag: str = "") -> Any:
    """Go to the federation, choose somebody there, and come back."""
    heen = client.get(LOGIN + vraag)
    assert heen.status_code == 302, heen.content.decode()
    terug = requests.post(heen["Location"], data={"sub": wie}, allow_redirects=False, timeout=10)
    assert terug.status_code == 302, terug.text
    return client.get(terug.headers["Location"].removeprefix("http://testserver"))


def _gekoppeld(school: School, wie: str = "tess") -> Account:
    account, client = _mens(school), Client()
    wachtwoord(client)
    antwoord = _via_federatie(client, wie, "?process=connect")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/account")
    return account


@pytest.mark.parametrize("wie", ["tess", "vestiging"])
def test_linked_account_opens_by_its_uid_and_gives_no_role(school: School, wie: str) -> None:
    account = _gekoppeld(school, wie)
    rollen = list(Rol.objects.order_by("pk").values_list())
    client = Client()

    antwoord = _via_federatie(client, wie)

    assert (antwoord.status_code, antwoord["Location"]) == (302, "/start")
    assert client.get("/start").status_code == 200
    assert list(Rol.objects.order_by("pk").values_list()) == rollen
    assert Installatieregel.objects.filter(
        handeling="sign_in", onderwerp=f"account:{account.pk}", reden="socialaccount"
    ).exists()


def test_only_the_key_of_what_the_federation_told_is_kept(school: School) -> None:
    _gekoppeld(school)

    rij = SocialAccount.objects.get()
    assert (rij.uid, rij.extra_data) == (UID, {"userinfo": {"uid": UID}})


@pytest.mark.parametrize(
    ("wie", "zin"),
    [
        ("leerling", "Dit is een account van een leerling."),
        ("andere_vestiging", "Dit schoolaccount is van een andere school dan uw account in Passend."),
        ("andere_school", "Dit schoolaccount is van een andere school dan uw account in Passend."),
        ("zonder_school", "Uw schoolaccount zegt niet van welke school u bent."),
        ("zonder_uid", "Er kwam geen bruikbaar antwoord van uw school."),
    ],
)
def test_who_may_not_come_in_reads_why_and_nothing_is_linked(school: School, wie: str, zin: str) -> None:
    _mens(school)
    client = Client()
    wachtwoord(client)

    antwoord = _via_federatie(client, wie, "?process=connect")

    assert antwoord.status_code == 403
    assert zin in inhoud_van(antwoord)
    assert not SocialAccount.objects.exists()


def test_school_account_that_changed_school_opens_nothing_any_more(school: School) -> None:
    account = _gekoppeld(school)
    client = Client()

    antwoord = _via_federatie(client, "andere_school")

    assert "van een andere school" in inhoud_van(antwoord)
    assert client.get("/start").status_code == 302
    assert Installatieregel.objects.filter(
        soort="geweigerd", handeling="sign_in", onderwerp=f"account:{account.pk}", reden="andere_school"
    ).exists()


def test_same_email_address_opens_nothing_and_makes_no_account(school: School) -> None:
    _mens(school)
    client, aantal = Client(), Account.objects.count()

    antwoord = _via_federatie(client, "tess")

    assert antwoord.status_code == 403
    assert "Dit schoolaccount is nog niet gekoppeld." in inhoud_van(antwoord)
    assert client.get("/start").status_code == 302
    assert Account.objects.count() == aantal
    assert not SocialAccount.objects.exists()


def test_school_account_does_not_replace_the_second_step(school: School) -> None:
    _gekoppeld(school)
    met_app = Client()
    wachtwoord(met_app)
    koppel_app(met_app)
    client = Client()

    assert _via_federatie(client, "tess")["Location"] == "/aanmelden/tweede-stap"
    assert client.get("/start").status_code == 302


def test_account_of_the_demonstration_cannot_be_linked(school: School) -> None:
    demo = _mens(school)
    demo.is_demo = True
    demo.save()
    client = Client()
    client.force_login(demo)
    zet_tweede_stap(client, demo)

    assert "nog niet gekoppeld" in inhoud_van(_via_federatie(client, "tess", "?process=connect"))


@pytest.mark.parametrize("vraag", ["?code=x&state=y", "?error=access_denied", ""])
def test_answer_that_was_not_asked_for_is_refused(school: School, vraag: str) -> None:
    antwoord = Client().get(f"/aanmelden/school/terug{vraag}")

    assert antwoord.status_code == 403
    assert "Er kwam geen bruikbaar antwoord van uw school." in inhoud_van(antwoord)


def test_button_is_there_only_where_a_federation_is_known(school: School, settings: Settings) -> None:
    met = inhoud_van(Client().get("/aanmelden"))
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}

    assert "Meld aan met Entree Federatie" in met
    assert "Entree" not in inhoud_van(Client().get("/aanmelden"))


@pytest.mark.parametrize("vanwaar", ["cross-site", "same-site", "none"])
def test_another_site_starts_no_sign_in_for_anybody(school: School, vanwaar: str) -> None:
    elders = Client().get(LOGIN, headers={"Sec-Fetch-Site": vanwaar})
    hier = Client().get(LOGIN, headers={"Sec-Fetch-Site": "same-origin"})

    assert (elders.status_code, elders["Location"]) == (302, "/aanmelden")
    assert hier["Location"].startswith("http://localhost:")
