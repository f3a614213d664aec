"""Files about pupils, as an administration writes them, and what is handed in of them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from tests.factories.profielen import OP, School

from passend.begrippen.opgave import Opgave
from passend.leerlingen.actions.invoer import Aanlevering, Invoerkeuze, prepare_invoer
from passend.leerlingen.models import Invoer
from passend.leerlingen.queries.invoer import get_opgave, get_vergelijking

MAP = Path(__file__).resolve().parents[1] / "samples" / "invoer"
NU = OP.date()
PAKKET = "http://schemas.openxmlformats.org/package/2006"
KANTOOR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def lever_in(school: School, opgave: Opgave, op: datetime = OP) -> Invoer:
    """A file that was read and waits; a page shows it for a day."""
    aanlevering = Aanlevering(soort=opgave.soort, bestandsnaam="leerlingen.xml", opgave=opgave)
    return prepare_invoer(actor=school.intern_begeleider, vestiging=school.vestiging, aanlevering=aanlevering, op=op)


def kenmerk_van(invoer: Invoer, peildatum: date = NU) -> str:
    """What somebody looks at when they carry it out now."""
    opgave = get_opgave(invoer)
    assert opgave is not None
    return get_vergelijking(vestiging=invoer.vestiging, opgave=opgave, peildatum=peildatum).kenmerk


def keuze_van(invoer: Invoer, **rest: object) -> Invoerkeuze:
    """The choice of somebody who looked just now."""
    return Invoerkeuze(kenmerk=kenmerk_van(invoer), **rest)  # type: ignore[arg-type]


def maak_xlsx(*rijen: Sequence[str | int], bladen: Mapping[str, Sequence[Sequence[str | int]]] | None = None) -> bytes:
    """The smallest workbook that holds these rows; a number is a number in it, and words are words.

    With `bladen` these rows are on a sheet Blad1, and more sheets come behind it.
    """
    alle = {"Blad1": rijen, **bladen} if bladen else {"Leerlingen": rijen}
    nummers = range(1, len(alle) + 1)
    ruimte = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    soorten = f'<Types xmlns="{PAKKET}/content-types">{_soort("workbook", "sheet.main")}'
    soorten += "".join(_soort(f"worksheets/sheet{een}", "worksheet") for een in nummers)
    delen = {
        "[Content_Types].xml": f"{soorten}</Types>",
        "_rels/.rels": _relaties("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _relaties("worksheet", *(f"worksheets/sheet{een}.xml" for een in nummers)),
        "xl/workbook.xml": f'<workbook {ruimte} xmlns:r="{KANTOOR}"><sheets>'
        + "".join(f'<sheet name="{naam}" sheetId="{een}" r:id="r{een}"/>' for een, naam in enumerate(alle, start=1))
        + "</sheets></workbook>",
    }
    for een, bladrijen in enumerate(alle.values(), start=1):
        cellen = "".join(f"<row>{''.join(map(_cel, rij))}</row>" for rij in bladrijen)
        delen[f"xl/worksheets/sheet{een}.xml"] = f"<worksheet {ruimte}><sheetData>{cellen}</sheetData></worksheet>"
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def _soort(deel: str, soort: str) -> str:
    mediatype = f"application/vnd.openxmlformats-officedocument.spreadsheetml.{soort}+xml"
    return f'<Override PartName="/xl/{deel}.xml" ContentType="{mediatype}"/>'


def _relaties(soort: str, *doelen: str) -> str:
    relaties = (
        f'<Relationship Id="r{een}" Type="{KANTOOR}/{soort}" Target="{doel}"/>'
        for een, doel in enumerate(doelen, start=1)
    )
    return f'<Relationships xmlns="{PAKKET}/relationships">{"".join(relaties)}</Relationships>'


def _cel(waarde: str | int) -> str:
    if isinstance(waarde, int):
        return f"<c><v>{waarde}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(waarde)}</t></is></c>'
