"""Inviting, accepting and ending: a link for one person, once, for seven days; a role that ends does so at once."""

import re
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from tests.factories.paginas import Regio, adres, inhoud_van, maak_regio, meld_aan
from tests.factories.profielen import School, maak_school
from tests.factories.toegang import maak_account

from passend.toegang.models import Account, Installatieregel, Logregel, Rol, Uitnodiging

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
WIE = {"voornaam": "Sam", "achternaam": "Geheimers", "wachtwoord": "vier-rustige-blauwe-stoelen"}
EMAIL = "sam@school.example"


def _nodig_uit(school: School, soort: str = "leerkracht", email: str = EMAIL, door: Account | None = None) -> str:
    """Invite, and the address in the letter."""
    antwoord = meld_aan(door or school.directeur).post(adres("uitnodigen", school), {"email": email, "soort": soort})
    assert antwoord.status_code == 302
    gevonden = re.search(r"http://testserver(/uitnodiging/\S+)", str(mail.outbox[-1].body))
    assert gevonden is not None
    return gevonden[1]


def _neem_aan(pad: str, client: Client | None = None) -> str:
    client = client or Client()
    client.get(pad)
    return inhoud_van(client.post("/uitnodiging", WIE, follow=True))


def test_invited_teacher_gets_an_account_a_role_and_is_asked_for_a_second_step() -> None:
    school = maak_school()
    client, pad = Client(), _nodig_uit(school)
    heen = client.get(pad)
    pagina = inhoud_van(client.get("/uitnodiging"))

    verder = inhoud_van(client.post("/uitnodiging", WIE, follow=True))

    assert heen["Location"] == "/uitnodiging"
    assert "U bent uitgenodigd als leerkracht van De Wilgenboom." in pagina
    assert "Stel eerst een tweede stap in" in verder
    rol = Rol.objects.get(account__username=EMAIL)
    assert (rol.soort, rol.vestiging, rol.account.email) == ("leerkracht", school.vestiging, EMAIL)
    assert rol.account.check_password(WIE["wachtwoord"])


def test_link_works_once() -> None:
    pad = _nodig_uit(maak_school())
    _neem_aan(pad)

    assert "Deze uitnodiging is al gebruikt." in _neem_aan(pad)
    assert Account.objects.filter(username=EMAIL).count() == 1


def test_link_works_for_seven_days(monkeypatch: pytest.MonkeyPatch, vaste_tijd: datetime) -> None:
    pad = _nodig_uit(maak_school())
    monkeypatch.setattr(timezone, "now", lambda: vaste_tijd + timedelta(days=7, seconds=-1))
    assert Client().get(pad, follow=True).status_code == 200
    monkeypatch.setattr(timezone, "now", lambda: vaste_tijd + timedelta(days=7))

    assert "Deze uitnodiging is ouder dan zeven dagen." in _neem_aan(pad)
    assert not Account.objects.filter(username=EMAIL).exists()


def test_newer_invitation_replaces_the_older() -> None:
    school = maak_school()
    eerste, tweede = _nodig_uit(school), _nodig_uit(school)

    assert "Deze uitnodiging is ingetrokken, of vervangen door een nieuwe." in _neem_aan(eerste)
    assert "Stel eerst een tweede stap in" in _neem_aan(tweede)


@pytest.mark.parametrize("sleutel", ["x", "a" * 43, "%00", "sleutel"])
def test_forged_link_opens_nothing(sleutel: str) -> None:
    _nodig_uit(maak_school())
    if sleutel == "sleutel":
        sleutel = Uitnodiging.objects.get().sleutel  # what stands in the database is not the key

    client = Client()
    client.get(f"/uitnodiging/{sleutel}")

    assert "Dit adres klopt niet." in inhoud_van(client.post("/uitnodiging", WIE))
    assert not Account.objects.filter(username=EMAIL).exists()


def test_link_of_somebody_else_opens_nothing() -> None:
    school = maak_school()
    pad = _nodig_uit(school)
    ander = meld_aan(school.mr_lid)

    assert "Deze uitnodiging is voor iemand anders dan wie nu is aangemeld." in _neem_aan(pad, ander)
    assert not Rol.objects.filter(account=school.mr_lid, soort="leerkracht").exists()


def test_who_has_an_account_signs_in_and_gets_the_role_with_it() -> None:
    school = maak_school()
    bekend = maak_account()
    pad = _nodig_uit(school, email=bekend.username)
    vooraf = _neem_aan(pad)
    client = meld_aan(bekend)
    pagina = inhoud_van(client.get(pad, follow=True))

    _neem_aan(pad, client)

    assert "Meld u eerst aan en open de uitnodiging daarna opnieuw." in vooraf
    assert f"De uitnodiging is gestuurd naar {bekend.username}." in pagina
    assert [rol.soort for rol in bekend.rollen.all()] == ["leerkracht"]


def test_who_invites_reads_the_same_whether_or_not_there_is_an_account() -> None:
    school = maak_school()
    bekend = maak_account()
    client = meld_aan(school.directeur)

    def vraag(email: str) -> str:
        velden = {"email": email, "soort": "leerkracht"}
        return inhoud_van(client.post(adres("uitnodigen", school), velden, follow=True)).replace(email, "")

    eerst, daarna = vraag(bekend.username), vraag(EMAIL)
    assert eerst.split("Uitgenodigd")[0] == daarna.split("Uitgenodigd")[0]


