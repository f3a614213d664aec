"""The log in the database: numbered per board, sealed line by line, and never changed."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django_scopes import ScopeError, scope
from pytest_django import Settings
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import Reden
from passend.cli.__main__ import main
from passend.cli.herinneringen import send_herinneringen
from passend.organisaties.queries import in_bestuur
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account, Installatieregel, Logketen, Logregel
from passend.toegang.queries import check_logboek

pytestmark = pytest.mark.django_db
OP = datetime(2026, 10, 5, 9, tzinfo=UTC)
REDEN = Reden("directeur", "U bent directeur van deze school.")


def _schrijf(aantal: int, bestuur: int | None = None) -> None:
    """The lines of no board, or those of one."""
    for nummer in range(aantal):
        log_handeling(
            account=None, handeling="save_onderdeel", onderwerp=f"profiel:{nummer}", reden=REDEN, op=OP, bestuur=bestuur
        )


def _breuken() -> list[str]:
    return [stand.breuk.zin for stand in check_logboek() if stand.breuk]


def _zonder_bewaking(tabel: str, opdracht: str) -> None:
    """What somebody with the whole database in their hands could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER IF EXISTS {tabel}_geen_update")
            cursor.execute(f"DROP TRIGGER IF EXISTS {tabel}_geen_delete")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or the next line is refused
            cursor.execute(f"ALTER TABLE toegang_{tabel} DISABLE TRIGGER USER")
        cursor.execute(opdracht.format(tabel=f"toegang_{tabel}"))


def _van(tabel: str) -> int | None:
    """The board whose log is in a table; None for what is of none."""
    return maak_bestuur(maak_samenwerkingsverband("PO9901"), "99001").pk if tabel == "logregel" else None


def test_each_board_has_a_log_of_its_own_with_its_own_numbers() -> None:
    verband = maak_samenwerkingsverband("PO9901")
    een, ander = maak_bestuur(verband, "99001"), maak_bestuur(verband, "99002")
    _schrijf(2, een.pk)
    _schrijf(1, ander.pk)
    _schrijf(1)

    nummers = list(Logregel.objects.order_by("pk").values_list("bestuur", "volgnummer"))

    assert nummers == [(een.pk, 1), (een.pk, 2), (ander.pk, 1)]
    assert list(Installatieregel.objects.values_list("volgnummer", flat=True)) == [1]
    assert sorted(Logketen.objects.values_list("bestuur", "volgnummer"), key=str) == sorted(
        [(een.pk, 2), (ander.pk, 1), (None, 1)], key=str
    )
    assert _breuken() == []


@pytest.mark.parametrize("tabel", [Logregel, Installatieregel])
@pytest.mark.parametrize(
    "doe",
    [
        lambda tabel: tabel.objects.update(reden="bestuurder"),
        lambda tabel: tabel.objects.all().delete(),
        lambda tabel: tabel.objects.get(volgnummer=1).save(),
    ],
    ids=["update", "delete", "save"],
)
def test_database_refuses_to_change_a_line(doe: Callable[[Any], object], tabel: Any) -> None:
    _schrijf(2, _van(tabel._meta.model_name))

    with pytest.raises(DatabaseError, match="onveranderlijk"), transaction.atomic():
        doe(tabel)

    assert tabel.objects.count() == 2


