"""The sheet on a page: saved as typed, news of others, who is missing, and letters that name nobody."""

import re
from datetime import date, timedelta
from email import message_from_bytes, policy
from typing import Any
from uuid import uuid4

import pypdfium2
import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from tests.factories.leerlingen import maak_leerling, maak_stuk
from tests.factories.opp import TEKST, hoor, maak_plan
from tests.factories.overleggen import Mdo, gegevens, maak_besluit, maak_groepsbespreking, maak_mdo, nodig_uit
from tests.factories.paginas import inhoud_van, meld_aan
from tests.factories.profielen import OP
from tests.web.conftest import NU

from passend.begrippen.hgw import Kenmerksoort
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overleg import Deelnemerrol, Overlegsoort
from passend.leerlingen.models import Toestemming
from passend.overleggen.actions.overleg import plan_overleg
from passend.overleggen.models import Besluit, Overleg, Overlegdeelnemer
from passend.overleggen.queries.bekenden import Bekende, list_bekenden
from passend.overleggen.queries.overleggen import list_deelnemers
from passend.plannen.actions.kenmerken import save_kenmerken
from passend.plannen.actions.opp import offer_opp
from passend.plannen.actions.oppouders import add_oppzienswijze
from passend.plannen.models import Plan
from passend.toegang.models import Account, Logregel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
STRAKS = NU + timedelta(days=2)


def _adres(mdo: Mdo, deel: str = "") -> str:
    plek = {"code": "99AA00", "sleutel": mdo.gezin.leerling.sleutel, "nr": mdo.overleg.pk}
    return reverse(f"overleg_{deel}" if deel else "overleg", kwargs=plek)


def _bekenden(overleg: Overleg) -> list[Bekende]:
    return list_bekenden(overleg=overleg, deelnemers=list_deelnemers(overleg=overleg), op=NU)


def _lees(account: Account, mdo: Mdo, deel: str = "") -> str:
    antwoord = meld_aan(account).get(_adres(mdo, deel))
    assert antwoord.status_code == 200
    return inhoud_van(antwoord) if not deel else antwoord.content.decode()


def _stuur(account: Account, mdo: Mdo, deel: str, velden: dict[str, Any], status: int = 302) -> Any:
    antwoord = meld_aan(account).post(_adres(mdo, deel), velden)
    assert antwoord.status_code == status
    return antwoord


def test_sheet_has_the_file_on_it_a_place_for_child_and_parents_and_says_who_is_missing() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    maak_stuk(mdo.gezin.school, mdo.gezin.leerling, Vertrouwelijkheid.MELDCODE, "Stap een")

    pagina = _lees(mdo.ib, mdo)

    for woorden in ("Wat er staat in Gesprek.", "Wat vindt het kind?", "Wat vindt Jo Duinmans?", "Wat spreken we af?"):
        assert woorden in pagina
    assert "Nog niet op de lijst: adviseur passend onderwijs" in pagina
    assert "Stap een" not in pagina
    assert re.search(r"<title>\s*MDO", meld_aan(mdo.ib).get(_adres(mdo)).content.decode())
    regel = Logregel.objects.filter(handeling="open_overleg").first()
    assert regel is not None
    assert (regel.account, regel.reden) == (mdo.ib, "intern_begeleider")


def test_part_is_saved_and_others_hear_of_it_and_a_second_writer_chooses() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    deel = mdo.deel("vraag")
    velden = {"deel": deel.pk, "waarde": "Hoe helpen we Pip?", "versie": "1"}

    goed = _stuur(mdo.ib, mdo, "deel", velden, 200)
    nieuws = meld_aan(mdo.gezin.school.leerkracht).get(_adres(mdo, "nieuws"), {"sinds": OP.isoformat()})
    botsing = _stuur(mdo.gezin.school.leerkracht, mdo, "deel", velden | {"waarde": "Anders"}, 409)
    _stuur(mdo.gezin.school.leerkracht, mdo, "deel", velden | {"waarde": "Samen", "kies_versie": "2"}, 200)

    assert "Opgeslagen" in goed.content.decode()
    assert 'data-versie="2" data-tekst="Hoe helpen we Pip?"' in nieuws.content.decode()
    assert "heeft dit ook veranderd" in botsing.content.decode()
    assert "Hoe helpen we Pip?" in botsing.content.decode()
    assert mdo.deel("vraag").tekst == "Samen"
    assert "Hoe helpen we Pip?" in meld_aan(mdo.ib).get(_adres(mdo, "versies"), {"deel": deel.pk}).content.decode()


