"""The chapter of the schoolgids on support, as the law asks since 1 August 2025 (WPO 13 lid 1 onder c; 13b)."""

from collections.abc import Iterator
from typing import Final

from passend.begrippen.sjabloon import VasteTekst
from passend.begrippen.uitgave import Stap, Stapsoort, Uitgave
from passend.documenten.zetten.aanbodoverzicht import (
    GEBOUW,
    Aanbodgroep,
    Aanbodpunt,
    Staat,
    groepeer,
    lees_aanbod,
    ontbreekt,
)
from passend.documenten.zetten.contact import aanspreekpunten, lees_contacten
from passend.documenten.zetten.status import besluitwaarschuwing, redenwoorden, statuswoorden
from passend.documenten.zetten.structuurtekening import als_tekst
from passend.documenten.zetten.stukken import Deel, Kop, Stuk, Tekening, Zin, klein, leeg, let_op, lijst, proza, zin
from passend.documenten.zetten.woorden import datum, periode, schoolnaam, verbandnaam, verbandnummer

TITEL: Final = "Ondersteuning op onze school"


def bouw_schoolgids(uitgave: Uitgave) -> tuple[Stuk, ...]:
    """The chapter, piece by piece; its title is not in it."""
    return (
        *_inleiding(uitgave),
        *_basis(uitgave),
        *_aanbod(uitgave),
        *_structuur(uitgave),
        *_extra(uitgave),
        *_zorgplicht(uitgave),
        *_leerlingen(uitgave),
        *_besluit(uitgave),
        *_contact(uitgave),
    )


def _inleiding(uitgave: Uitgave) -> Iterator[Stuk]:
    if waarschuwing := besluitwaarschuwing(uitgave):
        yield let_op(waarschuwing)
    jaar = uitgave.inhoud.schooljaar
    wanneer = f"in schooljaar {jaar}" if jaar else "dit schooljaar"
    yield zin(
        f"Hier leest u welke hulp kinderen op {schoolnaam(uitgave.inhoud)} {wanneer} krijgen. "
        "In de wet heet dit het ondersteuningsaanbod. Vroeger heette het schoolondersteuningsprofiel (SOP)."
    )
    yield klein(
        "Wet op het primair onderwijs (WPO), artikel 13 lid 1 onder c. "
        f"{statuswoorden(uitgave)}, stand van {datum(uitgave.peildatum)}."
    )


def _basis(uitgave: Uitgave) -> Iterator[Stuk]:
    yield Kop(tekst="Wat elk kind krijgt: basisondersteuning")
    vast = _vaste_tekst(uitgave, ("basis",))
    if vast:
        yield from proza(vast)
    else:
        yield zin(
            f"Basisondersteuning is de hulp die elke school van samenwerkingsverband {verbandnaam(uitgave)} geeft. "
            "De scholen hebben samen afgesproken wat dat is."
        )
    yield klein("WPO artikel 1 en artikel 13 lid 1 onder c.")


def _aanbod(uitgave: Uitgave) -> Iterator[Stuk]:
    punten = lees_aanbod(uitgave)
    yield Kop(tekst="Wat onze school biedt: ons ondersteuningsaanbod")
    visie = eigen_tekst(uitgave, ("visie", "samenvatting", "domein2"))
    if visie:
        yield from proza(visie)
    groepen = groepeer(punten, Staat.BIEDT)
    if not groepen:
        yield leeg()
    for groep in groepen:
        yield Kop(tekst=groep.groep.label, niveau=3)
        yield lijst(_punten(groep))
    dagen = [punt.op for groep in groepen for punt in groep.punten if punt.op]
    if dagen:
        yield klein(f"De school keek deze lijst na {periode(dagen)}.")
    yield from _niet(ontbreekt(punten))
    yield from _onbekend(groepeer(punten, Staat.ONBEKEND))


def _punten(groep: Aanbodgroep) -> Iterator[Zin]:
    for punt in groep.punten:
        erbij = ", ".join(woord for woord in (punt.wanneer, punt.omvang) if woord)
        yield zin(Deel(tekst=punt.label, is_nadruk=True), f": {erbij}" if erbij else "")


def _niet(punten: tuple[Aanbodpunt, ...]) -> Iterator[Stuk]:
    for kop, namen in (
        ("Hiervoor is op onze school niets extra’s", [punt.label for punt in punten if punt.groep != GEBOUW]),
        ("Dit is er niet in het gebouw", [punt.label for punt in punten if punt.groep == GEBOUW]),
    ):
        if namen:
            yield Kop(tekst=kop, niveau=3)
            yield lijst(namen)
    if punten:
        yield zin(
            "Elk kind krijgt wel gewoon les en basisondersteuning. Is er meer nodig? Dan zoeken wij samen met u naar "
            "hulp, of naar een school die dit wel heeft."
        )


def _onbekend(groepen: tuple[Aanbodgroep, ...]) -> Iterator[Stuk]:
    namen = [punt.label for groep in groepen for punt in groep.punten]
    if namen:
        yield Kop(tekst="Nog niet ingevuld", niveau=3)
        yield lijst(leeg(naam) for naam in namen)


def _structuur(uitgave: Uitgave) -> Iterator[Stuk]:
    yield Kop(tekst="Wie helpt, en in welke stappen")
    if not uitgave.inhoud.structuur:
        yield leeg()
        return
    yield Tekening(delen=uitgave.inhoud.structuur)
    for deel in als_tekst(uitgave.inhoud.structuur):
        yield Kop(tekst=deel.kop, niveau=3)
        yield lijst(deel.punten, is_genummerd=deel.is_genummerd)


