"""What a refusal from any room looks like: who is signed in keeps their own menu, and reads who may."""

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from uuid import UUID

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from passend.begrippen.rollen import GeenToegangError
from passend.organisaties.queries import get_vestiging
from passend.toegang.actions import log_weigering
from passend.toegang.queries import Account
from passend.web.fouten import pagina
from passend.web.kader import Kader, maak_kader
from passend.web.pogingen import FORMULIER, NUMMER, meld_poging
from passend.web.zinnen import vertaal

NUL = "\0"
# pages that hold the forms of the addresses under them
PAGINAS = frozenset(
    {"volgen", "dossier", "leerlingplannen", "opp", "opp_ouder", "stuk", "rapport", "overleg", "groepsplan", "bewaren"}
)

VAN_EEN_SCHOOL = "school/"
# a piece of a file that somebody may not read is not there either, and its own page writes that down
SCHRIJVEN_ZELF = frozenset({"stuk", "stukbestand", "stuk_soort", "stuk_intrekken", "zienswijze", "zienswijze_besluit"})

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
        """Answer a refusal; every other error goes on, but a number that is not here is written down first."""
        if isinstance(fout, Http404):
            _meld_nummer(request)
        if not isinstance(fout, GeenToegangError):
            return None
        _schrijf_op(request)
        return pagina(request, 403, _("Dit is niet voor uw rol"), vertaal(fout), kader=_kader(request))


def csrf_mislukt(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that is too old or comes from another site."""
    meld_poging(request, FORMULIER, _onderwerp(request.resolver_match), bestuur=_bestuur(request.resolver_match))
    return pagina(
        request,
        403,
        _("Dit formulier is verlopen"),
        _("U meldde zich opnieuw aan, of de pagina stond lang open. Ga terug, laad de pagina opnieuw en probeer het."),
    )


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
    if isinstance(request.user, Account):
        log_weigering(account=request.user, onderwerp=_onderwerp(plek), bestuur=_bestuur(plek), op=timezone.now())


def _bestuur(plek: ResolverMatch | None) -> int | None:
    """The board of the school that an address names; None when it names none that is here."""
    vestiging = get_vestiging(code=str(plek.kwargs.get("code", ""))) if plek else None
    return vestiging.bestuur_id if vestiging else None


def _meld_nummer(request: HttpRequest) -> None:
    """Somebody asked a school for a thing by a number that is not one of its own, in the address or in a form.

    Whether it is a number of another school or of nobody is not looked up, and so it is not told either.
    """
    plek = request.resolver_match
    if plek is None or not isinstance(request.user, Account) or not plek.route.startswith(VAN_EEN_SCHOOL):
        return
    nummers = [waarde for waarde in plek.kwargs.values() if isinstance(waarde, (int, UUID))]
    if plek.url_name not in SCHRIJVEN_ZELF and (nummers or request.method == "POST"):
        meld_poging(request, NUMMER, _onderwerp(plek), bestuur=_bestuur(plek))
