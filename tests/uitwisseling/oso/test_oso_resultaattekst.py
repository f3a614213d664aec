"""Marks and the final test of the other school come along as words that people read."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.oso import maak_popo

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overstap import Overstapopgave
from passend.uitwisseling.oso.bouwstenen import Persoon
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.resultaten import (
    Cijferlijst,
    Cijferonderdeel,
    Cijfers,
    Domeinen,
    Eindtoets,
    Eindtoetsdomein,
    Eindtoetsonderdeel,
    Eindtoetsonderdelen,
    Eindtoetsresultaat,
    Score,
)
from passend.uitwisseling.oso.schrijven import schrijf_oso

CIJFERS = Cijferlijst(
    cijfers=Cijfers(
        naam="Rapport 1",
        onderdelen=(
            Cijferonderdeel(naam="Rekenen", score=Score(waarde="7.5", kwalificatie="Ruim voldoende")),
            Cijferonderdeel(naam="Gym", score=Score(kwalificatie="Goed"), periode="najaar"),
        ),
        scores=(Score(waarde="7"),),
    ),
    afnamedatum=date(2026, 2, 6),
    jaargroep="5",
    periode="halfjaar 1",
)
UITSLAG = Eindtoetsresultaat(
    toetssoort="0013",
    toetsniveau="G",
    toetsomschrijving="IEP",
    datum_afname=date(2026, 2, 3),
    wettelijke_ontheffing="N",
    standaardscore="82",
    toets_advies="vmbo-tl/havo",
    onderdelen=Eindtoetsonderdelen(
        onderdelen=(
            Eindtoetsonderdeel(
                onderdeelcode="8000",
                onderdeelomschrijving="Nederlandse taal",
                domeinen=Domeinen(domeinen=(Eindtoetsdomein(domeincode="8050", dom_referentieniveau="02"),)),
            ),
            Eindtoetsonderdeel(onderdeelcode="8001", onderdeelomschrijving="Rekenen", ond_referentieniveau="04"),
        )
    ),
)


def _opgave(**velden: object) -> Overstapopgave:
    bestand = maak_popo()
    school = bestand.huidigeschool
    school = replace(school, leerling=replace(school.leerling, **velden))
    return maak_opgave(lees_oso(schrijf_oso(replace(bestand, huidigeschool=school))))


def _stuk(opgave: Overstapopgave, titel: str) -> list[str]:
    (stuk,) = [een for een in opgave.stukken if een.titel == titel]
    assert stuk.vertrouwelijkheid is Vertrouwelijkheid.GEWOON
    return stuk.tekst.split("\n")[2:]


def test_lists_of_marks_become_a_piece_that_says_each_mark() -> None:
    opgave = _opgave(cijferlijsten=(CIJFERS,))

    assert _stuk(opgave, "Cijfers (vorige school)") == [
        "Rapport 1, groep 5, halfjaar 1, 06-02-2026",
        "Rekenen: 7.5, Ruim voldoende",
        "Gym (najaar): Goed",
        "Alles samen: 7",
    ]
    assert "cijferlijsten" not in str(opgave.niet_overgenomen)


def test_final_test_becomes_a_piece_that_says_its_levels_in_words() -> None:
    opgave = _opgave(eindtoets_basisonderwijs=Eindtoets(deelgenomen=True, eindtoetsresultaat=UITSLAG))

    assert _stuk(opgave, "Eindtoets (vorige school)") == [
        "03-02-2026: IEP, standaardscore 82, advies vmbo-tl/havo",
        "Nederlandse taal, domein 8050: 1F",
        "Rekenen: 2F",
    ]
    assert "eindtoets" not in str(opgave.niet_overgenomen)


@pytest.mark.parametrize(
    ("toets", "zin"),
    [
        (Eindtoets(deelgenomen=False), "Deed niet mee."),
        (Eindtoets(deelgenomen=True), "Deed mee; de uitslag staat niet in het bestand."),
    ],
)
def test_that_a_final_test_was_not_taken_is_said(toets: Eindtoets, zin: str) -> None:
    assert _stuk(_opgave(eindtoets_basisonderwijs=toets), "Eindtoets (vorige school)") == [zin]


def test_nothing_that_is_left_out_is_said_to_be_in_a_file_that_nobody_can_open() -> None:
    opgave = _opgave(
        huisarts=Persoon(achternaam="Dokter"),
        cijferlijsten=(CIJFERS,),
        eindtoets_basisonderwijs=Eindtoets(deelgenomen=True, eindtoetsresultaat=UITSLAG),
    )

    waarom = {een.wat: een.waarom for een in opgave.niet_overgenomen}
    assert "bewaarde bestand" not in str(waarom)
    assert waarom["huisarts"] == "Passend houdt die niet bij; vraag die aan de ouders als het voor school nodig is"
