"""CSV in any usual encoding and with any usual separator, and XLSX; both as rows of text."""

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain
from typing import Any

from passend.begrippen.opgave import Invoersoort, OnleesbaarError
from passend.uitwisseling.tabel.tabel import KOP_BINNEN, Rij, Tabel, maak_tabel
from passend.uitwisseling.tabel.tekens import verminkt_woord

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SCHEIDERS = (";", ",", "\t", "|")
_NIETS = " \t\x00\x1a" + "".join(_SCHEIDERS)  # of which a last line can be, without anything in it
_PROEF = 30  # lines by which the separator is recognised
_ZIP = b"PK\x03\x04"
_ANDERS = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"MZ", b"\x7fELF", b"GIF8")
_MEESTE_UITGEPAKT = 120 * 1024 * 1024
_BLOK = 256 * 1024
_SLOT = "\x00einde\x00"  # a line behind the last one: it is in a cell when a quotation mark is left open
_BESCHADIGD = (
    "Dit Excel-bestand is beschadigd of heeft een wachtwoord. "
    "Open het, bewaar het opnieuw als Excel-werkmap (xlsx) of als CSV, en lever dat in."
)


def soort_van(begin: bytes, *, xml: str = "EDEXML") -> Invoersoort:
    """What kind of file it is, by how it begins; its name says nothing that can be trusted.

    >>> soort_van(b"<?xml version='1.0'?><EDEX/>").value, soort_van(b"naam;groep").value
    ('edexml', 'csv')

    Args:
        begin: its first bytes.
        xml: what the kind of file is called that can be read here besides tables.

    Raises:
        OnleesbaarError: it is of none of these kinds.
    """
    if begin.startswith(_ZIP):
        return Invoersoort.XLSX
    is_breed = begin.startswith((b"\xff\xfe", b"\xfe\xff"))
    if begin.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        return Invoersoort.EDEXML
    if begin.startswith(_ANDERS) or (b"\x00" in begin and not is_breed):
        raise OnleesbaarError(f"Dit soort bestand kan Passend hier niet lezen. Lever {xml}, Excel (xlsx) of CSV in.")
    return Invoersoort.CSV


def read_tabel(inhoud: bytes, soort: Invoersoort, is_kop: Callable[[str], bool] = bool) -> Tabel:
    """The rows and columns of a file.

    Args:
        inhoud: the file.
        soort: what kind of file it is.
        is_kop: true for words that are a heading of what is looked for; by these the sheet of a workbook is chosen.

    Raises:
        OnleesbaarError: it cannot be read, has no rows, or breaks off.
    """
    if soort is Invoersoort.XLSX:
        return _xlsx(inhoud, is_kop)
    tekst = _tekst(inhoud)
    return maak_tabel(_csv(tekst), is_open=not tekst.rstrip(_NIETS).endswith(("\n", "\r")))


def _csv(tekst: str) -> Iterator[Rij]:
    eerste, _einde, rest = tekst.partition("\n")
    verschoven = 0
    if eerste.strip().lower().startswith("sep="):  # what a spreadsheet writes for itself
        tekst, verschoven = rest, 1
    regels = chain(io.StringIO(tekst, newline=""), [_SLOT])
    lezer, regel = csv.reader(regels, delimiter=_scheider(tekst)), verschoven
    try:
        for cellen in lezer:
            if cellen == [_SLOT]:
                return
            if cellen[-1:] and cellen[-1].endswith(_SLOT):
                raise OnleesbaarError(
                    f"Regel {regel + 1}: hier begint een aanhalingsteken dat nergens eindigt. Het bestand is "
                    "afgebroken, of er staat een aanhalingsteken te veel. Er is niets overgenomen. Maak het opnieuw in "
                    "uw administratie, en lever het heel in."
                )
            regel = lezer.line_num + verschoven
            yield regel, cellen
    except csv.Error as fout:
        regel = lezer.line_num + verschoven
        raise OnleesbaarError(
            f"Regel {regel}: hier is iets mis met de aanhalingstekens, of de regel is te lang. "
            "Bewaar het bestand opnieuw als CSV of Excel, en lever dat in."
        ) from fout


