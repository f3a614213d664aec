"""The log of talks between two schools about one child, whatever it is written down at."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.overstap import Contactreden, Contactwijze
from passend.organisaties.models import Bestuurstabel

CONTACTREDENEN = (
    (Contactreden.AANMELDING.value, _("aanmelding bij de andere school")),
    (Contactreden.EXTRA_ONDERSTEUNING.value, _("extra ondersteuning")),
    (Contactreden.WARME_OVERDRACHT.value, _("warme overdracht")),
    (Contactreden.ONVREDE.value, _("onvrede bij de ouders")),
    (Contactreden.TERUG.value, _("terug uit speciaal onderwijs")),
    (Contactreden.ANDERS.value, _("iets anders")),
)
CONTACTWIJZEN = (
    (Contactwijze.TELEFOON.value, _("aan de telefoon")),
    (Contactwijze.GESPREK.value, _("in een gesprek")),
    (Contactwijze.BEELD.value, _("met beeldbellen")),
    (Contactwijze.EMAIL.value, _("per e-mail")),
)


class Schoolcontact(Bestuurstabel):
    """That two schools were in touch about a child: when, who on both sides, by what means, and about what.

    Before a child is a pupil there is no file: then `zaak` is the key of the file that came, and name and birthday say
    which child it is about. `gebeurtenis` is the row in the case of a registration that counts it there.
    """

    bewaarklasse = Bewaarklasse.OVERSTAPDOSSIER

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    leerling = models.ForeignKey(
        "leerlingen.Leerling", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    gebeurtenis = models.ForeignKey(
        "toelating.Aanmeldgebeurtenis", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    zaak = models.CharField(_("zaak"), max_length=40, blank=True)
    voornaam = models.CharField(_("voornaam"), max_length=80, blank=True)
    achternaam = models.CharField(_("achternaam"), max_length=120, blank=True)
    geboren_op = models.DateField(_("geboren op"), null=True, blank=True)
    op = models.DateField(_("op"))
    andere_school = models.CharField(_("andere school"), max_length=160)
    wie_daar = models.CharField(_("wie daar"), max_length=120)
    wie_hier = models.CharField(_("wie hier"), max_length=120)
    wijze = models.CharField(_("wijze"), max_length=10, choices=CONTACTWIJZEN, blank=True)
    reden = models.CharField(_("reden"), max_length=20, choices=CONTACTREDENEN)
    waarover = models.TextField(_("waarover"))
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("contact tussen scholen")
        verbose_name_plural = _("contacten tussen scholen")
        ordering = ("-op", "-pk")
        indexes = (
            models.Index(fields=("bestuur", "leerling"), name="schoolcontact_leerling"),
            models.Index(fields=("bestuur", "vestiging", "zaak"), name="schoolcontact_zaak"),
            models.Index(fields=("bestuur", "vestiging", "geboren_op"), name="schoolcontact_kind"),
        )
        constraints = (
            models.CheckConstraint(
                name="schoolcontact_over_iemand",
                condition=models.Q(leerling__isnull=False) | models.Q(gebeurtenis__isnull=False) | ~models.Q(zaak=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.vestiging_id} {self.op}"
