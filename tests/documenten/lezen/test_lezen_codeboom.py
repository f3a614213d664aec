"""The tag tree of a PDF, read out of the objects as PDFium writes them."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.documenten.lezen.bladen import bewaar, blad
from tests.documenten.lezen.slecht import VOORBEELDEN

from passend.documenten.document import Rooster
from passend.documenten.lezen.codeboom import lees_codetabellen
from passend.documenten.lezen.codes import Codetabel
from passend.documenten.lezen.pdf import read_pdf
from passend.documenten.lezen.pdfium import open_pdf
from passend.documenten.lezen.pdfobjecten import Objecten, Tekst, Verwijzing

WOORDEN = (b"Gedragsspecialist", b"ja", b"Rekenspecialist", b"nee")
INHOUD = b"".join(
    b"/TD <</MCID %d>> BDC BT /F1 12 Tf %d %d Td (%s) Tj ET EMC "
    % (nummer, 72 + 200 * (nummer % 2), 700 - nummer // 2 * 20, woord)
    for nummer, woord in enumerate(WOORDEN)
)


def element(pdf: pikepdf.Pdf, soort: str, kinderen: object, **meer: object) -> pikepdf.Object:
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{soort}"), K=kinderen, **meer))


def cel(pdf: pikepdf.Pdf, *nummers: int, soort: str = "TD", **meer: object) -> pikepdf.Object:
    return element(pdf, soort, Array(list(nummers)), Pg=pdf.pages[0].obj, **meer)


def tabel(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Two rows of two cells."""
    rijen = [element(pdf, "TR", Array([cel(pdf, nummer), cel(pdf, nummer + 1)])) for nummer in (0, 2)]
    return element(pdf, "Table", Array(rijen))


def met_codes(maak: Callable[[pikepdf.Pdf], pikepdf.Object], *, rollen: Dictionary | None = None) -> bytes:
    """A page of four words, with this tree."""
    with pikepdf.open(io.BytesIO(blad(INHOUD))) as pdf:
        wortel = Dictionary(Type=Name.StructTreeRoot, K=maak(pdf))
        if rollen is not None:
            wortel.RoleMap = rollen
        pdf.Root.StructTreeRoot = pdf.make_indirect(wortel)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        return bewaar(pdf)


def codetabellen(inhoud: bytes) -> list[Codetabel]:
    with open_pdf(inhoud) as pdf:
        assert pdf.heeft_codes()
        return lees_codetabellen(pdf)


def vorm(tabellen: list[Codetabel]) -> list[list[list[tuple[list[int], int, str]]]]:
    """Of each cell its numbers, its width and the words for its pictures."""
    return [[[([n for _p, n in c.plekken], c.breedte, c.alt) for c in rij] for rij in tabel] for tabel in tabellen]


GEWOON = [[[([0], 1, ""), ([1], 1, "")], [([2], 1, ""), ([3], 1, "")]]]


def test_the_cells_of_a_tagged_table_are_read_without_a_line_on_the_page() -> None:
    document = read_pdf(met_codes(tabel), "profiel.pdf", "")

    (rooster,) = [blok for blok in document.blokken if isinstance(blok, Rooster)]
    assert rooster.methode == "codes"
    assert [[deel.tekst for deel in rij] for rij in rooster.rijen] == [
        ["Gedragsspecialist", "ja"],
        ["Rekenspecialist", "nee"],
    ]


def test_tables_are_found_below_other_elements_and_rows_below_parts_of_tables() -> None:
    def maak(pdf: pikepdf.Pdf) -> pikepdf.Object:
        romp = element(pdf, "TBody", Array([element(pdf, "TR", Array([cel(pdf, 2), cel(pdf, 3)]))]))
        kop = element(pdf, "THead", element(pdf, "TR", Array([cel(pdf, 0, soort="TH"), cel(pdf, 1, soort="TH")])))
        return element(
            pdf,
            "Document",
            Array([element(pdf, "P", 9), element(pdf, "Sect", element(pdf, "Table", Array([kop, romp])))]),
        )

    assert vorm(codetabellen(met_codes(maak))) == GEWOON


def test_names_of_a_program_of_its_own_are_mapped() -> None:
    def maak(pdf: pikepdf.Pdf) -> pikepdf.Object:
        boom = tabel(pdf)
        boom.S = Name("/Tabel#20van#20ons")
        return boom

    assert vorm(codetabellen(met_codes(maak, rollen=Dictionary({"/Tabel#20van#20ons": Name.Table})))) == GEWOON


@pytest.mark.parametrize("rollen", [7, "tekst", Array([1])])
def test_names_that_are_mapped_to_nonsense_are_names(rollen: object) -> None:
    with pikepdf.open(io.BytesIO(met_codes(tabel))) as pdf:
        pdf.Root.StructTreeRoot.RoleMap = rollen

        assert vorm(codetabellen(bewaar(pdf))) == GEWOON


