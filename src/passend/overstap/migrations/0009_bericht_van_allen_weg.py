"""What was noted of all parents together stands with each of them now."""

from django.db import migrations


class Migration(migrations.Migration):
    """The columns go in a migration of their own: PostgreSQL changes no table to which rows were just added."""

    dependencies = (("overstap", "0008_bericht_per_ouder"),)

    operations = tuple(
        migrations.RemoveField(model_name="onderwijskundigrapport", name=naam)
        for naam in ("akkoord", "kanaal", "kopie_op", "ouderopmerking", "ouders_geinformeerd_op")
    )
