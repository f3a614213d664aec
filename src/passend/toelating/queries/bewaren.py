"""Which cases of children who never came are over their term; those of a pupil go with the file of the pupil."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Max
from django.utils import timezone

from passend.begrippen.bewaren import Bewaarklasse, Bewaartermijn, Lopend
from passend.leerlingen.models import Vernietigingslijst
from passend.leerlingen.queries.bewaren import get_keuzes
from passend.leerlingen.queries.lijstdelen import Lijstregel
from passend.organisaties.models import Vestiging
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten
from passend.regels.bewaartermijnen import bewaartermijn
from passend.regels.toelatingstermijnen import besluittermijn
from passend.regels.vernietiging import Vernietigingsbezwaar
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding
from passend.toelating.queries.lopend import lopend_bij_aanmelding
from passend.toelating.queries.zaken import Zaakregel, list_zaken

RUIM = timedelta(weeks=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarzaak:
    """A case of a child that never came, and its term.

    Attributes:
        begon_op: the day from which the term counts.
        kan_vanaf: the first day on which it can go.
        lopend: what keeps it now.
        is_nooit_afgerond: nobody ever decided on it, so that somebody must look before it goes.
    """

    aanmelding: Aanmelding
    termijn: Bewaartermijn
    begon_op: date
    kan_vanaf: date
    lopend: Lopend | None
    is_nooit_afgerond: bool
    is_voorbij: bool

    @property
    def bezwaar(self) -> Vernietigingsbezwaar | None:
        """Why it may not go now; None when it may."""
        if self.lopend is not None:
            return Vernietigingsbezwaar.AANGEHOUDEN
        return None if self.is_voorbij else Vernietigingsbezwaar.NOG_BEWAREN

    @property
    def mag_weg(self) -> bool:
        """True when it may go now and does not wait for the board already."""
        return self.bezwaar is None and self.aanmelding.vernietigingslijst_id is None


def list_te_vernietigen(*, vestiging: Vestiging, peildatum: date) -> list[Bewaarzaak]:
    """The cases without a pupil that are closed or were left, each with its term; what is contested does not end.

    The term counts from the last thing that closed it: the day on which the parents heard of the decision, that of a
    decision on their objection, of an opinion or the answer to it. Of a case on which nobody decided although the
    weeks for that are over, it counts from the last thing that was written down.
    """
    rijen = list(Aanmelding.objects.filter(vestiging=vestiging, leerling__isnull=True))
    for rij in rijen:
        rij.vestiging = vestiging
    keuze = get_keuzes(bestuur=vestiging.bestuur_id).get(Bewaarklasse.NIET_TOEGELATEN)
    laatste = _laatst_vastgelegd(rijen)
    zaken = (
        _bewaarzaak(zaak, laatste.get(zaak.aanmelding.pk), peildatum=peildatum, keuze=keuze)
        for zaak in list_zaken(aanmeldingen=rijen)
    )
    return sorted((zaak for zaak in zaken if zaak is not None), key=lambda zaak: (zaak.kan_vanaf, zaak.aanmelding.pk))


def list_aan_de_beurt(*, vestiging: Vestiging, peildatum: date) -> list[Bewaarzaak]:
    """Those whose term is nearly over, also when they are contested or wait for the board."""
    return [zaak for zaak in list_te_vernietigen(vestiging=vestiging, peildatum=peildatum) if zaak.is_voorbij]


def tel_aanmeldingen(lijsten: Collection[Vernietigingslijst]) -> dict[int, Lijstregel]:
    """How many cases are on each list, and in which year they came in; no names."""
    per_lijst: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    rijen = Aanmelding.objects.filter(vernietigingslijst__bestuur=F("bestuur"), vernietigingslijst__in=lijsten)
    for lijst, dag in rijen.order_by("ontvangen_op").values_list("vernietigingslijst", "ontvangen_op"):
        if lijst is not None:
            per_lijst[lijst][dag.year] += 1
    return {
        lijst: Lijstregel(klasse=Bewaarklasse.NIET_TOEGELATEN, leerlingen=sum(jaren.values()), jaren=dict(jaren))
        for lijst, jaren in per_lijst.items()
    }


def _laatst_vastgelegd(aanmeldingen: Collection[Aanmelding]) -> dict[int, date]:
    rijen = Aanmeldgebeurtenis.objects.filter(aanmelding__in=aanmeldingen).order_by()
    laatste = rijen.values_list("aanmelding").annotate(Max("vastgelegd_op"))
    return {pk: timezone.localtime(op).date() for pk, op in laatste}


def _bewaarzaak(zaak: Zaakregel, laatste: date | None, *, peildatum: date, keuze: int | None) -> Bewaarzaak | None:
    """The case with its term; None while it is simply under way."""
    feiten, rij = zaak.feiten, zaak.aanmelding
    einde = _einde(feiten)
    if einde is None and _moet_nog(feiten, peildatum):
        return None
    begon_op = einde or max(filter(None, (rij.ontvangen_op, timezone.localtime(rij.ingevoerd_op).date(), laatste)))
    lopend = lopend_bij_aanmelding(feiten, peildatum=peildatum)
    termijn = bewaartermijn(
        Bewaarklasse.NIET_TOEGELATEN,
        begin=begon_op,
        peildatum=peildatum,
        is_aangehouden=lopend is not None,
        keuze=keuze,
    )
    kan_vanaf = _kan_vanaf(termijn, begon_op)
    return Bewaarzaak(
        aanmelding=rij,
        termijn=termijn,
        begon_op=begon_op,
        kan_vanaf=kan_vanaf,
        lopend=lopend,
        is_nooit_afgerond=einde is None,
        is_voorbij=peildatum >= kan_vanaf,
    )


def _einde(feiten: Aanmeldingsfeiten) -> date | None:
    """The day of what closed a case last; None when nothing did."""
    if feiten.ingetrokken_op is not None:
        return feiten.ingetrokken_op
    if feiten.besluit is None:
        return None
    dagen = (feiten.besluit.bekend_op, feiten.beslist_op, feiten.oordeel_op, feiten.reactie_op)
    return max(dag for dag in dagen if dag is not None)


def _moet_nog(feiten: Aanmeldingsfeiten, peildatum: date) -> bool:
    """True while the weeks for a decision run; a clock that stands still for parents who never answer runs no more."""
    termijn = besluittermijn(feiten, peildatum=peildatum)
    return termijn is not None and termijn.stil_sinds is None and peildatum <= termijn.uiterlijk


def _kan_vanaf(termijn: Bewaartermijn, begon_op: date) -> date:
    """The last weeks of a term, so that a board can keep to it; of a short one that was chosen, its second half."""
    uiterlijk = termijn.vernietigen_uiterlijk_op
    assert uiterlijk is not None  # noqa: S101 -- the rule of this class is the longest that it may stay
    return uiterlijk - min(RUIM, (uiterlijk - begon_op) / 2)
