"""The individual plan: what is wanted for one pupil, who does what how often, and whether it helped."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel
from passend.plannen.models.groepsplan import UITKOMSTEN


class Plan(Bestuurstabel):
    """A plan of one pupil until a day, on which is looked whether it helped.

    `reeks` is the same for plans that follow one another; `bron` the key of what it came from, such as `behoefte:12`.
    `gewone_woorden` is what parents read first, in Dutch and where the school wrote so in English;
    `gewone_woorden_merk` is the mark of what the plan said when they were written last.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="+")
    reeks = models.UUIDField(_("reeks"), default=uuid.uuid4, editable=False)
    niveau = models.PositiveSmallIntegerField(_("niveau"))
    aanleiding = models.TextField(_("aanleiding"))
    bron = models.CharField(_("bron"), max_length=40, blank=True)
    doel = models.TextField(_("doel"))
    gewone_woorden = models.TextField(_("in gewone woorden"), blank=True)
    gewone_woorden_engels = models.TextField(_("in gewone woorden, in het Engels"), blank=True)
    gewone_woorden_merk = models.CharField(_("merk bij de gewone woorden"), max_length=12, blank=True)
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"))
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    gewijzigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uitkomst = models.CharField(_("uitkomst"), max_length=8, choices=UITKOMSTEN, blank=True)
    evaluatie = models.TextField(_("evaluatie"), blank=True)
    wat_werkte = models.TextField(_("wat werkte"), blank=True)
    geevalueerd_op = models.DateField(_("geëvalueerd op"), null=True, blank=True)
    geevalueerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("individueel plan")
        verbose_name_plural = _("individuele plannen")
        ordering = ("-geldig_van", "-pk")
        indexes = (models.Index(fields=("bestuur", "leerling"), name="plan_leerling"),)

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.pk}"


class Planregel(Bestuurstabel):
    """One thing that is done: what, by whom, how often; for which need, and with which offer of the school.

    `onderdeel` is the key of a row of the profile, `belofte` what that row said when it was chosen.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    plan = models.ForeignKey("plannen.Plan", on_delete=models.CASCADE, related_name="regels")
    aanpak = models.CharField(_("aanpak"), max_length=300)
    wie = models.CharField(_("wie"), max_length=120)
    hoe_vaak = models.CharField(_("hoe vaak"), max_length=120, blank=True)
    kenmerk = models.ForeignKey(
        "plannen.Leerlingkenmerk", on_delete=models.PROTECT, null=True, blank=True, related_name="regels"
    )
    onderdeel = models.CharField(_("onderdeel"), max_length=400, blank=True)
    belofte = models.CharField(_("belofte"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("regel van een plan")
        verbose_name_plural = _("regels van plannen")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.aanpak
