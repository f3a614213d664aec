"""What another school gave along of its plans: offered first, and a plan here only when somebody takes it over."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from passend.begrippen.hgw import Voorstelsoort, Voorstelstand
from passend.begrippen.opp import Oppaanleiding
from passend.begrippen.overstap import Meegekomenopp, Meegekomenplan, Meegekomenregel
from passend.leerlingen.actions.leerlingen import log_leerling
from passend.leerlingen.models import Leerling
from passend.plannen.actions.kenmerken import PlanError, keep_behoefte, mag_schrijven
from passend.plannen.actions.opp import OppError, leid, lock_concept, start_opp
from passend.plannen.actions.oppvorig import keep_inhoud
from passend.plannen.actions.plannen import Regelgegevens, add_plan
from passend.plannen.models import Opp, Oppversie, Plan, Planvoorstel
from passend.plannen.queries.oppregels import maak_oppregel, regeldeel
from passend.plannen.queries.voorstellen import lees_opp, lees_plan, regelfeiten
from passend.regels.kenmerken import LANGSTE_KENMERK
from passend.regels.oppdelen import REGELS
from passend.regels.planevaluatie import Planfeiten
from passend.regels.planregels import MEESTE_REGELS
from passend.toegang.models import Account

BESLIST = "Over dit plan van de vorige school is al beslist. Kijk bij de plannen hieronder."
LOOPT = (
    "Er is hier al een ontwikkelingsperspectief vastgesteld. Wat de vorige school schreef, staat in het dossier: neem "
    "daaruit over wat u nodig heeft."
)


@transaction.atomic
def offer_plannen(
    *,
    actor: Account,
    leerling: Leerling,
    van_school: str,
    plannen: Sequence[Meegekomenplan],
    opp: Meegekomenopp | None,
    op: datetime,
) -> int:
    """Keep what ran at the other school as a proposal; what was offered before is not offered again.

    Raises:
        GeenToegangError: the actor does not write in this file.
    """
    reden = mag_schrijven(actor, leerling, op)
    mee: list[tuple[Voorstelsoort, Meegekomenplan | Meegekomenopp]] = [(Voorstelsoort.PLAN, een) for een in plannen]
    if opp is not None:
        mee.append((Voorstelsoort.OPP, opp))
    nieuw = 0
    for soort, wat in mee:
        inhoud = json.loads(json.dumps(asdict(wat), cls=DjangoJSONEncoder))
        _rij, is_nieuw = Planvoorstel.objects.get_or_create(
            bestuur_id=leerling.bestuur_id,
            leerling=leerling,
            vingerafdruk=_vingerafdruk(inhoud),
            defaults={
                "soort": soort.value,
                "van_school": van_school[:160],
                "inhoud": inhoud,
                "gekomen_op": op,
                "door": actor,
            },
        )
        nieuw += is_nieuw
    if nieuw:
        log_leerling(actor, leerling, "offer_plannen", reden, op)
    return nieuw


@transaction.atomic
def take_over_plan(*, actor: Account, voorstel: Planvoorstel, geldig_tot_en_met: date, op: datetime) -> Plan:
    """Let the plan of the other school go on here, with its goal, what is done and the day on which one looks back.

    It begins today, or on the first day here when that is still to come. The needs that its lines are for are noted.

    Raises:
        GeenToegangError: the actor does not write in this file.
        PlanError: somebody decided already, the day cannot be, or the pupil left.
    """
    leerling = voorstel.leerling
    reden = mag_schrijven(actor, leerling, op)
    _lock(voorstel, Voorstelsoort.PLAN, PlanError)
    mee = lees_plan(voorstel)
    plan = add_plan(
        actor=actor,
        leerling=leerling,
        feiten=Planfeiten(
            aanleiding=mee.aanleiding,
            doel=mee.doel,
            niveau=mee.niveau,
            geldig_van=max(op.date(), leerling.ingeschreven_op),
            geldig_tot_en_met=geldig_tot_en_met,
        ),
        regels=[_regel(actor, leerling, een, op) for een in mee.regels[:MEESTE_REGELS]],
        bron=f"voorstel:{voorstel.pk}",
        op=op,
    )
    _decide(voorstel, Voorstelstand.OVERGENOMEN, actor, op)
    log_leerling(actor, leerling, "take_over_plan", reden, op)
    return plan


@transaction.atomic
def take_over_opp(
    *, actor: Account, voorstel: Planvoorstel, aanleiding: Oppaanleiding, begonnen_op: date | None, op: datetime
) -> Oppversie:
    """Fill a concept here with what the perspective of the other school said; what is written here already stays.

    Parents, child and board go the whole way again: what the other school set, binds nobody here (WPO 40a lid 1).

    Raises:
        GeenToegangError: the actor does not lead the plan of this pupil.
        OppError: somebody decided already, one was set here already, the day cannot be, or the pupil left.
    """
    leerling = voorstel.leerling
    _inzage, reden = leid(actor, leerling, op)
    _lock(voorstel, Voorstelsoort.OPP, OppError)
    lopend = Opp.objects.filter(leerling=leerling, geeindigd_op__isnull=True, ingetrokken_op__isnull=True).first()
    if lopend is None:
        versie = start_opp(actor=actor, leerling=leerling, aanleiding=aanleiding, begonnen_op=begonnen_op, op=op)
    else:
        versie = Oppversie.objects.filter(opp=lopend).order_by("-nummer")[0]
        if versie.is_vastgesteld:
            raise OppError(LOOPT)
        versie = lock_concept(versie)
    mee = lees_opp(voorstel)

    def is_vrij(code: str) -> bool:
        return lopend is None or not versie.inhoud.get(code, {}).get("tekst", "").strip()

    def waar(code: str) -> dict[str, Any]:
        return {"versie": versie.inhoud.get(code, {}).get("versie", 0) + 1, "bron": "vorige_school"}

    gevuld = {code: {"tekst": tekst, **waar(code)} for code, tekst in mee.delen.items() if is_vrij(code)}
    if mee.regels and is_vrij(REGELS):
        gevuld[REGELS] = regeldeel(_oppregels(actor, leerling, mee.regels, op), **waar(REGELS))
    keep_inhoud(versie, op)
    versie.inhoud = {**versie.inhoud, **gevuld}
    versie.save(update_fields=["inhoud"])
    _decide(voorstel, Voorstelstand.OVERGENOMEN, actor, op)
    log_leerling(actor, leerling, "take_over_opp", reden, op)
    return versie


@transaction.atomic
def decline_voorstel(*, actor: Account, voorstel: Planvoorstel, op: datetime) -> None:
    """Put aside what the other school gave along; it stays in the file in words.

    Raises:
        GeenToegangError: the actor does not write in this file, or does not lead the perspective.
        PlanError: somebody decided already.
    """
    soort = Voorstelsoort(voorstel.soort)
    if soort is Voorstelsoort.OPP:
        _inzage, reden = leid(actor, voorstel.leerling, op)
    else:
        reden = mag_schrijven(actor, voorstel.leerling, op)
    _lock(voorstel, soort, PlanError)
    _decide(voorstel, Voorstelstand.NIET, actor, op)
    log_leerling(actor, voorstel.leerling, "decline_voorstel", reden, op)


def _oppregels(
    actor: Account, leerling: Leerling, regels: Sequence[Meegekomenregel], op: datetime
) -> list[dict[str, Any]]:
    return [
        maak_oppregel(nummer, regelfeiten(een), kenmerk=_behoefte(actor, leerling, een, op) or None, onderdeel="")
        for nummer, een in enumerate(regels[:MEESTE_REGELS], start=1)
    ]


def _regel(actor: Account, leerling: Leerling, een: Meegekomenregel, op: datetime) -> Regelgegevens:
    kenmerk = _behoefte(actor, leerling, een, op)
    return Regelgegevens(aanpak=een.aanpak, wie=een.wie, hoe_vaak=een.hoe_vaak, kenmerk=kenmerk)


def _behoefte(actor: Account, leerling: Leerling, een: Meegekomenregel, op: datetime) -> int:
    """The need that a line is for, noted here; 0 when it says none."""
    behoefte = " ".join(een.behoefte.split())[:LANGSTE_KENMERK]
    return keep_behoefte(door=actor, leerling=leerling, tekst=behoefte, op=op).pk if behoefte else 0


def _lock(voorstel: Planvoorstel, soort: Voorstelsoort, fout: type[PlanError | OppError]) -> None:
    vers = Planvoorstel.objects.select_for_update().get(pk=voorstel.pk)
    if vers.stand != Voorstelstand.WACHT or vers.soort != soort:
        raise fout(BESLIST)


def _decide(voorstel: Planvoorstel, stand: Voorstelstand, actor: Account, op: datetime) -> None:
    voorstel.stand, voorstel.beslist_op, voorstel.beslist_door = stand.value, op, actor
    voorstel.save(update_fields=["stand", "beslist_op", "beslist_door"])


def _vingerafdruk(inhoud: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
