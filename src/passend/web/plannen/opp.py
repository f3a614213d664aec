"""The development perspective plan of a pupil on one page: written, talked over, set, looked at again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.leerlingen.permissions import require
from passend.leerlingen.queries.leerlingen import list_groepsnamen
from passend.plannen.actions.opp import OppError, offer_opp, record_oppoverleg, set_opp, start_opp
from passend.plannen.actions.oppbegin import change_oppbegin, mag_intrekken, withdraw_opp
from passend.plannen.actions.oppevaluatie import Evaluatiegegevens, evaluate_opp, revise_opp
from passend.plannen.permissions import (
    WIE_LEEST_OPP,
    WIE_LEIDT_OPP,
    readable_klassen,
    why_may_lead_opp,
    why_may_read_opp,
    why_may_write_opp,
)
from passend.plannen.queries.opp import Oppversie, get_oppbeeld, get_oppversie, list_gezag, list_ingetrokken
from passend.plannen.queries.voorstellen import get_oppvoorstel
from passend.regels.inschrijving import bezwaar_als_weg
from passend.regels.oppdelen import DELEN, GEWOON, GROEPEN, UITSTROOMBESTEMMINGEN, te_lezen_delen
from passend.regels.praatkaarten import PRAATKAARTEN
from passend.volgen.queries.resultaten import list_toetsresultaten
from passend.web.aanmelden import brieven
from passend.web.kader import maak_kader
from passend.web.leerlingen.ouderpost import schrijf_ouders
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.plannen.geschilweg import maak_geschilweg
from passend.web.plannen.oppbegin import geen_begin, lees_begin, list_aanleidingen
from passend.web.plannen.oppkeuzes import om_te_kiezen
from passend.web.plannen.oppuitmdo import te_kiezen, vul_in
from passend.web.plannen.oppweg import anker, maak_weg
from passend.web.verzoek import heel_getal
from passend.web.zinnen import vertaal


@bij_leerling("open_opp")
@require_safe
def opp(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The plan as the school sees it; a parent is led to the page that is made for them."""
    if bezoek.inzage.is_ouder and why_may_write_opp(bezoek.inzage) is None:
        return bezoek.naar("opp_ouder")
    require(why_may_read_opp(bezoek.inzage), WIE_LEEST_OPP)
    nummer = heel_getal(request.GET.get("versie", "")) or None
    versie = get_oppversie(leerling=bezoek.leerling, nummer=nummer)
    if versie is None and nummer is not None:
        raise Http404
    return toon(request, bezoek, versie, **vul_in(request, bezoek))


def toon(
    request: HttpRequest, bezoek: Dossierbezoek, versie: Oppversie | None, *, status: int = 200, **meer: Any
) -> HttpResponse:
    """The page, with what went wrong in one of its forms; without a plan the form to begin one."""
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "leerling": bezoek.leerling,
        "plek": bezoek.plek,
        "groep": list_groepsnamen(leerlingen=[bezoek.leerling], peildatum=bezoek.vandaag).get(bezoek.leerling.pk),
        "mag_leiden": why_may_lead_opp(bezoek.inzage) is not None,
        "is_weg": bool(bezwaar_als_weg(bezoek.leerling.uitgeschreven_op, bezoek.vandaag)),
        "ingetrokken": list_ingetrokken(leerling=bezoek.leerling),
        "aanleidingen": list_aanleidingen(),
        **_van_vorige_school(bezoek, versie),
        **te_kiezen(bezoek),
        "ingevuld": request.POST,
        "fout": "",
        "bij": "",
        **(_van_versie(bezoek, versie) if versie is not None else {"beeld": None}),
        **meer,
    }
    return render(request, "plannen/opp.jinja", context, status=status)


def _van_vorige_school(bezoek: Dossierbezoek, versie: Oppversie | None) -> dict[str, Any]:
    """What a previous school gave along, for who can take it over: as long as nothing was set here."""
    is_weg = bool(bezwaar_als_weg(bezoek.leerling.uitgeschreven_op, bezoek.vandaag))
    loopt = versie is not None and versie.opp.geeindigd_op is None
    if is_weg or why_may_lead_opp(bezoek.inzage) is None or (loopt and versie is not None and versie.is_vastgesteld):
        return {"oppvoorstel": None}
    voorstel = get_oppvoorstel(leerling=bezoek.leerling, klassen=readable_klassen(bezoek.inzage))
    return {"oppvoorstel": voorstel, "heeft_concept": loopt, "concept": versie.opp if versie is not None else None}


