"""Somebody can say that an element is still right; an earlier version tells whether it was taken away."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Confirmed elements, and versions that were taken away."""

    dependencies = (("profielen", "0005_doel_verwijderd"),)

    operations = (
        migrations.AddField(
            model_name="onderdeel",
            name="bevestigd_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="bevestigd op"),
        ),
        migrations.AddField(
            model_name="onderdeelversie",
            name="is_verwijderd",
            field=models.BooleanField(default=False, verbose_name="verwijderd"),
        ),
    )
