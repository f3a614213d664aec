"""Documents of the school: from the working copy as a concept, from an edition as published."""

import pytest
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, maak_editie, maak_profiel, maak_school

from passend.profielen.actions.onderdelen import save_tekst
from passend.uitwisseling.uitgaven import Vorm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


@pytest.mark.parametrize("vorm", Vorm, ids=lambda vorm: vorm.bestandsnaam)
def test_every_document_of_the_concept_comes_under_its_own_name_and_kind(vorm: Vorm) -> None:
    school = maak_school()
    maak_profiel(school)

    antwoord = meld_aan(school.leerkracht).get(adres("document", school, bestandsnaam=vorm.bestandsnaam))

    wijze = "inline" if vorm.mediatype.startswith(("application/pdf", "text/html")) else "attachment"
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, vorm.mediatype)
    assert antwoord["Content-Disposition"] == f'{wijze}; filename="99AA00-concept-{vorm.bestandsnaam}"'
    assert antwoord["Cache-Control"] == "private, no-store"


def test_document_of_the_concept_says_so_and_follows_every_change() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    maak_editie(school, profiel)
    save_tekst(actor=school.directeur, profiel=profiel, code="visie", tekst="Nieuwe visie", versie=1, op=OP)
    client = meld_aan(school.directeur)

    concept = client.get(adres("document", school, bestandsnaam="schoolgids.html")).content.decode()
    editie = client.get("/scholen/99AA00/editie/1/schoolgids.html").content.decode()

    assert ("concept" in concept.lower(), "Nieuwe visie" in concept) == (True, True)
    assert "Nieuwe visie" not in editie


def test_page_lists_the_edition_and_the_concept_apart() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    client = meld_aan(school.directeur)
    vooraf = inhoud_van(client.get(adres("documenten", school)))
    maak_editie(school, profiel)

    pagina = inhoud_van(client.get(adres("documenten", school)))

    assert "Concept 2026-2027 alleen voor de school" in vooraf
    assert "openbaar sinds" not in vooraf
    assert "Editie 1 openbaar sinds ma 5 oktober 2026" in pagina
    assert pagina.count("sop.pdf") == 2


def test_school_without_a_profile_has_no_documents_yet() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)

    assert "Er is nog geen profiel." in inhoud_van(client.get(adres("documenten", school)))
    assert client.get(adres("document", school, bestandsnaam="sop.pdf")).status_code == 404


@pytest.mark.parametrize("naam", ["sop.exe", "..", "sop.pdf.html", "SOP.PDF"])
def test_document_that_is_not_made_has_no_place(naam: str) -> None:
    school = maak_school()
    maak_profiel(school)

    assert meld_aan(school.directeur).get(f"/school/99AA00/documenten/{naam}").status_code == 404
