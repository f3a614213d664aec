"""A plan that came along from another school; it holds here only once somebody takes it over."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.hgw import Voorstelsoort, Voorstelstand
from passend.organisaties.models import Bestuurstabel

VOORSTELSOORTEN = (
    (Voorstelsoort.PLAN.value, _("plan")),
    (Voorstelsoort.OPP.value, _("ontwikkelingsperspectief")),
)
VOORSTELSTANDEN = (
    (Voorstelstand.WACHT.value, _("wacht")),
    (Voorstelstand.OVERGENOMEN.value, _("overgenomen")),
    (Voorstelstand.NIET.value, _("niet overgenomen")),
)


class Planvoorstel(Bestuurstabel):
    """What the plan of another school said, as data; nothing of it is a plan here.

    `inhoud` holds the facts by their name, a day in ISO 8601; `vingerafdruk` tells it from every other, so that the
    same plan is offered once.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(_("soort"), max_length=8, choices=VOORSTELSOORTEN)
    van_school = models.CharField(_("van school"), max_length=160)
    inhoud = models.JSONField(_("inhoud"))
    vingerafdruk = models.CharField(_("vingerafdruk"), max_length=64)
    stand = models.CharField(_("stand"), max_length=12, choices=VOORSTELSTANDEN, default=Voorstelstand.WACHT.value)
    gekomen_op = models.DateTimeField(_("gekomen op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    beslist_op = models.DateTimeField(_("beslist op"), null=True, blank=True)
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("plan van een vorige school")
        verbose_name_plural = _("plannen van vorige scholen")
        ordering = ("gekomen_op", "pk")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "leerling", "vingerafdruk"), name="planvoorstel_een"),
        )

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.soort}"
