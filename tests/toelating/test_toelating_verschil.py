"""What the school found otherwise than the parents, and what was missing for a decision, is in the letter."""

import pytest
from tests.factories.profielen import School, maak_school
from tests.factories.toelating import besluit, gebeur, maak_aanmelding

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.toelating.models import Aanmelding, Brief
from passend.toelating.queries.zaken import get_zaak

pytestmark = pytest.mark.django_db
ANDERS = "U schreef dat Noa extra hulp nodig heeft. De school keek ernaar en vindt iets anders, hierom: Noa leest vlot."
ONTBRAK = (
    "Het bestuur besloot, terwijl dit nog niet klaar was: met u praten over een school die past; een andere school "
    "vinden die uw kind wil toelaten."
)


def _bekeken(school: School, bevinding: str, **anders: str) -> Aanmelding:
    aanmelding = maak_aanmelding(school, **anders)
    gebeur(school, aanmelding, Soort.ONDERZOEK, 1, bevinding=bevinding, tekst="Noa leest vlot.")
    return aanmelding


def _brief(school: School, aanmelding: Aanmelding) -> list[str]:
    besluit(school, aanmelding, Toelatingsbesluit.GEWEIGERD, doorbreking="Spoed.")
    return Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst.split("\n\n")


@pytest.mark.parametrize("bevinding", ["geen", "taal"])
def test_refusal_tells_parents_why_the_school_finds_no_extra_help_needed(bevinding: str) -> None:
    school = maak_school()
    aanmelding = _bekeken(school, bevinding)
    verschil = get_zaak(aanmelding=aanmelding).verschil

    assert verschil is not None
    assert verschil.bevinding == bevinding
    assert ANDERS in _brief(school, aanmelding)


@pytest.mark.parametrize(("vraag", "bevinding"), [("extra", "extra"), ("geen", "geen"), ("geen", "extra")])
def test_nothing_differs_when_the_school_finds_as_much_as_the_parents_say(vraag: str, bevinding: str) -> None:
    school = maak_school()
    aanmelding = _bekeken(school, bevinding, hulpvraag=vraag)

    assert get_zaak(aanmelding=aanmelding).verschil is None
    assert ANDERS not in _brief(school, aanmelding)


def test_letter_of_a_board_that_went_through_a_gate_says_what_was_missing() -> None:
    school = maak_school()

    brief = _brief(school, _bekeken(school, "extra"))

    assert [een for een in brief if een.startswith("Het bestuur besloot, terwijl")] == [ONTBRAK]
    assert "Het bestuur week af van wat eerst klaar moest zijn. De reden daarvoor: Spoed." in brief
