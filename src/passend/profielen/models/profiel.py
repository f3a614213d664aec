"""The template and the working copy: one row per field, table row and text, each with its own version."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.deling import Deling
from passend.organisaties.models import Bestuurstabel


class Sjabloonversie(models.Model):
    """A template of a samenwerkingsverband for a period, as data; never changed once a profile uses it."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK
    deling = Deling.GEDEELD

    samenwerkingsverband = models.ForeignKey(
        "organisaties.Samenwerkingsverband", on_delete=models.PROTECT, related_name="sjablonen"
    )
    code = models.CharField(_("code"), max_length=60)
    naam = models.CharField(_("naam"), max_length=160)
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"), null=True, blank=True)
    definitie = models.JSONField(_("definitie"))

    class Meta:
        verbose_name = _("sjabloon")
        ordering = ("-geldig_van", "code")
        constraints = (
            models.UniqueConstraint(fields=("samenwerkingsverband", "code", "geldig_van"), name="sjabloonversie_uniek"),
        )

    def __str__(self) -> str:
        return self.naam


class Ondersteuningsprofiel(Bestuurstabel):
    """The support offer of one site for one school year: the working copy that editions are made from."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="profielen")
    schooljaar = models.CharField(_("schooljaar"), max_length=9)
    sjabloon = models.ForeignKey("profielen.Sjabloonversie", on_delete=models.PROTECT, related_name="profielen")
    aangemaakt_op = models.DateTimeField(_("aangemaakt op"))

    class Meta:
        verbose_name = _("ondersteuningsprofiel")
        ordering = ("-schooljaar",)
        constraints = (models.UniqueConstraint(fields=("bestuur", "vestiging", "schooljaar"), name="profiel_uniek"),)

    def __str__(self) -> str:
        return f"{self.vestiging_id} {self.schooljaar}"


class Onderdeel(Bestuurstabel):
    """One field, row, text or the structure of a working copy; `inhoud` is its part of the open format.

    `bevestigd_op` is when somebody last said that it is still right as it stands.
    `versie` goes up with each change, so that who saves on top of somebody else's change sees that first.
    """

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    profiel = models.ForeignKey("profielen.Ondersteuningsprofiel", on_delete=models.CASCADE, related_name="onderdelen")
    sleutel = models.CharField(_("sleutel"), max_length=400)
    volgorde = models.PositiveIntegerField(_("volgorde"))
    inhoud = models.JSONField(_("inhoud"))
    versie = models.PositiveIntegerField(_("versie"), default=1)
    is_verwijderd = models.BooleanField(_("verwijderd"), default=False)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    gewijzigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    bevestigd_op = models.DateTimeField(_("bevestigd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("onderdeel")
        verbose_name_plural = _("onderdelen")
        ordering = ("volgorde", "pk")
        constraints = (models.UniqueConstraint(fields=("bestuur", "profiel", "sleutel"), name="onderdeel_uniek"),)

    def __str__(self) -> str:
        return self.sleutel


class Onderdeelversie(Bestuurstabel):
    """What an onderdeel said before: nothing a colleague typed is ever lost."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    onderdeel = models.ForeignKey("profielen.Onderdeel", on_delete=models.CASCADE, related_name="versies")
    versie = models.PositiveIntegerField(_("versie"))
    inhoud = models.JSONField(_("inhoud"))
    is_verwijderd = models.BooleanField(_("verwijderd"), default=False)
    op = models.DateTimeField(_("op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("onderdeelversie")
        ordering = ("-versie",)
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "onderdeel", "versie"), name="onderdeelversie_uniek"),
        )

    def __str__(self) -> str:
        return f"{self.onderdeel_id} v{self.versie}"
