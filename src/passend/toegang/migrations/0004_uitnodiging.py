"""An invitation for one role at one school."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisaties", "0001_organisaties"),
        ("toegang", "0003_sessieronde"),
    ]

    operations = [
        migrations.CreateModel(
            name="Uitnodiging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("leerkracht", "leerkracht"),
                            ("intern_begeleider", "intern begeleider"),
                            ("directeur", "directeur"),
                            ("mr_lid", "lid van de MR"),
                            ("bestuurder", "bestuurder"),
                            ("adviseur", "adviseur passend onderwijs"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("sleutel", models.CharField(max_length=64, unique=True, verbose_name="sleutel")),
                ("verloopt_op", models.DateTimeField(verbose_name="verloopt op")),
                ("gebruikt_op", models.DateTimeField(blank=True, null=True, verbose_name="gebruikt op")),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vestiging",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="organisaties.vestiging"
                    ),
                ),
            ],
            options={
                "verbose_name": "uitnodiging",
                "verbose_name_plural": "uitnodigingen",
            },
        ),
    ]
