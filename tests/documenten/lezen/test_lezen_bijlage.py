"""A drawing or a scan is what its bytes say, holds nothing else, and a program is told to be one."""

import io
import zipfile
import zlib

import pytest
import typst
from PIL import Image

from passend.documenten.document import (
    BeschadigdBestandError,
    DocumentError,
    GevaarlijkBestandError,
    LeegBestandError,
    OnbekendBestandError,
    TeGrootBestandError,
)
from passend.documenten.lezen.bijlage import GROOTSTE_ZIJDE, MAX_BYTES, read_bijlage, read_meegekomen

GPS = 0x8825


def _plaatje(vorm: str = "PNG", maat: tuple[int, int] = (40, 20), **opties: object) -> bytes:
    uit = io.BytesIO()
    Image.new("RGB", maat, "orange").save(uit, format=vorm, **opties)
    return uit.getvalue()


def _zip() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as doos:
        doos.writestr("a.exe", "x")
    return uit.getvalue()


@pytest.mark.parametrize(("vorm", "extensie"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "png")])
def test_picture_is_written_anew(vorm: str, extensie: str) -> None:
    bijlage = read_bijlage(_plaatje(vorm), is_pdf_goed=False)

    assert bijlage.extensie == extensie
    assert Image.open(io.BytesIO(bijlage.inhoud)).size == (40, 20)


def test_place_where_a_photo_was_taken_stays_out_and_so_does_what_hangs_behind_it() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Telefoon van thuis"
    foto = _plaatje("JPEG", exif=exif) + b"<script>alert(1)</script>"
    assert b"Telefoon van thuis" in foto

    bijlage = read_bijlage(foto, is_pdf_goed=False)

    assert b"Telefoon" not in bijlage.inhoud
    assert b"script" not in bijlage.inhoud
    assert GPS not in Image.open(io.BytesIO(bijlage.inhoud)).getexif()


def test_large_photo_is_made_small_enough_for_a_screen() -> None:
    bijlage = read_bijlage(_plaatje("JPEG", (4000, 1000)), is_pdf_goed=False)

    assert Image.open(io.BytesIO(bijlage.inhoud)).size == (GROOTSTE_ZIJDE, 500)


def test_scan_as_pdf_is_kept_where_that_is_good() -> None:
    pdf = typst.compile(b"Getekend", format="pdf")

    assert read_bijlage(pdf, is_pdf_goed=True).inhoud == pdf
    with pytest.raises(OnbekendBestandError, match="Kies een foto of plaatje van de tekening"):
        read_bijlage(pdf, is_pdf_goed=False)


@pytest.mark.parametrize(
    ("inhoud", "soort", "zin"),
    [
        (b"", LeegBestandError, "Dit bestand is leeg"),
        (b"MZ\x90\x00 programma", GevaarlijkBestandError, "een programma of een webpagina"),
        (b"\x7fELF programma", GevaarlijkBestandError, "een programma of een webpagina"),
        (b"#!/bin/sh\nrm", GevaarlijkBestandError, "een programma of een webpagina"),
        (b"<svg onload='x'></svg>", GevaarlijkBestandError, "een programma of een webpagina"),
        (b"\n <html><script></script></html>", GevaarlijkBestandError, "een programma of een webpagina"),
        (_zip(), GevaarlijkBestandError, "een programma of een webpagina"),
        (b"\x00\x00\x00\x18ftypheic....", OnbekendBestandError, "HEIC"),
        (b"Lieve juf", OnbekendBestandError, "geen bestand dat hier past"),
        (_plaatje()[:60], BeschadigdBestandError, "beschadigd"),
        (b"\x89PNG\r\n\x1a\n" + b"MZ" * 20, BeschadigdBestandError, "beschadigd"),
        (b"%PDF-1.7 niets", BeschadigdBestandError, "beschadigd"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * MAX_BYTES, TeGrootBestandError, "groter dan 10 MB"),
        (_plaatje("PNG", (9000, 9000)), TeGrootBestandError, "te veel punten"),
    ],
    ids=["leeg", "exe", "elf", "sh", "svg", "html", "zip", "heic", "tekst", "af", "schijn", "pdf", "groot", "bom"],
)
def test_what_is_no_picture_is_refused_with_a_sentence(inhoud: bytes, soort: type[DocumentError], zin: str) -> None:
    with pytest.raises(soort, match=zin):
        read_bijlage(inhoud, is_pdf_goed=True)


def test_pdf_with_a_program_in_it_is_refused() -> None:
    objecten = (
        b"<</Type/Catalog/Pages 2 0 R/Names<</JavaScript<</Names[(a) 4 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        b"<</S/JavaScript/JS(app.alert\\(1\\))>>",
    )
    pdf = b"%PDF-1.7\n" + b"".join(b"%d 0 obj%s endobj\n" % (nr, een) for nr, een in enumerate(objecten, start=1))
    pdf += b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"

    with pytest.raises(GevaarlijkBestandError, match="een programma of een ander bestand verstopt"):
        read_bijlage(pdf, is_pdf_goed=True)


