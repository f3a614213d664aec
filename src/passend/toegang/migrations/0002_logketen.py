"""The log becomes a chain per board in which each line seals the one before; the database refuses to change a line."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from passend.regels.logketen import BEGIN, Regelfeiten, zegel_van

SQLITE = tuple(
    f"CREATE TRIGGER logregel_geen_{handeling.lower()} BEFORE {handeling} ON toegang_logregel "
    "BEGIN SELECT RAISE(ABORT, 'een regel van het logboek is onveranderlijk'); END"
    for handeling in ("UPDATE", "DELETE")
)
POSTGRESQL = (
    (
        "CREATE FUNCTION logregel_onveranderlijk() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'een regel van het logboek is onveranderlijk'; END $$"
    ),
    (
        "CREATE TRIGGER logregel_onveranderlijk BEFORE UPDATE OR DELETE ON toegang_logregel "
        "FOR EACH ROW EXECUTE FUNCTION logregel_onveranderlijk()"
    ),
)


def seal(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Seal the lines of before, in the order in which they were written, as one log that belongs to no board."""
    nummer, zegel = 0, BEGIN
    for regel in apps.get_model("toegang", "Logregel").objects.order_by("pk"):
        nummer += 1
        feiten = Regelfeiten(
            bestuur=None,
            volgnummer=nummer,
            op=regel.op,
            account=regel.account_id,
            soort="wijzigen",
            handeling=regel.handeling,
            onderwerp=regel.onderwerp,
            reden=regel.reden,
        )
        regel.soort, regel.volgnummer, regel.zegel_vooraf = "wijzigen", nummer, zegel
        regel.zegel = zegel = zegel_van(feiten, zegel)
        regel.save(update_fields=["soort", "volgnummer", "zegel_vooraf", "zegel"])
    if nummer:
        apps.get_model("toegang", "Logketen").objects.create(bestuur=None, volgnummer=nummer, zegel=zegel)


def add_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers of this database engine."""
    for opdracht in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(opdracht)


def remove_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER logregel_geen_update")
        schema_editor.execute("DROP TRIGGER logregel_geen_delete")
    else:
        schema_editor.execute("DROP TRIGGER logregel_onveranderlijk ON toegang_logregel")
        schema_editor.execute("DROP FUNCTION logregel_onveranderlijk()")


SOORTEN = [
    ("lezen", "lezen"),
    ("zoeken", "zoeken"),
    ("uitvoer", "uitvoer"),
    ("wijzigen", "wijzigen"),
    ("geweigerd", "geweigerd"),
]


class Migration(migrations.Migration):
    """A log that shows when it was touched."""

    dependencies = (("organisaties", "0001_organisaties"), ("toegang", "0001_accounts"))

    operations = (
        migrations.CreateModel(
            name="Logketen",
            fields=(
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("volgnummer", models.PositiveBigIntegerField(default=0, verbose_name="volgnummer")),
                ("zegel", models.CharField(default=BEGIN, max_length=64, verbose_name="zegel")),
                (
                    "bestuur",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.bestuur",
                    ),
                ),
            ),
            options={
                "verbose_name": "logketen",
                "verbose_name_plural": "logketens",
                "constraints": (
                    models.UniqueConstraint(
                        models.Value(1),
                        condition=models.Q(("bestuur__isnull", True)),
                        name="logketen_een_zonder_bestuur",
                    ),
                ),
            },
        ),
        migrations.AddField(
            "logregel",
            "bestuur",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisaties.bestuur",
            ),
        ),
        migrations.AddField("logregel", "volgnummer", models.PositiveBigIntegerField(null=True)),
        migrations.AddField("logregel", "soort", models.CharField(max_length=12, null=True)),
        migrations.AddField("logregel", "zegel_vooraf", models.CharField(max_length=64, null=True)),
        migrations.AddField("logregel", "zegel", models.CharField(max_length=64, null=True)),
        migrations.RunPython(seal, migrations.RunPython.noop),
        migrations.AlterField("logregel", "volgnummer", models.PositiveBigIntegerField(verbose_name="volgnummer")),
        migrations.AlterField(
            "logregel", "soort", models.CharField(choices=SOORTEN, max_length=12, verbose_name="soort")
        ),
        migrations.AlterField("logregel", "zegel_vooraf", models.CharField(max_length=64, verbose_name="zegel vooraf")),
        migrations.AlterField("logregel", "zegel", models.CharField(max_length=64, unique=True, verbose_name="zegel")),
        migrations.AddConstraint(
            "logregel", models.UniqueConstraint(fields=("bestuur", "volgnummer"), name="logregel_volgnummer")
        ),
        migrations.AddConstraint(
            "logregel",
            models.UniqueConstraint(
                condition=models.Q(("bestuur__isnull", True)),
                fields=("volgnummer",),
                name="logregel_volgnummer_los",
            ),
        ),
        migrations.RunPython(add_triggers, remove_triggers),
    )
