"""The rounds and the levels of support that a school chose."""

from dataclasses import dataclass
from datetime import date

from passend.begrippen.hgw import NIVEAUS
from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar
from passend.organisaties.models import Vestiging
from passend.plannen.models import Clustergrens, Ondersteuningsniveau, Planronde
from passend.regels.clusters import GEWOON, Clustergrenzen
from passend.regels.planrondes import ronde_op


@dataclass(frozen=True, slots=True)
class Niveau:
    """A level of support as a school calls it."""

    nummer: int
    naam: str
    uitleg: str


def list_rondes(*, vestiging: Vestiging, schooljaar: Schooljaar) -> list[Planronde]:
    """The rounds of a site in a school year, in order."""
    rondes = Planronde.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging, schooljaar=str(schooljaar))
    return list(rondes.order_by("nummer"))


def get_ronde_op(*, vestiging: Vestiging, dag: date) -> Planronde | None:
    """The round that a day is in; None when the school has none yet, or the first still has to begin."""
    rondes = list_rondes(vestiging=vestiging, schooljaar=Schooljaar.op(dag))
    nummer = ronde_op([Periode(ronde.geldig_van, ronde.geldig_tot_en_met) for ronde in rondes], dag)
    return rondes[nummer - 1] if nummer else None


def list_niveaus(*, vestiging: Vestiging) -> dict[int, Niveau]:
    """The levels of support of a site by number: its own, or those of Passend where it chose none."""
    eigen = Ondersteuningsniveau.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging)
    niveaus = {nummer: Niveau(nummer, naam, uitleg) for nummer, (naam, uitleg) in enumerate(NIVEAUS, start=1)}
    return niveaus | {een.nummer: Niveau(een.nummer, een.naam, een.uitleg) for een in eigen}


def get_clustergrenzen(*, vestiging: Vestiging) -> Clustergrenzen:
    """The borders of the clusters of a site: its own, or the usual ones."""
    eigen = Clustergrens.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging).first()
    if eigen is None:
        return GEWOON
    return Clustergrenzen(verdiept_vanaf=eigen.verdiept_vanaf, intensief_tot_en_met=eigen.intensief_tot_en_met)
