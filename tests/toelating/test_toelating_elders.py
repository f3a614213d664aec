"""A child that is enrolled at another school: of whom the school heard it, what ends by it, and parents who read it."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import DAG, besluit, maak_aanmelding, maak_beleid, maak_weigerbaar

from passend.begrippen.toelating import Toelatingsbesluit
from passend.organisaties.queries import in_bestuur
from passend.regels.toelatingstermijnen import plaatsing_vanaf
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.brieven import send_elders
from passend.toelating.actions.zaak import Gebeurtenisgegevens, void_gebeurtenis
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Brief
from passend.toelating.queries.zaken import get_zaak

pytestmark = pytest.mark.django_db
BRON = "De directeur van De Eb, per mail."


@pytest.fixture
def school() -> Any:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        yield school


def _elders(school: School, aanmelding: Aanmelding, dagen: int, **anders: Any) -> Aanmeldgebeurtenis:
    op = OP + timedelta(days=dagen)
    gegevens = Gebeurtenisgegevens(**{"op": op.date(), "school": "De Eb", "tekst": BRON} | anders)
    return send_elders(actor=school.intern_begeleider, aanmelding=aanmelding, gegevens=gegevens, op=op)


def _vanaf(aanmelding: Aanmelding) -> date | None:
    return plaatsing_vanaf(get_zaak(aanmelding=aanmelding).feiten)


def _brieven() -> list[str]:
    return list(Brief.objects.filter(soort="elders").values_list("tekst", flat=True))


def test_right_to_a_temporary_place_ends_only_with_a_source_and_a_letter(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    with pytest.raises(ToelatingError, match="van wie u dit hoorde"):
        _elders(school, aanmelding, 80, tekst=" ")
    assert (_vanaf(aanmelding), _brieven()) == (DAG + timedelta(days=71), [])

    rij = _elders(school, aanmelding, 80)

    [brief] = _brieven()
    assert _vanaf(aanmelding) is None
    assert "Het recht op die plek, vanaf 15 december 2026, is er dus niet meer." in brief
    assert BRON in brief
    void_gebeurtenis(
        actor=school.directeur,
        aanmelding=aanmelding,
        gebeurtenis=rij,
        reden_tekst="Klopte niet.",
        op=OP + timedelta(days=81),
    )
    assert _vanaf(aanmelding) == DAG + timedelta(days=71)


def test_letter_speaks_of_no_right_that_was_not_there_yet(school: School) -> None:
    _elders(school, maak_aanmelding(school), 20)

    [brief] = _brieven()
    assert "tijdelijke plek" not in brief


def test_same_sent_twice_is_one_letter(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    _elders(school, aanmelding, 20)

    assert _elders(school, aanmelding, 20).is_herhaald
    assert len(_brieven()) == 1


def test_after_a_refusal_it_is_noted_without_a_letter_for_nothing_ends_by_it(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)

    assert _elders(school, aanmelding, 12).pk
    assert _brieven() == []
