"""A suspension can be taken back, letters say to whom they go, and a removal has the day on which it was intended."""

from collections.abc import Iterator

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABELLEN = ("schorsing", "verwijdering", "verwijdergebeurtenis")
SCHORSING = (
    *("id", "bestuur_id", "leerling_id", "geldig_van", "geldig_tot_en_met"),
    *("reden", "brief", "vertaling", "aan", "besloten_op", "besloten_door_id"),
)
"""Of a suspension: what stays."""
EENMAAL = {
    "inspectie_gemeld_op": ("inspectie_bewijs",),
    "ingetrokken_op": ("ingetrokken_door_id", "waarom_ingetrokken", "brief_ingetrokken", "vertaling_ingetrokken"),
}
"""What is filled in once, with what goes along."""
ZIN = "wat bij de toelating gebeurde staat vast"


def _anders(teken: str) -> str:
    """When a change of a suspension is more than its report to the Inspectie, or than taking it back, each once."""
    vast = " OR ".join(f"OLD.{kolom} {teken} NEW.{kolom}" for kolom in SCHORSING)
    eenmaal = " OR ".join(
        f"(OLD.{bij} IS NOT NULL AND ({' OR '.join(f'OLD.{kolom} {teken} NEW.{kolom}' for kolom in (bij, *mee))}))"
        for bij, mee in EENMAAL.items()
    )
    return f"{vast} OR {eenmaal}"


def _wanneer(tabel: str, teken: str) -> str:
    return f"WHEN ({_anders(teken)})" if tabel == "schorsing" else ""


def sqlite() -> Iterator[str]:
    """The triggers of these tables, which a new column took away."""
    weiger = f"BEGIN SELECT RAISE(ABORT, '{ZIN}'); END"
    for tabel in TABELLEN:
        wanneer = _wanneer(tabel, "IS NOT")
        yield f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE ON toelating_{tabel} {wanneer} {weiger}"
        yield f"CREATE TRIGGER {tabel}_blijft BEFORE DELETE ON toelating_{tabel} WHEN NOT passend_vernietigt() {weiger}"


def postgresql() -> Iterator[str]:
    """Only that of a suspension says more than before."""
    wanneer = _wanneer("schorsing", "IS DISTINCT FROM")
    yield (
        "CREATE TRIGGER schorsing_vast BEFORE UPDATE ON toelating_schorsing FOR EACH ROW "
        f"{wanneer} EXECUTE FUNCTION toelating_staat_vast()"
    )


def drop_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take away what stands in the way of a new column."""
    if schema_editor.connection.vendor == "sqlite":
        for tabel in TABELLEN:
            for soort in ("vast", "blijft"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_{soort}")
    else:
        schema_editor.execute("DROP TRIGGER schorsing_vast ON toelating_schorsing")


def add_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put them back, with the new columns in them."""
    for opdracht in sqlite() if schema_editor.connection.vendor == "sqlite" else postgresql():
        schema_editor.execute(opdracht)


class Migration(migrations.Migration):
    """What is added to suspension and removal."""

    dependencies = (
        ("toelating", "0003_bewijs_blijft"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.RunPython(drop_triggers, migrations.RunPython.noop),
        migrations.AddField("schorsing", "aan", models.TextField(blank=True, verbose_name="aan")),
        migrations.AddField(
            "schorsing", "ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")
        ),
        migrations.AddField(
            "schorsing",
            "ingetrokken_door",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            "schorsing", "waarom_ingetrokken", models.TextField(blank=True, verbose_name="waarom ingetrokken")
        ),
        migrations.AddField(
            "schorsing",
            "brief_ingetrokken",
            models.TextField(blank=True, verbose_name="brief over het intrekken"),
        ),
        migrations.AddField(
            "schorsing",
            "vertaling_ingetrokken",
            models.TextField(blank=True, verbose_name="vertaling over het intrekken"),
        ),
        migrations.AddField(
            "verwijdering", "voorgenomen_op", models.DateField(blank=True, null=True, verbose_name="voorgenomen op")
        ),
        migrations.AddField("verwijdergebeurtenis", "aan", models.TextField(blank=True, verbose_name="aan")),
        migrations.AlterField(
            "verwijdergebeurtenis",
            "uitkomst",
            models.CharField(
                blank=True,
                choices=[("gegrond", "gegrond"), ("ongegrond", "ongegrond")],
                max_length=16,
                verbose_name="uitkomst",
            ),
        ),
        migrations.RunPython(add_triggers, migrations.RunPython.noop),
    )
