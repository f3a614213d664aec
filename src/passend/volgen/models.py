"""Tables of what a school sees of its pupils."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.volgen import Herkomst, Signaalregel, Vak, Verzuimsoort, Waarnemingsoort
from passend.organisaties.models import Bestuurstabel

VAKKEN = (
    (Vak.TECHNISCH_LEZEN.value, _("technisch lezen")),
    (Vak.BEGRIJPEND_LEZEN.value, _("begrijpend lezen")),
    (Vak.BEGRIJPEND_LUISTEREN.value, _("begrijpend luisteren")),
    (Vak.SPELLING.value, _("spelling")),
    (Vak.TAALVERZORGING.value, _("taalverzorging")),
    (Vak.WOORDENSCHAT.value, _("woordenschat")),
    (Vak.REKENEN.value, _("rekenen")),
    (Vak.ENGELS.value, _("Engels")),
    (Vak.STUDIEVAARDIGHEDEN.value, _("studievaardigheden")),
    (Vak.WERELDORIENTATIE.value, _("wereldoriëntatie")),
    (Vak.SOCIAAL_EMOTIONEEL.value, _("sociaal-emotioneel")),
    (Vak.LEERAANPAK.value, _("leeraanpak")),
)
HERKOMSTEN = ((Herkomst.GETYPT.value, _("getypt")), (Herkomst.BESTAND.value, _("uit een bestand")))
VERZUIMHERKOMSTEN = (*HERKOMSTEN, (Herkomst.BESLUIT.value, _("uit een besluit")))
WAARNEMINGSOORTEN = (
    (Waarnemingsoort.OBSERVATIE.value, _("observatie")),
    (Waarnemingsoort.METHODETOETS.value, _("toets uit de methode")),
    (Waarnemingsoort.BEZORGDHEID.value, _("ik maak me zorgen")),
)
VERZUIMSOORTEN = (
    (Verzuimsoort.ZIEK.value, _("ziek")),
    (Verzuimsoort.GEOORLOOFD.value, _("met goede reden")),
    (Verzuimsoort.ONGEOORLOOFD.value, _("zonder goede reden")),
    (Verzuimsoort.TE_LAAT.value, _("te laat")),
    (Verzuimsoort.SCHORSING.value, _("geschorst")),
)
SIGNAALREGELS = (
    (Signaalregel.DALING.value, _("zakt in niveau")),
    (Signaalregel.STILSTAND.value, _("groeit niet")),
    (Signaalregel.VERZUIM.value, _("verzuim zonder goede reden")),
    (Signaalregel.EVALUATIE.value, _("evaluatie te laat")),
)


class Toetsresultaat(Bestuurstabel):
    """One result of one pupil on one test, as the maker of the test reports it; nothing is computed from it here.

    `instrument` and `normschema` are codes of the catalogue in `regels.instrumenten`. A band without its scheme means
    nothing, and neither does a score on the scale of another instrument or version.

    One that belongs to another pupil is withdrawn with the reason: it is not shown and counts nowhere any more.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="toetsresultaten")
    instrument = models.CharField(_("instrument"), max_length=40)
    instrumentversie = models.CharField(_("versie van het instrument"), max_length=40, blank=True)
    vak = models.CharField(_("vak"), max_length=24, choices=VAKKEN)
    afnamemoment = models.CharField(_("afnamemoment"), max_length=12, blank=True)
    afgenomen_op = models.DateField(_("afgenomen op"))
    ruwe_score = models.DecimalField(_("ruwe score"), max_digits=7, decimal_places=2, null=True, blank=True)
    schaalscore = models.DecimalField(_("schaalscore"), max_digits=7, decimal_places=2, null=True, blank=True)
    niveau = models.CharField(_("niveau"), max_length=12, blank=True)
    normschema = models.CharField(_("normschema"), max_length=40, blank=True)
    percentiel = models.PositiveSmallIntegerField(_("percentiel"), null=True, blank=True)
    functioneringsniveau = models.CharField(_("functioneringsniveau"), max_length=12, blank=True)
    referentieniveau = models.CharField(_("referentieniveau"), max_length=12, blank=True)
    herkomst = models.CharField(_("herkomst"), max_length=10, choices=HERKOMSTEN)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    waarom_ingetrokken = models.CharField(_("waarom ingetrokken"), max_length=300, blank=True, db_default="")

    class Meta:
        verbose_name = _("toetsresultaat")
        verbose_name_plural = _("toetsresultaten")
        ordering = ("afgenomen_op", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=(
                    "bestuur",
                    "leerling",
                    "instrument",
                    "instrumentversie",
                    "vak",
                    "afnamemoment",
                    "afgenomen_op",
                ),
                condition=models.Q(ingetrokken_op__isnull=True),
                name="toetsresultaat_uniek",
            ),
        )

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.instrument} {self.vak} {self.afnamemoment}"

    @property
    def kort(self) -> str:
        """What came out in one or two signs: a band or level, else the score; how many were right says that it is."""
        if woord := self.niveau or self.functioneringsniveau or self.referentieniveau:
            return woord
        if self.schaalscore is not None:
            return f"{self.schaalscore.normalize():f}".replace(".", ",")
        if self.ruwe_score is not None:
            return gettext("ruwe score %(n)s") % {"n": f"{self.ruwe_score.normalize():f}".replace(".", ",")}
        return f"P{self.percentiel}"


