"""A document handed in: kept with what was read until somebody checked it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel


class Inlezing(Bestuurstabel):
    """A document read for a site. `lezing` is the result of reading, `document` its lines for the check screen.

    `antwoorden` maps the key of an element to what the checker said: `{"akkoord": true}` or `{"inhoud": {...}}`.
    The file itself is kept as bytes beside it, so that the check screen can show where a value stands.
    """

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="inlezingen")
    bestandsnaam = models.CharField(_("bestandsnaam"), max_length=200)
    sha256 = models.CharField(_("sha256"), max_length=64)
    bestand = models.BinaryField(_("bestand"))
    lezing = models.JSONField(_("lezing"))
    document = models.JSONField(_("document"))
    antwoorden = models.JSONField(_("antwoorden"), default=dict)
    ingelezen_op = models.DateTimeField(_("ingelezen op"))
    ingelezen_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    profiel = models.ForeignKey(
        "profielen.Ondersteuningsprofiel",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="inlezingen",
    )

    class Meta:
        verbose_name = _("inlezing")
        verbose_name_plural = _("inlezingen")
        ordering = ("-ingelezen_op",)
        constraints = (models.UniqueConstraint(fields=("bestuur", "vestiging", "sha256"), name="inlezing_eenmaal"),)

    def __str__(self) -> str:
        return self.bestandsnaam
