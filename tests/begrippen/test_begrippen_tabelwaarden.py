from decimal import Decimal

import pytest

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Celwaarde, Eenheid
from passend.begrippen.tabelwaarden import (
    omvang_uit_cellen,
    periode_uit_cellen,
    waarde_uit_cellen,
)

HAAGLANDEN, PLEIN013 = load_sjablonen()
BINNEN, BUITEN = "binnen_de_school_zelf_beschikbaar", "buiten_de_school_snel_toegankelijk"


@pytest.mark.parametrize(
    ("cellen", "waarde"),
    [
        ({"op_orde": True, "in_ontwikkeling": False, "nog_op_te_starten": False}, "op_orde"),
        ({"op_orde": False, "in_ontwikkeling": False, "nog_op_te_starten": False}, None),
        ({"op_orde": True, "in_ontwikkeling": True, "nog_op_te_starten": False}, None),
        ({"op_orde": None, "in_ontwikkeling": True}, "in_ontwikkeling"),
        ({}, None),
    ],
)
def test_a_row_of_one_choice_has_a_value_only_when_one_column_is_marked(
    cellen: dict[str, Celwaarde], waarde: str | None
) -> None:
    assert waarde_uit_cellen(HAAGLANDEN.tabel("hgw"), cellen) == waarde


@pytest.mark.parametrize(
    ("cellen", "waarde"),
    [
        ({BINNEN: True, BUITEN: False}, "binnen_de_school"),
        ({BINNEN: False, BUITEN: True}, "buiten_de_school"),
        ({BINNEN: True, BUITEN: True}, "beide"),
        ({BINNEN: False, BUITEN: False}, "geen"),
        ({BINNEN: True, BUITEN: None}, None),
        ({BINNEN: True}, None),
    ],
)
def test_a_row_of_independent_columns_says_both_none_or_the_only_one(
    cellen: dict[str, Celwaarde], waarde: str | None
) -> None:
    assert waarde_uit_cellen(PLEIN013.tabel("expertise"), cellen) == waarde


@pytest.mark.parametrize(
    ("cel", "waarde"), [("ja", "ja"), (" NEE ", "nee"), (True, "ja"), (False, "nee"), ("soms", None), (None, None)]
)
def test_a_row_of_ja_and_nee_has_that_word_as_its_value(cel: Celwaarde, waarde: str | None) -> None:
    assert waarde_uit_cellen(HAAGLANDEN.tabel("expertise"), {"ja_nee": cel}) == waarde


def test_a_table_of_free_text_has_no_single_value() -> None:
    assert waarde_uit_cellen(HAAGLANDEN.tabel("aanbod"), {"periode_wanneer_in_te_zetten": "op aanvraag"}) is None


def test_a_bare_number_under_a_heading_of_hours_is_hours() -> None:
    omvang = omvang_uit_cellen(HAAGLANDEN.tabel("expertise"), {"ja_nee": "ja", "uren_beschikbaar": "4"})

    assert omvang is not None
    assert (omvang.getal, omvang.eenheid) == (Decimal(4), Eenheid.UREN)


def test_a_table_without_a_column_for_amounts_has_none() -> None:
    assert omvang_uit_cellen(HAAGLANDEN.tabel("hgw"), {"op_orde": True}) is None


def test_a_period_is_the_text_of_its_column_without_white_space_around_it() -> None:
    tabel = HAAGLANDEN.tabel("aanbod")

    assert periode_uit_cellen(tabel, {"periode_wanneer_in_te_zetten": " wekelijks "}) == "wekelijks"
    assert periode_uit_cellen(tabel, {"periode_wanneer_in_te_zetten": "  "}) is None
