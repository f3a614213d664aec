"""Lines of the log go when their term is over: from the beginning on, seen by everybody, and never by another hand."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import Settings
from tests.factories.leerlingen import maak_leerling
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband
from tests.factories.profielen import maak_school

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.rollen import Reden
from passend.cli.__main__ import main
from passend.cli.herinneringen import send_herinneringen
from passend.cli.logterm import ruim_logboek_op
from passend.leerlingen.actions.bewaarkeuze import set_bewaarkeuze
from passend.leerlingen.actions.bewaren import end_aanhouding, hold_leerling
from passend.leerlingen.actions.leerlingen import onderwerp
from passend.leerlingen.queries.logterm import find_logregels_om
from passend.organisaties.queries import in_bestuur
from passend.toegang.actions import destroy_logregels, log_handeling
from passend.toegang.models import Installatieregel, Logketen, Logregel
from passend.toegang.queries import check_logboek

pytestmark = pytest.mark.django_db
REDEN = Reden("directeur", "U bent directeur van deze school.")
TOEN = datetime(2026, 10, 5, 9, tzinfo=UTC)
OM = datetime(2028, 10, 5, 9, tzinfo=UTC)
"""The first day on which a line of then is over: two years later."""


def _schrijf(*dagen: datetime, bestuur: int | None = None, over: str = "profiel:1") -> None:
    for op in dagen:
        log_handeling(account=None, handeling="open_dossier", onderwerp=over, reden=REDEN, op=op, bestuur=bestuur)


def _bestuur() -> int:
    return maak_bestuur(maak_samenwerkingsverband("PO9901"), "99001").pk


def _nummers(tabel: type[Logregel] | type[Installatieregel]) -> list[int]:
    return list(tabel.objects.order_by("volgnummer").values_list("volgnummer", flat=True))


def _breuken() -> list[str]:
    return [stand.breuk.zin for stand in check_logboek() if stand.breuk]


@pytest.mark.parametrize("is_van_bestuur", [True, False])
def test_lines_go_on_the_day_their_term_is_over_and_the_log_stays_whole_and_says_so(
    capsys: pytest.CaptureFixture[str], *, is_van_bestuur: bool
) -> None:
    bestuur, tabel = (_bestuur(), Logregel) if is_van_bestuur else (None, Installatieregel)
    _schrijf(TOEN, TOEN, TOEN + timedelta(days=1), bestuur=bestuur)

    een_dag_eerder, nu = ruim_logboek_op(OM - timedelta(days=1)), ruim_logboek_op(OM)

    assert (een_dag_eerder, nu) == (0, 2)
    assert _nummers(tabel) == [3, 4]
    nieuw = tabel.objects.get(volgnummer=4)
    assert (nieuw.handeling, nieuw.onderwerp, nieuw.reden) == ("destroy_logregels", "logboek:2", "installatie")
    assert main(["audit", "verify"]) == 0
    assert "heel, regels: 2, eerder vernietigd na de bewaartermijn: 2, zegel" in capsys.readouterr().out
    _schrijf(OM, bestuur=bestuur)
    assert _breuken() == []


def test_last_line_of_a_log_stays_however_old_it_is() -> None:
    _schrijf(TOEN, TOEN)

    assert ruim_logboek_op(OM + timedelta(days=1000)) == 1
    assert _nummers(Installatieregel) == [2, 3]
    assert destroy_logregels(bestuur=None, tot_en_met=99, reden=REDEN, op=OM) == 1
    assert _nummers(Installatieregel) == [3, 4]


def test_line_that_came_late_holds_what_is_after_it() -> None:
    """A clock that was set back leaves old lines behind newer ones; the chain goes from the beginning on."""
    _schrijf(TOEN, OM, TOEN, OM)

    assert ruim_logboek_op(OM) == 1
    assert _nummers(Installatieregel) == [2, 3, 4, 5]


def test_board_chooses_how_long_its_own_log_stays() -> None:
    school = maak_school()
    keuze: dict[str, Any] = {
        "actor": school.bestuurder,
        "vestiging": school.vestiging,
        "klasse": Bewaarklasse.LOGBOEK,
        "waarom": "Wens",
    }
    vandaag = OM.date()
    _schrijf(TOEN, OM, bestuur=school.vestiging.bestuur_id)

    assert find_logregels_om(bestuur=school.vestiging.bestuur_id, peildatum=vandaag) >= 1
    set_bewaarkeuze(**keuze, maanden=36, op=OM)
    assert find_logregels_om(bestuur=school.vestiging.bestuur_id, peildatum=vandaag) == 0
    set_bewaarkeuze(**keuze, maanden=None, op=OM)
    assert find_logregels_om(bestuur=school.vestiging.bestuur_id, peildatum=vandaag) >= 1


def test_no_line_goes_of_a_pupil_about_whom_something_is_contested() -> None:
    school = maak_school()
    leerling, ander = maak_leerling(school), maak_leerling(school, "Ot")
    bestuur = school.vestiging.bestuur_id
    with in_bestuur(bestuur):
        _schrijf(TOEN, bestuur=bestuur, over=onderwerp(ander))
        tot_hier = Logregel.objects.count()
        _schrijf(TOEN, TOEN, OM, bestuur=bestuur, over=onderwerp(leerling))
        eerste = Logregel.objects.filter(onderwerp=onderwerp(leerling)).order_by("volgnummer").first()
    houdt = hold_leerling(actor=school.directeur, leerling=leerling, reden="klacht", op=OM)

    aangehouden = find_logregels_om(bestuur=bestuur, peildatum=OM.date())
    end_aanhouding(actor=school.directeur, aanhouding=houdt, op=OM)

    assert eerste is not None
    assert aangehouden == eerste.volgnummer - 1
    assert find_logregels_om(bestuur=bestuur, peildatum=OM.date()) == tot_hier + 2


@pytest.mark.parametrize("tabel", [Logregel, Installatieregel])
def test_database_lets_no_line_go_after_the_begin_of_the_log(tabel: type[Logregel] | type[Installatieregel]) -> None:
    bestuur = _bestuur() if tabel is Logregel else None
    _schrijf(TOEN, TOEN, TOEN, bestuur=bestuur)
    destroy_logregels(bestuur=bestuur, tot_en_met=1, reden=REDEN, op=OM)

    with pytest.raises(DatabaseError, match="onveranderlijk"), transaction.atomic():
        tabel.objects.filter(volgnummer=2).delete()

    assert _nummers(tabel) == [2, 3, 4]


@pytest.mark.parametrize("tabel", ["logregel", "installatieregel"])
def test_begin_that_somebody_else_moved_is_seen(tabel: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Who has the database in their hands moves the begin, and deletes what the database then lets go."""
    bestuur = _bestuur() if tabel == "logregel" else None
    _schrijf(OM, OM, OM, bestuur=bestuur)
    assert main(["audit", "verify"]) == 0
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE toegang_logketen SET vernietigd = 2, zegel_vernietigd = "  # noqa: S608 -- a name of the test
            f"(SELECT zegel FROM toegang_{tabel} WHERE volgnummer = 2)"
        )
        cursor.execute(f"DELETE FROM toegang_{tabel} WHERE volgnummer <= 2")  # noqa: S608 -- a name of the test

    assert main(["audit", "verify"]) == 1
    assert "Regels tot en met 2 zijn weg, en Passend deed dat niet." in capsys.readouterr().out
    send_herinneringen(OM)
    assert "Het logboek mist wat eerder is onthouden." in capsys.readouterr().err
    assert main(["audit", "verify"]) == 1, "the daily round does not forget it"


