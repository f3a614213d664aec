"""The plans of a school in one list, and what they ask of somebody today."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, QuerySet
from django.utils import timezone

from passend.begrippen.opp import Oppaanleiding, Oppantwoord
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.leerlingen.queries.taken import Leerlingtaak
from passend.plannen.models import Opp, Oppevaluatie, Oppinstemming, Oppversie
from passend.regels.opp import Opptermijn, evaluatie_uiterlijk_op, opp_uiterlijk_op
from passend.toegang.queries import Account

OPP_MAKEN, OPP_EVALUEREN = "opp_maken", "opp_evalueren"
VOORUIT = timedelta(weeks=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppregel:
    """A plan that goes on: of whom, where it stands, and what comes next by when."""

    leerling: Leerling
    vestiging: int
    nummer: int
    vastgesteld_op: datetime | None
    is_voorgelegd: bool
    termijn: Opptermijn

    @property
    def is_vastgesteld(self) -> bool:
        """True when there is a plan that holds, so that looking at it again comes next."""
        return self.vastgesteld_op is not None


def list_oppregels(*, leerlingen: QuerySet[Leerling]) -> list[Oppregel]:
    """The plans of these pupils that go on, what must be done first on top; three questions, however many there are."""
    opps = Opp.objects.filter(geeindigd_op__isnull=True, leerling__bestuur=F("bestuur"), leerling__in=leerlingen)
    rijen = list(opps.filter(ingetrokken_op__isnull=True).select_related("leerling"))
    versies: dict[int, list[tuple[int, datetime | None, datetime | None]]] = defaultdict(list)
    gevonden = Oppversie.objects.filter(opp__in=[opp.pk for opp in rijen]).order_by("nummer")
    for opp, nummer, voorgelegd_op, vastgesteld_op in gevonden.values_list(
        "opp", "nummer", "voorgelegd_op", "vastgesteld_op"
    ):
        versies[opp].append((nummer, voorgelegd_op, vastgesteld_op))
    samen = _evaluaties([opp.pk for opp in rijen])
    return sorted(
        (_regel(opp, versies[opp.pk], samen[opp.pk]) for opp in rijen),
        key=lambda regel: (regel.termijn.dag, regel.leerling.achternaam, regel.leerling.pk),
    )


def list_opptaken(*, rollen: Mapping[int, Collection[Rolsoort]], peildatum: date) -> list[Leerlingtaak]:
    """What plans ask at the sites of somebody: to be set, and to be looked at again within four weeks."""
    leiders = {Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER}
    sites = [vestiging for vestiging, eigen in rollen.items() if leiders & set(eigen)]
    if not sites:
        return []
    hier = Leerling.objects.filter(vestiging__in=sites, uitgeschreven_op__isnull=True)
    per: dict[tuple[str, int], list[date]] = defaultdict(list)
    for regel in list_oppregels(leerlingen=hier):
        if not regel.is_vastgesteld:
            per[OPP_MAKEN, regel.vestiging].append(regel.termijn.dag)
        elif regel.termijn.dag <= peildatum + VOORUIT:
            per[OPP_EVALUEREN, regel.vestiging].append(regel.termijn.dag)
    taken = [
        Leerlingtaak(soort=soort, vestiging=vestiging, aantal=len(dagen), uiterlijk_op=min(dagen))
        for (soort, vestiging), dagen in per.items()
    ]
    return sorted(taken, key=lambda taak: (taak.uiterlijk_op or date.max, taak.soort))


def list_oppvragen(*, account: Account, leerlingen: Collection[Leerling], peildatum: date) -> set[int]:
    """The children of a parent whose concept waits for an answer of theirs."""
    eigen = Ouderrelatie.objects.filter(account=account, heeft_gezag=True, leerling__in=leerlingen)
    relaties = {
        ouder.pk: ouder.leerling_id
        for ouder in eigen
        if ouder.geldig_van <= peildatum and (ouder.geldig_tot_en_met is None or ouder.geldig_tot_en_met >= peildatum)
    }
    open_ = Oppversie.objects.filter(
        opp__bestuur=F("bestuur"),
        opp__leerling__in=set(relaties.values()),
        opp__geeindigd_op__isnull=True,
        voorgelegd_op__isnull=False,
        vastgesteld_op__isnull=True,
    )
    versies = dict(open_.values_list("pk", "opp__leerling"))
    gezegd = Oppinstemming.objects.filter(versie__in=versies, ouder__in=relaties)
    beantwoord = set(gezegd.exclude(antwoord=Oppantwoord.GEZIEN.value).order_by().values_list("versie", flat=True))
    return {leerling for versie, leerling in versies.items() if versie not in beantwoord}


def _evaluaties(opps: Collection[int]) -> dict[int, list[date]]:
    """The days on which plans were looked at with both parents and child."""
    samen: dict[int, list[date]] = defaultdict(list)
    rijen = Oppevaluatie.objects.filter(
        versie__bestuur=F("bestuur"),
        versie__opp__in=opps,
        is_besproken_met_ouders=True,
        is_besproken_met_leerling=True,
    )
    for opp, dag in rijen.values_list("versie__opp", "op"):
        samen[opp].append(dag)
    return samen


def _regel(
    opp: Opp, versies: Collection[tuple[int, datetime | None, datetime | None]], evaluaties: Collection[date]
) -> Oppregel:
    vast = [vastgesteld_op for _nummer, _voorgelegd, vastgesteld_op in versies if vastgesteld_op is not None]
    nummer, voorgelegd_op, _vastgesteld = list(versies)[-1]
    termijn = (
        evaluatie_uiterlijk_op(timezone.localtime(vast[0]).date(), evaluaties)
        if vast
        else opp_uiterlijk_op(Oppaanleiding(opp.aanleiding), opp.begonnen_op)
    )
    return Oppregel(
        leerling=opp.leerling,
        vestiging=opp.leerling.vestiging_id,
        nummer=nummer,
        vastgesteld_op=vast[-1] if vast else None,
        is_voorgelegd=voorgelegd_op is not None,
        termijn=termijn,
    )
