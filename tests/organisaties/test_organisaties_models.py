"""Two organisations cannot share the number they are known by."""

import pytest
from django.db import IntegrityError, transaction
from tests.factories.organisaties import maak_bestuur, maak_samenwerkingsverband, maak_vestiging

pytestmark = pytest.mark.django_db


def test_samenwerkingsverband_with_a_number_in_use_is_refused() -> None:
    maak_samenwerkingsverband("PO9901")

    with pytest.raises(IntegrityError), transaction.atomic():
        maak_samenwerkingsverband("PO9901")


def test_bestuur_with_a_number_in_use_is_refused() -> None:
    bestuur = maak_bestuur(nummer="99001")

    with pytest.raises(IntegrityError), transaction.atomic():
        maak_bestuur(bestuur.samenwerkingsverband, nummer="99001")


def test_vestiging_with_a_code_in_use_is_refused() -> None:
    vestiging = maak_vestiging(brin="99AA")

    with pytest.raises(IntegrityError), transaction.atomic():
        maak_vestiging(vestiging.bestuur, brin="99AA")


def test_code_of_a_vestiging_is_brin_and_site_number() -> None:
    assert maak_vestiging(brin="99AB").code == "99AB00"


def test_organisations_are_shown_by_their_name() -> None:
    vestiging = maak_vestiging(naam="De Kiem")

    namen = [str(vestiging), str(vestiging.bestuur), str(vestiging.bestuur.samenwerkingsverband)]

    assert namen == ["De Kiem", "Stichting 99001", "Samenwerkingsverband PO9901"]
