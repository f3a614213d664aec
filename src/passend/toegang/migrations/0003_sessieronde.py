"""Sessions count for one round of an account; and who signs in with an e-mail address can be written to."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F


def fill_email(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """User names that are addresses become the address of the account too."""
    accounts = apps.get_model("toegang", "Account").objects.filter(email="", username__contains="@")
    accounts.update(email=F("username"))


class Migration(migrations.Migration):
    """Add the round, fill the addresses."""

    dependencies = [("toegang", "0002_logketen")]

    operations = [
        migrations.AddField(
            "account", "sessieronde", models.PositiveIntegerField(default=0, verbose_name="sessieronde")
        ),
        migrations.RunPython(fill_email, migrations.RunPython.noop),
    ]
