"""A group plan: what it must hold, that it fits on one page, and what carries over into the next round.

The Inspectie asks for a view on development and for guidance that fits (standard OP2), not for a plan of many pages;
one page with clusters, goals, approach and evaluation is what schools agreed on in handelingsgericht werken.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from passend.begrippen.hgw import Cluster, Uitkomst

VROEG = timedelta(days=14)  # the last two weeks of a round are for looking back
LANGSTE_DOEL = 400
LANGSTE_AANPAK = 600
LANGSTE_EVALUATIE = 500
LANGSTE = {
    "doel": LANGSTE_DOEL,
    "aanpak": LANGSTE_AANPAK,
    "evaluatie": LANGSTE_EVALUATIE,
    "wat_werkte": LANGSTE_EVALUATIE,
}
NAMEN = {"doel": "doel", "aanpak": "aanpak", "evaluatie": "evaluatie", "wat_werkte": "wat werkte"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusterfeiten:
    """What a plan says of one cluster, and how many pupils are in it."""

    leerlingen: int
    doel: str = ""
    aanpak: str = ""
    uitkomst: Uitkomst | None = None
    evaluatie: str = ""


@dataclass(frozen=True, slots=True)
class Planbezwaar:
    """What is still missing or too long: where, and what to do."""

    code: str
    cluster: Cluster | None
    zin: str


@dataclass(frozen=True, slots=True)
class Overdracht:
    """What goes along into the next round."""

    doel: str
    aanpak: str


def check_tekst(veld: str, tekst: str) -> Planbezwaar | None:
    """Why a text does not fit on the one page; None when it does.

    >>> check_tekst("doel", "Iedereen rekent tot honderd.") is None
    True
    """
    if len(tekst) <= LANGSTE[veld]:
        return None
    return Planbezwaar(
        "te_lang",
        None,
        f"Dit past niet op een bladzijde. Houd '{NAMEN[veld]}' bij {LANGSTE[veld]} tekens; nu is het {len(tekst)}.",
    )


def check_plan(clusters: Mapping[Cluster, Clusterfeiten], *, zonder_cluster: Collection[str] = ()) -> list[Planbezwaar]:
    """What a plan still misses; nothing when it can be used.

    A cluster without pupils may be blank.

    >>> [een.code for een in check_plan({Cluster.BASIS: Clusterfeiten(leerlingen=20, doel="Vlot tot honderd.")})]
    ['geen_aanpak']
    """
    bezwaren = []
    for cluster, feiten in clusters.items():
        if not feiten.leerlingen:
            continue
        if not feiten.doel.strip():
            bezwaren.append(Planbezwaar("geen_doel", cluster, f"Zeg wat {cluster} deze ronde leert."))
        if not feiten.aanpak.strip():
            bezwaren.append(Planbezwaar("geen_aanpak", cluster, f"Zeg hoe u {cluster} dat leert."))
    if zonder_cluster:
        bezwaren.append(
            Planbezwaar("zonder_cluster", None, f"Nog zonder cluster: {', '.join(zonder_cluster)}. Kies er een.")
        )
    return bezwaren


def check_afsluiten(clusters: Mapping[Cluster, Clusterfeiten]) -> list[Planbezwaar]:
    """Why a plan cannot be closed yet: each cluster with pupils says whether its goal was reached, and how it went.

    >>> [een.code for een in check_afsluiten({Cluster.BASIS: Clusterfeiten(leerlingen=20, uitkomst=Uitkomst.DEELS)})]
    ['geen_evaluatie']
    """
    bezwaren = []
    for cluster, feiten in clusters.items():
        if not feiten.leerlingen:
            continue
        if feiten.uitkomst is None:
            bezwaren.append(Planbezwaar("geen_uitkomst", cluster, f"Kies of het doel van {cluster} is behaald."))
        if not feiten.evaluatie.strip():
            bezwaren.append(Planbezwaar("geen_evaluatie", cluster, f"Schrijf in een zin hoe het ging met {cluster}."))
    return bezwaren


def neem_mee(uitkomst: Uitkomst | None, *, doel: str, aanpak: str, wat_werkte: str) -> Overdracht:
    """What goes along: what worked always does; a goal that was not reached stays, one that was makes place.

    An approach goes along while it works: not when the goal was missed, and not in its old words when the teacher said
    which part of it worked.

    >>> neem_mee(Uitkomst.BEHAALD, doel="Tot honderd.", aanpak="Elke dag oefenen.", wat_werkte="Het rekenspel.")
    Overdracht(doel='', aanpak='Het rekenspel.')
    """
    blijft = "" if uitkomst is Uitkomst.NIET else aanpak
    return Overdracht(doel="" if uitkomst is Uitkomst.BEHAALD else doel, aanpak=wat_werkte.strip() or blijft)


def wijst_mee(uitkomst: str) -> bool:
    """True when the offer of the school and the needs of a cluster go along, as its approach does.

    >>> wijst_mee(Uitkomst.DEELS), wijst_mee(Uitkomst.NIET)
    (True, False)
    """
    return uitkomst != Uitkomst.NIET


def is_vroeg_gesloten(*, eindigt_op: date, peildatum: date) -> bool:
    """True for closing a plan while its round still runs for more than two weeks; that asks for a second yes.

    >>> is_vroeg_gesloten(eindigt_op=date(2027, 1, 31), peildatum=date(2026, 11, 25))
    True
    """
    return eindigt_op - peildatum > VROEG
