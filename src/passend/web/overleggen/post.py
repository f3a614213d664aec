"""The letters of a meeting: when and where, and nothing of the file or of whom it is about."""

from email.message import MIMEPart

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from passend.begrippen.overleg import Overlegstand
from passend.overleggen.queries.overleggen import Overleg, Overlegdeelnemer
from passend.uitwisseling.agenda.ics import Afspraak, maak_uitnodiging
from passend.web.overleggen.verzoek import Overlegbezoek
from passend.web.weergave import datum


def stuur_uitnodiging(bezoek: Overlegbezoek, deelnemer: Overlegdeelnemer, *, is_afgezegd: bool = False) -> None:
    """Send one person an invitation, its change, or its end; in Dutch, whatever the language of the sender's page."""
    overleg = bezoek.overleg
    with translation.override("nl"):
        is_eerste = deelnemer.uitgenodigd_op is None
        is_afgezegd = is_afgezegd or overleg.stand == Overlegstand.AFGEZEGD
        onderwerp, begin = _woorden(is_eerste=is_eerste, is_afgezegd=is_afgezegd)
        regels = [begin % {"school": bezoek.vestiging}, "", _wanneer(overleg)]
        if overleg.plaats:
            regels.append(_("Waar: %(plaats)s") % {"plaats": overleg.plaats})
        regels += ["", _("Waarover het gaat, staat niet in deze e-mail. Meld u aan bij Passend om het te lezen.")]
        brief = EmailMessage(onderwerp, "\n".join(regels) + "\n", None, [deelnemer.email])
        brief.attach(_bijlage(bezoek, deelnemer, is_afgezegd=is_afgezegd))
        brief.send()


def afspraak_van(overleg: Overleg, *, is_afgezegd: bool = False) -> Afspraak:
    """A meeting as others have it in their calendar."""
    return Afspraak(
        uid=f"{overleg.sleutel}@passend",
        titel="Overleg op school",
        begint=overleg.begint_op,
        minuten=overleg.minuten,
        plaats=overleg.plaats,
        volgnummer=overleg.volgnummer + (1 if is_afgezegd and overleg.stand != Overlegstand.AFGEZEGD else 0),
        is_afgezegd=is_afgezegd,
    )


def _woorden(*, is_eerste: bool, is_afgezegd: bool) -> tuple[str, str]:
    if is_afgezegd:
        return _("Een overleg op school gaat niet door"), _("Het overleg bij %(school)s gaat niet door.")
    if is_eerste:
        return _("Uitnodiging voor een overleg op school"), _("%(school)s nodigt u uit voor een overleg.")
    return _("Een overleg op school is veranderd"), _("Het overleg bij %(school)s is veranderd.")


def _wanneer(overleg: Overleg) -> str:
    begint = timezone.localtime(overleg.begint_op)
    return _("Wanneer: %(dag)s om %(tijd)s uur, %(minuten)s minuten") % {
        "dag": datum(begint),
        "tijd": f"{begint:%H:%M}",
        "minuten": overleg.minuten,
    }


def _bijlage(bezoek: Overlegbezoek, deelnemer: Overlegdeelnemer, *, is_afgezegd: bool) -> MIMEPart:
    inhoud = maak_uitnodiging(
        afspraak_van(bezoek.overleg, is_afgezegd=is_afgezegd),
        van=bezoek.vestiging.email or settings.DEFAULT_FROM_EMAIL,
        van_naam=str(bezoek.vestiging),
        aan=deelnemer.email,
        aan_naam=deelnemer.naam,
        op=bezoek.op,
    )
    deel = MIMEPart()
    methode = "CANCEL" if is_afgezegd else "REQUEST"
    deel.set_content(inhoud.decode(), subtype="calendar", disposition="attachment", filename="overleg.ics")
    deel.set_param("method", methode)
    return deel
