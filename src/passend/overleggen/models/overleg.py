"""A meeting, and who takes part in it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.overleg import Deelnemerrol, Overlegsoort, Overlegstand
from passend.organisaties.models import Bestuurstabel

SOORTEN = (
    (Overlegsoort.GROEPSBESPREKING.value, _("groepsbespreking")),
    (Overlegsoort.LEERLINGBESPREKING.value, _("leerlingbespreking")),
    (Overlegsoort.MDO.value, _("MDO")),
)
STANDEN = (
    (Overlegstand.GEPLAND.value, _("gepland")),
    (Overlegstand.GEHOUDEN.value, _("gehouden")),
    (Overlegstand.GESLOTEN.value, _("gesloten")),
    (Overlegstand.AFGEZEGD.value, _("afgezegd")),
)
DEELNEMERROLLEN = (
    (Deelnemerrol.OUDER.value, _("ouder")),
    (Deelnemerrol.LEERLING.value, _("leerling")),
    (Deelnemerrol.LEERKRACHT.value, _("leerkracht")),
    (Deelnemerrol.INTERN_BEGELEIDER.value, _("intern begeleider")),
    (Deelnemerrol.DIRECTEUR.value, _("directeur")),
    (Deelnemerrol.ADVISEUR.value, _("adviseur passend onderwijs")),
    (Deelnemerrol.SCHOOLMAATSCHAPPELIJK_WERK.value, _("schoolmaatschappelijk werk")),
    (Deelnemerrol.JEUGDARTS.value, _("jeugdarts of jeugdverpleegkundige")),
    (Deelnemerrol.LEERPLICHT.value, _("leerplicht")),
    (Deelnemerrol.JEUGDHULP.value, _("jeugdhulp")),
    (Deelnemerrol.ANDERS.value, _("iemand anders")),
)


class Overleg(Bestuurstabel):
    """A meeting of a school about one pupil or one group; `volgnummer` counts what its invitations said.

    `sleutel` names it in the calendars of others and says nothing.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    sleutel = models.UUIDField(_("sleutel"), default=uuid.uuid4, editable=False)
    soort = models.CharField(_("soort"), max_length=20, choices=SOORTEN)
    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    leerling = models.ForeignKey(
        "leerlingen.Leerling", on_delete=models.CASCADE, null=True, blank=True, related_name="overleggen"
    )
    groep = models.ForeignKey(
        "organisaties.Groep", on_delete=models.PROTECT, null=True, blank=True, related_name="overleggen"
    )
    begint_op = models.DateTimeField(_("begint op"))
    minuten = models.PositiveSmallIntegerField(_("minuten"), default=60)
    plaats = models.CharField(_("plaats"), max_length=160, blank=True)
    stand = models.CharField(_("stand"), max_length=10, choices=STANDEN, default=Overlegstand.GEPLAND.value)
    volgnummer = models.PositiveIntegerField(_("volgnummer"), default=0)
    gepland_op = models.DateTimeField(_("gepland op"))
    gepland_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gesloten_op = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    gesloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("overleg")
        verbose_name_plural = _("overleggen")
        ordering = ("begint_op", "pk")
        indexes = (models.Index(fields=("bestuur", "vestiging", "begint_op"), name="overleg_van_vestiging"),)
        constraints = (
            models.CheckConstraint(
                name="overleg_over_leerling_of_groep",
                condition=models.Q(leerling__isnull=False, groep__isnull=True)
                | models.Q(leerling__isnull=True, groep__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.soort} {self.pk}"

    @property
    def is_achteraf(self) -> bool:
        """True for a talk that was written down after it was held: nobody is invited to it any more."""
        return self.begint_op < self.gepland_op


class Overlegdeelnemer(Bestuurstabel):
    """Somebody at a meeting: a colleague by account, a parent by their relation, an expert by the permission for it.

    `is_aanwezig` stays empty until somebody says so: who was asked was not therefore there.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    overleg = models.ForeignKey("overleggen.Overleg", on_delete=models.CASCADE, related_name="deelnemers")
    rol = models.CharField(_("rol"), max_length=30, choices=DEELNEMERROLLEN)
    naam = models.CharField(_("naam"), max_length=160)
    email = models.EmailField(_("e-mail"), blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ouder = models.ForeignKey(
        "leerlingen.Ouderrelatie", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    toestemming = models.ForeignKey(
        "leerlingen.Toestemming", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    uitgenodigd_op = models.DateTimeField(_("uitgenodigd op"), null=True, blank=True)
    uitgenodigd_volgnummer = models.PositiveIntegerField(_("uitgenodigd volgnummer"), null=True, blank=True)
    is_aanwezig = models.BooleanField(_("is aanwezig"), null=True, blank=True)

    class Meta:
        verbose_name = _("overlegdeelnemer")
        verbose_name_plural = _("overlegdeelnemers")
        ordering = ("pk",)
        indexes = (models.Index(fields=("bestuur", "account"), name="overlegdeelnemer_account"),)

    def __str__(self) -> str:
        return self.naam
