"""What may be in a report for the next school, and what must be there before it leaves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from passend.begrippen.rubriek import Rubriek
from passend.regels.okr import (
    ONDERDELEN,
    Verzendfeiten,
    alleen_toegestaan,
    contactregel,
    okr_onderdelen,
    verzuimperiode,
    wat_nog_moet,
)
from passend.regels.oppdelen import DELEN
from passend.regels.parameterbestand import GeenWaardeError

DAG = date(2026, 11, 25)
KLAAR = Verzendfeiten(
    is_vastgesteld=True,
    naar_school="De Kiem",
    ouders_geinformeerd_op=DAG,
    kanaal="gesprek",
    kopie_op=DAG,
    is_reactie_gevraagd=True,
)


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
        ({"naar_school": " "}, "Er staat nog niet in naar welke school de leerling gaat. Vul die school in."),
        (
            {"ouders_geinformeerd_op": None},
            "De ouders zijn nog niet geïnformeerd. Wacht tot elk van hen het las, of leg vast wanneer en hoe het ging.",
        ),
        (
            {"kanaal": ""},
            "De ouders zijn nog niet geïnformeerd. Wacht tot elk van hen het las, of leg vast wanneer en hoe het ging.",
        ),
        (
            {"ouders_geinformeerd_op": date(2026, 11, 26)},
            "De dag waarop de ouders worden geïnformeerd moet nog komen. Wacht tot dat is gebeurd.",
        ),
        ({"kopie_op": None}, "De ouders hebben nog geen afschrift. Geef het en leg de dag vast (WPO 42 lid 1)."),
        ({"kopie_op": date(2026, 11, 26)}, "De dag van het afschrift moet nog komen. Wacht tot de ouders het hebben."),
        (
            {"is_reactie_gevraagd": False},
            "Er staat nog niet in wat de ouders ervan vinden. Vraag het en leg hun antwoord vast.",
        ),
    ],
)
def test_each_thing_that_is_missing_holds_a_report_back_and_is_said(mist: dict[str, object], zin: str) -> None:
    assert wat_nog_moet(replace(KLAAR, **mist), peildatum=DAG) == [zin]


def test_that_schools_talk_first_is_an_agreement_and_no_law() -> None:
    assert contactregel(DAG).is_beleid
