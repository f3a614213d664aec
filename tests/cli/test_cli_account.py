"""`passend account afmelden`: one person, or everybody, is signed out at once on every device."""

from collections.abc import Callable
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from tests.cli.test_cli_sleutel import _passend
from tests.factories.paginas import meld_aan
from tests.factories.profielen import School, maak_school

from passend.cli.__main__ import main
from passend.toegang.models import Installatieregel


def _school() -> tuple[School, Client, Client]:
    school = maak_school()
    return school, meld_aan(school.leerkracht), meld_aan(school.directeur)


def _mag(client: Client) -> bool:
    return client.get("/start").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("spelling", [str.upper, str.strip])
def test_one_account_is_signed_out_on_every_device_and_the_log_says_so(
    spelling: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    school, weg, blijft = _school()
    nog_een = meld_aan(school.leerkracht)
    assert [_mag(client) for client in (weg, nog_een, blijft)] == [True, True, True]

    assert main(["account", "afmelden", spelling(school.leerkracht.username)]) == 0

    assert capsys.readouterr() == ("Overal afgemeld: 1 account. Aanmelden kan meteen weer.\n", "")
    assert [_mag(client) for client in (weg, nog_een, blijft)] == [False, False, True]
    school.leerkracht.refresh_from_db()
    assert _mag(meld_aan(school.leerkracht))
    regel = Installatieregel.objects.get(handeling="end_sessies")
    assert (regel.account, regel.onderwerp) == (None, f"account:{school.leerkracht.pk}")
    assert regel.reden == "beheerder_van_de_server"


@pytest.mark.django_db
def test_everybody_is_signed_out_and_the_log_says_so_once(capsys: pytest.CaptureFixture[str]) -> None:
    _school_hier, *clients = _school()

    assert main(["account", "afmelden", "--iedereen"]) == 0

    assert capsys.readouterr().out.startswith("Overal afgemeld: ")
    assert [_mag(client) for client in clients] == [False, False]
    regel = Installatieregel.objects.get(handeling="end_sessies")
    assert (regel.onderwerp, regel.reden) == ("account:iedereen", "beheerder_van_de_server")


@pytest.mark.django_db
def test_account_that_is_not_there_is_told_and_nobody_is_signed_out(capsys: pytest.CaptureFixture[str]) -> None:
    _school_hier, *clients = _school()

    assert main(["account", "afmelden", "niemand@school.example"]) == 1

    gezegd = capsys.readouterr()
    assert gezegd.err == "Er is geen account dat zo heet, of er zijn er meer. Kijk de gebruikersnaam na.\n"
    assert [_mag(client) for client in clients] == [True, True]
    assert not Installatieregel.objects.filter(handeling="end_sessies").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("bewijs", "reden"), [("identiteitsbewijs", "identiteitsbewijs"), ("directeur", "directeur_stond_in")]
)
def test_who_lost_every_second_step_sets_up_a_new_one_after_a_proof_that_the_log_keeps(
    bewijs: str, reden: str, capsys: pytest.CaptureFixture[str]
) -> None:
    school = maak_school()
    kwijt, ander = school.leerkracht, school.directeur
    client = meld_aan(kwijt)
    for wie in (kwijt, ander):
        TOTP.activate(wie, "GEHEIM")
        RecoveryCodes.activate(wie)

    assert main(["account", "tweede-stap-weg", kwijt.username, "--bewijs", bewijs]) == 0

    gezegd = "De tweede stap is weg, en alle sessies zijn beëindigd. Bij het aanmelden komt er een nieuwe.\n"
    assert capsys.readouterr() == (gezegd, "")
    assert set(Authenticator.objects.values_list("user__username", flat=True)) == {ander.username}
    assert not _mag(client)
    regels = list(Installatieregel.objects.filter(onderwerp=f"account:{kwijt.pk}").values_list("handeling", "reden"))
    assert regels == [("forget_tweede_stap", reden), ("end_sessies", "beheerder_van_de_server")]


@pytest.mark.django_db
@pytest.mark.parametrize("woorden", [[], ["--bewijs"], ["--bewijs", "telefoon"]])
def test_second_step_stays_without_a_proof_that_is_one(woorden: list[str]) -> None:
    school = maak_school()
    TOTP.activate(school.leerkracht, "GEHEIM")

    with pytest.raises(SystemExit) as einde:
        main(["account", "tweede-stap-weg", school.leerkracht.username, *woorden])

    assert (einde.value.code, Authenticator.objects.count()) == (2, 1)


@pytest.mark.django_db
def test_second_step_of_nobody_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", "tweede-stap-weg", "niemand@school.example", "--bewijs", "directeur"]) == 1
    assert capsys.readouterr().err.startswith("Er is geen account dat zo heet")


@pytest.mark.parametrize("woorden", [[], ["jo@school.example", "--iedereen"]])
def test_it_is_one_or_all_and_never_by_accident(woorden: list[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main(["account", "afmelden", *woorden])

    assert einde.value.code == 2


def test_without_a_database_it_says_what_to_do_first(tmp_path: Path) -> None:
    uitkomst = _passend(tmp_path, "account", "afmelden", "jo@school.example")

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.startswith(f"De database {tmp_path}/passend.sqlite3 is nog niet klaar.")
