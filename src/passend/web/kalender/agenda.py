"""The days of one person on a page, and as a feed for the calendar they have already."""

from datetime import date, timedelta
from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.kalender.actions.dagen import log_dagen
from passend.kalender.actions.feed import remove_agendasleutel, renew_agendasleutel
from passend.kalender.queries.agenda import list_agenda, list_besturen_van_account
from passend.kalender.queries.dagen.regel import Agendaregel, scholen_met_namen
from passend.kalender.queries.feed import find_account, get_gegeven_op
from passend.organisaties.queries import in_bestuur
from passend.toegang.queries import Account
from passend.uitwisseling.agenda.ics import maak_feed
from passend.web.kader import maak_kader
from passend.web.kalender.regels import Regelbeeld, afspraak, regelbeeld
from passend.web.pogingen import SLEUTEL, meld_poging
from passend.web.verzoek import aangemeld, account_van

NABIJ = timedelta(days=14)


@aangemeld
@require_safe
def agenda(request: HttpRequest) -> HttpResponse:
    """Everything that has a day for somebody, from too late to far away."""
    return _pagina(request)


@aangemeld
@require_POST
def agenda_adres(request: HttpRequest) -> HttpResponse:
    """Give the address of a feed, which is shown this once; or take it away."""
    account, op = account_van(request), timezone.localtime()
    if request.POST.get("weg"):
        remove_agendasleutel(actor=account, op=op)
        messages.success(request, _("Het adres werkt niet meer."))
        return redirect("agenda")
    nummer, geheim = renew_agendasleutel(actor=account, op=op)
    adres = request.build_absolute_uri(reverse("agenda_feed", kwargs={"nummer": nummer, "geheim": geheim}))
    return _pagina(request, nieuw_adres=adres)


@require_safe
def feed(request: HttpRequest, nummer: int, geheim: str) -> HttpResponse:
    """The days of whoever has this address, without a name of any pupil; another address is not there."""
    account, op = find_account(nummer=nummer, geheim=geheim), timezone.localtime()
    if account is None:
        meld_poging(request, SLEUTEL, "pagina:agenda_feed")
        raise Http404
    inhoud = maak_feed(map(afspraak, _regels(account)), naam="Passend", op=op)
    antwoord = HttpResponse(inhoud, content_type="text/calendar; charset=utf-8")
    antwoord["Cache-Control"] = "private, no-store"
    antwoord["Referrer-Policy"] = "no-referrer"
    return antwoord


def _regels(account: Account) -> list[Agendaregel]:
    op = timezone.localtime()
    with in_bestuur(*list_besturen_van_account(account=account, peildatum=op.date())):
        return list_agenda(account=account, op=op)


def _pagina(request: HttpRequest, *, nieuw_adres: str = "") -> HttpResponse:
    account, op = account_van(request), timezone.localtime()
    vandaag = op.date()
    alle = [regelbeeld(regel) for regel in _regels(account)]
    log_dagen(account=account, scholen=scholen_met_namen(een.regel for een in alle), handeling="open_agenda", op=op)
    beelden = [een for een in alle if not een.regel.is_zonder_einde]
    context = {
        "kader": maak_kader(request),
        "wacht": [een for een in alle if een.regel.is_zonder_einde],
        "te_laat": [een for een in beelden if een.regel.dag < vandaag],
        "nabij": _per_dag([een for een in beelden if vandaag <= een.regel.dag <= vandaag + NABIJ]),
        "later": _per_dag([een for een in beelden if een.regel.dag > vandaag + NABIJ]),
        "vandaag": vandaag,
        "gegeven_op": get_gegeven_op(account=account),
        "nieuw_adres": nieuw_adres,
    }
    return render(request, "kalender/agenda.jinja", context)


def _per_dag(beelden: list[Regelbeeld]) -> list[tuple[date, list[Regelbeeld]]]:
    return [(dag, list(groep)) for dag, groep in groupby(beelden, key=lambda een: een.regel.dag)]
