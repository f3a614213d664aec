"""Which cluster is proposed: more help at the first result that asks for it, less only after two that agree."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.hgw import Cluster
from passend.regels.clusters import (
    ClusterError,
    Clustergrenzen,
    Clustervoorstel,
    Meting,
    check_grenzen,
    cluster_van,
    voorstel_cluster,
)

V, B, I = Cluster  # noqa: E741 -- the letters of the clusters


def _meting(percentiel: float | None, maand: int = 1) -> Meting:
    return Meting(op=date(2027, maand, 20), percentiel=percentiel)


@pytest.mark.parametrize(
    ("percentiel", "cluster"),
    [(0, I), (33, I), (33.5, B), (34, B), (50, B), (74, B), (75, V), (100, V), (10, I), (30, I), (70, B), (90, V)],
)
def test_percentile_points_to_a_cluster(percentiel: float, cluster: Cluster) -> None:
    assert cluster_van(_meting(percentiel)) is cluster


@pytest.mark.parametrize(("band", "cluster"), [(1, V), (2, B), (3, I)])
def test_reference_level_points_to_a_cluster(band: int, cluster: Cluster) -> None:
    assert cluster_van(Meting(op=date(2027, 1, 20), band=band, banden=3)) is cluster


@pytest.mark.parametrize(
    "meting",
    [
        Meting(op=date(2027, 1, 20)),
        Meting(op=date(2027, 1, 20), niveau="M5"),
        Meting(op=date(2027, 1, 20), band=1, banden=2),
        Meting(op=date(2027, 1, 20), band=1),
    ],
)
def test_result_without_a_norm_points_nowhere(meting: Meting) -> None:
    assert cluster_van(meting) is None


@pytest.mark.parametrize(
    ("sinds", "cluster"),
    [(None, B), (date(2027, 1, 19), B), (date(2027, 6, 19), B), (date(2027, 6, 20), I), (date(2027, 7, 1), I)],
)
def test_results_that_the_teacher_knew_do_not_overrule_what_they_chose(sinds: date | None, cluster: Cluster) -> None:
    metingen = [_meting(50), _meting(50, 6)]

    assert voorstel_cluster(metingen, vorig=I, sinds=sinds).cluster is cluster


def test_without_a_newer_result_the_reason_says_so() -> None:
    assert voorstel_cluster([_meting(90)], vorig=I, sinds=date(2027, 2, 1)) == Clustervoorstel(
        I, "Er is geen nieuwe toets. Blijft waar u deze leerling had: intensief."
    )


def test_percentile_says_more_than_a_band() -> None:
    assert cluster_van(Meting(op=date(2027, 1, 20), percentiel=50, band=3, banden=3)) is B


@pytest.mark.parametrize(
    ("percentielen", "vorig", "cluster"),
    [
        ([], None, B),
        ([], V, V),
        ([], I, I),
        ([None], I, I),
        ([20], None, I),
        ([80], None, V),
        ([50], B, B),
        ([20], B, I),  # more help at once
        ([20], V, I),
        ([50], V, B),
        ([80], B, B),  # less help not at once
        ([50], I, I),
        ([80, 80], B, V),
        ([50, 50], I, B),
        ([20, 50], I, I),
        ([50, 80], I, B),  # both ask for less: as far as both agree
        ([80, 50], I, B),
        ([80, 80], I, V),
        ([80, None], B, B),
        ([80, 80, None], B, V),
        ([80, 50, 80], B, B),  # not after each other
    ],
)
def test_proposal(percentielen: list[float | None], vorig: Cluster | None, cluster: Cluster) -> None:
    metingen = [_meting(percentiel, maand) for maand, percentiel in enumerate(percentielen, start=1)]

    assert voorstel_cluster(metingen, vorig=vorig).cluster is cluster


@pytest.mark.parametrize(
    ("metingen", "vorig", "voorstel"),
    [
        ([], None, Clustervoorstel(B, "Er is nog geen toets en geen eerder plan. Begint in basis.")),
        (
            [Meting(op=date(2027, 1, 20), niveau="IV", percentiel=30)],
            None,
            Clustervoorstel(I, "De laatste toets (IV op 20-01-2027) past bij intensief."),
        ),
        (
            [_meting(50)],
            B,
            Clustervoorstel(B, "De laatste toets (P50 op 20-01-2027) past bij basis, en daar zat deze leerling."),
        ),
        (
            [_meting(12)],
            B,
            Clustervoorstel(I, "De laatste toets (P12 op 20-01-2027) past bij intensief: meer hulp dan basis."),
        ),
        (
            [_meting(80)],
            B,
            Clustervoorstel(
                B,
                "De laatste toets (P80 op 20-01-2027) past bij verdiept, maar het is de eerste keer. Blijft in basis.",
            ),
        ),
        (
            [_meting(50), _meting(80, 6)],
            B,
            Clustervoorstel(
                B,
                "De laatste toets (P80 op 20-06-2027) past bij verdiept, maar het is de eerste keer. Blijft in basis.",
            ),
        ),
        (
            [_meting(80), _meting(90, 6)],
            B,
            Clustervoorstel(
                V,
                "Twee toetsen na elkaar (laatste: P90 op 20-06-2027) vragen om minder hulp dan basis.",
            ),
        ),
    ],
)
def test_proposal_is_explained(metingen: list[Meting], vorig: Cluster | None, voorstel: Clustervoorstel) -> None:
    assert voorstel_cluster(metingen, vorig=vorig) == voorstel


def test_school_that_chose_its_own_borders_gets_proposals_by_them() -> None:
    ruim = Clustergrenzen(verdiept_vanaf=60, intensief_tot_en_met=45)

    assert [voorstel_cluster([_meting(een)], vorig=None, grenzen=ruim).cluster for een in (45, 46, 59, 60)] == [
        I,
        B,
        B,
        V,
    ]


@pytest.mark.parametrize(("laag", "hoog"), [(1, 99), (1, 3), (97, 99), (33, 75)])
def test_borders_with_basis_in_between_can_be_chosen(laag: int, hoog: int) -> None:
    check_grenzen(Clustergrenzen(verdiept_vanaf=hoog, intensief_tot_en_met=laag))


GEEN_PERCENTIEL = "Een grens is een percentiel van 1 tot en met 99. Kijk ze na."
GEEN_BASIS = "De grens van intensief ligt onder die van verdiept, met basis ertussen. Kijk ze na."


@pytest.mark.parametrize(
    ("laag", "hoog", "zin"),
    [
        (0, 75, GEEN_PERCENTIEL),
        (33, 100, GEEN_PERCENTIEL),
        (100, 75, GEEN_PERCENTIEL),
        (33, 0, GEEN_PERCENTIEL),
        (50, 51, GEEN_BASIS),
        (50, 50, GEEN_BASIS),
        (75, 33, GEEN_BASIS),
        (1, 1, GEEN_BASIS),
        (99, 99, GEEN_BASIS),
    ],
)
def test_borders_that_are_none_or_leave_nobody_in_basis_are_refused(laag: int, hoog: int, zin: str) -> None:
    with pytest.raises(ClusterError) as fout:
        check_grenzen(Clustergrenzen(verdiept_vanaf=hoog, intensief_tot_en_met=laag))

    assert str(fout.value) == zin


@pytest.mark.parametrize(
    ("meting", "wat"),
    [
        (Meting(op=date(2027, 1, 20), niveau="III", percentiel=50), "III"),
        (Meting(op=date(2027, 1, 20), percentiel=49.6), "P50"),
        (Meting(op=date(2027, 1, 20)), ""),
    ],
)
def test_result_says_its_band_or_else_its_percentile(meting: Meting, wat: str) -> None:
    assert meting.wat == wat


@given(st.lists(st.one_of(st.none(), st.floats(0, 100)), max_size=4), st.sampled_from([None, V, B, I]))
def test_one_result_never_takes_help_away(percentielen: list[float | None], vorig: Cluster | None) -> None:
    voorstel = voorstel_cluster([_meting(een) for een in percentielen], vorig=vorig)

    wijzend = [cluster for een in percentielen if (cluster := cluster_van(_meting(een)))]
    volgorde = list(Cluster)
    if vorig and volgorde.index(voorstel.cluster) < volgorde.index(vorig):
        assert len(wijzend) >= 2
        assert all(volgorde.index(wijst) < volgorde.index(vorig) for wijst in wijzend[-2:])
    assert voorstel.waarom.endswith(".")
