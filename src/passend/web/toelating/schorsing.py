"""Suspending a pupil, and the way to removal: what is missing stands beside each step."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.aanmelding import Gebeurtenissoort, Oudertaal
from passend.begrippen.rollen import GeenToegangError, Logsoort, Reden
from passend.begrippen.toelating import Verwijderingsstand
from passend.documenten.zetten.briefpdf import zet_brief_pdf
from passend.leerlingen.actions.dossier import log_inzage
from passend.leerlingen.permissions import require as require_dossier
from passend.regels.schorsing import openstaand
from passend.regels.verwijdering import Verwijderingsfeiten, check_verwijdering, verwijderingsstand
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.schorsen import (
    STAPPEN,
    Verwijderstap,
    begin_verwijdering,
    decide_verwijdering,
    record_verwijderstap,
    report_schorsing,
    suspend_leerling,
)
from passend.toelating.permissions import (
    LEZERS,
    VERWIJDERING_NIET_VOOR_U,
    WIE_BEHEERT,
    WIE_BESLIST,
    require,
    why_may_decide,
    why_may_list,
    why_may_manage,
    why_may_override,
)
from passend.toelating.queries.schorsing import (
    Verwijdering,
    get_oudertaal,
    get_schorsing,
    get_verwijdering,
    get_verwijderzaak,
    list_schorsingen,
    list_verwijderingen,
)
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.toelating.woorden import AAN_ZET, GEBEURTENISNAMEN, STAND_VERWIJDERING, TERMIJNNAMEN
from passend.web.toelating.zaak import brief_op_papier
from passend.web.verzoek import Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

LOOPT = frozenset({Verwijderingsstand.VOORGENOMEN, Verwijderingsstand.BESLOTEN})


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
    """The letter of a suspension as it was sent; parents have it too."""
    require_dossier(bezoek.inzage.reden if bezoek.inzage.is_binnen else None, WIE_BEHEERT)
    rij = get_schorsing(leerling=bezoek.leerling, pk=pk)
    if rij is None:
        raise Http404
    papier = brief_op_papier(bezoek.vestiging, _("Schorsing"), rij.brief, "", rij.besloten_op, vertaling=rij.vertaling)
    return als_download(zet_brief_pdf(papier), "application/pdf", "schorsing.pdf")


def _doe(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    wat, account, leerling = request.POST.get("wat", ""), bezoek.account, bezoek.leerling
    if wat == "gemeld":
        rij = get_schorsing(leerling=leerling, pk=heel_getal(request.POST.get("schorsing", "")))
        dag = lees_dag(request.POST.get("op", ""))
        if rij is None or dag is None:
            raise ToelatingError(_("Vul een bestaande dag in."))
        report_schorsing(actor=account, schorsing=rij, dag=dag, bewijs=request.POST.get("bewijs", ""), op=bezoek.op)
        return bezoek.naar("schorsing")
    motivering = request.POST.get("motivering", "")
    require(why_may_decide(account, bezoek.vestiging, op=bezoek.op), WIE_BESLIST)
    if wat == "verwijderen":
        zaak = begin_verwijdering(actor=account, leerling=leerling, motivering=motivering, op=bezoek.op)
        return redirect("verwijdering", code=bezoek.vestiging.code, zaak=zaak.sleutel)
    van, tot = (lees_dag(request.POST.get(naam, "")) for naam in ("geldig_van", "geldig_tot_en_met"))
    if van is None or tot is None:
        raise ToelatingError(_("Vul een eerste en een laatste dag in."))
    suspend_leerling(
        actor=account,
        leerling=leerling,
        van=van,
        tot_en_met=tot,
        motivering=motivering,
        taal=_taal(request),
        op=bezoek.op,
    )
    messages.success(request, _("Geschorst. Geef de ouders vandaag de brief."))
    return bezoek.naar("schorsing")


def _taal(request: HttpRequest) -> Oudertaal:
    return Oudertaal.ENGELS if request.POST.get("oudertaal") == Oudertaal.ENGELS else Oudertaal.NEDERLANDS


def _schorsing(
    request: HttpRequest, bezoek: Dossierbezoek, *, fouten: list[str] | None = None, status: int = 200
) -> HttpResponse:
    verwijderingen = [
        (rij, verwijderingsstand(get_verwijderzaak(verwijdering=rij).feiten, peildatum=bezoek.vandaag))
        for rij in list_verwijderingen(leerling=bezoek.leerling)
    ]
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "leerling": bezoek.leerling,
        "plek": bezoek.plek,
        "schorsingen": [(rij, openstaand(feiten)) for rij, feiten in list_schorsingen(leerling=bezoek.leerling)],
        "verwijderingen": verwijderingen,
        "loopt_verwijdering": any(stand.soort in LOOPT for _rij, stand in verwijderingen),
        "stand_verwijdering": STAND_VERWIJDERING,
        "mag_beslissen": why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "vandaag": bezoek.vandaag,
        "ingevuld": request.POST,
        "is_engels": request.POST.get("oudertaal", get_oudertaal(leerling=bezoek.leerling)) == Oudertaal.ENGELS,
        "fouten": fouten or [],
    }
    return render(request, "toelating/schorsing.jinja", context, status=status)


@bij_school
@lees_of_stuur
def verwijdering(request: HttpRequest, bezoek: Bezoek, zaak: UUID) -> HttpResponse:
    """The way to a removal: what was done, what is missing, and the decision."""
    rij = get_verwijdering(vestiging=bezoek.vestiging, sleutel=zaak)
    reden = why_may_list(bezoek.account, bezoek.vestiging, op=bezoek.op)
    if rij is None or reden is None or reden.code not in LEZERS:
        raise GeenToegangError(VERWIJDERING_NIET_VOOR_U)
    if request.method != "POST":
        return _verwijdering(request, bezoek, rij, reden)
    try:
        _stap(request, bezoek, rij)
    except ToelatingError as fout:
        return _verwijdering(request, bezoek, rij, reden, fouten=[vertaal(zin) for zin in fout.args], status=422)
    return redirect("verwijdering", code=bezoek.vestiging.code, zaak=zaak)


@bij_school
@require_safe
def verwijderbrief(request: HttpRequest, bezoek: Bezoek, zaak: UUID) -> HttpResponse:
    """The letter with the decision, as it was sent."""
    rij = get_verwijdering(vestiging=bezoek.vestiging, sleutel=zaak)
    reden = why_may_list(bezoek.account, bezoek.vestiging, op=bezoek.op)
    if rij is None or reden is None or reden.code not in LEZERS:
        raise GeenToegangError(VERWIJDERING_NIET_VOOR_U)
    besluit = next((een for een in get_verwijderzaak(verwijdering=rij).gebeurtenissen if een.brief), None)
    if besluit is None:
        raise Http404
    _schrijf_op(bezoek, rij, reden, Logsoort.UITVOER)
    papier = brief_op_papier(
        bezoek.vestiging, _("Besluit"), besluit.brief, "", besluit.vastgelegd_op, vertaling=besluit.vertaling
    )
    return als_download(zet_brief_pdf(papier), "application/pdf", "besluit.pdf")


def _stap(request: HttpRequest, bezoek: Bezoek, rij: Verwijdering) -> None:
    wat = request.POST.get("stap", "")
    if wat == "besluit":
        require(why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BESLIST)
        decide_verwijdering(
            actor=bezoek.account,
            verwijdering=rij,
            motivering=request.POST.get("motivering", ""),
            doorbreking=request.POST.get("doorbreking", ""),
            taal=_taal(request),
            op=bezoek.op,
        )
        return
    if wat not in {soort.value for soort in STAPPEN}:
        raise Http404
    if wat == Gebeurtenissoort.BEZWAAR_BESLIST:
        require(why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BESLIST)
    else:
        require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    dag = lees_dag(request.POST.get("op", ""))
    if dag is None:
        raise ToelatingError(_("Vul een bestaande dag in."))
    stap = Verwijderstap(
        soort=Gebeurtenissoort(wat),
        op=dag,
        tekst=request.POST.get("tekst", ""),
        school=request.POST.get("school", ""),
        doorbreking=request.POST.get("doorbreking", ""),
    )
    record_verwijderstap(actor=bezoek.account, verwijdering=rij, stap=stap, op=bezoek.op)


def _schrijf_op(bezoek: Bezoek, rij: Verwijdering, reden: Reden, soort: Logsoort = Logsoort.LEZEN) -> None:
    log_inzage(
        actor=bezoek.account,
        leerling=rij.leerling,
        reden=reden,
        op=bezoek.op,
        handeling="open_verwijdering",
        soort=soort,
    )


def _weg(feiten: Verwijderingsfeiten, vandaag: date) -> list[tuple[str, str, date | None]]:
    """The steps in their order: the code of the form, what it is, and the day on which it was done."""
    bereid = [een.bereid_op for een in feiten.scholen if een.bereid_op and een.is_bereid(feiten.besloten_op or vandaag)]
    school = "school_bereid" if feiten.scholen else "school_gevraagd"
    return [
        ("leerkracht_gehoord", _("De leerkracht is gehoord"), feiten.leraar_gehoord_op),
        ("ouders_gehoord", _("De ouders zijn gehoord"), feiten.ouders_gehoord_op),
        (school, _("Een andere school zegt ja"), min(bereid, default=None)),
        ("besluit", _("Het bestuur besloot"), feiten.besloten_op),
        ("gemeente_gemeld", _("De gemeente weet het"), feiten.gemeente_op),
        ("elders_ingeschreven", _("Een andere school schreef het kind in"), feiten.elders_ingeschreven_op),
    ]


def _verwijdering(
    request: HttpRequest,
    bezoek: Bezoek,
    rij: Verwijdering,
    reden: Reden,
    *,
    fouten: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    zaak = get_verwijderzaak(verwijdering=rij)
    stand = verwijderingsstand(zaak.feiten, peildatum=bezoek.vandaag)
    open_ = check_verwijdering(zaak.feiten, op=bezoek.vandaag, peildatum=bezoek.vandaag)
    is_besloten = zaak.feiten.besloten_op is not None
    weg = _weg(zaak.feiten, bezoek.vandaag)
    if request.method != "POST":
        _schrijf_op(bezoek, rij, reden)
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "rij": rij,
        "leerling": rij.leerling,
        "plek": {"code": bezoek.vestiging.code, "zaak": rij.sleutel},
        "stand": stand,
        "standnaam": STAND_VERWIJDERING[stand.soort],
        "wie": AAN_ZET[stand.aan_zet],
        "bezwaren": stand.bezwaren if is_besloten else [een for een in open_ if een.code != "motivering"],
        "is_besloten": is_besloten,
        "weg": weg,
        "nu": next((code for code, _naam, dag in weg if dag is None), ""),
        "is_gevraagd": bool(zaak.feiten.scholen),
        "is_bezwaar": zaak.feiten.bezwaar_op is not None,
        "is_beslist": zaak.feiten.beslist_op is not None,
        "is_geschil": zaak.feiten.geschil_op is not None,
        "is_oordeel": zaak.feiten.oordeel_op is not None,
        "bezwaar_tot": next((een.dag for een in stand.termijnen if een.wat == "bezwaar"), bezoek.vandaag),
        "is_open": zaak.feiten.ingetrokken_op is None,
        "gebeurtenissen": zaak.gebeurtenissen,
        "namen": GEBEURTENISNAMEN,
        "termijnnamen": TERMIJNNAMEN,
        "mag_beheren": why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "mag_beslissen": why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "mag_doorbreken": why_may_override(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "vandaag": bezoek.vandaag,
        "ingevuld": request.POST,
        "is_engels": request.POST.get("oudertaal", get_oudertaal(leerling=rij.leerling)) == Oudertaal.ENGELS,
        "fouten": fouten or [],
        "S": Gebeurtenissoort,
    }
    return render(request, "toelating/verwijdering.jinja", context, status=status)