def test_decision_is_added_filled_in_and_taken_away_and_what_cannot_be_says_why() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    _stuur(mdo.ib, mdo, "besluit", {}, 404)
    _stuur(mdo.ib, mdo, "besluit", {"sleutel": uuid4().hex}, 200)
    besluit = Besluit.objects.get()
    eigenaar = Overlegdeelnemer.objects.filter(overleg=mdo.overleg).first()
    assert eigenaar is not None
    velden = {"besluit": besluit.pk, "wat": "Leesgroep", "eigenaar": eigenaar.pk, "versie": "1"}

    te_vroeg = _stuur(mdo.ib, mdo, "besluit", velden | {"uiterlijk_op": "2026-01-01"}, 422)
    _stuur(mdo.ib, mdo, "besluit", velden | {"uiterlijk_op": "2026-11-01"}, 200)
    dicht = _stuur(
        mdo.gezin.school.leerkracht, mdo, "besluit", velden | {"wat": "X", "uiterlijk_op": "2026-11-01"}, 409
    )

    assert "voor het overleg" in te_vroeg.content.decode()
    assert "heeft dit ook veranderd" in dicht.content.decode()
    _stuur(mdo.ib, mdo, "besluit", {"besluit": besluit.pk, "weg": "1"}, 200)
    assert not Besluit.objects.exists()


def test_decision_that_a_screen_made_is_saved_and_taken_away_however_often_it_is_sent() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    velden = {"sleutel": uuid4().hex, "versie": "0", "wat": "Leesgroep", "eigenaar": "", "uiterlijk_op": ""}

    for _keer in range(2):
        antwoord = _stuur(mdo.ib, mdo, "besluit", velden | {"uiterlijk_op": "2099-03-02"}, 200)
    assert [(een.wat, een.uiterlijk_op) for een in Besluit.objects.all()] == [("Leesgroep", date(2099, 3, 2))]
    assert 'name="versie" value="1"' in antwoord.content.decode()

    for _keer in range(2):
        _stuur(mdo.ib, mdo, "besluit", velden | {"weg": "1"}, 200)
    assert not Besluit.objects.exists()


def test_closing_without_owner_says_what_is_missing_and_afterwards_the_sheet_is_the_minutes() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    maak_besluit(mdo, op=NU)
    _stuur(mdo.ib, mdo, "besluit", {"sleutel": uuid4().hex}, 200)

    geweigerd = _stuur(mdo.ib, mdo, "sluiten", {}, 422)
    assert "Een besluit zegt nog niets." in inhoud_van(geweigerd)
    Besluit.objects.filter(wat="").delete()
    _stuur(mdo.ib, mdo, "sluiten", {})

    lijst = meld_aan(mdo.ib).get(reverse("overleggen", kwargs={"code": "99AA00"}))
    assert "Gesloten MDO Pip Duinmans" in inhoud_van(lijst)
    for wie in (mdo.ib, mdo.gezin.ouder):
        assert "Leesgroepje" in _lees(wie, mdo)
        assert "<textarea" not in meld_aan(wie).get(_adres(mdo)).content.decode()
        assert meld_aan(wie).get(_adres(mdo, "pdf")).content.startswith(b"%PDF")


def _brieven() -> list[tuple[str, str, str, Any]]:
    """Of each letter: to whom, its subject, its words, and the event in its calendar file."""
    gelezen = []
    for brief in mail.outbox:
        heel = message_from_bytes(brief.message().as_bytes(), policy=policy.default)
        bijlage = next((deel for deel in heel.walk() if deel.get_content_type() == "text/calendar"), None)
        if bijlage is not None:
            kalender = Calendar.from_ical(bijlage.get_content())
            assert bijlage.get_param("method") == str(kalender["method"])
            gelezen.append((brief.to[0], brief.subject, brief.body, kalender))
    return gelezen


