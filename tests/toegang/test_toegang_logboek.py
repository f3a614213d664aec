"""The log in the database: numbered per board, sealed line by line, and never changed."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband

from passend.begrippen.rollen import Reden
from passend.cli.__main__ import main
from passend.toegang.actions import log_handeling
from passend.toegang.models import Logketen, Logregel
from passend.toegang.queries import check_logboek

pytestmark = pytest.mark.django_db
OP = datetime(2026, 10, 5, 9, tzinfo=UTC)
REDEN = Reden("directeur", "U bent directeur van deze school.")


def _schrijf(aantal: int, bestuur: int | None = None) -> None:
    for nummer in range(aantal):
        log_handeling(
            account=None, handeling="save_onderdeel", onderwerp=f"profiel:{nummer}", reden=REDEN, op=OP, bestuur=bestuur
        )


def _breuken() -> list[str]:
    return [stand.breuk.zin for stand in check_logboek() if stand.breuk]


def _zonder_bewaking(opdracht: str) -> None:
    """What somebody with the whole database in their hands could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS logregel_geen_update")
            cursor.execute("DROP TRIGGER IF EXISTS logregel_geen_delete")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or the next line is refused
            cursor.execute("ALTER TABLE toegang_logregel DISABLE TRIGGER USER")
        cursor.execute(opdracht)


def test_each_board_has_a_log_of_its_own_with_its_own_numbers() -> None:
    verband = maak_samenwerkingsverband("PO9901")
    een, ander = maak_bestuur(verband, "99001"), maak_bestuur(verband, "99002")
    _schrijf(2, een.pk)
    _schrijf(1, ander.pk)
    _schrijf(1)

    nummers = list(Logregel.objects.order_by("pk").values_list("bestuur", "volgnummer"))

    assert nummers == [(een.pk, 1), (een.pk, 2), (ander.pk, 1), (None, 1)]
    assert sorted(Logketen.objects.values_list("bestuur", "volgnummer"), key=str) == sorted(
        [(een.pk, 2), (ander.pk, 1), (None, 1)], key=str
    )
    assert _breuken() == []


@pytest.mark.parametrize(
    "doe",
    [
        lambda: Logregel.objects.update(reden="bestuurder"),
        lambda: Logregel.objects.all().delete(),
        lambda: Logregel.objects.get(volgnummer=1).save(),
    ],
    ids=["update", "delete", "save"],
)
def test_database_refuses_to_change_a_line(doe: Callable[[], object]) -> None:
    _schrijf(2)

    with pytest.raises(DatabaseError, match="onveranderlijk"), transaction.atomic():
        doe()

    assert Logregel.objects.count() == 2


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        ("UPDATE toegang_logregel SET reden = 'bestuurder' WHERE volgnummer = 2", "Regel 2 is veranderd"),
        ("DELETE FROM toegang_logregel WHERE volgnummer = 2", "Regel 2 ontbreekt"),
        ("DELETE FROM toegang_logregel WHERE volgnummer = 3", "Het einde, na regel 2,"),
        ("UPDATE toegang_logketen SET volgnummer = 2", "Het einde, na regel 3,"),
    ],
)
def test_hand_in_the_database_is_seen_and_the_command_says_no(
    opdracht: str, zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _schrijf(3)
    assert main(["audit", "verify"]) == 0
    _zonder_bewaking(opdracht)

    assert main(["audit", "verify"]) == 1
    gezegd = capsys.readouterr()
    assert zin in gezegd.out
    assert "Het logboek is niet heel." in gezegd.err


def test_seal_that_was_written_down_must_still_be_there(capsys: pytest.CaptureFixture[str]) -> None:
    _schrijf(2)
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

    assert list(Logregel.objects.order_by("pk").values_list("volgnummer", flat=True)) == [1, 2]
    assert _breuken() == []
