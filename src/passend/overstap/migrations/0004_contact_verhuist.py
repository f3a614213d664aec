"""The log of talks between schools goes to the room of admission, where the case and the file both reach it."""

from django.db import migrations


class Migration(migrations.Migration):
    """The table gets its new name; every row stays."""

    dependencies = (("overstap", "0003_naam_bij_bestand"),)

    operations = (
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable("schoolcontact", "toelating_schoolcontact")]
        ),
    )
