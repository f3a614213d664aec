"""Who saw a file, and what was done at a school: the log in words."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Logsoort
from passend.documenten.zetten.dossierpdf import zet_inzagelijst_pdf
from passend.leerlingen.actions.dossier import MELDCODE
from passend.leerlingen.actions.leerlingen import onderwerp
from passend.leerlingen.permissions import require
from passend.leerlingen.queries.leerlingen import list_plaatsingen
from passend.leerlingen.queries.logterm import get_logtermijn
from passend.organisaties.queries import Vestiging
from passend.overstap.queries.overstap import list_overgenomen
from passend.overstap.queries.overstap import onderwerp_van as van_bestand
from passend.toegang.queries import Logregel, Rol, Rolperiode, list_logregels_over, list_rolperioden_bij_bestuur
from passend.toelating.queries.aanmeldingen import list_aanmeldingen_van
from passend.toelating.queries.aanmeldingen import onderwerp_van as van_aanmelding
from passend.web.bladeren import blad_van
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.leerlingen.woorden import REDENEN
from passend.web.logwoorden import handeling_in_woorden
from passend.web.weergave import dagen
from passend.web.zinnen import vertaal

WIE_ZIET_KIJKERS = "de intern begeleider, de directeur, en ouders met gezag"
PER_BLAD = 100
MEESTE_OP_PAPIER = 5000
PLAATJES = {"open_oppbestand": "open_opp"}  # what a browser fetches by itself for which page
LAADTIJD = timedelta(minutes=1)


@bij_leerling("open_ingezien")
@require_safe
def ingezien(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Who saw the file of this pupil, when and why, refused tries too; without what the reader did, if they like."""
    is_anderen, regels = request.GET.get("wie") == "anderen", _regels(bezoek)
    if is_anderen:
        regels = regels.exclude(account=bezoek.account)
    blad = blad_van(regels, request.GET.get("blad"), per_blad=PER_BLAD)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "blad": blad,
        "regels": _samen(_in_woorden(bezoek, blad.rijen)),
        "is_anderen": is_anderen,
        "logtermijn": get_logtermijn(bestuur=bezoek.vestiging.bestuur_id, peildatum=bezoek.vandaag),
    }
    return render(request, "leerlingen/ingezien.jinja", context)


@bij_leerling("export_ingezien", Logsoort.UITVOER)
@require_safe
def ingezien_pdf(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The same list on paper."""
    rijen = _in_woorden(bezoek, _regels(bezoek)[:MEESTE_OP_PAPIER])
    inhoud = zet_inzagelijst_pdf(
        titel=_("Wie zag het dossier van %(naam)s") % {"naam": bezoek.leerling},
        school=str(bezoek.vestiging),
        op=bezoek.vandaag,
        koppen=(_("Wanneer"), _("Wie"), _("Wat"), _("Waarom")),
        rijen=[[dagen(f"{rij['op']:%d-%m-%Y %H:%M}"), _met_rol(rij), rij["wat"], rij["waarom"]] for rij in rijen],
        zeg=vertaal,
        taal=get_language() or "nl",
    )
    return als_download(inhoud, "application/pdf", f"wie-zag-het-dossier-{bezoek.vandaag}.pdf")


def _regels(bezoek: Dossierbezoek) -> QuerySet[Logregel]:
    """The lines for who may see them; what was done with signs of abuse is for who may read those.

    Who looked at the group of a pupil saw this pupil too, and so did who looked in the registration of the child, or in
    the file of the school before.
    """
    require(bezoek.inzage.reden if bezoek.inzage.is_binnen else None, WIE_ZIET_KIJKERS)
    regels = list_logregels_over(
        onderwerpen=[
            onderwerp(bezoek.leerling),
            *(van_aanmelding(een) for een in list_aanmeldingen_van(leerling=bezoek.leerling)),
            *(van_bestand(een) for een in list_overgenomen(leerling=bezoek.leerling)),
        ],
        ook=[(f"groep:{groep}", van, tot) for groep, van, tot in list_plaatsingen(leerling=bezoek.leerling)],
        bestuur=bezoek.vestiging.bestuur_id,
    )
    mag_alles = Vertrouwelijkheid.MELDCODE in bezoek.inzage.leesbaar
    return regels if mag_alles else regels.exclude(handeling__endswith=MELDCODE)


def _samen(regels: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the same person did for the same reason on one day is one line, with every moment at which they did."""
    samen: dict[tuple[Any, ...], dict[str, Any]] = {}
    for regel in _zonder_plaatjes(list(regels)):
        sleutel = (regel["op"].date(), regel["account"], regel["wat"], regel["waarom"])  # two people can have one name
        samen.setdefault(sleutel, {**regel, "momenten": []})["momenten"].append(regel["op"])
    return list(samen.values())


def _zonder_plaatjes(regels: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """The lines without the pictures that a browser fetched for a page that was just opened: they are that page."""
    paginas = defaultdict(list)
    for regel in regels:
        paginas[(regel["handeling"], regel["account"], regel["waarom"])].append(regel["op"])
    for regel in regels:
        pagina = PLAATJES.get(regel["handeling"], "")
        geopend = paginas.get((pagina, regel["account"], regel["waarom"]), [])
        if not any(timedelta(0) <= regel["op"] - op <= LAADTIJD for op in geopend):
            yield regel


def _in_woorden(bezoek: Dossierbezoek, regels: Iterable[Logregel]) -> list[dict[str, Any]]:
    """Each line in words, with the roles that who did it had at that moment at this board."""
    regels = list(regels)
    rollen: dict[int, list[Rolperiode]] = defaultdict(list)
    accounts = {regel.account_id for regel in regels if regel.account_id is not None}
    for periode in list_rolperioden_bij_bestuur(accounts=accounts, bestuur=bezoek.vestiging.bestuur_id):
        rollen[periode.rol.account_id].append(periode)
    return [_regel(regel, rollen.get(regel.account_id or 0, []), bezoek.vestiging) for regel in regels]


def _regel(regel: Logregel, rollen: Iterable[Rolperiode], hier: Vestiging) -> dict[str, Any]:
    op = timezone.localtime(regel.op)
    return {
        "op": op,
        "handeling": regel.handeling,
        "account": regel.account_id,
        "wie": str(regel.account) if regel.account else _("Passend zelf"),
        "rol": ", ".join(dict.fromkeys(_rolnaam(een.rol, hier) for een in rollen if een.gold_op(op))),
        "wat": handeling_in_woorden(regel.handeling.removesuffix(MELDCODE)),
        "waarom": str(REDENEN.get(regel.reden, regel.reden)),
        "is_geweigerd": regel.soort == Logsoort.GEWEIGERD,
    }


def _rolnaam(rol: Rol, hier: Vestiging) -> str:
    """The role; of another school of the board with its name."""
    naam = str(rol.get_soort_display())
    if rol.vestiging is None or rol.vestiging.pk == hier.pk:
        return naam
    return _("%(rol)s van %(school)s") % {"rol": naam, "school": rol.vestiging.naam}


def _met_rol(rij: dict[str, Any]) -> str:
    return f"{rij['wie']}, {rij['rol']}" if rij["rol"] else str(rij["wie"])
