"""The number of a pupil: encrypted, for the directeur alone, and nowhere to be read in what is written down."""

import logging
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from pytest_django import Settings
from tests.factories.bewaren import NUMMERS
from tests.factories.leerlingen import maak_leerling
from tests.factories.organisaties import maak_bestuur
from tests.factories.profielen import OP, maak_school

from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.actions.burgerservicenummer import (
    read_burgerservicenummer,
    set_burgerservicenummer,
)
from passend.leerlingen.actions.kluis import Wissel, rotate_sleutels
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Burgerservicenummer
from passend.leerlingen.permissions import visible_leerlingen
from passend.leerlingen.queries.leerlingen import has_burgerservicenummer, zoek_leerlingen
from passend.organisaties.queries import in_bestuur
from passend.toegang.models import Logregel

pytestmark = pytest.mark.django_db
NUMMER = NUMMERS[1]
LATER = OP + timedelta(hours=1)


def _sleutel() -> str:
    return Fernet.generate_key().decode()


def _geheim() -> list[bytes]:
    return [bytes(rij.geheim) for rij in Burgerservicenummer.objects.order_by("pk")]


def test_number_that_was_kept_can_be_read_and_both_are_written_down() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    assert not has_burgerservicenummer(leerling=leerling)

    set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=LATER)

    assert has_burgerservicenummer(leerling=leerling)
    assert read_burgerservicenummer(actor=school.directeur, leerling=leerling, op=LATER) == NUMMER
    regels = Logregel.objects.filter(op=LATER).order_by("volgnummer")
    assert [(regel.handeling, regel.soort, regel.onderwerp) for regel in regels] == [
        ("set_burgerservicenummer", "wijzigen", f"leerling:{leerling.sleutel.hex}"),
        ("read_burgerservicenummer", "lezen", f"leerling:{leerling.sleutel.hex}"),
    ]


def test_what_is_stored_is_not_the_number_and_differs_each_time() -> None:
    school = maak_school()
    for naam in ("Pip", "Ot"):
        set_burgerservicenummer(actor=school.directeur, leerling=maak_leerling(school, naam), nummer=NUMMER, op=OP)

    een, ander = _geheim()
    assert een != ander
    assert [geheim for geheim in (een, ander) if NUMMER.encode() in geheim] == []


def test_number_that_is_set_again_takes_the_place_of_the_first() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    for nummer in NUMMERS:
        set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=nummer, op=OP)

    assert len(_geheim()) == 1
    assert read_burgerservicenummer(actor=school.directeur, leerling=leerling, op=OP) == NUMMERS[-1]


@pytest.mark.parametrize("wie", ["intern_begeleider", "leerkracht", "bestuurder", "adviseur", "mr_lid"])
def test_directeur_alone_reads_and_sets(wie: str) -> None:
    school = maak_school()
    leerling, actor = maak_leerling(school), getattr(school, wie)
    set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=OP)

    with pytest.raises(GeenToegangError, match="de directeur van deze school"):
        read_burgerservicenummer(actor=actor, leerling=leerling, op=OP)
    with pytest.raises(GeenToegangError, match="de directeur van deze school"):
        set_burgerservicenummer(actor=actor, leerling=leerling, nummer=NUMMER, op=OP)


@pytest.mark.parametrize("nummer", ["", "123456789", "12345678", "1234567822", "１23456782", "123456782 ", "onzin"])
def test_what_can_be_no_number_is_refused_without_repeating_it(nummer: str) -> None:
    school = maak_school()
    leerling = maak_leerling(school)

    with pytest.raises(LeerlingError) as fout:
        set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=nummer, op=OP)

    assert str(fout.value).startswith("Dit kan geen burgerservicenummer zijn.")
    assert not nummer.strip() or nummer not in repr(fout.value)
    assert _geheim() == []


def test_without_a_number_there_is_nothing_to_read() -> None:
    school = maak_school()

    with pytest.raises(LeerlingError, match="geen burgerservicenummer bewaard"):
        read_burgerservicenummer(actor=school.directeur, leerling=maak_leerling(school), op=OP)


def test_wrong_key_is_told_in_a_sentence_with_nothing_of_the_number(settings: Settings) -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=OP)
    settings.PASSEND_SLEUTELS = [_sleutel()]

    with pytest.raises(LeerlingError) as fout:
        read_burgerservicenummer(actor=school.directeur, leerling=leerling, op=OP)

    assert str(fout.value) == (
        "Dit nummer is versleuteld met een sleutel die Passend nu niet kent. Vraag de beheerder om die sleutel in "
        "PASSEND_SLEUTELS erbij te zetten en Passend opnieuw te starten. Het nummer zelf is er nog."
    )
    assert (fout.value.__cause__, fout.value.__suppress_context__) == (None, True)


