"""What the files of pupils ask of somebody today."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, QuerySet
from django.utils import timezone

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Bewaarkeuze, Leerling, Noodinzage, Vernietigingslijst, Zienswijze
from passend.leerlingen.queries.bewaren import get_vertrekfeiten, list_op_lijst
from passend.regels.vernietiging import (
    LEERLINGKLASSEN,
    Keuzes,
    Vertrekfeiten,
    begint_op,
    check_vernietiging,
    termijnen_van,
)
from passend.regels.verzoek import antwoord_uiterlijk_op

NOODINZAGE, VERZOEK, VERNIETIGING = "noodinzage", "verzoek", "vernietiging"
AAN_DE_BEURT, BINNENKORT = "aan_de_beurt", "binnenkort"
VOORUIT = timedelta(days=92)  # what comes within three months is told before it is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlingtaak:
    """One thing at one site, how often it is there, by when it must be done, and of a request about whom it is."""

    soort: str
    vestiging: int
    aantal: int
    uiterlijk_op: date | None = None
    over: tuple[str, ...] = ()


def list_leerlingtaken(*, rollen: Mapping[int, Collection[Rolsoort]], peildatum: date) -> list[Leerlingtaak]:
    """What waits at the sites of somebody, by the roles they have there; what must be done first stands first."""

    def bij(*soorten: Rolsoort) -> list[int]:
        return [vestiging for vestiging, eigen in rollen.items() if set(soorten) & set(eigen)]

    directeur, school = bij(Rolsoort.DIRECTEUR), bij(Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER)
    taken = [
        *list_verzoeken(vestigingen=school),
        *_tel(NOODINZAGE, Noodinzage.objects.filter(gezien_op__isnull=True), directeur, "leerling__"),
        *_bewaren(directeur, peildatum),
        *_tel(VERNIETIGING, Vernietigingslijst.objects.filter(afgehandeld_op__isnull=True), bij(Rolsoort.BESTUURDER)),
    ]
    return sorted(taken, key=lambda taak: taak.uiterlijk_op or date.max)


def list_verzoeken(*, vestigingen: Collection[int]) -> list[Leerlingtaak]:
    """The requests of parents that wait for an answer, of each of these sites together."""
    if not vestigingen:
        return []
    open_ = Zienswijze.objects.filter(
        is_verzoek=True,
        besloten_op__isnull=True,
        stuk__bestuur=F("bestuur"),
        stuk__leerling__bestuur=F("bestuur"),
        stuk__leerling__vestiging__in=vestigingen,
    )
    per_school: dict[int, list[Zienswijze]] = defaultdict(list)
    for wens in open_.select_related("stuk__leerling").order_by("ingediend_op", "pk"):
        per_school[wens.stuk.leerling.vestiging_id].append(wens)
    return [
        Leerlingtaak(
            soort=VERZOEK,
            vestiging=vestiging,
            aantal=len(wensen),
            uiterlijk_op=antwoord_uiterlijk_op(timezone.localtime(wensen[0].ingediend_op).date()),
            over=tuple(dict.fromkeys(str(wens.stuk.leerling) for wens in wensen)),
        )
        for vestiging, wensen in per_school.items()
    ]


def _bewaren(vestigingen: Collection[int], peildatum: date) -> list[Leerlingtaak]:
    """Of how many pupils who left something can be proposed now, and else within three months."""
    weg = list(Leerling.objects.filter(vestiging__in=vestigingen, uitgeschreven_op__lte=peildatum))
    if not weg:
        return []
    keuzes: dict[int, dict[Bewaarklasse, int]] = defaultdict(dict)
    for keuze in Bewaarkeuze.objects.filter(bestuur__in={leerling.bestuur_id for leerling in weg}):
        keuzes[keuze.bestuur_id][Bewaarklasse(keuze.klasse)] = keuze.maanden
    feiten, op_lijst = get_vertrekfeiten(leerlingen=weg, peildatum=peildatum), list_op_lijst(vestigingen=vestigingen)
    dagen: dict[str, dict[int, list[date]]] = {AAN_DE_BEURT: defaultdict(list), BINNENKORT: defaultdict(list)}
    for leerling in weg:
        wacht = frozenset(klasse for klasse in LEERLINGKLASSEN if (leerling.pk, klasse) in op_lijst)
        stand, eigen = feiten[leerling.pk], keuzes[leerling.bestuur_id]
        for soort, dag in ((AAN_DE_BEURT, peildatum), (BINNENKORT, peildatum + VOORUIT)):
            if uiterlijk_op := _uiterlijk_op(stand, wacht, dag, eigen):
                dagen[soort][leerling.vestiging_id].append(uiterlijk_op)
                break
    return [
        Leerlingtaak(soort=soort, vestiging=vestiging, aantal=len(deze), uiterlijk_op=min(deze))
        for soort, per_school in dagen.items()
        for vestiging, deze in per_school.items()
        if soort == AAN_DE_BEURT or vestiging not in dagen[AAN_DE_BEURT]
    ]


def _uiterlijk_op(
    feiten: Vertrekfeiten, wacht: frozenset[Bewaarklasse], peildatum: date, keuzes: Keuzes
) -> date | None:
    """By when the first goes that can be proposed on a day; None when nothing can, or it lies with the board."""
    bezwaren = check_vernietiging(feiten, feiten.aanwezig - wacht, peildatum=peildatum, keuzes=keuzes)
    termijnen = termijnen_van(feiten, peildatum=peildatum, keuzes=keuzes)
    kan = [termijnen[klasse] for klasse, bezwaar in bezwaren.items() if bezwaar is None]
    return min((termijn.vernietigen_uiterlijk_op or begint_op(termijn) for termijn in kan), default=None)


def _tel(soort: str, rijen: QuerySet[Any], vestigingen: Collection[int], pad: str = "") -> list[Leerlingtaak]:
    if not vestigingen:
        return []
    hier: dict[str, Any] = {f"{pad}vestiging__in": vestigingen}
    if pad:
        hier[f"{pad}bestuur"] = F("bestuur")
    per_school = rijen.filter(**hier).order_by().values_list(f"{pad}vestiging").annotate(Count("pk"))
    return [Leerlingtaak(soort=soort, vestiging=vestiging, aantal=aantal) for vestiging, aantal in per_school]
