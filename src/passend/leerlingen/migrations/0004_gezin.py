"""The school can take back a question; paper says on which day it was signed; a pupil whose file went says when."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Columns about permissions, and about a file that was destroyed."""

    dependencies = (
        ("leerlingen", "0003_zoekwoord"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.AddField(
            model_name="leerling",
            name="vernietigd_op",
            field=models.DateField(blank=True, null=True, verbose_name="dossier vernietigd op"),
        ),
        migrations.AddField(
            model_name="toestemming",
            name="ingetrokken_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="toestemming",
            name="ingetrokken_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="toestemmingsbesluit",
            name="getekend_op",
            field=models.DateField(blank=True, null=True, verbose_name="getekend op"),
        ),
    )
