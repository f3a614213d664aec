"""The file of one pupil: as it is, as it was on a day, and whole, to take along."""

import json
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Logsoort, Rolsoort
from passend.documenten.zetten.dossierpdf import zet_dossier_pdf
from passend.leerlingen.actions.leerlingen import (
    LeerlingError,
    Oudergegevens,
    add_ouder,
    deregister_leerling,
    end_ouder,
)
from passend.leerlingen.actions.wijzigen import undo_deregistration
from passend.leerlingen.permissions import visible_stukken
from passend.leerlingen.queries.dossier import list_stukken
from passend.leerlingen.queries.leerlingen import get_ouder, list_groepsnamen, list_ouders
from passend.leerlingen.queries.toestemming import get_eindgevolg, list_nog_gedeeld, list_toestemmingen
from passend.leerlingen.queries.uitvoer import get_dossieruitvoer
from passend.leerlingen.queries.uitvoertoen import get_dossieruitvoer_toen
from passend.overstap.queries.overstap import is_vastgesteld
from passend.regels.toestemming import uiterste_dag
from passend.toegang.queries import list_open_uitgenodigd
from passend.toelating.queries.schorsing import (
    get_lopende_verwijdering,
    list_lopende_schorsingen,
    list_schorsingen,
    list_verwijderingen,
)
from passend.web.kader import maak_kader
from passend.web.leerlingen.toen import lees_tijdstip, maak_toen, weiger_dag, weiger_download
from passend.web.leerlingen.uitnodigen import nodig_deskundigen_uit
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.leerlingen.woorden import KLASSE_UITLEG, KLASSEN, STANDEN
from passend.web.verzoek import heel_getal
from passend.web.weergave import datum
from passend.web.zinnen import vertaal


