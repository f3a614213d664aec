"""What helps a pupil, what is in the way, and what they need: short phrases, each with the days it held."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.hgw import Kenmerksoort
from passend.organisaties.models import Bestuurstabel

KENMERKSOORTEN = (
    (Kenmerksoort.BEVORDEREND.value, _("wat helpt")),
    (Kenmerksoort.BELEMMEREND.value, _("wat in de weg zit")),
    (Kenmerksoort.BEHOEFTE.value, _("wat nodig is")),
)


class Leerlingkenmerk(Bestuurstabel):
    """A phrase about a pupil; what does not hold any more ends, and stays to be seen."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(_("soort"), max_length=12, choices=KENMERKSOORTEN)
    tekst = models.CharField(_("tekst"), max_length=120)
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"), null=True, blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    beeindigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("kenmerk van een leerling")
        verbose_name_plural = _("kenmerken van leerlingen")
        ordering = ("pk",)
        indexes = (models.Index(fields=("bestuur", "leerling", "soort"), name="leerlingkenmerk_leerling"),)

    def __str__(self) -> str:
        return self.tekst
