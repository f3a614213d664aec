"""A removal from intention to end: the pupil stays until another school has enrolled it."""

from dataclasses import replace
from datetime import date

import pytest

from passend.begrippen.toelating import Aanzet, Verwijderingsstand
from passend.regels.aanmeldingsfeiten import Afwijking, Gevraagdeschool
from passend.regels.bezwaar import Bezwaarfeiten
from passend.regels.verwijdering import (
    Verwijderingsfeiten,
    bezwaarfeiten_van_verwijdering,
    check_verwijdering,
    is_weggevallen,
    school_bereid_op,
    verwijderingsstand,
)
from passend.regels.verwijdertermijnen import check_gemeld, lopende_verwijdertermijnen

VOORNEMEN, BESLUIT = date(2026, 10, 5), date(2026, 10, 19)
RIJP = Verwijderingsfeiten(
    voorgenomen_op=VOORNEMEN,
    leraar_gehoord_op=date(2026, 10, 7),
    ouders_gehoord_op=date(2026, 10, 8),
    scholen=(Gevraagdeschool(naam="De Els", gevraagd_op=VOORNEMEN, bereid_op=date(2026, 10, 14)),),
    besloten_op=BESLUIT,
    motivering="De school heeft alles gedaan wat zij kon.",
)
AFWIJKING = Afwijking(op=BESLUIT, reden="Besproken met de inspectie.")
LAATST = date(2026, 11, 30)
BEZWAAR, BESLISSING = date(2026, 11, 2), date(2026, 11, 30)
GEMAAKT = {"gemeente_op": BESLUIT, "bezwaar_op": BEZWAAR}
BLIJFT = "Het bestuur wil uw kind van school verwijderen, maar heeft dat nog niet besloten. Uw kind blijft hier."


def _stand(op: date = BESLUIT, **anders: object) -> tuple[str, str, list[str]]:
    stand = verwijderingsstand(replace(RIJP, **anders), peildatum=op)
    return stand.soort.value, stand.aan_zet.value, [een.code for een in stand.bezwaren]


