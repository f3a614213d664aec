"""Who comes, whether parents agreed, the letters, and moving, calling off and closing a meeting."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from passend.begrippen.overleg import EXTERN, Deelnemerrol
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.overleggen.actions.deelnemers import (
    Deelnemergegevens,
    add_deelnemer,
    ask_deelnemertoestemming,
    record_uitnodiging,
    remove_deelnemer,
    set_aanwezigheid,
    set_iedereen_aanwezig,
)
from passend.overleggen.actions.overleg import (
    OverlegError,
    Overleggegevens,
    cancel_overleg,
    move_overleg,
)
from passend.overleggen.actions.sluiten import close_overleg, reopen_overleg
from passend.overleggen.queries.bekenden import list_bekenden
from passend.overleggen.queries.overleggen import (
    Overleg,
    Overlegdeelnemer,
    adres_van,
    get_deelnemer,
    get_overlegstand,
    list_deelnemers,
    toegelaten,
)
from passend.regels.overleg import is_weekend
from passend.toegang.queries import list_mensen
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.overleggen.blad import COLLEGAROLLEN, toon, toon_sluiten
from passend.web.overleggen.post import stuur_uitnodiging
from passend.web.overleggen.verzoek import Overlegbezoek, bij_overleg
from passend.web.verzoek import LEZEND, heel_getal, lees_of_stuur
from passend.web.weergave import datum
from passend.web.zinnen import vertaal


@bij_overleg()
@require_POST
def deelnemer(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Put somebody on the list, or take somebody off it."""
    bezoek.require_beheer()
    try:
        if nummer := request.POST.get("weg", ""):
            _haal_weg(bezoek, _deelnemer_of_404(bezoek, nummer))
        else:
            gegevens = _gegevens(request, bezoek)
            add_deelnemer(actor=bezoek.account, overleg=bezoek.overleg, gegevens=gegevens, op=bezoek.op)
    except (OverlegError, LeerlingError) as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="deelnemer", status=422)
    return bezoek.naar("deelnemers")


def _haal_weg(bezoek: Overlegbezoek, een: Overlegdeelnemer) -> None:
    """Who was asked is told first that they need not come."""
    was_genodigd, email = een.uitgenodigd_op is not None and not bezoek.overleg.is_achteraf, een.email
    remove_deelnemer(actor=bezoek.account, deelnemer=een, op=bezoek.op)
    if was_genodigd and email:
        _stuur(bezoek, een, is_afgezegd=True)


def _gegevens(request: HttpRequest, bezoek: Overlegbezoek) -> Deelnemergegevens:
    if collega := heel_getal(request.POST.get("collega", "")):
        rol = next(
            (
                rol
                for rol in list_mensen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag)
                if rol.account_id == collega and rol.soort in COLLEGAROLLEN
            ),
            None,
        )
        if rol is None:
            raise Http404
        account = rol.account
        return Deelnemergegevens(
            rol=COLLEGAROLLEN[rol.soort], naam=str(account), email=adres_van(account), account=account
        )
    rol_code = request.POST.get("rol", "")
    if adres := request.POST.get("bekende", ""):
        alle = list_bekenden(overleg=bezoek.overleg, deelnemers=bezoek.deelnemers, op=bezoek.op)
        bekend = next((een for een in alle if een.email == adres), None)
        if bekend is None:
            raise OverlegError(_("Deze persoon staat al bij dit overleg."))
        if bekend.rol is not None:
            return Deelnemergegevens(rol=bekend.rol, naam=bekend.naam, email=bekend.email)
        if rol_code in set(EXTERN):
            return Deelnemergegevens(rol=Deelnemerrol(rol_code), naam=bekend.naam, email=bekend.email)
    if rol_code not in set(Deelnemerrol):
        raise OverlegError(_("Kies als wat deze persoon komt."))
    naam, email = request.POST.get("naam", ""), request.POST.get("email", "")
    return Deelnemergegevens(rol=Deelnemerrol(rol_code), naam=naam, email=email)


