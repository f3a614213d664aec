"""What a Word or ODT document holds, whatever program and whatever habit made it."""

import io
import zipfile

import pytest
from odfdo import Document as Odf
from odfdo import Paragraph, Table

from passend.documenten.document import Afbeelding, Cel, Regel, Rooster
from passend.documenten.lezen import read_document

RUIMTEN = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def _docx(romp: str, relaties: str = "", **delen: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        archief.writestr("word/document.xml", f"<w:document {RUIMTEN}><w:body>{romp}</w:body></w:document>")
        for naam, inhoud in delen.items():
            archief.writestr(f"word/{naam}.xml", f"<w:deel {RUIMTEN}>{inhoud}</w:deel>")
        archief.writestr("word/_rels/document.xml.rels", f"<Relationships>{relaties}</Relationships>")
    return uit.getvalue()


def _p(*stukken: str) -> str:
    return f"<w:p>{''.join(stukken)}</w:p>"


def _r(tekst: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def _tabel(*rijen: tuple[str, ...]) -> str:
    cellen = ("".join(f"<w:tc>{cel}</w:tc>" for cel in rij) for rij in rijen)
    return f"<w:tbl>{''.join(f'<w:tr>{rij}</w:tr>' for rij in cellen)}</w:tbl>"


def _rooster(inhoud: bytes) -> tuple[tuple[Cel, ...], ...]:
    (rooster,) = [blok for blok in read_document(inhoud, "p.docx").blokken if isinstance(blok, Rooster)]
    return rooster.rijen


def _teksten(inhoud: bytes) -> list[str]:
    return [blok.tekst for blok in read_document(inhoud, "p.docx").blokken if isinstance(blok, Regel)]


def test_text_in_content_controls_and_kept_changes_is_text_and_removed_text_is_not() -> None:
    romp = (
        f"<w:sdt><w:sdtContent>{_p(_r('Naam: '), _r('De Boomhut'))}</w:sdtContent></w:sdt>"
        f"{_p(_r('Wij '), '<w:ins>' + _r('zijn ') + '</w:ins>', '<w:del>' + _r('waren ') + '</w:del>', _r('open.'))}"
    )

    assert _teksten(_docx(romp)) == ["Naam: De Boomhut", "Wij zijn open."]


def test_line_breaks_tabs_and_hyphens_inside_a_paragraph_are_kept() -> None:
    romp = _p(
        _r("Datum"), "<w:r><w:tab/></w:r>", _r("1"), "<w:r><w:br/></w:r>", _r("IB"), "<w:r><w:noBreakHyphen/></w:r>"
    )

    assert _teksten(_docx(romp)) == ["Datum\t1", "IB-"]


def _oud_vakje(stand: str) -> str:
    return f"<w:p><w:r><w:fldChar><w:ffData><w:checkBox>{stand}</w:checkBox></w:ffData></w:fldChar></w:r></w:p>"


def _vakje(stand: str) -> str:
    vakje = f'<w14:checkbox><w14:checked w14:val="{stand}"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{vakje}</w:sdtPr><w:sdtContent/></w:sdt>"


@pytest.mark.parametrize(
    ("cel", "stand"),
    [
        (_vakje("1"), True),
        (_vakje("0"), False),
        (_oud_vakje("<w:checked/>"), True),
        (_oud_vakje('<w:default w:val="0"/>'), False),
        ("<w:p><w:r><w:t>x</w:t></w:r></w:p>", None),
    ],
)
def test_a_checkbox_in_a_cell_has_its_state_in_new_and_in_old_documents(cel: str, stand: object) -> None:
    rijen = _rooster(_docx(_tabel((_p(_r("Lift")), cel))))

    assert [gevonden.is_aangevinkt for gevonden in rijen[0]] == [None, stand]


@pytest.mark.parametrize(
    ("lettertype", "code", "teken"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FE", "☒"),
        ("Wingdings", "f0a8", "☐"),
        ("Wingdings 2", "F052", "☒"),
        ("Wingdings 2", "F0A3", "☐"),
        ("Webdings", "F061", "✓"),
        ("Symbol", "F0D6", "√"),
        ("Wingdings 2", "F0F0", "\ufffd"),
        ("Wingdings", "F041", "\ufffd"),
        ("Wingdings 3", "F050", "\ufffd"),
        ("", "geen", "\ufffd"),
    ],
)
def test_a_symbol_in_a_cell_is_a_mark_or_a_box_only_when_it_is_known(lettertype: str, code: str, teken: str) -> None:
    symbool = f'<w:p><w:r><w:sym w:font="{lettertype}" w:char="{code}"/></w:r></w:p>'

    assert _rooster(_docx(_tabel((symbool,))))[0][0].tekst == teken


@pytest.mark.parametrize(
    ("lettertype", "tekst", "teken"),
    [
        ("Wingdings", "þ", "☒"),
        ("Wingdings", "ü", "✓"),
        ("Wingdings", "o", "☐"),
        ("Wingdings", "q", "☐"),
        ("Wingdings", "\uf0fe", "☒"),
        ("Wingdings 2", "£", "☐"),
        ("Wingdings", "A", "\ufffd"),
        ("Wingdings", "☒", "☒"),
        ("Wingdings", "Rots en Water", "Rots en Water"),
        ("Arial", "o", "o"),
    ],
)
def test_a_letter_typed_in_a_symbol_font_is_the_picture_it_shows(lettertype: str, tekst: str, teken: str) -> None:
    letters = f'<w:r><w:rPr><w:rFonts w:ascii="{lettertype}"/></w:rPr><w:t>{tekst}</w:t></w:r>'

    assert _rooster(_docx(_tabel((f"<w:p>{letters}</w:p>",))))[0][0].tekst == teken


def test_an_unknown_symbol_before_a_sentence_is_a_bullet() -> None:
    assert _teksten(_docx(_p('<w:r><w:sym w:font="Wingdings" w:char="F041"/></w:r>', _r(" rust")))) == ["• rust"]


def test_a_cell_over_two_columns_takes_two() -> None:
    breed = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + _p(_r("Kop"))

    assert [cel.tekst for cel in _rooster(_docx(_tabel((breed, _p(_r("Eind"))))))[0]] == ["Kop", "", "Eind"]


def test_headings_lists_links_and_pictures_are_told() -> None:
    romp = (
        '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Visie</w:t></w:r></w:p>'
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>een punt</w:t></w:r></w:p>"
        '<w:p><w:hyperlink r:id="r1"><w:r><w:t>schoolgids</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" descr="De structuur"/></wp:inline></w:drawing></w:r></w:p>'
    )
    relatie = '<Relationship Id="r1" Target="https://boomhut.example/gids" TargetMode="External"/>'

    document = read_document(_docx(romp, relatie), "p.docx")

    assert [(blok.tekst, blok.stijl) for blok in document.blokken if isinstance(blok, Regel)][:2] == [
        ("Visie", "kop2"),
        ("een punt", "lijst"),
    ]
    assert [(link.url, link.tekst) for link in document.links] == [("https://boomhut.example/gids", "schoolgids")]
    assert [blok.alt for blok in document.blokken if isinstance(blok, Afbeelding)] == ["De structuur"]


def test_an_odt_document_gives_its_paragraphs_headings_and_cells() -> None:
    odf = Odf("text")
    odf.body.clear()
    odf.body.append(Paragraph("Een alinea."))
    tabel = Table("T", width=2, height=2)
    tabel.set_values([["Lift", "x"], ["Tilllift", None]])
    odf.body.append(tabel)
    uit = io.BytesIO()
    odf.save(uit)

    document = read_document(uit.getvalue(), "p.odt")

    assert [blok.tekst for blok in document.blokken if isinstance(blok, Regel)] == ["Een alinea."]
    (rooster,) = [blok for blok in document.blokken if isinstance(blok, Rooster)]
    assert [[cel.tekst for cel in rij] for rij in rooster.rijen] == [["Lift", "x"], ["Tilllift", ""]]


def test_words_beside_the_text_are_kept_once_and_told_apart() -> None:
    kader = f"<w:r><w:pict><w:txbxContent>{_p(_r('In een kader'))}</w:txbxContent></w:pict></w:r>"
    koptekst = _p(_r("De Wilgenboom"))

    document = read_document(
        _docx(
            _p(_r("Visie"), kader),
            header1=koptekst,
            header2=koptekst,
            footer1=_p(_r("12")) + _p(_r("Versie van mei")),
            footnotes=_p(_r("Zie de schoolgids")),
        ),
        "p.docx",
    )

    assert [(blok.tekst, blok.stijl) for blok in document.blokken if isinstance(blok, Regel)] == [
        ("Visie", "alinea"),
        ("In een kader", "los"),
        ("Versie van mei", "los"),
        ("Zie de schoolgids", "los"),
        ("De Wilgenboom", "los"),
    ]
