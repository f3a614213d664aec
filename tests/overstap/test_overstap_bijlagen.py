"""What came along in a file of another school becomes pieces of the file here, once, and only what is safe."""

import pytest
from tests.factories.leerlingen import maak_gezin
from tests.factories.oso import maak_popo_met
from tests.factories.overstap import laat_toe
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.rollen import GeenToegangError
from passend.documenten.lezen.bijlage import read_meegekomen
from passend.leerlingen.actions.dossier import IngetrokkenError
from passend.leerlingen.actions.stukbestand import attach_stukbestand
from passend.leerlingen.actions.stukken import withdraw_stuk
from passend.leerlingen.models import Dossierstuk, Leerling, Stukbestand
from passend.overstap.actions.bestand import keep_bestand, take_over
from passend.uitwisseling.oso.bijlagen import pak_in
from passend.uitwisseling.oso.bouwstenen import Document
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schrijven import schrijf_oso

pytestmark = [pytest.mark.django_db]
PLAN, PROGRAMMA = b"Elke dag tien minuten lezen.", b"MZ\x90\x00 programma"
XML = schrijf_oso(
    maak_popo_met(
        Document(bestandsnaam="plan.txt", omschrijving="Handelingsplan", bestandsinhoud=pak_in("plan.txt", PLAN)),
        Document(bestandsnaam="a.exe", bestandsinhoud=pak_in("a.exe", PROGRAMMA)),
    )
)


def _neem_over(school: School, xml: bytes = XML) -> Leerling:
    opgave = maak_opgave(lees_oso(xml))
    plan = opgave.bijlagen[0]
    bestand = keep_bestand(actor=school.intern_begeleider, vestiging=school.vestiging, opgave=opgave, inhoud=xml, op=OP)
    nagekeken = {plan.vingerafdruk: read_meegekomen(plan.inhoud)}
    is_leerling = Leerling.objects.filter(vestiging=school.vestiging).exists()
    return take_over(
        actor=school.intern_begeleider,
        bestand=bestand,
        opgave=opgave,
        inschrijving=None if is_leerling else laat_toe(school, opgave),
        nagekeken=nagekeken,
        op=OP,
    )


def test_attachment_becomes_a_piece_with_care_and_a_program_does_not() -> None:
    leerling = _neem_over(maak_school())

    bestanden = Stukbestand.objects.filter(stuk__leerling=leerling)
    assert [(een.naam, een.extensie, bytes(een.inhoud), een.stuk.titel) for een in bestanden] == [
        ("plan.txt", "txt", PLAN, "Handelingsplan (vorige school)")
    ]
    assert bestanden[0].stuk.vertrouwelijkheid == "zorg"


def test_attachment_that_is_here_already_does_not_come_twice() -> None:
    school = maak_school()
    _neem_over(school)

    _neem_over(school, XML + b"\n")

    assert Stukbestand.objects.count() == 1
    assert Dossierstuk.objects.filter(titel="Handelingsplan (vorige school)").count() == 1


def test_withdrawn_piece_loses_its_file_and_takes_no_new_one() -> None:
    school = maak_school()
    leerling = _neem_over(school)
    stuk = Dossierstuk.objects.get(leerling=leerling, bestanden__isnull=False)

    withdraw_stuk(actor=school.directeur, stuk=stuk, waarom="Gaat over een ander", op=OP)

    assert Stukbestand.objects.count() == 0
    with pytest.raises(IngetrokkenError):
        _hang_aan(school.directeur, stuk)


def test_who_does_not_write_there_attaches_nothing() -> None:
    gezin = maak_gezin()

    with pytest.raises(GeenToegangError):
        _hang_aan(gezin.ouder, gezin.stuk)


def _hang_aan(account: object, stuk: Dossierstuk) -> None:
    bijlage = Bijlage(extensie="txt", inhoud=b"x")
    attach_stukbestand(actor=account, stuk=stuk, naam="a.txt", bijlage=bijlage, vingerafdruk="0" * 64, op=OP)
