"""Where a pupil lives, for a transfer file: filled in after the report was set too, for it is no part of it."""

from dataclasses import replace

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.overstap import KIEM, maak_rapport
from tests.factories.profielen import OP

from passend.begrippen.rollen import GeenToegangError
from passend.overstap.actions.adres import Leerlingadres, set_adres
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.rapport import Bestemming
from passend.toegang.models import Logregel

pytestmark = [pytest.mark.django_db]
ADRES = Leerlingadres(straat="Duinweg", huisnummer="3", postcode="9999zz", woonplaats="Duinrand")
ZONDER = Bestemming(naar_school="De Kiem", naar_brin="99AB00")


def test_an_address_is_filled_in_after_the_report_was_set_and_the_report_stays_as_it_was() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, waarheen=ZONDER)
    inhoud = rapport.inhoud
    assert not rapport.heeft_adres

    set_adres(actor=gezin.school.intern_begeleider, rapport=rapport, adres=ADRES, op=OP)

    rapport.refresh_from_db()
    assert rapport.heeft_adres
    assert (rapport.straat, rapport.huisnummer, rapport.postcode, rapport.woonplaats) == (
        *("Duinweg", "3", "9999 ZZ", "Duinrand"),
    )
    assert rapport.inhoud == inhoud
    assert Logregel.objects.filter(handeling="set_adres").count() == 1


def test_of_a_secret_address_nothing_else_is_kept() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, waarheen=KIEM)

    set_adres(actor=gezin.school.directeur, rapport=rapport, adres=replace(ADRES, is_geheim=True), op=OP)

    rapport.refresh_from_db()
    assert (rapport.is_adres_geheim, rapport.straat, rapport.woonplaats) == (True, "", "")
    assert rapport.heeft_adres


@pytest.mark.parametrize("leeg", ["straat", "huisnummer", "postcode", "woonplaats"])
def test_half_an_address_is_no_address(leeg: str) -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, waarheen=ZONDER)

    with pytest.raises(OverstapError, match="Vul straat, huisnummer, postcode en woonplaats in"):
        set_adres(actor=gezin.school.directeur, rapport=rapport, adres=replace(ADRES, **{leeg: " "}), op=OP)

    rapport.refresh_from_db()
    assert not rapport.heeft_adres


@pytest.mark.parametrize(("veld", "waarde"), [("postcode", "99 zz"), ("straat", "x" * 121)])
def test_what_can_be_no_address_is_refused(veld: str, waarde: str) -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, waarheen=ZONDER)

    with pytest.raises(ValueError, match=r"postcode|tekens"):
        set_adres(actor=gezin.school.directeur, rapport=rapport, adres=replace(ADRES, **{veld: waarde}), op=OP)


def test_parents_and_experts_fill_no_address_in() -> None:
    gezin = maak_gezin()
    rapport = maak_rapport(gezin, waarheen=ZONDER)

    for wie in (gezin.ouder, gezin.deskundige):
        with pytest.raises(GeenToegangError):
            set_adres(actor=wie, rapport=rapport, adres=ADRES, op=OP)
