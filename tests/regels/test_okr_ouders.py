"""What the school noted and what parents did on their own page, taken together before a report leaves."""

from datetime import date

import pytest

from passend.regels.okr import Ouderlezing, Oudersgezegd, samen_gezegd

EEN, TWEE = date(2026, 11, 2), date(2026, 11, 5)
GESPREK = Oudersgezegd(geinformeerd_op=EEN, kanaal="gesprek", kopie_op=EEN, akkoord="Ja", opmerking="Wij zijn blij.")


def _las(naam: str, op: date | None = EEN, akkoord: str = "", opmerking: str = "") -> Ouderlezing:
    return Ouderlezing(naam=naam, gelezen_op=op, akkoord=akkoord, opmerking=opmerking)


def test_parents_who_all_read_it_were_told_on_the_last_of_those_days() -> None:
    samen = samen_gezegd(Oudersgezegd(), [_las("Ro", TWEE, "Ja"), _las("Jo", EEN, "Ja")])

    assert samen == Oudersgezegd(geinformeerd_op=TWEE, kanaal="passend", kopie_op=TWEE, akkoord="Ja")


def test_one_parent_who_did_not_read_it_was_not_told() -> None:
    samen = samen_gezegd(Oudersgezegd(), [_las("Ro", EEN, "Nee", "Te kort."), _las("Jo", None)])

    assert samen == Oudersgezegd(opmerking="Ro: Te kort.")


def test_a_pupil_without_parents_with_authority_has_nobody_who_was_told() -> None:
    assert samen_gezegd(Oudersgezegd(), []) == Oudersgezegd()


def test_what_the_school_noted_is_proof_and_the_words_of_parents_come_after_it() -> None:
    samen = samen_gezegd(GESPREK, [_las("Ro", TWEE, "Ja", "Mooi."), _las("Jo", None)])

    assert samen == Oudersgezegd(
        geinformeerd_op=EEN, kanaal="gesprek", kopie_op=EEN, akkoord="Ja", opmerking="Wij zijn blij.\n\nRo: Mooi."
    )


def test_what_the_school_noted_keeps_its_days_when_all_read_it_too() -> None:
    samen = samen_gezegd(GESPREK, [_las("Ro", TWEE, "Ja")])

    assert (samen.geinformeerd_op, samen.kanaal, samen.kopie_op) == (EEN, "gesprek", EEN)


@pytest.mark.parametrize(
    ("genoteerd", "gezegd", "samen"),
    [
        (Oudersgezegd(), ("Ja", "Ja"), "Ja"),
        (Oudersgezegd(), ("Ja", ""), "Onbekend"),
        (Oudersgezegd(), ("Ja", "Onbekend"), "Onbekend"),
        (Oudersgezegd(), ("Ja", "Nee"), "Nee"),
        (Oudersgezegd(), ("", "Nee"), "Nee"),
        (GESPREK, ("Nee", "Ja"), "Nee"),
        (GESPREK, ("Ja", ""), "Onbekend"),
    ],
)
def test_who_disagrees_is_never_outvoted(genoteerd: Oudersgezegd, gezegd: tuple[str, str], samen: str) -> None:
    ro, jo = gezegd

    assert samen_gezegd(genoteerd, [_las("Ro", EEN, ro), _las("Jo", EEN, jo)]).akkoord == samen


def test_what_the_school_noted_as_disagreement_stays_whatever_parents_say_later() -> None:
    niet_eens = Oudersgezegd(geinformeerd_op=EEN, kanaal="brief", kopie_op=EEN, akkoord="Nee", opmerking="Te kort.")

    assert samen_gezegd(niet_eens, [_las("Ro", TWEE, "Ja")]).akkoord == "Nee"
