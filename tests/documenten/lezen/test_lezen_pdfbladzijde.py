"""What stands on a page of a PDF, and where: made pages of which every place is known."""

from collections import Counter
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from tests.documenten.lezen.bladen import HOOGTE, blad, lees, woorden
from tests.documenten.lezen.slecht import VOORBEELDEN

from passend.documenten.document import DocumentError, Kader
from passend.documenten.lezen.pdfbladzijde import Bladzijde
from passend.documenten.lezen.pdfwoorden import Plekwoord

PDFS = sorted(VOORBEELDEN.glob("*.pdf"))
TEKST = b"BT /F1 12 Tf 72 700 Td (Wij lezen) Tj ET"
BEELD = b"q 90 0 0 45 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"
GEEN_MATRIX = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]


def plek(woord: Plekwoord) -> Kader:
    return woord.x0, woord.top, woord.x1, woord.bottom


def tekst(bladzijde: Bladzijde) -> str:
    return "".join(teken.tekst for teken in bladzijde.tekens)


def zonder_unicode(pdf: pikepdf.Pdf) -> Dictionary:
    """A typeface whose codes are numbers of shapes; each shape is half as wide as the size."""
    onder = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Onbekend"),
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        DW=500,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/ABCDEF+Onbekend"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([onder]),
    )


def met_unicode(pdf: pikepdf.Pdf) -> Dictionary:
    """The same, with the letters of its first shapes told."""
    letter = zonder_unicode(pdf)
    letter.ToUnicode = pdf.make_indirect(
        pikepdf.Stream(
            pdf,
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange 7 beginbfchar "
            b"<0001> <00660069> <0002> <FB00> <0003> <D83DDE00> <0004> <F0FC> <0005> <00AD> <0006> <200B> <0007> <0078>"
            b" endbfchar endcmap end end",
        )
    )
    return letter


def test_characters_stand_where_they_are_drawn() -> None:
    gevonden = woorden(blad(TEKST))

    # Helvetica: W 944, i 222, j 222 thousandths of the size wide, and a space of 278 before the next word
    assert list(gevonden) == ["Wij", "lezen"]
    assert gevonden["Wij"].x0 == pytest.approx(72, abs=0.1)
    assert gevonden["Wij"].x1 == pytest.approx(72 + 12 * (0.944 + 0.222 + 0.222), abs=0.1)
    assert gevonden["lezen"].x0 == pytest.approx(72 + 12 * (0.944 + 0.222 + 0.222 + 0.278), abs=0.1)


def test_characters_on_a_line_are_equally_high_whatever_their_shape() -> None:
    bladzijde = lees(blad(b"BT /F1 12 Tf 72 700 Td (A-.xjg) Tj /F2 12 Tf (4) Tj ET"))

    assert tekst(bladzijde) == "A-.xjg✔"
    assert {(teken.top, teken.bottom) for teken in bladzijde.tekens} == {
        (bladzijde.tekens[0].top, bladzijde.tekens[0].bottom)
    }
    assert bladzijde.tekens[0].bottom - bladzijde.tekens[0].top == pytest.approx(12)
    assert bladzijde.tekens[0].top < HOOGTE - 700 < bladzijde.tekens[0].bottom


@pytest.mark.parametrize(
    ("draai", "kader"),
    [
        (0, (72.0, 132.6, 120.7, 144.6)),
        (90, (697.4, 72.0, 709.4, 120.7)),
        (180, (474.3, 697.4, 523.0, 709.4)),
        (270, (132.6, 474.3, 144.6, 523.0)),
    ],
)
def test_a_turned_page_is_read_as_it_is_seen(draai: int, kader: Kader) -> None:
    gevonden = woorden(blad(TEKST, Rotate=draai))
    wij, lezen = plek(gevonden["Wij"]), plek(gevonden["lezen"])
    samen = (min(wij[0], lezen[0]), min(wij[1], lezen[1]), max(wij[2], lezen[2]), max(wij[3], lezen[3]))

    assert samen == pytest.approx(kader, abs=0.1)