@pytest.mark.parametrize(
    ("op", "anders", "stand"),
    [
        (BESLUIT, {}, ("besloten", "school", ["gemeente", "elders_ingeschreven"])),
        (BESLUIT, {"gemeente_op": BESLUIT}, ("besloten", "school", ["elders_ingeschreven"])),
        (BESLUIT, {"gemeente_op": date(2026, 10, 20)}, ("besloten", "school", ["gemeente", "elders_ingeschreven"])),
        (date(2026, 10, 18), {}, ("voorgenomen", "bestuur", ["besluit_toekomst"])),
        (BESLUIT, {"besloten_op": None}, ("voorgenomen", "bestuur", [])),
        (BESLUIT, {"leraar_gehoord_op": None}, ("voorgenomen", "bestuur", ["leraar_gehoord"])),
        (
            BESLUIT,
            {"scholen": (), "afwijking": AFWIJKING},
            ("besloten", "school", ["bereid", "gemeente", "elders_ingeschreven"]),
        ),
        (BESLUIT, {"scholen": (), "afwijking": replace(AFWIJKING, reden=" ")}, ("voorgenomen", "bestuur", ["bereid"])),
        (
            BESLUIT,
            {"scholen": (), "afwijking": replace(AFWIJKING, op=date(2026, 10, 20))},
            ("voorgenomen", "bestuur", ["bereid"]),
        ),
        (BESLUIT, {"motivering": "", "afwijking": AFWIJKING}, ("voorgenomen", "bestuur", ["motivering"])),
        (BESLUIT, {"ingetrokken_op": BESLUIT}, ("ingetrokken", "niemand", [])),
        (BESLUIT, {"ingetrokken_op": date(2026, 10, 20)}, ("besloten", "school", ["gemeente", "elders_ingeschreven"])),
        (
            date(2026, 11, 1),
            {"elders_ingeschreven_op": date(2026, 11, 2), "gemeente_op": BESLUIT},
            ("besloten", "school", ["elders_ingeschreven"]),
        ),
        (
            date(2026, 11, 2),
            {"elders_ingeschreven_op": date(2026, 11, 2), "gemeente_op": BESLUIT},
            ("verwijderd", "school", ["uitschrijven"]),
        ),
        (
            date(2026, 11, 2),
            {
                "elders_ingeschreven_op": date(2026, 11, 2),
                "gemeente_op": BESLUIT,
                "uitgeschreven_op": date(2026, 11, 1),
            },
            ("verwijderd", "niemand", []),
        ),
        (
            date(2026, 11, 2),
            {"elders_ingeschreven_op": date(2026, 11, 2), "uitgeschreven_op": date(2026, 11, 1)},
            ("verwijderd", "school", ["gemeente"]),
        ),
        (
            date(2026, 11, 2),
            {"gemeente_op": BESLUIT, "bezwaar_op": date(2026, 11, 2)},
            ("besloten", "bestuur", ["elders_ingeschreven"]),
        ),
        (
            date(2026, 11, 2),
            {"gemeente_op": BESLUIT, "bezwaar_op": date(2026, 11, 2), "geschil_op": date(2026, 11, 2)},
            ("besloten", "commissie", ["elders_ingeschreven"]),
        ),
        (
            date(2026, 11, 9),
            {
                "gemeente_op": BESLUIT,
                "bezwaar_op": date(2026, 11, 2),
                "geschil_op": date(2026, 11, 2),
                "oordeel_op": date(2026, 11, 9),
            },
            ("besloten", "bestuur", ["elders_ingeschreven"]),
        ),
        (
            date(2026, 11, 9),
            {"gemeente_op": BESLUIT, "bezwaar_op": date(2026, 11, 2), "beslist_op": date(2026, 11, 9)},
            ("besloten", "school", ["elders_ingeschreven"]),
        ),
        (
            date(2026, 11, 9),
            {"bezwaar_op": date(2026, 11, 2), "beslist_op": date(2026, 11, 9), "is_herroepen": True},
            ("ingetrokken", "niemand", []),
        ),
        (
            date(2026, 11, 8),
            {
                "gemeente_op": BESLUIT,
                "bezwaar_op": date(2026, 11, 2),
                "beslist_op": date(2026, 11, 9),
                "is_herroepen": True,
            },
            ("besloten", "bestuur", ["elders_ingeschreven"]),
        ),
        (
            date(2026, 11, 2),
            {"elders_ingeschreven_op": date(2026, 11, 2), "besloten_op": None},
            ("voorgenomen", "bestuur", []),
        ),
    ],
)
def test_removal_stands_where_what_happened_says(
    op: date, anders: dict[str, object], stand: tuple[str, str, list[str]]
) -> None:
    assert _stand(op, **anders) == stand


def test_school_reads_that_the_child_stays_until_another_school_has_it() -> None:
    stand = verwijderingsstand(RIJP, peildatum=BESLUIT)

    assert stand.uitleg == (
        "Het bestuur besloot op 19-10-2026 uw kind te verwijderen. Het blijft hier leerling tot een andere school het "
        "inschrijft. U kunt bezwaar maken tot en met 30-11-2026."
    )
    assert [(een.wat, een.dag, str(een.vindplaats)) for een in stand.termijnen] == [
        ("verwijdering_gemeente", BESLUIT, "Leerplichtwet 1969 artikel 18 lid 1"),
        ("bezwaar", date(2026, 11, 30), "WPO artikel 63 lid 3"),
        ("geschil_verzoek", date(2026, 11, 30), "werkwijze van de geschillencommissie passend onderwijs"),
    ]
    assert stand.termijnen[0].uitleg == "De gemeente hoort meteen van de verwijdering: op 19-10-2026."
    assert not stand.is_afwijking


def test_parents_of_a_public_school_object_by_the_awb() -> None:
    stand = verwijderingsstand(replace(RIJP, is_openbaar=True, gemeente_op=BESLUIT), peildatum=BESLUIT)

    assert [str(een.vindplaats) for een in stand.termijnen][:1] == ["Awb artikel 6:7"]


