"""Goals of the year on rows of the profile: set, changed, looked back on, brought along to the next year."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from passend.begrippen.schooljaar import Schooljaar
from passend.profielen.actions.profiel import OnderdeelError, log_profiel, require_schrijver
from passend.profielen.actions.team import check_lengte, is_rij
from passend.profielen.models import Doelregel, Ondersteuningsprofiel
from passend.toegang.models import Account

STANDEN = ("open", "behaald", "deels", "niet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelgegevens:
    """What a goal says."""

    sleutel: str
    doel: str
    actie: str
    eigenaar: str
    onderbouwing: str = ""


@transaction.atomic
def add_doel(*, actor: Account, profiel: Ondersteuningsprofiel, gegevens: Doelgegevens, op: datetime) -> Doelregel:
    """Set a goal of the year on a row.

    Raises:
        OnderdeelError: the goal or its owner is missing, or the row is gone.
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    schoon = _schoon(profiel, gegevens)
    doel = Doelregel.objects.create(bestuur_id=profiel.bestuur_id, profiel=profiel, **schoon)
    log_profiel(actor, profiel, "add_doel", reden, op)
    return doel


def _schoon(profiel: Ondersteuningsprofiel, gegevens: Doelgegevens) -> dict[str, str]:
    if not is_rij(profiel, gegevens.sleutel):
        raise OnderdeelError("De rij bij dit doel is er niet. Kies een rij uit het profiel.")
    if not gegevens.doel.strip() or not gegevens.eigenaar.strip():
        raise OnderdeelError("Vul het doel in en wie ervoor zorgt.")
    check_lengte(gegevens.doel, 300)
    check_lengte(gegevens.eigenaar, 120)
    return {naam: woorden.strip() for naam, woorden in asdict(gegevens).items()}


@transaction.atomic
def change_doel(
    *, actor: Account, profiel: Ondersteuningsprofiel, doel: int, gegevens: Doelgegevens, op: datetime
) -> Doelregel:
    """Say a goal in other words, or hang it on another row; editions keep it as it was.

    Raises:
        OnderdeelError: the goal is not of this profile, or something of it is missing.
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    regel = _doel(profiel, doel)
    nieuw = _schoon(profiel, gegevens)
    for naam, woorden in nieuw.items():
        setattr(regel, naam, woorden)
    regel.save(update_fields=list(nieuw))
    log_profiel(actor, profiel, "change_doel", reden, op)
    return regel


@transaction.atomic
def remove_doel(*, actor: Account, profiel: Ondersteuningsprofiel, doel: int, op: datetime) -> Doelregel:
    """Take a goal away; `restore_doel` brings it back.

    Raises:
        OnderdeelError: the goal is not of this profile.
    """
    return _verwijder(actor, profiel, doel, op, is_verwijderd=True)


@transaction.atomic
def restore_doel(*, actor: Account, profiel: Ondersteuningsprofiel, doel: int, op: datetime) -> Doelregel:
    """Undo `remove_doel`.

    Raises:
        OnderdeelError: the goal is not of this profile.
    """
    return _verwijder(actor, profiel, doel, op, is_verwijderd=False)


def _verwijder(
    actor: Account, profiel: Ondersteuningsprofiel, doel: int, op: datetime, *, is_verwijderd: bool
) -> Doelregel:
    reden = require_schrijver(actor, profiel.vestiging, op)
    regel = _doel(profiel, doel)
    regel.is_verwijderd = is_verwijderd
    regel.save(update_fields=["is_verwijderd"])
    log_profiel(actor, profiel, "remove_doel" if is_verwijderd else "restore_doel", reden, op)
    return regel


def _doel(profiel: Ondersteuningsprofiel, doel: int) -> Doelregel:
    regel = profiel.doelen.filter(pk=doel).first()
    if regel is None:
        raise OnderdeelError("Dit doel hoort niet bij dit profiel. Laad de pagina opnieuw.")
    return regel


@transaction.atomic
def evaluate_doel(
    *, actor: Account, profiel: Ondersteuningsprofiel, doel: int, stand: str, evaluatie: str, op: datetime
) -> Doelregel:
    """Say how a goal went.

    Raises:
        OnderdeelError: the goal is not of this profile, or nothing is said.
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    regel = _doel(profiel, doel)
    if stand not in STANDEN:
        raise OnderdeelError("Kies hoe het met dit doel staat.")
    if stand != "open" and not evaluatie.strip():
        raise OnderdeelError("Schrijf in een zin hoe het ging.")
    if (regel.stand, regel.evaluatie) == (stand, evaluatie.strip()):
        raise OnderdeelError("Er is niets veranderd. Kies hoe het met dit doel staat, of schrijf hoe het ging.")
    regel.stand = stand
    regel.evaluatie = evaluatie.strip()
    regel.save(update_fields=["stand", "evaluatie"])
    log_profiel(actor, profiel, "evaluate_doel", reden, op)
    return regel


@transaction.atomic
def carry_over_doelen(*, actor: Account, profiel: Ondersteuningsprofiel, op: datetime) -> list[Doelregel]:
    """Bring last year's goals that were not reached back into this year's; each one once."""
    reden = require_schrijver(actor, profiel.vestiging, op)
    beginjaar = int(profiel.schooljaar[:4])
    vorig = Ondersteuningsprofiel.objects.filter(
        vestiging=profiel.vestiging, schooljaar=str(Schooljaar(beginjaar).vorige)
    ).first()
    if vorig is None:
        return []
    meegenomen = profiel.doelen.filter(vorige__isnull=False).values("vorige")
    open_doelen = vorig.doelen.filter(is_verwijderd=False).exclude(stand="behaald").exclude(pk__in=meegenomen)
    doelen = [
        Doelregel.objects.create(
            bestuur_id=profiel.bestuur_id,
            profiel=profiel,
            sleutel=doel.sleutel,
            doel=doel.doel,
            actie=doel.actie,
            eigenaar=doel.eigenaar,
            onderbouwing=doel.onderbouwing,
            vorige=doel,
        )
        for doel in open_doelen
    ]
    if doelen:
        log_profiel(actor, profiel, "carry_over_doelen", reden, op)
    return doelen
