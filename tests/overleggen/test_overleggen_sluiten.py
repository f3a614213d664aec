"""Closing takes nobody's words away, says what is missing, and can be taken back for a day."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from tests.factories.overleggen import NA, Mdo, maak_besluit, maak_mdo

from passend.begrippen.overleg import Deelnemerrol, Deelsoort
from passend.begrippen.rollen import GeenToegangError
from passend.overleggen.actions.blad import DichtError, save_deel
from passend.overleggen.actions.deelnemers import set_aanwezigheid
from passend.overleggen.actions.overleg import OverlegError
from passend.overleggen.actions.sluiten import SchrijftNogError, close_overleg, get_ontbreekt_nog, reopen_overleg
from passend.overleggen.models import Overlegdeelnemer
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db]
HIER = timezone.localtime(NA)


def _schrijf(mdo: Mdo, wie: Account, tekst: str, op: datetime = HIER) -> None:
    deel = mdo.deel("vraag")
    save_deel(actor=wie, deel=deel, tekst=tekst, versie=deel.versie, op=op)


def _stand(mdo: Mdo) -> str:
    mdo.overleg.refresh_from_db()
    return mdo.overleg.stand


def test_closing_waits_for_a_colleague_who_is_typing_unless_one_closes_all_the_same() -> None:
    mdo = maak_mdo()
    leerkracht = mdo.gezin.school.leerkracht
    _schrijf(mdo, leerkracht, "Hoe helpen")
    _schrijf(mdo, mdo.ib, "Hoe helpen we Pip?", HIER - timedelta(hours=1))
    _schrijf(mdo, leerkracht, "Hoe helpen we Pip lezen?")

    with pytest.raises(SchrijftNogError, match=str(leerkracht)):
        close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER + timedelta(seconds=5))
    assert _stand(mdo) == "gehouden"
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER + timedelta(seconds=5), is_toch_gesloten=True)

    assert _stand(mdo) == "gesloten"


def test_own_typing_and_that_of_half_a_minute_ago_keep_nothing_open() -> None:
    mdo = maak_mdo()
    _schrijf(mdo, mdo.gezin.school.leerkracht, "Hoe?", HIER - timedelta(seconds=30))
    _schrijf(mdo, mdo.ib, "Hoe helpen we?", HIER)

    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER)

    assert _stand(mdo) == "gesloten"


def test_closed_meeting_opens_again_for_a_day_and_takes_the_words_that_were_refused() -> None:
    mdo = maak_mdo()
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER)
    with pytest.raises(DichtError) as dicht:
        _schrijf(mdo, mdo.gezin.school.leerkracht, "Nog een zin.")
    assert dicht.value.gesloten_door == mdo.ib

    with pytest.raises(GeenToegangError):
        reopen_overleg(actor=mdo.gezin.school.leerkracht, overleg=mdo.overleg, op=HIER)
    reopen_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER + timedelta(hours=20))
    _schrijf(mdo, mdo.gezin.school.leerkracht, "Nog een zin.", HIER + timedelta(hours=20))

    assert (_stand(mdo), mdo.overleg.gesloten_door) == ("gehouden", None)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER + timedelta(hours=21))
    with pytest.raises(OverlegError, match="een dag lang"):
        reopen_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER + timedelta(hours=46))


def test_what_is_missing_is_said_before_closing_and_keeps_nothing_open() -> None:
    mdo = maak_mdo()
    namen = [een.naam for een in Overlegdeelnemer.objects.filter(overleg=mdo.overleg)]

    leeg = get_ontbreekt_nog(overleg=mdo.overleg)
    _schrijf(mdo, mdo.ib, "Hoe helpen we Pip?")
    for soort in (Deelsoort.KIND, Deelsoort.OUDERS, Deelsoort.DOELEN):
        deel = mdo.deel(soort)
        save_deel(actor=mdo.ib, deel=deel, tekst="Vlot lezen", versie=deel.versie, op=HIER)
    maak_besluit(mdo)
    for een in Overlegdeelnemer.objects.filter(overleg=mdo.overleg):
        set_aanwezigheid(actor=mdo.gezin.school.leerkracht, deelnemer=een, is_aanwezig=een.rol != "ouder", op=HIER)

    assert leeg == (
        "De vraag is niet ingevuld.",
        f"Van deze mensen staat er niet wat zij vinden: Pip, {mdo.gezin.relatie.naam}.",
        "De doelen zijn niet ingevuld.",
        "Er is niets afgesproken.",
        f"Van deze mensen staat er niet of zij er waren: {', '.join(namen)}.",
    )
    assert get_ontbreekt_nog(overleg=mdo.overleg) == ()


def test_presence_is_noted_by_the_school_once_it_began_and_never_after_closing() -> None:
    mdo = maak_mdo()
    extern = mdo.deelnemer(Deelnemerrol.SCHOOLMAATSCHAPPELIJK_WERK)

    with pytest.raises(OverlegError, match="nog niet begonnen"):
        set_aanwezigheid(actor=mdo.ib, deelnemer=extern, is_aanwezig=True, op=HIER - timedelta(days=1))
    set_aanwezigheid(actor=mdo.ib, deelnemer=extern, is_aanwezig=True, op=HIER)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=HIER)
    with pytest.raises(OverlegError, match="gesloten"):
        set_aanwezigheid(actor=mdo.ib, deelnemer=extern, is_aanwezig=None, op=HIER)

    extern.refresh_from_db()
    assert extern.is_aanwezig is True
