"""The page of the report for the next school: written part by part, set, told to the parents, and sent."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.overstap import Kanaal
from passend.documenten.zetten.dossierpdf import zet_resultaten
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.permissions import require
from passend.leerlingen.queries.leerlingen import has_burgerservicenummer
from passend.overstap.actions.contact import Contactgegevens, OverstapError, add_overstapcontact
from passend.overstap.actions.rapport import (
    Bestemming,
    begin_rapport,
    freeze_rapport,
    verzendfeiten,
)
from passend.overstap.actions.rapportformulier import keep_rapport
from passend.overstap.permissions import (
    WIE_LEEST,
    WIE_RAPPORT,
    WIE_VASTSTELT,
    why_may_answer_rapport,
    why_may_read_rapport,
    why_may_set_rapport,
    why_may_write_rapport,
)
from passend.overstap.queries.ouders import get_oudersgezegd, is_verzonden, list_ouderbeelden
from passend.overstap.queries.overstap import (
    AKKOORDNAMEN,
    KANAALNAMEN,
    Onderwijskundigrapport,
    get_rapport,
    get_schoolnamen,
    get_teksten,
    list_uitvoer,
)
from passend.overstap.queries.rapport import get_rapportinhoud, get_vaste_inhoud, list_besluitkeuzes
from passend.overstap.queries.sleutels import Sleutelkaart, list_kaarten
from passend.regels.okr import nog_te_vertellen, wat_nog_moet
from passend.toelating.queries.contact import REDENEN, WIJZEN, contacten_over
from passend.web.aanmelden import brieven
from passend.web.contactvelden import lees_contact
from passend.web.getypt import render_met_getypt
from passend.web.kader import maak_kader
from passend.web.leerlingen.ouderpost import schrijf_ouders
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.overstap.passend import is_kaart_voor
from passend.web.overstap.woorden import DEELNAMEN, GEEN_AANLEVERPUNT, TEKSTKOPPEN
from passend.web.zinnen import vertaal

GENOTEERD = set(Kanaal) - {Kanaal.PASSEND}
"""How the school can have told the parents; that they read it on their own page follows from that."""
_BESTEMMING = ("naar_school", "naar_brin", "straat", "huisnummer", "postcode", "woonplaats")


@bij_leerling("open_rapport")
@require_safe
def rapport(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The report as it is now; parents read it once it was set."""
    return toon(request, bezoek)


