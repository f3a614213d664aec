"""When an individual plan is looked at again, and what it must say."""

from dataclasses import replace
from datetime import date

import pytest

from passend.regels.planevaluatie import (
    Evaluatiestand,
    Planbezwaar,
    Planfeiten,
    check_evaluatie,
    check_plan,
    evaluatiestand,
)

EINDE = date(2027, 1, 31)
GOED = Planfeiten(
    aanleiding="Leest traag.", doel="Leest vlot.", niveau=2, geldig_van=date(2026, 10, 5), geldig_tot_en_met=EINDE
)
E = Evaluatiestand


@pytest.mark.parametrize(
    ("peildatum", "geevalueerd_op", "stand"),
    [
        (date(2027, 1, 16), None, E.LOOPT),
        (date(2027, 1, 17), None, E.BINNENKORT),
        (date(2027, 1, 31), None, E.BINNENKORT),
        (date(2027, 2, 1), None, E.TE_LAAT),
        (date(2027, 2, 1), date(2027, 2, 1), E.GEDAAN),
        (date(2026, 12, 1), date(2026, 11, 30), E.GEDAAN),
    ],
)
def test_evaluation_is_due_on_the_last_day(peildatum: date, geevalueerd_op: date | None, stand: E) -> None:
    assert evaluatiestand(EINDE, geevalueerd_op=geevalueerd_op, peildatum=peildatum) is stand


ZINNEN = {
    None: None,
    "geen_aanleiding": "Zeg waarom dit plan er komt: wat ziet u, wat is nodig?",
    "geen_doel": "Zeg wat de leerling straks kan of doet. Eén zin is genoeg.",
    "niveau": "Kies een niveau van 1 tot 5.",
    "dagen": "De dag waarop u terugkijkt komt na de dag waarop het plan begint. Kies een latere dag.",
    "te_lang": "Een plan duurt hoogstens een jaar. Kies een eerdere dag om terug te kijken.",
    "geen_uitkomst": "Kies of het doel is behaald.",
    "geen_evaluatie": "Schrijf in een zin hoe het ging. De ouders lezen dat.",
    "gedaan": "Dit plan is al geëvalueerd, op 30-01-2027. Maak een vervolg als er meer nodig is.",
}


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({}, None),
        ({"aanleiding": " "}, "geen_aanleiding"),
        ({"doel": ""}, "geen_doel"),
        ({"niveau": 0}, "niveau"),
        ({"niveau": 1}, None),
        ({"niveau": 5}, None),
        ({"niveau": 6}, "niveau"),
        ({"geldig_tot_en_met": date(2026, 10, 5)}, "dagen"),
        ({"geldig_tot_en_met": date(2026, 10, 6)}, None),
        ({"geldig_tot_en_met": date(2027, 10, 6)}, None),
        ({"geldig_tot_en_met": date(2027, 10, 7)}, "te_lang"),
    ],
)
def test_plan_says_why_what_for_and_until_when(anders: dict[str, object], code: str | None) -> None:
    bezwaar = check_plan(replace(GOED, **anders))  # type: ignore[arg-type]

    assert (bezwaar.code if bezwaar else None) == code
    assert (bezwaar.zin if bezwaar else None) == ZINNEN[code]


@pytest.mark.parametrize(
    ("uitkomst", "evaluatie", "geevalueerd_op", "code"),
    [
        ("deels", "Gaat vooruit.", None, None),
        ("", "Gaat vooruit.", None, "geen_uitkomst"),
        ("deels", " ", None, "geen_evaluatie"),
        ("deels", "Gaat vooruit.", date(2027, 1, 30), "gedaan"),
    ],
)
def test_evaluation_says_whether_and_how_it_helped(
    uitkomst: str, evaluatie: str, geevalueerd_op: date | None, code: str | None
) -> None:
    bezwaar = check_evaluatie(uitkomst=uitkomst, evaluatie=evaluatie, geevalueerd_op=geevalueerd_op)

    assert (bezwaar.code if bezwaar else None) == code
    assert (bezwaar.zin if bezwaar else None) == ZINNEN[code]


def test_refusal_says_when_it_was_done() -> None:
    assert check_evaluatie(uitkomst="deels", evaluatie="x", geevalueerd_op=date(2027, 1, 30)) == Planbezwaar(
        "gedaan", "Dit plan is al geëvalueerd, op 30-01-2027. Maak een vervolg als er meer nodig is."
    )
