"""Numbers of the law are looked at every year: red means that a person reads the article again."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.architecture.bestanden import WORTEL

from passend.regels.parameterbestand import load_parameters

BESTANDEN = sorted(pad.stem for pad in (WORTEL / "src" / "passend" / "regels" / "parameters").glob("*.toml"))
AMBTELIJK = ("https://wetten.overheid.nl/", "https://eur-lex.europa.eu/eli/")
EEN_JAAR = timedelta(days=366)


@pytest.mark.parametrize("naam", BESTANDEN)
def test_every_value_was_looked_at_less_than_a_year_ago(naam: str) -> None:
    nu = datetime.now(UTC).date()

    oud = [
        code
        for code, parameter in load_parameters(naam).items()
        if not nu - EEN_JAAR <= parameter.waarden[0].gecontroleerd_op <= nu
    ]

    assert oud == []


@pytest.mark.parametrize("naam", BESTANDEN)
def test_every_value_of_the_law_names_its_article_and_where_to_read_it(naam: str) -> None:
    zonder = [
        code
        for code, parameter in load_parameters(naam).items()
        for waarde in parameter.waarden
        if not waarde.vindplaats.is_beleid
        and not (waarde.vindplaats.artikel and waarde.vindplaats.adres.startswith(AMBTELIJK))
    ]

    assert zonder == []
