"""What the samenwerkingsverband did about a call for help: who writes it, when it is over, and who hears of it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toelating import DAG, gebeur, maak_aanmelding

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.rollen import GeenToegangError
from passend.kalender.queries.agenda import list_mijn_taken
from passend.toegang.models import Account, Logregel
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.hulp import Hulpantwoord, answer_hulpvraag
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding
from passend.toelating.queries.hulp import Hulpverloop, get_hulpverloop
from passend.toelating.queries.zaken import get_zaak

pytestmark = pytest.mark.django_db


def _zaak(school: School) -> Aanmelding:
    """A registration with which its school asked for help two days after."""
    aanmelding = maak_aanmelding(school)
    gebeur(school, aanmelding, Soort.OPGESCHAALD, 2, tekst="Welke school past?")
    return aanmelding


def _schrijf(
    wie: Account, aanmelding: Aanmelding, tekst: str, dagen: int = 3, *, is_klaar: bool = False, dag: date | None = None
) -> Aanmeldgebeurtenis:
    op = OP + timedelta(days=dagen)
    antwoord = Hulpantwoord(op=dag or op.date(), tekst=tekst, is_klaar=is_klaar)
    return answer_hulpvraag(actor=wie, aanmelding=aanmelding, antwoord=antwoord, op=op)


def _verloop(aanmelding: Aanmelding) -> Hulpverloop:
    verloop = get_hulpverloop(get_zaak(aanmelding=aanmelding).gebeurtenissen)
    assert verloop is not None
    return verloop


def _taken(account: Account, dagen: int) -> list[str]:
    op = timezone.localtime(OP + timedelta(days=dagen))
    return [een.wat for een in list_mijn_taken(account=account, op=op) if een.wat.startswith("hulp")]


def test_adviser_writes_what_was_done_and_closes_the_call_for_help() -> None:
    school = maak_school()
    aanmelding = _zaak(school)

    gebeld = _schrijf(school.adviseur, aanmelding, "Gebeld met De Schelp.")
    assert (_verloop(aanmelding).is_open, _verloop(aanmelding).antwoorden) == (True, [gebeld])

    klaar = _schrijf(school.adviseur, aanmelding, "De Schelp komt kijken.", 5, is_klaar=True)
    assert (_verloop(aanmelding).is_open, _verloop(aanmelding).antwoorden) == (False, [gebeld, klaar])
    assert [een.handeling for een in Logregel.objects.filter(account=school.adviseur).order_by("pk")] == [
        "record_hulp_gegeven",
        "record_hulp_klaar",
    ]


def test_call_for_help_is_a_task_of_the_adviser_until_it_is_over_and_each_answer_of_the_school_until_it_goes_on() -> (
    None
):
    school = maak_school()
    aanmelding = _zaak(school)
    assert (_taken(school.adviseur, 2), _taken(school.intern_begeleider, 2)) == (["hulp_gevraagd"], [])

    _schrijf(school.adviseur, aanmelding, "Gebeld met De Schelp.")
    assert (_taken(school.adviseur, 3), _taken(school.intern_begeleider, 3)) == (["hulp_gevraagd"], ["hulp_beantwoord"])

    gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 4, school="De Schelp", plaats="Zeestad")
    assert (_taken(school.adviseur, 4), _taken(school.intern_begeleider, 4)) == (["hulp_gevraagd"], [])

    _schrijf(school.adviseur, aanmelding, "Klaar.", 5, is_klaar=True)
    assert (_taken(school.adviseur, 5), _taken(school.directeur, 5)) == ([], ["hulp_beantwoord"])


def test_school_asks_again_only_when_the_call_before_is_over() -> None:
    school = maak_school()
    aanmelding = _zaak(school)
    with pytest.raises(ToelatingError, match="al om hulp gevraagd"):
        gebeur(school, aanmelding, Soort.OPGESCHAALD, 3, tekst="Wilt u nog eens bellen?")

    _schrijf(school.adviseur, aanmelding, "Klaar.", 4, is_klaar=True)
    with pytest.raises(ToelatingError, match="al klaar"):
        _schrijf(school.adviseur, aanmelding, "Toch nog iets.", 5)
    weer = gebeur(school, aanmelding, Soort.OPGESCHAALD, 6, tekst="De school zei toch nee.")

    verloop = _verloop(aanmelding)
    assert (verloop.gevraagd, verloop.antwoorden, verloop.is_open) == (weer, [], True)


@pytest.mark.parametrize(
    ("tekst", "dag", "zin"),
    [
        (" ", DAG + timedelta(days=3), "Schrijf op wat u deed"),
        ("Gebeld.", DAG + timedelta(days=1), "voor de dag waarop de school om hulp vroeg"),
        ("Gebeld.", DAG + timedelta(days=4), "nog niet geweest"),
        ("x" * 20_001, DAG + timedelta(days=3), "te lang"),
    ],
)
def test_answer_that_cannot_be_is_refused_and_nothing_is_kept(tekst: str, dag: date, zin: str) -> None:
    school = maak_school()
    aanmelding = _zaak(school)

    with pytest.raises(ToelatingError, match=zin):
        _schrijf(school.adviseur, aanmelding, tekst, dag=dag)

    assert _verloop(aanmelding).antwoorden == []


def test_nobody_but_the_adviser_of_this_region_answers_and_only_when_help_was_asked() -> None:
    school = maak_school()
    aanmelding = _zaak(school)
    zonder_vraag = maak_aanmelding(school, voornaam="Mila")

    for wie in (school.directeur, school.intern_begeleider, school.bestuurder, school.leerkracht):
        with pytest.raises(GeenToegangError):
            _schrijf(wie, aanmelding, "Gebeld.")
    with pytest.raises(GeenToegangError, match="de adviseur van het samenwerkingsverband"):
        _schrijf(school.adviseur, zonder_vraag, "Gebeld.")
