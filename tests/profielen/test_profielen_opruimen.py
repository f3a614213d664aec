"""A test that commits leaves nothing behind, although editions refuse to be deleted."""

import pytest
from django.db import DatabaseError
from tests.factories.profielen import maak_editie, maak_school

from passend.profielen.models import Editie


@pytest.mark.parametrize("keer", [1, 2])
def test_edition_that_was_committed_is_gone_before_the_next_test_and_still_refuses_deletion(
    keer: int, transactional_db: None
) -> None:
    editie = maak_editie(maak_school())

    with pytest.raises(DatabaseError, match="een editie is onveranderlijk"):
        Editie.objects.filter(pk=editie.pk).update(nummer=keer)

    assert Editie.objects.count() == 1
