"""Pages for what goes wrong: each says what was wrong, why, and what to do now."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import ResolverMatch
from django.utils import timezone
from django.utils.translation import gettext as _

from passend.begrippen.rollen import GeenToegangError
from passend.organisaties.queries import get_vestiging
from passend.toegang.actions import log_weigering
from passend.toegang.queries import Account
from passend.web.zinnen import vertaal

NUL = "\0"

type Antwoord = Callable[[HttpRequest], HttpResponse]


class WeigeringMiddleware:
    """Turns a refusal from any room into a page that says who may do this, and gives words to a wrong method."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; an address that only takes a form is not left as a blank page."""
        antwoord = self.get_response(request)
        if antwoord.status_code != HTTPStatus.METHOD_NOT_ALLOWED or antwoord.content:
            return antwoord
        pagina = _pagina(
            request,
            HTTPStatus.METHOD_NOT_ALLOWED,
            _("Dit adres is geen pagina"),
            _("Hier komt een formulier binnen; er is niets te zien. Ga terug naar het begin en doe het daar opnieuw."),
        )
        pagina["Allow"] = antwoord["Allow"]
        return pagina

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Refuse the one character that a database cannot keep; no keyboard has it."""
        waarden = (waarde for lijst in request.POST.lists() for waarde in lijst[1])
        if NUL in request.path or any(NUL in waarde for waarde in waarden):
            raise BadRequest("NUL")

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """Answer a refusal; every other error goes on."""
        if not isinstance(fout, GeenToegangError):
            return None
        _schrijf_op(request)
        return _pagina(request, 403, _("Dit is niet voor uw rol"), vertaal(fout))


def _onderwerp(plek: ResolverMatch | None) -> str:
    """What a refused try was about: the file of a pupil, or else the name of the page."""
    sleutel = plek.kwargs.get("sleutel") if plek else None
    if isinstance(sleutel, UUID):
        return f"leerling:{sleutel.hex}"
    return f"pagina:{(plek.url_name if plek else None) or ''}"


def _schrijf_op(request: HttpRequest) -> None:
    """A refused try stands in the log of the board it was about: which page or file, by whom, not what was asked."""
    plek = request.resolver_match
    vestiging = get_vestiging(code=str(plek.kwargs.get("code", ""))) if plek else None
    if isinstance(request.user, Account):
        log_weigering(
            account=request.user,
            onderwerp=_onderwerp(plek),
            bestuur=vestiging.bestuur_id if vestiging else None,
            op=timezone.now(),
        )


def onleesbaar(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for a request that cannot be taken in: too much of it, or not as a browser sends it."""
    if isinstance(exception, RequestDataTooBig):
        return _pagina(
            request,
            413,
            _("Dit is te veel tekst om te bewaren"),
            _("Een tekst kan niet langer zijn dan ongeveer 500 bladzijden. Maak hem korter en probeer het opnieuw."),
        )
    return _pagina(
        request,
        400,
        _("Dit kwam niet goed aan"),
        _("De gegevens zijn onderweg beschadigd, of te veel ineens. Er is niets opgeslagen. Probeer het opnieuw."),
    )


def verboden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for who may not do this."""
    return _pagina(
        request,
        403,
        _("Dit is niet voor uw rol"),
        _("Dit mag u met uw rol niet doen. Vraag de directeur of de beheerder van uw school wie het wel mag."),
    )


def afgemeld(request: HttpRequest) -> HttpResponse:
    """The answer to a page that still types while its reader is signed out."""
    return _pagina(
        request,
        401,
        _("U bent niet meer aangemeld"),
        _("Dit is daarom niet opgeslagen. Kopieer wat u typte, laad de pagina opnieuw en meld u aan."),
    )


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for an address that leads nowhere."""
    return _pagina(
        request,
        404,
        _("Deze pagina is er niet"),
        _("Het adres klopt niet, of de pagina is weg. Ga terug naar het begin en zoek van daar."),
    )


def te_vaak(request: HttpRequest) -> HttpResponse:
    """The page for who tries too often, person or machine."""
    return _pagina(
        request,
        429,
        _("Dit is te vaak geprobeerd"),
        _("Wacht vijf minuten en probeer het daarna opnieuw. Er is niets veranderd."),
    )


def stuk(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours; says that nothing was half stored."""
    return _pagina(
        request,
        500,
        _("Er ging bij ons iets mis"),
        _("Wat u net deed, is niet opgeslagen. Wat er al stond, is er nog. Probeer het opnieuw."),
    )


def csrf_mislukt(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that is too old or comes from another site."""
    return _pagina(
        request,
        403,
        _("Dit formulier is verlopen"),
        _("U meldde zich opnieuw aan, of de pagina stond lang open. Ga terug, laad de pagina opnieuw en probeer het."),
    )


def _pagina(request: HttpRequest, status: int, titel: str, uitleg: str) -> HttpResponse:
    is_deel = bool(request.headers.get("HX-Request"))
    sjabloon = "fout_deel.jinja" if is_deel else "fout.jinja"
    # a part stands where the version of an element stood, and the next try must still know which one its writer saw
    versie = request.POST.get("versie", "") if is_deel else ""
    context = {"titel": titel, "uitleg": uitleg, "status": status, "versie": versie}
    return render(request, sjabloon, context, status=status)
