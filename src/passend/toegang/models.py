"""Accounts, roles and the log of what was done."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.deling import Deling
from passend.begrippen.rollen import Logsoort, Rolsoort
from passend.organisaties.models import Bestuur, Bestuurstabel, Samenwerkingsverband, Vestiging
from passend.regels.logketen import BEGIN

ROLSOORTEN = (
    (Rolsoort.LEERKRACHT.value, _("leerkracht")),
    (Rolsoort.INTERN_BEGELEIDER.value, _("intern begeleider")),
    (Rolsoort.DIRECTEUR.value, _("directeur")),
    (Rolsoort.MR_LID.value, _("lid van de MR")),
    (Rolsoort.BESTUURDER.value, _("bestuurder")),
    (Rolsoort.ADVISEUR.value, _("adviseur passend onderwijs")),
    (Rolsoort.BEHEERDER.value, _("beheerder")),
    (Rolsoort.OUDER.value, _("ouder")),
    (Rolsoort.DESKUNDIGE.value, _("externe deskundige")),
)
LOGSOORTEN = (
    (Logsoort.LEZEN.value, _("lezen")),
    (Logsoort.ZOEKEN.value, _("zoeken")),
    (Logsoort.UITVOER.value, _("uitvoer")),
    (Logsoort.WIJZIGEN.value, _("wijzigen")),
    (Logsoort.GEWEIGERD.value, _("geweigerd")),
)

_BIJ_EEN = (
    models.Q(vestiging__isnull=False, bestuur__isnull=True, samenwerkingsverband__isnull=True)
    | models.Q(vestiging__isnull=True, bestuur__isnull=False, samenwerkingsverband__isnull=True)
    | models.Q(vestiging__isnull=True, bestuur__isnull=True, samenwerkingsverband__isnull=False)
)


class Account(AbstractUser):
    """Somebody who can sign in; what they may do follows from their roles, never from this row."""

    bewaarklasse = Bewaarklasse.ACCOUNT
    deling = Deling.GEDEELD

    is_demo = models.BooleanField(_("demonstratie"), default=False)
    sessieronde = models.PositiveIntegerField(_("sessieronde"), default=0)
    vergeten_op = models.DateField(_("vergeten op"), null=True, blank=True)

    class Meta:
        verbose_name = _("account")

    def __str__(self) -> str:
        if self.vergeten_op is not None:
            return str(_("iemand die weg is"))
        return self.get_full_name() or self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must hold to count; a new round makes all earlier sessions void."""
        salt = "passend.toegang.Account"
        return salted_hmac(salt, f"{self.password}:{self.sessieronde}", secret=secret, algorithm="sha256").hexdigest()


class Rol(models.Model):
    """A role of an account at exactly one school, board or samenwerkingsverband, for a period."""

    bewaarklasse = Bewaarklasse.ACCOUNT
    deling = Deling.GEDEELD

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rollen")
    soort = models.CharField(_("soort"), max_length=20, choices=ROLSOORTEN)
    vestiging = models.ForeignKey("organisaties.Vestiging", on_delete=models.CASCADE, null=True, blank=True)
    bestuur = models.ForeignKey("organisaties.Bestuur", on_delete=models.CASCADE, null=True, blank=True)
    samenwerkingsverband = models.ForeignKey(
        "organisaties.Samenwerkingsverband", on_delete=models.CASCADE, null=True, blank=True
    )
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("rol")
        verbose_name_plural = _("rollen")
        constraints = (models.CheckConstraint(name="rol_bij_een_organisatie", condition=_BIJ_EEN),)

    def __str__(self) -> str:
        return f"{self.soort} {self.vestiging_id or self.bestuur_id or self.samenwerkingsverband_id}"


class Groepstaak(Bestuurstabel):
    """That somebody teaches a group, for a period; it counts only while they have the role of leerkracht there."""

    bewaarklasse = Bewaarklasse.ACCOUNT

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="groepstaken")
    groep = models.ForeignKey("organisaties.Groep", on_delete=models.PROTECT, related_name="groepstaken")
    geldig_van = models.DateField(_("geldig van"))
    geldig_tot_en_met = models.DateField(_("geldig tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("groepstaak")
        verbose_name_plural = _("groepstaken")
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "account", "groep", "geldig_van"), name="groepstaak_uniek"),
        )

    def __str__(self) -> str:
        return f"{self.account_id} {self.groep_id}"


