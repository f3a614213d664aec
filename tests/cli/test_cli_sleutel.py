"""`passend sleutel`: keys of numbers are made, kept where only their owner reads them, and rotate."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt
from cryptography.fernet import Fernet
from pytest_django import Settings
from tests.factories.bewaren import NUMMERS
from tests.factories.leerlingen import maak_leerling
from tests.factories.profielen import OP, maak_school
from tests.vormdatabank import kopieer

from passend.cli.__main__ import main
from passend.leerlingen.actions.burgerservicenummer import read_burgerservicenummer, set_burgerservicenummer
from passend.leerlingen.actions.kluis import kluis
from passend.toegang.actions import create_account, stapgeheimen
from passend.toegang.actions.stapgeheimen import rotate_stapgeheimen
from passend.toegang.models import Installatieregel

NUMMER = NUMMERS[1]


def _passend(var: Path, *woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    weg = {"DJANGO_SETTINGS_MODULE", "PASSEND_SLEUTELS"}
    gewoon = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
    eigen = {"PASSEND_VAR": str(var), "DATABASE_URL": f"sqlite:///{var}/passend.sqlite3"} | omgeving
    opdracht = [sys.executable, "-m", "passend.cli", *woorden]
    return subprocess.run(opdracht, env=gewoon | eigen, capture_output=True, text=True, check=False)


def _sleutel() -> str:
    return Fernet.generate_key().decode()


def test_key_is_made_once_for_its_owner_alone_and_a_new_one_comes_before_it(tmp_path: Path) -> None:
    bestand = tmp_path / "sleutels"
    kopieer(tmp_path / "passend.sqlite3")
    assert _passend(tmp_path, "migrate").returncode == 0
    (eerste,) = bestand.read_text().split()
    assert _passend(tmp_path, "migrate").returncode == 0
    assert bestand.read_text().split() == [eerste]

    uitkomst = _passend(tmp_path, "sleutel", "nieuw")

    nieuwste, oudste = bestand.read_text().split()
    assert (uitkomst.returncode, oudste) == (0, eerste)
    assert uitkomst.stdout == (
        f"De nieuwe sleutel staat vooraan in {bestand}. Bewaar een kopie van dat bestand op een andere plek.\n"
    )
    assert uitkomst.stderr == "Doe nu: passend sleutel wissel\n"
    assert bestand.stat().st_mode & 0o777 == 0o600
    assert sorted(pad.name for pad in tmp_path.iterdir() if "sleutel" in pad.name) == ["geheime-sleutel", "sleutels"]
    assert len(Fernet(nieuwste).encrypt(b"x")) > 50


def test_key_for_the_environment_is_printed_and_nothing_is_stored(tmp_path: Path) -> None:
    uitkomst = _passend(tmp_path, "sleutel", "nieuw", PASSEND_SLEUTELS=_sleutel())

    assert uitkomst.returncode == 0
    assert len(Fernet(uitkomst.stdout.strip()).encrypt(b"x")) > 50
    assert uitkomst.stderr.startswith("Zet deze sleutel vooraan in PASSEND_SLEUTELS")
    assert not (tmp_path / "sleutels").exists()


@pytest.mark.parametrize("sleutels", ["geheim", f"{'A' * 42},kort", "é"])
def test_key_that_is_none_is_told_without_repeating_it(tmp_path: Path, sleutels: str) -> None:
    uitkomst = _passend(tmp_path, "migrate", PASSEND_SLEUTELS=sleutels)

    zin = (
        "Passend kan niet starten (in PASSEND_SLEUTELS of in var/sleutels staat iets dat geen sleutel is). "
        "Controleer de instellingen.\n"
    )
    assert (uitkomst.returncode, uitkomst.stdout, uitkomst.stderr) == (1, "", zin)


def test_file_of_keys_that_was_emptied_is_told_and_not_filled_again(tmp_path: Path) -> None:
    (tmp_path / "sleutels").touch()

    assert "geen sleutel" in _passend(tmp_path, "migrate").stderr
    assert (tmp_path / "sleutels").read_text() == ""


def test_server_for_everybody_asks_for_keys_of_its_own(tmp_path: Path) -> None:
    productie = {"DJANGO_SETTINGS_MODULE": "passend.config.settings.production", "ALLOWED_HOSTS": "passend.example"}
    productie |= {"SECRET_KEY": "x" * 50}

    uitkomst = _passend(tmp_path, "migrate", **productie)

    zin = (
        "Passend kan niet starten (PASSEND_SLEUTELS ontbreekt; een server krijgt haar sleutels van buiten, en u "
        "bewaart ze). Controleer de instellingen.\n"
    )
    assert (uitkomst.returncode, uitkomst.stderr) == (1, zin)
    kopieer(tmp_path / "passend.sqlite3")
    productie |= {"PASSEND_SLEUTELS": _sleutel(), "MAIL_HOST": "mail.example"}
    assert _passend(tmp_path, "migrate", **productie).returncode == 0


def test_copy_of_the_database_has_no_key_in_it(tmp_path: Path) -> None:
    kopieer(tmp_path / "passend.sqlite3")
    _passend(tmp_path, "migrate")

    _passend(tmp_path, "backup")

    (kopie,) = (tmp_path / "backups").iterdir()
    assert (tmp_path / "sleutels").read_text().strip().encode() not in kopie.read_bytes()


@pytest.mark.django_db
def test_all_numbers_get_the_newest_key_and_it_says_how_many(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    school = maak_school()
    leerlingen = [maak_leerling(school, naam) for naam in ("Pip", "Ot")]
    oud, nieuw = _sleutel(), _sleutel()
    settings.PASSEND_SLEUTELS = [oud]
    for leerling in leerlingen:
        set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=OP)
    settings.PASSEND_SLEUTELS = [nieuw, oud]

    assert main(["sleutel", "wissel"]) == 0

    settings.PASSEND_SLEUTELS = [nieuw]
    gezegd = (
        "Met de nieuwste sleutel versleuteld: 2.\nApps en herstelcodes met de nieuwste SECRET_KEY versleuteld: 0.\n"
    )
    assert capsys.readouterr() == (gezegd, "")
    for leerling in leerlingen:
        assert read_burgerservicenummer(actor=school.directeur, leerling=leerling, op=OP) == NUMMER


@pytest.mark.django_db
def test_number_that_no_key_fits_is_told_and_stays(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    school = maak_school()
    leerling, kwijt = maak_leerling(school), _sleutel()
    settings.PASSEND_SLEUTELS = [kwijt]
    set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=OP)
    settings.PASSEND_SLEUTELS = [_sleutel()]

    assert main(["sleutel", "wissel"]) == 1

    gezegd = capsys.readouterr()
    assert gezegd.out.startswith("Met de nieuwste sleutel versleuteld: 0.\n")
    assert gezegd.err.startswith("Er past geen sleutel op: 1. Die bleven zoals zij waren.")
    assert NUMMER not in gezegd.err
    settings.PASSEND_SLEUTELS = [kwijt]
    assert read_burgerservicenummer(actor=school.directeur, leerling=leerling, op=OP) == NUMMER


def _stappen(aantal: int) -> list[Authenticator]:
    """People with an app and recovery codes, and one with a passkey too."""
    for nummer in range(aantal):
        mens = create_account(gebruikersnaam=f"m{nummer}@x.nl", voornaam="Jo", achternaam="Bos", wachtwoord=None)
        TOTP.activate(mens, f"GEHEIM{nummer}")
        RecoveryCodes.activate(mens)
    Authenticator.objects.create(user=mens, type="webauthn", data={"name": "Laptop"})
    return list(Authenticator.objects.order_by("pk"))


def _leest(stap: Authenticator) -> str:
    """What it is used for, which only a key that fits can say."""
    stap = Authenticator.objects.get(pk=stap.pk)
    if stap.type == "totp":
        return decrypt(stap.data["secret"])
    return str(stap.data if stap.type == "webauthn" else stap.wrap().generate_codes())


@pytest.mark.django_db
def test_apps_and_recovery_codes_get_the_newest_key_so_that_the_older_one_can_go(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "oud" * 20, []
    stappen = _stappen(2)
    eerder = [_leest(stap) for stap in stappen]
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "nieuw" * 20, ["oud" * 20]

    assert main(["sleutel", "wissel"]) == 0

    settings.SECRET_KEY_FALLBACKS = []
    assert "Apps en herstelcodes met de nieuwste SECRET_KEY versleuteld: 4.\n" in capsys.readouterr().out
    assert [_leest(stap) for stap in stappen] == eerder
    regel = Installatieregel.objects.get(handeling="rotate_sleutels")
    assert (regel.account, regel.onderwerp, regel.reden) == (None, "tweede_stap", "sleutel_gewisseld")


@pytest.mark.django_db
def test_rotation_that_broke_off_goes_on_where_it_was_and_touches_nothing_twice(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "oud" * 20, []
    stappen = _stappen(3)
    eerder = [_leest(stap) for stap in stappen]
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "nieuw" * 20, ["oud" * 20]
    monkeypatch.setattr(stapgeheimen, "PER_KEER", 2)
    gewoon, keren = stapgeheimen.log_handeling, iter((True, False))

    def _breek(**feiten: Any) -> None:
        if not next(keren):
            raise KeyboardInterrupt
        gewoon(**feiten)

    monkeypatch.setattr(stapgeheimen, "log_handeling", _breek)
    with pytest.raises(KeyboardInterrupt):
        rotate_stapgeheimen(op=OP)
    halverwege = list(Authenticator.objects.order_by("pk").values_list("data", flat=True))
    assert [_leest(stap) for stap in stappen] == eerder
    monkeypatch.setattr(stapgeheimen, "log_handeling", gewoon)

    wissel = rotate_stapgeheimen(op=OP)

    settings.SECRET_KEY_FALLBACKS = []
    assert (wissel.vernieuwd, wissel.onleesbaar) == (6, 0)
    assert [_leest(stap) for stap in stappen] == eerder
    erna = list(Authenticator.objects.order_by("pk").values_list("data", flat=True))
    assert [was == is_nu for was, is_nu in zip(halverwege, erna, strict=True)] == [True] * 2 + [False] * 4 + [True]
    assert rotate_stapgeheimen(op=OP) == wissel
    assert list(Authenticator.objects.order_by("pk").values_list("data", flat=True)) == erna


@pytest.mark.django_db
def test_app_that_no_key_fits_is_told_and_stays(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "kwijt" * 20, []
    stappen = _stappen(1)
    eerder = [_leest(stap) for stap in stappen]
    settings.SECRET_KEY = "nieuw" * 20

    assert main(["sleutel", "wissel"]) == 1

    gezegd = capsys.readouterr()
    assert "Er past geen SECRET_KEY op: 2. Die bleven zoals zij waren. Zet de SECRET_KEY van toen in" in gezegd.err
    assert "GEHEIM" not in gezegd.err
    settings.SECRET_KEY = "kwijt" * 20
    assert [_leest(stap) for stap in stappen] == eerder


def test_without_a_database_it_says_what_to_do_first(tmp_path: Path) -> None:
    uitkomst = _passend(tmp_path, "sleutel", "wissel")

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr.startswith(f"De database {tmp_path}/passend.sqlite3 is nog niet klaar.")


def test_new_key_in_the_file_counts_at_once_for_what_runs_already(tmp_path: Path, settings: Settings) -> None:
    settings.PASSEND_SLEUTELBESTAND, settings.PASSEND_SLEUTELS_IN_BESTAND = tmp_path / "sleutels", True
    settings.PASSEND_SLEUTELBESTAND.write_text(oud := _sleutel())
    voor = kluis().encrypt(b"geheim")
    settings.PASSEND_SLEUTELBESTAND.write_text(f"{(nieuw := _sleutel())}\n{oud}\n")

    erna = kluis().encrypt(b"geheim")

    assert Fernet(nieuw).decrypt(erna) == kluis().decrypt(voor) == b"geheim"
