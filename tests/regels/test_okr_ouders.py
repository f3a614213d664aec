"""What is known of each parent, taken together before a report leaves."""

from dataclasses import replace
from datetime import date

import pytest

from passend.regels.okr import Ouderlezing, Oudersgezegd, samen_gezegd

EEN, TWEE = date(2026, 11, 2), date(2026, 11, 5)
RO = Ouderlezing(naam="Ro", geinformeerd_op=TWEE, kanaal="passend", kopie_op=TWEE, akkoord="Ja")
JO = Ouderlezing(naam="Jo", geinformeerd_op=EEN, kanaal="gesprek", kopie_op=EEN, akkoord="Ja", is_genoteerd=True)
NIET = Ouderlezing(naam="Jo")


def test_parents_were_told_on_the_last_day_on_which_one_of_them_was() -> None:
    samen = samen_gezegd([RO, JO])

    assert samen == Oudersgezegd(geinformeerd_op=TWEE, kanaal="passend", kopie_op=TWEE, akkoord="Ja")
    assert samen_gezegd([JO, RO]) == samen


def test_one_parent_who_was_not_told_keeps_all_of_them_from_being_told() -> None:
    nee = replace(RO, akkoord="Nee", opmerking="Te kort.")

    assert samen_gezegd([nee, NIET]) == Oudersgezegd(opmerking="Ro: Te kort.")
    assert samen_gezegd([nee, replace(JO, kopie_op=None)]).geinformeerd_op is None


def test_a_pupil_without_parents_with_authority_has_nobody_who_was_told() -> None:
    assert samen_gezegd([]) == Oudersgezegd()
    assert samen_gezegd([replace(RO, heeft_gezag=False)]) == Oudersgezegd()


def test_the_words_of_each_go_along_with_their_name_also_of_who_lost_authority() -> None:
    weg = Ouderlezing(naam="Bo", opmerking="Veel geluk.", heeft_gezag=False)

    samen = samen_gezegd([replace(RO, opmerking="Mooi."), replace(JO, opmerking="Wij zijn blij."), weg])

    assert samen.opmerking == "Ro: Mooi.\n\nJo: Wij zijn blij.\n\nBo: Veel geluk."
    assert (samen.geinformeerd_op, samen.akkoord) == (TWEE, "Ja")


@pytest.mark.parametrize(
    ("gezegd", "samen"),
    [
        (("Ja", "Ja"), "Ja"),
        (("Ja", ""), "Onbekend"),
        (("Ja", "Onbekend"), "Onbekend"),
        (("Ja", "Nee"), "Nee"),
        (("", "Nee"), "Nee"),
    ],
)
def test_who_disagrees_is_never_outvoted(gezegd: tuple[str, str], samen: str) -> None:
    ro, jo = gezegd

    assert samen_gezegd([replace(RO, akkoord=ro), replace(JO, akkoord=jo)]).akkoord == samen


def test_who_lost_authority_and_disagreed_is_heard_too() -> None:
    weg = replace(JO, akkoord="Nee", opmerking="Te kort.", heeft_gezag=False)

    assert samen_gezegd([RO, weg]).akkoord == "Nee"
