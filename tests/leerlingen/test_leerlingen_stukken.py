"""A piece that stands in the wrong place: it moves to another class, or leaves the file it was never about."""

from datetime import timedelta

import pytest
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import Gezin, beantwoord, maak_gezin, maak_stuk
from tests.factories.profielen import OP

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.actions.dossier import (
    IngetrokkenError,
    add_stuk,
    add_zienswijze,
    decide_zienswijze,
    revise_stuk,
)
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.actions.stukken import INGETROKKEN_TITEL, OPEN_VERZOEK, move_stuk, withdraw_stuk
from passend.leerlingen.actions.toestemming import ask_toestemming
from passend.leerlingen.models import Dossierstuk, Dossierversie, Gedeeldstuk, Zienswijze
from passend.leerlingen.permissions import get_inzage, visible_stukken
from passend.leerlingen.queries.dossier import list_eigen_verzoeken, list_versies, list_verzoeken
from passend.toegang.models import Account

pytestmark = pytest.mark.django_db
LATER = OP + timedelta(hours=1)
V = Vertrouwelijkheid
WAAROM = "Gaat over een ander"


def _leest(account: Account, gezin: Gezin) -> bool:
    inzage = get_inzage(account, gezin.leerling, op=LATER)
    return inzage is not None and gezin.stuk in visible_stukken(inzage, gezin.leerling)


@pytest.mark.parametrize(
    ("naar", "lezers", "handeling"),
    [
        (V.ZORG, {"intern_begeleider", "directeur", "ouder", "deskundige"}, "move_stuk"),
        (V.MELDCODE, {"intern_begeleider", "directeur"}, "move_stuk:meldcode"),
    ],
)
def test_piece_in_another_class_is_read_by_whom_that_class_is_for(naar: V, lezers: set[str], handeling: str) -> None:
    gezin = maak_gezin()
    beantwoord(gezin)
    mensen = {naam: getattr(gezin.school, naam) for naam in ("leerkracht", "intern_begeleider", "directeur")}
    mensen |= {"ouder": gezin.ouder, "deskundige": gezin.deskundige}
    ib = gezin.school.intern_begeleider
    revise_stuk(actor=ib, stuk=gezin.stuk, tekst="Nu anders.", geldig_van=OP.date(), nummer=1, op=OP)
    assert {naam for naam, account in mensen.items() if _leest(account, gezin)} == set(mensen)

    with nieuwe_regels() as nieuw:
        move_stuk(actor=ib, stuk=gezin.stuk, naar=naar, op=LATER)

    assert {naam for naam, account in mensen.items() if _leest(account, gezin)} == lezers
    assert [versie.tekst for versie in list_versies(stuk=gezin.stuk)] == ["Wat er staat in Gesprek.", "Nu anders."]
    assert nieuw.regels == [(ib, handeling, onderwerp(gezin.leerling), "intern_begeleider", "wijzigen")]


def test_sharing_a_piece_that_becomes_one_of_the_meldcode_is_over_and_does_not_come_back() -> None:
    gezin = maak_gezin()
    beantwoord(gezin)
    for naar in (V.MELDCODE, V.GEWOON):
        move_stuk(actor=gezin.school.directeur, stuk=gezin.stuk, naar=naar, op=LATER)

    gezin.toestemming.refresh_from_db()
    assert gezin.toestemming.ingetrokken_op == LATER
    assert not Gedeeldstuk.objects.exists()
    assert get_inzage(gezin.deskundige, gezin.leerling, op=LATER) is None


def test_permission_for_something_else_too_goes_on_for_that() -> None:
    gezin = maak_gezin()
    beantwoord(gezin)
    ander = maak_stuk(gezin.school, gezin.leerling, titel="Ander")
    Gedeeldstuk.objects.create(bestuur_id=ander.bestuur_id, toestemming=gezin.toestemming, stuk=ander)

    move_stuk(actor=gezin.school.directeur, stuk=gezin.stuk, naar=V.MELDCODE, op=LATER)

    inzage = get_inzage(gezin.deskundige, gezin.leerling, op=LATER)
    assert inzage is not None
    assert set(inzage.gedeeld) == {ander.pk}


@pytest.mark.parametrize("wie", ["leerkracht", "mr_lid", "bestuurder"])
def test_piece_is_moved_by_nobody_else(wie: str) -> None:
    gezin = maak_gezin()

    for actor in (getattr(gezin.school, wie), gezin.ouder, gezin.deskundige):
        for naar in (V.ZORG, V.GEWOON):
            with pytest.raises(GeenToegangError):
                move_stuk(actor=actor, stuk=gezin.stuk, naar=naar, op=LATER)


def test_piece_that_is_there_already_stays_without_a_line() -> None:
    gezin = maak_gezin()

    with nieuwe_regels() as nieuw, pytest.raises(LeerlingError, match="Dit stuk staat daar al"):
        move_stuk(actor=gezin.school.directeur, stuk=gezin.stuk, naar=V.GEWOON, op=LATER)

    assert nieuw.regels == []


def _van_leerkracht(gezin: Gezin) -> Dossierstuk:
    return add_stuk(
        actor=gezin.school.leerkracht,
        leerling=gezin.leerling,
        titel="Ruzie met Sil",
        tekst="Sil schopte weer.",
        vertrouwelijkheid=V.GEWOON,
        geldig_van=OP.date(),
        op=OP,
    )


