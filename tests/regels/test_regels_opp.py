"""The ontwikkelingsperspectief: by when it is there, when it is looked at again, and what keeps it from being set."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.opp import Oppaanleiding, Oppantwoord
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import Grondslag
from passend.regels.handelingsdeel import handelingsdeelsom
from passend.regels.opp import (
    Antwoordfeiten,
    Oppfeiten,
    Stemfeiten,
    check_vaststelling,
    evaluatie_uiterlijk_op,
    geschiltermijnen,
    hoorrecht_geldt,
    opp_uiterlijk_op,
    regionale_evaluatie_op,
)
from passend.regels.oppdelen import DELEN, gevraagde_delen, missende_delen, te_lezen_delen
from passend.regels.parameterbestand import GeenWaardeError

OP = date(2026, 10, 5)
KIM, SAM = 1, 2
INHOUD = {
    "bevorderend": "Werkt graag met de handen.",
    "belemmerend": "Lange teksten kosten veel tijd.",
    "uitstroom": "vmbo_theorie",
    "onderbouwing": "De resultaten groeien.",
    "afwijking": "Kortere teksten.",
    "begeleiding": "Drie keer per week een kwartier.",
}
RIJP = Oppfeiten(
    inhoud=INHOUD,
    gezag={KIM: "Kim", SAM: "Sam"},
    uitgenodigd={KIM, SAM},
    antwoorden={ouder: Antwoordfeiten(antwoord=Oppantwoord.AKKOORD) for ouder in (KIM, SAM)},
    stem=Stemfeiten(is_gehoord=True, is_verwerkt=True),
)


def _bezwaren(**anders: object) -> list[tuple[str, str, str]]:
    feiten = replace(RIJP, **anders)
    return [(een.stap, een.zin, str(een.vindplaats)) for een in check_vaststelling(feiten, op=OP)]


@pytest.mark.parametrize(
    ("aanleiding", "waar"),
    [
        (Oppaanleiding.INSCHRIJVING, "WPO artikel 40a lid 3"),
        (Oppaanleiding.DEFINITIEVE_PLAATSING, "WPO artikel 40a lid 3"),
        (Oppaanleiding.EXTRA_ONDERSTEUNING, "afspraak van de sector, naar WPO artikel 40a lid 3"),
    ],
)
def test_plan_is_due_six_weeks_after_what_made_it_needed(aanleiding: Oppaanleiding, waar: str) -> None:
    termijn = opp_uiterlijk_op(aanleiding, date(2026, 9, 14))

    assert (termijn.dag, str(termijn.vindplaats)) == (date(2026, 10, 26), waar)
    assert termijn.vindplaats.is_beleid is waar.startswith("afspraak")
    assert termijn.uitleg.endswith("uiterlijk op 26-10-2026.")


@pytest.mark.parametrize(
    ("begin", "uiterlijk"),
    [
        (date(2026, 7, 6), date(2026, 8, 17)),  # the summer holiday does not stop it
        (date(2026, 12, 1), date(2027, 1, 12)),
        (date(2028, 1, 18), date(2028, 2, 29)),
        (date(2014, 8, 1), date(2014, 9, 12)),
    ],
)
def test_weeks_are_weeks_of_the_calendar(begin: date, uiterlijk: date) -> None:
    assert opp_uiterlijk_op(Oppaanleiding.INSCHRIJVING, begin).dag == uiterlijk


def test_there_was_no_such_plan_before_passend_onderwijs() -> None:
    with pytest.raises(GeenWaardeError, match="Kies een dag vanaf 01-08-2014"):
        opp_uiterlijk_op(Oppaanleiding.INSCHRIJVING, date(2014, 7, 31))


@pytest.mark.parametrize(
    ("vastgesteld", "geevalueerd", "uiterlijk"),
    [
        (date(2026, 10, 1), [], date(2027, 7, 31)),
        (date(2026, 8, 1), [], date(2027, 7, 31)),
        (date(2026, 7, 31), [], date(2026, 7, 31)),
        (date(2026, 10, 1), [date(2027, 7, 31)], date(2028, 7, 31)),
        (date(2026, 10, 1), [date(2026, 10, 1)], date(2028, 7, 31)),
        (date(2026, 10, 1), [date(2027, 8, 1)], date(2029, 7, 31)),
        (date(2026, 10, 1), [date(2026, 9, 30)], date(2027, 7, 31)),  # of before it was set
        (date(2025, 10, 1), [date(2026, 3, 1), date(2026, 11, 1)], date(2028, 7, 31)),
    ],
)
def test_plan_is_looked_at_again_once_in_each_schooljaar(
    vastgesteld: date, geevalueerd: list[date], uiterlijk: date
) -> None:
    assert evaluatie_uiterlijk_op(vastgesteld, geevalueerd).dag == uiterlijk


def test_region_wants_it_within_a_year_and_says_that_no_law_does() -> None:
    eerste, tweede = (regionale_evaluatie_op(date(2026, 10, 1), gedaan) for gedaan in ([], [date(2027, 5, 20)]))

    assert [eerste.dag, tweede.dag] == [date(2027, 10, 1), date(2028, 5, 20)]
    assert eerste.vindplaats.is_beleid


@given(st.dates(date(2014, 8, 1), date(2090, 1, 1)), st.lists(st.dates(date(2014, 8, 1), date(2090, 1, 1)), max_size=4))
def test_looking_at_it_again_never_brings_the_next_time_nearer(vastgesteld: date, gedaan: list[date]) -> None:
    zonder, met = evaluatie_uiterlijk_op(vastgesteld), evaluatie_uiterlijk_op(vastgesteld, gedaan)

    assert met.dag >= zonder.dag == Schooljaar.op(vastgesteld).eindigt_op
    assert (met.dag.month, met.dag.day) == (7, 31)


def test_parents_who_disagree_have_six_weeks_and_the_committee_ten() -> None:
    verzoek, oordeel = geschiltermijnen(OP)

    assert (verzoek.dag, verzoek.vindplaats.is_beleid) == (OP + timedelta(weeks=6), True)
    assert (oordeel.dag, str(oordeel.vindplaats)) == (OP + timedelta(weeks=16), "WPO artikel 43 lid 3")
    assert [(een.wat, een.uitleg) for een in (verzoek, oordeel)] == [
        ("geschil_verzoek", "Vraag de commissie om een oordeel voor 16-11-2026."),
        ("geschil_oordeel", "De commissie zegt binnen 10 weken na het verzoek wat zij ervan vindt."),
    ]


def test_objection_to_a_plan_says_of_which_parent_it_is() -> None:
    zonder = replace(RIJP, uitgenodigd={KIM}, antwoorden={KIM: RIJP.antwoorden[KIM]})

    bezwaren = check_vaststelling(zonder, op=OP)

    assert [(een.stap, een.ouder, een.vindplaats.adres) for een in bezwaren] == [
        ("overleg", SAM, "https://wetten.overheid.nl/BWBR0003420"),
        ("instemming", SAM, "https://wetten.overheid.nl/BWBR0003420"),
    ]


def test_plan_on_which_everybody_spoke_may_be_set() -> None:
    assert _bezwaren() == []


@pytest.mark.parametrize("code", sorted(INHOUD))
def test_each_part_the_law_asks_keeps_it_from_being_set_while_empty(code: str) -> None:
    deel = next(deel for deel in DELEN if deel.code == code)

    assert _bezwaren(inhoud={**INHOUD, code: "  "}) == [
        ("concept", f"Vul dit nog in: '{deel.naam}'.", str(deel.vindplaats))
    ]


def test_guidance_may_be_told_in_lines_in_words_or_in_both() -> None:
    zonder = {**INHOUD, "begeleiding": ""}
    regel = {"begeleidingsregels": "Samen lezen, leerkracht"}

    assert [deel.code for deel in missende_delen(zonder, is_gehoord=True)] == ["begeleiding"]
    assert missende_delen(zonder | regel, is_gehoord=True) == missende_delen(INHOUD | regel, is_gehoord=True) == ()


def test_line_that_comes_asks_parents_anew_and_a_plan_without_lines_keeps_its_fingerprint() -> None:
    voor_er_regels_waren = "02df54a8b1af5a159c84fd5486d193b91ea126554f1de1cc8a2ccea8373732f1"

    assert handelingsdeelsom({"begeleiding": "Een uur"}) == voor_er_regels_waren
    assert handelingsdeelsom({"begeleiding": "Een uur", "begeleidingsregels": "Lezen"}) != voor_er_regels_waren


def test_what_the_region_or_the_school_asks_may_stay_empty() -> None:
    mag_leeg = {deel.code for deel in DELEN if deel.grondslag is not Grondslag.WET}

    assert mag_leeg == {"beginsituatie", "werkt", "behoeften", "doelen", "gewone_woorden", "gewone_woorden_engels"}
    assert missende_delen(INHOUD, is_gehoord=True) == ()


def test_eight_points_are_asked_only_when_teaching_time_is_cut() -> None:
    def punten(keus: str) -> list[str]:
        return [deel.code for deel in missende_delen({**INHOUD, "onderwijstijd": keus}, is_gehoord=True)]

    assert punten("") == punten("nee") == []
    assert punten("ja") == [f"tijd_{letter}" for letter in "abcdefgh"]


def test_replacement_goals_are_asked_only_where_a_kerndoel_cannot_be_reached() -> None:
    missend = missende_delen({**INHOUD, "kerndoelen": "ja"}, is_gehoord=True)

    assert [(deel.code, str(deel.vindplaats)) for deel in missend] == [("vervangende_doelen", "WPO artikel 9 lid 12")]


def test_answer_of_parents_to_a_plan_still_counts_after_years() -> None:
    inhoud = {**INHOUD, "doelen": "Pip leest één bladzijde.", "onderwijstijd": "ja", "tijd_d": "2 uur"}

    assert handelingsdeelsom(inhoud) == "0740ea89e892b3d08300a5a7b8a79d3ab5b0cd4ea0494deee2230993c18edc42"


def test_every_part_of_the_law_names_its_article() -> None:
    van_wet = [deel for deel in DELEN if deel.grondslag is Grondslag.WET]

    assert len(van_wet) == 19
    assert {str(deel.vindplaats) for deel in van_wet} == {
        "Inrichtingsbesluit WPO artikel 3.1",
        *(f"WPO artikel {waar}" for waar in ("9 lid 12", *(f"40a lid 8 onder {letter}" for letter in "abc"))),
        "Beleidsregel afwijken onderwijstijd artikel 4 lid 4",
        *(f"Beleidsregel afwijken onderwijstijd artikel 4 lid 4 onder {letter}" for letter in "abcdefgh"),
    }
    assert {deel.code for deel in DELEN if deel.vindplaats} == {deel.code for deel in van_wet}


NIET_GEHOORD = ("kind", "Het kind is nog niet gehoord. Vraag hoe het dat wil, of schrijf op waarom het niet kon.")


@pytest.mark.parametrize(
    ("stem", "bezwaren"),
    [
        (Stemfeiten(), [(*NIET_GEHOORD, "WPO artikel 40a lid 6")]),
        (
            Stemfeiten(is_gehoord=True),
            [
                (
                    "kind",
                    "Het kind is gehoord. Schrijf nog op wat u daarmee deed, en waarom.",
                    "WPO artikel 40a lid 7 en lid 8 onder c",
                )
            ],
        ),
        (Stemfeiten(waarom_niet="Pip wilde niets zeggen."), []),
        (Stemfeiten(is_gehoord=True, is_verwerkt=True), []),
    ],
)
def test_child_is_heard_or_it_is_told_why_not(stem: Stemfeiten, bezwaren: list[tuple[str, str, str]]) -> None:
    assert _bezwaren(stem=stem) == bezwaren


def test_right_to_be_heard_holds_from_its_day() -> None:
    dagen = [date(2025, 7, 31), date(2025, 8, 1), date(2025, 8, 2)]
    zonder = replace(RIJP, stem=Stemfeiten())

    assert [hoorrecht_geldt(dag) for dag in dagen] == [False, True, True]
    assert [len(check_vaststelling(zonder, op=dag)) for dag in dagen] == [0, 1, 1]


def test_whole_is_talked_over_with_every_parent_who_has_authority() -> None:
    assert _bezwaren(uitgenodigd={KIM}) == [
        ("overleg", "Het hele plan is nog niet besproken met Sam.", "WPO artikel 40a lid 1")
    ]


@pytest.mark.parametrize(
    ("antwoord", "zin"),
    [
        (None, "Sam heeft nog niet gezegd akkoord te zijn met het handelingsdeel."),
        (
            Antwoordfeiten(antwoord=Oppantwoord.GEZIEN),
            "Sam heeft nog niet gezegd akkoord te zijn met het handelingsdeel.",
        ),
        (
            Antwoordfeiten(antwoord=Oppantwoord.NIET_AKKOORD),
            "Sam is het niet eens met het handelingsdeel. Zonder akkoord kan het plan niet vast.",
        ),
        (
            Antwoordfeiten(antwoord=Oppantwoord.AKKOORD, is_over_dit=False),
            "Het handelingsdeel veranderde nadat Sam antwoordde. Vraag het opnieuw.",
        ),
        (
            Antwoordfeiten(antwoord=Oppantwoord.NIET_AKKOORD, is_over_dit=False),
            "Het handelingsdeel veranderde nadat Sam antwoordde. Vraag het opnieuw.",
        ),
    ],
)
def test_one_parent_who_does_not_agree_keeps_it_from_being_set(antwoord: Antwoordfeiten | None, zin: str) -> None:
    antwoorden = {KIM: Antwoordfeiten(antwoord=Oppantwoord.AKKOORD)} | ({SAM: antwoord} if antwoord else {})

    assert _bezwaren(antwoorden=antwoorden) == [("instemming", zin, "WPO artikel 40a lid 2")]


def test_parent_who_lost_authority_is_not_asked_any_more() -> None:
    assert _bezwaren(gezag={KIM: "Kim"}, antwoorden={KIM: RIJP.antwoorden[KIM]}, uitgenodigd={KIM}) == []


def test_pupil_without_a_parent_with_authority_has_nobody_to_agree() -> None:
    zin = "Er is geen ouder met gezag genoteerd. Noteer eerst wie dat zijn: zonder hen kan het plan niet vast."

    assert _bezwaren(gezag={}) == [("overleg", zin, "WPO artikel 40a lid 1")]


@given(st.sampled_from([deel.code for deel in DELEN if deel.soort == "tekst"]), st.text(min_size=1))
def test_parents_are_asked_anew_exactly_when_what_they_agree_to_changes(code: str, tekst: str) -> None:
    voor = {**INHOUD, "onderwijstijd": "ja"}
    na = {**voor, code: tekst}
    deel = next(deel for deel in DELEN if deel.code == code)

    is_anders = deel.is_handelingsdeel and voor.get(code, "").strip() != tekst.strip()
    assert (handelingsdeelsom(voor) != handelingsdeelsom(na)) is is_anders


def test_point_that_is_not_asked_does_not_count_as_part_of_what_parents_agree_to() -> None:
    assert handelingsdeelsom({**INHOUD, "tijd_d": "2 uur"}) == handelingsdeelsom(INHOUD)
    assert "tijd_d" not in [deel.code for deel in gevraagde_delen(INHOUD)]


def test_reader_finds_the_guidance_as_it_was_written_and_no_empty_words_for_parents() -> None:
    def codes(**inhoud: str) -> set[str]:
        gezocht = {"begeleiding", "begeleidingsregels", "gewone_woorden", "gewone_woorden_engels"}
        return {deel.code for deel in te_lezen_delen(inhoud)} & gezocht

    assert codes() == {"begeleiding"}
    assert codes(begeleiding="Een uur.") == {"begeleiding"}
    assert codes(begeleidingsregels="Samen lezen.") == {"begeleidingsregels"}
    assert codes(begeleidingsregels="Samen lezen.", begeleiding=" ") == {"begeleidingsregels"}
    assert codes(begeleiding="Een uur.", begeleidingsregels="Samen lezen.") == {"begeleiding", "begeleidingsregels"}
    assert codes(gewone_woorden="Pip leest.", gewone_woorden_engels=" ") == {"begeleiding", "gewone_woorden"}
    assert "tijd_a" in {deel.code for deel in te_lezen_delen({"onderwijstijd": "ja"})}
