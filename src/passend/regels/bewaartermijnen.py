"""How long data of a pupil stays: not destroyed too early, not kept too long, and not while somebody contests it."""

from datetime import date, timedelta

from passend.begrippen.bewaren import Bewaarklasse, Bewaarsoort, Bewaarstand, Bewaartermijn
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.parameterbestand import Parameter, load_parameters

MAANDEN_PER_JAAR = 12
VAN_BESTUUR = Vindplaats(regeling="besluit van het bestuur", artikel="", adres="", is_beleid=True)


def parameter_van(klasse: Bewaarklasse) -> Parameter:
    """The dated rule of a class."""
    return load_parameters("bewaartermijnen")[klasse.value]


def bewaartermijn(
    klasse: Bewaarklasse, *, begin: date, peildatum: date, is_aangehouden: bool, keuze: int | None = None
) -> Bewaartermijn:
    """Until when data must be kept, and when it must be gone.

    Args:
        klasse: what the data is.
        begin: the day the term counts from: deregistration, a decision, the line in the log.
        peildatum: the day on which is asked; the law of that day counts.
        is_aangehouden: an objection, a dispute or a complaint is going on, so that nothing may be destroyed.
        keuze: the months that the board chose; counts only where the rule of that day is policy.

    Raises:
        GeenWaardeError: there is no rule for that day.

    >>> bewaartermijn(Bewaarklasse.BEKOSTIGING, begin=date(2026, 7, 31), peildatum=date(2031, 8, 1),
    ...     is_aangehouden=False).vernietigen_uiterlijk_op
    datetime.date(2031, 9, 25)
    """
    parameter = parameter_van(klasse)
    waarde = parameter.op(peildatum)
    is_gekozen = keuze is not None and waarde.vindplaats.is_beleid
    maanden = keuze if keuze is not None and is_gekozen else waarde.feiten["maanden"]
    soort, einde = Bewaarsoort(waarde.feiten["soort"]), over_maanden(begin, maanden)
    weken = waarde.feiten.get("vernietigen_binnen_weken", 0)
    bewaren_tot = None if soort is Bewaarsoort.MAXIMUM else einde
    uiterlijk_op = None if soort is Bewaarsoort.MINIMUM else einde + timedelta(weeks=weken)
    stand = _stand(bewaren_tot, uiterlijk_op, peildatum, is_aangehouden=is_aangehouden)
    return Bewaartermijn(
        klasse=klasse,
        bewaren_tot=bewaren_tot,
        vernietigen_uiterlijk_op=uiterlijk_op,
        stand=stand,
        vindplaats=VAN_BESTUUR if is_gekozen else waarde.vindplaats,
        uitleg=_uitleg(parameter, bewaren_tot, uiterlijk_op, stand),
    )


def laatste_dag_om(klasse: Bewaarklasse, *, peildatum: date, keuze: int | None = None) -> date:
    """The last day that a term can count from and be over on a day: what began later stays.

    Args:
        klasse: what the data is; a class that must go on a day.
        peildatum: the day on which is asked; the law of that day counts.
        keuze: the months that the board chose; counts only where the rule of that day is policy.

    >>> laatste_dag_om(Bewaarklasse.LOGBOEK, peildatum=date(2028, 2, 29))
    datetime.date(2026, 2, 28)
    """
    waarde = parameter_van(klasse).op(peildatum)
    maanden = keuze if keuze is not None and waarde.vindplaats.is_beleid else waarde.feiten["maanden"]
    dag = over_maanden(peildatum, -maanden)
    while over_maanden(dag, maanden) > peildatum:  # a month is not as long as another
        dag -= timedelta(days=1)
    return dag


def over_maanden(dag: date, maanden: int) -> date:
    """The same day so many months later; where that month has no such day, the first day after it.

    A term of years that must be kept is thereby never a day too short.

    >>> over_maanden(date(2024, 2, 29), 12)
    datetime.date(2025, 3, 1)
    """
    jaar, maand = divmod(dag.year * MAANDEN_PER_JAAR + dag.month - 1 + maanden, MAANDEN_PER_JAAR)
    try:
        return date(jaar, maand + 1, dag.day)
    except ValueError:
        jaar, maand = divmod(jaar * MAANDEN_PER_JAAR + maand + 1, MAANDEN_PER_JAAR)
        return date(jaar, maand + 1, 1)


def _stand(
    bewaren_tot: date | None, uiterlijk_op: date | None, peildatum: date, *, is_aangehouden: bool
) -> Bewaarstand:
    if is_aangehouden:
        return Bewaarstand.AANGEHOUDEN
    if bewaren_tot is not None and peildatum < bewaren_tot:
        return Bewaarstand.BEWAREN
    if uiterlijk_op is not None and peildatum > uiterlijk_op:
        return Bewaarstand.TE_LAAT
    if bewaren_tot is not None:
        return Bewaarstand.MAG_WEG if uiterlijk_op is None else Bewaarstand.MOET_WEG
    return Bewaarstand.MOET_WEG if peildatum == uiterlijk_op else Bewaarstand.MAG_WEG


def _uitleg(parameter: Parameter, bewaren_tot: date | None, uiterlijk_op: date | None, stand: Bewaarstand) -> str:
    delen = [
        f"bewaren tot {bewaren_tot:%d-%m-%Y}" if bewaren_tot else "",
        f"weg uiterlijk op {uiterlijk_op:%d-%m-%Y}" if uiterlijk_op else "",
    ]
    woorden = " en ".join(deel for deel in delen if deel)
    slot = (
        " Nu niet vernietigen: er loopt nog een bezwaar, geschil, klacht of verzoek om verbetering."
        if stand is Bewaarstand.AANGEHOUDEN
        else ""
    )
    return f"{parameter.wat[:1].upper()}{parameter.wat[1:]}: {woorden}, geteld vanaf {parameter.vanaf}.{slot}"
