"""The days of coming to a school and leaving it, and what must be done before a report goes to the next school."""

from collections.abc import Iterator
from datetime import date, timedelta

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.termijn import Poortbezwaar, Termijn
from passend.regels.aanmeldingsfeiten import waarde, wordt_jaar
from passend.regels.bewaartermijnen import over_maanden
from passend.regels.parameterbestand import Waarde, load_parameters

EEN_DAG = timedelta(days=1)


def inschrijving_op(eerste_dag: date, *, geboren_op: date, is_eerste_schooldag: bool = False) -> Termijn:
    """The day of enrolment: the first day attended; 1 August for who comes on the first school day and is four then.

    >>> inschrijving_op(date(2026, 8, 24), geboren_op=date(2022, 5, 1), is_eerste_schooldag=True).dag
    datetime.date(2026, 8, 1)
    """
    regel = _waarde("inschrijven", eerste_dag)
    begin = Schooljaar.op(eerste_dag).begint_op
    jarig = wordt_jaar(geboren_op, waarde("toelatingsleeftijd", eerste_dag).feiten["jaren"])
    dag = begin if is_eerste_schooldag and jarig <= begin else eerste_dag
    uitleg = f"Het kind is ingeschreven vanaf {dag:%d-%m-%Y}."
    return Termijn(wat="inschrijving", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def uitschrijving_op(
    laatste_dag: date,
    *,
    is_laatste_schooldag: bool = False,
    elders_op: date | None = None,
    bericht_op: date | None = None,
) -> Termijn:
    """The day of deregistration: the last day attended; 31 July for who stays until the last school day of the year.

    Does the new school tell within four weeks that it enrolled the pupil, then it is the day before that enrolment.

    >>> uitschrijving_op(date(2026, 11, 6), elders_op=date(2026, 11, 16), bericht_op=date(2026, 11, 20)).dag
    datetime.date(2026, 11, 15)
    """
    regel = _waarde("uitschrijven", laatste_dag)
    dag = Schooljaar.op(laatste_dag).eindigt_op if is_laatste_schooldag else laatste_dag
    is_op_tijd = bericht_op is not None and bericht_op <= laatste_dag + timedelta(weeks=regel.feiten["weken"])
    if elders_op is not None and is_op_tijd and elders_op > laatste_dag:
        dag = elders_op - EEN_DAG
    uitleg = f"Het kind is tot en met {dag:%d-%m-%Y} leerling van deze school."
    return Termijn(wat="uitschrijving", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def check_uitschrijving(
    laatste_dag: date, *, elders_op: date | None = None, bericht_op: date | None = None
) -> tuple[Poortbezwaar, ...]:
    """Why a pupil cannot leave on these days; nothing when it can.

    >>> [een.code for een in check_uitschrijving(date(2026, 11, 6), elders_op=date(2026, 11, 5))]
    ['elders_te_vroeg']
    """
    waar = _waarde("uitschrijven", laatste_dag).vindplaats
    if elders_op is not None and elders_op < laatste_dag:
        zin = (
            f"De nieuwe school schrijft het kind niet in ({elders_op:%d-%m-%Y}) voor de laatste dag hier "
            f"({laatste_dag:%d-%m-%Y}). Kijk beide dagen na."
        )
        return (Poortbezwaar(code="elders_te_vroeg", zin=zin, vindplaats=waar),)
    if bericht_op is not None and elders_op is None:
        zin = "De nieuwe school vertelde iets, maar niet wanneer zij het kind inschrijft. Vul ook die dag in."
        return (Poortbezwaar(code="bericht_zonder_elders", zin=zin, vindplaats=waar),)
    return ()


def verzuim_vanaf(geschreven_op: date) -> Termijn:
    """The first day of which absence without a good reason may stand in the report: a year before it is written.

    >>> verzuim_vanaf(date(2026, 11, 25)).dag
    datetime.date(2025, 11, 25)
    """
    regel = _waarde("rapport_verzuim", geschreven_op)
    dag = over_maanden(geschreven_op, -regel.feiten["maanden"])
    uitleg = f"In het rapport staat alleen verzuim zonder goede reden vanaf {dag:%d-%m-%Y}."
    return Termijn(wat="rapport_verzuim", dag=dag, vindplaats=regel.vindplaats, uitleg=uitleg)


def check_rapport(
    *, verzonden_op: date, ouders_geinformeerd_op: date | None, peildatum: date
) -> tuple[Poortbezwaar, ...]:
    """Why the report cannot go to the next school: the parents have a copy at the latest when it is sent.

    >>> [een.code for een in check_rapport(verzonden_op=date(2026, 11, 25), ouders_geinformeerd_op=None,
    ...     peildatum=date(2026, 11, 25))]
    ['ouders_geinformeerd']
    """
    return tuple(_van_rapport(verzonden_op, ouders_geinformeerd_op, peildatum))


def _van_rapport(verzonden_op: date, geinformeerd_op: date | None, peildatum: date) -> Iterator[Poortbezwaar]:
    if verzonden_op > peildatum:
        zin = f"Het rapport gaat weg op {verzonden_op:%d-%m-%Y}: die dag is nog niet geweest. Controleer de dag."
        yield Poortbezwaar(code="verzonden_toekomst", zin=zin, vindplaats=_waarde("rapport", verzonden_op).vindplaats)
    if geinformeerd_op is None or geinformeerd_op > verzonden_op:
        zin = "Geef eerst de ouders het rapport te lezen, en schrijf op wanneer en hoe dat ging."
        waar = _waarde("rapport_ouders", verzonden_op).vindplaats
        yield Poortbezwaar(code="ouders_geinformeerd", zin=zin, vindplaats=waar)


def _waarde(code: str, op: date) -> Waarde:
    return load_parameters("overstap")[code].op(op)
