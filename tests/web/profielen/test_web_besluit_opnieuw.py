"""What changes after the board's decision asks for a new decision, and everybody sees whose turn it is."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_profiel, maak_school, zet_stappen
from tests.web.profielen.pad import BESTUUR, GEPUBLICEERD, gezet, zet

from passend.begrippen.profielinhoud import Structuurdeel
from passend.profielen.actions.onderdelen import add_rij, save_structuur, save_tekst
from passend.profielen.models import Editie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
NODIG, TAAK = "Het besluit van het bestuur is opnieuw nodig", "Stel het profiel opnieuw vast"


def _veranderd_na_besluit() -> School:
    school = maak_school()
    profiel = maak_profiel(school)
    zet_stappen(school, profiel)
    op = OP + timedelta(hours=1)
    save_tekst(actor=school.directeur, profiel=profiel, code="visie", versie=1, tekst="Anders.", op=op)
    return school


def _pagina(school: School, wie: str, naam: str) -> str:
    weg = "/start" if naam == "start" else adres(naam, school)
    return inhoud_van(meld_aan(getattr(school, wie)).get(weg))


def test_everybody_sees_that_the_board_decides_again() -> None:
    school = _veranderd_na_besluit()

    taken = {wie: _pagina(school, wie, "start") for wie in ("directeur", "bestuurder")}
    pad = _pagina(school, "directeur", "vaststelling")

    assert NODIG in _pagina(school, "directeur", "profiel")
    assert "Na dat besluit is 1 plek in het profiel veranderd." in pad
    assert "nu aan de beurt: het bestuur" in pad
    assert "Publiceer als editie" not in pad
    assert {wie: TAAK in taak for wie, taak in taken.items()} == {"directeur": False, "bestuurder": True}
    assert "Publiceer het profiel" not in taken["directeur"] + taken["bestuurder"]


def test_who_writes_hears_beforehand_that_a_change_asks_for_a_new_decision() -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    vooraf = _pagina(school, "directeur", "profiel")
    zet_stappen(school, profiel)
    zin = "Het bestuur heeft dit vastgesteld op ma 5 oktober 2026"

    schermen = {wie: _pagina(school, wie, "profiel") for wie in ("directeur", "mr_lid")}

    assert zin not in vooraf
    assert {wie: zin in scherm for wie, scherm in schermen.items()} == {"directeur": True, "mr_lid": False}
    assert "Verandert u nu iets, dan moet het bestuur opnieuw besluiten." in schermen["directeur"]
    zet(school, "directeur", GEPUBLICEERD)
    assert zin not in _pagina(school, "directeur", "profiel")


@pytest.mark.parametrize("naam", ["profiel", "vaststelling"])
def test_changed_places_are_named_with_the_way_to_them(naam: str) -> None:
    school = _veranderd_na_besluit()
    profiel = school.vestiging.profielen.get()
    op = OP + timedelta(hours=2)
    for nummer in range(6):
        add_rij(actor=school.directeur, profiel=profiel, tabel="aanbod", label=f"Club {nummer}", soort=None, op=op)
    delen = (Structuurdeel(soort="mens", naam="Juf"),)
    save_structuur(actor=school.directeur, profiel=profiel, delen=delen, versie=1, op=op)

    antwoord = meld_aan(school.bestuurder).get(adres(naam, school))

    plekken = re.findall(r'<li><a href="([^"]+)">([^<]+)</a></li>', antwoord.content.decode().partition(NODIG)[2])
    assert plekken[0] == (f"{adres('profiel', school)}#o-tekst-visie", "Onze visie")
    assert (adres("structuur", school), "de structuur") in plekken
    assert "Na dat besluit zijn 8 plekken in het profiel veranderd." in inhoud_van(antwoord)
    assert "en nog 3" in inhoud_van(antwoord)


def test_change_that_was_put_back_asks_for_nothing() -> None:
    school = _veranderd_na_besluit()
    profiel, op = school.vestiging.profielen.get(), OP + timedelta(hours=2)

    save_tekst(actor=school.directeur, profiel=profiel, code="visie", versie=2, tekst="", op=op)

    assert NODIG not in _pagina(school, "directeur", "profiel") + _pagina(school, "directeur", "vaststelling")
    assert "Publiceer het profiel" in _pagina(school, "directeur", "start")


def test_directeur_who_publishes_anyway_hears_that_the_board_must_decide() -> None:
    school = _veranderd_na_besluit()

    geweigerd = zet(school, "directeur", GEPUBLICEERD)

    assert "Het bestuur bekijkt dat en legt zijn besluit hier opnieuw vast." in inhoud_van(geweigerd)
    assert not Editie.objects.exists()


def test_board_decides_again_in_one_step_and_then_it_is_published() -> None:
    school = _veranderd_na_besluit()
    eerder = gezet()

    opnieuw = inhoud_van(zet(school, "bestuurder", BESTUUR, op=timezone.localdate().isoformat()))

    assert "Vastgelegd: vastgesteld door het bestuur." in opnieuw
    assert NODIG not in opnieuw
    assert gezet() == eerder
    assert "Gepubliceerd als editie 1." in inhoud_van(zet(school, "directeur", GEPUBLICEERD))


def test_nothing_is_asked_again_when_nothing_changed() -> None:
    school = maak_school()
    zet_stappen(school, maak_profiel(school))

    assert NODIG not in _pagina(school, "directeur", "profiel") + _pagina(school, "directeur", "vaststelling")
    assert "Publiceer het profiel" in _pagina(school, "directeur", "start")
