"""The report as a file: on paper for parents, as a transfer file for the next school or the samenwerkingsverband."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from passend.begrippen.opgave import OnleesbaarError
from passend.begrippen.overstap import Uitvoervorm
from passend.documenten.zetten.rapportpdf import zet_rapport_pdf
from passend.leerlingen.actions.burgerservicenummer import read_burgerservicenummer
from passend.leerlingen.actions.leerlingen import LeerlingError, onderwerp
from passend.leerlingen.permissions import require
from passend.leerlingen.queries.leerlingen import has_burgerservicenummer
from passend.overstap.actions.adres import Leerlingadres, set_adres
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.rapport import export_rapport, nog_voor
from passend.overstap.actions.sleutels import record_ontvangst
from passend.overstap.permissions import WIE_RAPPORT, WIE_VASTSTELT, why_may_set_rapport, why_may_write_rapport
from passend.overstap.queries.ouders import get_oudersgezegd, list_ouderbeelden
from passend.overstap.queries.overstap import AKKOORDNAMEN, KANAALNAMEN, Onderwijskundigrapport
from passend.overstap.queries.rapport import get_vaste_inhoud
from passend.overstap.queries.sleutels import is_bekend
from passend.regels.okr import Oudersgezegd
from passend.uitwisseling.oso.controle import controleer
from passend.uitwisseling.oso.dossier import Bestand
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.schrijven import schrijf_oso
from passend.uitwisseling.oso.uit_rapport import Verzending, Woonadres, maak_popo, maak_poswv
from passend.uitwisseling.passend.bestand import GEEN_BEWIJS, lees_bewijs
from passend.web.bestandsnaam import bezwaar_tegen_naam
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.overstap.passend import verzegel_voor
from passend.web.overstap.rapport import probeer, rapport_of_404, toon
from passend.web.pogingen import BEWIJS, meld_poging
from passend.web.verzoek import heel_getal
from passend.web.weergave import datum
from passend.web.zinnen import vertaal

MEESTE_BEWIJS = 10_000
_NAMEN = {
    Uitvoervorm.PDF: ("application/pdf", "onderwijskundig-rapport", "pdf"),
    Uitvoervorm.OSO: ("application/xml", "oso", "xml"),
    Uitvoervorm.OSO_SWV: ("application/xml", "oso-samenwerkingsverband", "xml"),
    Uitvoervorm.PASSEND: ("application/octet-stream", "overstap", "passend"),
}


@bij_leerling()
@require_POST
def rapport_bestand(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Give the report as a file; each time is written down."""
    het = rapport_of_404(bezoek)
    gevraagd = request.POST.get("vorm", "")
    if gevraagd not in set(_NAMEN):
        raise Http404
    vorm = Uitvoervorm(gevraagd)
    try:
        inhoud = _maak(bezoek, het, vorm, heel_getal(request.POST.get("kaart", "")))
        export_rapport(actor=bezoek.account, rapport=het, vorm=vorm, bestand=inhoud, op=bezoek.op)
    except LeerlingError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="bestand", status=422)
    mediatype, naam, einde = _NAMEN[vorm]
    return als_download(inhoud, mediatype, f"{naam}-{bezoek.vandaag}.{einde}")


