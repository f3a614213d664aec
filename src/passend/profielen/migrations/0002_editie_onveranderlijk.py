"""The database itself refuses to change or delete an edition."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = tuple(
    f"CREATE TRIGGER editie_geen_{handeling.lower()} BEFORE {handeling} ON profielen_editie "
    "BEGIN SELECT RAISE(ABORT, 'een editie is onveranderlijk'); END"
    for handeling in ("UPDATE", "DELETE")
)
POSTGRESQL = (
    (
        "CREATE FUNCTION editie_onveranderlijk() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'een editie is onveranderlijk'; END $$"
    ),
    (
        "CREATE TRIGGER editie_onveranderlijk BEFORE UPDATE OR DELETE ON profielen_editie "
        "FOR EACH ROW EXECUTE FUNCTION editie_onveranderlijk()"
    ),
)


def add_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers of this database engine."""
    for opdracht in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(opdracht)


def remove_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER editie_geen_update")
        schema_editor.execute("DROP TRIGGER editie_geen_delete")
    else:
        schema_editor.execute("DROP TRIGGER editie_onveranderlijk ON profielen_editie")
        schema_editor.execute("DROP FUNCTION editie_onveranderlijk()")


class Migration(migrations.Migration):
    """Editions are immutable."""

    dependencies = (("profielen", "0001_profielen"),)

    operations = (migrations.RunPython(add_triggers, remove_triggers),)
