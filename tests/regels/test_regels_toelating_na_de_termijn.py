"""What parents and school read once a term is over: admitted by law, asked too late, and a place that stops."""

from datetime import date
from typing import Any

from tests.regels.feitenlezer import lees_aanmelding

from passend.begrippen.termijn import Termijn
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.bezwaar import Bezwaarfeiten
from passend.regels.toelatingsstand import bezwaarfeiten_van, toelatingsstand
from passend.regels.toelatingstermijnen import Besluittermijn, besluittermijn, toelatingstermijnen

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


def test_child_admitted_by_law_keeps_the_day_that_its_incomplete_application_moved() -> None:
    stil = [{"van": VERZOCHT, "uiterlijk_op": date(2026, 9, 21)}]

    stand = toelatingsstand(_feiten(is_asielzoeker=True, onderbrekingen=stil), peildatum=date(2026, 11, 26))

    assert [(een.wat, een.dag) for een in stand.termijnen] == [
        ("besluit", date(2026, 11, 2)),
        ("toegelaten_van_rechtswege", date(2026, 10, 27)),
    ]


def test_child_without_a_number_that_is_admitted_after_all_is_reported_within_two_weeks() -> None:
    besluit = {"soort": "geweigerd", "op": date(2026, 10, 19), "grond": "anders", "motivering": "Het past niet."}
    stappen = {"bezwaar_op": date(2026, 10, 26), "gehoord_op": date(2026, 11, 2), "beslist_op": date(2026, 11, 9)}
    feiten = _feiten(
        heeft_ondersteuning_nodig=False, is_zonder_pgn=True, is_alsnog_toegelaten=True, besluit=besluit, **stappen
    )

    stand = toelatingsstand(feiten, peildatum=date(2026, 11, 9))

    assert [(een.wat, een.dag) for een in stand.termijnen] == [("pgn_melding", date(2026, 11, 23))]
    assert stand.volgende == stand.termijnen[0]


def test_rules_of_objection_hear_of_every_step_against_a_refusal() -> None:
    besluit = {"soort": "geweigerd", "op": date(2026, 10, 12), "motivering": "Het past niet."}
    besluit["bekendgemaakt_op"] = date(2026, 10, 19)
    stappen = {
        "bezwaar_op": date(2026, 11, 2),
        "geschil_op": date(2026, 11, 3),
        "oordeel_op": date(2026, 11, 4),
        "gehoord_op": date(2026, 11, 5),
        "beslist_op": date(2026, 11, 6),
    }
    feiten = _feiten(is_openbaar=True, besluit=besluit, **stappen)

    assert bezwaarfeiten_van(feiten, feiten.besluit) == Bezwaarfeiten(
        besluit_op=date(2026, 10, 19), genomen_op=date(2026, 10, 12), is_openbaar=True, **stappen
    )


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


def test_question_on_the_last_day_of_the_term_still_stops_the_clock() -> None:
    laatste = date(2026, 10, 26)

    assert besluittermijn(_feiten(onderbrekingen=[{"van": laatste}]), peildatum=laatste) == Besluittermijn(
        eerste=laatste,
        hooguit=date(2026, 11, 23),
        uiterlijk=laatste,
        is_verlengd=False,
        stil_sinds=laatste,
        stil_tot=None,
    )


def test_day_for_the_parents_holds_before_the_school_received_the_application_too() -> None:
    vraag = [{"van": VERZOCHT, "uiterlijk_op": date(2026, 9, 28)}]

    assert toelatingstermijnen(_feiten(ontvangen_op=None, onderbrekingen=vraag), peildatum=VERZOCHT)[0] == Termijn(
        wat="aanvullen",
        dag=date(2026, 9, 28),
        vindplaats=Vindplaats(regeling="WPO", artikel="63 lid 4", adres="https://wetten.overheid.nl/BWBR0003420"),
        uitleg="De ouders geven uiterlijk op 28-09-2026 wat de school nog mist. Daarna loopt de klok weer.",
    )
