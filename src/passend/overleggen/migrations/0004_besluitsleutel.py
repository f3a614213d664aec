"""A decision carries the name that the screen it was made on gave it, so that it is there once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The key of a decision, once in a meeting; what was decided before has none."""

    dependencies = (
        ("organisaties", "0003_vakantieregio"),
        ("overleggen", "0003_kijk_per_ouder"),
    )

    operations = (
        migrations.AddField(
            model_name="besluit",
            name="sleutel",
            field=models.UUIDField(blank=True, editable=False, null=True, verbose_name="sleutel"),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.UniqueConstraint(
                fields=("bestuur", "overleg", "sleutel"), name="besluit_een_per_sleutel"
            ),
        ),
    )
