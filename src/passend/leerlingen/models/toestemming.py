"""Whom parents let in, and who went in without being let."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel


class Toestemming(Bestuurstabel):
    """That an expert may see pieces of one file, for one purpose, until a day; it counts once the parents agree.

    The school can take its question back; what parents take back is in their answers.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="toestemmingen")
    email = models.EmailField(_("e-mail"))
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    doel = models.CharField(_("doel"), max_length=200)
    geldig_tot_en_met = models.DateField(_("geldig tot en met"))
    gevraagd_op = models.DateTimeField(_("gevraagd op"))
    gevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")
        ordering = ("-gevraagd_op", "pk")
        indexes = (models.Index(fields=("bestuur", "account"), name="toestemming_account"),)

    def __str__(self) -> str:
        return self.doel


class Toestemmingsbesluit(Bestuurstabel):
    """That one parent agreed, and that they took it back; both at one moment when they said no."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    toestemming = models.ForeignKey("leerlingen.Toestemming", on_delete=models.CASCADE, related_name="besluiten")
    ouder = models.ForeignKey("leerlingen.Ouderrelatie", on_delete=models.CASCADE, related_name="+")
    gegeven_op = models.DateTimeField(_("gegeven op"))
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    is_op_papier = models.BooleanField(_("op papier"), default=False)
    getekend_op = models.DateField(_("getekend op"), null=True, blank=True)
    vastgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("toestemmingsbesluit")
        verbose_name_plural = _("toestemmingsbesluiten")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "toestemming", "ouder"), name="toestemmingsbesluit_een"),
        )

    def __str__(self) -> str:
        return f"{self.toestemming_id} {self.ouder_id}"


class Gedeeldstuk(Bestuurstabel):
    """A piece of the file that a permission is about."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    toestemming = models.ForeignKey("leerlingen.Toestemming", on_delete=models.CASCADE, related_name="gedeeld")
    stuk = models.ForeignKey("leerlingen.Dossierstuk", on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("gedeeld stuk")
        verbose_name_plural = _("gedeelde stukken")
        constraints = (models.UniqueConstraint(fields=("bestuur", "toestemming", "stuk"), name="gedeeldstuk_een"),)

    def __str__(self) -> str:
        return f"{self.toestemming_id} {self.stuk_id}"


class Noodinzage(Bestuurstabel):
    """That somebody who stands in opened a file, with what they said of it; the directeur sees it."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="noodinzagen")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(_("op"))
    waarom = models.TextField(_("waarom"))
    gezien_op = models.DateTimeField(_("gezien op"), null=True, blank=True)
    gezien_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("noodinzage")
        verbose_name_plural = _("noodinzagen")
        ordering = ("-op", "pk")
        indexes = (models.Index(fields=("bestuur", "account", "op"), name="noodinzage_account"),)

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.account_id}"
