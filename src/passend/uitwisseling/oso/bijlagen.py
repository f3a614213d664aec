"""The documents that go along in a transfer file: each in an archive of its own, as the standard asks."""

import base64
import binascii
import dataclasses
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from passend.begrippen.overstap import Meegekomenbijlage
from passend.documenten.document import DocumentError
from passend.documenten.lezen.zipbestand import lees_deel, namen_van_delen
from passend.uitwisseling.oso.bouwstenen import Document

_ARCHIEF = b"PK\x03\x04"
LANGSTE_NAAM = 150


def pak_in(naam: str, inhoud: bytes) -> str:
    """A document as it stands in a file; the same bytes give the same text on any day."""
    doos = io.BytesIO()
    with zipfile.ZipFile(doos, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(zipfile.ZipInfo(naam), inhoud, zipfile.ZIP_DEFLATED)
    return base64.b64encode(doos.getvalue()).decode()


def bijlagen_van(leerling: Any) -> tuple[Meegekomenbijlage, ...]:
    """Every document of a pupil, in the order of the file; what hangs in two places comes once."""
    alle = (
        Meegekomenbijlage(
            naam=een.bestandsnaam[:LANGSTE_NAAM],
            omschrijving=(een.omschrijving or "")[:LANGSTE_NAAM],
            inhoud=_inhoud(een.bestandsinhoud),
        )
        for een in _documenten(leerling)
    )
    return tuple({(een.titel, een.vingerafdruk): een for een in alle}.values())


def _documenten(deel: Any) -> Iterator[Document]:
    if isinstance(deel, Document):
        yield deel
    elif isinstance(deel, tuple):
        for een in deel:
            yield from _documenten(een)
    elif dataclasses.is_dataclass(deel):
        for veld in dataclasses.fields(deel):
            yield from _documenten(getattr(deel, veld.name))


def _inhoud(tekst: str) -> bytes:
    """The bytes of a document, out of its archive; not everybody packs them in one."""
    try:
        ruw = base64.b64decode(tekst)
    except (binascii.Error, ValueError):
        return b""  # cut or broken: to be said as such by who looks at it
    if not ruw.startswith(_ARCHIEF):
        return ruw
    try:
        namen = [naam for naam in namen_van_delen(ruw) if not naam.endswith("/")]
        return (lees_deel(ruw, namen[0]) or b"") if len(namen) == 1 else ruw
    except DocumentError:
        return ruw
