"""The people of a school: who has which role, who is invited, and an end to it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.rollen import GASTEN, GeenToegangError, Reden, Rolsoort
from passend.leerlingen.queries.leerlingen import is_ouder_bij
from passend.profielen.permissions import require
from passend.toegang.actions import end_rol, end_sessies_van, withdraw_uitnodiging
from passend.toegang.permissions import (
    WIE_NODIGT_UIT,
    rollen_te_vergeven,
    stafrollen_te_vergeven,
    why_may_give_groep,
)
from passend.toegang.queries import (
    ROLNAMEN,
    get_rol,
    get_uitnodiging,
    list_mensen,
    list_rolsoorten_van_email,
    list_uitnodigingen,
)
from passend.web.aanmelden.genodigden import BriefError, nodig_uit
from passend.web.kader import maak_kader
from passend.web.verzoek import Bezoek, bij_school, heel_getal


@bij_school
@require_safe
def mensen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Who has which role here."""
    return _pagina(request, bezoek)


@bij_school
@require_POST
def uitnodigen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Invite somebody for a role; the link goes by mail and is shown to nobody else."""
    te_vergeven = _require_pagina(bezoek)
    email, soort = request.POST.get("email", "").strip(), request.POST.get("soort", "")
    if soort not in set(Rolsoort):
        raise Http404
    if soort in GASTEN:
        raise GeenToegangError(
            _(
                "Een ouder of deskundige nodigt u hier niet uit, want die komt voor een kind. De intern begeleider of "
                "de directeur doet dat in het dossier van dat kind."
            )
        )
    require(te_vergeven.get(Rolsoort(soort)), WIE_NODIGT_UIT)
    try:
        validate_email(email)
    except ValidationError:
        fout = _("Dit is geen e-mailadres. Kijk of er een @ in staat.")
        return _pagina(request, bezoek, fout=fout, email=email, soort=soort, status=422)
    if not request.POST.get("toch") and (ook := _ook(bezoek, email)):
        let_op = _("Dit adres is van iemand die hier al iets anders is: %(wat)s. Klopt het dat die er dit bij krijgt?")
        let_op %= {"wat": ", ".join(ook)}
        return _pagina(request, bezoek, let_op=let_op, email=email, soort=soort, status=422)
    try:
        nodig_uit(
            request,
            actor=bezoek.account,
            vestiging=bezoek.vestiging,
            soort=Rolsoort(soort),
            email=email,
            op=bezoek.op,
        )
    except BriefError as mislukt:
        return _pagina(request, bezoek, fout=str(mislukt), email=email, soort=soort, status=503)
    messages.success(request, _("De uitnodiging is gestuurd. De link werkt zeven dagen lang, voor een keer."))
    return redirect("mensen", code=bezoek.vestiging.code)


@bij_school
@require_POST
def uitnodiging_intrekken(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Let the link of an invitation open nothing any more."""
    _require_pagina(bezoek)
    rij = get_uitnodiging(pk=heel_getal(request.POST.get("uitnodiging", "")), vestiging=bezoek.vestiging)
    if rij is None:
        raise Http404
    withdraw_uitnodiging(actor=bezoek.account, uitnodiging=rij, op=bezoek.op)
    messages.success(request, _("De uitnodiging is ingetrokken. De link in de e-mail werkt niet meer."))
    return redirect("mensen", code=bezoek.vestiging.code)


def _ook(bezoek: Bezoek, email: str) -> list[str]:
    """What somebody with this address is here already; guests are named only to who lets them in."""
    soorten = set(list_rolsoorten_van_email(vestiging=bezoek.vestiging, email=email, peildatum=bezoek.vandaag))
    if is_ouder_bij(vestiging=bezoek.vestiging, email=email, peildatum=bezoek.vandaag):
        soorten.add(Rolsoort.OUDER)
    alle = rollen_te_vergeven(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag)
    return [str(ROLNAMEN[soort]) for soort in Rolsoort if soort in soorten - (GASTEN - set(alle))]


@bij_school
@require_POST
def rol_eindigen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """End a role; who has none left is signed out at once."""
    _require_pagina(bezoek)
    rol = get_rol(pk=heel_getal(request.POST.get("rol", "")), vestiging=bezoek.vestiging)
    if rol is None:
        raise Http404
    if end_rol(actor=bezoek.account, rol=rol, op=bezoek.op):
        messages.success(request, _("De rol is geëindigd. Wie geen rol meer heeft, is overal afgemeld."))
    else:
        messages.info(request, _("Deze rol was al geëindigd. Er is nu niets veranderd."))
    return redirect("mensen", code=bezoek.vestiging.code)


@bij_school
@require_POST
def afmelden(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Sign somebody out on every device; their role stays."""
    _require_pagina(bezoek)
    hier = list_mensen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag)
    rol = hier.filter(pk=heel_getal(request.POST.get("mens", ""))).first()
    if rol is None:
        raise Http404
    end_sessies_van(actor=bezoek.account, rol=rol, op=bezoek.op)
    gezegd = _("%(naam)s is overal afgemeld, en kan zich meteen weer aanmelden.") % {"naam": rol.account}
    messages.success(request, gezegd)
    return redirect("mensen", code=bezoek.vestiging.code)


def _require_pagina(bezoek: Bezoek) -> dict[Rolsoort, Reden]:
    """What somebody gives and ends here; its forms ask for it too, for who may not see the page may do nothing on it.

    Raises:
        GeenToegangError: they give no role here to who works at the school.
    """
    te_vergeven = stafrollen_te_vergeven(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag)
    require(next(iter(te_vergeven.values()), None), WIE_NODIGT_UIT)
    return te_vergeven


def _pagina(request: HttpRequest, bezoek: Bezoek, *, status: int = 200, **invoer: Any) -> HttpResponse:
    te_vergeven = _require_pagina(bezoek)
    alle = rollen_te_vergeven(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag)
    verborgen = GASTEN - set(alle)  # who comes for a child is named only to who lets them in
    context = {
        "kader": maak_kader(request, bezoek.vestiging),
        "vestiging": bezoek.vestiging,
        "mensen": list_mensen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag).exclude(soort__in=verborgen),
        "uitnodigingen": list_uitnodigingen(vestiging=bezoek.vestiging, op=bezoek.op).exclude(soort__in=verborgen),
        "rollen": {soort.value: ROLNAMEN[soort] for soort in te_vergeven},
        "af_te_melden": {soort.value for soort in alle},
        "geeft_groepen": why_may_give_groep(bezoek.account, bezoek.vestiging, peildatum=bezoek.vandaag) is not None,
        "in_te_trekken": {soort.value for soort in alle},
        "invoer": {"email": "", "soort": "", "fout": "", "let_op": "", **invoer},
    }
    return render(request, "mensen.jinja", context, status=status)
