"""Accounts, roles and the log of what was done."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.rollen import Rolsoort

ROLSOORTEN = (
    (Rolsoort.LEERKRACHT.value, _("leerkracht")),
    (Rolsoort.INTERN_BEGELEIDER.value, _("intern begeleider")),
    (Rolsoort.DIRECTEUR.value, _("directeur")),
    (Rolsoort.MR_LID.value, _("lid van de MR")),
    (Rolsoort.BESTUURDER.value, _("bestuurder")),
    (Rolsoort.ADVISEUR.value, _("adviseur passend onderwijs")),
)


class Account(AbstractUser):
    """Somebody who can sign in; what they may do follows from their roles, never from this row."""

    bewaarklasse = Bewaarklasse.ACCOUNT

    is_demo = models.BooleanField(_("demonstratie"), default=False)

    class Meta:
        verbose_name = _("account")

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Rol(models.Model):
    """A role of an account at exactly one school, board or samenwerkingsverband, for a period."""

    bewaarklasse = Bewaarklasse.ACCOUNT

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rollen")
    soort = models.CharField(_("soort"), max_length=20, choices=ROLSOORTEN)
    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.CASCADE, null=True, blank=True)
    bestuur = models.ForeignKey("organisaties.Bestuur", on_delete=models.CASCADE, null=True, blank=True)
    samenwerkingsverband = models.ForeignKey(
        "organisaties.Samenwerkingsverband", on_delete=models.CASCADE, null=True, blank=True
    )
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("rol")
        verbose_name_plural = _("rollen")
        constraints = (
            models.CheckConstraint(
                name="rol_bij_een_organisatie",
                condition=(
                    models.Q(vestiging__isnull=False, bestuur__isnull=True, samenwerkingsverband__isnull=True)
                    | models.Q(vestiging__isnull=True, bestuur__isnull=False, samenwerkingsverband__isnull=True)
                    | models.Q(vestiging__isnull=True, bestuur__isnull=True, samenwerkingsverband__isnull=False)
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.soort} {self.vestiging_id or self.bestuur_id or self.samenwerkingsverband_id}"


class Logregel(models.Model):
    """One thing done, by whom, for which reason; holds keys and codes, never the content itself."""

    bewaarklasse = Bewaarklasse.LOGBOEK

    op = models.DateTimeField(_("op"))
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    handeling = models.CharField(_("handeling"), max_length=60)
    onderwerp = models.CharField(_("onderwerp"), max_length=120)
    reden = models.CharField(_("reden"), max_length=60)

    class Meta:
        verbose_name = _("logregel")
        indexes = (models.Index(fields=("onderwerp", "op"), name="logregel_onderwerp_op"),)

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d %H:%M} {self.handeling} {self.onderwerp}"
