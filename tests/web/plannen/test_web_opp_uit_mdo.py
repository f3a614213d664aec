"""What an MDO about the plan noted is not typed again on the plan: its forms are filled in from the minutes."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.factories.leerlingen import maak_ouder
from tests.factories.opp import Plan, maak_plan, maak_vast_plan
from tests.factories.overleggen import Mdo, maak_mdo, nodig_uit
from tests.factories.paginas import meld_aan
from tests.web.conftest import NU

from passend.begrippen.overleg import Overlegsoort, Overlegstand
from passend.overleggen.actions.blad import Besluitgegevens, add_besluit, save_deel
from passend.overleggen.actions.deelnemers import set_aanwezigheid
from passend.overleggen.actions.sluiten import close_overleg
from passend.overleggen.models import Overleg, Overlegdeel, Overlegdeelnemer
from passend.overleggen.queries.opgeschreven import get_opgeschreven, list_gesloten_mdos
from passend.plannen.models import Opp
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _gesloten(plan: Plan, besluit: str = "") -> Mdo:
    """An MDO two hours ago to which one parent came and another did not, closed with words of everybody."""
    _account, relatie = maak_ouder(plan.school, plan.gezin.leerling)
    mdo = maak_mdo(plan.gezin, begint_op=NU - timedelta(hours=2), met_toestemming=False)
    op = NU - timedelta(hours=1)
    woorden = {
        "kind": "Ik wil rust.",
        "geprobeerd": "Een koptelefoon hielp.\nBuddy hielp niet.",
        "doelen": "Pip werkt tien minuten alleen.",
    }
    for deel in Overlegdeel.objects.filter(overleg=mdo.overleg):
        tekst = woorden.get(deel.soort, "")
        if deel.soort == "ouders":
            tekst = "Wel onderzoek." if deel.ouder_id == plan.gezin.relatie.pk else "Geen onderzoek."
        if tekst:
            save_deel(actor=mdo.ib, deel=deel, tekst=tekst, versie=deel.versie, op=op)
    for deelnemer in Overlegdeelnemer.objects.filter(overleg=mdo.overleg, rol__in=["ouder", "leerling"]):
        erbij = deelnemer.ouder_id != relatie.pk
        set_aanwezigheid(actor=mdo.ib, deelnemer=deelnemer, is_aanwezig=erbij, op=op)
    if besluit:
        eigenaar = Overlegdeelnemer.objects.filter(overleg=mdo.overleg, rol="intern_begeleider").first()
        gegevens = Besluitgegevens(wat=besluit, eigenaar=eigenaar, uiterlijk_op=NU.date())
        add_besluit(actor=mdo.ib, overleg=mdo.overleg, gegevens=gegevens, op=op)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=op + timedelta(minutes=5))
    return mdo


def _lees(plan: Plan, vraag: str = "") -> str:
    plek = {"code": plan.school.vestiging.code, "sleutel": plan.gezin.leerling.sleutel}
    return meld_aan(plan.school.intern_begeleider).get(reverse("opp", kwargs=plek) + vraag).content.decode()


def test_talk_with_the_parents_is_filled_in_with_the_day_who_came_and_what_each_said() -> None:
    plan = maak_plan()
    mdo = _gesloten(plan)
    ander = Overlegdeel.objects.filter(overleg=mdo.overleg, soort="ouders").latest("ouder").ouder_id

    leeg, gevuld = _lees(plan), _lees(plan, f"?gesprek={mdo.overleg.pk}")

    assert f"?gesprek={mdo.overleg.pk}#ouders" in leeg
    assert "Geen onderzoek." not in leeg
    assert "Jo Duinmans: Wel onderzoek.\n\nJo Duinmans: Geen onderzoek.</textarea>" in gevuld
    assert f'value="{(NU - timedelta(hours=2)).date().isoformat()}"' in gevuld
    assert f'name="ouder-{plan.gezin.relatie.pk}" value="erbij" checked' in gevuld
    assert f'name="ouder-{ander}" value="afwezig" checked' in gevuld


def test_talk_of_the_only_parent_who_came_does_not_begin_with_their_name() -> None:
    plan = maak_plan()
    mdo = _gesloten(plan)
    eigen, ander = Overlegdeel.objects.filter(overleg=mdo.overleg, soort="ouders").order_by("ouder")
    naam = plan.gezin.relatie.naam
    eigen.tekst, ander.tekst = f"{naam}: Wel onderzoek.", ""
    for deel in (eigen, ander):
        deel.save()

    gevuld = _lees(plan, f"?gesprek={mdo.overleg.pk}")

    assert ">Wel onderzoek.</textarea>" in gevuld  # who came is told beside it, and nobody else said anything
    Overlegdeelnemer.objects.filter(overleg=mdo.overleg, ouder=ander.ouder).update(is_aanwezig=None)
    assert f">{naam}: Wel onderzoek.</textarea>" in _lees(plan, f"?gesprek={mdo.overleg.pk}")


def test_words_of_the_child_are_filled_in_as_a_talk() -> None:
    plan = maak_plan()
    mdo = _gesloten(plan)

    assert "Ik wil rust.</textarea>" in _lees(plan, f"?stem={mdo.overleg.pk}")


def test_looking_back_is_filled_in_with_whom_and_what_was_tried_is_sorted_line_by_line() -> None:
    plan = maak_vast_plan()
    mdo = _gesloten(plan)

    pagina = _lees(plan, f"?terugblik={mdo.overleg.pk}")

    assert "Een koptelefoon hielp.</textarea>" not in pagina  # what did not help would be kept as what did
    for regel in ("Een koptelefoon hielp.", "Buddy hielp niet."):
        assert f">{regel}</p>" in pagina
    assert (pagina.count('data-neem-over="id-werkte"'), pagina.count('data-neem-over="id-werkte_niet"')) == (2, 2)
    assert 'name="met_ouders" value="1" checked' in pagina
    assert 'name="met_leerling" value="1" checked' in pagina


def test_goals_and_decisions_of_an_mdo_come_in_the_plan_without_typing_them_again() -> None:
    plan = maak_plan()
    mdo = _gesloten(plan, besluit="Elke dag een kwartier lezen")
    keus = f"?doelen={mdo.overleg.pk}"
    client = meld_aan(plan.school.intern_begeleider)
    plek = {"code": plan.school.vestiging.code, "sleutel": plan.gezin.leerling.sleutel}

    leeg, gevuld = _lees(plan), _lees(plan, keus)
    velden = {"aanpak": "Elke dag een kwartier lezen", "wie": "Mila", "uit_mdo": mdo.overleg.pk}
    daarna = client.post(reverse("opp_regel", kwargs=plek), velden)

    assert f"{keus}#d-doelen" in leeg
    assert "Pip werkt tien minuten alleen." not in leeg
    assert ">Pip werkt tien minuten alleen.</p>" in gevuld
    assert 'data-neem-over="deel-doelen"' in gevuld
    assert 'name="aanpak" value="Elke dag een kwartier lezen"' in gevuld
    assert daarna["Location"] == reverse("opp", kwargs=plek) + f"{keus}#d-begeleidingsregels"
    assert 'name="aanpak" value="Elke dag een kwartier lezen"' not in _lees(plan, keus)


@pytest.mark.parametrize(
    ("maak", "vormen"), [(maak_plan, ["gesprek", "stem", "doelen"]), (maak_vast_plan, ["terugblik"])]
)
def test_closed_sheet_leads_who_leads_the_plan_to_the_forms_it_fills_in(
    maak: Callable[[], Plan], vormen: list[str]
) -> None:
    plan = maak()
    mdo = _gesloten(plan)

    def wegen(wie: Account) -> list[str]:
        pagina = meld_aan(wie).get(reverse("overleg", kwargs=_plek(mdo))).content.decode()
        return re.findall(rf"/opp\?(\w+)={mdo.overleg.pk}#", pagina)

    assert wegen(mdo.ib) == vormen
    assert wegen(plan.gezin.ouder) == []


def _begin(wie: Account, mdo: Mdo) -> bool:
    """Whether the sheet leads to the form that begins a plan."""
    pagina = meld_aan(wie).get(reverse("overleg", kwargs=_plek(mdo))).content.decode()
    return 'href="/school/99AA00/leerling/' in pagina and '/opp#begin-kop"' in pagina


def test_sheet_about_a_pupil_without_a_plan_leads_who_may_to_the_beginning_of_one() -> None:
    mdo = nodig_uit(maak_mdo(begint_op=NU - timedelta(hours=2)))
    gezin = mdo.gezin

    assert _begin(mdo.ib, mdo)
    assert not _begin(gezin.school.leerkracht, mdo)
    assert not _begin(gezin.ouder, mdo)
    close_overleg(actor=mdo.ib, overleg=mdo.overleg, op=NU)
    assert _begin(mdo.ib, mdo)
    Overleg.objects.update(begint_op=NU - timedelta(days=184))
    assert not _begin(mdo.ib, mdo)
    Overleg.objects.update(begint_op=NU, soort=Overlegsoort.LEERLINGBESPREKING)
    assert not _begin(mdo.ib, mdo)


def test_no_plan_is_begun_from_the_sheet_for_who_has_one_or_left() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=2))
    leerling = mdo.gezin.leerling
    leerling.uitgeschreven_op = (NU - timedelta(days=1)).date()
    leerling.save()
    weg = _begin(mdo.ib, mdo)
    leerling.uitgeschreven_op = None
    leerling.save()
    maak_plan(mdo.gezin)

    assert (weg, _begin(mdo.ib, mdo)) == (False, False)


def test_plan_that_ended_is_followed_by_a_new_one_from_the_sheet_and_from_its_own_page() -> None:
    plan = maak_vast_plan()
    mdo = maak_mdo(plan.gezin, begint_op=NU - timedelta(hours=2), met_toestemming=False)
    loopt = _begin(mdo.ib, mdo)
    Opp.objects.update(geeindigd_op=NU.date())

    assert (loopt, _begin(mdo.ib, mdo)) == (False, True)
    assert 'id="begin-kop"' in _lees(plan)
    begin = reverse("opp_begin", kwargs={"code": "99AA00", "sleutel": plan.gezin.leerling.sleutel})
    half = meld_aan(mdo.ib).post(begin, {"aanleiding": "extra_ondersteuning", "begonnen_op": "2026-02-31"})
    assert half.status_code == 422
    assert half.content.decode().count("Kies waarom dit plan er komt, en vul een bestaande dag in.") == 1
    meld_aan(mdo.ib).post(begin, {"aanleiding": "extra_ondersteuning", "begonnen_op": NU.date().isoformat()})
    assert Opp.objects.filter(geeindigd_op=None).count() == 1
    assert 'id="begin-kop"' not in _lees(plan)


def _plek(mdo: Mdo) -> dict[str, object]:
    leerling = mdo.gezin.leerling
    return {"code": leerling.vestiging.code, "sleutel": leerling.sleutel, "nr": mdo.overleg.pk}


def test_meeting_that_is_open_too_long_ago_or_not_there_fills_nothing_in() -> None:
    plan = maak_plan()
    mdo = _gesloten(plan)
    alle = Overleg.objects.all()

    def aanbod() -> list[Overleg]:
        return list_gesloten_mdos(zichtbaar=alle, leerling=plan.gezin.leerling, op=timezone.localtime(NU))

    assert aanbod() == [mdo.overleg]
    alle.update(begint_op=NU - timedelta(days=184))
    assert aanbod() == []
    alle.update(begint_op=NU, stand=Overlegstand.GEHOUDEN)
    assert aanbod() == []
    for nummer in (mdo.overleg.pk, 99_999):
        assert "Geen onderzoek." not in _lees(plan, f"?gesprek={nummer}")


def test_who_was_there_is_told_only_when_somebody_said_so() -> None:
    mdo = maak_mdo()

    uit = get_opgeschreven(overleg=mdo.overleg)

    assert (dict(uit.erbij), uit.is_kind_erbij, uit.ouders, uit.kind) == ({mdo.gezin.relatie.pk: None}, False, "", "")
