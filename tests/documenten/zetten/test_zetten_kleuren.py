"""The school's own colour stays readable."""

from hypothesis import given
from hypothesis import strategies as st

from passend.documenten.zetten.iconen import GROEPKLEUREN
from passend.documenten.zetten.kleuren import contrast, kleuren_van


@given(st.integers(0, 0xFFFFFF))
def test_any_colour_of_a_school_gives_readable_text(getal: int) -> None:
    kleuren = kleuren_van(f"#{getal:06x}")
    assert contrast(kleuren.vlak, kleuren.op_vlak) >= 4.5
    assert contrast(kleuren.accent, kleuren.tint) >= 4.5
    assert contrast(kleuren.accent, "#ffffff") >= 4.5


@given(st.text(max_size=12))
def test_something_else_than_a_colour_gives_the_colour_of_the_product(tekst: str) -> None:
    assert kleuren_van(f"x{tekst}").vlak == "#0b5d5e"


def test_colours_of_the_kinds_of_support_are_readable_on_white() -> None:
    assert [kleur for kleur in GROEPKLEUREN.values() if contrast(kleur, "#ffffff") < 4.5] == []
