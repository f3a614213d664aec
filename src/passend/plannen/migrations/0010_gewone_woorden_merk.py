"""What a plan said when its plain words were written, so that it can be told when they are behind."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column; of plans of before it is not known, and nothing is said."""

    dependencies = [("plannen", "0009_voorstel")]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="gewone_woorden_merk",
            field=models.CharField(blank=True, max_length=12, verbose_name="merk bij de gewone woorden"),
        ),
    ]
