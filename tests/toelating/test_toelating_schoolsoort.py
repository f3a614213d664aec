"""Nothing that says how to object is decided or sent before somebody said whether the school is public."""

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, maak_aanmelding

from passend.begrippen.toelating import Toelatingsbesluit
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.besluiten import Besluitgegevens, get_besluitbezwaren
from passend.toelating.actions.school import Beleidgegevens, set_beleid
from passend.toelating.actions.schorsen import suspend_leerling
from passend.toelating.actions.verwijderen import begin_verwijdering, decide_verwijdering
from passend.toelating.models import Brief, Toelatingsbeleid
from passend.toelating.queries.zaken import get_zaak

pytestmark = pytest.mark.django_db
ZIN = "openbare of een bijzondere school"
TOELATEN = Besluitgegevens(soort=Toelatingsbesluit.TOEGELATEN, op=OP.date())


def _ongezegd(school: School) -> School:
    Toelatingsbeleid.objects.filter(vestiging=school.vestiging).delete()
    return school


def _beleid(school: School, *, is_openbaar: bool | None) -> Toelatingsbeleid:
    gegevens = Beleidgegevens(is_openbaar=is_openbaar, is_aanmelden_open=True)
    return set_beleid(actor=school.directeur, vestiging=school.vestiging, gegevens=gegevens, op=OP)


def test_board_decides_on_no_registration_before_it_said_whether_the_school_is_public() -> None:
    school = _ongezegd(maak_school())
    aanmelding = maak_aanmelding(school)

    with pytest.raises(ToelatingError, match=ZIN):
        besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN)

    assert [een.code for een in get_besluitbezwaren(get_zaak(aanmelding=aanmelding), TOELATEN, op=OP)] == [
        "schoolsoort"
    ]
    assert set(Brief.objects.values_list("soort", flat=True)) == {"ontvangst"}
    _beleid(school, is_openbaar=True)
    assert get_besluitbezwaren(get_zaak(aanmelding=aanmelding), TOELATEN, op=OP) == ()
    assert besluit(school, aanmelding, Toelatingsbesluit.TOEGELATEN).uitkomst == "toegelaten"


def test_board_suspends_and_removes_nobody_before_it_said_whether_the_school_is_public() -> None:
    gezin = maak_gezin()
    directeur, dag = _ongezegd(gezin.school).directeur, OP.date()
    verwijdering = begin_verwijdering(actor=directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP)

    with pytest.raises(ToelatingError, match=ZIN):
        suspend_leerling(
            actor=directeur, leerling=gezin.leerling, van=dag, tot_en_met=dag, motivering="Een gevecht.", op=OP
        )
    with pytest.raises(ToelatingError, match=ZIN):
        decide_verwijdering(
            actor=directeur, verwijdering=verwijdering, motivering="Het gaat niet.", doorbreking="", op=OP
        )


def test_form_of_a_school_stays_closed_until_it_said_whether_it_is_public() -> None:
    school = _ongezegd(maak_school())

    with pytest.raises(ToelatingError, match=ZIN):
        _beleid(school, is_openbaar=None)

    assert not Toelatingsbeleid.objects.filter(vestiging=school.vestiging).exists()
    assert _beleid(school, is_openbaar=False).is_aanmelden_open is True
