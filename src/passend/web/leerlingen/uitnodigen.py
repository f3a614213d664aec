"""Letters of invitation that go with a file."""

from django.http import HttpRequest
from django.urls import reverse

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.actions.uitnodigen import Genodigde, invite_deskundigen
from passend.toegang.queries import ROLNAMEN
from passend.web.aanmelden import brieven
from passend.web.leerlingen.verzoek import Dossierbezoek


def nodig_deskundigen_uit(request: HttpRequest, bezoek: Dossierbezoek) -> None:
    """Write to the experts whose permission counts since what was just done."""
    for genodigde in invite_deskundigen(actor=bezoek.account, leerling=bezoek.leerling, op=bezoek.op):
        stuur_deskundige(request, bezoek, genodigde)


def stuur_deskundige(request: HttpRequest, bezoek: Dossierbezoek, genodigde: Genodigde) -> None:
    """Send the letter to one expert; it says nothing of the pupil."""
    adres = request.build_absolute_uri(reverse("uitnodiging_open", kwargs={"sleutel": genodigde.sleutel}))
    feiten = {"adres": adres, "school": bezoek.vestiging, "rol": ROLNAMEN[Rolsoort.DESKUNDIGE]}
    brieven.stuur_na_bewaren(brieven.UITNODIGING, genodigde.email, feiten)
