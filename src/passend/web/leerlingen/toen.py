"""The two days of a file: what held on one of them, as far as the school knew on the other."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from passend.documenten.zetten.dossierpdf import zet_regels
from passend.leerlingen.queries.dossier import Dossierstuk, list_ingetrokken
from passend.leerlingen.queries.toen import get_klassen_toen, get_leerlingtoen, list_ingetrokken_toen, list_weggehaald
from passend.leerlingen.queries.uitvoertoen import let_op_zinnen, list_rubriekentoen
from passend.web.fouten import pagina
from passend.web.kader import maak_kader
from passend.web.leerlingen.verzoek import Dossierbezoek, lees_dag
from passend.web.zinnen import vertaal

VELDEN = {
    "voornaam": _("de voornaam"),
    "achternaam": _("de achternaam"),
    "geboren_op": _("de geboortedag"),
    "ingeschreven_op": _("de eerste schooldag"),
    "uitgeschreven_op": _("de uitschrijving"),
}
VANDAAG: dict[str, Any] = {
    "toen": None,
    "vanaf_onbekend": frozenset(),
    "weggehaald": [],
    "weg_onzeker": False,
    "klasse_toen": {},
    "verbeterd": "",
    "rubrieken": [],
    "let_op": [],
}
"""What the page of today has of another day."""


KAMERS = {
    "volgen": ("toetsresultaten", "waarnemingen", "verzuim", "signaalbesluiten"),
    "leerlingplannen": ("kenmerken", "clusters", "clusterhulp", "plannen", "planregels", "planvoorstellen"),
    "leerling_overleggen": ("overleggen", "besluiten"),
}
"""The page on which a part stands as it is today; of others the export is what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdstip:
    """Which days somebody asks about.

    Attributes:
        geldig_op: the day that it is about.
        bekend: the day of knowing; all of that day counts.
        is_toen: False for the file of today.
        is_te_ver: True when a day was asked for that is still to come; then these are the days of today.
    """

    geldig_op: date
    bekend: date
    is_toen: bool
    is_te_ver: bool

    @property
    def bekend_op(self) -> datetime:
        """The last moment of the day of knowing."""
        return timezone.make_aware(datetime.combine(self.bekend, time.max))


