"""Documents hang in many places of a transfer file, each packed; each comes out once, and ours go in packed."""

import base64
import io
import zipfile

import pytest
from tests.factories.oso import maak_popo_met

from passend.uitwisseling.oso.bijlagen import bijlagen_van, pak_in
from passend.uitwisseling.oso.bouwstenen import Document
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.oso.schrijven import schrijf_oso


def _document(naam: str, inhoud: str, omschrijving: str | None = None) -> Document:
    return Document(bestandsnaam=naam, omschrijving=omschrijving, bestandsinhoud=inhoud)


def test_documents_are_found_wherever_they_hang_and_once() -> None:
    plan, los = pak_in("plan.txt", b"Plan."), base64.b64encode(b"Los.").decode()
    documenten = (
        _document("plan.txt", plan, "Handelingsplan"),
        _document("plan.txt", plan, "Handelingsplan"),
        _document("los.txt", los),
    )

    opgave = maak_opgave(lees_oso(schrijf_oso(maak_popo_met(*documenten))))

    assert [(een.naam, een.titel, een.inhoud) for een in opgave.bijlagen] == [
        ("plan.txt", "Handelingsplan", b"Plan."),
        ("los.txt", "los.txt", b"Los."),
    ]


@pytest.mark.parametrize(
    ("tekst", "inhoud"),
    [("%%%", b""), ("QUJ", b""), (base64.b64encode(b"PK\x03\x04stuk").decode(), b"PK\x03\x04stuk")],
    ids=["no base64", "cut", "a broken archive"],
)
def test_document_that_is_broken_comes_as_it_is(tekst: str, inhoud: bytes) -> None:
    (bijlage,) = bijlagen_van((_document("a", tekst),))

    assert bijlage.inhoud == inhoud


def test_document_that_is_an_archive_itself_stays_whole() -> None:
    doos = io.BytesIO()
    with zipfile.ZipFile(doos, "w") as archief:
        archief.writestr("word/document.xml", "<a/>")
        archief.writestr("b.xml", "<b/>")

    (bijlage,) = bijlagen_van((_document("a.docx", pak_in("a.docx", doos.getvalue())),))

    assert bijlage.inhoud == doos.getvalue()


def test_document_is_packed_the_same_on_any_day() -> None:
    assert pak_in("a.txt", b"Ja.") == pak_in("a.txt", b"Ja.")
