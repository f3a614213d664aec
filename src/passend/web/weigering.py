"""What a refusal from any room looks like: who is signed in keeps their own menu, and reads who may."""

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from uuid import UUID

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from passend.begrippen.rollen import GeenToegangError
from passend.organisaties.queries import get_vestiging
from passend.toegang.actions import log_weigering
from passend.toegang.queries import Account
from passend.web.fouten import pagina
from passend.web.kader import Kader, maak_kader
from passend.web.zinnen import vertaal

NUL = "\0"
# pages that hold the forms of the addresses under them
PAGINAS = frozenset(
    {"volgen", "dossier", "leerlingplannen", "opp", "opp_ouder", "stuk", "rapport", "overleg", "groepsplan", "bewaren"}
)

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
        anders = pagina(
            request,
            HTTPStatus.METHOD_NOT_ALLOWED,
            _("Dit adres is geen pagina"),
            _("Hier komt een formulier binnen; er is niets te zien. Ga terug en doe het daar opnieuw."),
            kader=_kader(request),
            terug=vorm_bij(request.path),
        )
        anders["Allow"] = antwoord["Allow"]
        return anders

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
        return pagina(request, 403, _("Dit is niet voor uw rol"), vertaal(fout), kader=_kader(request))


def vorm_bij(pad: str) -> str:
    """The page that holds the form of an address; empty when none is known."""
    delen = pad.strip("/").split("/")
    for aantal in range(len(delen) - 1, 0, -1):
        adres = "/" + "/".join(delen[:aantal])
        try:
            naam = resolve(adres).url_name
        except Resolver404:
            continue
        if naam in PAGINAS:
            return adres
    return ""


def _kader(request: HttpRequest) -> Kader | None:
    """The frame of who is signed in, of no page in particular; None for who is not, or of whom a part is asked."""
    if not isinstance(request.user, Account) or request.headers.get("HX-Request"):
        return None
    return replace(maak_kader(request), bladen=[])


def _onderwerp(plek: ResolverMatch | None) -> str:
    """What a refused try was about: the file of a pupil or a registration, or else the name of the page."""
    sleutel, zaak = (plek.kwargs.get(naam) if plek else None for naam in ("sleutel", "zaak"))
    if isinstance(sleutel, UUID):
        return f"leerling:{sleutel.hex}"
    if isinstance(zaak, UUID) and plek is not None and (plek.url_name or "").startswith("aanmeld"):
        return f"aanmelding:{zaak.hex}"
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
