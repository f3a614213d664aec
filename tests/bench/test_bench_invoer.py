"""The bare rows of the bench must be rows the tables of today take: otherwise the ratio cannot be measured."""

import pytest
from bench import invoerwerker


@pytest.mark.django_db
def test_the_import_and_its_bare_equivalent_both_put_the_same_pupils_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invoerwerker, "AANTAL", 3)

    gemeten = invoerwerker.voer_uit(1)

    assert gemeten["aantal"] == 3
    assert len(gemeten["kaal"]) == len(gemeten["ons"]) == 1
