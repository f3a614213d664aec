"""A refused try on a page: one line in the log, by what it was about, and words for who reads it."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passend.begrippen.rollen import Reden
from passend.toegang.actions import GEEN_REDEN, record_geweigerde_poging
from passend.toegang.queries import Account

UITNODIGING, WACHTWOORD, FORMULIER, BESTAND, BEWIJS, NUMMER, SLEUTEL = (
    "uitnodiging", "wachtwoord", "formulier", "overstapbestand", "ontvangstbewijs", "nummer", "sleutel"
)  # fmt: skip
HANDELINGEN = {
    f"geweigerd:{UITNODIGING}": _("probeerde een uitnodiging die niet werkt"),
    f"geweigerd:{WACHTWOORD}": _("probeerde een link voor een nieuw wachtwoord die niet werkt"),
    f"geweigerd:{FORMULIER}": _("stuurde een formulier dat verlopen is, of van een andere website kwam"),
    f"geweigerd:{BESTAND}": _("leverde een bestand van een andere school in dat niet klopt"),
    f"geweigerd:{BEWIJS}": _("leverde een ontvangstbewijs in dat niet klopt"),
    f"geweigerd:{NUMMER}": _("vroeg om iets dat er niet is, of dat van een andere school is"),
    f"geweigerd:{SLEUTEL}": _("kwam met een adres dat niets opent"),
}


def meld_poging(
    request: HttpRequest, soort: str, onderwerp: str, *, bestuur: int | None = None, reden: Reden = GEEN_REDEN
) -> None:
    """Write down that a try was refused; from one address so many in a minute, or else a flood fills the log."""
    if not ratelimit.consume(request, app="allauth.account", action="poging_gemeld", limit_get=True):
        return
    account = request.user if isinstance(request.user, Account) else None
    record_geweigerde_poging(
        account=account, soort=soort, onderwerp=onderwerp, bestuur=bestuur, op=timezone.now(), reden=reden
    )
