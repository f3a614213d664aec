"""How one pupil is doing, on one screen; and the forms to write something down."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.volgen import Verzuimsoort, Waarnemingsoort
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.permissions import require, visible_stukken
from passend.leerlingen.queries.dossier import list_stukken
from passend.leerlingen.queries.leerlingen import list_groepsnamen
from passend.regels.inschrijving import bezwaar_als_weg
from passend.regels.praatkaarten import PRAATKAARTEN
from passend.toelating.queries.schorsing import list_lopende_schorsingen
from passend.volgen.actions.delen import add_resultatenstuk
from passend.volgen.actions.resultaten import withdraw_toetsresultaat
from passend.volgen.actions.signalen import dismiss_signaal
from passend.volgen.actions.verzuim import SCHOOLDAG, Verzuimgegevens, record_verzuim, remove_verzuim
from passend.volgen.actions.waarnemingen import (
    VolgenError,
    Waarneminggegevens,
    add_waarneming,
    withdraw_waarneming,
)
from passend.volgen.permissions import WIE_NOTEERT, WIE_VOLGT, why_may_follow, why_may_record
from passend.volgen.queries.resultaten import VAKNAMEN, list_ingetrokken_resultaten, list_toetsresultaten
from passend.volgen.queries.signalen import REGELNAMEN, list_signalen
from passend.volgen.queries.vakanties import list_niet_meegeteld
from passend.volgen.queries.vervolg import get_vervolg
from passend.volgen.queries.waarnemingen import (
    VERZUIMNAMEN,
    get_verzuimstanden,
    get_waarneming,
    list_verzuim,
    list_waarnemingen,
)
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.verzoek import heel_getal
from passend.web.volgen.afgesproken import list_afgesproken
from passend.web.volgen.gang import get_gang, get_kinderwoord, list_gebeurd
from passend.web.volgen.groeibeeld import maak_groeibeelden
from passend.web.volgen.tijdlijn import maak_tijdlijn
from passend.web.weergave import kort
from passend.web.zinnen import vertaal

GENOEG = 5  # of the line, so that all fits one screen: what is older is there on request
MEESTE = 1000  # no day has so many hours


@bij_leerling("open_volgen")
@require_safe
def volgen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Growth, signals, absence and everything that happened."""
    return toon(request, bezoek)


def toon(request: HttpRequest, bezoek: Dossierbezoek, *, status: int = 200, **meer: Any) -> HttpResponse:
    """The page of a pupil, with what went wrong in one of its forms."""
    require(why_may_follow(bezoek.inzage), WIE_VOLGT)
    leerling, mag_noteren = bezoek.leerling, why_may_record(bezoek.inzage) is not None
    resultaten = list_toetsresultaten(leerling=leerling, peildatum=bezoek.vandaag)
    verzuim = list_verzuim(leerling=leerling)
    school, dag = bezoek.vestiging, bezoek.vandaag
    stukken = list_stukken(
        stukken=list(visible_stukken(bezoek.inzage, leerling)), geldig_op=bezoek.vandaag, bekend_op=bezoek.op
    )
    vervolg = get_vervolg(leerling=leerling, klassen=bezoek.inzage.leesbaar, peildatum=dag)
    stand = get_verzuimstanden(leerlingen=[leerling], vestiging=school, peildatum=dag)[leerling.pk]
    gang = get_gang(bezoek)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "leerling": leerling,
        "inzage": bezoek.inzage,
        "plek": bezoek.plek,
        "groep": list_groepsnamen(leerlingen=[leerling], peildatum=bezoek.vandaag).get(leerling.pk),
        "mag_noteren": mag_noteren,
        "schorsingen": list_lopende_schorsingen(leerling=leerling, op=dag),
        "mag_erbij": mag_noteren and not bezwaar_als_weg(leerling.uitgeschreven_op, dag),
        "signalen": list_signalen(leerlingen=[leerling], vestiging=school, peildatum=dag, verzuim={leerling.pk: stand})[
            leerling.pk
        ]
        if mag_noteren
        else [],
        "resultaten": resultaten,
        "ingetrokken": list_ingetrokken_resultaten(leerling=leerling),
        "beelden": maak_groeibeelden(resultaten, vervolg.periodes),
        "afspraken": vervolg.afspraken,
        "nu": list_afgesproken(bezoek, gang),
        "kinderwoord": get_kinderwoord(gang),
        "kinderwoord_adres": gang.adres(gang.opp, "#stem"),
        "praatkaarten": PRAATKAARTEN,
        "stand": stand,
        "niet_meegeteld": list_niet_meegeteld(vestiging=school, binnen=stand.venster),
        "verzuim": verzuim,
        "verzuimsoorten": VERZUIMNAMEN,
        "lijn": maak_tijdlijn(
            resultaten=resultaten,
            waarnemingen=list_waarnemingen(leerling=leerling),
            verzuim=[een for een in verzuim if een.op <= dag],
            stukken=stukken,
            verder=list_gebeurd(gang),
        ),
        "genoeg": GENOEG,
        "vakken": VAKNAMEN,
        "regels": REGELNAMEN,
        "schooldag": kort(SCHOOLDAG),
        "ingevuld": request.POST,
        "fout": "",
        "bij": "",
        **meer,
    }
    return render(request, "volgen/pagina.jinja", context, status=status)


def lees_waarneming(post: Mapping[str, str]) -> Waarneminggegevens:
    """What somebody typed, as far as it is of the right shape.

    Raises:
        VolgenError: a day or a kind that does not exist.
    """
    dag, soort = lees_dag(post.get("gezien_op", "")), post.get("soort", "")
    if dag is None or soort not in set(Waarnemingsoort):
        raise VolgenError(_("Kies wat u opschrijft, en vul een bestaande dag in."))
    return Waarneminggegevens(
        soort=Waarnemingsoort(soort),
        tekst=post.get("tekst", ""),
        gezien_op=dag,
        vak=post.get("vak", ""),
        score=post.get("score", "") if soort == Waarnemingsoort.METHODETOETS else "",
    )


