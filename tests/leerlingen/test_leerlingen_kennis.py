"""What rooms keep of a pupil, as it was known at a moment that is over."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from tests.factories.bewaren import maak_vol_dossier
from tests.factories.leerlingen import maak_leerling
from tests.factories.opp import maak_plan
from tests.factories.overleggen import maak_besluit, maak_mdo
from tests.factories.profielen import OP, School, maak_school

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.volgen import Verzuimsoort
from passend.leerlingen.models import Leerling, Vorigegegeven
from passend.leerlingen.queries.bewaren import TABELLEN, rijen_van
from passend.leerlingen.queries.kennis import KAMER, KENNIS, NIET_BEWAARD, zoals_toen
from passend.leerlingen.queries.uitvoer import list_rubrieken
from passend.leerlingen.queries.uitvoertoen import Rubriekentoen, list_rubriekentoen
from passend.overleggen.actions.blad import Besluitgegevens, remove_besluit, save_besluit, save_deel
from passend.plannen.actions.opp import offer_opp, save_oppdeel
from passend.plannen.actions.plannen import (
    Regelgegevens,
    add_plan,
    add_planregel,
    evaluate_plan,
    remove_planregel,
    save_doel,
)
from passend.plannen.models import Oppversie, Plan
from passend.regels.instrumenten import Resultaatgegevens
from passend.regels.planevaluatie import Planfeiten
from passend.regels.tekstmerk import tekstmerk
from passend.volgen.actions.resultaten import import_toetsresultaten
from passend.volgen.actions.verzuim import Verzuimgegevens, record_verzuim, remove_verzuim

pytestmark = pytest.mark.django_db
ALLES = frozenset(Vertrouwelijkheid)
DAG = timedelta(days=1)


def _toen(leerling: Leerling, bekend_op: datetime, geldig_op: date = date(2027, 1, 1)) -> Rubriekentoen:
    return list_rubriekentoen(leerling=leerling, klassen=ALLES, geldig_op=geldig_op, bekend_op=bekend_op)


def _regels(leerling: Leerling, naam: str, bekend_op: datetime, geldig_op: date = date(2027, 1, 1)) -> list[Any]:
    beeld = _toen(leerling, bekend_op, geldig_op)
    return [regel for rubriek in beeld.rubrieken if rubriek.naam == naam for regel in rubriek.regels]


def test_every_table_of_a_pupil_says_since_when_a_row_is_known_or_that_it_cannot() -> None:
    van_kamers = {tabel for tabel in TABELLEN if tabel._meta.app_label != KAMER}

    assert van_kamers - set(KENNIS) - NIET_BEWAARD == set()
    assert NIET_BEWAARD & set(KENNIS) == set()


def test_whole_file_as_known_at_last_is_the_file_of_today_and_before_the_first_day_it_is_empty() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)

    nu = {een.naam: list(een.regels) for een in list_rubrieken(leerling, ALLES) if een.regels}
    laatst = {een.naam: list(een.regels) for een in _toen(leerling, OP + 400 * DAG, date(2028, 1, 1)).rubrieken}
    with zoals_toen(leerling=leerling, geldig_op=date(2000, 1, 1), bekend_op=datetime(2000, 1, 1, tzinfo=UTC)):
        eerst = {tabel: list(rijen_van(tabel, [leerling])) for tabel in KENNIS}

    assert len(nu) > 20
    del nu["clusterhulp"]  # of what points at a need, and of the pieces on a sheet, it is not kept since when
    nu["gesprekken"] = [{**een, "stukken": ""} for een in nu["gesprekken"]]
    assert nu == laatst
    assert {tabel: rijen for tabel, rijen in eerst.items() if rijen} == {}
    assert "behoeften bij clusters" in _toen(leerling, OP).niet_bewaard


def _resultaat(school: School, leerling: Leerling, niveau: str, op: datetime) -> None:
    gegevens = Resultaatgegevens(
        instrument="cito_lvs",
        instrumentversie="3.0",
        vak="begrijpend_lezen",
        afnamemoment="E5",
        afgenomen_op=date(2026, 6, 15),
        niveau=niveau,
        normschema="cito_romeins",
    )
    import_toetsresultaten(
        actor=school.intern_begeleider, vestiging=school.vestiging, regels=[(leerling, gegevens)], op=op
    )


def test_result_that_was_imported_again_says_what_it_said_before() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    _resultaat(school, leerling, "IV", OP)
    _resultaat(school, leerling, "II", OP + 3 * DAG)

    gezien = [
        [regel["niveau"] for regel in _regels(leerling, "toetsresultaten", OP + dagen * DAG)] for dagen in (-1, 1, 4)
    ]

    assert gezien == [[], ["IV"], ["II"]]
    assert _regels(leerling, "toetsresultaten", OP + DAG, date(2026, 6, 14)) == []


def test_absence_that_was_changed_and_taken_away_is_there_as_it_was_known() -> None:
    school = maak_school()
    leerling = maak_leerling(school)
    dag, soort = date(2026, 10, 1), Verzuimsoort.ONGEOORLOOFD
    for uren, op in ((Decimal(2), OP), (Decimal(3), OP + 2 * DAG)):
        gegevens = Verzuimgegevens(soort=soort, van=dag, tot_en_met=dag, uren=uren)
        record_verzuim(actor=school.intern_begeleider, leerling=leerling, gegevens=gegevens, op=op)
    remove_verzuim(actor=school.intern_begeleider, leerling=leerling, soort=soort, dag=dag, op=OP + 4 * DAG)

    gezien = [[regel["uren"] for regel in _regels(leerling, "verzuim", OP + dagen * DAG)] for dagen in (-1, 1, 3, 5)]

    assert gezien == [[], [2.0], [3.0], []]
    assert _regels(leerling, "verzuim", OP + 3 * DAG, dag - DAG) == []


def test_plan_says_what_it_said_at_the_end_of_a_day_and_nothing_of_looking_back_before_that_was_done() -> None:
    school = maak_school()
    leerling, ib = maak_leerling(school), school.intern_begeleider
    feiten = Planfeiten(
        aanleiding="Leest langzaam.",
        doel="Eerste doel",
        niveau=2,
        geldig_van=OP.date(),
        geldig_tot_en_met=OP.date() + 60 * DAG,
    )
    regel = Regelgegevens(aanpak="Samen lezen", wie="leerkracht", hoe_vaak="elke dag")
    plan = add_plan(actor=ib, leerling=leerling, feiten=feiten, regels=[regel], op=OP)
    for doel, op in (("Tweede doel", OP + 2 * DAG), ("Derde doel", OP + 2 * DAG + timedelta(hours=1))):
        plan = save_doel(actor=ib, plan=plan, doel=doel, merk=tekstmerk(plan.doel), op=op)
    weg = plan.regels.get()
    add_planregel(actor=ib, plan=plan, regel=Regelgegevens(aanpak="Anders", wie="ib", hoe_vaak=""), op=OP + 3 * DAG)
    remove_planregel(actor=ib, regel=weg, op=OP + 4 * DAG)
    evaluate_plan(
        actor=ib, plan=plan, uitkomst="behaald", evaluatie="Het ging goed.", wat_werkte="Rust.", op=OP + 6 * DAG
    )

    plannen = [_regels(leerling, "plannen", OP + dagen * DAG) for dagen in (-1, 1, 2, 7)]
    gedaan = [
        sorted(regel["aanpak"] for regel in _regels(leerling, "planregels", OP + dagen * DAG + timedelta(hours=12)))
        for dagen in (1, 3, 4)
    ]

    assert [[(een["doel"], een["evaluatie"]) for een in regels] for regels in plannen] == [
        [],
        [("Eerste doel", "")],
        [("Derde doel", "")],
        [("Derde doel", "Het ging goed.")],
    ]
    assert gedaan == [["Samen lezen"], ["Anders", "Samen lezen"], ["Anders"]]
    assert _toen(leerling, OP + DAG).zoals_nu == []


def test_words_that_changed_before_this_was_kept_are_named() -> None:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    Plan.objects.filter(leerling=leerling).update(gewijzigd_op=OP + 9 * DAG)

    assert "individuele plannen" in _toen(leerling, OP + DAG).zoals_nu
    assert Vorigegegeven.objects.filter(leerling=leerling).exists()


def test_sheet_of_a_meeting_and_its_decisions_say_what_they_said_then() -> None:
    mdo = maak_mdo()
    leerling, op = mdo.gezin.leerling, timezone.localtime(OP)
    deel = mdo.deel("vraag")
    for dagen, tekst in ((1, "Eerste vraag"), (3, "Tweede vraag")):
        deel = save_deel(actor=mdo.ib, deel=deel, tekst=tekst, versie=deel.versie, op=op + dagen * DAG)
    eerst = maak_besluit(mdo, "Leesgroepje", OP + DAG)
    ander = Besluitgegevens(wat="Twee leesgroepjes", eigenaar=eerst.eigenaar, uiterlijk_op=eerst.uiterlijk_op)
    eerst = save_besluit(actor=mdo.ib, besluit=eerst, gegevens=ander, versie=eerst.versie, op=op + 2 * DAG)
    remove_besluit(actor=mdo.ib, besluit=eerst, op=op + 4 * DAG)
    uur = timedelta(hours=1)

    vragen = [[een["tekst"] for een in _regels(leerling, "overleggen", OP + dagen * DAG + uur)] for dagen in (0, 1, 3)]
    besluiten = [
        [een["wat"] for een in _regels(leerling, "besluiten", OP + dagen * DAG + uur)] for dagen in (0, 1, 2, 4)
    ]

    assert vragen == [[], ["Eerste vraag"], ["Tweede vraag"]]
    assert besluiten == [[], ["Leesgroepje"], ["Twee leesgroepjes"], []]
    assert _toen(leerling, OP + DAG).zoals_nu == []


def test_plan_that_parents_could_read_says_what_it_said_then_and_is_not_set_before_it_was() -> None:
    plan = maak_plan()
    ib, leerling = plan.school.intern_begeleider, plan.gezin.leerling
    eerder = plan.versie.inhoud["begeleiding"]
    offer_opp(actor=ib, versie=plan.versie, op=OP)
    save_oppdeel(
        actor=ib, versie=plan.versie, code="begeleiding", tekst="Heel anders", gezien=eerder["versie"], op=OP + 2 * DAG
    )
    Oppversie.objects.filter(pk=plan.versie.pk).update(vastgesteld_op=OP + 4 * DAG)

    gezien = [_regels(leerling, "ontwikkelingsperspectieven", OP + dagen * DAG) for dagen in (-1, 1, 3, 5)]

    assert [[(een["begeleiding"], een["vastgesteld_op"] is None) for een in regels] for regels in gezien] == [
        [],
        [(eerder["tekst"], True)],
        [("Heel anders", True)],
        [("Heel anders", False)],
    ]
