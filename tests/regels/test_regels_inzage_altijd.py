"""What holds of access to a file in every case that can be drawn."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.periode import Periode
from passend.begrippen.rollen import Rolsoort
from passend.regels.inzage import (
    Kijkerfeiten,
    Leerlingfeiten,
    inzagegronden,
    leesbaar,
    schrijfbaar,
    zestien_grens,
)
from passend.regels.toestemming import Besluitfeiten, Toestemmingfeiten

OP = datetime(2026, 10, 5, 9, tzinfo=UTC)
DAGEN = st.integers(-3, 3).map(lambda dagen: (OP + timedelta(days=dagen)).date())
MOMENTEN = st.integers(-50, 5).map(lambda uren: OP + timedelta(hours=uren))
PERIODEN = st.builds(Periode, DAGEN, st.none() | DAGEN)
GROEPEN = st.lists(st.tuples(st.integers(1, 3), PERIODEN), max_size=3)
ROLLEN = st.lists(st.tuples(st.sampled_from(Rolsoort), st.integers(7, 8), PERIODEN), max_size=4)
BESLUITEN = st.builds(Besluitfeiten, gegeven_op=MOMENTEN, ingetrokken_op=st.none() | MOMENTEN)
TOESTEMMINGEN = st.builds(
    Toestemmingfeiten,
    tot_en_met=DAGEN,
    gezag=st.dictionaries(st.integers(1, 2), PERIODEN),
    besluiten=st.dictionaries(st.integers(1, 2), BESLUITEN),
)
KIJKERS = st.builds(Kijkerfeiten, rollen=ROLLEN, groepen=GROEPEN)
KINDEREN = st.builds(
    Leerlingfeiten,
    vestiging=st.integers(7, 8),
    geboren_op=st.dates(date(2009, 1, 1), date(2022, 1, 1)),
    groepen=GROEPEN,
    gezag=st.lists(PERIODEN, max_size=2),
    toestemmingen=st.lists(TOESTEMMINGEN, max_size=2),
    noodinzagen=st.lists(MOMENTEN, max_size=2),
)
GRONDEN = st.sets(st.sampled_from(Inzagegrond))
BUITEN_MELDCODE = (
    Inzagegrond.EIGEN_GROEP,
    Inzagegrond.OUDER,
    Inzagegrond.DESKUNDIGE,
    Inzagegrond.NOODINZAGE,
)


@given(KIJKERS, KINDEREN, st.data())
def test_role_that_is_taken_away_never_adds_a_reason(
    kijker: Kijkerfeiten, kind: Leerlingfeiten, data: st.DataObject
) -> None:
    houdt = data.draw(st.lists(st.sampled_from(kijker.rollen)) if kijker.rollen else st.just([]))

    minder = replace(kijker, rollen=houdt)

    assert set(inzagegronden(minder, kind, op=OP)) <= set(inzagegronden(kijker, kind, op=OP))


@given(KIJKERS, KINDEREN)
def test_without_a_tie_of_their_own_nobody_sees_a_file(kijker: Kijkerfeiten, kind: Leerlingfeiten) -> None:
    vreemd = Leerlingfeiten(vestiging=9, geboren_op=kind.geboren_op, groepen=kind.groepen)

    assert inzagegronden(kijker, vreemd, op=OP) == ()
    zonder_rol = Kijkerfeiten(groepen=kijker.groepen)
    assert inzagegronden(zonder_rol, kind, op=OP) == ()


@given(KIJKERS, KINDEREN)
def test_each_reason_stands_on_its_own_facts(kijker: Kijkerfeiten, kind: Leerlingfeiten) -> None:
    gronden = inzagegronden(kijker, kind, op=OP)

    leeg = Leerlingfeiten(vestiging=kind.vestiging, geboren_op=kind.geboren_op)
    delen = (
        inzagegronden(kijker, replace(leeg, groepen=kind.groepen), op=OP),
        inzagegronden(kijker, replace(leeg, gezag=kind.gezag), op=OP),
        inzagegronden(kijker, replace(leeg, toestemmingen=kind.toestemmingen), op=OP),
        inzagegronden(kijker, replace(leeg, noodinzagen=kind.noodinzagen), op=OP),
    )
    assert set(gronden) == set().union(*map(set, delen))
    assert list(gronden) == [grond for grond in Inzagegrond if grond in gronden]


@given(GRONDEN, GRONDEN)
def test_more_reasons_never_let_somebody_read_or_write_less(minder: set[Inzagegrond], erbij: set[Inzagegrond]) -> None:
    assert leesbaar(minder) <= leesbaar(minder | erbij)
    assert schrijfbaar(minder) <= schrijfbaar(minder | erbij)


@given(GRONDEN)
def test_who_writes_in_a_class_reads_it_too(gronden: set[Inzagegrond]) -> None:
    assert schrijfbaar(gronden) <= leesbaar(gronden)


@given(st.sets(st.sampled_from(BUITEN_MELDCODE)))
def test_signs_of_abuse_are_never_read_by_teacher_parent_expert_or_stand_in_not_even_by_who_is_all_of_them(
    gronden: set[Inzagegrond],
) -> None:
    assert Vertrouwelijkheid.MELDCODE not in leesbaar(gronden) | schrijfbaar(gronden)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.dates(date(1880, 1, 1), date(2200, 12, 31)))
def test_boundary_of_sixteen_is_the_age_as_one_counts_it(dag: date, geboren_op: date) -> None:
    leeftijd = dag.year - geboren_op.year - ((dag.month, dag.day) < (geboren_op.month, geboren_op.day))

    assert (geboren_op <= zestien_grens(dag)) is (leeftijd >= 16)


@given(KIJKERS, KINDEREN, st.integers(1, 60))
def test_glass_that_closed_stays_closed(kijker: Kijkerfeiten, kind: Leerlingfeiten, uren: int) -> None:
    kijker = Kijkerfeiten(rollen=[(soort, waar, Periode(date(2020, 8, 1))) for soort, waar, _periode in kijker.rollen])
    later = OP + timedelta(hours=uren)
    eerder = replace(kind, noodinzagen=[moment for moment in kind.noodinzagen if moment <= OP])

    assert not (
        Inzagegrond.NOODINZAGE in inzagegronden(kijker, eerder, op=later)
        and Inzagegrond.NOODINZAGE not in inzagegronden(kijker, eerder, op=OP)
    )
