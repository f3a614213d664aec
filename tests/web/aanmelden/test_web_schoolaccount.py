"""Signing in with a school account, against a provider that runs beside the test and tells what Entree tells."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.conf import settings as instellingen
from django.test import Client
from oidc_provider_mock import User
from pytest_django import Settings
from tests.factories.paginas import inhoud_van, zet_tweede_stap
from tests.factories.profielen import School, maak_school
from tests.factories.toegang import SINDS
from tests.web.aanmelden.federatie import MENS, METADATA, SLEUTELS, TOKEN, Federatie, draai
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
def beurs() -> Iterator[Federatie]:
    """The provider, one for all tests."""
    with draai([User(sub=naam, claims=claims) for naam, claims in MENSEN.items()]) as beurs:
        yield beurs


@pytest.fixture
def federatie(beurs: Federatie) -> Federatie:
    """The provider, honest until it is told to cheat."""
    beurs.eerlijk()
    return beurs


@pytest.fixture
def school(federatie: Federatie, settings: Settings) -> School:
    """A school, and an installation that knows the federation."""
    settings.SOCIALACCOUNT_PROVIDERS = deepcopy(instellingen.SOCIALACCOUNT_PROVIDERS)
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] = [
        {
            "provider_id": "school",
            "name": "Entree Federatie",
            "client_id": "passend",
            "secret": "geheim",
            "settings": {"server_url": federatie.adres, "uid_field": "uid", "scope": ["openid"]},
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


def _weigert(federatie: Federatie, wie: str = "tess") -> str:
    """What the installation writes of a sign-in that gets as far as the answer of the provider."""
    client = Client()
    antwoord = _via_federatie(client, wie)
    assert (antwoord.status_code, "Er kwam geen bruikbaar antwoord van uw school." in inhoud_van(antwoord)) == (
        403,
        True,
    )
    assert client.get("/start").status_code == 302
    regel = Installatieregel.objects.order_by("volgnummer").last()
    assert regel is not None
    assert (regel.soort, regel.handeling, regel.onderwerp) == ("geweigerd", "sign_in", "account:onbekend")
    return regel.reden


def test_provider_signs_and_each_sign_in_asks_for_the_keys_and_holds_a_number_of_its_own(
    school: School, federatie: Federatie
) -> None:
    _gekoppeld(school)
    federatie.eerlijk()

    vragen = [parse_qs(urlsplit(Client().get(LOGIN)["Location"]).query) for _keer in range(2)]
    federatie.eerlijk()

    assert len({vraag["nonce"][0] for vraag in vragen}) == 2
    assert all(len(vraag["nonce"][0]) >= 32 for vraag in vragen)
    assert _via_federatie(Client(), "tess")["Location"] == "/start"
    assert "/jwks?" in federatie.gevraagd


def test_visitor_chooses_no_number_and_no_scope(school: School, federatie: Federatie) -> None:
    vraag = parse_qs(
        urlsplit(Client().get(f"{LOGIN}?auth_params=nonce%3Dx%26prompt%3Dnone&scope=email")["Location"]).query
    )

    assert vraag["nonce"] != ["x"]
    assert (vraag.get("prompt"), vraag["scope"]) == (None, ["openid"])


@pytest.mark.parametrize(
    ("feiten", "reden"),
    [
        ({"exp": 1_700_000_000}, "school_verlopen"),
        ({"exp": None}, "school_onvolledig"),
        ({"iat": 4_000_000_000}, "school_verlopen"),
        ({"iss": "https://elders.example"}, "school_uitgever"),
        ({"iss": None}, "school_onvolledig"),
        ({"aud": "een-ander"}, "school_publiek"),
        ({"aud": ["passend", "een-ander"], "azp": "een-ander"}, "school_publiek"),
        ({"aud": ["passend", "een-ander"]}, "school_publiek"),
        ({"nonce": "een-andere-keer"}, "school_nonce"),
        ({"nonce": None}, "school_nonce"),
        ({"sub": "andere_school"}, "school_ander_mens"),
        ({"sub": None}, "school_onvolledig"),
    ],
)
def test_signed_token_that_says_something_else_is_refused_and_written_down(
    school: School, federatie: Federatie, feiten: dict[str, Any], reden: str
) -> None:
    _gekoppeld(school)

    federatie.zegt(**feiten)

    assert _weigert(federatie) == reden


def test_signed_token_with_nothing_changed_is_taken(school: School, federatie: Federatie) -> None:
    _gekoppeld(school)

    federatie.zegt(aud=["passend"], azp="passend")

    assert _via_federatie(Client(), "tess")["Location"] == "/start"


def test_token_that_is_signed_by_another_or_in_a_way_that_is_not_on_the_list_is_refused(
    school: School, federatie: Federatie
) -> None:
    _gekoppeld(school)

    federatie.zegt(sleutel=federatie.vreemd)
    assert _weigert(federatie) == "school_handtekening"
    federatie.zegt(sleutel=federatie.vreemd, kop={"kid": "onbekend"})
    assert _weigert(federatie) == "school_handtekening"
    federatie.zegt(kop={})
    assert _weigert(federatie) == "school_handtekening"
    federatie.zegt(wijze="none")
    assert _weigert(federatie) == "school_wijze"
    federatie.zegt(wijze="RS512")
    assert _weigert(federatie) == "school_wijze"
    federatie.zegt(wijze="HS256", sleutel="geheim" * 8)
    assert _weigert(federatie) == "school_wijze"
    federatie.streken[TOKEN] = lambda antwoord: antwoord | {"id_token": _geknoeid(antwoord["id_token"])}
    assert _weigert(federatie) == "school_handtekening"
    federatie.streken[TOKEN] = lambda antwoord: antwoord | {"id_token": "geen.token"}
    assert _weigert(federatie) == "school_handtekening"
    federatie.streken[TOKEN] = lambda antwoord: {
        naam: waarde for naam, waarde in antwoord.items() if naam != "id_token"
    }
    assert _weigert(federatie) == "school_onvolledig"


def _geknoeid(token: str) -> str:
    """The same signature under other words."""
    kop, _feiten, teken = token.split(".")
    anders = jwt.encode({**jwt.decode(token, options={"verify_signature": False}), "extra": 1}, "x" * 32).split(".")[1]
    return f"{kop}.{anders}.{teken}"


@pytest.mark.parametrize("wijze", ["ES256", "PS256"])
def test_other_ways_to_sign_that_are_on_the_list_are_taken(school: School, federatie: Federatie, wijze: str) -> None:
    _gekoppeld(school)
    sleutel = federatie.krom if wijze == "ES256" else federatie.vreemd
    jwk = jwt.get_algorithm_by_name(wijze).to_jwk(sleutel.public_key(), as_dict=True)
    federatie.zegt(sleutel=sleutel, wijze=wijze, kop={"kid": "nieuw"})
    federatie.streken[SLEUTELS] = lambda antwoord: {"keys": [*antwoord["keys"], jwk | {"kid": "nieuw", "alg": wijze}]}

    assert _via_federatie(Client(), "tess")["Location"] == "/start"


@pytest.mark.parametrize("pad", [TOKEN, SLEUTELS, MENS])
def test_provider_that_sends_us_on_is_not_followed(school: School, federatie: Federatie, pad: str) -> None:
    _gekoppeld(school)
    federatie.doorgestuurd.add(pad)

    assert _weigert(federatie) == "school_onbereikbaar"
    assert f"{pad}?elders" not in federatie.gevraagd


def test_metadata_that_are_of_another_sent_on_unreadable_or_not_there_start_no_sign_in(
    school: School, federatie: Federatie, settings: Settings
) -> None:
    def _reden() -> str:
        antwoord = Client().get(LOGIN)
        assert (antwoord.status_code, "Er kwam geen bruikbaar antwoord" in inhoud_van(antwoord)) == (403, True)
        return str(Installatieregel.objects.order_by("volgnummer").values_list("reden", flat=True).last())

    federatie.streken[METADATA] = lambda antwoord: antwoord | {"issuer": "https://elders.example"}
    assert _reden() == "school_uitgever"
    federatie.streken[METADATA] = lambda antwoord: antwoord | {"issuer": None}
    assert _reden() == "school_uitgever"
    federatie.streken[METADATA] = lambda _antwoord: []
    assert _reden() == "school_antwoord"
    federatie.eerlijk()
    federatie.doorgestuurd.add(METADATA)
    assert _reden() == "school_onbereikbaar"
    assert f"{METADATA}?elders" not in federatie.gevraagd
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://localhost:9"
    assert _reden() == "school_onbereikbaar"


def test_metadata_that_change_between_going_and_coming_back_are_refused(school: School, federatie: Federatie) -> None:
    _gekoppeld(school)
    client = Client()
    heen = client.get(LOGIN)
    terug = requests.post(heen["Location"], data={"sub": "tess"}, allow_redirects=False, timeout=10)
    federatie.streken[METADATA] = lambda antwoord: antwoord | {"issuer": "https://elders.example"}

    antwoord = client.get(terug.headers["Location"].removeprefix("http://testserver"))

    assert antwoord.status_code == 403
    assert Installatieregel.objects.order_by("volgnummer").last().reden == "school_uitgever"  # type: ignore[union-attr]
