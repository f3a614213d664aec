"""The only tables of the calendar: the key of a feed, and which reminder went out."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.deling import Deling
from passend.organisaties.models import Bestuurstabel


class Agendasleutel(models.Model):
    """The secret in the address of somebody's feed; only its hash is kept, and a new one makes the old void."""

    bewaarklasse = Bewaarklasse.ACCOUNT
    deling = Deling.GEDEELD

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sleutel = models.CharField(_("sleutel"), max_length=64)
    gegeven_op = models.DateTimeField(_("gegeven op"))

    class Meta:
        verbose_name = _("agendasleutel")
        verbose_name_plural = _("agendasleutels")

    def __str__(self) -> str:
        return str(self.account_id)


class Herinnering(Bestuurstabel):
    """That a reminder of one thing was begun for one person, and that it left; holds a code, and nothing of the thing.

    `brief` is the number of the letter that carries it: a letter that is sent again after a crash keeps it.
    """

    bewaarklasse = Bewaarklasse.ACCOUNT

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    waarover = models.CharField(_("waarover"), max_length=80)
    brief = models.UUIDField(_("brief"))
    begonnen_op = models.DateTimeField(_("begonnen op"))
    verstuurd_op = models.DateTimeField(_("verstuurd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("herinnering")
        verbose_name_plural = _("herinneringen")
        indexes = (models.Index(fields=("bestuur", "begonnen_op"), name="herinnering_begonnen"),)
        constraints = (models.UniqueConstraint(fields=("bestuur", "account", "waarover"), name="herinnering_een"),)

    def __str__(self) -> str:
        return self.waarover
