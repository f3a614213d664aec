"""Saving what a cluster of a group plan points at, as somebody chooses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from passend.plannen.actions.clusterwijzers import Clusterkeuze, point_cluster
from passend.plannen.actions.kenmerken import PlanError
from passend.plannen.queries.clusterbehoeften import list_behoeftekeuzes
from passend.plannen.queries.groepsplannen import get_cluster
from passend.web.plannen.groepsplan import BEWAARD, GEWEIGERD, beeld_van, cluster_of_404, plan_of_404
from passend.web.plannen.verzoek import Groepsbezoek, bij_groep
from passend.web.verzoek import heel_getal
from passend.web.zinnen import vertaal


@bij_groep
@require_POST
def wijst(request: HttpRequest, bij: Groepsbezoek, pk: int) -> HttpResponse:
    """Save the row of the profile and the needs of a cluster, on top of what the writer saw."""
    plan, cluster, fout = plan_of_404(bij, pk), cluster_of_404(request), ""
    onderdeel, _streep, behoeften = request.POST.get("versie", "").rpartition("|")
    gekozen = "-".join(request.POST.getlist("behoefte"))
    try:
        point_cluster(
            actor=bij.bezoek.account,
            plan=plan,
            cluster=cluster,
            gekozen=Clusterkeuze(request.POST.get("onderdeel", ""), _sleutels(gekozen)),
            gezien=Clusterkeuze(onderdeel, _sleutels(behoeften)),
            op=bij.bezoek.op,
        )
    except PlanError as geweigerd:
        fout = vertaal(geweigerd)
    keuzes = list_behoeftekeuzes(beeld=beeld_van(bij, plan), peildatum=bij.bezoek.vandaag)[cluster]
    context = {"rij": get_cluster(plan=plan, cluster=cluster), "keuzes": keuzes, "fout": fout, "plek": bij.plek}
    return render(request, "plannen/wijstopslag.jinja", context, status=GEWEIGERD if fout else BEWAARD)


def _sleutels(tekst: str) -> frozenset[int]:
    return frozenset(filter(None, map(heel_getal, tekst.split("-"))))
