"""What parents and school read once a term is over: admitted by law, asked too late, and a place that stops."""

from datetime import date
from typing import Any

from tests.regels.feitenlezer import lees_aanmelding

from passend.regels.toelatingsstand import toelatingsstand
from passend.regels.toelatingstermijnen import besluittermijn, toelatingstermijnen

VERZOCHT = date(2026, 9, 14)


def _feiten(**feiten: Any) -> Any:
    return lees_aanmelding({"verzocht_op": VERZOCHT, **feiten})


def test_child_admitted_by_law_has_the_day_that_went_by_and_its_admission_with_the_article() -> None:
    stand = toelatingsstand(_feiten(is_asielzoeker=True), peildatum=date(2026, 11, 26))

    assert [(een.wat, een.dag, str(een.vindplaats)) for een in stand.termijnen] == [
        ("besluit", date(2026, 10, 26), "WPO artikel 40 lid 15"),
        ("toegelaten_van_rechtswege", date(2026, 10, 27), "WPO artikel 40 lid 16"),
    ]
    assert stand.termijnen[1].uitleg == "Er was op tijd geen besluit. Daarom is het kind vanaf 27-10-2026 toegelaten."


def test_place_that_stops_by_a_refusal_is_a_day_of_the_case_with_its_article() -> None:
    besluit = {"soort": "geweigerd", "op": date(2026, 11, 26), "grond": "anders", "motivering": "Het kan niet."}
    feiten = _feiten(heeft_ondersteuning_nodig=False, besluit=besluit)

    stand = toelatingsstand(feiten, peildatum=date(2026, 11, 26))

    assert [(een.wat, een.dag) for een in stand.termijnen] == [
        ("uitschrijving", date(2026, 11, 27)),
        ("bezwaar", date(2027, 1, 7)),
        ("geschil_verzoek", date(2027, 1, 7)),
    ]
    assert str(stand.termijnen[0].vindplaats) == "WPO artikel 40 lid 7"
    assert stand.termijnen[0].uitleg == (
        "De tijdelijke plek stopt door dit besluit: het kind is op 27-11-2026 uitgeschreven."
    )


def test_question_that_came_too_late_gives_parents_no_day_on_which_the_clock_would_run_again() -> None:
    laat = [{"van": date(2026, 10, 27), "uiterlijk_op": date(2026, 11, 20)}]
    op_tijd = [{"van": date(2026, 10, 26), "uiterlijk_op": date(2026, 11, 20)}]

    dagen = [
        {een.wat: een.dag for een in toelatingstermijnen(_feiten(onderbrekingen=een), peildatum=date(2026, 10, 28))}
        for een in (laat, op_tijd)
    ]

    assert ["aanvullen" in een for een in dagen] == [False, True]
    assert [een["besluit"] for een in dagen] == [date(2026, 10, 26), date(2026, 11, 20)]


def test_second_question_within_the_term_that_the_first_one_moved_stops_the_clock_too() -> None:
    eerste = {"van": date(2026, 10, 20), "uiterlijk_op": date(2026, 11, 3)}
    tweede = {"van": date(2026, 11, 9), "uiterlijk_op": date(2026, 11, 16)}

    termijn = besluittermijn(_feiten(onderbrekingen=[eerste, tweede]), peildatum=date(2026, 11, 10))

    assert termijn is not None
    assert (termijn.uiterlijk, termijn.stil_sinds) == (date(2026, 11, 16), date(2026, 11, 9))
