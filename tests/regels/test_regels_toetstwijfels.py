"""What is asked about a test that is there already, and about a band that does not go with its score."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from passend.begrippen.toetsopgave import Toetsregel
from passend.regels.toetstwijfels import Bekenduitslag, Eerdere, list_dubbele, list_twijfels_niveau

ER_AL = "Van 20-01-2026 staat deze toets er al, met"


def _regel(**feiten: Any) -> Toetsregel:
    vast: dict[str, Any] = {
        "regel": 2,
        "sleutel": "L1",
        "naam": "",
        "geboren_op": None,
        "instrument": "cito_lvs",
        "vak": "rekenen",
        "afgenomen_op": date(2026, 1, 20),
    }
    return Toetsregel(**vast | feiten)


@pytest.mark.parametrize(
    ("bekend", "wat"),
    [
        ({"schaalscore": Decimal("212.50"), "ruwe_score": Decimal(31), "niveau": "II"}, "score 212,5"),
        ({"schaalscore": Decimal("210.00")}, "score 210"),
        ({"ruwe_score": Decimal("31.25"), "niveau": "II"}, "ruwe score 31,25"),
        ({"ruwe_score": Decimal(0)}, "ruwe score 0"),
        ({"niveau": "II", "referentieniveau": "1F", "functioneringsniveau": "M5", "percentiel": 65}, "uitslag II"),
        ({"referentieniveau": "1F", "functioneringsniveau": "M5", "percentiel": 65}, "uitslag 1F"),
        ({"functioneringsniveau": "M5", "percentiel": 65}, "uitslag M5"),
        ({"percentiel": 65}, "uitslag P65"),
    ],
)
def test_test_that_is_there_already_is_shown_by_the_first_that_it_has(bekend: dict[str, Any], wat: str) -> None:
    eerdere = Eerdere({(1, *_regel().toets): Bekenduitslag(7, _regel(**bekend).uitslag)})

    assert eerdere.twijfel(1, _regel(afgenomen_op=date(2026, 1, 22))) == f"{ER_AL} {wat}. Is dit een andere toets?"
    assert eerdere.twijfel(2, _regel(afgenomen_op=date(2026, 1, 22))) == ""


@pytest.mark.parametrize(
    ("niveau", "normschema", "percentiel", "hoort"),
    [
        ("II", "cito_romeins", 58, "III"),
        ("II", "cito_romeins", 59, ""),
        ("II", "cito_romeins", 80, ""),
        ("II", "cito_romeins", 81, "I"),
        ("B", "cito_letters", 80, "A"),
        ("B", "letters_15_20_30", 80, ""),
        ("2F", "iep_taal", 10, ""),
        ("B", "toetsomaat", 10, ""),
        ("B", "", 10, ""),
    ],
)
def test_band_is_doubted_when_it_is_more_than_one_percentile_off(
    niveau: str, normschema: str, percentiel: int, hoort: str
) -> None:
    zin = f"Niveau {niveau} past niet bij percentiel {percentiel}: daar hoort {hoort} bij. Klopt het?"

    uit = list_twijfels_niveau(_regel(niveau=niveau, normschema=normschema, percentiel=percentiel))

    assert uit == ((zin,) if hoort else ())


@pytest.mark.parametrize(
    ("feiten", "zinnen"),
    [
        (
            {"niveau": "1F", "schaalscore": Decimal("58.50")},
            ("Niveau 1F past niet bij score 58,5: daar hoort <1F bij. Klopt het?",),
        ),
        ({"niveau": "1F", "schaalscore": Decimal(59)}, ()),
        ({"niveau": "1F", "schaalscore": Decimal(80)}, ()),
        (
            {"niveau": "1F", "schaalscore": Decimal(81)},
            ("Niveau 1F past niet bij score 81: daar hoort 1S bij. Klopt het?",),
        ),
        (
            {"niveau": "1F", "referentieniveau": "1F", "schaalscore": Decimal(40)},
            ("Niveau 1F past niet bij score 40: daar hoort <1F bij. Klopt het?",),
        ),
        (
            {"niveau": "1S", "referentieniveau": "1F", "schaalscore": Decimal(40)},
            (
                "Niveau 1S past niet bij score 40: daar hoort <1F bij. Klopt het?",
                "Niveau 1F past niet bij score 40: daar hoort <1F bij. Klopt het?",
            ),
        ),
        ({"niveau": "1F", "percentiel": 5}, ()),
        ({"niveau": "1F", "vak": "", "schaalscore": Decimal(40)}, ()),
        ({"schaalscore": Decimal(40)}, ()),
    ],
)
def test_each_band_that_does_not_go_with_the_score_is_doubted_once(
    feiten: dict[str, Any], zinnen: tuple[str, ...]
) -> None:
    assert list_twijfels_niveau(_regel(instrument="iep", normschema="iep_rekenen", **feiten)) == zinnen


def test_percentile_and_score_are_both_doubted() -> None:
    regel = _regel(
        instrument="iep",
        normschema="cito_romeins",
        niveau="V",
        percentiel=95,
        referentieniveau="1F",
        schaalscore=Decimal(40),
    )

    assert list_twijfels_niveau(regel) == (
        "Niveau V past niet bij percentiel 95: daar hoort I bij. Klopt het?",
        "Niveau V past niet bij score 40: daar hoort <1F bij. Klopt het?",
        "Niveau 1F past niet bij score 40: daar hoort <1F bij. Klopt het?",
    )


def test_two_moments_of_one_subject_are_two_tests_also_where_another_line_says_no_moment() -> None:
    midden, eind, zonder = (
        Toetsregel(regel, "7", "", None, "cito_lvs", vak, date(2026, 5, dag), afnamemoment=moment)
        for regel, vak, dag, moment in ((2, "rekenen", 1, "M5"), (3, "rekenen", 20, "E5"), (4, "spelling", 20, ""))
    )

    assert list_dubbele([(1, midden), (1, eind), (1, zonder)], []) == {}
    assert len(list_dubbele([(1, midden), (1, eind._replace(afnamemoment=""))], [])) == 2
