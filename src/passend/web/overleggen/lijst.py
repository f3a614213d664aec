"""The meetings of a school that somebody may see, and planning one."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.overleg import Overlegsoort, Overlegstand
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.actions.dossier import log_zoeken
from passend.leerlingen.permissions import require, visible_leerlingen, why_may_break_glass
from passend.leerlingen.queries.leerlingen import Leerling
from passend.organisaties.queries import Groep, list_groepen
from passend.overleggen.actions.overleg import AlVoorbijError, OverlegError, plan_overleg
from passend.overleggen.permissions import WIE_PLANT, visible_overleggen, why_may_plan
from passend.overleggen.queries.overleggen import OPEN, Overleg
from passend.web.bladeren import blad_van
from passend.web.kader import maak_kader
from passend.web.leerlingen.lijst import WIE_LIJST
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.overleggen.beheer import lees_tijd, waarschuw_weekend
from passend.web.overleggen.woorden import SOORTNAMEN, STANDNAMEN
from passend.web.verzoek import Bezoek, bij_school, heel_getal
from passend.web.zinnen import vertaal


@bij_school
@require_safe
def overleggen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """What is planned, what is not closed yet, and what was."""
    return _pagina(request, bezoek)


@bij_school
@require_POST
def overleg_nieuw(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Plan a meeting about a group or a pupil."""
    require(why_may_plan(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_PLANT)
    soort = request.POST.get("soort", "")
    if soort and soort not in set(Overlegsoort):
        raise Http404
    try:
        if not soort:
            raise OverlegError(_("Kies wat voor overleg het is."))
        if request.POST.get("groep") and request.POST.get("leerling"):
            raise OverlegError(_("Kies een leerling of een groep, niet allebei. Een MDO gaat over een leerling."))
        over = (_groep if soort == Overlegsoort.GROEPSBESPREKING else _leerling)(request, bezoek)
        if over is None:
            raise OverlegError(_("Kies over wie of over welke groep het gaat."))
        overleg = plan_overleg(
            actor=bezoek.account,
            over=over,
            soort=Overlegsoort(soort),
            gegevens=lees_tijd(request),
            op=bezoek.op,
            is_achteraf=bool(request.POST.get("achteraf")),
        )
    except AlVoorbijError as fout:
        return _pagina(request, bezoek, fout=vertaal(fout), status=422, is_voorbij=True)
    except OverlegError as fout:
        return _pagina(request, bezoek, fout=vertaal(fout), status=422)
    if not overleg.is_achteraf:
        waarschuw_weekend(request, overleg)
    return _naar_blad(overleg, bezoek.vestiging.code)


@bij_leerling("open_overleggen")
@require_safe
def van_leerling(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The meetings about one pupil that somebody may see."""
    zichtbaar = visible_overleggen(bezoek.account, op=bezoek.op).filter(leerling=bezoek.leerling)
    alle = list(zichtbaar.prefetch_related("leerling").order_by("-begint_op", "-pk"))
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "leerling": bezoek.leerling,
        "inzage": bezoek.inzage,
        "overleggen": [(een, adres_van(een, bezoek.vestiging.code)) for een in alle],
        "mag_plannen": bezoek.inzage.is_school,
        "soortnamen": SOORTNAMEN,
        "standnamen": STANDNAMEN,
    }
    return render(request, "overleggen/van_leerling.jinja", context)


def _naar_blad(overleg: Overleg, code: str) -> HttpResponse:
    return redirect(adres_van(overleg, code))


def adres_van(overleg: Overleg, code: str) -> str:
    """The address of the sheet of a meeting."""
    plek: dict[str, str | int | UUID] = {"code": code, "nr": overleg.pk}
    if overleg.leerling is None:
        return reverse("groepsoverleg", kwargs=plek)
    return reverse("overleg", kwargs=plek | {"sleutel": overleg.leerling.sleutel})


def _groep(request: HttpRequest, bezoek: Bezoek) -> Groep | None:
    groepen = list_groepen(vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag)))
    return groepen.filter(pk=heel_getal(request.POST.get("groep", ""))).first()


def _leerling(request: HttpRequest, bezoek: Bezoek) -> Leerling | None:
    try:
        sleutel = UUID(request.POST.get("leerling", ""))
    except ValueError:
        return None
    zichtbaar = visible_leerlingen(bezoek.account, op=bezoek.op).filter(vestiging=bezoek.vestiging)
    return zichtbaar.filter(sleutel=sleutel).first()


def _pagina(
    request: HttpRequest, bezoek: Bezoek, *, fout: str = "", status: int = 200, is_voorbij: bool = False
) -> HttpResponse:
    account, vestiging, op = bezoek.account, bezoek.vestiging, bezoek.op
    beheer = why_may_plan(account, vestiging, op=op)
    reden = require(beheer or why_may_break_glass(account, vestiging, op=op), WIE_LIJST)
    log_zoeken(actor=account, vestiging=vestiging, reden=reden, op=op)
    alle = visible_overleggen(account, op=op).filter(vestiging=vestiging).prefetch_related("leerling", "groep")
    alle = alle.exclude(stand=Overlegstand.AFGEZEGD.value)
    voorbij = alle.filter(stand=Overlegstand.GESLOTEN.value).order_by("-begint_op", "-pk")
    open_ = list(alle.filter(stand__in=OPEN).order_by("begint_op", "pk"))
    eigen = visible_leerlingen(account, op=op).filter(vestiging=vestiging, uitgeschreven_op__isnull=True)
    gesloten = blad_van(voorbij, request.GET.get("blad"))
    context = {
        "kader": maak_kader(request, vestiging),
        "vestiging": vestiging,
        "open": [(een, adres_van(een, vestiging.code)) for een in open_],
        "blad": gesloten,
        "gesloten": [(een, adres_van(een, vestiging.code)) for een in gesloten.rijen],
        "mag_plannen": beheer is not None,
        "leerlingen": list(eigen) if beheer else [],
        "groepen": list_groepen(vestiging=vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag))),
        "soortnamen": SOORTNAMEN,
        "standnamen": STANDNAMEN,
        "gekozen": request.POST.get("leerling") or request.GET.get("leerling", ""),
        "ingevuld": request.POST,
        "nu": timezone.localtime(op),
        "fout": fout,
        "is_voorbij": is_voorbij,
    }
    return render(request, "overleggen/lijst.jinja", context, status=status)
