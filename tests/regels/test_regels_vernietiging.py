"""What of a pupil who left may be destroyed, as a lawyer would check it: the day before, on the day, and after."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.bewaren import Bewaarklasse, Bewaarstand
from passend.regels.bewaartermijnen import bewaartermijn
from passend.regels.vernietiging import (
    KEUSBAAR,
    LEERLINGKLASSEN,
    ZINNEN,
    Vernietigingsbezwaar,
    Vertrekfeiten,
    begint_op,
    check_keuze,
    check_vernietiging,
    klasse_van,
    tabelklasse_van,
    termijnen_van,
)

K, B = Bewaarklasse, Vernietigingsbezwaar
UIT = date(2026, 7, 31)
NU = date(2026, 11, 25)
ALLES = frozenset(LEERLINGKLASSEN)
KLASSEN = st.frozensets(st.sampled_from(LEERLINGKLASSEN))
FEITEN = st.builds(
    Vertrekfeiten,
    uitgeschreven_op=st.none() | st.dates(date(2015, 1, 1), date(2040, 1, 1)),
    is_verwezen=st.booleans(),
    is_aangehouden=st.booleans(),
    aanwezig=KLASSEN,
)
KEUZES = st.dictionaries(st.sampled_from(KEUSBAAR), st.integers(1, 60))
PEILDATUM = st.dates(date(2026, 8, 1), date(2050, 1, 1))


def _feiten(
    uit: date | None = UIT, *, verwezen: bool = False, aangehouden: bool = False, aanwezig: frozenset[K] = ALLES
) -> Vertrekfeiten:
    return Vertrekfeiten(uitgeschreven_op=uit, is_verwezen=verwezen, is_aangehouden=aangehouden, aanwezig=aanwezig)


def _bezwaar(feiten: Vertrekfeiten, klasse: K, peildatum: date, keuzes: dict[K, int] | None = None) -> B | None:
    return check_vernietiging(feiten, frozenset({klasse}), peildatum=peildatum, keuzes=keuzes or {})[klasse]


@pytest.mark.parametrize(
    ("klasse", "verwezen", "uit", "eerste_dag"),
    [
        (K.BEGELEIDING, False, date(2026, 7, 31), date(2028, 7, 31)),  # two years: the guideline of the PO-Raad
        (K.BEGELEIDING, True, date(2026, 7, 31), date(2029, 7, 31)),  # referred to s(b)o: three years
        (K.BEKOSTIGING, False, date(2026, 7, 31), date(2031, 7, 31)),  # five years: Besluit bekostiging WPO 2022, 12
        (K.INSCHRIJVING, False, date(2026, 7, 31), date(2031, 7, 31)),
        (K.BEGELEIDING, False, date(2028, 2, 29), date(2030, 3, 1)),  # no such day: the first after it
        (K.BEGELEIDING, True, date(2028, 2, 29), date(2031, 3, 1)),
        (K.INSCHRIJVING, False, date(2028, 2, 29), date(2033, 3, 1)),
        (K.INSCHRIJVING, False, date(2027, 2, 28), date(2032, 2, 28)),  # the year 2032 has a 29th; the day stays
    ],
)
def test_nothing_goes_before_the_first_day_and_everything_can_from_it(
    klasse: K, *, verwezen: bool, uit: date, eerste_dag: date
) -> None:
    feiten = _feiten(uit, verwezen=verwezen, aanwezig=frozenset({klasse}))

    assert _bezwaar(feiten, klasse, eerste_dag - timedelta(days=1)) is B.NOG_BEWAREN
    assert _bezwaar(feiten, klasse, eerste_dag) is None
    assert _bezwaar(feiten, klasse, eerste_dag + timedelta(days=1)) is None


def test_who_is_still_here_keeps_everything() -> None:
    assert {_bezwaar(_feiten(None), klasse, date(2049, 1, 1)) for klasse in LEERLINGKLASSEN} == {B.INGESCHREVEN}
    assert termijnen_van(_feiten(None), peildatum=NU, keuzes={}) == {}


def test_dispute_keeps_what_is_long_over_and_says_so() -> None:
    feiten = _feiten(aangehouden=True)

    assert check_vernietiging(feiten, ALLES, peildatum=date(2049, 1, 1), keuzes={}) == dict.fromkeys(
        ALLES, B.AANGEHOUDEN
    )


def test_pupil_goes_last_or_together_with_the_rest() -> None:
    feiten, dag, zelf = _feiten(), date(2031, 7, 31), frozenset({K.INSCHRIJVING})

    assert _bezwaar(feiten, K.INSCHRIJVING, dag) is B.ER_IS_MEER
    assert check_vernietiging(feiten, zelf | {K.BEGELEIDING}, peildatum=dag, keuzes={})[K.INSCHRIJVING] is B.ER_IS_MEER
    assert check_vernietiging(feiten, ALLES, peildatum=dag, keuzes={}) == dict.fromkeys(ALLES, None)
    assert _bezwaar(_feiten(aanwezig=zelf), K.INSCHRIJVING, dag) is None


def test_what_is_gone_cannot_go_again() -> None:
    feiten = _feiten(aanwezig=frozenset({K.INSCHRIJVING}))

    assert _bezwaar(feiten, K.BEKOSTIGING, date(2031, 8, 1)) is B.AL_WEG


def test_board_chooses_where_no_law_says_it_and_nowhere_else() -> None:
    keuzes = {K.BEGELEIDING: 36, K.BEKOSTIGING: 1, K.INSCHRIJVING: 1}

    termijnen = termijnen_van(_feiten(), peildatum=NU, keuzes=keuzes)

    assert {klasse: begint_op(termijn) for klasse, termijn in termijnen.items()} == {
        K.BEGELEIDING: date(2029, 7, 31),
        K.OVERSTAPDOSSIER: date(2031, 7, 31),
        K.BEKOSTIGING: date(2031, 7, 31),
        K.INSCHRIJVING: date(2031, 7, 31),
    }
    assert str(termijnen[K.BEGELEIDING].vindplaats) == "besluit van het bestuur"
    assert str(termijnen[K.INSCHRIJVING].vindplaats).startswith("Besluit bekostiging WPO 2022 artikel 11")


def test_choice_for_the_file_is_none_for_the_file_of_who_was_referred() -> None:
    termijn = termijnen_van(_feiten(verwezen=True), peildatum=NU, keuzes={K.BEGELEIDING: 1})[K.BEGELEIDING]

    assert (termijn.klasse, begint_op(termijn)) == (K.BEGELEIDING_VERWEZEN, date(2029, 7, 31))


@pytest.mark.parametrize(
    ("klasse", "maanden", "bezwaar"),
    [
        (K.BEGELEIDING, 1, ""),
        (K.BEGELEIDING_VERWEZEN, 60, ""),
        (K.BEGELEIDING, 0, "Kies een termijn van 1 tot en met 60 maanden."),
        (K.BEGELEIDING, 61, "Kies een termijn van 1 tot en met 60 maanden."),
        (K.INSCHRIJVING, 60, "Deze termijn staat vast (Besluit bekostiging WPO 2022 artikel 11"),
        (K.BEKOSTIGING, 72, "Deze termijn staat vast (Besluit bekostiging WPO 2022 artikel 11"),
        (K.LOGBOEK, 12, ""),
        (K.LOGBOEK, 60, ""),
        (
            K.LOGBOEK,
            11,
            "Kies een termijn van 12 tot en met 60 maanden. Korter kan een school niet meer zeggen wie wat",
        ),
        (K.LOGBOEK, 61, "Kies een termijn van 12 tot en met 60 maanden."),
        (
            K.ACCOUNT,
            24,
            "Deze termijn staat vast (AVG artikel 5 lid 1 onder e).",
        ),  # policy too, but nothing would do it
    ],
)
def test_choice_of_a_board_has_bounds(klasse: K, maanden: int, bezwaar: str) -> None:
    assert check_keuze(klasse, maanden, peildatum=NU)[: len(bezwaar) or None] == bezwaar


@given(feiten=FEITEN, gekozen=KLASSEN, peildatum=PEILDATUM, keuzes=KEUZES)
def test_nothing_that_is_contested_and_nothing_before_its_term_ever_goes(
    feiten: Vertrekfeiten, gekozen: frozenset[K], peildatum: date, keuzes: dict[K, int]
) -> None:
    uitkomst = check_vernietiging(feiten, gekozen, peildatum=peildatum, keuzes=keuzes)

    gaat = {klasse for klasse, bezwaar in uitkomst.items() if bezwaar is None}
    assert set(uitkomst) == gekozen
    assert gaat <= feiten.aanwezig
    for klasse in gaat:
        assert feiten.uitgeschreven_op is not None
        assert not feiten.is_aangehouden
        eigen = klasse_van(klasse, is_verwezen=feiten.is_verwezen)
        termijn = bewaartermijn(
            eigen,
            begin=feiten.uitgeschreven_op,
            peildatum=peildatum,
            is_aangehouden=False,
            keuze=keuzes.get(eigen),
        )
        assert peildatum >= (termijn.bewaren_tot or termijn.vernietigen_uiterlijk_op or date.max)
        assert termijn.stand is not Bewaarstand.BEWAREN


@given(feiten=FEITEN, gekozen=KLASSEN, peildatum=PEILDATUM, keuzes=KEUZES)
def test_pupil_never_goes_while_something_of_them_stays(
    feiten: Vertrekfeiten, gekozen: frozenset[K], peildatum: date, keuzes: dict[K, int]
) -> None:
    uitkomst = check_vernietiging(feiten, gekozen, peildatum=peildatum, keuzes=keuzes)

    gaat = {klasse for klasse, bezwaar in uitkomst.items() if bezwaar is None}
    assert K.INSCHRIJVING not in gaat or feiten.aanwezig <= gaat


@given(klasse=st.sampled_from(LEERLINGKLASSEN), is_verwezen=st.booleans())
def test_class_of_a_table_is_found_back(klasse: K, *, is_verwezen: bool) -> None:
    assert tabelklasse_van(klasse_van(klasse, is_verwezen=is_verwezen)) is klasse


def test_file_of_who_was_referred_lies_in_the_tables_of_every_file() -> None:
    assert {klasse: tabelklasse_van(klasse) for klasse in (*LEERLINGKLASSEN, K.BEGELEIDING_VERWEZEN)} == {
        **{klasse: klasse for klasse in LEERLINGKLASSEN},
        K.BEGELEIDING_VERWEZEN: K.BEGELEIDING,
    }


def test_every_objection_has_a_sentence() -> None:
    assert list(ZINNEN) == list(B)
