"""An invitation can be withdrawn, and then says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The moment at which it was."""

    dependencies = (("toegang", "0005_groepstaak"),)

    operations = (
        migrations.AddField(
            model_name="uitnodiging",
            name="ingetrokken_op",
            field=models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
        ),
    )
