"""What is asked of the room, in a fixed number of questions, and what goes along with the file."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.dossiers import maak_buurt
from tests.factories.leerlingen import maak_gezin, maak_leerling
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat, vul_volgen

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.vakantieregio import Vakantieregio
from passend.begrippen.volgen import Herkomst, Signaalregel, Vak, Verzuimsoort
from passend.leerlingen.models import Groepsplaatsing, Leerling
from passend.organisaties.actions import set_vakantieregio
from passend.regels.signalen import Evaluatiefeit
from passend.volgen.models import Verzuim
from passend.volgen.permissions import visible_gevolgd
from passend.volgen.queries import signalen, vervolg
from passend.volgen.queries.resultaten import list_laatste_resultaten, list_toetsresultaten
from passend.volgen.queries.signalen import list_signalen
from passend.volgen.queries.uitvoer import list_rubrieken
from passend.volgen.queries.waarnemingen import get_verzuimstanden

pytestmark = pytest.mark.django_db
VANDAAG = OP.date()


def _ongeoorloofd(leerling: Leerling, dag: date, uren: str = "5.5") -> None:
    Verzuim.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        soort=Verzuimsoort.ONGEOORLOOFD,
        op=dag,
        uren=Decimal(uren),
        herkomst=Herkomst.BESTAND,
        vastgelegd_op=OP,
    )


def test_newest_result_of_each_subject_is_given_for_who_is_in_the_group_that_day() -> None:
    gezin = maak_gezin()
    zonder, weg = (maak_leerling(gezin.school, naam, groep=gezin.groep) for naam in ("An", "Bo"))
    Groepsplaatsing.objects.filter(leerling=weg).update(geldig_tot_en_met=VANDAAG - timedelta(days=1))
    maak_resultaat(gezin.leerling, date(2026, 1, 20), afnamemoment="M5")
    laatste = maak_resultaat(gezin.leerling, date(2026, 6, 10))
    maak_resultaat(gezin.leerling, date(2027, 1, 20), afnamemoment="M6")
    rekenen = maak_resultaat(gezin.leerling, vak=Vak.REKENEN)

    gevonden = list_laatste_resultaten(groep=gezin.groep, peildatum=VANDAAG)

    assert gevonden == {zonder.pk: {}, gezin.leerling.pk: {Vak.BEGRIJPEND_LEZEN: laatste, Vak.REKENEN: rekenen}}
    assert list(gevonden) == [zonder.pk, gezin.leerling.pk]


def test_results_of_a_pupil_are_those_up_to_the_day_oldest_first() -> None:
    leerling = maak_gezin().leerling
    laat, vroeg = maak_resultaat(leerling, date(2026, 6, 10)), maak_resultaat(leerling, date(2025, 6, 10))

    assert list_toetsresultaten(leerling=leerling) == [vroeg, laat]
    assert list_toetsresultaten(leerling=leerling, peildatum=date(2026, 6, 9)) == [vroeg]


def test_holidays_of_the_region_of_the_school_count() -> None:
    gezin = maak_gezin()
    school, leerling = gezin.school.vestiging, gezin.leerling
    for dag in (date(2026, 9, 16), date(2026, 10, 9)):
        _ongeoorloofd(leerling, dag, "8")

    def uren() -> Decimal:
        stand = get_verzuimstanden(leerlingen=[leerling], vestiging=school, peildatum=date(2026, 10, 16))
        return stand[leerling.pk].uren

    midden = uren()
    set_vakantieregio(vestiging=school, regio=Vakantieregio.NOORD)

    assert (midden, uren()) == (Decimal(8), Decimal(16))


@pytest.mark.parametrize("aantal", [1, 3])
def test_signals_take_the_same_questions_for_one_pupil_and_for_three(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    school = maak_gezin().school
    leerlingen = [maak_leerling(school, f"Pip {nummer}") for nummer in range(aantal)]
    for leerling in leerlingen:
        for dag in (1, 2, 5):
            _ongeoorloofd(leerling, date(2026, 10, dag))

    with django_assert_num_queries(6):
        gevonden = list_signalen(leerlingen=leerlingen, vestiging=school.vestiging, peildatum=VANDAAG)

    assert [[een.signaal.regel for een in gevonden[leerling.pk]] for leerling in leerlingen] == [
        [Signaalregel.VERZUIM]
    ] * aantal


def test_room_above_hands_in_what_should_have_been_evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    gezin = maak_gezin()
    te_laat = Evaluatiefeit(wat="Plan lezen", uiterlijk_op=date(2026, 9, 1))
    monkeypatch.setattr(signalen, "_EVALUATIEGEVERS", {})
    signalen.register_evaluaties("proef", lambda leerlingen, _dag: {een.pk: [te_laat] for een in leerlingen})

    gevonden = list_signalen(leerlingen=[gezin.leerling], vestiging=gezin.school.vestiging, peildatum=VANDAAG)

    assert [een.signaal.regel for een in gevonden[gezin.leerling.pk]] == [Signaalregel.EVALUATIE]


def test_who_writes_down_sees_those_pupils_in_a_list_and_a_guest_sees_none() -> None:
    buurt = maak_buurt()
    gezin, school = buurt.gezin, buurt.gezin.school
    ander = maak_leerling(school, "Ot")

    def namen(account: object) -> set[str]:
        return {een.voornaam for een in visible_gevolgd(account, op=OP)}  # type: ignore[arg-type]

    assert namen(school.intern_begeleider) >= {gezin.leerling.voornaam, ander.voornaam}
    assert namen(school.leerkracht) == {gezin.leerling.voornaam}
    assert [namen(wie) for wie in (gezin.ouder, gezin.deskundige, school.bestuurder)] == [set(), set(), set()]


def test_everything_goes_along_with_the_file_for_who_reads_the_ordinary_file() -> None:
    gezin = maak_gezin()
    vul_volgen(gezin.school, gezin.leerling)

    gewoon = list_rubrieken(gezin.leerling, {Vertrouwelijkheid.GEWOON})

    assert list_rubrieken(gezin.leerling, set()) == []
    assert [(een.naam, len(een.regels)) for een in gewoon] == [
        ("toetsresultaten", 1),
        ("waarnemingen", 1),
        ("verzuim", 1),
        ("signaalbesluiten", 1),
    ]
    assert [set(een.regels[0]) - set(een.velden) for een in gewoon] == [set()] * 4
    assert gewoon[2].regels == [{"op": VANDAAG.isoformat(), "soort": "ziek", "uren": 5.5, "herkomst": "getypt"}]


def test_rooms_above_hand_in_plans_and_days_and_only_what_is_to_come_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    leerling = maak_gezin().leerling
    monkeypatch.setattr(vervolg, "_GEVERS", {})
    plan = vervolg.Planperiode(naam="Extra lezen", vak="", van=date(2026, 9, 1), tot_en_met=date(2026, 12, 1))
    laat, straks, toen = (vervolg.Afspraak(op=VANDAAG + timedelta(days=dagen), wat="Gesprek") for dagen in (9, 0, -1))
    vervolg.register_vervolg("een", lambda *_wat: vervolg.Vervolg(periodes=[plan], afspraken=[laat, toen]))
    vervolg.register_vervolg("twee", lambda *_wat: vervolg.Vervolg(afspraken=[straks]))

    gevonden = vervolg.get_vervolg(leerling=leerling, klassen=(), peildatum=VANDAAG)

    assert gevonden == vervolg.Vervolg(periodes=[plan], afspraken=[straks, laat])


@pytest.mark.parametrize(
    ("feiten", "kort"),
    [
        ({}, "II"),
        ({"niveau": "", "referentieniveau": "1F"}, "1F"),
        ({"niveau": "", "functioneringsniveau": "M5", "referentieniveau": "1F"}, "M5"),
        ({"niveau": "", "schaalscore": Decimal("62.50")}, "62,5"),
        ({"niveau": "", "schaalscore": None, "ruwe_score": Decimal("30.00")}, "ruwe score 30"),
        ({"niveau": "", "schaalscore": None}, "P65"),
    ],
)
def test_result_is_told_in_one_or_two_signs_whatever_the_maker_gave(feiten: dict[str, Any], kort: str) -> None:
    assert maak_resultaat(maak_gezin().leerling, **feiten).kort == kort