def test_places_count_from_the_corner_of_what_is_seen_of_a_page() -> None:
    inhoud = blad(
        TEKST + b" 72 700 m 272 700 l S", MediaBox=Array([10, 20, 605, 862]), CropBox=Array([60, 100, 500, 800])
    )

    assert woorden(inhoud)["Wij"].x0 == pytest.approx(72 - 60)
    assert woorden(inhoud)["Wij"].bottom == pytest.approx(800 - 700, abs=3)
    assert lees(inhoud).liggend == [(100, 12, 212)]


@pytest.mark.parametrize("hoek", [0, 90, 180, 270])
def test_words_are_read_in_the_direction_they_are_written_in(hoek: int) -> None:
    matrix = {0: b"1 0 0 1", 90: b"0 1 -1 0", 180: b"-1 0 0 -1", 270: b"0 -1 1 0"}[hoek]
    gevonden = woorden(blad(b"BT /F1 12 Tf " + matrix + b" 300 400 Tm (Structureel vaak) Tj ET"))

    assert list(gevonden) == ["Structureel", "vaak"]
    x0, top, x1, onder = plek(gevonden["Structureel"])
    assert (max(x1 - x0, onder - top), min(x1 - x0, onder - top)) == pytest.approx((58, 12), abs=0.5)
    assert (onder - top > x1 - x0) is (hoek in {90, 270})


def test_a_stamp_across_the_page_is_one_word() -> None:
    assert list(woorden(blad(b"BT /F1 40 Tf 0.7071 0.7071 -0.7071 0.7071 100 300 Tm (CONCEPT) Tj ET"))) == ["CONCEPT"]


def test_text_drawn_in_many_small_pieces_becomes_the_same_words() -> None:
    stukken = (
        b"BT /F1 12 Tf 72 700 Td (W) Tj 11.33 0 Td (i) Tj 2.66 0 Td (j) Tj ET BT /F1 12 Tf 92 700 Td (lezen) Tj ET"
    )

    assert {tekst: plek(woord)[:2] for tekst, woord in woorden(blad(stukken)).items()} == {
        tekst: pytest.approx(plek(woord)[:2], abs=0.2) for tekst, woord in woorden(blad(TEKST)).items()
    }


@pytest.mark.parametrize(
    ("opdracht", "verwacht"),
    [
        (b"[(lees) -100 (baar)] TJ", ["leesbaar"]),
        (b"[(lees) -250 (baar)] TJ", ["lees", "baar"]),
        (b"[(kind) -250 (juf)] TJ", ["kind", "juf"]),
        (b"(lees\xa0baar) Tj", ["lees", "baar"]),
        (b"1 Tc (lees) Tj", ["lees"]),
        (b"50 Tz (lees baar) Tj", ["lees", "baar"]),
    ],
    ids=[
        "kerning",
        "wit zonder spatie",
        "letter die uitsteekt in het wit",
        "vaste spatie",
        "wijde letters",
        "smalle letters",
    ],
)
def test_white_between_letters_makes_words(opdracht: bytes, verwacht: list[str]) -> None:
    assert list(woorden(blad(b"BT /F1 12 Tf 72 700 Td " + opdracht + b" ET"))) == verwacht


@pytest.mark.parametrize("grootte", [5, 10, 30])
def test_how_much_white_makes_a_word_goes_with_the_size(grootte: int) -> None:
    opdracht = f"BT /F1 {grootte} Tf 72 700 Td [(a) -80 (b) -250 (c)] TJ ET".encode()

    assert list(woorden(blad(opdracht))) == ["ab", "c"]


@pytest.mark.parametrize(
    "opdrachten", [b"(een) Tj 100 0 Td (twee) Tj -100 -40 Td (drie) Tj", b"[(een) -300 (twee)] TJ 0 -20 Td (drie) Tj"]
)
def test_spaces_and_line_ends_that_nobody_wrote_are_left_out(opdrachten: bytes) -> None:
    bladzijde = lees(blad(b"BT /F1 12 Tf 72 700 Td " + opdrachten + b" ET"))

    assert tekst(bladzijde) == "eentweedrie"


