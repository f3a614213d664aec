"""From a document on a laptop to a public page and a PDF, as a newcomer does it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.drukwerk import bladzijden
from tests.journeys.conftest import Mens, overtredingen

pytestmark = [pytest.mark.browser]
VOORBEELDEN = Path(__file__).parents[1] / "samples"
ECHT = Path(__file__).parents[2].parent / "shared" / "sop" / "palet-2023-2024.txt"
DIRECTEUR, MR, BESTUUR = "directeur.duinpad@voorbeeld.nl", "mr.duinpad@voorbeeld.nl", "bestuur.vuurbaak@voorbeeld.nl"


def lever_in(iemand: Mens, document: Path) -> None:
    """Drop a document on the page: the start page when there is nothing yet, the page for it otherwise."""
    if iemand.page.locator("#bestand").count() == 0:
        iemand.page.get_by_role("link", name="Document inleveren").first.click()
    iemand.page.set_input_files("#bestand", document)
    iemand.page.wait_for_url("**/inlezing/**", timeout=30_000)


def kijk_na(iemand: Mens) -> int:
    """Walk with the keyboard until the counter is gone; how many times Enter was needed."""
    keren = 0
    if iemand.page.locator("[data-twijfel]").count():
        iemand.page.keyboard.press("j")
    while (over := iemand.page.locator("[data-twijfel]").count()) > 0:
        iemand.page.keyboard.press("Enter")
        expect(iemand.page.locator("[data-twijfel]")).to_have_count(over - 1)
        keren += 1
    return keren


def vul_stap(iemand: Mens, **antwoorden: str) -> None:
    iemand.ga("/school/99AD00/vaststelling")
    for naam, waarde in antwoorden.items():
        iemand.page.fill(f"#id-{naam}", waarde)
    iemand.page.get_by_role("button", name="Leg deze stap vast").click()
    iemand.page.get_by_text("Vastgelegd:").wait_for()


@pytest.mark.parametrize(
    "document", [VOORBEELDEN / "wilgenboom-rooster.pdf", VOORBEELDEN / "wilgenboom-vakjes.docx", ECHT]
)
def test_a_document_becomes_an_adopted_profile_and_a_public_page(mens: Callable[..., Mens], document: Path) -> None:
    if not document.exists():
        pytest.skip("het echte document is er niet")
    directeur = mens(DIRECTEUR)

    lever_in(directeur, document)
    twijfels = directeur.page.locator("[data-twijfel]").count()
    assert kijk_na(directeur) == twijfels
    directeur.page.keyboard.press("Enter")  # once too often: storing is something one chooses
    expect(directeur.page.locator("#opslaan h2")).to_be_visible()
    assert overtredingen(directeur.page) == []
    expect(directeur.page).to_have_url(re.compile("/inlezing/"))
    directeur.page.locator("#opslaan").get_by_role("button", name="Opslaan").click()
    directeur.page.wait_for_url("**/profiel")

    vul_stap(directeur, door="Leerlingenraad", hoe="Gesprek", gezegd="Meer rust", gedaan="Stilteplek gemaakt")
    vul_stap(directeur, door="Directeur", hoe="Stilteplek erbij")
    vul_stap(mens(MR), door="MR, voorzitter", gezegd="Positief")
    vul_stap(mens(BESTUUR), door="Bestuur")
    directeur.ga("/school/99AD00/vaststelling")
    directeur.page.get_by_role("button", name="Publiceer als editie").click()
    directeur.page.get_by_text("Gepubliceerd als editie 1.").wait_for()

    ouder = mens()
    ouder.ga("/scholen/99AD00")
    expect(ouder.page.get_by_role("heading", level=1)).to_have_text("Basisschool Het Duinpad")
    expect(ouder.page.get_by_text("Stilteplek gemaakt").first).to_be_attached()
    pdf = ouder.page.request.get(directeur.adres + "/scholen/99AD00/editie/1/sop.pdf")
    assert "Handelingsgericht werken" in " ".join(bladzijden(pdf.body()))


def test_the_same_file_twice_is_one_document(mens: Callable[..., Mens]) -> None:
    directeur = mens(DIRECTEUR)
    lever_in(directeur, VOORBEELDEN / "wilgenboom-rooster.docx")
    eerste = directeur.page.url

    directeur.ga("/start")
    lever_in(directeur, VOORBEELDEN / "wilgenboom-rooster.docx")

    expect(directeur.page).to_have_url(f"{eerste}?al=1")
    expect(directeur.page.get_by_text("Dit document had u al ingeleverd.")).to_have_count(1)


def test_a_photo_is_refused_with_a_sentence_and_stores_nothing(mens: Callable[..., Mens], tmp_path: Path) -> None:
    foto = tmp_path / "profiel.pdf"
    foto.write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 500)
    directeur = mens(DIRECTEUR)

    directeur.page.set_input_files("#bestand", foto)

    directeur.page.get_by_role("alert").wait_for()
    expect(directeur.page.get_by_role("alert")).to_have_text(re.compile(r"^\s*Dit bestand kunnen we niet lezen"))
    assert overtredingen(directeur.page) == []
    directeur.ga("/school/99AD00/inleveren")
    expect(directeur.page.get_by_role("heading", name="Eerder ingeleverd")).to_have_count(0)


def test_a_doubtful_cell_can_be_corrected(mens: Callable[..., Mens]) -> None:
    directeur = mens(DIRECTEUR)
    lever_in(directeur, VOORBEELDEN / "wilgenboom-rooster.pdf")
    rij = directeur.page.locator("article", has=directeur.page.get_by_role("heading", name="1. Doelgericht werken."))

    rij.get_by_text("Verbeter").click()
    rij.get_by_label("Nog op te starten").check()
    rij.get_by_role("button", name="Zo is het goed").click()

    rij.get_by_text("nagekeken").wait_for()
    expect(rij.locator("p").first).to_contain_text("Nog op te starten")


def test_what_was_chosen_wins_from_what_was_read(mens: Callable[..., Mens]) -> None:
    directeur = mens(DIRECTEUR)
    lever_in(directeur, VOORBEELDEN / "wilgenboom-layout.txt")
    kaart = directeur.page.locator("[data-twijfel]", has=directeur.page.get_by_label("Nog op te starten")).first
    naam = kaart.get_attribute("id")

    kaart.get_by_label("Nog op te starten").check()
    expect(kaart.locator("[data-akkoord]")).to_be_hidden()
    directeur.page.keyboard.press("Enter")

    kaart = directeur.page.locator(f"#{naam}")
    kaart.get_by_text("nagekeken").wait_for()
    expect(kaart.locator("p").first).to_contain_text("Nog op te starten")
