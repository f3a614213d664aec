"""A suspension: what cannot be, its letter, the absence that follows from it, and taking it back."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling
from tests.factories.profielen import OP
from tests.factories.toelating import maak_beleid

from passend.begrippen.aanmelding import Oudertaal
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.volgen import Verzuimsoort
from passend.regels.schorsing import openstaand
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.schorsen import report_schorsing, suspend_leerling, withdraw_schorsing
from passend.toelating.models import Schorsing
from passend.toelating.queries.schorsing import list_geschorst, list_lopende_schorsingen, list_schorsingen
from passend.volgen.actions.verzuim import Verzuimgegevens, record_verzuim, remove_verzuim
from passend.volgen.actions.waarnemingen import VolgenError
from passend.volgen.models import Verzuim

pytestmark = pytest.mark.django_db
MAANDAG = OP.date()
DAG = timedelta(days=1)
WOENSDAG = MAANDAG + 2 * DAG


@pytest.fixture
def gezin() -> Gezin:
    """A pupil at a bijzondere school."""
    gezin = maak_gezin()
    maak_beleid(gezin.school)
    return gezin


def _schors(gezin: Gezin, van: date = MAANDAG, tot_en_met: date = WOENSDAG, **meer: Any) -> Schorsing:
    return suspend_leerling(
        actor=gezin.school.directeur,
        leerling=gezin.leerling,
        van=van,
        tot_en_met=tot_en_met,
        motivering="Een gevecht.",
        op=OP,
        **meer,
    )


def _trek_in(gezin: Gezin, rij: Schorsing, **meer: Any) -> Schorsing:
    withdraw_schorsing(
        actor=gezin.school.directeur, schorsing=rij, motivering="Het was een ander kind.", op=OP + DAG, **meer
    )
    rij.refresh_from_db()
    return rij


def _verzuim() -> list[tuple[date, str, Decimal]]:
    return list(Verzuim.objects.order_by("op", "soort").values_list("op", "soort", "uren"))


@pytest.mark.parametrize("van", [date(2010, 11, 20), date(2029, 11, 20), date(9999, 12, 31), date(1, 1, 1)])
def test_suspension_in_another_year_is_refused_with_a_sentence(gezin: Gezin, van: date) -> None:
    with pytest.raises(ToelatingError, match="Kijk"):
        _schors(gezin, van, van)

    assert (Schorsing.objects.count(), _verzuim()) == (0, [])


def test_second_suspension_may_not_overlap_or_make_it_longer_than_a_week(gezin: Gezin) -> None:
    _schors(gezin, MAANDAG, MAANDAG + 6 * DAG)

    for van, zin in ((WOENSDAG, "Er is al een schorsing"), (MAANDAG + 7 * DAG, "sluit aan op een andere")):
        with pytest.raises(ToelatingError, match=zin):
            _schors(gezin, van, van)

    assert Schorsing.objects.count() == 1


def test_school_holiday_in_between_does_not_make_two_suspensions_longer(gezin: Gezin) -> None:
    vrijdag, na_de_herfst = date(2026, 10, 16), date(2026, 10, 26)
    _schors(gezin, vrijdag, vrijdag)

    tweede = _schors(gezin, na_de_herfst, na_de_herfst)

    assert "Inspectie" in tweede.brief
    (feiten,) = (feiten for een, feiten in list_schorsingen(leerling=gezin.leerling) if een == tweede)
    assert [een.code for een in openstaand(feiten)] == ["inspectie"]


def test_suspension_that_was_taken_back_stands_in_nobodys_way(gezin: Gezin) -> None:
    _trek_in(gezin, _schors(gezin))

    nieuw = _schors(gezin)

    assert list_lopende_schorsingen(leerling=gezin.leerling, op=WOENSDAG) == [nieuw]
    assert list_geschorst(leerlingen=[gezin.leerling], op=WOENSDAG) == {gezin.leerling.pk: WOENSDAG}
    assert list_geschorst(leerlingen=[gezin.leerling], op=WOENSDAG + DAG) == {}


def test_letter_of_a_bijzondere_school_says_to_whom_by_whom_by_which_law_and_what_parents_can_do(gezin: Gezin) -> None:
    rij = _schors(gezin)
    school = gezin.school

    assert rij.brief.split("\n\n") == [
        f"Beste {gezin.relatie.naam},",
        "Pip mag van 5 oktober 2026 tot en met 7 oktober 2026 niet naar school komen. Dat heet een schorsing.",
        "De reden: Een gevecht.",
        (
            "Een schorsing duurt hoogstens een week (Wet op het primair onderwijs, artikel 40c). Wij geven uw kind "
            "schoolwerk voor thuis, en praten graag met u over hoe het daarna goed gaat."
        ),
        (
            "Omdat het langer duurt dan een dag, meldt het bestuur deze schorsing met de reden ook aan de Inspectie "
            "van het Onderwijs (artikel 40c lid 3)."
        ),
        (
            "Bent u het er niet mee eens? Praat er dan over met de school. Helpt dat niet, dan kunt u een klacht "
            "sturen aan de klachtencommissie (Wet op het primair onderwijs, artikel 14). In de schoolgids staat hoe."
        ),
        (
            "Heeft u vragen? Bel of mail de school gerust, of kom langs. U kunt ook praten met het ouder- en "
            "jeugdsteunpunt: 070."
        ),
        "Met vriendelijke groet,",
        f"{school.directeur}, directeur",
        f"{school.vestiging}, namens {school.vestiging.bestuur}",
    ]
    assert rij.aan == f"{gezin.relatie.naam} {gezin.relatie.email}".strip()


def test_parents_of_a_public_school_can_object_and_a_day_is_one_day(gezin: Gezin) -> None:
    maak_beleid(gezin.school, is_openbaar=True)

    rij = _schors(gezin, MAANDAG, MAANDAG, taal=Oudertaal.ENGELS)

    alineas = rij.brief.split("\n\n")
    assert alineas[1] == "Pip mag op 5 oktober 2026 niet naar school komen. Dat heet een schorsing."
    assert alineas[4] == (
        f"Bent u het er niet mee eens? Praat er dan over met de school. U kunt ook bezwaar maken: schrijf "
        f"{gezin.school.vestiging.bestuur} een brief, uiterlijk op 16 november 2026 (Algemene wet bestuursrecht, "
        "artikel 6:7). U mag hem ook aan de school geven; die brengt hem naar het bestuur. De schorsing gaat intussen "
        "door."
    )
    assert "Inspectie" not in rij.brief
    assert "Pip may not come to school on 5 October 2026." in rij.vertaling


def test_days_stand_as_absence_of_that_kind_and_nobody_is_asked_for_a_reason(gezin: Gezin) -> None:
    op_vrijdag = date(2026, 10, 16)
    _schors(gezin, op_vrijdag, op_vrijdag + 3 * DAG)  # the weekend, and the first Monday of the holiday

    assert _verzuim() == [(op_vrijdag, "schorsing", Decimal("5.50"))]

    gegevens = Verzuimgegevens(
        soort=Verzuimsoort.ONGEOORLOOFD, van=op_vrijdag, tot_en_met=op_vrijdag, uren=Decimal("5.5")
    )
    actor, later = gezin.school.leerkracht, OP + 11 * DAG
    with pytest.raises(VolgenError, match="is deze leerling geschorst"):
        record_verzuim(actor=actor, leerling=gezin.leerling, gegevens=gegevens, op=later)
    with pytest.raises(VolgenError, match="hoort bij een schorsing"):
        remove_verzuim(actor=actor, leerling=gezin.leerling, soort=Verzuimsoort.SCHORSING, dag=op_vrijdag, op=later)

    assert _verzuim() == [(op_vrijdag, "schorsing", Decimal("5.50"))]


def test_hours_that_were_noted_before_stay_and_a_day_gets_no_longer(gezin: Gezin) -> None:
    for uren, dag in ((Decimal(2), MAANDAG), (Decimal("5.5"), MAANDAG - 3 * DAG)):
        gegevens = Verzuimgegevens(soort=Verzuimsoort.ONGEOORLOOFD, van=dag, tot_en_met=dag, uren=uren)
        record_verzuim(actor=gezin.school.leerkracht, leerling=gezin.leerling, gegevens=gegevens, op=OP)

    _schors(gezin, MAANDAG, MAANDAG)

    assert _verzuim()[1:] == [
        (MAANDAG, "ongeoorloofd", Decimal("2.00")),
        (MAANDAG, "schorsing", Decimal("3.50")),
    ]


def test_taking_back_tells_the_parents_and_leaves_the_first_letter_to_be_read(gezin: Gezin) -> None:
    rij = _schors(gezin)
    brief = rij.brief

    _trek_in(gezin, rij)

    assert (rij.brief, rij.waarom_ingetrokken, rij.ingetrokken_op, rij.ingetrokken_door) == (
        brief,
        "Het was een ander kind.",
        OP + DAG,
        gezin.school.directeur,
    )
    assert rij.brief_ingetrokken.split("\n\n")[1:4] == [
        (
            "In een brief van 5 oktober 2026 schreef het bestuur dat Pip van 5 oktober 2026 tot en met 7 oktober "
            "2026 niet naar school mocht komen. Die schorsing telt niet meer: het bestuur trekt haar in. Pip is welkom "
            f"op {gezin.school.vestiging}."
        ),
        "De reden: Het was een ander kind.",
        (
            "De dagen tellen niet meer als schorsing. De eerdere brief blijft bewaard, met erbij dat hij niet meer "
            "geldt."
        ),
    ]
    assert (rij.vertaling_ingetrokken, _verzuim()) == ("", [])


def test_only_who_decides_takes_back_and_only_once_with_a_reason(gezin: Gezin) -> None:
    rij = _schors(gezin)
    with pytest.raises(GeenToegangError):
        withdraw_schorsing(actor=gezin.school.intern_begeleider, schorsing=rij, motivering="Zomaar.", op=OP)
    with pytest.raises(ToelatingError, match="waarom de schorsing niet klopt"):
        withdraw_schorsing(actor=gezin.school.directeur, schorsing=rij, motivering=" ", op=OP)
    _trek_in(gezin, rij)

    with pytest.raises(ToelatingError, match="al ingetrokken"):
        _trek_in(gezin, rij)
    with pytest.raises(ToelatingError, match="Er is niets te melden"):
        report_schorsing(actor=gezin.school.directeur, schorsing=rij, dag=MAANDAG, bewijs="Melding 12", op=OP)


@pytest.mark.parametrize(
    "veld", ["reden", "aan", "brief", "waarom_ingetrokken", "brief_ingetrokken", "vertaling_ingetrokken"]
)
def test_database_keeps_both_letters_and_why(gezin: Gezin, veld: str) -> None:
    _trek_in(gezin, _schors(gezin))

    with pytest.raises(DatabaseError, match="staat vast"), transaction.atomic():
        Schorsing.objects.update(**{veld: "Anders."})


def test_suspension_that_was_reported_can_still_be_taken_back(gezin: Gezin) -> None:
    rij = _schors(gezin)
    report_schorsing(actor=gezin.school.directeur, schorsing=rij, dag=MAANDAG, bewijs="Melding 12", op=OP)

    _trek_in(gezin, rij)

    assert (rij.inspectie_bewijs, rij.ingetrokken_op) == ("Melding 12", OP + DAG)


def test_report_before_the_decision_is_refused(gezin: Gezin) -> None:
    rij = _schors(gezin)

    with pytest.raises(ToelatingError, match=r"ligt voor het besluit \(05-10-2026\)"):
        report_schorsing(actor=gezin.school.directeur, schorsing=rij, dag=MAANDAG - DAG, bewijs="Melding 12", op=OP)


def test_suspensions_of_another_pupil_do_not_count(gezin: Gezin) -> None:
    _schors(gezin)
    ander = maak_leerling(gezin.school, "Fien", "Helm")

    suspend_leerling(
        actor=gezin.school.directeur, leerling=ander, van=MAANDAG, tot_en_met=WOENSDAG, motivering="Ook.", op=OP
    )

    assert Schorsing.objects.filter(leerling=ander).count() == 1


def test_letter_without_a_known_parent_is_to_whoever_they_are(gezin: Gezin) -> None:
    gezin.relatie.heeft_gezag = False
    gezin.relatie.save()

    rij = _schors(gezin, taal=Oudertaal.ENGELS)

    assert rij.aan == "de ouders of verzorgers van Pip"
    assert rij.brief.startswith("Beste ouders of verzorgers van Pip,\n\n")
    assert rij.vertaling.split("\n\n")[1] == "Dear parents or carers of Pip,"