def test_hyphens_at_the_end_of_a_line_and_soft_ones_are_hyphens() -> None:
    inhoud = blad(
        b"BT /F1 12 Tf 72 700 Td (onder-) Tj 0 -14 Td (steu\xadning) Tj 0 -14 Td (zacht\xad) Tj 0 -14 Td (-) Tj ET"
    )

    assert list(woorden(inhoud)) == ["onder-", "steu-ning", "zacht-", "-"]


def test_ligatures_and_letters_of_two_codes_are_taken_apart_or_together() -> None:
    inhoud = blad(b"BT /F1 12 Tf 72 700 Td <0001000200030004000500070006> Tj ET", letter=met_unicode)

    assert list(woorden(inhoud)) == ["fiff😀\uf0fc-x"]


def test_a_shape_that_no_letter_is_told_for_is_told_as_unknown() -> None:
    bladzijde = lees(blad(b"BT /F1 12 Tf 72 700 Td <00580024> Tj ET", letter=zonder_unicode))

    assert tekst(bladzijde) == "\ufffd\ufffd"
    assert bladzijde.tekens[1].x0 == pytest.approx(78)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"BT /F1 12 Tf 72 700 Td (Vet) Tj ET BT /F1 12 Tf 72 700 Td (Vet) Tj ET",
        b"BT /F1 12 Tf 72 700 Td (Vet) Tj 0.2 0 Td (Vet) Tj ET",
        b"BT /F1 12 Tf 72 700 Td (Vet) Tj 0 -90 Td (en) Tj 90 0 Td (meer) Tj -90 90 Td (Vet) Tj ET",
        b"BT 2 Tr /F1 12 Tf 72 700 Td (Vet) Tj ET",
    ],
    ids=["twee keer", "iets verschoven", "met iets ertussen", "met omtrek"],
)
def test_bold_drawn_as_the_same_letters_twice_is_read_once(inhoud: bytes) -> None:
    assert [naam for naam in woorden(blad(inhoud)) if naam not in {"en", "meer"}] == ["Vet"]


def test_the_same_letter_twice_in_a_word_is_read_twice() -> None:
    assert list(woorden(blad(b"BT /F1 12 Tf 72 700 Td (Illinois) Tj ET"))) == ["Illinois"]


def test_text_that_is_not_drawn_but_can_be_copied_is_read() -> None:
    assert list(woorden(blad(b"BT 3 Tr /F1 12 Tf 72 700 Td (herkend) Tj ET"))) == ["herkend"]


def test_a_piece_that_says_what_it_means_is_read_so() -> None:
    inhoud = blad(b"/Span <</ActualText (een twee)>> BDC BT /F1 12 Tf 72 700 Td (1 & 2 kort) Tj ET EMC")

    gevonden = woorden(inhoud)

    assert list(gevonden) == ["een", "twee"]
    assert 72 <= gevonden["een"].x0 < gevonden["een"].x1 < gevonden["twee"].x0 < gevonden["twee"].x1 < 140


def test_marked_pieces_keep_their_number() -> None:
    inhoud = blad(b"/P <</MCID 3>> BDC BT /F1 12 Tf 72 700 Td (a) Tj ET EMC BT /F1 12 Tf 99 700 Td (b) Tj ET")

    assert [(teken.tekst, teken.mcid) for teken in lees(inhoud).tekens] == [("a", 3), ("b", -1)]


def test_forms_within_forms_are_drawn_through_all_their_matrices() -> None:
    inhoud = blad(
        b"q 2 0 0 2 50 60 cm /Buiten Do Q",
        vormen={
            "Buiten": ([1, 0, 0, 1, 10, 20], b"BT /F1 12 Tf 10 10 Td (buiten) Tj ET q 1 0 0 1 5 0 cm /Binnen Do Q"),
            "Binnen": ([0, 1, -1, 0, 0, 0], b"0 7 m 100 7 l S q 10 0 0 20 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"),
        },
    )

    bladzijde = lees(inhoud)
    # x: 50 + 2 * (10 + 5 - 7) = 66; y: from 60 + 2 * 20 = 100 to 300
    assert bladzijde.staand == [(66, HOOGTE - 300, HOOGTE - 100)]
    assert bladzijde.beelden == [(40, HOOGTE - 120, 80, HOOGTE - 100)]
    assert woorden(inhoud)["buiten"].x0 == pytest.approx(50 + 2 * 20, abs=0.1)
    assert woorden(inhoud)["buiten"].bottom - woorden(inhoud)["buiten"].top == pytest.approx(24)


