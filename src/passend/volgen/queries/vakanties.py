"""The days without lessons at a school."""

from datetime import date

from passend.begrippen.vakantieregio import Vakantieregio
from passend.organisaties.models import Vestiging
from passend.regels.schoolvakanties import vakanties_tussen


def vakantiedagen(*, vestiging: Vestiging, van: date, tot_en_met: date) -> frozenset[date]:
    """The days of school holidays of the region of a school."""
    return vakanties_tussen(Vakantieregio(vestiging.vakantieregio), van, tot_en_met)