class Waarneming(Bestuurstabel):
    """What somebody saw on a day: an observation, a test of the method in use, or a worry; it belongs to the file.

    Once a parent said something of it, `stuk` is the piece of the file that it became: what is said of it, and what is
    put right, stands there.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="waarnemingen")
    soort = models.CharField(_("soort"), max_length=16, choices=WAARNEMINGSOORTEN)
    tekst = models.TextField(_("tekst"), blank=True)
    vak = models.CharField(_("vak"), max_length=24, choices=VAKKEN, blank=True)
    score = models.CharField(_("score"), max_length=20, blank=True)
    gezien_op = models.DateField(_("gezien op"))
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    stuk = models.ForeignKey(
        "leerlingen.Dossierstuk", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("waarneming")
        verbose_name_plural = _("waarnemingen")
        ordering = ("gezien_op", "pk")
        indexes = (models.Index(fields=("bestuur", "leerling", "gezien_op"), name="waarneming_van_leerling"),)

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.soort} {self.gezien_op}"


class Verzuim(Bestuurstabel):
    """That a pupil was not there for so many hours of a day, and of what kind; why in words is not kept."""

    bewaarklasse = Bewaarklasse.INSCHRIJVING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="verzuim")
    soort = models.CharField(_("soort"), max_length=16, choices=VERZUIMSOORTEN)
    op = models.DateField(_("op"))
    uren = models.DecimalField(_("uren"), max_digits=4, decimal_places=2)
    herkomst = models.CharField(_("herkomst"), max_length=10, choices=VERZUIMHERKOMSTEN)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("verzuim")
        verbose_name_plural = _("verzuim")
        ordering = ("op", "pk")
        constraints = (models.UniqueConstraint(fields=("bestuur", "leerling", "op", "soort"), name="verzuim_uniek"),)

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.soort} {self.op}"


class Lesvrijeperiode(Bestuurstabel):
    """Days of which a school says that it has no lessons, or that it has while its region has holidays."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(_("naam"), max_length=80)
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"))
    is_les = models.BooleanField(_("les"), default=False)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("lesvrije periode")
        verbose_name_plural = _("lesvrije periodes")
        ordering = ("geldig_van", "pk")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "vestiging", "geldig_van"), name="lesvrijeperiode_een"),
            models.CheckConstraint(
                name="lesvrijeperiode_loopt_vooruit",
                condition=models.Q(geldig_van__lte=models.F("geldig_tot_en_met")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.vestiging_id} {self.geldig_van}"


class Signaalinstelling(Bestuurstabel):
    """How a school sets one rule for signals; what is not set follows the default of `regels.signalen`."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.PROTECT, related_name="+")
    regel = models.CharField(_("regel"), max_length=16, choices=SIGNAALREGELS)
    drempel = models.PositiveSmallIntegerField(_("drempel"))
    is_ingeschakeld = models.BooleanField(_("ingeschakeld"), default=True)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("signaalinstelling")
        verbose_name_plural = _("signaalinstellingen")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "vestiging", "regel"), name="signaalinstelling_uniek"),
        )

    def __str__(self) -> str:
        return f"{self.vestiging_id} {self.regel}"


class Signaalbesluit(Bestuurstabel):
    """That somebody looked at a signal and put it aside, with a word; it comes back when there are new facts.

    `kenmerk` is the fingerprint of the facts that the signal was made of.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="signaalbesluiten")
    regel = models.CharField(_("regel"), max_length=16, choices=SIGNAALREGELS)
    kenmerk = models.CharField(_("kenmerk"), max_length=12)
    woord = models.CharField(_("woord"), max_length=200)
    besloten_op = models.DateTimeField(_("besloten op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("signaalbesluit")
        verbose_name_plural = _("signaalbesluiten")
        ordering = ("-besloten_op", "pk")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "leerling", "regel", "kenmerk"), name="signaalbesluit_uniek"),
        )

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.regel}"
