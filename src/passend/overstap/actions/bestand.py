"""A file of another school: looked at, taken over in one go, or thrown away."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from cryptography.fernet import InvalidToken
from django.db import transaction
from django.db.models import QuerySet

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overstap import Meegekomenbijlage, Overstapopgave
from passend.begrippen.rollen import Logsoort, Reden
from passend.leerlingen.actions.dossier import LANGSTE_TITEL, add_stuk
from passend.leerlingen.actions.kluis import kluis
from passend.leerlingen.actions.leerlingen import (
    Oudergegevens,
    add_ouder,
    onderwerp,
)
from passend.leerlingen.actions.stukbestand import attach_stukbestand
from passend.leerlingen.models import Dossierstuk, Dossierversie, Leerling, Ouderrelatie
from passend.leerlingen.permissions import require
from passend.leerlingen.queries.dossier import list_bijlagesleutels
from passend.organisaties.models import Vestiging
from passend.overstap.actions.contact import LANGSTE_SCHOOL, OverstapError
from passend.overstap.actions.toetsen import take_over_toetsen
from passend.overstap.models import Overstapbestand
from passend.overstap.permissions import WIE_INLEEST, why_may_take_in
from passend.overstap.queries.aanmelding import Aanmeldingskeuze, get_aanmeldingskeuze
from passend.overstap.queries.overstap import BLIJFT, find_bestand, onderwerp_van
from passend.plannen.actions.voorstellen import offer_plannen
from passend.regels.kindnaam import is_zelfde_naam
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import ToelatingError, note_andere_school
from passend.toelating.actions.besluiten import enrol_aangemelde
from passend.toelating.models import Schoolcontact
from passend.toelating.queries.contact import Contactkind

AL_OVERGENOMEN = "Dit bestand is al overgenomen. Er verandert niets als u het nog eens inlevert."
GEEN_AANMELDING = (
    "Dit kind is nog geen leerling bij u, en er is geen aanmelding van dit kind. Noteer haar eerst bij Aanmeldingen. "
    "Overnemen kan als het kind is toegelaten, of een tijdelijke plek heeft."
)
KIES = "Kies de aanmelding van dit kind, en vul de eerste schooldag in."
LANGSTE_KINDNAAM = 241
VORIGE = " (vorige school)"
ANDERE_SLEUTEL = "Dit bestand is versleuteld met een sleutel die er niet meer is. Lever het opnieuw in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Inschrijving:
    """By which registration a child is or becomes a pupil; who is one already has its first school day."""

    aanmelding: int
    eerste_dag: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meekomend:
    """One thing that a file brings: what it is, and its words when there is more to read."""

    wat: str
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """What a file brings beside what is here already.

    Attributes:
        leerling: the pupil of this school with this name and day of birth; None when there is none yet.
        keuze: the registrations at this school by which it can become a pupil; None when it is one already.
        nieuw: what would come.
        al_hier: what is here already, and stays as it is.
    """

    leerling: Leerling | None
    keuze: Aanmeldingskeuze | None = None
    nieuw: list[Meekomend] = field(default_factory=list)
    al_hier: list[Meekomend] = field(default_factory=list)


@transaction.atomic
def keep_bestand(
    *, actor: Account, vestiging: Vestiging, opgave: Overstapopgave, inhoud: bytes, op: datetime
) -> Overstapbestand:
    """Keep a file that was read, locked, for a week; of pupils nothing changes. A file that is here is given back.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
    """
    reden = require(why_may_take_in(actor, vestiging, op=op), WIE_INLEEST)
    expire_bestanden(bestuur=vestiging.bestuur_id, op=op)
    vingerafdruk = hashlib.sha256(inhoud).hexdigest()
    eerder = find_bestand(vestiging=vestiging, vingerafdruk=vingerafdruk)
    if eerder is not None:
        return eerder
    bestand = Overstapbestand.objects.create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        vorm=opgave.vorm.value,
        vingerafdruk=vingerafdruk,
        naam=f"{opgave.voornaam} {opgave.achternaam}"[:LANGSTE_KINDNAAM],
        geboren_op=opgave.geboren_op,
        van_school=opgave.van_school[:LANGSTE_SCHOOL],
        geheim=kluis().encrypt(inhoud),
        ingelezen_op=op,
        ingelezen_door=actor,
    )
    log_bestand(actor, bestand, "keep_bestand", reden, op)
    keuze = get_aanmeldingskeuze(vestiging=vestiging, opgave=opgave)
    for een in keuze.aanmeldingen if keuze.is_zeker else ():
        een.vestiging = vestiging
        note_andere_school(actor=actor, aanmelding=een, school=opgave.van_school, op=op)
    return bestand


def log_bestand(
    actor: Account,
    bestand: Overstapbestand,
    handeling: str,
    reden: Reden,
    op: datetime,
    soort: Logsoort = Logsoort.WIJZIGEN,
) -> None:
    """Write down what somebody did with a file: of the pupil once it is known which, and of the file until then."""
    over = onderwerp(bestand.leerling) if bestand.leerling is not None else onderwerp_van(bestand)
    log_handeling(
        account=actor, handeling=handeling, onderwerp=over, reden=reden, op=op, bestuur=bestand.bestuur_id, soort=soort
    )


def zaak_van(bestand: Overstapbestand) -> str:
    """The key under which talks about the pupil of a file are noted until there is a file of the pupil here."""
    return f"bestand:{bestand.pk}"


def kind_van(bestand: Overstapbestand, opgave: Overstapopgave) -> Contactkind:
    """The child that a file is about, for the log of talks."""
    return Contactkind(
        voornaam=opgave.voornaam, achternaam=opgave.achternaam, geboren_op=opgave.geboren_op, zaak=zaak_van(bestand)
    )


def open_bestand(bestand: Overstapbestand) -> bytes:
    """The file as it came; who shows it asks first who may see it.

    Raises:
        OverstapError: no key fits any more.
    """
    try:
        return kluis().decrypt(bytes(bestand.geheim))
    except InvalidToken:
        raise OverstapError(ANDERE_SLEUTEL) from None


def compare_bestand(*, vestiging: Vestiging, opgave: Overstapopgave, bestand: Overstapbestand) -> Vergelijking:
    """What would come in, and what is here already."""
    leerling = bestand.leerling or find_leerling(vestiging=vestiging, opgave=opgave)
    ouders = _ouders(leerling)
    stukken = _stukken(leerling)
    nieuw: list[Meekomend] = []
    al_hier: list[Meekomend] = []
    kind = Meekomend(wat=f"{opgave.voornaam} {opgave.achternaam}")
    (al_hier if leerling else nieuw).append(kind)
    for ouder in opgave.ouders:
        (al_hier if ouder.naam.casefold() in ouders else nieuw).append(Meekomend(wat=ouder.naam))
    for stuk in opgave.stukken:
        is_hier = (stuk.titel, stuk.tekst.strip()) in stukken
        (al_hier if is_hier else nieuw).append(Meekomend(wat=stuk.titel, tekst=stuk.tekst))
    keuze = None if leerling else get_aanmeldingskeuze(vestiging=vestiging, opgave=opgave)
    return Vergelijking(leerling=leerling, keuze=keuze, nieuw=nieuw, al_hier=al_hier)


def find_leerling(*, vestiging: Vestiging, opgave: Overstapopgave) -> Leerling | None:
    """The pupil of this school who was born on this day and has both names, here or in its own registration."""
    naam = (opgave.voornaam, opgave.achternaam)
    geboren = Leerling.objects.filter(vestiging=vestiging, geboren_op=opgave.geboren_op).order_by("pk")
    zo_genoemd = [een for een in geboren if is_zelfde_naam((een.voornaam, een.achternaam), naam)]
    if zo_genoemd:
        return zo_genoemd[0]
    keuze = get_aanmeldingskeuze(vestiging=vestiging, opgave=opgave)
    ingeschreven = {een.leerling_id for een in keuze.aanmeldingen if keuze.is_zeker}
    return next((een for een in geboren if een.pk in ingeschreven), None)


@transaction.atomic
def take_over(
    *,
    actor: Account,
    bestand: Overstapbestand,
    opgave: Overstapopgave,
    inschrijving: Inschrijving | None = None,
    nagekeken: Mapping[str, Bijlage] | None = None,
    op: datetime,
) -> Leerling:
    """Take over what a file says: the pupil, the parents and the pieces that are not here yet, or nothing of it.

    Plans that ran at the other school are offered where the plans are; none of them holds before somebody says so.

    A child that is no pupil here yet becomes one by its registration, on the first school day that somebody typed; a
    file alone makes nobody a pupil (Besluit bekostiging WPO 2022 artikel 9).

    `nagekeken` has what was found in the attachments that are safe to keep, by their fingerprint; each becomes a piece.
    The others stay in the file itself.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OverstapError: it was taken over before, or the child is no pupil here and there is no registration of it.
        LeerlingError: something in it cannot be kept; nothing is.
    """
    vestiging = bestand.vestiging
    reden = require(why_may_take_in(actor, vestiging, op=op), WIE_INLEEST)
    vers = Overstapbestand.objects.select_for_update().get(pk=bestand.pk)
    if vers.stand == "overgenomen":
        raise OverstapError(AL_OVERGENOMEN)
    hier_al = find_leerling(vestiging=vestiging, opgave=opgave)
    leerling = hier_al or _schrijf_in(actor, vestiging, opgave, inschrijving, op)
    bekend = _ouders(leerling)
    for ouder in opgave.ouders:
        if ouder.naam.casefold() not in bekend:
            gegevens = Oudergegevens(naam=ouder.naam, email="", heeft_gezag=ouder.heeft_gezag, geldig_van=op.date())
            add_ouder(actor=actor, leerling=leerling, gegevens=gegevens, op=op)
    hier = _stukken(leerling)
    for stuk in opgave.stukken:
        if (stuk.titel, stuk.tekst.strip()) not in hier:
            add_stuk(
                actor=actor,
                leerling=leerling,
                titel=stuk.titel,
                tekst=stuk.tekst,
                vertrouwelijkheid=stuk.vertrouwelijkheid,
                geldig_van=min(stuk.op, op.date()),
                op=op,
            )
    take_over_toetsen(actor=actor, leerling=leerling, opgave=opgave, op=op)
    offer_plannen(
        actor=actor, leerling=leerling, van_school=opgave.van_school, plannen=opgave.plannen, opp=opgave.opp, op=op
    )
    _take_over_bijlagen(actor, leerling, opgave, nagekeken or {}, op)
    vers.leerling, vers.stand, vers.overgenomen_op, vers.overgenomen_door = leerling, "overgenomen", op, actor
    vers.save(update_fields=["leerling", "stand", "overgenomen_op", "overgenomen_door"])
    Schoolcontact.objects.filter(vestiging=vestiging, zaak=zaak_van(vers)).update(leerling=leerling)
    log_bestand(actor, vers, "take_over", reden, op)
    return leerling


def _schrijf_in(
    actor: Account, vestiging: Vestiging, opgave: Overstapopgave, inschrijving: Inschrijving | None, op: datetime
) -> Leerling:
    """Make a pupil of the child by its registration, when it was admitted there or has a temporary place.

    Who was enrolled under a name that is alike is that pupil, once somebody chose so.
    """
    keuze = get_aanmeldingskeuze(vestiging=vestiging, opgave=opgave)
    aanmeldingen = {een.pk: een for een in keuze.aanmeldingen}
    if not aanmeldingen:
        raise OverstapError(GEEN_AANMELDING)
    aanmelding = aanmeldingen.get(inschrijving.aanmelding) if inschrijving else None
    if inschrijving is None or aanmelding is None:
        raise OverstapError(KIES)
    aanmelding.vestiging = vestiging
    if aanmelding.leerling is not None and aanmelding.leerling.vestiging_id == vestiging.pk:
        return aanmelding.leerling
    if inschrijving.eerste_dag is None:
        raise OverstapError(KIES)
    try:
        return enrol_aangemelde(actor=actor, aanmelding=aanmelding, ingeschreven_op=inschrijving.eerste_dag, op=op)
    except ToelatingError as fout:
        raise OverstapError(*fout.args) from fout


def bijlagesleutel(een: Meegekomenbijlage) -> tuple[str, str]:
    """By what an attachment is known in the file of a pupil here: the title of its piece, and its fingerprint."""
    return f"{een.titel[: LANGSTE_TITEL - len(VORIGE)]}{VORIGE}", een.vingerafdruk


def _take_over_bijlagen(
    actor: Account, leerling: Leerling, opgave: Overstapopgave, nagekeken: Mapping[str, Bijlage], op: datetime
) -> None:
    """Each attachment that is not here yet becomes a piece, with care: nobody knows whether it speaks of health."""
    hier = list_bijlagesleutels(leerling=leerling)
    for een in opgave.bijlagen:
        bijlage, sleutel = nagekeken.get(een.vingerafdruk), bijlagesleutel(een)
        if bijlage is None or sleutel in hier:
            continue
        stuk = add_stuk(
            actor=actor,
            leerling=leerling,
            titel=sleutel[0],
            tekst=f"Bijlage bij het overstapdossier van {opgave.van_school}: {een.naam}.",
            vertrouwelijkheid=Vertrouwelijkheid.ZORG,
            geldig_van=min(opgave.gemaakt_op, op.date()),
            op=op,
        )
        attach_stukbestand(actor=actor, stuk=stuk, naam=een.naam, bijlage=bijlage, vingerafdruk=een.vingerafdruk, op=op)
        hier.add(sleutel)


@transaction.atomic
def discard_bestand(*, actor: Account, bestand: Overstapbestand, op: datetime) -> None:
    """Throw a file away that was not taken over.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OverstapError: it was taken over: then it stays as long as the law says.
    """
    reden = require(why_may_take_in(actor, bestand.vestiging, op=op), WIE_INLEEST)
    vers = Overstapbestand.objects.select_for_update().get(pk=bestand.pk)
    if vers.stand == "overgenomen":
        raise OverstapError("Dit bestand is overgenomen. Het hoort bij het dossier en blijft zo lang als de wet zegt.")
    _losse_contacten(bestand.bestuur_id, [zaak_van(vers)]).delete()
    log_bestand(actor, vers, "discard_bestand", reden, op)
    vers.delete()


@transaction.atomic
def expire_bestanden(*, bestuur: int, op: datetime) -> None:
    """Let go of files that nobody took over in a week, and of the talks about them; within the scope of that board."""
    oud = Overstapbestand.objects.filter(bestuur=bestuur, stand="concept", ingelezen_op__lte=op - BLIJFT)
    zaken = [zaak_van(een) for een in oud.defer("geheim")]
    _losse_contacten(bestuur, zaken).delete()
    oud.delete()


def _losse_contacten(bestuur: int, zaken: Collection[str]) -> QuerySet[Schoolcontact]:
    """The talks about files that no case and no pupil has; what a case counts stays with the case."""
    rijen = Schoolcontact.objects.filter(bestuur=bestuur, zaak__in=zaken)
    return rijen.filter(leerling__isnull=True, gebeurtenis__isnull=True)


def _ouders(leerling: Leerling | None) -> set[str]:
    if leerling is None:
        return set()
    return {naam.casefold() for naam in Ouderrelatie.objects.filter(leerling=leerling).values_list("naam", flat=True)}


def _stukken(leerling: Leerling | None) -> set[tuple[str, str]]:
    if leerling is None:
        return set()
    titels = dict(Dossierstuk.objects.filter(leerling=leerling).values_list("pk", "titel"))
    versies = Dossierversie.objects.filter(stuk__in=list(titels)).values_list("stuk", "tekst")
    return {(titels[stuk], tekst) for stuk, tekst in versies}