def _soorten(brieven: list[tuple[str, str, str, Any]], wie: str) -> list[tuple[str, int]]:
    """What each letter to somebody asks of their calendar, and its number."""
    kalenders = [kalender for aan, _titel, _tekst, kalender in brieven if aan == wie]
    return [(str(kalender["method"]), kalender.events[0]["sequence"]) for kalender in kalenders]


def test_invitations_go_to_who_may_come_and_say_nothing_of_the_pupil_and_changes_follow() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    extern = mdo.extern.email

    _stuur(mdo.ib, mdo, "uitnodigen", {})
    _stuur(mdo.ib, mdo, "uitnodigen", {})
    eerst = _brieven()
    tijd = {"dag": "2026-11-02", "tijd": "10:00", "minuten": "30", "plaats": "Aula"}
    _stuur(mdo.ib, mdo, "tijd", tijd)
    _stuur(mdo.ib, mdo, "tijd", {"afzeggen": "1"})
    alle = _brieven()

    assert extern in {aan for aan, *_rest in eerst}
    assert len(eerst) == len({aan for aan, *_rest in eerst}) == 4
    # the new day is past what the parents agreed to, so that the expert only hears that it is off
    assert _soorten(alle, extern) == [("REQUEST", 0), ("CANCEL", 2)]
    leerkracht = mdo.gezin.school.leerkracht.username
    assert _soorten(alle, leerkracht) == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]
    for _aan, titel, woorden, kalender in alle:
        alles = titel + woorden + kalender.to_ical().decode()
        assert "Pip" not in alles
        assert "MDO" not in alles
    assert len({str(kalender.events[0]["uid"]) for *_rest, kalender in alle}) == 1


def test_expert_without_permission_gets_no_letter_and_the_page_says_of_whom_a_yes_is_needed() -> None:
    mdo = maak_mdo(begint_op=STRAKS, met_toestemming=False)

    vraag = {"deelnemer": mdo.extern.pk, "geldig_tot_en_met": STRAKS.date().isoformat()}
    _stuur(mdo.ib, mdo, "toestemming", vraag)
    pagina = inhoud_van(meld_aan(mdo.ib).post(_adres(mdo, "uitnodigen"), follow=True))

    assert "Niet uitgenodigd: Jo Wever. Eerst zeggen de ouders ja." in pagina
    assert f"Nog nodig van: {mdo.gezin.relatie.naam}" in pagina
    assert mdo.extern.email not in {aan for aan, *_rest in _brieven()}
    assert "Ik geef toestemming : Het overleg van" in _lees(mdo.gezin.ouder, mdo)
    assert Toestemming.objects.filter(account=mdo.deskundige).count() == 1


def test_expert_reads_the_sheet_of_their_meeting_and_nothing_else_of_the_pupil() -> None:
    mdo = nodig_uit(maak_mdo(begint_op=STRAKS))
    zorg = maak_stuk(mdo.gezin.school, mdo.gezin.leerling, Vertrouwelijkheid.ZORG, "Bril")
    _stuur(mdo.ib, mdo, "stuk", {"stuk": zorg.pk, "ligt_erop": "ja"})
    ander = maak_mdo(mdo.gezin, begint_op=STRAKS)

    pagina = _lees(mdo.deskundige, mdo)

    assert "Wat er staat in Gesprek." in pagina
    assert "Bril" not in pagina
    assert "niet gedeeld met" not in pagina
    assert "niet gedeeld met Jo Wever" in _lees(mdo.ib, mdo)
    assert "Op een digibord leest Jo Wever dit mee, ook wat de ouders niet deelden." in _lees(mdo.ib, mdo)
    assert "Op een digibord" not in pagina
    assert meld_aan(mdo.deskundige).get(_adres(ander)).status_code == 403
    assert meld_aan(mdo.deskundige).get(_adres(mdo, "pdf")).status_code == 200


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"dag": "2026-02-31", "tijd": "10:00", "minuten": "30"}, "Vul een bestaande dag en een tijd in"),
        ({"dag": "2026-11-02", "tijd": "10:00", "minuten": "x"}, "tussen 5 en 480 minuten"),
        ({"dag": "2020-11-02", "tijd": "10:00", "minuten": "30"}, "al voorbij"),
    ],
)
def test_time_that_cannot_be_says_why_and_keeps_what_was_typed(velden: dict[str, str], zin: str) -> None:
    mdo = maak_mdo(begint_op=STRAKS)

    antwoord = _stuur(mdo.ib, mdo, "tijd", {"plaats": "Zolder", **velden}, 422)

    assert zin in inhoud_van(antwoord)
    assert 'value="Zolder"' in antwoord.content.decode()
    assert Overleg.objects.get(pk=mdo.overleg.pk).plaats == "Kamer 4"