def test_other_outcomes_are_told_too() -> None:
    elders = date(2026, 11, 2)
    standen = [
        verwijderingsstand(replace(RIJP, besloten_op=None), peildatum=BESLUIT),
        verwijderingsstand(replace(RIJP, besloten_op=None, ingetrokken_op=BESLUIT), peildatum=BESLUIT),
        verwijderingsstand(replace(RIJP, ingetrokken_op=BESLUIT), peildatum=BESLUIT),
        verwijderingsstand(replace(RIJP, beslist_op=BESLUIT, is_herroepen=True), peildatum=BESLUIT),
        verwijderingsstand(replace(RIJP, elders_ingeschreven_op=elders), peildatum=elders),
    ]

    assert [een.uitleg for een in standen] == [
        BLIJFT,
        "Het bestuur trok het voornemen in. Uw kind blijft op deze school.",
        "Het bestuur trok het besluit in. Uw kind blijft op deze school.",
        "Het bestuur gaf u gelijk en trok het besluit in. Uw kind blijft op deze school.",
        "Uw kind is sinds 02-11-2026 op een andere school ingeschreven.",
    ]


def test_decision_against_a_gate_shows_that_it_is_one() -> None:
    elders = date(2026, 11, 2)
    anders = replace(RIJP, leraar_gehoord_op=None, afwijking=AFWIJKING, elders_ingeschreven_op=elders)

    standen = [verwijderingsstand(anders, peildatum=op) for op in (BESLUIT, elders)]

    assert [(een.soort, een.is_afwijking, een.aan_zet) for een in standen] == [
        (Verwijderingsstand.BESLOTEN, True, Aanzet.SCHOOL),
        (Verwijderingsstand.VERWIJDERD, True, Aanzet.SCHOOL),
    ]


def test_every_gate_says_what_to_do() -> None:
    leeg = Verwijderingsfeiten(voorgenomen_op=date(2026, 10, 20))

    bezwaren = check_verwijdering(leeg, op=BESLUIT, peildatum=date(2026, 10, 18))

    assert [een.zin for een in bezwaren] == [
        "Het besluit is van 19-10-2026: die dag is nog niet geweest. Vul de dag in waarop het viel.",
        "Het besluit ligt voor het voornemen (20-10-2026). Controleer beide dagen.",
        "Schrijf voor de ouders op waarom het bestuur dit besluit. Zij lezen het in de brief.",
        "Hoor eerst de leerkracht van de groep, en leg vast wanneer dat was en wat die zei.",
        "Hoor eerst de ouders, en leg vast wanneer dat was en wat zij zeiden.",
        (
            "Er is nog geen school die het kind wil toelaten. Vraag scholen, eerst dicht bij huis, en leg vast wat zij "
            "zeggen. Lukt het niet, vraag dan het samenwerkingsverband om hulp."
        ),
    ]
    assert {str(een.vindplaats) for een in bezwaren} == {"WPO artikel 40 lid 11", "WPO artikel 63 lid 2"}
    assert [(een.zin, str(een.vindplaats)) for een in verwijderingsstand(RIJP, peildatum=BESLUIT).bezwaren] == [
        (
            "De gemeente weet het nog niet. Meld de verwijdering vandaag, en bewaar het bewijs.",
            "Leerplichtwet 1969 artikel 18 lid 1",
        ),
        (
            "Een kind wordt pas uitgeschreven als een andere school het inschrijft. Tot dan blijft het hier leerling.",
            "Leerplichtwet 1969 artikel 10",
        ),
    ]


def test_decision_on_the_day_of_the_intention_is_possible() -> None:
    dezelfde = replace(RIJP, voorgenomen_op=BESLUIT)

    assert check_verwijdering(dezelfde, op=BESLUIT, peildatum=BESLUIT) == ()


