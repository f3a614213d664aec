"""The list says of a decision what its own page says: something was missing, or what it rests on is gone."""

from collections.abc import Iterator
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from tests.factories.leerlingen import maak_gezin
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, gebeur, maak_aanmelding, maak_beleid, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.verwijderen import begin_verwijdering, decide_verwijdering
from passend.toelating.models import Aanmelding

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
ONTBRAK, WANKEL = "besloten terwijl er iets ontbrak", "rust op iets dat is vervallen"


@pytest.fixture
def school() -> Iterator[School]:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        yield school


def _doorbroken(school: School, naam: str = "Bo") -> Aanmelding:
    aanmelding = maak_aanmelding(school, voornaam=naam)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD, 0, doorbreking="Besproken met de inspectie.")
    return aanmelding


def _wankel(school: School, naam: str = "Cas") -> Aanmelding:
    aanmelding = maak_aanmelding(school, voornaam=naam)
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD, 5)
    ja = {"school": "De Schelp, Zeestad", "tekst": "Toch vol."}
    gebeur(school, aanmelding, Gebeurtenissoort.BEREIDHEID_INGETROKKEN, 6, **ja)
    return aanmelding


def _lijst(school: School, wie: str) -> str:
    return inhoud_van(meld_aan(getattr(school, wie)).get(adres("aanmeldingen", school)))


@pytest.mark.parametrize("wie", ["intern_begeleider", "directeur", "bestuurder"])
def test_list_marks_what_went_through_a_gate_and_what_rests_on_something_gone(school: School, wie: str) -> None:
    maak_aanmelding(school)
    voor = _lijst(school, wie)
    _doorbroken(school)
    _wankel(school)

    pagina = _lijst(school, wie)

    assert (ONTBRAK in voor, WANKEL in voor) == (False, False)
    assert pagina.index("Cas Zeegras") < pagina.index(WANKEL) < pagina.index("Noa Zeegras")
    assert pagina.index("Bo Zeegras") < pagina.index(ONTBRAK)
    assert (pagina.count(ONTBRAK), pagina.count(WANKEL)) == (1, 1)


def test_adviser_sees_the_mark_of_a_case_that_asked_for_help_and_of_no_other(school: School) -> None:
    _wankel(school)
    hulp = maak_aanmelding(school, voornaam="Dee")
    gebeur(school, hulp, Gebeurtenissoort.OPGESCHAALD, 0, tekst="Wie weet een plek?")
    besluit(school, hulp, Toelatingsbesluit.GEWEIGERD, 0, doorbreking="Besproken met de inspectie.")

    pagina = _lijst(school, "adviseur")

    assert (pagina.count(ONTBRAK), pagina.count(WANKEL), "Cas Zeegras" in pagina) == (1, 0, False)


def test_decision_that_rests_on_something_gone_stays_on_top_when_nobody_else_can_act(school: School) -> None:
    _wankel(school)
    _doorbroken(school)

    with patch.object(timezone, "now", lambda: OP + timedelta(days=90)):
        pagina = _lijst(school, "directeur")

    boven, klaar = pagina.split("1 aanmelding is klaar")
    assert [(WANKEL in stuk, ONTBRAK in stuk) for stuk in (boven, klaar)] == [(True, False), (False, True)]


@pytest.mark.parametrize("aantal", [1, 3])
def test_marks_ask_nothing_more(school: School, aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for nummer in range(aantal):
        _doorbroken(school, f"Bo {nummer}")
        _wankel(school, f"Cas {nummer}")
    client = meld_aan(school.directeur)
    client.get(adres("aanmeldingen", school))

    with django_assert_num_queries(21):
        client.get(adres("aanmeldingen", school))


def test_removal_that_went_through_a_gate_is_marked_too() -> None:
    gezin = maak_gezin()
    with in_bestuur(gezin.school.vestiging.bestuur_id):
        maak_beleid(gezin.school)
        rij = begin_verwijdering(
            actor=gezin.school.directeur, leerling=gezin.leerling, motivering="Het gaat niet.", op=OP
        )
        voor = _lijst(gezin.school, "directeur")
        decide_verwijdering(
            actor=gezin.school.bestuurder, verwijdering=rij, motivering="Kan niet.", doorbreking="Besproken.", op=OP
        )

    assert [ONTBRAK in een for een in (voor, _lijst(gezin.school, "directeur"))] == [False, True]
