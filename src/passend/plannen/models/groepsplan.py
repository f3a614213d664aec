"""The group plan: one subject in one round, three clusters with a goal and an approach, and who is in which."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.hgw import Cluster, Uitkomst
from passend.organisaties.models import Bestuurstabel

CLUSTERS = (
    (Cluster.VERDIEPT.value, _("verdiept")),
    (Cluster.BASIS.value, _("basis")),
    (Cluster.INTENSIEF.value, _("intensief")),
)
UITKOMSTEN = (
    (Uitkomst.BEHAALD.value, _("behaald")),
    (Uitkomst.DEELS.value, _("deels behaald")),
    (Uitkomst.NIET.value, _("niet behaald")),
)


class Groepsplan(Bestuurstabel):
    """A plan of a group for one subject in one round; closed once it is evaluated, and never changed after that."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK  # what it says is about a group; who is in which cluster is kept apart

    groep = models.ForeignKey("organisaties.Groep", on_delete=models.PROTECT, related_name="+")
    ronde = models.ForeignKey("plannen.Planronde", on_delete=models.PROTECT, related_name="groepsplannen")
    vak = models.CharField(_("vak"), max_length=24)
    vorige = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    begonnen_op = models.DateTimeField(_("begonnen op"))
    begonnen_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    afgesloten_op = models.DateTimeField(_("afgesloten op"), null=True, blank=True)
    afgesloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("groepsplan")
        verbose_name_plural = _("groepsplannen")
        ordering = ("vak", "pk")
        constraints = (models.UniqueConstraint(fields=("bestuur", "groep", "ronde", "vak"), name="groepsplan_uniek"),)

    def __str__(self) -> str:
        return f"{self.groep_id} {self.vak} {self.ronde_id}"


class Groepsplancluster(Bestuurstabel):
    """What is wanted and done for one cluster of a plan, how it turned out, and what of it is worth keeping.

    `onderdeel` and `belofte` point at a row of the profile, as those of a line of a plan do.
    """

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    groepsplan = models.ForeignKey("plannen.Groepsplan", on_delete=models.CASCADE, related_name="clusters")
    cluster = models.CharField(_("cluster"), max_length=10, choices=CLUSTERS)
    doel = models.TextField(_("doel"), blank=True)
    aanpak = models.TextField(_("aanpak"), blank=True)
    onderdeel = models.CharField(_("onderdeel"), max_length=400, blank=True)
    belofte = models.CharField(_("belofte"), max_length=400, blank=True)
    uitkomst = models.CharField(_("uitkomst"), max_length=8, choices=UITKOMSTEN, blank=True)
    evaluatie = models.TextField(_("evaluatie"), blank=True)
    wat_werkte = models.TextField(_("wat werkte"), blank=True)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    gewijzigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("cluster van een groepsplan")
        verbose_name_plural = _("clusters van groepsplannen")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "groepsplan", "cluster"), name="groepsplancluster_uniek"),
        )

    def __str__(self) -> str:
        return f"{self.groepsplan_id} {self.cluster}"


class Clusterplaats(Bestuurstabel):
    """In which cluster of a plan a pupil is, what was proposed, and why; the teacher decides."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    groepsplan = models.ForeignKey("plannen.Groepsplan", on_delete=models.CASCADE, related_name="plaatsen")
    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="+")
    cluster = models.CharField(_("cluster"), max_length=10, choices=CLUSTERS)
    voorstel = models.CharField(_("voorstel"), max_length=10, choices=CLUSTERS)
    waarom = models.CharField(_("waarom"), max_length=400)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    gewijzigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("plaats in een cluster")
        verbose_name_plural = _("plaatsen in clusters")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "groepsplan", "leerling"), name="clusterplaats_uniek"),
        )
        indexes = (models.Index(fields=("bestuur", "leerling"), name="clusterplaats_leerling"),)

    def __str__(self) -> str:
        return f"{self.groepsplan_id} {self.leerling_id} {self.cluster}"


class Clusterbehoefte(Bestuurstabel):
    """That the approach of a cluster is for a need of a pupil in it; it goes when the file of that pupil goes."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    groepsplancluster = models.ForeignKey(
        "plannen.Groepsplancluster", on_delete=models.CASCADE, related_name="behoeften"
    )
    kenmerk = models.ForeignKey("plannen.Leerlingkenmerk", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("behoefte bij een cluster")
        verbose_name_plural = _("behoeften bij clusters")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "groepsplancluster", "kenmerk"), name="clusterbehoefte_uniek"),
        )
        indexes = (models.Index(fields=("bestuur", "kenmerk"), name="clusterbehoefte_kenmerk"),)

    def __str__(self) -> str:
        return f"{self.groepsplancluster_id} {self.kenmerk_id}"
