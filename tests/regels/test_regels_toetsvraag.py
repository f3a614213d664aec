"""Which results that somebody types are asked after before they are kept."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from passend.regels.instrumenten import Resultaatgegevens
from passend.regels.toetsvraag import vragen_bij

EERDER = Resultaatgegevens(
    instrument="cito_lvs",
    instrumentversie="3.0",
    vak="rekenen",
    afgenomen_op=date(2026, 6, 10),
    afnamemoment="E4",
    schaalscore=Decimal(190),
)
NU = replace(EERDER, afgenomen_op=date(2026, 11, 24), afnamemoment="M5")


@pytest.mark.parametrize("score", ["0", "5", "94", "94,5", "381", "99999"])
def test_score_far_from_those_before_is_asked_after(score: str) -> None:
    vragen = vragen_bij(replace(NU, schaalscore=Decimal(score.replace(",", "."))), [EERDER])

    assert vragen == [f"De score {score} is heel anders dan gewoon. Klopt het getal?", "De vorige score was 190."]


@pytest.mark.parametrize("score", ["95", "190", "212.5", "380"])
def test_score_as_one_expects_is_kept(score: str) -> None:
    assert vragen_bij(replace(NU, schaalscore=Decimal(score)), [EERDER]) == []


@pytest.mark.parametrize(("score", "is_vreemd"), [("0", False), ("40", False), ("41", True)])
def test_small_scores_have_room_to_grow(score: str, *, is_vreemd: bool) -> None:
    klein = replace(EERDER, schaalscore=Decimal(10))

    assert bool(vragen_bij(replace(NU, schaalscore=Decimal(score)), [klein])) is is_vreemd


@pytest.mark.parametrize(("score", "aantal"), [("1000", 0), ("1000.5", 1)])
def test_first_score_is_asked_after_when_no_scale_goes_that_far(score: str, aantal: int) -> None:
    assert len(vragen_bij(replace(NU, schaalscore=Decimal(score)), [])) == aantal


@pytest.mark.parametrize("anders", [{"vak": "spelling"}, {"instrumentversie": "2.0"}, {"instrument": "iep"}])
def test_scores_on_another_scale_say_nothing(anders: dict[str, str]) -> None:
    assert vragen_bij(replace(NU, schaalscore=Decimal(40)), [replace(EERDER, **anders)]) == []


def test_moment_that_was_there_on_another_day_is_asked_after_and_the_same_day_is_the_same_test() -> None:
    zelfde_moment = replace(NU, afgenomen_op=date(2026, 11, 25))

    assert vragen_bij(zelfde_moment, [NU]) == ["Er staat al een toets van M5, op 24-11-2026. Is dit een andere?"]
    assert vragen_bij(NU, [NU]) == []
    assert vragen_bij(replace(zelfde_moment, afnamemoment=""), [replace(NU, afnamemoment="")]) == []
    assert vragen_bij(replace(NU, schaalscore=None), [EERDER]) == []
