"""What may be in a report for the next school, and what must be there before it leaves."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from passend.begrippen.rubriek import Rubriek
from passend.regels.okr import (
    ONDERDELEN,
    Ouderlezing,
    Verzendfeiten,
    alleen_toegestaan,
    besluiten_van_plan,
    besluitmerk,
    contactregel,
    is_bewezen,
    nog_te_vertellen,
    okr_onderdelen,
    verzuimperiode,
    wat_nog_moet,
    wat_nog_moet_swv,
)
from passend.regels.oppdelen import DELEN
from passend.regels.parameterbestand import GeenWaardeError

DAG = date(2026, 11, 25)
RO = Ouderlezing(naam="Ro", geinformeerd_op=DAG, kanaal="gesprek", is_bewezen=True, kopie_op=DAG, akkoord="Ja")
KLAAR = Verzendfeiten(is_vastgesteld=True, naar_school="De Kiem", ouders=[RO])


def rubriek(naam: str, *velden: str) -> Rubriek:
    return Rubriek(naam=naam, kop=naam, velden=dict.fromkeys(velden, "Kop"), regels=[dict.fromkeys(velden, "x")])


def test_the_parts_are_a_closed_list_with_the_article_of_the_decree() -> None:
    assert [(deel.code, deel.vindplaats.artikel) for deel in okr_onderdelen(DAG)] == [
        ("schoolverleden", "2 tot en met 7"),
        ("gedrag", "5 lid 2"),
        ("begeleiding", "6"),
        ("verzuim", "7"),
    ]


def test_each_part_says_what_it_is_and_what_of_the_file_it_holds() -> None:
    assert [(deel.wat, deel.rubrieken) for deel in okr_onderdelen(DAG)] == [
        ("schoolverleden, resultaten en werkervaring", ("loopbaan", "toetsresultaten")),
        ("sociaal-emotionele ontwikkeling en gedrag", ()),
        (
            "begeleiding die is gegeven of nodig is",
            (
                "kenmerken",
                "plannen",
                "planregels",
                "clusterhulp",
                "ontwikkelingsperspectieven",
                "leerlingstemmen",
                "oppregels",
                "oppevaluaties",
                "besluiten",
            ),
        ),
        ("verzuim zonder goede reden in het jaar voor het schrijven", ("relatief_verzuim",)),
    ]


def test_what_is_left_out_takes_nothing_else_along() -> None:
    rubrieken = [rubriek("waarnemingen", "tekst"), rubriek("plannen", "doel"), rubriek("stukken", "naam")]

    assert alleen_toegestaan("begeleiding", rubrieken, DAG) == [rubriek("plannen", "doel")]


def test_behaviour_is_described_per_aspect() -> None:
    gedrag = okr_onderdelen(DAG)[1]

    assert gedrag.teksten == (
        "sociale_omgang",
        "spel_en_leren",
        "huiswerk",
        "concentratie",
        "zelfstandigheid",
        "overig_gedrag",
    )


def test_what_the_child_said_goes_along_with_what_was_done_and_not_how_it_was_asked() -> None:
    stem = rubriek(
        "leerlingstemmen", "versie", "op", "wijze", "steun", "gezegd", "gedaan", "teruggekoppeld_op", "reden"
    )

    (over,) = alleen_toegestaan("begeleiding", [stem], DAG)

    assert list(over.velden) == ["versie", "op", "gezegd", "gedaan", "teruggekoppeld_op"]


def test_before_the_first_rule_there_is_no_list() -> None:
    with pytest.raises(GeenWaardeError):
        okr_onderdelen(date(2026, 7, 31))


@pytest.mark.parametrize("code", ONDERDELEN)
@pytest.mark.parametrize("naam", ["waarnemingen", "verzuim", "stukken", "signaalbesluiten", "schoolcontacten"])
def test_what_the_decree_does_not_name_is_left_out(code: str, naam: str) -> None:
    assert alleen_toegestaan(code, [rubriek(naam, "op", "tekst")], DAG) == []


def test_a_field_that_the_decree_does_not_name_is_left_out() -> None:
    (over,) = alleen_toegestaan("begeleiding", [rubriek("plannen", "doel", "door")], DAG)

    assert (dict(over.velden), over.regels) == ({"doel": "Kop"}, [{"doel": "x"}])


APART = {"begeleidingsregels", "gewone_woorden", "gewone_woorden_engels", "inbreng"}
"""The lines go by themselves, the words for the parents stay with them, and what the child says is not typed here."""


def test_a_perspective_travels_with_every_part_the_law_or_the_region_asks() -> None:
    opp = rubriek("ontwikkelingsperspectieven", *(deel.code for deel in DELEN if deel.code not in APART))

    assert alleen_toegestaan("begeleiding", [opp], DAG) == [opp]


@pytest.mark.parametrize(
    "naam", ["ontwikkelingsperspectieven", "oppregels", "oppevaluaties", "planregels", "clusterhulp"]
)
def test_a_field_that_is_new_or_of_the_school_itself_stays_out_until_the_list_names_it(naam: str) -> None:
    (over,) = alleen_toegestaan("begeleiding", [rubriek(naam, "versie", "behoefte", "belofte", "nieuw")], DAG)

    assert not {"belofte", "nieuw"} & {*over.velden, *over.regels[0]}


@pytest.mark.parametrize(
    ("dag", "van"),
    [(DAG, date(2025, 11, 25)), (date(2028, 2, 29), date(2027, 3, 1)), (date(2029, 2, 28), date(2028, 2, 28))],
)
def test_absence_is_told_of_the_year_before_the_day_of_writing(dag: date, van: date) -> None:
    assert verzuimperiode(dag) == (van, dag - timedelta(days=1))


def test_a_report_of_which_everything_is_done_may_leave() -> None:
    assert wat_nog_moet(KLAAR, peildatum=DAG) == []


@pytest.mark.parametrize(
    ("mist", "zin"),
    [
        (
            {"is_vastgesteld": False},
            "Het rapport is nog niet vastgesteld. De directeur doet dat, na overleg met het team.",
        ),
        (
            {"naar_school": " "},
            "Dit rapport is alleen voor het samenwerkingsverband. Begin een nieuw voor een andere school.",
        ),
        ({"ouders": []}, "Er staat geen ouder met gezag in het dossier. Noteer daar eerst wie gezag heeft."),
    ],
)
def test_each_thing_that_is_missing_holds_a_report_back_and_is_said(mist: dict[str, object], zin: str) -> None:
    assert wat_nog_moet(replace(KLAAR, **mist), peildatum=DAG) == [zin]


def test_a_report_that_is_being_written_still_asks_for_the_school() -> None:
    assert wat_nog_moet(replace(KLAAR, naar_school="", is_vastgesteld=False), peildatum=DAG) == [
        "Het rapport is nog niet vastgesteld. De directeur doet dat, na overleg met het team.",
        "Er staat nog niet in naar welke school de leerling gaat. Vul die school in.",
    ]


def test_a_report_for_the_region_only_waits_until_it_is_set() -> None:
    leeg = Verzendfeiten(is_vastgesteld=False, naar_school="", ouders=[])

    assert wat_nog_moet_swv(leeg) == [
        "Het rapport is nog niet vastgesteld. De directeur doet dat, na overleg met het team."
    ]
    assert wat_nog_moet_swv(replace(leeg, is_vastgesteld=True)) == []


_MORGEN = DAG + timedelta(days=1)


@pytest.mark.parametrize(
    ("mist", "zin"),
    [
        ({"geinformeerd_op": None}, "Ro is nog niet geïnformeerd. Wacht tot deze ouder het las, of leg vast"),
        ({"kanaal": ""}, "Ro is nog niet geïnformeerd. Wacht tot deze ouder het las, of leg vast wanneer"),
        ({"geinformeerd_op": _MORGEN}, "De dag waarop Ro wordt geïnformeerd moet nog komen. Wacht tot dat"),
        (
            {"is_bewezen": False},
            (
                "Het dossier laat nog niet zien dat Ro het hoorde. Leg het opnieuw vast, met de brief of het verslag "
                "van het gesprek, of met wat deze ouder zei."
            ),
        ),
        ({"kopie_op": None}, "Ro heeft nog geen afschrift. Geef het en leg de dag vast (WPO 42 lid 1)."),
        ({"kopie_op": _MORGEN}, "De dag van het afschrift voor Ro moet nog komen. Wacht tot deze ouder het heeft."),
        ({"akkoord": ""}, "Ro las het, en gaf nog geen antwoord. Vraag het, of leg vast dat er geen antwoord kwam."),
        ({"akkoord": "Onbekend", "is_genoteerd": True}, "Ro kan nog antwoorden tot 02-12-2026. Wacht tot die dag,"),
    ],
)
def test_each_parent_is_told_and_asked_by_itself(mist: dict[str, object], zin: str) -> None:
    [reden] = wat_nog_moet(replace(KLAAR, ouders=[RO, replace(RO, **mist)]), peildatum=DAG)

    assert reden.startswith(zin)


KAAL: dict[str, Any] = {"las_zelf": False, "heeft_brief": False, "woorden": " \n"}


@pytest.mark.parametrize(
    "bewijs", [{"las_zelf": True}, {"heeft_brief": True}, {"woorden": "Zij vindt het goed zo."}], ids=str
)
def test_proof_is_the_own_page_or_a_letter_or_words(bewijs: dict[str, Any]) -> None:
    assert is_bewezen(**KAAL | bewijs)
    assert not is_bewezen(**KAAL)


@pytest.mark.parametrize(
    ("ouder", "dagen"),
    [
        ({"akkoord": "Onbekend"}, 0),
        ({"akkoord": "Nee", "is_genoteerd": True}, 0),
        ({"akkoord": "Onbekend", "is_genoteerd": True}, 7),
        ({"akkoord": "", "heeft_gezag": False, "geinformeerd_op": None}, 0),
    ],
)
def test_who_answered_or_had_a_week_or_has_no_authority_holds_nothing_back(
    ouder: dict[str, object], dagen: int
) -> None:
    feiten = replace(KLAAR, ouders=[RO, replace(RO, **ouder)])

    assert wat_nog_moet(feiten, peildatum=DAG + timedelta(days=dagen)) == []
    assert bool(wat_nog_moet(feiten, peildatum=DAG + timedelta(days=max(dagen - 1, 0)))) is (dagen > 0)


@pytest.mark.parametrize(
    ("ouder", "namen"),
    [
        ({"geinformeerd_op": None}, ["Ro"]),
        ({"geinformeerd_op": _MORGEN}, ["Ro"]),
        ({"geinformeerd_op": DAG}, []),
        ({"geinformeerd_op": None, "heeft_gezag": False}, []),
    ],
)
def test_a_report_for_the_region_says_which_parents_are_still_to_be_told(
    ouder: dict[str, object], namen: list[str]
) -> None:
    feiten = replace(KLAAR, naar_school="", ouders=[replace(RO, **ouder)])

    assert nog_te_vertellen(feiten, peildatum=DAG) == namen


@pytest.mark.parametrize(
    ("verband", "regeling"),
    [("PO2815", "afspraak in de regio Haaglanden"), ("PO9901", "verzonnen regio Duinrand, zoals Haaglanden")],
)
def test_that_schools_talk_first_is_an_agreement_of_the_own_region_and_no_law(verband: str, regeling: str) -> None:
    regel = contactregel(verband, DAG)

    assert regel is not None
    assert (regel.regeling, regel.is_beleid) == (regeling, True)


def test_a_region_without_an_agreement_has_no_rule_on_talks() -> None:
    assert contactregel("PO0001", DAG) is None
    assert contactregel("PO2815", date(2014, 7, 31)) is None


BESLUIT = {"op": "2026-10-05T14:00+02:00", "wat": "Leesgroepje"}


def test_mark_of_a_decision_stays_for_choices_were_kept_by_it() -> None:
    assert besluitmerk(BESLUIT) == "2db466d110ccd6cf"
    assert besluitmerk({**BESLUIT, "wie": "Mila", "gedaan_op": "2026-11-02"}) == "2db466d110ccd6cf"


@pytest.mark.parametrize("anders", [{"op": "2026-10-06T14:00+02:00"}, {"wat": "Leesgroepje in de ochtend"}])
def test_decision_of_another_moment_or_in_other_words_is_another(anders: dict[str, str]) -> None:
    assert besluitmerk({**BESLUIT, **anders}) != besluitmerk(BESLUIT)


def van_overleg(*woorden: str) -> Rubriek:
    return replace(rubriek("besluiten", "op", "wat"), regels=[{**BESLUIT, "wat": wat} for wat in woorden])


def van_plan(naam: str, *woorden: str) -> Rubriek:
    return replace(rubriek(naam, "aanpak"), regels=[{"aanpak": aanpak} for aanpak in woorden])


@pytest.mark.parametrize("naam", ["planregels", "oppregels"])
@pytest.mark.parametrize("aanpak", ["Leesgroepje in de ochtend", " leesgroepje  in de OCHTEND."])
def test_decision_that_became_a_line_of_a_plan_goes_along_and_no_other(naam: str, aanpak: str) -> None:
    besluiten = van_overleg("Leesgroepje in de ochtend.", "Gesprek met thuis", "Leesgroepje")

    merken = besluiten_van_plan([besluiten, van_plan(naam, "Rekenen", aanpak)])

    assert merken == {besluitmerk({**BESLUIT, "wat": "Leesgroepje in de ochtend."})}


def test_only_the_full_stop_at_the_end_and_the_spaces_between_words_make_no_difference() -> None:
    anders = van_plan("planregels", ".Leesgroepje", "Lees groepje", "Leesgroepje!")

    assert besluiten_van_plan([van_overleg("Leesgroepje"), anders]) == set()


def test_lines_of_every_kind_of_plan_count() -> None:
    rubrieken = [
        van_plan("planregels", "Leesgroepje"),
        van_plan("oppregels", "Rekenen"),
        van_overleg("Leesgroepje", "Rekenen"),
    ]

    assert besluiten_van_plan(rubrieken) == {besluitmerk({**BESLUIT, "wat": wat}) for wat in ("Leesgroepje", "Rekenen")}


def test_without_a_meeting_or_a_plan_no_decision_goes_along() -> None:
    assert besluiten_van_plan([]) == set()
    assert besluiten_van_plan([van_overleg("Leesgroepje")]) == set()
    assert besluiten_van_plan([van_plan("planregels", "Leesgroepje")]) == set()
