"""The sheet is written by more people at once, and nobody loses a word."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from tests.factories.leerlingen import maak_stuk
from tests.factories.overleggen import NA, Mdo, maak_besluit, maak_groepsbespreking, maak_mdo, nodig_uit

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overleg import Deelnemerrol
from passend.begrippen.rollen import GeenToegangError
from passend.overleggen.actions.blad import (
    Besluitgegevens,
    GelijktijdigError,
    add_besluit,
    complete_besluit,
    put_besluit,
    remove_besluit,
    save_besluit,
    save_deel,
    set_stuk,
)
from passend.overleggen.actions.overleg import OverlegError
from passend.overleggen.actions.sluiten import close_overleg
from passend.overleggen.models import Besluit, Overlegdeel, Overlegdeelversie, Overlegstuk
from passend.overleggen.queries.blad import list_stukregels
from passend.toegang.models import Account
from passend.toegang.queries import list_logregels

pytestmark = [pytest.mark.django_db]
HIER = timezone.localtime(NA)
SLEUTEL = UUID(int=7)


def _schrijf(mdo: Mdo, wie: Account, soort: str, tekst: str, versie: int, minuten: int = 0) -> Overlegdeel:
    op = HIER + timedelta(minutes=minuten)
    return save_deel(actor=wie, deel=mdo.deel(soort), tekst=tekst, versie=versie, op=op)


def test_two_people_in_two_parts_do_not_meet() -> None:
    mdo = maak_mdo()

    _schrijf(mdo, mdo.ib, "vraag", "Hoe helpen we Pip?", 1)
    _schrijf(mdo, mdo.gezin.school.leerkracht, "geprobeerd", "Samen lezen.", 1)

    assert (mdo.deel("vraag").tekst, mdo.deel("geprobeerd").tekst) == ("Hoe helpen we Pip?", "Samen lezen.")


def test_second_writer_in_one_part_is_shown_what_the_first_wrote_and_can_keep_both() -> None:
    mdo, leerkracht = maak_mdo(), None
    leerkracht = mdo.gezin.school.leerkracht
    _schrijf(mdo, mdo.ib, "vraag", "Van de ib.", 1)

    with pytest.raises(GelijktijdigError) as fout:
        _schrijf(mdo, leerkracht, "vraag", "Van de leerkracht.", 1)
    assert isinstance(fout.value.huidig, Overlegdeel)
    assert (fout.value.huidig.tekst, fout.value.huidig.versie) == ("Van de ib.", 2)
    _schrijf(mdo, leerkracht, "vraag", "Van de ib.\n\nVan de leerkracht.", 2)

    assert mdo.deel("vraag").tekst == "Van de ib.\n\nVan de leerkracht."
    assert [een.tekst for een in Overlegdeelversie.objects.all()] == ["Van de ib."]


def test_answer_that_got_lost_is_no_conflict_with_oneself_but_another_screen_of_the_same_person_is() -> None:
    mdo = maak_mdo()
    _schrijf(mdo, mdo.ib, "vraag", "Hoe helpen", 1)

    _schrijf(mdo, mdo.ib, "vraag", "Hoe helpen we Pip?", 1)

    assert mdo.deel("vraag").tekst == "Hoe helpen we Pip?"
    with pytest.raises(GelijktijdigError):
        _schrijf(mdo, mdo.ib, "vraag", "Op het digibord getypt", 2 - 1)


def test_typing_of_one_person_is_one_version_until_a_pause_and_one_line_in_the_log() -> None:
    mdo = maak_mdo()
    onderwerp = f"leerling:{mdo.gezin.leerling.sleutel.hex}"

    for nummer, (tekst, minuten) in enumerate([("a", 0), ("ab", 1), ("abc", 2), ("abcd", 30)], start=1):
        _schrijf(mdo, mdo.ib, "bekend", tekst, nummer, minuten)

    assert [(een.versie, een.tekst) for een in Overlegdeelversie.objects.all()] == [(4, "abc")]
    log = [regel.handeling for regel in list_logregels(onderwerp=onderwerp)]
    assert log.count("save_overlegdeel") == 2


def test_the_same_text_again_changes_nothing() -> None:
    mdo = maak_mdo()
    _schrijf(mdo, mdo.ib, "vraag", "Hoe?", 1)

    assert _schrijf(mdo, mdo.gezin.school.directeur, "vraag", "Hoe? ", 1).versie == 2


def test_parents_write_their_own_view_and_nothing_else_and_an_expert_writes_nothing() -> None:
    mdo = nodig_uit(maak_mdo())

    _schrijf(mdo, mdo.gezin.ouder, "ouders", "Thuis gaat het goed.", 1)

    assert mdo.deel("ouders").tekst == "Thuis gaat het goed."
    for wie, soort in ((mdo.gezin.ouder, "kind"), (mdo.deskundige, "ouders"), (mdo.gezin.deskundige, "vraag")):
        with pytest.raises(GeenToegangError):
            _schrijf(mdo, wie, soort, "X", 1)
    with pytest.raises(GeenToegangError):
        add_besluit(actor=mdo.gezin.ouder, overleg=mdo.overleg, op=HIER)


def test_text_that_is_too_long_is_refused_whole() -> None:
    mdo = maak_mdo()

    with pytest.raises(OverlegError, match="te lang"):
        _schrijf(mdo, mdo.ib, "vraag", "x" * 20_001, 1)
    assert mdo.deel("vraag").tekst == ""


def test_decision_is_filled_in_bit_by_bit_and_a_colleague_in_between_is_seen() -> None:
    mdo = maak_mdo()
    wie = mdo.deelnemer(Deelnemerrol.LEERKRACHT)
    leeg = add_besluit(actor=mdo.ib, overleg=mdo.overleg, op=HIER)

    def zet(actor: Account, versie: int, wat: str) -> Besluit:
        gegevens = Besluitgegevens(wat=wat, eigenaar=wie, uiterlijk_op=(NA + timedelta(days=9)).date())
        return save_besluit(actor=actor, besluit=leeg, gegevens=gegevens, versie=versie, op=HIER)

    eerste = zet(mdo.ib, 1, "Leesgroep")
    with pytest.raises(GelijktijdigError):
        zet(mdo.gezin.school.leerkracht, 1, "Iets anders")

    besluit = Besluit.objects.get(pk=leeg.pk)
    assert (
        (besluit.wat, besluit.eigenaar, besluit.versie)
        == ("Leesgroep", wie, 2)
        == (
            eerste.wat,
            eerste.eigenaar,
            eerste.versie,
        )
    )


def _zet(mdo: Mdo, wat: str, versie: int, *, actor: Account | None = None, sleutel: UUID = SLEUTEL) -> Besluit:
    gegevens = Besluitgegevens(wat=wat, eigenaar=None, uiterlijk_op=None)
    return put_besluit(
        actor=actor or mdo.ib, overleg=mdo.overleg, sleutel=sleutel, gegevens=gegevens, versie=versie, op=HIER
    )


def test_decision_of_a_screen_that_had_no_answer_is_there_once_with_the_newest_words() -> None:
    mdo = maak_mdo()

    _zet(mdo, "Lees", 0)
    _zet(mdo, "Leesgroep", 0)
    beantwoord = _zet(mdo, "Leesgroep op maandag", 0)
    _zet(mdo, "Leesgroep op dinsdag", beantwoord.versie)

    assert [een.wat for een in Besluit.objects.all()] == ["Leesgroep op dinsdag"]


def test_decision_of_a_screen_that_a_colleague_changed_meanwhile_asks_to_choose() -> None:
    mdo = maak_mdo()
    _zet(mdo, "Leesgroep", 0)
    _zet(mdo, "Leesgroep op maandag", 1, actor=mdo.gezin.school.leerkracht)

    with pytest.raises(GelijktijdigError) as fout:
        _zet(mdo, "Leesgroep op dinsdag", 0)

    assert str(fout.value.huidig) == "Leesgroep op maandag"


def test_decision_that_a_colleague_took_away_does_not_come_back() -> None:
    mdo = maak_mdo()
    besluit = _zet(mdo, "Leesgroep", 0)
    remove_besluit(actor=mdo.gezin.school.leerkracht, besluit=besluit, op=HIER)

    with pytest.raises(OverlegError, match="haalde dit besluit weg"):
        _zet(mdo, "Leesgroep op maandag", besluit.versie)

    assert not Besluit.objects.exists()


def test_the_name_a_screen_gave_is_of_its_own_meeting() -> None:
    mdo = maak_mdo()
    ander = maak_mdo(mdo.gezin)

    eerste, tweede = _zet(mdo, "Leesgroep", 0), _zet(ander, "Onderzoek", 0)

    assert (eerste.pk != tweede.pk, eerste.overleg, tweede.overleg) == (True, mdo.overleg, ander.overleg)


@pytest.mark.parametrize(("wat", "dagen", "zin"), [("x" * 301, 1, "een zin"), ("Leesgroep", -2, "voor het overleg")])
def test_decision_that_cannot_be_is_refused(wat: str, dagen: int, zin: str) -> None:
    mdo = maak_mdo()
    gegevens = Besluitgegevens(wat=wat, eigenaar=None, uiterlijk_op=(NA + timedelta(days=dagen)).date())

    with pytest.raises(OverlegError, match=zin):
        add_besluit(actor=mdo.ib, overleg=mdo.overleg, gegevens=gegevens, op=HIER)


def test_owner_is_somebody_of_this_meeting() -> None:
    mdo = maak_mdo()
    elders = maak_mdo(mdo.gezin).deelnemer(Deelnemerrol.LEERKRACHT)

    with pytest.raises(OverlegError, match="bij dit overleg"):
        add_besluit(
            actor=mdo.ib,
            overleg=mdo.overleg,
            gegevens=Besluitgegevens(wat="X", eigenaar=elders, uiterlijk_op=None),
            op=HIER,
        )


def test_owner_says_that_it_is_done_and_takes_it_back_and_another_does_not() -> None:
    mdo = maak_mdo()
    besluit, leerkracht = maak_besluit(mdo), mdo.gezin.school.leerkracht
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER)

    with pytest.raises(GeenToegangError):
        complete_besluit(actor=mdo.gezin.ouder, besluit=besluit, op=HIER)
    complete_besluit(actor=leerkracht, besluit=besluit, op=HIER)
    complete_besluit(actor=mdo.ib, besluit=besluit, op=HIER + timedelta(days=1))
    assert (besluit.gedaan_op, besluit.gedaan_door) == (HIER, leerkracht)
    complete_besluit(actor=mdo.ib, besluit=besluit, op=HIER, is_gedaan=False)

    assert Besluit.objects.get(pk=besluit.pk).gedaan_op is None


def test_decision_is_taken_off_the_sheet_while_it_is_open() -> None:
    mdo = maak_mdo()
    besluit, ander = maak_besluit(mdo), maak_besluit(mdo, "Onderzoek")

    remove_besluit(actor=mdo.ib, besluit=besluit, op=HIER)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER)
    with pytest.raises((OverlegError, GeenToegangError)):
        remove_besluit(actor=mdo.ib, besluit=ander, op=HIER)

    assert list(Besluit.objects.all()) == [ander]


def test_line_of_a_group_is_written_by_its_teacher_and_decisions_can_be_of_one_pupil() -> None:
    mdo = maak_mdo()
    gezin, overleg = mdo.gezin, maak_groepsbespreking(mdo.gezin)
    regel = Overlegdeel.objects.get(overleg=overleg, leerling=gezin.leerling)

    save_deel(actor=gezin.school.leerkracht, deel=regel, tekst="Gaat goed.", versie=1, op=HIER)
    gegevens = Besluitgegevens(wat="Rustige plek", eigenaar=None, uiterlijk_op=None, leerling=gezin.leerling)
    besluit = add_besluit(actor=gezin.school.leerkracht, overleg=overleg, gegevens=gegevens, op=HIER)

    assert (Overlegdeel.objects.get(pk=regel.pk).tekst, besluit.leerling) == ("Gaat goed.", gezin.leerling)
    for wie in (gezin.ouder, mdo.deskundige, gezin.school.bestuurder):
        with pytest.raises(GeenToegangError):
            save_deel(actor=wie, deel=regel, tekst="X", versie=2, op=HIER)


def test_pieces_are_laid_on_and_off_but_signs_of_abuse_never_lie_there() -> None:
    mdo = maak_mdo()
    zorg = maak_stuk(mdo.gezin.school, mdo.gezin.leerling, Vertrouwelijkheid.ZORG, "Bril")
    meldcode = maak_stuk(mdo.gezin.school, mdo.gezin.leerling, Vertrouwelijkheid.MELDCODE, "Stap een")

    def leg(stuk: object, *, erop: bool = True, actor: Account = mdo.ib) -> None:
        set_stuk(actor=actor, overleg=mdo.overleg, stuk=stuk, ligt_erop=erop, op=HIER)  # type: ignore[arg-type]

    leg(zorg)
    leg(zorg)
    leg(mdo.gezin.stuk, erop=False)
    with pytest.raises(OverlegError):
        leg(meldcode)
    with pytest.raises(GeenToegangError):
        leg(zorg, erop=False, actor=mdo.gezin.school.leerkracht)

    assert [een.stuk for een in Overlegstuk.objects.filter(overleg=mdo.overleg)] == [zorg]


def test_sheet_says_which_expert_was_not_given_a_piece_and_shows_what_it_said_when_it_was_closed() -> None:
    mdo = maak_mdo()
    zorg = maak_stuk(mdo.gezin.school, mdo.gezin.leerling, Vertrouwelijkheid.ZORG, "Bril")
    set_stuk(actor=mdo.ib, overleg=mdo.overleg, stuk=zorg, ligt_erop=True, op=HIER)

    regels = list_stukregels(overleg=mdo.overleg, leesbaar=[mdo.gezin.stuk, zorg], deelnemers=[mdo.extern], op=HIER)

    assert [(regel.beeld.stuk.titel, regel.niet_voor) for regel in regels] == [("Bril", ["Jo Wever"]), ("Gesprek", [])]
