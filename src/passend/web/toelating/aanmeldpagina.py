"""The public page on which parents see whether there is room, and register a child; behind no sign-in."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from passend.begrippen.aanmelding import Aanmeldweg
from passend.organisaties.queries import Vestiging, in_bestuur
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.brieven import receive_aanmelding
from passend.toelating.actions.dubbel import DubbelError
from passend.toelating.actions.twijfel import VerError
from passend.toelating.queries.aanmeldingen import get_beleid, list_ruimte
from passend.web.drukte import meld_te_vaak
from passend.web.openbaar.school import vestiging_of_404
from passend.web.openbaar.schoolcontact import maak_contact
from passend.web.toelating.lijst import lees_kind, lees_ouders
from passend.web.toelating.ouderzicht import eigen_zaak, naar_eigen_pagina
from passend.web.toelating.post import meld_ontvangst
from passend.web.toelating.wacht import is_te_vaak, tel_mee
from passend.web.toelating.woorden import HULPNAMEN
from passend.web.verzoek import lees_of_stuur
from passend.web.zinnen import vertaal

LOKVELD = "website"  # a field nobody sees: what is filled in was filled in by a machine


@lees_of_stuur
@never_cache
@sensitive_post_parameters()
def aanmelden(request: HttpRequest, code: str) -> HttpResponse:
    """Say whether there is room, and take in the form of parents."""
    vestiging = vestiging_of_404(code)
    with in_bestuur(vestiging.bestuur_id):
        beleid = get_beleid(vestiging=vestiging)
        if request.method != "POST" or beleid is None or not beleid.is_aanmelden_open:
            return _pagina(request, vestiging)
        if is_te_vaak(request):
            meld_te_vaak(request, "kind_aanmelden")
            te_vaak = _(
                "Hier kwamen al veel aanmeldingen vandaan. Wacht een uur, of bel de school. Wat u typte, staat er nog."
            )
            return _pagina(request, vestiging, fout=te_vaak, status=HTTPStatus.TOO_MANY_REQUESTS)
        if request.POST.get(LOKVELD):
            return render(request, "toelating/ontvangen.jinja", {"school": maak_contact(vestiging), "al": ""})
        return _neem_aan(request, vestiging)


def _neem_aan(request: HttpRequest, vestiging: Vestiging) -> HttpResponse:
    op = timezone.localtime()
    try:
        ouders = lees_ouders(request.POST)
        if not any(ouder.email for ouder in ouders):
            raise ToelatingError(_("Vul een e-mailadres in. Daar sturen wij het bericht van ontvangst naartoe."))
        kind = lees_kind(request.POST, weg=Aanmeldweg.FORMULIER, vandaag=op.date())
        if not request.POST.get("akkoord"):
            raise ToelatingError(_("Zet een vinkje bij: ik meld dit kind aan."))
        is_ver = bool(request.POST.get("is_ver"))
        aanmelding, geheim = receive_aanmelding(
            actor=None, vestiging=vestiging, kind=kind, ouders=ouders, is_ver=is_ver, op=op
        )
    except DubbelError as fout:
        return _al_aangemeld(request, vestiging, fout)
    except ToelatingError as fout:
        return _pagina(request, vestiging, fout=vertaal(fout), is_ver=isinstance(fout, VerError), status=422)
    tel_mee(request)
    meld_ontvangst(request, vestiging, aanmelding, geheim)
    return naar_eigen_pagina(request, vestiging.code, geheim, is_net_ontvangen=True)


def _al_aangemeld(request: HttpRequest, vestiging: Vestiging, fout: DubbelError) -> HttpResponse:
    """To the page of the parents when they have its key at hand, else that it is there already: nothing was added."""
    if eigen_zaak(request, vestiging, timezone.localtime()) == fout.zaak:
        return redirect("mijn_aanmelding", code=vestiging.code)
    context = {"school": maak_contact(vestiging), "vestiging": vestiging, "al": vertaal(fout)}
    return render(request, "toelating/ontvangen.jinja", context)


def _pagina(
    request: HttpRequest, vestiging: Vestiging, *, fout: str = "", is_ver: bool = False, status: int = 200
) -> HttpResponse:
    context = {
        "vestiging": vestiging,
        "school": maak_contact(vestiging),
        "beleid": get_beleid(vestiging=vestiging),
        "ruimte": list_ruimte(vestiging=vestiging, op=timezone.localtime()),
        "ingevuld": request.POST,
        "hulpnamen": HULPNAMEN,
        "lokveld": LOKVELD,
        "fout": fout,
        "is_ver": is_ver,
    }
    return render(request, "toelating/aanmelden.jinja", context, status=status)
