"""What was said on the development perspective plan comes on the sheet of a meeting, however it was said."""

import pytest
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.opp import OP, SCAN, antwoord, hoor, maak_plan, maak_vast_plan, overleg

from passend.begrippen.opp import Oppantwoord, Stemwijze
from passend.begrippen.overleg import Deelsoort
from passend.leerlingen.permissions import get_inzage
from passend.overleggen.queries.oppwoorden import list_oppwoorden
from passend.plannen.actions.opp import offer_opp, record_oppoverleg
from passend.plannen.actions.oppevaluatie import revise_opp
from passend.regels.praatkaarten import PRAATKAARTEN

pytestmark = [pytest.mark.django_db]
KIND = (Deelsoort.KIND, None)
WEIGERT = "Een uur minder les is te veel voor haar."


def _woorden(gezin: Gezin) -> dict[tuple[Deelsoort, int | None], str]:
    inzage = get_inzage(gezin.school.intern_begeleider, gezin.leerling, op=OP)
    assert inzage is not None
    return {plek: een.overname for plek, een in list_oppwoorden(leerling=gezin.leerling, inzage=inzage).items()}


def test_why_a_parent_refuses_is_for_their_seat_until_they_answer_again() -> None:
    plan = maak_plan()
    gezin, plek = plan.gezin, (Deelsoort.OUDERS, plan.gezin.relatie.pk)
    offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)
    antwoord(plan, Oppantwoord.NIET_AKKOORD, WEIGERT)
    geweigerd = _woorden(gezin)
    antwoord(plan)

    assert geweigerd == {plek: f"Niet akkoord met het handelingsdeel: {WEIGERT}"}
    assert _woorden(gezin) == {}


@pytest.mark.parametrize(
    ("stem", "staat"),
    [
        (
            {"wijze": Stemwijze.PRAATKAARTEN, "gezegd": "", "praatkaarten": ["druk", "rust"]},
            f"Koos deze kaartjes: {PRAATKAARTEN['druk'].woorden}; {PRAATKAARTEN['rust'].woorden}.",
        ),
        (
            {"wijze": Stemwijze.TEKENING, "gezegd": "", "tekening": SCAN},
            "Maakte een tekening; die staat bij het OPP.",
        ),
    ],
)
def test_child_that_chose_cards_or_drew_is_heard_without_words(stem: dict[str, object], staat: str) -> None:
    gezin = maak_gezin()
    hoor(maak_plan(gezin), **stem)

    assert _woorden(gezin) == {KIND: staat}


def test_new_version_does_not_hide_what_was_said_on_the_one_that_holds() -> None:
    plan = maak_vast_plan()
    voor = _woorden(plan.gezin)
    revise_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)

    assert voor[KIND] == "Ik wil samen lezen."
    assert _woorden(plan.gezin) == voor


def test_talk_with_one_parent_is_for_their_seat_and_one_with_nobody_is_not() -> None:
    plan = maak_plan()
    offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)
    overleg(plan, is_verschenen=False)
    zonder = _woorden(plan.gezin)
    overleg(plan)

    assert zonder == {}
    assert _woorden(plan.gezin) == {(Deelsoort.OUDERS, plan.gezin.relatie.pk): "Vader ziet dat Pip weer leest."}


def test_talk_for_the_seat_of_one_parent_does_not_begin_with_their_name() -> None:
    plan = maak_plan()
    relatie = plan.gezin.relatie
    record_oppoverleg(
        actor=plan.school.intern_begeleider,
        versie=plan.versie,
        dag=OP.date(),
        gezegd=f"{relatie.naam}: Pip leest weer.",
        gedaan="",
        ouders={relatie: True},
        op=OP,
    )

    assert _woorden(plan.gezin) == {(Deelsoort.OUDERS, relatie.pk): "Pip leest weer."}