def test_a_form_that_draws_itself_is_read_once() -> None:
    inhoud = blad(b"/Kring Do", vormen={"Kring": (GEEN_MATRIX, TEKST + b" /Kring Do")})

    assert list(woorden(inhoud)) == ["Wij", "lezen"]


def test_lines_are_lines_and_boxes_have_four() -> None:
    bladzijde = lees(
        blad(b"0.5 w 72 72 m 300 72 l S 72 90 200 40 re f 10 10 m 50 10 l 50 40 l 10 40 l f 5 5 m 50 60 l S")
    )

    assert sorted(bladzijde.liggend) == [
        (HOOGTE - 130, 72, 272),
        (HOOGTE - 90, 72, 272),
        (HOOGTE - 72, 72, 300),
        (HOOGTE - 40, 10, 50),
        (HOOGTE - 10, 10, 50),
    ]
    assert sorted(bladzijde.staand) == [
        (10, HOOGTE - 40, HOOGTE - 10),
        (50, HOOGTE - 40, HOOGTE - 10),
        (72, HOOGTE - 130, HOOGTE - 90),
        (272, HOOGTE - 130, HOOGTE - 90),
    ]


def test_a_path_that_is_not_painted_is_no_line() -> None:
    bladzijde = lees(blad(b"72 72 m 300 72 l n 72 90 200 40 re W n " + TEKST))

    assert (bladzijde.liggend, bladzijde.staand) == ([], [])


def test_pictures_are_told_with_their_places() -> None:
    assert lees(blad(BEELD + TEKST)).beelden == [(100, HOOGTE - 145, 190, HOOGTE - 100)]


def test_web_addresses_behind_words_are_told_in_order() -> None:
    def link(url: str) -> Dictionary:
        actie = Dictionary(S=Name.URI, URI=url)
        return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 700, 99, 712]), A=actie)

    ergens = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 60, 99, 72]), Dest=Array([0, Name.Fit]))
    inhoud = blad(TEKST, Annots=Array([link("https://een.example/"), ergens, link("mailto:ib@school.example")]))

    assert lees(inhoud).adressen == ["https://een.example/", "mailto:ib@school.example"]


@pytest.mark.parametrize("bestand", PDFS, ids=lambda pad: pad.name)
def test_every_word_of_the_samples_is_found_in_its_place(bestand: Path) -> None:
    """The library itself says for any box which text stands in it."""
    document = pypdfium2.PdfDocument(bestand)
    try:
        for nummer, pagina in enumerate(document, start=1):
            hoogte, tekstlaag = pagina.get_height(), pagina.get_textpage()
            bladzijde = lees(bestand.read_bytes(), nummer)
            assert sum(not teken.tekst.isspace() for teken in bladzijde.tekens) == sum(
                not letter.isspace() for letter in tekstlaag.get_text_range().replace("\ufffe", "-")
            )
            for teken in bladzijde.tekens[::7]:
                links, onder, rechts, boven = (
                    teken.x0 - 1,
                    hoogte - teken.bottom - 1,
                    teken.x1 + 1,
                    hoogte - teken.top + 1,
                )
                gevonden = tekstlaag.get_text_bounded(links, onder, rechts, boven)
                assert teken.tekst.isspace() or teken.tekst in gevonden.replace("\ufffe", "-")
            tekstlaag.close()
            pagina.close()
    finally:
        document.close()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*TEKST.split(), b"[", b"]", b"<<", b">>", b"(x)", b"-5", b".5", b"q", b"Q", b"Do", b"cm"])
    )
)
def test_instructions_in_any_order_are_read_or_refused(stukken: list[bytes]) -> None:
    try:
        bladzijde = lees(blad(TEKST + b" " + b" ".join(stukken)))
    except DocumentError as fout:
        assert str(fout).endswith(".")  # noqa: PT017 -- either outcome is right, and the sentence is whole
    else:
        # what comes after may be set before it, or over it, but takes no letter away
        assert Counter("Wijlezen") <= Counter(tekst(bladzijde))
