"""What a decision rests on cannot be taken back unseen: director and board see it on the case and as a task."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import besluit, gebeur, maak_aanmelding, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.kalender.queries.agenda import list_mijn_taken
from passend.toelating.actions.zaak import void_gebeurtenis
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding
from passend.toelating.queries.zaken import get_zaak

pytestmark = pytest.mark.django_db
HIER = timezone.localtime(OP)


def _geweigerd(school: School) -> Aanmelding:
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.ONDERZOEK, 1, bevinding="extra", tekst="Gesprek.")
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)
    return aanmelding


def _haal_weg(school: School, aanmelding: Aanmelding, soort: Soort) -> None:
    void_gebeurtenis(
        actor=school.intern_begeleider,
        aanmelding=aanmelding,
        gebeurtenis=Aanmeldgebeurtenis.objects.get(aanmelding=aanmelding, soort=soort),
        reden_tekst="Typefout.",
        op=OP + timedelta(days=11),
    )


def _taken(school: School, wie: str) -> list[str]:
    taken = list_mijn_taken(account=getattr(school, wie), op=HIER + timedelta(days=11))
    return [een.wat for een in taken if een.wat == "besluit_wankelt"]


@pytest.mark.parametrize("soort", [Soort.SCHOOL_BEREID, Soort.OUDERS_GEHOORD])
def test_decision_of_which_the_ground_was_taken_back_is_a_task_of_director_and_board(soort: Soort) -> None:
    school = maak_school()
    aanmelding = _geweigerd(school)
    assert get_zaak(aanmelding=aanmelding).weggevallen == []

    _haal_weg(school, aanmelding, soort)

    [weg] = get_zaak(aanmelding=aanmelding).weggevallen
    assert weg.verwijst_naar is not None
    assert weg.verwijst_naar.soort == soort
    assert {wie: _taken(school, wie) for wie in ("directeur", "bestuurder", "intern_begeleider")} == {
        "directeur": ["besluit_wankelt"],
        "bestuurder": ["besluit_wankelt"],
        "intern_begeleider": [],
    }


def test_mark_goes_when_what_was_taken_back_is_noted_again_as_it_was() -> None:
    school = maak_school()
    aanmelding = _geweigerd(school)
    _haal_weg(school, aanmelding, Soort.OUDERS_GEHOORD)

    gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 3, tekst="Zij willen een kleine groep.")

    assert get_zaak(aanmelding=aanmelding).weggevallen == []


def test_yes_that_a_school_takes_back_after_the_decision_is_marked_too() -> None:
    school = maak_school()
    aanmelding = _geweigerd(school)

    gebeur(school, aanmelding, Soort.BEREIDHEID_INGETROKKEN, 11, school="De Schelp, Zeestad", tekst="Toch vol.")

    assert [een.soort for een in get_zaak(aanmelding=aanmelding).weggevallen] == [Soort.BEREIDHEID_INGETROKKEN]
    assert _taken(school, "bestuurder") == ["besluit_wankelt"]


def test_what_no_decision_rests_on_is_taken_back_without_a_mark() -> None:
    school = maak_school()
    aanmelding = _geweigerd(school)
    gebeur(school, aanmelding, Soort.SCHOOL_GESPROKEN, 11, tekst="Met juf Els.")

    _haal_weg(school, aanmelding, Soort.SCHOOL_GESPROKEN)

    assert get_zaak(aanmelding=aanmelding).weggevallen == []