def test_wide_cells_empty_cells_and_pictures_with_words_are_told() -> None:
    def maak(pdf: pikepdf.Pdf) -> pikepdf.Object:
        breed = cel(pdf, 0, A=Array([Dictionary(O=Name.Layout), Dictionary(O=Name.Table, ColSpan=2)]))
        beeld = element(pdf, "TD", element(pdf, "Figure", Dictionary(Type=Name.OBJR), Alt="Structureel (één)"))
        leeg = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TD))
        rijen = [element(pdf, "TR", Array([breed])), element(pdf, "TR", Array([leeg, beeld]))]
        return element(pdf, "Table", Array(rijen))

    assert vorm(codetabellen(met_codes(maak))) == [[[([0], 2, "")], [([], 1, ""), ([], 1, "Structureel (één)")]]]


def test_a_tree_that_is_its_own_child_ends() -> None:
    def maak(pdf: pikepdf.Pdf) -> pikepdf.Object:
        kring = element(pdf, "Sect", Array([tabel(pdf)]))
        kring.K.append(kring)
        return kring

    assert GEWOON[0] in vorm(codetabellen(met_codes(maak)))


def test_a_tree_that_is_very_deep_is_given_up() -> None:
    def maak(pdf: pikepdf.Pdf) -> pikepdf.Object:
        boom = tabel(pdf)
        for _laag in range(5000):
            boom = element(pdf, "Div", Array([boom]))
        return boom

    assert codetabellen(met_codes(maak)) == []


@pytest.mark.parametrize("onzin", [3, "tekst", Array([1, 2]), Dictionary()], ids=["getal", "tekst", "rij", "leeg"])
def test_a_tree_that_makes_no_sense_has_no_tables_and_the_words_are_read(onzin: object) -> None:
    with pikepdf.open(io.BytesIO(met_codes(tabel))) as pdf:
        pdf.Root.StructTreeRoot = onzin
        inhoud = bewaar(pdf)

    assert codetabellen(inhoud) == []
    assert [blok.tekst for blok in read_pdf(inhoud, "profiel.pdf", "").blokken if not isinstance(blok, Rooster)] == [
        "Gedragsspecialist ja",
        "Rekenspecialist nee",
    ]


def test_a_tree_in_a_document_that_forbids_changes_is_read() -> None:
    bron = VOORBEELDEN / "wilgenboom-codes.pdf"
    with pikepdf.open(bron) as pdf:
        uit = io.BytesIO()
        pdf.save(uit, encryption=pikepdf.Encryption(owner="eigenaar", user=""))

    tabellen = codetabellen(uit.getvalue())

    assert len(tabellen) > 3
    assert tabellen == codetabellen(bron.read_bytes())


def test_a_document_without_a_mark_but_with_a_tree_is_tagged() -> None:
    with pikepdf.open(io.BytesIO(met_codes(tabel))) as pdf:
        del pdf.Root.MarkInfo
        inhoud = bewaar(pdf)

    assert vorm(codetabellen(inhoud)) == GEWOON


def test_a_document_without_tags_is_not_tagged() -> None:
    with open_pdf(blad(INHOUD)) as pdf:
        assert not pdf.heeft_codes()


def test_objects_come_back_as_they_were() -> None:
    with pikepdf.open(io.BytesIO(blad(INHOUD))) as pdf:
        pdf.Root.Proef = pdf.make_indirect(
            Dictionary(
                Ja=True,
                Nee=False,
                Niets=Array([1, -2, 0.5, -1e-7, Name("/Naam"), Array([]), Dictionary(A=Dictionary(B=3))]),
                Gewoon=pikepdf.String("haakje ( en \\ en ) en\nregel"),
                Vreemd=pikepdf.String("één ☒ 😀"),
                Bytes=pikepdf.String(bytes(range(1, 127)).decode("latin-1")),
                Blad=pdf.pages[0].obj,
            )
        )
        inhoud = bewaar(pdf)

    with open_pdf(inhoud) as open_document:
        objecten = Objecten.van(open_document)
    proef = objecten.bij(objecten.bij(objecten.slot, "/Root"), "/Proef")

    assert (proef["/Ja"], proef["/Nee"]) == (True, False)
    assert proef["/Niets"] == [1, -2, 0.5, pytest.approx(0, abs=1e-6), "/Naam", [], {"/A": {"/B": 3}}]
    assert (proef["/Gewoon"], proef["/Vreemd"]) == ("haakje ( en \\ en ) en\nregel", "één ☒ 😀")
    assert proef["/Bytes"] == bytes(range(1, 127)).decode("latin-1")
    assert isinstance(proef["/Gewoon"], Tekst)
    assert isinstance(proef["/Blad"], Verwijzing)
    assert objecten.bij(proef, "/Blad")["/Type"] == "/Page"
    assert objecten.bij(proef, "/Ergens") is None
    assert objecten.los(Verwijzing(10**6)) is None