def test_meeting_is_planned_from_the_list_and_without_a_choice_it_says_so() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    ib, adres = meld_aan(mdo.ib), reverse("overleg_nieuw", kwargs={"code": "99AA00"})
    tijd = {"dag": "2026-11-02", "tijd": "10:00", "minuten": "30", "plaats": ""}

    leeg = ib.post(adres, {"soort": "mdo", **tijd})
    gemaakt = ib.post(adres, {"soort": "groepsbespreking", "groep": mdo.gezin.groep.pk, **tijd})

    assert (leeg.status_code, "Kies over wie" in inhoud_van(leeg)) == (422, True)
    groep = Overleg.objects.get(soort="groepsbespreking")
    assert gemaakt.url == reverse("groepsoverleg", kwargs={"code": "99AA00", "nr": groep.pk})
    pagina = inhoud_van(ib.get(gemaakt.url))
    assert "Pip Duinmans" in pagina
    assert "Per leerling een regel" in pagina


def _keuze(pagina: str) -> list[str]:
    return re.findall(r'name="soort" value="(\w+)" required checked', pagina)


def test_kind_of_a_meeting_is_asked_unless_one_comes_from_a_pupil() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    ib, adres = meld_aan(mdo.ib), reverse("overleggen", kwargs={"code": "99AA00"})
    tijd = {"dag": "2026-11-02", "tijd": "10:00", "minuten": "30", "plaats": ""}

    leeg = ib.get(adres).content.decode()
    van_kind = ib.get(f"{adres}?leerling={mdo.gezin.leerling.sleutel}").content.decode()
    zonder = ib.post(
        reverse("overleg_nieuw", kwargs={"code": "99AA00"}), {"leerling": mdo.gezin.leerling.sleutel, **tijd}
    )

    assert (_keuze(leeg), _keuze(van_kind)) == ([], ["mdo"])
    assert ">Kies een leerling</option>" in leeg
    assert "Over een groep" not in leeg
    assert (zonder.status_code, "Kies wat voor overleg het is." in inhoud_van(zonder)) == (422, True)


def test_sheet_of_a_group_shows_what_is_known_of_each_pupil_while_it_is_open() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    groep = maak_groepsbespreking(mdo.gezin, STRAKS)
    save_kenmerken(
        actor=mdo.ib,
        leerling=mdo.gezin.leerling,
        soort=Kenmerksoort.BEHOEFTE,
        tekst="een rustige plek",
        gezien=[],
        op=timezone.localtime(NU),
    )
    adres, ib = reverse("groepsoverleg", kwargs={"code": "99AA00", "nr": groep.pk}), meld_aan(mdo.ib)

    open_ = inhoud_van(ib.get(adres))
    Overleg.objects.filter(pk=groep.pk).update(stand="gesloten", gesloten_op=STRAKS)

    assert "Wat is nodig: een rustige plek" in open_
    assert "een rustige plek" not in inhoud_van(ib.get(adres))


@pytest.mark.parametrize("pagina", ["overleggen", "groepsoverleg", "agenda", "start"])
def test_number_of_questions_does_not_grow_with_what_is_shown(pagina: str) -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    groep = maak_groepsbespreking(mdo.gezin, STRAKS)
    plek: dict[str, Any] = {"overleggen": {"code": "99AA00"}, "groepsoverleg": {"code": "99AA00", "nr": groep.pk}}
    adres, ib = reverse(pagina, kwargs=plek.get(pagina)), meld_aan(mdo.ib)

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            ib.get(adres)
        return len(vragen)

    tel()
    vooraf = tel()
    for nummer in range(2):
        maak_mdo(mdo.gezin, begint_op=STRAKS + timedelta(days=nummer))
        maak_leerling(mdo.gezin.school, f"Kind {nummer}", groep=mdo.gezin.groep)

    assert tel() == vooraf


