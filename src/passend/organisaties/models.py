"""Samenwerkingsverband, bestuur, vestiging and groep; and what every table of one board is built on."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import get_scope
from django_scopes.manager import DisabledQuerySet

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.deling import Deling
from passend.begrippen.vakantieregio import Vakantieregio

ZOALS_TOEN: ContextVar[Callable[[models.QuerySet[Any]], models.QuerySet[Any]] | None] = ContextVar(
    "zoals_toen", default=None
)
"""What every question of a table of a board goes through while a day that is over is shown; set by one reader alone."""

VAKANTIEREGIOS = (
    (Vakantieregio.NOORD.value, _("noord")),
    (Vakantieregio.MIDDEN.value, _("midden")),
    (Vakantieregio.ZUID.value, _("zuid")),
)


class Samenwerkingsverband(models.Model):
    """A partnership of school boards in a region (WPO 18a)."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK
    deling = Deling.OPENBAAR

    nummer = models.CharField(_("nummer"), max_length=6, unique=True)
    naam = models.CharField(_("naam"), max_length=120)
    regio = models.CharField(_("regio"), max_length=120)

    class Meta:
        verbose_name = _("samenwerkingsverband")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Bestuur(models.Model):
    """A school board: the bevoegd gezag, bearer of the statutory duties."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK
    deling = Deling.OPENBAAR

    samenwerkingsverband = models.ForeignKey(
        "organisaties.Samenwerkingsverband", on_delete=models.PROTECT, related_name="besturen"
    )
    nummer = models.CharField(_("nummer"), max_length=6, unique=True)
    naam = models.CharField(_("naam"), max_length=120)

    class Meta:
        verbose_name = _("bestuur")
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Bestuursmanager[M: models.Model](models.Manager[M]):
    """The rows of the boards in scope; any question outside a scope is a mistake, and there is no way around it."""

    def get_queryset(self) -> models.QuerySet[M]:
        """The rows of one board, or of a few."""
        besturen = get_scope().get("bestuur")
        if besturen is None:
            buiten: models.QuerySet[M] = DisabledQuerySet(self.model, using=self._db, missing_scopes={"bestuur"})
            return buiten
        rijen = super().get_queryset()
        rijen = rijen.filter(bestuur__in=besturen) if isinstance(besturen, list) else rijen.filter(bestuur=besturen)
        zoals_toen = ZOALS_TOEN.get()
        return zoals_toen(rijen) if zoals_toen else rijen

    def all(self) -> models.QuerySet[M]:
        """Every row in scope; fails outside one, where Django's own would only hand the failure on."""
        rijen = self.get_queryset()
        # what was fetched beforehand is kept, as by Django's own; only outside a scope asking for a copy is what fails
        return rijen.all() if isinstance(rijen, DisabledQuerySet) else rijen


class Bestuurstabel(models.Model):
    """A table whose rows belong to one board, the controller of its data (AVG 4 lid 7).

    Without a scope every query fails; within `in_bestuur` it sees the rows of that board alone, and on PostgreSQL the
    database itself refuses the rest.
    """

    deling = Deling.BESTUUR

    bestuur = models.ForeignKey("organisaties.Bestuur", on_delete=models.PROTECT, related_name="+")

    objects = Bestuursmanager()

    class Meta:
        abstract = True
        base_manager_name = "objects"  # so that saving a row, and following a key to one, stay within the scope too


class Vestiging(models.Model):
    """One site of a school; `brin` is the school's register number, `volgnummer` the site within it."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK
    deling = Deling.OPENBAAR

    bestuur = models.ForeignKey("organisaties.Bestuur", on_delete=models.PROTECT, related_name="vestigingen")
    brin = models.CharField(_("BRIN"), max_length=4)
    volgnummer = models.CharField(_("volgnummer"), max_length=2, default="00")
    naam = models.CharField(_("naam"), max_length=160)
    adres = models.CharField(_("adres"), max_length=160, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    plaats = models.CharField(_("plaats"), max_length=80)
    telefoon = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    kleur = models.CharField(_("kleur"), max_length=7, default="#0b5d5e")
    vakantieregio = models.CharField(
        _("vakantieregio"), max_length=6, choices=VAKANTIEREGIOS, default=Vakantieregio.MIDDEN.value
    )

    class Meta:
        verbose_name = _("vestiging")
        verbose_name_plural = _("vestigingen")
        ordering = ("naam", "plaats")
        constraints = (models.UniqueConstraint(fields=("brin", "volgnummer"), name="vestiging_uniek"),)
        indexes = (models.Index(fields=("plaats", "naam"), name="vestiging_plaats_naam"),)

    def __str__(self) -> str:
        return self.naam

    @property
    def code(self) -> str:
        """BRIN and site number together, the public key of a site: `99AB00`."""
        return f"{self.brin}{self.volgnummer}"


class Groep(Bestuurstabel):
    """A group of pupils at a site in one school year."""

    bewaarklasse = Bewaarklasse.INSCHRIJVING

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="groepen")
    schooljaar = models.CharField(_("schooljaar"), max_length=9)
    naam = models.CharField(_("naam"), max_length=40)

    class Meta:
        verbose_name = _("groep")
        verbose_name_plural = _("groepen")
        ordering = ("naam",)
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "vestiging", "schooljaar", "naam"), name="groep_uniek"),
        )

    def __str__(self) -> str:
        return self.naam
