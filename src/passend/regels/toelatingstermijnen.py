"""When a school must decide on an application, when it may take longer, and when a child is placed without a decision.

Weeks are weeks of the calendar: no holiday stops them (WPO 40). Only a request to complete the application does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from passend.begrippen.termijn import Termijn, in_cijfers
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.aanmeldingsfeiten import (
    Aanmeldingsfeiten,
    Onderbreking,
    aanvullen,
    soort_school,
    waarde,
    wordt_jaar,
)
from passend.regels.parameterbestand import load_parameters
from passend.regels.werkdagen import laatste_werkdag

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluittermijn:
    """The term for the decision of one application.

    Attributes:
        eerste: the last day of the first term, with the days on which the clock stood still.
        hooguit: the last day an extension can name.
        uiterlijk: the last day that holds now.
        stil_sinds: the day since which the clock stands still; None while it runs.
        stil_tot: the last day the parents have to complete it; None while it runs, and where no day was said.
    """

    eerste: date
    hooguit: date
    uiterlijk: date
    is_verlengd: bool
    stil_sinds: date | None
    stil_tot: date | None


def besluittermijn(feiten: Aanmeldingsfeiten, *, peildatum: date) -> Besluittermijn | None:
    """The last day for the decision: six weeks after receipt, and at most four more (WPO 40 lid 6); None before it.

    The clock stands still from the day on which parents are asked to complete their application until it is complete
    or the term for that is over (WPO 63 lid 4, Awb 4:15); once a term is over nothing stops it any more. An extension
    counts once, when it was told before the first term ended. A child that seeks asylum has none (WPO 40 lid 15).

    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
    >>> besluittermijn(feiten, peildatum=date(2026, 9, 14)).uiterlijk
    datetime.date(2026, 10, 26)
    """
    if feiten.ontvangen_op is None:
        return None
    eerste_weken, extra = _weken(feiten)
    stilstanden = _stilstanden(feiten.onderbrekingen, peildatum)
    verlengd = feiten.verlengd
    vooraf = [een for een in stilstanden if verlengd is None or een[0] <= verlengd.op]
    eerste = _met_stilstand(feiten.ontvangen_op + eerste_weken, vooraf)
    hooguit = eerste + extra
    is_verlengd = verlengd is not None and feiten.ontvangen_op <= verlengd.op <= eerste < min(verlengd.tot, hooguit)
    uiterlijk = eerste
    if verlengd is not None:
        uiterlijk = min(verlengd.tot, hooguit) if is_verlengd else eerste
        uiterlijk = _met_stilstand(uiterlijk, stilstanden[len(vooraf) :])
    open_ = [een for een in _open(feiten, peildatum) if een.van <= uiterlijk]
    einden = [een.uiterlijk_op for een in open_ if een.uiterlijk_op is not None]
    return Besluittermijn(
        eerste=eerste,
        hooguit=hooguit,
        uiterlijk=uiterlijk,
        is_verlengd=is_verlengd,
        stil_sinds=min((een.van for een in open_), default=None),
        stil_tot=max(einden) if einden and len(einden) == len(open_) else None,
    )


def plaatsing_vanaf(feiten: Aanmeldingsfeiten) -> date | None:
    """The first day of a temporary placement when no decision comes: the day after ten weeks (WPO 40 lid 7).

    Ten weeks count from the day on which the parents asked; nothing stops them. Never before the child is old enough
    for the school, and not for a child that another school has, nor for one that seeks asylum: that is admitted.

    >>> plaatsing_vanaf(Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14)))
    datetime.date(2026, 11, 24)
    """
    if feiten.is_elders_ingeschreven or is_asielregel(feiten):
        return None
    weken = waarde("tijdelijke_plaatsing", feiten.verzocht_op).feiten["weken"]
    return _niet_te_jong(feiten, feiten.verzocht_op + timedelta(weeks=weken) + EEN_DAG)


def toelating_van_rechtswege_vanaf(feiten: Aanmeldingsfeiten) -> date | None:
    """The first day on which a child that seeks asylum is admitted because nothing was decided (WPO 40 lid 16).

    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 16), is_asielzoeker=True)
    >>> toelating_van_rechtswege_vanaf(feiten)
    datetime.date(2026, 10, 27)
    """
    if not is_asielregel(feiten):
        return None
    return _niet_te_jong(feiten, _na_asieltermijn(feiten))


def is_van_rechtswege(feiten: Aanmeldingsfeiten, op: date) -> bool:
    """True on a day on which it is too late to refuse: the law admitted the child (WPO 40 lid 16).

    A child that is too young for school yet is admitted all the same, and comes on its birthday.

    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14), is_asielzoeker=True)
    >>> is_van_rechtswege(feiten, date(2026, 10, 26)), is_van_rechtswege(feiten, date(2026, 10, 27))
    (False, True)
    """
    return is_asielregel(feiten) and _na_asieltermijn(feiten) <= op


def _na_asieltermijn(feiten: Aanmeldingsfeiten) -> date:
    weken = waarde("asielzoeker_toelating", feiten.verzocht_op).feiten["weken"]
    return feiten.verzocht_op + timedelta(weeks=weken) + EEN_DAG


def niet_behandelen_uiterlijk_op(feiten: Aanmeldingsfeiten, *, peildatum: date) -> date | None:
    """The last day on which the board can say that it does not handle the application; None where it cannot.

    Four weeks after it was completed, or after the term for that went by (WPO 63 lid 4; of a public school Awb 4:5).
    """
    einden = [een.eindigt_op(peildatum) for een in feiten.onderbrekingen]
    if not einden or None in einden:
        return None
    weken = waarde(f"niet_behandelen_{soort_school(feiten)}", feiten.verzocht_op).feiten["weken"]
    return max(eind for eind in einden if eind is not None) + timedelta(weeks=weken)


def toelatingstermijnen(feiten: Aanmeldingsfeiten, *, peildatum: date) -> tuple[Termijn, ...]:
    """All dates of an application on which nothing was decided, each with where it stands and what it means.

    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
    >>> [(een.wat, f"{een.dag:%d-%m}") for een in toelatingstermijnen(feiten, peildatum=date(2026, 9, 14))]
    [('besluit', '26-10'), ('verlenging_hooguit', '23-11'), ('tijdelijke_plaatsing', '24-11')]
    """
    termijn = besluittermijn(feiten, peildatum=peildatum)
    return (
        *_van_aanvullen(feiten, termijn, peildatum),
        *_van_besluit(feiten, termijn),
        *_van_niet_behandelen(feiten, peildatum),
        *_van_plaatsing(feiten),
    )


def waarschuwingen(feiten: Aanmeldingsfeiten, *, peildatum: date) -> tuple[Termijn, ...]:
    """The days on which the school is warned: some before the decision is due, and before ten weeks are over.

    Policy, not law. The days of the decision move with its clock; after an extension the last two count from receipt.
    """
    termijn = besluittermijn(feiten, peildatum=peildatum)
    if termijn is None:
        return ()
    regel = waarde("waarschuwing", feiten.verzocht_op)
    vanaf = termijn.eerste - timedelta(days=regel.feiten["besluit"][-1])
    dagen = [(dag, vanaf + timedelta(days=dag), termijn.uiterlijk) for dag in regel.feiten["besluit"]]
    plaatsing = plaatsing_vanaf(feiten)
    if plaatsing is not None:
        dagen += [(dag, feiten.verzocht_op + timedelta(days=dag), plaatsing) for dag in regel.feiten["tien_weken"]]
    elif termijn.is_verlengd:
        dagen += [(dag, vanaf + timedelta(days=dag), termijn.uiterlijk) for dag in regel.feiten["tien_weken"]]
    return tuple(_waarschuwing(regel.vindplaats, dag, op, doel) for dag, op, doel in dagen)


def _waarschuwing(vindplaats: Vindplaats, dag: int, op: date, doel: date) -> Termijn:
    uitleg = f"Dag {dag}: er is nog geen besluit. Het gaat om {in_cijfers(doel)}."
    return Termijn(wat=f"waarschuwing_{dag}", dag=op, vindplaats=vindplaats, uitleg=uitleg)


def _van_aanvullen(feiten: Aanmeldingsfeiten, termijn: Besluittermijn | None, peildatum: date) -> Iterator[Termijn]:
    """The last day for the parents, on that day itself too, although the clock runs again then."""
    wachtend = (
        een.uiterlijk_op
        for een in feiten.onderbrekingen
        if een.van <= (peildatum if termijn is None else min(peildatum, termijn.uiterlijk))
        and (een.aangevuld_op is None or een.aangevuld_op > peildatum)
    )
    tot = max((dag for dag in wachtend if dag is not None and dag >= peildatum), default=None)
    if tot is not None:
        yield Termijn(
            wat="aanvullen",
            dag=tot,
            vindplaats=aanvullen(feiten).vindplaats,
            uitleg=f"De ouders geven uiterlijk op {in_cijfers(tot)} wat de school nog mist. Daarna loopt de klok weer.",
        )


def _van_besluit(feiten: Aanmeldingsfeiten, termijn: Besluittermijn | None) -> Iterator[Termijn]:
    if termijn is None:
        return
    is_asiel, is_stil, uiterlijk = is_asielregel(feiten), termijn.stil_sinds is not None, termijn.uiterlijk
    regel = waarde("asielzoeker_besluit" if is_asiel else "besluit", feiten.verzocht_op)
    yield Termijn(
        wat="besluit",
        dag=uiterlijk,
        vindplaats=aanvullen(feiten).vindplaats if is_stil else regel.vindplaats,
        uitleg=_uitleg(termijn, regel.feiten["weken"], is_onderbroken=bool(feiten.onderbrekingen)),
        is_voorlopig=is_stil,
    )
    if (veilig := laatste_werkdag(uiterlijk)) != uiterlijk:
        yield _veilig(feiten, veilig, uiterlijk)
    if not is_asiel and not termijn.is_verlengd:
        yield Termijn(
            wat="verlenging_hooguit",
            dag=termijn.hooguit,
            vindplaats=waarde("verlenging", feiten.verzocht_op).vindplaats,
            uitleg=(
                f"Heeft de school meer tijd nodig, dan vertelt zij dat uiterlijk op {in_cijfers(termijn.eerste)}, met "
                f"de reden en een zo vroeg mogelijke dag. Die dag is niet later dan {in_cijfers(termijn.hooguit)}."
            ),
            is_voorlopig=is_stil,
        )


def _uitleg(termijn: Besluittermijn, weken: int, *, is_onderbroken: bool) -> str:
    stil, uiterlijk = termijn.stil_sinds, termijn.uiterlijk
    if termijn.stil_tot is not None:
        return (
            f"De aanmelding is nog niet compleet. De klok staat stil sinds {in_cijfers(stil)}, tot zij compleet is en "
            f"hoogstens tot {in_cijfers(termijn.stil_tot)}. De school beslist daarom op zijn laatst op "
            f"{in_cijfers(uiterlijk)}, en eerder als de aanmelding eerder compleet is."
        )
    if stil is not None:
        return (
            f"De aanmelding is nog niet compleet. De klok staat stil sinds {in_cijfers(stil)}. Is zij vandaag "
            f"compleet, dan beslist de school uiterlijk op {in_cijfers(uiterlijk)}; elke dag later schuift die dag op."
        )
    if termijn.is_verlengd:
        return (
            f"De school heeft meer tijd nodig en heeft dat verteld. Zij beslist uiterlijk op {in_cijfers(uiterlijk)}."
        )
    if is_onderbroken:
        return (
            f"De school beslist zo snel mogelijk, en uiterlijk op {in_cijfers(uiterlijk)}: {weken} weken na ontvangst, "
            "zonder de dagen waarop de aanmelding niet compleet was."
        )
    return (
        f"De school beslist zo snel mogelijk, en uiterlijk op {in_cijfers(uiterlijk)}: {weken} weken na ontvangst van "
        "de aanmelding. Vakanties tellen mee."
    )


def _veilig(feiten: Aanmeldingsfeiten, veilig: date, uiterlijk: date) -> Termijn:
    return Termijn(
        wat="besluit_veilig",
        dag=veilig,
        vindplaats=waarde("werkdag", feiten.verzocht_op).vindplaats,
        uitleg=(
            f"{in_cijfers(uiterlijk)} is geen werkdag. Beslis uiterlijk op {in_cijfers(veilig)}: dan bent u "
            "zeker op tijd."
        ),
    )


def _van_niet_behandelen(feiten: Aanmeldingsfeiten, peildatum: date) -> Iterator[Termijn]:
    if (dag := niet_behandelen_uiterlijk_op(feiten, peildatum=peildatum)) is not None:
        yield Termijn(
            wat="niet_behandelen",
            dag=dag,
            vindplaats=waarde(f"niet_behandelen_{soort_school(feiten)}", feiten.verzocht_op).vindplaats,
            uitleg=(
                f"Is er nog steeds te weinig bekend, dan kan het bestuur tot en met {in_cijfers(dag)} laten weten dat "
                "het de aanmelding niet behandelt."
            ),
        )


def _van_plaatsing(feiten: Aanmeldingsfeiten) -> Iterator[Termijn]:
    if (dag := plaatsing_vanaf(feiten)) is not None:
        weken = waarde("tijdelijke_plaatsing", feiten.verzocht_op)
        yield Termijn(
            wat="tijdelijke_plaatsing",
            dag=dag,
            vindplaats=weken.vindplaats,
            uitleg=(
                f"Is er na {weken.feiten['weken']} weken geen besluit, dan mag het kind vanaf {in_cijfers(dag)} "
                "tijdelijk naar deze school, zolang het niet op een andere school staat ingeschreven."
            ),
        )
    if (dag := toelating_van_rechtswege_vanaf(feiten)) is not None:
        regel = waarde("asielzoeker_toelating", feiten.verzocht_op)
        yield Termijn(
            wat="toelating_van_rechtswege",
            dag=dag,
            vindplaats=regel.vindplaats,
            uitleg=(
                f"Is er na {regel.feiten['weken']} weken geen besluit, dan is het kind vanaf {in_cijfers(dag)} "
                "toegelaten."
            ),
        )


def is_asielregel(feiten: Aanmeldingsfeiten) -> bool:
    """True for a child that seeks asylum, once the law of that day has a rule for it."""
    if not feiten.is_asielzoeker:
        return False
    return feiten.verzocht_op >= load_parameters("toelating")["asielzoeker_besluit"].waarden[-1].geldig_van


def _weken(feiten: Aanmeldingsfeiten) -> tuple[timedelta, timedelta]:
    if is_asielregel(feiten):
        return timedelta(weeks=waarde("asielzoeker_besluit", feiten.verzocht_op).feiten["weken"]), timedelta()
    return (
        timedelta(weeks=waarde("besluit", feiten.verzocht_op).feiten["weken"]),
        timedelta(weeks=waarde("verlenging", feiten.verzocht_op).feiten["weken"]),
    )


def _niet_te_jong(feiten: Aanmeldingsfeiten, dag: date) -> date:
    if feiten.geboren_op is None:
        return dag
    jaren = waarde("toelatingsleeftijd", feiten.verzocht_op).feiten["jaren"]
    return max(dag, wordt_jaar(feiten.geboren_op, jaren))


def _stilstanden(onderbrekingen: Iterable[Onderbreking], peildatum: date) -> list[tuple[date, date]]:
    """The days on which the clock stands still, each once, in order; one that is open lasts until its term or today."""
    ruw = sorted(
        (een.van, een.eindigt_op(peildatum) or max(peildatum, een.uiterlijk_op or peildatum))
        for een in onderbrekingen
        if een.van <= peildatum
    )
    samen: list[tuple[date, date]] = []
    for van, tot in ruw:
        if samen and van < samen[-1][1]:
            samen[-1] = (samen[-1][0], max(samen[-1][1], tot))
        else:
            samen.append((van, tot))
    return samen


def _met_stilstand(dag: date, stilstanden: Iterable[tuple[date, date]]) -> date:
    for van, tot in stilstanden:
        if van <= dag:
            dag += tot - van
    return dag


def _open(feiten: Aanmeldingsfeiten, peildatum: date) -> list[Onderbreking]:
    """The requests to complete the application for which the clock stands still on a day."""
    return [een for een in feiten.onderbrekingen if een.van <= peildatum and een.eindigt_op(peildatum) is None]