@pytest.mark.parametrize("wie", ["leerkracht", "intern_begeleider", "directeur"])
def test_piece_about_another_pupil_is_withdrawn_and_only_that_it_was_there_stays(wie: str) -> None:
    gezin = maak_gezin()
    stuk, actor = _van_leerkracht(gezin), getattr(gezin.school, wie)
    add_zienswijze(actor=gezin.ouder, stuk=stuk, tekst="Sil is een ander kind.", is_verzoek=False, op=OP)

    with nieuwe_regels() as nieuw:
        withdraw_stuk(actor=actor, stuk=stuk, waarom=f" {WAAROM} ", op=LATER)

    stuk.refresh_from_db()
    weg = (stuk.titel, stuk.ingetrokken_op, stuk.ingetrokken_door, stuk.waarom_ingetrokken)
    assert weg == (INGETROKKEN_TITEL, LATER, actor, WAAROM)
    assert not Dossierversie.objects.filter(stuk=stuk).exists()
    assert not Zienswijze.objects.filter(stuk=stuk).exists()
    (regel,) = nieuw.regels
    assert regel[:3] == (actor, "withdraw_stuk", onderwerp(gezin.leerling))


def test_piece_is_withdrawn_by_nobody_else_also_no_teacher_who_did_not_write_it() -> None:
    gezin = maak_gezin()

    for actor in (gezin.school.leerkracht, gezin.ouder, gezin.deskundige, gezin.school.bestuurder):
        with pytest.raises(GeenToegangError, match="wie het stuk schreef, de intern begeleider en de directeur"):
            withdraw_stuk(actor=actor, stuk=gezin.stuk, waarom=WAAROM, op=LATER)

    assert Dossierversie.objects.filter(stuk=gezin.stuk).exists()


def test_writer_who_may_not_write_there_any_more_withdraws_nothing() -> None:
    gezin = maak_gezin()
    stuk = _van_leerkracht(gezin)
    move_stuk(actor=gezin.school.directeur, stuk=stuk, naar=V.ZORG, op=LATER)

    with pytest.raises(GeenToegangError):
        withdraw_stuk(actor=gezin.school.leerkracht, stuk=stuk, waarom=WAAROM, op=LATER)


@pytest.mark.parametrize("waarom", ["", "  ", "verkeerd kind", "x y " * 80])
def test_reason_that_says_too_little_or_too_much_is_refused(waarom: str) -> None:
    gezin = maak_gezin()

    with pytest.raises(LeerlingError):
        withdraw_stuk(actor=gezin.school.directeur, stuk=gezin.stuk, waarom=waarom, op=LATER)

    assert Dossierversie.objects.filter(stuk=gezin.stuk).exists()


def test_nothing_more_is_done_with_a_piece_that_was_withdrawn() -> None:
    gezin = maak_gezin()
    beantwoord(gezin)
    directeur, stuk = gezin.school.directeur, gezin.stuk
    withdraw_stuk(actor=directeur, stuk=stuk, waarom=WAAROM, op=LATER)
    vraag = {"email": "x@y.example", "doel": "Lezen", "geldig_tot_en_met": OP.date(), "op": LATER}

    for doe in (
        lambda: withdraw_stuk(actor=directeur, stuk=stuk, waarom=WAAROM, op=LATER),
        lambda: move_stuk(actor=directeur, stuk=stuk, naar=V.ZORG, op=LATER),
        lambda: revise_stuk(actor=directeur, stuk=stuk, tekst="x", geldig_van=OP.date(), nummer=0, op=LATER),
        lambda: add_zienswijze(actor=gezin.ouder, stuk=stuk, tekst="x", is_verzoek=True, op=LATER),
        lambda: ask_toestemming(
            actor=directeur, leerling=gezin.leerling, stukken=[Dossierstuk.objects.get(pk=stuk.pk)], **vraag
        ),
    ):
        with pytest.raises(IngetrokkenError):
            doe()


def test_piece_of_which_a_parent_waits_for_an_answer_stays_where_it_is_until_there_is_one() -> None:
    gezin = maak_gezin()
    directeur, stuk, kind = gezin.school.directeur, gezin.stuk, [gezin.leerling]

    with nieuwe_regels() as nieuw:
        for naar in (V.ZORG, V.MELDCODE):
            with pytest.raises(LeerlingError) as verplaatst:
                move_stuk(actor=directeur, stuk=stuk, naar=naar, op=LATER)
            assert str(verplaatst.value) == OPEN_VERZOEK
        with pytest.raises(LeerlingError) as weg:
            withdraw_stuk(actor=directeur, stuk=stuk, waarom=WAAROM, op=LATER)

    assert (str(weg.value), nieuw.regels) == (OPEN_VERZOEK, [])
    assert list_verzoeken(leerlingen=kind, vestiging=gezin.school.vestiging) == [gezin.zienswijze]
    assert list_eigen_verzoeken(leerlingen=kind, account=gezin.ouder, sinds=OP) == [gezin.zienswijze]
    assert [versie.tekst for versie in list_versies(stuk=stuk)] == ["Wat er staat in Gesprek."]
    decide_zienswijze(actor=directeur, zienswijze=gezin.zienswijze, is_verbeterd=False, uitleg="Zo was het.", op=LATER)
    withdraw_stuk(actor=directeur, stuk=stuk, waarom=WAAROM, op=LATER)


def test_piece_with_an_open_request_that_stood_with_the_meldcode_comes_back_to_the_parent() -> None:
    gezin = maak_gezin()
    Dossierstuk.objects.filter(pk=gezin.stuk.pk).update(vertrouwelijkheid=V.MELDCODE)
    assert not _leest(gezin.ouder, gezin)

    move_stuk(actor=gezin.school.directeur, stuk=gezin.stuk, naar=V.GEWOON, op=LATER)

    assert _leest(gezin.ouder, gezin)
