"""Word documents with real styles: headings, lists, tables with a repeating header row, page numbers, in Dutch."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from passend.documenten.zetten.kleuren import Kleuren, kleuren_van
from passend.documenten.zetten.woorden import schoon

LETTER: Final = "Calibri"
LET_OP: Final = "⚠ "
_STIL: Final = RGBColor(0x55, 0x60, 0x6E)
_AMBER: Final = RGBColor(0x8A, 0x4B, 0x00)
_INKT: Final = RGBColor(0x1D, 0x27, 0x33)


class Woorddocument:
    """A document under construction."""

    def __init__(self, *, titel: str, school: str, dag: date, kleur: str) -> None:
        self.kleuren: Kleuren = kleuren_van(kleur)
        self._doc = Document()
        self._zet_eigenschappen(schoon(titel), schoon(school), dag)
        self._zet_stijlen()
        self._zet_voet(schoon(f"{titel} · {school}" if school not in titel else titel))

    def als_bytes(self) -> bytes:
        """The file."""
        doel = io.BytesIO()
        self._doc.save(doel)
        return doel.getvalue()

    def kop(self, tekst: str, niveau: int) -> None:
        """A heading; 0 is the title of the document."""
        self._doc.add_heading(schoon(tekst), niveau)

    def alinea(self, stijl: str = "Normal") -> Any:
        """An empty paragraph to write in."""
        return self._doc.add_paragraph(style=stijl)

    def tekst(self, tekst: str, stijl: str = "Normal") -> None:
        """A paragraph."""
        self._doc.add_paragraph(schoon(tekst), style=stijl)

    def lijst(self, punten: Iterable[str], *, is_genummerd: bool = False) -> None:
        """A list of plain words."""
        for punt in punten:
            self.tekst(punt, "List Number" if is_genummerd else "List Bullet")

    def koppeling(self, alinea: Any, tekst: str, adres: str) -> None:
        """A link at the end of a paragraph."""
        nummer = self._doc.part.relate_to(adres, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        koppeling = OxmlElement("w:hyperlink")
        koppeling.set(qn("r:id"), nummer)
        stuk = alinea.add_run(schoon(tekst), style="Koppeling")
        koppeling.append(stuk._r)  # noqa: SLF001 -- python-docx has no links of its own
        alinea._p.append(koppeling)  # noqa: SLF001 -- idem

    def beeld(self, beeld: bytes, breedte_cm: float, beschrijving: str) -> None:
        """A picture with a description for who cannot see it."""
        vorm = self._doc.add_picture(io.BytesIO(beeld), width=Cm(breedte_cm))
        vorm._inline.docPr.set("descr", schoon(beschrijving))  # noqa: SLF001 -- python-docx has no alt text

    def tabel(self, koppen: Sequence[str], breedtes_cm: Sequence[float]) -> Any:
        """A table with only its header row, which repeats on every page."""
        tabel = self._doc.add_table(rows=1, cols=len(koppen), style="Table Grid")
        tabel.alignment = WD_TABLE_ALIGNMENT.LEFT
        tabel.autofit = False
        for kolom, breedte in zip(tabel.columns, breedtes_cm, strict=True):
            kolom.width = Cm(breedte)
        for cel, kop in zip(tabel.rows[0].cells, koppen, strict=True):
            cel.paragraphs[0].style = "Tabelkop"
            cel.paragraphs[0].add_run(schoon(kop))
            _vul(cel, self.kleuren.tint)
        _merk_rij(tabel.rows[0], "w:tblHeader")
        _zet_randen(tabel)
        self._zet_breedtes(tabel.rows[0], breedtes_cm)
        return tabel

    def rij(self, tabel: Any, breedtes_cm: Sequence[float]) -> list[Any]:
        """A new row that stays on one page; its cells' first paragraphs, to write in."""
        rij = tabel.add_row()
        _merk_rij(rij, "w:cantSplit")
        self._zet_breedtes(rij, breedtes_cm)
        for cel in rij.cells:
            cel.paragraphs[0].style = "Tabeltekst"
        return list(rij.cells)

    def inhoudsopgave(self, titels: Sequence[tuple[int, str]]) -> None:
        """A table of contents: the titles now, the page numbers as soon as Word refreshes its fields."""
        regels = [self.alinea(f"Inhoud {niveau}") for niveau, _ in titels]
        for alinea, (_, titel) in zip(regels, titels, strict=True):
            alinea.add_run(schoon(titel))
        if regels:
            _open_veld(regels[0], 'TOC \\o "1-2" \\h \\z \\u', vooraan=True)
            _sluit_veld(regels[-1])

    def nieuwe_bladzijde(self) -> None:
        """Go on at the next page."""
        self.alinea().add_run().add_break(WD_BREAK.PAGE)

    @staticmethod
    def _zet_breedtes(rij: Any, breedtes_cm: Sequence[float]) -> None:
        for cel, breedte in zip(rij.cells, breedtes_cm, strict=True):
            cel.width = Cm(breedte)

    def _zet_eigenschappen(self, titel: str, school: str, dag: date) -> None:
        eigenschappen = self._doc.core_properties
        eigenschappen.title, eigenschappen.author, eigenschappen.language = titel[:255], school[:255], "nl-NL"
        eigenschappen.created = eigenschappen.modified = datetime(dag.year, dag.month, dag.day, tzinfo=UTC)
        eigenschappen.comments = ""
        blad = self._doc.sections[0]
        blad.page_width, blad.page_height = Cm(21), Cm(29.7)
        blad.left_margin = blad.right_margin = Cm(2.5)
        blad.top_margin, blad.bottom_margin = Cm(2.4), Cm(2.2)

    def _zet_stijlen(self) -> None:
        stijlen = self._doc.styles
        accent = RGBColor.from_string(self.kleuren.accent[1:].upper())
        for taal in stijlen.element.iter(qn("w:lang")):
            taal.set(qn("w:val"), "nl-NL")
        _letter(stijlen["Normal"], 11, _INKT)
        stijlen["Normal"].paragraph_format.space_after = Pt(6)
        stijlen["Normal"].paragraph_format.line_spacing = 1.15
        for naam, grootte, kleur in (
            ("Title", 30, accent),
            ("Heading 1", 20, accent),
            ("Heading 2", 15, _INKT),
            ("Heading 3", 12, _INKT),
        ):
            _letter(stijlen[naam], grootte, kleur, is_vet=True)
            _zonder_thema(stijlen[naam])
        for naam, grootte, kleur in (("Tabeltekst", 10, _INKT), ("Klein", 9, _STIL), ("Leeg", 10, _STIL)):
            stijl = stijlen.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
            stijl.base_style = stijlen["Normal"]
            _letter(stijl, grootte, kleur)
            stijl.paragraph_format.space_before = stijl.paragraph_format.space_after = Pt(2)
        stijlen["Leeg"].font.italic = True
        let_op = stijlen.add_style("Let op", WD_STYLE_TYPE.PARAGRAPH)
        let_op.base_style = stijlen["Normal"]
        _letter(let_op, 11, _AMBER, is_vet=True)
        kop = stijlen.add_style("Tabelkop", WD_STYLE_TYPE.PARAGRAPH)
        kop.base_style = stijlen["Tabeltekst"]
        _letter(kop, 9.5, accent, is_vet=True)
        vast = stijlen.add_style("Vaste tekst", WD_STYLE_TYPE.PARAGRAPH)
        vast.base_style = stijlen["Normal"]
        _vlak(vast, self.kleuren)
        koppeling = stijlen.add_style("Koppeling", WD_STYLE_TYPE.CHARACTER)
        koppeling.font.color.rgb, koppeling.font.underline = accent, True
        for niveau in (1, 2):
            stijl = stijlen.add_style(f"Inhoud {niveau}", WD_STYLE_TYPE.PARAGRAPH)
            stijl.base_style = stijlen["Normal"]
            stijl.paragraph_format.left_indent = Cm(0.7 * (niveau - 1))
            stijl.paragraph_format.space_after = Pt(2)

    def _zet_voet(self, tekst: str) -> None:
        voet = self._doc.sections[0].footer.paragraphs[0]
        voet.style = "Klein"
        voet.add_run(f"{tekst}    pagina ")
        _veld(voet, "PAGE")
        voet.add_run(" van ")
        _veld(voet, "NUMPAGES")


