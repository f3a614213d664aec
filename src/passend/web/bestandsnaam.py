"""What a file is called at its end, and what its bytes say it is, must be the same.

Who opens it later goes by its name. What it is follows from its bytes; this is asked after that.
"""

from django.utils.translation import gettext as _

from passend.documenten.document import DocumentError

EINDEN = {
    "csv": ("csv", "txt", "tsv"),
    "docx": ("docx",),
    "gif": ("gif",),
    "jpg": ("jpg", "jpeg", "jfif"),
    "json": ("json",),
    "odt": ("odt",),
    "passend": ("passend",),
    "pdf": ("pdf",),
    "png": ("png",),
    "tekst": ("txt", "text", "md"),
    "txt": ("txt", "text"),
    "xlsx": ("xlsx",),
    "xml": ("xml",),
}


class NaamError(DocumentError):
    """The name says something else than the bytes."""


def bezwaar_tegen_naam(naam: str, soort: str) -> str:
    """Why a file of this kind may not be called so; empty when it may."""
    stam, _punt, einde = naam.rpartition(".")
    if stam and einde.casefold() in EINDEN[soort]:
        return ""
    return _(
        "De naam van dit bestand past niet bij wat erin zit: hij hoort te eindigen op .%(einde)s. "
        "Kijk of u het goede bestand koos, of verander de naam."
    ) % {"einde": EINDEN[soort][0]}


def check_naam(naam: str, soort: str) -> None:
    """Refuse a name that does not fit.

    Raises:
        NaamError: it does not.
    """
    if bezwaar := bezwaar_tegen_naam(naam, soort):
        raise NaamError(bezwaar)