@bij_leerling("open_dossier")
@require_safe
def dossier(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Everything somebody may see of a pupil on one page."""
    return weiger_dag(request, bezoek) or toon(request, bezoek)


def toon(request: HttpRequest, bezoek: Dossierbezoek, *, status: int = 200, **meer: Any) -> HttpResponse:
    """The page of a file, with what went wrong in one of its forms."""
    tijdstip = lees_tijdstip(request, bezoek)
    geldig_op, is_toen = tijdstip.geldig_op, tijdstip.is_toen
    if tijdstip.is_te_ver and not meer:
        fout = _("Deze dag moet nog komen. Kies vandaag of een dag die voorbij is.")
        meer = {"fout": fout, "bij": "toen"}  # the file of today is shown, so the visit counts as one
    stukken = list(visible_stukken(bezoek.inzage, bezoek.leerling))
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "leerling": bezoek.leerling,
        "inzage": bezoek.inzage,
        "plek": bezoek.plek,
        "groep": list_groepsnamen(leerlingen=[bezoek.leerling], peildatum=geldig_op).get(bezoek.leerling.pk),
        "stukken": list_stukken(stukken=stukken, geldig_op=geldig_op, bekend_op=tijdstip.bekend_op),
        "geldig_op": geldig_op,
        "bekend_op": tijdstip.bekend,
        "is_toen": is_toen,
        "mag_alles_lezen": bezoek.inzage.leesbaar == set(Vertrouwelijkheid),
        "is_vernietigd": None not in {bezoek.leerling.vernietigd_op, bezoek.leerling.uitgeschreven_op},
        "klassen": KLASSEN,
        "klasse_uitleg": KLASSE_UITLEG,
        **(_gezin(bezoek, geldig_op, is_toen=is_toen) if bezoek.inzage.is_binnen else {}),
        **maak_toen(bezoek, stukken, tijdstip),
        **_geschorst(bezoek, is_zichtbaar=bezoek.inzage.is_heel and not is_toen),
        "heeft_rapport": bezoek.inzage.is_ouder and is_vastgesteld(leerling=bezoek.leerling),
        "ingevuld": request.POST,
        "fout": "",
        "bij": "",
        **meer,
    }
    return render(request, "leerlingen/dossier.jinja", context, status=status)


def _geschorst(bezoek: Dossierbezoek, *, is_zichtbaar: bool) -> dict[str, Any]:
    """The suspensions that are not over, for all who read the file whole; letters for parents, removal for school."""
    inzage, leerling, vandaag = bezoek.inzage, bezoek.leerling, bezoek.vandaag
    if not is_zichtbaar:
        return {"schorsingen": [], "schorsbrieven": [], "verwijdering": None, "mijn_verwijdering": False}
    return {
        "schorsingen": list_lopende_schorsingen(leerling=leerling, op=vandaag),
        "schorsbrieven": [rij for rij, _feiten in list_schorsingen(leerling=leerling)] if inzage.is_ouder else [],
        "verwijdering": get_lopende_verwijdering(leerling=leerling, op=vandaag) if inzage.is_school else None,
        "mijn_verwijdering": inzage.is_ouder and bool(list_verwijderingen(leerling=leerling)),
    }


def _gezin(bezoek: Dossierbezoek, geldig_op: date, *, is_toen: bool) -> dict[str, Any]:
    """The parents on a day; and, of today, what they were asked, and what ending the access of each would do to that.

    An answer that is given again takes the place of the one before, so that what counted on a day is not told.
    """
    ouders = list_ouders(leerling=bezoek.leerling, peildatum=geldig_op)
    if is_toen:
        return {"ouders": ouders}
    beelden = list_toestemmingen(leerling=bezoek.leerling, account=bezoek.account, op=bezoek.op)
    gevolgen = {ouder.pk: get_eindgevolg(beelden=beelden, ouder=ouder, op=bezoek.op) for ouder in ouders}
    return {
        "ouders": ouders,
        "toestemmingen": beelden,
        "gevolgen": gevolgen,
        "nog_gedeeld": {
            beeld.toestemming.pk: list_nog_gedeeld(beelden=beelden, beeld=beeld) for beeld in beelden if beeld.geldt
        },
        "uitgenodigd": list_open_uitgenodigd(vestiging=bezoek.vestiging, soort=Rolsoort.OUDER, op=bezoek.op)
        if bezoek.inzage.is_school
        else {},
        "standen": STANDEN,
        "uiterste_dag": uiterste_dag(bezoek.vandaag),
    }


@bij_leerling("export_dossier", Logsoort.UITVOER, gedeeld="export_gedeeld")
@require_safe
def dossier_pdf(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The whole file that somebody may see, on paper."""
    if weigering := weiger_download(request, bezoek):
        return weigering
    papier = zet_dossier_pdf(_uitvoer(request, bezoek), zeg=vertaal, taal=get_language() or "nl")
    return als_download(papier, "application/pdf", f"dossier-{lees_tijdstip(request, bezoek).geldig_op}.pdf")


@bij_leerling("export_dossier", Logsoort.UITVOER, gedeeld="export_gedeeld")
@require_safe
def dossier_json(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The whole file that somebody may see, for a machine (AVG 15 lid 3 and 20)."""
    if weigering := weiger_download(request, bezoek):
        return weigering
    tekst = json.dumps(_uitvoer(request, bezoek), ensure_ascii=False, indent=2)
    naam = f"dossier-{lees_tijdstip(request, bezoek).geldig_op}.json"
    return als_download(tekst.encode(), "application/json", naam)


def _uitvoer(request: HttpRequest, bezoek: Dossierbezoek) -> dict[str, Any]:
    """The file of today, or of the two days in the address."""
    tijdstip = lees_tijdstip(request, bezoek)
    feiten: dict[str, Any] = {
        "leerling": bezoek.leerling,
        "stukken": list(visible_stukken(bezoek.inzage, bezoek.leerling)),
        "account": bezoek.account,
        "op": bezoek.op,
        "klassen": bezoek.inzage.leesbaar,
        "is_heel": bezoek.inzage.is_heel,
        "is_binnen": bezoek.inzage.is_binnen,
    }
    if not tijdstip.is_toen:
        return get_dossieruitvoer(**feiten)
    uitvoer = get_dossieruitvoer_toen(
        **feiten,
        geldig_op=tijdstip.geldig_op,
        bekend_op=tijdstip.bekend_op,
        is_school=bezoek.inzage.is_school,
    )
    uitvoer["zoals_op"]["let_op"] = [vertaal(zin) for zin in uitvoer["zoals_op"]["let_op"]]
    return uitvoer


def als_download(inhoud: bytes, mediatype: str, naam: str) -> HttpResponse:
    """A file of one pupil; its name says nothing of whom it is."""
    antwoord = HttpResponse(inhoud, content_type=mediatype)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


@bij_leerling()
@require_POST
def uitschrijven(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Let the pupil leave."""
    bezoek.require_school()
    dag = lees_dag(request.POST.get("uitgeschreven_op", ""))
    if dag is None:
        return toon(request, bezoek, fout=_("Vul de laatste schooldag in."), bij="uitschrijven", status=422)
    try:
        deregister_leerling(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            uitgeschreven_op=dag,
            is_verwezen=bool(request.POST.get("is_verwezen")),
            naar=request.POST.get("naar", ""),
            op=bezoek.op,
        )
    except LeerlingError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="uitschrijven", status=422)
    if dag < bezoek.vandaag:
        messages.success(request, _("De leerling is uitgeschreven. Vanaf die dag tellen de bewaartermijnen."))
    else:
        zin = _("De leerling wordt uitgeschreven. Tot en met %(dag)s blijft alles zoals het is.")
        messages.success(request, zin % {"dag": datum(dag)})
    return bezoek.naar()


@bij_leerling()
@require_POST
def uitschrijven_terug(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Let a pupil who left by mistake be here as before."""
    bezoek.require_school()
    try:
        undo_deregistration(actor=bezoek.account, leerling=bezoek.leerling, op=bezoek.op)
    except LeerlingError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("De leerling is weer ingeschreven, in dezelfde groep."))
    return bezoek.naar()


@bij_leerling()
@require_POST
def ouder_nieuw(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Note a parent."""
    bezoek.require_school()
    naam, email = request.POST.get("naam", "").strip(), request.POST.get("email", "").strip()
    if not naam:
        return toon(request, bezoek, fout=_("Vul de naam van de ouder in."), bij="ouder", status=422)
    gegevens = Oudergegevens(
        naam=naam, email=email, heeft_gezag=bool(request.POST.get("heeft_gezag")), geldig_van=bezoek.vandaag
    )
    try:
        add_ouder(actor=bezoek.account, leerling=bezoek.leerling, gegevens=gegevens, op=bezoek.op)
    except LeerlingError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="ouder", status=422)
    messages.success(request, _("De ouder is genoteerd."))
    return bezoek.naar()


@bij_leerling()
@require_POST
def ouder_eindigen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Close the file to a parent."""
    bezoek.require_school()
    ouder = get_ouder(leerling=bezoek.leerling, pk=heel_getal(request.POST.get("ouder", "")))
    if ouder is not None:
        end_ouder(actor=bezoek.account, ouder=ouder, op=bezoek.op)
        nodig_deskundigen_uit(request, bezoek)
        messages.success(request, _("De toegang van deze ouder is geëindigd."))
    return bezoek.naar()
