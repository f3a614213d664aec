"""Plans that came along from a previous school, and wait until somebody decides on them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Plans of previous schools."""

    dependencies = (
        ("leerlingen", "0009_uitgeschreven_naar"),
        ("organisaties", "0003_vakantieregio"),
        ("plannen", "0008_wijzers_en_gewone_woorden"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.CreateModel(
            name="Planvoorstel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[("plan", "plan"), ("opp", "ontwikkelingsperspectief")],
                        max_length=8,
                        verbose_name="soort",
                    ),
                ),
                ("van_school", models.CharField(max_length=160, verbose_name="van school")),
                ("inhoud", models.JSONField(verbose_name="inhoud")),
                ("vingerafdruk", models.CharField(max_length=64, verbose_name="vingerafdruk")),
                (
                    "stand",
                    models.CharField(
                        choices=[("wacht", "wacht"), ("overgenomen", "overgenomen"), ("niet", "niet overgenomen")],
                        default="wacht",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("gekomen_op", models.DateTimeField(verbose_name="gekomen op")),
                ("beslist_op", models.DateTimeField(blank=True, null=True, verbose_name="beslist op")),
                (
                    "beslist_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "leerling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="leerlingen.leerling"
                    ),
                ),
            ],
            options={
                "verbose_name": "plan van een vorige school",
                "verbose_name_plural": "plannen van vorige scholen",
                "ordering": ("gekomen_op", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("bestuur", "leerling", "vingerafdruk"), name="planvoorstel_een")
                ],
            },
        ),
    )
