"""Refusing on the grondslag of a school: only where a public school is within reasonable distance (WPO 58 lid 1)."""

from datetime import date
from typing import Any

import pytest
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband, maak_vestiging
from tests.factories.profielen import School, maak_school
from tests.factories.toelating import besluit, gebeur, maak_aanmelding, maak_beleid

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.besluiten import PoortError
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Brief

pytestmark = pytest.mark.django_db
NEE = Toelatingsbesluit.GEWEIGERD


@pytest.fixture
def school() -> Any:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        yield school


def _zeg_nee(bij: School, aanmelding: Aanmelding, **meer: Any) -> Aanmeldgebeurtenis:
    feiten: dict[str, Any] = {"vooraf_op": date(2026, 10, 6), "is_openbaar_nagekeken": True} | meer
    feiten["tekst"] = "Hun kind mag niet meedoen aan de vieringen."
    return gebeur(bij, aanmelding, Gebeurtenissoort.GRONDSLAG_GEWEIGERD, 2, **feiten)


def _weiger(school: School, aanmelding: Aanmelding, **meer: Any) -> None:
    besluit(school, aanmelding, NEE, grond=Weigeringsgrond.GRONDSLAG, **meer)


def _brief(aanmelding: Aanmelding) -> str:
    return Brief.objects.get(aanmelding=aanmelding, soort="geweigerd").tekst


def test_nobody_is_refused_where_no_public_school_is_nearby(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    _zeg_nee(school, aanmelding)

    with pytest.raises(PoortError, match="niet welke openbare school op redelijke afstand"):
        _weiger(school, aanmelding)

    _zeg_nee(school, aanmelding, school="De Zandloper", plaats="Zeestad")
    _weiger(school, aanmelding)
    assert "een openbare school is. Dat is De Zandloper, Zeestad" in _brief(aanmelding)


def test_board_that_refuses_all_the_same_tells_the_parents_what_was_missing(school: School) -> None:
    aanmelding = maak_aanmelding(school)
    _zeg_nee(school, aanmelding)

    _weiger(school, aanmelding, doorbreking="Besproken met de inspectie.")

    assert "nagaan of er een openbare school is op redelijke afstand van uw huis" in _brief(aanmelding)
    assert "Dat is" not in _brief(aanmelding)


def test_public_school_has_no_grondslag_whatever_the_board_says(school: School) -> None:
    maak_beleid(school, is_openbaar=True)
    aanmelding = maak_aanmelding(school)

    with pytest.raises(PoortError, match="Een openbare school heeft geen grondslag"):
        _weiger(school, aanmelding, doorbreking="Besproken met de inspectie.")


@pytest.mark.parametrize(
    ("meer", "zin"),
    [
        ({"school": "De Wilgenboom"}, "Dit is deze school zelf. Noem een openbare school"),
        ({"school": "De Wilgenboom", "plaats": "Zeestad"}, "is de naam van deze school zelf"),
        ({"school": "De Zandloper"}, "in welke plaats deze school staat"),
    ],
)
def test_public_school_nearby_is_another_one_that_can_be_found(school: School, meer: dict[str, str], zin: str) -> None:
    with pytest.raises(ToelatingError, match=zin):
        _zeg_nee(school, maak_aanmelding(school), **meer)


@pytest.mark.parametrize("is_openbaar", [True, False])
def test_school_that_says_what_it_is_counts_as_that(*, is_openbaar: bool) -> None:
    school = maak_school()
    buur = maak_school(maak_bestuur(maak_samenwerkingsverband("PO9902"), "99002"), brin="99ZZ", naam="De Kiezel")
    with in_bestuur(buur.vestiging.bestuur_id):
        maak_beleid(buur, is_openbaar=is_openbaar)
    gekozen = {"school": "De Kiezel, Voorbeeldstad", "vestiging": buur.vestiging, "is_openbaar_nagekeken": False}
    getypt = {"school": "Basisschool de Kiezel", "plaats": "Voorbeeldstad"}

    with in_bestuur(school.vestiging.bestuur_id):
        for meer in (gekozen, getypt, getypt | {"is_openbaar_nagekeken": False}):
            if is_openbaar:
                gezegd = _zeg_nee(school, maak_aanmelding(school, voornaam=f"{meer}"[:80]), **meer)
                assert (gezegd.school, gezegd.vestiging) == ("De Kiezel, Voorbeeldstad", buur.vestiging)
                continue
            with pytest.raises(ToelatingError, match="De Kiezel, Voorbeeldstad zegt zelf dat zij geen openbare school"):
                _zeg_nee(school, maak_aanmelding(school), **meer)


@pytest.mark.parametrize("is_bekend", [True, False])
def test_school_that_did_not_say_what_it_is_counts_once_somebody_checked(school: School, *, is_bekend: bool) -> None:
    if is_bekend:
        maak_vestiging(school.vestiging.bestuur, "99ZZ", "De Zandloper", "Zeestad")
    aanmelding, getypt = maak_aanmelding(school), {"school": "De Zandloper", "plaats": "Zeestad"}

    with pytest.raises(ToelatingError, match="De Zandloper, Zeestad zei in Passend niet of zij een openbare school is"):
        _zeg_nee(school, aanmelding, **getypt, is_openbaar_nagekeken=False)

    gezegd = _zeg_nee(school, aanmelding, **getypt)
    assert (gezegd.school, gezegd.vestiging is not None) == ("De Zandloper, Zeestad", is_bekend)
