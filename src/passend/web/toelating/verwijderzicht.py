"""What parents see of the removal of their child, on their own page of its file: where it stands, and what comes."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.begrippen.rollen import Logsoort
from passend.begrippen.toelating import Verwijderingsstand
from passend.documenten.zetten.briefpdf import zet_brief_pdf
from passend.leerlingen.permissions import require
from passend.regels.verwijdering import verwijderingsstand
from passend.toelating.actions.schorsen import get_geadresseerden, list_geadresseerden
from passend.toelating.permissions import WIE_BEHEERT
from passend.toelating.queries.aanmeldingen import get_beleid, steunpunt_van
from passend.toelating.queries.schorsing import Verwijderzaak, get_verwijderzaak, list_verwijderingen
from passend.web.kader import maak_kader
from passend.web.leerlingen.dossier import als_download
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.toelating.ouderzicht import met_aanhef, tabel_van
from passend.web.toelating.verwijdering import brief_als_pdf
from passend.web.toelating.verwijderlijn import maak_verwijderlijn, maak_weg
from passend.web.toelating.woorden import AAN_ZET_OUDER, STAND_VERWIJDERING_OUDER, VERWIJDERBRIEVEN, brieftitel
from passend.web.toelating.zaak import brief_op_papier
from passend.web.weergave import dagen
from passend.web.zinnen import vertaal

WIE_LEEST = f"{WIE_BEHEERT}, en ouders met gezag"


@bij_leerling("open_verwijdering")
@require_safe
def mijn_verwijdering(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """How it stands, what comes next and who is on turn, and the letters."""
    zaak = _zaak(bezoek)
    stand = verwijderingsstand(zaak.feiten, peildatum=bezoek.vandaag)
    weg = maak_weg(zaak.feiten, vandaag=bezoek.vandaag)
    context: dict[str, Any] = {
        "kader": maak_kader(request, bezoek.vestiging),
        "bezoek": bezoek,
        "plek": bezoek.plek,
        "leerling": bezoek.leerling,
        "vestiging": bezoek.vestiging,
        "stand": stand,
        "standnaam": STAND_VERWIJDERING_OUDER[stand.soort],
        "wie": AAN_ZET_OUDER[stand.aan_zet],
        "is_open": stand.soort is not Verwijderingsstand.INGETROKKEN,
        "weg": weg,
        "nu": next((nummer for nummer, (_wat, dag) in enumerate(weg) if dag is None), None),
        "tijdlijn": maak_verwijderlijn(zaak, stand, vandaag=bezoek.vandaag),
        "brieven": [
            (een, brieftitel(VERWIJDERBRIEVEN[Gebeurtenissoort(een.soort)], bezoek.leerling.voornaam))
            for een in reversed(zaak.gebeurtenissen)
            if een.brief
        ],
        "steunpunt": steunpunt_van(get_beleid(vestiging=bezoek.vestiging), vestiging=bezoek.vestiging),
    }
    return render(request, "toelating/mijn_verwijdering.jinja", context)


@bij_leerling("open_verwijdering", Logsoort.UITVOER)
@require_safe
def mijn_verwijdering_pdf(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """The same as a letter, also for parents without an account."""
    zaak = _zaak(bezoek)
    stand = verwijderingsstand(zaak.feiten, peildatum=bezoek.vandaag)
    lijn = maak_verwijderlijn(zaak, stand, vandaag=bezoek.vandaag)
    papier = brief_op_papier(
        bezoek.vestiging,
        _("Zo staat het met de verwijdering van uw kind"),
        met_aanhef(
            [een.naam for een in list_geadresseerden(bezoek.leerling, bezoek.vandaag)],
            bezoek.leerling.voornaam,
            dagen(vertaal(stand.uitleg)),
        ),
        get_geadresseerden(bezoek.leerling, bezoek.vandaag),
        timezone.localtime(bezoek.op),
    )
    return als_download(zet_brief_pdf(papier | tabel_van(lijn)), "application/pdf", "verwijdering-stand.pdf")


@bij_leerling("open_verwijdering", Logsoort.UITVOER)
@require_safe
def mijn_verwijderbrief(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """A letter about it, as it was sent."""
    zaak = _zaak(bezoek)
    een = next((een for een in zaak.gebeurtenissen if een.brief and een.pk == pk), None)
    if een is None:
        raise Http404
    return brief_als_pdf(bezoek.vestiging, zaak, een, vandaag=bezoek.vandaag)


def _zaak(bezoek: Dossierbezoek) -> Verwijderzaak:
    """The newest removal of this pupil, for who keeps the file and for parents."""
    require(bezoek.inzage.reden if bezoek.inzage.is_binnen else None, WIE_LEEST)
    rijen = list_verwijderingen(leerling=bezoek.leerling)
    if not rijen:
        raise Http404
    rijen[0].leerling = bezoek.leerling
    return get_verwijderzaak(verwijdering=rijen[0])
