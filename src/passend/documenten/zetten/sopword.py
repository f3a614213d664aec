"""The SOP as a Word document: the same content as the PDF, in styles a school can go on with.

A mark is an X, as in the region's own form, so that the document can be handed in again.
"""

from typing import Any, Final

from passend.begrippen.uitgave import Uitgave
from passend.documenten import aankleding
from passend.documenten.zetten.afbeelding import extensie_van
from passend.documenten.zetten.alineas import Alinea
from passend.documenten.zetten.sopdelen import (
    Blok,
    Cel,
    Figuurblok,
    Gegevensblok,
    Opbouw,
    Prozablok,
    Regel,
    Sectieblok,
    Tabelblok,
)
from passend.documenten.zetten.sopopbouw import bouw_sop
from passend.documenten.zetten.tekeningbeeld import teken_png
from passend.documenten.zetten.woorden import schoon
from passend.documenten.zetten.word import LET_OP, Woorddocument, midden

_BREEDTE: Final = 16.0
_SMAL: Final = 2.7


def zet_sop_docx(uitgave: Uitgave) -> bytes:
    """The SOP in the region's layout, for Word."""
    opbouw = bouw_sop(uitgave)
    doc = Woorddocument(titel=opbouw.documenttitel, school=opbouw.school, dag=uitgave.peildatum, kleur=uitgave.kleur)
    _omslag(doc, opbouw, uitgave.logo)
    for sectie in opbouw.secties:
        doc.kop(f"{sectie.nummer} {sectie.titel}".strip(), sectie.niveau)
        for blok in sectie.blokken:
            _blok(doc, opbouw, sectie, blok)
    _doelen(doc, opbouw)
    _stappen(doc, opbouw)
    return doc.als_bytes()


def _omslag(doc: Woorddocument, opbouw: Opbouw, logo: bytes | None) -> None:
    if logo and extensie_van(logo):
        doc.beeld(logo, 4.0, f"Logo van {opbouw.school}")
    doc.kop(opbouw.school, 0)
    doc.tekst(f"{opbouw.titel} {opbouw.schooljaar}")
    doc.tekst(opbouw.verband)
    doc.tekst(f"{opbouw.status}. {opbouw.stand}.")
    if opbouw.waarschuwing:
        doc.tekst(f"{LET_OP}{opbouw.waarschuwing}", "Let op")
    doc.tekst(opbouw.herkomst, "Klein")
    if opbouw.adres:
        doc.tekst(f"{aankleding.TE_LEZEN} {opbouw.adres}", "Klein")
    doc.tekst(aankleding.INHOUD, "Tabelkop")
    titels = [(sectie.niveau, f"{sectie.nummer} {sectie.titel}".strip()) for sectie in opbouw.secties]
    doelen = [(1, aankleding.DOELEN)] if opbouw.doelen else []
    doc.inhoudsopgave([*titels, *doelen, (1, aankleding.TOT_STAND)])
    doc.nieuwe_bladzijde()


def _blok(doc: Woorddocument, opbouw: Opbouw, sectie: Sectieblok, blok: Blok) -> None:
    niveau = sectie.niveau + 1
    match blok:
        case Gegevensblok():
            _gegevens(doc, blok)
        case Prozablok():
            if not blok.vast and len(sectie.blokken) > 1:
                doc.kop(blok.titel, niveau)
            _proza(doc, blok)
        case Tabelblok():
            doc.kop(blok.titel, niveau)
            _tabel(doc, blok)
        case Figuurblok():
            doc.kop(blok.titel, niveau)
            _figuur(doc, opbouw, blok)


def _gegevens(doc: Woorddocument, blok: Gegevensblok) -> None:
    breedtes = (5.6, _BREEDTE - 5.6)
    tabel = doc.tabel(aankleding.KOP_GEGEVENS, breedtes)
    for gegeven in blok.gegevens:
        links, rechts = doc.rij(tabel, breedtes)
        links.paragraphs[0].add_run(schoon(gegeven.label))
        alinea = rechts.paragraphs[0]
        if gegeven.leeg:
            alinea.style = "Leeg"
            alinea.add_run(gegeven.leeg)
        elif gegeven.adres:
            doc.koppeling(alinea, gegeven.waarde, gegeven.adres)
        else:
            alinea.add_run(schoon(gegeven.waarde))
        _noten(rechts, (gegeven.noot,) if gegeven.noot else ())


def _proza(doc: Woorddocument, blok: Prozablok) -> None:
    if blok.leeg:
        doc.tekst(blok.leeg, "Leeg")
    _alineas(doc, blok.alineas, "Vaste tekst" if blok.vast else "Normal")
    voet = " · ".join(deel for deel in (blok.vast, blok.noot) if deel)
    if voet:
        doc.tekst(voet, "Klein")


