"""Many rows of one table at once, as fast as the database takes them; for an import, where each row was checked.

`bulk_create` builds an object for each row and asks each field what to do with it, which takes several times as long
as the database does.
"""

from collections.abc import Sequence
from itertools import chain, groupby
from typing import Any

from django.db import connection

from passend.organisaties.models import Bestuurstabel

PLEKKEN = 999  # in one statement; any SQLite takes so many

type Waarde = str | int | bool | None
type Rijen = Sequence[tuple[Waarde, ...]]


def insert_stapel(tabel: type[Bestuurstabel], kolommen: Sequence[str], rijen: Rijen) -> None:
    """Insert rows; days are written as text, and keys as 32 signs. Must be called within a transaction.

    Args:
        tabel: the table.
        kolommen: the names of its fields, in the order of the values.
        rijen: the values.
    """
    if not rijen:
        return
    naam = connection.ops.quote_name
    kop = ", ".join(naam(_kolom(tabel, kolom)) for kolom in kolommen)
    doel = naam(tabel._meta.db_table)  # noqa: SLF001 -- Django documents it
    if connection.vendor == "postgresql":
        _via_copy(doel, kop, rijen)
        return
    _met_veel_tegelijk(doel, kop, len(kolommen), rijen)


def _met_veel_tegelijk(doel: str, kop: str, breedte: int, rijen: Rijen) -> None:
    """Many rows in each statement, which takes SQLite half the time of a row in each."""
    aantal, rij = PLEKKEN // breedte, f"({', '.join(['%s'] * breedte)})"
    stapels = (rijen[van : van + aantal] for van in range(0, len(rijen), aantal))
    with connection.cursor() as cursor:
        for lengte, even_lang in groupby(stapels, len):  # only the last one can be shorter
            opdracht = f"INSERT INTO {doel} ({kop}) VALUES {', '.join([rij] * lengte)}"  # noqa: S608 -- our own names
            cursor.executemany(opdracht, [tuple(chain.from_iterable(stapel)) for stapel in even_lang])


def _via_copy(doel: str, kop: str, rijen: Rijen) -> None:
    """COPY into a table of this transaction alone, and from there to where they belong.

    Where a policy guards the rows of a board, PostgreSQL takes no COPY; this way it looks at each of them.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE stapel ON COMMIT DROP AS SELECT {kop} FROM {doel} WITH NO DATA")  # noqa: S608 -- idem
        with cursor.copy(f"COPY stapel ({kop}) FROM STDIN") as copy:
            for rij in rijen:
                copy.write_row(rij)
        cursor.execute(f"INSERT INTO {doel} ({kop}) SELECT {kop} FROM stapel")  # noqa: S608 -- idem
        cursor.execute("DROP TABLE stapel")


def _kolom(tabel: type[Bestuurstabel], veld: str) -> str:
    kolom: Any = tabel._meta.get_field(veld)  # noqa: SLF001 -- Django documents it
    return str(kolom.column)
