"""Two editions of one school as a difference."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.organisaties.queries import Vestiging
from passend.profielen.queries.openbaar import Editie, get_editie, get_uitgave_van_editie, list_edities
from passend.web.openbaar.school import vestiging_of_404
from passend.web.openbaar.verschilbeeld import Plek, Soort, vergelijk_uitgaven


@require_safe
def verschil(request: HttpRequest, code: str) -> HttpResponse:
    """The difference of two editions; the two newest ones when nothing was chosen."""
    vestiging = vestiging_of_404(code)
    edities = list(list_edities(vestiging=vestiging))
    van, naar = kies_edities(request, [editie.nummer for editie in edities])
    context: dict[str, object] = {"vestiging": vestiging, "edities": edities, "van": van, "naar": naar}
    oud, nieuw = _editie(vestiging, van), _editie(vestiging, naar)
    context["bezwaar"] = _bezwaar(len(edities), oud, nieuw)
    if oud and nieuw and oud.pk != nieuw.pk:
        uitgaven = [get_uitgave_van_editie(editie=editie, peildatum=editie.gepubliceerd_op) for editie in (oud, nieuw)]
        context |= {
            "oud": oud,
            "nieuw": nieuw,
            "verschil": vergelijk_uitgaven(*uitgaven),
            "soorten": tuple(Soort),
            "plekken": tuple(Plek),
        }
    return render(request, "openbaar/verschil.jinja", context)


def kies_edities(request: HttpRequest, nummers: list[int]) -> tuple[int | None, int | None]:
    """The numbers that were asked for, the older first; without a choice the newest and the one before it."""
    gevraagd = [request.GET.get(naam, "") for naam in ("van", "naar")]
    standaard: list[int | None] = [nummers[1] if len(nummers) > 1 else None, nummers[0] if nummers else None]
    van, naar = (
        (int(woord) if woord.isdecimal() and len(woord) < 6 else None) if woord else anders  # noqa: PLR2004 -- no school has more editions
        for woord, anders in zip(gevraagd, standaard, strict=True)
    )
    return (naar, van) if van and naar and van > naar else (van, naar)


def _editie(vestiging: Vestiging, nummer: int | None) -> Editie | None:
    return get_editie(vestiging=vestiging, nummer=nummer) if nummer else None


def _bezwaar(aantal: int, oud: Editie | None, nieuw: Editie | None) -> str:
    if aantal < 2:  # noqa: PLR2004 -- a difference takes two
        return _("Deze school heeft nog geen twee edities. Bij de volgende editie ziet u hier wat er veranderde.")
    if oud is None or nieuw is None:
        return _("Die editie is er niet. Kies hieronder twee edities van deze school.")
    if oud.pk == nieuw.pk:
        return _("U koos twee keer dezelfde editie. Kies hieronder twee verschillende.")
    return ""
