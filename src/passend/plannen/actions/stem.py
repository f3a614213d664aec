"""Hearing a child on its plan, and a class on what the school offers; and telling what was done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.opp import Stemwijze
from passend.begrippen.rollen import Logsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.actions.leerlingen import check_lengte, log_leerling
from passend.leerlingen.permissions import get_inzage, require
from passend.organisaties.models import Groep
from passend.plannen.actions.groepsplannen import log_groep
from passend.plannen.actions.opp import OppError, check_dag, lock_concept
from passend.plannen.actions.oppouders import add_oppbestand
from passend.plannen.models import Groepsstem, Leerlingstem, Oppversie
from passend.plannen.permissions import (
    WIE_HOORT_GROEP,
    WIE_SCHRIJFT_OPP,
    why_may_hear_groep,
    why_may_write_opp,
)
from passend.plannen.queries.groepsstem import list_namen
from passend.regels.namen import namen_in
from passend.regels.praatkaarten import PRAATKAARTEN
from passend.toegang.models import Account

KORTSTE_REDEN = 10
LANGSTE_STEUN = 300
_WOORDEN = frozenset({Stemwijze.EIGEN_WOORDEN, Stemwijze.GESPREK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemgegevens:
    """What a child said, and how; `tekening` is the picture, `praatkaarten` the cards it chose."""

    op: date
    wijze: Stemwijze
    gezegd: str = ""
    steun: str = ""
    praatkaarten: Sequence[str] = ()
    tekening: Bijlage | None = None
    reden: str = ""


@transaction.atomic
def record_leerlingstem(*, actor: Account, versie: Oppversie, gegevens: Stemgegevens, op: datetime) -> Leerlingstem:
    """Keep what a child said on its plan in the way it chose, or why it was not heard.

    Raises:
        GeenToegangError: the actor does not write in this file.
        OppError: the plan is set already, there is nothing of what was chosen, or no reason why not.
    """
    leerling = versie.opp.leerling
    inzage = get_inzage(actor, leerling, op=op)
    waarom = require(why_may_write_opp(inzage) if inzage else None, WIE_SCHRIJFT_OPP)
    lock_concept(versie)
    check_dag(gegevens.op, op)
    check_lengte(gegevens.steun, LANGSTE_STEUN)
    _check(gegevens)
    bestand = add_oppbestand(versie, "tekening", gegevens.tekening, actor, op) if gegevens.tekening else None
    stem = Leerlingstem.objects.create(
        bestuur_id=versie.bestuur_id,
        versie=versie,
        op=gegevens.op,
        wijze=gegevens.wijze.value,
        steun=gegevens.steun.strip(),
        gezegd=gegevens.gezegd.strip(),
        praatkaarten=[kaart for kaart in gegevens.praatkaarten if kaart in PRAATKAARTEN],
        bestand=bestand,
        reden=gegevens.reden.strip(),
        vastgelegd_op=op,
        vastgelegd_door=actor,
    )
    log_leerling(actor, leerling, "record_leerlingstem", waarom, op)
    return stem


@transaction.atomic
def answer_leerlingstem(
    *, actor: Account, stem: Leerlingstem, gedaan: str, teruggekoppeld_op: date | None, op: datetime
) -> None:
    """Write what was done with what the child said and why, and when the child was told (WPO 40a lid 7).

    Of a plan that is set only the day on which it was told can still be added.

    Raises:
        GeenToegangError: the actor does not write in this file.
        OppError: it says nothing, the plan is set, or the day cannot be right.
    """
    versie = stem.versie
    leerling = versie.opp.leerling
    inzage = get_inzage(actor, leerling, op=op)
    waarom = require(why_may_write_opp(inzage) if inzage else None, WIE_SCHRIJFT_OPP)
    if not versie.is_vastgesteld:
        lock_concept(versie)
        if not gedaan.strip():
            raise OppError("Schrijf op wat u deed met wat het kind zei, en waarom. Ook als u er niets mee kon.")
        stem.gedaan = gedaan.strip()
    if teruggekoppeld_op is not None:
        check_dag(teruggekoppeld_op, op)
        if teruggekoppeld_op < stem.op:
            raise OppError("U vertelde het terug voordat het kind iets zei. Kijk de dag na.")
        stem.teruggekoppeld_op = teruggekoppeld_op
    stem.save(update_fields=["gedaan", "teruggekoppeld_op"])
    log_leerling(actor, leerling, "answer_leerlingstem", waarom, op)


@transaction.atomic
def record_groepsstem(
    *, actor: Account, groep: Groep, dag: date, wijze: Stemwijze, gezegd: str, op: datetime
) -> Groepsstem:
    """Keep what a class said of what the school offers; without a name.

    Raises:
        GeenToegangError: the actor does not work with the groups of this school.
        OppError: nothing was said, there is a name in it, the day is still to come or of another school year, or the
            class was heard that day already.
    """
    reden = require(why_may_hear_groep(actor, groep.vestiging, op=op), WIE_HOORT_GROEP)
    check_dag(dag, op)
    if str(Schooljaar.op(dag)) != groep.schooljaar:
        raise OppError(f"Deze dag valt niet in het schooljaar {groep.schooljaar} van deze groep. Kijk de dag na.")
    _check_zonder_namen(groep, gezegd)
    if not gezegd.strip() or wijze is Stemwijze.NIET_GEHOORD:
        raise OppError("Schrijf op wat de groep zei, in een paar zinnen en zonder namen.")
    try:
        with transaction.atomic():
            stem = Groepsstem.objects.create(
                bestuur_id=groep.bestuur_id,
                groep=groep,
                op=dag,
                wijze=wijze.value,
                gezegd=gezegd.strip(),
                vastgelegd_op=op,
                vastgelegd_door=actor,
            )
    except IntegrityError as fout:
        raise OppError("Van deze groep staat er op deze dag al iets. Kies een andere dag, of vul dat aan.") from fout
    log_groep(actor=actor, groep=groep, handeling="record_groepsstem", reden=reden, op=op, soort=Logsoort.WIJZIGEN)
    return stem


@transaction.atomic
def answer_groepsstem(
    *, actor: Account, stem: Groepsstem, gedaan: str, teruggekoppeld_op: date | None, op: datetime
) -> None:
    """Write what the school does with what a class said, and when the class was told.

    Raises:
        GeenToegangError: the actor does not work with the groups of this school.
        OppError: it says nothing, there is a name in it, or the day cannot be right.
    """
    reden = require(why_may_hear_groep(actor, stem.groep.vestiging, op=op), WIE_HOORT_GROEP)
    if not gedaan.strip():
        raise OppError("Schrijf op wat de school ermee doet, en waarom. Ook als er niets verandert.")
    _check_zonder_namen(stem.groep, gedaan)
    if teruggekoppeld_op is not None:
        check_dag(teruggekoppeld_op, op)
        if teruggekoppeld_op < stem.op:
            raise OppError("U vertelde het terug voordat de groep iets zei. Kijk de dag na.")
    stem.gedaan, stem.teruggekoppeld_op = gedaan.strip(), teruggekoppeld_op
    stem.save(update_fields=["gedaan", "teruggekoppeld_op"])
    log_groep(actor=actor, groep=stem.groep, handeling="answer_groepsstem", reden=reden, op=op, soort=Logsoort.WIJZIGEN)


def _check_zonder_namen(groep: Groep, tekst: str) -> None:
    """Refuse the name of a pupil of the school: everybody who works there reads what a class said.

    Raises:
        OppError: there is one in it.
    """
    if gevonden := namen_in(tekst, list_namen(vestiging=groep.vestiging)):
        namen = ", ".join(gevonden)
        raise OppError(f"Hier staat de naam van een kind van de school: {namen}. Schrijf het zonder namen op.")


def _check(gegevens: Stemgegevens) -> None:
    if gegevens.wijze is Stemwijze.NIET_GEHOORD:
        if len(gegevens.reden.strip()) < KORTSTE_REDEN:
            raise OppError("Schrijf in een zin waarom het kind niet gehoord is. De ouders lezen dat.")
        return
    heeft = {
        **dict.fromkeys(_WOORDEN, bool(gegevens.gezegd.strip())),
        Stemwijze.TEKENING: gegevens.tekening is not None and gegevens.tekening.extensie != "pdf",
        Stemwijze.PRAATKAARTEN: bool(gegevens.praatkaarten),
    }
    if not heeft[gegevens.wijze]:
        raise OppError(
            {
                Stemwijze.TEKENING: "Kies de tekening, of een foto ervan.",
                Stemwijze.PRAATKAARTEN: "Kies een of meer kaarten.",
            }.get(gegevens.wijze, "Er staat nog niets. Schrijf op wat het kind zei, in zijn eigen woorden.")
        )
