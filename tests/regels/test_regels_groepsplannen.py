"""A group plan fits on one page, says what it must, and hands on what worked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.hgw import Cluster, Uitkomst
from passend.regels.groepsplannen import (
    LANGSTE,
    Clusterfeiten,
    Overdracht,
    Planbezwaar,
    check_afsluiten,
    check_plan,
    check_tekst,
    neem_mee,
)

V, B, I = Cluster  # noqa: E741 -- the letters of the clusters
BEHAALD, DEELS, NIET = Uitkomst


@pytest.mark.parametrize("veld", sorted(LANGSTE))
def test_text_that_just_fits_is_kept(veld: str) -> None:
    assert check_tekst(veld, "x" * LANGSTE[veld]) is None


def test_text_that_asks_for_a_second_page_is_sent_back() -> None:
    assert check_tekst("doel", "x" * 401) == Planbezwaar(
        "te_lang", None, "Dit past niet op een bladzijde. Houd 'doel' bij 400 tekens; nu is het 401."
    )


def test_plan_with_goals_and_approaches_misses_nothing() -> None:
    assert check_plan({cluster: Clusterfeiten(leerlingen=3, doel="d", aanpak="a") for cluster in Cluster}) == []


def test_cluster_without_pupils_may_be_blank() -> None:
    assert check_plan({V: Clusterfeiten(leerlingen=0)}) == []
    assert check_afsluiten({V: Clusterfeiten(leerlingen=0)}) == []


def test_what_is_missing_is_said_by_cluster() -> None:
    clusters = {V: Clusterfeiten(leerlingen=2, doel="d", aanpak=" "), I: Clusterfeiten(leerlingen=1, aanpak="a")}

    assert check_plan(clusters, zonder_cluster=["Pip", "Bo"]) == [
        Planbezwaar("geen_aanpak", V, "Zeg hoe u verdiept dat leert."),
        Planbezwaar("geen_doel", I, "Zeg wat intensief deze ronde leert."),
        Planbezwaar("zonder_cluster", None, "Nog zonder cluster: Pip, Bo. Kies er een."),
    ]


@pytest.mark.parametrize(
    ("feiten", "codes"),
    [
        (Clusterfeiten(leerlingen=1), ["geen_uitkomst", "geen_evaluatie"]),
        (Clusterfeiten(leerlingen=1, uitkomst=DEELS), ["geen_evaluatie"]),
        (Clusterfeiten(leerlingen=1, evaluatie="Ging goed."), ["geen_uitkomst"]),
        (Clusterfeiten(leerlingen=1, uitkomst=NIET, evaluatie=" "), ["geen_evaluatie"]),
        (Clusterfeiten(leerlingen=1, uitkomst=NIET, evaluatie="x"), []),
    ],
)
def test_round_is_closed_with_an_evaluation(feiten: Clusterfeiten, codes: list[str]) -> None:
    assert [een.code for een in check_afsluiten({B: feiten})] == codes


@pytest.mark.parametrize(
    ("uitkomst", "wat_werkte", "mee"),
    [
        (BEHAALD, "", Overdracht("", "aanpak")),
        (BEHAALD, "spel", Overdracht("", "spel")),
        (DEELS, "", Overdracht("doel", "aanpak")),
        (DEELS, "spel", Overdracht("doel", "spel")),
        (NIET, "", Overdracht("doel", "")),
        (NIET, "spel", Overdracht("doel", "spel")),
        (None, "", Overdracht("doel", "aanpak")),
    ],
)
def test_what_goes_along(uitkomst: Uitkomst | None, wat_werkte: str, mee: Overdracht) -> None:
    assert neem_mee(uitkomst, doel="doel", aanpak="aanpak", wat_werkte=wat_werkte) == mee


@given(st.sampled_from([*Uitkomst, None]), st.text(max_size=20), st.text(max_size=20), st.text(min_size=1, max_size=20))
def test_what_worked_is_never_lost(uitkomst: Uitkomst | None, doel: str, aanpak: str, wat_werkte: str) -> None:
    mee = neem_mee(uitkomst, doel=doel, aanpak=aanpak, wat_werkte=wat_werkte)

    assert wat_werkte.strip() in mee.aanpak
