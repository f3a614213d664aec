"""Clusters that point at the profile and at needs, and what parents read first of a plan."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One table and four columns."""

    dependencies = [
        ("organisaties", "0003_vakantieregio"),
        ("plannen", "0007_opp_opnieuw"),
    ]

    operations = [
        migrations.AddField(
            model_name="groepsplancluster",
            name="belofte",
            field=models.CharField(blank=True, max_length=400, verbose_name="belofte"),
        ),
        migrations.AddField(
            model_name="groepsplancluster",
            name="onderdeel",
            field=models.CharField(blank=True, max_length=400, verbose_name="onderdeel"),
        ),
        migrations.AddField(
            model_name="plan",
            name="gewone_woorden",
            field=models.TextField(blank=True, verbose_name="in gewone woorden"),
        ),
        migrations.AddField(
            model_name="plan",
            name="gewone_woorden_engels",
            field=models.TextField(blank=True, verbose_name="in gewone woorden, in het Engels"),
        ),
        migrations.CreateModel(
            name="Clusterbehoefte",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "groepsplancluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="behoeften",
                        to="plannen.groepsplancluster",
                    ),
                ),
                (
                    "kenmerk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plannen.leerlingkenmerk"
                    ),
                ),
            ],
            options={
                "verbose_name": "behoefte bij een cluster",
                "verbose_name_plural": "behoeften bij clusters",
                "indexes": [models.Index(fields=["bestuur", "kenmerk"], name="clusterbehoefte_kenmerk")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bestuur", "groepsplancluster", "kenmerk"), name="clusterbehoefte_uniek"
                    )
                ],
            },
        ),
    ]
