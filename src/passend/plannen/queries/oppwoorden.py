"""What the child and each parent said last on the development perspective plan, whichever version it was about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

from passend.begrippen.opp import Oppantwoord, Stemwijze
from passend.leerlingen.models import Leerling
from passend.plannen.models import Leerlingstem, Opp, Oppdeelname, Oppinstemming, Oppzienswijze
from passend.plannen.queries.opp import list_opps
from passend.regels.namen import zonder_spreker


class Ouderwoord(StrEnum):
    """How a parent said it."""

    ZIENSWIJZE = "zienswijze"
    GESPREK = "gesprek"
    WEIGERING = "weigering"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezegd:
    """The last words of one parent, of one kind."""

    soort: Ouderwoord
    tekst: str
    naam: str
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppwoorden:
    """What was said last: by the child, and by each parent by the key of their relation, oldest first."""

    kind: Leerlingstem | None = None
    ouders: Mapping[int, list[Gezegd]] = field(default_factory=dict)


def get_oppwoorden(*, leerling: Leerling) -> Oppwoorden:
    """The last words on the newest plan; a version in the making does not hide what was said on the one that holds."""
    opp = next(iter(list_opps(leerling=leerling)), None)
    if opp is None:
        return Oppwoorden()
    laatste: dict[tuple[int, Ouderwoord], Gezegd] = {}
    for ouder, gezegd in (*_zienswijzen(opp), *_gesprekken(opp), *_weigeringen(opp)):
        laatste[ouder, gezegd.soort] = gezegd
    ouders: dict[int, list[Gezegd]] = defaultdict(list)
    for (ouder, _soort), gezegd in sorted(laatste.items(), key=lambda rij: rij[1].op):
        ouders[ouder].append(gezegd)
    return Oppwoorden(kind=_stem(opp), ouders=dict(ouders))


def _stem(opp: Opp) -> Leerlingstem | None:
    stemmen = Leerlingstem.objects.filter(versie__bestuur=opp.bestuur_id, versie__opp=opp)
    gehoord = stemmen.exclude(wijze=Stemwijze.NIET_GEHOORD).select_related("vastgelegd_door").order_by("op", "pk")
    return gehoord.last()


def _zienswijzen(opp: Opp) -> Iterator[tuple[int, Gezegd]]:
    rijen = Oppzienswijze.objects.filter(
        versie__bestuur=opp.bestuur_id, versie__opp=opp, ouder__bestuur=opp.bestuur_id
    ).select_related("ouder")
    for een in rijen:
        yield (
            een.ouder_id,
            Gezegd(
                soort=Ouderwoord.ZIENSWIJZE, tekst=een.tekst.strip(), naam=een.ouder.naam, op=_dag(een.ingediend_op)
            ),
        )


def _gesprekken(opp: Opp) -> Iterator[tuple[int, Gezegd]]:
    """Of a talk with one parent; who said what in a talk with more is not written down."""
    rijen = (
        Oppdeelname.objects.filter(
            overleg__bestuur=opp.bestuur_id,
            overleg__versie__bestuur=opp.bestuur_id,
            overleg__versie__opp=opp,
            ouder__bestuur=opp.bestuur_id,
            is_verschenen=True,
        )
        .select_related("overleg", "ouder")
        .order_by("overleg__op", "overleg_id")
    )
    per_gesprek: dict[int, list[Oppdeelname]] = defaultdict(list)
    for rij in rijen:
        per_gesprek[rij.overleg_id].append(rij)
    for een, *meer in per_gesprek.values():
        if not meer:
            yield (
                een.ouder_id,
                Gezegd(
                    soort=Ouderwoord.GESPREK,
                    tekst=zonder_spreker(een.overleg.gezegd, een.ouder.naam),
                    naam=een.ouder.naam,
                    op=een.overleg.op,
                ),
            )


def _weigeringen(opp: Opp) -> Iterator[tuple[int, Gezegd]]:
    """Why a parent does not agree, as long as they gave no other answer."""
    rijen = Oppinstemming.objects.filter(
        versie__bestuur=opp.bestuur_id, versie__opp=opp, ouder__bestuur=opp.bestuur_id
    ).select_related("ouder")
    for een in {rij.ouder_id: rij for rij in rijen.order_by("op", "pk")}.values():
        if een.antwoord == Oppantwoord.NIET_AKKOORD and een.reden.strip():
            yield (
                een.ouder_id,
                Gezegd(soort=Ouderwoord.WEIGERING, tekst=een.reden.strip(), naam=een.ouder.naam, op=_dag(een.op)),
            )


def _dag(moment: datetime) -> date:
    return timezone.localtime(moment).date()
