"""The fixed days of a school year: the schoolgids, the advice for the next school, the test, the plan of the region."""

from datetime import date, timedelta

from passend.begrippen.periode import Periode
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.termijn import Termijn
from passend.regels.parameterbestand import Waarde, load_parameters

DAGEN_PER_WEEK = 7
VRIJDAG = timedelta(days=4)


def jaarkalender(schooljaar: Schooljaar) -> tuple[Termijn, ...]:
    """The fixed days of a school year, in order.

    >>> [(een.wat, f"{een.dag:%d-%m-%Y}") for een in jaarkalender(Schooljaar(2026))][:2]
    [('advies_vanaf', '10-01-2027'), ('advies_tot_en_met', '31-01-2027')]
    """
    toets = doorstroomtoets(schooljaar)
    eind = toets.tot_en_met or toets.van
    vanaf, tot, definitief, gids = (
        _dag(code, schooljaar) for code in ("advies_vanaf", "advies_tot_en_met", "advies_definitief", "schoolgids")
    )
    zinnen = (
        ("advies_vanaf", vanaf, f"Vanaf {vanaf:%d-%m-%Y} geeft de school het voorlopige schooladvies."),
        ("advies_tot_en_met", tot, f"Uiterlijk op {tot:%d-%m-%Y} heeft elk kind van groep 8 een voorlopig advies."),
        ("doorstroomtoets", eind, f"De doorstroomtoets is tussen {toets.van:%d-%m-%Y} en {eind:%d-%m-%Y}."),
        ("advies_definitief", definitief, f"Uiterlijk op {definitief:%d-%m-%Y} is het schooladvies definitief."),
        ("schoolgids", gids, f"Uiterlijk op {gids:%d-%m-%Y} staat de schoolgids voor het volgende schooljaar vast."),
    )
    return tuple(
        Termijn(wat=code, dag=dag, vindplaats=_waarde(code, schooljaar).vindplaats, uitleg=zin)
        for code, dag, zin in zinnen
    )


def doorstroomtoets(schooljaar: Schooljaar) -> Periode:
    """The first two full weeks of February, from the first Monday until the second Friday (WPO 45b lid 3).

    >>> doorstroomtoets(Schooljaar(2026)).van, doorstroomtoets(Schooljaar(2026)).tot_en_met
    (datetime.date(2027, 2, 1), datetime.date(2027, 2, 12))
    """
    regel = _waarde("doorstroomtoets", schooljaar)
    eerste = date(schooljaar.eindigt_op.year, regel.feiten["maand"], 1)
    maandag = eerste + timedelta(days=-eerste.weekday() % DAGEN_PER_WEEK)
    return Periode(maandag, maandag + timedelta(weeks=regel.feiten["weken"] - 1) + VRIJDAG)


def ondersteuningsplan_uiterlijk_op(eerste_schooljaar: Schooljaar) -> Termijn:
    """The last day to send the plan of the region: before 1 May that precedes its first school year (WPO 18a lid 10).

    >>> ondersteuningsplan_uiterlijk_op(Schooljaar(2029)).dag
    datetime.date(2029, 4, 30)
    """
    regel = _waarde("ondersteuningsplan", eerste_schooljaar)
    dag = date(eerste_schooljaar.beginjaar, regel.feiten["maand"], regel.feiten["dag"])
    uitleg = f"Het ondersteuningsplan vanaf {eerste_schooljaar} is uiterlijk op {dag:%d-%m-%Y} bij de inspectie."
    return Termijn(wat="ondersteuningsplan", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def _dag(code: str, schooljaar: Schooljaar) -> date:
    regel = _waarde(code, schooljaar)
    return date(schooljaar.eindigt_op.year, regel.feiten["maand"], regel.feiten["dag"])


def _waarde(code: str, schooljaar: Schooljaar) -> Waarde:
    return load_parameters("jaarkalender")[code].op(schooljaar.begint_op)
