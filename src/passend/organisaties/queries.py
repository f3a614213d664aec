"""Reads of organisations, and the scope within which the data of a board can be read at all."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django_scopes import get_scope, scope
from psycopg import sql

from passend.organisaties.models import Bestuur, Groep, Samenwerkingsverband, Vestiging
from passend.regels.schoolnaam import is_zelfde_in_plaats, is_zelfde_plaats, splits_plaats

_vernietigt: ContextVar[bool] = ContextVar("vernietigt", default=False)


@contextmanager
def in_bestuur(*besturen: int) -> Iterator[None]:
    """Read and write the data of these boards, and of no other.

    Outside of this every query of a table of one board fails. On PostgreSQL the rows of other boards do not exist
    within it, whatever is asked; it is one transaction there, for the setting must end with it, also behind a pooler.

    Args:
        besturen: keys of boards; more than one only for who has a role at each.
    """
    vorige = get_scope().get("bestuur")
    with scope(bestuur=besturen[0] if len(besturen) == 1 else list(besturen)):
        if connection.vendor != "postgresql":
            yield
            return
        is_genest = connection.in_atomic_block
        with transaction.atomic():
            _set_besturen(besturen)
            yield
            if is_genest:
                _set_besturen([vorige] if isinstance(vorige, int) else vorige or [])


def is_boven_de_muur() -> bool:
    """True when the user of the database stands above every policy, so that the wall between boards would do nothing.

    Never on SQLite, which has no second wall: one organisation, one file.
    """
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


@contextmanager
def in_vernietiging() -> Iterator[None]:
    """Destroy: within this, and only within this, the database lets go of rows that stay as they were written.

    Only an action that destroys by a term or a decision enters it. It ends with the transaction, as `in_bestuur` does;
    a program that does not say so, and a person at the prompt of the database, is refused.
    """
    merk = _vernietigt.set(True)
    try:
        with transaction.atomic():
            _set_vernietiging("ja")
            yield
            _set_vernietiging("")
    finally:
        _vernietigt.reset(merk)


def teach_vernietiging(sender: Any, connection: Any, **signaal: Any) -> None:
    """Let a connection to SQLite answer its triggers; one that cannot, such as of another program, is refused."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("passend_vernietigt", 0, _vernietigt.get)


def _set_vernietiging(waarde: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("SET LOCAL passend.vernietiging = {}").format(sql.Literal(waarde)))


def is_binnen(bestuur: int) -> bool:
    """True when the data of this board can be read and written here, alone or among those of others."""
    besturen = get_scope().get("bestuur")
    return bestuur in besturen if isinstance(besturen, list) else bestuur == besturen


def _set_besturen(besturen: Collection[int]) -> None:
    """Tell the database; by SET LOCAL, which also reaches the other servers of a distributed one."""
    lijst = ",".join(str(int(bestuur)) for bestuur in besturen)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SET LOCAL passend.bestuur = {}").format(sql.Literal(lijst)))


def get_vestiging(*, code: str) -> Vestiging | None:
    """The site with a public code (`99AB00`), its board and samenwerkingsverband at hand; None when unknown."""
    vestigingen = Vestiging.objects.select_related("bestuur__samenwerkingsverband")
    return vestigingen.filter(brin=code[:4].upper(), volgnummer=code[4:]).first()


def get_samenwerkingsverband(*, nummer: str) -> Samenwerkingsverband | None:
    """The samenwerkingsverband with a number (`PO9901`); None when unknown."""
    return Samenwerkingsverband.objects.filter(nummer=nummer).first()


def get_bestuur(*, nummer: str) -> Bestuur | None:
    """The board with a number; None when unknown."""
    return Bestuur.objects.filter(nummer=nummer).first()


def list_vestigingen(
    *, bestuur: Bestuur | None = None, samenwerkingsverband: Samenwerkingsverband | None = None
) -> QuerySet[Vestiging]:
    """Sites, of one board or one samenwerkingsverband when given."""
    vestigingen = Vestiging.objects.select_related("bestuur__samenwerkingsverband")
    if bestuur is not None:
        vestigingen = vestigingen.filter(bestuur=bestuur)
    if samenwerkingsverband is not None:
        vestigingen = vestigingen.filter(bestuur__samenwerkingsverband=samenwerkingsverband)
    return vestigingen


def list_vestigingen_met_naam(school: str) -> list[Vestiging]:
    """The sites, of whatever board, that a name with its place can mean; one that is written just so comes alone.

    A name without a place means none. It takes two questions, and looks only at the sites of that place.
    """
    naam, plek = splits_plaats(school)
    if not plek:
        return []
    alle = Vestiging.objects.order_by().values_list("plaats", flat=True).distinct()
    plaatsen = [plaats for plaats in alle if is_zelfde_plaats(plaats, plek)]
    if not plaatsen:
        return []
    gevonden = [
        een
        for een in list_vestigingen().filter(plaats__in=plaatsen)
        if is_zelfde_in_plaats(school, eigen=[een.naam, een.code], plaats=een.plaats)
    ]
    precies = " ".join(naam.split()).casefold()
    return [een for een in gevonden if een.naam.casefold() == precies] or gevonden


def list_besturen(*, samenwerkingsverband: Samenwerkingsverband | None = None) -> QuerySet[Bestuur]:
    """All boards, or those of one samenwerkingsverband; what must be done for each is done within the scope of each."""
    besturen = Bestuur.objects.order_by("pk")
    return besturen.filter(samenwerkingsverband=samenwerkingsverband) if samenwerkingsverband is not None else besturen


def list_groepen(*, vestiging: Vestiging, schooljaar: str) -> QuerySet[Groep]:
    """The groups of a site in a school year, by name."""
    return Groep.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging, schooljaar=schooljaar)