def weiger_dag(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse | None:
    """The answer to an address with a day that is none, with nothing of the file; None when the days can be read."""
    if all(lees_dag(dag) for veld in ("geldig_op", "bekend_op") if (dag := request.GET.get(veld, ""))):
        return None
    zin = _(
        "In het adres staat een dag die niet bestaat, of die niet te lezen is. Daarom ziet u hier geen dossier. "
        "Ga terug naar het dossier, en kies de dag bij Hoe was het op een dag?"
    )
    return _geen_dossier(request, bezoek, str(_("Deze dag is er niet")), str(zin))


def weiger_download(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse | None:
    """As `weiger_dag`, and also of a day that is still to come.

    The page says so above the file of today. What is taken along is kept away from that page, and would pass for the
    file of a day of which nobody knows anything yet.
    """
    if weigering := weiger_dag(request, bezoek):
        return weigering
    if not lees_tijdstip(request, bezoek).is_te_ver:
        return None
    zin = _(
        "Van een dag die nog moet komen, is er geen dossier om mee te nemen. Ga terug naar het dossier, en kies "
        "vandaag of een dag die voorbij is bij Hoe was het op een dag?"
    )
    return _geen_dossier(request, bezoek, str(_("Deze dag moet nog komen")), str(zin))


def _geen_dossier(request: HttpRequest, bezoek: Dossierbezoek, kop: str, zin: str) -> HttpResponse:
    return pagina(
        request,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        kop,
        zin,
        kader=maak_kader(request, bezoek.vestiging),
        terug=reverse("dossier", kwargs=bezoek.plek),
    )


def lees_tijdstip(request: HttpRequest, bezoek: Dossierbezoek) -> Tijdstip:
    """The two days in an address; today for what is not filled in, and for one that is still to come."""
    geldig_op = lees_dag(request.GET.get("geldig_op", "")) or bezoek.vandaag
    bekend = lees_dag(request.GET.get("bekend_op", "")) or bezoek.vandaag
    is_te_ver = max(geldig_op, bekend) > bezoek.vandaag
    geldig_op, bekend = min(geldig_op, bezoek.vandaag), min(bekend, bezoek.vandaag)
    is_toen = (geldig_op, bekend) != (bezoek.vandaag, bezoek.vandaag)
    return Tijdstip(geldig_op=geldig_op, bekend=bekend, is_toen=is_toen, is_te_ver=is_te_ver)


def maak_toen(bezoek: Dossierbezoek, stukken: list[Dossierstuk], tijdstip: Tijdstip) -> dict[str, Any]:
    """What the page of a file shows otherwise of a day that is over; nothing that is only for today.

    In which class a piece stood then, is told only to who reads that class: a parent must not learn from it that there
    was a suspicion (UAVG 41 lid 1 onder i).
    """
    if not tijdstip.is_toen:
        return {**VANDAAG, "ingetrokken": list_ingetrokken(stukken=stukken)}
    leerling, bekend_op, geldig_op = bezoek.leerling, tijdstip.bekend_op, tijdstip.geldig_op
    weg, onzeker = list_weggehaald(leerling=leerling, stukken=stukken, geldig_op=geldig_op, bekend_op=bekend_op)
    klassen = get_klassen_toen(leerling=leerling, stukken=stukken, bekend_op=bekend_op)
    eerder_weg, vanaf_onbekend = list_ingetrokken_toen(
        leerling=leerling, stukken=stukken, geldig_op=geldig_op, bekend_op=bekend_op
    )
    context: dict[str, Any] = {
        **VANDAAG,
        "ingetrokken": eerder_weg,
        "vanaf_onbekend": vanaf_onbekend,
        "weggehaald": list_ingetrokken(stukken=weg),
        "weg_onzeker": bool(onzeker),
        "klasse_toen": {pk: klasse for pk, klasse in klassen.items() if klasse in bezoek.inzage.leesbaar},
    }
    if bezoek.inzage.is_heel:
        toen = get_leerlingtoen(leerling=leerling, geldig_op=geldig_op, bekend_op=bekend_op)
        verbeterd = [str(VELDEN[veld]) for veld in toen.verbeterd]
        context |= {"toen": toen, "leerling": toen.leerling, "groep": toen.groep, "verbeterd": ", ".join(verbeterd)}
        context |= _kamers(bezoek, tijdstip)
        context |= {"ouders": toen.ouders} if bezoek.inzage.is_binnen else {}
    return context


def _kamers(bezoek: Dossierbezoek, tijdstip: Tijdstip) -> dict[str, Any]:
    """What the other rooms kept then, each part as the paper sets it, with the page on which it stands today."""
    beeld = list_rubriekentoen(
        leerling=bezoek.leerling,
        klassen=bezoek.inzage.leesbaar,
        geldig_op=tijdstip.geldig_op,
        bekend_op=tijdstip.bekend_op,
    )
    paginas = {naam: pagina for pagina, namen in KAMERS.items() for naam in namen}
    rubrieken = [
        {
            "kop": vertaal(een.kop),
            "regels": zet_regels(asdict(een), zeg=vertaal, taal=get_language() or "nl"),
            "pagina": paginas.get(een.naam) or _pagina_van(een.naam, bezoek),
        }
        for een in beeld.rubrieken
    ]
    zinnen = let_op_zinnen(zoals_nu=beeld.zoals_nu, niet_bewaard=beeld.niet_bewaard)
    return {"rubrieken": rubrieken, "let_op": [vertaal(zin) for zin in zinnen]}


def _pagina_van(naam: str, bezoek: Dossierbezoek) -> str:
    if naam.startswith(("opp", "ontwikkelingsperspectieven", "leerlingstemmen")):
        return "opp_ouder" if bezoek.inzage.is_ouder else "opp"
    return ""
