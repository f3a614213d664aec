"""The profile as a booklet: read it, and write in it where it stands."""

from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import Stapsoort
from passend.profielen.actions.profiel import create_profiel
from passend.profielen.permissions import why_may_skip_stap, why_may_take_stap
from passend.profielen.queries.besluit import get_besluit, list_na_besluit
from passend.profielen.queries.openbaar import Editie, get_editie
from passend.profielen.queries.taken import VOORAF, count_veranderd
from passend.profielen.queries.team import get_open_ronde, list_standen
from passend.profielen.queries.werk import (
    Ondersteuningsprofiel,
    get_evaluatie,
    get_sjabloon,
    list_onderbouwingen,
    list_onderdelen,
    list_sjablonen,
    list_stappen,
    rijen_op,
)
from passend.regels.vaststelling import evaluatie_uiterlijk_op, volgende_stap
from passend.web.kader import maak_kader
from passend.web.profielen.onderdelen import Bouwstenen, Element, nakijkgroepen
from passend.web.profielen.ongelezen import vondsten
from passend.web.profielen.plekken import maak_plekken
from passend.web.verzoek import Bezoek, bij_school


def maak_bouwstenen(profiel: Ondersteuningsprofiel, peildatum: date | None = None) -> Bouwstenen:
    """Everything the page is made of, in a fixed number of queries; how old it is only on a day."""
    ronde = get_open_ronde(profiel=profiel)
    onderdelen = list_onderdelen(profiel=profiel)
    return Bouwstenen(
        sjabloon=get_sjabloon(profiel=profiel),
        onderdelen=onderdelen,
        dagen=rijen_op(profiel=profiel, onderdelen=onderdelen.values()) if peildatum else {},
        peildatum=peildatum,
        onderbouwingen=list_onderbouwingen(profiel=profiel),
        standen=list_standen(ronde=ronde) if ronde else {},
    )


