"""A suspension: how long, from when, and who must still be told."""

from dataclasses import replace
from datetime import date

import pytest

from passend.regels.schorsing import (
    Schorsingsfeiten,
    check_schorsing,
    lopende_schorsingstermijnen,
    moet_inspectie_weten,
    openstaand,
    schorsingstermijnen,
)

MAANDAG = date(2026, 11, 2)
FEITEN = Schorsingsfeiten(
    besloten_op=MAANDAG, van=MAANDAG, tot_en_met=date(2026, 11, 3), motivering="Er werd gevochten."
)


def _bezwaren(**anders: object) -> list[tuple[str, str, str]]:
    bezwaren = check_schorsing(replace(FEITEN, **anders), peildatum=MAANDAG)
    return [(een.code, een.zin, str(een.vindplaats)) for een in bezwaren]


@pytest.mark.parametrize("tot_en_met", [MAANDAG, date(2026, 11, 3), date(2026, 11, 8)])
def test_suspension_of_at_most_a_week_is_allowed(tot_en_met: date) -> None:
    assert _bezwaren(tot_en_met=tot_en_met) == []


@pytest.mark.parametrize(
    ("anders", "code", "zin"),
    [
        (
            {"tot_en_met": date(2026, 11, 9)},
            "te_lang",
            "Een schorsing duurt hooguit een week. Kies als laatste dag 08-11-2026 of eerder.",
        ),
        (
            {"tot_en_met": date(2026, 11, 1)},
            "andersom",
            "De laatste dag ligt voor de eerste (02-11-2026). Controleer beide dagen.",
        ),
        (
            {"van": date(2026, 11, 1)},
            "voor_besluit",
            "De schorsing begint voor het besluit (02-11-2026). Controleer beide dagen.",
        ),
        (
            {"motivering": " "},
            "motivering",
            "Schrijf op waarom het bestuur schorst. De ouders lezen dat in de brief.",
        ),
        (
            {"besloten_op": date(2026, 11, 3), "van": date(2026, 11, 3)},
            "besluit_toekomst",
            "Het besluit is van 03-11-2026: die dag is nog niet geweest. Controleer de dag.",
        ),
    ],
)
def test_suspension_that_cannot_be_is_told(anders: dict[str, date], code: str, zin: str) -> None:
    assert _bezwaren(**anders) == [(code, zin, "WPO artikel 40c lid 1")]


@pytest.mark.parametrize(("tot_en_met", "moet"), [(MAANDAG, False), (date(2026, 11, 3), True)])
def test_inspectie_is_told_of_more_than_one_day(tot_en_met: date, moet: bool) -> None:  # noqa: FBT001 -- a case
    feiten = replace(FEITEN, tot_en_met=tot_en_met)

    assert moet_inspectie_weten(feiten) is moet
    assert [een.wat for een in schorsingstermijnen(feiten)][2:] == ["schorsing_inspectie"] * moet
    assert [een.code for een in openstaand(feiten)][1:] == ["inspectie"] * moet


def test_every_date_says_what_must_be_done() -> None:
    assert [een.uitleg for een in schorsingstermijnen(FEITEN)] == [
        "Een schorsing duurt hooguit een week: tot en met 08-11-2026.",
        "De ouders krijgen de brief met de redenen meteen: op 02-11-2026.",
        "Duurt een schorsing langer dan een dag, dan hoort de inspectie dat meteen: op 02-11-2026.",
    ]


def test_what_was_sent_is_not_asked_again() -> None:
    assert [(een.code, een.zin, str(een.vindplaats)) for een in openstaand(FEITEN)] == [
        ("brief", "De ouders hebben nog geen brief. Stuur die vandaag.", "WPO artikel 40c lid 2"),
        (
            "inspectie",
            "De inspectie weet het nog niet. Meld het vandaag, met de redenen, en bewaar het bewijs.",
            "WPO artikel 40c lid 3",
        ),
    ]
    assert [een.code for een in openstaand(replace(FEITEN, brief_op=MAANDAG))] == ["inspectie"]
    assert openstaand(replace(FEITEN, brief_op=MAANDAG, gemeld_op=MAANDAG)) == ()


@pytest.mark.parametrize(
    ("op", "anders", "lopend"),
    [
        (MAANDAG, {}, [("schorsing_inspectie", MAANDAG), ("schorsing_einde", date(2026, 11, 3))]),
        (date(2026, 11, 3), {"gemeld_op": MAANDAG}, [("schorsing_einde", date(2026, 11, 3))]),
        (date(2026, 11, 4), {}, [("schorsing_inspectie", MAANDAG)]),
        (date(2026, 11, 4), {"gemeld_op": MAANDAG}, []),
        (MAANDAG, {"tot_en_met": MAANDAG}, [("schorsing_einde", MAANDAG)]),
        (date(2026, 11, 3), {"tot_en_met": MAANDAG}, []),
    ],
)
def test_suspension_has_a_day_until_it_was_reported_and_is_over(
    op: date, anders: dict[str, date], lopend: list[tuple[str, date]]
) -> None:
    termijnen = lopende_schorsingstermijnen(replace(FEITEN, **anders), peildatum=op)

    assert [(een.wat, een.dag) for een in termijnen] == lopend


def test_last_day_of_a_suspension_says_until_when_it_lasts_and_by_which_article() -> None:
    [einde] = lopende_schorsingstermijnen(replace(FEITEN, gemeld_op=MAANDAG), peildatum=MAANDAG)

    assert (einde.uitleg, str(einde.vindplaats)) == (
        "De schorsing duurt tot en met 03-11-2026.",
        "WPO artikel 40c lid 1",
    )
