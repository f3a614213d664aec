"""How long a pupil may be suspended, and who must be told of it (WPO 40c)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from passend.begrippen.termijn import Poortbezwaar, Termijn
from passend.regels.parameterbestand import Waarde, load_parameters

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schorsingsfeiten:
    """What is known of one suspension.

    Attributes:
        besloten_op: the day on which the board decided.
        van: the first day on which the pupil stays away; `tot_en_met` the last.
        motivering: the reasons, as the parents read them.
        brief_op: the day on which the parents were told in writing.
        gemeld_op: the day on which the inspectie was told, with the reasons.
    """

    besloten_op: date
    van: date
    tot_en_met: date
    motivering: str = ""
    brief_op: date | None = None
    gemeld_op: date | None = None

    @property
    def dagen(self) -> int:
        """How many days it lasts, those of the weekend too."""
        return (self.tot_en_met - self.van).days + 1


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
    """True for a suspension that lasts longer than one day (WPO 40c lid 3).

    >>> maandag = Schorsingsfeiten(besloten_op=date(2026, 11, 2), van=date(2026, 11, 2), tot_en_met=date(2026, 11, 2))
    >>> moet_inspectie_weten(maandag)
    False
    """
    langer_dan: int = _waarde("inspectie", feiten.van).feiten["langer_dan_dagen"]
    return feiten.dagen > langer_dan


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


def _van_schorsing(feiten: Schorsingsfeiten, peildatum: date) -> Iterator[Poortbezwaar]:
    hooguit = schorsing_hooguit_tot_en_met(feiten.van)
    if feiten.besloten_op > peildatum:
        zin = f"Het besluit is van {feiten.besloten_op:%d-%m-%Y}: die dag is nog niet geweest. Controleer de dag."
        yield Poortbezwaar(code="besluit_toekomst", zin=zin, vindplaats=hooguit.vindplaats)
    if feiten.van < feiten.besloten_op:
        zin = f"De schorsing begint voor het besluit ({feiten.besloten_op:%d-%m-%Y}). Controleer beide dagen."
        yield Poortbezwaar(code="voor_besluit", zin=zin, vindplaats=hooguit.vindplaats)
    if feiten.tot_en_met < feiten.van:
        zin = f"De laatste dag ligt voor de eerste ({feiten.van:%d-%m-%Y}). Controleer beide dagen."
        yield Poortbezwaar(code="andersom", zin=zin, vindplaats=hooguit.vindplaats)
    if feiten.tot_en_met > hooguit.dag:
        zin = f"Een schorsing duurt hooguit een week. Kies als laatste dag {hooguit.dag:%d-%m-%Y} of eerder."
        yield Poortbezwaar(code="te_lang", zin=zin, vindplaats=hooguit.vindplaats)
    if not feiten.motivering.strip():
        zin = "Schrijf op waarom het bestuur schorst. De ouders lezen dat in de brief."
        yield Poortbezwaar(code="motivering", zin=zin, vindplaats=hooguit.vindplaats)


def _van_berichten(feiten: Schorsingsfeiten) -> Iterator[Poortbezwaar]:
    if feiten.brief_op is None:
        zin = "De ouders hebben nog geen brief. Stuur die vandaag."
        yield Poortbezwaar(code="brief", zin=zin, vindplaats=_waarde("brief", feiten.besloten_op).vindplaats)
    if feiten.gemeld_op is None and moet_inspectie_weten(feiten):
        zin = "De inspectie weet het nog niet. Meld het vandaag, met de redenen, en bewaar het bewijs."
        yield Poortbezwaar(code="inspectie", zin=zin, vindplaats=_waarde("inspectie", feiten.besloten_op).vindplaats)


def _waarde(code: str, op: date) -> Waarde:
    return load_parameters("schorsing")[code].op(op)
