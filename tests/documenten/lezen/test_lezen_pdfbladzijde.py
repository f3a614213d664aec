"""The quick page says what the page of the library says, or leaves the work to it."""

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber import open as open_pdf
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException
from tests.documenten.lezen.slecht import VOORBEELDEN

from passend.documenten.lezen.pdf import read_pdf
from passend.documenten.lezen.pdfbladzijde import Bladzijde

PDFS = sorted(VOORBEELDEN.glob("*.pdf"))
TEKENS = ("text", "x0", "x1", "top", "bottom", "doctop", "upright", "size", "mcid")
TEKST = b"BT /F1 12 Tf 1 0 0 1 72 700 Tm [(Wij le) -20 (zen) 300 (dit)] TJ ET"
BEELD = b"q 9 0 0 9 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"


def blad(inhoud: bytes, *, vormen: bytes = b"") -> bytes:
    """A PDF of one page with these drawing instructions, and maybe a form it can draw."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    letter = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    bronnen = pdf.make_indirect(pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=letter)))
    vorm = pdf.make_indirect(pikepdf.Stream(pdf, vormen))
    vorm.Type, vorm.Subtype, vorm.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 595, 842]
    vorm.Resources = bronnen
    bronnen.XObject = pikepdf.Dictionary(V1=vorm)
    pdf.pages[0].obj.Resources = bronnen
    pdf.pages[0].Contents = pikepdf.Stream(pdf, inhoud)
    uit = io.BytesIO()
    pdf.save(uit)
    return uit.getvalue()


def op_bladzijde(pagina: Page) -> dict[str, list[object]]:
    """Everything on a page that a reader looks at."""
    return {
        "tekens": [tuple(teken[naam] for naam in TEKENS) for teken in pagina.chars],
        "lijnen": [(lijn["x0"], lijn["top"], lijn["x1"], lijn["bottom"]) for lijn in pagina.edges],
        "beelden": [(beeld["x0"], beeld["top"]) for beeld in pagina.images],
        "links": [link["uri"] for link in pagina.hyperlinks],
    }


def beide(inhoud: bytes) -> Sequence[tuple[dict[str, list[object]], dict[str, list[object]]]]:
    """Each page as the library gives it, and quickly."""
    with open_pdf(io.BytesIO(inhoud)) as pdf:
        return [(op_bladzijde(pagina), op_bladzijde(Bladzijde.van(pagina))) for pagina in pdf.pages]


def uitkomst(inhoud: bytes, *, is_snel: bool) -> dict[str, list[object]] | str:
    """The first page, or what the library has against it."""
    with open_pdf(io.BytesIO(inhoud)) as pdf:
        pagina = Bladzijde.van(pdf.pages[0]) if is_snel else pdf.pages[0]
        try:
            return op_bladzijde(pagina)
        except PdfminerException as fout:
            return str(fout)


@pytest.mark.parametrize("bestand", PDFS, ids=lambda pad: pad.name)
def test_every_page_of_the_samples_is_the_same(bestand: Path) -> None:
    paren = beide(bestand.read_bytes())

    assert sum(len(gewoon["tekens"]) for gewoon, _snel in paren) > 1000
    assert [nummer for nummer, (gewoon, snel) in enumerate(paren, start=1) if gewoon != snel] == []


@pytest.mark.parametrize("bestand", PDFS, ids=lambda pad: pad.name)
def test_samples_are_read_without_the_slow_way(bestand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(PDFPageInterpreter, "execute")

    assert len(read_pdf(bestand.read_bytes(), bestand.name, "").blokken) > 20


@pytest.mark.parametrize(
    "inhoud",
    [
        TEKST,
        TEKST + b" (weg) Tj BX (blijft) onzin EX " + TEKST,
        TEKST + b" " + BEELD + b" " + TEKST,
        b"/P << /MCID 3 /Lang (nl) /Rij [1 2.5 /A null true] >> BDC " + TEKST + b" EMC",
        b"0.5 w 72 72 m 300 72 l S 72 90 200 40 re f " + TEKST,
        b"/F1 BT Tf Tm 3 TJ (a) 1 2 Td ) >> ]] " + TEKST,
        b"BT /F1 12 Tf 14 TL 72 700 Td (een) Tj T* (twee) ' 1 2 (drie) \" <76696572> Tj ET",
        b"/V1 Do " + TEKST,
        b"",
    ],
    ids=["tekst", "onbekende opdracht", "beeld", "codes", "lijnen", "rommel", "regels", "vorm", "leeg"],
)
def test_instructions_do_the_same(inhoud: bytes) -> None:
    (gewoon, snel), *_rest = beide(blad(inhoud, vormen=b"1 0 0 1 0 -90 cm " + TEKST))

    assert snel == gewoon
    assert bool(snel["tekens"]) is bool(inhoud)


def test_a_form_that_draws_itself_is_drawn_once() -> None:
    (gewoon, snel), *_rest = beide(blad(b"/V1 Do", vormen=TEKST + b" /V1 Do"))

    assert snel == gewoon
    assert "".join(str(teken[0]) for teken in snel["tekens"]) == "Wij lezendit"  # type: ignore[index]


@given(st.lists(st.sampled_from([*TEKST.split(), b"[", b"]", b"<<", b">>", b"(x)", b"-5", b".5", b"q", b"Q", b"Do"])))
def test_instructions_in_any_order_do_the_same(woorden: list[bytes]) -> None:
    inhoud = blad(TEKST + b" " + b" ".join(woorden))

    assert uitkomst(inhoud, is_snel=True) == uitkomst(inhoud, is_snel=False)
