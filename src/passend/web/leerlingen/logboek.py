"""Who saw a file, and what was done at a school: the log in words."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Logsoort
from passend.documenten.zetten.dossierpdf import zet_inzagelijst_pdf
from passend.leerlingen.actions.dossier import MELDCODE
from passend.leerlingen.permissions import require
from passend.leerlingen.queries.leerlingen import list_plaatsingen
from passend.toegang.queries import Logregel, list_logregels_over
from passend.web.bladeren import blad_van
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.leerlingen.woorden import HANDELINGEN, REDENEN

WIE_ZIET_KIJKERS = "de intern begeleider, de directeur, en ouders met gezag"
PER_BLAD = 100
MEESTE_OP_PAPIER = 5000


@bij_leerling("open_ingezien")
@require_safe
def ingezien(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Who saw the file of this pupil, when and why; refused tries too."""
    blad = blad_van(_regels(bezoek), request.GET.get("blad"), per_blad=PER_BLAD)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "blad": blad,
        "regels": _samen(blad.rijen),
    }
    return render(request, "leerlingen/ingezien.jinja", context)


@bij_leerling("export_ingezien", Logsoort.UITVOER)
@require_safe
def ingezien_pdf(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The same list on paper."""
    rijen = [_regel(regel) for regel in _regels(bezoek)[:MEESTE_OP_PAPIER]]
    inhoud = zet_inzagelijst_pdf(
        titel=f"Wie zag het dossier van {bezoek.leerling}",
        school=str(bezoek.vestiging),
        op=bezoek.vandaag,
        koppen=("Wanneer", "Wie", "Wat", "Waarom"),
        rijen=[[f"{rij['op']:%d-%m-%Y %H:%M}", rij["wie"], rij["wat"], rij["waarom"]] for rij in rijen],
    )
    return als_download(inhoud, "application/pdf", "wie-zag-het-dossier.pdf")


def _regels(bezoek: Dossierbezoek) -> QuerySet[Logregel]:
    """The lines for who may see them; what was done with signs of abuse is for who may read those.

    Who looked at the group of a pupil saw this pupil too.
    """
    require(bezoek.inzage.reden if bezoek.inzage.is_binnen else None, WIE_ZIET_KIJKERS)
    regels = list_logregels_over(
        onderwerp=f"leerling:{bezoek.leerling.sleutel.hex}",
        ook=[(f"groep:{groep}", van, tot) for groep, van, tot in list_plaatsingen(leerling=bezoek.leerling)],
        bestuur=bezoek.vestiging.bestuur_id,
    )
    mag_alles = Vertrouwelijkheid.MELDCODE in bezoek.inzage.leesbaar
    return regels if mag_alles else regels.exclude(handeling__endswith=MELDCODE)


def _samen(regels: Iterable[Logregel]) -> list[dict[str, Any]]:
    """What the same person did for the same reason on one day is one line, with how often."""
    samen: dict[tuple[Any, ...], dict[str, Any]] = {}
    for regel in map(_regel, regels):
        sleutel = (regel["op"].date(), regel["account"], regel["wat"], regel["waarom"])  # two people can have one name
        samen.setdefault(sleutel, {**regel, "keer": 0})["keer"] += 1
    return list(samen.values())


def _regel(regel: Logregel) -> dict[str, Any]:
    return {
        "op": timezone.localtime(regel.op),
        "account": regel.account_id,
        "wie": str(regel.account) if regel.account else _("Passend zelf"),
        "wat": str(HANDELINGEN.get(regel.handeling.removesuffix(MELDCODE), regel.handeling)),
        "waarom": str(REDENEN.get(regel.reden, regel.reden)),
        "is_geweigerd": regel.soort == Logsoort.GEWEIGERD,
    }
