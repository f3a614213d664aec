"""Suspensions, and removals with everything that happened on the way to them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from passend.begrippen.aanmelding import Gebeurtenissoort, Oudertaal
from passend.begrippen.termijn import Termijn
from passend.begrippen.toelating import Verwijderingsstand
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.regels.schorsing import Schorsingsfeiten
from passend.regels.verwijdering import Verwijdering as Stand
from passend.regels.verwijdering import Verwijderingsfeiten, verwijderingsstand
from passend.regels.verwijdertermijnen import lopende_verwijdertermijnen
from passend.toelating.models import Aanmelding, Schorsing, Toelatingsbeleid, Verwijdergebeurtenis, Verwijdering
from passend.toelating.queries.aanmeldingen import geldige, get_beleid
from passend.toelating.queries.feiten import (
    get_schorsingsdagen,
    get_schorsingsfeiten,
    get_verwijderingsfeiten,
    voorgenomen_op,
)
from passend.toelating.queries.weggevallen import list_weggevallen_bij_verwijdering
from passend.volgen.queries.vakanties import vakantiedagen

__all__ = ["Schorsing", "Verwijdergebeurtenis", "Verwijdering", "voorgenomen_op"]

BESLUITEN = frozenset({Gebeurtenissoort.BESLUIT, Gebeurtenissoort.BEZWAAR_BESLIST})
RONDOM = timedelta(days=70)  # longer than any school holiday
VERSTE = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijderzaak:
    """A removal with what happened, and the facts of it."""

    verwijdering: Verwijdering
    gebeurtenissen: list[Verwijdergebeurtenis]
    feiten: Verwijderingsfeiten

    @property
    def tellend(self) -> list[Verwijdergebeurtenis]:
        """What counts: without what was taken back."""
        return geldige(self.gebeurtenissen)

    @property
    def weggevallen(self) -> list[Verwijdergebeurtenis]:
        """What took back, after the decision, the yes that it rests on."""
        return list_weggevallen_bij_verwijdering(gebeurtenissen=self.gebeurtenissen, feiten=self.feiten)

    @property
    def laatste_besluit(self) -> Verwijdergebeurtenis | None:
        """The last thing the board decided; what came before it stays."""
        return next((een for een in reversed(self._op_volgorde) if een.soort in BESLUITEN), None)

    @property
    def na_besluit(self) -> list[Verwijdergebeurtenis]:
        """What can still be taken back: it was written down after the last decision, and is none itself."""
        besluit = self.laatste_besluit
        return [
            een for een in self._op_volgorde if een.soort not in BESLUITEN and (besluit is None or een.pk > besluit.pk)
        ]

    @property
    def _op_volgorde(self) -> list[Verwijdergebeurtenis]:
        return sorted(self.tellend, key=lambda een: een.pk)


def get_oudertaal(*, leerling: Leerling) -> Oudertaal:
    """In which language the parents of a pupil read letters, as the newest registration says; Dutch without one."""
    talen = Aanmelding.objects.filter(leerling=leerling).order_by("-ontvangen_op", "-pk")
    return Oudertaal(talen.values_list("oudertaal", flat=True).first() or Oudertaal.NEDERLANDS)


def list_schorsingen(*, leerling: Leerling) -> list[tuple[Schorsing, Schorsingsfeiten]]:
    """The suspensions of a pupil with their facts, newest first; also those that were taken back."""
    rijen = list(
        Schorsing.objects.filter(leerling=leerling)
        .select_related("besloten_door", "ingetrokken_door")
        .order_by("-geldig_van", "-pk")
    )
    vrij = list_vrije_dagen(leerling=leerling, rond=[rij.geldig_van for rij in rijen])
    return [(rij, get_schorsingsfeiten(schorsing=rij, andere=rijen, vrij=vrij)) for rij in rijen]


def list_vrije_dagen(*, leerling: Leerling, rond: Collection[date]) -> frozenset[date]:
    """The school holidays that can lie between suspensions that begin around these days."""
    if not rond:
        return frozenset()
    return vakantiedagen(vestiging=leerling.vestiging, van=min(rond) - RONDOM, tot_en_met=max(rond) + RONDOM)


def get_nieuwe_schorsing(
    *, leerling: Leerling, van: date, tot_en_met: date, motivering: str, peildatum: date
) -> Schorsingsfeiten:
    """The facts of a suspension that is decided on a day, beside those that stand."""
    rond = [van] if abs((van - peildatum).days) <= VERSTE.days else []
    return Schorsingsfeiten(
        besloten_op=peildatum,
        van=van,
        tot_en_met=tot_en_met,
        motivering=motivering,
        eerste_schooldag=leerling.ingeschreven_op,
        laatste_schooldag=leerling.uitgeschreven_op,
        andere=tuple(get_schorsingsdagen(Schorsing.objects.filter(leerling=leerling))),
        vrij=list_vrije_dagen(leerling=leerling, rond=rond),
    )


def list_lopende_schorsingen(*, leerling: Leerling, op: date) -> list[Schorsing]:
    """The suspensions of a pupil that stand and are not over on a day, the first first."""
    rijen = Schorsing.objects.filter(leerling=leerling, ingetrokken_op__isnull=True, geldig_tot_en_met__gte=op)
    return list(rijen.order_by("geldig_van", "pk"))


def list_geschorst(*, leerlingen: Collection[Leerling], op: date) -> dict[int, date]:
    """Which of these pupils are suspended on a day, and until when; one question for any number."""
    rijen = Schorsing.objects.filter(
        leerling__in=leerlingen, ingetrokken_op__isnull=True, geldig_van__lte=op, geldig_tot_en_met__gte=op
    )
    return dict(rijen.values_list("leerling", "geldig_tot_en_met"))


def list_schorsingen_bij(
    *, vestigingen: Collection[Vestiging], peildatum: date
) -> list[tuple[Schorsing, Schorsingsfeiten]]:
    """The suspensions at these sites with their facts, of which something can still be due; one question."""
    niet_gemeld = Q(inspectie_gemeld_op__isnull=True, geldig_tot_en_met__gt=F("geldig_van"))
    rijen = Schorsing.objects.filter(
        niet_gemeld | Q(geldig_tot_en_met__gte=peildatum),
        ingetrokken_op__isnull=True,
        leerling__bestuur=F("bestuur"),
        leerling__vestiging__in=vestigingen,
    )
    return [(rij, get_schorsingsfeiten(schorsing=rij)) for rij in rijen.select_related("leerling")]


def get_schorsing(*, leerling: Leerling, pk: int) -> Schorsing | None:
    """One suspension of a pupil."""
    return Schorsing.objects.filter(leerling=leerling, pk=pk).first()


def list_verwijderingen(*, leerling: Leerling) -> list[Verwijdering]:
    """The removals of a pupil, newest first."""
    return list(Verwijdering.objects.filter(leerling=leerling).order_by("-begonnen_op", "-pk"))


def get_lopende_verwijdering(*, leerling: Leerling, op: date) -> Verwijdering | None:
    """The removal of a pupil that is under way on a day; None when there is none, or it was taken back."""
    for rij in list_verwijderingen(leerling=leerling):
        rij.leerling = leerling
        feiten = get_verwijderzaak(verwijdering=rij).feiten
        if verwijderingsstand(feiten, peildatum=op).soort is not Verwijderingsstand.INGETROKKEN:
            return rij
    return None


def list_verwijderingen_bij(*, vestiging: Vestiging) -> list[Verwijdering]:
    """The removals of a school of pupils who are still there."""
    rijen = Verwijdering.objects.filter(
        leerling__bestuur=F("bestuur"), leerling__vestiging=vestiging, leerling__uitgeschreven_op__isnull=True
    )
    return list(rijen.select_related("leerling"))


def list_verwijderstanden(*, vestiging: Vestiging, op: date) -> list[tuple[Verwijderzaak, Stand]]:
    """The removals at a site that are under way, of pupils who are still there, with where each stands."""
    standen = [
        (een, verwijderingsstand(een.feiten, peildatum=op))
        for een in list_verwijderzaken(vestigingen=[vestiging])
        if een.feiten.uitgeschreven_op is None
    ]
    return [(zaak, stand) for zaak, stand in standen if stand.soort is not Verwijderingsstand.INGETROKKEN]


def get_verwijdering(*, vestiging: Vestiging, sleutel: UUID) -> Verwijdering | None:
    """One removal at a site; None when it is not there."""
    rijen = Verwijdering.objects.filter(leerling__bestuur=F("bestuur"), leerling__vestiging=vestiging, sleutel=sleutel)
    return rijen.select_related("leerling__vestiging__bestuur__samenwerkingsverband").first()


def list_verwijderdagen(*, leerlingen: Collection[Leerling], op: date) -> dict[int, Termijn]:
    """The next date on the way to a removal of each of these pupils that has one, by key."""
    zaken = list_verwijderzaken_van(leerlingen=leerlingen)
    komend = {een.verwijdering.leerling_id: volgende_verwijderdag(een, op=op) for een in zaken}
    return {leerling: termijn for leerling, termijn in komend.items() if termijn is not None}


def volgende_verwijderdag(zaak: Verwijderzaak, *, op: date) -> Termijn | None:
    """The next date of one removal; None when nothing has a day."""
    termijnen = lopende_verwijdertermijnen(zaak.feiten, peildatum=op)
    return min((een for een in termijnen if een.dag >= op), key=lambda een: een.dag, default=None)


def list_verwijderzaken(*, vestigingen: Collection[Vestiging]) -> list[Verwijderzaak]:
    """The removals at these sites, each with everything about it; three questions, however many there are."""
    return _als_zaken(Verwijdering.objects.filter(leerling__bestuur=F("bestuur"), leerling__vestiging__in=vestigingen))


def list_verwijderzaken_van(*, leerlingen: Collection[Leerling]) -> list[Verwijderzaak]:
    """`list_verwijderzaken` of these pupils."""
    return _als_zaken(Verwijdering.objects.filter(leerling__bestuur=F("bestuur"), leerling__in=leerlingen))


def _als_zaken(rijen: QuerySet[Verwijdering]) -> list[Verwijderzaak]:
    verwijderingen = list(rijen.select_related("leerling"))
    if not verwijderingen:
        return []
    scholen = {een.leerling.vestiging_id for een in verwijderingen}
    gebeurd: dict[int, list[Verwijdergebeurtenis]] = defaultdict(list)
    for een in Verwijdergebeurtenis.objects.filter(verwijdering__in=verwijderingen).order_by("op", "pk"):
        gebeurd[een.verwijdering_id].append(een)
    beleid = {een.vestiging_id: een for een in Toelatingsbeleid.objects.filter(vestiging__in=scholen)}
    return [
        Verwijderzaak(
            verwijdering=een,
            gebeurtenissen=gebeurd[een.pk],
            feiten=get_verwijderingsfeiten(
                verwijdering=een, gebeurtenissen=gebeurd[een.pk], beleid=beleid.get(een.leerling.vestiging_id)
            ),
        )
        for een in verwijderingen
    ]


def get_verwijderzaak(*, verwijdering: Verwijdering) -> Verwijderzaak:
    """Everything about one removal."""
    rijen = Verwijdergebeurtenis.objects.filter(verwijdering=verwijdering).select_related("door").order_by("op", "pk")
    gebeurtenissen = list(rijen)
    return Verwijderzaak(
        verwijdering=verwijdering,
        gebeurtenissen=gebeurtenissen,
        feiten=get_verwijderingsfeiten(
            verwijdering=verwijdering,
            gebeurtenissen=gebeurtenissen,
            beleid=get_beleid(vestiging=verwijdering.leerling.vestiging),
        ),
    )
