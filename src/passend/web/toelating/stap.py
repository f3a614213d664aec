"""What a form of a case does: each button is one action of the room, and a refusal comes back beside its form."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.aanmelding import Gebeurtenissoort, Oudertaal
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.documenten.document import DocumentError
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.actions.aanmelden import ToelatingError, add_aanmeldscan, create_sleutel, set_oudertaal
from passend.toelating.actions.besluiten import (
    Besluitgegevens,
    decide_aanmelding,
    decide_bezwaar,
    enrol_aangemelde,
    place_tijdelijk,
    react_oordeel,
)
from passend.toelating.actions.brieven import send_aanvulling, send_elders, send_ontvangst, send_verlenging
from passend.toelating.actions.contact import add_contact
from passend.toelating.actions.hulp import Hulpantwoord, answer_hulpvraag
from passend.toelating.actions.zaak import (
    VRIJ,
    Gebeurtenisgegevens,
    record_gebeurtenis,
    void_gebeurtenis,
)
from passend.toelating.permissions import (
    WIE_ADVISEERT,
    WIE_BEHEERT,
    WIE_BESLIST,
    require,
    why_may_advise,
    why_may_decide,
    why_may_manage,
)
from passend.toelating.queries.aanmeldingen import Aanmeldgebeurtenis
from passend.web.bijlage import lees_bijlage
from passend.web.contactvelden import lees_contact
from passend.web.toelating.post import meld_ingetrokken, meld_nieuw_adres, meld_nieuws, meld_vervallen, ouderadres
from passend.web.toelating.verzoek import Zaakbezoek, bij_aanmelding, gekozen_school, lees_zaakdag
from passend.web.toelating.zaak import toon
from passend.web.verzoek import heel_getal
from passend.web.weergave import datum
from passend.web.zinnen import vertaal

type Stap = Callable[[HttpRequest, Zaakbezoek], None]


@bij_aanmelding()
@require_POST
def aanmelding_stap(request: HttpRequest, bezoek: Zaakbezoek) -> HttpResponse:
    """Do one step of a case."""
    code = request.POST.get("stap", "")
    if code in _STAPPEN:
        stap = _STAPPEN[code]
    elif code in {soort.value for soort in VRIJ}:
        stap = _noteer
    else:
        raise Http404
    try:
        stap(request, bezoek)
    except (ToelatingError, LeerlingError, DocumentError) as fout:
        zinnen = [vertaal(zin) for zin in fout.args]
        return toon(request, bezoek, fouten=zinnen, bij=request.POST.get("bij", code), status=422)
    return bezoek.naar()


def _dag(request: HttpRequest, veld: str = "op") -> date:
    dag = lees_zaakdag(request.POST.get(veld, ""))
    if dag is None:
        raise ToelatingError(_("Vul een bestaande dag in."))
    return dag


def _beheer(bezoek: Zaakbezoek) -> None:
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)


def _noteer(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    soort = Gebeurtenissoort(request.POST["stap"])
    school, vestiging = gekozen_school(request)
    gegevens = Gebeurtenisgegevens(
        op=bezoek.vandaag if soort is Gebeurtenissoort.AANVULLING_GEVRAAGD else _dag(request),
        tekst=request.POST.get("tekst", ""),
        uiterlijk_op=lees_zaakdag(request.POST.get("uiterlijk_op", "")),
        vooraf_op=lees_zaakdag(request.POST.get("vooraf_op", "")),
        bevinding=request.POST.get("bevinding", ""),
        school=school,
        plaats=request.POST.get("plaats", ""),
        vestiging=vestiging,
        schoolsoort=request.POST.get("schoolsoort", ""),
        tlv=request.POST.get("tlv", ""),
        leerjaar=heel_getal(request.POST.get("leerjaar", "")) or None,
        bewijs_adres=request.POST.get("bewijs_adres", "").strip(),
        is_gevolgd=bool(request.POST.get("is_gevolgd")),
        doorbreking=request.POST.get("doorbreking", ""),
        is_openbaar_nagekeken=bool(request.POST.get("is_openbaar_nagekeken")),
    )
    if soort is Gebeurtenissoort.SCHOOL_VOL:
        gegevens = _met_beleid(bezoek, gegevens)
    if soort is Gebeurtenissoort.AANVULLING_GEVRAAGD:
        rij = send_aanvulling(actor=bezoek.account, aanmelding=bezoek.aanmelding, gegevens=gegevens, op=bezoek.op)
        _meld(bezoek, rij)
        return
    if soort is Gebeurtenissoort.ELDERS_INGESCHREVEN:
        rij = send_elders(actor=bezoek.account, aanmelding=bezoek.aanmelding, gegevens=gegevens, op=bezoek.op)
        _meld(bezoek, rij)
        return
    rij = record_gebeurtenis(
        actor=bezoek.account, aanmelding=bezoek.aanmelding, soort=soort, gegevens=gegevens, op=bezoek.op
    )
    if soort is Gebeurtenissoort.INGETROKKEN and not rij.is_herhaald:
        meld_ingetrokken(bezoek)


def _meld(bezoek: Zaakbezoek, rij: Aanmeldgebeurtenis) -> None:
    """Tell the parents of a letter, once: not when the same was sent before."""
    if not rij.is_herhaald:
        meld_nieuws(bezoek)


def _hulp(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    require(why_may_advise(bezoek.account, bezoek.aanmelding, op=bezoek.op), WIE_ADVISEERT)
    antwoord = Hulpantwoord(
        op=_dag(request), tekst=request.POST.get("tekst", ""), is_klaar=bool(request.POST.get("is_klaar"))
    )
    answer_hulpvraag(actor=bezoek.account, aanmelding=bezoek.aanmelding, antwoord=antwoord, op=bezoek.op)
    messages.success(request, _("Het staat erbij. De school en de ouders lezen het op de lijn van data."))


def _met_beleid(bezoek: Zaakbezoek, gegevens: Gebeurtenisgegevens) -> Gebeurtenisgegevens:
    """With the policy as it stands at the school: nobody types it twice."""
    beleid = bezoek.zaak().beleid
    if beleid is None or not beleid.beleid_adres:
        raise ToelatingError(_("Zet eerst bij Plaats en beleid waar het toelatingsbeleid staat, en sinds wanneer."))
    return replace(gegevens, bewijs_adres=beleid.beleid_adres, vooraf_op=beleid.beleid_sinds)


def _verleng(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    rij = send_verlenging(
        actor=bezoek.account,
        aanmelding=bezoek.aanmelding,
        nieuwe_datum=_dag(request, "uiterlijk_op"),
        motivering=request.POST.get("tekst", ""),
        op=bezoek.op,
    )
    _meld(bezoek, rij)
    messages.success(request, _("Verlengd. De brief aan de ouders staat bij Brieven."))


def _besluit(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    require(why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BESLIST)
    keuze, _streep, grond = request.POST.get("besluit", "").partition(":")
    if keuze not in set(Toelatingsbesluit):
        raise ToelatingError(_("Kies wat het bestuur besluit."))
    gegevens = Besluitgegevens(
        soort=Toelatingsbesluit(keuze),
        op=_dag(request),
        motivering=request.POST.get("motivering", ""),
        grond=Weigeringsgrond(grond) if grond in set(Weigeringsgrond) else Weigeringsgrond.ANDERE_SCHOOL,
        doorbreking=request.POST.get("doorbreking", ""),
    )
    rij = decide_aanmelding(actor=bezoek.account, aanmelding=bezoek.aanmelding, gegevens=gegevens, op=bezoek.op)
    _meld(bezoek, rij)
    messages.success(request, _("Besloten. De brief aan de ouders staat bij Brieven."))
    weg_op = toelatingsstand(bezoek.zaak().feiten, peildatum=bezoek.vandaag).uitgeschreven_op
    if weg_op is not None and bezoek.aanmelding.leerling_id is not None:
        zin = _("Het kind had een tijdelijke plek. Passend schreef het uit op %(dag)s; dat staat ook in de brief.")
        messages.info(request, zin % {"dag": f"{weg_op:%d-%m-%Y}"})


def _bezwaar_beslist(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    require(why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BESLIST)
    if request.POST.get("uitkomst") not in {Toelatingsbesluit.TOEGELATEN, Toelatingsbesluit.GEWEIGERD}:
        raise ToelatingError(_("Kies wat het bestuur besluit."))
    rij = decide_bezwaar(
        actor=bezoek.account,
        aanmelding=bezoek.aanmelding,
        gegevens=Gebeurtenisgegevens(op=bezoek.vandaag, tekst=request.POST.get("tekst", "")),
        is_alsnog=request.POST["uitkomst"] == Toelatingsbesluit.TOEGELATEN,
        op=bezoek.op,
    )
    _meld(bezoek, rij)
    messages.success(request, _("Besloten. De brief aan de ouders staat bij Brieven."))


def _reactie(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    require(why_may_decide(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BESLIST)
    tekst = request.POST.get("tekst", "")
    _meld(bezoek, react_oordeel(actor=bezoek.account, aanmelding=bezoek.aanmelding, tekst=tekst, op=bezoek.op))
    messages.success(request, _("De brief aan de ouders staat bij Brieven. Stuur hem ook aan de commissie."))


def _plaats(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    _meld(bezoek, place_tijdelijk(actor=bezoek.account, aanmelding=bezoek.aanmelding, op=bezoek.op))
    messages.success(request, _("Het kind heeft een tijdelijke plek. Schrijf het nu in."))


def _schrijf_in(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    leerling = enrol_aangemelde(
        actor=bezoek.account,
        aanmelding=bezoek.aanmelding,
        ingeschreven_op=_dag(request, "ingeschreven_op"),
        is_ver=bool(request.POST.get("is_ver")),
        op=bezoek.op,
    )
    zin = _("%(naam)s is leerling vanaf %(dag)s. De ouders en het gezag gingen mee.")
    messages.success(request, zin % {"naam": leerling, "dag": datum(leerling.ingeschreven_op)})


def _ontvangst(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    send_ontvangst(actor=bezoek.account, aanmelding=bezoek.aanmelding, op=bezoek.op)


def _sleutel(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    geheim = create_sleutel(actor=bezoek.account, aanmelding=bezoek.aanmelding, op=bezoek.op)
    adres = ouderadres(request, bezoek.vestiging, geheim)
    meld_nieuw_adres(bezoek, adres)
    messages.info(request, _("Dit adres ziet u een keer. Geef het aan de ouders: %(adres)s") % {"adres": adres})


def _vervallen(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    nummer = heel_getal(request.POST.get("gebeurtenis", ""))
    voor = bezoek.zaak()
    gevonden = next((een for een in voor.gebeurtenissen if een.pk == nummer), None)
    if gevonden is None:
        raise Http404
    void_gebeurtenis(
        actor=bezoek.account,
        aanmelding=bezoek.aanmelding,
        gebeurtenis=gevonden,
        reden_tekst=request.POST.get("tekst", ""),
        op=bezoek.op,
    )
    na = bezoek.zaak()
    if na.vervallen_brieven - voor.vervallen_brieven:
        meld_vervallen(bezoek)
    if na.weggevallen:
        zin = _("Let op: het besluit rust hierop. De directeur en het bestuur zien dat nu op Vandaag.")
        messages.warning(request, zin)


def _contact(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    gegevens = lees_contact(request.POST)
    if gegevens is None:
        raise ToelatingError(_("Vul in op welke dag het contact was, hoe, en waarom."))
    add_contact(
        actor=bezoek.account, vestiging=bezoek.vestiging, over=bezoek.aanmelding, gegevens=gegevens, op=bezoek.op
    )


def _scan(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    scan = lees_bijlage(request, "scan", is_pdf_goed=True)
    if scan is None:
        raise ToelatingError(_("Kies eerst een foto of scan van het papier."))
    add_aanmeldscan(actor=bezoek.account, aanmelding=bezoek.aanmelding, scan=scan, op=bezoek.op)
    messages.success(request, _("De scan staat erbij. De ouders zien hem ook."))


def _oudertaal(request: HttpRequest, bezoek: Zaakbezoek) -> None:
    _beheer(bezoek)
    taal = Oudertaal.ENGELS if request.POST.get("oudertaal") == Oudertaal.ENGELS else Oudertaal.NEDERLANDS
    set_oudertaal(actor=bezoek.account, aanmelding=bezoek.aanmelding, taal=taal, op=bezoek.op)
    messages.success(request, _("Bewaard. Dit geldt voor brieven die u vanaf nu maakt."))


_STAPPEN: Mapping[str, Stap] = {
    "verleng": _verleng,
    "besluit": _besluit,
    "bezwaar_beslist": _bezwaar_beslist,
    "gpo_reactie": _reactie,
    "plaats": _plaats,
    "schrijf_in": _schrijf_in,
    "hulp": _hulp,
    "ontvangst": _ontvangst,
    "sleutel": _sleutel,
    "vervallen": _vervallen,
    "scan": _scan,
    "school_gesproken": _contact,
    "oudertaal": _oudertaal,
}
