"""Which cluster of a group plan is proposed for a pupil, and why; a proposal for the teacher, never a verdict.

Clusters are practice of handelingsgericht werken (verdiept, basis, intensief), no law; each result is looked at within
the instrument it is of, for scales of two instruments cannot be compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from passend.begrippen.hgw import Cluster

LAAGSTE_GRENS, HOOGSTE_GRENS = 1, 99
HOOGSTE_BAND = 1
MINSTE_BANDEN = 3  # with fewer bands the highest or the lowest says too little
VOLGORDE = tuple(Cluster)


class ClusterError(ValueError):
    """Borders that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustergrenzen:
    """From which percentile a result points to verdiept, and until which to intensief; a school can choose its own.

    The usual ones: I, and A, lie above the first; the middle of IV and V, and of D and E, lies below the second.
    """

    verdiept_vanaf: int = 75
    intensief_tot_en_met: int = 33


GEWOON = Clustergrenzen()


def check_grenzen(grenzen: Clustergrenzen) -> None:
    """Refuse borders between which no pupil would be in basis.

    >>> check_grenzen(Clustergrenzen(verdiept_vanaf=80, intensief_tot_en_met=20))

    Raises:
        ClusterError: a border is no percentile, or the second is not below the first.
    """
    laag, hoog = grenzen.intensief_tot_en_met, grenzen.verdiept_vanaf
    if not (LAAGSTE_GRENS <= laag <= HOOGSTE_GRENS and LAAGSTE_GRENS <= hoog <= HOOGSTE_GRENS):
        raise ClusterError(f"Een grens is een percentiel van {LAAGSTE_GRENS} tot en met {HOOGSTE_GRENS}. Kijk ze na.")
    if laag >= hoog - 1:
        raise ClusterError("De grens van intensief ligt onder die van verdiept, met basis ertussen. Kijk ze na.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """One result on one instrument.

    Attributes:
        op: the day.
        niveau: the band as the instrument calls it, such as `III`; blank when it has none.
        percentiel: how many of a hundred pupils scored lower, or the middle of the band; None when nobody says.
        band: the place of a band that is no part of all pupils, 1 for the highest; None when it has none.
        banden: how many of those bands there are.
    """

    op: date
    niveau: str = ""
    percentiel: float | None = None
    band: int | None = None
    banden: int | None = None

    @property
    def wat(self) -> str:
        """What it says: the band, or `P50` for a percentile."""
        return self.niveau or ("" if self.percentiel is None else f"P{self.percentiel:.0f}")


@dataclass(frozen=True, slots=True)
class Clustervoorstel:
    """What is proposed, and the sentence that says why."""

    cluster: Cluster
    waarom: str


def cluster_van(meting: Meting, grenzen: Clustergrenzen = GEWOON) -> Cluster | None:
    """Where one result points: by the usual borders the highest quarter to verdiept, the lowest third to intensief.

    Of bands that are no part of all pupils, such as reference levels, the highest and the lowest point there. A result
    with neither points nowhere.

    >>> cluster_van(Meting(op=date(2027, 1, 20), niveau="IV", percentiel=30))
    <Cluster.INTENSIEF: 'intensief'>
    """
    if meting.percentiel is not None:
        is_laag = meting.percentiel <= grenzen.intensief_tot_en_met
        return _tussen(meting.percentiel >= grenzen.verdiept_vanaf, is_laag)
    if meting.band is None or meting.banden is None or meting.banden < MINSTE_BANDEN:
        return None
    return _tussen(meting.band <= HOOGSTE_BAND, meting.band >= meting.banden)


def _tussen(is_hoog: bool, is_laag: bool) -> Cluster:  # noqa: FBT001 -- both are named where it is called
    if is_hoog:
        return Cluster.VERDIEPT
    return Cluster.INTENSIEF if is_laag else Cluster.BASIS


def voorstel_cluster(
    metingen: Sequence[Meting],
    *,
    vorig: Cluster | None,
    sinds: date | None = None,
    grenzen: Clustergrenzen = GEWOON,
) -> Clustervoorstel:
    """The cluster to propose: more help at the first result that asks for it, less only after two that agree.

    What the teacher chose last round counts: they knew the results of before that day, so that without a newer one the
    pupil stays there.

    Args:
        metingen: results in one subject on one instrument, oldest first.
        vorig: where the teacher had the pupil last round; None when there was no plan.
        sinds: the day on which the teacher chose that; None when it is not known.
        grenzen: the borders of the school.

    >>> voorstel_cluster([], vorig=Cluster.INTENSIEF)
    Clustervoorstel(cluster=<Cluster.INTENSIEF: 'intensief'>, waarom='Er is geen nieuwe toets. Blijft waar u deze leerling had: intensief.')
    """  # noqa: E501 -- the answer of an example stands on one line
    wijzend = [(meting, wijst) for meting in metingen if (wijst := cluster_van(meting, grenzen)) is not None]
    if not wijzend or (vorig is not None and sinds is not None and wijzend[-1][0].op <= sinds):
        return _zonder_toets(vorig)
    meting, naar = wijzend[-1]
    wat, dag = meting.wat, f"{meting.op:%d-%m-%Y}"
    if vorig is None:
        return Clustervoorstel(naar, f"De laatste toets ({wat} op {dag}) past bij {naar}.")
    if VOLGORDE.index(naar) < VOLGORDE.index(vorig):
        return _minder_hulp(wijzend, vorig)
    if naar == vorig:
        return Clustervoorstel(naar, f"De laatste toets ({wat} op {dag}) past bij {naar}, en daar zat deze leerling.")
    return Clustervoorstel(naar, f"De laatste toets ({wat} op {dag}) past bij {naar}: meer hulp dan {vorig}.")


def _zonder_toets(vorig: Cluster | None) -> Clustervoorstel:
    if vorig is None:
        return Clustervoorstel(Cluster.BASIS, "Er is nog geen toets en geen eerder plan. Begint in basis.")
    return Clustervoorstel(vorig, f"Er is geen nieuwe toets. Blijft waar u deze leerling had: {vorig}.")


def _minder_hulp(wijzend: Sequence[tuple[Meting, Cluster]], vorig: Cluster) -> Clustervoorstel:
    meting, naar = wijzend[-1]
    wat, dag = meting.wat, f"{meting.op:%d-%m-%Y}"
    eerder = [wijst for _meting, wijst in wijzend[-2:-1]]
    if eerder and VOLGORDE.index(eerder[0]) < VOLGORDE.index(vorig):
        doel = max(naar, eerder[0], key=VOLGORDE.index)
        return Clustervoorstel(
            doel, f"Twee toetsen na elkaar (laatste: {wat} op {dag}) vragen om minder hulp dan {vorig}."
        )
    return Clustervoorstel(
        vorig, f"De laatste toets ({wat} op {dag}) past bij {naar}, maar het is de eerste keer. Blijft in {vorig}."
    )