def midden(alinea: Any) -> None:
    """Set a paragraph in the middle."""
    alinea.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _letter(stijl: Any, grootte: float, kleur: RGBColor, *, is_vet: bool = False) -> None:
    stijl.font.name, stijl.font.size, stijl.font.bold = LETTER, Pt(grootte), is_vet or None
    stijl.font.color.rgb = kleur


def _zonder_thema(stijl: Any) -> None:
    """The built-in heading styles name a theme font, which wins from the font that is set."""
    letters = stijl.element.rPr.rFonts
    for kenmerk in [naam for naam in letters.attrib if "Theme" in naam]:
        del letters.attrib[kenmerk]
    for soort in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        letters.set(qn(soort), LETTER)
    for rand in stijl.element.findall(f".//{qn('w:pBdr')}"):
        rand.getparent().remove(rand)


def _element(naam: str, **kenmerken: str) -> Any:
    element = OxmlElement(naam)
    for kenmerk, waarde in kenmerken.items():
        element.set(qn(f"w:{kenmerk}"), waarde)
    return element


def _vlak(stijl: Any, kleuren: Kleuren) -> None:
    eigenschappen = stijl.element.get_or_add_pPr()
    rand = _element("w:pBdr")
    rand.append(_element("w:left", val="single", sz="24", space="8", color=kleuren.vlak[1:]))
    eigenschappen.append(rand)
    eigenschappen.append(_element("w:shd", val="clear", color="auto", fill=kleuren.tint[1:]))


