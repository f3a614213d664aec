"""An account whose term is over is forgotten: the row stays for what points at it, and says nothing of who it was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The day on which it was."""

    dependencies = (("toegang", "0007_logmuur"),)

    operations = (
        migrations.AddField(
            model_name="account",
            name="vergeten_op",
            field=models.DateField(blank=True, null=True, verbose_name="vergeten op"),
        ),
    )
