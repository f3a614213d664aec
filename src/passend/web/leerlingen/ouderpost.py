"""A letter to each parent with authority that something waits; what, and about whom, is told after signing in."""

from collections.abc import Collection

from django.http import HttpRequest
from django.urls import reverse

from passend.leerlingen.queries.leerlingen import Ouderrelatie
from passend.plannen.queries.opp import list_gezag
from passend.web.aanmelden import brieven
from passend.web.leerlingen.verzoek import Dossierbezoek


def schrijf_ouders(
    request: HttpRequest, bezoek: Dossierbezoek, soort: str, ouders: Collection[Ouderrelatie] | None = None
) -> None:
    """Write to every parent with authority of whom there is an address, or to these of them."""
    feiten = {"school": bezoek.vestiging, "adres": request.build_absolute_uri(reverse("kinderen"))}
    allen = list_gezag(leerling=bezoek.leerling, peildatum=bezoek.vandaag) if ouders is None else ouders
    for email in sorted({ouder.email.lower() for ouder in allen if ouder.email}):
        brieven.stuur_na_bewaren(soort, email, feiten)
