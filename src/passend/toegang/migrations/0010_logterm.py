"""A log has a begin: lines before it were destroyed when their term was over, and the database lets only those go."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from passend.regels.logketen import BEGIN

WIE = {"logregel": "bestuur_id = OLD.bestuur_id", "installatieregel": "bestuur_id IS NULL"}
"""How a line of each table finds the begin of its log."""


def _sqlite(tabel: str, grens: str) -> tuple[str, ...]:
    return (
        f"DROP TRIGGER {tabel}_geen_delete",
        (
            f"CREATE TRIGGER {tabel}_geen_delete BEFORE DELETE ON toegang_{tabel}{grens} "
            "BEGIN SELECT RAISE(ABORT, 'een regel van het logboek is onveranderlijk'); END"
        ),
    )


def _grens(tabel: str) -> str:
    return f"OLD.volgnummer > COALESCE((SELECT vernietigd FROM toegang_logketen WHERE {WIE[tabel]}), 0)"  # noqa: S608 -- constants of this file


def _postgresql(tabel: str) -> tuple[str, ...]:
    return (
        f"DROP TRIGGER {tabel}_onveranderlijk ON toegang_{tabel}",
        (
            f"CREATE TRIGGER {tabel}_onveranderlijk BEFORE UPDATE ON toegang_{tabel} "
            "FOR EACH ROW EXECUTE FUNCTION logregel_onveranderlijk()"
        ),
        (
            f"CREATE FUNCTION {tabel}_blijft() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {_grens(tabel)} THEN "
            "RAISE EXCEPTION 'een regel van het logboek is onveranderlijk'; END IF; RETURN OLD; END $$"
        ),
        (
            f"CREATE TRIGGER {tabel}_blijft BEFORE DELETE ON toegang_{tabel} "
            f"FOR EACH ROW EXECUTE FUNCTION {tabel}_blijft()"
        ),
    )


def _postgresql_terug(tabel: str) -> tuple[str, ...]:
    return (
        f"DROP TRIGGER {tabel}_blijft ON toegang_{tabel}",
        f"DROP FUNCTION {tabel}_blijft()",
        f"DROP TRIGGER {tabel}_onveranderlijk ON toegang_{tabel}",
        (
            f"CREATE TRIGGER {tabel}_onveranderlijk BEFORE UPDATE OR DELETE ON toegang_{tabel} "
            "FOR EACH ROW EXECUTE FUNCTION logregel_onveranderlijk()"
        ),
    )


def let_go(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let lines before the begin of their log go, and no other."""
    for tabel in WIE:
        is_sqlite = schema_editor.connection.vendor == "sqlite"
        for opdracht in _sqlite(tabel, f" WHEN {_grens(tabel)}") if is_sqlite else _postgresql(tabel):
            schema_editor.execute(opdracht)


def hold(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let no line go, as before."""
    for tabel in WIE:
        is_sqlite = schema_editor.connection.vendor == "sqlite"
        for opdracht in _sqlite(tabel, "") if is_sqlite else _postgresql_terug(tabel):
            schema_editor.execute(opdracht)


class Migration(migrations.Migration):
    """Lines of the log have a term."""

    dependencies = (("toegang", "0009_uitnodiging_bij"),)

    operations = (
        migrations.AddField(
            "logketen",
            "vernietigd",
            models.PositiveBigIntegerField(default=0, verbose_name="vernietigd tot en met regel"),
        ),
        migrations.AddField(
            "logketen",
            "zegel_vernietigd",
            models.CharField(default=BEGIN, max_length=64, verbose_name="zegel van de laatste vernietigde regel"),
        ),
        migrations.RunPython(let_go, hold),
    )
