"""Test results of a pupil, of some pupils, and the newest of a group."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import F, Q

from passend.leerlingen.models import Groepsplaatsing, Leerling
from passend.organisaties.models import Groep
from passend.volgen.models import VAKKEN, Toetsresultaat

VAKNAMEN = dict(VAKKEN)
type Resultaten = Mapping[int, Mapping[str, list[Toetsresultaat]]]


def list_toetsresultaten(*, leerling: Leerling, peildatum: date | None = None) -> list[Toetsresultaat]:
    """Every result of a pupil that was not withdrawn, oldest first; up to and including a day when one is given."""
    resultaten = Toetsresultaat.objects.filter(
        bestuur=leerling.bestuur_id, leerling=leerling, ingetrokken_op__isnull=True
    )
    return list(resultaten.filter(afgenomen_op__lte=peildatum) if peildatum else resultaten)


def list_ingetrokken_resultaten(*, leerling: Leerling) -> list[Toetsresultaat]:
    """The results of a pupil that were withdrawn, newest first: of each only when and why may be shown."""
    weg = Toetsresultaat.objects.filter(bestuur=leerling.bestuur_id, leerling=leerling, ingetrokken_op__isnull=False)
    return list(weg.order_by("-ingetrokken_op", "-pk"))


def list_resultaten_van(*, leerlingen: Collection[int], peildatum: date) -> Resultaten:
    """The results of pupils up to a day, oldest first: by the key of the pupil, and then by subject.

    One question for any number of pupils; what a growth curve in a list needs.
    """
    gevonden: dict[int, dict[str, list[Toetsresultaat]]] = defaultdict(lambda: defaultdict(list))
    geldig = Toetsresultaat.objects.filter(
        leerling__in=leerlingen, afgenomen_op__lte=peildatum, ingetrokken_op__isnull=True
    )
    for resultaat in geldig:
        gevonden[resultaat.leerling_id][resultaat.vak].append(resultaat)
    return {leerling: dict(per_vak) for leerling, per_vak in gevonden.items()}


def list_laatste_resultaten(*, groep: Groep, peildatum: date) -> dict[int, dict[str, Toetsresultaat]]:
    """The newest result of each pupil of a group on a day: by the key of the pupil, and then by subject.

    Who is in the group without any result is there too, with nothing. The one who asks makes sure that all of the
    group may be seen.
    """
    leerlingen = list_leerlingen_van(groep=groep, peildatum=peildatum)
    resultaten = list_resultaten_van(leerlingen=leerlingen, peildatum=peildatum)
    return {
        leerling: {vak: rijen[-1] for vak, rijen in resultaten.get(leerling, {}).items()} for leerling in leerlingen
    }


def list_leerlingen_van(*, groep: Groep, peildatum: date) -> list[int]:
    """The keys of the pupils who are in a group on a day, by name."""
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    plaatsingen = Groepsplaatsing.objects.filter(
        geldig, bestuur=groep.bestuur_id, groep=groep, geldig_van__lte=peildatum, leerling__bestuur=F("bestuur")
    )
    namen = ("leerling__achternaam", "leerling__voornaam", "leerling")
    return list(dict.fromkeys(plaatsingen.order_by(*namen).values_list("leerling", flat=True)))
