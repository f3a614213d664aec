"""The ondersteuningsstructuur: people, meetings and steps go in, a drawing and the same in words come out."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from passend.begrippen.profielinhoud import Structuurdeel
from passend.documenten.zetten.structuurtekening import als_tekst, teken
from passend.profielen.actions.onderdelen import save_structuur
from passend.profielen.actions.profiel import WIE_SCHRIJFT, GelijktijdigError
from passend.profielen.permissions import require, why_may_edit_profiel
from passend.profielen.queries.werk import STRUCTUUR, Onderdeel, get_onderdeel
from passend.web.kader import maak_kader
from passend.web.verzoek import Bezoek, bij_school, heel_getal, lees_of_stuur

SOORTEN = ("mens", "overleg", "stap")
MEESTE_DELEN = 60


@dataclass(frozen=True, slots=True)
class Stand:
    """What is stored now, with its version."""

    delen: tuple[Structuurdeel, ...]
    versie: int


@bij_school
@lees_of_stuur
def structuur(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Show the parts with the drawing; save them as they are typed."""
    if request.method == "POST":
        return _bewaar(request, bezoek)
    stand = _stand(bezoek)
    delen = stand.delen
    is_voorbeeld = not delen and request.GET.get("voorbeeld") == "1"
    context = {
        "huidig": None,
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "mag_schrijven": bezoek.mag_schrijven,
        "heeft_profiel": bezoek.profiel() is not None,
        "versie": stand.versie,
        "delen": [stap_in_een_veld(deel) for deel in (voorbeeld() if is_voorbeeld else delen)],
        "is_voorbeeld": is_voorbeeld,
        "is_bewaard": False,
        **_tekening(delen),
    }
    return render(request, "profielen/structuur.jinja", context)


def _bewaar(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    profiel = bezoek.profiel_of_404()
    require(why_may_edit_profiel(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag), WIE_SCHRIJFT)
    delen = delen_uit_formulier(request.POST)
    if len(delen) > MEESTE_DELEN:
        uitleg = _("Meer dan %(n)s delen past niet in een tekening. Haal er een paar weg.") % {"n": MEESTE_DELEN}
        context = {"titel": _("Niet opgeslagen"), "uitleg": uitleg, "versie": request.POST.get("versie", "")}
        return render(request, "fout_deel.jinja", context, status=422)
    try:
        onderdeel = save_structuur(
            actor=bezoek.account,
            profiel=profiel,
            delen=delen,
            versie=heel_getal(request.POST.get("kies_versie") or request.POST.get("versie", "")),
            op=bezoek.op,
        )
    except GelijktijdigError as fout:
        botsing = _botsing(fout.huidig, request.POST.get("versie", ""))
        return render(request, "profielen/tekening.jinja", botsing, status=409)
    bewaard = {"huidig": None, "versie": onderdeel.versie, "is_bewaard": True, "delen": delen, **_tekening(delen)}
    return render(request, "profielen/tekening.jinja", bewaard)


def _botsing(huidig: Onderdeel, versie: str) -> dict[str, object]:
    """What a colleague drew in the meantime; the writer sees it and chooses."""
    delen = tuple(Structuurdeel(**deel) for deel in huidig.inhoud["delen"])
    return {"huidig": huidig, "versie": versie, "is_bewaard": False, **_tekening(delen)}


def _stand(bezoek: Bezoek) -> Stand:
    profiel = bezoek.profiel()
    onderdeel = get_onderdeel(profiel=profiel, sleutel=STRUCTUUR) if profiel else None
    if onderdeel is None:
        return Stand((), 0)
    return Stand(tuple(Structuurdeel(**deel) for deel in onderdeel.inhoud["delen"]), onderdeel.versie)


def _tekening(delen: tuple[Structuurdeel, ...]) -> dict[str, object]:
    return {"tekening": teken(delen) if delen else "", "in_woorden": als_tekst(delen)}


def delen_uit_formulier(waarden: QueryDict) -> tuple[Structuurdeel, ...]:
    """The parts that have a name, in the order of the form.

    Who clears a name in order to type another keeps the part under the name it had (`vorige`), until it is left blank.
    """
    soorten = waarden.getlist("soort")
    velden = {naam: waarden.getlist(naam) for naam in ("naam", "vorige", "rol", "ring", "toelichting")}
    delen = []
    for plek, soort in enumerate(soorten):
        rij = {naam: " ".join(alle[plek].split()) if plek < len(alle) else "" for naam, alle in velden.items()}
        naam = rij["naam"] or rij["vorige"]
        if naam and soort in SOORTEN:
            delen.append(
                Structuurdeel(
                    soort=soort,
                    naam=naam[:80],
                    rol=rij["rol"][:120],
                    ring=int(rij["ring"]) if rij["ring"] in {"0", "1", "2", "3"} else 1,
                    toelichting=rij["toelichting"][:300],
                )
            )
    return tuple(delen)


def stap_in_een_veld(deel: Structuurdeel) -> Structuurdeel:
    """A step says what happens in one place; words that stood in two come together as they were printed."""
    if deel.soort != "stap" or not deel.rol:
        return deel
    return replace(deel, rol="", toelichting=": ".join(woord for woord in (deel.rol, deel.toelichting) if woord))


def voorbeeld() -> tuple[Structuurdeel, ...]:
    """What most schools have, to begin from; nothing of it is stored until somebody changes it.

    It is Dutch on every page, for it becomes part of the profile.
    """
    return (
        Structuurdeel(soort="mens", naam="Ouders", rol="kennen het kind het best", ring=1),
        Structuurdeel(soort="mens", naam="Leerkracht", rol="geeft les, ziet het eerst", ring=1),
        Structuurdeel(soort="mens", naam="Intern begeleider", rol="denkt mee, regelt hulp", ring=2),
        Structuurdeel(soort="mens", naam="Directeur", rol="beslist", ring=2),
        Structuurdeel(soort="overleg", naam="Leerlingbespreking", rol="leerkracht en intern begeleider", ring=2),
        Structuurdeel(soort="overleg", naam="MDO", rol="met ouders en deskundigen", ring=3),
        Structuurdeel(soort="mens", naam="Adviseur passend onderwijs", rol="samenwerkingsverband", ring=3),
        Structuurdeel(soort="stap", naam="De leerkracht ziet dat een kind meer nodig heeft", ring=1),
        Structuurdeel(soort="stap", naam="Leerkracht en ouders maken een afspraak", ring=1),
        Structuurdeel(soort="stap", naam="De intern begeleider denkt mee", ring=2),
        Structuurdeel(soort="stap", naam="We vragen hulp van buiten in het MDO", ring=3),
    )
