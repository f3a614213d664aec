"""A parent says what they think of something the school saw, in the same way as of any piece of the file."""

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.profielen import OP

from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.volgen import Waarnemingsoort
from passend.leerlingen.actions.dossier import decide_zienswijze, revise_stuk
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.actions.stukken import withdraw_stuk
from passend.leerlingen.models import Dossierstuk, Dossierversie, Zienswijze
from passend.volgen.actions.waarnemingen import VolgenError, Waarneminggegevens, add_waarneming, withdraw_waarneming
from passend.volgen.actions.zienswijze import add_waarnemingzienswijze
from passend.volgen.models import Waarneming

pytestmark = [pytest.mark.django_db]


def _zag(gezin: Gezin, soort: Waarnemingsoort = Waarnemingsoort.OBSERVATIE, **meer: str) -> Waarneming:
    gegevens = Waarneminggegevens(soort=soort, tekst="Was erg druk.", gezien_op=OP.date(), **meer)
    return add_waarneming(actor=gezin.school.leerkracht, leerling=gezin.leerling, gegevens=gegevens, op=OP)


def _zeg(gezin: Gezin, gezien: Waarneming, tekst: str = "Pip was ziek.", *, is_verzoek: bool = False) -> Zienswijze:
    return add_waarnemingzienswijze(actor=gezin.ouder, waarneming=gezien, tekst=tekst, is_verzoek=is_verzoek, op=OP)


def test_what_was_seen_becomes_a_piece_of_who_saw_it_with_the_view_beside_it() -> None:
    gezin = maak_gezin()
    gezien = _zag(gezin, Waarnemingsoort.METHODETOETS, vak="rekenen", score="6")

    zienswijze = _zeg(gezin, gezien)

    versie = Dossierversie.objects.get(stuk=zienswijze.stuk)
    assert (zienswijze.stuk.titel, zienswijze.stuk.vertrouwelijkheid) == (
        f"Toets uit de methode: rekenen, {OP:%d-%m-%Y}",
        "gewoon",
    )
    assert (versie.tekst, versie.door, versie.geldig_van) == ("6 · Was erg druk.", gezin.school.leerkracht, OP.date())
    gezien.refresh_from_db()
    assert gezien.stuk == zienswijze.stuk


def test_second_view_is_with_the_same_piece_and_a_request_is_answered_like_any_other() -> None:
    gezin = maak_gezin()
    gezien = _zag(gezin)
    eerste, tweede = _zeg(gezin, gezien), _zeg(gezin, gezien, "Verbeter dit.", is_verzoek=True)
    ib = gezin.school.intern_begeleider

    revise_stuk(actor=ib, stuk=tweede.stuk, tekst="Was druk door koorts.", geldig_van=OP.date(), nummer=1, op=OP)
    Dossierversie.objects.filter(nummer=2).update(vastgelegd_op=OP.replace(hour=23))
    decide_zienswijze(actor=ib, zienswijze=tweede, is_verbeterd=True, uitleg="U heeft gelijk.", op=OP)

    assert eerste.stuk == tweede.stuk
    tweede.refresh_from_db()
    assert tweede.besluit == "verbeterd"


def test_view_without_words_makes_no_piece() -> None:
    gezin = maak_gezin()
    gezien, voor = _zag(gezin), Dossierstuk.objects.count()

    with pytest.raises(LeerlingError, match="Er staat nog niets"):
        _zeg(gezin, gezien, "  ")

    assert Dossierstuk.objects.count() == voor


def test_what_was_taken_back_gets_no_view() -> None:
    gezin = maak_gezin()
    gezien = _zag(gezin)
    withdraw_waarneming(actor=gezin.school.leerkracht, waarneming=gezien, op=OP)

    with pytest.raises(VolgenError, match="ingetrokken door de school"):
        _zeg(gezin, gezien)


def test_piece_that_was_withdrawn_gets_no_view_any_more() -> None:
    gezin = maak_gezin()
    gezien = _zag(gezin)
    stuk = _zeg(gezin, gezien).stuk
    withdraw_stuk(actor=gezin.school.directeur, stuk=stuk, waarom="Gaat over een ander", op=OP)

    with pytest.raises(LeerlingError, match="ingetrokken"):
        _zeg(gezin, gezien)


@pytest.mark.parametrize("wie", ["ouder_zonder_gezag", "deskundige"])
def test_who_has_no_authority_says_nothing_of_it(wie: str) -> None:
    gezin = maak_gezin()
    gezien = _zag(gezin)

    with pytest.raises(GeenToegangError):
        add_waarnemingzienswijze(actor=getattr(gezin, wie), waarneming=gezien, tekst="Nee.", is_verzoek=False, op=OP)
    with pytest.raises(GeenToegangError):
        add_waarnemingzienswijze(actor=gezin.school.directeur, waarneming=gezien, tekst="Nee.", is_verzoek=False, op=OP)
