"""Papers and translations come with a case, and the database keeps what happened until it is destroyed."""

from collections.abc import Iterator

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

VAST = ("aanmeldgebeurtenis", "brief", "groepsruimte", "verwijdering", "verwijdergebeurtenis")
"""Never changed at all."""
SCHORSING = (
    *("id", "bestuur_id", "leerling_id", "geldig_van", "geldig_tot_en_met"),
    *("reden", "brief", "vertaling", "besloten_op", "besloten_door_id"),
)
"""Of a suspension: what stays; the report to the Inspectie is filled in once."""
SCAN = ("id", "bestuur_id", "aanmelding_id", "extensie", "toegevoegd_op", "toegevoegd_door_id")
"""Of a paper: what it is locked with changes when keys do."""
BLIJFT = (*VAST, "aanmelding", "aanmeldscan", "schorsing")
"""Deleted only while it is destroyed."""
ZIN = "wat bij de toelating gebeurde staat vast"


def _anders(teken: str) -> dict[str, str]:
    """When a change of a suspension is more than the report to the Inspectie, or one of a paper more than its lock."""
    schorsing, scan = (
        " OR ".join(f"OLD.{kolom} {teken} NEW.{kolom}" for kolom in kolommen) for kolommen in (SCHORSING, SCAN)
    )
    return {"schorsing": f"OLD.inspectie_gemeld_op IS NOT NULL OR {schorsing}", "aanmeldscan": scan}


def sqlite() -> Iterator[str]:
    """One trigger for each table and each way to touch it."""
    weiger = f"BEGIN SELECT RAISE(ABORT, '{ZIN}'); END"
    for tabel in VAST:
        yield f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE ON toelating_{tabel} {weiger}"
    for tabel, als in _anders("IS NOT").items():
        yield f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE ON toelating_{tabel} WHEN {als} {weiger}"
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
    for tabel, als in _anders("IS DISTINCT FROM").items():
        yield f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE ON toelating_{tabel} FOR EACH ROW WHEN ({als}) {doe}"
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
    namen = [(tabel, f"{tabel}_vast") for tabel in (*VAST, "schorsing", "aanmeldscan")]
    for tabel, naam in [*namen, *((tabel, f"{tabel}_blijft") for tabel in BLIJFT)]:
        schema_editor.execute(f"DROP TRIGGER {naam}" + ("" if is_sqlite else f" ON toelating_{tabel}"))
    if not is_sqlite:
        schema_editor.execute("DROP FUNCTION toelating_staat_vast()")


