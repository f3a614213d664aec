"""What was tried before comes from the plans that were looked back on, and nobody types it again."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.opp import maak_vast_plan
from tests.factories.overleggen import NA

from passend.leerlingen.permissions import Inzage, get_inzage
from passend.overleggen.queries.geprobeerd import list_geprobeerd
from passend.plannen.models import Oppevaluatie, Plan
from passend.toegang.models import Account

pytestmark = [pytest.mark.django_db]
HIER = timezone.localtime(NA)
DAG = HIER.date()


def _plan(gezin: Gezin, doel: str, dagen_geleden: int | None, **anders: str) -> None:
    ib = gezin.school.intern_begeleider
    Plan.objects.create(
        bestuur_id=gezin.leerling.bestuur_id,
        leerling=gezin.leerling,
        niveau=3,
        aanleiding="x",
        doel=doel,
        geldig_van=DAG - timedelta(days=90),
        geldig_tot_en_met=DAG,
        vastgelegd_op=HIER,
        door=ib,
        gewijzigd_op=HIER,
        gewijzigd_door=ib,
        geevalueerd_op=DAG - timedelta(days=dagen_geleden) if dagen_geleden is not None else None,
        **anders,
    )


def _inzage(gezin: Gezin, wie: Account) -> Inzage:
    inzage = get_inzage(wie, gezin.leerling, op=HIER)
    assert inzage is not None
    return inzage


def _evalueer(gezin: Gezin, op: date) -> None:
    Oppevaluatie.objects.create(
        bestuur_id=gezin.leerling.bestuur_id,
        versie=maak_vast_plan(gezin).versie,
        op=op,
        is_besproken_met_ouders=True,
        is_besproken_met_leerling=True,
        werkte="Een rustige plek.",
        werkte_niet="",
        vervolg="bijstellen",
        vastgelegd_op=HIER,
        vastgelegd_door=gezin.school.intern_begeleider,
    )


def test_three_newest_plans_that_were_looked_back_on_are_told_with_outcome_and_what_worked() -> None:
    gezin = maak_gezin()
    _plan(gezin, "Loopt nog", None)
    _plan(gezin, "Te oud", 80, uitkomst="niet")
    _plan(gezin, "Durft te vragen", 60, uitkomst="behaald")
    _plan(gezin, "Vlot lezen", 10, uitkomst="deels", evaluatie="Raadt minder.", wat_werkte="Om en om lezen.")
    _evalueer(gezin, DAG - timedelta(days=30))

    geprobeerd = list_geprobeerd(
        leerling=gezin.leerling, inzage=_inzage(gezin, gezin.school.intern_begeleider), peildatum=DAG
    )

    assert [(een.kop, een.delen, een.op) for een in geprobeerd] == [
        (
            "Plan: deels behaald",
            (("Doel", "Vlot lezen"), ("Hoe het ging", "Raadt minder."), ("Wat werkte", "Om en om lezen.")),
            DAG - timedelta(days=10),
        ),
        (
            "Ontwikkelingsperspectief: wordt bijgesteld",
            (("Werkte, en blijft", "Een rustige plek."),),
            DAG - timedelta(days=30),
        ),
        ("Plan: behaald", (("Doel", "Durft te vragen"),), DAG - timedelta(days=60)),
    ]


def test_what_is_taken_over_is_in_the_language_of_the_school_whoever_clicks() -> None:
    gezin = maak_gezin()
    _plan(gezin, "Vlot lezen", 0, uitkomst="behaald", wat_werkte="Om en om lezen.")

    with translation.override("en"):
        (een,) = list_geprobeerd(
            leerling=gezin.leerling, inzage=_inzage(gezin, gezin.school.intern_begeleider), peildatum=DAG
        )

    assert een.kop != "Plan: behaald"
    assert een.overname == f"Plan: behaald, {DAG:%d-%m-%Y}\nDoel: Vlot lezen\nWat werkte: Om en om lezen."


def test_who_may_not_read_the_file_is_told_nothing_and_a_day_before_it_nobody() -> None:
    gezin = maak_gezin()
    _plan(gezin, "Vlot lezen", 0, uitkomst="behaald")
    _evalueer(gezin, DAG)

    expert = list_geprobeerd(leerling=gezin.leerling, inzage=_inzage(gezin, gezin.deskundige), peildatum=DAG)
    vooraf = list_geprobeerd(
        leerling=gezin.leerling,
        inzage=_inzage(gezin, gezin.school.intern_begeleider),
        peildatum=DAG - timedelta(days=1),
    )

    assert (expert, vooraf) == ([], [])
