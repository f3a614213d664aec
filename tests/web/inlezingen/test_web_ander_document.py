"""A document of another school, or of another year, is not taken without a word."""

import pytest
from tests.factories.paginas import HTMX, ZEKER, adres, inhoud_van, maak_inlezing, meld_aan, tekst
from tests.factories.profielen import School, maak_school

from passend.profielen.actions.inlezingen import list_twijfels
from passend.profielen.models import Inlezing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
NAAM = "veld:schoolnaam"


def _nakijken(school: School, inlezing: Inlezing) -> str:
    return inhoud_van(meld_aan(school.directeur).get(adres("nakijken", school, pk=inlezing.pk)))


def _sla_op(school: School, inlezing: Inlezing) -> str:
    velden = {"schooljaar": "2026-2027"}
    client = meld_aan(school.directeur)
    return inhoud_van(client.post(adres("opslaan", school, pk=inlezing.pk), velden, follow=True))


def test_document_of_another_school_is_asked_about_before_it_is_stored() -> None:
    school = maak_school(naam="Basisschool Het Duinpad")
    inlezing = maak_inlezing(school, ZEKER)

    pagina = _nakijken(school, inlezing)
    geweigerd = _sla_op(school, inlezing)
    antwoord = meld_aan(school.directeur).post(
        adres("antwoord", school, pk=inlezing.pk), {"sleutel": NAAM, "akkoord": "1"}, headers=HTMX
    )
    inlezing.refresh_from_db()

    assert "Is dit het goede document?" in pagina
    assert "De Wilgenboom. U levert in voor Basisschool Het Duinpad." in pagina
    assert "1 plek om na te kijken" in pagina
    assert "Nog niet alles is nagekeken (nog te doen: 1)" in geweigerd
    assert antwoord.status_code == 200
    assert list_twijfels(inlezing) == []
    assert "Het document staat nu in het profiel van 2026-2027." in _sla_op(school, inlezing)


def test_document_of_another_school_is_told_again_where_it_is_stored() -> None:
    school = maak_school(naam="Basisschool Het Duinpad")
    inlezing = maak_inlezing(school, ZEKER)
    zin = "Dat is niet Basisschool Het Duinpad. Slaat u het op, dan staat het in het profiel van uw school."

    voor = _nakijken(school, inlezing)
    klopt = {"sleutel": NAAM, "akkoord": "1"}
    antwoord = meld_aan(school.directeur).post(adres("antwoord", school, pk=inlezing.pk), klopt, headers=HTMX)
    goed = {"sleutel": NAAM, "waarde": "Het Duinpad"}
    verbeterd = meld_aan(school.directeur).post(adres("antwoord", school, pk=inlezing.pk), goed, headers=HTMX)

    assert zin not in voor
    assert zin in tekst(antwoord)
    assert zin not in tekst(verbeterd)


def test_name_put_right_takes_the_question_away() -> None:
    school = maak_school(naam="Het Duinpad")
    inlezing = maak_inlezing(school, ZEKER)
    velden = {"sleutel": NAAM, "waarde": "OBS Het Duinpad"}
    meld_aan(school.directeur).post(adres("antwoord", school, pk=inlezing.pk), velden, headers=HTMX)
    inlezing.refresh_from_db()

    assert "Is dit het goede document?" not in _nakijken(school, inlezing)


def test_own_document_raises_no_question() -> None:
    school = maak_school()
    inlezing = maak_inlezing(school, ZEKER)

    assert "Is dit het goede document?" not in _nakijken(school, inlezing)


def test_document_without_a_name_is_known_by_its_postcode() -> None:
    school = maak_school()
    school.vestiging.postcode = "1012 JS"
    school.vestiging.save()
    inlezing = maak_inlezing(school, ZEKER)
    for veld in inlezing.lezing["velden"]:
        veld["waarde"] = {"schoolnaam": None, "adres": "Zeeweg 1, 2555 AB Den Haag"}.get(veld["veld"], veld["waarde"])
    inlezing.save()

    assert "In dit document staat Zeeweg 1, 2555 AB Den Haag." in _nakijken(school, inlezing)
    assert list_twijfels(inlezing) == ["veld:adres"]


@pytest.mark.parametrize(("jaar", "gezegd"), [("2023-2024", True), ("2026-2027", False), (None, False)])
def test_year_of_the_document_is_said_where_it_is_stored(jaar: str | None, *, gezegd: bool) -> None:
    school = maak_school()
    inlezing = maak_inlezing(school, ZEKER)
    inlezing.lezing["schooljaar"] = jaar
    inlezing.save()

    assert ("Dit document is van" in _nakijken(school, inlezing)) is gezegd
