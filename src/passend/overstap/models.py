"""Tables of what schools tell each other about a pupil: the report that leaves, and the file that comes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.overstap import Akkoord, Invoervorm, Kanaal, Uitvoervorm
from passend.organisaties.models import Bestuurstabel

KANALEN = (
    (Kanaal.GESPREK.value, _("in een gesprek")),
    (Kanaal.BRIEF.value, _("per brief")),
    (Kanaal.EMAIL.value, _("per e-mail")),
    (Kanaal.PASSEND.value, _("op de eigen pagina")),
)
# as the answer of one parent and of all together: whether the parents agree with the report
AKKOORDEN = (
    (Akkoord.JA.value, _("ja")),
    (Akkoord.NEE.value, _("nee")),
    (Akkoord.ONBEKEND.value, _("geen antwoord")),
)
UITVOERVORMEN = (
    (Uitvoervorm.PDF.value, _("PDF")),
    (Uitvoervorm.OSO.value, _("OSO-bestand")),
    (Uitvoervorm.OSO_SWV.value, _("OSO-bestand voor het samenwerkingsverband")),
    (Uitvoervorm.PASSEND.value, _("Passend-bestand")),
)
INVOERVORMEN = ((Invoervorm.OSO.value, _("OSO-bestand")), (Invoervorm.PASSEND.value, _("Passend-bestand")))
INVOERSTANDEN = (("concept", _("nog niet overgenomen")), ("overgenomen", _("overgenomen")))


class Onderwijskundigrapport(Bestuurstabel):
    """The report of one pupil for the next school; `inhoud` is what it said when it was set, and never changes.

    `besluiten` has the fingerprints of the decisions of meetings that somebody chose to send along; None as long as
    nobody chose. The address is asked for here because the standard for transfer files needs it, and is kept nowhere
    else; it is no part of the report, and can be filled in after the report was set.
    """

    bewaarklasse = Bewaarklasse.OVERSTAPDOSSIER

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="+")
    naar_school = models.CharField(_("naar school"), max_length=160, blank=True)
    naar_brin = models.CharField(_("naar BRIN"), max_length=6, blank=True)
    begonnen_op = models.DateTimeField(_("begonnen op"))
    begonnen_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    vastgesteld_op = models.DateTimeField(_("vastgesteld op"), null=True, blank=True)
    vastgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    besluiten = models.JSONField(_("besluiten"), null=True, blank=True)
    inhoud = models.JSONField(_("inhoud"), null=True, blank=True)
    is_adres_geheim = models.BooleanField(_("adres geheim"), default=False)
    straat = models.CharField(_("straat"), max_length=120, blank=True)
    huisnummer = models.CharField(_("huisnummer"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    woonplaats = models.CharField(_("woonplaats"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("onderwijskundig rapport")
        verbose_name_plural = _("onderwijskundige rapporten")
        ordering = ("-begonnen_op", "-pk")
        indexes = (models.Index(fields=("bestuur", "leerling"), name="okr_van_leerling"),)

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.pk}"

    @property
    def heeft_adres(self) -> bool:
        """Whether there is enough for a transfer file: all of the address, or that it is secret."""
        return self.is_adres_geheim or all((self.straat, self.huisnummer, self.postcode, self.woonplaats))


class Rapportbericht(Bestuurstabel):
    """That the school told one parent of the report, how, when they got a copy, and what they say of it.

    `geheim` is the letter or the report of the talk, locked; `extensie` is empty when there is none.
    """

    bewaarklasse = Bewaarklasse.OVERSTAPDOSSIER

    rapport = models.ForeignKey("overstap.Onderwijskundigrapport", on_delete=models.CASCADE, related_name="berichten")
    ouder = models.ForeignKey("leerlingen.Ouderrelatie", on_delete=models.CASCADE, related_name="+")
    geinformeerd_op = models.DateField(_("geïnformeerd op"))
    kanaal = models.CharField(_("kanaal"), max_length=10, choices=KANALEN)
    kopie_op = models.DateField(_("kopie op"))
    akkoord = models.CharField(_("akkoord"), max_length=10, choices=AKKOORDEN)
    opmerking = models.TextField(_("opmerking"), blank=True)
    extensie = models.CharField(_("extensie"), max_length=4, blank=True)
    geheim = models.BinaryField(_("geheim"))
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bericht aan een ouder over een rapport")
        verbose_name_plural = _("berichten aan ouders over rapporten")
        ordering = ("geinformeerd_op", "pk")
        constraints = (models.UniqueConstraint(fields=("bestuur", "rapport", "ouder"), name="rapportbericht_een"),)

    def __str__(self) -> str:
        return f"{self.rapport_id} {self.ouder_id}"


class Rapportreactie(Bestuurstabel):
    """That one parent read the report on their own page, and what they say of it; fixed once the report left."""

    bewaarklasse = Bewaarklasse.OVERSTAPDOSSIER

    rapport = models.ForeignKey("overstap.Onderwijskundigrapport", on_delete=models.CASCADE, related_name="reacties")
    ouder = models.ForeignKey("leerlingen.Ouderrelatie", on_delete=models.CASCADE, related_name="+")
    gelezen_op = models.DateTimeField(_("gelezen op"))
    akkoord = models.CharField(_("akkoord"), max_length=10, choices=AKKOORDEN, blank=True)
    opmerking = models.TextField(_("opmerking"), blank=True)
    gezegd_op = models.DateTimeField(_("gezegd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("reactie op een rapport")
        verbose_name_plural = _("reacties op rapporten")
        ordering = ("gelezen_op", "pk")
        constraints = (models.UniqueConstraint(fields=("bestuur", "rapport", "ouder"), name="rapportreactie_een"),)

    def __str__(self) -> str:
        return f"{self.rapport_id} {self.ouder_id}"


class Rapporttekst(Bestuurstabel):
    """What the school itself says in one part of a report that is being written."""

    bewaarklasse = Bewaarklasse.OVERSTAPDOSSIER

    rapport = models.ForeignKey("overstap.Onderwijskundigrapport", on_delete=models.CASCADE, related_name="teksten")
    onderdeel = models.CharField(_("onderdeel"), max_length=32)
    tekst = models.TextField(_("tekst"), blank=True)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    gewijzigd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("tekst van een rapport")
        verbose_name_plural = _("teksten van rapporten")
        constraints = (models.UniqueConstraint(fields=("bestuur", "rapport", "onderdeel"), name="rapporttekst_een"),)

    def __str__(self) -> str:
        return f"{self.rapport_id} {self.onderdeel}"


class Rapportuitvoer(Bestuurstabel):
    """That a report left the school: as what, when, by whom, and the fingerprint of the file."""

    bewaarklasse = Bewaarklasse.OVERSTAPDOSSIER

    rapport = models.ForeignKey("overstap.Onderwijskundigrapport", on_delete=models.CASCADE, related_name="uitvoeren")
    vorm = models.CharField(_("vorm"), max_length=10, choices=UITVOERVORMEN)
    vingerafdruk = models.CharField(_("vingerafdruk"), max_length=64)
    op = models.DateTimeField(_("op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ontvangen_op = models.DateTimeField(_("ontvangen op"), null=True, blank=True)
    ontvangen_door = models.CharField(_("ontvangen door"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("uitvoer van een rapport")
        verbose_name_plural = _("uitvoer van rapporten")
        ordering = ("-op", "-pk")

    def __str__(self) -> str:
        return f"{self.rapport_id} {self.vorm}"


class Overstapbestand(Bestuurstabel):
    """A file of another school: looked at first, taken over or thrown away after that; the file itself stays, locked.

    Until it is taken over there is no pupil; it is thrown away by itself after a week.
    """

    bewaarklasse = Bewaarklasse.OVERSTAPDOSSIER

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    leerling = models.ForeignKey(
        "leerlingen.Leerling", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    vorm = models.CharField(_("vorm"), max_length=10, choices=INVOERVORMEN)
    vingerafdruk = models.CharField(_("vingerafdruk"), max_length=64)
    naam = models.CharField(_("naam"), max_length=241, blank=True)
    geboren_op = models.DateField(_("geboren op"), null=True, blank=True)
    van_school = models.CharField(_("van school"), max_length=160, blank=True)
    geheim = models.BinaryField(_("geheim"))
    stand = models.CharField(_("stand"), max_length=12, choices=INVOERSTANDEN, default="concept")
    ingelezen_op = models.DateTimeField(_("ingelezen op"))
    ingelezen_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    overgenomen_op = models.DateTimeField(_("overgenomen op"), null=True, blank=True)
    overgenomen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("overstapbestand")
        verbose_name_plural = _("overstapbestanden")
        ordering = ("-ingelezen_op", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "vestiging", "vingerafdruk"), name="overstapbestand_een"),
        )

    def __str__(self) -> str:
        return f"{self.vestiging_id} {self.pk}"


class Schoolsleutel(Bestuurstabel):
    """The keys of a school for files between two Passends, locked, and the card that others may have."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    geheim = models.BinaryField(_("geheim"))
    kaart = models.JSONField(_("kaart"))
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("schoolsleutel")
        verbose_name_plural = _("schoolsleutels")
        constraints = (models.UniqueConstraint(fields=("bestuur", "vestiging"), name="schoolsleutel_een"),)

    def __str__(self) -> str:
        return str(self.vestiging_id)


class Sleutelkaart(Bestuurstabel):
    """The card of another school; it counts once somebody heard its code from that school."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    school = models.CharField(_("school"), max_length=160)
    kaart = models.JSONField(_("kaart"))
    vingerafdruk = models.CharField(_("vingerafdruk"), max_length=64)
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gecontroleerd_op = models.DateTimeField(_("gecontroleerd op"), null=True, blank=True)
    gecontroleerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("sleutelkaart")
        verbose_name_plural = _("sleutelkaarten")
        ordering = ("school", "pk")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "vestiging", "vingerafdruk"), name="sleutelkaart_een"),
        )

    def __str__(self) -> str:
        return self.school
