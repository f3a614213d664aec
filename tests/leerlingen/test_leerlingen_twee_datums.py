"""A file as it was on a day, as far as was known at a moment: each version has a day and a moment of its own."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.factories.leerlingen import maak_leerling
from tests.factories.profielen import School, maak_school
from tests.factories.toegang import maak_account

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.dossier import add_stuk, add_zienswijze, decide_zienswijze, revise_stuk
from passend.leerlingen.actions.leerlingen import Oudergegevens, add_ouder
from passend.leerlingen.models import Dossierstuk, Leerling
from passend.leerlingen.queries.dossier import list_stukken, list_versies

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


def _op(maand: int, dag: int) -> datetime:
    return datetime(2026, maand, dag, 9, tzinfo=UTC)


def _stuk(school: School, leerling: Leerling, geldig_van: date, op: datetime) -> Dossierstuk:
    return add_stuk(
        actor=school.directeur,
        leerling=leerling,
        titel="Lezen",
        tekst="Leest langzaam.",
        vertrouwelijkheid=Vertrouwelijkheid.GEWOON,
        geldig_van=geldig_van,
        op=op,
    )


def _wijzig(school: School, stuk: Dossierstuk, tekst: str, geldig_van: date, op: datetime) -> None:
    nummer = len(list_versies(stuk=stuk))
    revise_stuk(actor=school.directeur, stuk=stuk, tekst=tekst, geldig_van=geldig_van, nummer=nummer, op=op)


def _tekst(stuk: Dossierstuk, geldig_op: date, bekend_op: datetime) -> str | None:
    beelden = list_stukken(stukken=[stuk], geldig_op=geldig_op, bekend_op=bekend_op)
    return beelden[0].versie.tekst if beelden else None


def test_day_it_is_about_and_day_it_was_known_are_two_questions_in_all_four_combinations() -> None:
    school = maak_school()
    stuk = _stuk(school, maak_leerling(school), date(2026, 3, 1), _op(3, 1))
    _wijzig(school, stuk, "Leest vlot.", date(2026, 5, 1), _op(6, 1))  # written down a month after it began

    gezien = {
        (geldig.month, bekend.month): _tekst(stuk, geldig, bekend)
        for geldig in (date(2026, 4, 15), date(2026, 5, 15))
        for bekend in (_op(5, 15), _op(6, 15))
    }

    assert gezien == {
        (4, 5): "Leest langzaam.",
        (4, 6): "Leest langzaam.",
        (5, 5): "Leest langzaam.",
        (5, 6): "Leest vlot.",
    }


@pytest.mark.parametrize(
    ("geldig_op", "bekend_op", "tekst"),
    [
        (date(2026, 2, 28), _op(6, 15), None),
        (date(2026, 3, 1), _op(6, 15), "Leest langzaam."),
        (date(2026, 4, 30), _op(6, 15), "Leest langzaam."),
        (date(2026, 5, 1), _op(6, 15), "Leest vlot."),
        (date(2026, 5, 1), _op(6, 1), "Leest vlot."),
        (date(2026, 5, 1), _op(6, 1) - timedelta(microseconds=1), "Leest langzaam."),
        (date(2026, 5, 1), _op(3, 1), "Leest langzaam."),
        (date(2026, 5, 1), _op(3, 1) - timedelta(microseconds=1), None),
    ],
)
def test_each_version_begins_on_its_day_and_at_its_moment(
    geldig_op: date, bekend_op: datetime, tekst: str | None
) -> None:
    school = maak_school()
    stuk = _stuk(school, maak_leerling(school), date(2026, 3, 1), _op(3, 1))
    _wijzig(school, stuk, "Leest vlot.", date(2026, 5, 1), _op(6, 1))

    assert _tekst(stuk, geldig_op, bekend_op) == tekst


def test_correction_of_what_was_is_about_then_and_does_not_take_the_place_of_now() -> None:
    school = maak_school()
    stuk = _stuk(school, maak_leerling(school), date(2026, 3, 1), _op(3, 1))
    _wijzig(school, stuk, "Leest vlot.", date(2026, 5, 1), _op(5, 1))
    _wijzig(school, stuk, "Las al beter.", date(2026, 4, 1), _op(6, 1))

    assert _tekst(stuk, date(2026, 6, 2), _op(6, 2)) == "Leest vlot."
    assert _tekst(stuk, date(2026, 4, 2), _op(6, 2)) == "Las al beter."
    assert _tekst(stuk, date(2026, 4, 2), _op(5, 31)) == "Leest langzaam."
    assert [versie.tekst for versie in list_versies(stuk=stuk)] == ["Leest langzaam.", "Leest vlot.", "Las al beter."]


def test_of_two_versions_about_one_day_the_last_that_was_written_counts() -> None:
    school = maak_school()
    stuk = _stuk(school, maak_leerling(school), date(2026, 3, 1), _op(3, 1))
    _wijzig(school, stuk, "Verschreven.", date(2026, 5, 1), _op(5, 1))
    _wijzig(school, stuk, "Zo was het.", date(2026, 5, 1), _op(5, 2))

    assert _tekst(stuk, date(2026, 5, 1), _op(5, 1)) == "Verschreven."
    assert _tekst(stuk, date(2026, 5, 1), _op(5, 2)) == "Zo was het."


def test_view_of_a_parent_that_came_later_and_its_answer_were_not_known_before() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    stuk = _stuk(school, leerling, date(2026, 3, 1), _op(3, 1))
    ouder = maak_account(Rolsoort.OUDER, school.vestiging)
    gegevens = Oudergegevens(naam="Jo Bos", email="", heeft_gezag=True, geldig_van=date(2024, 8, 1))
    add_ouder(actor=school.directeur, leerling=leerling, gegevens=gegevens, op=_op(3, 1), account=ouder)
    wens = add_zienswijze(actor=ouder, stuk=stuk, tekst="Dat zie ik anders.", is_verzoek=True, op=_op(4, 1))
    _wijzig(school, stuk, "Beter gezegd.", date(2026, 3, 1), _op(4, 30))
    decide_zienswijze(actor=school.directeur, zienswijze=wens, is_verbeterd=True, uitleg="Staat er nu.", op=_op(5, 1))

    gezien = []
    for bekend_op in (_op(4, 1) - DAG, _op(4, 1), _op(5, 1) - timedelta(microseconds=1), _op(5, 1)):
        (beeld,) = list_stukken(stukken=[stuk], geldig_op=date(2026, 6, 1), bekend_op=bekend_op)
        gezien.append([(z.tekst, z.besluit, z.uitleg, z.besloten_door) for z in beeld.zienswijzen])

    open_, klaar = (
        ("Dat zie ik anders.", "", "", None),
        ("Dat zie ik anders.", "verbeterd", "Staat er nu.", school.directeur),
    )
    assert gezien == [[], [open_], [open_], [klaar]]
    wens.refresh_from_db()
    assert wens.besluit == "verbeterd"


def test_pieces_stand_in_the_order_they_were_made_and_each_has_its_own_words() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    eerste, tweede = (_stuk(school, leerling, date(2026, 3, dag), _op(3, dag)) for dag in (1, 2))
    _wijzig(school, eerste, "Alleen de eerste.", date(2026, 4, 1), _op(4, 1))

    beelden = list_stukken(stukken=[eerste, tweede], geldig_op=date(2026, 6, 1), bekend_op=_op(6, 1))

    assert [(beeld.stuk, beeld.versie.tekst, beeld.zienswijzen) for beeld in beelden] == [
        (eerste, "Alleen de eerste.", []),
        (tweede, "Leest langzaam.", []),
    ]
