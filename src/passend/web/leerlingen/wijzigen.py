"""Putting right what was noted of a pupil and of a parent, each on a small page of its own."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.actions.leerlingen import LeerlingError, Leerlinggegevens
from passend.leerlingen.actions.wijzigen import change_gezag, change_leerling, change_ouder
from passend.leerlingen.queries.leerlingen import Ouderrelatie, get_groep_van, get_ouder
from passend.organisaties.queries import Groep, list_groepen
from passend.web.kader import maak_kader
from passend.web.leerlingen.uitnodigen import nodig_deskundigen_uit
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.verzoek import heel_getal, lees_of_stuur
from passend.web.zinnen import vertaal


@bij_leerling("open_dossier")
@lees_of_stuur
def gegevens(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Name, day of birth, first day and group of a pupil."""
    bezoek.require_school()
    if request.method != "POST":
        return _toon_gegevens(request, bezoek)
    dagen = {naam: lees_dag(request.POST.get(naam, "")) for naam in ("geboren_op", "ingeschreven_op")}
    geboren_op, ingeschreven_op = dagen["geboren_op"], dagen["ingeschreven_op"]
    if geboren_op is None or ingeschreven_op is None:
        return _toon_gegevens(request, bezoek, fout=_("Vul twee bestaande datums in."), status=422)
    nieuw = Leerlinggegevens(
        voornaam=request.POST.get("voornaam", ""),
        achternaam=request.POST.get("achternaam", ""),
        geboren_op=geboren_op,
        ingeschreven_op=ingeschreven_op,
    )
    groep = _gekozen_groep(request, bezoek)
    vanaf = lees_dag(request.POST.get("groep_vanaf", ""))
    if groep is not None and vanaf is None:
        fout = _("Vul in vanaf welke dag de leerling in deze groep zit.")
        return _toon_gegevens(request, bezoek, fout=fout, status=422)
    try:
        change_leerling(
            actor=bezoek.account,
            leerling=bezoek.leerling,
            gegevens=nieuw,
            op=bezoek.op,
            plaatsing=(groep, vanaf) if groep and vanaf else None,
        )
    except LeerlingError as fout:
        return _toon_gegevens(request, bezoek, fout=vertaal(fout), status=422)
    messages.success(request, _("Bewaard. De gegevens van de leerling zijn verbeterd."))
    return bezoek.naar()


def _gekozen_groep(request: HttpRequest, bezoek: Dossierbezoek) -> Groep | None:
    """The group that was chosen, when that is another than the pupil is in now."""
    groepen = list_groepen(vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag)))
    gekozen = groepen.filter(pk=heel_getal(request.POST.get("groep", ""))).first()
    nu = get_groep_van(leerling=bezoek.leerling, peildatum=bezoek.vandaag)
    return None if gekozen == nu else gekozen


def _toon_gegevens(request: HttpRequest, bezoek: Dossierbezoek, *, fout: str = "", status: int = 200) -> HttpResponse:
    bezoek.leerling.refresh_from_db()  # what was refused is typed, not true
    groep = get_groep_van(leerling=bezoek.leerling, peildatum=bezoek.vandaag)
    leerling = bezoek.leerling
    nu = {
        "voornaam": leerling.voornaam,
        "achternaam": leerling.achternaam,
        "geboren_op": leerling.geboren_op.isoformat(),
        "ingeschreven_op": leerling.ingeschreven_op.isoformat(),
        "groep": str(groep.pk) if groep else "",
        "groep_vanaf": bezoek.vandaag.isoformat(),
    }
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "leerling": leerling,
        "plek": bezoek.plek,
        "deelbeelden": bezoek.deelbeelden,
        "groepen": list_groepen(vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag))),
        "groep": groep,
        "ingevuld": {**nu, **request.POST.dict()},
        "fout": fout,
    }
    return render(request, "leerlingen/gegevens.jinja", context, status=status)


@bij_leerling("open_dossier")
@lees_of_stuur
def ouder(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """Name and address of a parent; and, apart, that authority came or went on a day."""
    bezoek.require_school()
    een = get_ouder(leerling=bezoek.leerling, pk=pk)
    if een is None:
        raise Http404
    if request.method != "POST":
        return _toon_ouder(request, bezoek, een)
    return _gezag(request, bezoek, een) if "gezag" in request.POST else _ouder(request, bezoek, een)


def _ouder(request: HttpRequest, bezoek: Dossierbezoek, een: Ouderrelatie) -> HttpResponse:
    naam, email = request.POST.get("naam", ""), request.POST.get("email", "")
    try:
        change_ouder(actor=bezoek.account, ouder=een, naam=naam, email=email, op=bezoek.op)
    except LeerlingError as fout:
        return _toon_ouder(request, bezoek, een, fout=vertaal(fout), bij="ouder", status=422)
    messages.success(request, _("Bewaard. De gegevens van de ouder zijn verbeterd."))
    return bezoek.naar()


def _gezag(request: HttpRequest, bezoek: Dossierbezoek, een: Ouderrelatie) -> HttpResponse:
    heeft_gezag, vanaf = request.POST.get("gezag") == "ja", lees_dag(request.POST.get("vanaf", ""))
    if vanaf is None:
        fout = _("Vul in vanaf welke dag dit zo is.")
        return _toon_ouder(request, bezoek, een, fout=fout, bij="gezag", status=422)
    try:
        change_gezag(actor=bezoek.account, ouder=een, heeft_gezag=heeft_gezag, vanaf=vanaf, op=bezoek.op)
    except LeerlingError as fout:
        return _toon_ouder(request, bezoek, een, fout=vertaal(fout), bij="gezag", status=422)
    nodig_deskundigen_uit(request, bezoek)
    if heeft_gezag:
        messages.success(request, _("Bewaard. Vanaf die dag ziet deze ouder het dossier."))
    else:
        messages.success(request, _("Bewaard. Vanaf die dag is het dossier voor deze ouder dicht."))
    return bezoek.naar()


def _toon_ouder(
    request: HttpRequest, bezoek: Dossierbezoek, een: Ouderrelatie, *, status: int = 200, **meer: Any
) -> HttpResponse:
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "leerling": bezoek.leerling,
        "plek": bezoek.plek,
        "ouder": een,
        "ingevuld": {
            "naam": een.naam,
            "email": een.email,
            "vanaf": bezoek.vandaag.isoformat(),
            **request.POST.dict(),
        },
        "fout": "",
        "bij": "",
        **meer,
    }
    return render(request, "leerlingen/ouder.jinja", context, status=status)
