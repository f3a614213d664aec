"""An edition has each step once, its evaluation included."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Each step once per edition."""

    dependencies = (("profielen", "0002_editie_onveranderlijk"),)

    operations = (
        migrations.AddConstraint(
            model_name="vaststellingsstap",
            constraint=models.UniqueConstraint(fields=("editie", "soort"), name="stap_eenmaal_per_editie"),
        ),
    )
