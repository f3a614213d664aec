"""Who a pupil was, in which group and with which parents, as far as the school knew at a moment that is over."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.factories.leerlingen import GEBOREN, SINDS, maak_groep, maak_stuk
from tests.factories.profielen import School, maak_school

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.leerlingen import (
    Leerlinggegevens,
    Oudergegevens,
    add_ouder,
    deregister_leerling,
    end_ouder,
    place_leerling,
    register_leerling,
)
from passend.leerlingen.actions.stukken import move_stuk, withdraw_stuk
from passend.leerlingen.actions.wijzigen import change_gezag, change_leerling, change_ouder, undo_deregistration
from passend.leerlingen.models import Dossierstuk, Leerling, Ouderrelatie, Vorigegegeven, Vorigfeit
from passend.leerlingen.queries.toen import Leerlingtoen, get_klassen_toen, get_leerlingtoen, list_weggehaald

pytestmark = pytest.mark.django_db


def _op(maand: int, dag: int, uur: int = 9) -> datetime:
    return datetime(2026, maand, dag, uur, tzinfo=UTC)


def _gegevens(achternaam: str, geboren_op: date = GEBOREN, ingeschreven_op: date = SINDS) -> Leerlinggegevens:
    return Leerlinggegevens(
        voornaam="Pip", achternaam=achternaam, geboren_op=geboren_op, ingeschreven_op=ingeschreven_op
    )


def _leerling(school: School) -> Leerling:
    return register_leerling(
        actor=school.directeur, vestiging=school.vestiging, gegevens=_gegevens("Duinman"), op=_op(1, 5)
    )


def _toen(leerling: Leerling, bekend_op: datetime, geldig_op: date = date(2026, 10, 1)) -> Leerlingtoen:
    vers = Leerling.objects.get(pk=leerling.pk)
    return get_leerlingtoen(leerling=vers, geldig_op=geldig_op, bekend_op=bekend_op)


def test_name_that_was_put_right_is_the_old_one_as_known_before_and_says_what_was_put_right() -> None:
    school = maak_school()
    leerling = _leerling(school)
    change_leerling(actor=school.directeur, leerling=leerling, gegevens=_gegevens("Duinmans"), op=_op(9, 1))
    change_leerling(
        actor=school.directeur, leerling=leerling, gegevens=_gegevens("Duijnmans", date(2018, 3, 15)), op=_op(11, 1)
    )

    beelden = [_toen(leerling, moment) for moment in (_op(8, 1), _op(10, 1), _op(11, 2))]

    assert [een.leerling.achternaam for een in beelden] == ["Duinman", "Duinmans", "Duijnmans"]
    assert [een.leerling.geboren_op for een in beelden] == [GEBOREN, GEBOREN, date(2018, 3, 15)]
    assert [een.verbeterd for een in beelden] == [("achternaam", "geboren_op"), ("achternaam", "geboren_op"), ()]
    assert Leerling.objects.get(pk=leerling.pk).achternaam == "Duijnmans"


def test_group_that_was_changed_back_to_an_earlier_day_is_the_old_one_as_known_before() -> None:
    school = maak_school()
    leerling, vijf, zes = _leerling(school), maak_groep(school, "5"), maak_groep(school, "6")
    place_leerling(actor=school.directeur, leerling=leerling, groep=vijf, geldig_van=date(2026, 8, 1), op=_op(8, 1))
    place_leerling(actor=school.directeur, leerling=leerling, groep=zes, geldig_van=date(2026, 9, 15), op=_op(11, 26))

    gezien = {
        (geldig.month, bekend.month): _toen(leerling, bekend, geldig).groep
        for geldig in (date(2026, 9, 1), date(2026, 10, 1))
        for bekend in (_op(7, 1), _op(10, 1), _op(11, 27))
    }

    assert gezien == {(9, 7): None, (9, 10): "5", (9, 11): "5", (10, 7): None, (10, 10): "5", (10, 11): "6"}


def test_first_day_that_was_put_right_takes_its_group_back_too() -> None:
    school = maak_school()
    leerling = _leerling(school)
    place_leerling(
        actor=school.directeur, leerling=leerling, groep=maak_groep(school, "5"), geldig_van=SINDS, op=_op(1, 5)
    )
    later = _gegevens("Duinman", ingeschreven_op=date(2026, 2, 1))
    change_leerling(actor=school.directeur, leerling=leerling, gegevens=later, op=_op(11, 1))

    dag = date(2026, 1, 15)

    assert [_toen(leerling, moment, dag).groep for moment in (_op(10, 1), _op(11, 2))] == ["5", None]


def test_deregistration_is_not_known_before_it_was_written_down_nor_the_end_of_the_group() -> None:
    school = maak_school()
    leerling = _leerling(school)
    place_leerling(
        actor=school.directeur, leerling=leerling, groep=maak_groep(school, "5"), geldig_van=SINDS, op=_op(1, 5)
    )
    deregister_leerling(
        actor=school.directeur, leerling=leerling, uitgeschreven_op=date(2026, 9, 1), is_verwezen=True, op=_op(11, 1)
    )
    tussen = _toen(leerling, _op(11, 2))
    undo_deregistration(actor=school.directeur, leerling=leerling, op=_op(11, 10))

    ervoor, daarna, erna = (_toen(leerling, moment) for moment in (_op(10, 1), _op(11, 2), _op(11, 11)))

    assert (ervoor.leerling.uitgeschreven_op, ervoor.groep) == (None, "5")
    assert (daarna.leerling.uitgeschreven_op, daarna.leerling.is_verwezen, daarna.groep) == (
        date(2026, 9, 1),
        True,
        None,
    )
    assert (tussen.leerling.uitgeschreven_op, erna.leerling.uitgeschreven_op, erna.groep) == (
        date(2026, 9, 1),
        None,
        "5",
    )


def test_parents_are_those_that_were_noted_then_with_the_name_and_authority_of_then() -> None:
    school = maak_school()
    leerling = _leerling(school)
    gegevens = Oudergegevens(naam="R. Duin", email="r@duin.example", heeft_gezag=True, geldig_van=SINDS)
    eerste = add_ouder(actor=school.directeur, leerling=leerling, gegevens=gegevens, op=_op(2, 1))
    change_ouder(actor=school.directeur, ouder=eerste, naam="Roos Duin", email="r2@duin.example", op=_op(3, 1))
    change_gezag(actor=school.directeur, ouder=eerste, heeft_gezag=False, vanaf=date(2026, 3, 1), op=_op(4, 1))
    tweede = Oudergegevens(naam="Bo Duin", email="", heeft_gezag=True, geldig_van=SINDS)
    add_ouder(actor=school.directeur, leerling=leerling, gegevens=tweede, op=_op(5, 1))
    end_ouder(actor=school.directeur, ouder=Ouderrelatie.objects.get(naam="Bo Duin"), op=_op(6, 1))

    dag = date(2026, 3, 15)
    gezien = [
        [(ouder.naam, ouder.heeft_gezag) for ouder in _toen(leerling, _op(maand, 2), dag).ouders]
        for maand in (1, 2, 3, 4, 5)
    ]

    roos = ("Roos Duin", False)
    assert gezien == [[], [("R. Duin", True)], [("Roos Duin", True)], [roos], [roos, ("Bo Duin", True)]]
    assert [een.naam for een in _toen(leerling, _op(6, 2), date(2026, 6, 2)).ouders] == ["Roos Duin"]
    assert "email" not in str(list(Vorigegegeven.objects.values_list("was", flat=True)))


def test_pupil_of_whom_nothing_was_written_down_yet_was_not_known() -> None:
    school = maak_school()
    leerling = _leerling(school)

    assert [_toen(leerling, moment).is_bekend for moment in (_op(1, 4), _op(1, 6))] == [False, True]


def test_change_of_which_nothing_was_kept_makes_what_is_told_uncertain_until_it_was_made() -> None:
    school = maak_school()
    leerling = _leerling(school)
    change_leerling(actor=school.directeur, leerling=leerling, gegevens=_gegevens("Duinmans"), op=_op(9, 1))
    Vorigegegeven.objects.filter(leerling=leerling).delete()

    assert [_toen(leerling, moment).is_onzeker for moment in (_op(8, 1), _op(9, 2))] == [True, False]


def test_class_of_a_piece_is_that_of_then() -> None:
    school = maak_school()
    leerling = _leerling(school)
    stuk = maak_stuk(school, leerling)
    move_stuk(actor=school.directeur, stuk=stuk, naar=Vertrouwelijkheid.ZORG, op=_op(11, 1))
    stuk.refresh_from_db()

    gezien = [
        get_klassen_toen(leerling=leerling, stukken=[stuk], bekend_op=moment)[stuk.pk]
        for moment in (_op(10, 20), _op(11, 2))
    ]

    assert gezien == ["gewoon", "zorg"]


def test_piece_that_was_withdrawn_later_stood_there_once_it_was_written_and_no_word_of_it_is_kept() -> None:
    school = maak_school()
    leerling = _leerling(school)
    stuk = maak_stuk(school, leerling, titel="Geheime titel")
    geschreven = stuk.versies.get()
    withdraw_stuk(actor=school.directeur, stuk=stuk, waarom="Gaat over een ander", op=_op(11, 20))
    stuk.refresh_from_db()

    def gezien(geldig_op: date, bekend_op: datetime) -> list[Dossierstuk]:
        return list_weggehaald(leerling=leerling, stukken=[stuk], geldig_op=geldig_op, bekend_op=bekend_op)[0]

    dag, moment = geschreven.geldig_van, geschreven.vastgelegd_op
    assert gezien(dag, moment) == [stuk]
    assert gezien(dag, moment - timedelta(microseconds=1000)) == []
    assert gezien(dag - timedelta(days=1), moment) == []
    assert gezien(dag, _op(11, 20)) == []  # from then on it is told that it was withdrawn
    assert set(Vorigfeit.objects.get(tabel="dossierversie").was) == {
        "id",
        "stuk_id",
        "nummer",
        "geldig_van",
        "vastgelegd_op",
    }


def test_piece_that_was_withdrawn_before_this_was_kept_may_have_stood_there() -> None:
    school = maak_school()
    leerling = _leerling(school)
    stuk = maak_stuk(school, leerling)
    withdraw_stuk(actor=school.directeur, stuk=stuk, waarom="Gaat over een ander", op=_op(11, 20))
    stuk.refresh_from_db()
    Vorigfeit.objects.filter(leerling=leerling).delete()

    weg = list_weggehaald(leerling=leerling, stukken=[stuk], geldig_op=date(2026, 11, 1), bekend_op=_op(11, 1))

    assert weg == ([], [stuk])