class Migration(migrations.Migration):
    """What stays as it was written."""

    dependencies = (
        ("organisaties", "0003_vakantieregio"),
        ("toelating", "0002_bezwaaradres"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.AddField(
            model_name="aanmelding",
            name="oudertaal",
            field=models.CharField(
                choices=[("nl", "Nederlands"), ("en", "Nederlands, met een Engelse vertaling")],
                default="nl",
                max_length=2,
                verbose_name="taal van de ouders",
            ),
        ),
        migrations.AddField(
            model_name="brief",
            name="vertaling",
            field=models.TextField(blank=True, verbose_name="vertaling"),
        ),
        migrations.AddField(
            model_name="schorsing",
            name="vertaling",
            field=models.TextField(blank=True, verbose_name="vertaling"),
        ),
        migrations.AddField(
            model_name="verwijdergebeurtenis",
            name="vertaling",
            field=models.TextField(blank=True, verbose_name="vertaling"),
        ),
        migrations.CreateModel(
            name="Aanmeldscan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("extensie", models.CharField(max_length=4, verbose_name="extensie")),
                ("geheim", models.BinaryField(verbose_name="geheim")),
                ("toegevoegd_op", models.DateTimeField(verbose_name="toegevoegd op")),
                (
                    "aanmelding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scans", to="toelating.aanmelding"
                    ),
                ),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "toegevoegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "scan van een aanmelding",
                "verbose_name_plural": "scans van aanmeldingen",
                "ordering": ("toegevoegd_op", "pk"),
                "indexes": [models.Index(fields=["bestuur", "aanmelding"], name="aanmeldscan_van_aanmelding")],
            },
        ),
        migrations.AddField(
            model_name="toelatingsbeleid",
            name="is_sbo",
            field=models.BooleanField(default=False, verbose_name="school voor speciaal basisonderwijs"),
        ),
        migrations.AlterField(
            model_name="aanmeldgebeurtenis",
            name="soort",
            field=models.CharField(
                choices=[
                    ("ontvangst_gemeld", "ontvangst gemeld aan de ouders"),
                    ("aanvulling_gevraagd", "aanvulling gevraagd"),
                    ("aangevuld", "aangevuld"),
                    ("school_gesproken", "gesproken met de school van het kind"),
                    ("onderzoek", "gekeken wat het kind nodig heeft"),
                    ("verlengd", "termijn verlengd"),
                    ("leerkracht_gehoord", "leerkracht gehoord"),
                    ("ouders_gehoord", "ouders gehoord"),
                    ("school_gevraagd", "andere school gevraagd"),
                    ("school_bereid", "andere school bereid"),
                    ("school_niet_bereid", "andere school niet bereid"),
                    ("bereidheid_ingetrokken", "bereidheid ingetrokken"),
                    ("school_vol", "groep vol, volgens het beleid"),
                    ("grondslag_geweigerd", "ouders respecteren de grondslag niet"),
                    ("opgeschaald", "samenwerkingsverband om hulp gevraagd"),
                    ("besluit", "besluit"),
                    ("tijdelijk_geplaatst", "tijdelijk geplaatst"),
                    ("bezwaar", "bezwaar van de ouders"),
                    ("bezwaar_beslist", "besluit op het bezwaar"),
                    ("gpo_gevraagd", "geschillencommissie gevraagd"),
                    ("gpo_oordeel", "oordeel van de geschillencommissie"),
                    ("gpo_reactie", "reactie van het bestuur op het oordeel"),
                    ("gemeente_gemeld", "gemeld aan de gemeente"),
                    ("elders_ingeschreven", "ingeschreven op een andere school"),
                    ("ingetrokken", "ingetrokken door de ouders"),
                    ("tlv_gegeven", "toelaatbaarheidsverklaring gezien"),
                    ("zonder_nummer", "het kind heeft nog geen burgerservicenummer"),
                    ("nummer_gemeld", "gemeld dat er geen nummer is"),
                    ("vervallen", "telt niet meer mee"),
                ],
                max_length=24,
                verbose_name="soort",
            ),
        ),
        migrations.AlterField(
            model_name="brief",
            name="soort",
            field=models.CharField(
                choices=[
                    ("ontvangst", "bericht van ontvangst"),
                    ("aanvulling", "vraag om aanvulling"),
                    ("verlenging", "verlenging"),
                    ("toegelaten", "besluit: toegelaten"),
                    ("geweigerd", "besluit: geweigerd"),
                    ("niet_behandeld", "besluit: niet behandeld"),
                    ("tijdelijk", "tijdelijke plaatsing"),
                    ("schorsing", "schorsing"),
                    ("verwijdering", "verwijdering"),
                    ("bezwaar", "besluit op het bezwaar"),
                ],
                max_length=16,
                verbose_name="soort",
            ),
        ),
        migrations.AlterField(
            model_name="verwijdergebeurtenis",
            name="soort",
            field=models.CharField(
                choices=[
                    ("ontvangst_gemeld", "ontvangst gemeld aan de ouders"),
                    ("aanvulling_gevraagd", "aanvulling gevraagd"),
                    ("aangevuld", "aangevuld"),
                    ("school_gesproken", "gesproken met de school van het kind"),
                    ("onderzoek", "gekeken wat het kind nodig heeft"),
                    ("verlengd", "termijn verlengd"),
                    ("leerkracht_gehoord", "leerkracht gehoord"),
                    ("ouders_gehoord", "ouders gehoord"),
                    ("school_gevraagd", "andere school gevraagd"),
                    ("school_bereid", "andere school bereid"),
                    ("school_niet_bereid", "andere school niet bereid"),
                    ("bereidheid_ingetrokken", "bereidheid ingetrokken"),
                    ("school_vol", "groep vol, volgens het beleid"),
                    ("grondslag_geweigerd", "ouders respecteren de grondslag niet"),
                    ("opgeschaald", "samenwerkingsverband om hulp gevraagd"),
                    ("besluit", "besluit"),
                    ("tijdelijk_geplaatst", "tijdelijk geplaatst"),
                    ("bezwaar", "bezwaar van de ouders"),
                    ("bezwaar_beslist", "besluit op het bezwaar"),
                    ("gpo_gevraagd", "geschillencommissie gevraagd"),
                    ("gpo_oordeel", "oordeel van de geschillencommissie"),
                    ("gpo_reactie", "reactie van het bestuur op het oordeel"),
                    ("gemeente_gemeld", "gemeld aan de gemeente"),
                    ("elders_ingeschreven", "ingeschreven op een andere school"),
                    ("ingetrokken", "ingetrokken door de ouders"),
                    ("tlv_gegeven", "toelaatbaarheidsverklaring gezien"),
                    ("zonder_nummer", "het kind heeft nog geen burgerservicenummer"),
                    ("nummer_gemeld", "gemeld dat er geen nummer is"),
                    ("vervallen", "telt niet meer mee"),
                ],
                max_length=24,
                verbose_name="soort",
            ),
        ),
        migrations.RunPython(add_triggers, remove_triggers),
    )
