"""The process that reads a stranger's file may be taken over by it; its answer makes nothing but a document."""

import os
import pickle
from pathlib import Path
from typing import Any

import pytest
from tests.factories.paginas import voorbeeld

from passend.documenten.document import BeschadigdBestandError
from passend.documenten.lezen import read_document
from passend.documenten.lezen.bewaakt import lees_antwoord

NAAM = "wilgenboom-rooster.docx"


class _Aanval:
    """What runs a function as soon as it is read."""

    def __init__(self, functie: Any, *waarden: Any) -> None:
        self.stuk = (functie, waarden)

    def __reduce__(self) -> Any:
        return self.stuk


def test_document_and_refusal_come_through_whole() -> None:
    document = read_document(voorbeeld(NAAM), NAAM)

    assert lees_antwoord(pickle.dumps(document)) == document
    assert lees_antwoord(pickle.dumps(("ScanError", "Dit is een scan."))) == ("ScanError", "Dit is een scan.")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_answer_that_would_run_something_is_refused_and_runs_nothing(protocol: int, tmp_path: Path) -> None:
    bewijs = tmp_path / "gelukt"

    with pytest.raises(BeschadigdBestandError, match="Dit bestand is niet te lezen"):
        lees_antwoord(pickle.dumps(_Aanval(os.mkdir, str(bewijs)), protocol))

    assert not bewijs.exists()


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"kapot",
        b"cpassend.documenten.document\nSequence\n.",  # imported there, not made there
        b"cpassend.documenten.document\ndataclass\n.",
        b"cpassend.documenten.document\nDocument.__init__.__globals__\n.",
        b"cbuiltins\neval\n.",
        b"cpassend.documenten.lezen.bewaakt\nsubprocess\n.",
    ],
)
def test_answer_that_names_anything_else_is_refused(inhoud: bytes) -> None:
    with pytest.raises(BeschadigdBestandError):
        lees_antwoord(inhoud)
