"""Development perspective plans, their versions, and the voice of the child and of classes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Plans and voices."""

    dependencies = (
        ("leerlingen", "0002_bewaarkeuze"),
        ("organisaties", "0002_groep"),
        ("plannen", "0001_plannen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.CreateModel(
            name="Opp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "aanleiding",
                    models.CharField(
                        choices=[
                            ("inschrijving", "ingeschreven met extra ondersteuning"),
                            ("definitieve_plaatsing", "tijdelijke plaatsing werd definitief"),
                            ("extra_ondersteuning", "begin van de extra ondersteuning"),
                        ],
                        max_length=24,
                        verbose_name="aanleiding",
                    ),
                ),
                ("begonnen_op", models.DateField(verbose_name="begonnen op")),
                ("geeindigd_op", models.DateField(blank=True, null=True, verbose_name="geëindigd op")),
                ("gemaakt_op", models.DateTimeField(verbose_name="gemaakt op")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "leerling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="opps", to="leerlingen.leerling"
                    ),
                ),
            ],
            options={
                "verbose_name": "ontwikkelingsperspectief",
                "verbose_name_plural": "ontwikkelingsperspectieven",
                "ordering": ("-begonnen_op", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Oppbestand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[("tekening", "tekening"), ("handtekening", "getekend papier")],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("extensie", models.CharField(max_length=4, verbose_name="extensie")),
                ("inhoud", models.BinaryField(verbose_name="inhoud")),
                ("op", models.DateTimeField(verbose_name="op")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "opp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bestanden", to="plannen.opp"
                    ),
                ),
            ],
            options={
                "verbose_name": "bestand bij een ontwikkelingsperspectief",
                "verbose_name_plural": "bestanden bij ontwikkelingsperspectieven",
            },
        ),
        migrations.CreateModel(
            name="Oppversie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveIntegerField(verbose_name="nummer")),
                ("inhoud", models.JSONField(default=dict, verbose_name="inhoud")),
                ("begonnen_op", models.DateTimeField(verbose_name="begonnen op")),
                ("voorgelegd_op", models.DateTimeField(blank=True, null=True, verbose_name="voorgelegd op")),
                ("vastgesteld_op", models.DateTimeField(blank=True, null=True, verbose_name="vastgesteld op")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "opp",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versies", to="plannen.opp"
                    ),
                ),
                (
                    "vastgesteld_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "versie van een ontwikkelingsperspectief",
                "verbose_name_plural": "versies van ontwikkelingsperspectieven",
                "ordering": ("nummer",),
            },
        ),
        migrations.CreateModel(
            name="Leerlingstem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("op", models.DateField(verbose_name="op")),
                (
                    "wijze",
                    models.CharField(
                        choices=[
                            ("eigen_woorden", "eigen woorden"),
                            ("tekening", "tekening"),
                            ("gesprek", "gesprek"),
                            ("praatkaarten", "praatkaarten"),
                            ("niet_gehoord", "niet gehoord"),
                        ],
                        max_length=16,
                        verbose_name="wijze",
                    ),
                ),
                ("steun", models.CharField(blank=True, max_length=300, verbose_name="steun")),
                ("gezegd", models.TextField(blank=True, verbose_name="gezegd")),
                ("praatkaarten", models.JSONField(blank=True, default=list, verbose_name="praatkaarten")),
                ("gedaan", models.TextField(blank=True, verbose_name="gedaan")),
                ("teruggekoppeld_op", models.DateField(blank=True, null=True, verbose_name="teruggekoppeld op")),
                ("reden", models.TextField(blank=True, verbose_name="reden")),
                ("vastgelegd_op", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "bestand",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stemmen",
                        to="plannen.oppbestand",
                    ),
                ),
                (
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stemmen", to="plannen.oppversie"
                    ),
                ),
            ],
            options={
                "verbose_name": "stem van een leerling",
                "verbose_name_plural": "stemmen van leerlingen",
                "ordering": ("vastgelegd_op", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Groepsstem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("op", models.DateField(verbose_name="op")),
                (
                    "wijze",
                    models.CharField(
                        choices=[
                            ("eigen_woorden", "eigen woorden"),
                            ("tekening", "tekening"),
                            ("gesprek", "gesprek"),
                            ("praatkaarten", "praatkaarten"),
                        ],
                        max_length=16,
                        verbose_name="wijze",
                    ),
                ),
                ("gezegd", models.TextField(verbose_name="gezegd")),
                ("gedaan", models.TextField(blank=True, verbose_name="gedaan")),
                ("teruggekoppeld_op", models.DateField(blank=True, null=True, verbose_name="teruggekoppeld op")),
                ("vastgelegd_op", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "groep",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.groep"
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "stem van een groep",
                "verbose_name_plural": "stemmen van groepen",
                "ordering": ("-op", "-pk"),
                "constraints": [models.UniqueConstraint(fields=("bestuur", "groep", "op"), name="groepsstem_een")],
            },
        ),
        migrations.AddConstraint(
            model_name="opp",
            constraint=models.UniqueConstraint(
                condition=models.Q(("geeindigd_op__isnull", True)),
                fields=("bestuur", "leerling"),
                name="opp_een_lopend",
            ),
        ),
        migrations.AddConstraint(
            model_name="oppversie",
            constraint=models.UniqueConstraint(fields=("bestuur", "opp", "nummer"), name="oppversie_uniek"),
        ),
    )
