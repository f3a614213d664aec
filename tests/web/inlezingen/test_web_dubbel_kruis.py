"""A row with two crosses offers a choice, and makes none itself."""

import re

import pytest
from django.template import engines

from passend.begrippen.meegeleverd import load_sjablonen

HGW = load_sjablonen()[0].tabel("hgw")


def _gekozen(*aan: str) -> list[str]:
    rij = engines["jinja2"].env.get_template("onderdelen/rij.jinja").make_module()
    html = rij.cellen(HGW, {kolom.code: kolom.code in aan for kolom in HGW.kolommen}, "proef")
    return re.findall(r'value="(\w*)" checked', html)


@pytest.mark.parametrize(
    ("aan", "gekozen"),
    [
        ((), [""]),
        (("op_orde",), ["op_orde"]),
        (("op_orde", "in_ontwikkeling"), []),
    ],
)
def test_a_choice_is_made_beforehand_only_where_one_cross_stands(aan: tuple[str, ...], gekozen: list[str]) -> None:
    assert _gekozen(*aan) == gekozen
