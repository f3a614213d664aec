"""How long a toelaatbaarheidsverklaring holds, who must have advised on it, and until when one can object."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.termijn import Poortbezwaar, Termijn
from passend.begrippen.tlv import Deskundigheid, Schoolsoort
from passend.regels.parameterbestand import Waarde, load_parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class Deskundigenadvies:
    """The advice of one expert: who, of which profession, on which day."""

    naam: str
    deskundigheid: Deskundigheid
    op: date


def tlv_geldig_tot_en_met(gegeven_op: date, *, schooljaren: int, soort: Schoolsoort = Schoolsoort.SBO) -> Termijn:
    """The last day on which it holds, always 31 July: one or more whole school years, and the rest of this one.

    Given on the first day of a school year there is no rest of it to add (WPO 40 lid 13, WEC 40 lid 15).

    >>> tlv_geldig_tot_en_met(date(2026, 11, 10), schooljaren=2).dag
    datetime.date(2029, 7, 31)
    >>> tlv_geldig_tot_en_met(date(2026, 8, 1), schooljaren=2).dag
    datetime.date(2028, 7, 31)
    """
    jaar = Schooljaar.op(gegeven_op)
    eerste = jaar.beginjaar if gegeven_op == jaar.begint_op else jaar.volgende.beginjaar
    dag = Schooljaar(eerste + schooljaren - 1).eindigt_op
    uitleg = f"De verklaring geldt vanaf {gegeven_op:%d-%m-%Y} en tot en met {dag:%d-%m-%Y}."
    vindplaats = _waarde(f"geldigheid_{soort}", gegeven_op).vindplaats
    return Termijn(wat="tlv_geldig_tot_en_met", dag=dag, vindplaats=vindplaats, uitleg=uitleg)


def check_tlv(gegeven_op: date, geldig_tot_en_met: date) -> str:
    """Why these days cannot be those of a verklaring; nothing when they can: it always ends on 31 July (WPO 40 lid 13).

    >>> check_tlv(date(2026, 11, 10), date(2029, 7, 31))
    ''
    """
    vroegste = tlv_geldig_tot_en_met(gegeven_op, schooljaren=1).dag
    if geldig_tot_en_met < vroegste or geldig_tot_en_met != Schooljaar.op(geldig_tot_en_met).eindigt_op:
        return f"Een verklaring geldt altijd tot en met 31 juli, en deze minstens tot en met {vroegste:%d-%m-%Y}."
    return ""


def tlv_vervolg_vanaf(geldig_tot_en_met: date, *, soort: Schoolsoort = Schoolsoort.SBO) -> Termijn:
    """The first day of the last school year, in which the school sees to what comes next (WPO 40 lid 14).

    >>> tlv_vervolg_vanaf(date(2029, 7, 31)).dag
    datetime.date(2028, 8, 1)
    """
    dag = Schooljaar.op(geldig_tot_en_met).begint_op
    uitleg = (
        f"Vanaf {dag:%d-%m-%Y} loopt het laatste schooljaar. De school zorgt dat het kind terug kan naar een gewone "
        "school, of dat er een nieuwe verklaring is."
    )
    vindplaats = _waarde(f"terugplaatsing_{soort}", geldig_tot_en_met).vindplaats
    return Termijn(wat="tlv_vervolg", dag=dag, vindplaats=vindplaats, uitleg=uitleg)


def tlv_bezwaar_uiterlijk_op(bekend_op: date) -> Termijn:
    """The last day to object with the samenwerkingsverband: six weeks (Awb 6:7).

    >>> tlv_bezwaar_uiterlijk_op(date(2026, 11, 10)).dag
    datetime.date(2026, 12, 22)
    """
    regel = _waarde("bezwaar", bekend_op)
    dag = bekend_op + timedelta(weeks=regel.feiten["weken"])
    uitleg = f"Niet eens met dit besluit? Schrijf dat uiterlijk op {dag:%d-%m-%Y} aan het samenwerkingsverband."
    return Termijn(wat="tlv_bezwaar", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def tlv_doorsturen_uiterlijk_op(bezwaar_op: date) -> Termijn:
    """The last day on which the samenwerkingsverband sends an objection on to the committee, with its defence.

    >>> tlv_doorsturen_uiterlijk_op(date(2026, 12, 22)).dag
    datetime.date(2027, 1, 5)
    """
    regel = _waarde("doorsturen", bezwaar_op)
    dag = bezwaar_op + timedelta(weeks=regel.feiten["weken"])
    uitleg = f"Het samenwerkingsverband stuurt het bezwaar uiterlijk op {dag:%d-%m-%Y} door naar de commissie."
    return Termijn(wat="tlv_doorsturen", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def check_deskundigen(adviezen: Collection[Deskundigenadvies], *, op: date) -> tuple[Poortbezwaar, ...]:
    """Why the advice is not enough for a decision on a day; nothing when it is.

    An orthopedagoog or psycholoog, and somebody else of a second profession (Inrichtingsbesluit WPO 3.2).

    >>> arts = Deskundigenadvies(naam="Sam", deskundigheid=Deskundigheid.ARTS, op=date(2026, 10, 5))
    >>> [een.code for een in check_deskundigen([arts], op=date(2026, 11, 10))]
    ['eerste_deskundige']
    """
    regel = _waarde("deskundigen", op)
    gegeven = [advies for advies in adviezen if advies.op <= op]
    eersten = {advies.naam for advies in gegeven if advies.deskundigheid in regel.feiten["eerste"]}
    tweeden = {advies.naam for advies in gegeven if advies.deskundigheid in regel.feiten["tweede"]}
    if not eersten:
        zin = "Er is nog geen advies van een orthopedagoog of een psycholoog. Vraag dat."
        return (Poortbezwaar(code="eerste_deskundige", zin=zin, vindplaats=regel.vindplaats),)
    if not tweeden or len(eersten | tweeden) == 1:
        zin = (
            "Er is nog geen advies van een tweede deskundige: een kinderpsycholoog, pedagoog, kinderpsychiater, "
            "maatschappelijk werker of arts. Vraag dat aan iemand anders dan de eerste."
        )
        return (Poortbezwaar(code="tweede_deskundige", zin=zin, vindplaats=regel.vindplaats),)
    return ()


def _waarde(code: str, op: date) -> Waarde:
    return load_parameters("tlv")[code].op(op)
