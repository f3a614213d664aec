"""The rule and the query that lists are two forms of one: they agree in every world that can be drawn."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.leerlingen import Gezin, maak_gezin, maak_groep, maak_leerling
from tests.factories.profielen import OP, maak_school

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import (
    Groepsplaatsing,
    Leerling,
    Noodinzage,
    Ouderrelatie,
    Toestemming,
    Toestemmingsbesluit,
)
from passend.leerlingen.permissions import visible_leerlingen, why_may_read_leerling
from passend.organisaties.models import Groep
from passend.toegang.actions import assign_groep, grant_rol
from passend.toegang.models import Account, Groepstaak, Rol

pytestmark = pytest.mark.django_db
SOORTEN = (
    Rolsoort.LEERKRACHT,
    Rolsoort.INTERN_BEGELEIDER,
    Rolsoort.DIRECTEUR,
    Rolsoort.MR_LID,
    Rolsoort.OUDER,
    Rolsoort.DESKUNDIGE,
)
DAG = st.integers(-2, 2).map(lambda dagen: (OP + timedelta(days=dagen)).date())
EINDE = st.none() | DAG
MOMENT = st.integers(-30, 3).map(lambda uren: OP + timedelta(hours=uren))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_rule_and_the_query_agree_in_every_world(data: st.DataObject) -> None:
    with transaction.atomic():
        leerlingen, mensen = _wereld(data)

        for account in mensen:
            regel = {een.pk for een in leerlingen if why_may_read_leerling(account, een, op=OP)}
            assert set(visible_leerlingen(account, op=OP).values_list("pk", flat=True)) == regel
        transaction.set_rollback(True)


def _wereld(data: st.DataObject) -> tuple[list[Leerling], list[Account]]:
    """Two schools with three groups, four pupils and five people, and random ties between them."""
    gezin = maak_gezin()
    buur = maak_school(gezin.school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    for groep, school in (("6", gezin.school), ("7", buur)):
        maak_groep(school, groep)
    leerlingen = [gezin.leerling, *(maak_leerling(gezin.school, f"Kind {i}") for i in range(2)), maak_leerling(buur)]
    mensen = [gezin.school.leerkracht, gezin.ouder, gezin.ouder_zonder_gezag, gezin.deskundige, buur.leerkracht]
    for tabel in (Groepsplaatsing, Groepstaak, Toestemming, Ouderrelatie):
        tabel.objects.all().delete()
    Rol.objects.filter(account__in=mensen).delete()
    _rollen(data, leerlingen, mensen)
    _groepen(data, leerlingen, mensen)
    for _keer in range(data.draw(st.integers(0, 5))):
        van, tot = data.draw(DAG), data.draw(EINDE)
        _rij(Ouderrelatie, leerling=_een(data, leerlingen), account=_een(data, mensen), naam="x",
             heeft_gezag=data.draw(st.booleans()), geldig_van=van, geldig_tot_en_met=tot)  # fmt: skip
    for _keer in range(data.draw(st.integers(0, 3))):
        _toestemming(data, gezin, _een(data, leerlingen), _een(data, mensen))
    for _keer in range(data.draw(st.integers(0, 3))):
        _rij(Noodinzage, leerling=_een(data, leerlingen), account=_een(data, mensen), op=data.draw(MOMENT), waarom="x")
    return leerlingen, mensen


def _een[T](data: st.DataObject, lijst: list[T]) -> T:
    return data.draw(st.sampled_from(lijst))


def _rij(tabel: Any, *, leerling: Leerling, **velden: Any) -> Any:
    return tabel.objects.create(bestuur_id=leerling.bestuur_id, leerling=leerling, **velden)


def _rollen(data: st.DataObject, leerlingen: list[Leerling], mensen: list[Account]) -> None:
    vestigingen = [leerlingen[0].vestiging, leerlingen[-1].vestiging]
    for _keer in range(data.draw(st.integers(0, 9))):
        account, soort, bij = _een(data, mensen), data.draw(st.sampled_from(SOORTEN)), _een(data, vestigingen)
        rol = grant_rol(account=account, soort=soort, bij=bij, geldig_van=data.draw(DAG))
        Rol.objects.filter(pk=rol.pk).update(geldig_tot_en_met=data.draw(EINDE))


def _groepen(data: st.DataObject, leerlingen: list[Leerling], mensen: list[Account]) -> None:
    groepen = list(Groep.objects.order_by("pk"))
    for account in data.draw(st.lists(st.sampled_from(mensen), unique_by=lambda mens: mens.pk)):
        van, tot = data.draw(DAG), data.draw(EINDE)
        assign_groep(account=account, groep=_een(data, groepen), geldig_van=van, geldig_tot_en_met=tot)
    for leerling in leerlingen:
        van, tot = data.draw(DAG), data.draw(EINDE)
        _rij(Groepsplaatsing, leerling=leerling, groep=_een(data, groepen), geldig_van=van, geldig_tot_en_met=tot)


def _toestemming(data: st.DataObject, gezin: Gezin, leerling: Leerling, account: Account) -> None:
    door = gezin.school.directeur
    vraag = _rij(Toestemming, leerling=leerling, account=account, email="x@y.example", doel="x",
                 geldig_tot_en_met=data.draw(DAG), gevraagd_op=OP, gevraagd_door=door,
                 ingetrokken_op=data.draw(st.none() | MOMENT))  # fmt: skip
    for ouder in Ouderrelatie.objects.filter(leerling=leerling):
        if data.draw(st.booleans()):
            Toestemmingsbesluit.objects.create(
                bestuur_id=leerling.bestuur_id,
                toestemming=vraag,
                ouder=ouder,
                gegeven_op=data.draw(MOMENT),
                ingetrokken_op=data.draw(st.none() | MOMENT),
                vastgelegd_door=door,
            )