def _van_versie(bezoek: Dossierbezoek, versie: Oppversie) -> dict[str, Any]:
    klassen, groepen = readable_klassen(bezoek.inzage), dict(GROEPEN)
    groepen.pop("stem")
    return {
        **stand_van(bezoek, versie),
        "delen": [deel for deel in DELEN if deel.klasse in klassen],
        "gevraagd": [deel for deel in te_lezen_delen(_teksten(versie)) if deel.klasse in klassen],
        **om_te_kiezen(bezoek, versie),
        "groepen": groepen,
        "bestemmingen": UITSTROOMBESTEMMINGEN,
        "praatkaarten": PRAATKAARTEN,
        "resultaten": _laatste_resultaten(bezoek),
    }


def stand_van(bezoek: Dossierbezoek, versie: Oppversie) -> dict[str, Any]:
    """Where it stands: the way, what is missing and where to go for it; shown anew at each save."""
    beeld = get_oppbeeld(versie=versie, op=bezoek.op)
    return {
        "beeld": beeld,
        "weg": maak_weg(beeld, vandaag=bezoek.vandaag),
        "anker": anker,
        "mag_schrijven": beeld.is_concept and why_may_write_opp(bezoek.inzage) is not None,
        "mag_leiden": why_may_lead_opp(bezoek.inzage) is not None,
        "is_weg": bool(bezwaar_als_weg(bezoek.leerling.uitgeschreven_op, bezoek.vandaag)),
        "mag_intrekken": beeld.is_concept and mag_intrekken(beeld.opp),
        "mag_begin_anders": not any(een.is_vastgesteld for een in beeld.versies),
        "geschil": maak_geschilweg(bezoek) if any(een.zei_nee for een in beeld.ouders) else None,
    }


def _teksten(versie: Oppversie) -> dict[str, str]:
    return {code: deel["tekst"] for code, deel in versie.inhoud.items()}


def _laatste_resultaten(bezoek: Dossierbezoek) -> list[Any]:
    """The newest result of each subject, for who writes the plan needs not look them up."""
    per_vak = {een.vak: een for een in list_toetsresultaten(leerling=bezoek.leerling, peildatum=bezoek.vandaag)}
    return list(per_vak.values())


def concept_of_404(bezoek: Dossierbezoek) -> Oppversie:
    """The newest version of the plan of this pupil; not found when there is no plan."""
    versie = get_oppversie(leerling=bezoek.leerling)
    if versie is None:
        raise Http404
    return versie


def probeer(
    request: HttpRequest, bezoek: Dossierbezoek, bij: str, doe: Callable[[], object], gelukt: str, naar: str = ""
) -> HttpResponse:
    """Do something to a plan; what cannot be is told in the form that asked for it, with what was typed."""
    try:
        doe()
    except OppError as fout:
        versie = get_oppversie(leerling=bezoek.leerling)
        return toon(request, bezoek, versie, fout=vertaal(fout), bij=bij, status=422)
    messages.success(request, gelukt)
    antwoord = bezoek.naar("opp")
    antwoord["Location"] += f"#{naar}" if naar else ""
    return antwoord


def _leid(bezoek: Dossierbezoek) -> None:
    require(why_may_lead_opp(bezoek.inzage), WIE_LEIDT_OPP)


