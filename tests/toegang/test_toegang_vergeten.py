"""A year after the last role nobody can tell any more who an account was; what it did still stands."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from tests.factories.organisaties import maak_bestuur, maak_vestiging
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import Reden, Rolsoort
from passend.organisaties.actions import create_groep
from passend.toegang.actions import assign_groep, forget_accounts, grant_rol, log_handeling
from passend.toegang.models import Account, Groepstaak, Installatieregel, Rol
from passend.toegang.queries import check_logboek, list_logregels

pytestmark = pytest.mark.django_db
WEG, DAG_ERVOOR, JAAR_LATER = date(2026, 10, 31), date(2027, 10, 30), date(2027, 10, 31)


def _om(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, 12, tzinfo=UTC)


def _leerkracht(tot_en_met: date | None) -> tuple[Account, Any]:
    """Somebody with everything an account can have, whose only role lasts until a day."""
    vestiging = maak_vestiging(maak_bestuur())
    account = maak_account(naam="Bos")
    rol = grant_rol(account=account, soort=Rolsoort.LEERKRACHT, bij=vestiging, geldig_van=date(2025, 8, 1))
    Rol.objects.filter(pk=rol.pk).update(geldig_tot_en_met=tot_en_met)
    groep = create_groep(vestiging=vestiging, schooljaar="2026-2027", naam="Groep 5")
    assign_groep(account=account, groep=groep, geldig_van=date(2026, 8, 1))
    EmailAddress.objects.create(user=account, email="jo.bos@school.example", verified=True)
    Authenticator.objects.create(user=account, type="totp", data={"secret": "geheim"})
    Account.objects.filter(pk=account.pk).update(email="jo.bos@school.example", date_joined=_om(date(2025, 8, 1)))
    log_handeling(
        account=account,
        handeling="save_onderdeel",
        onderwerp="profiel:1",
        reden=Reden("leerkracht", "U werkt hier."),
        op=_om(date(2026, 9, 1)),
        bestuur=vestiging.bestuur_id,
    )
    return account, vestiging


def test_account_is_forgotten_a_year_after_its_last_role_and_what_it_did_stays() -> None:
    account, _vestiging = _leerkracht(WEG)

    assert (forget_accounts(op=_om(DAG_ERVOOR)), forget_accounts(op=_om(JAAR_LATER))) == (0, 1)

    account.refresh_from_db()
    assert (str(account), account.is_active, account.vergeten_op) == ("iemand die weg is", False, JAAR_LATER)
    assert {account.email, account.first_name, account.last_name} == {""}
    assert not account.has_usable_password()
    assert [tabel.objects.count() for tabel in (Rol, Groepstaak, EmailAddress, Authenticator)] == [0, 0, 0, 0]
    assert [str(regel.account) for regel in list_logregels(onderwerp="profiel:1")] == ["iemand die weg is"]
    assert {stand.breuk for stand in check_logboek()} == {None}


def test_account_is_forgotten_once_and_that_is_written_down_by_number() -> None:
    account, _vestiging = _leerkracht(WEG)

    assert [forget_accounts(op=_om(JAAR_LATER)) for _keer in range(2)] == [1, 0]

    regels = Installatieregel.objects.filter(handeling="forget_account").values_list("onderwerp", "reden")
    assert list(regels) == [(f"account:{account.pk}", "termijn_over")]


@pytest.mark.parametrize("tot_en_met", [None, JAAR_LATER], ids=["no end", "ends today"])
def test_account_with_a_role_is_never_forgotten(tot_en_met: date | None) -> None:
    _leerkracht(tot_en_met)

    assert forget_accounts(op=_om(JAAR_LATER)) == 0


def test_second_role_that_goes_on_keeps_an_account() -> None:
    account, vestiging = _leerkracht(WEG)
    grant_rol(account=account, soort=Rolsoort.OUDER, bij=vestiging, geldig_van=date(2026, 8, 1))

    assert forget_accounts(op=_om(JAAR_LATER)) == 0


def test_account_that_never_had_a_role_counts_from_the_day_it_was_made() -> None:
    account = maak_account(naam="Bos")
    Account.objects.filter(pk=account.pk).update(date_joined=_om(WEG))

    assert (forget_accounts(op=_om(DAG_ERVOOR)), forget_accounts(op=_om(JAAR_LATER))) == (0, 1)
