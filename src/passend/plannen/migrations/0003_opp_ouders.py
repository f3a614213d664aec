"""What parents say of a development perspective plan, and looking at it again."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Consultation, agreement, views and evaluation."""

    dependencies = (
        ("plannen", "0002_opp"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.CreateModel(
            name="Oppoverleg",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("op", models.DateField(verbose_name="op")),
                ("gezegd", models.TextField(verbose_name="gezegd")),
                ("gedaan", models.TextField(blank=True, verbose_name="gedaan")),
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
            ],
            options={
                "verbose_name": "overleg over een ontwikkelingsperspectief",
                "verbose_name_plural": "overleggen over ontwikkelingsperspectieven",
                "ordering": ("op", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Oppdeelname",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_verschenen", models.BooleanField(verbose_name="verschenen")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "ouder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="leerlingen.ouderrelatie"
                    ),
                ),
                (
                    "overleg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deelnames", to="plannen.oppoverleg"
                    ),
                ),
            ],
            options={
                "verbose_name": "deelname aan een overleg",
                "verbose_name_plural": "deelnames aan overleggen",
            },
        ),
        migrations.AddField(
            model_name="oppoverleg",
            name="versie",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="overleggen", to="plannen.oppversie"
            ),
        ),
        migrations.CreateModel(
            name="Oppinstemming",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "antwoord",
                    models.CharField(
                        choices=[("gezien", "gezien"), ("akkoord", "akkoord"), ("niet_akkoord", "niet akkoord")],
                        max_length=12,
                        verbose_name="antwoord",
                    ),
                ),
                ("reden", models.TextField(blank=True, verbose_name="reden")),
                ("is_op_papier", models.BooleanField(default=False, verbose_name="op papier")),
                ("handelingsdeelsom", models.CharField(max_length=64, verbose_name="handelingsdeelsom")),
                ("op", models.DateTimeField(verbose_name="op")),
                (
                    "bestand",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="instemmingen",
                        to="plannen.oppbestand",
                    ),
                ),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "ouder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="leerlingen.ouderrelatie"
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="instemmingen", to="plannen.oppversie"
                    ),
                ),
            ],
            options={
                "verbose_name": "instemming met een handelingsdeel",
                "verbose_name_plural": "instemmingen met handelingsdelen",
                "ordering": ("op", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Oppevaluatie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("op", models.DateField(verbose_name="op")),
                ("is_besproken_met_ouders", models.BooleanField(verbose_name="besproken met ouders")),
                ("is_besproken_met_leerling", models.BooleanField(verbose_name="besproken met leerling")),
                ("werkte", models.TextField(blank=True, verbose_name="werkte")),
                ("werkte_niet", models.TextField(blank=True, verbose_name="werkte niet")),
                (
                    "vervolg",
                    models.CharField(
                        choices=[
                            ("vervolg", "gaat zo door"),
                            ("bijstellen", "wordt bijgesteld"),
                            ("eindigen", "is niet meer nodig"),
                        ],
                        max_length=10,
                        verbose_name="vervolg",
                    ),
                ),
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
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evaluaties", to="plannen.oppversie"
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluatie van een ontwikkelingsperspectief",
                "verbose_name_plural": "evaluaties van ontwikkelingsperspectieven",
                "ordering": ("op", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Oppzienswijze",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tekst", models.TextField(verbose_name="tekst")),
                ("ingediend_op", models.DateTimeField(verbose_name="ingediend op")),
                (
                    "bestuur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.bestuur"
                    ),
                ),
                (
                    "ouder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="leerlingen.ouderrelatie"
                    ),
                ),
                (
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="zienswijzen", to="plannen.oppversie"
                    ),
                ),
            ],
            options={
                "verbose_name": "zienswijze op een ontwikkelingsperspectief",
                "verbose_name_plural": "zienswijzen op ontwikkelingsperspectieven",
                "ordering": ("ingediend_op", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="oppdeelname",
            constraint=models.UniqueConstraint(fields=("bestuur", "overleg", "ouder"), name="oppdeelname_een"),
        ),
        migrations.AddIndex(
            model_name="oppinstemming",
            index=models.Index(fields=["bestuur", "versie"], name="oppinstemming_versie"),
        ),
    )
