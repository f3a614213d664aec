"""What the samenwerkingsverband did about a call for help; only choices change, so that no table is made anew."""

from django.db import migrations, models

SOORT = models.CharField(
    choices=[
        ("ontvangst_gemeld", "ontvangst gemeld aan de ouders"),
        ("aanvulling_gevraagd", "aanvulling gevraagd"),
        ("aangevuld", "aangevuld"),
        ("school_gesproken", "gesproken met de school van het kind"),
        ("onderzoek", "gekeken wat het kind nodig heeft"),
        ("verlengd", "termijn verlengd"),
        ("leerkracht_gehoord", "leerkracht gehoord"),
        ("ouders_gehoord", "ouders gehoord"),
        ("school_gevraagd", "andere school gevraagd"),
        ("school_bereid", "andere school bereid"),
        ("school_niet_bereid", "andere school niet bereid"),
        ("bereidheid_ingetrokken", "bereidheid ingetrokken"),
        ("school_vol", "groep vol, volgens het beleid"),
        ("grondslag_geweigerd", "ouders respecteren de grondslag niet"),
        ("opgeschaald", "samenwerkingsverband om hulp gevraagd"),
        ("hulp_gegeven", "samenwerkingsverband hielp"),
        ("hulp_klaar", "hulpvraag klaar"),
        ("besluit", "besluit"),
        ("tijdelijk_geplaatst", "tijdelijk geplaatst"),
        ("bezwaar", "bezwaar van de ouders"),
        ("bezwaar_beslist", "besluit op het bezwaar"),
        ("gpo_gevraagd", "geschillencommissie gevraagd"),
        ("gpo_oordeel", "oordeel van de geschillencommissie"),
        ("gpo_reactie", "reactie van het bestuur op het oordeel"),
        ("gemeente_gemeld", "gemeld aan de gemeente"),
        ("elders_ingeschreven", "ingeschreven op een andere school"),
        ("ingetrokken", "ingetrokken door de ouders"),
        ("tlv_gegeven", "toelaatbaarheidsverklaring gezien"),
        ("zonder_nummer", "het kind heeft nog geen burgerservicenummer"),
        ("nummer_gemeld", "gemeld dat er geen nummer is"),
        ("vervallen", "telt niet meer mee"),
    ],
    max_length=24,
    verbose_name="soort",
)


class Migration(migrations.Migration):
    dependencies = [
        ("toelating", "0005_andere_school"),
    ]

    operations = [
        migrations.AlterField(model_name=naam, name="soort", field=SOORT.clone())
        for naam in ("aanmeldgebeurtenis", "verwijdergebeurtenis")
    ]
