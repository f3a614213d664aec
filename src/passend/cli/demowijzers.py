"""Where made-up plans point: needs and rows of the profile are found by their words, for keys differ each time."""

from collections.abc import Mapping
from typing import Any

from passend.begrippen.hgw import Cluster
from passend.cli.demoleerlingen import moment_van
from passend.plannen.actions.clusterwijzers import Clusterkeuze, point_cluster
from passend.plannen.actions.plannen import Regelgegevens
from passend.plannen.permissions import visible_in_groep
from passend.plannen.queries.beloften import list_beloften
from passend.plannen.queries.clusterbehoeften import list_behoeftekeuzes
from passend.plannen.queries.groepsplannen import get_beeld
from passend.plannen.queries.plannen import list_behoeftewoorden


def wijs_aan(leerling: Any, bron: Mapping[str, str]) -> Regelgegevens:
    """A line of a plan with the keys of what it points at."""
    behoeften = {tekst: pk for pk, tekst in list_behoeftewoorden(leerling=leerling).items()}
    return Regelgegevens(
        aanpak=bron["aanpak"],
        wie=bron["wie"],
        hoe_vaak=bron["hoe_vaak"],
        kenmerk=behoeften[bron["behoefte"]] if "behoefte" in bron else 0,
        onderdeel=_rij(leerling.vestiging, bron.get("aanbod", "")),
    )


def load_clusterwijzers(leerkracht: Any, plan: Any, bron: Mapping[str, Mapping[str, Any]], vandaag: Any) -> None:
    """Let clusters of a plan point at an offer, and at what some of their pupils need."""
    op = moment_van(vandaag)
    beeld = get_beeld(plan=plan, leerlingen=list(visible_in_groep(leerkracht, plan.groep, op=op)))
    keuzes = list_behoeftekeuzes(beeld=beeld, peildatum=vandaag)
    for cluster, wijst in bron.items():
        gevraagd = [keuze for keuze in keuzes[Cluster(cluster)] if keuze.tekst in wijst["behoeften"]]
        kenmerken = [pk for keuze in gevraagd for pk in keuze.kenmerken]
        gekozen = Clusterkeuze(_rij(plan.groep.vestiging, wijst["aanbod"]), frozenset(kenmerken))
        point_cluster(
            actor=leerkracht, plan=plan, cluster=Cluster(cluster), gekozen=gekozen, gezien=Clusterkeuze(), op=op
        )


def _rij(vestiging: Any, label: str) -> str:
    rijen = {naam: sleutel for sleutel, naam in list_beloften(vestiging=vestiging).items()}
    return rijen[label] if label else ""
