"""The plan of a group for one subject on one page: drafted, written in place, closed, and continued."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.hgw import Cluster, Uitkomst
from passend.begrippen.rollen import Logsoort
from passend.documenten.zetten.groepsplanpdf import Clusterblad, Groepsplanblad, zet_groepsplan_pdf
from passend.leerlingen.permissions import visible_leerlingen
from passend.plannen.actions.groepsplannen import (
    GelijktijdigPlanError,
    close_groepsplan,
    draft_groepsplan,
    log_groep,
    move_leerling,
    save_clustertekst,
    set_uitkomst,
)
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.permissions import OM_HET_WERK, visible_in_groep
from passend.plannen.queries.beloften import list_beloften
from passend.plannen.queries.clusterbehoeften import list_behoeftekeuzes
from passend.plannen.queries.groepsplannen import Groepsplan, Groepsplanbeeld, get_beeld, get_groepsplan
from passend.regels.groepsplannen import LANGSTE, check_afsluiten, check_plan, is_vroeg_gesloten
from passend.regels.namen import namen_in
from passend.regels.tekstmerk import tekstmerk
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.plannen.verzoek import Groepsbezoek, bij_groep
from passend.web.plannen.woorden import CLUSTERS, UITKOMSTEN, UITKOMSTTONEN, VAKKEN
from passend.web.zinnen import vertaal

BEWAARD, GEWEIGERD, BOTSING = 200, 422, 409


@bij_groep
@require_POST
def nieuw(request: HttpRequest, bij: Groepsbezoek) -> HttpResponse:
    """Draft the plan of this round for a subject; one click."""
    vak = request.POST.get("vak", "")
    if vak not in VAKKEN:
        raise Http404
    try:
        plan = draft_groepsplan(actor=bij.bezoek.account, groep=bij.groep, vak=vak, op=bij.bezoek.op)
    except PlanError as fout:
        messages.error(request, vertaal(fout))
        return bij.naar()
    return bij.naar("groepsplan", pk=plan.pk)


@bij_groep
@require_safe
def groepsplan(request: HttpRequest, bij: Groepsbezoek, pk: int) -> HttpResponse:
    """The plan, to read and to write in."""
    plan = plan_of_404(bij, pk)
    log_groep(actor=bij.bezoek.account, groep=bij.groep, handeling="open_groepsplan", reden=bij.reden, op=bij.bezoek.op)
    return _toon(request, bij, plan)


@bij_groep
@require_POST
def tekst(request: HttpRequest, bij: Groepsbezoek, pk: int) -> HttpResponse:
    """Save one text of a cluster, as it is typed."""
    plan, veld = plan_of_404(bij, pk), request.POST.get("veld", "")
    if veld not in LANGSTE:
        raise Http404
    merk = request.POST.get("kies_versie") or request.POST.get("versie", "")
    context: dict[str, Any] = {"versie": merk, "fout": "", "huidig": None, "anderen": (), "adres": request.path}
    try:
        rij = save_clustertekst(
            actor=bij.bezoek.account,
            plan=plan,
            cluster=cluster_of_404(request),
            veld=veld,
            tekst=request.POST.get("tekst", ""),
            merk=merk,
            op=bij.bezoek.op,
        )
    except GelijktijdigPlanError as fout:
        context |= {"huidig": fout.huidig, "wie": fout.wie, "huidig_versie": tekstmerk(fout.huidig)}
        return render(request, "plannen/opslag.jinja", context, status=BOTSING)
    except PlanError as fout:
        return render(request, "plannen/opslag.jinja", context | {"fout": vertaal(fout)}, status=GEWEIGERD)
    context |= {"versie": tekstmerk(getattr(rij, veld)), "mist": check_plan(beeld_van(bij, plan).feiten)}
    return render(request, "plannen/groepsplanopslag.jinja", context)


@bij_groep
@require_POST
def uitkomst(request: HttpRequest, bij: Groepsbezoek, pk: int) -> HttpResponse:
    """Say whether the goal of a cluster was reached."""
    plan = plan_of_404(bij, pk)
    context: dict[str, Any] = {"versie": "", "fout": "", "huidig": None, "anderen": ()}
    try:
        gekozen = Uitkomst(request.POST.get("uitkomst", ""))
    except ValueError as fout:
        raise Http404 from fout
    try:
        set_uitkomst(
            actor=bij.bezoek.account, plan=plan, cluster=cluster_of_404(request), uitkomst=gekozen, op=bij.bezoek.op
        )
    except PlanError as fout:
        return render(request, "plannen/opslag.jinja", context | {"fout": vertaal(fout)}, status=GEWEIGERD)
    return render(request, "plannen/opslag.jinja", context)


@bij_groep
@require_POST
def plaats(request: HttpRequest, bij: Groepsbezoek, pk: int) -> HttpResponse:
    """Put a pupil in a cluster; answers with the three lists."""
    plan, zichtbaar = plan_of_404(bij, pk), visible_in_groep(bij.bezoek.account, bij.groep, op=bij.bezoek.op)
    leerling = zichtbaar.filter(sleutel=_sleutel(request)).first()
    if leerling is None:
        raise Http404
    fout, cluster = "", _gekozen(request)
    if cluster is not None:
        try:
            move_leerling(actor=bij.bezoek.account, plan=plan, leerling=leerling, cluster=cluster, op=bij.bezoek.op)
        except PlanError as geweigerd:
            fout = vertaal(geweigerd)
    context = {**_context(bij, plan), "plaatsfout": fout, "verplaatst": leerling.sleutel}
    context["mist"] = check_plan(context["beeld"].feiten)
    return render(request, "plannen/geplaatst.jinja", context, status=GEWEIGERD if fout else BEWAARD)


@bij_groep
@require_POST
def sluit(request: HttpRequest, bij: Groepsbezoek, pk: int) -> HttpResponse:
    """Close the plan with its evaluation, and go on in the next round."""
    plan = plan_of_404(bij, pk)
    try:
        is_eerder = bool(request.POST.get("eerder"))
        volgende = close_groepsplan(actor=bij.bezoek.account, plan=plan, op=bij.bezoek.op, is_eerder=is_eerder)
    except PlanError as fout:
        return _toon(request, bij, plan, fout=vertaal(fout), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if volgende.pk == plan.pk:
        messages.success(request, _("Het plan is afgesloten. Dit was de laatste ronde van dit schooljaar."))
    else:
        messages.success(request, _("Het vorige plan is afgesloten. Wat werkte, staat hier al."))
    return bij.naar("groepsplan", pk=volgende.pk)


@bij_groep
@require_safe
def pdf(request: HttpRequest, bij: Groepsbezoek, pk: int) -> HttpResponse:
    """The plan on one page of paper."""
    plan = plan_of_404(bij, pk)
    log_groep(
        actor=bij.bezoek.account,
        groep=bij.groep,
        handeling="export_groepsplan",
        reden=bij.reden,
        op=bij.bezoek.op,
        soort=Logsoort.UITVOER,
    )
    beeld = beeld_van(bij, plan)
    behoeften = list_behoeftekeuzes(beeld=beeld, peildatum=bij.bezoek.vandaag)
    blad = Groepsplanblad(
        titel=f"Groepsplan {VAKKEN[plan.vak]}, groep {bij.groep.naam}",
        school=str(bij.bezoek.vestiging),
        kleur=bij.bezoek.vestiging.kleur,
        schooljaar=plan.ronde.schooljaar,
        ronde=plan.ronde.nummer,
        van=plan.ronde.geldig_van,
        tot_en_met=plan.ronde.geldig_tot_en_met,
        op=bij.bezoek.vandaag,
        clusters=[
            Clusterblad(
                naam=str(CLUSTERS[cluster]),
                leerlingen=[str(een.leerling) for een in deel.plaatsen],
                doel=deel.rij.doel,
                aanpak=deel.rij.aanpak,
                aanbod=deel.rij.belofte,
                behoeften="; ".join(keuze.tekst for keuze in behoeften[cluster] if keuze.is_gekozen),
                uitkomst=str(UITKOMSTEN.get(deel.rij.uitkomst, "")),
                evaluatie=deel.rij.evaluatie,
                wat_werkte=deel.rij.wat_werkte,
            )
            for cluster, deel in beeld.clusters.items()
        ],
        zonder=[str(een) for een in beeld.zonder],
    )
    return als_download(zet_groepsplan_pdf(blad), "application/pdf", "groepsplan.pdf")


def plan_of_404(bij: Groepsbezoek, pk: int) -> Groepsplan:
    plan = get_groepsplan(groep=bij.groep, pk=pk)
    if plan is None:
        raise Http404
    return plan


def _genoemd(beeld: Groepsplanbeeld) -> list[str]:
    """The pupils of the group whose name stands in a text, which stays after their file is destroyed."""
    leerlingen = [*beeld.zonder, *(plaats.leerling for deel in beeld.clusters.values() for plaats in deel.plaatsen)]
    teksten = [getattr(deel.rij, veld) for deel in beeld.clusters.values() for veld in LANGSTE]
    return namen_in("\n".join(teksten), [een.voornaam for een in leerlingen])


def _sleutel(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("leerling", ""))
    except ValueError as fout:
        raise Http404 from fout


def _gekozen(request: HttpRequest) -> Cluster | None:
    """The cluster somebody chose; None when they put it back to nothing, and then nothing changes."""
    return cluster_of_404(request) if request.POST.get("cluster") else None


def cluster_of_404(request: HttpRequest) -> Cluster:
    try:
        return Cluster(request.POST.get("cluster", ""))
    except ValueError as fout:
        raise Http404 from fout


def beeld_van(bij: Groepsbezoek, plan: Groepsplan) -> Groepsplanbeeld:
    """A plan that is closed shows who was in it then, as far as one may still see them."""
    account, op = bij.bezoek.account, bij.bezoek.op
    nu = list(visible_in_groep(account, bij.groep, op=op))
    toen = list(visible_leerlingen(account, op=op, gronden=OM_HET_WERK)) if plan.afgesloten_op else None
    return get_beeld(plan=plan, leerlingen=nu, mag_zien=toen)


def _context(bij: Groepsbezoek, plan: Groepsplan) -> dict[str, Any]:
    beeld = beeld_van(bij, plan)
    return {
        "plan": plan,
        "beeld": beeld,
        "groep": bij.groep,
        "plek": {**bij.plek, "pk": plan.pk},
        "groepsplek": bij.plek,
        "code": bij.bezoek.vestiging.code,
        "vaknaam": VAKKEN.get(plan.vak, plan.vak),
        "clusternamen": CLUSTERS,
        "uitkomsten": UITKOMSTEN,
        "uitkomsttonen": UITKOMSTTONEN,
        "langste": LANGSTE,
        "merk": tekstmerk,
        "behoeften": list_behoeftekeuzes(beeld=beeld, peildatum=bij.bezoek.vandaag),
        "beloften": list_beloften(vestiging=bij.bezoek.vestiging) if not plan.afgesloten_op else {},
        "plaatsfout": "",
        "verplaatst": None,
    }


def _toon(
    request: HttpRequest, bij: Groepsbezoek, plan: Groepsplan, *, fout: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    context = _context(bij, plan)
    beeld: Groepsplanbeeld = context["beeld"]
    context |= {
        "kader": maak_kader(request, bij.bezoek.vestiging),
        "mist": check_plan(beeld.feiten),
        "mist_bij_sluiten": check_afsluiten(beeld.feiten),
        "is_einde": bij.bezoek.vandaag >= plan.ronde.geldig_tot_en_met or bool(fout),
        "is_vroeg": is_vroeg_gesloten(eindigt_op=plan.ronde.geldig_tot_en_met, peildatum=bij.bezoek.vandaag),
        "fout": fout,
        "genoemd": _genoemd(beeld) if not plan.afgesloten_op else [],
        "vandaag": bij.bezoek.vandaag,
    }
    return render(request, "plannen/groepsplan.jinja", context, status=status)
