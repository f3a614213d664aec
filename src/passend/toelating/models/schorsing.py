"""Suspension of a pupil, and the way to removal."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.toelating import Bezwaaruitkomst
from passend.organisaties.models import Bestuurstabel
from passend.toelating.models.gebeurtenis import Gebeurtenis

UITKOMSTEN = (
    (Bezwaaruitkomst.GEGROND.value, _("gegrond")),
    (Bezwaaruitkomst.ONGEGROND.value, _("ongegrond")),
)


class Schorsing(Bestuurstabel):
    """A pupil who may not come for at most a week; the letter as it was sent, and the report to the Inspectie.

    One that was taken back counts no more, and stays to be read with why and with the letter that said so.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="schorsingen")
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"))
    reden = models.TextField(_("reden"))
    brief = models.TextField(_("brief"))
    vertaling = models.TextField(_("vertaling"), blank=True)
    aan = models.TextField(_("aan"), blank=True)
    besloten_op = models.DateTimeField(_("besloten op"))
    besloten_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    inspectie_gemeld_op = models.DateField(_("gemeld aan de Inspectie op"), null=True, blank=True)
    inspectie_bewijs = models.CharField(_("bewijs van de melding"), max_length=200, blank=True)
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    waarom_ingetrokken = models.TextField(_("waarom ingetrokken"), blank=True)
    brief_ingetrokken = models.TextField(_("brief over het intrekken"), blank=True)
    vertaling_ingetrokken = models.TextField(_("vertaling over het intrekken"), blank=True)

    class Meta:
        verbose_name = _("schorsing")
        verbose_name_plural = _("schorsingen")
        ordering = ("geldig_van", "pk")
        indexes = (models.Index(fields=("bestuur", "leerling"), name="schorsing_van_leerling"),)

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.geldig_van}"


class Verwijdering(Bestuurstabel):
    """That a school is on the way to removing a pupil; it is done only when they are enrolled at another school.

    `voorgenomen_op` is the day on which the parents heard of it, `begonnen_op` when it was written down here.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    sleutel = models.UUIDField(_("sleutel"), default=uuid.uuid4, editable=False)
    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="verwijderingen")
    reden = models.TextField(_("reden"))
    voorgenomen_op = models.DateField(_("voorgenomen op"), null=True, blank=True)
    begonnen_op = models.DateTimeField(_("begonnen op"))
    begonnen_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("verwijdering")
        verbose_name_plural = _("verwijderingen")
        ordering = ("begonnen_op", "pk")
        constraints = (models.UniqueConstraint(fields=("bestuur", "sleutel"), name="verwijdering_sleutel"),)

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.pk}"


class Verwijdergebeurtenis(Gebeurtenis):
    """Something that happened on the way to a removal."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    verwijdering = models.ForeignKey("toelating.Verwijdering", on_delete=models.CASCADE, related_name="gebeurtenissen")
    vestiging = models.ForeignKey(
        "organisaties.Vestiging", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    uitkomst = models.CharField(_("uitkomst"), max_length=16, choices=UITKOMSTEN, blank=True)
    brief = models.TextField(_("brief"), blank=True)
    vertaling = models.TextField(_("vertaling"), blank=True)
    aan = models.TextField(_("aan"), blank=True)
    verwijst_naar = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("gebeurtenis bij een verwijdering")
        verbose_name_plural = _("gebeurtenissen bij verwijderingen")
        ordering = ("op", "pk")
        indexes = (models.Index(fields=("bestuur", "verwijdering", "op"), name="gebeurtenis_van_verwijdering"),)

    def __str__(self) -> str:
        return f"{self.soort} {self.op}"
