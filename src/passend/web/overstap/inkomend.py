"""A file of another school: dropped, looked at, and taken over; nothing is stored of it before the last button."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.opgave import GeweigerdBestandError, OnleesbaarError
from passend.begrippen.overstap import Invoervorm, Overstapopgave
from passend.begrippen.rollen import Logsoort
from passend.documenten.document import DocumentError
from passend.documenten.lezen.bijlage import read_meegekomen
from passend.leerlingen.actions.dossier import log_lijst
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.permissions import require, visible_leerlingen
from passend.leerlingen.queries.leerlingen import Leerling
from passend.organisaties.queries import Vestiging
from passend.overstap.actions.bestand import (
    Inschrijving,
    compare_bestand,
    discard_bestand,
    keep_bestand,
    kind_van,
    log_bestand,
    open_bestand,
    take_over,
)
from passend.overstap.actions.contact import add_overstapcontact
from passend.overstap.permissions import WIE_INLEEST, why_may_take_in
from passend.overstap.queries.overstap import (
    Overstapbestand,
    get_bestand,
    get_schoolnamen,
    list_bestanden,
)
from passend.plannen.queries.voorstellen import has_voorstellen
from passend.regels.klok import is_dag_te_laat
from passend.regels.okr import contactregel
from passend.toelating.queries.contact import REDENEN, WIJZEN, contacten_over, list_contacten
from passend.uitwisseling.oso.bevinding import Bevinding
from passend.uitwisseling.oso.controle import controleer
from passend.uitwisseling.oso.lezen import lees_oso
from passend.uitwisseling.oso.naar_opgave import maak_opgave
from passend.uitwisseling.passend.bestand import is_passendbestand
from passend.uitwisseling.passend.naar_opgave import maak_opgave as van_passend
from passend.web.bestand import meeste_mb
from passend.web.bestandsnaam import NaamError, check_naam
from passend.web.beurt import DrukteError, leesbeurten
from passend.web.bijlage import als_bijlage
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.overstap.bijlagen import kijk_na, list_bijlagen
from passend.web.overstap.passend import bewijs_voor, open_voor
from passend.web.overstap.rapport import contact_uit
from passend.web.overstap.stuknamen import stuknaam
from passend.web.overstap.woorden import GEEN_AANLEVERPUNT
from passend.web.pogingen import BESTAND, meld_poging
from passend.web.verzoek import Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@bij_school
@lees_of_stuur
def overstap(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The files that came, the talks with other schools, and a place to drop a file."""
    reden = require(why_may_take_in(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_INLEEST)
    fout, status = "", 200
    if request.method == "POST":
        try:
            bestand = _lever_in(bezoek, request.FILES.get("bestand"))
        except DrukteError as bezwaar:
            fout, status = vertaal(bezwaar), 503
        except (OnleesbaarError, LeerlingError, NaamError) as bezwaar:
            fout, status = vertaal(bezwaar), 422
            if isinstance(bezwaar, GeweigerdBestandError):
                waar = bezoek.vestiging
                meld_poging(request, BESTAND, f"vestiging:{waar.pk}", bestuur=waar.bestuur_id)
        else:
            return redirect("overstapbestand", code=bezoek.vestiging.code, pk=bestand.pk)
    log_lijst(actor=bezoek.account, vestiging=bezoek.vestiging, reden=reden, op=bezoek.op, handeling="list_overstap")
    zichtbaar = set(visible_leerlingen(bezoek.account, op=bezoek.op).values_list("pk", flat=True))
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "bestanden": list_bestanden(vestiging=bezoek.vestiging, op=bezoek.op),
        "contacten": [een for een in list_contacten(vestiging=bezoek.vestiging) if een.leerling_id in zichtbaar],
        "geen_aanleverpunt": GEEN_AANLEVERPUNT,
        "meeste_mb": meeste_mb(),
        "fout": fout,
    }
    return render(request, "overstap/lijst.jinja", context, status=status)