def test_public_school_gives_its_reasons_by_the_awb() -> None:
    (bezwaar,) = check_verwijdering(replace(RIJP, motivering="", is_openbaar=True), op=BESLUIT, peildatum=BESLUIT)

    assert (bezwaar.code, str(bezwaar.vindplaats), bezwaar.vindplaats.adres) == (
        "motivering",
        "Awb artikel 3:46",
        "https://wetten.overheid.nl/BWBR0005537",
    )


@pytest.mark.parametrize(
    ("op", "anders", "lopend"),
    [
        (BESLUIT, {}, [("verwijdering_gemeente", BESLUIT), ("bezwaar", LAATST)]),
        (LAATST, {"gemeente_op": BESLUIT}, [("bezwaar", LAATST)]),
        (date(2026, 12, 1), {}, [("verwijdering_gemeente", BESLUIT)]),
        (date(2026, 12, 1), {"gemeente_op": BESLUIT}, []),
        (BESLUIT, {"elders_ingeschreven_op": BESLUIT}, [("verwijdering_gemeente", BESLUIT), ("bezwaar", LAATST)]),
        (BESLUIT, {"elders_ingeschreven_op": BESLUIT, "gemeente_op": BESLUIT}, [("bezwaar", LAATST)]),
        (BEZWAAR, GEMAAKT, [("beslissing_op_bezwaar", BESLISSING), ("geschil_verzoek", LAATST)]),
        (date(2026, 12, 8), GEMAAKT, [("beslissing_op_bezwaar", BESLISSING)]),
        (
            BEZWAAR,
            GEMAAKT | {"geschil_op": BEZWAAR},
            [("beslissing_op_bezwaar", date(2027, 2, 8)), ("geschil_oordeel", date(2027, 1, 11))],
        ),
        (BEZWAAR, GEMAAKT | {"beslist_op": BEZWAAR}, []),
        (BESLUIT, {"besloten_op": None}, []),
        (date(2026, 10, 18), {}, []),
        (BESLUIT, {"ingetrokken_op": BESLUIT}, []),
    ],
)
def test_removal_has_a_day_until_it_was_reported_and_nobody_can_object_any_more(
    op: date, anders: dict[str, date], lopend: list[tuple[str, date]]
) -> None:
    termijnen = lopende_verwijdertermijnen(replace(RIJP, **anders), peildatum=op)

    assert [(een.wat, een.dag) for een in termijnen] == lopend


def _dagen(op: date, **anders: object) -> list[tuple[str, date]]:
    stand = verwijderingsstand(replace(RIJP, gemeente_op=BESLUIT, **anders), peildatum=op)
    return [(een.wat, een.dag) for een in stand.termijnen]


def test_dates_of_an_objection_stay_until_they_are_over_also_when_the_child_is_elsewhere() -> None:
    elders, bezwaar, geschil = date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)
    uiterlijk = date(2026, 11, 30)
    weg = {"elders_ingeschreven_op": elders, "uitgeschreven_op": elders}

    assert _dagen(elders, **weg) == [("bezwaar", uiterlijk), ("geschil_verzoek", uiterlijk)]
    assert _dagen(bezwaar, bezwaar_op=bezwaar) == [
        ("beslissing_op_bezwaar", date(2026, 12, 7)),
        ("geschil_verzoek", uiterlijk),
    ]
    assert _dagen(geschil, bezwaar_op=bezwaar, geschil_op=geschil) == [
        ("beslissing_op_bezwaar", date(2027, 2, 15)),
        ("geschil_oordeel", date(2027, 1, 25)),
    ]
    assert _dagen(geschil, bezwaar_op=bezwaar, beslist_op=geschil) == [("geschil_verzoek", uiterlijk)]
    assert _dagen(uiterlijk) == [("bezwaar", uiterlijk), ("geschil_verzoek", uiterlijk)]
    assert _dagen(date(2026, 12, 1)) == []


