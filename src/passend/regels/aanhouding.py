"""What goes on, so that nothing about the child may be destroyed: an objection, a dispute, a term, or a request."""

from collections.abc import Iterable
from datetime import date

from passend.begrippen.bewaren import Aanhoudbesluit, Aanhoudstand, Lopend
from passend.regels.bezwaar import Bezwaarfeiten, bezwaartermijnen, geschil_uiterlijk_op

OM_TE_BEGINNEN = frozenset({"bezwaar", "geschil_verzoek", "beroep"})


def lopend_na(
    besluit: Aanhoudbesluit, feiten: Bezwaarfeiten, *, peildatum: date, is_bezwaar_mogelijk: bool = True
) -> Lopend | None:
    """What goes on after a decision on a day; None when nobody contests it and nobody can any more.

    What lies at the committee comes first, then what lies at the board, then what the board owes the parents after an
    opinion, and last the days on which parents can still begin. A dispute without an objection counts as much.

    Args:
        besluit: what was decided.
        feiten: when parents were told, and what happened since.
        peildatum: the day on which is asked.
        is_bezwaar_mogelijk: parents can object to this; else they can only ask the committee.

    >>> feiten = Bezwaarfeiten(besluit_op=date(2026, 10, 26), bezwaar_op=date(2026, 11, 9))
    >>> lopend_na(Aanhoudbesluit.VERWIJDERING, feiten, peildatum=date(2029, 1, 8)).stand
    <Aanhoudstand.BEZWAAR: 'bezwaar'>
    >>> feiten = Bezwaarfeiten(besluit_op=date(2026, 10, 26))
    >>> lopend_na(Aanhoudbesluit.VERWIJDERING, feiten, peildatum=date(2026, 12, 7)).stand
    <Aanhoudstand.TERMIJN: 'termijn'>
    >>> lopend_na(Aanhoudbesluit.VERWIJDERING, feiten, peildatum=date(2026, 12, 8)) is None
    True
    """
    sinds = _loopt_sinds(feiten, peildatum)
    if sinds is not None:
        stand, dag = sinds
        return Lopend(besluit=besluit, stand=stand, dag=dag)
    if is_bezwaar_mogelijk:
        termijnen = bezwaartermijnen(feiten, peildatum=peildatum)
    else:
        termijnen = () if feiten.geschil_op is not None else (geschil_uiterlijk_op(feiten.besluit_op),)
    dagen = [een.dag for een in termijnen if een.wat in OM_TE_BEGINNEN and een.dag >= peildatum]
    return Lopend(besluit=besluit, stand=Aanhoudstand.TERMIJN, dag=max(dagen)) if dagen else None


def lopend_verzoek(verzoeken: Iterable[tuple[date, date | None]], *, peildatum: date) -> Lopend | None:
    """What parents asked to put right and have no answer to yet (AVG 16): they are owed one (AVG 12 lid 3).

    Destroying the file first would make the answer impossible; of several requests the oldest counts.

    Args:
        verzoeken: of each request the day it came in, and the day it was answered.
        peildatum: the day on which is asked.

    >>> lopend_verzoek([(date(2026, 10, 5), None)], peildatum=date(2026, 11, 30)).stand
    <Aanhoudstand.VERZOEK: 'verzoek'>
    >>> lopend_verzoek([(date(2026, 10, 5), date(2026, 10, 6))], peildatum=date(2026, 10, 6)) is None
    True
    """
    open_ = [
        ingediend_op
        for ingediend_op, besloten_op in verzoeken
        if ingediend_op <= peildatum and _als_gebeurd(besloten_op, peildatum) is None
    ]
    if not open_:
        return None
    return Lopend(besluit=Aanhoudbesluit.DOSSIER, stand=Aanhoudstand.VERZOEK, dag=min(open_))


def _loopt_sinds(feiten: Bezwaarfeiten, peildatum: date) -> tuple[Aanhoudstand, date] | None:
    geschil, oordeel, bezwaar = (_als_gebeurd(dag, peildatum) for dag in _dagen(feiten))
    beslist = _als_gebeurd(feiten.beslist_op, peildatum)
    if geschil is not None and oordeel is None:
        return Aanhoudstand.GESCHIL, geschil
    if bezwaar is not None and beslist is None:
        return Aanhoudstand.BEZWAAR, bezwaar
    if oordeel is not None and beslist is None and _als_gebeurd(feiten.reactie_op, peildatum) is None:
        return Aanhoudstand.ANTWOORD, oordeel
    return None


def _dagen(feiten: Bezwaarfeiten) -> tuple[date | None, date | None, date | None]:
    return feiten.geschil_op, feiten.oordeel_op, feiten.bezwaar_op


def _als_gebeurd(dag: date | None, peildatum: date) -> date | None:
    return dag if dag is not None and dag <= peildatum else None
