"""The rule and the query that lists are two forms of one: they agree in every world that can be drawn."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.profielen import OP
from tests.factories.wereld import maak_wereld

from passend.begrippen.inzage import Inzagegrond
from passend.leerlingen.permissions import (
    get_inzage,
    list_inzagegronden,
    visible_leerlingen,
    why_may_read_leerling,
)
from passend.toegang.queries import list_rollen_van

pytestmark = pytest.mark.django_db


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_rule_and_the_query_agree_in_every_world(data: st.DataObject) -> None:
    with transaction.atomic():
        leerlingen, mensen = maak_wereld(data)

        for account in mensen:
            regel = {een.pk for een in leerlingen if why_may_read_leerling(account, een, op=OP)}
            assert set(visible_leerlingen(account, op=OP).values_list("pk", flat=True)) == regel
            waarom = {een.pk: inzage.gronden for een in leerlingen if (inzage := get_inzage(account, een, op=OP))}
            for grond in Inzagegrond:
                om_deze = visible_leerlingen(account, op=OP, gronden=[grond]).values_list("pk", flat=True)
                assert set(om_deze) == {een for een, gronden in waarom.items() if grond in gronden}
        transaction.set_rollback(True)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), gronden=st.sets(st.sampled_from(Inzagegrond)))
def test_asked_for_many_at_once_each_has_the_reasons_of_who_asks_alone(
    data: st.DataObject, gronden: set[Inzagegrond]
) -> None:
    with transaction.atomic():
        leerlingen, mensen = maak_wereld(data)
        alleen = {
            (een.pk, account.pk): tuple(grond for grond in inzage.gronden if grond in gronden)
            for account in mensen
            for een in leerlingen
            if (inzage := get_inzage(account, een, op=OP))
        }

        rollen = list_rollen_van(accounts=mensen, peildatum=OP.date())
        samen = list_inzagegronden(rollen=rollen, leerlingen=leerlingen, op=OP, gronden=gronden)

        plat = {(een, account): waarom for een, per in samen.items() for account, waarom in per.items()}
        assert plat == {paar: waarom for paar, waarom in alleen.items() if waarom}
        transaction.set_rollback(True)
