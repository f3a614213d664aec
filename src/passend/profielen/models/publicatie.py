"""The path of adoption and the editions that come out of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.deling import Deling
from passend.begrippen.uitgave import Stapsoort
from passend.organisaties.models import Bestuurstabel

STAPSOORTEN = (
    (Stapsoort.LEERLINGEN_GEHOORD.value, _("leerlingen gehoord")),
    (Stapsoort.MR_GEVRAAGD.value, _("advies gevraagd aan de MR")),
    (Stapsoort.MR_ADVIES.value, _("advies van de MR")),
    (Stapsoort.BESTUUR_VASTGESTELD.value, _("vastgesteld door het bestuur")),
    (Stapsoort.GEPUBLICEERD.value, _("gepubliceerd")),
    (Stapsoort.GEEVALUEERD.value, _("geëvalueerd")),
)


class Editie(models.Model):
    """A published profile: numbered within its site, frozen for ever.

    `inhoud` is the profile in the open format; `verantwoording` holds steps, evidence and goals as they were;
    `definitie` is the template it was made with. The database refuses to change or delete a row. Everybody may read
    it, so it stands outside the wall of its board and repeats what a reader needs of the working copy.
    """

    bewaarklasse = Bewaarklasse.IN_GEBRUIK
    deling = Deling.OPENBAAR

    bestuur = models.ForeignKey("organisaties.Bestuur", on_delete=models.PROTECT, related_name="+", db_index=False)
    profiel = models.ForeignKey("profielen.Ondersteuningsprofiel", on_delete=models.PROTECT, related_name="edities")
    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="edities")
    nummer = models.PositiveIntegerField(_("nummer"))
    schooljaar = models.CharField(_("schooljaar"), max_length=9)
    inhoud = models.JSONField(_("inhoud"))
    verantwoording = models.JSONField(_("verantwoording"))
    definitie = models.JSONField(_("definitie"))
    gepubliceerd_op = models.DateField(_("gepubliceerd op"))
    gepubliceerd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("editie")
        ordering = ("-nummer",)
        constraints = (models.UniqueConstraint(fields=("vestiging", "nummer", "bestuur"), name="editie_uniek"),)

    def __str__(self) -> str:
        return f"{self.vestiging_id} editie {self.nummer}"


class Vaststellingsstap(Bestuurstabel):
    """A step on the path, taken or openly skipped; belongs to the working copy until `editie` is filled."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    profiel = models.ForeignKey("profielen.Ondersteuningsprofiel", on_delete=models.PROTECT, related_name="stappen")
    editie = models.ForeignKey(
        "profielen.Editie", on_delete=models.PROTECT, null=True, blank=True, related_name="stappen"
    )
    soort = models.CharField(_("soort"), max_length=24, choices=STAPSOORTEN)
    op = models.DateField(_("op"))
    door = models.CharField(_("door"), max_length=120)
    vastgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    hoe = models.TextField(_("hoe"), blank=True)
    gezegd = models.TextField(_("wat er is gezegd"), blank=True)
    gedaan = models.TextField(_("wat ermee is gedaan"), blank=True)
    document = models.BinaryField(_("document"), null=True, blank=True)
    documentnaam = models.CharField(_("documentnaam"), max_length=200, blank=True)
    is_overgeslagen = models.BooleanField(_("overgeslagen"), default=False)
    reden = models.TextField(_("reden"), blank=True)

    class Meta:
        verbose_name = _("vaststellingsstap")
        verbose_name_plural = _("vaststellingsstappen")
        ordering = ("op", "pk")
        indexes = (models.Index(fields=("bestuur", "profiel"), name="stap_profiel"),)
        constraints = (
            models.UniqueConstraint(
                fields=("bestuur", "profiel", "soort"),
                condition=models.Q(editie__isnull=True),
                name="stap_eenmaal_per_ronde",
            ),
            models.UniqueConstraint(fields=("bestuur", "editie", "soort"), name="stap_eenmaal_per_editie"),
            models.CheckConstraint(
                name="overgeslagen_met_reden",
                condition=models.Q(is_overgeslagen=False) | ~models.Q(reden=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.profiel_id} {self.soort}"


class Aanbodregel(models.Model):
    """One claim of the newest edition of a site, for searching and comparing; rebuilt at publication."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK
    deling = Deling.OPENBAAR

    bestuur = models.ForeignKey("organisaties.Bestuur", on_delete=models.PROTECT, related_name="+", db_index=False)
    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.CASCADE, related_name="aanbod")
    editie = models.ForeignKey("profielen.Editie", on_delete=models.CASCADE, related_name="aanbod")
    soort_ondersteuning = models.CharField(_("soort ondersteuning"), max_length=40)
    tabel = models.CharField(_("tabel"), max_length=60)
    label = models.CharField(_("label"), max_length=200)
    waarde = models.CharField(_("waarde"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("aanbodregel")
        indexes = (models.Index(fields=("soort_ondersteuning", "vestiging"), name="aanbodregel_soort"),)

    def __str__(self) -> str:
        return self.label
