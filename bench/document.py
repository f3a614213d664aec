"""The document everything is measured with: the real one of the region, or else the sample that comes along."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Profiellezing
from passend.begrippen.uitgave import Uitgave
from passend.documenten.document import Document
from passend.documenten.lezen import read_document
from passend.uitwisseling.sop.reader import read_profiel
from passend.uitwisseling.uitgaven import Vorm, maak, uitgave_uit_lezing

WORTEL = Path(__file__).resolve().parents[1]
ECHT = WORTEL.parent / "shared" / "sop" / "palet-2023-2024.txt"
VOORBEELDEN = WORTEL / "tests" / "samples"
VERVANGER = VOORBEELDEN / "wilgenboom-layout.txt"
DAG = date(2026, 9, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proefdocument:
    """One document in three forms; PDF and Word are the product's own, for there are no real ones."""

    naam: str
    tekst: Path
    pdf: Path
    docx: Path
    uitgave: Uitgave

    @property
    def vormen(self) -> dict[str, Path]:
        """The files by kind."""
        return {"tekst": self.tekst, "PDF": self.pdf, "DOCX": self.docx}


def maak_proefdocument(map_: Path) -> Proefdocument:
    """The document, with its PDF and Word in a folder."""
    bron = ECHT if ECHT.exists() else VERVANGER
    uitgave = uitgave_uit_lezing(lees(read_document(bron)), DAG)
    pdf, docx = map_ / "sop.pdf", map_ / "sop.docx"
    pdf.write_bytes(maak(uitgave, Vorm.SOP_PDF))
    docx.write_bytes(maak(uitgave, Vorm.SOP_DOCX))
    naam = "echt document" if bron == ECHT else "voorbeelddocument (het echte is er niet)"
    return Proefdocument(naam=naam, tekst=bron, pdf=pdf, docx=docx, uitgave=uitgave)


def lees(document: Document) -> Profiellezing:
    """What a document says; fast and empty would be no reading, so that is refused here."""
    lezing = read_profiel(document, load_sjablonen(), DAG)
    if not lezing.inhoud.tabellen:
        raise ValueError(f"In {document.naam} is geen enkele tabelrij gelezen.")
    return lezing
