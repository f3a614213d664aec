"""Writing something down in under a minute: of one pupil of a group, or a test of the method in use for all of it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passend.begrippen.rollen import Reden
from passend.begrippen.volgen import Waarnemingsoort
from passend.leerlingen.actions.dossier import log_lijst
from passend.leerlingen.permissions import require, why_may_break_glass, why_may_manage
from passend.leerlingen.queries.leerlingen import Leerling, list_groepsnamen
from passend.volgen.actions.waarnemingen import VolgenError, add_groepstoets, add_waarneming
from passend.volgen.permissions import WIE_NOTEERT, visible_gevolgd
from passend.volgen.queries.resultaten import VAKNAMEN
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.verzoek import Bezoek, bij_school, lees_of_stuur
from passend.web.volgen.pagina import lees_waarneming
from passend.web.zinnen import vertaal

SCORE = "score-"


@bij_school
@lees_of_stuur
def noteren(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Pick a pupil, say in a few words what you saw, done."""
    reden, groepen = _reden(bezoek), _groepen(bezoek)
    if request.method != "POST":
        return _kijk(request, bezoek, groepen, reden)
    leerling = _kies(groepen, request.POST.get("leerling", ""))
    if leerling is None:
        return _toon(request, bezoek, groepen, fout=_("Kies een leerling."), status=422)
    try:
        gegevens = lees_waarneming(request.POST)
        add_waarneming(actor=bezoek.account, leerling=leerling, gegevens=gegevens, op=bezoek.op)
    except VolgenError as fout:
        return _toon(request, bezoek, groepen, fout=vertaal(fout), status=422)
    zin = _("Opgeschreven bij %(naam)s. Was dit het verkeerde kind? Trek het in bij Hoe het gaat van dat kind.")
    messages.success(request, zin % {"naam": leerling})
    return _volgende(bezoek, [naam for naam in groepen if naam == request.GET.get("groep")])


@bij_school
@lees_of_stuur
def toets_noteren(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The scores of a group on a test of the method in use; who has none is passed over."""
    reden, groepen = _reden(bezoek), _groepen(bezoek)
    if request.method != "POST":
        return _kijk(request, bezoek, groepen, reden, is_toets=True)
    dag = lees_dag(request.POST.get("gezien_op", ""))
    scores = [
        (leerling, score)
        for rij in groepen.values()
        for leerling in rij
        if (score := request.POST.get(f"{SCORE}{leerling.sleutel}", "").strip())
    ]
    try:
        if dag is None:
            raise VolgenError(_("Vul een bestaande dag in."))
        aantal = add_groepstoets(
            actor=bezoek.account,
            scores=scores,
            vak=request.POST.get("vak", ""),
            tekst=request.POST.get("tekst", ""),
            gezien_op=dag,
            op=bezoek.op,
        )
    except VolgenError as fout:
        return _toon(request, bezoek, groepen, is_toets=True, fout=vertaal(fout), status=422)
    bericht = ngettext("Bewaard voor %(n)s leerling.", "Bewaard voor %(n)s leerlingen.", aantal) % {"n": aantal}
    messages.success(request, bericht)
    return redirect("noteren", code=bezoek.vestiging.code)


def _reden(bezoek: Bezoek) -> Reden:
    """Why somebody writes about pupils here.

    Raises:
        GeenToegangError: they do not teach, guide or lead at this school.
    """
    beheer = why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op)
    return require(beheer or why_may_break_glass(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_NOTEERT)


def _groepen(bezoek: Bezoek) -> dict[str, list[Leerling]]:
    """The pupils somebody writes about, by the name of their group; who has no group yet comes last."""
    mijn = visible_gevolgd(bezoek.account, op=bezoek.op).filter(
        vestiging=bezoek.vestiging, uitgeschreven_op__isnull=True
    )
    leerlingen = list(mijn.order_by("voornaam", "achternaam", "pk"))
    namen = list_groepsnamen(leerlingen=leerlingen, peildatum=bezoek.vandaag)
    groepen: dict[str, list[Leerling]] = {naam: [] for naam in sorted(set(namen.values()))}
    for leerling in leerlingen:
        groepen.setdefault(namen.get(leerling.pk, ""), []).append(leerling)
    return groepen


def _kies(groepen: dict[str, list[Leerling]], sleutel: str) -> Leerling | None:
    alle = (leerling for rij in groepen.values() for leerling in rij)
    return next((leerling for leerling in alle if str(leerling.sleutel) == sleutel), None)


def _volgende(bezoek: Bezoek, gekozen: list[str]) -> HttpResponse:
    """The same page again, for the next pupil of the group that was picked."""
    adres = reverse("noteren", kwargs={"code": bezoek.vestiging.code})
    return redirect(f"{adres}?{urlencode({'groep': gekozen[0]})}" if gekozen else adres)


def _kijk(
    request: HttpRequest, bezoek: Bezoek, groepen: dict[str, list[Leerling]], reden: Reden, **meer: Any
) -> HttpResponse:
    """The page for who comes to write; a form that was refused shows no name that was not seen before."""
    if _gekozen(request, groepen) is not None:
        log_lijst(actor=bezoek.account, vestiging=bezoek.vestiging, reden=reden, op=bezoek.op, handeling="list_namen")
    return _toon(request, bezoek, groepen, **meer)


def _gekozen(request: HttpRequest, groepen: dict[str, list[Leerling]]) -> str | None:
    """The group whose names are shown; None as long as there are more and none was picked."""
    namen = list(groepen)
    gekozen = request.GET.get("groep", namen[0] if len(namen) == 1 else None)
    return gekozen if gekozen in groepen else None


def _toon(
    request: HttpRequest,
    bezoek: Bezoek,
    groepen: dict[str, list[Leerling]],
    *,
    status: int = 200,
    **meer: Any,
) -> HttpResponse:
    gekozen = _gekozen(request, groepen)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "groepen": list(groepen),
        "gekozen": gekozen,
        "leerlingen": groepen.get(gekozen, []) if gekozen is not None else [],
        "vakken": VAKNAMEN,
        "soorten": tuple(Waarnemingsoort),
        "vandaag": bezoek.vandaag,
        "ingevuld": request.POST,
        "voor_score": SCORE,
        "is_toets": False,
        "fout": "",
        **meer,
    }
    return render(request, "volgen/noteren.jinja", context, status=status)
