"""The chapter of the schoolgids as a Word document, to paste into the guide."""

from typing import Any

from passend.begrippen.uitgave import Uitgave
from passend.documenten.zetten.schoolgids import TITEL, bouw_schoolgids
from passend.documenten.zetten.structuurtekening import als_tekst
from passend.documenten.zetten.stukken import Kop, Lijst, Stuk, Tekening, Zin
from passend.documenten.zetten.tekeningbeeld import teken_png
from passend.documenten.zetten.woorden import schoolnaam, schoon
from passend.documenten.zetten.word import LET_OP, Woorddocument

_STIJLEN = {"gewoon": "Normal", "klein": "Klein", "leeg": "Leeg", "let_op": "Let op"}


def zet_schoolgids_docx(uitgave: Uitgave) -> bytes:
    """The chapter for Word."""
    school = schoolnaam(uitgave.inhoud)
    doc = Woorddocument(titel=f"{TITEL} – {school}", school=school, dag=uitgave.peildatum, kleur=uitgave.kleur)
    doc.kop(TITEL, 1)
    for stuk in bouw_schoolgids(uitgave):
        _stuk(doc, stuk)
    return doc.als_bytes()


def _stuk(doc: Woorddocument, stuk: Stuk) -> None:
    match stuk:
        case Kop():
            doc.kop(stuk.tekst, stuk.niveau)
        case Zin():
            alinea = doc.alinea(_STIJLEN[stuk.stijl])
            if stuk.stijl == "let_op":
                alinea.add_run(LET_OP)
            _schrijf(doc, alinea, stuk)
        case Lijst():
            for punt in stuk.punten:
                _schrijf(doc, doc.alinea("List Number" if stuk.is_genummerd else "List Bullet"), punt)
        case Tekening():
            beschrijving = "; ".join(f"{deel.kop}: {', '.join(deel.punten)}" for deel in als_tekst(stuk.delen))
            doc.beeld(teken_png(stuk.delen, doc.kleuren.accent), 10.5, beschrijving)


def _schrijf(doc: Woorddocument, alinea: Any, zin: Zin) -> None:
    for deel in zin.delen:
        if deel.adres:
            doc.koppeling(alinea, deel.tekst, deel.adres)
        else:
            stuk = alinea.add_run(schoon(deel.tekst))
            stuk.bold = deel.is_nadruk or None
            stuk.italic = zin.stijl == "leeg" or None
