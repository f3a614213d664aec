"""A piece that was about another pupil can be withdrawn; that it was there, and why it went, stays."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """When, by whom and why."""

    dependencies = (
        ("leerlingen", "0005_invoer"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.AddField(
            model_name="dossierstuk",
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
            model_name="dossierstuk",
            name="ingetrokken_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
        ),
        migrations.AddField(
            model_name="dossierstuk",
            name="waarom_ingetrokken",
            field=models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken"),
        ),
    )