def _tekst(inhoud: bytes) -> str:
    """The words of a file; what is no Unicode was written by a Windows program.

    Raises:
        OnleesbaarError: it was written by a program that has other accents.
    """
    for bom, naam in _BOMS:
        if inhoud.startswith(bom):
            return inhoud.decode(naam, errors="replace")
    try:
        return inhoud.decode("utf-8")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    if woord := verminkt_woord(tekst):
        raise OnleesbaarError(
            f"De letters met een accent zijn in dit bestand niet te lezen, zoals in '{woord}'. "
            "Bewaar het opnieuw als CSV UTF-8 of als Excel-werkmap (xlsx), en lever dat in."
        )
    return tekst


def _scheider(tekst: str) -> str:
    """The sign that cuts the most of the first lines into one and the same number of columns."""
    regels = tekst[: 100 * 1024].splitlines()[:_PROEF]

    def score(teken: str) -> tuple[int, int]:
        try:
            breedtes = [len(cellen) for cellen in csv.reader(regels, delimiter=teken) if cellen]
        except csv.Error:
            return (0, 0)
        gewoon = max(set(breedtes), key=breedtes.count) if breedtes else 1
        return (breedtes.count(gewoon) if gewoon > 1 else 0, gewoon)

    return max(_SCHEIDERS, key=score)


def _xlsx(inhoud: bytes, is_kop: Callable[[str], bool]) -> Tabel:
    from python_calamine import CalamineWorkbook  # only who hands in a spreadsheet needs it

    _check_uitgepakt(inhoud)
    try:
        werkmap = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        bladen = {
            naam: werkmap.get_sheet_by_name(naam).to_python(skip_empty_area=False) for naam in werkmap.sheet_names
        }
    except BaseException as fout:  # a panic inside the reader is no Exception
        if isinstance(fout, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise OnleesbaarError(_BESCHADIGD) from fout
    gevuld = {naam: rijen for naam, rijen in bladen.items() if any(map(any, rijen))}
    gekozen = max(gevuld, key=lambda naam: _past(gevuld[naam], is_kop), default="")
    andere = ", ".join(f"'{naam}'" for naam in gevuld if naam != gekozen)
    zin = f"Passend las het blad '{gekozen}'. In deze werkmap staat ook: {andere}. Dat is niet gelezen."
    rijen = enumerate(gevuld.get(gekozen, ()), start=1)
    return maak_tabel(
        ((regel, [_cel(cel) for cel in cellen]) for regel, cellen in rijen), opmerkingen=(zin,) if andere else ()
    )


def _past(rijen: Sequence[Sequence[Any]], is_kop: Callable[[str], bool]) -> tuple[int, int]:
    """How well a sheet looks like what is looked for: the known headings in one of its first rows, then its length."""
    return max(sum(is_kop(_cel(cel)) for cel in cellen) for cellen in rijen[:KOP_BINNEN]), len(rijen)


def _cel(cel: Any) -> str:
    """A cell as a person reads it: days as 2018-03-14, whole numbers without a comma."""
    if isinstance(cel, datetime):
        return cel.date().isoformat()
    if isinstance(cel, date):
        return cel.isoformat()
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    return str(cel)


def _check_uitgepakt(inhoud: bytes) -> None:
    """Refuse an archive that comes out as far more than a spreadsheet, before anything reads it."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            grootte = sum(_uitgepakt(archief, lid) for lid in archief.infolist())
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as fout:
        raise OnleesbaarError(_BESCHADIGD) from fout
    if grootte > _MEESTE_UITGEPAKT:
        raise OnleesbaarError(
            "Dit bestand pakt uit tot iets veel groters dan een lijst met leerlingen. "
            "Bewaar alleen het blad met de leerlingen, en lever dat in."
        )


def _uitgepakt(archief: zipfile.ZipFile, lid: zipfile.ZipInfo) -> int:
    """How large a part really is; counting stops when it is too large."""
    grootte = 0
    with archief.open(lid) as bron:
        while grootte <= _MEESTE_UITGEPAKT and (blok := bron.read(_BLOK)):
            grootte += len(blok)
    return grootte