@bij_leerling()
@require_POST
def rapport_begin(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Begin a report, filled from the file."""
    begin_rapport(actor=bezoek.account, leerling=bezoek.leerling, op=bezoek.op)
    return bezoek.naar("rapport")


@bij_leerling()
@require_POST
def rapport_tekst(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Keep what was written in the parts that changed, and the school when that changed."""
    bezoek.require_school()
    het = rapport_of_404(bezoek)
    return probeer(request, bezoek, lambda: _bewaar(request, bezoek, het), "tekst", _("Bewaard."))


@bij_leerling()
@require_POST
def rapport_bestemming(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Say to which school the pupil goes; what was typed elsewhere on the page is kept too."""
    bezoek.require_school()
    het = rapport_of_404(bezoek)

    def doe() -> None:
        if not request.POST.get("naar_school", "").strip():
            raise OverstapError(_("Vul in naar welke school de leerling gaat."))
        _bewaar(request, bezoek, het)

    return probeer(request, bezoek, doe, "tekst", _("Bewaard."))


@bij_leerling()
@require_POST
def rapport_vaststellen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Keep what is typed, and set the report as it is then."""
    het = rapport_of_404(bezoek)
    require(why_may_set_rapport(bezoek.inzage), WIE_VASTSTELT)

    def doe() -> None:
        if het.vastgesteld_op is None:
            _bewaar(request, bezoek, het)
        is_voor_swv = bool(request.POST.get("is_voor_swv"))
        freeze_rapport(actor=bezoek.account, rapport=het, is_voor_swv=is_voor_swv, op=bezoek.op)
        schrijf_ouders(request, bezoek, brieven.RAPPORT_VOORGELEGD)

    gelukt = _("Het rapport is vastgesteld. Het verandert niet meer. De ouders lezen het nu op hun eigen pagina.")
    return probeer(request, bezoek, doe, "tekst", gelukt)


def _bewaar(request: HttpRequest, bezoek: Dossierbezoek, het: Onderwijskundigrapport) -> None:
    """Keep everything that came with a button of the form, whichever button it was."""
    waarheen = Bestemming(
        **{veld: request.POST.get(veld, "").strip() for veld in _BESTEMMING},
        is_adres_geheim=bool(request.POST.get("is_adres_geheim")),
    )
    keep_rapport(
        actor=bezoek.account,
        rapport=het,
        waarheen=waarheen if "naar_school" in request.POST else None,
        teksten={
            code: (request.POST[code], request.POST.get(f"eerder_{code}", ""))
            for code in TEKSTKOPPEN
            if code in request.POST
        },
        besluiten=request.POST.getlist("besluit") if "besluiten" in request.POST else None,
        op=bezoek.op,
    )


@bij_leerling()
@require_POST
def rapport_contact(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Note a talk with the other school about this pupil."""
    bezoek.require_school()

    def doe() -> None:
        add_overstapcontact(
            actor=bezoek.account,
            vestiging=bezoek.vestiging,
            over=bezoek.leerling,
            gegevens=contact_uit(request),
            op=bezoek.op,
        )

    return probeer(request, bezoek, doe, "contact", _("Het contact is vastgelegd."))


def contact_uit(request: HttpRequest) -> Contactgegevens:
    """A talk out of a form.

    Raises:
        OverstapError: there is no day, no means or no reason.
    """
    gegevens = lees_contact(request.POST)
    if gegevens is None:
        raise OverstapError(_("Vul in op welke dag het contact was, hoe, en waarom."))
    return gegevens


def rapport_of_404(bezoek: Dossierbezoek) -> Onderwijskundigrapport:
    """The report of this pupil, for who may read it."""
    het = _rapport_voor(bezoek)
    require(why_may_read_rapport(bezoek.inzage, het), WIE_LEEST)
    if het is None:
        raise Http404
    het.leerling = bezoek.leerling
    return het


def _rapport_voor(bezoek: Dossierbezoek) -> Onderwijskundigrapport | None:
    """The newest for who writes it; who only reads keeps the one that was set while the school writes the next."""
    return get_rapport(leerling=bezoek.leerling, alleen_vast=why_may_write_rapport(bezoek.inzage) is None)


def probeer(
    request: HttpRequest, bezoek: Dossierbezoek, doe: Callable[[], None], bij: str, gelukt: str
) -> HttpResponse:
    """Do it and say so, or show the page with why it was not done."""
    try:
        doe()
    except LeerlingError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij=bij, status=422)
    messages.success(request, gelukt)
    return bezoek.naar("rapport")


def rubriektabellen(rubriek: dict[str, Any]) -> list[dict[str, Any]]:
    """One kind of thing as tables, our words in the language of the page; of results one for each test of a subject."""
    if rubriek["naam"] == "toetsresultaten":
        return zet_resultaten(rubriek, vertaal)
    velden = rubriek["velden"]
    return [
        {
            "kop": vertaal(rubriek["kop"]),
            "alineas": [],
            "koppen": [vertaal(kop) for kop in velden.values()],
            "rijen": [[regel[veld] for veld in velden] for regel in rubriek["regels"]],
        }
    ]


def _bekende_scholen(bezoek: Dossierbezoek, het: Onderwijskundigrapport | None) -> list[Sleutelkaart]:
    """The cards of which somebody heard the code, of the school that the report is for."""
    if het is None:
        return []
    gehoord = [een for een in list_kaarten(vestiging=bezoek.vestiging) if een.gecontroleerd_op]
    return [een for een in gehoord if is_kaart_voor(een.kaart, het)]


def _nog(bezoek: Dossierbezoek, het: Onderwijskundigrapport) -> dict[str, Any]:
    """What must be done before it leaves; and of one for no school, which waits for nobody, whom to tell of it."""
    feiten, vandaag = verzendfeiten(het, peildatum=bezoek.vandaag), bezoek.vandaag
    return {
        "nog": [vertaal(zin) for zin in wat_nog_moet(feiten, peildatum=vandaag)],
        "is_voor_swv": feiten.is_vastgesteld and not feiten.naar_school.strip(),
        "te_vertellen": nog_te_vertellen(feiten, peildatum=vandaag),
    }


def _van_ouders(bezoek: Dossierbezoek, het: Onderwijskundigrapport) -> dict[str, Any]:
    """What each parent did; a parent sees their own, and that of the other only as it goes along in the report."""
    if het.vastgesteld_op is None:
        return {}
    beelden = list_ouderbeelden(rapport=het, peildatum=bezoek.vandaag)
    eigen = (een.reactie for een in beelden if een.ouder.account_id == bezoek.account.pk and een.reactie)
    return {
        "ouderbeelden": beelden,
        "gezegd": get_oudersgezegd(beelden=beelden),
        "eigen": next(eigen, None),
        "eigen_bericht": next((een.bericht for een in beelden if een.ouder.account_id == bezoek.account.pk), None),
        "is_verzonden": is_verzonden(rapport=het),
        "reageert": why_may_answer_rapport(bezoek.inzage, het) is not None,
    }


def toon(
    request: HttpRequest, bezoek: Dossierbezoek, *, fout: str = "", bij: str = "", status: int = 200
) -> HttpResponse:
    """The page, with what went wrong beside the form it was about."""
    het = _rapport_voor(bezoek)
    require(why_may_read_rapport(bezoek.inzage, het), WIE_LEEST)
    schrijft = why_may_write_rapport(bezoek.inzage) is not None
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "leerling": bezoek.leerling,
        "inzage": bezoek.inzage,
        "plek": bezoek.plek,
        "rapport": het,
        "schrijft": schrijft,
        "stelt_vast": why_may_set_rapport(bezoek.inzage) is not None,
        "contacten": contacten_over(vestiging=bezoek.vestiging, leerling=bezoek.leerling) if schrijft else [],
        "redenen": REDENEN,
        "wijzen": WIJZEN,
        "kanalen": {code: naam for code, naam in KANAALNAMEN.items() if code in GENOTEERD},
        "akkoorden": AKKOORDNAMEN,
        "rubriektabellen": rubriektabellen,
        "tekstkoppen": TEKSTKOPPEN,
        "deelnamen": DEELNAMEN,
        "geen_aanleverpunt": GEEN_AANLEVERPUNT,
        "bekende_scholen": _bekende_scholen(bezoek, het) if schrijft else [],
        "schoolnamen": get_schoolnamen() if schrijft else {},
        "mist_nummer": why_may_set_rapport(bezoek.inzage) is not None
        and not has_burgerservicenummer(leerling=bezoek.leerling),
        "wie_rapport": WIE_RAPPORT,
        "ingevuld": request.POST,
        "reageert": False,
        "fout": fout,
        "bij": bij,
    }
    if het is not None:
        het.leerling = bezoek.leerling
        context |= _van_ouders(bezoek, het)
        teksten = get_teksten(rapport=het) if schrijft and het.inhoud is None else {}
        context |= {
            "teksten": teksten,
            "besluiten": list_besluitkeuzes(rapport=het) if schrijft and het.inhoud is None else [],
            "inhoud": get_vaste_inhoud(rapport=het)
            or get_rapportinhoud(rapport=het, teksten=teksten, geschreven_op=bezoek.vandaag),
            **_nog(bezoek, het),
            "uitvoer": list_uitvoer(rapport=het) if schrijft else [],
        }
    return render_met_getypt(request, "overstap/rapport.jinja", context, status=status, meer=TEKSTKOPPEN)
