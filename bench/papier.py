"""The same content as our PDFs in HTML, for a browser to print: same words, tables, colours and typeface."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bench.document import WORTEL
from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.aanbodoverzicht import Staat, groepeer, lees_aanbod
from passend.documenten.zetten.contact import aanspreekpunten, lees_contacten
from passend.documenten.zetten.iconen import GROEPKLEUREN, icoon
from passend.documenten.zetten.kleuren import kleuren_van
from passend.documenten.zetten.sopopbouw import bouw_sop
from passend.documenten.zetten.status import statuswoorden
from passend.documenten.zetten.structuurtekening import teken
from passend.documenten.zetten.woorden import datum, schoolnaam
from passend.uitwisseling.uitgaven import Vorm, maak

_LETTERTYPEN = WORTEL / "var" / "voorkant" / "passend"
_POSTERCONTACTEN = {"adres", "telefoon", "email"}
SOP, POSTER = "sop.html", "poster.html"
GEDRUKT = {
    Vorm.SOP_PDF: SOP,
    Vorm.SOP_DOCX: SOP,
    Vorm.SCHOOLGIDS_HTML: Vorm.SCHOOLGIDS_HTML.bestandsnaam,
    Vorm.SCHOOLGIDS_DOCX: Vorm.SCHOOLGIDS_HTML.bestandsnaam,
    Vorm.POSTER_PDF: POSTER,
    Vorm.OUDERS_NL: Vorm.OUDERS_NL.bestandsnaam,
    Vorm.OUDERS_EN: Vorm.OUDERS_EN.bestandsnaam,
    Vorm.AANBOD_JSON: SOP,
    Vorm.AANBOD_CSV: SOP,
}


def zet_html_klaar(uitgave: Uitgave, map_: Path) -> dict[str, Path]:
    """Write every page a browser has to print; by name."""
    inhoud = {
        SOP: _zet("sop.jinja", sop_gegevens(uitgave)),
        POSTER: _zet("poster.jinja", poster_gegevens(uitgave)),
        **{vorm.bestandsnaam: maak(uitgave, vorm) for vorm in (Vorm.SCHOOLGIDS_HTML, Vorm.OUDERS_NL, Vorm.OUDERS_EN)},
    }
    for naam, tekst in inhoud.items():
        (map_ / naam).write_bytes(tekst)
    return {naam: map_ / naam for naam in inhoud}


def sop_gegevens(uitgave: Uitgave) -> dict[str, Any]:
    """What the SOP says, and its look."""
    opbouw = bouw_sop(uitgave)
    return asdict(opbouw) | {
        "documenttitel": opbouw.documenttitel,
        "kleuren": kleuren_van(uitgave.kleur),
        "tekening": _svg(teken(opbouw.structuur)) if opbouw.structuur else "",
    }


def poster_gegevens(uitgave: Uitgave) -> dict[str, Any]:
    """What the poster says, and its look."""
    groepen = [
        {
            "titel": groep.groep.label,
            "kleur": GROEPKLEUREN[groep.groep.code],
            "icoon": _svg(icoon(groep.groep.code, GROEPKLEUREN[groep.groep.code])),
            "punten": list(dict.fromkeys((punt.label, punt.wanneer) for punt in groep.punten)),
        }
        for groep in groepeer(lees_aanbod(uitgave), Staat.BIEDT)
    ]
    return {
        "school": schoolnaam(uitgave.inhoud),
        "schooljaar": uitgave.inhoud.schooljaar or "",
        "kleuren": kleuren_van(uitgave.kleur),
        "groepen": groepen,
        "mensen": aanspreekpunten(uitgave)[:3],
        "contacten": [contact for contact in lees_contacten(uitgave) if contact.code in _POSTERCONTACTEN],
        "onderschrift": f"{statuswoorden(uitgave)} · stand van {datum(uitgave.peildatum)}",
    }


def _zet(naam: str, gegevens: dict[str, Any]) -> bytes:
    omgeving = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return omgeving.get_template(naam).render(gegevens, lettertypen=_LETTERTYPEN.as_uri()).encode()


def _svg(bron: str | bytes) -> Markup:
    tekst = bron.decode() if isinstance(bron, bytes) else bron
    return Markup(tekst)  # noqa: S704 -- drawn by the product, which escapes every word
