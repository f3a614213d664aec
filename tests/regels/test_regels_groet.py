"""Who signs a letter: a person with a function, a person alone, or the school."""

from datetime import date

import pytest

from passend.regels.brieven.feiten import Brieffeiten
from passend.regels.brieven.groet import ondertekening, signature


@pytest.mark.parametrize(
    ("door", "functie", "regels"),
    [
        ("Tess Zandstra", "directeur", ["Tess Zandstra, directeur", "De Wilgenboom"]),
        ("Tess Zandstra", "leerkracht", ["Tess Zandstra", "De Wilgenboom"]),
        ("", "directeur", ["De Wilgenboom"]),
    ],
)
def test_letter_is_signed_by_who_sent_it(door: str, functie: str, regels: list[str]) -> None:
    dag = date(2026, 11, 26)
    feiten = Brieffeiten(kind="Noa", school="De Wilgenboom", op=dag, ontvangen_op=dag, door=door, functie=functie)

    assert list(ondertekening(feiten, is_besluit=False)) == ["Met vriendelijke groet,", *regels]
    assert len(list(signature(feiten, is_besluit=False))) == 1 + len(regels)
