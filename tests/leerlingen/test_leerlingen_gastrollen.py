"""A parent or expert of whom no child is left has no role any more, so that the term of their account begins."""

from datetime import date, timedelta

import pytest
from tests.factories.bewaren import maak_vertrokken, stel_voor
from tests.factories.leerlingen import maak_leerling, maak_ouder, maak_stuk
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.bewaren import execute_vernietiging
from passend.leerlingen.actions.gastrollen import end_gastrollen
from passend.leerlingen.actions.toestemming import ask_toestemming
from passend.leerlingen.models import Leerling, Ouderrelatie, Toestemming
from passend.toegang.actions import forget_accounts
from passend.toegang.models import Account, Installatieregel, Logregel, Rol

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(days=100)
SINDS = date(2026, 6, 1)


def _loop(school: School, *, dagen: int = 0) -> int:
    Rol.objects.filter(soort__in=["ouder", "deskundige"]).update(geldig_van=SINDS)
    return end_gastrollen(bestuur=school.vestiging.bestuur_id, op=OP + timedelta(days=dagen))


def _vernietig(school: School, leerling: Leerling) -> None:
    lijst = stel_voor(school, leerling, klassen=frozenset({Bewaarklasse.INSCHRIJVING}))
    execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=OP)


def _einde(account: Account, soort: str = "ouder") -> date | None:
    return Rol.objects.get(account=account, soort=soort).geldig_tot_en_met


def test_role_of_a_parent_ends_once_the_last_child_was_destroyed_and_the_account_is_forgotten_a_year_later() -> None:
    school = maak_school()
    leerling = maak_vertrokken(school)
    ouder, _relatie = maak_ouder(school, leerling)
    assert _loop(school) == 0  # the file is there, and who has authority may see it
    _vernietig(school, leerling)

    assert _loop(school) == 1
    assert _loop(school) == 0

    assert _einde(ouder) == OP.date() - timedelta(days=1)
    regel = Logregel.objects.get(handeling="end_rol")
    assert (regel.reden, regel.onderwerp) == ("geen_kind_meer", f"rol:{Rol.objects.get(account=ouder).pk}")
    assert Installatieregel.objects.filter(handeling="end_sessies", onderwerp=f"account:{ouder.pk}").count() == 1
    assert forget_accounts(op=OP + timedelta(days=400)) == 1


def test_brother_or_sister_keeps_the_role() -> None:
    school = maak_school()
    weg, hier = maak_vertrokken(school), maak_leerling(school, "Ot")
    ouder, relatie = maak_ouder(school, weg)
    Ouderrelatie.objects.create(
        bestuur_id=hier.bestuur_id, leerling=hier, account=ouder, naam=relatie.naam, email=relatie.email,
        heeft_gezag=False, geldig_van=SINDS,
    )  # fmt: skip
    _vernietig(school, weg)

    assert (_loop(school), _einde(ouder)) == (0, None)


def test_role_ends_when_the_last_child_is_sixteen_or_the_relation_is_over() -> None:
    school = maak_school()
    groot, ander = maak_leerling(school), maak_leerling(school, "Ot")
    oud, _relatie = maak_ouder(school, groot)
    gescheiden, relatie = maak_ouder(school, ander)
    assert _loop(school) == 0
    Leerling.objects.filter(pk=groot.pk).update(geboren_op=date(2010, 10, 5))
    Ouderrelatie.objects.filter(pk=relatie.pk).update(geldig_tot_en_met=OP.date() - timedelta(days=1))

    assert _loop(school) == 2
    assert {_einde(oud), _einde(gescheiden)} == {OP.date() - timedelta(days=1)}


def test_expert_keeps_the_role_until_the_last_day_of_the_permission() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    maak_ouder(school, leerling)
    deskundige = maak_account(Rolsoort.DESKUNDIGE, school.vestiging)
    toestemming = ask_toestemming(
        actor=school.intern_begeleider, leerling=leerling, email="roos@praktijk.example", doel="Onderzoek",
        geldig_tot_en_met=OP.date() + timedelta(days=60), stukken=[maak_stuk(school, leerling)], op=OP,
    )  # fmt: skip
    Toestemming.objects.filter(pk=toestemming.pk).update(account=deskundige)

    assert (_loop(school, dagen=60), _einde(deskundige, "deskundige")) == (0, None)
    assert (_loop(school, dagen=61), _einde(deskundige, "deskundige")) == (1, OP.date() + timedelta(days=60))


def test_role_that_was_given_lately_waits_for_its_child_and_who_works_here_keeps_theirs() -> None:
    school = maak_school()
    nieuw = maak_account(Rolsoort.OUDER, school.vestiging)
    Rol.objects.filter(account=nieuw).update(geldig_van=OP.date())

    assert end_gastrollen(bestuur=school.vestiging.bestuur_id, op=OP) == 0
    assert _einde(nieuw) is None
    assert _loop(school) == 1
    assert not Rol.objects.exclude(soort="ouder").filter(geldig_tot_en_met__isnull=False).exists()
