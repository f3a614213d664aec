"""Tables in a PDF have more than one witness: tags, lines, and the places of words."""

import io

import pikepdf
import pytest
from docx import Document as Word
from reportlab.pdfgen.canvas import Canvas
from tests.golden.lezing import VOORBEELDEN, lees
from tests.uitwisseling.sop.bouw import HAAGLANDEN, PEILDATUM

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Methode, Tabelrij
from passend.documenten.lezen import read_document
from passend.uitwisseling.sop.reader import read_profiel

KOLOMMEN = (50, 200, 400, 440, 540)
KOPPEN = (("Uitgangspunt HGW", 55), ("Op orde", 205), ("In", 410), ("Nog op te", 460))
TWEEDE_KOPREGEL = (("ontwikkeling", 382), ("starten", 460))


def _pdf(kruisjes: list[tuple[str, int]], *, lijnen: bool = True) -> bytes:
    """A page with the table of starting points; each cross at its own place."""
    uit = io.BytesIO()
    blad = Canvas(uit, pagesize=(595, 842))
    for nummer, regel in enumerate(HAAGLANDEN.splitlines()):
        blad.drawString(50, 800 - 14 * nummer, regel)
    rijen = [*KOPPEN], *[[(label, 55), ("X", x)] for label, x in kruisjes]
    for nummer, rij in enumerate(rijen):
        for tekst, x in rij:
            blad.setFont("Helvetica", 8)
            blad.drawString(x, 700 - 30 * nummer, tekst)
        if lijnen:
            blad.line(50, 712 - 30 * nummer, 540, 712 - 30 * nummer)
    for tekst, x in TWEEDE_KOPREGEL:
        blad.drawString(x + 20 if tekst == "ontwikkeling" else x, 689, tekst)
    onder = 712 - 30 * len(rijen)
    if lijnen:
        blad.line(50, onder, 540, onder)
        for x in KOLOMMEN:
            blad.line(x, 712, x, onder)
    blad.save()
    return uit.getvalue()


def _rijen(pdf: bytes) -> tuple[Tabelrij, ...]:
    return read_profiel(read_document(pdf, "profiel.pdf"), load_sjablonen(), PEILDATUM).inhoud.rijen("hgw")


def test_lines_and_places_that_agree_make_a_row_surer() -> None:
    rijen = _rijen(_pdf([("1. Doelgericht werken.", 222), ("3. Onderwijsbehoeften staan centraal.", 475)]))

    assert [(rij.rij, rij.waarde, rij.bron.methode, rij.zekerheid) for rij in rijen] == [
        ("doelgericht", "op_orde", Methode.EENSTEMMIG, 0.99),
        ("onderwijsbehoeften", "nog_op_te_starten", Methode.EENSTEMMIG, 0.99),
    ]


def test_lines_and_places_that_disagree_make_a_row_doubtful_and_the_lines_win() -> None:
    """The cross stands in the wide first column, but far from its heading and right before the second one."""
    rijen = _rijen(
        _pdf([("1. Doelgericht werken.", 222), ("7. Constructieve samenwerking.", 385), ("2. Onbekend.", 480)])
    )

    doelgericht, samenwerking, _eigen = rijen
    assert (doelgericht.waarde, doelgericht.zekerheid) == ("op_orde", 0.99)
    assert (samenwerking.waarde, samenwerking.bron.methode) == ("op_orde", Methode.LIJNEN)
    assert samenwerking.zekerheid < 0.9


def test_tags_tell_the_cells_of_a_table_without_lines_over_pages() -> None:
    rijen = lees(VOORBEELDEN / "wilgenboom-codes.pdf").inhoud.tabellen

    assert {rij.bron.pagina for rij in rijen if rij.tabel == "hgw"} == {2, 3}
    assert [rij.label for rij in rijen if rij.zekerheid < 0.98] == []


@pytest.mark.parametrize("schade", ["kring", "leeg", "vreemd", "diep"])
def test_a_tag_tree_that_makes_no_sense_is_left_aside(schade: str) -> None:
    with pikepdf.open(io.BytesIO(_pdf([("1. Doelgericht werken.", 222)]))) as pdf:
        wortel = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        tabel = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Table))
        kinderen: dict[str, pikepdf.Object] = {
            "kring": pikepdf.Array([wortel, tabel, tabel]),
            "leeg": pikepdf.Array([]),
            "vreemd": pikepdf.Array([pikepdf.String("x"), 7, pikepdf.Dictionary(S=pikepdf.Name.TR, K=3)]),
            "diep": pikepdf.Array([tabel]),
        }
        wortel.K = kinderen[schade]
        tabel.K = pikepdf.Array([tabel, pikepdf.Dictionary(S=pikepdf.Name.TR, K=wortel)])
        pdf.Root.StructTreeRoot = wortel
        uit = io.BytesIO()
        pdf.save(uit)

    assert [rij.waarde for rij in _rijen(uit.getvalue())] == ["op_orde"]


def test_words_below_a_label_in_its_cell_are_a_remark_and_a_cell_with_its_heading_is_marked() -> None:
    word = Word()
    for regel in HAAGLANDEN.splitlines():
        word.add_paragraph(regel)
    tabel = word.add_table(rows=0, cols=4)
    for rij in (
        ("Uitgangspunt HGW", "Op orde", "In ontwikkeling", "Nog op te starten"),
        ("1. Doelgericht werken.\nElk blok in alle groepen", "Op orde", "", ""),
        ("6. Positieve aspecten zijn\nvan belang.", "", "x", ""),
        ("8. Eigen punt\nvan de school", "", "", "x"),
    ):
        for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
            cel.text = tekst
    uit = io.BytesIO()
    word.save(uit)

    rijen = [(rij.rij, rij.label, rij.waarde, rij.opmerking) for rij in _rijen(uit.getvalue())]

    assert rijen == [
        ("doelgericht", "1. Doelgericht werken.", "op_orde", "Elk blok in alle groepen"),
        ("positief", "6. Positieve aspecten zijn van belang.", "in_ontwikkeling", None),
        (None, "8. Eigen punt van de school", "nog_op_te_starten", None),
    ]
