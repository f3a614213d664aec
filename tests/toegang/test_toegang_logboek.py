"""The log in the database: numbered per board, sealed line by line, and never changed."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django_scopes import ScopeError, scope
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband

from passend.begrippen.rollen import Reden
from passend.cli.__main__ import main
from passend.organisaties.queries import in_bestuur
from passend.toegang.actions import log_handeling
from passend.toegang.models import Installatieregel, Logketen, Logregel
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
        ("UPDATE toegang_logketen SET volgnummer = 2", "Het einde, na regel 3,"),
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