def test_text_refused_by_a_closed_sheet_is_answered_with_who_closed_it_and_how_to_keep_it() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    vraagt = meld_aan(mdo.ib).get(_adres(mdo, "sluiten"))
    assert "De doelen zijn niet ingevuld. Er is niets afgesproken." in inhoud_van(vraagt)
    assert "Van deze mensen staat er niet of zij er waren:" in inhoud_van(vraagt)
    _stuur(mdo.ib, mdo, "sluiten", {})

    velden = {"deel": mdo.deel("vraag").pk, "waarde": "Nog een zin.", "versie": "1"}
    antwoord = _stuur(mdo.gezin.school.leerkracht, mdo, "deel", velden, 422)

    assert f"Niet opgeslagen: {mdo.ib} sloot dit overleg." in antwoord.content.decode()
    assert "Kopieer wat ik schreef" in antwoord.content.decode()
    _stuur(mdo.ib, mdo, "heropenen", {})
    _stuur(mdo.gezin.school.leerkracht, mdo, "deel", velden, 200)
    geweigerd = _stuur(mdo.ib, mdo, "sluiten", {}, 422)
    assert "Er wordt nog geschreven, door" in inhoud_van(geweigerd)
    _stuur(mdo.ib, mdo, "sluiten", {"toch": "1"})


def test_minutes_say_of_each_person_only_what_was_noted_and_leave_no_part_out() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    _stuur(mdo.gezin.school.leerkracht, mdo, "aanwezig", {"deelnemer": mdo.extern.pk, "aanwezig": "nee"})
    _stuur(mdo.ib, mdo, "uitnodigen", {})
    _stuur(mdo.ib, mdo, "sluiten", {})

    with pypdfium2.PdfDocument(meld_aan(mdo.ib).get(_adres(mdo, "pdf")).content) as pdf:
        tekst = " ".join(" ".join(bladzijde.get_textpage().get_text_range() for bladzijde in pdf).split())

    assert "Jo Wever schoolmaatschappelijk werk afwezig" in tekst
    assert "ouder genodigd" in tekst
    assert "leerling niet ingevuld" in tekst
    assert re.search("Niet ingevuld .*Wat vindt het kind\\? .*Waar willen we naartoe\\?", tekst)


def test_meeting_on_a_saturday_is_planned_with_a_word_about_it_and_who_has_no_address_is_asked_by_hand() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    Overlegdeelnemer.objects.filter(overleg=mdo.overleg, rol="ouder").update(email="")
    ouder = mdo.deelnemer(Deelnemerrol.OUDER)

    velden = {"dag": "2026-11-07", "tijd": "10:00", "minuten": "30", "plaats": ""}
    antwoord = meld_aan(mdo.ib).post(_adres(mdo, "tijd"), velden, follow=True)

    assert "za 7 november 2026 is in het weekend" in inhoud_van(antwoord)
    assert meld_aan(mdo.gezin.ouder).get(_adres(mdo)).status_code == 403
    _stuur(mdo.ib, mdo, "uitnodigen", {"zelf": ouder.pk})
    assert meld_aan(mdo.gezin.ouder).get(_adres(mdo)).status_code == 200


