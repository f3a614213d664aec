"""A letter to parents with authority, or of them to the school, that something waits; what is told after signing in."""

from collections.abc import Collection

from django.http import HttpRequest
from django.urls import reverse

from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.queries.leerlingen import Ouderrelatie
from passend.overleggen.queries.overleggen import adres_van
from passend.plannen.queries.opp import list_gezag
from passend.toegang.queries import list_mensen
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


def meld_weigering(request: HttpRequest, bezoek: Dossierbezoek) -> None:
    """Tell who guides at the school that a parent said no to a plan; who leads it when nobody guides there."""
    mensen = list(list_mensen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag))
    begeleiders, directeuren = (
        sorted({adres_van(rol.account) for rol in mensen if rol.soort == soort} - {""})
        for soort in (Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR)
    )
    adres = request.build_absolute_uri(reverse("opps", kwargs={"code": bezoek.vestiging.code}))
    for email in begeleiders or directeuren:
        brieven.stuur_na_bewaren(brieven.OPP_GEWEIGERD, email, {"school": bezoek.vestiging, "adres": adres})
