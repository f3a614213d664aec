"""What a row said before it was put right, so that a file can be shown as it was known on a day."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.organisaties.models import Bestuurstabel


class Vorigestand(Bestuurstabel):
    """How one row stood until a moment; `was` holds the values that were replaced, and None says: it was not there.

    Only ever added. It stays as long as the rows it is about: that is why there is a table for each class.
    """

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="+")
    tabel = models.CharField(_("tabel"), max_length=40)
    rij = models.PositiveBigIntegerField(_("rij"))
    was = models.JSONField(_("was"), null=True, encoder=DjangoJSONEncoder)
    vervangen_op = models.DateTimeField(_("vervangen op"))

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.tabel} {self.rij}"


class Vorigegegeven(Vorigestand):
    """What was known before of who a pupil is, of its group, its parents and its absence."""

    bewaarklasse = Bewaarklasse.INSCHRIJVING

    class Meta:
        verbose_name = _("vorig gegeven")
        verbose_name_plural = _("vorige gegevens")
        ordering = ("-vervangen_op", "-pk")
        indexes = (models.Index(fields=("bestuur", "leerling", "tabel"), name="vorigegegeven_van_leerling"),)


class Vorigfeit(Vorigestand):
    """What was known before of pieces, results, plans and decisions; never a word of a piece that was withdrawn."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    class Meta:
        verbose_name = _("vorig feit")
        verbose_name_plural = _("vorige feiten")
        ordering = ("-vervangen_op", "-pk")
        indexes = (models.Index(fields=("bestuur", "leerling", "tabel"), name="vorigfeit_van_leerling"),)