@pytest.mark.parametrize(
    ("wie", "soort", "status"),
    [
        ("directeur", "leerkracht", 302),
        ("directeur", "intern_begeleider", 302),
        ("directeur", "mr_lid", 302),
        ("directeur", "directeur", 403),
        ("directeur", "bestuurder", 403),
        ("directeur", "onzin", 404),
        ("bestuurder", "directeur", 302),
        ("bestuurder", "leerkracht", 403),
        ("intern_begeleider", "leerkracht", 403),
        ("adviseur", "directeur", 403),
    ],
)
def test_each_gives_the_roles_that_are_hers_to_give(wie: str, soort: str, status: int) -> None:
    school = maak_school()

    antwoord = meld_aan(getattr(school, wie)).post(adres("uitnodigen", school), {"email": EMAIL, "soort": soort})

    assert antwoord.status_code == status
    assert Uitnodiging.objects.exists() is (status == 302)
    assert len(mail.outbox) == (1 if status == 302 else 0)


def test_directeur_of_another_school_invites_nobody_here() -> None:
    regio: Regio = maak_regio()
    velden = {"email": EMAIL, "soort": "leerkracht"}

    for ander in (regio.buur.directeur, regio.ander.bestuurder):
        assert meld_aan(ander).post(adres("uitnodigen", regio.eigen), velden).status_code == 403
    assert not Uitnodiging.objects.exists()


def test_address_that_is_none_is_refused_beside_the_field() -> None:
    school = maak_school()

    antwoord = meld_aan(school.directeur).post(adres("uitnodigen", school), {"email": "sam", "soort": "leerkracht"})

    assert antwoord.status_code == 422
    assert "Dit is geen e-mailadres." in inhoud_van(antwoord)


@pytest.mark.parametrize("velden", [{"voornaam": ""}, {"achternaam": "x" * 151}, {"wachtwoord": "kort"}])
def test_name_or_password_that_will_not_do_is_asked_again(velden: dict[str, str]) -> None:
    client = Client()
    client.get(_nodig_uit(maak_school()))

    antwoord = client.post("/uitnodiging", {**WIE, **velden})

    assert antwoord.status_code == 422
    assert not Account.objects.filter(username=EMAIL).exists()
    assert "vier-rustige" not in antwoord.content.decode()


def test_role_that_ends_signs_out_at_once_who_has_no_other() -> None:
    school = maak_school()
    weg, blijft = meld_aan(school.leerkracht), meld_aan(school.mr_lid)
    rol = school.leerkracht.rollen.get()
    profiel = adres("profiel", school)
    assert weg.get(profiel).status_code == 200

    meld_aan(school.directeur).post(adres("rol_eindigen", school), {"rol": rol.pk})

    assert (weg.get(profiel).status_code, blijft.get(profiel).status_code) == (302, 200)
    assert school.leerkracht.rollen.count() == 1  # it stays on record with its last day


def test_who_keeps_another_role_stays_signed_in_without_the_ended_one() -> None:
    regio = maak_regio()
    rol = regio.eigen.leerkracht.rollen.get()
    Rol.objects.create(
        account=regio.eigen.leerkracht, soort="mr_lid", vestiging=regio.buur.vestiging, geldig_van=rol.geldig_van
    )
    client = meld_aan(regio.eigen.leerkracht)

    meld_aan(regio.eigen.directeur).post(adres("rol_eindigen", regio.eigen), {"rol": rol.pk})

    assert client.get("/start").status_code == 200
    assert client.get(adres("profiel", regio.eigen)).status_code == 403


@pytest.mark.parametrize("wiens", ["directeur", "bestuurder", "buur"])
def test_role_that_is_not_hers_to_end_stays(wiens: str) -> None:
    regio = maak_regio()
    account = regio.buur.leerkracht if wiens == "buur" else getattr(regio.eigen, wiens)
    rol = account.rollen.get()

    antwoord = meld_aan(regio.eigen.directeur).post(adres("rol_eindigen", regio.eigen), {"rol": rol.pk})

    assert antwoord.status_code == (403 if wiens == "directeur" else 404)
    rol.refresh_from_db()
    assert rol.geldig_tot_en_met is None


def test_page_lists_people_invitations_and_only_what_one_may_end() -> None:
    school = maak_school()
    _nodig_uit(school)
    pagina = meld_aan(school.directeur).get(adres("mensen", school))

    woorden = inhoud_van(pagina)
    assert "Jo Zandstra directeur" in woorden
    assert f"{EMAIL}, leerkracht" in woorden
    assert pagina.content.decode().count('name="rol"') == 3  # the teacher, the coordinator, the council


def test_invitation_acceptance_and_end_are_written_down_by_key() -> None:
    school = maak_school()
    _neem_aan(_nodig_uit(school))
    rol, rij = Rol.objects.get(account__username=EMAIL), Uitnodiging.objects.get()
    meld_aan(school.directeur).post(adres("rol_eindigen", school), {"rol": rol.pk})

    van_school, van_geen = (
        list(tabel.objects.order_by("pk").values_list("handeling", "onderwerp", "reden"))
        for tabel in (Logregel, Installatieregel)
    )
    assert van_school == [
        ("invite", f"uitnodiging:{rij.pk}", "directeur"),
        ("accept_uitnodiging", f"uitnodiging:{rij.pk}", "genodigd"),
        ("end_rol", f"rol:{rol.pk}", "directeur"),
    ]
    assert [regel for regel in van_geen if regel[0] != "add_sjabloon"] == [
        ("sign_in", f"account:{rol.account_id}", "password"),
        ("end_sessies", f"account:{rol.account_id}", "geen_rol_meer"),
    ]
    assert "sam" not in str([*van_school, *van_geen]).lower()
