"""Each parent has a part of their own on the sheet; what stood there before stays as the view of all of them."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from passend.organisaties.queries import in_bestuur


def add_kijk_per_ouder(apps: Any, _editor: object) -> None:
    """A part for each parent at a meeting that is still open, board by board: on PostgreSQL no other rows exist."""
    delen, deelnemers = (apps.get_model("overleggen", naam) for naam in ("Overlegdeel", "Overlegdeelnemer"))
    for bestuur in apps.get_model("organisaties", "Bestuur").objects.values_list("pk", flat=True):
        with in_bestuur(bestuur):
            ouders = deelnemers.objects.filter(
                bestuur=bestuur, ouder__isnull=False, overleg__bestuur=bestuur, overleg__soort="mdo"
            )
            delen.objects.bulk_create(
                delen(
                    bestuur_id=bestuur,
                    overleg_id=een.overleg_id,
                    leerling_id=een.overleg.leerling_id,
                    soort="ouders",
                    ouder_id=een.ouder_id,
                )
                for een in ouders.exclude(overleg__stand__in=("gesloten", "afgezegd")).select_related("overleg")
            )


class Migration(migrations.Migration):
    """The parent of a part, and the parts of the meetings that are open."""

    dependencies = (
        ("leerlingen", "0009_uitgeschreven_naar"),
        ("organisaties", "0003_vakantieregio"),
        ("overleggen", "0002_aanwezigheid"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.RemoveConstraint(model_name="overlegdeel", name="overlegdeel_een"),
        migrations.AddField(
            model_name="overlegdeel",
            name="ouder",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="leerlingen.ouderrelatie",
            ),
        ),
        migrations.AddConstraint(
            model_name="overlegdeel",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ouder__isnull", True)),
                fields=("bestuur", "overleg", "soort", "leerling"),
                name="overlegdeel_een",
            ),
        ),
        migrations.AddConstraint(
            model_name="overlegdeel",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ouder__isnull", False)),
                fields=("bestuur", "overleg", "soort", "ouder"),
                name="overlegdeel_een_per_ouder",
            ),
        ),
        migrations.RunPython(add_kijk_per_ouder, migrations.RunPython.noop),
    )
