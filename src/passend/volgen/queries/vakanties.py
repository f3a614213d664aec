"""The days without lessons at a school: the holidays of its region, and what the school changed in them."""

from datetime import date

from passend.begrippen.periode import Periode
from passend.begrippen.vakantieregio import Vakantieregio
from passend.organisaties.models import Vestiging
from passend.regels.lesvrij import Lesvrijregel, lesvrije_dagen, stukken_vrij
from passend.regels.schoolvakanties import vakanties_tussen
from passend.volgen.models import Lesvrijeperiode


def vakantiedagen(*, vestiging: Vestiging, van: date, tot_en_met: date) -> frozenset[date]:
    """The days without lessons at a school from a day until and including another."""
    regels = list_lesvrijregels(vestiging=vestiging, van=van, tot_en_met=tot_en_met)
    vrij = lesvrije_dagen(regiovakanties(vestiging=vestiging, van=van, tot_en_met=tot_en_met), regels)
    return frozenset(dag for dag in vrij if van <= dag <= tot_en_met)


def regiovakanties(*, vestiging: Vestiging, van: date, tot_en_met: date) -> frozenset[date]:
    """The days of school holidays of the region of a school."""
    return vakanties_tussen(Vakantieregio(vestiging.vakantieregio), van, tot_en_met)


def list_lesvrijregels(*, vestiging: Vestiging, van: date, tot_en_met: date) -> list[Lesvrijregel]:
    """What a school says of days between two days."""
    rijen = Lesvrijeperiode.objects.filter(vestiging=vestiging, geldig_van__lte=tot_en_met, geldig_tot_en_met__gte=van)
    return [als_regel(een) for een in rijen]


def als_regel(een: Lesvrijeperiode) -> Lesvrijregel:
    """A row as the rule knows it."""
    periode = Periode(een.geldig_van, een.geldig_tot_en_met)
    return Lesvrijregel(naam=een.naam, periode=periode, is_les=een.is_les)


def list_lesvrij(*, vestiging: Vestiging) -> list[Lesvrijeperiode]:
    """Everything a school says of its days, the newest first."""
    return list(
        Lesvrijeperiode.objects.filter(vestiging=vestiging).select_related("door").order_by("-geldig_van", "-pk")
    )


def get_lesvrijeperiode(*, vestiging: Vestiging, pk: int) -> Lesvrijeperiode | None:
    """One of them; None when it is of another school."""
    return Lesvrijeperiode.objects.filter(vestiging=vestiging, pk=pk).first()


def list_niet_meegeteld(*, vestiging: Vestiging, binnen: Periode) -> list[Lesvrijregel]:
    """The days in a stretch on which there were no lessons, with the name that the school gave them."""
    van, tot_en_met = binnen.van, binnen.tot_en_met or binnen.van
    regels = list_lesvrijregels(vestiging=vestiging, van=van, tot_en_met=tot_en_met)
    vrij = lesvrije_dagen(regiovakanties(vestiging=vestiging, van=van, tot_en_met=tot_en_met), regels)
    return stukken_vrij(vrij, binnen, regels)
