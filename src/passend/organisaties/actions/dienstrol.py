"""What the user of PostgreSQL that serves pages may do, where another one makes the tables.

Rows, and no tables: who gets hold of the account that serves cannot take a wall, a trigger or a table away. A line of
the log it can only add: the trigger that refuses to change one is not asked when a table is emptied as a whole.
"""

from django.db import connection, transaction
from psycopg import sql

from passend.organisaties.actions.fout import OrganisatieError

ALLEEN_LEZEN = ("django_migrations",)
ALLEEN_ERBIJ = ("toegang_logregel", "toegang_installatieregel")


def grant_dienst(rol: str) -> None:
    """Give a role the rights of who serves, and no more than those; also of tables that came just now.

    Raises:
        OrganisatieError: it is the one that makes the tables, or one that stands above every policy.
        ProgrammingError: there is no such role.
    """
    if not rol or connection.vendor != "postgresql":
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user = %s", [rol])
        if cursor.fetchone()[0]:
            raise OrganisatieError(
                "PASSEND_DIENSTROL is dezelfde gebruiker als die van DATABASE_URL. Zet bij passend migrate in "
                "DATABASE_URL de gebruiker die de tabellen maakt."
            )
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s", [rol])
        if (cursor.fetchone() or [False])[0]:
            raise OrganisatieError(
                "De gebruiker van PASSEND_DIENSTROL staat boven de muren tussen besturen. "
                "Geef hem NOSUPERUSER en NOBYPASSRLS."
            )
        for opdracht in _rechten():
            cursor.execute(sql.SQL(opdracht).format(rol=sql.Identifier(rol)))


def _rechten() -> tuple[str, ...]:
    return (
        "GRANT USAGE ON SCHEMA public TO {rol}",
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {rol}",  # what an older version gave and this one does not
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {rol}",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {rol}",
        f"REVOKE INSERT, UPDATE, DELETE ON {', '.join(ALLEEN_LEZEN)} FROM {{rol}}",
        f"REVOKE UPDATE, DELETE ON {', '.join(ALLEEN_ERBIJ)} FROM {{rol}}",
    )
