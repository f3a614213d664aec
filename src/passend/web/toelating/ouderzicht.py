"""What parents see of their registration by the link they got: the line of dates and the letters; nothing to change."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from passend.begrippen.aanmelding import Briefsoort, Gebeurtenissoort
from passend.begrippen.rollen import Logsoort
from passend.begrippen.toelating import Aanzet
from passend.documenten.zetten.briefpdf import zet_brief_pdf
from passend.organisaties.queries import Vestiging, in_bestuur
from passend.regels.brieven.groet import begroeting, geadresseerde, greeting
from passend.regels.brieven.toelating import in_woorden
from passend.regels.toelatingsstand import Toelatingsstand, toelatingsstand
from passend.toelating.actions.aanmelden import VOLGSLEUTEL, log_aanmelding
from passend.toelating.queries.aanmeldingen import Aanmelding, Brief, find_aanmelding, geldige, get_brief, steunpunt_van
from passend.toelating.queries.zaken import Zaak, get_zaak
from passend.web.leerlingen.dossier import als_download
from passend.web.openbaar.school import vestiging_of_404
from passend.web.openbaar.schoolcontact import maak_contact
from passend.web.pogingen import SLEUTEL, meld_poging
from passend.web.toelating.besluitwoorden import maak_besluitwoorden
from passend.web.toelating.lijn import Punt, Tijdlijn
from passend.web.toelating.tijdlijn import maak_tijdlijn, met_schooldag
from passend.web.toelating.woorden import (
    AAN_ZET_OUDER,
    GEBEURTENISNAMEN,
    OUDERGEBEURTENISSEN,
    STANDICONEN,
    STANDNAMEN,
    brieftitel,
)
from passend.web.toelating.zaak import brief_als_pdf, brief_op_papier, met_bron, scan_of_404
from passend.web.weergave import dagen
from passend.web.zinnen import vertaal

GRONDSLAG = Gebeurtenissoort.GRONDSLAG_GEWEIGERD
SESSIE, SESSIE_NET = "aanmelding", "aanmelding_net_ontvangen"


@require_safe
@never_cache
def openen(request: HttpRequest, code: str, geheim: str) -> HttpResponse:
    """Keep the key in the session, so that it stands in no address any more."""
    vestiging, op = vestiging_of_404(code), timezone.localtime()
    with in_bestuur(vestiging.bestuur_id):
        if find_aanmelding(vestiging=vestiging, geheim=geheim, op=op) is None:
            meld_poging(request, SLEUTEL, "pagina:aanmelding_openen")
            return render(
                request,
                "toelating/geen_toegang.jinja",
                {"school": maak_contact(vestiging), "vestiging": vestiging},
                status=404,
            )
    return naar_eigen_pagina(request, code, geheim)


def naar_eigen_pagina(request: HttpRequest, code: str, geheim: str, *, is_net_ontvangen: bool = False) -> HttpResponse:
    """Send parents on to the page of their registration, which says once that it came in when it did just now."""
    request.session[SESSIE], request.session[SESSIE_NET] = geheim, is_net_ontvangen
    antwoord = redirect("mijn_aanmelding", code=code)
    antwoord["Referrer-Policy"] = "no-referrer"
    return antwoord


def eigen_zaak(request: HttpRequest, vestiging: Vestiging, op: datetime) -> Aanmelding | None:
    """The registration of the key in the session; None without one."""
    geheim = str(request.session.get(SESSIE, ""))
    return find_aanmelding(vestiging=vestiging, geheim=geheim, op=op) if geheim else None


def _met_zaak(handeling: str, soort: Logsoort = Logsoort.LEZEN) -> Callable[..., Callable[..., HttpResponse]]:
    """A page of the registration of the key in the session, with a line in the log."""

    def versier(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @require_safe
        @never_cache
        @wraps(view)
        def met_zaak(request: HttpRequest, /, code: str, **kwargs: Any) -> HttpResponse:
            vestiging, op = vestiging_of_404(code), timezone.localtime()
            with in_bestuur(vestiging.bestuur_id):
                aanmelding = eigen_zaak(request, vestiging, op)
                if aanmelding is None:
                    return render(
                        request,
                        "toelating/geen_toegang.jinja",
                        {"school": maak_contact(vestiging), "vestiging": vestiging},
                        status=404,
                    )
                aanmelding.vestiging = vestiging
                antwoord = view(request, vestiging, get_zaak(aanmelding=aanmelding), **kwargs)
                log_aanmelding(None, aanmelding, handeling, VOLGSLEUTEL, op, soort)
                return antwoord

        return met_zaak

    return versier


def _beeld(zaak: Zaak) -> tuple[Toelatingsstand, Tijdlijn]:
    vandaag = timezone.localdate()
    stand = met_schooldag(toelatingsstand(zaak.feiten, peildatum=vandaag), zaak)
    return stand, maak_tijdlijn(zaak, stand, vandaag=vandaag, is_ouder=True)


@_met_zaak("open_aanmelding")
def mijn_aanmelding(request: HttpRequest, vestiging: Vestiging, zaak: Zaak) -> HttpResponse:
    """How it stands, what comes next, and the letters."""
    stand, lijn = _beeld(zaak)
    context = {
        "school": maak_contact(vestiging),
        "vestiging": vestiging,
        "zaak": zaak,
        "aanmelding": zaak.aanmelding,
        "stand": stand,
        "standnaam": STANDNAMEN[stand.soort],
        "standmerk": STANDICONEN.get(stand.soort, ("teal", "klok")),
        "wie": AAN_ZET_OUDER[stand.aan_zet],
        "tijdlijn": lijn,
        "besluitwoorden": maak_besluitwoorden(zaak, stand, is_ouder=True),
        "brieven": [(een, _titel(een, zaak.aanmelding.voornaam)) for een in zaak.brieven],
        "gevraagd": next(
            (
                een
                for een in reversed(geldige(zaak.gebeurtenissen))
                if een.soort == Gebeurtenissoort.AANVULLING_GEVRAAGD
            ),
            None,
        ),
        "is_open": stand.aan_zet is not Aanzet.NIEMAND and zaak.feiten.besluit is None,
        "weggevallen": _wat_wegviel(zaak),
        "bezwaar_tot": next((een.dag for een in stand.termijnen if een.wat == "bezwaar"), None),
        "steunpunt": steunpunt_van(zaak.beleid, vestiging=vestiging),
        "is_net_ontvangen": request.session.pop(SESSIE_NET, False),
    }
    return render(request, "toelating/mijn.jinja", context)


def _wat_wegviel(zaak: Zaak) -> list[tuple[str, str, date]]:
    """What the decision rested on and counts no more: its name in words for parents, the school it was of, since when.

    Why the school took it back is not among it: that is a note of the school to itself. Nor is the public school
    nearby, for behind the words about the grondslag it would read as the school whose grondslag it is.
    """
    namen = {**GEBEURTENISNAMEN, **OUDERGEBEURTENISSEN}
    bronnen = [(een.verwijst_naar or een, een.op) for een in met_bron(zaak)]
    return [
        (str(namen[Gebeurtenissoort(bron.soort)]), "" if bron.soort == GRONDSLAG else bron.school, op)
        for bron, op in bronnen
    ]


def _titel(brief: Brief, kind: str) -> str:
    """The title of a letter as it was sent, or what that is in the language of the page."""
    if get_language() == settings.LANGUAGE_CODE:
        return brief.onderwerp
    return brieftitel(Briefsoort(brief.soort), kind)


@_met_zaak("open_aanmelding", Logsoort.UITVOER)
def mijn_tijdlijn_pdf(request: HttpRequest, vestiging: Vestiging, zaak: Zaak) -> HttpResponse:
    """The line of dates as a letter."""
    stand, lijn = _beeld(zaak)
    namen = [een.naam for een in zaak.ouders]
    papier = brief_op_papier(
        vestiging,
        _("Zo staat het met uw aanmelding"),
        met_aanhef(namen, zaak.aanmelding.voornaam, dagen(vertaal(stand.uitleg))),
        "\n".join(namen) or geadresseerde(zaak.aanmelding.voornaam),
        timezone.localtime(),
    )
    return als_download(zet_brief_pdf(papier | tabel_van(lijn)), "application/pdf", "aanmelding.pdf")


def met_aanhef(namen: Sequence[str], kind: str, tekst: str) -> str:
    """The words of a letter in the language of the page, with to whom it is as its first line."""
    groet = begroeting if get_language() == settings.LANGUAGE_CODE else greeting
    return f"{groet(namen, kind)}\n\n{tekst}"


def tabel_van(lijn: Tijdlijn) -> dict[str, Any]:
    """A line of dates for a letter: as a picture, and as the table that says the same."""
    rijen = [
        [str(nummer), in_woorden(punt.dag), _op_papier(punt), punt.wie]
        for nummer, punt in enumerate(lijn.punten, start=1)
    ]
    return {"tabel": rijen, "lijn": lijn.als_gegevens()}


def _op_papier(punt: Punt) -> str:
    """One day of the line in words: what it is, what it means for the parents, and where that stands."""
    kop = ": ".join(filter(None, [punt.titel, punt.naam])) + (f" ({punt.waar})" if punt.waar else "")
    kop = f"{kop}. {punt.optijd[:1].upper()}{punt.optijd[1:]}" if punt.optijd else kop
    uitleg = punt.uitleg if punt.is_getypt else dagen(punt.uitleg)
    tekst = f"{kop}. {uitleg}" if uitleg else kop
    if punt.bewijs:
        tekst = f"{tekst.rstrip('.')}. {_('Het toelatingsbeleid')}: {punt.bewijs}"
    if punt.afwijking:
        tekst = f"{tekst.rstrip('.')}. {_('Het bestuur besloot terwijl er iets ontbrak. De reden:')} {punt.afwijking}"
    if punt.ontbrak:
        tekst = f"{tekst.rstrip('.')}. {_('Dit ontbrak:')} {'; '.join(punt.ontbrak)}."
    return f"{tekst} ({punt.artikel})" if punt.artikel else tekst


@_met_zaak("open_aanmeldbrief", Logsoort.UITVOER)
def mijn_brief(request: HttpRequest, _vestiging: Vestiging, zaak: Zaak, pk: int) -> HttpResponse:
    """A letter as it was sent."""
    brief = get_brief(aanmelding=zaak.aanmelding, pk=pk)
    if brief is None:
        raise Http404
    return brief_als_pdf(zaak, brief)


@_met_zaak("open_aanmeldscan", Logsoort.UITVOER)
def mijn_scan(request: HttpRequest, vestiging: Vestiging, zaak: Zaak, pk: int) -> HttpResponse:
    """The paper as the school keeps it."""
    return scan_of_404(zaak.aanmelding, pk)
