"""axe finds nothing, on any page, in both widths, both modes and both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journeys.conftest import BREED, SMAL, Mens, bezwaren

pytestmark = [pytest.mark.browser]
VOORBEELD = Path(__file__).parents[1] / "samples" / "wilgenboom-rooster.pdf"
SCHOOL = [
    "/start",
    "/school/99AA00/profiel",
    "/school/99AA00/inleveren",
    "/school/99AA00/structuur",
    "/school/99AA00/team",
    "/school/99AA00/vaststelling",
    "/school/99AA00/doelen",
    "/school/99AA00/documenten",
]
PAGINAS = {
    "directeur@voorbeeld.nl": SCHOOL,
    "leerkracht@voorbeeld.nl": ["/start", "/school/99AA00/profiel", "/school/99AA00/team", "/school/99AA00/structuur"],
    "bestuur@voorbeeld.nl": ["/start", "/overzicht", "/school/99AA00/vaststelling"],
    "samenwerkingsverband@voorbeeld.nl": ["/start", "/overzicht", "/sjablonen", "/hulpvragen"],
    "directeur.duinpad@voorbeeld.nl": [
        "/start",
        "/school/99AD00/profiel",
        "/school/99AD00/structuur",
        "/school/99AD00/vaststelling",
        "/school/99AD00/documenten",
        "/school/99AA00/profiel",
        "/bestaat-niet",
    ],
    None: [
        "/",
        "/aanmelden",
        "/scholen/99AA00",
        "/scholen/99AA00/editie/1",
        "/scholen/99AA00/verschil",
        "/scholen/99AA00/editie/2/schoolgids.html",
        "/scholen/99AA00/editie/2/ouders-nl.html",
        "/scholen/99AA00/editie/2/ouders-en.html",
        "/scholen/99AD00",
        "/vergelijk?school=99AA00",
        "/vergelijk?school=99AA00&school=99AB00",
        "/?zoek=zzz",
    ],
}


@pytest.mark.parametrize(
    ("maat", "kleuren", "taal"),
    [
        (BREED, "light", "nl"),
        (SMAL, "dark", "en"),  # the other of each: a colour, a width and a language are never wrong only together
    ],
    ids=["breed-licht", "smal-donker-engels"],
)
def test_every_page_is_accessible_and_fits_the_screen(
    mens: Callable[..., Mens], maat: tuple[int, int], kleuren: str, taal: str
) -> None:
    fouten: dict[str, list[str]] = {}
    for account, paden in PAGINAS.items():
        iemand = mens(account, maat, kleuren, taal)
        for pad in paden:
            iemand.ga(pad)
            if gevonden := bezwaren(iemand, maat[0]):
                fouten[f"{account} {pad}"] = gevonden
    directeur = mens("directeur.duinpad@voorbeeld.nl", maat, kleuren, taal)
    directeur.page.set_input_files("#bestand", VOORBEELD)
    directeur.page.wait_for_url("**/inlezing/**", timeout=30_000)
    fouten["nakijken"] = bezwaren(directeur, maat[0])

    assert {pad: gevonden for pad, gevonden in fouten.items() if gevonden} == {}
