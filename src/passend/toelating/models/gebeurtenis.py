"""What happened to a registration, and the letters about it; rows that are added and never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from passend.begrippen.aanmelding import Andereschool, Briefsoort, Gebeurtenissoort, Tlvstand
from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.organisaties.models import Bestuurstabel
from passend.toelating.models.aanmelding import HULPVRAGEN

GEBEURTENISSOORTEN = (
    (Gebeurtenissoort.ONTVANGST_GEMELD.value, _("ontvangst gemeld aan de ouders")),
    (Gebeurtenissoort.AANVULLING_GEVRAAGD.value, _("aanvulling gevraagd")),
    (Gebeurtenissoort.AANGEVULD.value, _("aangevuld")),
    (Gebeurtenissoort.SCHOOL_GESPROKEN.value, _("gesproken met de school van het kind")),
    (Gebeurtenissoort.ONDERZOEK.value, _("gekeken wat het kind nodig heeft")),
    (Gebeurtenissoort.VERLENGD.value, _("termijn verlengd")),
    (Gebeurtenissoort.LEERKRACHT_GEHOORD.value, _("leerkracht gehoord")),
    (Gebeurtenissoort.OUDERS_GEHOORD.value, _("ouders gehoord")),
    (Gebeurtenissoort.SCHOOL_GEVRAAGD.value, _("andere school gevraagd")),
    (Gebeurtenissoort.SCHOOL_BEREID.value, _("andere school bereid")),
    (Gebeurtenissoort.SCHOOL_NIET_BEREID.value, _("andere school niet bereid")),
    (Gebeurtenissoort.BEREIDHEID_INGETROKKEN.value, _("bereidheid ingetrokken")),
    (Gebeurtenissoort.SCHOOL_VOL.value, _("groep vol, volgens het beleid")),
    (Gebeurtenissoort.GRONDSLAG_GEWEIGERD.value, _("ouders respecteren de grondslag niet")),
    (Gebeurtenissoort.OPGESCHAALD.value, _("samenwerkingsverband om hulp gevraagd")),
    (Gebeurtenissoort.HULP_GEGEVEN.value, _("samenwerkingsverband hielp")),
    (Gebeurtenissoort.HULP_KLAAR.value, _("hulpvraag klaar")),
    (Gebeurtenissoort.BESLUIT.value, _("besluit")),
    (Gebeurtenissoort.TIJDELIJK_GEPLAATST.value, _("tijdelijk geplaatst")),
    (Gebeurtenissoort.BEZWAAR.value, _("bezwaar van de ouders")),
    (Gebeurtenissoort.BEZWAAR_BESLIST.value, _("besluit op het bezwaar")),
    (Gebeurtenissoort.GPO_GEVRAAGD.value, _("geschillencommissie gevraagd")),
    (Gebeurtenissoort.GPO_OORDEEL.value, _("oordeel van de geschillencommissie")),
    (Gebeurtenissoort.GPO_REACTIE.value, _("reactie van het bestuur op het oordeel")),
    (Gebeurtenissoort.GEMEENTE_GEMELD.value, _("gemeld aan de gemeente")),
    (Gebeurtenissoort.ELDERS_INGESCHREVEN.value, _("ingeschreven op een andere school")),
    (Gebeurtenissoort.INGETROKKEN.value, _("ingetrokken door de ouders")),
    (Gebeurtenissoort.TLV_GEGEVEN.value, _("toelaatbaarheidsverklaring gezien")),
    (Gebeurtenissoort.ZONDER_NUMMER.value, _("het kind heeft nog geen burgerservicenummer")),
    (Gebeurtenissoort.NUMMER_GEMELD.value, _("gemeld dat er geen nummer is")),
    (Gebeurtenissoort.VERVALLEN.value, _("telt niet meer mee")),
)
BESLUITEN = (
    (Toelatingsbesluit.TOEGELATEN.value, _("toegelaten")),
    (Toelatingsbesluit.GEWEIGERD.value, _("geweigerd")),
    (Toelatingsbesluit.NIET_BEHANDELD.value, _("niet behandeld")),
)
GRONDEN = (
    (Weigeringsgrond.ANDERE_SCHOOL.value, _("een andere school past beter en is bereid")),
    (Weigeringsgrond.SCHOOL_VOL.value, _("er is geen plaats")),
    (Weigeringsgrond.GRONDSLAG.value, _("de ouders respecteren de grondslag niet")),
    (Weigeringsgrond.ANDERS.value, _("een andere reden")),
)
BRIEFSOORTEN = (
    (Briefsoort.ONTVANGST.value, _("bericht van ontvangst")),
    (Briefsoort.AANVULLING.value, _("vraag om aanvulling")),
    (Briefsoort.VERLENGING.value, _("verlenging")),
    (Briefsoort.TOEGELATEN.value, _("besluit: toegelaten")),
    (Briefsoort.GEWEIGERD.value, _("besluit: geweigerd")),
    (Briefsoort.NIET_BEHANDELD.value, _("besluit: niet behandeld")),
    (Briefsoort.TIJDELIJK.value, _("tijdelijke plaatsing")),
    (Briefsoort.SCHORSING.value, _("schorsing")),
    (Briefsoort.VERWIJDERING.value, _("verwijdering")),
    (Briefsoort.BEZWAAR.value, _("besluit op het bezwaar")),
    (Briefsoort.ELDERS.value, _("ingeschreven op een andere school")),
    (Briefsoort.GPO_REACTIE.value, _("reactie op het oordeel van de commissie")),
)
ANDERE_SCHOLEN = (
    (Andereschool.BASISSCHOOL.value, _("basisschool")),
    (Andereschool.SBO.value, _("speciaal basisonderwijs (sbo)")),
    (Andereschool.SO.value, _("speciaal onderwijs (so)")),
    (Andereschool.INSTELLING.value, _("instelling voor slechtziende, dove of taalzwakke kinderen")),
)
TLVSTANDEN = (
    (Tlvstand.ER.value, _("de verklaring is er")),
    (Tlvstand.GEVRAAGD.value, _("de verklaring is aangevraagd")),
    (Tlvstand.NIET.value, _("er is geen verklaring")),
)


class Gebeurtenis(Bestuurstabel):
    """One thing that happened; `op` is when, `vastgelegd_op` when it was written down.

    Attributes:
        uiterlijk_op: the day that was set: to complete the file, or to decide after an extension.
        vooraf_op: the day before it that counts: the policy was published, the parents were asked.
        bevinding: what research found the child to need.
        school: the other school as somebody typed it, `vestiging` when it is one we know; of parents who do not respect
            the grondslag, the public school nearby.
        schoolsoort: what kind of school that is, and `tlv` whether the verklaring it asks for is there.
        leerjaar: the year group that is full.
        bewijs_adres: where the evidence is published, such as the admission policy.
        verwijst_naar: what this takes back.
        doorbreking: why the board did this although something was missing; empty when nothing was. Of a full
            group: where its policy was public before the school wrote it down.
        is_herhaald: no column: true of the row that an action gives back because the same was sent before.
    """

    is_herhaald: bool = False

    soort = models.CharField(_("soort"), max_length=24, choices=GEBEURTENISSOORTEN)
    op = models.DateField(_("op"))
    uiterlijk_op = models.DateField(_("uiterlijk op"), null=True, blank=True)
    vooraf_op = models.DateField(_("vooraf op"), null=True, blank=True)
    uitkomst = models.CharField(_("uitkomst"), max_length=16, choices=BESLUITEN, blank=True)
    grond = models.CharField(_("grond"), max_length=16, choices=GRONDEN, blank=True)
    bevinding = models.CharField(_("bevinding"), max_length=6, choices=HULPVRAGEN, blank=True)
    tekst = models.TextField(_("tekst"), blank=True)
    school = models.CharField(_("school"), max_length=160, blank=True)
    schoolsoort = models.CharField(_("soort school"), max_length=10, choices=ANDERE_SCHOLEN, blank=True)
    tlv = models.CharField(_("toelaatbaarheidsverklaring"), max_length=8, choices=TLVSTANDEN, blank=True)
    leerjaar = models.PositiveSmallIntegerField(_("leerjaar"), null=True, blank=True)
    bewijs_adres = models.URLField(_("adres van het bewijs"), blank=True)
    is_gevolgd = models.BooleanField(_("beleid gevolgd"), default=False)
    doorbreking = models.TextField(_("doorbreking"), blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True


class Aanmeldgebeurtenis(Gebeurtenis):
    """Something that happened to a registration.

    Attributes:
        beleid_genoteerd_op: of a full group, the day on which the school wrote the policy down that this rests on.
    """

    bewaarklasse = Bewaarklasse.BEGELEIDING

    aanmelding = models.ForeignKey("toelating.Aanmelding", on_delete=models.CASCADE, related_name="gebeurtenissen")
    vestiging = models.ForeignKey(
        "organisaties.Vestiging", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    beleid_genoteerd_op = models.DateField(_("beleid genoteerd op"), null=True, blank=True)
    verwijst_naar = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("gebeurtenis bij een aanmelding")
        verbose_name_plural = _("gebeurtenissen bij aanmeldingen")
        ordering = ("op", "pk")
        indexes = (models.Index(fields=("bestuur", "aanmelding", "op"), name="gebeurtenis_van_aanmelding"),)

    def __str__(self) -> str:
        return f"{self.soort} {self.op}"


class Brief(Bestuurstabel):
    """A letter to parents as it was sent, with its translation if they read one; a correction is another letter."""

    bewaarklasse = Bewaarklasse.BEGELEIDING

    aanmelding = models.ForeignKey("toelating.Aanmelding", on_delete=models.CASCADE, related_name="brieven")
    soort = models.CharField(_("soort"), max_length=16, choices=BRIEFSOORTEN)
    onderwerp = models.CharField(_("onderwerp"), max_length=200)
    tekst = models.TextField(_("tekst"))
    vertaling = models.TextField(_("vertaling"), blank=True)
    aan = models.TextField(_("aan"), blank=True)
    vastgelegd_op = models.DateTimeField(_("vastgelegd op"))
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("brieven")
        ordering = ("vastgelegd_op", "pk")
        indexes = (models.Index(fields=("bestuur", "aanmelding"), name="brief_van_aanmelding"),)

    def __str__(self) -> str:
        return f"{self.soort} {self.pk}"
