"""Which days have no lessons at one school: the holidays of its region, and what the school changed in them.

A school that has no lessons on a day of its own, or moved a holiday, says so. It counts only where weeks with lessons
are counted (LPW 21a lid 1); the terms of admission run in calendar weeks, whatever a school says (WPO 40 lid 6).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar
from passend.regels.werkdagen import is_werkdag

DAG: Final = timedelta(days=1)
LANGSTE: Final = timedelta(weeks=9)
"""No holiday of a primary school is longer; what is was typed wrong."""
JAREN: Final = 2
ZATERDAG: Final = 5


class LesvrijError(ValueError):
    """Days that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesvrijregel:
    """What a school says of some days: that it has no lessons then, or that it has, whatever the region does.

    >>> Lesvrijregel(naam="Studiedag", periode=Periode(date(2026, 11, 12), date(2026, 11, 12))).is_les
    False
    """

    naam: str
    periode: Periode
    is_les: bool = False


def lesvrije_dagen(vakanties: Collection[date], regels: Collection[Lesvrijregel]) -> frozenset[date]:
    """The days without lessons at a school.

    >>> studiedag = Lesvrijregel(naam="Studiedag", periode=Periode(date(2026, 11, 12), date(2026, 11, 12)))
    >>> sorted(lesvrije_dagen([date(2026, 10, 20)], [studiedag]))
    [datetime.date(2026, 10, 20), datetime.date(2026, 11, 12)]
    """
    les = {dag for regel in regels if regel.is_les for dag in dagen_van(regel.periode)}
    vrij = {dag for regel in regels if not regel.is_les for dag in dagen_van(regel.periode)}
    return frozenset((set(vakanties) - les) | vrij)


def laatste_lesdag(dag: date, *, vrij: Collection[date], na: date) -> date:
    """The day itself, or the last one before it with lessons; when there is none after `na`, the day itself.

    >>> laatste_lesdag(date(2027, 1, 31), vrij=[date(2027, 1, 29)], na=date(2026, 11, 27))
    datetime.date(2027, 1, 28)
    >>> laatste_lesdag(date(2026, 8, 2), vrij=[], na=date(2026, 7, 31))
    datetime.date(2026, 8, 2)
    """
    lesdag = dag
    while lesdag > na and (not is_werkdag(lesdag) or lesdag in vrij):
        lesdag -= DAG
    return lesdag if lesdag > na else dag


def dagen_van(periode: Periode) -> list[date]:
    """Every day of a stretch that ends.

    >>> dagen_van(Periode(date(2026, 11, 12), date(2026, 11, 13)))
    [datetime.date(2026, 11, 12), datetime.date(2026, 11, 13)]
    """
    einde = periode.tot_en_met or periode.van
    return [periode.van + nummer * DAG for nummer in range((einde - periode.van).days + 1)]


def check_lesvrije_dagen(regel: Lesvrijregel, *, peildatum: date) -> None:
    """Refuse days that cannot be, whatever the region and the school said before.

    Raises:
        LesvrijError: they have no name, are the wrong way round, too many, or too far away.
    """
    van, einde = regel.periode.van, regel.periode.tot_en_met or regel.periode.van
    if not regel.naam.strip():
        raise LesvrijError("Geef deze dagen een naam, zoals studiedag. Anderen lezen waarom er geen les is.")
    if einde < van:
        raise LesvrijError("De laatste dag ligt voor de eerste. Kijk de twee datums na.")
    jaar = Schooljaar.op(peildatum).beginjaar
    if not date(jaar - JAREN, 8, 1) <= van <= einde < date(jaar + JAREN + 1, 8, 1):
        raise LesvrijError("Deze dagen liggen te ver weg. Vul dagen in van dit schooljaar of de jaren ernaast.")
    if einde - van >= LANGSTE:
        raise LesvrijError("Dit is langer dan negen weken. Zo lang heeft geen school vrij. Kijk de datums na.")


def check_lesvrij(regel: Lesvrijregel, *, vakanties: Collection[date], eerder: Collection[Lesvrijregel]) -> None:
    """Refuse days of which something was said, or that say nothing new.

    Args:
        regel: what the school wants to say.
        vakanties: the holidays of the region in those days.
        eerder: what the school said before.

    Raises:
        LesvrijError: they do.
    """
    if dubbel := next((een for een in eerder if _raken(een.periode, regel.periode)), None):
        raise LesvrijError(f"Bij deze dagen staat al iets: {dubbel.naam}. Haal dat eerst weg, of kies andere dagen.")
    _check_nieuw(regel, frozenset(vakanties))


def _check_nieuw(regel: Lesvrijregel, vakanties: frozenset[date]) -> None:
    lesdagen = [dag for dag in dagen_van(regel.periode) if dag.weekday() < ZATERDAG]
    if not lesdagen:
        raise LesvrijError("Dit is een weekend. Dan is er nooit les, dus dit hoeft er niet in.")
    vrij = [dag for dag in lesdagen if dag in vakanties]
    if regel.is_les and not vrij:
        raise LesvrijError("In deze dagen heeft uw regio geen vakantie. Dan is er al gewoon les.")
    if not regel.is_les and len(vrij) == len(lesdagen):
        raise LesvrijError("In deze dagen heeft uw regio al vakantie. Ze tellen al niet mee.")


def _raken(een: Periode, ander: Periode) -> bool:
    return een.van <= (ander.tot_en_met or ander.van) and ander.van <= (een.tot_en_met or een.van)


def stukken_vrij(vrij: Collection[date], binnen: Periode, regels: Collection[Lesvrijregel]) -> list[Lesvrijregel]:
    """The days without lessons in a stretch, those that follow each other together, each with its name.

    What the school gave no name is a holiday of the region. A weekend between two free days is no gap; a weekend alone
    is not told.

    >>> herfst = [date(2026, 10, dag) for dag in range(17, 26)]
    >>> stukken_vrij(herfst, Periode(date(2026, 9, 26), date(2026, 10, 30)), []) == [
    ...     Lesvrijregel(naam="", periode=Periode(date(2026, 10, 19), date(2026, 10, 23)))]
    True
    """
    namen = {dag: regel.naam for regel in regels if not regel.is_les for dag in dagen_van(regel.periode)}
    stukken: list[Lesvrijregel] = []
    for dag in sorted(dag for dag in vrij if binnen.bevat(dag) and dag.weekday() < ZATERDAG):
        naam, vorig = namen.get(dag, ""), stukken[-1] if stukken else None
        if vorig and vorig.naam == naam and _sluit_aan(vorig.periode.tot_en_met or vorig.periode.van, dag):
            stukken[-1] = Lesvrijregel(naam=naam, periode=Periode(vorig.periode.van, dag))
        else:
            stukken.append(Lesvrijregel(naam=naam, periode=Periode(dag, dag)))
    return stukken


def _sluit_aan(vorige: date, dag: date) -> bool:
    tussen = dagen_van(Periode(vorige, dag))[1:-1]
    return all(een.weekday() >= ZATERDAG for een in tussen)
