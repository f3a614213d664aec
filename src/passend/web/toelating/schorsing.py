"""Suspending a pupil, taking it back, and the beginning of the way to a removal."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.aanmelding import Briefsoort, Oudertaal
from passend.begrippen.rollen import Logsoort
from passend.begrippen.toelating import Verwijderingsstand
from passend.documenten.zetten.briefpdf import zet_brief_pdf
from passend.leerlingen.permissions import require as require_dossier
from passend.regels.brieven.titels import maak_titel
from passend.regels.schorsing import moet_inspectie_weten, openstaand
from passend.regels.verwijdering import verwijderingsstand
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.schorsen import (
    list_geadresseerden,
    report_schorsing,
    suspend_leerling,
    withdraw_schorsing,
)
from passend.toelating.actions.verwijderen import begin_verwijdering
from passend.toelating.permissions import WIE_BEHEERT, WIE_BESLIST, require, why_may_decide
from passend.toelating.queries.schorsing import (
    Schorsing,
    get_oudertaal,
    get_schorsing,
    get_verwijderzaak,
    list_schorsingen,
    list_verwijderingen,
    voorgenomen_op,
)
from passend.web.getypt import render_met_getypt
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.toelating.woorden import STAND_VERWIJDERING
from passend.web.toelating.zaak import brief_op_papier
from passend.web.verzoek import heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal


@bij_leerling("open_schorsing")
@lees_of_stuur
def schorsing(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The suspensions of a pupil, deciding on one, and beginning a removal."""
    require_dossier(bezoek.inzage.reden if bezoek.inzage.is_school else None, WIE_BEHEERT)
    if request.method != "POST":
        return _schorsing(request, bezoek)
    try:
        return _doe(request, bezoek)
    except ToelatingError as fout:
        return _schorsing(request, bezoek, fouten=[vertaal(zin) for zin in fout.args], status=422)


