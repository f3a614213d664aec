"""One log of talks between two schools: of a registration, of a file that came, and of a pupil who goes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OVER_IEMAND = "schoolcontact_over_iemand"


class Migration(migrations.Migration):
    """The table came with its rows from the room of transfers; here it learns of the child and of the case."""

    dependencies = (
        ("leerlingen", "0009_uitgeschreven_naar"),
        ("organisaties", "0003_vakantieregio"),
        ("overstap", "0004_contact_verhuist"),
        ("toelating", "0006_hulp_en_schoolsoort"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )

    operations = (
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Schoolcontact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("zaak", models.CharField(blank=True, max_length=40, verbose_name="zaak")),
                        ("op", models.DateField(verbose_name="op")),
                        ("andere_school", models.CharField(max_length=160, verbose_name="andere school")),
                        ("wie_daar", models.CharField(max_length=120, verbose_name="wie daar")),
                        ("wie_hier", models.CharField(max_length=120, verbose_name="wie hier")),
                        (
                            "reden",
                            models.CharField(
                                choices=[
                                    ("aanmelding", "aanmelding bij de andere school"),
                                    ("extra_ondersteuning", "extra ondersteuning"),
                                    ("warme_overdracht", "warme overdracht"),
                                    ("onvrede", "onvrede bij de ouders"),
                                    ("terug", "terug uit speciaal onderwijs"),
                                    ("anders", "iets anders"),
                                ],
                                max_length=20,
                                verbose_name="reden",
                            ),
                        ),
                        ("waarover", models.TextField(verbose_name="waarover")),
                        ("vastgelegd_op", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "bestuur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisaties.bestuur",
                            ),
                        ),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "leerling",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="leerlingen.leerling",
                            ),
                        ),
                        (
                            "vestiging",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisaties.vestiging",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contact tussen scholen",
                        "verbose_name_plural": "contacten tussen scholen",
                        "ordering": ("-op", "-pk"),
                        "indexes": [
                            models.Index(fields=("bestuur", "leerling"), name="schoolcontact_leerling"),
                            models.Index(fields=("bestuur", "vestiging", "zaak"), name="schoolcontact_zaak"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                name=OVER_IEMAND,
                                condition=models.Q(
                                    ("leerling__isnull", False), models.Q(("zaak", ""), _negated=True), _connector="OR"
                                ),
                            )
                        ],
                    },
                )
            ]
        ),
        migrations.AddField(
            model_name="schoolcontact",
            name="gebeurtenis",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="toelating.aanmeldgebeurtenis",
            ),
        ),
        migrations.AddField(
            model_name="schoolcontact",
            name="voornaam",
            field=models.CharField(blank=True, default="", max_length=80, verbose_name="voornaam"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="schoolcontact",
            name="achternaam",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="achternaam"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="schoolcontact",
            name="geboren_op",
            field=models.DateField(blank=True, null=True, verbose_name="geboren op"),
        ),
        migrations.AddField(
            model_name="schoolcontact",
            name="wijze",
            field=models.CharField(
                blank=True,
                choices=[
                    ("telefoon", "aan de telefoon"),
                    ("gesprek", "in een gesprek"),
                    ("beeld", "met beeldbellen"),
                    ("email", "per e-mail"),
                ],
                default="",
                max_length=10,
                verbose_name="wijze",
            ),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="schoolcontact",
            index=models.Index(fields=["bestuur", "vestiging", "geboren_op"], name="schoolcontact_kind"),
        ),
        migrations.RemoveConstraint(model_name="schoolcontact", name=OVER_IEMAND),
        migrations.AddConstraint(
            model_name="schoolcontact",
            constraint=models.CheckConstraint(
                name=OVER_IEMAND,
                condition=models.Q(
                    ("leerling__isnull", False),
                    ("gebeurtenis__isnull", False),
                    models.Q(("zaak", ""), _negated=True),
                    _connector="OR",
                ),
            ),
        ),
    )
