"""Files about pupils that are handed in, what their columns mean, and the key of the administration."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

NAAR_BESTUUR = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "organisaties.bestuur"}
NAAR_VESTIGING = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "organisaties.vestiging"}
NAAR_ACCOUNT = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": settings.AUTH_USER_MODEL}
SOORTEN = [("edexml", "EDEXML"), ("csv", "CSV"), ("xlsx", "XLSX")]
STANDEN = [("concept", "nog niet uitgevoerd"), ("uitgevoerd", "uitgevoerd"), ("vervallen", "vervallen")]
SLEUTEL = {"auto_created": True, "primary_key": True, "serialize": False, "verbose_name": "ID"}


class Migration(migrations.Migration):
    dependencies = [
        ("leerlingen", "0004_gezin"),
        ("organisaties", "0002_groep"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Invoer",
            fields=[
                ("id", models.BigAutoField(**SLEUTEL)),
                ("soort", models.CharField(choices=SOORTEN, max_length=10, verbose_name="soort")),
                ("bestandsnaam", models.CharField(blank=True, max_length=200, verbose_name="bestandsnaam")),
                (
                    "stand",
                    models.CharField(choices=STANDEN, default="concept", max_length=10, verbose_name="stand"),
                ),
                ("koppeling", models.JSONField(blank=True, default=dict, verbose_name="koppeling")),
                ("tabel", models.BinaryField(null=True, verbose_name="tabel")),
                ("opgave", models.BinaryField(null=True, verbose_name="opgave")),
                ("ingelezen_op", models.DateTimeField(verbose_name="ingelezen op")),
                ("afgerond_op", models.DateTimeField(blank=True, null=True, verbose_name="afgerond op")),
                ("aantallen", models.JSONField(blank=True, default=dict, verbose_name="aantallen")),
                ("bestuur", models.ForeignKey(**NAAR_BESTUUR)),
                ("ingelezen_door", models.ForeignKey(**NAAR_ACCOUNT)),
                ("vestiging", models.ForeignKey(**NAAR_VESTIGING)),
            ],
            options={
                "verbose_name": "invoer",
                "verbose_name_plural": "invoeren",
                "ordering": ("-ingelezen_op", "-pk"),
                "indexes": [models.Index(fields=["bestuur", "vestiging", "ingelezen_op"], name="invoer_van_vestiging")],
            },
        ),
        migrations.CreateModel(
            name="Kolomkoppeling",
            fields=[
                ("id", models.BigAutoField(**SLEUTEL)),
                ("koppeling", models.JSONField(verbose_name="koppeling")),
                ("op", models.DateTimeField(verbose_name="op")),
                ("bestuur", models.ForeignKey(**NAAR_BESTUUR)),
                ("door", models.ForeignKey(**NAAR_ACCOUNT)),
                ("vestiging", models.ForeignKey(**NAAR_VESTIGING)),
            ],
            options={
                "verbose_name": "kolomkoppeling",
                "verbose_name_plural": "kolomkoppelingen",
                "constraints": [models.UniqueConstraint(fields=("bestuur", "vestiging"), name="kolomkoppeling_een")],
            },
        ),
        migrations.AddField(
            model_name="leerling",
            name="administratiesleutel",
            field=models.CharField(blank=True, default="", max_length=256, verbose_name="sleutel in de administratie"),
        ),
        migrations.AddConstraint(
            model_name="leerling",
            constraint=models.UniqueConstraint(
                condition=models.Q(("administratiesleutel", ""), _negated=True),
                fields=("bestuur", "vestiging", "administratiesleutel"),
                name="leerling_administratiesleutel",
            ),
        ),
    ]