def _alineas(doc: Woorddocument, alineas: tuple[Alinea, ...], stijl: str) -> None:
    for alinea in alineas:
        if alinea.punten:
            doc.lijst(alinea.punten)
        else:
            doc.tekst(alinea.tekst, stijl)


def _tabel(doc: Woorddocument, blok: Tabelblok) -> None:
    if blok.leeg:
        doc.tekst(blok.leeg, "Leeg")
        return
    breedtes = _breedtes(blok)
    tabel = doc.tabel((blok.kop, *blok.koppen), breedtes)
    for regel in blok.regels:
        _rij(doc.rij(tabel, breedtes), regel)
    if blok.noot:
        doc.tekst(blok.noot, "Klein")


def _breedtes(blok: Tabelblok) -> tuple[float, ...]:
    smal = _SMAL * sum(not breed for breed in blok.breed)
    deel = (_BREEDTE - smal) / (1 + sum(blok.breed))
    return (deel, *(deel if breed else _SMAL for breed in blok.breed))


def _rij(cellen: list[Any], regel: Regel) -> None:
    cellen[0].paragraphs[0].add_run(schoon(regel.label))
    eigen = (aankleding.EIGEN_REGEL,) if regel.is_eigen else ()
    _noten(cellen[0], (*eigen, *regel.noten))
    for cel, inhoud in zip(cellen[1:], regel.cellen, strict=True):
        _cel(cel.paragraphs[0], inhoud)


def _cel(alinea: Any, cel: Cel) -> None:
    if cel.soort == "merk":
        alinea.add_run("X").bold = True
        midden(alinea)
    elif cel.soort == "leeg":
        alinea.style = "Leeg"
        alinea.add_run(aankleding.LEEG_KORT)
    elif cel.soort != "open":
        alinea.add_run(schoon(cel.tekst)).bold = cel.soort == "ja"


def _noten(cel: Any, noten: tuple[str, ...]) -> None:
    for noot in noten:
        cel.add_paragraph(schoon(noot), style="Klein")


def _figuur(doc: Woorddocument, opbouw: Opbouw, blok: Figuurblok) -> None:
    if blok.leeg:
        tabel = doc.tabel((blok.leeg,), (_BREEDTE,))
        tabel.rows[0].cells[0].paragraphs[0].style = "Leeg"
        return
    beschrijving = "; ".join(f"{deel.kop}: {', '.join(deel.punten)}" for deel in blok.woorden)
    doc.beeld(teken_png(opbouw.structuur, doc.kleuren.accent), 10.5, beschrijving)
    doc.tekst(aankleding.IN_WOORDEN, "Klein")
    for deel in blok.woorden:
        doc.tekst(deel.kop, "Tabelkop")
        doc.lijst(deel.punten, is_genummerd=deel.is_genummerd)


def _doelen(doc: Woorddocument, opbouw: Opbouw) -> None:
    if not opbouw.doelen:
        return
    doc.kop(aankleding.DOELEN, 1)
    breedtes = (4.6, 4.6, 2.6, 4.2)
    tabel = doc.tabel(aankleding.KOP_DOELEN, breedtes)
    for doel in opbouw.doelen:
        cellen = doc.rij(tabel, breedtes)
        woorden = (doel.doel, doel.actie, doel.eigenaar, doel.evaluatie or aankleding.NIET_TERUGGEKEKEN)
        for cel, tekst in zip(cellen, woorden, strict=True):
            cel.paragraphs[0].add_run(schoon(tekst))
        _noten(cellen[0], (aankleding.OVER.format(rij=doel.over),) if doel.over else ())
        _noten(cellen[1], (aankleding.TE_ZIEN_AAN.format(wat=doel.onderbouwing),) if doel.onderbouwing else ())


def _stappen(doc: Woorddocument, opbouw: Opbouw) -> None:
    doc.kop(aankleding.TOT_STAND, 1)
    breedtes = (5.6, _BREEDTE - 5.6)
    tabel = doc.tabel(aankleding.KOP_STAPPEN, breedtes)
    for stap in opbouw.stappen:
        links, rechts = doc.rij(tabel, breedtes)
        links.paragraphs[0].add_run(stap.naam)
        _noten(links, (stap.artikel,))
        if stap.staat == "open":
            rechts.paragraphs[0].style = "Leeg"
        rechts.paragraphs[0].add_run(schoon(stap.kop))
        _noten(rechts, stap.regels)