class Uitnodiging(models.Model):
    """An invitation for one role at one organisation; only a hash of its key is kept, so that a copy opens none.

    `door` is who asked for it; None for who keeps the server.
    """

    bewaarklasse = Bewaarklasse.ACCOUNT
    deling = Deling.GEDEELD

    email = models.EmailField(_("e-mail"))
    soort = models.CharField(_("soort"), max_length=20, choices=ROLSOORTEN)
    vestiging = models.ForeignKey(
        "organisaties.Vestiging", on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    bestuur = models.ForeignKey(
        "organisaties.Bestuur", on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    samenwerkingsverband = models.ForeignKey(
        "organisaties.Samenwerkingsverband", on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    sleutel = models.CharField(_("sleutel"), max_length=64, unique=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    verloopt_op = models.DateTimeField(_("verloopt op"))
    gebruikt_op = models.DateTimeField(_("gebruikt op"), null=True, blank=True)
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        constraints = (models.CheckConstraint(name="uitnodiging_bij_een_organisatie", condition=_BIJ_EEN),)

    def __str__(self) -> str:
        return f"{self.soort} {self.vestiging_id or self.bestuur_id or self.samenwerkingsverband_id}"

    @property
    def bij(self) -> Vestiging | Bestuur | Samenwerkingsverband:
        """The organisation at which the role counts."""
        bij = self.vestiging or self.bestuur or self.samenwerkingsverband
        assert bij is not None  # noqa: S101 -- the database holds that there is exactly one
        return bij


class Logketen(models.Model):
    """Where the log of one board, or of what belongs to none, ends and begins.

    The end is the number and the seal of the last line; the begin those of the last line that was destroyed, because
    its term was over: the first line that is left seals that one.
    """

    bewaarklasse = Bewaarklasse.LOGBOEK
    deling = Deling.GEDEELD

    bestuur = models.OneToOneField(
        "organisaties.Bestuur", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    volgnummer = models.PositiveBigIntegerField(_("volgnummer"), default=0)
    zegel = models.CharField(_("zegel"), max_length=64, default=BEGIN)
    vernietigd = models.PositiveBigIntegerField(_("vernietigd tot en met regel"), default=0)
    zegel_vernietigd = models.CharField(_("zegel van de laatste vernietigde regel"), max_length=64, default=BEGIN)

    class Meta:
        verbose_name = _("logketen")
        verbose_name_plural = _("logketens")
        constraints = (
            models.UniqueConstraint(
                models.Value(1), condition=models.Q(bestuur__isnull=True), name="logketen_een_zonder_bestuur"
            ),
        )

    def __str__(self) -> str:
        return f"{self.bestuur_id or 'zonder bestuur'}: {self.volgnummer}"


class Logboekregel(models.Model):
    """One thing done, by whom, for which reason; holds keys and codes, never the content itself.

    Lines are numbered within their log, and each seals the one before. The database refuses to change one, and to
    delete one that is not of what the begin of the log says was destroyed.
    """

    volgnummer = models.PositiveBigIntegerField(_("volgnummer"))
    op = models.DateTimeField(_("op"))
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    soort = models.CharField(_("soort"), max_length=12, choices=LOGSOORTEN)
    handeling = models.CharField(_("handeling"), max_length=60)
    onderwerp = models.CharField(_("onderwerp"), max_length=120)
    reden = models.CharField(_("reden"), max_length=60)
    zegel_vooraf = models.CharField(_("zegel vooraf"), max_length=64)
    zegel = models.CharField(_("zegel"), max_length=64)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d %H:%M} {self.handeling} {self.onderwerp}"


class Logregel(Bestuurstabel, Logboekregel):
    """A line in the log of a board: behind its wall, as what was done was."""

    bewaarklasse = Bewaarklasse.LOGBOEK

    class Meta:
        verbose_name = _("logregel")
        indexes = (models.Index(fields=("bestuur", "onderwerp", "op"), name="logregel_onderwerp_op"),)
        constraints = (
            models.UniqueConstraint(fields=("bestuur", "volgnummer"), name="logregel_volgnummer"),
            models.UniqueConstraint(fields=("bestuur", "zegel"), name="logregel_zegel"),
        )


class Installatieregel(Logboekregel):
    """A line in the log of what belongs to no board: who signed in, and who was refused where no school is."""

    bewaarklasse = Bewaarklasse.LOGBOEK
    deling = Deling.GEDEELD

    class Meta:
        verbose_name = _("installatieregel")
        verbose_name_plural = _("installatieregels")
        indexes = (models.Index(fields=("onderwerp", "op"), name="installatieregel_onderwerp_op"),)
        constraints = (
            models.UniqueConstraint(fields=("volgnummer",), name="installatieregel_volgnummer"),
            models.UniqueConstraint(fields=("zegel",), name="installatieregel_zegel"),
        )