def test_child_that_is_elsewhere_is_still_to_be_deregistered() -> None:
    elders = date(2026, 11, 2)
    stand = verwijderingsstand(replace(RIJP, gemeente_op=BESLUIT, elders_ingeschreven_op=elders), peildatum=elders)

    assert [(een.zin, str(een.vindplaats)) for een in stand.bezwaren] == [
        ("Het kind staat hier nog ingeschreven. Schrijf het uit in het dossier.", "Leerplichtwet 1969 artikel 10")
    ]


def test_rules_of_objection_hear_of_every_step_against_a_removal() -> None:
    stappen = {
        "bezwaar_op": date(2026, 11, 2),
        "geschil_op": date(2026, 11, 3),
        "oordeel_op": date(2026, 11, 4),
        "reactie_op": date(2026, 11, 4),
        "gehoord_op": date(2026, 11, 5),
        "beslist_op": date(2026, 11, 6),
    }

    assert bezwaarfeiten_van_verwijdering(replace(RIJP, is_openbaar=True, **stappen), BESLUIT) == Bezwaarfeiten(
        besluit_op=BESLUIT, is_openbaar=True, **stappen
    )


INGETROKKEN = replace(RIJP.scholen[0], ingetrokken_op=date(2026, 10, 26))


@pytest.mark.parametrize(
    ("op", "anders", "dag"),
    [
        (date(2026, 10, 13), {"besloten_op": None}, None),
        (date(2026, 10, 14), {"besloten_op": None}, date(2026, 10, 14)),
        (date(2026, 10, 25), {"scholen_nu": (INGETROKKEN,)}, date(2026, 10, 14)),
        (date(2026, 10, 26), {"scholen_nu": (INGETROKKEN,)}, None),
        (
            date(2026, 11, 2),
            {"scholen_nu": (INGETROKKEN,), "elders_ingeschreven_op": date(2026, 10, 25)},
            date(2026, 10, 14),
        ),
    ],
)
def test_way_has_its_yes_only_while_a_school_can_admit_the_child(
    op: date, anders: dict[str, object], dag: date | None
) -> None:
    assert school_bereid_op(replace(RIJP, **anders), peildatum=op) == dag


def test_yes_that_fell_away_is_told_until_another_school_has_the_child() -> None:
    weg = replace(RIJP, scholen_nu=(INGETROKKEN,))
    op = date(2026, 10, 26)

    assert [
        is_weggevallen(weg, op=op),
        is_weggevallen(replace(weg, besloten_op=None), op=op),
        is_weggevallen(replace(weg, besloten_op=date(2026, 10, 27)), op=op),
        is_weggevallen(replace(weg, elders_ingeschreven_op=op), op=op),
        is_weggevallen(replace(weg, elders_ingeschreven_op=date(2026, 10, 27)), op=op),
    ] == [True, False, False, False, True]
    (bezwaar, *_rest) = verwijderingsstand(weg, peildatum=op).bezwaren
    assert (bezwaar.zin, str(bezwaar.vindplaats)) == (
        (
            "De school die het kind wilde toelaten, kan dat niet meer. Zoek met de ouders een andere school, of trek "
            "het besluit in."
        ),
        "WPO artikel 40 lid 11",
    )


ELS = Gevraagdeschool(naam="De Els", gevraagd_op=date(2026, 11, 3), bereid_op=date(2026, 11, 5))
BESLOTEN = Verwijderingsfeiten(
    voorgenomen_op=date(2026, 11, 2),
    leraar_gehoord_op=date(2026, 11, 3),
    ouders_gehoord_op=date(2026, 11, 4),
    scholen=(ELS,),
    besloten_op=date(2026, 11, 9),
    motivering="Alles is gedaan.",
)


def test_yes_that_is_taken_back_on_the_day_of_the_decision_is_gone_that_day() -> None:
    terug = replace(ELS, ingetrokken_op=date(2026, 11, 9))

    feiten = replace(BESLOTEN, scholen_nu=(terug,))
    assert [is_weggevallen(feiten, op=date(2026, 11, dag)) for dag in (8, 9)] == [False, True]


