"""The one sheet of a meeting: its parts, what of the file lies on it, and what was decided."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.overleg import Deelsoort
from passend.organisaties.models import Bestuurstabel

DEELSOORTEN = (
    (Deelsoort.VRAAG.value, _("vraag")),
    (Deelsoort.BEKEND.value, _("wat is bekend")),
    (Deelsoort.GEPROBEERD.value, _("wat is geprobeerd, en wat hielp het")),
    (Deelsoort.KIND.value, _("kijk van het kind")),
    (Deelsoort.OUDERS.value, _("kijk van de ouders")),
    (Deelsoort.DOELEN.value, _("doelen")),
    (Deelsoort.GROEP.value, _("over de groep")),
    (Deelsoort.LEERLING.value, _("leerling")),
)


class Overlegdeel(Bestuurstabel):
    """A part of the sheet as it is now; of a group, the line of one pupil.

    `ouder` is the parent whose view it is. Empty for every other part, for the view of the parents together as it was
    written before each had their own, and where no parent with authority takes part.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    overleg = models.ForeignKey("overleggen.Overleg", on_delete=models.CASCADE, related_name="delen")
    leerling = models.ForeignKey(
        "leerlingen.Leerling", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    ouder = models.ForeignKey(
        "leerlingen.Ouderrelatie", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    soort = models.CharField(_("soort"), max_length=12, choices=DEELSOORTEN)
    tekst = models.TextField(_("tekst"), blank=True)
    versie = models.PositiveIntegerField(_("versie"), default=1)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"), null=True, blank=True)
    gewijzigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("overlegdeel")
        verbose_name_plural = _("overlegdelen")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("bestuur", "overleg", "soort", "leerling"),
                condition=models.Q(ouder__isnull=True),
                name="overlegdeel_een",
            ),
            models.UniqueConstraint(
                fields=("bestuur", "overleg", "soort", "ouder"),
                condition=models.Q(ouder__isnull=False),
                name="overlegdeel_een_per_ouder",
            ),
        )

    def __str__(self) -> str:
        return f"{self.overleg_id} {self.soort}"


class Overlegdeelversie(Bestuurstabel):
    """What a part said before somebody changed it."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    deel = models.ForeignKey("overleggen.Overlegdeel", on_delete=models.CASCADE, related_name="versies")
    versie = models.PositiveIntegerField(_("versie"))
    tekst = models.TextField(_("tekst"), blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("overlegdeelversie")
        verbose_name_plural = _("overlegdeelversies")
        ordering = ("versie",)
        constraints = (models.UniqueConstraint(fields=("bestuur", "deel", "versie"), name="overlegdeelversie_een"),)

    def __str__(self) -> str:
        return f"{self.deel_id} {self.versie}"


class Overlegstuk(Bestuurstabel):
    """A piece of the file that lies on the sheet; it is not copied, so that it says where it comes from."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    overleg = models.ForeignKey("overleggen.Overleg", on_delete=models.CASCADE, related_name="stukken")
    stuk = models.ForeignKey("leerlingen.Dossierstuk", on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("overlegstuk")
        verbose_name_plural = _("overlegstukken")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("bestuur", "overleg", "stuk"), name="overlegstuk_een"),)

    def __str__(self) -> str:
        return f"{self.overleg_id} {self.stuk_id}"


class Besluit(Bestuurstabel):
    """What was decided: who does it, by which day, and when it was done.

    `sleutel` is what the screen it was made on called it, so that it is there once however often it was sent.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    overleg = models.ForeignKey("overleggen.Overleg", on_delete=models.CASCADE, related_name="besluiten")
    leerling = models.ForeignKey(
        "leerlingen.Leerling", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    sleutel = models.UUIDField(_("sleutel"), null=True, blank=True, editable=False)
    wat = models.CharField(_("wat"), max_length=300, blank=True)
    eigenaar = models.ForeignKey(
        "overleggen.Overlegdeelnemer", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    uiterlijk_op = models.DateField(_("uiterlijk op"), null=True, blank=True)
    gedaan_op = models.DateTimeField(_("gedaan op"), null=True, blank=True)
    gedaan_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    versie = models.PositiveIntegerField(_("versie"), default=1)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    gewijzigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "overleg", "sleutel"), name="besluit_een_per_sleutel"),
        )
        indexes = (models.Index(fields=("bestuur", "eigenaar", "uiterlijk_op"), name="besluit_van_eigenaar"),)

    def __str__(self) -> str:
        return self.wat
