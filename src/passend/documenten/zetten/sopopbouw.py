"""What the SOP says, part by part, in the order of the region's template; the typesetters only decide how it looks."""

from collections.abc import Iterator
from typing import Literal

from passend.begrippen.profielinhoud import Tekst
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import Figuur, Onderdeel, Prozatekst, Sectie, Tabel, VasteTekst, Veld
from passend.begrippen.uitgave import STAPVELDEN, Doel, Stap, Stapsoort, Uitgave
from passend.documenten import aankleding
from passend.documenten.zetten.alineas import alineas
from passend.documenten.zetten.sopdelen import (
    Blok,
    Doelregel,
    Figuurblok,
    Gegeven,
    Gegevensblok,
    Opbouw,
    Prozablok,
    Sectieblok,
    Stapregel,
)
from passend.documenten.zetten.soptabel import TWIJFEL, bouw_tabel, dag_en_bron
from passend.documenten.zetten.status import besluitwaarschuwing, is_ingelezen, leegwoorden, statuswoorden
from passend.documenten.zetten.structuurtekening import als_tekst
from passend.documenten.zetten.woorden import (
    STAPARTIKELEN,
    STAPNAMEN,
    datum,
    schoolnaam,
    veldtekst,
    verbandnaam,
    verwijzing,
)


def bouw_sop(uitgave: Uitgave) -> Opbouw:
    """Everything the SOP says."""
    inhoud = uitgave.inhoud
    return Opbouw(
        school=schoolnaam(inhoud),
        titel=uitgave.sjabloon.titel,
        verband=_verband(uitgave),
        schooljaar=inhoud.schooljaar or aankleding.ZONDER_SCHOOLJAAR,
        status=statuswoorden(uitgave),
        waarschuwing=besluitwaarschuwing(uitgave),
        stand=aankleding.STAND.format(dag=datum(uitgave.peildatum)),
        herkomst=_herkomst(uitgave),
        adres=uitgave.adres,
        secties=tuple(_sectie(uitgave, sectie) for sectie in uitgave.sjabloon.secties),
        stappen=tuple(_stap(uitgave, soort) for soort in Stapsoort),
        doelen=tuple(_doel(uitgave, doel) for doel in uitgave.doelen),
        structuur=inhoud.structuur,
    )


def _verband(uitgave: Uitgave) -> str:
    """Whom the school belongs to, and whose form this is when that is another."""
    naam, regio = verbandnaam(uitgave), uitgave.sjabloon.regio
    verband = aankleding.VERBAND.format(naam=naam)
    return verband if naam == regio else aankleding.IN_FORMAT.format(verband=verband, regio=regio)


def _herkomst(uitgave: Uitgave) -> str:
    return aankleding.HERKOMST_INGELEZEN if is_ingelezen(uitgave) else aankleding.HERKOMST


def _sectie(uitgave: Uitgave, sectie: Sectie) -> Sectieblok:
    blokken: list[Blok] = []
    for deel in sectie.onderdelen:
        blok = _blok(uitgave, deel)
        vorig = blokken[-1] if blokken else None
        if isinstance(blok, Gegevensblok) and isinstance(vorig, Gegevensblok):
            blokken[-1] = Gegevensblok(gegevens=(*vorig.gegevens, *blok.gegevens))
        else:
            blokken.append(blok)
    return Sectieblok(nummer=sectie.nummer, titel=sectie.titel, niveau=sectie.niveau, blokken=tuple(blokken))


def _blok(uitgave: Uitgave, deel: Onderdeel) -> Blok:
    match deel:
        case Veld():
            return Gegevensblok(gegevens=(_gegeven(uitgave, deel),))
        case Tabel():
            return bouw_tabel(uitgave, deel)
        case Prozatekst():
            return _proza(uitgave, deel)
        case VasteTekst():
            return _vaste_tekst(uitgave, deel)
        case Figuur():
            return _figuur(uitgave, deel)


def _gegeven(uitgave: Uitgave, deel: Veld) -> Gegeven:
    gelezen = next((veld for veld in uitgave.inhoud.velden if veld.veld == deel.code), None)
    waarde = gelezen.waarde if gelezen else None
    twijfel = gelezen is not None and waarde is not None and gelezen.zekerheid < TWIJFEL
    return Gegeven(
        label=deel.label,
        waarde=veldtekst(waarde, deel.soort) if waarde else "",
        leeg="" if waarde else _leegte(uitgave, deel),
        adres=verwijzing(waarde, deel.soort) if waarde else "",
        noot=aankleding.TWIJFEL if twijfel else "",
    )


