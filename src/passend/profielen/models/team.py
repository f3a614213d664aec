"""What the team adds: evidence, rounds in which rows are proposed, agreed or challenged, goals of the year."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel

REACTIESOORTEN = (("voorstel", _("voorstel")), ("eens", _("eens")), ("oneens", _("oneens")))
DOELSTANDEN = (
    ("open", _("loopt")),
    ("behaald", _("behaald")),
    ("deels", _("deels behaald")),
    ("niet", _("niet behaald")),
)


class Teamronde(Bestuurstabel):
    """A short period in which colleagues look at the rows together."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    profiel = models.ForeignKey("profielen.Ondersteuningsprofiel", on_delete=models.CASCADE, related_name="rondes")
    vraag = models.CharField(_("vraag"), max_length=200)
    geopend_op = models.DateTimeField(_("geopend op"))
    geopend_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gesloten_op = models.DateTimeField(_("gesloten op"), null=True, blank=True)

    class Meta:
        verbose_name = _("teamronde")
        ordering = ("-geopend_op",)
        indexes = (models.Index(fields=("bestuur", "profiel"), name="ronde_profiel"),)
        constraints = (
            models.UniqueConstraint(
                fields=("bestuur", "profiel"), condition=models.Q(gesloten_op__isnull=True), name="ronde_een_open"
            ),
        )

    def __str__(self) -> str:
        return self.vraag


class Reactie(Bestuurstabel):
    """What one colleague says of one row; the newest one counts, older ones stay readable."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    ronde = models.ForeignKey("profielen.Teamronde", on_delete=models.CASCADE, related_name="reacties")
    sleutel = models.CharField(_("sleutel"), max_length=200)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(_("soort"), max_length=10, choices=REACTIESOORTEN)
    toelichting = models.CharField(_("toelichting"), max_length=500, blank=True)
    op = models.DateTimeField(_("op"))

    class Meta:
        verbose_name = _("reactie")
        ordering = ("op", "pk")
        indexes = (models.Index(fields=("bestuur", "ronde"), name="reactie_ronde"),)

    def __str__(self) -> str:
        return f"{self.sleutel} {self.soort}"


class Onderbouwingsregel(Bestuurstabel):
    """Evidence for a row: what can be seen, and when it was."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    profiel = models.ForeignKey(
        "profielen.Ondersteuningsprofiel", on_delete=models.CASCADE, related_name="onderbouwingen"
    )
    sleutel = models.CharField(_("sleutel"), max_length=200)
    wat = models.CharField(_("wat"), max_length=500)
    wanneer = models.DateField(_("wanneer"))
    toegevoegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("onderbouwing")
        ordering = ("-wanneer", "pk")
        indexes = (models.Index(fields=("bestuur", "profiel"), name="onderbouwing_profiel"),)

    def __str__(self) -> str:
        return self.wat


class Doelregel(Bestuurstabel):
    """A goal of the year on a row of the profile; `vorige` is last year's goal it comes from."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    profiel = models.ForeignKey("profielen.Ondersteuningsprofiel", on_delete=models.CASCADE, related_name="doelen")
    sleutel = models.CharField(_("sleutel"), max_length=200)
    doel = models.CharField(_("doel"), max_length=300)
    actie = models.TextField(_("actie"), blank=True)
    eigenaar = models.CharField(_("eigenaar"), max_length=120)
    onderbouwing = models.TextField(_("onderbouwing"), blank=True)
    evaluatie = models.TextField(_("evaluatie"), blank=True)
    stand = models.CharField(_("stand"), max_length=10, choices=DOELSTANDEN, default="open")
    is_verwijderd = models.BooleanField(_("verwijderd"), default=False)
    vorige = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="volgende")

    class Meta:
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")
        ordering = ("pk",)
        indexes = (models.Index(fields=("bestuur", "profiel"), name="doel_profiel"),)

    def __str__(self) -> str:
        return self.doel