@bij_leerling()
@require_POST
def rapport_adres(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Fill in where the pupil lives, for a transfer file."""
    het = rapport_of_404(bezoek)
    require(why_may_write_rapport(bezoek.inzage), WIE_RAPPORT)
    adres = Leerlingadres(
        is_geheim=bool(request.POST.get("is_adres_geheim")),
        **{veld: request.POST.get(veld, "") for veld in ("straat", "huisnummer", "postcode", "woonplaats")},
    )

    def doe() -> None:
        set_adres(actor=bezoek.account, rapport=het, adres=adres, op=bezoek.op)

    return probeer(request, bezoek, doe, "adres", _("Bewaard. Het adres gaat alleen mee in een OSO-bestand."))


@bij_leerling()
@require_POST
def rapport_bewijs(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Take the receipt of the other school in."""
    het = rapport_of_404(bezoek)
    require(why_may_write_rapport(bezoek.inzage), WIE_RAPPORT)
    bestand = request.FILES.get("bewijs")
    try:
        if bestand is None or not bestand.size or bestand.size > MEESTE_BEWIJS:
            raise OverstapError(GEEN_BEWIJS)
        if bezwaar := bezwaar_tegen_naam(bestand.name or "", "json"):
            raise OverstapError(bezwaar)
        _neem_bewijs(bezoek, het, bestand.read())
    except (LeerlingError, OnleesbaarError) as fout:
        if bestand is not None:
            meld_poging(request, BEWIJS, onderwerp(bezoek.leerling), bestuur=bezoek.vestiging.bestuur_id)
        return toon(request, bezoek, fout=vertaal(fout), bij="bestand", status=422)
    messages.success(request, _("De andere school heeft het bestand ontvangen."))
    return bezoek.naar("rapport")


def _neem_bewijs(bezoek: Dossierbezoek, het: Onderwijskundigrapport, bewijs: bytes) -> None:
    ontvangst = lees_bewijs(bewijs)
    if not is_bekend(vestiging=bezoek.vestiging, vingerafdruk=ontvangst.van.vingerafdruk):
        raise OverstapError(_("U kent de school van dit bewijs niet. Vraag het aan de school die het bestand kreeg."))
    record_ontvangst(
        actor=bezoek.account,
        rapport=het,
        vingerafdruk=ontvangst.vingerafdruk,
        school=ontvangst.van.school,
        ontvangen_op=ontvangst.op,
        op=bezoek.op,
    )


@sensitive_variables()
def _maak(bezoek: Dossierbezoek, het: Onderwijskundigrapport, vorm: Uitvoervorm, kaart: int) -> bytes:
    inhoud = get_vaste_inhoud(rapport=het)
    if inhoud is None:
        raise OverstapError("Het rapport is nog niet vastgesteld. De directeur doet dat, na overleg met het team.")
    gezegd = _gezegd(bezoek, het)
    papier = zet_rapport_pdf(inhoud, _ouders(gezegd), is_voor_swv=vorm is Uitvoervorm.OSO_SWV)
    if vorm is Uitvoervorm.PDF:
        return papier
    if redenen := nog_voor(het, vorm, peildatum=bezoek.vandaag):
        raise OverstapError(redenen[0])
    if vorm is Uitvoervorm.PASSEND:
        require(why_may_write_rapport(bezoek.inzage), WIE_RAPPORT)
        reactie = {"akkoord": gezegd.akkoord, "opmerking": gezegd.opmerking}
        return verzegel_voor(bezoek.vestiging, kaart, het, {**inhoud, "ouderreactie": reactie}, bezoek.op)
    _check_oso(bezoek, het, vorm)
    verzending = _verzending(bezoek, het, gezegd, papier)
    try:
        if vorm is Uitvoervorm.OSO:
            require(why_may_set_rapport(bezoek.inzage), WIE_VASTSTELT)
            bsn = read_burgerservicenummer(actor=bezoek.account, leerling=bezoek.leerling, op=bezoek.op)
            return _nagekeken(maak_popo(inhoud, verzending, bsn=bsn))
        return _nagekeken(maak_poswv(inhoud, verzending))
    except LeerlingError:
        raise
    except ValueError as fout:
        raise OverstapError(str(fout)) from fout


def _check_oso(bezoek: Dossierbezoek, het: Onderwijskundigrapport, vorm: Uitvoervorm) -> None:
    """What the standard asks beside the report; the page leads from here to where each is filled in."""
    stelt_vast = why_may_set_rapport(bezoek.inzage) is not None
    if vorm is Uitvoervorm.OSO and stelt_vast and not has_burgerservicenummer(leerling=bezoek.leerling):
        raise OverstapError(
            _("Voor het OSO-bestand voor de andere school is het burgerservicenummer van de leerling nodig.")
        )
    if not het.heeft_adres:
        raise OverstapError(_("Voor een OSO-bestand is het adres van de leerling nodig, of dat het geheim is."))


@sensitive_variables()
def _nagekeken(bestand: Bestand) -> bytes:
    """The file, when none of the rules is broken: nobody sends what the other school cannot read."""
    xml = schrijf_oso(bestand)
    if bevindingen := controleer(lees_oso(xml).boom):
        raise OverstapError(bevindingen[0].zin)
    return xml


def _gezegd(bezoek: Dossierbezoek, het: Onderwijskundigrapport) -> Oudersgezegd:
    """What the parents say, in the language of what is kept."""
    beelden = list_ouderbeelden(rapport=het, peildatum=bezoek.vandaag)
    return get_oudersgezegd(beelden=beelden)


def _verzending(bezoek: Dossierbezoek, het: Onderwijskundigrapport, gezegd: Oudersgezegd, papier: bytes) -> Verzending:
    return Verzending(
        datum=bezoek.vandaag,
        adres=Woonadres(
            is_geheim=het.is_adres_geheim,
            straat=het.straat,
            nummer=het.huisnummer,
            postcode=het.postcode,
            plaats=het.woonplaats,
        ),
        inzagedatum=gezegd.geinformeerd_op,
        akkoord=gezegd.akkoord,
        opmerking=gezegd.opmerking,
        rapport=papier,
    )


def _ouders(gezegd: Oudersgezegd) -> dict[str, Any] | None:
    if gezegd.geinformeerd_op is None:
        return None
    with translation.override(settings.LANGUAGE_CODE):  # it goes to another school, whoever fetches it
        return {
            "op": datum(gezegd.geinformeerd_op),
            "kanaal": str(KANAALNAMEN[gezegd.kanaal]),
            "akkoord": str(AKKOORDNAMEN[gezegd.akkoord]),
            "opmerking": gezegd.opmerking,
        }
