"""Until when parents can object to a refusal or removal, when the board decides, and what a dispute does to that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from passend.begrippen.termijn import Poortbezwaar, Termijn
from passend.regels.parameterbestand import Waarde, load_parameters

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaarfeiten:
    """What is known of an objection: when parents were told of the decision, and what happened since.

    Attributes:
        besluit_op: the day on which the parents were told of the decision.
        genomen_op: the day of the decision itself, where they were told later: who heard of it may object at once.
        bezwaar_op: the day on which the board received their objection.
        geschil_op: the day on which they asked the committee for an opinion.
        oordeel_op: the day on which the committee gave it.
        reactie_op: the day on which the board told the parents what it does with that opinion.
        gehoord_op: the day on which the board heard the parents on their objection.
        beslist_op: the day on which the board decided on it.
    """

    besluit_op: date
    genomen_op: date | None = None
    is_openbaar: bool = False
    bezwaar_op: date | None = None
    geschil_op: date | None = None
    oordeel_op: date | None = None
    reactie_op: date | None = None
    gehoord_op: date | None = None
    beslist_op: date | None = None


def bezwaar_uiterlijk_op(besluit_op: date, *, is_openbaar: bool) -> Termijn:
    """The last day to object to a refusal or removal: six weeks after parents were told (WPO 63 lid 3, Awb 6:7).

    >>> bezwaar_uiterlijk_op(date(2026, 10, 26), is_openbaar=False).dag
    datetime.date(2026, 12, 7)
    """
    regel = _waarde(f"bezwaar_{_school(is_openbaar=is_openbaar)}", besluit_op)
    dag = besluit_op + timedelta(weeks=regel.feiten["weken"])
    uitleg = f"Bent u het niet eens met dit besluit? Schrijf dat uiterlijk op {dag:%d-%m-%Y} aan het bestuur."
    return Termijn(wat="bezwaar", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def beslissing_uiterlijk_op(feiten: Bezwaarfeiten, *, peildatum: date) -> Termijn | None:
    """The last day for the decision on an objection; None while nobody objected.

    Four weeks: of a bijzondere school from the day it received the objection (WPO 63 lid 3), of a public school from
    the day after the term to object ended (WPO 40 lid 12), and from receipt of one that came after that. The days on
    which a dispute lies with the committee do not count, from the day it was asked until the day of its opinion (WPO 43
    lid 4).

    >>> feiten = Bezwaarfeiten(besluit_op=date(2026, 10, 26), bezwaar_op=date(2026, 11, 9))
    >>> beslissing_uiterlijk_op(feiten, peildatum=date(2026, 11, 9)).dag
    datetime.date(2026, 12, 7)
    """
    if feiten.bezwaar_op is None:
        return None
    regel = _waarde(f"beslissing_{_school(is_openbaar=feiten.is_openbaar)}", feiten.besluit_op)
    weken, begin = regel.feiten["weken"], feiten.bezwaar_op
    if feiten.is_openbaar:
        begin = max(begin, bezwaar_uiterlijk_op(feiten.besluit_op, is_openbaar=True).dag)
    zonder = begin + timedelta(weeks=weken)
    dag = zonder + _stilstand(feiten, begin, zonder, peildatum)
    is_stil = feiten.geschil_op is not None and _gegeven_oordeel(feiten, peildatum) is None
    stilstand = _waarde("geschil_stilstand", feiten.besluit_op)
    return Termijn(
        wat="beslissing_op_bezwaar",
        dag=dag,
        vindplaats=regel.vindplaats if dag == zonder else stilstand.vindplaats,
        uitleg=_beslissingsuitleg(feiten, dag, peildatum, weken=weken if dag == zonder else None),
        is_voorlopig=is_stil,
    )


def _gegeven_oordeel(feiten: Bezwaarfeiten, peildatum: date) -> date | None:
    """The day of the opinion, once it is there."""
    return feiten.oordeel_op if feiten.oordeel_op is not None and feiten.oordeel_op <= peildatum else None


def _stilstand(feiten: Bezwaarfeiten, begin: date, dag: date, peildatum: date) -> timedelta:
    """How long a dispute stops the weeks for a decision, which run from one day to another; one after them does not."""
    if feiten.geschil_op is None or feiten.geschil_op > dag:
        return timedelta()
    tot = _gegeven_oordeel(feiten, peildatum) or max(oordeel_uiterlijk_op(feiten.geschil_op).dag, peildatum)
    return max(tot - max(feiten.geschil_op, begin), timedelta())


def _beslissingsuitleg(feiten: Bezwaarfeiten, dag: date, peildatum: date, *, weken: int | None) -> str:
    """By when the board decides and, with a dispute, why then; `weken` where that dispute moved nothing."""
    oordeel_op = _gegeven_oordeel(feiten, peildatum)
    if feiten.geschil_op is None or (oordeel_op is None and weken):
        return f"Het bestuur beslist uiterlijk op {dag:%d-%m-%Y} op het bezwaar."
    if oordeel_op is None:
        return f"Het bestuur wacht op het oordeel van de commissie en beslist uiterlijk op {dag:%d-%m-%Y}."
    if weken is None:
        return (
            f"De commissie gaf haar oordeel op {oordeel_op:%d-%m-%Y}. Het bestuur beslist uiterlijk op {dag:%d-%m-%Y} "
            "op het bezwaar: de dagen dat het op dat oordeel wachtte, tellen niet mee."
        )
    if feiten.bezwaar_op is not None and feiten.bezwaar_op + timedelta(weeks=weken) == dag:
        return (
            f"De commissie gaf haar oordeel op {oordeel_op:%d-%m-%Y}. Het bestuur beslist uiterlijk op {dag:%d-%m-%Y} "
            f"op het bezwaar: {weken} weken nadat het kwam."
        )
    return (
        f"De commissie gaf haar oordeel op {oordeel_op:%d-%m-%Y}. Het bestuur beslist uiterlijk op {dag:%d-%m-%Y} op "
        f"het bezwaar: {weken} weken na de laatste dag om bezwaar te maken."
    )


def geschil_uiterlijk_op(besluit_op: date) -> Termijn:
    """The last day to ask the committee for an opinion; how it works, not law, says six weeks.

    >>> geschil_uiterlijk_op(date(2026, 10, 26)).dag
    datetime.date(2026, 12, 7)
    """
    regel = _waarde("geschil_verzoek", besluit_op)
    dag = besluit_op + timedelta(weeks=regel.feiten["weken"])
    uitleg = (
        f"U kunt ook de geschillencommissie om een oordeel vragen, uiterlijk op {dag:%d-%m-%Y}. Dat is gratis, en het "
        "bestuur wacht dan met beslissen op een bezwaar."
    )
    return Termijn(wat="geschil_verzoek", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def oordeel_uiterlijk_op(geschil_op: date) -> Termijn:
    """The last day for the opinion of the committee: ten weeks after parents asked for it (WPO 43 lid 3).

    >>> oordeel_uiterlijk_op(date(2026, 11, 9)).dag
    datetime.date(2027, 1, 18)
    """
    regel = _waarde("geschil_oordeel", geschil_op)
    weken = regel.feiten["weken"]
    dag = geschil_op + timedelta(weeks=weken)
    uitleg = f"De commissie zegt binnen {weken} weken wat zij ervan vindt: uiterlijk op {dag:%d-%m-%Y}."
    return Termijn(wat="geschil_oordeel", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def beroep_uiterlijk_op(beslist_op: date) -> Termijn:
    """The last day to go to court about a decision on an objection of a public school: six weeks (Awb 6:7, 8:1).

    >>> beroep_uiterlijk_op(date(2026, 12, 7)).dag
    datetime.date(2027, 1, 18)
    """
    regel = _waarde("beroep_openbaar", beslist_op)
    dag = beslist_op + timedelta(weeks=regel.feiten["weken"])
    uitleg = f"Bent u het niet eens met deze beslissing? Ga dan uiterlijk op {dag:%d-%m-%Y} in beroep bij de rechtbank."
    return Termijn(wat="beroep", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def klachtreactie_uiterlijk_op(uitspraak_op: date) -> Termijn:
    """The last day on which the board says what it does with a ruling on a complaint: four weeks (WPO 14 lid 7).

    >>> klachtreactie_uiterlijk_op(date(2026, 11, 9)).dag
    datetime.date(2026, 12, 7)
    """
    regel = _waarde("klacht_reactie", uitspraak_op)
    dag = uitspraak_op + timedelta(weeks=regel.feiten["weken"])
    uitleg = f"Het bestuur zegt uiterlijk op {dag:%d-%m-%Y} wat het met de uitspraak over de klacht doet."
    return Termijn(wat="klacht_reactie", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def bezwaartermijnen(feiten: Bezwaarfeiten, *, peildatum: date) -> tuple[Termijn, ...]:
    """All dates after a refusal or removal, those that are known on a day; once the board decided, what is still open.

    An opinion that was given has no day any more by which it comes: what counts of it is in the day of the decision.

    >>> feiten = Bezwaarfeiten(besluit_op=date(2026, 10, 26))
    >>> [een.wat for een in bezwaartermijnen(feiten, peildatum=date(2026, 10, 26))]
    ['bezwaar', 'geschil_verzoek']
    """
    if (beslist_op := feiten.beslist_op) is not None and beslist_op <= peildatum:
        return (
            *([geschil_uiterlijk_op(feiten.besluit_op)] if feiten.geschil_op is None else []),
            *([beroep_uiterlijk_op(beslist_op)] if feiten.is_openbaar else []),
        )
    beslissing = beslissing_uiterlijk_op(feiten, peildatum=peildatum)
    wacht_sinds = feiten.geschil_op if _gegeven_oordeel(feiten, peildatum) is None else None
    return (
        bezwaar_uiterlijk_op(feiten.besluit_op, is_openbaar=feiten.is_openbaar),
        *([beslissing] if beslissing else []),
        geschil_uiterlijk_op(feiten.besluit_op),
        *([oordeel_uiterlijk_op(wacht_sinds)] if wacht_sinds else []),
    )


def check_bezwaar(feiten: Bezwaarfeiten, *, peildatum: date) -> tuple[Poortbezwaar, ...]:
    """What cannot be true of the days of an objection, and what a decision on it still waits for.

    The board decides after it heard the parents (WPO 63 lid 3), and not before the committee gave its opinion when
    parents asked for one (WPO 43 lid 4), and the parents heard what it does with that (IB-WPO 3.3 lid 8).

    >>> feiten = Bezwaarfeiten(besluit_op=date(2026, 10, 26), bezwaar_op=date(2026, 10, 20))
    >>> [bezwaar.code for bezwaar in check_bezwaar(feiten, peildatum=date(2026, 11, 9))]
    ['bezwaar_te_vroeg']
    """
    return (*_van_toekomst(feiten, peildatum), *_van_volgorde(feiten), *_van_beslissing(feiten))


def _van_toekomst(feiten: Bezwaarfeiten, peildatum: date) -> Iterator[Poortbezwaar]:
    waar = bezwaar_uiterlijk_op(feiten.besluit_op, is_openbaar=feiten.is_openbaar).vindplaats
    dagen = {
        "besluit": feiten.besluit_op,
        "bezwaar": feiten.bezwaar_op,
        "geschil": feiten.geschil_op,
        "oordeel": feiten.oordeel_op,
        "reactie": feiten.reactie_op,
        "gehoord": feiten.gehoord_op,
        "beslissing": feiten.beslist_op,
    }
    for code, dag in dagen.items():
        if dag is not None and dag > peildatum:
            zin = f"De dag {dag:%d-%m-%Y} is nog niet geweest. Vul de dag in waarop het echt gebeurde."
            yield Poortbezwaar(code=f"{code}_toekomst", zin=zin, vindplaats=waar)


def _van_volgorde(feiten: Bezwaarfeiten) -> Iterator[Poortbezwaar]:
    besluit = feiten.genomen_op or feiten.besluit_op
    termijn = bezwaar_uiterlijk_op(feiten.besluit_op, is_openbaar=feiten.is_openbaar)
    if feiten.bezwaar_op is not None and feiten.bezwaar_op < besluit:
        zin = f"Het bezwaar ligt voor het besluit ({besluit:%d-%m-%Y}). Controleer beide dagen."
        yield Poortbezwaar(code="bezwaar_te_vroeg", zin=zin, vindplaats=termijn.vindplaats)
    if feiten.bezwaar_op is not None and feiten.bezwaar_op > termijn.dag:
        zin = (
            f"Bezwaar maken kon tot en met {termijn.dag:%d-%m-%Y}. Het bestuur kijkt of er een goede reden is dat het "
            "later kwam, en schrijft die op."
        )
        yield Poortbezwaar(code="bezwaar_te_laat", zin=zin, vindplaats=termijn.vindplaats)
    geschil = geschil_uiterlijk_op(feiten.besluit_op)
    if feiten.geschil_op is not None and feiten.geschil_op < besluit:
        zin = f"Het geschil ligt voor het besluit ({besluit:%d-%m-%Y}). Controleer beide dagen."
        yield Poortbezwaar(code="geschil_te_vroeg", zin=zin, vindplaats=geschil.vindplaats)
    if feiten.oordeel_op is not None and (feiten.geschil_op is None or feiten.oordeel_op < feiten.geschil_op):
        zin = "Een oordeel kan er niet zijn voordat de ouders erom vroegen. Controleer beide dagen."
        yield Poortbezwaar(
            code="oordeel_te_vroeg", zin=zin, vindplaats=_waarde("geschil_oordeel", feiten.besluit_op).vindplaats
        )


def _van_beslissing(feiten: Bezwaarfeiten) -> Iterator[Poortbezwaar]:
    if (beslist := feiten.beslist_op) is None:
        return
    regel = _waarde(f"beslissing_{_school(is_openbaar=feiten.is_openbaar)}", feiten.besluit_op)
    if feiten.bezwaar_op is None or beslist < feiten.bezwaar_op:
        zin = "Er is nog geen bezwaar om op te beslissen. Vul eerst in op welke dag het kwam."
        yield Poortbezwaar(code="geen_bezwaar", zin=zin, vindplaats=regel.vindplaats)
    if feiten.gehoord_op is None or feiten.gehoord_op > beslist:
        zin = "Hoor eerst de ouders over hun bezwaar, en schrijf op wanneer dat was."
        yield Poortbezwaar(code="niet_gehoord", zin=zin, vindplaats=regel.vindplaats)
    if feiten.geschil_op is not None and (feiten.oordeel_op is None or feiten.oordeel_op > beslist):
        zin = "Er ligt een geschil bij de commissie. Wacht op haar oordeel voordat u op het bezwaar beslist."
        waar = _waarde("geschil_stilstand", feiten.besluit_op).vindplaats
        yield Poortbezwaar(code="wacht_op_oordeel", zin=zin, vindplaats=waar)
    elif feiten.oordeel_op is not None and (feiten.reactie_op is None or feiten.reactie_op > beslist):
        zin = "De commissie gaf haar oordeel. Schrijf eerst aan de ouders wat het bestuur daarmee doet, en waarom."
        waar = _waarde("geschil_reactie", feiten.besluit_op).vindplaats
        yield Poortbezwaar(code="geen_reactie", zin=zin, vindplaats=waar)


def _school(*, is_openbaar: bool) -> str:
    return "openbaar" if is_openbaar else "bijzonder"


def _waarde(code: str, op: date) -> Waarde:
    return load_parameters("bezwaar")[code].op(op)