def _vul(cel: Any, kleur: str) -> None:
    cel._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=kleur[1:]))  # noqa: SLF001 -- no shading in python-docx


def _merk_rij(rij: Any, naam: str) -> None:
    rij._tr.get_or_add_trPr().append(_element(naam, val="true"))  # noqa: SLF001 -- no row properties in python-docx


def _zet_randen(tabel: Any) -> None:
    randen = _element("w:tblBorders")
    for kant in ("top", "bottom", "insideH"):
        randen.append(_element(f"w:{kant}", val="single", sz="4", space="0", color="D9D4CA"))
    for kant in ("left", "right", "insideV"):
        randen.append(_element(f"w:{kant}", val="nil"))
    tabel._tbl.tblPr.append(randen)  # noqa: SLF001 -- no borders in python-docx


def _veld(alinea: Any, opdracht: str) -> None:
    _open_veld(alinea, opdracht)
    alinea.add_run("1")
    _sluit_veld(alinea)


def _open_veld(alinea: Any, opdracht: str, *, vooraan: bool = False) -> None:
    begin, instructie, scheiding = (alinea.add_run() for _ in range(3))
    begin._r.append(_element("w:fldChar", fldCharType="begin"))  # noqa: SLF001 -- no fields in python-docx
    woorden = _element("w:instrText")
    woorden.text = f" {opdracht} "
    instructie._r.append(woorden)  # noqa: SLF001 -- idem
    scheiding._r.append(_element("w:fldChar", fldCharType="separate"))  # noqa: SLF001 -- idem
    if vooraan:
        for stuk in (scheiding, instructie, begin):
            eigenschappen = alinea._p.pPr  # noqa: SLF001 -- idem
            eigenschappen.addnext(stuk._r)  # noqa: SLF001 -- idem


def _sluit_veld(alinea: Any) -> None:
    alinea.add_run()._r.append(_element("w:fldChar", fldCharType="end"))  # noqa: SLF001 -- no fields in python-docx