def test_who_was_asked_by_hand_is_not_warned_of_until_the_meeting_moves() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    Overlegdeelnemer.objects.filter(overleg=mdo.overleg, rol="ouder").update(email="")
    ouder = mdo.deelnemer(Deelnemerrol.OUDER)
    waarschuwing = f"Geen e-mailadres: {ouder.naam}. Nodig hen zelf uit."
    client = meld_aan(mdo.ib)

    def verstuur() -> str:
        return inhoud_van(client.post(_adres(mdo, "uitnodigen"), follow=True))

    assert waarschuwing in verstuur()
    client.post(_adres(mdo, "uitnodigen"), {"zelf": ouder.pk})
    assert waarschuwing not in verstuur()
    assert "Iedereen op de lijst is al uitgenodigd." in verstuur()

    velden = {"dag": "2026-11-05", "tijd": "10:00", "minuten": "30", "plaats": ""}
    verzet = inhoud_van(client.post(_adres(mdo, "tijd"), velden, follow=True))
    assert f"Geen e-mailadres: {ouder.naam}. Laat hen zelf weten dat het anders is." in verzet
    assert "Ik liet het zelf weten : Jo Duinmans" in verzet
    assert all(brief.to != [""] for brief in mail.outbox)
    client.post(_adres(mdo, "uitnodigen"), {"zelf": ouder.pk})
    assert "Geen e-mailadres" not in verstuur()
    assert "Ik liet het zelf weten" not in _lees(mdo.ib, mdo)
    afgezegd = inhoud_van(client.post(_adres(mdo, "tijd"), {"afzeggen": "1"}, follow=True))
    assert f"Geen e-mailadres: {ouder.naam}. Laat hen zelf weten dat het niet doorgaat." in afgezegd


def test_words_of_child_and_parents_on_the_plan_are_offered_to_who_is_of_the_school() -> None:
    mdo = nodig_uit(maak_mdo(begint_op=STRAKS))
    plan = maak_plan(mdo.gezin)
    hoor(plan)
    offer_opp(actor=mdo.ib, versie=plan.versie, op=OP)
    add_oppzienswijze(actor=mdo.gezin.ouder, versie=plan.versie, tekst="Thuis leest hij graag.", op=OP)

    school, ouder = _lees(mdo.ib, mdo), _lees(mdo.gezin.ouder, mdo)

    assert school.count("Uit het OPP:") == 2
    assert "Thuis leest hij graag. Neem over : Wat vindt Jo Duinmans?" in school
    assert "Uit het OPP:" not in ouder


def test_goals_of_the_plan_are_offered_until_they_are_on_the_sheet_and_not_to_parents() -> None:
    mdo = nodig_uit(maak_mdo(begint_op=STRAKS))
    plan = maak_plan(mdo.gezin, {**TEKST, "doelen": "Pip leest een uur per week."})
    offer_opp(actor=mdo.ib, versie=plan.versie, op=OP)

    school, ouder = _lees(mdo.ib, mdo), _lees(mdo.gezin.ouder, mdo)
    velden = {"deel": mdo.deel("doelen").pk, "waarde": "Ook: Pip leest een uur per week.", "versie": "1"}
    _stuur(mdo.ib, mdo, "deel", velden, 200)

    assert "Uit het plan: Pip leest een uur per week. Neem over" in school
    assert "Uit het plan:" not in ouder
    assert "Uit het plan:" not in _lees(mdo.ib, mdo)


def test_plan_that_was_looked_back_on_is_offered_until_it_is_on_the_sheet_and_not_to_parents() -> None:
    mdo = nodig_uit(maak_mdo(begint_op=STRAKS))
    dag = NU.date()
    ib = mdo.ib
    Plan.objects.create(
        bestuur_id=mdo.overleg.bestuur_id,
        leerling=mdo.gezin.leerling,
        niveau=3,
        aanleiding="x",
        doel="Vlot lezen",
        geldig_van=dag,
        geldig_tot_en_met=dag,
        vastgelegd_op=NU,
        door=ib,
        gewijzigd_op=NU,
        gewijzigd_door=ib,
        uitkomst="deels",
        geevalueerd_op=dag,
    )
    aanbod = "Plan: deels behaald"

    school, ouder = _lees(mdo.ib, mdo), _lees(mdo.gezin.ouder, mdo)
    tekst = f"Eerst dit.\n\nPlan: deels behaald, {dag:%d-%m-%Y}\nDoel: Vlot lezen"
    _stuur(ib, mdo, "deel", {"deel": mdo.deel("geprobeerd").pk, "waarde": tekst, "versie": "1"}, 200)

    assert school.count("Neem over : Plan: deels behaald") == 1
    assert aanbod not in ouder
    assert "Neem over : Plan" not in _lees(ib, mdo)


def test_pupil_and_group_at_once_are_sent_back() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    velden = {"soort": "mdo", "leerling": str(mdo.gezin.leerling.sleutel), "groep": mdo.gezin.groep.pk}

    antwoord = meld_aan(mdo.ib).post(reverse("overleg_nieuw", kwargs={"code": "99AA00"}), velden)

    assert antwoord.status_code == 422
    assert "Kies een leerling of een groep, niet allebei." in inhoud_van(antwoord)


