"""A parameter as it stands in its file: newest value first, with where it stands and when it was looked at."""

from datetime import date

import pytest

from passend.begrippen.vindplaats import Vindplaats
from passend.regels.parameterbestand import GeenWaardeError, Parameter, Waarde, _parameter, load_parameters


def test_parameter_is_read_whole() -> None:
    assert load_parameters("verzuim")["melding"] == Parameter(
        code="melding",
        wat="het melden van verzuim zonder goede reden",
        vanaf="de eerste van de lesweken",
        waarden=(
            Waarde(
                geldig_van=date(2026, 8, 1),
                gecontroleerd_op=date(2026, 11, 25),
                vindplaats=Vindplaats(
                    regeling="Leerplichtwet 1969",
                    artikel="21a lid 1",
                    adres="https://wetten.overheid.nl/BWBR0002628",
                    is_beleid=False,
                ),
                feiten={"uren": 16, "lesweken": 4},
            ),
        ),
    )


def test_day_before_the_first_value_is_told_in_words() -> None:
    melding = load_parameters("verzuim")["melding"]

    assert melding.op(date(2026, 8, 1)) is melding.waarden[0]
    with pytest.raises(GeenWaardeError) as fout:
        melding.op(date(2026, 7, 31))
    assert str(fout.value) == (
        "Voor 31-07-2026 is er geen regel over het melden van verzuim zonder goede reden. Kies een dag vanaf "
        "01-08-2026."
    )


def test_newest_value_that_holds_counts_wherever_it_stands_in_the_file() -> None:
    waar = {"regeling": "WPO", "artikel": "1", "adres": "", "beleid": False, "gecontroleerd_op": date(2027, 8, 1)}
    dagen = [date(2027, 8, 1), date(2026, 8, 1), date(2028, 8, 1)]
    deel = {"wat": "iets", "vanaf": "een dag", "waarden": [{"geldig_van": dag, **waar} for dag in dagen]}

    parameter = _parameter("een", deel)

    assert [waarde.geldig_van for waarde in parameter.waarden] == sorted(dagen, reverse=True)
    assert [parameter.op(dag).geldig_van for dag in (date(2027, 7, 31), date(2027, 8, 1))] == [dagen[1], dagen[0]]
