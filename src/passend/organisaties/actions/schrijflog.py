"""What SQLite keeps beside the database of what was just written, also of what was destroyed."""

from django.db import connection, transaction


def empty_schrijflog() -> None:
    """Once this transaction is over, bring the write-ahead log into the database and cut it to nothing.

    Until then it holds pages as they were before something was destroyed. Somebody who reads at that moment can keep it
    from being cut; it is then cut by the next one that asks: the clearing up of every hour.
    PostgreSQL cleans up by itself (autovacuum).
    """
    if connection.vendor == "sqlite":
        transaction.on_commit(_snijd_af, robust=True)


def _snijd_af() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
