"""Which cases of children who never came are over their term; those of a pupil go with the file of the pupil."""

from dataclasses import dataclass
from datetime import date, timedelta

from passend.begrippen.bewaren import Bewaarklasse, Bewaarstand, Bewaartermijn
from passend.begrippen.toelating import Aanzet
from passend.organisaties.models import Vestiging
from passend.regels.bewaartermijnen import bewaartermijn
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.models import Aanmelding
from passend.toelating.queries.zaken import list_zaken

RUIM = timedelta(weeks=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarzaak:
    """A closed case of a child that never came, and its term."""

    aanmelding: Aanmelding
    termijn: Bewaartermijn
    mag_weg: bool


def list_te_vernietigen(*, vestiging: Vestiging, peildatum: date) -> list[Bewaarzaak]:
    """The cases without a pupil that are closed, each with its term; while somebody contests a decision none ends.

    The term counts from the day on which the parents heard of the decision, as the weeks to object do: nothing goes
    while they still can.
    """
    rijen = list(Aanmelding.objects.filter(vestiging=vestiging, leerling__isnull=True))
    for rij in rijen:
        rij.vestiging = vestiging
    zaken = []
    for zaak in list_zaken(aanmeldingen=rijen):
        feiten = zaak.feiten
        einde = feiten.ingetrokken_op or (feiten.besluit.bekend_op if feiten.besluit else None)
        if einde is None:
            continue
        stand = toelatingsstand(feiten, peildatum=peildatum)
        termijn = bewaartermijn(
            Bewaarklasse.NIET_TOEGELATEN,
            begin=feiten.beslist_op or einde,
            peildatum=peildatum,
            is_aangehouden=stand.aan_zet in {Aanzet.BESTUUR, Aanzet.COMMISSIE},
        )
        zaken.append(Bewaarzaak(aanmelding=zaak.aanmelding, termijn=termijn, mag_weg=_mag_weg(termijn, peildatum)))
    return zaken


def _mag_weg(termijn: Bewaartermijn, peildatum: date) -> bool:
    """True in the last weeks of a term, so that a board can keep to it; never while somebody contests the decision."""
    uiterlijk = termijn.vernietigen_uiterlijk_op
    is_vrij = termijn.stand is not Bewaarstand.AANGEHOUDEN
    return is_vrij and uiterlijk is not None and peildatum >= uiterlijk - RUIM
