"""The plan for parents: in plain words, what is asked of them, their answer and what they think of it."""

from collections.abc import Collection, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opp import Oppantwoord
from passend.documenten.document import DocumentError
from passend.leerlingen.permissions import require
from passend.leerlingen.queries.leerlingen import get_ouder
from passend.plannen.actions.opp import OppError
from passend.plannen.actions.oppouders import add_oppzienswijze, answer_opp, record_oppinstemming
from passend.plannen.permissions import (
    WIE_ANTWOORDT_OPP,
    WIE_LEIDT_OPP,
    readable_klassen,
    why_may_answer_opp,
    why_may_lead_opp,
)
from passend.plannen.queries.opp import Oppversie, Ouderbeeld, get_oppbeeld, get_ouderversie, teksten
from passend.plannen.queries.oppregels import list_oppregels
from passend.regels.handelingsdeel import Deelverschil, handelingsdeel, handelingsdeelsom, vergelijk_delen
from passend.regels.oppdelen import GROEPEN, JA, ONDERWIJSTIJD, UITSTROOMBESTEMMINGEN, VOOR_OUDERS, gevraagde_delen
from passend.regels.praatkaarten import PRAATKAARTEN
from passend.web.bijlage import lees_bijlage
from passend.web.kader import maak_kader
from passend.web.leerlingen.ouderpost import meld_weigering
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.plannen.geschilweg import maak_geschilweg
from passend.web.plannen.opp import concept_of_404, probeer, toon
from passend.web.verzoek import heel_getal
from passend.web.zinnen import vertaal


