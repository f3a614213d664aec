"""`passend rol`: invite, end and list, also for who works at no one school."""

import pytest
from django.core import mail
from django.test import Client
from tests.factories.profielen import School, maak_school

from passend.cli.__main__ import main
from passend.toegang.models import Account, Installatieregel, Logregel, Rol, Uitnodiging

pytestmark = pytest.mark.django_db
ADRES = ["--adres", "https://passend.school.nl"]
NIEUW = "noor@bestuur.example"
WIE = {"voornaam": "Noor", "achternaam": "Bos", "wachtwoord": "vier-rustige-paarden-lopen"}


def _nummer(school: School, soort: str) -> str:
    bestuur = school.vestiging.bestuur
    per = {"directeur": school.vestiging.brin, "adviseur": bestuur.samenwerkingsverband.nummer}
    return per.get(soort, bestuur.nummer)


@pytest.mark.parametrize("soort", ["directeur", "bestuurder", "beheerder", "adviseur"])
def test_first_people_come_in_by_a_letter_of_the_command(soort: str) -> None:
    school = maak_school()
    nummer = _nummer(school, soort)

    code = main(["rol", "uitnodigen", soort, NIEUW, "--bij", nummer, *ADRES])
    brief, client = str(mail.outbox[-1].body), Client()
    link = brief[brief.index("https://passend.school.nl/") :].split(maxsplit=1)[0]
    client.get(link.removeprefix("https://passend.school.nl"))
    antwoord = client.post("/uitnodiging", WIE)

    rol = Rol.objects.get(account__username=NIEUW)
    assert (code, antwoord.status_code, rol.soort) == (0, 302, soort)
    tabel = Installatieregel if soort == "adviseur" else Logregel
    regels = tabel.objects.filter(onderwerp=f"uitnodiging:{Uitnodiging.objects.get().pk}").order_by("pk")
    assert list(regels.values_list("handeling", "reden")) == [
        ("invite", "beheerder_van_de_server"),
        ("accept_uitnodiging", "genodigd"),
    ]


def test_role_at_no_school_ends_and_its_sessions_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    school = maak_school()
    wie, nummer = school.bestuurder.username, school.vestiging.bestuur.nummer
    assert main(["rol", "lijst", wie]) == 0
    assert f"bestuurder bij {nummer}" in capsys.readouterr().out

    assert main(["rol", "eindigen", "bestuurder", wie, "--bij", nummer]) == 0

    assert Account.objects.get(pk=school.bestuurder.pk).sessieronde == 1
    assert Logregel.objects.filter(handeling="end_rol", reden="beheerder_van_de_server").exists()
    assert main(["rol", "lijst", wie]) == 1
    assert main(["rol", "eindigen", "bestuurder", wie, "--bij", nummer]) == 1


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        (["directeur", NIEUW, "--bij", "77ZZ", *ADRES], "geen school, bestuur of samenwerkingsverband"),
        (["bestuurder", NIEUW, "--bij", "99AA", *ADRES], "bestaat niet bij"),
        (["directeur", "noor", "--bij", "99AA", *ADRES], "geen e-mailadres"),
        (["directeur", NIEUW, "--bij", "99AA", "--adres", "passend"], "geen adres van Passend"),
    ],
)
def test_what_cannot_be_is_said_and_nobody_is_invited(
    opdracht: list[str], zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    maak_school()

    assert main(["rol", "uitnodigen", *opdracht]) == 1

    assert zin in capsys.readouterr().err
    assert not Uitnodiging.objects.exists()


def test_letter_that_cannot_be_sent_leaves_no_invitation(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    maak_school()

    def weiger(*_woorden: object) -> None:
        raise OSError

    monkeypatch.setattr("django.core.mail.send_mail", weiger)

    assert main(["rol", "uitnodigen", "directeur", NIEUW, "--bij", "99AA", *ADRES]) == 1
    assert "De mailserver nam de e-mail niet aan." in capsys.readouterr().err
    assert not Uitnodiging.objects.exists()
