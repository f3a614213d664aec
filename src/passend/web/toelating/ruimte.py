"""How the school admits: its policy, and which year groups have room."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.aanmelding import Andereschool, Plaatsstand
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.school import Beleidgegevens, Ruimtegegevens, set_beleid, set_ruimte
from passend.toelating.permissions import (
    WIE_BEHEERT,
    WIE_BESLIST,
    WIE_LEEST,
    require,
    why_may_decide,
    why_may_list,
    why_may_manage,
)
from passend.toelating.queries.aanmeldingen import get_beleid, list_alle_ruimte, list_ruimte
from passend.toelating.queries.schoolruimte import list_schoolruimte
from passend.web.kader import maak_kader
from passend.web.openbaar.vergelijken import vergelijk
from passend.web.toelating.verzoek import lees_zaakdag
from passend.web.toelating.woorden import SCHOOLSOORTEN
from passend.web.verzoek import Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.weergave import datum
from passend.web.zinnen import vertaal

BASIS = Andereschool.BASISSCHOOL
EIGEN_SOORTEN = (BASIS.value, Andereschool.SBO.value, Andereschool.SO.value)


@bij_school
@lees_of_stuur
def plaatsruimte(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Show and say which groups have room, and how this school admits."""
    require(why_may_list(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_LEEST)
    if request.method != "POST":
        return _pagina(request, bezoek)
    try:
        (_beleid if request.POST.get("wat") == "beleid" else _ruimte)(request, bezoek)
    except ToelatingError as fout:
        return _pagina(request, bezoek, fout=vertaal(fout), status=422)
    dag = lees_zaakdag(request.POST.get("geldig_van", ""))
    if dag is not None and dag > bezoek.vandaag:
        zin = _("Bewaard. Ouders zien dit vanaf %(dag)s op de pagina van de school.") % {"dag": datum(dag)}
    else:
        zin = _("Bewaard. Ouders zien dit nu op de pagina van de school.")
    messages.success(request, zin)
    return redirect("plaatsruimte", code=bezoek.vestiging.code)


@require_safe
def vergelijk_scholen(request: HttpRequest) -> HttpResponse:
    """Schools side by side, each with its kind and where it has room."""
    return vergelijk(request, lambda scholen: list_schoolruimte(vestigingen=scholen, op=timezone.localtime()))


def _beleid(request: HttpRequest, bezoek: Bezoek) -> None:
    require(why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BESLIST)
    gegevens = Beleidgegevens(
        is_openbaar={"openbaar": True, "bijzonder": False}.get(request.POST.get("soort", "")),
        schoolsoort=Andereschool(soort) if (soort := request.POST.get("schoolsoort")) in EIGEN_SOORTEN else BASIS,
        is_aanmelden_open=bool(request.POST.get("is_aanmelden_open")),
        beleid_adres=request.POST.get("beleid_adres", "").strip(),
        beleid_sinds=lees_zaakdag(request.POST.get("beleid_sinds", "")),
        steunpunt=request.POST.get("steunpunt", ""),
        bezwaar_adres=request.POST.get("bezwaar_adres", ""),
    )
    set_beleid(actor=bezoek.account, vestiging=bezoek.vestiging, gegevens=gegevens, op=bezoek.op)


def _ruimte(request: HttpRequest, bezoek: Bezoek) -> None:
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    dag = lees_zaakdag(request.POST.get("geldig_van", ""))
    if dag is None or request.POST.get("stand") not in set(Plaatsstand):
        raise ToelatingError(_("Kies of er plaats is, en vul een bestaande dag in."))
    gegevens = Ruimtegegevens(
        leerjaar=heel_getal(request.POST.get("leerjaar", "")),
        stand=Plaatsstand(request.POST["stand"]),
        geldig_van=dag,
        toelichting=request.POST.get("toelichting", ""),
    )
    set_ruimte(actor=bezoek.account, vestiging=bezoek.vestiging, gegevens=gegevens, op=bezoek.op)


def _pagina(request: HttpRequest, bezoek: Bezoek, *, fout: str = "", status: int = 200) -> HttpResponse:
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "beleid": get_beleid(vestiging=bezoek.vestiging),
        "ruimte": list_ruimte(vestiging=bezoek.vestiging, op=bezoek.op),
        "alle": list_alle_ruimte(vestiging=bezoek.vestiging),
        "mag_beheren": why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "mag_beslissen": why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "schoolsoorten": {code: SCHOOLSOORTEN[code] for code in EIGEN_SOORTEN},
        "vandaag": bezoek.vandaag,
        "fout": fout,
        "ingevuld": request.POST,
    }
    return render(request, "toelating/ruimte.jinja", context, status=status)