@bij_school
@require_safe
def profiel(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The working copy; without one, the two ways to begin."""
    werk = bezoek.profiel()
    editie = get_editie(vestiging=bezoek.vestiging)
    nu = _te_beginnen(bezoek, editie)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "mag_schrijven": bezoek.mag_schrijven,
        "nu": str(nu),
        "heeft_sjabloon": bool(list_sjablonen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag)),
    }
    if werk is None:
        return render(request, "profielen/begin.jinja", context)
    bouwstenen = maak_bouwstenen(werk, bezoek.vandaag)
    secties = [(sectie, bouwstenen.blokken(sectie, bezoek)) for sectie in bouwstenen.sjabloon.secties]
    veranderd = count_veranderd(profiel=werk, editie=editie) if editie and editie.profiel_id == werk.pk else 0
    besluit = get_besluit(profiel=werk)
    na_besluit = list_na_besluit(besluit=besluit)
    context |= {
        "profiel": werk,
        "editie": editie,
        "veranderd": veranderd,
        "mag_openbaar": bool(veranderd) and mag_iets_zetten(bezoek, werk),
        "na_besluit": maak_plekken(na_besluit, bouwstenen, bezoek.vestiging.code),
        "besluit": besluit if context["mag_schrijven"] else None,
        "groepen": {code: groep for paar in secties for code, groep in nakijkgroepen(*paar).items()},
        "secties": secties,
        "ongelezen": vondsten(bezoek, bouwstenen.sjabloon) if context["mag_schrijven"] else {},
        "is_oud": werk.schooljaar < str(nu),
        "sinds": bezoek.op.isoformat(),
        "telling": _telling([element for _s, blokken in secties for blok in blokken for element in blok.elementen]),
    }
    return render(request, "profielen/profiel.jinja", context)


def mag_iets_zetten(bezoek: Bezoek, profiel: Ondersteuningsprofiel) -> bool:
    """Whether the step that comes next in the round that is going on is one for this person."""
    nu = volgende_stap({Stapsoort(stap.soort) for stap in list_stappen(profiel=profiel)})
    return nu is not None and any(
        waarom(bezoek.account, bezoek.vestiging, soort=nu, peildatum=bezoek.vandaag) is not None
        for waarom in (why_may_take_stap, why_may_skip_stap)
    )


def _te_beginnen(bezoek: Bezoek, editie: Editie | None) -> Schooljaar:
    """The school year whose profile can be begun: this one, or the next when it is near and this one is done."""
    nu = Schooljaar.op(bezoek.vandaag)
    is_rond = editie is not None and editie.schooljaar == str(nu) and get_evaluatie(editie=editie) is not None
    return nu.volgende if is_rond and evaluatie_uiterlijk_op(nu) - bezoek.vandaag <= VOORAF else nu


def list_open_plekken(profiel: Ondersteuningsprofiel, bezoek: Bezoek) -> dict[str, list[Element]]:
    """What is still empty or without evidence, for who is about to publish."""
    bouwstenen = maak_bouwstenen(profiel, bezoek.vandaag)
    blokken = [blok for sectie in bouwstenen.sjabloon.secties for blok in bouwstenen.blokken(sectie, bezoek)]
    return _telling([element for blok in blokken for element in blok.elementen])


def _telling(elementen: list[Element]) -> dict[str, list[Element]]:
    return {
        "leeg": [element for element in elementen if _is_leeg(element)],
        "oud": [e for e in elementen if e.is_oud and e.soort != "veld" and not _is_leeg(e)],
        "zonder": [element for element in elementen if element.is_zonder_onderbouwing],
        "soortloos": [element for element in elementen if element.is_zonder_soort],
        "omstreden": [element for element in elementen if element.stand is not None and element.stand.is_omstreden],
    }


def _is_leeg(element: Element) -> bool:
    inhoud = element.onderdeel.inhoud
    if element.soort == "rij":
        return not any(inhoud[sleutel] for sleutel in ("waarde", "omvang", "periode"))
    return not inhoud["waarde" if element.soort == "veld" else "tekst"]


@bij_school
@require_POST
def nieuw(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Begin the working copy of this school year or the next, empty or from the year before."""
    sjablonen = list_sjablonen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag)
    if not sjablonen:
        messages.error(request, _("Uw samenwerkingsverband heeft nog geen sjabloon. Vraag het daar na."))
        return redirect("profiel", code=bezoek.vestiging.code)
    vorig = bezoek.profiel()
    sjabloon = vorig.sjabloon if vorig is not None and vorig.sjabloon in sjablonen else sjablonen[0]
    schooljaar = _te_beginnen(bezoek, get_editie(vestiging=bezoek.vestiging))
    create_profiel(
        actor=bezoek.account, vestiging=bezoek.vestiging, schooljaar=schooljaar, sjabloon=sjabloon, op=bezoek.op
    )
    messages.success(request, _("Het profiel voor %(jaar)s staat klaar.") % {"jaar": schooljaar})
    return redirect("profiel", code=bezoek.vestiging.code)


@bij_school
@require_safe
def nieuws(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """What colleagues changed since the page was opened, so that nobody works on old words."""
    werk = bezoek.profiel_of_404()
    sinds = _moment(request.GET.get("sinds", "")) or bezoek.op
    bouwstenen = maak_bouwstenen(werk, bezoek.vandaag)
    veranderd = [
        element
        for sleutel, onderdeel in bouwstenen.onderdelen.items()
        if onderdeel.gewijzigd_op > sinds
        and onderdeel.gewijzigd_door_id != bezoek.account.pk
        and (element := bouwstenen.zoek(sleutel)) is not None
    ]
    context = {"code": bezoek.vestiging.code, "sinds": sinds.isoformat(), "veranderd": veranderd}
    return render(request, "profielen/nieuws.jinja", context)


def _moment(tekst: str) -> datetime | None:
    try:
        moment = parse_datetime(tekst)
    except ValueError:
        return None
    return timezone.make_aware(moment) if moment is not None and timezone.is_naive(moment) else moment