def test_talk_that_was_held_is_noted_after_a_question_and_no_invitation_leaves() -> None:
    mdo = maak_mdo(begint_op=STRAKS)
    ib, adres = meld_aan(mdo.ib), reverse("overleg_nieuw", kwargs={"code": "99AA00"})
    toen = timezone.localtime(NU) - timedelta(days=1)
    velden = {"soort": "mdo", "leerling": str(mdo.gezin.leerling.sleutel), "minuten": "30", "plaats": "Gang"}
    velden |= {"dag": toen.date().isoformat(), "tijd": "10:00"}

    vraag = ib.post(adres, velden)
    gemaakt = ib.post(adres, velden | {"achteraf": "1"})
    pagina = inhoud_van(ib.get(gemaakt.url))
    geweigerd = inhoud_van(ib.post(f"{gemaakt.url}/uitnodigen", follow=True))

    assert (vraag.status_code, "Noteer dit gesprek achteraf" in inhoud_van(vraag)) == (422, True)
    assert "achteraf genoteerd op" in pagina
    assert "Stuur de uitnodigingen" not in pagina
    assert "Er gaan geen uitnodigingen meer uit." in geweigerd
    assert mail.outbox == []


def test_who_is_known_with_the_child_or_the_school_is_chosen_and_still_waits_for_the_parents() -> None:
    eerder = maak_mdo(begint_op=STRAKS)
    ander = maak_leerling(eerder.gezin.school, "Ans", groep=eerder.gezin.groep)
    nieuw = plan_overleg(
        actor=eerder.ib, over=eerder.gezin.leerling, soort=Overlegsoort.MDO, gegevens=gegevens(STRAKS), op=OP
    )
    mdo = Mdo(gezin=eerder.gezin, overleg=nieuw, deskundige=eerder.deskundige, extern=eerder.extern)
    van_ander = plan_overleg(actor=eerder.ib, over=ander, soort=Overlegsoort.MDO, gegevens=gegevens(STRAKS), op=OP)

    kind = [(een.naam, een.email, een.rol, een.is_van_kind) for een in _bekenden(nieuw)]
    school = [(een.naam, een.email, een.rol, een.is_van_kind) for een in _bekenden(van_ander)]
    _stuur(mdo.ib, mdo, "deelnemer", {"bekende": eerder.extern.email})
    _stuur(mdo.ib, mdo, "deelnemer", {"bekende": "roos@praktijk.example", "rol": "jeugdarts"})
    _stuur(mdo.ib, mdo, "deelnemer", {"bekende": eerder.extern.email}, 422)

    wever = ("Jo Wever", eerder.extern.email, Deelnemerrol.SCHOOLMAATSCHAPPELIJK_WERK)
    roos = str(Toestemming.objects.get(email="roos@praktijk.example").account)
    assert kind == sorted([(*wever, True), (roos, "roos@praktijk.example", None, True)])
    assert school == [(*wever, False)]
    rijen = {een.email: (een.naam, een.rol) for een in Overlegdeelnemer.objects.filter(overleg=nieuw)}
    assert rijen[eerder.extern.email] == ("Jo Wever", "schoolmaatschappelijk_werk")
    assert rijen["roos@praktijk.example"] == (roos, "jeugdarts")
    assert _bekenden(nieuw) == []
    assert "Vraag eerst de ouders om toestemming" in _lees(mdo.ib, mdo)
    assert "al bekend" not in _lees(eerder.gezin.school.leerkracht, mdo)


def test_parent_who_was_not_there_finds_the_minutes_under_questions_and_answers_and_an_outsider_does_not() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    zin = "Er is een verslag van een overleg over Pip"
    vooraf = inhoud_van(meld_aan(mdo.gezin.ouder).get("/kinderen"))
    _stuur(mdo.ib, mdo, "sluiten", {})

    pagina = meld_aan(mdo.gezin.ouder).get("/kinderen")
    ander = inhoud_van(meld_aan(mdo.gezin.deskundige).get("/kinderen"))

    assert zin not in vooraf
    assert zin in inhoud_van(pagina)
    assert _adres(mdo) in pagina.content.decode()
    assert zin not in ander


