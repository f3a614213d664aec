"""What the samenwerkingsverband did about a call for help, and what kind of school a school is.

Of the events only choices change: no table with triggers is made anew.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SOORT = models.CharField(
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
        ("hulp_gegeven", "samenwerkingsverband hielp"),
        ("hulp_klaar", "hulpvraag klaar"),
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
)


def take_kind_over(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A school that said that it is an sbo is one."""
    beleid = apps.get_model("toelating", "Toelatingsbeleid")
    beleid.objects.using(schema_editor.connection.alias).filter(is_sbo=True).update(schoolsoort="sbo")


class Migration(migrations.Migration):
    dependencies = [
        ("toelating", "0005_andere_school"),
    ]

    operations = [
        *(
            migrations.AlterField(model_name=naam, name="soort", field=SOORT.clone())
            for naam in ("aanmeldgebeurtenis", "verwijdergebeurtenis")
        ),
        migrations.AddField(
            model_name="toelatingsbeleid",
            name="schoolsoort",
            field=models.CharField(
                choices=[
                    ("bao", "basisschool"),
                    ("sbo", "speciaal basisonderwijs (sbo)"),
                    ("so", "speciaal onderwijs (so)"),
                ],
                default="bao",
                max_length=10,
                verbose_name="soort school",
            ),
        ),
        migrations.RunPython(take_kind_over, migrations.RunPython.noop),
        migrations.RemoveField(model_name="toelatingsbeleid", name="is_sbo"),
    ]