@bij_overleg()
@require_POST
def toestemming(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Ask the parents whether somebody from outside may come; who cannot sign in yet is invited to when they agree."""
    bezoek.require_beheer()
    een = _deelnemer_of_404(bezoek, request.POST.get("deelnemer", ""))
    dag = lees_dag(request.POST.get("geldig_tot_en_met", ""))
    if dag is None:
        return toon(request, bezoek, fout=_("Vul een bestaande dag in."), bij="toestemming", status=422)
    try:
        ask_deelnemertoestemming(actor=bezoek.account, deelnemer=een, geldig_tot_en_met=dag, op=bezoek.op)
    except (OverlegError, LeerlingError) as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="toestemming", status=422)
    messages.success(request, _("De vraag staat bij de ouders. Er gaat pas een uitnodiging uit als zij ja zeggen."))
    return bezoek.naar("deelnemers")


@bij_overleg()
@require_POST
def uitnodigen(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Send everybody who may come and does not know it yet an invitation, or what changed; or note a spoken one."""
    bezoek.require_beheer()
    if nummer := request.POST.get("zelf", ""):
        return _zelf_uitgenodigd(request, bezoek, _deelnemer_of_404(bezoek, nummer))
    if bezoek.overleg.is_achteraf:
        messages.error(request, _("Dit gesprek is al geweest. Er gaan geen uitnodigingen meer uit."))
        return bezoek.naar("deelnemers")
    deelnemers = bezoek.deelnemers
    mogen = toegelaten(deelnemers=deelnemers, overleg=bezoek.overleg, op=bezoek.op)
    aantal = sum(_nodig_uit(bezoek, een) for een in deelnemers if een.pk in mogen and _weet_het_niet(een, bezoek))
    if wachten := [een.naam for een in deelnemers if een.pk not in mogen]:
        namen = ", ".join(wachten)
        messages.warning(request, _("Niet uitgenodigd: %(wie)s. Eerst zeggen de ouders ja.") % {"wie": namen})
    zonder = [een for een in deelnemers if een.pk in mogen and _hoort_het_niet_vanzelf(een, bezoek)]
    _waarschuw_zonder(request, zonder)
    if not aantal:
        if not wachten and not zonder:
            messages.info(request, _("Iedereen op de lijst is al uitgenodigd."))
        return bezoek.naar("deelnemers")
    zin = ngettext("Er is %(num)s uitnodiging gestuurd.", "Er zijn %(num)s uitnodigingen gestuurd.", aantal)
    messages.success(request, zin % {"num": aantal})
    return bezoek.naar("deelnemers")


def _waarschuw_zonder(request: HttpRequest, zonder: Sequence[Overlegdeelnemer]) -> None:
    """Name who has no address and was not told by anybody yet: of the meeting, or that it moved."""
    nieuw, anders = (
        [een.naam for een in zonder if (een.uitgenodigd_op is None) == is_nieuw] for is_nieuw in (True, False)
    )
    if nieuw:
        messages.warning(request, _("Geen e-mailadres: %(wie)s. Nodig hen zelf uit.") % {"wie": ", ".join(nieuw)})
    if anders:
        zin = _("Geen e-mailadres: %(wie)s. Laat hen zelf weten dat het anders is.")
        messages.warning(request, zin % {"wie": ", ".join(anders)})


def _zelf_uitgenodigd(request: HttpRequest, bezoek: Overlegbezoek, een: Overlegdeelnemer) -> HttpResponse:
    """Who has no address is asked in another way; from then on they may read the sheet."""
    try:
        record_uitnodiging(actor=bezoek.account, deelnemer=een, op=bezoek.op)
    except OverlegError as fout:
        messages.error(request, vertaal(fout))
    return bezoek.naar("deelnemers")


def _weet_het_niet(een: Overlegdeelnemer, bezoek: Overlegbezoek) -> bool:
    return bool(een.email) and een.uitgenodigd_volgnummer != bezoek.overleg.volgnummer


def _hoort_het_niet_vanzelf(een: Overlegdeelnemer, bezoek: Overlegbezoek) -> bool:
    """Who has no address, and of whom nobody noted that they were asked for the meeting as it is now."""
    is_op_de_hoogte = een.uitgenodigd_volgnummer == bezoek.overleg.volgnummer
    return not een.email and een.rol != Deelnemerrol.LEERLING and not is_op_de_hoogte


def _nodig_uit(bezoek: Overlegbezoek, een: Overlegdeelnemer) -> bool:
    een.overleg = bezoek.overleg
    if not _stuur(bezoek, een):
        return False
    record_uitnodiging(actor=bezoek.account, deelnemer=een, op=bezoek.op)
    return True


def _stuur(bezoek: Overlegbezoek, een: Overlegdeelnemer, *, is_afgezegd: bool = False) -> bool:
    """Whether a letter left; one that did not is tried again with the next click."""
    try:
        stuur_uitnodiging(bezoek, een, is_afgezegd=is_afgezegd)
    except OSError:  # all errors of the mail are
        return False
    return True


@bij_overleg()
@require_POST
def tijd(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Move a meeting or call it off, and tell who was asked."""
    bezoek.require_beheer()
    try:
        if request.POST.get("afzeggen"):
            cancel_overleg(actor=bezoek.account, overleg=bezoek.overleg, op=bezoek.op)
        else:
            gegevens = lees_tijd(request)
            move_overleg(actor=bezoek.account, overleg=bezoek.overleg, gegevens=gegevens, op=bezoek.op)
    except OverlegError as fout:
        return toon(request, bezoek, fout=vertaal(fout), bij="tijd", status=422)
    overleg = get_overlegstand(overleg=bezoek.overleg)
    if not request.POST.get("afzeggen"):
        waarschuw_weekend(request, overleg)
    nieuw = Overlegbezoek(
        account=bezoek.account,
        vestiging=bezoek.vestiging,
        overleg=overleg,
        deelnemers=list_deelnemers(overleg=overleg),
        recht=bezoek.recht,
        op=bezoek.op,
    )
    genodigd = [
        een
        for een in nieuw.deelnemers
        if een.uitgenodigd_op is not None and een.uitgenodigd_volgnummer != overleg.volgnummer
    ]
    mogen = toegelaten(deelnemers=genodigd, overleg=overleg, op=bezoek.op)
    is_weg = bool(request.POST.get("afzeggen"))
    per_brief = [een for een in genodigd if een.email]
    aantal = sum(_nodig_uit(nieuw, een) for een in per_brief if is_weg or een.pk in mogen)
    if per_brief:
        zin = ngettext("%(num)s genodigde weet het.", "%(num)s genodigden weten het.", aantal)
        messages.success(request, zin % {"num": aantal})
    zonder = [een for een in genodigd if not een.email]
    if is_weg and zonder:
        zin = _("Geen e-mailadres: %(wie)s. Laat hen zelf weten dat het niet doorgaat.")
        messages.warning(request, zin % {"wie": ", ".join(een.naam for een in zonder)})
    elif not is_weg:
        _waarschuw_zonder(request, zonder)
    return bezoek.naar()


@bij_overleg("open_overleg")
@lees_of_stuur
def sluiten(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Ask whether the meeting may be closed, with what is missing; or close it: the sheet becomes the minutes."""
    bezoek.require_beheer()
    if request.method in LEZEND:
        return toon_sluiten(request, bezoek)
    try:
        is_toch = bool(request.POST.get("toch"))
        close_overleg(actor=bezoek.account, overleg=bezoek.overleg, op=bezoek.op, is_toch_gesloten=is_toch)
    except OverlegError as fout:
        return toon_sluiten(request, bezoek, fout=vertaal(fout), status=422)
    messages.success(request, _("Gesloten. Het blad is nu het verslag, en de besluiten staan bij wie ze doet."))
    return bezoek.naar()


@bij_overleg()
@require_POST
def heropenen(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Open a meeting again that was closed too early."""
    bezoek.require_beheer()
    try:
        reopen_overleg(actor=bezoek.account, overleg=bezoek.overleg, op=bezoek.op)
    except OverlegError as fout:
        messages.error(request, vertaal(fout))
        return bezoek.naar()
    messages.success(request, _("Het overleg is weer open. Sluit het als alles erop staat."))
    return bezoek.naar()


@bij_overleg()
@require_POST
def aanwezig(request: HttpRequest, bezoek: Overlegbezoek) -> HttpResponse:
    """Say who was there and who was not; the list of who comes as it is then."""
    try:
        if request.POST.get("iedereen"):
            set_iedereen_aanwezig(actor=bezoek.account, overleg=bezoek.overleg, op=bezoek.op)
        else:
            een = _deelnemer_of_404(bezoek, request.POST.get("deelnemer", ""))
            is_aanwezig = {"ja": True, "nee": False}.get(request.POST.get("aanwezig", ""))
            set_aanwezigheid(actor=bezoek.account, deelnemer=een, is_aanwezig=is_aanwezig, op=bezoek.op)
    except OverlegError as fout:
        messages.error(request, vertaal(fout))
    return bezoek.naar("deelnemers")


def waarschuw_weekend(request: HttpRequest, overleg: Overleg) -> None:
    """Say that a meeting falls on a Saturday or a Sunday; it may be meant."""
    begint = timezone.localtime(overleg.begint_op)
    if is_weekend(begint.date()):
        messages.warning(
            request,
            _("Let op: %(dag)s is in het weekend. Klopt dat niet? Verzet het overleg dan.") % {"dag": datum(begint)},
        )


def lees_tijd(request: HttpRequest) -> Overleggegevens:
    """When and where, out of a form.

    Raises:
        OverlegError: the day or the time is none.
    """
    try:
        moment = datetime.fromisoformat(f"{request.POST.get('dag', '')}T{request.POST.get('tijd', '')}")
    except ValueError as fout:
        raise OverlegError(_("Vul een bestaande dag en een tijd in, zoals 15:30.")) from fout
    return Overleggegevens(
        begint_op=timezone.make_aware(moment) if timezone.is_naive(moment) else moment,
        minuten=heel_getal(request.POST.get("minuten", "")),
        plaats=request.POST.get("plaats", ""),
    )


def _deelnemer_of_404(bezoek: Overlegbezoek, nummer: str) -> Overlegdeelnemer:
    een = get_deelnemer(overleg=bezoek.overleg, pk=heel_getal(nummer))
    if een is None:
        raise Http404
    een.overleg = bezoek.overleg
    return een