def _pdf(catalogus: bytes, *meer: bytes) -> bytes:
    """A PDF of one page with something in its catalogue, and more objects from number 4 on."""
    pagina = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    objecten = (b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogus, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", pagina, *meer)
    pdf = b"%PDF-1.7\n" + b"".join(b"%d 0 obj%s endobj\n" % (nr, een) for nr, een in enumerate(objecten, start=1))
    return pdf + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objecten) + 1)


def _stroom(inhoud: bytes, soort: bytes = b"") -> bytes:
    ingepakt = zlib.compress(inhoud, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (soort, len(ingepakt), ingepakt)


@pytest.mark.parametrize(
    "pdf",
    [
        _pdf(b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        _pdf(b"/OpenAction<</S/J#61vaScript/J#53 4 0 R>>", _stroom(b"app.alert(1)")),
        _pdf(b"/OpenAction 5 0 R", _stroom(b"5 0 <</S/Launch/F(calc.exe)>>", b"/Type/ObjStm/N 1/First 4")),
        _pdf(b"/Names<</EmbeddedFiles 4 0 R>>", b"<<>>"),
    ],
    ids=["opens", "written otherwise", "packed", "along"],
)
def test_pdf_that_runs_something_when_it_opens_is_refused(pdf: bytes) -> None:
    with pytest.raises(GevaarlijkBestandError, match="een programma of een ander bestand verstopt"):
        read_bijlage(pdf, is_pdf_goed=True)


def test_pdf_that_unpacks_without_end_is_refused() -> None:
    nullen = bytes(64 * 1024 * 1024)
    pdf = _pdf(b"", *[_stroom(nullen)] * 7)

    with pytest.raises(TeGrootBestandError, match="uitgepakt veel te groot"):
        read_bijlage(pdf, is_pdf_goed=True)


def test_pdf_with_words_about_programs_and_a_broken_part_is_a_scan() -> None:
    pdf = _pdf(b"/OpenAction[3 0 R/Fit]", _stroom(b"(JavaScript)Tj stream\n"), b"<</Filter/Fl>>stream\nstuk\nendstream")

    assert read_bijlage(pdf, is_pdf_goed=True).inhoud == pdf


def _woord(*delen: tuple[str, str]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as doos:
        for naam, inhoud in (("word/document.xml", "<w:document xmlns:w='w'/>"), *delen):
            doos.writestr(naam, inhoud)
    return uit.getvalue()


def _odt(*delen: tuple[str, str]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as doos:
        for naam, inhoud in (("mimetype", "odt"), ("content.xml", "<a/>"), *delen):
            doos.writestr(naam, inhoud)
    return uit.getvalue()


def _banden(doel: str) -> tuple[str, str]:
    soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    return "word/_rels/settings.xml.rels", f"<R><r Type='{soort}' Target='{doel}' TargetMode='External'/></R>"


@pytest.mark.parametrize(
    ("inhoud", "extensie"),
    [
        (_plaatje(), "png"),
        (_woord(), "docx"),
        (_woord(_banden("file:///S:/school.dotx")), "docx"),
        (_odt(), "odt"),
        ("Verzuim: één keer.".encode(), "txt"),
        ("Verzuim: één keer.".encode("cp1252"), "txt"),
    ],
    ids=["picture", "word", "word with a template of the school", "odt", "text", "old text"],
)
def test_what_another_school_sent_along_is_what_its_bytes_say(inhoud: bytes, extensie: str) -> None:
    bijlage = read_meegekomen(inhoud)

    assert bijlage.extensie == extensie
    if extensie == "txt":
        assert bijlage.inhoud.decode() == "Verzuim: één keer."


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (b"", LeegBestandError),
        (b"<html><script>alert(1)</script></html>", GevaarlijkBestandError),
        (b"\xef\xbb\xbf<html><script>alert(1)</script></html>", OnbekendBestandError),
        (b"MZ\x90\x00\x03", GevaarlijkBestandError),
        (b"{\\rtf1 tekst}", OnbekendBestandError),
        (b"\x00\x01\x02 niets", OnbekendBestandError),
        (_zip(), OnbekendBestandError),
        (_zip()[:40], BeschadigdBestandError),
        (_woord(("word/vbaProject.bin", "x")), GevaarlijkBestandError),
        (_woord(("word/embeddings/a.bin", "x")), GevaarlijkBestandError),
        (_woord(_banden("https://elders.example/a.dotm")), GevaarlijkBestandError),
        (_odt(("Basic/Standard/M.xml", "<a/>")), GevaarlijkBestandError),
        (b"PK\x03\x04" + b"x" * MAX_BYTES, TeGrootBestandError),
    ],
    ids=["leeg", "html", "html2", "exe", "rtf", "ruis", "zip", "af", "macro", "inbed", "sjabloon", "basic", "groot"],
)
def test_what_another_school_sent_along_and_is_not_safe_is_refused(inhoud: bytes, soort: type[DocumentError]) -> None:
    with pytest.raises(soort):
        read_meegekomen(inhoud)
