"""Lines of a plan of another school that are only words: read with the guidance, without what only that school has."""

import pytest

from passend.regels.oppdelen import BEGELEIDING, REGELS
from passend.regels.planregels import Regelfeiten, regels_als_begeleiding, regelzin

JUF = Regelfeiten(aanpak="Samen lezen", wie="juf", hoe_vaak="elke dag")


@pytest.mark.parametrize(
    ("woorden", "gelezen"),
    [
        ("Samen lezen, juf", "Samen lezen, juf"),
        ("Samen lezen, juf (voor: rust)", "Samen lezen, juf (voor: rust)"),
        ("Samen lezen, juf (uit het aanbod: Leesclub)", "Samen lezen, juf"),
        ("Samen lezen, juf (voor: rust; uit het aanbod: Leesclub)", "Samen lezen, juf (voor: rust)"),
        ("Samen lezen, juf (uit het aanbod: Leesclub (groep 5))", "Samen lezen, juf"),
        ("Kiezen (uit het aanbod: boeken) en lezen, juf", "Kiezen (uit het aanbod: boeken) en lezen, juf"),
        (
            "Lezen, juf (voor: rust; uit het aanbod: Leesclub)\nRekenen, Max (uit het aanbod: Rekentuin)\nRust, juf",
            "Lezen, juf (voor: rust)\nRekenen, Max\nRust, juf",
        ),
    ],
)
def test_offer_of_the_other_school_is_left_out_of_each_line(woorden: str, gelezen: str) -> None:
    assert regels_als_begeleiding({REGELS: woorden}) == {BEGELEIDING: gelezen}


def test_what_is_left_out_is_what_a_line_says_of_its_offer() -> None:
    regels = [
        Regelfeiten(aanpak="Samen lezen", wie="juf", behoefte="rust", belofte="Leesclub"),
        Regelfeiten(aanpak="Rekenen", wie="Max", belofte="Rekentuin"),
        JUF,
    ]

    delen = regels_als_begeleiding({REGELS: "\n".join(map(regelzin, regels))})

    assert delen == {BEGELEIDING: "Samen lezen, juf (voor: rust)\nRekenen, Max\nSamen lezen, juf, elke dag"}


def test_lines_come_below_the_guidance_that_was_there_and_other_parts_stay() -> None:
    delen = {"doelen": "Pip leest vlot.", BEGELEIDING: "Pip zit vooraan.", REGELS: regelzin(JUF)}

    assert regels_als_begeleiding(delen) == {
        "doelen": "Pip leest vlot.",
        BEGELEIDING: "Pip zit vooraan.\nSamen lezen, juf, elke dag",
    }


@pytest.mark.parametrize(
    "delen",
    [
        {},
        {"doelen": "Pip leest vlot."},
        {"doelen": "Pip leest vlot.", BEGELEIDING: "Pip zit vooraan."},
    ],
)
def test_plan_without_lines_stays_as_it_is(delen: dict[str, str]) -> None:
    assert regels_als_begeleiding(delen) == delen
    assert regels_als_begeleiding({**delen, REGELS: ""}) == delen