@bij_leerling("open_schorsing", Logsoort.UITVOER)
@require_safe
def schorsingsbrief(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """The letter of a suspension as it was sent, marked when it was taken back; parents have it too."""
    rij = _brief_van(bezoek, pk)
    papier = brief_op_papier(
        bezoek.vestiging,
        "Deze schorsing is ingetrokken"  # in the language of the letter
        if rij.ingetrokken_op
        else maak_titel(Briefsoort.SCHORSING, bezoek.leerling.voornaam),
        rij.brief,
        rij.aan,
        rij.besloten_op,
        vertaling=rij.vertaling,
    )
    return als_download(zet_brief_pdf(papier), "application/pdf", "schorsing.pdf")


@bij_leerling("open_schorsing", Logsoort.UITVOER)
@require_safe
def intrekkingsbrief(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """The letter that says that a suspension counts no more."""
    rij = _brief_van(bezoek, pk)
    if rij.ingetrokken_op is None:
        raise Http404
    papier = brief_op_papier(
        bezoek.vestiging,
        maak_titel(Briefsoort.SCHORSING_TERUG, bezoek.leerling.voornaam),
        rij.brief_ingetrokken,
        rij.aan,
        rij.ingetrokken_op,
        vertaling=rij.vertaling_ingetrokken,
    )
    return als_download(zet_brief_pdf(papier), "application/pdf", "schorsing-ingetrokken.pdf")


def _brief_van(bezoek: Dossierbezoek, pk: int) -> Schorsing:
    require_dossier(bezoek.inzage.reden if bezoek.inzage.is_binnen else None, WIE_BEHEERT)
    rij = get_schorsing(leerling=bezoek.leerling, pk=pk)
    if rij is None:
        raise Http404
    return rij


def _doe(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    wat = request.POST.get("wat", "")
    if wat == "gemeld":
        return _meld(request, bezoek)
    require(why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BESLIST)
    if wat == "verwijderen":
        return _begin(request, bezoek)
    return _trek_in(request, bezoek) if wat == "ingetrokken" else _schors(request, bezoek)


def _meld(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    rij = get_schorsing(leerling=bezoek.leerling, pk=heel_getal(request.POST.get("schorsing", "")))
    dag = lees_dag(request.POST.get("op", ""))
    if rij is None or dag is None:
        raise ToelatingError(_("Vul een bestaande dag in."))
    bewijs = request.POST.get("bewijs", "")
    report_schorsing(actor=bezoek.account, schorsing=rij, dag=dag, bewijs=bewijs, op=bezoek.op)
    return bezoek.naar("schorsing")


def _trek_in(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    rij = get_schorsing(leerling=bezoek.leerling, pk=heel_getal(request.POST.get("schorsing", "")))
    if rij is None:
        raise Http404
    withdraw_schorsing(
        actor=bezoek.account,
        schorsing=rij,
        motivering=request.POST.get("motivering", ""),
        taal=taal_van(request),
        op=bezoek.op,
    )
    messages.success(request, _("Ingetrokken. Geef de ouders vandaag de brief die dat zegt."))
    return bezoek.naar("schorsing")


def _begin(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    dag = lees_dag(request.POST.get("voorgenomen_op", "")) if request.POST.get("voorgenomen_op") else bezoek.vandaag
    if dag is None:
        raise ToelatingError(_("Vul een bestaande dag in."))
    zaak = begin_verwijdering(
        actor=bezoek.account,
        leerling=bezoek.leerling,
        motivering=request.POST.get("motivering", ""),
        voorgenomen_op=dag,
        op=bezoek.op,
    )
    return redirect("verwijdering", code=bezoek.vestiging.code, zaak=zaak.sleutel)


def _schors(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    van, tot = (lees_dag(request.POST.get(naam, "")) for naam in ("geldig_van", "geldig_tot_en_met"))
    if van is None or tot is None:
        raise ToelatingError(_("Vul een eerste en een laatste dag in."))
    suspend_leerling(
        actor=bezoek.account,
        leerling=bezoek.leerling,
        van=van,
        tot_en_met=tot,
        motivering=request.POST.get("motivering", ""),
        taal=taal_van(request),
        op=bezoek.op,
    )
    messages.success(
        request, _("Geschorst. Geef de ouders vandaag de brief. Het verzuim van deze dagen is al genoteerd.")
    )
    return bezoek.naar("schorsing")


def taal_van(request: HttpRequest) -> Oudertaal:
    """The language in which the parents read letters, as somebody chose."""
    return Oudertaal.ENGELS if request.POST.get("oudertaal") == Oudertaal.ENGELS else Oudertaal.NEDERLANDS


def _schorsing(
    request: HttpRequest, bezoek: Dossierbezoek, *, fouten: list[str] | None = None, status: int = 200
) -> HttpResponse:
    verwijderingen = [
        (
            rij,
            voorgenomen_op(rij),
            verwijderingsstand(get_verwijderzaak(verwijdering=rij).feiten, peildatum=bezoek.vandaag),
        )
        for rij in list_verwijderingen(leerling=bezoek.leerling)
    ]
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "leerling": bezoek.leerling,
        "plek": bezoek.plek,
        "schorsingen": [
            (rij, () if rij.ingetrokken_op else openstaand(feiten), moet_inspectie_weten(feiten))
            for rij, feiten in list_schorsingen(leerling=bezoek.leerling)
        ],
        "verwijderingen": verwijderingen,
        "loopt_verwijdering": any(stand.soort is not Verwijderingsstand.INGETROKKEN for *_rij, stand in verwijderingen),
        "stand_verwijdering": STAND_VERWIJDERING,
        "geadresseerden": list_geadresseerden(bezoek.leerling, bezoek.vandaag),
        "mag_beslissen": why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "vandaag": bezoek.vandaag,
        "ingevuld": request.POST,
        "is_engels": request.POST.get("oudertaal", get_oudertaal(leerling=bezoek.leerling)) == Oudertaal.ENGELS,
        "fouten": fouten or [],
    }
    return render_met_getypt(request, "toelating/schorsing.jinja", context, status=status)
