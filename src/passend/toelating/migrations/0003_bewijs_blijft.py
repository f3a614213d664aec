"""The database itself keeps what happened as it was written down, and lets go of it only while it is destroyed."""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

VAST = ("aanmeldgebeurtenis", "brief", "groepsruimte", "verwijdering", "verwijdergebeurtenis")
"""Never changed at all."""
EENMAAL = ("inspectie_gemeld_op", "inspectie_bewijs")
"""Of a suspension: filled in once, when the Inspectie was told."""
SCHORSING = (
    *("id", "bestuur_id", "leerling_id", "geldig_van", "geldig_tot_en_met"),
    *("reden", "brief", "besloten_op", "besloten_door_id"),
)
BLIJFT = (*VAST, "aanmelding", "schorsing")
"""Deleted only while it is destroyed."""
ZIN = "wat bij de toelating gebeurde staat vast"


def _anders(teken: str) -> str:
    """When a change of a suspension is more than the report to the Inspectie."""
    kolommen = " OR ".join(f"OLD.{kolom} {teken} NEW.{kolom}" for kolom in SCHORSING)
    return f"OLD.inspectie_gemeld_op IS NOT NULL OR {kolommen}"


def sqlite() -> Iterator[str]:
    """One trigger for each table and each way to touch it."""
    weiger = f"BEGIN SELECT RAISE(ABORT, '{ZIN}'); END"
    for tabel in VAST:
        yield f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE ON toelating_{tabel} {weiger}"
    yield f"CREATE TRIGGER schorsing_vast BEFORE UPDATE ON toelating_schorsing WHEN {_anders('IS NOT')} {weiger}"
    for tabel in BLIJFT:
        yield f"CREATE TRIGGER {tabel}_blijft BEFORE DELETE ON toelating_{tabel} WHEN NOT passend_vernietigt() {weiger}"


def postgresql() -> Iterator[str]:
    """The same, by one function; `in_vernietiging` sets what it asks."""
    yield (
        "CREATE FUNCTION toelating_staat_vast() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{ZIN}'; END $$"
    )
    doe = "EXECUTE FUNCTION toelating_staat_vast()"
    for tabel in VAST:
        yield f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE ON toelating_{tabel} FOR EACH ROW {doe}"
    yield (
        "CREATE TRIGGER schorsing_vast BEFORE UPDATE ON toelating_schorsing FOR EACH ROW "
        f"WHEN ({_anders('IS DISTINCT FROM')}) {doe}"
    )
    for tabel in BLIJFT:
        yield (
            f"CREATE TRIGGER {tabel}_blijft BEFORE DELETE ON toelating_{tabel} FOR EACH ROW "
            f"WHEN (current_setting('passend.vernietiging', true) IS DISTINCT FROM 'ja') {doe}"
        )


def add_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers of this database engine."""
    for opdracht in sqlite() if schema_editor.connection.vendor == "sqlite" else postgresql():
        schema_editor.execute(opdracht)


def remove_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them away."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    namen = [(tabel, f"{tabel}_vast") for tabel in (*VAST, "schorsing")]
    for tabel, naam in [*namen, *((tabel, f"{tabel}_blijft") for tabel in BLIJFT)]:
        schema_editor.execute(f"DROP TRIGGER {naam}" + ("" if is_sqlite else f" ON toelating_{tabel}"))
    if not is_sqlite:
        schema_editor.execute("DROP FUNCTION toelating_staat_vast()")


class Migration(migrations.Migration):
    """What stays as it was written."""

    dependencies = (("toelating", "0002_bezwaaradres"),)

    operations = (migrations.RunPython(add_triggers, remove_triggers),)
