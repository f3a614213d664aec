"""The database itself refuses to change a version of a development perspective plan that was set."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    "CREATE TRIGGER oppversie_onveranderlijk BEFORE UPDATE ON plannen_oppversie WHEN OLD.vastgesteld_op IS NOT NULL "
    "BEGIN SELECT RAISE(ABORT, 'een vastgesteld plan is onveranderlijk'); END"
)
POSTGRESQL = (
    (
        "CREATE FUNCTION oppversie_onveranderlijk() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'een vastgesteld plan is onveranderlijk'; END $$"
    ),
    (
        "CREATE TRIGGER oppversie_onveranderlijk BEFORE UPDATE ON plannen_oppversie "
        "FOR EACH ROW WHEN (OLD.vastgesteld_op IS NOT NULL) EXECUTE FUNCTION oppversie_onveranderlijk()"
    ),
)


def add_trigger(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the trigger of this database engine; destroying is not changing, and stays possible."""
    for opdracht in (SQLITE,) if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(opdracht)


def remove_trigger(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take it away."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER oppversie_onveranderlijk")
    else:
        schema_editor.execute("DROP TRIGGER oppversie_onveranderlijk ON plannen_oppversie")
        schema_editor.execute("DROP FUNCTION oppversie_onveranderlijk()")


class Migration(migrations.Migration):
    """A set version is immutable."""

    dependencies = (("plannen", "0003_opp_ouders"),)

    operations = (migrations.RunPython(add_trigger, remove_trigger),)
