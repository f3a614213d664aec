"""The drawing of the ondersteuningsstructuur."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.documenten.zetten.uitgaven import STRUCTUUR

from passend.begrippen.profielinhoud import Structuurdeel
from passend.documenten.zetten.structuurtekening import Gezet, als_tekst, breek, plaats, teken, tekstbreedte

BREEDTE = 164
deel = st.builds(
    Structuurdeel,
    soort=st.sampled_from(["mens", "overleg", "stap"]),
    naam=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60),
    rol=st.text("abc defghijklm/nop", max_size=40),
    ring=st.integers(0, 5),
)


def vak(gezet: Gezet) -> tuple[float, float, float, float]:
    return gezet.x, gezet.y, gezet.x + BREEDTE, gezet.y + gezet.kaart.hoogte


def test_words_say_the_same_as_the_drawing() -> None:
    assert [(deel.kop, deel.punten, deel.is_genummerd) for deel in als_tekst(STRUCTUUR)] == [
        ("In het midden", ("Sam",), False),
        (
            "Dicht bij het kind",
            ("Leerkracht (kent het kind het best)", "Ouders", "Groepsbespreking (drie keer per jaar)"),
            False,
        ),
        ("Daaromheen", ("Noor Achterberg (intern begeleider): ma tot en met do", "Leerlingbespreking"), False),
        ("Verder weg", ("Jeugdgezondheidszorg/schoolarts",), False),
        ("De stappen", ("In de klas: De leerkracht past de les aan.", "In de school", "Hulp van buiten"), True),
    ]


def test_drawing_without_parts_still_has_the_child_in_it() -> None:
    svg = etree.fromstring(teken(()).encode())
    assert svg.xpath("//*[local-name()='text']/text()") == ["Het kind"]


@given(st.lists(deel, max_size=40))
def test_labels_never_overlap_and_stay_inside_the_drawing(delen: list[Structuurdeel]) -> None:
    kringen = plaats(delen)
    vakken = [vak(gezet) for kring in kringen for gezet in kring.kaarten]
    for een, ander in combinations(vakken, 2):
        assert een[2] <= ander[0] or ander[2] <= een[0] or een[3] <= ander[1] or ander[3] <= een[1]
    for kring in kringen:
        for links, boven, rechts, onder in (vak(gezet) for gezet in kring.kaarten):
            assert -kring.half <= links
            assert rechts <= kring.half
            assert -kring.boven <= boven
            assert onder <= kring.onder


@given(st.lists(deel, max_size=12))
def test_drawing_is_xml_with_title_and_description_whatever_the_words(delen: list[Structuurdeel]) -> None:
    svg = etree.fromstring(teken(delen).encode())
    assert svg.get("aria-labelledby") == "structuur-titel structuur-tekst"
    assert svg.xpath("string(//*[@id='structuur-titel'])") == "De ondersteuningsstructuur van de school"
    assert "In het midden" in svg.xpath("string(//*[@id='structuur-tekst'])")
    assert svg.xpath("//@style | //*[local-name()='style'] | //*[local-name()='script']") == []


@given(st.text("abcdefghijklmnopqrstuvwxyzABCW /", max_size=80))
def test_broken_lines_fit_their_width(tekst: str) -> None:
    gebroken = breek(tekst, 144, 17)
    assert all(tekstbreedte(regel, gebroken.grootte) <= 144 for regel in gebroken.regels)


def test_colours_follow_the_page_on_screen_and_are_fixed_in_print() -> None:
    assert 'fill="var(--tekening-inkt, #1d2733)"' in teken(STRUCTUUR)
    gedrukt = teken(STRUCTUUR, voor_druk=True, accent="#aa0000")
    assert "var(" not in gedrukt
    assert 'stroke="#aa0000"' in gedrukt


def test_a_name_that_looks_like_a_colour_of_the_drawing_stays_a_name() -> None:
    naam = '"kleur:inkt"'
    svg = etree.fromstring(teken((Structuurdeel(soort="mens", naam=naam),)).encode())
    assert naam in svg.xpath("//*[local-name()='text']/text()")