@bij_school
@require_safe
def overstapbestand(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """What is new in a file, what is here already, what is not taken over and why."""
    bestand = _zoek(bezoek, pk)
    _schrijf_op(bezoek, bestand, "open_overstapbestand")
    return _toon(request, bezoek, bestand)


def begin_aanmelding(bezoek: Bezoek, pk: int) -> dict[str, str]:
    """What a file says for the form of a registration, so that nobody types it again; looking is written down."""
    bestand = _zoek(bezoek, pk)
    _schrijf_op(bezoek, bestand, "open_overstapbestand")
    try:
        opgave = lees_opgave(bestand)
    except (OnleesbaarError, LeerlingError):
        return {}
    weg = opgave.uitgeschreven_op
    velden = {
        "voornaam": opgave.voornaam,
        "achternaam": opgave.achternaam,
        "geboren_op": opgave.geboren_op.isoformat(),
        "huidige_school": opgave.van_school,
        "is_elders_ingeschreven": "1" if weg is None or weg >= bezoek.vandaag else "",
    }
    for nummer, ouder in enumerate(opgave.ouders[:2], start=1):
        velden |= {f"ouder{nummer}_naam": ouder.naam, f"ouder{nummer}_gezag": "1" if ouder.heeft_gezag else ""}
    return velden


@bij_school
@require_POST
@sensitive_variables()
def overstap_contact(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Note a talk with the school that the file came from."""
    bestand = _zoek(bezoek, pk)
    try:
        add_overstapcontact(
            actor=bezoek.account,
            vestiging=bezoek.vestiging,
            over=bestand.leerling or kind_van(bestand, lees_opgave(bestand)),
            gegevens=contact_uit(request),
            op=bezoek.op,
        )
    except (LeerlingError, OnleesbaarError) as fout:
        return _toon(request, bezoek, bestand, fout=vertaal(fout), bij="contact", status=422)
    messages.success(request, _("Het contact is vastgelegd."))
    return redirect("overstapbestand", code=bezoek.vestiging.code, pk=pk)


@bij_school
@require_POST
def overstap_overnemen(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Take over what was looked at, whole or not at all."""
    bestand = _zoek(bezoek, pk)
    try:
        leerling = _neem_over(bezoek, bestand, lees_inschrijving(request))
    except (OnleesbaarError, LeerlingError) as fout:
        return _toon(request, bezoek, bestand, fout=vertaal(fout), bij="overnemen", status=422)
    messages.success(request, _("Overgenomen. Kijk het dossier na en plaats de leerling in een groep."))
    if has_voorstellen(leerling=leerling):
        messages.info(
            request, _("Wat bij de vorige school liep, staat klaar bij de plannen. U kiest of u het overneemt.")
        )
    return redirect("dossier", code=bezoek.vestiging.code, sleutel=leerling.sleutel)


@sensitive_variables()
def _neem_over(bezoek: Bezoek, bestand: Overstapbestand, inschrijving: Inschrijving | None) -> Leerling:
    opgave = lees_opgave(bestand)
    return take_over(
        actor=bezoek.account,
        bestand=bestand,
        opgave=opgave,
        inschrijving=inschrijving,
        nagekeken=kijk_na(opgave),
        op=bezoek.op,
    )


def lees_inschrijving(request: HttpRequest) -> Inschrijving | None:
    """By which registration and on which day a child becomes a pupil; None when no registration was chosen."""
    aanmelding, dag = heel_getal(request.POST.get("aanmelding", "")), lees_dag(request.POST.get("eerste_dag", ""))
    return Inschrijving(aanmelding=aanmelding, eerste_dag=dag) if aanmelding else None


@bij_school
@require_safe
@sensitive_variables()
def overstap_bijlage(request: HttpRequest, bezoek: Bezoek, pk: int, nummer: int) -> HttpResponse:
    """One attachment of a file, before and after it was taken over; what is not safe to open is not there."""
    bestand = _zoek(bezoek, pk)
    try:
        bijlage = read_meegekomen(lees_opgave(bestand).bijlagen[nummer - 1].inhoud) if nummer else None
    except (DocumentError, IndexError, OnleesbaarError, LeerlingError):
        bijlage = None
    if bijlage is None:
        raise Http404
    _schrijf_op(bezoek, bestand, "open_overstapbijlage")
    return als_bijlage(bijlage.inhoud, bijlage.extensie, f"bijlage-{nummer}")


@bij_school
@require_safe
def overstap_bewijs(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """The receipt for a file of another Passend that was taken over, to send back."""
    bestand = _zoek(bezoek, pk)
    if bestand.vorm != Invoervorm.PASSEND or bestand.overgenomen_op is None:
        raise Http404
    bewijs = bewijs_voor(bezoek.vestiging, open_bestand(bestand), bestand.overgenomen_op)
    _schrijf_op(bezoek, bestand, "export_overstapbewijs", Logsoort.UITVOER)
    return als_download(bewijs, "application/json", f"ontvangstbewijs-{bezoek.vandaag}.json")


@bij_school
@require_POST
def overstap_weg(request: HttpRequest, bezoek: Bezoek, pk: int) -> HttpResponse:
    """Throw a file away without taking anything over."""
    try:
        discard_bestand(actor=bezoek.account, bestand=_zoek(bezoek, pk), op=bezoek.op)
    except LeerlingError as fout:
        messages.error(request, vertaal(fout))
    else:
        messages.success(request, _("Het bestand is weg. Er is niets van overgenomen."))
    return redirect("overstap", code=bezoek.vestiging.code)


def _schrijf_op(bezoek: Bezoek, bestand: Overstapbestand, handeling: str, soort: Logsoort = Logsoort.LEZEN) -> None:
    """Write down who saw a file, and why."""
    reden = require(why_may_take_in(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_INLEEST)
    log_bestand(bezoek.account, bestand, handeling, reden, bezoek.op, soort)


def _zoek(bezoek: Bezoek, pk: int) -> Overstapbestand:
    require(why_may_take_in(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_INLEEST)
    bestand = get_bestand(vestiging=bezoek.vestiging, pk=pk)
    if bestand is None:
        raise Http404
    return bestand


@sensitive_variables()
def _lever_in(bezoek: Bezoek, bestand: "UploadedFile[bytes] | None") -> Overstapbestand:
    if bestand is None or not bestand.size:
        raise OnleesbaarError(_("Er is geen bestand gekozen, of het is leeg. Kies het bestand van de andere school."))
    if bestand.size > settings.BESTAND_MAX_BYTES:
        raise OnleesbaarError(
            _("Dit bestand is groter dan %(mb)s MB. Vraag het de andere school met minder bijlagen.")
            % {"mb": meeste_mb()}
        )
    inhoud = bestand.read()
    with leesbeurten.neem():
        opgave = _lees(bezoek.vestiging, inhoud)
    check_naam(bestand.name or "", "passend" if is_passendbestand(inhoud) else "xml")
    if is_dag_te_laat(opgave.gemaakt_op, vandaag=bezoek.vandaag) or opgave.geboren_op > opgave.gemaakt_op:
        raise OnleesbaarError(
            _(
                "Volgens dit bestand is het gemaakt op een dag die nog moet komen, of voordat het kind geboren was. "
                "Er is niets bewaard. Vraag het opnieuw aan de andere school."
            )
        )
    return keep_bestand(actor=bezoek.account, vestiging=bezoek.vestiging, opgave=opgave, inhoud=inhoud, op=bezoek.op)


@sensitive_variables()
def lees_opgave(bestand: Overstapbestand) -> Overstapopgave:
    """What a file that was kept says.

    Raises:
        OnleesbaarError: it can be read no more.
        OverstapError: it is locked with a key that is there no more.
    """
    return _lees(bestand.vestiging, open_bestand(bestand))


@sensitive_variables()
def _lees(vestiging: Vestiging, inhoud: bytes) -> Overstapopgave:
    """What a file says, whatever it is."""
    if is_passendbestand(inhoud):
        return van_passend(open_voor(vestiging, inhoud))
    return maak_opgave(lees_oso(inhoud), get_schoolnamen())


@sensitive_variables()
def _bevindingen(bestand: Overstapbestand) -> list[Bevinding]:
    if bestand.vorm != Invoervorm.OSO:
        return []  # its seal is its check
    lezing = lees_oso(open_bestand(bestand))
    try:
        return controleer(lezing.boom, lezing.formaat)
    except OnleesbaarError as fout:
        return [Bevinding(code="profiel", regel=0, zin=str(fout))]


def _toon(
    request: HttpRequest, bezoek: Bezoek, bestand: Overstapbestand, *, fout: str = "", bij: str = "", status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "stuknaam": stuknaam,
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "bestand": bestand,
        "redenen": REDENEN,
        "wijzen": WIJZEN,
        "contactregel": contactregel(bezoek.vestiging.bestuur.samenwerkingsverband.nummer, bezoek.vandaag),
        "contacten": contacten_over(vestiging=bezoek.vestiging, leerling=bestand.leerling),
        "vandaag": bezoek.vandaag,
        "ingevuld": request.POST,
        "fout": fout,
        "bij": bij,
    }
    try:
        opgave = lees_opgave(bestand)
        context |= {
            "opgave": opgave,
            "beeld": (beeld := compare_bestand(vestiging=bezoek.vestiging, opgave=opgave, bestand=bestand)),
            "contacten": contacten_over(
                vestiging=bezoek.vestiging, leerling=beeld.leerling, kind=kind_van(bestand, opgave)
            ),
            "bijlagen": list_bijlagen(opgave, beeld.leerling),
            "bevindingen": _bevindingen(bestand),
        }
    except (OnleesbaarError, LeerlingError) as bezwaar:
        context |= {"opgave": None, "fout": vertaal(bezwaar)}
    return render(request, "overstap/nakijken.jinja", context, status=status)
