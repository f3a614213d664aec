"""Pages of PDF made instruction by instruction, so that a test knows where everything stands."""

import io
from collections.abc import Callable, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name

from passend.documenten.lezen.pdfbladzijde import Bladzijde, lees_bladzijde
from passend.documenten.lezen.pdfium import open_pdf
from passend.documenten.lezen.pdfwoorden import Plekwoord, woorden_uit

HOOGTE = 842
type Lettermaker = Callable[[pikepdf.Pdf], Dictionary]
type Vormen = Mapping[str, tuple[list[float], bytes]]


def standaardletter(naam: str) -> Dictionary:
    """A typeface that every reader has."""
    letter = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{naam}"))
    if naam == "Helvetica":
        letter.Encoding = Name.WinAnsiEncoding
    return letter


def blad(inhoud: bytes, *, vormen: Vormen | None = None, letter: Lettermaker | None = None, **pagina: object) -> bytes:
    """A PDF of one page with these drawing instructions; F1 is Helvetica or the letter, F2 has check marks.

    Each form is a matrix and its instructions, and all of them can draw each other.
    """
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, HOOGTE))
    eerste = letter(pdf) if letter else standaardletter("Helvetica")
    lettertypen = Dictionary(F1=eerste, F2=standaardletter("ZapfDingbats"))
    bronnen = pdf.make_indirect(Dictionary(Font=lettertypen, XObject=Dictionary()))
    for naam, (matrix, opdrachten) in (vormen or {}).items():
        vorm = pdf.make_indirect(pikepdf.Stream(pdf, opdrachten))
        vorm.Type, vorm.Subtype, vorm.BBox = Name.XObject, Name.Form, [-2000, -2000, 2000, 2000]
        vorm.Matrix, vorm.Resources = Array(matrix), bronnen
        bronnen.XObject[f"/{naam}"] = vorm
    pdf.pages[0].obj.Resources = bronnen
    pdf.pages[0].Contents = pikepdf.Stream(pdf, inhoud)
    for naam, waarde in pagina.items():
        pdf.pages[0].obj[f"/{naam}"] = waarde
    return bewaar(pdf)


def bewaar(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a document."""
    uit = io.BytesIO()
    pdf.save(uit)
    return uit.getvalue()


def lees(inhoud: bytes, nummer: int = 1) -> Bladzijde:
    """A page as it is read."""
    with open_pdf(inhoud) as pdf:
        return lees_bladzijde(pdf, nummer)


def woorden(inhoud: bytes) -> dict[str, Plekwoord]:
    """The words of the first page."""
    return {woord.tekst: woord for woord in woorden_uit(lees(inhoud).tekens)}