def _leegte(uitgave: Uitgave, deel: Veld) -> str:
    """Why a field is blank: the day of a step that was skipped is not forgotten."""
    stappen = [uitgave.stap(soort) for soort, velden in STAPVELDEN.items() if deel.code in velden]
    is_overgeslagen = any(stap is not None and stap.is_overgeslagen for stap in stappen)
    return aankleding.OVERGESLAGEN if is_overgeslagen else leegwoorden(uitgave)


def _proza(uitgave: Uitgave, deel: Prozatekst) -> Prozablok:
    eigen = next((tekst for tekst in uitgave.inhoud.teksten if tekst.code == deel.code and not tekst.is_vast), None)
    gevuld = eigen is not None and eigen.tekst.strip()
    return Prozablok(
        titel=deel.titel,
        alineas=alineas(eigen.tekst) if eigen and gevuld else (),
        leeg="" if gevuld else leegwoorden(uitgave),
        noot=_tekstnoot(uitgave, eigen) if eigen and gevuld else "",
    )


def _tekstnoot(uitgave: Uitgave, tekst: Tekst) -> str:
    return ". ".join(dag_en_bron(uitgave, tekst.sleutel, (tekst.bron,)))


def _vaste_tekst(uitgave: Uitgave, deel: VasteTekst) -> Prozablok:
    tekst = deel.tekst_op(uitgave.peildatum)
    versie = next(versie for versie in deel.versies if versie.tekst == tekst)
    return Prozablok(
        titel=deel.titel,
        alineas=alineas(tekst),
        vast=aankleding.VASTE_TEKST.format(regio=uitgave.sjabloon.regio, dag=datum(versie.geldig_van)),
        noot=deel.verantwoording.artikel,
    )


def _figuur(uitgave: Uitgave, deel: Figuur) -> Figuurblok:
    if uitgave.inhoud.structuur:
        return Figuurblok(titel=deel.titel, woorden=als_tekst(uitgave.inhoud.structuur))
    waar = aankleding.GEEN_FIGUUR_INGELEZEN if is_ingelezen(uitgave) else aankleding.GEEN_FIGUUR_GETEKEND
    return Figuurblok(titel=deel.titel, leeg=f"{aankleding.GEEN_FIGUUR.format(titel=deel.titel)} {waar}")


def _stap(uitgave: Uitgave, soort: Stapsoort) -> Stapregel:
    stap = uitgave.stap(soort)
    naam, artikel = STAPNAMEN[soort], STAPARTIKELEN[soort]
    if stap is None:
        return Stapregel(naam=naam, artikel=artikel, staat="open", kop="Niet vastgelegd")
    if stap.is_overgeslagen:
        kop = f"Overgeslagen op {datum(stap.op)} door {stap.door}" if stap.door else f"Overgeslagen op {datum(stap.op)}"
        return Stapregel(
            naam=naam, artikel=artikel, staat="overgeslagen", kop=kop, regels=tuple(_uitleg(uitgave, stap))
        )
    kop = f"{datum(stap.op)}, {stap.door}" if stap.door else datum(stap.op)
    # a tick would say that the MR agreed
    staat: Literal["gezet", "gegeven"] = "gegeven" if soort is Stapsoort.MR_ADVIES else "gezet"
    return Stapregel(naam=naam, artikel=artikel, staat=staat, kop=kop, regels=tuple(_uitleg(uitgave, stap)))


def _uitleg(uitgave: Uitgave, stap: Stap) -> Iterator[str]:
    antwoord = "Antwoord van het bestuur" if stap.soort is Stapsoort.MR_ADVIES else "Wat ermee is gedaan"
    gezegd = "Advies" if stap.soort is Stapsoort.MR_ADVIES else "Wat zij zeiden"
    paren = (
        ("Reden", stap.reden),
        ("Hoe", stap.hoe),
        (gezegd, stap.gezegd),
        (antwoord, stap.gedaan),
        ("Document", stap.document),
    )
    yield from (f"{kop}: {tekst}" for kop, tekst in paren if tekst)
    jaar = Schooljaar.uit_tekst(uitgave.inhoud.schooljaar or "")
    if jaar is not None and stap.op < jaar.vorige.begint_op:
        yield f"Let op: deze datum is van ruim voor schooljaar {jaar}."


def _doel(uitgave: Uitgave, doel: Doel) -> Doelregel:
    over = next((rij.label for rij in uitgave.inhoud.tabellen if rij.sleutel == doel.sleutel), "")
    return Doelregel(
        over=over,
        doel=doel.doel,
        actie=doel.actie,
        eigenaar=doel.eigenaar,
        onderbouwing=doel.onderbouwing,
        evaluatie=doel.evaluatie,
    )
