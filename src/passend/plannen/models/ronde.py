"""What a school chose for all its plans: the rounds of a year, the levels of support, the borders of clusters."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel


class Planronde(Bestuurstabel):
    """A round of handelingsgericht werken: from a day until and including another; two to four in a school year."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    schooljaar = models.CharField(_("schooljaar"), max_length=9)
    nummer = models.PositiveSmallIntegerField(_("nummer"))
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"))

    class Meta:
        verbose_name = _("ronde")
        verbose_name_plural = _("rondes")
        ordering = ("schooljaar", "nummer")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "vestiging", "schooljaar", "nummer"), name="planronde_uniek"),
        )

    def __str__(self) -> str:
        return f"{self.schooljaar} ronde {self.nummer}"


class Ondersteuningsniveau(Bestuurstabel):
    """What a school calls a level of support; where it has none of its own, those of Passend count."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    nummer = models.PositiveSmallIntegerField(_("nummer"))
    naam = models.CharField(_("naam"), max_length=60)
    uitleg = models.CharField(_("uitleg"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("ondersteuningsniveau")
        verbose_name_plural = _("ondersteuningsniveaus")
        ordering = ("nummer",)
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "vestiging", "nummer"), name="ondersteuningsniveau_uniek"),
        )

    def __str__(self) -> str:
        return f"{self.nummer} {self.naam}"


class Clustergrens(Bestuurstabel):
    """Between which percentiles a school proposes basis; where it chose none, those of `regels.clusters` count."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    verdiept_vanaf = models.PositiveSmallIntegerField(_("verdiept vanaf"))
    intensief_tot_en_met = models.PositiveSmallIntegerField(_("intensief tot en met"))
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("clustergrens")
        verbose_name_plural = _("clustergrenzen")
        constraints = (models.UniqueConstraint(fields=("bestuur", "vestiging"), name="clustergrens_een"),)

    def __str__(self) -> str:
        return f"{self.intensief_tot_en_met} {self.verdiept_vanaf}"
