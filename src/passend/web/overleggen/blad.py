"""The sheet of a meeting: to read, to follow while others write, and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overleg import EXTERN, Deelnemerrol, Deelsoort, Overlegsoort, Overlegstand
from passend.begrippen.rollen import Logsoort, Rolsoort
from passend.documenten.zetten.overlegpdf import zet_overleg_pdf
from passend.leerlingen.permissions import visible_stukken
from passend.leerlingen.queries.dossier import Dossierstuk
from passend.leerlingen.queries.toestemming import Toestemmingbeeld, list_nog_gedeeld, list_toestemmingen
from passend.overleggen.actions.sluiten import get_ontbreekt_nog, get_sluitbezwaren, list_schrijvers
from passend.overleggen.permissions import visible_overleggen
from passend.overleggen.queries.bekend import Bekend, list_bekend
from passend.overleggen.queries.bekenden import list_bekenden
from passend.overleggen.queries.blad import (
    Overlegdeel,
    get_deel,
    list_besluiten,
    list_delen,
    list_stukregels,
    list_stuksleutels,
    list_versies,
)
from passend.overleggen.queries.lopend import list_lopend
from passend.overleggen.queries.overleggen import OPEN, Overlegdeelnemer, toegelaten, wie_is
from passend.regels.overleg import mag_heropenen, ontbrekende_deelnemers, vaste_deelnemers
from passend.toegang.queries import list_mensen
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import deelbeelden_van
from passend.web.overleggen.overnemen import begin_opp, doelen, geprobeerd, naar_opp, oppwoorden, uit_dossiers
from passend.web.overleggen.verzoek import Overlegbezoek, bij_overleg, schrijf_op
from passend.web.overleggen.woorden import KOPPEN, ROLNAMEN, SOORTNAMEN, STANDNAMEN, aanwezigheid, kop_van
from passend.web.verzoek import heel_getal
from passend.web.zinnen import vertaal

COLLEGAROLLEN = {
    Rolsoort.LEERKRACHT.value: Deelnemerrol.LEERKRACHT,
    Rolsoort.INTERN_BEGELEIDER.value: Deelnemerrol.INTERN_BEGELEIDER,
    Rolsoort.DIRECTEUR.value: Deelnemerrol.DIRECTEUR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemerbeeld:
    """Somebody at the meeting, and what is still needed before they can come."""

    deelnemer: Overlegdeelnemer
    is_extern: bool
    mag_komen: bool
    is_op_de_hoogte: bool
    toestemming: Toestemmingbeeld | None


@bij_overleg("open_overleg")
@require_safe
def blad(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """The one sheet."""
    return toon(request, bezoek)


def toon(request: HttpRequest, bezoek: Overlegbezoek, *, status: int = 200, **meer: Any) -> HttpResponse:
    """The sheet, with what went wrong in one of its forms."""
    overleg, toestemmingen = bezoek.overleg, _toestemmingen(bezoek)
    op_blad = maak_blad(bezoek)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        **op_blad,
        "deelnemers": maak_deelnemers(bezoek, toestemmingen),
        "nog_gedeeld": {
            beeld.toestemming.pk: list_nog_gedeeld(beelden=toestemmingen, beeld=beeld)
            for beeld in toestemmingen
            if beeld.geldt
        },
        "ontbreekt": _ontbreekt(bezoek),
        "collegas": _collegas(bezoek),
        "bekenden": list_bekenden(overleg=overleg, deelnemers=bezoek.deelnemers, op=bezoek.op)
        if bezoek.recht.beheert
        else [],
        "niet_op_blad": _niet_op_blad(bezoek, op_blad["leesbaar"]),
        "naar_opp": naar_opp(bezoek),
        "begin_opp": begin_opp(bezoek),
        "sinds": bezoek.op.isoformat(),
        "rolnamen": ROLNAMEN,
        "aanwezigheid": aanwezigheid,
        "externe_rollen": [rol for rol in Deelnemerrol if rol in EXTERN],
        "ingevuld": request.POST,
        "fout": "",
        "bij": "",
        "inzage": bezoek.recht.inzage,
        "deelbeelden": deelbeelden_van(bezoek.recht.inzage, overleg.leerling),
        "plek": {naam: waarde for naam, waarde in bezoek.plek.items() if naam != "nr"},
        **meer,
    }
    naam = "groep" if overleg.leerling_id is None else "blad"
    return render(request, f"overleggen/{naam}.jinja", context, status=status)


def maak_blad(bezoek: Overlegbezoek) -> dict[str, Any]:
    """What is on the sheet, as one person may see it."""
    overleg, bekend, leesbaar = bezoek.overleg, _bekend(bezoek), _leesbaar(bezoek)
    delen, besluiten = list_delen(overleg=overleg), list_besluiten(overleg=overleg)
    return {
        "bezoek": bezoek,
        "overleg": overleg,
        "recht": bezoek.recht,
        "is_open": overleg.stand in OPEN,
        "is_begonnen": overleg.stand in OPEN and bezoek.op >= overleg.begint_op,
        "mag_heropenen": bezoek.recht.beheert
        and mag_heropenen(stand=Overlegstand(overleg.stand), gesloten_op=overleg.gesloten_op, op=bezoek.op),
        "delen": {deel.soort: deel for deel in delen if deel.soort not in {Deelsoort.LEERLING, Deelsoort.OUDERS}},
        "kijk_van_ouders": [deel for deel in delen if deel.soort == Deelsoort.OUDERS],
        "alle_delen": delen,
        "regels": [deel for deel in delen if deel.soort == Deelsoort.LEERLING],
        "besluiten": besluiten,
        "besluitstand": besluitstand(besluiten),
        "eigenaars": [een for een in bezoek.deelnemers if een.rol != Deelnemerrol.LEERLING],
        "leesbaar": leesbaar,
        "stukken": list_stukregels(overleg=overleg, leesbaar=leesbaar, deelnemers=bezoek.deelnemers, op=bezoek.op),
        "bekend": bekend,
        "per_onderwerp": _per_onderwerp(bekend),
        "oppwoorden": oppwoorden(bezoek),
        "geprobeerd": geprobeerd(bezoek),
        "bekende_doelen": doelen(bekend, bezoek),
        "uit_dossiers": uit_dossiers(bezoek),
        "koppen": KOPPEN,
        "kop_van": kop_van,
        "soortnaam": SOORTNAMEN[overleg.soort],
        "standnaam": STANDNAMEN[overleg.stand],
        "mijn_deelnames": {een.pk for een in bezoek.deelnemers if bezoek.account.pk in wie_is(een)},
    }


def _toestemmingen(bezoek: Overlegbezoek) -> list[Toestemmingbeeld]:
    """What parents said, when somebody from outside is on the list; for who is within."""
    overleg = bezoek.overleg
    if overleg.leerling is None or not _is_binnen(bezoek):
        return []
    if not any(een.toestemming_id for een in bezoek.deelnemers):
        return []
    return list_toestemmingen(leerling=overleg.leerling, account=bezoek.account, op=bezoek.op)


def maak_deelnemers(bezoek: Overlegbezoek, toestemmingen: Sequence[Toestemmingbeeld]) -> list[Deelnemerbeeld]:
    """Who takes part; whether parents agreed is for who plans, and for the parents."""
    overleg = bezoek.overleg
    mogen = toegelaten(deelnemers=bezoek.deelnemers, overleg=overleg, op=bezoek.op)
    beelden = {beeld.toestemming.pk: beeld for beeld in toestemmingen}
    return [
        Deelnemerbeeld(
            deelnemer=een,
            is_extern=Deelnemerrol(een.rol) in EXTERN,
            mag_komen=een.pk in mogen,
            is_op_de_hoogte=een.uitgenodigd_volgnummer == overleg.volgnummer,
            toestemming=beelden.get(een.toestemming_id or 0),
        )
        for een in bezoek.deelnemers
    ]


def _is_binnen(bezoek: Overlegbezoek) -> bool:
    return bezoek.recht.inzage is not None and bezoek.recht.inzage.is_binnen


def _ontbreekt(bezoek: Overlegbezoek) -> dict[str, Any]:
    overleg = bezoek.overleg
    verband = bezoek.vestiging.bestuur.samenwerkingsverband.nummer
    vast = vaste_deelnemers(Overlegsoort(overleg.soort), samenwerkingsverband=verband, peildatum=bezoek.vandaag)
    rollen = {Deelnemerrol(een.rol) for een in bezoek.deelnemers}
    return {"rollen": ontbrekende_deelnemers(vast, rollen), "bron": vast.vindplaats}


def _collegas(bezoek: Overlegbezoek) -> list[tuple[int, str]]:
    """Who teaches, guides or leads here and is not on the list yet; for who plans."""
    if not bezoek.recht.beheert:
        return []
    al = {een.account_id for een in bezoek.deelnemers}
    mensen = list_mensen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag).filter(soort__in=COLLEGAROLLEN)
    return list({rol.account_id: str(rol.account) for rol in mensen if rol.account_id not in al}.items())


def _niet_op_blad(bezoek: Overlegbezoek, leesbaar: Sequence[Dossierstuk]) -> list[Dossierstuk]:
    """The pieces that could still be laid on the sheet; for who plans."""
    if not bezoek.recht.beheert or not bezoek.recht.schrijft or not leesbaar:
        return []
    liggen = list_stuksleutels(overleg=bezoek.overleg)
    stukken = (een for een in leesbaar if een.vertrouwelijkheid != Vertrouwelijkheid.MELDCODE)
    return [een for een in stukken if een.pk not in liggen]


def _leesbaar(bezoek: Overlegbezoek) -> list[Dossierstuk]:
    overleg, inzage = bezoek.overleg, bezoek.recht.inzage
    if overleg.leerling is None or inzage is None:
        return []
    return list(visible_stukken(inzage, overleg.leerling))


def _bekend(bezoek: Overlegbezoek) -> list[Bekend]:
    overleg, inzage = bezoek.overleg, bezoek.recht.inzage
    if overleg.leerling is None or inzage is None:
        return []
    peildatum = timezone.localtime(overleg.gesloten_op).date() if overleg.gesloten_op else bezoek.vandaag
    lopend = list_lopend(
        overleg=overleg,
        inzage=inzage,
        zichtbaar=lambda: visible_overleggen(bezoek.account, op=bezoek.op),
        op=overleg.gesloten_op or bezoek.op,
    )
    vast = list_bekend(leerling=overleg.leerling, leesbaar=inzage.leesbaar, peildatum=peildatum)
    return [replace(een, tekst=vertaal(een.tekst)) if een.is_zin else een for een in (*lopend, *vast)]


def _per_onderwerp(bekend: Sequence[Bekend]) -> list[tuple[str, list[Bekend]]]:
    """What is no result, by what it is about, in the order in which it matters."""
    per: dict[str, list[Bekend]] = {}
    for een in bekend:
        if not een.kort:
            per.setdefault(een.waarover, []).append(een)
    return list(per.items())


def toon_sluiten(request: HttpRequest, bezoek: Overlegbezoek, *, status: int = 200, fout: str = "") -> HttpResponse:
    """What is asked before a meeting is closed: what is missing, and who is still writing."""
    overleg = bezoek.overleg
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "overleg": overleg,
        "soortnaam": SOORTNAMEN[overleg.soort],
        "bezwaren": [vertaal(zin) for zin in get_sluitbezwaren(overleg=overleg, op=bezoek.op)],
        "ontbreekt": [vertaal(zin) for zin in get_ontbreekt_nog(overleg=overleg)],
        "schrijvers": list_schrijvers(behalve=bezoek.account, overleg=overleg, op=bezoek.op),
        "fout": fout,
    }
    return render(request, "overleggen/sluiten.jinja", context, status=status)


@bij_overleg()
@require_safe
def nieuws(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """What was written since the page was opened, for the page to take in where nobody is typing."""
    sinds = _moment(request.GET.get("sinds", "")) or bezoek.op
    besluiten, delen = list_besluiten(overleg=bezoek.overleg), list_delen(overleg=bezoek.overleg)
    veranderd = [deel for deel in delen if deel.gewijzigd_op and deel.gewijzigd_op > sinds]
    if veranderd:  # the page asks every three seconds, and mostly there is nothing to read
        schrijf_op(bezoek, "open_overleg", is_deel=True)
    context = {
        "bezoek": bezoek,
        "overleg": bezoek.overleg,
        "sinds": sinds.isoformat(),
        "veranderd": veranderd,
        "besluitstand": besluitstand(besluiten),
    }
    return render(request, "overleggen/nieuws.jinja", context)


def besluitstand(besluiten: Sequence[Any]) -> str:
    """A word that is another as soon as a decision comes, goes or changes."""
    return "-".join(f"{een.pk}.{een.versie}" for een in besluiten)


@bij_overleg("open_overleg", is_deel=True)
@require_safe
def versies(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """What a part said earlier."""
    deel = deel_of_404(bezoek, request.GET.get("deel", ""))
    return render(request, "overleggen/versies.jinja", {"deel": deel, "versies": list_versies(deel=deel)})


def deel_of_404(bezoek: Overlegbezoek, nummer: str) -> Overlegdeel:
    """A part of this sheet.

    Raises:
        Http404: it is of another.
    """
    deel = get_deel(overleg=bezoek.overleg, pk=heel_getal(nummer))
    if deel is None:
        raise Http404
    deel.overleg = bezoek.overleg
    return deel


@bij_overleg("export_overleg", Logsoort.UITVOER)
@require_safe
def pdf(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """The minutes on paper, as one person may see them; in the language of the school, whoever fetches them."""
    with translation.override(settings.LANGUAGE_CODE):
        inhoud = zet_overleg_pdf(_verslag(bezoek))
    return als_download(inhoud, "application/pdf", "overleg.pdf")


def _verslag(bezoek: Overlegbezoek) -> dict[str, Any]:
    blad = maak_blad(bezoek)
    overleg = bezoek.overleg
    begint = timezone.localtime(overleg.begint_op)
    return {
        "soort": str(SOORTNAMEN[overleg.soort]),
        "over": str(overleg.leerling or overleg.groep),
        "school": str(bezoek.vestiging),
        "op": begint.isoformat(),
        "plaats": overleg.plaats,
        "is_gesloten": overleg.stand == Overlegstand.GESLOTEN,
        "deelnemers": [[een.naam, str(ROLNAMEN[een.rol]), str(aanwezigheid(een))] for een in bezoek.deelnemers],
        "delen": [{"kop": kop_van(deel), "tekst": deel.tekst} for deel in blad["alle_delen"]],
        "stukken": [
            [
                regel.beeld.stuk.titel,
                regel.beeld.versie.tekst,
                f"{regel.beeld.versie.door}, {regel.beeld.versie.geldig_van:%d-%m-%Y}",
            ]
            for regel in blad["stukken"]
        ]
        + [
            [een.waarover, f"{een.tekst} {een.erbij}".rstrip(), f"{een.herkomst}, {een.op:%d-%m-%Y}"]
            for een in blad["bekend"]
        ],
        "besluiten": [
            [
                f"{een.wat} ({een.leerling})" if een.leerling_id and overleg.leerling_id is None else een.wat,
                een.eigenaar.naam if een.eigenaar else "",
                f"{een.uiterlijk_op:%d-%m-%Y}" if een.uiterlijk_op else "",
            ]
            for een in blad["besluiten"]
            if een.wat
        ],
    }


def _moment(tekst: str) -> datetime | None:
    try:
        moment = parse_datetime(tekst)
    except ValueError:
        return None
    return timezone.make_aware(moment) if moment is not None and timezone.is_naive(moment) else moment
