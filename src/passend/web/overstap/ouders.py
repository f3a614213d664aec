"""What a parent says of the report on their own page, before it goes to the next school."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from passend.begrippen.overstap import Akkoord
from passend.leerlingen.permissions import require
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.ouders import answer_rapport, read_rapport
from passend.overstap.permissions import WIE_REAGEERT, why_may_answer_rapport
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.overstap.rapport import probeer, rapport_of_404


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
