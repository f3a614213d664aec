"""Finding organisations."""

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband, maak_vestiging

from passend.organisaties.queries import get_bestuur, get_samenwerkingsverband, get_vestiging, list_vestigingen

pytestmark = pytest.mark.django_db


def test_vestiging_is_found_by_its_code_in_any_case() -> None:
    vestiging = maak_vestiging(brin="99AB")

    assert [get_vestiging(code=code) for code in ("99AB00", "99ab00", "99AB01", "")] == [
        vestiging,
        vestiging,
        None,
        None,
    ]


def test_bestuur_and_samenwerkingsverband_are_found_by_their_number() -> None:
    bestuur = maak_bestuur(nummer="99001")
    verband = bestuur.samenwerkingsverband

    gevonden = [get_bestuur(nummer="99001"), get_samenwerkingsverband(nummer=verband.nummer)]
    onbekend = [get_bestuur(nummer="99009"), get_samenwerkingsverband(nummer="PO9999")]

    assert (gevonden, onbekend) == ([bestuur, verband], [None, None])


def test_vestigingen_are_those_of_one_bestuur_or_one_samenwerkingsverband() -> None:
    verband = maak_samenwerkingsverband("PO9901")
    een, twee = maak_bestuur(verband, "99001"), maak_bestuur(verband, "99002")
    elders = maak_bestuur(maak_samenwerkingsverband("PO9902"), "99003")
    a, b = maak_vestiging(een, "99AA", "A"), maak_vestiging(twee, "99AB", "B")
    c = maak_vestiging(elders, "99AC", "C")

    lijsten = [
        list(list_vestigingen()),
        list(list_vestigingen(bestuur=een)),
        list(list_vestigingen(samenwerkingsverband=verband)),
    ]

    assert lijsten == [[a, b, c], [a], [a, b]]


@pytest.mark.parametrize("aantal", [1, 3])
def test_vestigingen_with_board_and_region_take_one_query(
    aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    bestuur = maak_bestuur()
    for nummer in range(aantal):
        maak_vestiging(bestuur, f"99A{'ABC'[nummer]}")

    with django_assert_num_queries(1):
        regios = [vestiging.bestuur.samenwerkingsverband.regio for vestiging in list_vestigingen()]

    assert regios == ["Duinrand"] * aantal
