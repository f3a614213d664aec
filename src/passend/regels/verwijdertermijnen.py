"""The dates of a removal: all that follow from the decision, and those that are still to come."""

from datetime import date

from passend.begrippen.termijn import Poortbezwaar, Termijn
from passend.begrippen.toelating import Verwijderingsstand
from passend.regels.bezwaar import bezwaartermijnen
from passend.regels.parameterbestand import load_parameters
from passend.regels.verwijdering import (
    Verwijderingsfeiten,
    bezwaarfeiten_van_verwijdering,
    gemeentetermijn,
    verwijderingsstand,
)


def verwijdertermijnen(feiten: Verwijderingsfeiten, *, peildatum: date) -> tuple[Termijn, ...]:
    """Every date that follows from a decision to remove; none before there is one.

    The gemeente hears at once (LPW 18 lid 1). Parents object within six weeks, of a public school by the Awb and of a
    bijzondere by WPO 63 lid 3, and can ask the committee, which is there for each pupil (WPO 43).

    >>> feiten = Verwijderingsfeiten(voorgenomen_op=date(2026, 11, 2), besloten_op=date(2026, 11, 9))
    >>> [(een.wat, een.dag.isoformat()) for een in verwijdertermijnen(feiten, peildatum=date(2026, 11, 9))]
    [('verwijdering_gemeente', '2026-11-09'), ('bezwaar', '2026-12-21'), ('geschil_verzoek', '2026-12-21')]
    """
    besloten = feiten.besloten_op
    if besloten is None:
        return ()
    bezwaar = bezwaartermijnen(bezwaarfeiten_van_verwijdering(feiten, besloten), peildatum=peildatum)
    return (*gemeentetermijn(feiten, besloten), *bezwaar)


def check_gemeld(feiten: Verwijderingsfeiten, *, peildatum: date) -> tuple[Poortbezwaar, ...]:
    """Why the gemeente cannot have heard of the decision on that day; nothing when it can (LPW 18 lid 1).

    >>> feiten = Verwijderingsfeiten(voorgenomen_op=date(2026, 11, 2), besloten_op=date(2026, 11, 9),
    ...     gemeente_op=date(2026, 11, 8))
    >>> [een.code for een in check_gemeld(feiten, peildatum=date(2026, 11, 9))]
    ['gemeld_te_vroeg']
    """
    gemeld, besloten = feiten.gemeente_op, feiten.besloten_op
    if gemeld is None or besloten is None:
        return ()
    waar = load_parameters("schorsing")["gemeente"].op(besloten).vindplaats
    if gemeld > peildatum:
        zin = f"De gemeente hoorde het op {gemeld:%d-%m-%Y}: die dag is nog niet geweest. Kijk de dag na."
        return (Poortbezwaar(code="gemeld_toekomst", zin=zin, vindplaats=waar),)
    if gemeld < besloten:
        zin = f"De gemeente kan het besluit niet weten voordat het er is ({besloten:%d-%m-%Y}). Kijk de dagen na."
        return (Poortbezwaar(code="gemeld_te_vroeg", zin=zin, vindplaats=waar),)
    return ()


def lopende_verwijdertermijnen(feiten: Verwijderingsfeiten, *, peildatum: date) -> tuple[Termijn, ...]:
    """What still has a day: what must be reported or decided until it is, and the first other date that is to come.

    That is the report to the gemeente, the decision on an objection, and until when parents or the committee have.

    >>> lopende_verwijdertermijnen(Verwijderingsfeiten(voorgenomen_op=date(2026, 11, 2)), peildatum=date(2026, 11, 9))
    ()
    """
    stand, besloten = verwijderingsstand(feiten, peildatum=peildatum), feiten.besloten_op
    if besloten is None or stand.soort not in {Verwijderingsstand.BESLOTEN, Verwijderingsstand.VERWIJDERD}:
        return ()
    gedaan = {"bezwaar": feiten.bezwaar_op, "geschil_verzoek": feiten.geschil_op, "geschil_oordeel": feiten.oordeel_op}
    bezwaar = bezwaarfeiten_van_verwijdering(feiten, besloten)
    open_ = [een for een in bezwaartermijnen(bezwaar, peildatum=peildatum) if gedaan.get(een.wat) is None]
    if feiten.beslist_op is not None:
        open_ = [een for een in open_ if een.wat == "beroep"]
    beslissing = [een for een in open_ if een.wat == "beslissing_op_bezwaar"]
    komt = [een for een in open_ if een.wat != "beslissing_op_bezwaar" and een.dag >= peildatum]
    return (*gemeentetermijn(feiten, besloten), *beslissing, *sorted(komt, key=lambda een: een.dag)[:1])
