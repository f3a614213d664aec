"""The sheet of a new meeting knows what goes on: open agreements, the plan, absence and signals, each for who may."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from tests.factories.opp import TEKST, maak_plan
from tests.factories.overleggen import BEGINT, NA, Mdo, maak_besluit, maak_mdo
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat

from passend.leerlingen.permissions import get_inzage
from passend.overleggen.actions.blad import complete_besluit
from passend.overleggen.actions.sluiten import close_overleg
from passend.overleggen.models import Overleg
from passend.overleggen.permissions import visible_overleggen
from passend.overleggen.queries.lopend import list_lopend
from passend.plannen.actions.opp import offer_opp
from passend.toegang.models import Account
from passend.volgen.models import Verzuim

pytestmark = [pytest.mark.django_db]
LATER = timezone.localtime(NA) + timedelta(days=20)
OPEN = "Nog open van een eerder overleg"


def _lopend(mdo: Mdo, wie: Account) -> list[tuple[str, str]]:
    inzage = get_inzage(wie, mdo.gezin.leerling, op=LATER)
    assert inzage is not None
    rijen = list_lopend(
        overleg=Overleg.objects.get(pk=mdo.overleg.pk),
        inzage=inzage,
        zichtbaar=lambda: visible_overleggen(wie, op=LATER),
        op=LATER,
    )
    return [(een.waarover, f"{een.tekst} {een.erbij}".rstrip()) for een in rijen]


def _gesloten_met_besluit() -> Mdo:
    mdo = maak_mdo()
    maak_besluit(mdo, "Luisterboek halen")
    gedaan = maak_besluit(mdo, "Bellen")
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=timezone.localtime(NA), is_toch_gesloten=True)
    gedaan.refresh_from_db()
    complete_besluit(actor=mdo.ib, besluit=gedaan, op=timezone.localtime(NA), is_gedaan=True)
    return mdo


def test_agreements_of_the_last_meeting_that_are_still_open_are_on_the_new_sheet_for_who_may_read_that_meeting() -> (
    None
):
    eerst = _gesloten_met_besluit()
    nieuw = maak_mdo(eerst.gezin, begint_op=BEGINT + timedelta(days=30))
    dag = (timezone.localtime(NA) + timedelta(days=14)).date()
    afspraak = (OPEN, f"Luisterboek halen ({eerst.gezin.school.leerkracht}, uiterlijk {dag:%d-%m-%Y})")

    assert [een for een in _lopend(nieuw, nieuw.ib) if een[0] == OPEN] == [afspraak]
    assert [een for een in _lopend(nieuw, nieuw.gezin.ouder) if een[0] == OPEN] == [afspraak]
    assert _lopend(nieuw, nieuw.deskundige) == []
    assert [een for een in _lopend(eerst, eerst.ib) if een[0] == OPEN] == []


def test_plan_and_absence_are_on_the_sheet_for_who_reads_the_file_and_a_signal_for_who_follows_the_pupil() -> None:
    mdo = maak_mdo(begint_op=BEGINT + timedelta(days=30))
    leerling, ib = mdo.gezin.leerling, mdo.ib
    plan = maak_plan(mdo.gezin, TEKST | {"doelen": "Leest E5 op 1 februari."})
    for dagen, soort in ((0, "ziek"), (1, "ziek"), (2, "te_laat")):
        Verzuim.objects.create(
            bestuur_id=leerling.bestuur_id,
            leerling=leerling,
            door=ib,
            soort=soort,
            op=OP.date() - timedelta(days=dagen),
            uren=Decimal("5.5"),
            herkomst="getypt",
            vastgelegd_op=OP,
        )
    maak_resultaat(leerling, date(2026, 2, 1), afnamemoment="M5", niveau="I", schaalscore=Decimal(150))
    maak_resultaat(leerling, date(2026, 6, 15), afnamemoment="E5", niveau="IV", schaalscore=Decimal(140))

    concept = dict(_lopend(mdo, ib))
    offer_opp(actor=ib, versie=plan.versie, op=OP)
    school, ouder = dict(_lopend(mdo, ib)), dict(_lopend(mdo, mdo.gezin.ouder))

    assert "doelen uit het plan" not in concept
    assert school["doelen uit het plan"] == ouder["doelen uit het plan"] == "Leest E5 op 1 februari."
    assert school["waar het kind naartoe gaat"] == "Vmbo gemengd of theoretisch"
    assert school["verzuim"] == ouder["verzuim"] == "ziek 2 dagen, te laat 1×"
    assert "niveau" in school["signaal"]
    assert "signaal" not in ouder
    assert _lopend(mdo, mdo.deskundige) == []
