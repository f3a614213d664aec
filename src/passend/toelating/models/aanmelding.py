"""A written registration of a child, its parents, and the key by which they follow it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.aanmelding import Aanmeldweg, Hulpvraag, Oudertaal
from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel

WEGEN = (
    (Aanmeldweg.FORMULIER.value, _("formulier van de ouders")),
    (Aanmeldweg.PAPIER.value, _("op papier")),
    (Aanmeldweg.SCHOOL.value, _("door de school ingevuld")),
)
HULPVRAGEN = (
    (Hulpvraag.GEEN.value, _("geen extra hulp")),
    (Hulpvraag.EXTRA.value, _("extra hulp nodig")),
    (Hulpvraag.TAAL.value, _("alleen hulp bij het leren van Nederlands")),
)
OUDERTALEN = (
    (Oudertaal.NEDERLANDS.value, _("Nederlands")),
    (Oudertaal.ENGELS.value, _("Nederlands, met een Engelse vertaling")),
)


class Aanmelding(Bestuurstabel):
    """A child that parents asked a school to admit; no pupil yet, `leerling` names the one it became.

    `verzocht_op` is the day the parents wrote, `ontvangen_op` the day it came in: each starts a term of its own. Of a
    child that never came the class of who was not admitted counts, and the case is destroyed as a whole.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    sleutel = models.UUIDField(_("sleutel"), default=uuid.uuid4, editable=False)
    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    leerling = models.ForeignKey(
        "leerlingen.Leerling", on_delete=models.CASCADE, null=True, blank=True, related_name="aanmeldingen"
    )
    voornaam = models.CharField(_("voornaam"), max_length=80)
    achternaam = models.CharField(_("achternaam"), max_length=120)
    geboren_op = models.DateField(_("geboren op"))
    adres = models.CharField(_("adres"), max_length=200, blank=True)
    weg = models.CharField(_("hoe de aanmelding kwam"), max_length=10, choices=WEGEN)
    verzocht_op = models.DateField(_("verzocht op"))
    ontvangen_op = models.DateField(_("ontvangen op"))
    gewenst_op = models.DateField(_("gewenste eerste schooldag"), null=True, blank=True)
    andere_scholen = models.TextField(_("andere scholen"), blank=True)
    is_eerste_voorkeur = models.BooleanField(_("eerste voorkeur"), default=True)
    hulpvraag = models.CharField(_("hulpvraag"), max_length=6, choices=HULPVRAGEN)
    toelichting = models.TextField(_("toelichting van de ouders"), blank=True)
    is_elders_ingeschreven = models.BooleanField(_("ingeschreven op een andere school"), default=False)
    huidige_school = models.CharField(_("huidige school"), max_length=160, blank=True)
    is_asielzoeker = models.BooleanField(_("asielzoeker"), default=False)
    oudertaal = models.CharField(
        _("taal van de ouders"), max_length=2, choices=OUDERTALEN, default=Oudertaal.NEDERLANDS.value
    )
    ingevoerd_op = models.DateTimeField(_("ingevoerd op"))
    ingevoerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    vernietigingslijst = models.ForeignKey(
        "leerlingen.Vernietigingslijst", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("aanmelding")
        verbose_name_plural = _("aanmeldingen")
        ordering = ("ontvangen_op", "pk")
        constraints = (models.UniqueConstraint(fields=("bestuur", "sleutel"), name="aanmelding_sleutel"),)
        indexes = (models.Index(fields=("bestuur", "vestiging", "ontvangen_op"), name="aanmelding_van_vestiging"),)

    def __str__(self) -> str:
        return f"{self.voornaam} {self.achternaam}"


class Aanmeldouder(Bestuurstabel):
    """Somebody who registers a child, and whether they have authority."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    aanmelding = models.ForeignKey("toelating.Aanmelding", on_delete=models.CASCADE, related_name="ouders")
    naam = models.CharField(_("naam"), max_length=160)
    email = models.EmailField(_("e-mail"), blank=True)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    heeft_gezag = models.BooleanField(_("heeft gezag"), default=True)

    class Meta:
        verbose_name = _("ouder bij een aanmelding")
        verbose_name_plural = _("ouders bij een aanmelding")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.naam


class Aanmeldsleutel(Bestuurstabel):
    """The key with which parents follow their registration; only its hash is kept, so that a copy opens nothing."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    aanmelding = models.ForeignKey("toelating.Aanmelding", on_delete=models.CASCADE, related_name="sleutels")
    hash = models.CharField(_("hash"), max_length=64)
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    verloopt_op = models.DateTimeField(_("verloopt op"))
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("aanmeldsleutel")
        verbose_name_plural = _("aanmeldsleutels")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("bestuur", "hash"), name="aanmeldsleutel_hash"),)

    def __str__(self) -> str:
        return str(self.aanmelding_id)


class Aanmeldscan(Bestuurstabel):
    """The paper of a registration as a picture or a PDF, locked; only ever given as a download."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    aanmelding = models.ForeignKey("toelating.Aanmelding", on_delete=models.CASCADE, related_name="scans")
    extensie = models.CharField(_("extensie"), max_length=4)
    geheim = models.BinaryField(_("geheim"))
    toegevoegd_op = models.DateTimeField(_("toegevoegd op"))
    toegevoegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("scan van een aanmelding")
        verbose_name_plural = _("scans van aanmeldingen")
        ordering = ("toegevoegd_op", "pk")
        indexes = (models.Index(fields=("bestuur", "aanmelding"), name="aanmeldscan_van_aanmelding"),)

    def __str__(self) -> str:
        return f"{self.aanmelding_id} {self.extensie}"
