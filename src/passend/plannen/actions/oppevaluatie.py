"""Looking at a set ontwikkelingsperspectief again, closing it, and beginning a version on top of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from passend.leerlingen.actions.leerlingen import log_leerling
from passend.plannen.actions.opp import LANGSTE_DEEL, OppError, check_dag, check_op_school, leid
from passend.plannen.models import Opp, Oppevaluatie, Oppversie
from passend.plannen.queries.opp import list_evaluaties_van
from passend.toegang.models import Account

VERVOLGEN = frozenset({"vervolg", "bijstellen", "eindigen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluatiegegevens:
    """What came out of looking at a plan again."""

    op: date
    werkte: str
    werkte_niet: str
    vervolg: str
    is_besproken_met_ouders: bool
    is_besproken_met_leerling: bool


@transaction.atomic
def revise_opp(*, actor: Account, versie: Oppversie, op: datetime) -> Oppversie:
    """Begin a version on top of the one that holds; what worked by its evaluations is kept in it.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OppError: it is not set, the plan has ended, the pupil left, or there is a newer version.
    """
    leerling = versie.opp.leerling
    _inzage, reden = leid(actor, leerling, op)
    check_op_school(leerling, op)
    Opp.objects.select_for_update().get(pk=versie.opp_id)
    if not versie.is_vastgesteld or versie.opp.geeindigd_op is not None:
        raise OppError("Alleen op een vastgesteld plan dat nog loopt, komt een nieuwe versie.")
    if Oppversie.objects.filter(opp=versie.opp_id, nummer__gt=versie.nummer).exists():
        raise OppError("Er is al een nieuwere versie. Ga daarmee verder.")
    nieuw = Oppversie.objects.create(
        bestuur_id=versie.bestuur_id,
        opp_id=versie.opp_id,
        nummer=versie.nummer + 1,
        inhoud=_met_wat_werkte(versie, actor, op),
        begonnen_op=op,
    )
    log_leerling(actor, leerling, "revise_opp", reden, op)
    return nieuw


@transaction.atomic
def evaluate_opp(*, actor: Account, versie: Oppversie, gegevens: Evaluatiegegevens, op: datetime) -> Oppevaluatie:
    """Look at a set version again; when it is not needed any more, the plan ends on that day.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OppError: it is not set, the day cannot be right, or nothing was said of what worked.
    """
    leerling = versie.opp.leerling
    _inzage, reden = leid(actor, leerling, op)
    if versie.vastgesteld_op is None or versie.opp.geeindigd_op is not None:
        raise OppError("Alleen een vastgesteld plan dat nog loopt, evalueert u. Stel het eerst vast.")
    check_dag(gegevens.op, op)
    if gegevens.op < versie.vastgesteld_op.astimezone(op.tzinfo).date():
        raise OppError("De evaluatie ligt voor de dag waarop het plan is vastgesteld. Kijk de dag na.")
    if not (gegevens.werkte.strip() or gegevens.werkte_niet.strip()) or gegevens.vervolg not in VERVOLGEN:
        raise OppError("Schrijf op wat werkte of wat niet werkte, en kies hoe het verder gaat.")
    evaluatie = Oppevaluatie.objects.create(
        bestuur_id=versie.bestuur_id,
        versie=versie,
        op=gegevens.op,
        is_besproken_met_ouders=gegevens.is_besproken_met_ouders,
        is_besproken_met_leerling=gegevens.is_besproken_met_leerling,
        werkte=gegevens.werkte.strip(),
        werkte_niet=gegevens.werkte_niet.strip(),
        vervolg=gegevens.vervolg,
        vastgelegd_op=op,
        vastgelegd_door=actor,
    )
    if gegevens.vervolg == "eindigen":
        Opp.objects.filter(pk=versie.opp_id).update(geeindigd_op=gegevens.op)
    log_leerling(actor, leerling, "evaluate_opp", reden, op)
    return evaluatie


def _met_wat_werkte(versie: Oppversie, actor: Account, op: datetime) -> dict[str, Any]:
    """What the version says, with what its evaluations found to work; what one reads is not copied a second time."""
    inhoud = {code: {**deel, "versie": 1} for code, deel in versie.inhoud.items()}
    staat = inhoud.get("werkt", {}).get("tekst", "")
    nieuw = [een.werkte for een in list_evaluaties_van(versie=versie) if een.werkte and een.werkte not in staat]
    if nieuw:
        tekst = "\n\n".join(filter(None, [staat, *nieuw]))
        inhoud["werkt"] = {
            "tekst": tekst[:LANGSTE_DEEL],
            "versie": 1,
            "door": str(actor),
            "op": op.isoformat(timespec="seconds"),
        }
    return inhoud
