"""Who belongs at a meeting about a pupil, who may be asked, who reads it, and when it can be closed.

Who always attends an MDO is an agreement of the samenwerkingsverband, and so dated data (`parameters/overleg.toml`).
That somebody from outside the school comes only with the permission of the parents is law: what a school tells them of
a pupil has no other ground (AVG 6 lid 1 onder a, UAVG 30 lid 2).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.overleg import EXTERN, Deelnemerrol, Overlegsoort, Overlegstand
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.parameterbestand import load_parameters

MDO = "mdo_deelnemers_"
SCHRIJFPAUZE = timedelta(seconds=20)  # a pause in typing that is longer means that somebody is done
HEROPENTIJD = timedelta(days=1)
ACHTERAFTIJD = timedelta(weeks=6)  # longer ago nobody knows well what was said
LEZEN_ALTIJD = frozenset({Inzagegrond.INTERN_BEGELEIDER, Inzagegrond.DIRECTEUR, Inzagegrond.NOODINZAGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemerslijst:
    """Who is always at a meeting, who when possible, and where that stands; no source where nobody agreed on a list."""

    altijd: tuple[Deelnemerrol, ...] = ()
    zo_mogelijk: tuple[Deelnemerrol, ...] = ()
    vindplaats: Vindplaats | None = None


def vaste_deelnemers(soort: Overlegsoort, *, samenwerkingsverband: str, peildatum: date) -> Deelnemerslijst:
    """Who belongs at a meeting of this kind in a region, on a day.

    >>> vaste_deelnemers(Overlegsoort.MDO, samenwerkingsverband="PO2815", peildatum=date(2026, 10, 5)).altijd[0]
    <Deelnemerrol.OUDER: 'ouder'>
    """
    parameter = load_parameters("overleg").get(f"{MDO}{samenwerkingsverband}")
    if soort is not Overlegsoort.MDO or parameter is None or peildatum < parameter.waarden[-1].geldig_van:
        return Deelnemerslijst()
    waarde = parameter.op(peildatum)
    return Deelnemerslijst(
        altijd=tuple(map(Deelnemerrol, waarde.feiten["altijd"])),
        zo_mogelijk=tuple(map(Deelnemerrol, waarde.feiten["zo_mogelijk"])),
        vindplaats=waarde.vindplaats,
    )


def ontbrekende_deelnemers(vast: Deelnemerslijst, rollen: Collection[Deelnemerrol]) -> tuple[Deelnemerrol, ...]:
    """Who belongs there and is not on the list of who comes.

    >>> vast = Deelnemerslijst(altijd=(Deelnemerrol.OUDER, Deelnemerrol.ADVISEUR))
    >>> ontbrekende_deelnemers(vast, [Deelnemerrol.OUDER])
    (<Deelnemerrol.ADVISEUR: 'adviseur'>,)
    """
    return tuple(rol for rol in vast.altijd if rol not in rollen)


def mag_uitgenodigd(rol: Deelnemerrol, *, heeft_toestemming: bool) -> bool:
    """True for who may get an invitation: the school and parents at once, others once the parents agreed.

    >>> mag_uitgenodigd(Deelnemerrol.ADVISEUR, heeft_toestemming=False)
    False
    """
    return rol not in EXTERN or heeft_toestemming


def mag_overleg_lezen(
    gronden: Iterable[Inzagegrond],
    *,
    is_deelnemer: bool,
    heeft_toestemming: bool,
    is_genodigd: bool,
    is_gesloten: bool,
) -> Inzagegrond | None:
    """The reason to read the sheet of a meeting about a pupil; None when there is none.

    Who keeps the file reads every sheet; a teacher those of meetings they are at, for care is spoken of there; a parent
    from the invitation on, and every sheet that was closed, for minutes are of the file; an expert from the invitation
    to the one meeting that the parents let them come to, as long as that permission counts.

    >>> mag_overleg_lezen([Inzagegrond.OUDER], is_deelnemer=True, heeft_toestemming=False, is_genodigd=False,
    ...     is_gesloten=False) is None
    True
    """
    geldt = {
        Inzagegrond.OUDER: is_genodigd or is_gesloten,
        Inzagegrond.EIGEN_GROEP: is_deelnemer,
        Inzagegrond.DESKUNDIGE: is_deelnemer and heeft_toestemming and is_genodigd,
    }
    return next((grond for grond in gronden if grond in LEZEN_ALTIJD or geldt.get(grond)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitfeiten:
    """What is known of a decision: whether it says something, who does it, and by when."""

    wat: str
    heeft_eigenaar: bool
    uiterlijk_op: date | None


def sluitbezwaren(
    *, stand: Overlegstand, begint_op: datetime, besluiten: Collection[Besluitfeiten], op: datetime
) -> tuple[str, ...]:
    """Why a meeting cannot be closed now, each as a sentence that says what to do; nothing when it can.

    >>> from datetime import UTC
    >>> feiten = [Besluitfeiten(wat="Leesgroep", heeft_eigenaar=True, uiterlijk_op=None)]
    >>> sluitbezwaren(stand=Overlegstand.GEPLAND, begint_op=datetime(2026, 10, 5, tzinfo=UTC), besluiten=feiten,
    ...     op=datetime(2026, 10, 6, tzinfo=UTC))
    ('Een besluit heeft nog geen dag: Leesgroep.',)
    """
    if stand is Overlegstand.GESLOTEN:
        return ("Dit overleg is al gesloten.",)
    if stand is Overlegstand.AFGEZEGD:
        return ("Dit overleg is afgezegd. Plan een nieuw overleg.",)
    bezwaren = ["Dit overleg is nog niet begonnen. Sluit het als het gehouden is."] if op < begint_op else []
    for besluit in besluiten:
        if not besluit.wat.strip():
            bezwaren.append("Een besluit zegt nog niets. Vul het in of haal het weg.")
            continue
        if not besluit.heeft_eigenaar:
            bezwaren.append(f"Een besluit heeft nog niemand die het doet: {besluit.wat}.")
        if besluit.uiterlijk_op is None:
            bezwaren.append(f"Een besluit heeft nog geen dag: {besluit.wat}.")
    return tuple(bezwaren)


def schrijft_nog(geschreven: Iterable[tuple[str, datetime]], *, op: datetime) -> tuple[str, ...]:
    """Who, of what was written and when, is still at it: the names of those whose last words are of just now.

    >>> from datetime import UTC
    >>> nu = datetime(2026, 10, 5, 15, 0, 30, tzinfo=UTC)
    >>> schrijft_nog([("Mila", nu - timedelta(seconds=8)), ("Bo", nu - timedelta(minutes=2))], op=nu)
    ('Mila',)
    """
    return tuple(dict.fromkeys(wie for wie, wanneer in geschreven if op - wanneer < SCHRIJFPAUZE))


def nog_niet_ingevuld(
    *,
    vraag: str | None,
    besluiten: Collection[Besluitfeiten],
    zonder_aanwezigheid: Collection[str],
    doelen: str | None = None,
    zonder_kijk: Collection[str] = (),
) -> tuple[str, ...]:
    """What minutes will lack when a meeting is closed now, each as a sentence; it may be closed without.

    Args:
        vraag: what the question says; None for a meeting that has none, such as about a group.
        besluiten: what was decided.
        zonder_aanwezigheid: the names of whom nobody said whether they were there.
        doelen: what the goals say; None for a meeting that has none.
        zonder_kijk: the names of whom nobody wrote down what they think.

    >>> nog_niet_ingevuld(vraag="", besluiten=[], zonder_aanwezigheid=["Mila", "Bo"])[2]
    'Van deze mensen staat er niet of zij er waren: Mila, Bo.'
    """
    punten = ["De vraag is niet ingevuld."] if vraag is not None and not vraag.strip() else []
    if zonder_kijk:
        punten.append(f"Van deze mensen staat er niet wat zij vinden: {', '.join(zonder_kijk)}.")
    if doelen is not None and not doelen.strip():
        punten.append("De doelen zijn niet ingevuld.")
    if not besluiten:
        punten.append("Er is niets afgesproken.")
    if zonder_aanwezigheid:
        punten.append(f"Van deze mensen staat er niet of zij er waren: {', '.join(zonder_aanwezigheid)}.")
    return tuple(punten)


def mag_heropenen(*, stand: Overlegstand, gesloten_op: datetime | None, op: datetime) -> bool:
    """True while a meeting that was closed too early can still be opened again: for a day, and never later.

    >>> from datetime import UTC
    >>> dicht = datetime(2026, 10, 5, 15, tzinfo=UTC)
    >>> mag_heropenen(stand=Overlegstand.GESLOTEN, gesloten_op=dicht, op=dicht + timedelta(days=2))
    False
    """
    return stand is Overlegstand.GESLOTEN and gesloten_op is not None and op - gesloten_op <= HEROPENTIJD


def mag_achteraf(begint_op: datetime, *, op: datetime) -> bool:
    """True for a talk that was held already, and not so long ago that nobody knows well what was said.

    >>> from datetime import UTC
    >>> nu = datetime(2026, 11, 26, 15, tzinfo=UTC)
    >>> mag_achteraf(nu - timedelta(days=1), op=nu), mag_achteraf(nu - timedelta(days=60), op=nu)
    (True, False)
    """
    return op - ACHTERAFTIJD <= begint_op <= op


def is_weekend(dag: date) -> bool:
    """True for a day on which there is no school, so that whoever plans a meeting on it may have meant another.

    >>> is_weekend(date(2026, 11, 28))
    True
    """
    return dag.isoweekday() > len(("ma", "di", "wo", "do", "vr"))
