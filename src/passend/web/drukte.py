"""How often one person may ask for what costs work; who asks more often waits, and that stands in the log.

Counted by allauth, as the tries to sign in are: who is signed in by themselves, who is not by their address. The
numbers stand in `ACCOUNT_RATE_LIMITS`.
"""

from collections.abc import Callable
from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from passend.toegang.actions import record_te_vaak
from passend.toegang.queries import Account
from passend.web.fouten import pagina

ZOEKEN, INLEVEREN, MAKEN = "zoeken", "inleveren", "maken"
WACHT = 60  # seconds; the limits are per minute
DOCUMENTEN = frozenset(
    {
        *("uitgave", "document", "dossier_pdf", "dossier_json", "ingezien_pdf", "rapport_bestand"),
        *("overleg_pdf", "groepsoverleg_pdf", "groepsplan_pdf", "opp_pdf"),
        *("aanmeldbrief", "verwijderbrief", "schorsingsbrief", "intrekkingsbrief"),
        *("mijn_tijdlijn_pdf", "mijn_brief", "mijn_verwijdering_pdf", "mijn_verwijderbrief"),
    }
)
"""What is made when somebody asks for it; a test looks whether an address gives a document and is not here."""
_APP = "allauth.account"  # whose setting holds the numbers

type Antwoord = Callable[[HttpRequest], HttpResponse]


class DrukteMiddleware:
    """Stands before every page; what costs work is counted once the address and the person are known."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; the count is made once the address is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Let somebody wait who asks too often; nothing of it is begun."""
        wat = _wat(request)
        if not wat or _is_binnen(request, f"{wat}_vreemde" if _is_vreemde(request) else wat):
            return None
        meld_te_vaak(request, wat)
        antwoord = pagina(request, 429, _("Dit ging te vaak achter elkaar"), _uitleg(wat))
        antwoord["Retry-After"] = str(WACHT)
        return antwoord


def te_vaak(request: HttpRequest) -> HttpResponse:
    """The page for who tries too often to sign in, or to change how they do, person or machine."""
    meld_te_vaak(request, "aanmelden")
    return pagina(
        request,
        429,
        _("Dit is te vaak geprobeerd"),
        _("Wacht vijf minuten en probeer het daarna opnieuw. Er is niets veranderd."),
    )


def meld_te_vaak(request: HttpRequest, wat: str) -> None:
    """Write down that a limit was met: one line a minute for who goes on, so that a flood does not fill the log."""
    account = request.user if isinstance(request.user, Account) else None
    wie = str(account.pk) if account else ratelimit.get_ip(request)
    if ratelimit.consume(request, app=_APP, action="te_vaak_gemeld", key=f"{wat} {wie}", limit_get=True):
        record_te_vaak(account=account, wat=wat, op=timezone.now())


def _wat(request: HttpRequest) -> str:
    if request.method == "POST" and request.FILES:
        return INLEVEREN
    if request.resolver_match is not None and request.resolver_match.url_name in DOCUMENTEN:
        return MAKEN
    return ZOEKEN if request.GET.get("q") else ""


def _is_vreemde(request: HttpRequest) -> bool:
    """True for who is not signed in; without a cookie nothing is asked, so that a public answer is the same for all."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated


def _is_binnen(request: HttpRequest, handeling: str) -> bool:
    return ratelimit.consume(request, app=_APP, action=handeling, limit_get=True) is not None


def _uitleg(wat: str) -> str:
    return {
        ZOEKEN: _("Er is veel gezocht in korte tijd. Wacht een minuut en zoek opnieuw."),
        INLEVEREN: _(
            "Er zijn veel bestanden ingeleverd in korte tijd. Dit bestand is niet bewaard. "
            "Wacht een minuut, ga terug en lever het opnieuw in."
        ),
        MAKEN: _("Er zijn veel documenten opgevraagd in korte tijd. Wacht een minuut en vraag het opnieuw op."),
    }[wat]