@bij_leerling("open_opp")
@require_safe
def opp_ouder(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The plan as parents read it; who keeps the file sees what they see."""
    _mag(bezoek)
    return _toon(request, bezoek, _versie(request, bezoek))


def _mag(bezoek: Dossierbezoek) -> None:
    require(why_may_answer_opp(bezoek.inzage) or why_may_lead_opp(bezoek.inzage), WIE_ANTWOORDT_OPP)


def _versie(request: HttpRequest, bezoek: Dossierbezoek) -> Oppversie | None:
    nummer = heel_getal(request.GET.get("versie", "") or request.POST.get("nummer", "")) or None
    versie = get_ouderversie(leerling=bezoek.leerling, nummer=nummer)
    if versie is None and nummer is not None:
        raise Http404
    return versie


def _toon(
    request: HttpRequest, bezoek: Dossierbezoek, versie: Oppversie | None, *, status: int = 200, **meer: Any
) -> HttpResponse:
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "beeld": None,
        "ingevuld": request.POST,
        "fout": "",
        "bij": "",
        **meer,
    }
    if versie is not None:
        inhoud, klassen = teksten(versie), readable_klassen(bezoek.inzage)
        beeld = get_oppbeeld(versie=versie, op=bezoek.op)
        mijn = [een for een in beeld.ouders if een.ouder.account_id == bezoek.account.pk]
        geldt = next((een for een in reversed(beeld.versies) if een.is_vastgesteld and een.pk != versie.pk), None)
        context |= {
            "beeld": beeld,
            "mijn": mijn,
            "geldt": geldt if beeld.is_concept else None,
            "anders": _leesbaar(vergelijk_delen(teksten(geldt), inhoud), klassen) if geldt and beeld.is_concept else (),
            "na_antwoord": _leesbaar(_na_antwoord(mijn, inhoud), klassen),
            "terugblik": [een for een in beeld.evaluaties if een.versie_id != versie.pk],
            "minder_uren": inhoud.get(ONDERWIJSTIJD) == JA,
            "groepen": {code: kop for code, kop in GROEPEN.items() if code != VOOR_OUDERS},
            "regels": list_oppregels(versie),
            "delen": [
                deel
                for deel in gevraagde_delen(inhoud)
                if deel.klasse in klassen and deel.soort != "ja_nee" and inhoud.get(deel.code)
            ],
            "bestemmingen": UITSTROOMBESTEMMINGEN,
            "praatkaarten": PRAATKAARTEN,
            "som": handelingsdeelsom(inhoud),
            "geschil": maak_geschilweg(bezoek),
        }
    return render(request, "plannen/opp_ouder.jinja", context, status=status)


def _na_antwoord(mijn: Collection[Ouderbeeld], inhoud: Mapping[str, str]) -> Collection[Deelverschil]:
    """What of the handelingsdeel changed after the parent who looks answered; nothing when they answered to this."""
    laatste = next((een.laatste for een in mijn if een.laatste and not een.geldt), None)
    return vergelijk_delen(laatste.handelingsdeel, handelingsdeel(inhoud)) if laatste and laatste.handelingsdeel else ()


def _leesbaar(verschillen: Collection[Deelverschil], klassen: Collection[Vertrouwelijkheid]) -> list[Deelverschil]:
    """What changed in the plan itself, of the classes one reads; the plain words only say that again."""
    return [een for een in verschillen if een.deel.klasse in klassen and een.deel.groep != VOOR_OUDERS]


@bij_leerling()
@require_POST
def antwoord(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """A parent has seen it, agrees, or does not."""
    require(why_may_answer_opp(bezoek.inzage), WIE_ANTWOORDT_OPP)
    versie, keus = _versie(request, bezoek), request.POST.get("antwoord", "")
    if versie is None or keus not in set(Oppantwoord):
        raise Http404
    try:
        answer_opp(
            actor=bezoek.account,
            versie=versie,
            antwoord=Oppantwoord(keus),
            reden=request.POST.get("reden", ""),
            gelezen=request.POST.get("gelezen", ""),
            op=bezoek.op,
        )
    except OppError as fout:
        return _toon(request, bezoek, versie, fout=vertaal(fout), bij="antwoord", status=422)
    if keus == Oppantwoord.NIET_AKKOORD:
        meld_weigering(request, bezoek)
    messages.success(request, _("Dank u wel. De school ziet uw antwoord."))
    return bezoek.naar("opp_ouder")


@bij_leerling()
@require_POST
def opp_zienswijze(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """A parent says what they think of the plan."""
    require(why_may_answer_opp(bezoek.inzage), WIE_ANTWOORDT_OPP)
    versie = _versie(request, bezoek)
    if versie is None:
        raise Http404
    try:
        add_oppzienswijze(actor=bezoek.account, versie=versie, tekst=request.POST.get("zienswijze", ""), op=bezoek.op)
    except OppError as fout:
        return _toon(request, bezoek, versie, fout=vertaal(fout), bij="zienswijze", status=422)
    messages.success(request, _("Uw woorden horen nu bij dit plan."))
    return bezoek.naar("opp_ouder")


@bij_leerling()
@require_POST
def papier(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Note what a parent answered on paper, with the scan of it."""
    require(why_may_lead_opp(bezoek.inzage), WIE_LEIDT_OPP)
    versie, keus = concept_of_404(bezoek), request.POST.get("antwoord", "")
    ouder = get_ouder(leerling=bezoek.leerling, pk=heel_getal(request.POST.get("ouder", "")))
    if ouder is None or keus not in {Oppantwoord.AKKOORD, Oppantwoord.NIET_AKKOORD}:
        fout = _("Kies een ouder, en wat die antwoordde.")
        return toon(request, bezoek, versie, fout=fout, bij="papier", status=422)
    try:
        scan = lees_bijlage(request, "scan", is_pdf_goed=True)
    except DocumentError as fout:
        return toon(request, bezoek, versie, fout=vertaal(fout), bij="papier", status=422)
    return probeer(
        request,
        bezoek,
        "papier",
        lambda: record_oppinstemming(
            actor=bezoek.account,
            versie=versie,
            ouder=ouder,
            antwoord=Oppantwoord(keus),
            scan=scan,
            reden=request.POST.get("reden", ""),
            op=bezoek.op,
        ),
        _("Het antwoord op papier staat erbij."),
        "ouders",
    )
