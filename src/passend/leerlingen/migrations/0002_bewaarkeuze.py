"""A board can choose a term where no law has one; a list of what is destroyed says how it ended, and what stayed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KLASSEN = (
    *("in_gebruik", "account", "logboek", "inschrijving", "bekostiging", "overstapdossier", "begeleiding"),
    *("begeleiding_verwezen", "samenwerkingsverband", "niet_toegelaten"),
)


class Migration(migrations.Migration):
    """The choice of a board, and the end of a list."""

    dependencies = (
        ("leerlingen", "0001_leerlingen"),
        ("organisaties", "0002_groep"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.AddField(
            model_name="vernietigingslijst",
            name="afgehandeld_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="vernietigingslijst",
            name="afloop",
            field=models.CharField(
                blank=True,
                choices=[("akkoord", "akkoord"), ("afgewezen", "afgewezen")],
                max_length=10,
                verbose_name="afloop",
            ),
        ),
        migrations.AddField(
            model_name="vernietigingslijst",
            name="overgeslagen",
            field=models.JSONField(blank=True, default=dict, verbose_name="overgeslagen"),
        ),
        migrations.CreateModel(
            name="Bewaarkeuze",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "klasse",
                    models.CharField(choices=[(code, code) for code in KLASSEN], max_length=24, verbose_name="klasse"),
                ),
                ("maanden", models.PositiveSmallIntegerField(verbose_name="maanden")),
                ("waarom", models.CharField(max_length=300, verbose_name="waarom")),
                ("op", models.DateTimeField(verbose_name="op")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "bewaarkeuze",
                "verbose_name_plural": "bewaarkeuzes",
                "constraints": [models.UniqueConstraint(fields=("bestuur", "klasse"), name="bewaarkeuze_een")],
            },
        ),
    )
