"""A passkey in a real browser with an authenticator that Chromium plays: made, and used to sign in."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journeys.conftest import Mens, overtredingen
from tests.journeys.echt import maak_directeur, speel_sleutel

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("maat", [(1280, 900), (390, 844)], ids=["wide", "narrow"])
def test_passkey_is_made_and_opens_the_first_screen(
    mens: Callable[..., Mens], tmp_path: Path, maat: tuple[int, int]
) -> None:
    database = tmp_path / "passend.sqlite3"
    maak_directeur(database)
    tess = mens(maat=maat)
    tess.adres = tess.adres.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, not to a number
    pagina = tess.page
    speel_sleutel(pagina)

    tess.ga("/aanmelden")
    fouten = overtredingen(pagina)
    pagina.fill("#id-login", "tess@school.example")
    pagina.fill("#id-password", "een-lang-wachtwoord")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/account")
    fouten += overtredingen(pagina)
    pagina.click("text=Maak een toegangssleutel")
    pagina.locator("text=Maak de sleutel").wait_for()
    fouten += overtredingen(pagina)
    pagina.click("text=Maak de sleutel")
    pagina.wait_for_url("**/account/herstelcodes")
    fouten += overtredingen(pagina)
    pagina.click("text=Ik heb ze bewaard")
    pagina.wait_for_url("**/start")
    pagina.click("summary")
    pagina.click("text=Afmelden")
    tess.ga("/aanmelden")
    pagina.click("text=Meld aan met een toegangssleutel")
    pagina.wait_for_url("**/start")

    assert fouten == []
    with sqlite3.connect(database) as rijen:
        redenen = [
            reden for (reden,) in rijen.execute("select reden from toegang_installatieregel where handeling='sign_in'")
        ]
    assert redenen == ["password", "webauthn"]
