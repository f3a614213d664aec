"""Making organisations."""

import pytest
from tests.factories.organisaties import maak_bestuur

from passend.organisaties.actions import OrganisatieError, Vestiginggegevens, create_vestigingen
from passend.organisaties.models import Vestiging

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("brin", "volgnummer"), [("99aa", "00"), ("9AAA", "00"), ("99AAA", "00"), ("99AA", "0")])
def test_vestiging_with_an_impossible_code_is_refused(brin: str, volgnummer: str) -> None:
    bestuur = maak_bestuur()
    goed = Vestiginggegevens(brin="99AB", naam="Goed", plaats="Schelpenburg")
    fout = Vestiginggegevens(brin=brin, volgnummer=volgnummer, naam="Fout", plaats="Schelpenburg")

    with pytest.raises(OrganisatieError, match=f"'{brin}{volgnummer}' is geen code van een vestiging"):
        create_vestigingen(bestuur=bestuur, gegevens=[goed, fout])

    assert list(Vestiging.objects.all()) == []


def test_vestiging_with_an_impossible_colour_is_refused() -> None:
    gegevens = Vestiginggegevens(brin="99AA", naam="Bont", plaats="Schelpenburg", kleur="rood")

    with pytest.raises(OrganisatieError, match="'rood' is geen kleur"):
        create_vestigingen(bestuur=maak_bestuur(), gegevens=[gegevens])
