"""The way to removal of a pupil: what is missing stands on top, and every step can be noted and mended."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.aanmelding import Gebeurtenissoort, Oudertaal
from passend.begrippen.rollen import GeenToegangError, Logsoort, Reden
from passend.begrippen.toelating import Bezwaaruitkomst, Verwijderingsstand
from passend.documenten.zetten.briefpdf import zet_brief_pdf
from passend.leerlingen.actions.dossier import log_inzage
from passend.organisaties.queries import Vestiging
from passend.regels.andereschool import kunnen_toelaten
from passend.regels.bezwaar import bezwaar_uiterlijk_op
from passend.regels.brieven.titels import maak_titel
from passend.regels.verwijdering import Verwijderingsfeiten, school_bereid_op, verwijderingsstand
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.schorsen import list_geadresseerden
from passend.toelating.actions.verwijderen import (
    decide_bezwaar,
    decide_verwijdering,
    react_oordeel,
    record_verwijderstap,
    void_verwijderstap,
    withdraw_verwijdering,
)
from passend.toelating.actions.verwijderstap import STAPPEN, Verwijderstap
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
from passend.toelating.queries.schoolruimte import list_schoolruimte
from passend.toelating.queries.schorsing import (
    Verwijdergebeurtenis,
    Verwijdering,
    Verwijderzaak,
    get_oudertaal,
    get_verwijdering,
    get_verwijderzaak,
)
from passend.web.getypt import render_met_getypt
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.toelating.schorsing import taal_van
from passend.web.toelating.verzoek import gekozen_school
from passend.web.toelating.woorden import (
    AAN_ZET,
    BEZWAARUITKOMST,
    SCHOOLSOORTEN,
    STAND_VERWIJDERING,
    TERMIJNNAMEN,
    TLVSTANDEN,
    VERWIJDERBRIEVEN,
    VERWIJDERNAMEN,
    VERWIJDERTERMIJN,
)
from passend.web.toelating.zaak import brief_op_papier, scholen_dichtbij, schoolstanden
from passend.web.verzoek import Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal


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
def verwijderbrief(request: HttpRequest, bezoek: Bezoek, zaak: UUID, pk: int) -> HttpResponse:
    """A letter on the way to a removal, as it was sent; marked when its decision counts no more."""
    rij = get_verwijdering(vestiging=bezoek.vestiging, sleutel=zaak)
    reden = why_may_list(bezoek.account, bezoek.vestiging, op=bezoek.op)
    if rij is None or reden is None or reden.code not in LEZERS:
        raise GeenToegangError(VERWIJDERING_NIET_VOOR_U)
    beeld = get_verwijderzaak(verwijdering=rij)
    een = next((een for een in beeld.gebeurtenissen if een.brief and een.pk == pk), None)
    if een is None:
        raise Http404
    _schrijf_op(bezoek, rij, reden, Logsoort.UITVOER)
    return brief_als_pdf(bezoek.vestiging, beeld, een, vandaag=bezoek.vandaag)


def brief_als_pdf(
    vestiging: Vestiging, zaak: Verwijderzaak, een: Verwijdergebeurtenis, *, vandaag: date
) -> HttpResponse:
    """A letter of a removal; one whose decision counts no more says so on top."""
    stand = verwijderingsstand(zaak.feiten, peildatum=vandaag)
    is_terug = stand.soort is Verwijderingsstand.INGETROKKEN and een.soort == Gebeurtenissoort.BESLUIT
    titel = maak_titel(VERWIJDERBRIEVEN[Gebeurtenissoort(een.soort)], zaak.verwijdering.leerling.voornaam)
    onderwerp = "Deze verwijdering gaat niet door" if is_terug else titel  # in the language of the letter
    papier = brief_op_papier(vestiging, onderwerp, een.brief, een.aan, een.vastgelegd_op, vertaling=een.vertaling)
    return als_download(zet_brief_pdf(papier), "application/pdf", "verwijdering.pdf")


def _stap(request: HttpRequest, bezoek: Bezoek, rij: Verwijdering) -> None:
    wat = request.POST.get("stap", "")
    if wat in _BESLISSINGEN:
        require(why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BESLIST)
        _BESLISSINGEN[wat](request, bezoek, rij)
        return
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    if wat == "vervallen":
        _vervallen(request, bezoek, rij)
        return
    if wat not in {soort.value for soort in STAPPEN}:
        raise Http404
    dag = lees_dag(request.POST.get("op", ""))
    if dag is None:
        raise ToelatingError(_("Vul een bestaande dag in."))
    school, vestiging = gekozen_school(request)
    plaats = request.POST.get("plaats", "").strip()
    stap = Verwijderstap(
        soort=Gebeurtenissoort(wat),
        op=dag,
        tekst=request.POST.get("tekst", ""),
        school=f"{school}, {plaats}" if plaats and vestiging is None else school,
        vestiging=vestiging,
        schoolsoort=request.POST.get("schoolsoort", ""),
        tlv=request.POST.get("tlv", "") if wat == Gebeurtenissoort.SCHOOL_BEREID else "",
        doorbreking=request.POST.get("doorbreking", ""),
    )
    record_verwijderstap(actor=bezoek.account, verwijdering=rij, stap=stap, op=bezoek.op)


def _besluit(request: HttpRequest, bezoek: Bezoek, rij: Verwijdering) -> None:
    decide_verwijdering(
        actor=bezoek.account,
        verwijdering=rij,
        motivering=request.POST.get("motivering", ""),
        doorbreking=request.POST.get("doorbreking", ""),
        taal=taal_van(request),
        op=bezoek.op,
    )
    messages.success(request, _("Besloten. Geef de ouders vandaag de brief."))


def _op_bezwaar(request: HttpRequest, bezoek: Bezoek, rij: Verwijdering) -> None:
    uitkomst = request.POST.get("uitkomst", "")
    if uitkomst not in set(Bezwaaruitkomst):
        raise ToelatingError(_("Kies wat het bestuur op het bezwaar besluit."))
    decide_bezwaar(
        actor=bezoek.account,
        verwijdering=rij,
        uitkomst=Bezwaaruitkomst(uitkomst),
        motivering=request.POST.get("motivering", ""),
        taal=taal_van(request),
        op=bezoek.op,
    )
    messages.success(request, _("Besloten. Geef de ouders vandaag de brief."))


def _reactie(request: HttpRequest, bezoek: Bezoek, rij: Verwijdering) -> None:
    react_oordeel(
        actor=bezoek.account,
        verwijdering=rij,
        tekst=request.POST.get("tekst", ""),
        taal=taal_van(request),
        op=bezoek.op,
    )
    messages.success(request, _("Geef de ouders vandaag de brief, en stuur hem ook aan de commissie."))


def _zie_af(request: HttpRequest, bezoek: Bezoek, rij: Verwijdering) -> None:
    gebeurd = withdraw_verwijdering(
        actor=bezoek.account,
        verwijdering=rij,
        motivering=request.POST.get("motivering", ""),
        taal=taal_van(request),
        op=bezoek.op,
    )
    if gebeurd.brief:
        messages.success(request, _("Ingetrokken. Geef de ouders vandaag de brief die dat zegt."))


def _vervallen(request: HttpRequest, bezoek: Bezoek, rij: Verwijdering) -> None:
    nummer = heel_getal(request.POST.get("gebeurtenis", ""))
    gevonden = next((een for een in get_verwijderzaak(verwijdering=rij).gebeurtenissen if een.pk == nummer), None)
    if gevonden is None:
        raise Http404
    void_verwijderstap(
        actor=bezoek.account,
        verwijdering=rij,
        gebeurtenis=gevonden,
        motivering=request.POST.get("tekst", ""),
        op=bezoek.op,
    )


def _naam(een: Verwijdergebeurtenis, besloten: Verwijdergebeurtenis | None) -> str:
    """What happened, in words; after the decision the parents are heard about their objection."""
    if een.soort == Gebeurtenissoort.OUDERS_GEHOORD and besloten is not None and een.pk > besloten.pk:
        return _("De ouders zijn gehoord over hun bezwaar")
    return str(VERWIJDERNAMEN[Gebeurtenissoort(een.soort)])


def _weg(feiten: Verwijderingsfeiten, vandaag: date) -> list[tuple[str, str, date | None]]:
    """The steps in their order: where the page notes it, what it is, and the day on which it was done."""
    return [
        ("leerkracht_gehoord", _("De leerkracht is gehoord"), feiten.leraar_gehoord_op),
        ("ouders_gehoord", _("De ouders zijn gehoord"), feiten.ouders_gehoord_op),
        ("school", _("Een andere school zegt ja"), school_bereid_op(feiten, peildatum=vandaag)),
        ("besluit", _("Het bestuur besloot"), feiten.besloten_op),
        ("gemeente_gemeld", _("De gemeente weet het"), feiten.gemeente_op),
        ("elders_ingeschreven", _("Een andere school schreef het kind in"), feiten.elders_ingeschreven_op),
    ]


_BESLISSINGEN: Mapping[str, Callable[[HttpRequest, Bezoek, Verwijdering], None]] = {
    "besluit": _besluit,
    "bezwaar_beslist": _op_bezwaar,
    "ingetrokken": _zie_af,
    "gpo_reactie": _reactie,
}


def _schrijf_op(bezoek: Bezoek, rij: Verwijdering, reden: Reden, soort: Logsoort = Logsoort.LEZEN) -> None:
    log_inzage(
        actor=bezoek.account,
        leerling=rij.leerling,
        reden=reden,
        op=bezoek.op,
        handeling="open_verwijdering",
        soort=soort,
    )


def _verwijdering(
    request: HttpRequest,
    bezoek: Bezoek,
    rij: Verwijdering,
    reden: Reden,
    *,
    fouten: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    beeld = get_verwijderzaak(verwijdering=rij)
    feiten, stand = beeld.feiten, verwijderingsstand(beeld.feiten, peildatum=bezoek.vandaag)
    if request.method != "POST":
        _schrijf_op(bezoek, rij, reden)
    weg = _weg(feiten, bezoek.vandaag)
    tellend = {een.pk for een in beeld.tellend}
    besluit = next((een for een in beeld.tellend if een.soort == Gebeurtenissoort.BESLUIT), None)
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "rij": rij,
        "leerling": rij.leerling,
        "plek": {"code": bezoek.vestiging.code, "zaak": rij.sleutel},
        "feiten": feiten,
        "stand": stand,
        "weg": weg,
        "weggevallen": beeld.weggevallen,
        "nu": next((code for code, _wat, dag in weg if dag is None), ""),
        "standnaam": STAND_VERWIJDERING[stand.soort],
        "wie": AAN_ZET[stand.aan_zet],
        "bezwaren": [een for een in stand.bezwaren if een.code != "motivering"],
        "is_besloten": feiten.besloten_op is not None,
        "is_open": stand.soort is not Verwijderingsstand.INGETROKKEN,
        "gebeurtenissen": [(een, een.pk in tellend, _naam(een, besluit)) for een in beeld.gebeurtenissen],
        "mag_weg": {een.pk for een in beeld.na_besluit if not een.brief},
        "geadresseerden": list_geadresseerden(rij.leerling, bezoek.vandaag),
        "keuze": (keuze := scholen_dichtbij(bezoek.vestiging)),
        "ruimte_van": list_schoolruimte(vestigingen=[een for een, _km in keuze], op=bezoek.op),
        "scholen": schoolstanden(beeld.tellend),
        "kunnen": kunnen_toelaten(feiten.laatst_gezegd, bezoek.vandaag),
        "schoolsoorten": SCHOOLSOORTEN,
        "tlvstanden": TLVSTANDEN,
        "stapadres": reverse("verwijdering", kwargs={"code": bezoek.vestiging.code, "zaak": rij.sleutel}),
        "bij": request.POST.get("bij", ""),
        "bezwaar_tot": bezwaar_uiterlijk_op(feiten.besloten_op, is_openbaar=feiten.is_openbaar).dag
        if feiten.besloten_op
        else None,
        "bezwaaruitkomst": BEZWAARUITKOMST,
        "termijnnamen": TERMIJNNAMEN,
        "termijnuitleg": VERWIJDERTERMIJN,
        "mag_beheren": why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "mag_beslissen": why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "mag_doorbreken": why_may_override(bezoek.account, bezoek.vestiging, op=bezoek.op) is not None,
        "vandaag": bezoek.vandaag,
        "ingevuld": request.POST,
        "is_engels": request.POST.get("oudertaal", get_oudertaal(leerling=rij.leerling)) == Oudertaal.ENGELS,
        "fouten": fouten or [],
    }
    return render_met_getypt(request, "toelating/verwijdering.jinja", context, status=status)
