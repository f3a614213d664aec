"""Days of the made-up region, which count from today: nobody talks on a Sunday, and no child starts in a holiday."""

from datetime import date, timedelta

from passend.begrippen.vakantieregio import Vakantieregio
from passend.regels.schoolvakanties import schoolvakanties
from passend.regels.werkdagen import is_werkdag, laatste_werkdag

DAG = timedelta(days=1)


def terug(vandaag: date, dagen: int) -> date:
    """So many days ago, or the last working day before that."""
    return laatste_werkdag(vandaag - dagen * DAG)


def twee_werkdagen(dag: date) -> tuple[date, date]:
    """Two working days that follow each other, at or before a day."""
    while not (is_werkdag(dag) and is_werkdag(dag + DAG)):
        dag -= DAG
    return dag, dag + DAG


def schooldag(dag: date) -> date:
    """The day itself, or the first one after it on which there is school."""
    while not is_werkdag(dag) or dag in schoolvakanties(Vakantieregio.MIDDEN, dag.year):
        dag += DAG
    return dag
