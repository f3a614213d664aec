"""An objection and a dispute: what cannot be true of their days, and what a decision on it waits for."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from passend.regels.bezwaar import Bezwaarfeiten, bezwaartermijnen, check_bezwaar

BESLUIT = date(2026, 10, 26)
OP = date(2027, 3, 1)
FEITEN = Bezwaarfeiten(besluit_op=BESLUIT, bezwaar_op=date(2026, 11, 9))


VINK = "Controleer beide dagen."
ZINNEN = {
    "bezwaar_te_vroeg": f"Het bezwaar ligt voor het besluit (26-10-2026). {VINK}",
    "bezwaar_te_laat": "Bezwaar maken kon tot en met 07-12-2026. Het bestuur kijkt of er een goede reden is dat het "
    "later kwam, en schrijft die op.",
    "geschil_te_vroeg": f"Het geschil ligt voor het besluit (26-10-2026). {VINK}",
    "oordeel_te_vroeg": f"Een oordeel kan er niet zijn voordat de ouders erom vroegen. {VINK}",
    "niet_gehoord": "Hoor eerst de ouders over hun bezwaar, en schrijf op wanneer dat was.",
    "geen_bezwaar": "Er is nog geen bezwaar om op te beslissen. Vul eerst in op welke dag het kwam.",
    "geen_reactie": "De commissie gaf haar oordeel. Schrijf eerst aan de ouders wat het bestuur daarmee doet, en "
    "waarom.",
    "wacht_op_oordeel": "Er ligt een geschil bij de commissie. Wacht op haar oordeel voordat u op het bezwaar beslist.",
}


def _codes(peildatum: date = OP, **anders: object) -> list[tuple[str, str]]:
    bezwaren = check_bezwaar(replace(FEITEN, **anders), peildatum=peildatum)
    return [(een.code, str(een.vindplaats)) for een in bezwaren]


@pytest.mark.parametrize(
    "anders",
    [
        {},
        {"bezwaar_op": None},
        {"bezwaar_op": BESLUIT},
        {"bezwaar_op": date(2026, 12, 7)},
        {"geschil_op": BESLUIT},
        {"geschil_op": BESLUIT, "oordeel_op": BESLUIT},
        {"gehoord_op": date(2026, 12, 1), "beslist_op": date(2026, 12, 1)},
        {"gehoord_op": date(2026, 11, 9), "beslist_op": date(2026, 11, 9)},
        {
            "gehoord_op": date(2026, 12, 1),
            "beslist_op": date(2027, 1, 11),
            "geschil_op": date(2026, 11, 9),
            "oordeel_op": date(2027, 1, 11),
            "reactie_op": date(2027, 1, 11),
        },
    ],
)
def test_days_that_can_be_true_pass(anders: dict[str, date]) -> None:
    assert _codes(**anders) == []


@pytest.mark.parametrize(
    ("anders", "codes"),
    [
        ({"bezwaar_op": date(2026, 10, 25)}, [("bezwaar_te_vroeg", "WPO artikel 63 lid 3")]),
        ({"bezwaar_op": date(2026, 12, 8)}, [("bezwaar_te_laat", "WPO artikel 63 lid 3")]),
        ({"bezwaar_op": date(2026, 12, 8), "is_openbaar": True}, [("bezwaar_te_laat", "Awb artikel 6:7")]),
        (
            {"geschil_op": date(2026, 10, 25)},
            [("geschil_te_vroeg", "werkwijze van de geschillencommissie passend onderwijs")],
        ),
        ({"oordeel_op": date(2026, 12, 1)}, [("oordeel_te_vroeg", "WPO artikel 43 lid 3")]),
        (
            {"geschil_op": date(2026, 11, 9), "oordeel_op": date(2026, 11, 8)},
            [("oordeel_te_vroeg", "WPO artikel 43 lid 3")],
        ),
        ({"beslist_op": date(2026, 12, 1)}, [("niet_gehoord", "WPO artikel 63 lid 3")]),
        (
            {"beslist_op": date(2026, 12, 1), "gehoord_op": date(2026, 12, 2), "is_openbaar": True},
            [("niet_gehoord", "WPO artikel 40 lid 12")],
        ),
        (
            {"beslist_op": date(2026, 11, 8), "gehoord_op": date(2026, 11, 8)},
            [("geen_bezwaar", "WPO artikel 63 lid 3")],
        ),
        (
            {"bezwaar_op": None, "beslist_op": date(2026, 11, 8), "gehoord_op": date(2026, 11, 8)},
            [("geen_bezwaar", "WPO artikel 63 lid 3")],
        ),
        (
            {"beslist_op": date(2026, 12, 1), "gehoord_op": date(2026, 12, 1), "geschil_op": date(2026, 11, 9)},
            [("wacht_op_oordeel", "WPO artikel 43 lid 4")],
        ),
        (
            {
                "beslist_op": date(2026, 12, 1),
                "gehoord_op": date(2026, 12, 1),
                "geschil_op": date(2026, 11, 9),
                "oordeel_op": date(2026, 12, 2),
            },
            [("wacht_op_oordeel", "WPO artikel 43 lid 4")],
        ),
        *(
            (
                {
                    "beslist_op": date(2026, 12, 4),
                    "gehoord_op": date(2026, 12, 1),
                    "geschil_op": date(2026, 11, 9),
                    "oordeel_op": date(2026, 12, 4),
                    "reactie_op": reactie_op,
                },
                [("geen_reactie", "Inrichtingsbesluit WPO artikel 3.3 lid 8")],
            )
            for reactie_op in (None, date(2026, 12, 5))
        ),
    ],
)
def test_days_that_cannot_be_true_are_told(anders: dict[str, date], codes: list[tuple[str, str]]) -> None:
    bezwaren = check_bezwaar(replace(FEITEN, **anders), peildatum=OP)

    assert [(een.code, str(een.vindplaats), een.zin) for een in bezwaren] == [
        (code, waar, ZINNEN[code]) for code, waar in codes
    ]


def test_each_day_of_tomorrow_is_told() -> None:
    morgen = date(2026, 10, 26)
    anders = {
        "bezwaar_op": morgen,
        "geschil_op": morgen,
        "oordeel_op": morgen,
        "reactie_op": morgen,
        "gehoord_op": morgen,
        "beslist_op": morgen,
    }

    codes = [code for code, waar in _codes(date(2026, 10, 25), **anders) if waar == "WPO artikel 63 lid 3"]

    wat = ("besluit", "bezwaar", "geschil", "oordeel", "reactie", "gehoord", "beslissing")
    assert codes == [f"{een}_toekomst" for een in wat]
    assert _codes(morgen, **anders) == []


def test_day_of_tomorrow_is_named() -> None:
    (toekomst,) = check_bezwaar(Bezwaarfeiten(besluit_op=BESLUIT, is_openbaar=True), peildatum=date(2026, 10, 25))

    assert str(toekomst.vindplaats) == "Awb artikel 6:7"
    assert toekomst.zin == "De dag 26-10-2026 is nog niet geweest. Vul de dag in waarop het echt gebeurde."


def test_dispute_that_was_asked_after_the_decision_was_due_stops_nothing() -> None:
    te_laat = replace(FEITEN, geschil_op=date(2026, 12, 8), oordeel_op=date(2027, 1, 11))
    op_tijd = replace(te_laat, geschil_op=date(2026, 12, 7))

    dagen = [
        next(
            (een.dag, str(een.vindplaats))
            for een in bezwaartermijnen(feiten, peildatum=OP)
            if een.wat.startswith("besl")
        )
        for feiten in (te_laat, op_tijd)
    ]

    assert dagen == [(date(2026, 12, 7), "WPO artikel 63 lid 3"), (date(2027, 1, 11), "WPO artikel 43 lid 4")]


def test_dispute_after_the_decision_was_due_is_not_what_the_board_waits_for() -> None:
    feiten = replace(FEITEN, geschil_op=date(2026, 12, 10))

    (uitleg,) = [
        een.uitleg for een in bezwaartermijnen(feiten, peildatum=date(2026, 12, 11)) if een.wat.startswith("besl")
    ]

    assert uitleg == "Het bestuur beslist uiterlijk op 07-12-2026 op het bezwaar."


def test_decision_is_provisional_as_long_as_there_is_no_opinion() -> None:
    open_ = replace(FEITEN, geschil_op=date(2026, 11, 9), oordeel_op=date(2027, 1, 11))

    def beslissing(peildatum: date) -> tuple[date, bool, str]:
        termijn = bezwaartermijnen(open_, peildatum=peildatum)[1]
        return termijn.dag, termijn.is_voorlopig, termijn.uitleg

    wacht = "Het bestuur wacht op het oordeel van de commissie en beslist uiterlijk op 15-02-2027."
    is_er = (
        "De commissie gaf haar oordeel op 11-01-2027. Het bestuur beslist uiterlijk op 08-02-2027 op het bezwaar: de "
        "dagen dat het op dat oordeel wachtte, tellen niet mee."
    )
    assert beslissing(date(2027, 1, 10)) == (date(2027, 2, 15), True, wacht)
    assert beslissing(date(2027, 1, 11)) == (date(2027, 2, 8), False, is_er)


NA_TERMIJN = "4 weken na de laatste dag om bezwaar te maken."
NA_ONTVANGST = "4 weken nadat het kwam."
STOND_STIL = "de dagen dat het op dat oordeel wachtte, tellen niet mee."
OPENBAAR = {"is_openbaar": True}


@pytest.mark.parametrize(
    ("anders", "oordeel_op", "dag", "waar", "waarom"),
    [
        # the committee was ready before the four weeks of a public school began, that is on the last day to object
        (OPENBAAR, date(2026, 11, 20), date(2027, 1, 4), "WPO artikel 40 lid 12", NA_TERMIJN),
        (OPENBAAR, date(2026, 12, 7), date(2027, 1, 4), "WPO artikel 40 lid 12", NA_TERMIJN),
        (OPENBAAR, date(2026, 12, 8), date(2027, 1, 5), "WPO artikel 43 lid 4", STOND_STIL),
        # the four weeks of another school ran already
        ({}, date(2026, 11, 20), date(2026, 12, 18), "WPO artikel 43 lid 4", STOND_STIL),
        # the opinion was there before the objection was
        (
            {"bezwaar_op": date(2026, 11, 23)},
            date(2026, 11, 20),
            date(2026, 12, 21),
            "WPO artikel 63 lid 3",
            NA_ONTVANGST,
        ),
        (
            OPENBAAR | {"bezwaar_op": date(2026, 12, 8)},
            date(2026, 11, 20),
            date(2027, 1, 5),
            "WPO artikel 40 lid 12",
            NA_ONTVANGST,
        ),
        # a dispute that was asked after the decision was due
        ({"geschil_op": date(2026, 12, 8)}, date(2027, 1, 11), date(2026, 12, 7), "WPO artikel 63 lid 3", NA_ONTVANGST),
    ],
)
def test_once_the_opinion_is_there_the_decision_tells_its_day_and_why_it_is_due_then(
    anders: dict[str, Any], oordeel_op: date, dag: date, waar: str, waarom: str
) -> None:
    feiten = replace(FEITEN, oordeel_op=oordeel_op, **{"geschil_op": date(2026, 11, 9)} | anders)

    termijn = bezwaartermijnen(feiten, peildatum=OP)[1]

    assert (termijn.dag, str(termijn.vindplaats), termijn.is_voorlopig) == (dag, waar, False)
    assert termijn.uitleg == (
        f"De commissie gaf haar oordeel op {oordeel_op:%d-%m-%Y}. Het bestuur beslist uiterlijk op {dag:%d-%m-%Y} op "
        f"het bezwaar: {waarom}"
    )


def test_opinion_that_stays_away_moves_the_decision_day_by_day() -> None:
    open_ = replace(FEITEN, geschil_op=date(2026, 11, 9))

    assert bezwaartermijnen(open_, peildatum=date(2027, 1, 20))[1].dag == date(2027, 2, 17)


def test_day_for_an_opinion_is_listed_until_the_day_on_which_it_was_given() -> None:
    met_oordeel = replace(FEITEN, geschil_op=date(2026, 11, 9), oordeel_op=date(2026, 12, 14))

    op_dag = {
        dag: [een.wat for een in bezwaartermijnen(met_oordeel, peildatum=dag)]
        for dag in (date(2026, 12, 13), date(2026, 12, 14))
    }

    assert ["geschil_oordeel" in wat for wat in op_dag.values()] == [True, False]


def test_every_date_tells_who_must_read_it_what_to_do() -> None:
    feiten = replace(FEITEN, geschil_op=date(2026, 11, 16))

    assert [een.uitleg for een in bezwaartermijnen(feiten, peildatum=date(2026, 11, 16))] == [
        "Bent u het niet eens met dit besluit? Schrijf dat uiterlijk op 07-12-2026 aan het bestuur.",
        "Het bestuur wacht op het oordeel van de commissie en beslist uiterlijk op 15-02-2027.",
        (
            "U kunt ook de geschillencommissie om een oordeel vragen, uiterlijk op 07-12-2026. Dat is gratis, en het "
            "bestuur wacht dan met beslissen op een bezwaar."
        ),
        "De commissie zegt binnen 10 weken wat zij ervan vindt: uiterlijk op 25-01-2027.",
    ]


def test_parents_who_heard_before_the_letter_can_object_from_the_day_of_the_decision() -> None:
    besluit_op, genomen_op = date(2026, 10, 26), date(2026, 10, 19)
    stappen = {"bezwaar_op": genomen_op, "geschil_op": genomen_op}
    eerder = {"bezwaar_op": date(2026, 10, 18), "geschil_op": date(2026, 10, 18)}

    mag = check_bezwaar(
        Bezwaarfeiten(besluit_op=besluit_op, genomen_op=genomen_op, **stappen), peildatum=date(2026, 10, 26)
    )
    mag_niet = check_bezwaar(
        Bezwaarfeiten(besluit_op=besluit_op, genomen_op=genomen_op, **eerder), peildatum=date(2026, 10, 26)
    )

    assert mag == ()
    assert [een.zin for een in mag_niet] == [
        f"Het bezwaar ligt voor het besluit (19-10-2026). {VINK}",
        f"Het geschil ligt voor het besluit (19-10-2026). {VINK}",
    ]


def test_decision_of_a_public_school_opens_the_way_to_court_from_that_day_on() -> None:
    beslist = replace(FEITEN, is_openbaar=True, beslist_op=date(2026, 12, 1))
    na = bezwaartermijnen(beslist, peildatum=date(2026, 12, 1))
    met_geschil = bezwaartermijnen(replace(beslist, geschil_op=date(2026, 11, 16)), peildatum=date(2026, 12, 1))

    assert [(een.wat, een.dag) for een in na] == [
        ("geschil_verzoek", date(2026, 12, 7)),
        ("beroep", date(2027, 1, 12)),
    ]
    assert [een.wat for een in met_geschil] == ["beroep"]
    assert na[1].uitleg == (
        "Bent u het niet eens met deze beslissing? Ga dan uiterlijk op 12-01-2027 in beroep bij de rechtbank."
    )
    assert "beroep" not in {een.wat for een in bezwaartermijnen(beslist, peildatum=date(2026, 11, 30))}
