"""What changes after the board's decision asks for a new decision, and everybody sees whose turn it is."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_profiel, maak_school, zet_stappen
from tests.web.profielen.pad import BESTUUR, GEPUBLICEERD, gezet, zet

from passend.profielen.actions.onderdelen import save_tekst
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
