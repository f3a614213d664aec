"""The needs of the pupils in a cluster, and which of them its approach is for."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from passend.begrippen.hgw import Cluster, Kenmerksoort
from passend.leerlingen.models import Leerling
from passend.plannen.models import Clusterbehoefte, Groepsplan, Leerlingkenmerk
from passend.plannen.queries.groepsplannen import Groepsplanbeeld
from passend.plannen.queries.kenmerken import geldige_kenmerken


@dataclass(frozen=True, slots=True, kw_only=True)
class Behoeftekeuze:
    """One need, said in the same words of one or more pupils, and whether the approach of the cluster is for it."""

    tekst: str
    kenmerken: tuple[int, ...]
    wie: tuple[str, ...]
    is_gekozen: bool

    @property
    def waarde(self) -> str:
        """Its keys in one word, as a form sends them."""
        return "-".join(map(str, self.kenmerken))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusterhulp:
    """What a cluster of a group plan that runs does for a need of one pupil."""

    vak: str
    behoefte: str
    belofte: str


def list_clusterhulp(*, leerling: Leerling) -> list[Clusterhulp]:
    """What group plans that run do for this pupil, without the texts of the group: those are about others too."""
    rijen = Clusterbehoefte.objects.filter(
        kenmerk__bestuur=F("bestuur"),
        kenmerk__leerling=leerling,
        groepsplancluster__bestuur=F("bestuur"),
        groepsplancluster__groepsplan__bestuur=F("bestuur"),
        groepsplancluster__groepsplan__afgesloten_op__isnull=True,
    ).order_by("groepsplancluster__groepsplan__vak", "pk")
    velden = ("groepsplancluster__groepsplan__vak", "kenmerk__tekst", "groepsplancluster__belofte")
    return [
        Clusterhulp(vak=vak, behoefte=behoefte, belofte=belofte)
        for vak, behoefte, belofte in rijen.values_list(*velden)
    ]


def list_behoeftekeuzes(*, beeld: Groepsplanbeeld, peildatum: date) -> dict[Cluster, list[Behoeftekeuze]]:
    """The needs of who is in each cluster, those that were chosen first; of a plan that is closed only what was."""
    wie = {
        plaats.leerling_id: (cluster, plaats.leerling)
        for cluster, deel in beeld.clusters.items()
        for plaats in deel.plaatsen
    }
    gekozen = list_gekozen(plan=beeld.plan, leerlingen=wie)
    kenmerken = {een.pk: een for een in gekozen.values()}
    if beeld.plan.afgesloten_op is None:
        kenmerken |= {een.pk: een for een in list_behoeften(leerlingen=wie, peildatum=peildatum)}
    per_cluster: dict[Cluster, list[Leerlingkenmerk]] = {cluster: [] for cluster in Cluster}
    for een in sorted(kenmerken.values(), key=lambda kenmerk: kenmerk.pk):
        per_cluster[wie[een.leerling_id][0]].append(een)
    namen = {pk: leerling for pk, (_cluster, leerling) in wie.items()}
    return {cluster: _samen(eigen, set(gekozen), namen) for cluster, eigen in per_cluster.items()}


def list_behoeften(*, leerlingen: Collection[int], peildatum: date) -> list[Leerlingkenmerk]:
    """The needs of these pupils that hold on a day."""
    return list(geldige_kenmerken(peildatum).filter(leerling__in=leerlingen, soort=Kenmerksoort.BEHOEFTE))


def list_gekozen(*, plan: Groepsplan, leerlingen: Collection[int]) -> dict[int, Leerlingkenmerk]:
    """The needs of these pupils that a cluster of a plan was made for, by their key."""
    rijen = Clusterbehoefte.objects.filter(
        groepsplancluster__bestuur=plan.bestuur_id,
        groepsplancluster__groepsplan=plan,
        kenmerk__bestuur=F("bestuur"),
        kenmerk__leerling__in=leerlingen,
    ).select_related("kenmerk")
    return {rij.kenmerk_id: rij.kenmerk for rij in rijen}


def _samen(kenmerken: Iterable[Leerlingkenmerk], gekozen: set[int], namen: dict[int, Leerling]) -> list[Behoeftekeuze]:
    """The same words of several pupils are one choice."""
    per_tekst: dict[str, list[Leerlingkenmerk]] = defaultdict(list)
    for een in kenmerken:
        per_tekst[een.tekst.casefold()].append(een)
    keuzes = [
        Behoeftekeuze(
            tekst=zelfde[0].tekst,
            kenmerken=tuple(een.pk for een in zelfde),
            wie=tuple(namen[een.leerling_id].voornaam for een in zelfde),
            is_gekozen=any(een.pk in gekozen for een in zelfde),
        )
        for zelfde in per_tekst.values()
    ]
    return sorted(keuzes, key=lambda keuze: (not keuze.is_gekozen, keuze.tekst.casefold()))