def _extra(uitgave: Uitgave) -> Iterator[Stuk]:
    yield Kop(tekst="Als uw kind meer nodig heeft")
    vast = _vaste_tekst(uitgave, ("extra_uitleg",))
    if vast:
        yield from proza(vast)
    else:
        yield zin(
            "Is de basisondersteuning niet genoeg? Dan kan uw kind extra ondersteuning krijgen. De school "
            "maakt dan samen "
            "met u een plan: het ontwikkelingsperspectief. Uw kind mag zeggen wat het daar zelf van vindt."
        )
    eigen = eigen_tekst(uitgave, ("extra", "domein3"))
    yield from proza(eigen) if eigen else (leeg("Hoe onze school dit doet, is nog niet ingevuld."),)
    yield klein("WPO artikel 40a.")


def _zorgplicht(uitgave: Uitgave) -> Iterator[Stuk]:
    yield Kop(tekst="Zorgplicht: een passende plek voor uw kind")
    vast = _vaste_tekst(uitgave, ("zorgplicht",))
    yield from proza(
        vast
        or "Meldt u uw kind schriftelijk aan, dan beslist de school binnen zes weken. Kan de school niet bieden wat uw "
        "kind nodig heeft, dan zoekt het bestuur samen met u een school die dat wel kan."
    )
    yield klein("WPO artikel 40.")


def _leerlingen(uitgave: Uitgave) -> Iterator[Stuk]:
    yield Kop(tekst="Zo hebben kinderen meegepraat")
    stap = uitgave.stap(Stapsoort.LEERLINGEN_GEHOORD)
    if stap is None:
        yield leeg("Hoe kinderen hebben meegepraat en wat de school daarmee deed, is nog niet ingevuld.")
    elif stap.is_overgeslagen:
        yield leeg(f"De kinderen zijn niet gehoord: {redenwoorden(stap)}")
    else:
        yield zin(f"Op {datum(stap.op)} vroegen wij kinderen wat zij vinden.")
        yield lijst(
            zin(Deel(tekst=f"{kop}: ", is_nadruk=True), tekst)
            for kop, tekst in (
                ("Hoe", stap.hoe),
                ("Wat kinderen zeiden", stap.gezegd),
                ("Wat wij daarmee deden", stap.gedaan),
            )
            if tekst
        )
    yield klein("WPO artikel 13b.")


def _besluit(uitgave: Uitgave) -> Iterator[Stuk]:
    yield Kop(tekst="Advies van de MR en besluit van het bestuur")
    yield lijst((_advies(uitgave.stap(Stapsoort.MR_ADVIES)), _vaststelling(uitgave)))
    yield klein("Wet medezeggenschap op scholen (WMS), artikel 11 lid 1 onder r; WPO artikel 13a lid 2.")


def _advies(stap: Stap | None) -> Zin:
    if stap is None:
        return leeg("Er is nog geen advies van de medezeggenschapsraad (MR) vastgelegd.")
    if stap.is_overgeslagen:
        return leeg(f"De medezeggenschapsraad (MR) heeft geen advies gegeven: {redenwoorden(stap)}")
    return zin(f"De medezeggenschapsraad (MR) gaf advies op {datum(stap.op)}.")


def _vaststelling(uitgave: Uitgave) -> Zin:
    stap = uitgave.stap(Stapsoort.BESTUUR_VASTGESTELD)
    if stap is None:
        return leeg("Er is nog geen besluit van het bestuur vastgelegd.")
    if stap.is_overgeslagen:
        return leeg(besluitwaarschuwing(uitgave))
    return zin(f"Het bestuur stelde dit aanbod vast op {datum(stap.op)}.")


def _contact(uitgave: Uitgave) -> Iterator[Stuk]:
    yield Kop(tekst="Vragen en hulp")
    mensen = [f"{deel.naam}, {deel.rol}" if deel.rol else deel.naam for deel in aanspreekpunten(uitgave)]
    contacten = lees_contacten(uitgave)
    if not contacten and not mensen:
        yield leeg()
    yield lijst(
        (
            *mensen,
            *(zin(f"{contact.label}: ", Deel(tekst=contact.waarde, adres=contact.adres)) for contact in contacten),
            f"Onze school hoort bij samenwerkingsverband {verbandnaam(uitgave)} ({verbandnummer(uitgave)}).",
            (
                "Ouders en kinderen kunnen met vragen terecht bij het ouder- en jeugdsteunpunt van het "
                "samenwerkingsverband."
            ),
        )
    )
    yield klein("WPO artikel 13 lid 1 onder k en artikel 19.")


def _vaste_tekst(uitgave: Uitgave, codes: tuple[str, ...]) -> str:
    return next(
        (
            deel.tekst_op(uitgave.peildatum)
            for deel in uitgave.sjabloon.onderdelen()
            if isinstance(deel, VasteTekst) and deel.code in codes
        ),
        "",
    )


def eigen_tekst(uitgave: Uitgave, codes: tuple[str, ...]) -> str:
    """The first of these texts that the school wrote itself."""
    eigen = {tekst.code: tekst.tekst for tekst in uitgave.inhoud.teksten if not tekst.is_vast}
    return next((eigen[code] for code in codes if eigen.get(code, "").strip()), "")
