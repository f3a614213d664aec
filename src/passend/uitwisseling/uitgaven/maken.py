"""Make one form of an edition."""

from collections.abc import Callable, Mapping
from typing import Final

from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.htmlzetter import zet_pagina
from passend.documenten.zetten.ouders import titel_ouders
from passend.documenten.zetten.poster import zet_poster_pdf
from passend.documenten.zetten.schoolgids import TITEL
from passend.documenten.zetten.schoolgidsword import zet_schoolgids_docx
from passend.documenten.zetten.soppdf import zet_sop_pdf
from passend.documenten.zetten.sopword import zet_sop_docx
from passend.documenten.zetten.woorden import Taal, schoolnaam
from passend.uitwisseling.uitgaven.fragmenten import ouders_fragment, schoolgids_fragment
from passend.uitwisseling.uitgaven.opendata import maak_csv, maak_json
from passend.uitwisseling.uitgaven.vorm import Vorm


def maak(uitgave: Uitgave, vorm: Vorm) -> bytes:
    """The bytes of a form."""
    return _MAKERS[vorm](uitgave)


def _schoolgids(uitgave: Uitgave) -> bytes:
    jaar = uitgave.inhoud.schooljaar
    ondertitel = schoolnaam(uitgave.inhoud) + (f", schooljaar {jaar}" if jaar else "")
    return zet_pagina(schoolgids_fragment(uitgave), titel=TITEL, ondertitel=ondertitel, taal="nl", kleur=uitgave.kleur)


def _ouders(taal: Taal) -> Callable[[Uitgave], bytes]:
    def pagina(uitgave: Uitgave) -> bytes:
        jaar = uitgave.inhoud.schooljaar
        woord = "Schooljaar" if taal == "nl" else "School year"
        return zet_pagina(
            ouders_fragment(uitgave, taal),
            titel=titel_ouders(uitgave, taal),
            ondertitel=f"{woord} {jaar}" if jaar else "",
            taal=taal,
            kleur=uitgave.kleur,
        )

    return pagina


_MAKERS: Final[Mapping[Vorm, Callable[[Uitgave], bytes]]] = {
    Vorm.SOP_PDF: zet_sop_pdf,
    Vorm.SOP_DOCX: zet_sop_docx,
    Vorm.SCHOOLGIDS_HTML: _schoolgids,
    Vorm.SCHOOLGIDS_DOCX: zet_schoolgids_docx,
    Vorm.POSTER_PDF: zet_poster_pdf,
    Vorm.OUDERS_NL: _ouders("nl"),
    Vorm.OUDERS_EN: _ouders("en"),
    Vorm.AANBOD_JSON: maak_json,
    Vorm.AANBOD_CSV: maak_csv,
}
