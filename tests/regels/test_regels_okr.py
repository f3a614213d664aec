"""What may be in a report for the next school, and what must be there before it leaves."""

from dataclasses import replace
from datetime import date

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


def test_a_plan_travels_with_all_of_its_parts() -> None:
    opp = rubriek("ontwikkelingsperspectieven", "versie", "handelingsdeel", "uitstroom")

    assert alleen_toegestaan("begeleiding", [opp], DAG) == [opp]


@pytest.mark.parametrize(
    ("dag", "van"),
    [(DAG, date(2025, 11, 25)), (date(2028, 2, 29), date(2027, 3, 1)), (date(2029, 2, 28), date(2028, 2, 28))],
)
def test_absence_is_told_of_the_year_before_the_day_of_writing(dag: date, van: date) -> None:
    assert verzuimperiode(dag)[0] == van
    assert verzuimperiode(dag)[1] < dag


def test_a_report_of_which_everything_is_done_may_leave() -> None:
    assert wat_nog_moet(KLAAR, peildatum=DAG) == []


@pytest.mark.parametrize(
    ("mist", "zin"),
    [
        ({"is_vastgesteld": False}, "nog niet vastgesteld"),
        ({"naar_school": " "}, "naar welke school"),
        ({"ouders_geinformeerd_op": None}, "nog niet geïnformeerd"),
        ({"kanaal": ""}, "nog niet geïnformeerd"),
        ({"ouders_geinformeerd_op": date(2026, 11, 26)}, "moet nog komen"),
        ({"kopie_op": None}, "nog geen afschrift"),
        ({"kopie_op": date(2026, 11, 26)}, "moet nog komen"),
        ({"is_reactie_gevraagd": False}, "wat de ouders ervan vinden"),
    ],
)
def test_each_thing_that_is_missing_holds_a_report_back_and_is_said(mist: dict[str, object], zin: str) -> None:
    (reden,) = wat_nog_moet(replace(KLAAR, **mist), peildatum=DAG)

    assert zin in reden


def test_that_schools_talk_first_is_an_agreement_and_no_law() -> None:
    assert contactregel(DAG).is_beleid