def test_everybody_was_there_with_one_click_and_who_was_noted_otherwise_stays_so() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    _stuur(mdo.ib, mdo, "aanwezig", {"deelnemer": mdo.extern.pk, "aanwezig": "nee"})

    _stuur(mdo.gezin.school.leerkracht, mdo, "aanwezig", {"iedereen": "1"})

    standen = dict(Overlegdeelnemer.objects.filter(overleg=mdo.overleg).values_list("pk", "is_aanwezig"))
    assert standen.pop(mdo.extern.pk) is False
    assert set(standen.values()) == {True}
    assert "Iedereen was er" not in _lees(mdo.ib, mdo)
    assert "of zij er waren" not in inhoud_van(meld_aan(mdo.ib).get(_adres(mdo, "sluiten")))


def test_minutes_say_first_what_was_decided_and_only_then_what_the_file_says() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    maak_besluit(mdo, op=NU)
    _stuur(mdo.ib, mdo, "sluiten", {})

    with pypdfium2.PdfDocument(meld_aan(mdo.ib).get(_adres(mdo, "pdf")).content) as pdf:
        tekst = " ".join(" ".join(bladzijde.get_textpage().get_text_range() for bladzijde in pdf).split())

    koppen = ["Wat is de vraag?", "Besluiten Wat Wie Uiterlijk", "Deelnemers", "Wat vindt het kind?", "Uit het dossier"]
    assert sorted(koppen, key=tekst.index) == koppen


def test_minutes_are_in_the_language_of_the_school_whoever_fetches_them() -> None:
    mdo = maak_mdo(begint_op=NU - timedelta(hours=1))
    ib = meld_aan(mdo.ib)
    ib.cookies["django_language"] = "en"

    with pypdfium2.PdfDocument(ib.get(_adres(mdo, "pdf")).content) as pdf:
        tekst = " ".join(" ".join(bladzijde.get_textpage().get_text_range() for bladzijde in pdf).split())

    assert "Wat is de vraag?" in tekst
    assert "What is the question?" not in tekst


def test_paper_noted_on_the_sheet_leads_back_to_the_sheet() -> None:
    mdo = maak_mdo(begint_op=STRAKS, met_toestemming=False)
    _stuur(mdo.ib, mdo, "toestemming", {"deelnemer": mdo.extern.pk, "geldig_tot_en_met": STRAKS.date().isoformat()})
    ib = meld_aan(mdo.ib)
    vraag = Toestemming.objects.get(account=mdo.deskundige)
    plek = {"code": "99AA00", "sleutel": mdo.gezin.leerling.sleutel}
    adres = reverse("toestemming_besluit", kwargs={**plek, "pk": vraag.pk})
    velden = {"besluit": "papier", "ouder": mdo.gezin.relatie.pk, "getekend_op": NU.date().isoformat()}

    op_blad = ib.get(_adres(mdo)).content.decode()
    antwoord = ib.post(adres, velden | {"overleg": mdo.overleg.pk})

    assert f'name="overleg" value="{mdo.overleg.pk}"' in op_blad
    assert antwoord["Location"] == f"{_adres(mdo)}#deelnemers"


def test_invitations_that_were_all_sent_say_so_and_a_group_has_no_word_about_parents() -> None:
    mdo = nodig_uit(maak_mdo(begint_op=STRAKS))
    meld_aan(mdo.ib).post(_adres(mdo, "uitnodigen"))
    groep = maak_groepsbespreking(mdo.gezin, STRAKS)
    adres = reverse("groepsoverleg", kwargs={"code": "99AA00", "nr": groep.pk})

    nog_eens = inhoud_van(meld_aan(mdo.ib).post(_adres(mdo, "uitnodigen"), follow=True))

    assert "Iedereen op de lijst is al uitgenodigd." in nog_eens
    assert "0 uitnodigingen" not in nog_eens
    zin = "Ouders en mensen van buiten zien dit blad pas"
    assert zin in nog_eens
    assert zin not in inhoud_van(meld_aan(mdo.ib).get(adres))
