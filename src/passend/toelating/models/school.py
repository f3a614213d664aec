"""How a school admits: its policy, and which year groups have room."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.aanmelding import Andereschool, Plaatsstand
from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel

PLAATSSTANDEN = (
    (Plaatsstand.PLAATS.value, _("plaats")),
    (Plaatsstand.VOL.value, _("vol")),
)


SCHOOLSOORTEN = (
    (Andereschool.BASISSCHOOL.value, _("basisschool")),
    (Andereschool.SBO.value, _("speciaal basisonderwijs (sbo)")),
    (Andereschool.SO.value, _("speciaal onderwijs (so)")),
)


class Toelatingsbeleid(Bestuurstabel):
    """What a school says about admission: which law and which gates hold follows from it; no pupil is in it."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    is_openbaar = models.BooleanField(_("openbare school"), default=False)
    schoolsoort = models.CharField(
        _("soort school"), max_length=10, choices=SCHOOLSOORTEN, default=Andereschool.BASISSCHOOL.value
    )
    is_aanmelden_open = models.BooleanField(_("aanmelden via Passend"), default=False)
    beleid_adres = models.URLField(_("adres van het toelatingsbeleid"), blank=True)
    beleid_sinds = models.DateField(_("beleid openbaar sinds"), null=True, blank=True)
    beleid_genoteerd_op = models.DateField(_("beleid genoteerd op"), null=True, blank=True)
    steunpunt = models.CharField(_("ouder- en jeugdsteunpunt"), max_length=200, blank=True)
    bezwaar_adres = models.CharField(_("waar bezwaar heen gaat"), max_length=200, blank=True)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    gewijzigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("toelatingsbeleid")
        verbose_name_plural = _("toelatingsbeleid")
        constraints = (models.UniqueConstraint(fields=("bestuur", "vestiging"), name="toelatingsbeleid_een"),)

    def __str__(self) -> str:
        return str(self.vestiging_id)


class Groepsruimte(Bestuurstabel):
    """Whether a year group of a school has room, from a day; what was before stays as it was."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    leerjaar = models.PositiveSmallIntegerField(_("leerjaar"))
    stand = models.CharField(_("stand"), max_length=6, choices=PLAATSSTANDEN)
    geldig_van = models.DateField(_("geldig van"))
    toelichting = models.CharField(_("toelichting"), max_length=300, blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("groepsruimte")
        verbose_name_plural = _("groepsruimten")
        ordering = ("leerjaar", "geldig_van", "pk")
        indexes = (models.Index(fields=("bestuur", "vestiging", "leerjaar"), name="groepsruimte_vestiging"),)

    def __str__(self) -> str:
        return f"{self.leerjaar} {self.stand}"
