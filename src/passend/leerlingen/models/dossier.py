"""What is in the file of a pupil, as it was on each day, and what parents say of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.organisaties.models import Bestuurstabel

VERTROUWELIJKHEDEN = (
    (Vertrouwelijkheid.GEWOON.value, _("gewoon dossier")),
    (Vertrouwelijkheid.ZORG.value, _("zorg")),
    (Vertrouwelijkheid.MELDCODE.value, _("meldcode")),
)
BESLUITEN = (("verbeterd", _("verbeterd")), ("bijgevoegd", _("bijgevoegd, niet verbeterd")))


class Dossierstuk(Bestuurstabel):
    """A piece of a file; what it says is in its versions.

    Of a piece that was withdrawn, because it was about another pupil, no words are left but why. A piece that parents
    made by saying something of another part of the file has the key of that part, `deel`, and the words it had then.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="stukken")
    titel = models.CharField(_("titel"), max_length=160)
    vertrouwelijkheid = models.CharField(_("vertrouwelijkheid"), max_length=10, choices=VERTROUWELIJKHEDEN)
    deel = models.CharField(_("deel van het dossier"), max_length=60, blank=True, default="")
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    waarom_ingetrokken = models.CharField(_("waarom ingetrokken"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("dossierstuk")
        verbose_name_plural = _("dossierstukken")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("bestuur", "leerling", "deel"),
                condition=~models.Q(deel="") & models.Q(ingetrokken_op__isnull=True),
                name="dossierstuk_een_per_deel",
            ),
        )

    def __str__(self) -> str:
        return self.titel


class Dossierversie(Bestuurstabel):
    """What a piece says from a day on (`geldig_van`), and since when that is known (`vastgelegd_op`); never changed."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    stuk = models.ForeignKey("leerlingen.Dossierstuk", on_delete=models.CASCADE, related_name="versies")
    nummer = models.PositiveIntegerField(_("nummer"))
    tekst = models.TextField(_("tekst"))
    geldig_van = models.DateField(_("geldig van"))
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("dossierversie")
        verbose_name_plural = _("dossierversies")
        ordering = ("nummer",)
        constraints = (models.UniqueConstraint(fields=("bestuur", "stuk", "nummer"), name="dossierversie_uniek"),)

    def __str__(self) -> str:
        return f"{self.stuk_id} {self.nummer}"


class Stukbestand(Bestuurstabel):
    """A file that belongs to a piece; only ever given as a download, never shown as a page of ours.

    `vingerafdruk` is that of the file as it came, so that what comes twice is kept once.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    stuk = models.ForeignKey("leerlingen.Dossierstuk", on_delete=models.CASCADE, related_name="bestanden")
    naam = models.CharField(_("naam"), max_length=160)
    extensie = models.CharField(_("extensie"), max_length=4)
    inhoud = models.BinaryField(_("inhoud"))
    vingerafdruk = models.CharField(_("vingerafdruk"), max_length=64)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bestand bij een stuk")
        verbose_name_plural = _("bestanden bij stukken")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("bestuur", "stuk", "vingerafdruk"), name="stukbestand_uniek"),)

    def __str__(self) -> str:
        return f"{self.stuk_id} {self.pk}"


class Zienswijze(Bestuurstabel):
    """What a parent says of a piece; it stays with it, and may ask to put something right (AVG 16)."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    stuk = models.ForeignKey("leerlingen.Dossierstuk", on_delete=models.CASCADE, related_name="zienswijzen")
    ouder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tekst = models.TextField(_("tekst"))
    is_verzoek = models.BooleanField(_("verzoek om verbetering"))
    ingediend_op = models.DateTimeField(_("ingediend op"))
    besluit = models.CharField(_("besluit"), max_length=10, choices=BESLUITEN, blank=True)
    uitleg = models.TextField(_("uitleg"), blank=True)
    besloten_op = models.DateTimeField(_("besloten op"), null=True, blank=True)
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("zienswijze")
        verbose_name_plural = _("zienswijzen")
        ordering = ("ingediend_op", "pk")

    def __str__(self) -> str:
        return f"{self.stuk_id} {self.pk}"
