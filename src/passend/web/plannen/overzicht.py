"""The groups of somebody, and the overview of one: thirty pupils side by side, factors and needs written in place."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from passend.begrippen.hgw import Cluster, Kenmerksoort
from passend.leerlingen.actions.dossier import log_inzage
from passend.leerlingen.permissions import require
from passend.leerlingen.queries.leerlingen import Leerling
from passend.organisaties.queries import Groep
from passend.overleggen.permissions import visible_overleggen
from passend.overleggen.queries.afspraken import Openafspraak, list_open_afspraken
from passend.plannen.actions.groepsplannen import log_groep
from passend.plannen.actions.kenmerken import PlanError, save_kenmerkblad
from passend.plannen.permissions import (
    WIE_GROEP,
    visible_groepen,
    visible_in_groep,
    why_may_configure,
    why_may_have_groepen,
)
from passend.plannen.queries.groepsplannen import list_groepsplannen, nu_en_eerder
from passend.plannen.queries.kenmerken import list_kenmerken
from passend.plannen.queries.overzicht import Overzichtsrij, list_overzicht
from passend.plannen.queries.rondes import get_ronde_op
from passend.regels.namen import sorteernaam
from passend.regels.planevaluatie import Evaluatiestand
from passend.web.groepsvraag import wie_geeft_groepen
from passend.web.kader import maak_kader
from passend.web.plannen.druk import HEEL, kies_regels, meet
from passend.web.plannen.verzoek import Groepsbezoek, bij_groep
from passend.web.plannen.vonk import vonk_van
from passend.web.plannen.woorden import CLUSTERS, KORT, SOORTEN, STANDEN, TONEN, VAKKEN
from passend.web.verzoek import LEZEND, Bezoek, bij_school, heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal

BEWAARD, GEWEIGERD = 200, 422
MEESTE_VAKKEN = 3  # as many pictures of growth as fit beside the words
MEESTE_GROEPEN = 40  # more have a page of their own
NAAM, DATUM = "naam", "datum"


@bij_school
@require_safe
def groepen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """The groups somebody may see; who has one goes straight on to it."""
    require(why_may_have_groepen(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_GROEP)
    mijn = list(visible_groepen(bezoek.account, bezoek.vestiging, op=bezoek.op))
    beheer = why_may_configure(bezoek.account, bezoek.vestiging, op=bezoek.op)
    if len(mijn) == 1 and beheer is None:
        return redirect("groepsoverzicht", code=bezoek.vestiging.code, groep=mijn[0].pk)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "code": bezoek.vestiging.code,
        "groepen": mijn,
        "mag_instellen": beheer is not None,
        "te_vragen": [] if mijn or beheer else wie_geeft_groepen(bezoek),
    }
    return render(request, "plannen/groepen.jinja", context)


@bij_groep
@require_safe
def overzicht(request: HttpRequest, bij: Groepsbezoek) -> HttpResponse:
    """One row a pupil, as somebody sorts and filters it."""
    bezoek, groep = bij.bezoek, bij.groep
    leerlingen = list(visible_in_groep(bezoek.account, groep, op=bezoek.op))
    alle_plannen = list(list_groepsplannen(groep=groep))
    plannen, eerdere = nu_en_eerder(alle_plannen)
    rijen = list_overzicht(leerlingen=leerlingen, plannen=plannen, peildatum=bezoek.vandaag)
    vakken = _vakken(rijen, request.GET.get("vak", ""))
    toon, sorteer = request.GET.get("toon", ""), request.GET.get("sorteer", NAAM)
    afspraken = _afspraken(bij, leerlingen)
    getoond = [rij for rij in rijen if _past(toon)(rij)]
    maten = {rij.leerling.pk: meet(rij, afspraken.get(rij.leerling.pk, ())) for rij in getoond}
    log_groep(actor=bezoek.account, groep=groep, handeling="open_groepsoverzicht", reden=bij.reden, op=bezoek.op)
    context = {
        **_woorden(bij),
        "kader": maak_kader(request, bezoek.vestiging),
        "alle": rijen,
        "afspraken": afspraken,
        "maten": maten,
        "druk": kies_regels(list(maten.values())),
        "heel": HEEL,
        "rijen": sorted(getoond, key=_volgorde(sorteer)),
        "vakken": vakken,
        "alle_vakken": {vak: naam for vak, naam in VAKKEN.items() if any(vak in rij.groei for rij in rijen)},
        "toon": toon,
        "sorteer": sorteer,
        "vak": request.GET.get("vak", ""),
        "plannen": plannen,
        "eerdere": eerdere,
        "ronde": get_ronde_op(vestiging=bezoek.vestiging, dag=bezoek.vandaag),
        "planvakken": {vak: naam for vak, naam in VAKKEN.items() if vak not in {plan.vak for plan in plannen}},
        "groepen": _andere_groepen(bezoek),
        "vandaag": bezoek.vandaag,
    }
    return render(request, "plannen/overzicht.jinja", context)


def _andere_groepen(bezoek: Bezoek) -> list[Groep]:
    """The groups one can go to from here; none where there are so many that they have a page of their own."""
    groepen = list(visible_groepen(bezoek.account, bezoek.vestiging, op=bezoek.op)[: MEESTE_GROEPEN + 1])
    return groepen if len(groepen) <= MEESTE_GROEPEN else []


@bij_groep
@lees_of_stuur
def rij(request: HttpRequest, bij: Groepsbezoek, sleutel: UUID) -> HttpResponse:
    """One pupil of the overview: as a row, opened to write in, or what was written saved."""
    bezoek = bij.bezoek
    leerling = visible_in_groep(bezoek.account, bij.groep, op=bezoek.op).filter(sleutel=sleutel).first()
    require(bij.reden if leerling else None, WIE_GROEP)
    assert leerling is not None  # noqa: S101 -- tells the type checker what `require` made sure of
    if request.method not in LEZEND:
        return _bewaar(request, bij, leerling)
    antwoord = _open(request, bij, leerling) if request.GET.get("bewerk") else _gesloten(request, bij, leerling)
    log_inzage(actor=bezoek.account, leerling=leerling, reden=bij.reden, op=bezoek.op, handeling="open_groepsoverzicht")
    return antwoord


def _gesloten(request: HttpRequest, bij: Groepsbezoek, leerling: Leerling) -> HttpResponse:
    nu, _eerdere = nu_en_eerder(list_groepsplannen(groep=bij.groep))
    (beeld,) = list_overzicht(leerlingen=[leerling], plannen=nu, peildatum=bij.bezoek.vandaag)
    afspraken = _afspraken(bij, [leerling])
    context = {
        **_woorden(bij),
        "r": beeld,
        "vakken": _kolommen(request),
        "afspraken": afspraken,
        "maten": {leerling.pk: meet(beeld, afspraken.get(leerling.pk, ()))},
    }
    return render(request, "plannen/rij.jinja", context)


def _afspraken(bij: Groepsbezoek, leerlingen: Sequence[Leerling]) -> dict[int, list[Openafspraak]]:
    """What meetings decided of these pupils, as far as this person may read those meetings."""
    return list_open_afspraken(
        leerlingen=leerlingen, zichtbaar=lambda: visible_overleggen(bij.bezoek.account, op=bij.bezoek.op)
    )


def _open(request: HttpRequest, bij: Groepsbezoek, leerling: Leerling) -> HttpResponse:
    kenmerken = list_kenmerken(leerlingen=[leerling], peildatum=bij.bezoek.vandaag)[leerling.pk]
    context = {
        **_woorden(bij),
        "leerling": leerling,
        "kenmerken": kenmerken,
        "versie": "|".join(",".join(str(een.pk) for een in kenmerken[soort]) for soort in Kenmerksoort),
        "vakken": _kolommen(request),
    }
    return render(request, "plannen/rijopen.jinja", context)


def _kolommen(request: HttpRequest) -> dict[str, Any]:
    """The subjects that the row it belongs to shows."""
    gevraagd = request.GET.getlist("kolom") or request.POST.getlist("kolom")
    return {vak: VAKKEN[vak] for vak in gevraagd[:MEESTE_VAKKEN] if vak in VAKKEN}


def _bewaar(request: HttpRequest, bij: Groepsbezoek, leerling: Leerling) -> HttpResponse:
    """What was typed; `versie` names for each kind the phrases that the writer saw."""
    versie = request.POST.get("versie", "")
    gezien = [[heel_getal(pk) for pk in deel.split(",") if pk] for deel in versie.split("|")]
    context: dict[str, Any] = {"versie": versie, "fout": "", "huidig": None, "anderen": ()}
    try:
        stand = save_kenmerkblad(
            actor=bij.bezoek.account,
            leerling=leerling,
            teksten={soort: request.POST[soort] for soort in Kenmerksoort if soort in request.POST},
            gezien=dict(zip(Kenmerksoort, gezien, strict=False)),
            op=bij.bezoek.op,
        )
    except PlanError as fout:
        return render(request, "plannen/opslag.jinja", context | {"fout": vertaal(fout)}, status=GEWEIGERD)
    if request.POST.get("klaar"):
        antwoord = _gesloten(request, bij, leerling)
        antwoord["HX-Retarget"], antwoord["HX-Reswap"] = f"#r-{leerling.sleutel}", "outerHTML"
        return antwoord
    gezien_nu = ((soort, stand[soort].gezien if soort in stand else ()) for soort in Kenmerksoort)
    context |= {
        "versie": "|".join(",".join(map(str, pks)) for _soort, pks in gezien_nu),
        "anderen": [tekst for een in stand.values() for tekst in een.van_anderen],
    }
    return render(request, "plannen/opslag.jinja", context, status=BEWAARD)


def _woorden(bij: Groepsbezoek) -> dict[str, Any]:
    return {
        "groep": bij.groep,
        "plek": bij.plek,
        "code": bij.bezoek.vestiging.code,
        "clusters": CLUSTERS,
        "soorten_kenmerk": SOORTEN,
        "standen": STANDEN,
        "tonen": TONEN,
        "kort": KORT,
        "vaknamen": VAKKEN,
        "vonk": vonk_van,
    }


def _vakken(rijen: Sequence[Overzichtsrij], gekozen: str) -> Mapping[str, Any]:
    """The subjects with a picture of growth: the one that was chosen, and those that most pupils have a result for."""
    aantal = {vak: sum(vak in rij.groei for rij in rijen) for vak in VAKKEN}
    op_rij = [vak for vak in sorted(VAKKEN, key=lambda vak: (vak != gekozen, -aantal[vak])) if aantal[vak]]
    return {vak: naam for vak, naam in VAKKEN.items() if vak in op_rij[:MEESTE_VAKKEN]}


def _past(toon: str) -> Callable[[Overzichtsrij], bool]:
    if toon in set(Cluster):
        return lambda rij: toon in rij.clusters.values()
    keuzes: dict[str, Callable[[Overzichtsrij], bool]] = {
        "plan": lambda rij: bool(rij.plannen),
        "datum": lambda rij: rij.stand in {Evaluatiestand.BINNENKORT, Evaluatiestand.TE_LAAT},
        "leeg": lambda rij: not any(rij.kenmerken.values()),
    }
    return keuzes.get(toon, lambda _rij: True)


def _volgorde(sorteer: str) -> Callable[[Overzichtsrij], tuple[Any, ...]]:
    def naam(rij: Overzichtsrij) -> tuple[str, str]:
        return sorteernaam(rij.leerling.achternaam), rij.leerling.voornaam.casefold()

    if sorteer == DATUM:
        return lambda rij: (rij.volgende_op or date.max, *naam(rij))
    if sorteer in VAKKEN:
        return lambda rij: (_score(rij, sorteer), *naam(rij))
    return naam


def _score(rij: Overzichtsrij, vak: str) -> tuple[float, str, float]:
    """The band of the newest result and then its score, lowest first: who needs most stands on top.

    Two instruments have two scales, so a score is only put beside those of its own; who has no band comes after all
    bands, and who has no result last.
    """
    groei, achteraan = rij.groei.get(vak), float("inf")
    if groei is None:
        return achteraan, "~", achteraan  # after the code of every instrument
    hoogte = achteraan if groei.hoogte is None else groei.hoogte
    return hoogte, groei.instrument, groei.scores[-1][1] if groei.scores else achteraan
