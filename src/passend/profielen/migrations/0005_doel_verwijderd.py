"""A goal that was taken away can come back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Goals that were taken away."""

    dependencies = (("profielen", "0004_ronde_en_sleutel"),)

    operations = (
        migrations.AddField(
            model_name="doelregel",
            name="is_verwijderd",
            field=models.BooleanField(default=False, verbose_name="verwijderd"),
        ),
    )