@pytest.mark.parametrize("tabel", ["logregel", "installatieregel"])
@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        ("UPDATE {tabel} SET reden = 'bestuurder' WHERE volgnummer = 2", "Regel 2 is veranderd"),
        ("DELETE FROM {tabel} WHERE volgnummer = 2", "Regel 2 ontbreekt"),
        ("DELETE FROM {tabel} WHERE volgnummer = 3", "Het einde, na regel 2,"),
        ("UPDATE toegang_logketen SET volgnummer = 2", "Het einde, na regel 2,"),
    ],
)
def test_hand_in_the_database_is_seen_and_the_command_says_no(
    opdracht: str, zin: str, tabel: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _schrijf(3, _van(tabel))
    assert main(["audit", "verify"]) == 0
    _zonder_bewaking(tabel, opdracht)

    assert main(["audit", "verify"]) == 1
    gezegd = capsys.readouterr()
    assert zin in gezegd.out
    assert "Het logboek is niet heel." in gezegd.err


def test_seal_that_was_written_down_must_still_be_there(capsys: pytest.CaptureFixture[str]) -> None:
    _schrijf(2, _van("logregel"))
    zegel = Logregel.objects.get(volgnummer=1).zegel

    assert main(["audit", "verify", "--zegel", zegel]) == 0
    assert main(["audit", "verify", "--zegel", "0" * 64]) == 1
    assert "Een regel met dit zegel is er niet." in capsys.readouterr().err


def test_empty_log_is_whole() -> None:
    assert main(["audit", "verify"]) == 0
    assert check_logboek() == []


def test_act_that_fails_after_its_line_leaves_no_gap() -> None:
    _schrijf(1)
    with suppress(RuntimeError), transaction.atomic():
        _schrijf(1)
        raise RuntimeError
    _schrijf(1)

    assert list(Installatieregel.objects.order_by("pk").values_list("volgnummer", flat=True)) == [1, 2]
    assert _breuken() == []


def test_line_of_a_board_is_read_within_its_wall_only_and_written_from_anywhere() -> None:
    bestuur = _van("logregel")

    with scope(bestuur=None):
        _schrijf(1, bestuur)
        with pytest.raises(ScopeError):
            Logregel.objects.count()

    assert bestuur is not None
    with in_bestuur(bestuur):
        assert Logregel.objects.count() == 1
    with in_bestuur(0):
        assert Logregel.objects.count() == 0


@pytest.mark.parametrize("tabel", ["logregel", "installatieregel"])
def test_lines_without_the_end_that_was_kept_apart_are_no_whole_log(
    tabel: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _schrijf(3, _van(tabel))
    Logketen.objects.all().delete()

    assert main(["audit", "verify"]) == 1
    assert "Het einde, na regel" in capsys.readouterr().out


@pytest.mark.parametrize(
    "opdrachten",
    [
        ["DELETE FROM {tabel} WHERE volgnummer = 3", "UPDATE toegang_logketen SET volgnummer = 2, zegel = '{tweede}'"],
        ["DELETE FROM {tabel}", "DELETE FROM toegang_logketen"],
        ["DELETE FROM {tabel}", "UPDATE toegang_logketen SET volgnummer = 0, zegel = '" + "0" * 64 + "'"],
    ],
    ids=["the end was put right", "nothing is left", "begun again"],
)
@pytest.mark.parametrize("tabel", ["logregel", "installatieregel"])
def test_log_that_lost_what_was_remembered_beside_the_database_is_not_whole(
    opdrachten: list[str], tabel: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _schrijf(3, _van(tabel))
    assert main(["audit", "verify"]) == 0
    tweede = (Logregel if tabel == "logregel" else Installatieregel).objects.get(volgnummer=2).zegel
    for opdracht in opdrachten:
        _zonder_bewaking(tabel, opdracht.replace("{tweede}", tweede))

    assert main(["audit", "verify"]) == 1
    gezegd = capsys.readouterr()
    assert "Regel 3, die eerder is onthouden, is er niet." in gezegd.out
    assert "passend audit onthoud" in gezegd.err
    assert main(["audit", "verify"]) == 1, "a second look does not forget it"


def test_who_put_an_old_copy_back_says_so_once_and_goes_on_from_there() -> None:
    _schrijf(3)
    assert main(["audit", "verify"]) == 0
    eerste = Installatieregel.objects.get(volgnummer=1).zegel
    _zonder_bewaking("installatieregel", "DELETE FROM {tabel} WHERE volgnummer > 1")
    Logketen.objects.update(volgnummer=1, zegel=eerste)

    assert main(["audit", "onthoud"]) == 0
    assert main(["audit", "verify"]) == 0
    _schrijf(2)
    assert main(["audit", "verify"]) == 0


def test_log_that_is_broken_in_itself_is_not_remembered(capsys: pytest.CaptureFixture[str]) -> None:
    _schrijf(3)
    _zonder_bewaking("installatieregel", "DELETE FROM {tabel} WHERE volgnummer = 2")

    assert main(["audit", "onthoud"]) == 1
    assert "Er is niets onthouden." in capsys.readouterr().err


def test_daily_round_remembers_the_ends_and_says_when_one_is_gone(capsys: pytest.CaptureFixture[str]) -> None:
    _schrijf(2)
    send_herinneringen(OP)
    _schrijf(1)
    send_herinneringen(OP)
    assert capsys.readouterr().err == ""
    tweede = Installatieregel.objects.get(volgnummer=2).zegel
    _zonder_bewaking("installatieregel", "DELETE FROM {tabel} WHERE volgnummer = 3")
    Logketen.objects.update(volgnummer=2, zegel=tweede)

    send_herinneringen(OP)

    assert "passend audit verify" in capsys.readouterr().err
    assert main(["audit", "verify"]) == 1


def test_file_of_remembered_ends_that_cannot_be_read_is_told(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    _schrijf(1)
    settings.PASSEND_ZEGELBESTAND.write_text("[{}]")

    assert main(["audit", "verify"]) == 1
    assert "niet te lezen" in capsys.readouterr().err


def test_log_of_who_signed_in_cannot_be_empty_when_somebody_did(capsys: pytest.CaptureFixture[str]) -> None:
    maak_account()
    assert main(["audit", "verify"]) == 0
    Account.objects.update(last_login=OP)

    assert main(["audit", "verify"]) == 1
    assert "staat niets meer in het logboek" in capsys.readouterr().err


def test_check_without_a_file_of_remembered_ends_says_that_it_had_nothing_to_compare_with(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "verify"]) == 0
    assert capsys.readouterr().err == "", "an empty log has no end"
    settings.PASSEND_ZEGELBESTAND.unlink(missing_ok=True)
    _schrijf(2)

    codes = [main(["audit", "verify"])]
    eerst = capsys.readouterr().err
    codes.append(main(["audit", "verify"]))
    dan = capsys.readouterr().err

    assert codes == [0, 0]
    assert eerst.startswith("Er is geen var/logboekzegels.json, dus er is niet vergeleken")
    assert "passend audit verify --zegel" in eerst
    assert dan == ""
