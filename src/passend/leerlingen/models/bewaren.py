"""Why a file stays although its term is over, and what was destroyed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel

KLASSEN = tuple((klasse.value, klasse.value) for klasse in Bewaarklasse)
AFLOPEN = (("akkoord", _("akkoord")), ("afgewezen", _("afgewezen")))
AANHOUDREDENEN = (("bezwaar", _("bezwaar")), ("geschil", _("geschil")), ("klacht", _("klacht")))


class Aanhouding(Bestuurstabel):
    """That nothing of a pupil may be destroyed while an objection, a dispute or a complaint goes on."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="aanhoudingen")
    reden = models.CharField(_("reden"), max_length=10, choices=AANHOUDREDENEN)
    begonnen_op = models.DateField(_("begonnen op"))
    geeindigd_op = models.DateField(_("geëindigd op"), null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("aanhouding")
        verbose_name_plural = _("aanhoudingen")

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.reden}"


class Bewaarkeuze(Bestuurstabel):
    """How many months a board keeps a class of data, where no law says it; with its reason (AVG 5 lid 2)."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    klasse = models.CharField(_("klasse"), max_length=24, choices=KLASSEN)
    maanden = models.PositiveSmallIntegerField(_("maanden"))
    waarom = models.CharField(_("waarom"), max_length=300)
    op = models.DateTimeField(_("op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bewaarkeuze")
        verbose_name_plural = _("bewaarkeuzes")
        constraints = (models.UniqueConstraint(fields=("bestuur", "klasse"), name="bewaarkeuze_een"),)

    def __str__(self) -> str:
        return f"{self.klasse} {self.maanden}"


class Vernietigingslijst(Bestuurstabel):
    """What a directeur proposes to destroy; the board agrees before anything goes.

    `overgeslagen` counts by objection what stayed although it was on the list.
    """

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField(_("voorgesteld op"))
    voorgesteld_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    afgehandeld_op = models.DateTimeField(_("afgehandeld op"), null=True, blank=True)
    afgehandeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afloop = models.CharField(_("afloop"), max_length=10, choices=AFLOPEN, blank=True)
    overgeslagen = models.JSONField(_("overgeslagen"), default=dict, blank=True)

    class Meta:
        verbose_name = _("vernietigingslijst")
        verbose_name_plural = _("vernietigingslijsten")
        ordering = ("-voorgesteld_op", "pk")

    def __str__(self) -> str:
        return f"{self.vestiging_id} {self.pk}"


class Vernietigingsregel(Bestuurstabel):
    """One pupil and one class of data on such a list; gone as soon as the list is carried out."""

    bewaarklasse = Bewaarklasse.INSCHRIJVING

    lijst = models.ForeignKey("leerlingen.Vernietigingslijst", on_delete=models.CASCADE, related_name="regels")
    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="+")
    klasse = models.CharField(_("klasse"), max_length=24, choices=KLASSEN)

    class Meta:
        verbose_name = _("vernietigingsregel")
        verbose_name_plural = _("vernietigingsregels")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "lijst", "leerling", "klasse"), name="vernietigingsregel_een"),
        )

    def __str__(self) -> str:
        return f"{self.lijst_id} {self.klasse}"


class Vernietigingsbewijs(Bestuurstabel):
    """Proof that data were destroyed: how many rows of which tables, on which ground, by whom; nothing of a pupil."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    lijst = models.ForeignKey("leerlingen.Vernietigingslijst", on_delete=models.PROTECT, related_name="bewijzen")
    klasse = models.CharField(_("klasse"), max_length=24, choices=KLASSEN)
    grondslag = models.CharField(_("grondslag"), max_length=200)
    leerlingen = models.PositiveIntegerField(_("aantal leerlingen"))
    aantallen = models.JSONField(_("aantallen"))
    op = models.DateTimeField(_("op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("vernietigingsbewijs")
        verbose_name_plural = _("vernietigingsbewijzen")
        ordering = ("-op", "pk")
        constraints = (models.UniqueConstraint(fields=("bestuur", "lijst", "klasse"), name="vernietigingsbewijs_een"),)

    def __str__(self) -> str:
        return f"{self.lijst_id} {self.klasse}"
