"""The letters about signing in, and those that say that something waits; none holds a word about a pupil."""

import logging
from contextlib import nullcontext
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

UITNODIGING = "passend/uitnodiging"
ONBEKEND = "passend/onbekend"
VERGETEN = "account/email/password_reset_key"
TOESTEMMING = "passend/toestemming"
ANTWOORD = "passend/antwoord"
OPP_VOORGELEGD = "passend/opp_voorgelegd"
OPP_OPNIEUW = "passend/opp_opnieuw"
OPP_GEWEIGERD = "passend/opp_geweigerd"
RAPPORT_VOORGELEGD = "passend/rapport_voorgelegd"
AAN_DE_SCHOOL = frozenset({OPP_GEWEIGERD})  # in the language of the school, whatever the parent who made it reads
logger = logging.getLogger(__name__)


def stuur(soort: str, aan: str, feiten: dict[str, Any]) -> None:
    """Send one letter; an unknown kind says that something about signing in changed."""
    with translation.override(settings.LANGUAGE_CODE) if soort in AAN_DE_SCHOOL else nullcontext():
        onderwerp, tekst = _brief(soort, feiten)
        slot = _("Dit bericht komt van Passend. Antwoorden kan niet; vraag de school om hulp.")
        if soort in AAN_DE_SCHOOL:
            slot = _("Dit bericht komt van Passend. Antwoorden kan niet.")
    send_mail(onderwerp, f"{tekst}\n\n{slot}\n", None, [aan])


def stuur_na_bewaren(soort: str, aan: str, feiten: dict[str, Any]) -> None:
    """Send one letter once what it is about is kept; when it cannot be sent nothing of that is lost."""
    transaction.on_commit(lambda: stuur_als_het_kan(soort, aan, feiten))


def stuur_als_het_kan(soort: str, aan: str, feiten: dict[str, Any]) -> None:
    """Send one letter about something that is done already, and go on when the mail takes nothing."""
    try:
        stuur(soort, aan, feiten)
    except OSError:  # all errors of the mail are; what it says can hold an address, so only the kind is written down
        logger.error("a letter could not be sent: %s", soort)  # noqa: TRY400 -- the error can name somebody


def _brief(soort: str, feiten: dict[str, Any]) -> tuple[str, str]:
    if soort == VERGETEN:
        return (
            _("Een nieuw wachtwoord voor Passend"),
            _(
                "U vroeg om een nieuw wachtwoord. Kies het op dit adres:\n\n%(adres)s\n\n"
                "Het adres werkt een uur en een keer. Vroeg u dit niet? Dan hoeft u niets te doen."
            )
            % {"adres": feiten["password_reset_url"]},
        )
    if soort == UITNODIGING:
        return (
            _("U bent uitgenodigd voor Passend"),
            _(
                "U bent uitgenodigd in Passend, als %(rol)s van %(school)s. Neem de uitnodiging aan op dit adres:\n\n"
                "%(adres)s\n\nHet adres werkt zeven dagen lang, voor een keer. Kent u deze school niet? "
                "Gooi dit bericht weg."
            )
            % feiten,
        )
    if soort in {TOESTEMMING, ANTWOORD, OPP_VOORGELEGD, OPP_OPNIEUW, OPP_GEWEIGERD, RAPPORT_VOORGELEGD}:
        return _over_dossier(soort, feiten)
    if soort == ONBEKEND:
        return (
            _("Een nieuw wachtwoord voor Passend"),
            _(
                "Iemand vroeg op dit e-mailadres om een nieuw wachtwoord. Er is geen account met dit adres. "
                "Was u dat? Probeer dan uw andere adres, of vraag uw directeur om een uitnodiging."
            ),
        )
    return (
        _("Uw aanmelding bij Passend is veranderd"),
        _("%(wat)s Was u dat niet? Vraag dan meteen een nieuw wachtwoord op de pagina Aanmelden, en zeg het de school.")
        % {"wat": _wat(soort)},
    )


