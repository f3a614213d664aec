"""Words, dates and amounts as a reader sees them, in Dutch or in English."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final, Literal

from babel.dates import format_date

from passend.begrippen.profielinhoud import Profielinhoud
from passend.begrippen.sjabloon import Kolom, Tabel, Veldsoort
from passend.begrippen.uitgave import Stapsoort, Uitgave
from passend.documenten import aankleding

type Taal = Literal["nl", "en"]

STAPNAMEN: Final[Mapping[Stapsoort, str]] = {
    Stapsoort.LEERLINGEN_GEHOORD: "Leerlingen gehoord",
    Stapsoort.MR_GEVRAAGD: "Advies gevraagd aan de MR",
    Stapsoort.MR_ADVIES: "Advies van de MR",
    Stapsoort.BESTUUR_VASTGESTELD: "Vastgesteld door het bestuur",
    Stapsoort.GEPUBLICEERD: "Gepubliceerd",
    Stapsoort.GEEVALUEERD: "Geëvalueerd",
}
STAPARTIKELEN: Final[Mapping[Stapsoort, str]] = {
    Stapsoort.LEERLINGEN_GEHOORD: "WPO artikel 13b",
    Stapsoort.MR_GEVRAAGD: "WMS artikel 7a en 8 lid 6",
    Stapsoort.MR_ADVIES: "WMS artikel 11 lid 1 onder r",
    Stapsoort.BESTUUR_VASTGESTELD: "WPO artikel 13a lid 2",
    Stapsoort.GEPUBLICEERD: "WPO artikel 13a lid 2",
    Stapsoort.GEEVALUEERD: "afspraak in de regio: elk jaar",
}
LANGSTE_ADRES: Final = 2000
_XML_VERBODEN: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
_GEWOON: Final[Mapping[str, str]] = {"ja": "Ja", "nee": "Nee", "beide": "Allebei", "geen": "Geen van beide"}


def datum(dag: date, taal: Taal = "nl") -> str:
    """A day in full.

    >>> datum(date(2026, 8, 1)), datum(date(2026, 8, 1), "en")
    ('1 augustus 2026', '1 August 2026')
    """
    return format_date(dag, "d MMMM y", locale="nl_NL" if taal == "nl" else "en_GB")


def periode(dagen: Collection[date], taal: Taal = "nl") -> str:
    """From the first to the last of some days.

    >>> periode([date(2026, 8, 2), date(2026, 8, 1)]), periode([date(2026, 8, 1)])
    ('van 1 augustus 2026 tot en met 2 augustus 2026', 'op 1 augustus 2026')
    """
    eerste, laatste = datum(min(dagen), taal), datum(max(dagen), taal)
    if eerste == laatste:
        return f"op {eerste}" if taal == "nl" else f"on {eerste}"
    return f"van {eerste} tot en met {laatste}" if taal == "nl" else f"from {eerste} to {laatste}"


def aaneen(delen: Iterable[str]) -> str:
    """Pieces that people wrote apart as one text: a new sentence where one ended or one begins, else a comma.

    >>> aaneen(["Structureel", "0,8 FTE", "Wij blijven proberen.", "Hulp in de groep"])
    'Structureel, 0,8 FTE. Wij blijven proberen. Hulp in de groep'
    """
    uit = ""
    for deel in (heel for deel in delen if (heel := deel.strip())):
        teken = "" if not uit or uit.endswith((".", "!", "?", ":")) else "." if deel[0].isupper() else ","
        uit += f"{teken} {deel}" if uit else deel
    return uit


def is_iso_dag(waarde: str) -> bool:
    """Whether a value is a day; a school may also have written words, such as "begin juni".

    >>> is_iso_dag("2026-06-10"), is_iso_dag("begin juni")
    (True, False)
    """
    try:
        date.fromisoformat(waarde)
    except ValueError:
        return False
    return True


def datum_uit_iso(waarde: str, taal: Taal = "nl") -> str:
    """An ISO day in full; other words stay as they are."""
    return datum(date.fromisoformat(waarde), taal) if is_iso_dag(waarde) else waarde


def veldtekst(waarde: str, soort: Veldsoort) -> str:
    """The value of a field as it is printed."""
    return datum_uit_iso(waarde) if soort is Veldsoort.DATUM else waarde


def kolom_van(tabel: Tabel, waarde: str) -> Kolom | None:
    """The column that a value stands for."""
    return next((kolom for kolom in tabel.kolommen if kolom.waarde == waarde), None)


def waardetekst(tabel: Tabel, waarde: str | None) -> str:
    """The value of a row in the words of its table; empty when there is none."""
    if waarde is None:
        return ""
    kolom = kolom_van(tabel, waarde)
    if kolom is not None:
        return kolom.kop[:1].upper() + kolom.kop[1:]
    return _GEWOON.get(waarde, waarde.replace("_", " ").capitalize())


def schoolnaam(inhoud: Profielinhoud) -> str:
    """The name of the school, or words that say that it is missing."""
    return inhoud.waarde("schoolnaam") or aankleding.ZONDER_SCHOOLNAAM


def verbandnaam(uitgave: Uitgave) -> str:
    """The name that follows the word samenwerkingsverband: the school's own, or else that of its form."""
    if uitgave.verband is None:
        return uitgave.sjabloon.regio
    return re.sub(r"^samenwerkingsverband\s+", "", uitgave.verband.naam, flags=re.IGNORECASE)


def verbandnummer(uitgave: Uitgave) -> str:
    """The number that goes with `verbandnaam`."""
    return uitgave.verband.nummer if uitgave.verband else uitgave.sjabloon.samenwerkingsverband


def is_webadres(waarde: str) -> bool:
    """Whether a value can be followed as a link: a web address with its scheme and nothing strange in it."""
    heeft_vorm = waarde.startswith(("https://", "http://")) and len(waarde) <= LANGSTE_ADRES
    return heeft_vorm and waarde.isprintable() and " " not in waarde


def webadres(waarde: str) -> str:
    """The address to link to, or nothing when the value is not one."""
    kandidaat = f"https://{waarde}" if waarde.startswith("www.") else waarde
    return kandidaat if is_webadres(kandidaat) else ""


def verwijzing(waarde: str, soort: Veldsoort) -> str:
    """Where the value of a field leads to: a web page or a mailbox; nothing for other fields."""
    if soort is Veldsoort.LINK:
        return webadres(waarde)
    is_postbus = soort is Veldsoort.EMAIL and waarde.count("@") == 1 and len(waarde) <= LANGSTE_ADRES
    return f"mailto:{waarde}" if is_postbus and waarde.isprintable() and " " not in waarde else ""


def schoon(tekst: str) -> str:
    """Without the characters that XML does not allow."""
    return tekst.translate(_XML_VERBODEN)
