"""What a file says no more of who teaches a group."""

from datetime import date

import pytest

from passend.begrippen.opgave import Leerkrachtopgave
from passend.regels.groepseinden import DEZELFDE, VALT_IN, Lopendetaak, groepseinden

MILA = Lopendetaak(pk=1, naam="Mila Brouwer", adressen=frozenset({"mila@x.example"}), groep="5", tot_en_met=None)
SIETSE = Leerkrachtopgave(1, "Sietse Kraan", "Sietse@x.example", ("Groep 5",))


def _einden(*leerkrachten: Leerkrachtopgave, taak: Lopendetaak = MILA, groepen: tuple[str, ...] = ("5",)) -> list[str]:
    bekend = {"sietse@x.example", "mila@x.example"}
    return [een.twijfel for een in groepseinden([taak], leerkrachten, groepen=groepen, bekend=bekend)]


def test_group_that_is_of_another_now_ends() -> None:
    assert _einden(SIETSE) == [""]


@pytest.mark.parametrize(
    ("leerkrachten", "groepen"),
    [
        ((SIETSE, Leerkrachtopgave(2, "M. Brouwer", "MILA@x.example", ("5",))), ("5",)),
        ((SIETSE,), ("6",)),
        ((Leerkrachtopgave(1, "Sietse Kraan", "sietse@x.example", ("6",)),), ("5", "6")),
        ((), ("5",)),
    ],
    ids=["still a teacher of it", "not in the file", "nobody named for it", "no teachers at all"],
)
def test_nothing_ends_of_what_the_file_does_not_say(
    leerkrachten: tuple[Leerkrachtopgave, ...], groepen: tuple[str, ...]
) -> None:
    assert _einden(*leerkrachten, groepen=groepen) == []


def test_who_may_be_the_same_or_stands_in_is_a_doubt() -> None:
    anders = Leerkrachtopgave(2, "M. Brouwer", "m.brouwer@x.example", ("5",))
    invaller = Lopendetaak(
        pk=2, naam="Noor Bos", adressen=frozenset({"noor@x.example"}), groep="5", tot_en_met=date(2026, 12, 1)
    )

    assert _einden(anders) == [DEZELFDE]
    assert _einden(SIETSE, taak=invaller) == [VALT_IN]
    assert _einden(Leerkrachtopgave(3, "", "", ("5",))) == [""]
