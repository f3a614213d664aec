"""The pupil, the groups they are in, their parents, and the number that stays apart."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel


class Leerling(Bestuurstabel):
    """A pupil at the site that keeps the file; who moves to another board gets a file there, and this one ends.

    `sleutel` is the key that pages, the log and others get: it says nothing, and is no number of the state.
    `administratiesleutel` is the key by which the administration of the school knows the pupil; empty without one.
    """

    bewaarklasse = Bewaarklasse.INSCHRIJVING

    sleutel = models.UUIDField(_("sleutel"), default=uuid.uuid4, editable=False)
    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    voornaam = models.CharField(_("voornaam"), max_length=80)
    achternaam = models.CharField(_("achternaam"), max_length=120)
    geboren_op = models.DateField(_("geboren op"))
    ingeschreven_op = models.DateField(_("ingeschreven op"))
    uitgeschreven_op = models.DateField(_("uitgeschreven op"), null=True, blank=True)
    is_verwezen = models.BooleanField(_("verwezen naar sbo of so"), default=False)
    uitgeschreven_naar = models.CharField(_("uitgeschreven naar school"), max_length=160, blank=True, default="")
    vernietigd_op = models.DateField(_("dossier vernietigd op"), null=True, blank=True)
    administratiesleutel = models.CharField(_("sleutel in de administratie"), max_length=256, blank=True, default="")

    class Meta:
        verbose_name = _("leerling")
        verbose_name_plural = _("leerlingen")
        ordering = ("achternaam", "voornaam", "pk")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "sleutel"), name="leerling_sleutel"),
            models.UniqueConstraint(
                fields=("bestuur", "vestiging", "administratiesleutel"),
                condition=~models.Q(administratiesleutel=""),
                name="leerling_administratiesleutel",
            ),
        )
        indexes = (
            models.Index(fields=("bestuur", "vestiging", "achternaam", "voornaam", "id"), name="leerling_op_naam"),
        )

    def __str__(self) -> str:
        return f"{self.voornaam} {self.achternaam}"


class Zoekwoord(Bestuurstabel):
    """One word of the name of a pupil, as somebody types it; a search looks for how it begins.

    Without it a search reads every name of a school, which takes longer the more pupils it has.
    """

    bewaarklasse = Bewaarklasse.INSCHRIJVING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="+")
    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    woord = models.CharField(_("woord"), max_length=120)

    class Meta:
        verbose_name = _("zoekwoord")
        verbose_name_plural = _("zoekwoorden")
        constraints = (models.UniqueConstraint(fields=("bestuur", "leerling", "woord"), name="zoekwoord_uniek"),)
        indexes = (models.Index(fields=("bestuur", "vestiging", "woord"), name="zoekwoord_van_vestiging"),)

    def __str__(self) -> str:
        return self.woord


class Groepsplaatsing(Bestuurstabel):
    """That a pupil is in a group, for a period."""

    bewaarklasse = Bewaarklasse.INSCHRIJVING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="plaatsingen")
    groep = models.ForeignKey("organisaties.Groep", on_delete=models.PROTECT, related_name="plaatsingen")
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("groepsplaatsing")
        verbose_name_plural = _("groepsplaatsingen")
        indexes = (models.Index(fields=("bestuur", "groep"), name="plaatsing_van_groep"),)
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "leerling", "groep", "geldig_van"), name="plaatsing_uniek"),
        )

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.groep_id}"


class Ouderrelatie(Bestuurstabel):
    """A parent of a pupil, with or without authority, for a period; the account is there once they signed in.

    Authority and its end are facts that a court or the register can change; such a change is a row that ends and a
    new one.
    """

    bewaarklasse = Bewaarklasse.INSCHRIJVING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="ouders")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    naam = models.CharField(_("naam"), max_length=160)
    email = models.EmailField(_("e-mail"), blank=True)
    heeft_gezag = models.BooleanField(_("heeft gezag"))
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("ouderrelatie")
        verbose_name_plural = _("ouderrelaties")
        ordering = ("pk",)
        indexes = (models.Index(fields=("bestuur", "account"), name="ouderrelatie_account"),)

    def __str__(self) -> str:
        return self.naam


class Burgerservicenummer(Bestuurstabel):
    """The number of a pupil, encrypted and apart: never searched, logged, or given to others than WPO 182 names."""

    bewaarklasse = Bewaarklasse.BEKOSTIGING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="+")
    geheim = models.BinaryField(_("geheim"))

    class Meta:
        verbose_name = _("burgerservicenummer")
        verbose_name_plural = _("burgerservicenummers")
        constraints = (models.UniqueConstraint(fields=("bestuur", "leerling"), name="burgerservicenummer_een"),)

    def __str__(self) -> str:
        return str(self.leerling_id)
