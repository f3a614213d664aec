"""Many rows of one table at once, as fast as the database takes them; for an import, where each row was checked.

`bulk_create` builds an object for each row and asks each field what to do with it, which takes several times as long
as the database does.
"""

from collections.abc import Sequence
from itertools import batched
from typing import Any

from django.db import connection

from passend.organisaties.models import Bestuurstabel

_PER_KEER = 10_000
_TEKST = {"CharField", "TextField", "EmailField"}  # `varchar(80)[]` would cut off in silence what is too long

type Waarde = str | int | bool | None


def insert_stapel(tabel: type[Bestuurstabel], kolommen: Sequence[str], rijen: Sequence[tuple[Waarde, ...]]) -> None:
    """Insert rows; days are written as text, and keys as 32 signs.

    COPY is not possible here: PostgreSQL refuses it where a policy guards the rows. An array for each column comes
    close to it.

    Args:
        tabel: the table.
        kolommen: the names of its fields, in the order of the values.
        rijen: the values.
    """
    velden = [tabel._meta.get_field(kolom) for kolom in kolommen]  # noqa: SLF001 -- Django documents it
    naam = connection.ops.quote_name
    kop = f"INSERT INTO {naam(tabel._meta.db_table)} ({', '.join(naam(_kolom(veld)) for veld in velden)})"  # noqa: SLF001
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.executemany(f"{kop} VALUES ({', '.join(['%s'] * len(velden))})", rijen)
            return
        soorten = ", ".join(f"%s::{_soort(veld)}[]" for veld in velden)
        for stapel in batched(rijen, _PER_KEER):
            waarden: list[Any] = [list(kolom) for kolom in zip(*stapel, strict=True)]
            cursor.execute(f"{kop} SELECT * FROM unnest({soorten})", waarden)  # noqa: S608 -- names of our own tables


def _kolom(veld: Any) -> str:
    return str(veld.column)


def _soort(veld: Any) -> str:
    return "text" if veld.get_internal_type() in _TEKST else str(veld.db_type(connection))
