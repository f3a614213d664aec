"""That parents were told of a report is noted of each parent by itself; what was noted of all goes to each of them."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from passend.leerlingen.actions.kluis import kluis
from passend.organisaties.queries import in_bestuur


def copy_berichten(apps: Any, _editor: object) -> None:
    """One row for each parent who had authority on the day of the talk, board by board."""
    rapporten, berichten = (apps.get_model("overstap", naam) for naam in ("Onderwijskundigrapport", "Rapportbericht"))
    ouders = apps.get_model("leerlingen", "Ouderrelatie")
    for bestuur in apps.get_model("organisaties", "Bestuur").objects.values_list("pk", flat=True):
        with in_bestuur(bestuur):
            for rapport in rapporten.objects.filter(bestuur=bestuur, ouders_geinformeerd_op__isnull=False):
                dag = rapport.ouders_geinformeerd_op
                geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=dag)
                gezag = ouders.objects.filter(
                    geldig, bestuur=bestuur, leerling=rapport.leerling_id, heeft_gezag=True, geldig_van__lte=dag
                )
                berichten.objects.bulk_create(
                    berichten(
                        bestuur_id=bestuur,
                        rapport=rapport,
                        ouder=ouder,
                        geinformeerd_op=dag,
                        kanaal=rapport.kanaal,
                        kopie_op=rapport.kopie_op or dag,
                        akkoord=rapport.akkoord or "Onbekend",
                        opmerking=rapport.ouderopmerking,
                        geheim=kluis().encrypt(b""),
                        vastgelegd_op=rapport.vastgesteld_op or rapport.begonnen_op,
                        door_id=rapport.vastgesteld_door_id or rapport.begonnen_door_id,
                    )
                    for ouder in gezag
                )


class Migration(migrations.Migration):
    """The table, and its first rows."""

    dependencies = (
        ("leerlingen", "0009_uitgeschreven_naar"),
        ("organisaties", "0003_vakantieregio"),
        ("overstap", "0007_van_wie"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.CreateModel(
            name="Rapportbericht",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("geinformeerd_op", models.DateField(verbose_name="geïnformeerd op")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("gesprek", "in een gesprek"),
                            ("brief", "per brief"),
                            ("email", "per e-mail"),
                            ("passend", "op hun eigen pagina"),
                        ],
                        max_length=10,
                        verbose_name="kanaal",
                    ),
                ),
                ("kopie_op", models.DateField(verbose_name="kopie op")),
                (
                    "akkoord",
                    models.CharField(
                        choices=[
                            ("Ja", "ja, zij zijn het ermee eens"),
                            ("Nee", "nee, zij zijn het er niet mee eens"),
                            ("Onbekend", "zij gaven geen antwoord"),
                        ],
                        max_length=10,
                        verbose_name="akkoord",
                    ),
                ),
                ("opmerking", models.TextField(blank=True, verbose_name="opmerking")),
                ("extensie", models.CharField(blank=True, max_length=4, verbose_name="extensie")),
                ("geheim", models.BinaryField(verbose_name="geheim")),
                ("vastgelegd_op", models.DateTimeField(verbose_name="vastgelegd op")),
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
                (
                    "ouder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="leerlingen.ouderrelatie"
                    ),
                ),
                (
                    "rapport",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="berichten",
                        to="overstap.onderwijskundigrapport",
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht aan een ouder over een rapport",
                "verbose_name_plural": "berichten aan ouders over rapporten",
                "ordering": ("geinformeerd_op", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("bestuur", "rapport", "ouder"), name="rapportbericht_een")
                ],
            },
        ),
        migrations.RunPython(copy_berichten, migrations.RunPython.noop),
    )
