"""A pupil is found by the words of their name, by an index; those who were there are found as before."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from passend.organisaties.queries import in_bestuur
from passend.regels.zoeken import zoekwoorden


def fill_zoekwoorden(apps: Any, _editor: object) -> None:
    """The words of the names of all pupils, board by board: on PostgreSQL no other rows exist."""
    leerlingen, woorden = (apps.get_model("leerlingen", naam) for naam in ("Leerling", "Zoekwoord"))
    for bestuur in apps.get_model("organisaties", "Bestuur").objects.values_list("pk", flat=True):
        with in_bestuur(bestuur):
            woorden.objects.bulk_create(
                woorden(bestuur_id=bestuur, leerling=leerling, vestiging_id=leerling.vestiging_id, woord=woord)
                for leerling in leerlingen.objects.filter(bestuur=bestuur)
                for woord in zoekwoorden(f"{leerling.voornaam} {leerling.achternaam}")
            )


class Migration(migrations.Migration):
    """The table, its indexes, and what is in it."""

    dependencies = (("leerlingen", "0002_bewaarkeuze"), ("organisaties", "0002_groep"))

    operations = (
        migrations.RemoveIndex(model_name="leerling", name="leerling_van_vestiging"),
        migrations.AddIndex(
            model_name="leerling",
            index=models.Index(
                fields=["bestuur", "vestiging", "achternaam", "voornaam", "id"], name="leerling_op_naam"
            ),
        ),
        migrations.CreateModel(
            name="Zoekwoord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("woord", models.CharField(max_length=120, verbose_name="woord")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "leerling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="leerlingen.leerling"
                    ),
                ),
                (
                    "vestiging",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.vestiging"
                    ),
                ),
            ],
            options={
                "verbose_name": "zoekwoord",
                "verbose_name_plural": "zoekwoorden",
                "indexes": [models.Index(fields=["bestuur", "vestiging", "woord"], name="zoekwoord_van_vestiging")],
                "constraints": [
                    models.UniqueConstraint(fields=("bestuur", "leerling", "woord"), name="zoekwoord_uniek")
                ],
            },
        ),
        migrations.RunPython(fill_zoekwoorden, migrations.RunPython.noop),
    )
