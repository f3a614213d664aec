"""What an answer of another school and a full group say; SQLite makes tables anew, so that triggers must come back."""

from importlib import import_module

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def take_triggers_away(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """As they were made by `0003_bewijs_blijft`."""
    import_module("passend.toelating.migrations.0003_bewijs_blijft").remove_triggers(apps, schema_editor)


def put_triggers_back(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The same, on the new columns too; those of suspension and removal as `0004_schorsing_terug` has them."""
    import_module("passend.toelating.migrations.0003_bewijs_blijft").add_triggers(apps, schema_editor)
    schorsing = import_module("passend.toelating.migrations.0004_schorsing_terug")
    schorsing.drop_triggers(apps, schema_editor)
    schorsing.add_triggers(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("toelating", "0004_schorsing_terug"),
    ]

    operations = [
        migrations.RunPython(take_triggers_away, put_triggers_back),
        migrations.AddField(
            model_name="aanmeldgebeurtenis",
            name="leerjaar",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leerjaar"),
        ),
        migrations.AddField(
            model_name="aanmeldgebeurtenis",
            name="schoolsoort",
            field=models.CharField(
                blank=True,
                choices=[
                    ("bao", "basisschool"),
                    ("sbo", "speciaal basisonderwijs (sbo)"),
                    ("so", "speciaal onderwijs (so)"),
                    ("instelling", "instelling voor slechtziende, dove of taalzwakke kinderen"),
                ],
                max_length=10,
                verbose_name="soort school",
            ),
        ),
        migrations.AddField(
            model_name="aanmeldgebeurtenis",
            name="tlv",
            field=models.CharField(
                blank=True,
                choices=[
                    ("er", "de verklaring is er"),
                    ("gevraagd", "de verklaring is aangevraagd"),
                    ("niet", "er is geen verklaring"),
                ],
                max_length=8,
                verbose_name="toelaatbaarheidsverklaring",
            ),
        ),
        migrations.AddField(
            model_name="toelatingsbeleid",
            name="beleid_sinds",
            field=models.DateField(blank=True, null=True, verbose_name="beleid openbaar sinds"),
        ),
        migrations.AddField(
            model_name="verwijdergebeurtenis",
            name="leerjaar",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leerjaar"),
        ),
        migrations.AddField(
            model_name="verwijdergebeurtenis",
            name="schoolsoort",
            field=models.CharField(
                blank=True,
                choices=[
                    ("bao", "basisschool"),
                    ("sbo", "speciaal basisonderwijs (sbo)"),
                    ("so", "speciaal onderwijs (so)"),
                    ("instelling", "instelling voor slechtziende, dove of taalzwakke kinderen"),
                ],
                max_length=10,
                verbose_name="soort school",
            ),
        ),
        migrations.AddField(
            model_name="verwijdergebeurtenis",
            name="tlv",
            field=models.CharField(
                blank=True,
                choices=[
                    ("er", "de verklaring is er"),
                    ("gevraagd", "de verklaring is aangevraagd"),
                    ("niet", "er is geen verklaring"),
                ],
                max_length=8,
                verbose_name="toelaatbaarheidsverklaring",
            ),
        ),
        migrations.RunPython(put_triggers_back, take_triggers_away),
    ]
