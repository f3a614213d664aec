"""What a file of results would change: new, otherwise, the same or refused, each with a sentence that helps."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from passend.begrippen.opgave import Invoersoort, Weigering
from passend.begrippen.toetsopgave import Toetsopgave, Toetsregel
from passend.regels.leerlinginvoer import TWIJFEL_NULLEN, Bekendeleerling, Verschil
from passend.regels.toetsinvoer import (
    TWIJFEL_ALLEEN_NAAM,
    TWIJFEL_INGETROKKEN,
    TWIJFEL_NAAM,
    Toetsvergelijking,
    check_toetsbestand,
    vergelijk_toetsen,
)
from passend.regels.toetstwijfels import Bekenduitslag

NU, DAG, GEBOREN = date(2026, 10, 12), date(2026, 1, 20), date(2018, 3, 14)
IEP: dict[str, Any] = {"instrument": "iep", "vak": "taalverzorging", "schaalscore": Decimal(40)}


def _leerling(pk: int = 1, naam: str = "Pip Wilg", sleutel: str = "L1", **feiten: Any) -> Bekendeleerling:
    voornaam, _spatie, achternaam = naam.partition(" ")
    return Bekendeleerling(
        pk=pk,
        sleutel=uuid4(),
        administratiesleutel=sleutel,
        voornaam=voornaam,
        achternaam=achternaam,
        geboren_op=GEBOREN,
        ingeschreven_op=date(2024, 8, 1),
        **{"groep": "5", **feiten},
    )


def _regel(**feiten: Any) -> Toetsregel:
    vast: dict[str, Any] = {
        "regel": 2,
        "sleutel": "L1",
        "naam": "",
        "geboren_op": None,
        "instrument": "cito_lvs",
        "vak": "rekenen",
        "afgenomen_op": DAG,
        "afnamemoment": "M5",
        "schaalscore": Decimal(212),
    }
    return Toetsregel(**vast | feiten)


def _vergelijk(*regels: Toetsregel, bekenden: Any = None, resultaten: Any = None) -> Toetsvergelijking:
    opgave = Toetsopgave(soort=Invoersoort.CSV, regels=list(regels))
    bekenden = [_leerling()] if bekenden is None else bekenden
    return vergelijk_toetsen(opgave, bekenden, resultaten=resultaten or {}, peildatum=NU)


def test_result_is_new_the_same_or_otherwise_by_what_is_known() -> None:
    sleutel = (1, *_regel().toets)

    nieuw = _vergelijk(_regel())
    gelijk = _vergelijk(_regel(), resultaten={sleutel: Bekenduitslag(7, _regel().uitslag)})
    anders = _vergelijk(_regel(), resultaten={sleutel: Bekenduitslag(7, _regel(schaalscore=Decimal("210.50")).uitslag)})

    assert [een.leerling.naam for een in nieuw.nieuw] == ["Pip Wilg"]
    assert (gelijk.ongewijzigd, gelijk.is_leeg) == ([7], True)
    assert [(een.pk, een.verschillen) for een in anders.gewijzigd] == [(7, (Verschil("schaalscore", "210,5", "212"),))]
    assert len({nieuw.kenmerk, gelijk.kenmerk, anders.kenmerk}) == 3
    assert (nieuw.is_leeg, anders.is_leeg, len(nieuw.kenmerk)) == (False, False, 16)


def test_result_that_was_withdrawn_comes_back_with_a_doubt_and_another_outcome_of_that_test_without() -> None:
    weg = {((1, *_regel().toets), _regel().uitslag)}
    opgave = Toetsopgave(soort=Invoersoort.CSV, regels=[_regel(), _regel(vak="spelling")])
    anders = Toetsopgave(soort=Invoersoort.CSV, regels=[_regel(schaalscore=Decimal(230))])

    zelfde = vergelijk_toetsen(opgave, [_leerling()], resultaten={}, ingetrokken=weg, peildatum=NU)
    ander = vergelijk_toetsen(anders, [_leerling()], resultaten={}, ingetrokken=weg, peildatum=NU)

    assert {een.opgave.vak: een.twijfels for een in zelfde.nieuw} == {
        "rekenen": (TWIJFEL_INGETROKKEN,),
        "spelling": (),
    }
    assert [een.twijfels for een in ander.nieuw] == [()]


def test_result_under_a_key_without_its_zeros_is_of_that_pupil_with_a_doubt() -> None:
    pip = _leerling(sleutel="02101")

    uit = _vergelijk(
        _regel(sleutel="2101"),
        _regel(regel=3, sleutel="2101", naam="pip wilg", vak="spelling"),
        _regel(regel=4, sleutel="2101", naam="Bo Helm", vak="engels"),
        bekenden=[pip],
    )

    assert [(een.opgave.regel, een.twijfels) for een in uit.nieuw] == [(2, (TWIJFEL_NULLEN,)), (3, (TWIJFEL_NULLEN,))]
    assert [een.regel for een in uit.geweigerd] == [4]


def test_pupil_is_found_by_key_else_by_name_and_day_of_birth_and_else_by_a_name_of_one() -> None:
    pip, ot = _leerling(), _leerling(2, "Ot Helm", "")

    uit = _vergelijk(
        _regel(),
        _regel(regel=3, sleutel="", naam="ót HELM", geboren_op=GEBOREN),
        _regel(regel=4, sleutel="X9", naam="Ot Helm", geboren_op=GEBOREN, vak="spelling"),
        _regel(regel=5, sleutel="", naam="Ot Helm", vak="woordenschat"),
        bekenden=[pip, ot],
    )

    assert [(een.leerling.pk, een.twijfels) for een in uit.nieuw] == [
        (1, ()),
        (2, ()),
        (2, (TWIJFEL_NAAM,)),
        (2, (TWIJFEL_ALLEEN_NAAM,)),
    ]


@pytest.mark.parametrize(
    ("regel", "bekende", "reden"),
    [
        (
            _regel(sleutel="L9"),
            _leerling(),
            ("Deze leerling staat niet in Passend. Lees eerst de leerlingen in, of kijk het leerlingnummer na in uw "
            "administratie."),
        ),
        (_regel(sleutel="", naam="Teun Wulp"), _leerling(), "Deze leerling staat niet in Passend. Lees eerst"),
        (_regel(sleutel=""), _leerling(), "Deze leerling staat niet in Passend. Lees eerst"),
        (_regel(), _leerling(uitgeschreven_op=NU), "Deze leerling ging op 12-10-2026 van school."),
        (
            _regel(),
            _leerling(uitgeschreven_op=date(2026, 7, 17)),
            "Deze leerling ging op 17-07-2026 van school. Van wie weg is, leest Passend geen toetsen in.",
        ),
        (_regel(afgenomen_op=date(2027, 1, 1)), _leerling(), "De toets is op 01-01-2027, en dat moet nog komen."),
        (_regel(afgenomen_op=date(2018, 1, 1)), _leerling(), "De toets is van 01-01-2018. Dat kan niet."),
        (_regel(instrument="wilgentoets"), _leerling(), "Passend kent de toets “wilgentoets” niet. Bekend zijn: IEP,"),
        (_regel(vak="leeraanpak"), _leerling(), "Cito Volgsysteem heeft geen toets voor “leeraanpak”."),
        (_regel(niveau="II", normschema=""), _leerling(), "Bij niveau II hoort een indeling van Cito"),
        (_regel(niveau="II", normschema="eigen"), _leerling(), "Bij niveau II hoort een indeling van Cito"),
        (_regel(niveau="VI", normschema="cito_romeins"), _leerling(), "Niveau VI bestaat niet in deze indeling."),
        (_regel(referentieniveau="9F"), _leerling(), "Referentieniveau 9F bestaat niet. Kies uit: <1F, 1F, 1S, 2F."),
        (_regel(**IEP | {"schaalscore": Decimal("100.5")}), _leerling(), "De hoogste score van IEP is 100."),
        (_regel(percentiel=101), _leerling(), "Een percentiel ligt tussen 0 en 100. Kijk het getal na."),
        (_regel(schaalscore=Decimal(100_000)), _leerling(), "Een score ligt tussen 0 en 99999. Kijk het getal na."),
        (_regel(schaalscore=Decimal("1.234")), _leerling(), "Een score heeft hoogstens twee cijfers na de komma."),
        (_regel(functioneringsniveau="midden groep vijf"), _leerling(), "Het functioneringsniveau is langer dan 12"),
        (_regel(schaalscore=None), _leerling(), "Er staat geen score en geen niveau. Vul in wat de toets zegt."),
    ],
)  # fmt: skip
def test_result_that_cannot_be_is_refused_with_its_line_and_what_to_do(
    regel: Toetsregel, bekende: Bekendeleerling, reden: str
) -> None:
    uit = _vergelijk(regel, bekenden=[bekende])

    [weigering] = uit.geweigerd
    assert (weigering.regel, weigering.reden[: len(reden)], uit.is_leeg) == (2, reden, True)


def test_same_test_twice_is_refused_with_the_other_line_and_two_of_one_name_are_not_guessed() -> None:
    uit = _vergelijk(
        _regel(),
        _regel(regel=9, percentiel=65),
        _regel(regel=11, sleutel="", naam="Ot Helm"),
        bekenden=[_leerling(), _leerling(2, "Ot Helm", ""), _leerling(3, "Ot Helm", "")],
    )

    assert uit.geweigerd == [
        Weigering(
            9,
            "Pip Wilg",
            "Deze leerling staat met deze toets twee keer in het bestand, ook op regel 2. Haal een van de twee weg.",
            "L1",
        ),
        Weigering(
            11,
            "Ot Helm",
            "Meer leerlingen in Passend heten zo. Zet het leerlingnummer of de geboortedatum in het bestand.",
        ),
    ]


def test_pupil_who_leaves_tomorrow_still_has_results() -> None:
    uit = _vergelijk(_regel(), bekenden=[_leerling(uitgeschreven_op=date(2026, 10, 13))])

    assert len(uit.nieuw) == 1


def test_line_of_somebody_unknown_does_not_hide_the_next() -> None:
    uit = _vergelijk(_regel(sleutel="L9"), _regel(regel=3))

    assert ([een.regel for een in uit.geweigerd], [een.opgave.regel for een in uit.nieuw]) == ([2], [3])


def test_result_that_is_known_and_comes_twice_is_refused_the_second_time() -> None:
    bekend = {(1, *_regel().toets): Bekenduitslag(7, _regel().uitslag)}

    uit = _vergelijk(_regel(), _regel(regel=9), resultaten=bekend)

    assert (uit.ongewijzigd, uit.is_leeg) == ([7], True)
    assert [een.reden for een in uit.geweigerd] == [
        "Deze leerling staat met deze toets twee keer in het bestand, ook op regel 2. Haal een van de twee weg."
    ]


@pytest.mark.parametrize("bekend", [{}, {"score": 212}, {"score": 200}], ids=["new", "the same", "otherwise"])
def test_results_in_one_file_that_contradict_each_other_are_taken_over_neither(bekend: dict[str, int]) -> None:
    resultaten = {
        (1, *_regel().toets): Bekenduitslag(7, _regel(schaalscore=Decimal(score)).uitslag) for score in bekend.values()
    }

    uit = _vergelijk(
        _regel(), _regel(regel=5, vak="spelling"), _regel(regel=9, schaalscore=Decimal(213)), resultaten=resultaten
    )

    assert ([een.opgave.regel for een in uit.nieuw], uit.gewijzigd, uit.ongewijzigd) == ([5], [], [])
    assert [(een.regel, een.wie) for een in uit.geweigerd] == [(2, "Pip Wilg"), (9, "Pip Wilg")]
    assert [een.reden.split(", ")[1] for een in uit.geweigerd] == [
        "en op regel 9 staat een andere uitslag. Kijk na wat klopt",
        "en op regel 2 staat een andere uitslag. Kijk na wat klopt",
    ]


@pytest.mark.parametrize(
    ("anders", "is_twijfel"),
    [
        ({"afgenomen_op": date(2026, 1, 22)}, True),
        ({"instrumentversie": "3.0"}, True),
        ({"afgenomen_op": date(2026, 3, 3), "afnamemoment": ""}, True),
        ({"afgenomen_op": date(2026, 3, 4)}, False),
        ({"afgenomen_op": date(2026, 1, 22), "afnamemoment": "E5"}, False),
        ({"afgenomen_op": date(2026, 1, 22), "vak": "spelling"}, False),
        ({"afgenomen_op": date(2026, 1, 22), "instrument": "cito_lib"}, False),
    ],
)
def test_same_test_on_another_day_or_in_another_version_is_a_doubt_that_shows_what_is_known(
    anders: dict[str, Any],
    is_twijfel: bool,  # noqa: FBT001
) -> None:
    bekend = {(1, *_regel().toets): Bekenduitslag(7, _regel().uitslag)}

    (uit,) = _vergelijk(_regel(**anders), resultaten=bekend).nieuw

    zin = "Van 20-01-2026 staat deze toets er al, met score 212. Is dit een andere toets?"
    assert uit.twijfels == ((zin,) if is_twijfel else ())


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        ({"niveau": "V", "normschema": "cito_romeins", "percentiel": 95}, "Niveau V past niet bij percentiel 95: daar"),
        ({"niveau": "II", "normschema": "cito_romeins", "percentiel": 80}, ""),
        ({"niveau": "II", "normschema": "cito_romeins"}, ""),
        ({**IEP, "niveau": "1F", "normschema": "iep_taal"}, "Niveau 1F past niet bij score 40: daar hoort <1F bij."),
        ({**IEP, "referentieniveau": "1F"}, "Niveau 1F past niet bij score 40: daar hoort <1F bij. Klopt het?"),
        ({**IEP, "referentieniveau": "<1F"}, ""),
        ({**IEP, "vak": "rekenen", "schaalscore": Decimal(85), "referentieniveau": "2F"}, "Niveau 2F past niet bij"),
    ],
)
def test_band_that_does_not_go_with_its_score_is_a_doubt(feiten: dict[str, Any], zin: str) -> None:
    (uit,) = _vergelijk(_regel(**feiten)).nieuw

    assert [een[: len(zin)] for een in uit.twijfels] == ([zin] if zin else [])


def test_change_of_a_pupil_who_was_found_by_name_is_doubtful_too() -> None:
    regel = _regel(sleutel="", naam="Pip Wilg")
    bekend = {(1, *regel.toets): Bekenduitslag(7, _regel(schaalscore=Decimal(200)).uitslag)}

    (uit,) = _vergelijk(regel, resultaten=bekend).gewijzigd

    assert (uit.pk, uit.twijfels) == (7, (TWIJFEL_ALLEEN_NAAM,))


def test_each_difference_is_told_as_people_write_it() -> None:
    was = _regel(schaalscore=Decimal("210.00"), ruwe_score=Decimal("31.50"), niveau="II", normschema="cito_romeins")
    wordt = _regel(schaalscore=Decimal("62.25"), ruwe_score=None, niveau="", normschema="", percentiel=65)

    (uit,) = _vergelijk(wordt, resultaten={(1, *was.toets): Bekenduitslag(7, was.uitslag)}).gewijzigd

    assert uit.verschillen == (
        Verschil("schaalscore", "210", "62,25"),
        Verschil("percentiel", "", "65"),
    )


def test_who_sit_in_the_same_group_and_in_no_line_are_told() -> None:
    ot, sien = _leerling(2, "Ot Helm", "L2"), _leerling(3, "Sien Duin", "L3", groep="6")
    weg = _leerling(4, "Teun Wulp", "L4", uitgeschreven_op=date(2026, 9, 1))

    assert _vergelijk(_regel(), bekenden=[_leerling(), ot, sien, weg]).zonder == [ot]


def test_who_is_in_a_line_that_could_not_be_read_is_not_told_to_be_in_none() -> None:
    op_nummer, op_naam = _leerling(2, "Ot Helm", "L2"), _leerling(3, "Sien Duin", "")
    geen = "'veel' is geen getal."
    weigeringen = [Weigering(3, "", geen, "L2"), Weigering(4, "sien DUIN", geen), Weigering(5, "O. Helm", geen, "L2")]
    opgave = Toetsopgave(soort=Invoersoort.CSV, regels=[_regel()], weigeringen=weigeringen)
    ander = _leerling(4, "Teun Wulp", "")

    uit = vergelijk_toetsen(opgave, [_leerling(), op_nummer, op_naam, ander], resultaten={}, peildatum=NU)

    assert uit.zonder == [ander]
    assert [een.wie for een in uit.geweigerd] == ["Ot Helm", "sien DUIN", "O. Helm"]


def test_file_of_another_school_or_without_a_result_is_refused_whole() -> None:
    vreemd = Toetsopgave(soort=Invoersoort.UWLR, brin="99BB00", regels=[_regel()])

    assert (check_toetsbestand(vreemd, brin="99AA") or "")[:34] == "Dit bestand is van school 99BB, en"
    assert check_toetsbestand(Toetsopgave(soort=Invoersoort.CSV), brin="99AA") == (
        "In dit bestand staat geen toets van deze school. Kies een ander bestand."
    )
    assert check_toetsbestand(vreemd, brin="99BB") is None


def test_what_one_line_leaves_out_does_not_contradict_the_other() -> None:
    uit = _vergelijk(_regel(niveau=""), _regel(regel=5, niveau="II"))

    assert [een.opgave.regel for een in uit.nieuw] == [2]
    assert [een.reden for een in uit.geweigerd] == [
        "Deze leerling staat met deze toets twee keer in het bestand, ook op regel 2. Haal een van de twee weg."
    ]


def test_result_that_cannot_be_is_refused_by_the_name_of_the_pupil() -> None:
    uit = _vergelijk(_regel(afgenomen_op=date(2026, 10, 13)))

    assert [(een.regel, een.wie) for een in uit.geweigerd] == [(2, "Pip Wilg")]


def _twee(een: tuple[int, str], ander: tuple[int, str]) -> str:
    return (
        f"Deze toets staat twee keer in het bestand: op regel {een[0]} van {een[1]}, en op regel {ander[0]} van "
        f"{ander[1]}. Welke klopt? Sla de andere over. Zijn het echt twee afnames, laat dan beide staan."
    )


@pytest.mark.parametrize(
    "anders",
    [
        {"afgenomen_op": date(2026, 1, 22)},
        {"afgenomen_op": date(2026, 3, 3)},
        {"afgenomen_op": date(2026, 1, 22), "afnamemoment": ""},
        {"instrumentversie": "3.0"},
    ],
)
def test_same_test_on_two_days_of_one_file_is_a_doubt_on_both_lines_that_names_the_other(anders: Any) -> None:
    later = _regel(regel=9, **anders)

    uit = _vergelijk(_regel(), _regel(regel=5, vak="spelling"), later)

    dag = f"{later.afgenomen_op:%d-%m-%Y}"
    assert [een.twijfels for een in uit.nieuw] == [
        (_twee((2, "20-01-2026"), (9, dag)),),
        (),
        (_twee((9, dag), (2, "20-01-2026")),),
    ]


@pytest.mark.parametrize(
    "anders",
    [
        {"afgenomen_op": date(2026, 3, 4)},
        {"afgenomen_op": date(2026, 1, 22), "afnamemoment": "E5"},
        {"afgenomen_op": date(2026, 1, 22), "instrument": "cito_lib"},
        {"afgenomen_op": date(2026, 1, 22), "sleutel": "L2"},
    ],
)
def test_another_test_in_one_file_is_no_doubt(anders: Any) -> None:
    uit = _vergelijk(_regel(), _regel(regel=9, **anders), bekenden=[_leerling(), _leerling(2, "Ot Helm", "L2")])

    assert [een.twijfels for een in uit.nieuw] == [(), ()]


def test_two_of_each_round_are_found_in_whatever_order_the_lines_are() -> None:
    dagen = [date(2026, 1, 20), date(2026, 6, 1), date(2026, 1, 22), date(2026, 6, 3)]

    uit = _vergelijk(*(_regel(regel=nummer, afgenomen_op=dag) for nummer, dag in enumerate(dagen, 2)))

    winter, zomer = ((2, "20-01-2026"), (4, "22-01-2026")), ((3, "01-06-2026"), (5, "03-06-2026"))
    assert [een.twijfels for een in uit.nieuw] == [
        (_twee(*winter),),
        (_twee(*zomer),),
        (_twee(*winter[::-1]),),
        (_twee(*zomer[::-1]),),
    ]


def test_test_on_two_days_is_asked_about_until_both_are_known() -> None:
    een, ander = _regel(), _regel(regel=9, afgenomen_op=date(2026, 1, 22))
    was = _regel(schaalscore=Decimal(200)).uitslag
    een_bekend = {(1, *een.toets): Bekenduitslag(7, was)}
    beide_bekend = {**een_bekend, (1, *ander.toets): Bekenduitslag(8, was)}

    half, heel = (_vergelijk(een, ander, resultaten=bekend) for bekend in (een_bekend, beide_bekend))

    assert half.gewijzigd[0].twijfels == (_twee((2, "20-01-2026"), (9, "22-01-2026")),)
    assert half.nieuw[0].twijfels[-1] == _twee((9, "22-01-2026"), (2, "20-01-2026"))
    assert [een.twijfels for een in heel.gewijzigd] == [(), ()]


def test_two_that_are_known_hide_no_other_of_their_round() -> None:
    dagen = [date(2026, 1, 20), date(2026, 1, 22), date(2026, 1, 24), date(2026, 1, 26)]
    een, ander, *nieuw = (_regel(regel=nummer, afgenomen_op=dag) for nummer, dag in enumerate(dagen, 2))
    bekend = {(1, *regel.toets): Bekenduitslag(nummer, een.uitslag) for nummer, regel in enumerate((een, ander), 7)}
    anders = [regel._replace(schaalscore=Decimal(1)) for regel in (een, ander)]

    uit = _vergelijk(*anders, *nieuw, resultaten=bekend)

    op = [(regel.regel, f"{regel.afgenomen_op:%d-%m-%Y}") for regel in (een, ander, *nieuw)]
    assert uit.gewijzigd[0].twijfels == (_twee(op[0], op[2]), _twee(op[0], op[3]))
    assert uit.gewijzigd[1].twijfels == (_twee(op[1], op[2]), _twee(op[1], op[3]))
    assert uit.nieuw[0].twijfels[-3:] == (_twee(op[2], op[0]), _twee(op[2], op[1]), _twee(op[2], op[3]))
    assert uit.nieuw[1].twijfels[-3:] == (_twee(op[3], op[0]), _twee(op[3], op[1]), _twee(op[3], op[2]))


def test_results_on_one_line_can_be_told_apart() -> None:
    uit = _vergelijk(_regel(), _regel(vak="spelling"))

    assert len({een.kenmerk for een in uit.nieuw}) == 2
    assert uit.nieuw[0].kenmerk == _vergelijk(_regel(schaalscore=Decimal(1))).nieuw[0].kenmerk
