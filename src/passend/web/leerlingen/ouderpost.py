"""A letter to each parent with authority that something waits; what, and about whom, is told after signing in."""

from django.http import HttpRequest
from django.urls import reverse

from passend.plannen.queries.opp import list_gezag
from passend.web.aanmelden import brieven
from passend.web.leerlingen.verzoek import Dossierbezoek


def schrijf_ouders(request: HttpRequest, bezoek: Dossierbezoek, soort: str) -> None:
    """Write to every parent with authority of whom there is an address."""
    feiten = {"school": bezoek.vestiging, "adres": request.build_absolute_uri(reverse("kinderen"))}
    ouders = list_gezag(leerling=bezoek.leerling, peildatum=bezoek.vandaag)
    for email in sorted({ouder.email.lower() for ouder in ouders if ouder.email}):
        brieven.stuur_na_bewaren(soort, email, feiten)
