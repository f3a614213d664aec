"""Pages for what goes wrong: each says what was wrong, why, and what to do now."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def onleesbaar(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for a request that cannot be taken in: too much of it, or not as a browser sends it."""
    if isinstance(exception, RequestDataTooBig):
        return pagina(
            request,
            413,
            _("Dit is te veel tekst om te bewaren"),
            _("Een tekst kan niet langer zijn dan ongeveer 500 bladzijden. Maak hem korter en probeer het opnieuw."),
        )
    return pagina(
        request,
        400,
        _("Dit kwam niet goed aan"),
        _("De gegevens zijn onderweg beschadigd, of te veel ineens. Er is niets opgeslagen. Probeer het opnieuw."),
    )


def verboden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for who may not do this."""
    return pagina(
        request,
        403,
        _("Dit is niet voor uw rol"),
        _("Dit mag u met uw rol niet doen. Vraag de directeur of de beheerder van uw school wie het wel mag."),
    )


def afgemeld(request: HttpRequest) -> HttpResponse:
    """The answer to a page that still types while its reader is signed out."""
    return pagina(
        request,
        401,
        _("U bent niet meer aangemeld"),
        _("Dit is daarom niet opgeslagen. Kopieer wat u typte, laad de pagina opnieuw en meld u aan."),
    )


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for an address that leads nowhere."""
    return pagina(
        request,
        404,
        _("Deze pagina is er niet"),
        _("Het adres klopt niet, of de pagina is weg. Ga terug naar het begin en zoek van daar."),
    )


def stuk(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours; says that nothing was half stored."""
    return pagina(
        request,
        500,
        _("Er ging bij ons iets mis"),
        _("Wat u net deed, is niet opgeslagen. Wat er al stond, is er nog. Probeer het opnieuw."),
    )


def pagina(request: HttpRequest, status: int, titel: str, uitleg: str, **meer: object) -> HttpResponse:
    """A page with what was wrong; in the frame of who is signed in when `kader` is given."""
    is_deel = bool(request.headers.get("HX-Request"))
    sjabloon = "fout_deel.jinja" if is_deel else "fout.jinja"
    # a part stands where the version of an element stood, and the next try must still know which one its writer saw
    versie = request.POST.get("versie", "") if is_deel else ""
    context = {"kader": None, "terug": "", "titel": titel, "uitleg": uitleg, "status": status, "versie": versie, **meer}
    return render(request, sjabloon, context, status=status)
