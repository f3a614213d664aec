"""A reminder leaves once: a second run, a run beside it, a mail server that is away and a process that is killed."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from tests.factories.invoer import lever_in
from tests.factories.leerlingen import GEBOREN
from tests.factories.opgave import opgave_van
from tests.factories.overleggen import BEGINT, gegevens, maak_mdo
from tests.factories.profielen import OP, maak_school

from passend.begrippen.opgave import Leerlingopgave
from passend.cli import herinneringen
from passend.cli.herinneringen import send_herinneringen
from passend.kalender.actions.herinneringen import VERDWAALD, begin_herinneringen
from passend.kalender.models import Herinnering
from passend.kalender.queries.herinneringen import list_kringen, list_te_herinneren
from passend.overleggen.actions.overleg import move_overleg
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db]
DAG_ERVOOR = timezone.localtime(BEGINT - timedelta(days=1))


def _met_mail(*mensen: Account) -> None:
    for account in mensen:
        Account.objects.filter(pk=account.pk).update(email=f"post{account.pk}@school.example")


def _wereld() -> Any:
    """An MDO tomorrow, with a teacher; nobody else has an address."""
    mdo = maak_mdo()
    Account.objects.update(email="")
    for nummer, account in enumerate(Account.objects.order_by("pk")):
        Account.objects.filter(pk=account.pk).update(username=f"naam{nummer}")
    _met_mail(mdo.gezin.school.leerkracht)
    mdo.gezin.school.leerkracht.refresh_from_db()
    return mdo


def test_reminder_says_when_and_where_and_nothing_of_the_pupil() -> None:
    _wereld()

    assert send_herinneringen(DAG_ERVOOR) == (1, 0)

    brief = mail.outbox[0]
    assert brief.subject == "Binnenkort op school"
    assert "- 08-10-2026 om 11:00: overleg op school, De Wilgenboom" in brief.body
    assert "Pip" not in brief.body + brief.subject
    assert "Duinmans" not in brief.body + brief.subject


def test_second_run_sends_nothing_and_a_meeting_that_moved_is_told_anew() -> None:
    mdo = _wereld()

    send_herinneringen(DAG_ERVOOR)
    assert send_herinneringen(DAG_ERVOOR + timedelta(hours=1)) == (0, 0)
    morgen = BEGINT + timedelta(days=1)
    move_overleg(actor=mdo.ib, overleg=mdo.overleg, gegevens=gegevens(morgen), op=DAG_ERVOOR)

    assert send_herinneringen(DAG_ERVOOR + timedelta(days=1)) == (1, 0)
    assert len(mail.outbox) == 2


def test_too_early_and_too_late_nobody_is_reminded() -> None:
    _wereld()

    assert send_herinneringen(DAG_ERVOOR - timedelta(days=1)) == (0, 0)
    assert send_herinneringen(DAG_ERVOOR + timedelta(days=2)) == (0, 0)


def test_two_runs_at_once_claim_a_reminder_once() -> None:
    mdo = _wereld()
    wie, bestuur = mdo.gezin.school.leerkracht, mdo.overleg.bestuur_id
    waarover = list_te_herinneren(accounts=[wie], op=DAG_ERVOOR)[wie.pk]

    een = begin_herinneringen(account=wie, bestuur=bestuur, waarover=waarover, op=DAG_ERVOOR)
    ander = begin_herinneringen(account=wie, bestuur=bestuur, waarover=waarover, op=DAG_ERVOOR)

    assert [list(brieven.values()) for brieven in (een, ander)] == [[sorted(waarover)], []]


def test_letter_that_the_mail_server_did_not_take_goes_along_later(monkeypatch: pytest.MonkeyPatch) -> None:
    _wereld()

    def weigert(*_args: object, **_opties: object) -> None:
        raise OSError

    with monkeypatch.context() as even:
        even.setattr("django.core.mail.EmailMessage.send", weigert)
        assert send_herinneringen(DAG_ERVOOR) == (0, 1)

    assert send_herinneringen(DAG_ERVOOR + timedelta(minutes=1)) == (0, 0)
    assert send_herinneringen(DAG_ERVOOR + VERDWAALD) == (1, 0)
    assert send_herinneringen(DAG_ERVOOR + 3 * VERDWAALD) == (0, 0)


@pytest.mark.parametrize("na_versturen", [False, True], ids=["before the letter left", "just after it left"])
def test_process_that_is_killed_loses_no_reminder_and_a_second_letter_is_the_same_letter(
    monkeypatch: pytest.MonkeyPatch, *, na_versturen: bool
) -> None:
    _wereld()
    stuur = herinneringen._stuur

    def doodgaan(*args: Any) -> bool:
        if na_versturen:
            stuur(*args)
        raise KeyboardInterrupt

    with monkeypatch.context() as even:
        even.setattr(herinneringen, "_stuur", doodgaan)
        with pytest.raises(KeyboardInterrupt):
            send_herinneringen(DAG_ERVOOR)
    send_herinneringen(DAG_ERVOOR + timedelta(minutes=1))
    send_herinneringen(DAG_ERVOOR + 2 * VERDWAALD)
    send_herinneringen(DAG_ERVOOR + 4 * VERDWAALD)

    kenmerken = [brief.extra_headers["Message-ID"] for brief in mail.outbox]
    assert len(kenmerken) == (2 if na_versturen else 1)
    assert len(set(kenmerken)) == 1
    assert [rij.verstuurd_op for rij in Herinnering.objects.all()] == [DAG_ERVOOR + 2 * VERDWAALD]


def test_people_of_a_demonstration_and_who_has_no_role_or_address_get_no_letter() -> None:
    mdo = _wereld()
    _met_mail(mdo.gezin.ouder, mdo.ib)
    Account.objects.filter(pk=mdo.gezin.ouder.pk).update(is_demo=True)
    mdo.ib.rollen.update(geldig_tot_en_met=OP.date())

    bestuur = mdo.overleg.bestuur_id
    assert list(list_kringen(peildatum=DAG_ERVOOR.date())) == [(bestuur, [mdo.gezin.school.leerkracht])]


def test_what_was_sent_long_ago_is_forgotten() -> None:
    _wereld()
    send_herinneringen(DAG_ERVOOR)

    send_herinneringen(DAG_ERVOOR + timedelta(days=401))

    assert not Herinnering.objects.exists()


def test_round_of_reminders_empties_files_that_waited_longer_than_a_day() -> None:
    school = maak_school()
    invoer = lever_in(school, opgave_van(Leerlingopgave(2, "L1", "Pip", "Duinmans", GEBOREN)))

    send_herinneringen(OP + timedelta(hours=23))
    invoer.refresh_from_db()
    assert invoer.stand == "concept"

    send_herinneringen(OP + timedelta(hours=25))
    invoer.refresh_from_db()
    assert (invoer.stand, invoer.opgave, invoer.bestandsnaam) == ("vervallen", None, "")
