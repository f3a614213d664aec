"""How long a pupil may be suspended, and who must be told of it (WPO 40c)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from passend.begrippen.periode import Periode
from passend.begrippen.termijn import Poortbezwaar, Termijn
from passend.regels.parameterbestand import Waarde, load_parameters

EEN_DAG = timedelta(days=1)
ZATERDAG = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Schorsingsfeiten:
    """What is known of one suspension.

    Attributes:
        besloten_op: the day on which the board decided.
        van: the first day on which the pupil stays away; `tot_en_met` the last.
        motivering: the reasons, as the parents read them.
        brief_op: the day on which the parents were told in writing.
        gemeld_op: the day on which the inspectie was told, with the reasons.
        eerste_schooldag: the first day of the pupil at this school; `laatste_schooldag` the last, when it leaves.
        andere: the other suspensions of this pupil that stand.
        vrij: days without lessons for everybody around it, such as school holidays.
    """

    besloten_op: date
    van: date
    tot_en_met: date
    motivering: str = ""
    brief_op: date | None = None
    gemeld_op: date | None = None
    eerste_schooldag: date | None = None
    laatste_schooldag: date | None = None
    andere: tuple[Periode, ...] = ()
    vrij: frozenset[date] = frozenset()


def dagen_aaneen(feiten: Schorsingsfeiten, andere: Collection[Periode]) -> int:
    """How many days a suspension lasts, those of the weekend too, with those that adjoin it.

    Two of them adjoin when no school day lies between; a school holiday in between is not counted.

    >>> vrijdag, maandag = date(2026, 11, 6), date(2026, 11, 9)
    >>> feiten = Schorsingsfeiten(besloten_op=maandag, van=maandag, tot_en_met=maandag)
    >>> dagen_aaneen(feiten, [Periode(vrijdag, vrijdag)]), dagen_aaneen(feiten, [])
    (4, 1)
    """
    van, tot = feiten.van, feiten.tot_en_met
    geteld = {feiten.van + nummer * EEN_DAG for nummer in range((tot - van).days + 1)}
    te_gaan = [(een.van, een.tot_en_met or een.van) for een in andere]
    while raakt := [
        een
        for een in te_gaan
        if een[0] <= _schooldag(tot, feiten.vrij, EEN_DAG) and een[1] >= _schooldag(van, feiten.vrij, -EEN_DAG)
    ]:
        for een in raakt:
            te_gaan.remove(een)
        eerder, later = min(van, *(een[0] for een in raakt)), max(tot, *(een[1] for een in raakt))
        reeks = {eerder + nummer * EEN_DAG for nummer in range((later - eerder).days + 1)}
        zelf = {dag for dag in reeks if any(een[0] <= dag <= een[1] for een in raakt)}
        geteld |= zelf | (reeks - feiten.vrij)
        van, tot = eerder, later
    return len(geteld)


def schorsing_hooguit_tot_en_met(van: date) -> Termijn:
    """The last day a suspension can have: one week, weekends and holidays included (WPO 40c lid 1).

    >>> schorsing_hooguit_tot_en_met(date(2026, 11, 2)).dag
    datetime.date(2026, 11, 8)
    """
    regel = _waarde("duur", van)
    dag = van + timedelta(days=regel.feiten["dagen"]) - EEN_DAG
    uitleg = f"Een schorsing duurt hooguit een week: tot en met {dag:%d-%m-%Y}."
    return Termijn(wat="schorsing_hooguit", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def moet_inspectie_weten(feiten: Schorsingsfeiten) -> bool:
    """True for a suspension that lasts longer than one day, with those before it that it adjoins (WPO 40c lid 3).

    >>> maandag = Schorsingsfeiten(besloten_op=date(2026, 11, 2), van=date(2026, 11, 2), tot_en_met=date(2026, 11, 2))
    >>> moet_inspectie_weten(maandag)
    False
    """
    langer_dan: int = _waarde("inspectie", feiten.besloten_op).feiten["langer_dan_dagen"]
    return dagen_aaneen(feiten, [een for een in feiten.andere if een.van < feiten.van]) > langer_dan


def schorsingstermijnen(feiten: Schorsingsfeiten) -> tuple[Termijn, ...]:
    """The dates of a suspension: how long at most, when the parents have their letter, when the inspectie knows.

    What must be done at once is due on the day of the decision.

    >>> week = Schorsingsfeiten(besloten_op=date(2026, 11, 2), van=date(2026, 11, 3), tot_en_met=date(2026, 11, 5))
    >>> [(een.wat, f"{een.dag:%d-%m}") for een in schorsingstermijnen(week)]
    [('schorsing_hooguit', '09-11'), ('schorsing_brief', '02-11'), ('schorsing_inspectie', '02-11')]
    """
    dag = feiten.besloten_op
    brief = Termijn(
        wat="schorsing_brief",
        dag=dag,
        vindplaats=_waarde("brief", dag).vindplaats,
        uitleg=f"De ouders krijgen de brief met de redenen meteen: op {dag:%d-%m-%Y}.",
    )
    inspectie = Termijn(
        wat="schorsing_inspectie",
        dag=dag,
        vindplaats=_waarde("inspectie", dag).vindplaats,
        uitleg=f"Duurt een schorsing langer dan een dag, dan hoort de inspectie dat meteen: op {dag:%d-%m-%Y}.",
    )
    return (
        schorsing_hooguit_tot_en_met(feiten.van),
        brief,
        *([inspectie] if moet_inspectie_weten(feiten) else []),
    )


def lopende_schorsingstermijnen(feiten: Schorsingsfeiten, *, peildatum: date) -> tuple[Termijn, ...]:
    """What still has a day: the report to the inspectie until it was made, and the last day until it is over.

    >>> week = Schorsingsfeiten(besloten_op=date(2026, 11, 2), van=date(2026, 11, 3), tot_en_met=date(2026, 11, 5))
    >>> [(een.wat, f"{een.dag:%d-%m}") for een in lopende_schorsingstermijnen(week, peildatum=date(2026, 11, 5))]
    [('schorsing_inspectie', '02-11'), ('schorsing_einde', '05-11')]
    """
    melding = [een for een in schorsingstermijnen(feiten) if een.wat == "schorsing_inspectie"]
    einde = Termijn(
        wat="schorsing_einde",
        dag=feiten.tot_en_met,
        vindplaats=_waarde("duur", feiten.van).vindplaats,
        uitleg=f"De schorsing duurt tot en met {feiten.tot_en_met:%d-%m-%Y}.",
    )
    return (*(melding if feiten.gemeld_op is None else []), *([einde] if einde.dag >= peildatum else []))


def check_schorsing(feiten: Schorsingsfeiten, *, peildatum: date) -> tuple[Poortbezwaar, ...]:
    """Why a pupil cannot be suspended like this; nothing when it can.

    >>> lang = Schorsingsfeiten(besloten_op=date(2026, 11, 2), van=date(2026, 11, 2), tot_en_met=date(2026, 11, 9),
    ...     motivering="Wegens een gevecht.")
    >>> [een.code for een in check_schorsing(lang, peildatum=date(2026, 11, 2))]
    ['te_lang']
    """
    return tuple(_van_schorsing(feiten, peildatum))


def openstaand(feiten: Schorsingsfeiten) -> tuple[Poortbezwaar, ...]:
    """What must still be done at once after the decision: the letter, and the report to the inspectie.

    >>> week = Schorsingsfeiten(besloten_op=date(2026, 11, 2), van=date(2026, 11, 3), tot_en_met=date(2026, 11, 5))
    >>> [een.code for een in openstaand(week)]
    ['brief', 'inspectie']
    """
    return tuple(_van_berichten(feiten))


def check_melding(feiten: Schorsingsfeiten, dag: date, *, peildatum: date) -> tuple[Poortbezwaar, ...]:
    """Why the inspectie cannot have been told on that day; nothing when it can.

    >>> week = Schorsingsfeiten(besloten_op=date(2026, 11, 2), van=date(2026, 11, 3), tot_en_met=date(2026, 11, 5))
    >>> [een.code for een in check_melding(week, date(2026, 11, 1), peildatum=date(2026, 11, 2))]
    ['melding_voor_besluit']
    """
    waar = _waarde("inspectie", feiten.besloten_op).vindplaats
    if dag > peildatum:
        zin = f"De dag {dag:%d-%m-%Y} is nog niet geweest. Vul in op welke dag u het meldde."
        return (Poortbezwaar(code="melding_toekomst", zin=zin, vindplaats=waar),)
    if dag < feiten.besloten_op:
        zin = f"De melding ligt voor het besluit ({feiten.besloten_op:%d-%m-%Y}). Kijk de dag na."
        return (Poortbezwaar(code="melding_voor_besluit", zin=zin, vindplaats=waar),)
    return ()


def _van_schorsing(feiten: Schorsingsfeiten, peildatum: date) -> Iterator[Poortbezwaar]:
    duur = _waarde("duur", feiten.besloten_op)
    dagen = [*_van_dagen(feiten, peildatum)]
    yield from (Poortbezwaar(code=code, zin=zin, vindplaats=duur.vindplaats) for code, zin in dagen)
    if not feiten.motivering.strip():
        zin = "Schrijf op waarom het bestuur schorst. De ouders lezen dat in de brief."
        yield Poortbezwaar(code="motivering", zin=zin, vindplaats=duur.vindplaats)
    if dagen:
        return
    if not _heeft_schooldag(feiten):
        zin = "In deze dagen is er geen school: het is weekend of vakantie. Kijk de dagen na."
        yield Poortbezwaar(code="geen_schooldag", zin=zin, vindplaats=duur.vindplaats)
    begin = _waarde("begin", feiten.besloten_op)
    if (feiten.van - feiten.besloten_op).days > begin.feiten["dagen"]:
        zin = (
            f"De schorsing begint meer dan {begin.feiten['dagen']} dagen na het besluit. Kijk het jaar en de maand na."
        )
        yield Poortbezwaar(code="te_ver", zin=zin, vindplaats=begin.vindplaats)
    else:
        yield from _van_duur(feiten, duur)


def _heeft_schooldag(feiten: Schorsingsfeiten) -> bool:
    aantal = (feiten.tot_en_met - feiten.van).days + 1
    dagen = (feiten.van + nummer * EEN_DAG for nummer in range(aantal))
    return any(dag.weekday() < ZATERDAG and dag not in feiten.vrij for dag in dagen)


def _van_dagen(feiten: Schorsingsfeiten, peildatum: date) -> Iterator[tuple[str, str]]:
    if feiten.besloten_op > peildatum:
        yield (
            "besluit_toekomst",
            f"Het besluit is van {feiten.besloten_op:%d-%m-%Y}: die dag is nog niet geweest. Controleer de dag.",
        )
    eerste, laatste = feiten.eerste_schooldag, feiten.laatste_schooldag
    if eerste is not None and feiten.van < eerste:
        yield "eerste_schooldag", f"De schorsing ligt voor de eerste schooldag ({eerste:%d-%m-%Y}). Kijk de dagen na."
    elif feiten.van < feiten.besloten_op:
        yield (
            "voor_besluit",
            f"De schorsing begint voor het besluit ({feiten.besloten_op:%d-%m-%Y}). Controleer beide dagen.",
        )
    if laatste is not None and feiten.tot_en_met > laatste:
        yield "laatste_schooldag", f"De leerling is hier tot en met {laatste:%d-%m-%Y}. Kijk de dagen na."
    if feiten.tot_en_met < feiten.van:
        yield "andersom", f"De laatste dag ligt voor de eerste ({feiten.van:%d-%m-%Y}). Controleer beide dagen."


def _van_duur(feiten: Schorsingsfeiten, duur: Waarde) -> Iterator[Poortbezwaar]:
    hooguit = schorsing_hooguit_tot_en_met(feiten.van)
    if feiten.tot_en_met > hooguit.dag:
        zin = f"Een schorsing duurt hooguit een week. Kies als laatste dag {hooguit.dag:%d-%m-%Y} of eerder."
        yield Poortbezwaar(code="te_lang", zin=zin, vindplaats=hooguit.vindplaats)
        return
    for een in feiten.andere:
        einde = een.tot_en_met or een.van
        if een.van <= feiten.tot_en_met and einde >= feiten.van:
            zin = (
                f"Er is al een schorsing van {een.van:%d-%m-%Y} tot en met {einde:%d-%m-%Y}. Kies andere dagen, of "
                "trek die eerst in."
            )
            yield Poortbezwaar(code="overlapt", zin=zin, vindplaats=hooguit.vindplaats)
            return
    if dagen_aaneen(feiten, feiten.andere) > duur.feiten["dagen"]:
        zin = (
            "Deze schorsing sluit aan op een andere: er ligt geen schooldag tussen. Samen duren zij langer dan een "
            "week, en dat mag niet."
        )
        yield Poortbezwaar(code="sluit_aan", zin=zin, vindplaats=hooguit.vindplaats)


def _schooldag(dag: date, vrij: Collection[date], stap: timedelta) -> date:
    """The next school day after a day, or with a step back the one before it."""
    dag += stap
    while dag.weekday() >= ZATERDAG or dag in vrij:
        dag += stap
    return dag


def _van_berichten(feiten: Schorsingsfeiten) -> Iterator[Poortbezwaar]:
    if feiten.brief_op is None:
        zin = "De ouders hebben nog geen brief. Stuur die vandaag."
        yield Poortbezwaar(code="brief", zin=zin, vindplaats=_waarde("brief", feiten.besloten_op).vindplaats)
    if feiten.gemeld_op is None and moet_inspectie_weten(feiten):
        zin = "De inspectie weet het nog niet. Meld het vandaag, met de redenen, en bewaar het bewijs."
        yield Poortbezwaar(code="inspectie", zin=zin, vindplaats=_waarde("inspectie", feiten.besloten_op).vindplaats)


def _waarde(code: str, op: date) -> Waarde:
    return load_parameters("schorsing")[code].op(op)
