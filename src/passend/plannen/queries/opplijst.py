"""The plans of a school in one list, and what they ask of somebody today."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from passend.begrippen.opp import Oppaanleiding, Oppantwoord
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.leerlingen.queries.taken import Leerlingtaak
from passend.plannen.models import Opp, Oppevaluatie, Oppinstemming, Oppversie
from passend.regels.handelingsdeel import handelingsdeelsom
from passend.regels.opp import Opptermijn, evaluatie_uiterlijk_op, opp_uiterlijk_op, regionale_evaluatie_op
from passend.toegang.queries import Account

OPP_MAKEN, OPP_EVALUEREN, OPP_GEWEIGERD = "opp_maken", "opp_evalueren", "opp_geweigerd"
VOORUIT = timedelta(weeks=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppregel:
    """A plan that goes on: of whom, where it stands, and what comes next by when.

    `tegen_op` is when a parent said no to the concept, until that parent answers again; `is_opnieuw_gevraagd` says that
    the school asked the parents anew since, so that it waits for them.
    """

    leerling: Leerling
    vestiging: int
    nummer: int
    vastgesteld_op: datetime | None
    is_voorgelegd: bool
    termijn: Opptermijn
    geldend_nummer: int | None = None
    tegen_op: datetime | None = None
    is_opnieuw_gevraagd: bool = False

    @property
    def is_vastgesteld(self) -> bool:
        """True when there is a plan that holds, so that looking at it again comes next."""
        return self.vastgesteld_op is not None

    @property
    def concept(self) -> int | None:
        """The number of the version that is written on top of the one that holds; None when there is none."""
        return self.nummer if self.is_vastgesteld and self.nummer != self.geldend_nummer else None

    @property
    def geweigerd_op(self) -> datetime | None:
        """When a parent said no and the school has not asked anew since; None when nothing waits for the school."""
        return None if self.is_opnieuw_gevraagd else self.tegen_op


def list_oppregels(*, leerlingen: QuerySet[Leerling], peildatum: date) -> list[Oppregel]:
    """The plans of these pupils that go on, what must be done first on top; as many questions for all as for one."""
    opps = Opp.objects.filter(geeindigd_op__isnull=True, leerling__bestuur=F("bestuur"), leerling__in=leerlingen)
    rijen = list(opps.filter(ingetrokken_op__isnull=True).select_related("leerling"))
    versies: dict[int, list[Oppversie]] = defaultdict(list)
    for versie in Oppversie.objects.filter(opp__in=[opp.pk for opp in rijen]).defer("inhoud").order_by("nummer"):
        versies[versie.opp_id].append(versie)
    samen = _evaluaties([opp.pk for opp in rijen])
    concepten = [rij[-1] for rij in versies.values() if rij[-1].voorgelegd_op and not rij[-1].is_vastgesteld]
    tegen = _tegen(concepten, peildatum)
    return sorted(
        (_regel(opp, versies[opp.pk], samen, tegen) for opp in rijen),
        key=lambda regel: (regel.termijn.dag, regel.leerling.achternaam, regel.leerling.pk),
    )


def list_opptaken(*, rollen: Mapping[int, Collection[Rolsoort]], peildatum: date) -> list[Leerlingtaak]:
    """What plans ask at the sites of somebody: to be set, to be looked at again, and a parent who said no."""
    leiders = {Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER}
    sites = [vestiging for vestiging, eigen in rollen.items() if leiders & set(eigen)]
    if not sites:
        return []
    weg = Q(uitgeschreven_op__lt=peildatum)
    hier = Leerling.objects.filter(~weg, vestiging__in=sites)
    per: dict[tuple[str, int], list[date]] = defaultdict(list)
    for regel in list_oppregels(leerlingen=hier, peildatum=peildatum):
        if regel.geweigerd_op is not None:
            per[OPP_GEWEIGERD, regel.vestiging].append(timezone.localtime(regel.geweigerd_op).date())
        if not regel.is_vastgesteld:
            per[OPP_MAKEN, regel.vestiging].append(regel.termijn.dag)
        elif regel.termijn.dag <= peildatum + VOORUIT:
            per[OPP_EVALUEREN, regel.vestiging].append(regel.termijn.dag)
    taken = [
        Leerlingtaak(
            soort=soort,
            vestiging=vestiging,
            aantal=len(dagen),
            uiterlijk_op=min(dagen) if soort != OPP_GEWEIGERD else None,  # no law says until when
        )
        for (soort, vestiging), dagen in per.items()
    ]
    return sorted(taken, key=lambda taak: (taak.uiterlijk_op or date.max, taak.soort))


def list_oppvragen(*, account: Account, leerlingen: Collection[Leerling], peildatum: date) -> set[int]:
    """The children of a parent whose concept waits for an answer of theirs on what the handelingsdeel says now."""
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
        opp__ingetrokken_op__isnull=True,
        voorgelegd_op__isnull=False,
        vastgesteld_op__isnull=True,
    )
    versies = list(open_.select_related("opp").order_by("pk"))
    gezegd = Oppinstemming.objects.filter(
        versie__bestuur=F("bestuur"), versie__opp__in={een.opp_id for een in versies}, ouder__in=relaties
    )
    antwoorden = [
        (opp, versie, antwoord, som)
        for opp, versie, antwoord, som in gezegd.order_by().values_list(
            "versie__opp", "versie", "antwoord", "handelingsdeelsom"
        )
        if antwoord != Oppantwoord.GEZIEN
    ]
    return {een.opp.leerling_id for een in versies if not _is_beantwoord(een, antwoorden)}


def _is_beantwoord(versie: Oppversie, antwoorden: Collection[tuple[int, int, str, str]]) -> bool:
    """An answer on this version, or an agreement to one before, counts while the handelingsdeel says the same."""
    som = handelingsdeelsom({code: deel["tekst"] for code, deel in versie.inhoud.items()})
    return any(
        over == som and opp == versie.opp_id and (op_versie == versie.pk or antwoord == Oppantwoord.AKKOORD)
        for opp, op_versie, antwoord, over in antwoorden
    )


def _evaluaties(opps: Collection[int]) -> dict[int, list[date]]:
    """The days on which versions were looked at with both parents and child, by the key of the version."""
    samen: dict[int, list[date]] = defaultdict(list)
    rijen = Oppevaluatie.objects.filter(
        versie__bestuur=F("bestuur"),
        versie__opp__in=opps,
        is_besproken_met_ouders=True,
        is_besproken_met_leerling=True,
    )
    for versie, dag in rijen.values_list("versie", "op"):
        samen[versie].append(dag)
    return samen


def _tegen(concepten: Collection[Oppversie], peildatum: date) -> dict[int, datetime]:
    """When a parent with authority said no to these concepts and nothing since, by the key of the version."""
    if not concepten:
        return {}
    gezag = Q(ouder__geldig_tot_en_met__isnull=True) | Q(ouder__geldig_tot_en_met__gte=peildatum)
    antwoorden = Oppinstemming.objects.filter(
        gezag, versie__in=concepten, ouder__bestuur=F("bestuur"), ouder__heeft_gezag=True
    ).exclude(antwoord=Oppantwoord.GEZIEN.value)
    laatste = {(een.versie_id, een.ouder_id): een for een in antwoorden.order_by("op", "pk").defer("handelingsdeel")}
    return {
        een.versie_id: een.op
        for een in sorted(laatste.values(), key=lambda een: een.op, reverse=True)
        if een.antwoord == Oppantwoord.NIET_AKKOORD
    }


def _terugblik(
    versies: Sequence[Oppversie], geldt: Oppversie, evaluaties: Mapping[int, Collection[date]]
) -> Opptermijn:
    """The term that comes first: once in each school year, and in the region within a year in an MDO."""
    vast = {een.pk: timezone.localtime(een.vastgesteld_op).date() for een in versies if een.vastgesteld_op}
    alle = [dag for een in versies for dag in evaluaties.get(een.pk, ())]
    wet = evaluatie_uiterlijk_op(vast[geldt.pk], evaluaties.get(geldt.pk, ()))
    return min(wet, regionale_evaluatie_op(min(vast.values()), alle), key=lambda termijn: termijn.dag)


def _regel(
    opp: Opp,
    versies: Sequence[Oppversie],
    evaluaties: Mapping[int, Collection[date]],
    tegen: Mapping[int, datetime],
) -> Oppregel:
    """What holds is looked at again, as the law or the region asks it first; what was never set must be.

    A version on top of one that holds has no term.
    """
    geldt = next((een for een in reversed(versies) if een.vastgesteld_op is not None), None)
    termijn = (
        _terugblik(versies, geldt, evaluaties)
        if geldt is not None
        else opp_uiterlijk_op(Oppaanleiding(opp.aanleiding), opp.begonnen_op)
    )
    nieuwste = versies[-1]
    tegen_op, gevraagd_op = tegen.get(nieuwste.pk), nieuwste.opnieuw_gevraagd_op
    return Oppregel(
        leerling=opp.leerling,
        vestiging=opp.leerling.vestiging_id,
        nummer=nieuwste.nummer,
        vastgesteld_op=geldt.vastgesteld_op if geldt is not None else None,
        is_voorgelegd=nieuwste.voorgelegd_op is not None,
        termijn=termijn,
        geldend_nummer=geldt.nummer if geldt is not None else None,
        tegen_op=tegen_op,
        is_opnieuw_gevraagd=bool(tegen_op and gevraagd_op and gevraagd_op > tegen_op),
    )
