"""Drafting, writing, closing and continuing the plan of a group."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from passend.begrippen.hgw import Cluster, Uitkomst
from passend.begrippen.rollen import Logsoort, Reden
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import require
from passend.organisaties.models import Groep
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.actions.rondes import ensure_rondes
from passend.plannen.models import Clusterbehoefte, Clusterplaats, Groepsplan, Groepsplancluster, Planronde
from passend.plannen.permissions import WIE_GROEP, visible_in_groep, why_may_see_groep
from passend.plannen.queries.groepsplannen import get_beeld, get_cluster, list_groepsplannen, list_laatste_clusters
from passend.plannen.queries.kenmerken import geldige_kenmerken
from passend.plannen.queries.metingen import list_metingen
from passend.plannen.queries.rondes import get_clustergrenzen, get_ronde_op, list_rondes
from passend.regels.clusters import voorstel_cluster
from passend.regels.groepsplannen import check_afsluiten, check_tekst, is_vroeg_gesloten, neem_mee, wijst_mee
from passend.regels.tekstmerk import gaat_verder, schone_tekst, tekstmerk
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account

GESLOTEN = "Dit plan is afgesloten, en blijft zoals het was. Werk verder in het plan van de volgende ronde."
GELIJKTIJDIG = "Een collega heeft dit net ook veranderd. Kijk wat er nu staat en kies."


class GelijktijdigPlanError(Exception):
    """A colleague changed the same text in the meantime; `huidig` is what it says now, `wie` who wrote it."""

    def __init__(self, huidig: str, wie: str) -> None:
        super().__init__(GELIJKTIJDIG)
        self.huidig, self.wie = huidig, wie


def log_groep(
    *, actor: Account, groep: Groep, handeling: str, reden: Reden, op: datetime, soort: Logsoort = Logsoort.LEZEN
) -> None:
    """Write down that somebody saw the pupils of a group side by side, or did something with the group, and why."""
    log_handeling(
        account=actor,
        handeling=handeling,
        onderwerp=f"groep:{groep.pk}",
        reden=reden,
        op=op,
        bestuur=groep.bestuur_id,
        soort=soort,
    )


@transaction.atomic
def draft_groepsplan(*, actor: Account, groep: Groep, vak: str, op: datetime) -> Groepsplan:
    """Make the plan of this round for a subject: clusters proposed, and what worked before carried over.

    The plan that is there already is given when it was made before.

    Raises:
        GeenToegangError: the actor does not teach or guide this group.
        PlanError: the first round still has to begin.
    """
    reden = mag_groep(actor, groep, op)
    ensure_rondes(vestiging=groep.vestiging, schooljaar=Schooljaar.op(op.date()))
    ronde = get_ronde_op(vestiging=groep.vestiging, dag=op.date())
    if ronde is None:
        raise PlanError("De eerste ronde is nog niet begonnen. Vraag de intern begeleider naar de dagen van de rondes.")
    return _draft(actor, groep, ronde, vak, reden, op)


def _draft(actor: Account, groep: Groep, ronde: Planronde, vak: str, reden: Reden, op: datetime) -> Groepsplan:
    plannen = list(list_groepsplannen(groep=groep).filter(vak=vak))
    if er_is := next((plan for plan in plannen if plan.ronde_id == ronde.pk), None):
        return er_is
    vorige = next((plan for plan in plannen if plan.ronde.nummer < ronde.nummer), None)
    plan = Groepsplan.objects.create(
        bestuur_id=groep.bestuur_id,
        groep=groep,
        ronde=ronde,
        vak=vak,
        vorige=vorige,
        begonnen_op=op,
        begonnen_door=actor,
    )
    _carry_over(plan, vorige, actor, op)
    _place(plan, list(visible_in_groep(actor, groep, op=op)), actor, op)
    if vorige is not None:
        _carry_behoeften(plan, vorige, op.date())
    log_groepsplan(actor, plan, "draft_groepsplan", reden, op)
    return plan


def _carry_over(plan: Groepsplan, vorige: Groepsplan | None, actor: Account, op: datetime) -> None:
    eerder = {rij.cluster: rij for rij in Groepsplancluster.objects.filter(groepsplan=vorige)} if vorige else {}
    rijen = []
    for cluster in Cluster:
        rij = Groepsplancluster(
            bestuur_id=plan.bestuur_id, groepsplan=plan, cluster=cluster, gewijzigd_op=op, gewijzigd_door=actor
        )
        if oud := eerder.get(cluster):
            mee = neem_mee(
                Uitkomst(oud.uitkomst) if oud.uitkomst else None,
                doel=oud.doel,
                aanpak=oud.aanpak,
                wat_werkte=oud.wat_werkte,
            )
            rij.doel, rij.aanpak = mee.doel, mee.aanpak
            if wijst_mee(oud.uitkomst):
                rij.onderdeel, rij.belofte = oud.onderdeel, oud.belofte
        rijen.append(rij)
    Groepsplancluster.objects.bulk_create(rijen)


def _place(plan: Groepsplan, leerlingen: Collection[Leerling], actor: Account, op: datetime) -> None:
    laatste = list_laatste_clusters(leerlingen=leerlingen, vak=plan.vak)
    metingen = list_metingen(leerlingen=leerlingen, vak=plan.vak, peildatum=op.date())
    grenzen = get_clustergrenzen(vestiging=plan.groep.vestiging)
    plaatsen = []
    for leerling in leerlingen:
        vorig, sinds = laatste.get(leerling.pk, (None, None))
        voorstel = voorstel_cluster(metingen.get(leerling.pk, ()), vorig=vorig, sinds=sinds, grenzen=grenzen)
        plaatsen.append(
            Clusterplaats(
                bestuur_id=plan.bestuur_id,
                groepsplan=plan,
                leerling=leerling,
                cluster=voorstel.cluster,
                voorstel=voorstel.cluster,
                waarom=voorstel.waarom,
                gewijzigd_op=op,
                gewijzigd_door=actor,
            )
        )
    Clusterplaats.objects.bulk_create(plaatsen)


def _carry_behoeften(plan: Groepsplan, vorige: Groepsplan, peildatum: date) -> None:
    """The needs of who is in the same cluster again, while they hold; not where the goal was missed."""
    oud = {rij.cluster: rij for rij in Groepsplancluster.objects.filter(groepsplan=vorige) if wijst_mee(rij.uitkomst)}
    behoeften = Clusterbehoefte.objects.filter(groepsplancluster__in=oud.values())
    geldig = geldige_kenmerken(peildatum).filter(pk__in=set(behoeften.values_list("kenmerk", flat=True)))
    van_wie = dict(geldig.values_list("pk", "leerling"))
    plaatsen = Clusterplaats.objects.filter(groepsplan=plan, leerling__in=set(van_wie.values()))
    waar = dict(plaatsen.values_list("leerling", "cluster"))
    for nieuw in Groepsplancluster.objects.filter(groepsplan=plan, cluster__in=oud):
        eigen = behoeften.filter(groepsplancluster=oud[nieuw.cluster]).values_list("kenmerk", flat=True)
        mee = [pk for pk in sorted(eigen) if waar.get(van_wie.get(pk, 0)) == nieuw.cluster]
        Clusterbehoefte.objects.bulk_create(behoefterijen(nieuw, mee))


def behoefterijen(rij: Groepsplancluster, kenmerken: Collection[int]) -> list[Clusterbehoefte]:
    """Rows that point from a cluster at needs, still to be kept."""
    return [Clusterbehoefte(bestuur_id=rij.bestuur_id, groepsplancluster=rij, kenmerk_id=pk) for pk in kenmerken]


@transaction.atomic
def move_leerling(*, actor: Account, plan: Groepsplan, leerling: Leerling, cluster: Cluster, op: datetime) -> None:
    """Put a pupil in a cluster; who came into the group later gets a place this way too.

    Raises:
        GeenToegangError: the actor does not teach or guide this group, or does not see this pupil in it.
        PlanError: the plan is closed.
    """
    reden = mag_groep(actor, plan.groep, op)
    lock_groepsplan(plan)
    require(reden if visible_in_groep(actor, plan.groep, op=op).filter(pk=leerling.pk).exists() else None, WIE_GROEP)
    wijziging = {"cluster": cluster, "gewijzigd_op": op, "gewijzigd_door": actor}
    if not Clusterplaats.objects.filter(groepsplan=plan, leerling=leerling).update(**wijziging):
        _place(plan, [leerling], actor, op)
        Clusterplaats.objects.filter(groepsplan=plan, leerling=leerling).update(**wijziging)
    elders = Clusterbehoefte.objects.filter(
        groepsplancluster__bestuur=plan.bestuur_id, groepsplancluster__groepsplan=plan, kenmerk__bestuur=plan.bestuur_id
    )
    elders.filter(kenmerk__leerling=leerling).exclude(groepsplancluster__cluster=cluster).delete()
    log_groepsplan(actor, plan, "move_leerling", reden, op)


@transaction.atomic
def save_clustertekst(  # noqa: PLR0913 -- a text of a cluster has this many facts
    *, actor: Account, plan: Groepsplan, cluster: Cluster, veld: str, tekst: str, merk: str, op: datetime
) -> Groepsplancluster:
    """Save one text of a cluster; `merk` is the mark of the text that the writer saw.

    Raises:
        GeenToegangError: the actor does not teach or guide this group.
        PlanError: the plan is closed, or the text does not fit on the page.
        GelijktijdigPlanError: a colleague was first.
    """
    reden = mag_groep(actor, plan.groep, op)
    lock_groepsplan(plan)
    if bezwaar := check_tekst(veld, schone_tekst(tekst)):
        raise PlanError(bezwaar.zin)
    rij = get_cluster(plan=plan, cluster=cluster)
    huidig, nieuw = getattr(rij, veld), schone_tekst(tekst)
    if huidig == nieuw:
        return rij
    if tekstmerk(huidig) != merk and not gaat_verder(huidig, nieuw):
        raise GelijktijdigPlanError(huidig, str(rij.gewijzigd_door))
    return _write(rij, veld, nieuw, actor, op, reden)


@transaction.atomic
def set_uitkomst(
    *, actor: Account, plan: Groepsplan, cluster: Cluster, uitkomst: Uitkomst, op: datetime
) -> Groepsplancluster:
    """Say whether the goal of a cluster was reached.

    Raises:
        GeenToegangError: the actor does not teach or guide this group.
        PlanError: the plan is closed.
    """
    reden = mag_groep(actor, plan.groep, op)
    lock_groepsplan(plan)
    return _write(get_cluster(plan=plan, cluster=cluster), "uitkomst", uitkomst, actor, op, reden)


def _write(
    rij: Groepsplancluster, veld: str, waarde: str, actor: Account, op: datetime, reden: Reden
) -> Groepsplancluster:
    setattr(rij, veld, waarde)
    rij.gewijzigd_op, rij.gewijzigd_door = op, actor
    rij.save(update_fields=[veld, "gewijzigd_op", "gewijzigd_door"])
    log_groepsplan(actor, rij.groepsplan, "save_clustertekst", reden, op)
    return rij


@transaction.atomic
def close_groepsplan(*, actor: Account, plan: Groepsplan, op: datetime, is_eerder: bool = False) -> Groepsplan:
    """Close the plan with its evaluation, and make the one of the next round; that one, or the same in the last round.

    Raises:
        GeenToegangError: the actor does not teach or guide this group.
        PlanError: the plan is closed, an evaluation is missing, or its round still runs and nobody said `is_eerder`.
    """
    reden = mag_groep(actor, plan.groep, op)
    lock_groepsplan(plan)
    beeld = get_beeld(plan=plan, leerlingen=list(visible_in_groep(actor, plan.groep, op=op)))
    if bezwaren := check_afsluiten(beeld.feiten):
        raise PlanError(*(bezwaar.zin for bezwaar in bezwaren))
    einde = plan.ronde.geldig_tot_en_met
    if is_vroeg_gesloten(eindigt_op=einde, peildatum=op.date()) and not is_eerder:
        raise PlanError(f"Deze ronde loopt nog tot en met {einde:%d-%m-%Y}. Kruis aan dat u haar nu al afsluit.")
    plan.afgesloten_op, plan.afgesloten_door = op, actor
    plan.save(update_fields=["afgesloten_op", "afgesloten_door"])
    log_groepsplan(actor, plan, "close_groepsplan", reden, op)
    rondes = list_rondes(vestiging=plan.groep.vestiging, schooljaar=Schooljaar(int(plan.ronde.schooljaar[:4])))
    ronde = next((ronde for ronde in rondes if ronde.nummer == plan.ronde.nummer + 1), None)
    return _draft(actor, plan.groep, ronde, plan.vak, reden, op) if ronde else plan


def mag_groep(actor: Account, groep: Groep, op: datetime) -> Reden:
    """Why somebody may write the plans of a group.

    Raises:
        GeenToegangError: they do not teach or guide it.
    """
    return require(why_may_see_groep(actor, groep, op=op), WIE_GROEP)


def lock_groepsplan(plan: Groepsplan) -> None:
    """Hold a plan until the end of the transaction.

    Raises:
        PlanError: it is closed.
    """
    if Groepsplan.objects.select_for_update().get(pk=plan.pk).afgesloten_op is not None:
        raise PlanError(GESLOTEN)


def log_groepsplan(actor: Account, plan: Groepsplan, handeling: str, reden: Reden, op: datetime) -> None:
    """Write down that somebody changed a plan, and why they might."""
    log_handeling(
        account=actor,
        handeling=handeling,
        onderwerp=f"groepsplan:{plan.pk}",
        reden=reden,
        op=op,
        bestuur=plan.bestuur_id,
    )
