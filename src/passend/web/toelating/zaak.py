"""One registration on one screen: the line of dates, what is missing for the next step, and what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from passend.begrippen.aanmelding import Aanmeldweg, Gebeurtenissoort, Hulpvraag, Oudertaal
from passend.begrippen.rollen import Logsoort
from passend.begrippen.toelating import Aanzet
from passend.documenten.zetten.briefpdf import zet_brief_pdf
from passend.leerlingen.permissions import why_may_read_leerling
from passend.organisaties.queries import Vestiging, list_vestigingen
from passend.overstap.queries.overstap import Overstapbestand, list_bestanden_van
from passend.regels.aanmeldingsfeiten import wordt_jaar
from passend.regels.afstand import afstand_km, gebied_in
from passend.regels.toelatingsstand import toelatingsstand
from passend.regels.toelatingstermijnen import besluittermijn
from passend.regels.zaakstappen import mogelijke_stappen, zaakfase
from passend.toelating.actions.bekendeschool import soort_van
from passend.toelating.actions.twijfel import vanaf_ver
from passend.toelating.actions.zaak import BLIJFT
from passend.toelating.queries.aanmeldingen import (
    Aanmeldgebeurtenis,
    Aanmelding,
    Brief,
    besluit_van,
    geldige,
    get_brief,
    get_scan,
    is_toegelaten,
    list_dubbele,
    open_scan,
)
from passend.toelating.queries.contact import REDENEN, WIJZEN
from passend.toelating.queries.schoolruimte import list_schoolruimte
from passend.toelating.queries.schorsing import Verwijdergebeurtenis
from passend.toelating.queries.zaken import Zaak, vroegste_inschrijving
from passend.web.bijlage import als_bijlage
from passend.web.getypt import render_met_getypt
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.toelating.besluitwoorden import maak_besluitwoorden
from passend.web.toelating.tijdlijn import maak_tijdlijn, met_schooldag
from passend.web.toelating.verzoek import Zaakbezoek, bij_aanmelding
from passend.web.toelating.wegen import heeft_recht_op_plek, maak_bezwaarpoort, maak_nu, maak_wegen
from passend.web.toelating.woorden import (
    AAN_ZET,
    BESLUITNAMEN,
    BESLUITUITKOMST,
    GEBEURTENISNAMEN,
    GRONDNAMEN,
    HULPNAMEN,
    SCHOOLSOORTEN,
    STANDICONEN,
    STANDNAMEN,
    TLVSTANDEN,
)

MEESTE_SCHOLEN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolstand:
    """Another school that was asked, and what it said last; nothing as long as it did not answer."""

    naam: str
    gevraagd: Aanmeldgebeurtenis | Verwijdergebeurtenis
    antwoord: Aanmeldgebeurtenis | Verwijdergebeurtenis | None
    soort: str


@bij_aanmelding("open_aanmelding")
@require_safe
def aanmelding(request: HttpRequest, bezoek: Zaakbezoek) -> HttpResponse:
    """The case."""
    return toon(request, bezoek)


@bij_aanmelding("open_aanmeldbrief", Logsoort.UITVOER)
@require_safe
def aanmeldbrief(request: HttpRequest, bezoek: Zaakbezoek, pk: int) -> HttpResponse:
    """A letter as it was sent."""
    brief = get_brief(aanmelding=bezoek.aanmelding, pk=pk)
    if brief is None:
        raise Http404
    return brief_als_pdf(bezoek.zaak(), brief)


def brief_als_pdf(zaak: Zaak, brief: Brief) -> HttpResponse:
    """A letter of a case, with its translation if the parents read one; one that counts no more says so on top."""
    is_weg = brief.pk in zaak.vervallen_brieven
    onderwerp = f"Deze brief telt niet meer: {brief.onderwerp}" if is_weg else brief.onderwerp  # as the letter: Dutch
    papier = brief_op_papier(
        zaak.aanmelding.vestiging, onderwerp, brief.tekst, brief.aan, brief.vastgelegd_op, vertaling=brief.vertaling
    )
    return als_download(zet_brief_pdf(papier), "application/pdf", f"brief-{brief.soort}.pdf")


@bij_aanmelding("open_aanmeldscan", Logsoort.UITVOER)
@require_safe
def aanmeldscan(request: HttpRequest, bezoek: Zaakbezoek, pk: int) -> HttpResponse:
    """The paper of a registration."""
    return scan_of_404(bezoek.aanmelding, pk)


def scan_of_404(aanmelding: Aanmelding, pk: int) -> HttpResponse:
    """A paper as a download; not there either when the key that locked it is gone."""
    scan = get_scan(aanmelding=aanmelding, pk=pk)
    inhoud = open_scan(scan) if scan else None
    if scan is None or inhoud is None:
        raise Http404
    return als_bijlage(inhoud, scan.extensie, "aanmelding")


def brief_op_papier(
    vestiging: Vestiging, onderwerp: str, tekst: str, aan: str, op: Any, *, vertaling: str = ""
) -> dict[str, Any]:
    """A letter as the setter of documents wants it."""
    return {
        "vertaling": vertaling.split("\n\n") if vertaling else [],
        "school": str(vestiging),
        "afzender": [
            regel
            for regel in (vestiging.adres, f"{vestiging.postcode} {vestiging.plaats}".strip(), vestiging.telefoon)
            if regel
        ],
        "aan": [regel.rsplit(" ", 1)[0] if "@" in regel else regel for regel in aan.splitlines()],
        "onderwerp": onderwerp,
        "alineas": tekst.split("\n\n"),
        "op": op.isoformat(),
    }


def toon(
    request: HttpRequest, bezoek: Zaakbezoek, *, fouten: list[str] | None = None, bij: str = "", status: int = 200
) -> HttpResponse:
    """The page, with what could not be kept beside the form it came from."""
    zaak = bezoek.zaak()
    stand = met_schooldag(toelatingsstand(zaak.feiten, peildatum=bezoek.vandaag), zaak)
    tellend = geldige(zaak.gebeurtenissen)
    besluit = besluit_van(zaak.gebeurtenissen)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "overstapbestanden": _overstapbestanden(bezoek),
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "zaak": zaak,
        "aanmelding": bezoek.aanmelding,
        "stand": stand,
        "standnaam": STANDNAMEN[stand.soort],
        "standmerk": STANDICONEN.get(stand.soort, ("teal", "klok")),
        "wie": AAN_ZET[stand.aan_zet],
        "is_open": not zaak.is_gesloten,
        "tijdlijn": (lijn := maak_tijdlijn(zaak, stand, vandaag=bezoek.vandaag, is_ouder=False)),
        "volgende": next((een for een in lijn.punten if een.soort == "volgende"), None),
        "wegen": maak_wegen(zaak, bezoek, stand) if besluit is None and not zaak.is_gesloten else [],
        "besluit": besluit,
        "besluitwoorden": maak_besluitwoorden(zaak, stand, is_ouder=False),
        "leest_dossier": _leest_dossier(bezoek),
        "verschil": zaak.verschil,
        "spreek_school": besluit is None and zaak.feiten.komt_van_school and zaak.feiten.contact_op is None,
        "zonder_gezag": not zaak.is_gesloten and not any(ouder.heeft_gezag for ouder in zaak.ouders),
        "weggevallen": met_bron(zaak),
        "scholen": schoolstanden(tellend),
        "hulp": zaak.hulp,
        "telt": {een.pk for een in tellend},
        "soorten": {een.soort for een in tellend},
        "keuze": (keuze := scholen_dichtbij(bezoek.vestiging, bezoek.aanmelding.adres)),
        "ruimte_van": list_schoolruimte(vestigingen=[een for een, _km in keuze], op=bezoek.op),
        "is_van_huis": bool(gebied_in(bezoek.aanmelding.adres)),
        "redenen": REDENEN,
        "wijzen": WIJZEN,
        "dubbele": list_dubbele(aanmelding=bezoek.aanmelding),
        "schoolsoorten": SCHOOLSOORTEN,
        "tlvstanden": TLVSTANDEN,
        "vroegste": vroegste_inschrijving(zaak, peildatum=bezoek.vandaag),
        "gekozen": request.POST.get("besluit") or request.GET.get("besluit", ""),
        "vandaag": bezoek.vandaag,
        "vanaf_ver": vanaf_ver(bezoek.vandaag).isoformat(),
        "vierde": wordt_jaar(bezoek.aanmelding.geboren_op, 4),
        "termijn": besluittermijn(zaak.feiten, peildatum=bezoek.vandaag),
        "plaatsing": heeft_recht_op_plek(zaak, bezoek, stand),
        "ingevuld": request.POST,
        "fouten": fouten or [],
        "bij": bij,
        "gebeurtenisnamen": GEBEURTENISNAMEN,
        "besluitnamen": BESLUITNAMEN,
        "besluituitkomst": BESLUITUITKOMST,
        "grondnamen": GRONDNAMEN,
        "hulpnamen": HULPNAMEN,
        "hulpvragen": Hulpvraag,
        "is_toegelaten": is_toegelaten(tellend),
        "bezwaarpoort": maak_bezwaarpoort(zaak, bezoek),
        "bezwaar_tot": next((een.dag for een in stand.termijnen if een.wat == "bezwaar"), bezoek.vandaag),
        "nu": maak_nu(zaak, bezoek, stand),
        "is_papier": bezoek.aanmelding.weg == Aanmeldweg.PAPIER,
        "is_engels": bezoek.aanmelding.oudertaal == Oudertaal.ENGELS,
        "blijft": BLIJFT,
        "S": Gebeurtenissoort,
        "mogelijk": mogelijke_stappen(zaakfase(zaak.feiten, peildatum=bezoek.vandaag)),
        "niemand": Aanzet.NIEMAND,
    }
    return render_met_getypt(request, "toelating/zaak.jinja", context, status=status)


def met_bron(zaak: Zaak) -> list[Aanmeldgebeurtenis]:
    """What took back something that the decision rests on, each with what it took back at hand."""
    alle = {een.pk: een for een in zaak.gebeurtenissen}
    weggevallen = zaak.weggevallen
    for een in weggevallen:
        een.verwijst_naar = alle.get(een.verwijst_naar_id or 0)
    return weggevallen


def _leest_dossier(bezoek: Zaakbezoek) -> bool:
    """True for who may see something of the file of the pupil that came of it; the samenwerkingsverband may not."""
    leerling = bezoek.aanmelding.leerling
    return leerling is not None and why_may_read_leerling(bezoek.account, leerling, op=bezoek.op) is not None


def _overstapbestanden(bezoek: Zaakbezoek) -> list[Overstapbestand]:
    """Files of another school of this child that wait, for who takes them over."""
    if not bezoek.mag_beheren:
        return []
    return list_bestanden_van(
        vestiging=bezoek.vestiging, naam=str(bezoek.aanmelding), geboren_op=bezoek.aanmelding.geboren_op, op=bezoek.op
    )


def schoolstanden(tellend: Iterable[Aanmeldgebeurtenis | Verwijdergebeurtenis]) -> list[Schoolstand]:
    """Each other school that was asked, in a case or a removal, with what it said last."""
    soorten = {
        Gebeurtenissoort.SCHOOL_GEVRAAGD,
        Gebeurtenissoort.SCHOOL_BEREID,
        Gebeurtenissoort.SCHOOL_NIET_BEREID,
        Gebeurtenissoort.BEREIDHEID_INGETROKKEN,
    }
    per_school: dict[str, list[Aanmeldgebeurtenis | Verwijdergebeurtenis]] = {}
    for een in tellend:
        if een.soort in soorten:
            per_school.setdefault(een.school.casefold(), []).append(een)
    return [_schoolstand(van) for van in per_school.values()]


def _schoolstand(van: list[Aanmeldgebeurtenis | Verwijdergebeurtenis]) -> Schoolstand:
    gevraagd = [een for een in van if een.soort == Gebeurtenissoort.SCHOOL_GEVRAAGD] or van
    laatste = van[-1]
    return Schoolstand(
        naam=laatste.school,
        gevraagd=gevraagd[-1],
        antwoord=None if laatste.soort == Gebeurtenissoort.SCHOOL_GEVRAAGD else laatste,
        soort=soort_van(van),
    )


def scholen_dichtbij(vestiging: Vestiging, adres: str = "") -> list[tuple[Vestiging, float | None]]:
    """Other schools of the region with the kilometres to each, nearest first; from the home when that is known.

    Where a postcode says nothing, those of the same place come first.
    """
    alle = list_vestigingen(samenwerkingsverband=vestiging.bestuur.samenwerkingsverband).exclude(pk=vestiging.pk)
    vandaan = gebied_in(adres) or gebied_in(vestiging.postcode)
    met_km = [(een, afstand_km(vandaan, gebied_in(een.postcode))) for een in alle[: MEESTE_SCHOLEN * 4]]
    met_km.sort(key=lambda paar: (paar[1] is None, paar[1] or 0.0, paar[0].plaats != vestiging.plaats, paar[0].naam))
    return met_km[:MEESTE_SCHOLEN]