def test_who_is_stopped_before_the_lines_are_gone_leaves_a_whole_log(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(**_feiten: object) -> int:
        raise KeyboardInterrupt

    _schrijf(TOEN, OM)
    monkeypatch.setattr("passend.toegang.actions.destroy_logregels", stop)

    with pytest.raises(KeyboardInterrupt):
        ruim_logboek_op(OM)

    assert main(["audit", "verify"]) == 0
    monkeypatch.undo()
    assert ruim_logboek_op(OM) == 1
    assert main(["audit", "verify"]) == 0


def test_file_of_before_there_was_a_begin_is_read(settings: Settings) -> None:
    _schrijf(OM)
    keten = Logketen.objects.get(bestuur=None)
    settings.PASSEND_ZEGELBESTAND.write_text(json.dumps([{"bestuur": None, "volgnummer": 1, "zegel": keten.zegel}]))

    assert main(["audit", "verify"]) == 0


def test_command_says_how_many_went_and_refuses_when_the_log_is_not_what_it_was(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    _schrijf(datetime(2020, 1, 1, tzinfo=UTC), datetime.now(tz=UTC))

    assert main(["audit", "opruimen"]) == 0
    assert capsys.readouterr().out == "1 regels vernietigd.\n"
    assert main(["audit", "opruimen"]) == 0
    assert capsys.readouterr().out == "Er is geen regel waarvan de bewaartermijn voorbij is.\n"
    settings.PASSEND_ZEGELBESTAND.write_text(json.dumps([{"bestuur": None, "volgnummer": 9, "zegel": "0" * 64}]))
    assert main(["audit", "opruimen"]) == 1
    assert "passend audit verify" in capsys.readouterr().err


def test_round_goes_on_and_says_who_can_when_the_database_lets_no_line_go(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def weiger(**_feiten: object) -> int:
        raise DatabaseError("permission denied")

    _schrijf(TOEN, OM)
    monkeypatch.setattr("passend.toegang.actions.destroy_logregels", weiger)

    send_herinneringen(OM)

    assert "passend audit opruimen" in capsys.readouterr().err
    assert _nummers(Installatieregel) == [1, 2]
