"""Which results can be, and what is said of those that cannot."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from passend.regels.instrumenten import (
    Resultaatgegevens,
    ToetsresultaatError,
    check_resultaat,
    find_instrument,
    list_instrumenten,
    list_normschemas,
    naam_van,
)

VANDAAG = date(2026, 11, 25)
GOED = Resultaatgegevens(
    instrument="cito_lvs",
    vak="rekenen",
    afgenomen_op=date(2026, 6, 10),
    schaalscore=Decimal(120),
    niveau="II",
    normschema="cito_romeins",
    percentiel=65,
)


def _zin(**anders: object) -> str:
    with pytest.raises(ToetsresultaatError) as fout:
        check_resultaat(
            replace(GOED, **anders),  # type: ignore[arg-type]
            geboren_op=date(2017, 1, 1),
            peildatum=VANDAAG,
            uitgeschreven_op=date(2026, 7, 31),
        )
    return str(fout.value)


def test_result_as_its_maker_reports_it_is_taken() -> None:
    check_resultaat(GOED, geboren_op=date(2017, 1, 1), peildatum=VANDAAG)


@pytest.mark.parametrize(
    "anders",
    [
        {"afgenomen_op": date(2026, 7, 31)},
        {"niveau": "", "normschema": "", "percentiel": None},
        {"schaalscore": None, "niveau": "", "normschema": ""},
        {"schaalscore": None, "percentiel": None},
        {"schaalscore": None, "niveau": "", "normschema": "", "percentiel": None, "functioneringsniveau": "M5"},
        {"schaalscore": None, "niveau": "", "normschema": "", "percentiel": None, "ruwe_score": Decimal(31)},
        {"schaalscore": None, "ruwe_score": Decimal("31.25")},
        {"schaalscore": Decimal(0), "ruwe_score": Decimal(99_999)},
        {"percentiel": 0},
        {"percentiel": 100},
        {"instrument": "iep", "niveau": "", "normschema": "", "percentiel": None, "schaalscore": Decimal(100)},
        {"instrumentversie": "v" * 40, "afnamemoment": "m" * 12},
    ],
    ids=[
        "on the last day of school",
        "a score alone",
        "a percentile alone",
        "a band alone",
        "a functional level alone",
        "a raw score alone",
        "a raw score and a band",
        "the ends of a scale",
        "lower than everybody",
        "higher than everybody",
        "the end of a scale whose bands are parts of it",
        "words that just fit",
    ],
)
def test_result_with_anything_that_was_scored_is_taken(anders: dict[str, object]) -> None:
    check_resultaat(
        replace(GOED, **anders),  # type: ignore[arg-type]
        geboren_op=date(2017, 1, 1),
        peildatum=VANDAAG,
        uitgeschreven_op=date(2026, 7, 31),
    )


@pytest.mark.parametrize("dag", [VANDAAG, date(2006, 1, 1)], ids=["today", "twenty years ago"])
def test_test_of_today_and_of_twenty_years_ago_can_be(dag: date) -> None:
    check_resultaat(replace(GOED, afgenomen_op=dag), geboren_op=date(1998, 1, 1), peildatum=VANDAAG)


@pytest.mark.parametrize("naam", ["iep", "IEP LVS", " bureau  ICE ", "bureau_ice"])
def test_instrument_is_known_by_each_of_its_names(naam: str) -> None:
    assert find_instrument(naam).code == "iep"


@pytest.mark.parametrize(
    ("anders", "begin"),
    [
        (
            {"instrument": " Toetsomaat"},
            (
                "Passend kent de toets “Toetsomaat” niet. Bekend zijn: IEP, Cito Volgsysteem, Leerling in beeld. Kies "
                "er een van, of vraag ons om hem toe te voegen."
            ),
        ),
        (
            {"vak": "leer_aanpak"},
            (
                "Cito Volgsysteem heeft geen toets voor “leer aanpak”. Kies uit: technisch lezen, begrijpend lezen, "
                "begrijpend luisteren, "
            ),
        ),
        ({"instrumentversie": "v" * 41}, "De versie van de toets is langer dan 40 tekens. Maak haar korter."),
        ({"referentieniveau": "x" * 13}, "Het referentieniveau is langer dan 12 tekens. Kijk het na."),
        ({"niveau": "B"}, "Niveau B bestaat niet in deze indeling. Kies uit: I, II, III, IV, V."),
        (
            {"normschema": ""},
            (
                "Bij niveau II hoort een indeling van Cito Volgsysteem. Kies uit: I tot en met V (vijf keer 20%); I+ "
                "tot en met V (I+ is de hoogste 10%); A tot en met E (25, 25, 25, 15 en 10%); A tot en met E (15, 20, "
                "30, 20 en 15%)."
            ),
        ),
        ({"ruwe_score": Decimal(-1)}, "Een score ligt tussen 0 en 99999. Kijk het getal na."),
        ({"afgenomen_op": date(2017, 1, 1)}, "De toets is van 01-01-2017. Dat kan niet."),  # the day of birth
        ({"afgenomen_op": date(2005, 12, 31)}, "De toets is van 31-12-2005. Dat kan niet."),
        ({"normschema": "iep_taal"}, "Bij niveau II hoort een indeling van Cito Volgsysteem."),
        ({"percentiel": 101}, "Een percentiel ligt tussen 0 en 100."),
        ({"afgenomen_op": VANDAAG + timedelta(days=1)}, "De toets is op 26-11-2026, en dat moet nog komen."),
        ({"afgenomen_op": date(1926, 6, 10)}, "De toets is van 10-06-1926. Dat kan niet."),
        ({"afgenomen_op": date(2026, 9, 1)}, "Deze leerling ging op 31-07-2026 van school."),
        ({"schaalscore": None, "niveau": "", "percentiel": None}, "Er staat geen score en geen niveau."),
    ],
)
def test_result_that_cannot_be_is_refused_with_what_to_do(anders: dict[str, object], begin: str) -> None:
    assert _zin(**anders).startswith(begin)


def test_instrument_is_told_by_its_name_and_its_scale_and_an_unknown_one_by_its_code() -> None:
    assert (naam_van("cito_lvs"), naam_van("oude_toets")) == ("Cito Volgsysteem", "oude_toets")
    assert {een.code: een.schaalnaam for een in list_instrumenten().values()} == {
        "iep": "ontwikkelscore",
        "cito_lvs": "vaardigheidsscore",
        "cito_lib": "vaardigheidsscore",
    }


def test_schemes_begin_at_nothing_and_only_go_up() -> None:
    for schema in list_normschemas().values():
        grenzen = [vanaf for _naam, vanaf in schema.niveaus]
        assert (grenzen[0], grenzen) == (0, sorted(set(grenzen))), schema.code
        assert grenzen[-1] < schema.hoogste, schema.code


def test_no_band_is_so_narrow_that_what_lies_one_lower_and_one_higher_are_both_outside_of_it() -> None:
    for schema in list_normschemas().values():
        grenzen = [*(vanaf for _naam, vanaf in schema.niveaus), schema.hoogste]
        assert min(hoger - lager for lager, hoger in pairwise(grenzen)) > 2, schema.code


def test_every_instrument_names_schemes_that_exist() -> None:
    assert {code for een in list_instrumenten().values() for code in een.normschemas} == set(list_normschemas())


@pytest.mark.parametrize(
    ("schema", "percentiel", "niveau"),
    [
        ("cito_romeins", 19, "V"),
        ("cito_romeins", 20, "IV"),
        ("cito_romeins_plus", 90, "I+"),
        ("cito_letters", 9, "E"),
        ("cito_letters", 75, "A"),
        ("letters_15_20_30", 75, "B"),
        ("iep_rekenen", 80, "1S"),
        ("iep_taal", 59, "<1F"),
        ("iep_taal", -1, "<1F"),
    ],
)
def test_band_holds_from_its_border_on(schema: str, percentiel: int, niveau: str) -> None:
    assert list_normschemas()[schema].niveau_van(percentiel) == niveau
