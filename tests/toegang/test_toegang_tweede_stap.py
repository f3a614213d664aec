"""Who must prove twice who they are."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from tests.factories.organisaties import maak_vestiging
from tests.factories.toegang import maak_account

from passend.begrippen.rollen import GASTEN, Rolsoort
from passend.toegang.models import Rol
from passend.toegang.permissions import why_needs_tweede_stap

pytestmark = pytest.mark.django_db
PEILDATUM = date(2026, 10, 5)


@pytest.mark.parametrize("soort", list(Rolsoort))
def test_staff_needs_a_second_step_and_council_parents_and_experts_do_not(soort: Rolsoort) -> None:
    vestiging = maak_vestiging()
    bij = {
        Rolsoort.BESTUURDER: vestiging.bestuur,
        Rolsoort.BEHEERDER: vestiging.bestuur,
        Rolsoort.ADVISEUR: vestiging.bestuur.samenwerkingsverband,
    }.get(soort, vestiging)

    reden = why_needs_tweede_stap(maak_account(soort, bij), peildatum=PEILDATUM)

    zonder = {Rolsoort.MR_LID, *GASTEN}
    assert (reden.code if reden else None) == (None if soort in zonder else soort.value)


def test_made_up_people_strangers_and_people_whose_role_ended_need_none() -> None:
    demo, oud = maak_account(Rolsoort.DIRECTEUR, maak_vestiging()), maak_account()
    demo.is_demo = True
    Rol.objects.filter(account=oud).update(geldig_tot_en_met=date(2026, 1, 1))

    for account in (demo, oud, AnonymousUser()):
        assert why_needs_tweede_stap(account, peildatum=PEILDATUM) is None
