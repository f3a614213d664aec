"""The log of talks between schools is a table of the room of admission now."""

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing changes in the database."""

    dependencies = (("overstap", "0004_contact_verhuist"), ("toelating", "0007_schoolcontact"))

    operations = (migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("Schoolcontact")]),)
