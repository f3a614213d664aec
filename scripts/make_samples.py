"""Make the sample documents of a made-up school in every format; needs LibreOffice for ODT and PDF.

Writes `tests/samples` (documents and what should be read from them) and the Word document of the demo.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pikepdf
from docx import Document
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Cm

WORTEL = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(WORTEL / "src"))

from passend.begrippen.meegeleverd import load_sjablonen  # noqa: E402 -- after the path
from passend.begrippen.sjabloon import (  # noqa: E402
    Figuur,
    Keuze,
    Onderdeel,
    Prozatekst,
    Sectie,
    Sjabloon,
    Tabel,
    VasteTekst,
)

DOEL = WORTEL / "tests" / "samples"
VOORBEELDEN = WORTEL / "src" / "passend" / "cli" / "voorbeelden"
MET_CODES = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
MERKEN = {"kruis": "X", "vakje": "☒", "vink": "✓"}


def rijen_van(sjabloon: Sjabloon, bron: dict[str, Any]) -> dict[str, list[list[str]]]:
    """Per table its rows as lists of words: the label, then the cells (marks as X)."""
    rijen: dict[str, list[list[str]]] = {}
    for tabel in sjabloon.tabellen():
        gegeven = bron[tabel.code]
        if tabel.keuze is Keuze.EEN:
            codes = [kolom.code for kolom in tabel.kolommen]
            rijen[tabel.code] = [
                [rij.label, *("X" if code in str(keus).split("+") else "" for code in codes)]
                for rij, keus in zip(tabel.rijen, gegeven, strict=True)
            ]
        elif tabel.keuze is Keuze.JA_NEE:
            rijen[tabel.code] = [[rij.label, *cellen] for rij, cellen in zip(tabel.rijen, gegeven, strict=True)]
            rijen[tabel.code] += bron.get(f"eigen_{tabel.code}", [])
        else:
            rijen[tabel.code] = gegeven
    return rijen


def verwacht(sjabloon: Sjabloon, rijen: dict[str, list[list[str]]]) -> list[dict[str, Any]]:
    """What should be read from the tables."""
    uit = []
    for tabel in sjabloon.tabellen():
        for label, *cellen in rijen[tabel.code]:
            aan = [kolom.waarde for kolom, cel in zip(tabel.kolommen, cellen, strict=True) if cel == "X"]
            waarde = {Keuze.EEN: aan[0] if len(aan) == 1 else None, Keuze.JA_NEE: cellen[0]}.get(tabel.keuze)
            waarden = {
                kolom.code: (cel == "X") if tabel.keuze is Keuze.EEN else cel
                for kolom, cel in zip(tabel.kolommen, cellen, strict=True)
            }
            uit.append({"tabel": tabel.code, "label": label, "waarde": waarde, "cellen": waarden})
    return uit


def velden_regels(bron: dict[str, Any]) -> list[str]:
    """The general data as lines."""
    velden = bron["velden"]

    def dag(veld: str) -> str:
        jaar, maand, dag_ = velden[veld].split("-")
        return f"{dag_}-{maand}-{jaar}"

    return [
        f"Dit schoolondersteuningsprofiel is vastgesteld voor schooljaar {bron['schooljaar']}",
        f"School Naam : {velden['schoolnaam']}",
        f"Adres : {velden['adres']}",
        f"Telefoon : {velden['telefoon']}",
        f"E-mail : {velden['email']}",
        f"Opgesteld namens directeur en team Datum : {dag('opgesteld_op')}",
        f"Directeur : {velden['directeur']}",
        f"Opgesteld met advies MR Datum : {dag('mr_op')}",
        f"Voorzitter MR : {velden['mr_voorzitter']}",
        f"Vastgesteld door bestuur Datum : {dag('bestuur_op')}",
        f"Voorzitter bestuur : {velden['bestuur_voorzitter']}",
        *bron["links"],
    ]


def kop_van(sectie: Sectie) -> str:
    """The heading as it is printed."""
    return f"{sectie.nummer}. {sectie.titel}" if sectie.nummer else sectie.titel


def maak_docx(sjabloon: Sjabloon, bron: dict[str, Any], merk: str, *, randen: bool) -> Word:
    """The profile as a Word document with headings and tables."""
    word = Document()
    word.core_properties.title = "Schoolondersteuningsprofiel"
    word.add_heading("Schoolondersteuningsprofiel (SOP) Haaglanden", 0)
    rijen = rijen_van(sjabloon, bron)
    for sectie in sjabloon.secties:
        word.add_heading(kop_van(sectie), min(sectie.niveau, 2))
        if sectie.code == "algemeen":
            for regel in velden_regels(bron):
                word.add_paragraph(regel)
        for deel in sectie.onderdelen:
            if isinstance(deel, Tabel):
                word.add_heading(deel.titel, 3)
                _voeg_tabel_toe(word, deel, rijen[deel.code], merk, randen=randen)
            else:
                _voeg_tekst_toe(word, deel, bron)
    return word


def _voeg_tekst_toe(word: Word, deel: Onderdeel, bron: dict[str, Any]) -> None:
    if isinstance(deel, VasteTekst):
        word.add_paragraph(deel.versies[-1].tekst)
    elif isinstance(deel, Prozatekst):
        for alinea in str(bron.get(deel.code, "")).split("\n"):
            if alinea.strip():
                word.add_paragraph(alinea)
    elif isinstance(deel, Figuur):
        word.add_paragraph(deel.titel)


def _voeg_tabel_toe(word: Word, tabel: Tabel, rijen: list[list[str]], merk: str, *, randen: bool) -> None:
    raster = word.add_table(rows=1, cols=1 + len(tabel.kolommen))
    raster.style = "Table Grid" if randen else "Normal Table"
    raster.alignment = WD_TABLE_ALIGNMENT.LEFT
    for cel, kop in zip(raster.rows[0].cells, [tabel.kop, *(kolom.kop for kolom in tabel.kolommen)], strict=True):
        cel.text = kop
    for rij in rijen:
        cellen = raster.add_row().cells
        for cel, tekst in zip(cellen, rij, strict=True):
            cel.text = MERKEN[merk] if tekst == "X" else tekst
    raster.autofit = False
    breed = 7.5 if len(tabel.kolommen) > 1 else 8.5
    raster.columns[0].width = Cm(breed)
    for kolom in list(raster.columns)[1:]:
        kolom.width = Cm((16.5 - breed) / len(tabel.kolommen))
    for rij in raster.rows:
        rij.cells[0].width = Cm(breed)
        for cel in rij.cells[1:]:
            cel.width = Cm((16.5 - breed) / len(tabel.kolommen))


def maak_witruimtetekst(sjabloon: Sjabloon, bron: dict[str, Any]) -> str:
    """Text as one extractor writes it: a space after each cell is all that is left of the columns."""
    rijen = rijen_van(sjabloon, bron)
    uit = [" Schoolondersteuningsprofiel (SOP) Haaglanden ", ""]
    for sectie in sjabloon.secties:
        uit += ["", f"{kop_van(sectie)}  "]
        uit += [f"{regel} " for regel in velden_regels(bron)] if sectie.code == "algemeen" else []
        for deel in sectie.onderdelen:
            if isinstance(deel, VasteTekst):
                uit += [*_breek(deel.versies[-1].tekst), ""]
            elif isinstance(deel, Prozatekst):
                uit += [regel for stuk in str(bron.get(deel.code, "")).split("\n") for regel in _breek(stuk) or [""]]
            elif isinstance(deel, Figuur):
                uit += ["", f"{deel.titel}: "]
            elif isinstance(deel, Tabel):
                uit += [f"{deel.titel} ", "", " ".join([deel.kop, *(k.kop for k in deel.kolommen)]) + "  "]
                for label, *cellen in rijen[deel.code]:
                    uit += [*_breek(label, 52)[:-1], f"{_breek(label, 52)[-1]}{''.join(f'{c} ' for c in cellen)}", ""]
    return "\n".join(uit)


def _breek(tekst: str, breedte: int = 110) -> list[str]:
    regels: list[str] = []
    for woord in tekst.split():
        if regels and len(regels[-1]) + len(woord) < breedte:
            regels[-1] += f"{woord} "
        else:
            regels.append(f"{woord} ")
    return regels


def zet_om(bron: Path, soort: str, doel: Path) -> None:
    """Let LibreOffice turn a document into another format."""
    with tempfile.TemporaryDirectory() as map_:
        opdracht = ["soffice", "--headless", f"-env:UserInstallation=file://{map_}/profiel", "--convert-to", soort]
        subprocess.run([*opdracht, "--outdir", map_, str(bron)], check=True, capture_output=True, timeout=180)
        shutil.copy(next(Path(map_).glob(f"*.{soort.split(':', maxsplit=1)[0]}")), doel)


def maak_klein(bestand: Path) -> None:
    """Pack a PDF; its tag tree is many small objects."""
    with pikepdf.open(bestand, allow_overwriting_input=True) as pdf:
        pdf.save(bestand, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)


def main() -> int:
    """Make them all."""
    DOEL.mkdir(parents=True, exist_ok=True)
    bron = json.loads((VOORBEELDEN / "wilgenboom.json").read_text(encoding="utf-8"))
    sjabloon = load_sjablonen()[0]
    rijen = rijen_van(sjabloon, bron)
    (DOEL / "wilgenboom.verwacht.json").write_text(
        json.dumps(verwacht(sjabloon, rijen), ensure_ascii=False, indent=1), encoding="utf-8"
    )
    (DOEL / "wilgenboom-witruimte.txt").write_text(maak_witruimtetekst(sjabloon, bron), encoding="utf-8")
    for naam, merk, randen in (("rooster", "kruis", True), ("randloos", "kruis", False), ("vakjes", "vakje", True)):
        word = DOEL / f"wilgenboom-{naam}.docx"
        maak_docx(sjabloon, bron, merk, randen=randen).save(str(word))
        zet_om(word, "pdf", DOEL / f"wilgenboom-{naam}.pdf")
    zet_om(DOEL / "wilgenboom-randloos.docx", MET_CODES, DOEL / "wilgenboom-codes.pdf")
    maak_klein(DOEL / "wilgenboom-codes.pdf")
    zet_om(DOEL / "wilgenboom-rooster.docx", "odt", DOEL / "wilgenboom-rooster.odt")
    layout = subprocess.run(
        ["pdftotext", "-layout", str(DOEL / "wilgenboom-randloos.pdf"), "-"], check=True, capture_output=True, text=True
    )
    (DOEL / "wilgenboom-layout.txt").write_text(layout.stdout, encoding="utf-8")
    shutil.copy(DOEL / "wilgenboom-rooster.docx", VOORBEELDEN / "wilgenboom.docx")
    return 0


if __name__ == "__main__":
    sys.exit(main())
