"""What the samenwerkingsverband did about a call for help, written down by its adviser for school and parents."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.bewijs import Gebeurtenisgegevens
from passend.toelating.actions.herhaling import find_herhaling
from passend.toelating.actions.zaak import LANGSTE_TEKST, check_dag, hold_zaak, leg_vast
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding
from passend.toelating.permissions import WIE_ADVISEERT, require, why_may_advise
from passend.toelating.queries.hulp import get_hulpverloop


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpantwoord:
    """What was done, on which day, and whether the call for help is over with it."""

    op: date
    tekst: str
    is_klaar: bool = False


@transaction.atomic
def answer_hulpvraag(
    *, actor: Account, aanmelding: Aanmelding, antwoord: Hulpantwoord, op: datetime
) -> Aanmeldgebeurtenis:
    """Write down what the samenwerkingsverband did about a call for help, and close it when that is all.

    Raises:
        GeenToegangError: the actor advises no school here, or this one asked for no help.
        ToelatingError: nothing was written, the day cannot be, or the call is over.
    """
    reden = require(why_may_advise(actor, aanmelding, op=op), WIE_ADVISEERT)
    zaak = hold_zaak(aanmelding)
    soort = Soort.HULP_KLAAR if antwoord.is_klaar else Soort.HULP_GEGEVEN
    gegevens = Gebeurtenisgegevens(op=antwoord.op, tekst=antwoord.tekst)
    if (al := find_herhaling(zaak.gebeurtenissen, soort, {"op": antwoord.op, "tekst": antwoord.tekst})) is not None:
        return al
    if not antwoord.tekst.strip():
        raise ToelatingError("Schrijf op wat u deed. De school en de ouders lezen dit.")
    if len(antwoord.tekst) > LANGSTE_TEKST:
        raise ToelatingError("Dit is te lang. Maak het korter en probeer het opnieuw.")
    hulp = get_hulpverloop(zaak.gebeurtenissen)
    if hulp is None or not hulp.is_open:
        raise ToelatingError(
            "Deze hulpvraag is al klaar. Vraagt de school opnieuw om hulp, dan kunt u weer antwoorden."
        )
    check_dag(zaak, antwoord.op, op)
    if antwoord.op < hulp.gevraagd.op:
        raise ToelatingError("Deze dag ligt voor de dag waarop de school om hulp vroeg. Kijk de datum na.")
    return leg_vast(actor, zaak, soort, gegevens, reden, op)
