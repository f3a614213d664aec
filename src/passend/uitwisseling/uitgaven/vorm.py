"""The forms an edition comes in."""

from enum import Enum
from typing import Final

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Vorm(Enum):
    """A form: the name of the file, its media type, and what to call a link to it."""

    SOP_PDF = ("sop.pdf", "application/pdf", "Schoolondersteuningsprofiel (PDF)")
    SOP_DOCX = ("sop.docx", _WORD, "Schoolondersteuningsprofiel (Word)")
    SCHOOLGIDS_HTML = ("schoolgids.html", "text/html; charset=utf-8", "Hoofdstuk voor de schoolgids (webpagina)")
    SCHOOLGIDS_DOCX = ("schoolgids.docx", _WORD, "Hoofdstuk voor de schoolgids (Word)")
    POSTER_PDF = ("poster.pdf", "application/pdf", "Poster op A4 (PDF)")
    OUDERS_NL = ("ouders.nl.html", "text/html; charset=utf-8", "Bladzijde voor ouders")
    OUDERS_EN = ("ouders.en.html", "text/html; charset=utf-8", "Bladzijde voor ouders, in het Engels")
    AANBOD_JSON = ("aanbod.json", "application/json", "Open data (JSON)")
    AANBOD_CSV = ("aanbod.csv", "text/csv; charset=utf-8", "Open data (CSV, voor een rekenblad)")

    @property
    def bestandsnaam(self) -> str:
        """The name of the file."""
        return self.value[0]

    @property
    def mediatype(self) -> str:
        """The media type to serve it with."""
        return self.value[1]

    @property
    def naam(self) -> str:
        """The Dutch words for a link."""
        return self.value[2]
