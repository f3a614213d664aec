"""The log of a board stands behind its wall; lines of no board get a table of their own, with the seals they had."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = tuple(
    f"CREATE TRIGGER installatieregel_geen_{handeling.lower()} BEFORE {handeling} ON toegang_installatieregel "
    "BEGIN SELECT RAISE(ABORT, 'een regel van het logboek is onveranderlijk'); END"
    for handeling in ("UPDATE", "DELETE")
)
POSTGRESQL = (
    "CREATE TRIGGER installatieregel_onveranderlijk BEFORE UPDATE OR DELETE ON toegang_installatieregel "
    "FOR EACH ROW EXECUTE FUNCTION logregel_onveranderlijk()"
)
KOLOMMEN = "volgnummer, op, account_id, soort, handeling, onderwerp, reden, zegel_vooraf, zegel"
logketen = import_module("passend.toegang.migrations.0002_logketen")


def add_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let the database refuse to change a line, of whichever log."""
    logketen.add_triggers(apps, schema_editor)
    for opdracht in SQLITE if schema_editor.connection.vendor == "sqlite" else (POSTGRESQL,):
        schema_editor.execute(opdracht)


def remove_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER installatieregel_geen_update")
        schema_editor.execute("DROP TRIGGER installatieregel_geen_delete")
    else:
        schema_editor.execute("DROP TRIGGER installatieregel_onveranderlijk ON toegang_installatieregel")
    logketen.remove_triggers(apps, schema_editor)


def move_out(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Give the lines of no board their own table; numbers and seals stay, so that the chain stays whole."""
    schema_editor.execute(
        f"INSERT INTO toegang_installatieregel ({KOLOMMEN}) SELECT {KOLOMMEN} FROM toegang_logregel "  # noqa: S608 -- constants of this file
        "WHERE bestuur_id IS NULL ORDER BY volgnummer"
    )
    schema_editor.execute("DELETE FROM toegang_logregel WHERE bestuur_id IS NULL")


def move_back(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the lines of no board back among the others, before the wall is gone."""
    schema_editor.execute(
        f"INSERT INTO toegang_logregel ({KOLOMMEN}) SELECT {KOLOMMEN} FROM toegang_installatieregel "  # noqa: S608 -- constants of this file
        "ORDER BY volgnummer"
    )
    schema_editor.execute("DELETE FROM toegang_installatieregel")


def open_muur(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """On the way back: the lines of before the wall are read without a scope."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP POLICY IF EXISTS eigen_bestuur ON toegang_logregel")
        schema_editor.execute("ALTER TABLE toegang_logregel NO FORCE ROW LEVEL SECURITY")
        schema_editor.execute("ALTER TABLE toegang_logregel DISABLE ROW LEVEL SECURITY")


SOORTEN = logketen.SOORTEN


class Migration(migrations.Migration):
    """A log behind the wall."""

    dependencies = (("organisaties", "0003_vakantieregio"), ("toegang", "0006_uitnodiging_ingetrokken"))

    operations = (
        migrations.CreateModel(
            name="Installatieregel",
            fields=(
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("volgnummer", models.PositiveBigIntegerField(verbose_name="volgnummer")),
                ("op", models.DateTimeField(verbose_name="op")),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("soort", models.CharField(choices=SOORTEN, max_length=12, verbose_name="soort")),
                ("handeling", models.CharField(max_length=60, verbose_name="handeling")),
                ("onderwerp", models.CharField(max_length=120, verbose_name="onderwerp")),
                ("reden", models.CharField(max_length=60, verbose_name="reden")),
                ("zegel_vooraf", models.CharField(max_length=64, verbose_name="zegel vooraf")),
                ("zegel", models.CharField(max_length=64, verbose_name="zegel")),
            ),
            options={
                "verbose_name": "installatieregel",
                "verbose_name_plural": "installatieregels",
                "indexes": (models.Index(fields=["onderwerp", "op"], name="installatieregel_onderwerp_op"),),
                "constraints": (
                    models.UniqueConstraint(fields=("volgnummer",), name="installatieregel_volgnummer"),
                    models.UniqueConstraint(fields=("zegel",), name="installatieregel_zegel"),
                ),
            },
        ),
        migrations.RunPython(logketen.remove_triggers, logketen.add_triggers),
        migrations.RunPython(move_out, move_back),
        migrations.RemoveConstraint("logregel", "logregel_volgnummer_los"),
        migrations.RemoveIndex("logregel", "logregel_onderwerp_op"),
        migrations.AlterField(
            "logregel",
            "bestuur",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"),
        ),
        migrations.AlterField("logregel", "zegel", models.CharField(max_length=64, verbose_name="zegel")),
        migrations.AddIndex(
            "logregel", models.Index(fields=["bestuur", "onderwerp", "op"], name="logregel_onderwerp_op")
        ),
        migrations.AddConstraint(
            "logregel", models.UniqueConstraint(fields=("bestuur", "zegel"), name="logregel_zegel")
        ),
        migrations.RunPython(add_triggers, remove_triggers),
        migrations.RunPython(migrations.RunPython.noop, open_muur),
    )
