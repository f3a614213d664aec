"""One round is open at a time; long rows of a school's own have room for their key."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Rounds and keys."""

    dependencies = (("profielen", "0003_evaluatie_eenmaal"),)

    operations = (
        migrations.AddConstraint(
            model_name="teamronde",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gesloten_op__isnull", True)), fields=("profiel",), name="ronde_een_open"
            ),
        ),
        migrations.AlterField(
            model_name="onderdeel",
            name="sleutel",
            field=models.CharField(max_length=400, verbose_name="sleutel"),
        ),
    )
