"""How long data stays, as a lawyer would check it: the day before, on the day, and the day after."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.bewaren import Bewaarklasse, Bewaarstand
from passend.regels.bewaartermijnen import bewaartermijn, laatste_dag_om, over_maanden, parameter_van
from passend.regels.parameterbestand import GeenWaardeError

SCENARIOS = tomllib.loads((Path(__file__).parent / "scenarios" / "bewaren.toml").read_text(encoding="utf-8"))["bewaren"]
UIT = date(2026, 7, 31)
K, S = Bewaarklasse, Bewaarstand
NU = date(2026, 11, 25)
DAGEN = st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize(
    ("klasse", "peildatum", "tot", "uiterlijk", "stand"),
    [
        (K.INSCHRIJVING, date(2031, 7, 30), date(2031, 7, 31), None, S.BEWAREN),
        (K.INSCHRIJVING, date(2031, 7, 31), date(2031, 7, 31), None, S.MAG_WEG),
        (K.BEKOSTIGING, date(2031, 7, 30), date(2031, 7, 31), date(2031, 9, 25), S.BEWAREN),
        (K.BEKOSTIGING, date(2031, 7, 31), date(2031, 7, 31), date(2031, 9, 25), S.MOET_WEG),
        (K.BEKOSTIGING, date(2031, 9, 25), date(2031, 7, 31), date(2031, 9, 25), S.MOET_WEG),
        (K.BEKOSTIGING, date(2031, 9, 26), date(2031, 7, 31), date(2031, 9, 25), S.TE_LAAT),
        (K.OVERSTAPDOSSIER, date(2031, 7, 31), date(2031, 7, 31), date(2031, 7, 31), S.MOET_WEG),
        (K.OVERSTAPDOSSIER, date(2031, 8, 1), date(2031, 7, 31), date(2031, 7, 31), S.TE_LAAT),
        (K.BEGELEIDING, date(2028, 7, 30), None, date(2028, 7, 31), S.MAG_WEG),
        (K.BEGELEIDING, date(2028, 7, 31), None, date(2028, 7, 31), S.MOET_WEG),
        (K.BEGELEIDING, date(2028, 8, 1), None, date(2028, 7, 31), S.TE_LAAT),
        (K.BEGELEIDING_VERWEZEN, date(2029, 8, 1), None, date(2029, 7, 31), S.TE_LAAT),
        (K.SAMENWERKINGSVERBAND, date(2029, 7, 31), date(2029, 7, 31), date(2029, 7, 31), S.MOET_WEG),
        (K.NIET_TOEGELATEN, date(2027, 8, 1), None, date(2027, 7, 31), S.TE_LAAT),
        (K.LOGBOEK, date(2028, 7, 30), date(2028, 7, 31), date(2028, 7, 31), S.BEWAREN),
        (K.LOGBOEK, date(2028, 7, 31), date(2028, 7, 31), date(2028, 7, 31), S.MOET_WEG),
        (K.ACCOUNT, date(2027, 8, 1), None, date(2027, 7, 31), S.TE_LAAT),
        (K.IN_GEBRUIK, date(2026, 8, 1), date(2026, 7, 31), None, S.MAG_WEG),
    ],
)
def test_term_ends_as_the_law_or_the_policy_says(
    klasse: Bewaarklasse, peildatum: date, tot: date | None, uiterlijk: date | None, stand: Bewaarstand
) -> None:
    termijn = bewaartermijn(klasse, begin=UIT, peildatum=peildatum, is_aangehouden=False)

    assert (termijn.bewaren_tot, termijn.vernietigen_uiterlijk_op, termijn.stand) == (tot, uiterlijk, stand)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["naam"])
def test_term_is_as_a_lawyer_reads_it(scenario: dict[str, Any]) -> None:
    termijn = bewaartermijn(
        Bewaarklasse(scenario["klasse"]),
        begin=UIT,
        peildatum=scenario["op"],
        is_aangehouden=scenario.get("is_aangehouden", False),
        keuze=scenario.get("keuze"),
    )

    assert (termijn.stand.value, termijn.uitleg, str(termijn.vindplaats)) == (
        scenario["stand"],
        scenario["uitleg"],
        scenario["grondslag"],
    )


def test_dispute_stops_the_destruction_and_says_so() -> None:
    termijn = bewaartermijn(K.BEKOSTIGING, begin=UIT, peildatum=date(2031, 10, 1), is_aangehouden=True)

    assert termijn.stand is S.AANGEHOUDEN
    assert termijn.uitleg == (
        "Gegevens van leerling en ouders voor de bekostiging, en de toelaatbaarheidsverklaring voor het sbo: bewaren "
        "tot 31-07-2031 en weg uiterlijk op 25-09-2031, geteld vanaf de uitschrijving. Nu niet vernietigen: er loopt "
        "nog een bezwaar, geschil, klacht of verzoek om verbetering."
    )


@pytest.mark.parametrize(
    ("klasse", "uitleg"),
    [
        (
            K.BEKOSTIGING,
            (
                "Gegevens van leerling en ouders voor de bekostiging, en de toelaatbaarheidsverklaring voor het sbo: "
                "bewaren tot 31-07-2031 en weg uiterlijk op 25-09-2031, geteld vanaf de uitschrijving."
            ),
        ),
        (
            K.LOGBOEK,
            (
                "Het logboek van wie wat las en deed: bewaren tot 31-07-2028 en weg uiterlijk op 31-07-2028, geteld "
                "vanaf de dag van de regel."
            ),
        ),
        (
            K.ACCOUNT,
            (
                "Het account van iemand die weg is: weg uiterlijk op 31-07-2027, geteld vanaf de laatste dag van de "
                "laatste rol."
            ),
        ),
    ],
)
def test_term_is_told_in_one_sentence_with_the_days_that_it_has(klasse: Bewaarklasse, uitleg: str) -> None:
    assert bewaartermijn(klasse, begin=UIT, peildatum=NU, is_aangehouden=False).uitleg == uitleg


def test_term_names_the_article_and_says_what_is_policy() -> None:
    wet = bewaartermijn(K.BEKOSTIGING, begin=UIT, peildatum=NU, is_aangehouden=False).vindplaats
    beleid = bewaartermijn(K.BEGELEIDING, begin=UIT, peildatum=NU, is_aangehouden=False).vindplaats

    assert (str(wet), wet.is_beleid) == ("Besluit bekostiging WPO 2022 artikel 11 lid 1 onder b en c en 12", False)
    assert (str(beleid), beleid.is_beleid) == ("richtlijn van de PO-Raad over bewaartermijnen", True)


def test_day_before_the_first_rule_has_no_answer_instead_of_a_guess() -> None:
    with pytest.raises(GeenWaardeError, match="Kies een dag vanaf 01-08-2026"):
        bewaartermijn(K.BEGELEIDING, begin=UIT, peildatum=date(2026, 7, 31), is_aangehouden=False)


@pytest.mark.parametrize(
    ("dag", "maanden", "verwacht"),
    [
        (date(2024, 2, 29), 60, date(2029, 3, 1)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 3, 1)),
        (date(2026, 10, 31), 1, date(2026, 12, 1)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
    ],
)
def test_months_later_is_the_same_day_or_the_first_after_it(dag: date, maanden: int, verwacht: date) -> None:
    assert over_maanden(dag, maanden) == verwacht


@given(dag=DAGEN, meer=st.integers(0, 4000), klasse=st.sampled_from(Bewaarklasse))
def test_later_begin_never_ends_earlier(dag: date, meer: int, klasse: Bewaarklasse) -> None:
    eerder = bewaartermijn(klasse, begin=dag, peildatum=NU, is_aangehouden=False)
    later = bewaartermijn(klasse, begin=dag + timedelta(days=meer), peildatum=NU, is_aangehouden=False)

    for een, ander in (
        (eerder.bewaren_tot, later.bewaren_tot),
        (eerder.vernietigen_uiterlijk_op, later.vernietigen_uiterlijk_op),
    ):
        assert een is None or (ander is not None and een <= ander)


@given(begin=DAGEN, klasse=st.sampled_from(Bewaarklasse), dagen=st.integers(0, 12_000))
def test_what_must_be_kept_is_never_said_to_be_removable(begin: date, klasse: Bewaarklasse, dagen: int) -> None:
    termijn = bewaartermijn(klasse, begin=begin, peildatum=NU + timedelta(days=dagen), is_aangehouden=False)

    moet_blijven = termijn.bewaren_tot is not None and NU + timedelta(days=dagen) < termijn.bewaren_tot
    assert (termijn.stand is Bewaarstand.BEWAREN) is moet_blijven


@given(peildatum=st.dates(min_value=date(2026, 8, 1), max_value=date(2060, 12, 31)), keuze=st.integers(12, 60))
def test_last_day_that_is_over_is_over_and_the_day_after_it_is_not(peildatum: date, keuze: int) -> None:
    dag = laatste_dag_om(K.LOGBOEK, peildatum=peildatum, keuze=keuze)

    standen = [
        bewaartermijn(K.LOGBOEK, begin=begin, peildatum=peildatum, is_aangehouden=False, keuze=keuze).stand
        for begin in (dag, dag + timedelta(days=1))
    ]

    assert standen[0] in {S.MOET_WEG, S.TE_LAAT}
    assert standen[1] is S.BEWAREN


def test_every_class_has_a_rule_in_words() -> None:
    assert {klasse: bool(parameter_van(klasse).wat and parameter_van(klasse).vanaf) for klasse in Bewaarklasse} == (
        dict.fromkeys(Bewaarklasse, True)
    )
