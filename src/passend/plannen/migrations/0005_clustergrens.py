"""The borders by which a school lets clusters be proposed."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

BLIJFT: dict[str, Any] = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+"}


class Migration(migrations.Migration):
    """One table."""

    dependencies = [
        ("organisaties", "0003_vakantieregio"),
        ("plannen", "0004_opp_onveranderlijk"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Clustergrens",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("verdiept_vanaf", models.PositiveSmallIntegerField(verbose_name="verdiept vanaf")),
                ("intensief_tot_en_met", models.PositiveSmallIntegerField(verbose_name="intensief tot en met")),
                ("gewijzigd_op", models.DateTimeField(verbose_name="gewijzigd op")),
                ("bestuur", models.ForeignKey(to="organisaties.bestuur", **BLIJFT)),
                ("door", models.ForeignKey(to=settings.AUTH_USER_MODEL, **BLIJFT)),
                ("vestiging", models.ForeignKey(to="organisaties.vestiging", **BLIJFT)),
            ],
            options={
                "verbose_name": "clustergrens",
                "verbose_name_plural": "clustergrenzen",
                "constraints": [models.UniqueConstraint(fields=("bestuur", "vestiging"), name="clustergrens_een")],
            },
        ),
    ]
