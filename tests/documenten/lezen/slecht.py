"""Files that are broken, locked, too large or built to do harm; made when a test asks for them."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

VOORBEELDEN = Path(__file__).resolve().parents[2] / "samples"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MEGABYTE = 1024 * 1024


def voorbeeld(naam: str) -> bytes:
    """The bytes of a sample."""
    return (VOORBEELDEN / naam).read_bytes()


def _bewaar(pdf: pikepdf.Pdf, **opties: object) -> bytes:
    uit = io.BytesIO()
    pdf.save(uit, **opties)
    return uit.getvalue()


def pdf_met_wachtwoord(*, gebruiker: str = "geheim") -> bytes:
    """A PDF that opens only with a password; with an empty one it only forbids changes."""
    with pikepdf.open(io.BytesIO(voorbeeld("wilgenboom-rooster.pdf"))) as pdf:
        return _bewaar(pdf, encryption=pikepdf.Encryption(owner="eigenaar", user=gebruiker))


def pdf_van_2000_bladzijden() -> bytes:
    """More pages than a profile has."""
    pdf = pikepdf.new()
    for _nummer in range(2000):
        pdf.add_blank_page()
    return _bewaar(pdf)


def pdf_zonder_tekst() -> bytes:
    """A scan: a picture of a page."""
    uit = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(uit, "PDF")
    return uit.getvalue()


def pdf_met_bom(opdracht: bytes = b"0 0 m 9 9 l S\n", megabytes: int = 300) -> bytes:
    """One page whose drawing inflates to hundreds of megabytes."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pers = zlib.compressobj(9)
    stuk = opdracht * (MEGABYTE // len(opdracht))
    ingepakt = b"".join(pers.compress(stuk) for _keer in range(megabytes)) + pers.flush()
    pdf.pages[0].Contents = pikepdf.Stream(pdf, ingepakt, Filter=pikepdf.Name.FlateDecode)
    return _bewaar(pdf)


def pdf_met_vormen_in_vormen() -> bytes:
    """A drawing that draws another ten times, which draws another ten times, and so on."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    vorm = pikepdf.Stream(pdf, b"0 0 m 9 9 l S ")
    for _laag in range(9):
        vorm.Type, vorm.Subtype, vorm.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 100, 100]
        buiten = pikepdf.Stream(pdf, b"/V Do " * 10)
        buiten.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(V=pdf.make_indirect(vorm)))
        vorm = buiten
    pdf.pages[0].Contents, pdf.pages[0].obj.Resources = vorm, vorm.Resources
    return _bewaar(pdf)


def pdf_met_reuzenblad() -> bytes:
    """A page that says it is hundreds of kilometres wide, with a line across it."""
    uit = io.BytesIO()
    blad = Canvas(uit, pagesize=(1e9, 1e9))
    blad.drawString(50, 50, "Een bladzijde zonder einde, en verder niets")
    blad.line(0, 0, 1e9, 0)
    blad.save()
    return uit.getvalue()


def pdf_zonder_einde() -> bytes:
    """All pages, but the last lines of the file did not arrive: nobody can know what else did not."""
    inhoud = voorbeeld("wilgenboom-randloos.pdf")
    return inhoud[: inhoud.rindex(b"startxref")]


def pdf_met_kringverwijzing() -> bytes:
    """A page tree that is its own child."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


def pdf_met_veel_lijnen() -> bytes:
    """A page full of ruling lines, to keep a table finder busy."""
    uit = io.BytesIO()
    blad = Canvas(uit)
    for nummer in range(3000):
        blad.line(10 + nummer % 500, 10, 10 + nummer % 500, 800)
        blad.line(10, 10 + nummer % 700, 580, 10 + nummer % 700)
    blad.drawString(50, 50, "Een bladzijde vol lijnen, en verder niets")
    blad.save()
    return uit.getvalue()


def _zip(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def _word(romp: str, *, vooraf: str = "") -> bytes:
    xml = f'<?xml version="1.0"?>{vooraf}<w:document xmlns:w="{W}"><w:body>{romp}</w:body></w:document>'
    return _zip({"word/document.xml": xml.encode()})


def docx_met_bom() -> bytes:
    """A hundred kilobytes that inflate to a hundred megabytes."""
    return _zip({"word/document.xml": b"<w:p/>" * (17 * MEGABYTE)})


def docx_met_bom_in_relaties() -> bytes:
    """The same, hidden in another member."""
    return _zip({"word/document.xml": b"<a/>", "word/_rels/document.xml.rels": b" " * (100 * MEGABYTE)})


def docx_met_entiteit_van_buiten() -> bytes:
    """A document that wants to read a file of the machine."""
    vooraf = '<!DOCTYPE d [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    return _word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", vooraf=vooraf)


def docx_met_miljard_keer_lachen() -> bytes:
    """Entities of entities of entities."""
    lagen = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return _word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", vooraf=f'<!DOCTYPE d [<!ENTITY l0 "ha">{lagen}]>')


def docx_met_entiteit_in_utf16() -> bytes:
    """The same in an encoding in which the words of the declaration do not stand as plain bytes."""
    xml = (
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    )
    return _zip({"word/document.xml": xml.encode("utf-16")})


def docx_met_diepe_nesting() -> bytes:
    """Elements in elements in elements."""
    return _word("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000)


def docx_met_kapotte_xml() -> bytes:
    """XML that stops halfway."""
    return _zip({"word/document.xml": b"<w:document><w:body>"})


def docx_zonder_romp() -> bytes:
    """XML that is no document."""
    return _zip({"word/document.xml": b"<a/>"})


def zip_van_duizenden_delen() -> bytes:
    """An archive of very many members."""
    return _zip({f"word/{nummer}.xml": b"" for nummer in range(3000)} | {"word/document.xml": b"<a/>"})


def rekenblad() -> bytes:
    """An Excel file."""
    return _zip({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def zip_met_fotos() -> bytes:
    """A zip of other things, called a Word document."""
    return _zip({"vakantie/1.jpg": b"\xff\xd8\xff", "vakantie/2.jpg": b"\xff\xd8\xff"})


def foto(soort: str) -> bytes:
    """A photo."""
    uit = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(uit, soort)
    return uit.getvalue()


def willekeurig(aantal: int = 60_000) -> bytes:
    """Bytes without meaning, the same ones every time."""
    getal, uit = 12345, bytearray()
    for _nummer in range(aantal):
        getal = (1103515245 * getal + 12345) % 2**31
        uit.append(getal >> 16 & 255)
    return bytes(uit)


type Maker = Callable[[], bytes]
SLECHT: dict[str, tuple[str, Maker, str]] = {
    "pdf met wachtwoord": ("profiel.pdf", pdf_met_wachtwoord, "Deze PDF heeft een wachtwoord."),
    "pdf van 2000 bladzijden": ("profiel.pdf", pdf_van_2000_bladzijden, "Deze PDF heeft 2000 bladzijden."),
    "half pdf": ("p.pdf", lambda: voorbeeld("wilgenboom-rooster.pdf")[:20_000], "Deze PDF is beschadigd"),
    "begin van pdf": ("p.pdf", lambda: voorbeeld("wilgenboom-rooster.pdf")[:300], "Deze PDF is beschadigd"),
    "pdf in een kring": ("profiel.pdf", pdf_met_kringverwijzing, "Deze PDF is beschadigd"),
    "scan": ("scan.pdf", pdf_zonder_tekst, "In deze PDF staat geen tekst"),
    "pdf zonder einde": ("profiel.pdf", pdf_zonder_einde, "Deze PDF is beschadigd of niet helemaal overgekomen."),
    "pdf-bom": ("profiel.pdf", pdf_met_bom, "Dit bestand kost te veel tijd of geheugen"),
    "pdf-bom van vlakken": ("p.pdf", lambda: pdf_met_bom(b"q ", 60), "Dit bestand kost te veel tijd of geheugen"),
    "pdf-bom van wit": ("profiel.pdf", lambda: pdf_met_bom(b" ", 600), "Dit bestand kost te veel tijd of geheugen"),
    "vormen in vormen": ("profiel.pdf", pdf_met_vormen_in_vormen, "Dit bestand kost te veel tijd of geheugen"),
    "docx-bom": ("profiel.docx", docx_met_bom, "Dit bestand pakt uit tot iets veel groters"),
    "docx-bom in relaties": ("profiel.docx", docx_met_bom_in_relaties, "Dit bestand"),
    "entiteit van buiten": ("profiel.docx", docx_met_entiteit_van_buiten, "Dit bestand verwijst naar iets buiten"),
    "miljard keer lachen": ("profiel.docx", docx_met_miljard_keer_lachen, "Dit bestand verwijst naar iets buiten"),
    "entiteit in utf-16": ("profiel.docx", docx_met_entiteit_in_utf16, "Dit bestand verwijst naar iets buiten"),
    "diepe nesting": ("profiel.docx", docx_met_diepe_nesting, "Dit bestand is beschadigd"),
    "kapotte xml": ("profiel.docx", docx_met_kapotte_xml, "Dit bestand is beschadigd"),
    "geen romp": ("profiel.docx", docx_zonder_romp, "Dit bestand is beschadigd"),
    "half docx": ("p.docx", lambda: voorbeeld("wilgenboom-rooster.docx")[:9000], "Dit bestand is beschadigd"),
    "duizenden delen": ("profiel.docx", zip_van_duizenden_delen, "Dit bestand bestaat uit te veel losse delen"),
    "rekenblad": ("profiel.xlsx", rekenblad, "Dit is geen Word- of ODT-document."),
    "zip met foto's": ("profiel.docx", zip_met_fotos, "Dit is geen Word- of ODT-document."),
    "oud word": (
        "profiel.doc",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),
        "Dit is een Word-bestand van",
    ),
    "jpeg": ("profiel.jpg", lambda: foto("JPEG"), "Dit is een foto of plaatje."),
    "png": ("profiel.pdf", lambda: foto("PNG"), "Dit is een foto of plaatje."),
    "willekeurig als pdf": ("profiel.pdf", willekeurig, "Dit is geen tekst die te lezen is"),
    "willekeurig als docx": ("profiel.docx", willekeurig, "Dit is geen tekst die te lezen is"),
    "willekeurig als txt": ("profiel.txt", willekeurig, "Dit is geen tekst die te lezen is"),
    "willekeurig na pdf-begin": ("p.pdf", lambda: b"%PDF-1.7\n" + willekeurig(), "Deze PDF is beschadigd"),
    "willekeurig na zip-begin": ("p.docx", lambda: b"PK\x03\x04" + willekeurig(), "Dit bestand is beschadigd"),
    "leeg": ("profiel.txt", lambda: b"", "Dit bestand is leeg."),
    "alleen wit": ("profiel.txt", lambda: b" \r\n\t\n" * 50, "Dit bestand is leeg."),
    "te groot": ("profiel.txt", lambda: bytes(50 * MEGABYTE + 1), "Dit bestand is groter dan 50 MB."),
    "eindeloze regel": ("profiel.txt", lambda: b"ja " * 200_000, "Deze tekst is te lang"),
    "lange tekst": ("profiel.txt", lambda: b"wij rekenen en lezen\n" * 7_000, "Dit document is veel langer"),
    "lange tabel": ("profiel.txt", lambda: b"Aanbod\tPeriode\tWie\n" * 1_200, "Dit document is veel langer"),
    "alleen een merk van utf-16": ("profiel.txt", lambda: b"\xff\xfe", "Dit bestand is leeg"),
    "foto van een telefoon": ("profiel.pdf", lambda: b"\x00\x00\x00\x24ftypheic" + bytes(99), "Dit is een foto"),
    "foto van een website": ("profiel.pdf", lambda: b"\x00\x00\x00\x20ftypavif" + bytes(99), "Dit is een foto"),
    "eindeloze tekst": ("profiel.txt", lambda: b"een regel\n" * 300_000, "Deze tekst is te lang"),
}
