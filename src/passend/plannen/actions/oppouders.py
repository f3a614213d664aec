"""What parents say to a plan: seen, agreed or not, on the screen or on paper, and what they think of it."""

from datetime import datetime

from django.db import transaction

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.opp import Oppantwoord
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.models import Ouderrelatie
from passend.leerlingen.permissions import get_inzage, require
from passend.plannen.actions.opp import OppError, leid, lock_concept
from passend.plannen.models import Oppbestand, Oppinstemming, Oppversie, Oppzienswijze
from passend.plannen.permissions import WIE_ANTWOORDT_OPP, why_may_answer_opp
from passend.plannen.queries.opp import list_gezag, teksten
from passend.regels.handelingsdeel import handelingsdeel, handelingsdeelsom
from passend.toegang.models import Account

KORTSTE_REDEN = 10
_NIET_VOORGELEGD = "De school heeft dit plan nog niet aan u voorgelegd."


@transaction.atomic
def answer_opp(
    *, actor: Account, versie: Oppversie, antwoord: Oppantwoord, reden: str = "", gelezen: str = "", op: datetime
) -> None:
    """Say, as the parent that is signed in, that one has seen it, agrees to the handelingsdeel, or does not.

    `gelezen` is the fingerprint of the handelingsdeel on the page; when it changed since, nothing is agreed to.

    Raises:
        GeenToegangError: the actor is no parent with authority of this pupil.
        OppError: it was not laid before the parents, it is set, it changed while one read, or one disagrees without
            a reason.
    """
    ouders, waarom = _eigen(actor, versie, op)
    if versie.voorgelegd_op is None and not versie.is_vastgesteld:
        raise OppError(_NIET_VOORGELEGD)
    if antwoord is not Oppantwoord.GEZIEN:
        nu = lock_concept(versie)
        if gelezen != handelingsdeelsom(teksten(nu)):
            raise OppError("De school veranderde dit deel terwijl u las. Lees het opnieuw, en antwoord dan.")
    _check_reden(antwoord, reden)
    for ouder in ouders:
        _leg_vast(versie, ouder, antwoord, reden, actor, op)
    log_leerling(actor, versie.opp.leerling, "answer_opp", waarom, op)


@transaction.atomic
def record_oppinstemming(  # noqa: PLR0913 -- a signature has this many facts
    *,
    actor: Account,
    versie: Oppversie,
    ouder: Ouderrelatie,
    antwoord: Oppantwoord,
    scan: Bijlage | None,
    reden: str = "",
    op: datetime,
) -> None:
    """Note what a parent answered on paper; of an agreement the scan of the signed paper goes along.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OppError: this parent has no authority now, there is no scan of an agreement, or no reason of a refusal.
    """
    leerling = versie.opp.leerling
    _inzage, waarom = leid(actor, leerling, op)
    lock_concept(versie)
    if ouder.pk not in {een.pk for een in list_gezag(leerling=leerling, peildatum=op.date())}:
        raise OppError("Alleen een ouder met gezag over deze leerling kan akkoord geven.")
    if antwoord is Oppantwoord.AKKOORD and scan is None:
        raise OppError("Voeg een foto of scan toe van het papier met de handtekening. Anders is er geen bewijs.")
    _check_reden(antwoord, reden)
    bestand = add_oppbestand(versie, "handtekening", scan, actor, op) if scan else None
    _leg_vast(versie, ouder, antwoord, reden, actor, op, bestand=bestand, is_op_papier=True)
    log_leerling(actor, leerling, "record_oppinstemming", waarom, op)


@transaction.atomic
def add_oppzienswijze(*, actor: Account, versie: Oppversie, tekst: str, op: datetime) -> None:
    """Attach what a parent thinks of the plan; also after it was set.

    Raises:
        GeenToegangError: the actor is no parent with authority of this pupil.
        OppError: it was not laid before the parents, or there are no words.
    """
    ouders, waarom = _eigen(actor, versie, op)
    if versie.voorgelegd_op is None and not versie.is_vastgesteld:
        raise OppError(_NIET_VOORGELEGD)
    if not tekst.strip():
        raise OppError("Er staat nog niets. Schrijf wat u van het plan vindt, en bewaar het dan.")
    Oppzienswijze.objects.create(
        bestuur_id=versie.bestuur_id, versie=versie, ouder=ouders[0], tekst=tekst.strip(), ingediend_op=op
    )
    log_leerling(actor, versie.opp.leerling, "add_oppzienswijze", waarom, op)


def add_oppbestand(versie: Oppversie, soort: str, bijlage: Bijlage, door: Account, op: datetime) -> Oppbestand:
    """Keep a drawing or a signed paper with a plan; called by an action that asked who may."""
    return Oppbestand.objects.create(
        bestuur_id=versie.bestuur_id,
        opp_id=versie.opp_id,
        soort=soort,
        extensie=bijlage.extensie,
        inhoud=bijlage.inhoud,
        op=op,
        door=door,
    )


def _eigen(actor: Account, versie: Oppversie, op: datetime) -> tuple[list[Ouderrelatie], Reden]:
    """The rows by which somebody has authority, nearly always one, and the reason to answer."""
    leerling = versie.opp.leerling
    inzage = get_inzage(actor, leerling, op=op)
    reden = require(why_may_answer_opp(inzage) if inzage else None, WIE_ANTWOORDT_OPP)
    gezag = list_gezag(leerling=leerling, peildatum=op.date())
    return [ouder for ouder in gezag if ouder.account_id == actor.pk], reden


def _check_reden(antwoord: Oppantwoord, reden: str) -> None:
    if antwoord is Oppantwoord.NIET_AKKOORD and len(reden.strip()) < KORTSTE_REDEN:
        raise OppError("Schrijf in een zin waarom niet. Dan weet de school waarover zij met u moet praten.")


def _leg_vast(  # noqa: PLR0913 -- one row of this many facts
    versie: Oppversie,
    ouder: Ouderrelatie,
    antwoord: Oppantwoord,
    reden: str,
    door: Account,
    op: datetime,
    *,
    bestand: Oppbestand | None = None,
    is_op_papier: bool = False,
) -> None:
    Oppinstemming.objects.create(
        bestuur_id=versie.bestuur_id,
        versie=versie,
        ouder=ouder,
        antwoord=antwoord.value,
        reden=reden.strip(),
        is_op_papier=is_op_papier,
        bestand=bestand,
        handelingsdeel=handelingsdeel(teksten(versie)),
        handelingsdeelsom=handelingsdeelsom(teksten(versie)),
        op=op,
        vastgelegd_door=door,
    )