@bij_leerling()
@require_POST
def begin(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Begin a plan."""
    _leid(bezoek)
    if (gelezen := lees_begin(request.POST)) is None:
        versie = get_oppversie(leerling=bezoek.leerling)
        return toon(request, bezoek, versie, fout=geen_begin(), bij="begin", status=422)
    return probeer(
        request,
        bezoek,
        "begin",
        lambda: start_opp(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            **gelezen,
            op=bezoek.op,
        ),
        _("Het plan is begonnen. Wat u typt, wordt vanzelf bewaard."),
    )


@bij_leerling()
@require_POST
def begin_anders(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Correct why and since when the plan is there."""
    _leid(bezoek)
    versie = concept_of_404(bezoek)
    if (gelezen := lees_begin(request.POST)) is None:
        return toon(request, bezoek, versie, fout=geen_begin(), bij="begin_anders", status=422)
    return probeer(
        request,
        bezoek,
        "begin_anders",
        lambda: change_oppbegin(
            actor=bezoek.account,
            versie=versie,
            **gelezen,
            op=bezoek.op,
        ),
        _("Verbeterd. De dag waarop het plan klaar moet zijn, is opnieuw uitgerekend."),
    )


@bij_leerling()
@require_POST
def intrekken(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Withdraw a plan that was begun by mistake."""
    _leid(bezoek)
    versie, waarom = concept_of_404(bezoek), request.POST.get("waarom", "")
    return probeer(
        request,
        bezoek,
        "intrekken",
        lambda: withdraw_opp(actor=bezoek.account, versie=versie, waarom=waarom, op=bezoek.op),
        _("Het plan is ingetrokken. Er wordt niets meer van gevraagd."),
    )


@bij_leerling()
@require_POST
def voorleggen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Lay the concept before the parents."""
    _leid(bezoek)
    versie = concept_of_404(bezoek)
    is_nieuw = versie.voorgelegd_op is None
    if is_nieuw and not versie.inhoud.get(GEWOON, {}).get("tekst") and not request.POST.get("toch"):
        fout = _(
            "Er staan nog geen gewone woorden in dit plan. De ouders lezen dan alleen wat u voor de school schreef."
        )
        return toon(request, bezoek, versie, fout=fout, bij="zonder_woorden", status=422)

    def leg_voor() -> None:
        gevraagd = offer_opp(actor=bezoek.account, versie=versie, op=bezoek.op)
        if gevraagd:
            schrijf_ouders(request, bezoek, brieven.OPP_VOORGELEGD if is_nieuw else brieven.OPP_OPNIEUW, gevraagd)

    return probeer(
        request,
        bezoek,
        "voorleggen",
        leg_voor,
        _("De ouders lezen het plan nu, en kunnen antwoorden.")
        if is_nieuw
        else _("De ouders zijn opnieuw gevraagd. Zij lezen wat er veranderde."),
        "ouders",
    )


@bij_leerling()
@require_POST
def overleg(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Note a talk with the parents over the whole."""
    _leid(bezoek)
    versie, dag = concept_of_404(bezoek), lees_dag(request.POST.get("op", ""))
    if dag is None:
        return toon(request, bezoek, versie, fout=_("Vul een bestaande dag in."), bij="overleg", status=422)
    keuzes = {
        ouder: request.POST.get(f"ouder-{ouder.pk}", "")
        for ouder in list_gezag(leerling=bezoek.leerling, peildatum=bezoek.vandaag)
    }
    return probeer(
        request,
        bezoek,
        "overleg",
        lambda: record_oppoverleg(
            actor=bezoek.account,
            versie=versie,
            dag=dag,
            gezegd=request.POST.get("gezegd", ""),
            gedaan=request.POST.get("gedaan", ""),
            ouders={ouder: keus == "erbij" for ouder, keus in keuzes.items() if keus in {"erbij", "afwezig"}},
            op=bezoek.op,
        ),
        _("Het gesprek staat erbij."),
        "ouders",
    )


@bij_leerling()
@require_POST
def vaststellen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Set the plan; a second click shows what the first did."""
    _leid(bezoek)
    versie = concept_of_404(bezoek)
    if versie.is_vastgesteld:
        return bezoek.naar("opp")
    return probeer(
        request,
        bezoek,
        "vaststellen",
        lambda: set_opp(actor=bezoek.account, versie=versie, op=bezoek.op),
        _("Het plan is vastgesteld."),
    )


@bij_leerling()
@require_POST
def nieuwe_versie(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Begin a version on top of the one that holds."""
    _leid(bezoek)
    versie = concept_of_404(bezoek)
    return probeer(
        request,
        bezoek,
        "evaluatie",
        lambda: revise_opp(actor=bezoek.account, versie=versie, op=bezoek.op),
        _("De nieuwe versie begint met wat er stond. Wat werkte, staat er al bij."),
    )


@bij_leerling()
@require_POST
def evaluatie(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Note how a set plan was looked at again."""
    _leid(bezoek)
    versie, dag = concept_of_404(bezoek), lees_dag(request.POST.get("op", ""))
    if dag is None:
        return toon(request, bezoek, versie, fout=_("Vul een bestaande dag in."), bij="evaluatie", status=422)
    gegevens = Evaluatiegegevens(
        op=dag,
        werkte=request.POST.get("werkte", ""),
        werkte_niet=request.POST.get("werkte_niet", ""),
        vervolg=request.POST.get("vervolg", ""),
        is_besproken_met_ouders=bool(request.POST.get("met_ouders")),
        is_besproken_met_leerling=bool(request.POST.get("met_leerling")),
    )
    return probeer(
        request,
        bezoek,
        "evaluatie",
        lambda: evaluate_opp(actor=bezoek.account, versie=versie, gegevens=gegevens, op=bezoek.op),
        _("De evaluatie staat erbij."),
        "terugkijken",
    )
