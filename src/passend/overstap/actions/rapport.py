"""Writing the report for the next school, setting it, telling the parents, and sending it."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from passend.begrippen.overstap import RAPPORTTEKSTEN, Uitvoervorm
from passend.begrippen.rollen import Logsoort, Reden
from passend.leerlingen.actions.dossier import log_inzage
from passend.leerlingen.actions.leerlingen import check_lengte, log_leerling
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import get_inzage, require
from passend.overstap.actions.contact import LANGSTE_SCHOOL, OverstapError
from passend.overstap.models import Onderwijskundigrapport, Rapporttekst, Rapportuitvoer
from passend.overstap.permissions import (
    WIE_LEEST,
    WIE_RAPPORT,
    WIE_VASTSTELT,
    why_may_read_rapport,
    why_may_set_rapport,
    why_may_write_rapport,
)
from passend.overstap.queries.ouders import als_lezing, is_verzonden, list_ouderbeelden
from passend.overstap.queries.overstap import get_schoolnamen, get_teksten
from passend.overstap.queries.rapport import get_rapportinhoud, list_besluitkeuzes
from passend.regels.bestemming import BestemmingError, Scholen, check_adres, check_school
from passend.regels.burgerservicenummer import heeft_burgerservicenummer
from passend.regels.okr import Verzendfeiten, okr_onderdelen, wat_nog_moet, wat_nog_moet_swv
from passend.toegang.models import Account

LANGSTE_TEKST = 10_000
BESTEMMING = {
    "naar_school": LANGSTE_SCHOOL,
    "naar_brin": 6,
    "straat": 120,
    "huisnummer": 20,
    "postcode": 7,
    "woonplaats": 80,
}
_VAST = "Dit rapport is vastgesteld en verandert niet meer. Begin een nieuw rapport als er iets anders in moet."
_ONDERTUSSEN = "Iemand anders wijzigde dit rapport terwijl u typte. Lees eerst wat er nu staat; uw tekst staat er nog."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestemming:
    """The school the pupil goes to, and where the pupil lives; the address only goes into a transfer file."""

    naar_school: str
    naar_brin: str = ""
    is_adres_geheim: bool = False
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    woonplaats: str = ""


@transaction.atomic
def begin_rapport(*, actor: Account, leerling: Leerling, op: datetime) -> Onderwijskundigrapport:
    """Begin a report with what the one before it said; one that is being written already is given back.

    Raises:
        GeenToegangError: the actor is no intern begeleider or directeur here.
    """
    reden = require(why_may_write_rapport(get_inzage(actor, leerling, op=op)), WIE_RAPPORT)
    Leerling.objects.select_for_update().get(pk=leerling.pk)
    open_ = Onderwijskundigrapport.objects.filter(leerling=leerling, vastgesteld_op__isnull=True).first()
    if open_ is not None:
        return open_
    vorige = Onderwijskundigrapport.objects.filter(leerling=leerling).first()
    eerder = {veld: getattr(vorige, veld) for veld in (*BESTEMMING, "is_adres_geheim", "besluiten")} if vorige else {}
    rapport = Onderwijskundigrapport.objects.create(
        bestuur_id=leerling.bestuur_id, leerling=leerling, begonnen_op=op, begonnen_door=actor, **eerder
    )
    Rapporttekst.objects.bulk_create(
        Rapporttekst(
            bestuur_id=rapport.bestuur_id,
            rapport=rapport,
            onderdeel=onderdeel,
            tekst=tekst,
            gewijzigd_op=op,
            gewijzigd_door=actor,
        )
        for onderdeel, tekst in (get_teksten(rapport=vorige).items() if vorige else ())
    )
    log_leerling(actor, leerling, "begin_rapport", reden, op)
    return rapport


@transaction.atomic
def write_rapport(
    *, actor: Account, rapport: Onderwijskundigrapport, onderdeel: str, tekst: str, eerder: str, op: datetime
) -> None:
    """Say something in one part; `eerder` is what the writer saw there.

    Raises:
        GeenToegangError: the actor is no intern begeleider or directeur here.
        OverstapError: there is no such part, the report was set, or somebody else wrote in the meantime.
    """
    rapport, reden = _open(actor, rapport, op)
    if onderdeel not in {code for deel in okr_onderdelen(op.date()) for code in deel.teksten}:
        raise OverstapError("Dit onderdeel hoort niet in een onderwijskundig rapport. Kies een onderdeel uit de lijst.")
    check_lengte(tekst, LANGSTE_TEKST)
    check_zonder_nummer(tekst)
    nu = get_teksten(rapport=rapport).get(onderdeel, "")
    if nu != eerder.replace("\r\n", "\n").strip() and nu != tekst.strip():
        raise OverstapError(_ONDERTUSSEN)
    Rapporttekst.objects.update_or_create(
        bestuur_id=rapport.bestuur_id,
        rapport=rapport,
        onderdeel=onderdeel,
        defaults={"tekst": tekst.replace("\r\n", "\n").strip(), "gewijzigd_op": op, "gewijzigd_door": actor},
    )
    log_leerling(actor, rapport.leerling, "write_rapport", reden, op)


@transaction.atomic
def set_bestemming(*, actor: Account, rapport: Onderwijskundigrapport, waarheen: Bestemming, op: datetime) -> None:
    """Say to which school the pupil goes, and where it lives; of who stays only the second.

    Raises:
        GeenToegangError: the actor is no intern begeleider or directeur here.
        OverstapError: the report was set, or something is too long.
    """
    rapport, reden = _open(actor, rapport, op)
    for veld, hoogstens in BESTEMMING.items():
        check_lengte(getattr(waarheen, veld), hoogstens)
        setattr(rapport, veld, getattr(waarheen, veld).strip())
    try:
        scholen = Scholen(eigen=rapport.leerling.vestiging.code, namen=get_schoolnamen())
        rapport.naar_brin = check_school(waarheen.naar_school, waarheen.naar_brin, scholen)
        rapport.postcode = check_adres(waarheen.huisnummer, waarheen.postcode)
    except BestemmingError as fout:
        raise OverstapError(str(fout)) from fout
    rapport.is_adres_geheim = waarheen.is_adres_geheim
    if waarheen.is_adres_geheim:
        rapport.straat = rapport.huisnummer = rapport.postcode = rapport.woonplaats = ""
    rapport.save(update_fields=[*BESTEMMING, "is_adres_geheim"])
    log_leerling(actor, rapport.leerling, "set_bestemming", reden, op)


@transaction.atomic
def choose_besluiten(*, actor: Account, rapport: Onderwijskundigrapport, merken: Collection[str], op: datetime) -> None:
    """Say which decisions of meetings go along; the others stay in the file here.

    Raises:
        GeenToegangError: the actor is no intern begeleider or directeur here.
        OverstapError: the report was set.
    """
    rapport, reden = _open(actor, rapport, op)
    wordt = sorted({een.merk for een in list_besluitkeuzes(rapport=rapport)} & set(merken))
    if rapport.besluiten == wordt:
        return
    rapport.besluiten = wordt
    rapport.save(update_fields=["besluiten"])
    log_leerling(actor, rapport.leerling, "choose_besluiten", reden, op)


@transaction.atomic
def freeze_rapport(*, actor: Account, rapport: Onderwijskundigrapport, is_voor_swv: bool = False, op: datetime) -> None:
    """Set the report as it is now; it never changes after that.

    `is_voor_swv` is true of a pupil who stays: then only the samenwerkingsverband gets it, and no school is named.

    Raises:
        GeenToegangError: the actor is no directeur here.
        OverstapError: it was set already, or it does not say yet to which school the pupil goes.
    """
    reden = require(why_may_set_rapport(get_inzage(actor, rapport.leerling, op=op)), WIE_VASTSTELT)
    rapport = lock_rapport(rapport)
    _check_open(rapport)
    if not rapport.naar_school and not is_voor_swv:
        raise OverstapError(
            "Vul eerst in naar welke school de leerling gaat, of kies dat het rapport alleen voor het "
            "samenwerkingsverband is."
        )
    gedrag = next(deel for deel in okr_onderdelen(op.date()) if deel.code == "gedrag")
    teksten = get_teksten(rapport=rapport)
    leeg = [code for code in gedrag.teksten if not teksten.get(code) and code != "overig_gedrag"]
    if leeg:
        welke = ", ".join(RAPPORTTEKSTEN[code] for code in leeg)
        raise OverstapError(
            f"Gedrag staat er per onderdeel in (BULB 5 lid 2). Nog leeg: {welke}. Schrijf er iets, "
            "ook als er niets bijzonders is."
        )
    rapport.inhoud = get_rapportinhoud(rapport=rapport, teksten=teksten, geschreven_op=op.date())
    _check_inhoud(rapport.inhoud)
    rapport.vastgesteld_op, rapport.vastgesteld_door = op, actor
    rapport.save(update_fields=["inhoud", "vastgesteld_op", "vastgesteld_door"])
    log_leerling(actor, rapport.leerling, "freeze_rapport", reden, op)


def _check_inhoud(inhoud: dict[str, Any]) -> None:
    """What must be in a report before it is set; and what may not: a number of the state, whoever it is of."""
    if not inhoud["ouders"]:
        raise OverstapError(
            "Er staat nog geen ouder in het dossier van deze leerling. Noteer daar eerst de ouders: zij krijgen het "
            "rapport te lezen."
        )
    for deel in inhoud["onderdelen"]:
        for tekst in _woorden([deel["teksten"], deel["rubrieken"]]):
            check_zonder_nummer(tekst)


def check_zonder_nummer(tekst: str) -> None:
    """Refuse words with a number in them that can be a burgerservicenummer.

    Raises:
        OverstapError: there is one.
    """
    if heeft_burgerservicenummer(tekst):
        raise OverstapError(
            "In deze tekst staat een getal dat een burgerservicenummer kan zijn. Dat mag niet in een rapport, ook niet "
            "dat van iemand anders. Haal het getal weg."
        )


def _woorden(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict | list):
        for deel in waarde.values() if isinstance(waarde, dict) else waarde:
            yield from _woorden(deel)


@transaction.atomic
def export_rapport(
    *, actor: Account, rapport: Onderwijskundigrapport, vorm: Uitvoervorm, bestand: bytes, op: datetime
) -> Rapportuitvoer:
    """Note that the report leaves as a file, before it does.

    Parents and school may have it on paper once it was set; it goes to another school only after the parents were told.

    Raises:
        GeenToegangError: the actor may not read it, or may not send it.
        OverstapError: something must be done first; the text says what.
    """
    inzage = get_inzage(actor, rapport.leerling, op=op)
    rapport = lock_rapport(rapport)
    if vorm is Uitvoervorm.PDF:
        reden = require(why_may_read_rapport(inzage, rapport), WIE_LEEST)
        if rapport.vastgesteld_op is None:
            raise OverstapError("Het rapport is nog niet vastgesteld. De directeur doet dat, na overleg met het team.")
    else:
        is_oso = vorm is Uitvoervorm.OSO
        mag = why_may_set_rapport(inzage) if is_oso else why_may_write_rapport(inzage)
        reden = require(mag, WIE_VASTSTELT if is_oso else WIE_RAPPORT)
        if redenen := nog_voor(rapport, vorm, peildatum=op.date()):
            raise OverstapError(redenen[0])
    uitvoer = Rapportuitvoer.objects.create(
        bestuur_id=rapport.bestuur_id,
        rapport=rapport,
        vorm=vorm.value,
        vingerafdruk=hashlib.sha256(bestand).hexdigest(),
        op=op,
        door=actor,
    )
    log_inzage(
        actor=actor,
        leerling=rapport.leerling,
        reden=reden,
        op=op,
        handeling=f"export_rapport:{vorm.value}",
        soort=Logsoort.UITVOER,
    )
    return uitvoer


def nog_voor(rapport: Onderwijskundigrapport, vorm: Uitvoervorm, *, peildatum: date) -> Sequence[str]:
    """What must be done before a report leaves as this kind of file."""
    feiten = verzendfeiten(rapport, peildatum=peildatum)
    return wat_nog_moet_swv(feiten) if vorm is Uitvoervorm.OSO_SWV else wat_nog_moet(feiten, peildatum=peildatum)


def verzendfeiten(rapport: Onderwijskundigrapport, *, peildatum: date) -> Verzendfeiten:
    """What the rule asks of a report before it leaves; of one that left, the proof is what was asked then."""
    beelden = list_ouderbeelden(rapport=rapport, peildatum=peildatum)
    lezingen, is_weg = [replace(als_lezing(een), naam=een.ouder.naam) for een in beelden], is_verzonden(rapport=rapport)
    return Verzendfeiten(
        is_vastgesteld=rapport.vastgesteld_op is not None,
        naar_school=rapport.naar_school,
        ouders=[replace(een, is_bewezen=een.is_bewezen or is_weg) for een in lezingen],
    )


def _open(actor: Account, rapport: Onderwijskundigrapport, op: datetime) -> tuple[Onderwijskundigrapport, Reden]:
    reden = require(why_may_write_rapport(get_inzage(actor, rapport.leerling, op=op)), WIE_RAPPORT)
    vers = lock_rapport(rapport)
    _check_open(vers)
    return vers, reden


def lock_rapport(rapport: Onderwijskundigrapport) -> Onderwijskundigrapport:
    """The report as it is now, locked until the end of what is being done."""
    vers = Onderwijskundigrapport.objects.select_for_update().get(pk=rapport.pk)
    vers.leerling = rapport.leerling
    return vers


def _check_open(rapport: Onderwijskundigrapport) -> None:
    if rapport.vastgesteld_op is not None:
        raise OverstapError(_VAST)
