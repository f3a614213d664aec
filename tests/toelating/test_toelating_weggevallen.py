"""What a decision rests on cannot be taken back unseen: director and board see it on the case and as a task."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import DAG, besluit, gebeur, maak_aanmelding, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Aanmeldingsstand, Toelatingsbesluit
from passend.kalender.queries.agenda import list_mijn_taken
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.actions.zaak import Gebeurtenisgegevens, record_gebeurtenis, void_gebeurtenis
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


def _noteer_later(bij: School, aanmelding: Aanmelding, soort: Soort, dag: int, **meer: str) -> None:
    """Written down the day after the decision, of another day."""
    gegevens = Gebeurtenisgegevens(op=DAG + timedelta(days=dag), **meer)
    record_gebeurtenis(
        actor=bij.intern_begeleider,
        aanmelding=aanmelding,
        soort=soort,
        gegevens=gegevens,
        op=OP + timedelta(days=11),
    )


def _stand(aanmelding: Aanmelding) -> Aanmeldingsstand:
    return toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=DAG + timedelta(days=11)).soort


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


@pytest.mark.parametrize("dag", [4, 9, 10, 11])
@pytest.mark.parametrize("soort", [Soort.BEREIDHEID_INGETROKKEN, Soort.SCHOOL_NIET_BEREID])
def test_no_that_is_written_down_after_the_decision_leaves_it_and_warns_of_whatever_day_it_is(
    soort: Soort, dag: int
) -> None:
    school = maak_school()
    aanmelding = _geweigerd(school)

    _noteer_later(school, aanmelding, soort, dag, school="De Schelp, Zeestad", tekst="Toch vol.")

    assert _stand(aanmelding) is Aanmeldingsstand.GEWEIGERD
    assert [een.soort for een in get_zaak(aanmelding=aanmelding).weggevallen] == [soort]
    assert _taken(school, "directeur") == _taken(school, "bestuurder") == ["besluit_wankelt"]


def test_nothing_that_is_written_down_after_the_decision_changes_where_the_case_stands() -> None:
    school = maak_school()
    aanmelding = _geweigerd(school)
    voor = toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=DAG + timedelta(days=11))

    _noteer_later(school, aanmelding, Soort.OUDERS_GEHOORD, 11, tekst="Nog een gesprek.")
    _noteer_later(school, aanmelding, Soort.ELDERS_INGESCHREVEN, 9, school="De Eb", tekst="De ouders.")
    _haal_weg(school, aanmelding, Soort.SCHOOL_GEVRAAGD)

    assert toelatingsstand(get_zaak(aanmelding=aanmelding).feiten, peildatum=DAG + timedelta(days=11)) == voor


@pytest.mark.parametrize("soort", [Soort.SCHOOL_BEREID, Soort.OUDERS_GEHOORD, Soort.ONDERZOEK])
def test_row_that_was_a_mistake_leaves_the_decision_that_parents_have(soort: Soort) -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school, hulpvraag="geen")
    maak_weigerbaar(school, aanmelding)
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)

    _haal_weg(school, aanmelding, soort)

    assert _stand(aanmelding) is Aanmeldingsstand.GEWEIGERD
    assert [een.soort for een in get_zaak(aanmelding=aanmelding).weggevallen] == [Soort.VERVALLEN]


def test_no_that_stands_beside_a_row_without_weight_is_the_one_that_is_named() -> None:
    school = maak_school()
    aanmelding = _geweigerd(school)
    gebeur(school, aanmelding, Soort.SCHOOL_GESPROKEN, 11, tekst="Met juf Els.")
    _haal_weg(school, aanmelding, Soort.SCHOOL_GESPROKEN)

    _noteer_later(school, aanmelding, Soort.BEREIDHEID_INGETROKKEN, 9, school="De Schelp, Zeestad", tekst="Toch vol.")

    assert [een.soort for een in get_zaak(aanmelding=aanmelding).weggevallen] == [Soort.BEREIDHEID_INGETROKKEN]


def test_what_no_decision_rests_on_is_taken_back_without_a_mark() -> None:
    school = maak_school()
    aanmelding = _geweigerd(school)
    gebeur(school, aanmelding, Soort.SCHOOL_GESPROKEN, 11, tekst="Met juf Els.")

    _haal_weg(school, aanmelding, Soort.SCHOOL_GESPROKEN)

    assert get_zaak(aanmelding=aanmelding).weggevallen == []


def test_yes_that_cannot_become_a_place_leaves_the_warning_that_the_other_one_is_gone() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.ONDERZOEK, 1, bevinding="extra", tekst="Gesprek.")
    maak_weigerbaar(school, aanmelding)
    gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 2, school="De Rots", plaats="Zeestad", schoolsoort="sbo")
    gebeur(school, aanmelding, Soort.SCHOOL_BEREID, 3, school="De Rots, Zeestad", tekst="Juf Els.", tlv="niet")
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)

    _noteer_later(school, aanmelding, Soort.BEREIDHEID_INGETROKKEN, 11, school="De Schelp, Zeestad", tekst="Vol.")

    assert [een.soort for een in get_zaak(aanmelding=aanmelding).weggevallen] == [Soort.BEREIDHEID_INGETROKKEN]
    assert _taken(school, "bestuurder") == ["besluit_wankelt"]


def test_verklaring_that_does_not_come_after_the_decision_is_a_place_that_is_gone() -> None:
    school = maak_school()
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.ONDERZOEK, 1, bevinding="extra", tekst="Gesprek.")
    gebeur(school, aanmelding, Soort.OUDERS_GEHOORD, 2, tekst="Zij willen een kleine groep.")
    gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 2, school="De Rots", plaats="Zeestad", schoolsoort="sbo")
    gebeur(school, aanmelding, Soort.SCHOOL_BEREID, 3, school="De Rots, Zeestad", tekst="Juf Els.", tlv="gevraagd")
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD)
    voor = get_zaak(aanmelding=aanmelding).weggevallen

    _noteer_later(school, aanmelding, Soort.SCHOOL_BEREID, 11, school="De Rots, Zeestad", tekst="Juf Els.", tlv="niet")

    assert voor == []
    assert [een.tlv for een in get_zaak(aanmelding=aanmelding).weggevallen] == ["niet"]
