"""The signals of the pupils somebody works with, and the rules by which a school lets them come."""

from collections.abc import Collection, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.rollen import Reden
from passend.begrippen.vakantieregio import Vakantieregio
from passend.begrippen.volgen import Signaalregel
from passend.leerlingen.actions.dossier import log_inzage
from passend.leerlingen.actions.leerlingen import WIE_BEHEERT
from passend.leerlingen.permissions import require, why_may_break_glass, why_may_manage
from passend.leerlingen.queries.leerlingen import Groep, Leerling, list_groepen_van
from passend.plannen.actions.groepsplannen import log_groep
from passend.regels.signalen import Signaal, SignaalinstellingError, standaard_drempels
from passend.volgen.actions.signalen import set_signaalinstelling, set_vakantieregio
from passend.volgen.permissions import WIE_NOTEERT, visible_gevolgd
from passend.volgen.queries.resultaten import VAKNAMEN
from passend.volgen.queries.signalen import REGELNAMEN, get_drempels, list_signalen
from passend.web.kader import maak_kader
from passend.web.verzoek import Bezoek, bij_school, heel_getal
from passend.web.zinnen import vertaal


@bij_school
@require_safe
def signalen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """What asks for a look among the pupils somebody works with."""
    return _toon(request, bezoek)


@bij_school
@require_safe
def signalen_aantal(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """How many pupils have a signal that nobody looked at yet, as a task on the first screen; of nobody a name.

    The first screen asks for it when it is there already, for of a large school it takes a moment.
    """
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    context = {"vestiging": bezoek.vestiging, "aantal": len(_open_signalen(bezoek))}
    return render(request, "volgen/signalen_aantal.jinja", context)


def _open_signalen(bezoek: Bezoek) -> list[tuple[Leerling, list[Signaal]]]:
    """Of the pupils somebody works with here, those with a signal that is open."""
    mijn = visible_gevolgd(bezoek.account, op=bezoek.op).filter(
        vestiging=bezoek.vestiging, uitgeschreven_op__isnull=True
    )
    leerlingen = list(mijn)
    gevonden = list_signalen(leerlingen=leerlingen, vestiging=bezoek.vestiging, peildatum=bezoek.vandaag)
    return [
        (leerling, open_)
        for leerling in leerlingen
        if (open_ := [een.signaal for een in gevonden[leerling.pk] if een.besluit is None])
    ]


@bij_school
@require_POST
def signaalinstelling(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Set the rules of this school: all of them in one go."""
    require(why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_BEHEERT)
    nu = get_drempels(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag)
    regio = request.POST.get("vakantieregio", "")
    for regel in Signaalregel:
        tekst, is_aan = request.POST.get(f"drempel-{regel}", ""), bool(request.POST.get(f"aan-{regel}"))
        drempel = heel_getal(tekst) if tekst.isdecimal() else -1
        if (drempel, is_aan) == (nu[regel].drempel, nu[regel].is_ingeschakeld):
            continue
        try:
            set_signaalinstelling(
                actor=bezoek.account,
                vestiging=bezoek.vestiging,
                regel=regel,
                drempel=drempel,
                is_ingeschakeld=is_aan,
                op=bezoek.op,
            )
        except SignaalinstellingError as fout:
            return _toon(request, bezoek, fouten={regel.value: vertaal(fout)}, status=422)
    if regio in set(Vakantieregio) and regio != bezoek.vestiging.vakantieregio:
        set_vakantieregio(actor=bezoek.account, vestiging=bezoek.vestiging, regio=Vakantieregio(regio), op=bezoek.op)
    messages.success(request, _("Bewaard. De signalen hieronder volgen de nieuwe regels."))
    return redirect("signalen", code=bezoek.vestiging.code)


def _toon(request: HttpRequest, bezoek: Bezoek, *, status: int = 200, **meer: Any) -> HttpResponse:
    beheer = why_may_manage(bezoek.account, bezoek.vestiging, op=bezoek.op)
    reden = require(beheer or why_may_break_glass(bezoek.account, bezoek.vestiging, op=bezoek.op), WIE_NOTEERT)
    met = _open_signalen(bezoek)
    groepen = list_groepen_van(leerlingen=[een for een, _open in met], peildatum=bezoek.vandaag)
    if status == 200:  # noqa: PLR2004 -- a form that was refused shows nothing that was not seen before
        _log(bezoek, [een for een, _open in met], groepen, reden)
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "signalen": met,
        "groepsnamen": {pk: groep.naam for pk, groep in groepen.items()},
        "regels": REGELNAMEN,
        "vakken": VAKNAMEN,
        "mag_beheren": beheer is not None,
        "drempels": get_drempels(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag),
        "standaard": standaard_drempels(bezoek.vandaag),
        "regios": tuple(Vakantieregio),
        "ingevuld": request.POST,
        "fouten": {},
        **meer,
    }
    return render(request, "volgen/signalen.jinja", context, status=status)


def _log(bezoek: Bezoek, leerlingen: Collection[Leerling], groepen: Mapping[int, Groep], reden: Reden) -> None:
    """One line for each group of which somebody is on the list, and one for each pupil without a group.

    A parent reads the lines of the groups of the child too, so that nobody is seen without it being told.
    """
    for groep in {groep.pk: groep for groep in groepen.values()}.values():
        log_groep(actor=bezoek.account, groep=groep, handeling="open_signalen", reden=reden, op=bezoek.op)
    for leerling in leerlingen:
        if leerling.pk not in groepen:
            log_inzage(actor=bezoek.account, leerling=leerling, reden=reden, op=bezoek.op, handeling="open_signalen")
