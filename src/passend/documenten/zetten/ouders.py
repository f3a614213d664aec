"""The plain page for parents: short sentences, no school words, and what is not known stays said."""

from collections.abc import Iterable, Iterator

from passend.begrippen.profielinhoud import Structuurdeel
from passend.begrippen.uitgave import Uitgave
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
from passend.documenten.zetten.ouderaanbod import oudernaam, ouderzin
from passend.documenten.zetten.oudersteksten import STATUS_EN, TEKSTEN, Oudersteksten
from passend.documenten.zetten.schoolgids import eigen_tekst
from passend.documenten.zetten.status import besluit_ontbreekt, redenwoorden, statuswoorden
from passend.documenten.zetten.stukken import Deel, Kop, Stuk, Tekening, Zin, klein, leeg, let_op, lijst, proza, zin
from passend.documenten.zetten.woorden import Taal, aaneen, datum, periode, schoolnaam, verbandnaam


def titel_ouders(uitgave: Uitgave, taal: Taal) -> str:
    """The title of the page."""
    return TEKSTEN[taal].titel.format(school=schoolnaam(uitgave.inhoud))


def bouw_ouders(uitgave: Uitgave, taal: Taal) -> tuple[Stuk, ...]:
    """The page, piece by piece; its title is not in it."""
    woorden = TEKSTEN[taal]
    return (
        *_welkom(uitgave, woorden, taal),
        *_aanbod(uitgave, woorden, taal),
        *_wie(uitgave, woorden, taal),
        *_stappen(uitgave, woorden, taal),
        *_rechten(woorden),
        *_vragen(uitgave, woorden, taal),
    )


def _vreemd(taal: Taal) -> str:
    """The language of the school's own words, when the page is in another."""
    return "" if taal == "nl" else "nl"


def _welkom(uitgave: Uitgave, woorden: Oudersteksten, taal: Taal) -> Iterator[Stuk]:
    yield from (zin(tekst) for tekst in woorden.welkom)
    if uitgave.status == "concept":
        yield leeg(woorden.concept)
    if (stap := besluit_ontbreekt(uitgave)) is not None:
        yield let_op(woorden.zonder_besluit, Deel(tekst=redenwoorden(stap), taal=_vreemd(taal)))
    if woorden.in_nederlands:
        yield zin(woorden.in_nederlands)


def _aanbod(uitgave: Uitgave, woorden: Oudersteksten, taal: Taal) -> Iterator[Stuk]:
    punten = lees_aanbod(uitgave)
    groepen = groepeer(punten, Staat.BIEDT)
    yield Kop(tekst=woorden.kop_aanbod)
    yield zin(woorden.aanbod) if groepen else leeg(woorden.leeg)
    for groep in groepen:
        yield Kop(tekst=groep.naam(taal), niveau=3)
        yield lijst(_punten(groep, taal))
    dagen = [punt.op for groep in groepen for punt in groep.punten if punt.op]
    if dagen:
        yield klein(woorden.bevestigd.format(wanneer=periode(dagen, taal)))
    yield from _niet(punten, woorden, taal)


def _niet(punten: tuple[Aanbodpunt, ...], woorden: Oudersteksten, taal: Taal) -> Iterator[Stuk]:
    niet = ontbreekt(punten)
    onbekend = [punt for groep in groepeer(punten, Staat.ONBEKEND) for punt in groep.punten]
    for kop, gekozen in (
        (woorden.kop_niet, [punt for punt in niet if punt.groep != GEBOUW]),
        (woorden.kop_niet_gebouw, [punt for punt in niet if punt.groep == GEBOUW]),
    ):
        if gekozen:
            yield Kop(tekst=kop, niveau=3)
            yield lijst(_namen(gekozen, taal))
    if niet:
        yield zin(woorden.niet)
    if onbekend:
        yield Kop(tekst=woorden.kop_onbekend, niveau=3)
        yield lijst(_namen(onbekend, taal))


def _namen(punten: Iterable[Aanbodpunt], taal: Taal) -> list[Zin]:
    namen = {deel.tekst.casefold(): deel for deel in (oudernaam(punt, taal) for punt in punten)}
    return [zin(deel) for deel in namen.values()]


def _punten(groep: Aanbodgroep, taal: Taal) -> Iterator[Zin]:
    """Things that read the same appear once: parents do not care which table they were in."""
    gezien: set[str] = set()
    for punt in groep.punten:
        regel = ouderzin(punt, taal)
        woorden = "".join(deel.tekst for deel in regel.delen).casefold()
        if woorden not in gezien:
            gezien.add(woorden)
            yield regel


def _wie(uitgave: Uitgave, woorden: Oudersteksten, taal: Taal) -> Iterator[Stuk]:
    yield Kop(tekst=woorden.kop_wie)
    mensen = [_mens(deel, taal) for deel in aanspreekpunten(uitgave)]
    yield lijst((*woorden.wie, *mensen))
    if not mensen:
        yield leeg(woorden.wie_leeg)
    contacten = [contact for contact in lees_contacten(uitgave) if contact.code in {"adres", "telefoon", "email"}]
    if contacten:
        yield lijst(
            zin(
                f"{woorden.labels.get(contact.code, contact.label)}: ",
                Deel(tekst=contact.waarde, adres=contact.adres),
            )
            for contact in contacten
        )


def _mens(deel: Structuurdeel, taal: Taal) -> Zin:
    rest = aaneen((deel.rol, deel.toelichting))
    delen = [Deel(tekst=deel.naam, taal=_vreemd(taal), is_nadruk=True)]
    return zin(*delen, Deel(tekst=f": {rest}", taal=_vreemd(taal))) if rest else zin(*delen)


def _stappen(uitgave: Uitgave, woorden: Oudersteksten, taal: Taal) -> Iterator[Stuk]:
    yield Kop(tekst=woorden.kop_stappen)
    stappen = [deel for deel in uitgave.inhoud.structuur if deel.soort == "stap"]
    if stappen:
        yield lijst((_mens(deel, taal) for deel in stappen), is_genummerd=True)
    else:
        yield leeg(woorden.leeg)
    if uitgave.inhoud.structuur:
        yield Tekening(delen=uitgave.inhoud.structuur)
    eigen = eigen_tekst(uitgave, ("extra",))
    if eigen:
        yield zin(woorden.school_zegt)
        yield from proza(eigen, _vreemd(taal))


def _rechten(woorden: Oudersteksten) -> Iterator[Stuk]:
    yield Kop(tekst=woorden.kop_rechten)
    yield Kop(tekst=woorden.aanmelden, niveau=3)
    yield lijst(woorden.rechten_aanmelden)
    yield Kop(tekst=woorden.plan, niveau=3)
    yield lijst(woorden.rechten_plan)


def _vragen(uitgave: Uitgave, woorden: Oudersteksten, taal: Taal) -> Iterator[Stuk]:
    yield Kop(tekst=woorden.kop_vragen)
    gids = [contact for contact in lees_contacten(uitgave) if contact.code == "schoolgids"]
    yield lijst(
        (
            *(vraag.format(regio=verbandnaam(uitgave)) for vraag in woorden.vragen),
            *(zin(f"{woorden.labels.get(c.code, c.label)}: ", Deel(tekst=c.waarde, adres=c.adres)) for c in gids),
        )
    )
    status = statuswoorden(uitgave) if taal == "nl" else STATUS_EN.get(uitgave.status, uitgave.status)
    yield klein(woorden.stand.format(status=status, dag=datum(uitgave.peildatum, taal)))
