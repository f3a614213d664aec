"""The ontwikkelingsperspectief: its versions, the voice of the child, and what parents say (WPO 40a)."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.opp import Oppaanleiding, Oppantwoord, Stemwijze
from passend.organisaties.models import Bestuurstabel

AANLEIDINGEN = (
    (Oppaanleiding.INSCHRIJVING.value, _("ingeschreven met extra ondersteuning")),
    (Oppaanleiding.DEFINITIEVE_PLAATSING.value, _("tijdelijke plaatsing werd definitief")),
    (Oppaanleiding.EXTRA_ONDERSTEUNING.value, _("begin van de extra ondersteuning")),
)
ANTWOORDEN = (
    (Oppantwoord.GEZIEN.value, _("gezien")),
    (Oppantwoord.AKKOORD.value, _("akkoord")),
    (Oppantwoord.NIET_AKKOORD.value, _("niet akkoord")),
)
WIJZEN = (
    (Stemwijze.EIGEN_WOORDEN.value, _("eigen woorden")),
    (Stemwijze.TEKENING.value, _("tekening")),
    (Stemwijze.GESPREK.value, _("gesprek")),
    (Stemwijze.PRAATKAARTEN.value, _("praatkaarten")),
    (Stemwijze.NIET_GEHOORD.value, _("niet gehoord")),
)
BESTANDSOORTEN = (("tekening", _("tekening")), ("handtekening", _("getekend papier")))
VERVOLGEN = (
    ("vervolg", _("gaat zo door")),
    ("bijstellen", _("wordt bijgesteld")),
    ("eindigen", _("is niet meer nodig")),
)


class Opp(Bestuurstabel):
    """That a pupil has a development perspective plan, why, and from which day its term counts.

    `geeindigd_op` is the day on which extra support was not needed any more; both days go to the register. One that
    was begun by mistake is withdrawn with the reason: it asks nothing any more and goes nowhere, but it is not hidden.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    leerling = models.ForeignKey("leerlingen.Leerling", on_delete=models.CASCADE, related_name="opps")
    aanleiding = models.CharField(_("aanleiding"), max_length=24, choices=AANLEIDINGEN)
    begonnen_op = models.DateField(_("begonnen op"))
    geeindigd_op = models.DateField(_("geëindigd op"), null=True, blank=True)
    gemaakt_op = models.DateTimeField(_("gemaakt op"))
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingetrokken_waarom = models.CharField(_("waarom ingetrokken"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("ontwikkelingsperspectief")
        verbose_name_plural = _("ontwikkelingsperspectieven")
        ordering = ("-begonnen_op", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("bestuur", "leerling"),
                condition=models.Q(geeindigd_op__isnull=True, ingetrokken_op__isnull=True),
                name="opp_een_lopend",
            ),
        )

    def __str__(self) -> str:
        return f"{self.leerling_id} {self.begonnen_op}"


class Oppversie(Bestuurstabel):
    """What the plan says: written until it is set, and never changed after that; a change is a version on top of it.

    `inhoud` holds for each part its words, the number of the time it was saved, and by whom and when. The lines of the
    handelingsdeel stand with their part, with the words of what they point at: what holds for a version holds for them.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    opp = models.ForeignKey("plannen.Opp", on_delete=models.CASCADE, related_name="versies")
    nummer = models.PositiveIntegerField(_("nummer"))
    inhoud = models.JSONField(_("inhoud"), default=dict)
    begonnen_op = models.DateTimeField(_("begonnen op"))
    voorgelegd_op = models.DateTimeField(_("voorgelegd op"), null=True, blank=True)
    opnieuw_gevraagd_op = models.DateTimeField(_("opnieuw gevraagd op"), null=True, blank=True)
    vastgesteld_op = models.DateTimeField(_("vastgesteld op"), null=True, blank=True)
    vastgesteld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("versie van een ontwikkelingsperspectief")
        verbose_name_plural = _("versies van ontwikkelingsperspectieven")
        ordering = ("nummer",)
        constraints = (models.UniqueConstraint(fields=("bestuur", "opp", "nummer"), name="oppversie_uniek"),)

    def __str__(self) -> str:
        return f"{self.opp_id} {self.nummer}"

    @property
    def is_vastgesteld(self) -> bool:
        """True once it was set."""
        return self.vastgesteld_op is not None

    @property
    def geschreven_op(self) -> datetime | None:
        """When a part was saved last; None for what came along whole."""
        momenten = [deel["op"] for deel in self.inhoud.values() if isinstance(deel, dict) and "op" in deel]
        return max(map(datetime.fromisoformat, momenten), default=None)


class Oppbestand(Bestuurstabel):
    """A drawing of a child, or a paper that a parent signed; only ever given as a download."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    opp = models.ForeignKey("plannen.Opp", on_delete=models.CASCADE, related_name="bestanden")
    soort = models.CharField(_("soort"), max_length=12, choices=BESTANDSOORTEN)
    extensie = models.CharField(_("extensie"), max_length=4)
    inhoud = models.BinaryField(_("inhoud"))
    op = models.DateTimeField(_("op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bestand bij een ontwikkelingsperspectief")
        verbose_name_plural = _("bestanden bij ontwikkelingsperspectieven")

    def __str__(self) -> str:
        return f"{self.opp_id} {self.soort}"


class Leerlingstem(Bestuurstabel):
    """How a child was heard on a version: the way it chose, with which help, what it said, what was done with it."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    versie = models.ForeignKey("plannen.Oppversie", on_delete=models.CASCADE, related_name="stemmen")
    op = models.DateField(_("op"))
    wijze = models.CharField(_("wijze"), max_length=16, choices=WIJZEN)
    steun = models.CharField(_("steun"), max_length=300, blank=True)
    gezegd = models.TextField(_("gezegd"), blank=True)
    praatkaarten = models.JSONField(_("praatkaarten"), default=list, blank=True)
    bestand = models.ForeignKey(
        "plannen.Oppbestand", on_delete=models.CASCADE, null=True, blank=True, related_name="stemmen"
    )
    gedaan = models.TextField(_("gedaan"), blank=True)
    teruggekoppeld_op = models.DateField(_("teruggekoppeld op"), null=True, blank=True)
    reden = models.TextField(_("reden"), blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    vastgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("stem van een leerling")
        verbose_name_plural = _("stemmen van leerlingen")
        ordering = ("vastgelegd_op", "pk")

    def __str__(self) -> str:
        return f"{self.versie_id} {self.wijze}"


class Oppoverleg(Bestuurstabel):
    """That the whole of a version was talked over with parents, and what came of it (WPO 40a lid 1)."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    versie = models.ForeignKey("plannen.Oppversie", on_delete=models.CASCADE, related_name="overleggen")
    op = models.DateField(_("op"))
    gezegd = models.TextField(_("gezegd"))
    gedaan = models.TextField(_("gedaan"), blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    vastgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("overleg over een ontwikkelingsperspectief")
        verbose_name_plural = _("overleggen over ontwikkelingsperspectieven")
        ordering = ("op", "pk")

    def __str__(self) -> str:
        return f"{self.versie_id} {self.op}"


class Oppdeelname(Bestuurstabel):
    """That a parent was asked to such a talk, and whether they came."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    overleg = models.ForeignKey("plannen.Oppoverleg", on_delete=models.CASCADE, related_name="deelnames")
    ouder = models.ForeignKey("leerlingen.Ouderrelatie", on_delete=models.CASCADE, related_name="+")
    is_verschenen = models.BooleanField(_("verschenen"))

    class Meta:
        verbose_name = _("deelname aan een overleg")
        verbose_name_plural = _("deelnames aan overleggen")
        constraints = (models.UniqueConstraint(fields=("bestuur", "overleg", "ouder"), name="oppdeelname_een"),)

    def __str__(self) -> str:
        return f"{self.overleg_id} {self.ouder_id}"


class Oppinstemming(Bestuurstabel):
    """What one parent said to the handelingsdeel of a version: each answer is a row, and the last one counts.

    `handelingsdeel` holds the words it was about, by the code of the part, and `handelingsdeelsom` their fingerprint;
    when those change, it does not count any more.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    versie = models.ForeignKey("plannen.Oppversie", on_delete=models.CASCADE, related_name="instemmingen")
    ouder = models.ForeignKey("leerlingen.Ouderrelatie", on_delete=models.CASCADE, related_name="+")
    antwoord = models.CharField(_("antwoord"), max_length=12, choices=ANTWOORDEN)
    reden = models.TextField(_("reden"), blank=True)
    is_op_papier = models.BooleanField(_("op papier"), default=False)
    bestand = models.ForeignKey(
        "plannen.Oppbestand", on_delete=models.CASCADE, null=True, blank=True, related_name="instemmingen"
    )
    handelingsdeel = models.JSONField(_("handelingsdeel"), default=dict, blank=True)
    handelingsdeelsom = models.CharField(_("handelingsdeelsom"), max_length=64)
    op = models.DateTimeField(_("op"))
    vastgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("instemming met een handelingsdeel")
        verbose_name_plural = _("instemmingen met handelingsdelen")
        ordering = ("op", "pk")
        indexes = (models.Index(fields=("bestuur", "versie"), name="oppinstemming_versie"),)

    def __str__(self) -> str:
        return f"{self.versie_id} {self.ouder_id} {self.antwoord}"


class Oppzienswijze(Bestuurstabel):
    """What a parent thinks of a version; it stays with it."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    versie = models.ForeignKey("plannen.Oppversie", on_delete=models.CASCADE, related_name="zienswijzen")
    ouder = models.ForeignKey("leerlingen.Ouderrelatie", on_delete=models.CASCADE, related_name="+")
    tekst = models.TextField(_("tekst"))
    ingediend_op = models.DateTimeField(_("ingediend op"))

    class Meta:
        verbose_name = _("zienswijze op een ontwikkelingsperspectief")
        verbose_name_plural = _("zienswijzen op ontwikkelingsperspectieven")
        ordering = ("ingediend_op", "pk")

    def __str__(self) -> str:
        return f"{self.versie_id} {self.pk}"


class Oppevaluatie(Bestuurstabel):
    """That a set version was looked at again: what worked, what did not, and what comes next (WPO 40a lid 4)."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    versie = models.ForeignKey("plannen.Oppversie", on_delete=models.CASCADE, related_name="evaluaties")
    op = models.DateField(_("op"))
    is_besproken_met_ouders = models.BooleanField(_("besproken met ouders"))
    is_besproken_met_leerling = models.BooleanField(_("besproken met leerling"))
    werkte = models.TextField(_("werkte"), blank=True)
    werkte_niet = models.TextField(_("werkte niet"), blank=True)
    vervolg = models.CharField(_("vervolg"), max_length=10, choices=VERVOLGEN)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    vastgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("evaluatie van een ontwikkelingsperspectief")
        verbose_name_plural = _("evaluaties van ontwikkelingsperspectieven")
        ordering = ("op", "pk")

    def __str__(self) -> str:
        return f"{self.versie_id} {self.op}"


class Groepsstem(Bestuurstabel):
    """What a class said in a school year of what the school offers, and what the school does with it; no names."""

    bewaarklasse = Bewaarklasse.IN_GEBRUIK

    groep = models.ForeignKey("organisaties.Groep", on_delete=models.PROTECT, related_name="+")
    op = models.DateField(_("op"))
    wijze = models.CharField(_("wijze"), max_length=16, choices=WIJZEN[:-1])
    gezegd = models.TextField(_("gezegd"))
    gedaan = models.TextField(_("gedaan"), blank=True)
    teruggekoppeld_op = models.DateField(_("teruggekoppeld op"), null=True, blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    vastgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("stem van een groep")
        verbose_name_plural = _("stemmen van groepen")
        ordering = ("-op", "-pk")
        constraints = (models.UniqueConstraint(fields=("bestuur", "groep", "op"), name="groepsstem_een"),)

    def __str__(self) -> str:
        return f"{self.groep_id} {self.op}"
