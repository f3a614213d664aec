"""One A4 for the wall: what the school offers by kind of support, and whom to ask."""

from dataclasses import asdict
from typing import Any, Final

import segno

from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.aanbodoverzicht import Aanbodgroep, Staat, groepeer, lees_aanbod
from passend.documenten.zetten.contact import aanspreekpunten, lees_contacten
from passend.documenten.zetten.iconen import GROEPKLEUREN, icoon
from passend.documenten.zetten.kleuren import kleuren_van
from passend.documenten.zetten.ouderaanbod import posterregel
from passend.documenten.zetten.status import besluitwaarschuwing, statuswoorden
from passend.documenten.zetten.typstzetter import zet_pdf
from passend.documenten.zetten.woorden import datum, schoolnaam, webadres

LANGSTE_NAAM: Final = 90
LANGSTE_PUNT: Final = 70
LANGSTE_WAARSCHUWING: Final = 220
LANGSTE_QR: Final = 300


def zet_poster_pdf(uitgave: Uitgave) -> bytes:
    """The poster: always one page; what does not fit is counted, with where to read it."""
    dag = uitgave.peildatum
    return zet_pdf("poster.typ", _gegevens(uitgave), dag=(dag.year, dag.month, dag.day), logo=uitgave.logo)


def _gegevens(uitgave: Uitgave) -> dict[str, Any]:
    school = inkorten(schoolnaam(uitgave.inhoud), LANGSTE_NAAM)
    groepen = groepeer(lees_aanbod(uitgave), Staat.BIEDT)
    link = _link(uitgave)
    mensen = aanspreekpunten(uitgave)
    return {
        "titel": f"Dit bieden wij – {school}",
        "school": school,
        "schooljaar": uitgave.inhoud.schooljaar or "",
        "kleuren": asdict(kleuren_van(uitgave.kleur)),
        "groepen": [_groep(groep) for groep in groepen],
        "contacten": [
            {"label": contact.label, "waarde": inkorten(contact.waarde, LANGSTE_PUNT), "adres": contact.adres}
            for contact in lees_contacten(uitgave)
            if contact.code in {"adres", "telefoon", "email"}
        ],
        "mensen": [
            inkorten(f"{deel.naam} ({deel.rol})" if deel.rol else deel.naam, LANGSTE_PUNT) for deel in mensen[:3]
        ],
        "link": inkorten(link.removeprefix("https://").removeprefix("http://"), LANGSTE_NAAM),
        "link_adres": webadres(link),
        "waarschuwing": inkorten(besluitwaarschuwing(uitgave), LANGSTE_WAARSCHUWING),
        "qr": qr(webadres(link)),
        "onderschrift": f"{statuswoorden(uitgave)} · stand van {datum(uitgave.peildatum)}",
    }


def _groep(groep: Aanbodgroep) -> dict[str, Any]:
    kleur = GROEPKLEUREN[groep.groep.code]
    regels = (posterregel(punt) for punt in groep.punten)
    uniek = {
        (naam.casefold(), wanneer): (inkorten(naam, LANGSTE_PUNT), inkorten(wanneer, LANGSTE_PUNT))
        for naam, wanneer in regels
    }
    return {
        "titel": groep.groep.label,
        "kleur": kleur,
        "icoon": icoon(groep.groep.code, kleur),
        "punten": [{"naam": naam, "wanneer": wanneer} for naam, wanneer in uniek.values()],
    }


def qr(adres: str) -> str:
    """A square to point a phone at, as SVG; nothing when there is no address, or one too long to be read well."""
    if not adres or len(adres) > LANGSTE_QR:
        return ""
    return segno.make_qr(adres, error="m").svg_inline(border=0, scale=4)


def _link(uitgave: Uitgave) -> str:
    return uitgave.adres or next(
        (contact.waarde for contact in lees_contacten(uitgave) if contact.code in {"website", "schoolgids"}), ""
    )


def inkorten(tekst: str, lengte: int) -> str:
    """At most so many characters, on one line, cut at a word.

    >>> inkorten("een twee drie", 9)
    'een twee…'
    """
    heel = " ".join(tekst.split())
    if len(heel) <= lengte:
        return heel
    kort = heel[: lengte - 1]
    is_afgebroken = heel[lengte - 1] != " " and " " in kort
    return (kort.rsplit(" ", 1)[0] if is_afgebroken else kort) + "…"
