"""What a transfer file means here: a pupil, parents, and pieces of a file; what is not taken over is said with why."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opgave import OnleesbaarError
from passend.begrippen.overstap import (
    Invoervorm,
    Meegekomenouder,
    Meegekomenstuk,
    Nietovergenomen,
    Overstapopgave,
)
from passend.uitwisseling.oso.bijlagen import bijlagen_van
from passend.uitwisseling.oso.controle import profiel_van
from passend.uitwisseling.oso.dossier import Bestand, Swvbestand
from passend.uitwisseling.oso.leerling import LeerlingMetNummer, LeerlingZonderNummer
from passend.uitwisseling.oso.lezen import Lezing
from passend.uitwisseling.oso.resultaattekst import cijferregels, eindtoetsregels

type _Leerling = LeerlingMetNummer | LeerlingZonderNummer
_NUMMER = Nietovergenomen(
    wat="burgerservicenummer of onderwijsnummer",
    waarom="de directeur legt het zelf vast, van een officieel stuk",
)


AKKOORDEN = {"Ja": "zij zijn het eens met het dossier", "Nee": "zij zijn het niet eens met het dossier"}
GESLACHTEN = {"0": "onbekend", "1": "jongen", "2": "meisje"}
SWV_DOSSIER = (
    "Dit dossier is gemaakt voor het samenwerkingsverband, niet voor een school. Vraag de andere school om het "
    "overstapdossier voor uw school."
)


ANDER_DOSSIER = {
    "POVO": (
        "Dit dossier is gemaakt voor de overstap naar het voortgezet onderwijs (POVO). Er staat in wat daarvoor nodig "
        "is. Vraag de andere school om het overstapdossier van basisschool naar basisschool (POPO)."
    ),
    "VOVO": (
        "Dit dossier is gemaakt voor de overstap tussen scholen voor voortgezet onderwijs (VOVO). Kijk na of u het "
        "goede bestand heeft, en vraag anders om het overstapdossier van basisschool naar basisschool (POPO)."
    ),
    "binnen een school": (
        "Dit dossier is gemaakt om gegevens binnen een school over te zetten. Vraag de andere school om het "
        "overstapdossier van basisschool naar basisschool (POPO)."
    ),
}
"""What a file of another kind was made for: it holds what is needed for that, and no more (AVG artikel 5)."""
ONBEKEND_DOSSIER = (
    "Dit dossier is voor een ander soort overstap gemaakt. Vraag de andere school om het overstapdossier van "
    "basisschool naar basisschool (POPO)."
)


def maak_opgave(lezing: Lezing, schoolnamen: Mapping[str, str] = MappingProxyType({})) -> Overstapopgave:
    """What a file says for the file of the pupil here; `schoolnamen` has what schools are called, by BRIN and place.

    Raises:
        OnleesbaarError: it is no file for a basisschool, or does not say who the pupil is.
    """
    bestand = lezing.bestand
    if isinstance(bestand, Swvbestand):
        raise OnleesbaarError(SWV_DOSSIER)
    profiel = profiel_van(lezing.boom, lezing.formaat)
    if profiel != "POPO":
        raise OnleesbaarError(ANDER_DOSSIER.get(profiel, ONBEKEND_DOSSIER))
    school, leerling = bestand.huidigeschool, bestand.huidigeschool.leerling
    if not leerling.voornaam or leerling.geboortedatum is None:
        raise OnleesbaarError(
            "In dit bestand ontbreekt de voornaam of de geboortedatum. Vraag het opnieuw aan de andere school."
        )
    geboren = leerling.geboortedatum
    if geboren > bestand.metadata.datum:
        raise OnleesbaarError(
            f"De geboortedag in dit bestand is {geboren:%d-%m-%Y}, na de dag waarop het is gemaakt. "
            "Dat kan niet. Vraag het opnieuw aan de andere school."
        )
    return Overstapopgave(
        vorm=Invoervorm.OSO,
        van_school=school.naam,
        van_brin=f"{school.brincode}{school.vestigingscode}",
        gemaakt_op=bestand.metadata.datum,
        voornaam=leerling.roepnaam or leerling.voornaam[0],
        achternaam=_achternaam(leerling.voorvoegsel, leerling.achternaam),
        geboren_op=geboren,
        geslacht=GESLACHTEN.get(leerling.geslacht or "", ""),
        ingeschreven_op=leerling.datuminschrijving,
        uitgeschreven_op=leerling.datumuitschrijving,
        ouders=tuple(
            Meegekomenouder(
                naam=" ".join((*een.voornaam[:1], _achternaam(een.voorvoegsel, een.achternaam))),
                heeft_gezag=een.wettigevertegenwoordiger,
            )
            for een in leerling.verzorgers
            if not een.overleden
        ),
        stukken=tuple(_stukken(bestand, schoolnamen)),
        bijlagen=bijlagen_van(leerling),
        niet_overgenomen=tuple(_niet(lezing, leerling)),
    )


def _achternaam(voorvoegsel: str | None, achternaam: str) -> str:
    return f"{voorvoegsel} {achternaam}" if voorvoegsel else achternaam


def _stukken(bestand: Bestand, schoolnamen: Mapping[str, str]) -> Iterator[Meegekomenstuk]:
    leerling, op = bestand.huidigeschool.leerling, bestand.metadata.datum
    school = bestand.huidigeschool.naam
    delen = (
        ("Schoolloopbaan", _loopbaan(leerling, schoolnamen), Vertrouwelijkheid.GEWOON),
        ("Toetsen", _toetsen(leerling), Vertrouwelijkheid.GEWOON),
        ("Eindtoets", _eindtoets(leerling), Vertrouwelijkheid.GEWOON),
        ("Cijfers", _cijfers(leerling), Vertrouwelijkheid.GEWOON),
        ("Ondersteuning", _ondersteuning(leerling), Vertrouwelijkheid.ZORG),
        ("Verzuim", _verzuim(leerling), Vertrouwelijkheid.GEWOON),
        ("Wat de ouders ervan vinden", _ouders(bestand), Vertrouwelijkheid.GEWOON),
    )
    for wat, regels, klasse in delen:
        if regels:
            tekst = f"Uit het overstapdossier van {school}.\n\n" + "\n".join(regels)
            yield Meegekomenstuk(titel=f"{wat} (vorige school)", tekst=tekst, vertrouwelijkheid=klasse, op=op)


def _loopbaan(leerling: _Leerling, schoolnamen: Mapping[str, str]) -> list[str]:
    regels = []
    for een in leerling.schoolloopbaan:
        code = f"{een.brincode}{een.vestigingscode}"
        groep = re.sub(r"(?i)^groep\s+", "", een.groepsnaam or een.groepscode)
        regels.append(f"{een.schooljaar}: groep {groep}, {schoolnamen.get(code, f'school {code}')}")
    return regels


def _toetsen(leerling: _Leerling) -> list[str]:
    regels = []
    for toets in leerling.toetsen:
        wie = toets.toetsidentificatie
        naam = " ".join(filter(None, (wie.toetsnaam or wie.eldtoetscode, wie.toetsversie)))
        scores = [f"{een.codereferentiescore} {een.waarde}" for een in toets.resultaat.referentiescores]
        score = toets.resultaat.toetsscore
        if score is not None and score.vaardigheidsscore:
            scores.append(f"vaardigheidsscore {score.vaardigheidsscore}")
        regels.append(f"{toets.afname.afnamedatum:%d-%m-%Y}: {naam}: {', '.join(scores) or 'zie de bijlage'}")
    return regels


def _eindtoets(leerling: _Leerling) -> list[str]:
    toets = leerling.eindtoets_basisonderwijs
    return list(eindtoetsregels(toets)) if toets else []


def _cijfers(leerling: _Leerling) -> list[str]:
    return [regel for lijst in leerling.cijferlijsten for regel in cijferregels(lijst)]


def _ondersteuning(leerling: _Leerling) -> list[str]:
    steun = leerling.onderwijsondersteuning
    if steun is None:
        return []
    regels = [
        f"Handelingsplan, {een.startdatum:%d-%m-%Y}{_tot(een.einddatum)}: {een.isgerichtop}"
        for een in steun.handelingsplannen
    ]
    if steun.opp is not None:
        regels.append(f"Ontwikkelingsperspectief, {steun.opp.opp_ingangdatum:%d-%m-%Y}{_tot(steun.opp.opp_einddatum)}")
    regels += [
        f"Diagnose: {', '.join(een.codes)} {een.naam or ''} {een.doorwie or ''}".strip() for een in steun.diagnoses
    ]
    regels += [
        f"Arrangement, {een.arrangement_datum:%d-%m-%Y}{_tot(een.arrangement_einddatum)}: "
        f"{een.arrangement_kenmerk or 'zonder omschrijving'}"
        for een in steun.arrangementen
    ]
    regels += [
        f"Toelaatbaarheidsverklaring, {een.tlvingangdatum:%d-%m-%Y}{_tot(een.tlveinddatum)}: "
        f"categorie {een.tlvcategorie}"
        for een in steun.tlv
    ]
    return regels


def _tot(dag: date | None) -> str:
    return f" tot en met {dag:%d-%m-%Y}" if dag else ""


def _verzuim(leerling: _Leerling) -> list[str]:
    verzuim = leerling.verzuim
    if verzuim is None or verzuim.frequentie is None:
        return []
    return [f"Zonder goede reden, in de laatste twaalf maanden: {verzuim.frequentie} keer"]


def _ouders(bestand: Bestand) -> list[str]:
    inzage = bestand.inzage
    if inzage is None or not (inzage.akkoord or inzage.redennietakkoord):
        return []
    dag = f" op {inzage.inzagedatum:%d-%m-%Y}" if inzage.inzagedatum else ""
    eens = AKKOORDEN.get(inzage.akkoord or "", "dat is niet bekend")
    return [f"Wat de ouders zeiden{dag}: {eens}.", *filter(None, [inzage.redennietakkoord])]


def _niet(lezing: Lezing, leerling: _Leerling) -> Iterator[Nietovergenomen]:
    if isinstance(leerling, LeerlingMetNummer) and (leerling.bsn or leerling.onderwijsnummer):
        yield _NUMMER
    if leerling.huisarts is not None:
        yield Nietovergenomen(
            wat="huisarts", waarom="Passend houdt die niet bij; vraag die aan de ouders als het voor school nodig is"
        )
    if leerling.adressen or leerling.communicatie:
        yield Nietovergenomen(
            wat="adres en telefoonnummer", waarom="die houdt de leerlingadministratie bij, niet Passend"
        )
    steun = leerling.onderwijsondersteuning
    if steun is not None and steun.medicijngebruik is not None:
        yield Nietovergenomen(wat="medicijngebruik", waarom="vraag het aan de ouders als het voor school nodig is")
    for naam in lezing.overgeslagen:
        yield Nietovergenomen(wat=naam.rsplit("/", 1)[-1], waarom="dit hoort niet in een dossier voor een basisschool")
