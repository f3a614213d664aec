"""Many rows at once."""

import pytest
from tests.factories.organisaties import maak_bestuur, maak_vestiging

from passend.organisaties.actions.stapel import PLEKKEN, insert_stapel
from passend.organisaties.models import Groep

pytestmark = pytest.mark.django_db
KOLOMMEN = ("bestuur", "vestiging", "schooljaar", "naam")
IN_EEN_KEER = PLEKKEN // len(KOLOMMEN)


@pytest.mark.parametrize("aantal", [0, 1, IN_EEN_KEER - 1, IN_EEN_KEER, IN_EEN_KEER + 1, 2 * IN_EEN_KEER, 600])
def test_each_row_comes_in_once_and_in_its_own_order(aantal: int) -> None:
    vestiging = maak_vestiging(maak_bestuur())
    namen = [f"groep {nummer}" for nummer in range(aantal)]

    insert_stapel(Groep, KOLOMMEN, [(vestiging.bestuur_id, vestiging.pk, "2026-2027", naam) for naam in namen])

    assert list(Groep.objects.order_by("pk").values_list("naam", flat=True)) == namen
    assert set(Groep.objects.values_list("vestiging", "schooljaar")) <= {(vestiging.pk, "2026-2027")}