def test_row_that_was_put_at_another_pupil_gives_nothing_away() -> None:
    school = maak_school()
    een, ander = maak_leerling(school), maak_leerling(school, "Ot")
    for leerling, nummer in ((een, NUMMERS[0]), (ander, NUMMER)):
        set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=nummer, op=OP)
    Burgerservicenummer.objects.filter(leerling=een).update(geheim=_geheim()[1])

    with pytest.raises(LeerlingError, match="hoort bij een andere leerling") as fout:
        read_burgerservicenummer(actor=school.directeur, leerling=een, op=OP)

    assert NUMMER not in str(fout.value)


def test_keys_rotate_and_the_old_one_can_go_afterwards(settings: Settings) -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    oud, nieuw = _sleutel(), _sleutel()
    settings.PASSEND_SLEUTELS = [oud]
    set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=OP)
    vooraf = _geheim()
    settings.PASSEND_SLEUTELS = [nieuw, oud]
    assert read_burgerservicenummer(actor=school.directeur, leerling=leerling, op=OP) == NUMMER

    wissel = rotate_sleutels(bestuur=leerling.bestuur_id, op=OP)
    settings.PASSEND_SLEUTELS = [nieuw]

    assert wissel == Wissel(vernieuwd=1, onleesbaar=0)
    assert _geheim() != vooraf
    assert read_burgerservicenummer(actor=school.directeur, leerling=leerling, op=OP) == NUMMER
    assert Logregel.objects.get(handeling="rotate_sleutels").onderwerp == f"bestuur:{leerling.bestuur_id}"


def test_number_without_a_key_stays_as_it_is_when_keys_rotate(settings: Settings) -> None:
    school = maak_school()
    een, ander = maak_leerling(school), maak_leerling(school, "Ot")
    kwijt, oud, nieuw = _sleutel(), _sleutel(), _sleutel()
    for leerling, sleutel in ((een, kwijt), (ander, oud)):
        settings.PASSEND_SLEUTELS = [sleutel]
        set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=OP)
    vooraf = _geheim()
    settings.PASSEND_SLEUTELS = [nieuw, oud]

    assert rotate_sleutels(bestuur=een.bestuur_id, op=OP) == Wissel(vernieuwd=1, onleesbaar=1)

    assert [nu == eerder for nu, eerder in zip(_geheim(), vooraf, strict=True)] == [True, False]
    settings.PASSEND_SLEUTELS = [nieuw, kwijt]
    assert read_burgerservicenummer(actor=school.directeur, leerling=een, op=OP) == NUMMER


def test_keys_of_one_board_rotate_without_those_of_another() -> None:
    school = maak_school()
    ander = maak_school(maak_bestuur(school.vestiging.bestuur.samenwerkingsverband, "99002"), brin="99AC")
    for een in (school, ander):
        set_burgerservicenummer(actor=een.directeur, leerling=maak_leerling(een), nummer=NUMMER, op=OP)
    vooraf, bestuur = _geheim(), ander.vestiging.bestuur_id

    with in_bestuur(bestuur):
        assert rotate_sleutels(bestuur=bestuur, op=OP) == Wissel(vernieuwd=1, onleesbaar=0)

    assert [nu == eerder for nu, eerder in zip(_geheim(), vooraf, strict=True)] == [True, False]


def test_number_stands_in_no_line_of_a_log_and_in_no_words_of_a_row(caplog: pytest.LogCaptureFixture) -> None:
    school = maak_school()
    leerling = maak_leerling(school)

    with caplog.at_level(logging.DEBUG):
        set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=OP)
        read_burgerservicenummer(actor=school.directeur, leerling=leerling, op=OP)
        rotate_sleutels(bestuur=leerling.bestuur_id, op=OP)

    rij = Burgerservicenummer.objects.get()
    geschreven = [
        caplog.text,
        *map(str, Logregel.objects.values()),
        str(rij),
        repr(rij),
        str(vars(rij)),
        str(leerling),
        repr(leerling),
        str(vars(leerling)),
    ]
    assert [woorden for woorden in geschreven if NUMMER in woorden] == []


def test_pupil_is_not_found_by_the_number() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=OP)
    zichtbaar = visible_leerlingen(school.directeur, op=LATER)

    assert list(zoek_leerlingen(zichtbaar, vestiging=leerling.vestiging, woorden="pip")) == [leerling]
    assert list(zoek_leerlingen(zichtbaar, vestiging=leerling.vestiging, woorden=NUMMER)) == []
