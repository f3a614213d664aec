"""Whose step a date is: as the law gives it, and for a decision that is too late whoever is on turn."""

from datetime import date

import pytest

from passend.begrippen.toelating import Aanzet
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten
from passend.regels.aanzet import VAN_DE_WET, aanzet_bij
from passend.regels.toelatingsstand import toelatingsstand

FEITEN = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
OP_TIJD, TE_LAAT = (toelatingsstand(FEITEN, peildatum=date(2026, 10, dag)) for dag in (26, 27))


def test_decision_is_of_the_school_until_it_is_too_late() -> None:
    assert [aanzet_bij("besluit", stand) for stand in (OP_TIJD, TE_LAAT)] == [Aanzet.SCHOOL, Aanzet.BESTUUR]


@pytest.mark.parametrize("wat", sorted(set(VAN_DE_WET) - {"besluit"}))
def test_every_other_date_stays_whose_it_is(wat: str) -> None:
    assert {aanzet_bij(wat, stand) for stand in (OP_TIJD, TE_LAAT)} == {VAN_DE_WET[wat]}


def test_date_that_the_law_gives_to_nobody_else_is_of_the_school() -> None:
    assert aanzet_bij("ontvangst", TE_LAAT) is Aanzet.SCHOOL