@bij_leerling()
@require_POST
def waarneming_nieuw(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Write down what was seen."""
    require(why_may_record(bezoek.inzage), WIE_NOTEERT)
    try:
        gegevens = lees_waarneming(request.POST)
        add_waarneming(actor=bezoek.account, leerling=bezoek.leerling, gegevens=gegevens, op=bezoek.op)
    except VolgenError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="waarneming", status=422)
    messages.success(request, _("Opgeschreven. Het staat bovenaan de lijn, en u kunt het daar weer intrekken."))
    return bezoek.naar("volgen")


@bij_leerling()
@require_POST
def waarneming_intrekken(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Take back what was written down."""
    require(why_may_record(bezoek.inzage), WIE_NOTEERT)
    waarneming = get_waarneming(leerling=bezoek.leerling, pk=pk)
    if waarneming is None:
        raise Http404
    withdraw_waarneming(actor=bezoek.account, waarneming=waarneming, op=bezoek.op)
    messages.success(request, _("Ingetrokken. Het blijft doorgestreept te zien."))
    return bezoek.naar("volgen")


@bij_leerling()
@require_POST
def verzuim_nieuw(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Write down that the pupil was not there."""
    require(why_may_record(bezoek.inzage), WIE_NOTEERT)
    van = lees_dag(request.POST.get("van", ""))
    tot_en_met = lees_dag(request.POST.get("tot_en_met", "") or request.POST.get("van", ""))
    soort, uren = request.POST.get("soort", ""), lees_uren(request.POST.get("uren", ""))
    if van is None or tot_en_met is None or uren is None or soort not in set(Verzuimsoort):
        fout = _("Kies een soort, bestaande dagen, en een aantal uren zoals 5,5.")
        return toon(request, bezoek, fout=fout, bij="verzuim", status=422)
    gegevens = Verzuimgegevens(soort=Verzuimsoort(soort), van=van, tot_en_met=tot_en_met, uren=uren)
    try:
        aantal = record_verzuim(actor=bezoek.account, leerling=bezoek.leerling, gegevens=gegevens, op=bezoek.op)
    except VolgenError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="verzuim", status=422)
    if not aantal:
        messages.info(request, _("Dit stond er al. Er is niets veranderd."))
    elif gegevens.soort is Verzuimsoort.ONGEOORLOOFD:
        messages.success(request, _("Het verzuim is genoteerd. De teller hieronder telt het mee."))
    else:
        zin = _("Het verzuim is genoteerd. Het staat onder de teller: die telt alleen verzuim zonder goede reden.")
        messages.success(request, zin)
    return bezoek.naar("volgen")


@bij_leerling()
@require_POST
def verzuim_weg(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Take away absence that was written down by mistake."""
    require(why_may_record(bezoek.inzage), WIE_NOTEERT)
    soort, _streep, tekst = request.POST.get("dag", "").partition(":")
    dag = lees_dag(tekst)
    if dag is not None and soort in set(Verzuimsoort):
        try:
            remove_verzuim(
                actor=bezoek.account, leerling=bezoek.leerling, soort=Verzuimsoort(soort), dag=dag, op=bezoek.op
            )
        except VolgenError as fout:
            return toon(request, bezoek, fout=vertaal(fout), bij="verzuim", status=422)
        messages.success(request, _("Weggehaald."))
    return bezoek.naar("volgen")


@bij_leerling()
@require_POST
def toets_intrekken(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Take away a result that belongs to another pupil."""
    bezoek.require_school()
    try:
        withdraw_toetsresultaat(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            pk=heel_getal(request.POST.get("toets", "")),
            waarom=request.POST.get("waarom", ""),
            op=bezoek.op,
        )
    except VolgenError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="toets", status=422)
    messages.success(request, _("Ingetrokken. Deze toets is niet meer te zien, en telt nergens mee."))
    return bezoek.naar("volgen")


@bij_leerling()
@require_POST
def resultaten_als_stuk(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Make a piece of the results of today, to be shared with somebody from outside."""
    require(why_may_record(bezoek.inzage), WIE_NOTEERT)
    try:
        stuk = add_resultatenstuk(actor=bezoek.account, leerling=bezoek.leerling, op=bezoek.op)
    except (VolgenError, LeerlingError) as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="resultaten", status=422)
    messages.success(
        request, _("De toetsen van vandaag zijn nu een stuk in het dossier. Vraag de ouders of u het mag delen.")
    )
    antwoord: HttpResponse = redirect("stuk", pk=stuk.pk, **bezoek.plek)
    return antwoord


@bij_leerling()
@require_POST
def signaal_opzij(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Put a signal aside, with a word."""
    require(why_may_record(bezoek.inzage), WIE_NOTEERT)
    kenmerk = request.POST.get("kenmerk", "")
    try:
        dismiss_signaal(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            kenmerk=kenmerk,
            woord=request.POST.get("woord", ""),
            op=bezoek.op,
        )
    except VolgenError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij=f"signaal-{kenmerk}", status=422)
    messages.success(request, _("Opzij gelegd. Het signaal komt alleen terug als er nieuwe gegevens zijn."))
    return bezoek.naar("volgen")


def lees_uren(tekst: str) -> Decimal | None:
    """Hours as people write them: `5,5` or `5.5`; None for what is no number."""
    try:
        uren = Decimal(tekst.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return uren.quantize(Decimal("0.01")) if uren.is_finite() and abs(uren) < MEESTE else None
