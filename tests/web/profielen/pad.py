"""The path of adoption, walked through the pages by the people of each step."""

from typing import Any

from tests.factories.paginas import adres, meld_aan
from tests.factories.profielen import School, maak_profiel, maak_school

from passend.begrippen.uitgave import Stapsoort
from passend.profielen.models import Vaststellingsstap

GEHOORD, GEVRAAGD, ADVIES, BESTUUR, GEPUBLICEERD, GEEVALUEERD = (soort.value for soort in Stapsoort)
ALLES = {"op": "2026-10-06", "door": "Leerlingenraad", "hoe": "Gesprek", "gezegd": "Meer rust", "gedaan": "Stilteplek"}
PAD = ((GEHOORD, "directeur"), (GEVRAAGD, "directeur"), (ADVIES, "mr_lid"), (BESTUUR, "bestuurder"))


def zet(school: School, wie: str, soort: str, **velden: Any) -> Any:
    """Take a step as somebody; what is given goes over what every step can say."""
    client = meld_aan(getattr(school, wie))
    return client.post(adres("stap", school), {"soort": soort, **ALLES, **velden}, follow=True)


def gezet() -> list[str]:
    """The steps that are stored, in the order in which they were."""
    return list(Vaststellingsstap.objects.order_by("pk").values_list("soort", flat=True))


def school_met_profiel() -> School:
    """A school with a working copy."""
    school = maak_school()
    maak_profiel(school)
    return school