def test_objection_that_was_decided_is_not_waited_for() -> None:
    bezwaar = replace(BESLOTEN, bezwaar_op=date(2026, 11, 16), gehoord_op=date(2026, 11, 20))
    beslist = replace(bezwaar, beslist_op=date(2026, 11, 30))

    wacht, klaar = (verwijderingsstand(een, peildatum=date(2026, 12, 1)).uitleg for een in (bezwaar, beslist))
    assert "Het beslist nog op uw bezwaar" in wacht
    assert "Het beslist nog op uw bezwaar" not in klaar


def test_school_that_never_said_yes_cannot_fall_away() -> None:
    nooit = replace(ELS, bereid_op=None)

    assert not is_weggevallen(replace(BESLOTEN, scholen=(nooit,), scholen_nu=(nooit,)), op=date(2026, 11, 12))


@pytest.mark.parametrize(
    ("anders", "wie"),
    [
        ({}, Aanzet.BESTUUR),
        ({"reactie_op": date(2026, 11, 30)}, Aanzet.SCHOOL),
        ({"bezwaar_op": date(2026, 11, 16), "beslist_op": date(2026, 11, 30)}, Aanzet.SCHOOL),
        ({"reactie_op": date(2026, 12, 2)}, Aanzet.BESTUUR),
    ],
)
def test_board_is_on_turn_after_an_opinion_until_it_said_what_it_does_with_it(
    anders: dict[str, date], wie: Aanzet
) -> None:
    feiten = replace(BESLOTEN, geschil_op=date(2026, 11, 16), oordeel_op=date(2026, 11, 23), **anders)

    assert verwijderingsstand(feiten, peildatum=date(2026, 12, 1)).aan_zet is wie


def test_opinion_that_was_given_has_no_day_any_more_and_the_way_to_court_has_one_until_it_is_over() -> None:
    met_oordeel = replace(BESLOTEN, geschil_op=date(2026, 11, 16), oordeel_op=date(2026, 11, 23))
    beslist = replace(
        BESLOTEN, is_openbaar=True, gemeente_op=date(2026, 11, 9), bezwaar_op=date(2026, 11, 16), beslist_op=LAATST
    )
    beroep = [("beroep", date(2027, 1, 11))]

    def dagen(feiten: Verwijderingsfeiten, op: date) -> list[tuple[str, date]]:
        return [(een.wat, een.dag) for een in verwijderingsstand(feiten, peildatum=op).termijnen]

    assert "geschil_oordeel" not in {wat for wat, _dag in dagen(met_oordeel, date(2026, 12, 1))}
    komt = lopende_verwijdertermijnen(met_oordeel, peildatum=date(2026, 12, 22))
    assert [een.wat for een in komt] == ["verwijdering_gemeente"]
    lopend = lopende_verwijdertermijnen(beslist, peildatum=date(2026, 12, 22))
    assert [(een.wat, een.dag) for een in lopend] == beroep
    assert [dagen(beslist, date(2027, 1, dag)) for dag in (11, 12)] == [beroep, []]


@pytest.mark.parametrize(
    ("gemeld", "bezwaar"),
    [
        (date(2026, 11, 9), []),
        (date(2026, 11, 10), []),
        (None, []),
        (
            date(2026, 11, 8),
            [
                (
                    "gemeld_te_vroeg",
                    "De gemeente kan het besluit niet weten voordat het er is (09-11-2026). Kijk de dagen na.",
                )
            ],
        ),
        (
            date(2026, 11, 11),
            [
                (
                    "gemeld_toekomst",
                    "De gemeente hoorde het op 11-11-2026: die dag is nog niet geweest. Kijk de dag na.",
                )
            ],
        ),
    ],
)
def test_gemeente_hears_of_a_decision_that_is_there(gemeld: date | None, bezwaar: list[tuple[str, str]]) -> None:
    bezwaren = check_gemeld(replace(BESLOTEN, gemeente_op=gemeld), peildatum=date(2026, 11, 10))

    assert [(een.code, een.zin) for een in bezwaren] == bezwaar
