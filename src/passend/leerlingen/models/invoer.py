"""A file about pupils or results that was handed in at a school, and what the columns of such files mean there."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.opgave import Invoerinhoud, Invoersoort
from passend.organisaties.models import Bestuurstabel

INVOERSOORTEN = tuple((soort.value, soort.value.upper()) for soort in Invoersoort)
INHOUDEN = (
    (Invoerinhoud.LEERLINGEN.value, _("leerlingen")),
    (Invoerinhoud.TOETSRESULTATEN.value, _("toetsresultaten")),
)
STANDEN = (("concept", _("nog niet uitgevoerd")), ("uitgevoerd", _("uitgevoerd")), ("vervallen", _("vervallen")))


class Invoer(Bestuurstabel):
    """A file that was handed in, until it is carried out or a day has passed; after that only how many there were.

    `tabel` holds the cells of a file with columns, or the tests of one that has to be told what these are; `opgave`
    holds what it says of pupils or results. No number of the state is in them.
    """

    bewaarklasse = Bewaarklasse.IN_GEBRUIK  # what is of pupils in it goes within a day

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    inhoud = models.CharField(_("inhoud"), max_length=16, choices=INHOUDEN, default=Invoerinhoud.LEERLINGEN.value)
    soort = models.CharField(_("soort"), max_length=10, choices=INVOERSOORTEN)
    bestandsnaam = models.CharField(_("bestandsnaam"), max_length=200, blank=True)
    stand = models.CharField(_("stand"), max_length=10, choices=STANDEN, default="concept")
    koppeling = models.JSONField(_("koppeling"), default=dict, blank=True)
    tabel = models.BinaryField(_("tabel"), null=True)
    opgave = models.BinaryField(_("opgave"), null=True)
    ingelezen_op = models.DateTimeField(_("ingelezen op"))
    ingelezen_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    afgerond_op = models.DateTimeField(_("afgerond op"), null=True, blank=True)
    aantallen = models.JSONField(_("aantallen"), default=dict, blank=True)

    class Meta:
        verbose_name = _("invoer")
        verbose_name_plural = _("invoeren")
        ordering = ("-ingelezen_op", "-pk")
        indexes = (models.Index(fields=("bestuur", "vestiging", "ingelezen_op"), name="invoer_van_vestiging"),)

    def __str__(self) -> str:
        return f"{self.soort} {self.pk}"


class Kolomkoppeling(Bestuurstabel):
    """What the columns of the files of a school mean, by their heading, as somebody said the last time."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    inhoud = models.CharField(_("inhoud"), max_length=16, choices=INHOUDEN, default=Invoerinhoud.LEERLINGEN.value)
    koppeling = models.JSONField(_("koppeling"))
    op = models.DateTimeField(_("op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("kolomkoppeling")
        verbose_name_plural = _("kolomkoppelingen")
        constraints = (models.UniqueConstraint(fields=("bestuur", "vestiging", "inhoud"), name="kolomkoppeling_een"),)

    def __str__(self) -> str:
        return str(self.vestiging_id)
