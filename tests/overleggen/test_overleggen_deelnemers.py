"""Who is asked: colleagues and parents at once, others with the permission of the parents for this meeting only."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.leerlingen import maak_gezin, maak_stuk
from tests.factories.overleggen import BEGINT, gegevens, maak_besluit, maak_groepsbespreking, maak_mdo
from tests.factories.profielen import OP

from passend.begrippen.overleg import Deelnemerrol
from passend.begrippen.rollen import GeenToegangError
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.models import Gedeeldstuk, Toestemming
from passend.overleggen.actions.deelnemers import (
    Deelnemergegevens,
    add_deelnemer,
    ask_deelnemertoestemming,
    record_uitnodiging,
    remove_deelnemer,
)
from passend.overleggen.actions.overleg import OverlegError, move_overleg
from passend.overleggen.models import Overleg, Overlegdeelnemer
from passend.overleggen.queries.overleggen import list_deelnemers, toegelaten

pytestmark = [pytest.mark.django_db]
HIER = timezone.localtime(OP)


def _wie(
    rol: Deelnemerrol = Deelnemerrol.ADVISEUR, naam: str = "Noor", email: str = "n@x.example"
) -> Deelnemergegevens:
    return Deelnemergegevens(rol=rol, naam=naam, email=email)


def test_permission_is_for_this_meeting_for_the_pieces_on_its_sheet_and_until_its_day() -> None:
    mdo = maak_mdo(met_toestemming=False)

    toestemming = ask_deelnemertoestemming(actor=mdo.ib, deelnemer=mdo.extern, geldig_tot_en_met=BEGINT.date(), op=HIER)

    assert toestemming.doel == "Het overleg van 08-10-2026, voor Jo Wever (schoolmaatschappelijk werk)"
    assert (toestemming.geldig_tot_en_met, toestemming.account) == (BEGINT.date(), mdo.deskundige)
    assert [een.stuk for een in Gedeeldstuk.objects.filter(toestemming=toestemming)] == [mdo.gezin.stuk]
    assert Overlegdeelnemer.objects.get(pk=mdo.extern.pk).toestemming == toestemming


def test_who_cannot_sign_in_yet_is_tied_to_the_permission_by_the_invitation_later() -> None:
    mdo = maak_mdo()
    nieuw = add_deelnemer(actor=mdo.ib, overleg=mdo.overleg, gegevens=_wie(), op=HIER)

    toestemming = ask_deelnemertoestemming(actor=mdo.ib, deelnemer=nieuw, geldig_tot_en_met=BEGINT.date(), op=HIER)

    assert (toestemming.account, toestemming.email) == (None, "n@x.example")


def test_expert_is_not_invited_before_the_parents_agree_and_not_when_the_meeting_moves_past_their_permission() -> None:
    mdo = maak_mdo(met_toestemming=False)
    with pytest.raises(OverlegError, match="nog geen toestemming"):
        record_uitnodiging(actor=mdo.ib, deelnemer=mdo.extern, op=HIER)

    ander = maak_mdo(mdo.gezin)
    ander.extern.refresh_from_db()
    record_uitnodiging(actor=ander.ib, deelnemer=ander.extern, op=HIER)
    move_overleg(actor=ander.ib, overleg=ander.overleg, gegevens=gegevens(BEGINT + timedelta(days=1)), op=HIER)
    later = Overleg.objects.get(pk=ander.overleg.pk)

    deelnemers = list_deelnemers(overleg=later)
    mogen = toegelaten(deelnemers=deelnemers, overleg=later, op=HIER)
    assert {een.rol for een in deelnemers if een.pk not in mogen} == {"schoolmaatschappelijk_werk"}
    assert Overlegdeelnemer.objects.get(pk=ander.extern.pk).uitgenodigd_volgnummer == 0


@pytest.mark.parametrize(
    ("gegeven", "fout", "zin"),
    [
        (_wie(naam=" "), OverlegError, "Vul de naam in"),
        (_wie(email=""), OverlegError, "e-mailadres"),
        (_wie(email="geen adres"), LeerlingError, "geen e-mailadres"),
        (_wie(naam="x" * 161), LeerlingError, "te lang"),
    ],
)
def test_somebody_who_cannot_be_asked_is_refused(gegeven: Deelnemergegevens, fout: type[Exception], zin: str) -> None:
    mdo = maak_mdo()
    eerst = Overlegdeelnemer.objects.count()

    with pytest.raises(fout, match=zin):
        add_deelnemer(actor=mdo.ib, overleg=mdo.overleg, gegevens=gegeven, op=HIER)
    assert Overlegdeelnemer.objects.count() == eerst


def test_nobody_is_on_the_list_twice_and_nobody_of_outside_is_at_a_meeting_about_a_group() -> None:
    mdo = maak_mdo()
    groep = maak_groepsbespreking(mdo.gezin)
    dubbel = _wie(Deelnemerrol.JEUGDHULP, "Jo", mdo.extern.email.upper())
    collega = Deelnemergegevens(rol=Deelnemerrol.LEERKRACHT, naam="L", email="", account=mdo.gezin.school.leerkracht)

    for overleg, wie in ((mdo.overleg, dubbel), (mdo.overleg, collega), (groep, _wie())):
        with pytest.raises(OverlegError):
            add_deelnemer(actor=mdo.ib, overleg=overleg, gegevens=wie, op=HIER)


def test_permission_is_not_asked_for_the_school_nor_until_a_day_before_the_meeting() -> None:
    mdo = maak_mdo(met_toestemming=False)
    leerkracht = mdo.deelnemer(Deelnemerrol.LEERKRACHT)

    for wie, dag in ((leerkracht, BEGINT.date()), (mdo.extern, BEGINT.date() - timedelta(days=1))):
        with pytest.raises(OverlegError):
            ask_deelnemertoestemming(actor=mdo.ib, deelnemer=wie, geldig_tot_en_met=dag, op=HIER)
    assert Toestemming.objects.filter(doel__startswith="Het overleg").count() == 0


def test_who_has_something_to_do_stays_on_the_list_and_another_goes_but_the_permission_stays_in_the_file() -> None:
    mdo = maak_mdo()
    maak_besluit(mdo)

    with pytest.raises(OverlegError, match="besloten is"):
        remove_deelnemer(actor=mdo.ib, deelnemer=mdo.deelnemer(Deelnemerrol.LEERKRACHT), op=HIER)
    remove_deelnemer(actor=mdo.ib, deelnemer=mdo.extern, op=HIER)

    assert Toestemming.objects.filter(doel__startswith="Het overleg").count() == 1
    assert mdo.extern not in list_deelnemers(overleg=mdo.overleg)


def test_only_who_plans_meetings_asks_people() -> None:
    mdo = maak_mdo()
    maak_stuk(mdo.gezin.school, mdo.gezin.leerling)

    for wie in (mdo.gezin.school.leerkracht, mdo.gezin.ouder, mdo.deskundige):
        with pytest.raises(GeenToegangError):
            add_deelnemer(actor=wie, overleg=mdo.overleg, gegevens=_wie(), op=HIER)
        with pytest.raises(GeenToegangError):
            remove_deelnemer(actor=wie, deelnemer=mdo.extern, op=HIER)


def test_mdo_without_any_piece_on_its_sheet_can_still_have_an_expert() -> None:
    gezin = maak_gezin()
    gezin.stuk.delete()
    mdo = maak_mdo(gezin)

    assert toegelaten(deelnemers=list_deelnemers(overleg=mdo.overleg), overleg=mdo.overleg, op=HIER) >= {mdo.extern.pk}
