"""The signals of pupils: computed from the facts of today each time, with what was said of them before.

Rooms above this one can hand in evaluations that should have been there, with `register_evaluaties`.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from passend.begrippen.volgen import Signaalregel
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.regels.signalen import (
    Drempels,
    Evaluatiefeit,
    Meting,
    Signaal,
    Signaalfeiten,
    signalen,
    standaard_drempels,
)
from passend.regels.verzuim import Verzuimstand
from passend.volgen.models import SIGNAALREGELS, Signaalbesluit, Signaalinstelling, Toetsresultaat
from passend.volgen.queries.waarnemingen import get_verzuimstanden

type Evaluatiegever = Callable[[Collection[Leerling], date], Mapping[int, Collection[Evaluatiefeit]]]

VER_GENOEG = timedelta(days=1500)  # no rule looks further back
VELDEN = (
    "instrument",
    "instrumentversie",
    "vak",
    "afnamemoment",
    "afgenomen_op",
    "schaalscore",
    "niveau",
    "normschema",
)
_VAN_METING = ("instrument", "versie", "vak", "moment", "op", "schaalscore", "niveau", "normschema")
REGELNAMEN = dict(SIGNAALREGELS)
_EVALUATIEGEVERS: dict[str, Evaluatiegever] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalbeeld:
    """A signal, and the decision by which it was put aside; None while it is open."""

    signaal: Signaal
    besluit: Signaalbesluit | None


def register_evaluaties(kamer: str, gever: Evaluatiegever) -> None:
    """Let a room hand in what should have been evaluated and was not, by the key of the pupil."""
    _EVALUATIEGEVERS[kamer] = gever


def get_drempels(*, vestiging: Vestiging, peildatum: date) -> Drempels:
    """The thresholds of a school: those it set, and the defaults for the rest."""
    drempels = standaard_drempels(peildatum)
    for een in Signaalinstelling.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging):
        regel = Signaalregel(een.regel)
        drempels[regel] = replace(drempels[regel], drempel=een.drempel, is_ingeschakeld=een.is_ingeschakeld)
    return drempels


def list_signalen(
    *,
    leerlingen: Collection[Leerling],
    vestiging: Vestiging,
    peildatum: date,
    verzuim: Mapping[int, Verzuimstand] | None = None,
) -> dict[int, list[Signaalbeeld]]:
    """What asks for a look, by the key of the pupil, newest first; the same number of questions for any number.

    `verzuim` is how near they come to what must be reported, from who read that already.
    """
    sleutels = [leerling.pk for leerling in leerlingen]
    drempels = get_drempels(vestiging=vestiging, peildatum=peildatum)
    metingen = _metingen(sleutels, peildatum)
    if verzuim is None:
        verzuim = get_verzuimstanden(leerlingen=leerlingen, vestiging=vestiging, peildatum=peildatum, is_heel=False)
    evaluaties = _evaluaties(leerlingen, peildatum)
    besluiten = {
        (een.leerling_id, een.regel, een.kenmerk): een
        for een in Signaalbesluit.objects.filter(leerling__in=sleutels).select_related("door")
    }
    gevonden = {}
    for leerling in sleutels:
        feiten = Signaalfeiten(
            metingen=metingen[leerling], verzuim=verzuim.get(leerling), evaluaties=evaluaties[leerling]
        )
        gevonden[leerling] = [
            Signaalbeeld(signaal=een, besluit=besluiten.get((leerling, een.regel.value, een.kenmerk)))
            for een in signalen(feiten, drempels, peildatum=peildatum)
        ]
    return gevonden


def _evaluaties(leerlingen: Collection[Leerling], peildatum: date) -> Mapping[int, list[Evaluatiefeit]]:
    alle: dict[int, list[Evaluatiefeit]] = defaultdict(list)
    for gever in _EVALUATIEGEVERS.values():
        for leerling, feiten in gever(leerlingen, peildatum).items():
            alle[leerling].extend(feiten)
    return alle


def _metingen(leerlingen: Collection[int], peildatum: date) -> Mapping[int, list[Meting]]:
    """What the rules look at, as values: of a whole school there are too many rows to make each of them a result."""
    gevonden: dict[int, list[Meting]] = defaultdict(list)
    resultaten = Toetsresultaat.objects.filter(
        leerling__in=leerlingen,
        afgenomen_op__gte=peildatum - VER_GENOEG,
        afgenomen_op__lte=peildatum,
        ingetrokken_op__isnull=True,
    )
    for leerling, *feiten in resultaten.values_list("leerling", *VELDEN):
        gevonden[leerling].append(Meting(**dict(zip(_VAN_METING, feiten, strict=True))))
    return gevonden
