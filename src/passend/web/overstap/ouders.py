"""What parents say of the report, on their own page or to the school, before it goes to the next school."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from passend.begrippen.overstap import Akkoord, Kanaal
from passend.begrippen.rollen import Logsoort
from passend.documenten.document import DocumentError
from passend.leerlingen.permissions import require
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.ouderbericht import Ouderbericht, tell_ouder
from passend.overstap.actions.ouders import answer_rapport, read_rapport
from passend.overstap.permissions import WIE_RAPPORT, WIE_REAGEERT, why_may_answer_rapport, why_may_write_rapport
from passend.overstap.queries.ouders import get_rapportbericht, list_ouderbeelden, open_rapportscan
from passend.web.bijlage import als_bijlage, lees_bijlage
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling, lees_dag
from passend.web.overstap.rapport import GENOTEERD, probeer, rapport_of_404
from passend.web.verzoek import heel_getal


@bij_leerling()
@require_POST
def rapport_ouders(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """Note that one parent was told, and what they say."""
    bezoek.require_school()
    het = rapport_of_404(bezoek)
    require(why_may_write_rapport(bezoek.inzage), WIE_RAPPORT)
    gezegd, kopie = lees_dag(request.POST.get("geinformeerd_op", "")), lees_dag(request.POST.get("kopie_op", ""))
    kanaal, akkoord = request.POST.get("kanaal", ""), request.POST.get("akkoord", "")
    gekozen = heel_getal(request.POST.get("ouder", ""))
    beelden = list_ouderbeelden(rapport=het, peildatum=bezoek.vandaag)
    ouder = next((een.ouder for een in beelden if een.ouder.pk == gekozen), None)

    def doe() -> None:
        if ouder is None:
            raise OverstapError(_("Kies welke ouder het hoorde. Elke ouder krijgt het rapport zelf te lezen."))
        if gezegd is None or kopie is None or kanaal not in GENOTEERD or akkoord not in set(Akkoord):
            raise OverstapError(_("Vul beide dagen in, hoe deze ouder het hoorde, en wat hij of zij ervan vindt."))
        try:
            scan = lees_bijlage(request, "scan", is_pdf_goed=True)
        except DocumentError as fout:
            raise OverstapError(*fout.args) from fout
        bericht = Ouderbericht(
            geinformeerd_op=gezegd,
            kanaal=Kanaal(kanaal),
            kopie_op=kopie,
            akkoord=Akkoord(akkoord),
            opmerking=request.POST.get("opmerking", ""),
            scan=scan,
        )
        tell_ouder(actor=bezoek.account, rapport=het, ouder=ouder, bericht=bericht, op=bezoek.op)

    return probeer(request, bezoek, doe, "ouders", _("Vastgelegd."))


@bij_leerling("open_rapportscan", Logsoort.UITVOER)
@require_safe
def rapport_scan(request: HttpRequest, bezoek: Dossierbezoek, pk: int) -> HttpResponse:
    """The letter or the report of the talk, for who writes the report."""
    require(why_may_write_rapport(bezoek.inzage), WIE_RAPPORT)
    bericht = get_rapportbericht(rapport=rapport_of_404(bezoek), pk=pk)
    inhoud = open_rapportscan(bericht) if bericht else None
    if bericht is None or inhoud is None:
        raise Http404
    return als_bijlage(inhoud, bericht.extensie, "ouderbericht")


@bij_leerling()
@require_POST
def rapport_gelezen(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """A parent read it."""
    het = rapport_of_404(bezoek)

    def doe() -> None:
        read_rapport(actor=bezoek.account, rapport=het, op=bezoek.op)

    return probeer(request, bezoek, doe, "reactie", _("Bewaard: u las het rapport."))


@bij_leerling()
@require_POST
def rapport_reactie(request: HttpRequest, bezoek: Dossierbezoek) -> HttpResponse:
    """A parent says what they think of it; what they said before is taken back."""
    het = rapport_of_404(bezoek)
    require(why_may_answer_rapport(bezoek.inzage, het), WIE_REAGEERT)
    akkoord = request.POST.get("eens", "")

    def doe() -> None:
        if akkoord not in set(Akkoord):
            raise OverstapError(_("Kies of u het eens bent met het rapport, of dat u daar niets over zegt."))
        answer_rapport(
            actor=bezoek.account,
            rapport=het,
            akkoord=Akkoord(akkoord),
            opmerking=request.POST.get("opmerking", ""),
            op=bezoek.op,
        )

    return probeer(request, bezoek, doe, "reactie", _("Bewaard. Uw woorden gaan met het rapport mee."))