def _over_dossier(soort: str, feiten: dict[str, Any]) -> tuple[str, str]:
    """That something waits for a parent; what, and about whom, is told after signing in."""
    if soort == ANTWOORD:
        return (
            _("De school antwoordde op uw verzoek"),
            _("U vroeg %(school)s om iets te verbeteren. Er is een antwoord. Het staat op Mijn kinderen:\n\n%(adres)s")
            % feiten,
        )
    if soort in {OPP_VOORGELEGD, OPP_OPNIEUW, OPP_GEWEIGERD}:
        return _over_opp(soort, feiten)
    if soort == RAPPORT_VOORGELEGD:
        return (
            _("De school schreef een rapport over uw kind"),
            _(
                "%(school)s schreef een onderwijskundig rapport over uw kind. U leest wat erin staat en voor wie het "
                "is, en u kunt schrijven wat u ervan vindt. Wat erin staat, staat niet in deze e-mail. "
                "Het rapport staat op Mijn kinderen:\n\n%(adres)s\n\n"
                "Kunt u zich nog niet aanmelden? Vraag de school om een uitnodiging, of om het rapport op papier."
            )
            % feiten,
        )
    return (
        _("De school vraagt uw toestemming"),
        _(
            "%(school)s wil iets over uw kind delen met iemand van buiten de school, en vraagt wat u ervan vindt. "
            "U kiest zelf: ja of nee. De vraag staat op Mijn kinderen:\n\n%(adres)s\n\n"
            "Kunt u zich nog niet aanmelden? Vraag de school om een uitnodiging."
        )
        % feiten,
    )


def _wat(soort: str) -> str:
    return {
        "account/email/password_changed": _("Uw wachtwoord is veranderd."),
        "account/email/password_set": _("Uw wachtwoord is veranderd."),
        "account/email/password_reset": _("Uw wachtwoord is veranderd."),
        "mfa/email/totp_activated": _("Uw account vraagt nu om een code van uw app."),
        "mfa/email/totp_deactivated": _("Uw account vraagt niet meer om een code van uw app."),
        "mfa/email/webauthn_added": _("Er is een toegangssleutel bij uw account gekomen."),
        "mfa/email/webauthn_removed": _("Er is een toegangssleutel van uw account weggehaald."),
        "socialaccount/email/account_connected": _("Er is een schoolaccount aan uw account gekoppeld."),
        "mfa/email/recovery_codes_generated": _("Er zijn nieuwe herstelcodes gemaakt voor uw account."),
    }.get(soort, _("Er is iets veranderd aan hoe u zich aanmeldt."))


def _over_opp(soort: str, feiten: dict[str, Any]) -> tuple[str, str]:
    """That a plan waits for a parent, or that a parent said no to one; of which child is told after signing in."""
    if soort == OPP_VOORGELEGD:
        return (
            _("De school heeft een plan voor u klaargezet"),
            _(
                "%(school)s maakte een plan en vraagt wat u ervan vindt. Wat erin staat, staat niet in deze e-mail. "
                "Het plan staat op Mijn kinderen:\n\n%(adres)s\n\n"
                "Kunt u zich nog niet aanmelden? Vraag de school om een uitnodiging, of om het plan op papier."
            )
            % feiten,
        )
    if soort == OPP_OPNIEUW:
        return (
            _("De school vraagt opnieuw uw antwoord op een plan"),
            _(
                "%(school)s veranderde iets in een plan waarop u al antwoordde, en vraagt het u opnieuw. Wat er "
                "veranderde, staat niet in deze e-mail, maar bij het plan op Mijn kinderen:\n\n%(adres)s"
            )
            % feiten,
        )
    return (
        _("Een ouder is het niet eens met een plan"),
        _(
            "Een ouder van %(school)s is het niet eens met wat er in een plan staat, en schreef waarom. Over wie "
            "het gaat, staat niet in deze e-mail. Het plan staat in de lijst met ontwikkelingsperspectieven:"
            "\n\n%(adres)s"
        )
        % feiten,
    )
