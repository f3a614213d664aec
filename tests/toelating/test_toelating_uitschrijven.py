"""A pupil with a removal under way stays until another school enrolled it, whatever button somebody uses."""

from datetime import date, timedelta

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.profielen import OP

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.leerlingen.actions.leerlingen import LeerlingError, deregister_leerling
from passend.leerlingen.models import Leerling
from passend.toelating.actions.verwijderen import begin_verwijdering
from passend.toelating.models import Verwijdergebeurtenis, Verwijdering

pytestmark = pytest.mark.django_db
DAG = date(2026, 12, 18)


def _schrijf_uit(gezin: Gezin) -> Leerling:
    leerling = Leerling.objects.select_related("vestiging").get(pk=gezin.leerling.pk)
    deregister_leerling(
        actor=gezin.school.directeur,
        leerling=leerling,
        uitgeschreven_op=DAG,
        is_verwezen=False,
        naar=" De Schelp ",
        op=OP + timedelta(days=3),
    )
    return leerling


def _noteer(verwijdering: Verwijdering, soort: Gebeurtenissoort) -> None:
    Verwijdergebeurtenis.objects.create(
        bestuur_id=verwijdering.bestuur_id,
        verwijdering=verwijdering,
        soort=soort,
        op=OP.date(),
        school="De Schelp",
        vastgelegd_op=OP,
    )


def test_pupil_leaves_to_a_school_that_stays_to_be_read() -> None:
    leerling = _schrijf_uit(maak_gezin())

    leerling.refresh_from_db()
    assert (leerling.uitgeschreven_op, leerling.uitgeschreven_naar) == (DAG, "De Schelp")


def test_pupil_with_a_removal_under_way_stays() -> None:
    gezin = maak_gezin()
    begin_verwijdering(actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)

    with pytest.raises(LeerlingError, match="tot een andere school het inschreef"):
        _schrijf_uit(gezin)

    gezin.leerling.refresh_from_db()
    assert gezin.leerling.uitgeschreven_op is None


def test_pupil_leaves_once_the_removal_is_taken_back() -> None:
    gezin = maak_gezin()
    verwijdering = begin_verwijdering(
        actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP
    )
    _noteer(verwijdering, Gebeurtenissoort.INGETROKKEN)

    assert _schrijf_uit(gezin).uitgeschreven_op == DAG
