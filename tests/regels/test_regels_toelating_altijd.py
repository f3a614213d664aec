"""What holds of admission and removal in every case that can be drawn."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from passend.begrippen.aanmelding import Andereschool, Tlvstand
from passend.begrippen.toelating import (
    Aanmeldingsstand,
    Aanzet,
    Toelatingsbesluit,
    Verwijderingsstand,
    Weigeringsgrond,
)
from passend.regels.aanmeldingsfeiten import (
    Aanmeldingsfeiten,
    Afwijking,
    Besluit,
    Gevraagdeschool,
    Grondslagvraag,
    Onderbreking,
    Verlenging,
)
from passend.regels.bezwaar import Bezwaarfeiten, beslissing_uiterlijk_op
from passend.regels.toelatingsstand import toelatingsstand
from passend.regels.toelatingstermijnen import besluittermijn, plaatsing_vanaf, toelatingstermijnen
from passend.regels.verlengingspoort import check_verlenging
from passend.regels.verwijdering import Verwijderingsfeiten, verwijderingsstand
from passend.regels.volleschool import Volleschool
from passend.regels.werkdagen import is_werkdag, laatste_werkdag

OP = date(2026, 9, 14)
ALTIJD = settings(max_examples=60, deadline=None)  # the first case reads the holidays
DAGEN = st.integers(0, 100).map(lambda dagen: OP + timedelta(days=dagen))
MISSCHIEN = st.none() | DAGEN
WOORDEN = st.sampled_from(["", " ", "Omdat het moet."])
PLEKKEN = st.sampled_from(["", " ", "x", "Schoolgids", (SCHOOLGIDS := "Schoolgids 2025, bladzijde 12.")])
ONDERBREKINGEN = st.lists(
    st.builds(Onderbreking, van=DAGEN, uiterlijk_op=MISSCHIEN, aangevuld_op=MISSCHIEN).filter(
        lambda een: all(dag is None or dag >= een.van for dag in (een.uiterlijk_op, een.aangevuld_op))
    ),
    max_size=4,
).map(tuple)
VERLENGINGEN = st.builds(Verlenging, op=DAGEN, tot=DAGEN, reden=WOORDEN)
SCHOLEN = st.lists(
    st.builds(
        Gevraagdeschool,
        naam=st.sampled_from(["De Els", "De Populier"]),
        gevraagd_op=DAGEN,
        bereid_op=MISSCHIEN,
        ingetrokken_op=MISSCHIEN,
        soort=st.none() | st.sampled_from(Andereschool),
        tlv=st.none() | st.sampled_from(Tlvstand),
    ),
    max_size=2,
).map(tuple)
AFWIJKINGEN = st.none() | st.builds(Afwijking, op=DAGEN, reden=WOORDEN)
AANMELDINGEN = st.builds(
    Aanmeldingsfeiten,
    verzocht_op=st.just(OP),
    ontvangen_op=MISSCHIEN,
    geboren_op=st.none() | st.dates(date(2021, 1, 1), date(2023, 9, 1)),
    is_openbaar=st.booleans(),
    is_asielzoeker=st.booleans(),
    is_elders_ingeschreven=st.booleans(),
    onderbrekingen=ONDERBREKINGEN,
    verlengd=st.none() | VERLENGINGEN,
    heeft_ondersteuning_nodig=st.none() | st.booleans(),
    is_hulp_gevraagd=st.booleans(),
    is_alleen_nt2=st.booleans(),
    scholen=SCHOLEN,
    ouders_gehoord_op=MISSCHIEN,
    vol=st.none()
    | st.builds(
        Volleschool,
        vol_op=DAGEN,
        beleid_gepubliceerd_op=st.none() | st.just(OP) | DAGEN,
        beleid_genoteerd_op=st.none() | st.just(OP) | DAGEN,
        eerder_openbaar=PLEKKEN,
        is_beleid_gevolgd=st.booleans(),
    ),
    grondslag=st.none() | st.builds(Grondslagvraag, gevraagd_op=DAGEN, geweigerd_op=MISSCHIEN),
    contact_op=MISSCHIEN,
    samenwerkingsverband=st.sampled_from(["", "PO2815"]),
    besluit=st.none()
    | st.builds(
        Besluit,
        soort=st.sampled_from(Toelatingsbesluit),
        op=DAGEN,
        grond=st.sampled_from(Weigeringsgrond),
        motivering=WOORDEN,
    ),
    afwijking=AFWIJKINGEN,
    ingetrokken_op=MISSCHIEN,
    bezwaar_op=MISSCHIEN,
    geschil_op=MISSCHIEN,
    oordeel_op=MISSCHIEN,
    beslist_op=MISSCHIEN,
)
VERWIJDERINGEN = st.builds(
    Verwijderingsfeiten,
    voorgenomen_op=DAGEN,
    is_openbaar=st.booleans(),
    leraar_gehoord_op=MISSCHIEN,
    ouders_gehoord_op=MISSCHIEN,
    scholen=SCHOLEN,
    besloten_op=MISSCHIEN,
    motivering=WOORDEN,
    gemeente_op=MISSCHIEN,
    elders_ingeschreven_op=MISSCHIEN,
    ingetrokken_op=MISSCHIEN,
    afwijking=AFWIJKINGEN,
)


@ALTIJD
@given(AANMELDINGEN, VERLENGINGEN, DAGEN)
def test_extension_never_moves_a_date_earlier(feiten: Aanmeldingsfeiten, verlenging: Verlenging, op: date) -> None:
    zonder = replace(feiten, verlengd=None)
    voor, na = (besluittermijn(een, peildatum=op) for een in (zonder, replace(feiten, verlengd=verlenging)))
    assume(voor is not None and na is not None)
    assert voor is not None
    assert na is not None

    assert na.uiterlijk >= voor.uiterlijk
    assert plaatsing_vanaf(zonder) == plaatsing_vanaf(replace(feiten, verlengd=verlenging))


@ALTIJD
@given(st.integers(0, 42), st.integers(43, 70))
def test_extension_that_is_allowed_is_the_date_that_holds(op: int, tot: int) -> None:
    feiten = Aanmeldingsfeiten(verzocht_op=OP, ontvangen_op=OP)
    verlenging = Verlenging(op=OP + timedelta(days=op), tot=OP + timedelta(days=tot), reden="Er is onderzoek nodig.")

    termijn = besluittermijn(replace(feiten, verlengd=verlenging), peildatum=verlenging.op)

    assert check_verlenging(feiten, verlenging, peildatum=verlenging.op) == ()
    assert termijn is not None
    assert (termijn.is_verlengd, termijn.uiterlijk) == (True, verlenging.tot)


@ALTIJD
@given(AANMELDINGEN, DAGEN, st.data())
def test_order_in_which_facts_come_to_light_makes_no_difference(
    feiten: Aanmeldingsfeiten, op: date, data: st.DataObject
) -> None:
    anders = replace(
        feiten,
        onderbrekingen=tuple(data.draw(st.permutations(feiten.onderbrekingen))),
        scholen=tuple(data.draw(st.permutations(feiten.scholen))),
    )

    assert toelatingstermijnen(anders, peildatum=op) == toelatingstermijnen(feiten, peildatum=op)
    assert replace(toelatingsstand(anders, peildatum=op), bezwaren=()) == replace(
        toelatingsstand(feiten, peildatum=op), bezwaren=()
    )


@ALTIJD
@given(AANMELDINGEN, DAGEN, DAGEN)
def test_what_happens_later_changes_nothing_of_an_earlier_day(
    feiten: Aanmeldingsfeiten, op: date, besluit_op: date
) -> None:
    assume(besluit_op > op)
    zonder = replace(feiten, besluit=None, verlengd=None)
    later = replace(
        zonder,
        besluit=Besluit(soort=Toelatingsbesluit.TOEGELATEN, op=besluit_op),
        verlengd=Verlenging(op=besluit_op, tot=besluit_op, reden="Later."),
    )

    assert toelatingsstand(later, peildatum=op) == toelatingsstand(zonder, peildatum=op)


@ALTIJD
@given(AANMELDINGEN, DAGEN)
def test_nobody_is_refused_without_the_evidence_that_was_there_on_that_day(feiten: Aanmeldingsfeiten, op: date) -> None:
    stand = toelatingsstand(feiten, peildatum=op)
    if stand.soort is not Aanmeldingsstand.GEWEIGERD:
        return

    besluit = feiten.besluit
    assert besluit is not None
    assert besluit.motivering.strip()
    assert feiten.ontvangen_op is not None
    assert feiten.ontvangen_op <= besluit.op <= op
    assert not (feiten.is_asielzoeker and besluit.op > OP + timedelta(weeks=6))
    if stand.is_afwijking:
        assert feiten.afwijking is not None
        assert feiten.afwijking.reden.strip()
        return
    zeggen_ja = [
        school
        for school in feiten.scholen
        if school.bereid_op and school.bereid_op <= besluit.op and not (school.ingetrokken_op or date.max) <= besluit.op
    ]
    bereid = any(school.soort not in {"sbo", "so"} or school.tlv in {"er", "gevraagd"} for school in zeggen_ja)
    for een in feiten.onderbrekingen:
        is_klaar = (een.aangevuld_op or date.max) <= besluit.op or (een.uiterlijk_op or date.max) < besluit.op
        assert een.van > besluit.op or is_klaar
    gehoord = feiten.ouders_gehoord_op is not None and feiten.ouders_gehoord_op <= besluit.op
    vol, grondslag = feiten.vol, feiten.grondslag
    assert {
        Weigeringsgrond.SCHOOL_VOL: vol is not None
        and vol.is_beleid_gevolgd
        and vol.vol_op <= besluit.op
        and (vol.beleid_gepubliceerd_op or date.max) <= feiten.verzocht_op
        and ((vol.beleid_genoteerd_op or date.min) <= feiten.verzocht_op or vol.eerder_openbaar == SCHOOLGIDS),
        Weigeringsgrond.GRONDSLAG: grondslag is not None
        and (grondslag.geweigerd_op or date.max) <= besluit.op
        and bool(grondslag.openbare_school.strip()),
        Weigeringsgrond.ANDERE_SCHOOL: bool(zeggen_ja) and (not feiten.is_zorgplichtig or (bereid and gehoord)),
        Weigeringsgrond.ANDERS: not feiten.is_zorgplichtig or (bereid and gehoord),
    }[besluit.grond]


@ALTIJD
@given(AANMELDINGEN, DAGEN)
def test_decision_that_is_not_allowed_leaves_the_case_open(feiten: Aanmeldingsfeiten, op: date) -> None:
    stand = toelatingsstand(replace(feiten, afwijking=None, ingetrokken_op=None), peildatum=op)

    if stand.bezwaren:
        assert stand.soort not in {Aanmeldingsstand.GEWEIGERD, Aanmeldingsstand.NIET_BEHANDELD}


@ALTIJD
@given(AANMELDINGEN, DAGEN)
def test_who_is_placed_is_old_enough_and_at_no_other_school(feiten: Aanmeldingsfeiten, op: date) -> None:
    stand = toelatingsstand(feiten, peildatum=op)
    if (van := stand.tijdelijk_van) is None:
        return

    assert van >= OP + timedelta(days=71)
    assert not feiten.is_elders_ingeschreven
    assert stand.soort not in {Aanmeldingsstand.TOEGELATEN, Aanmeldingsstand.GEWEIGERD, Aanmeldingsstand.CONCEPT}
    if feiten.geboren_op is not None:
        assert van >= feiten.geboren_op.replace(year=feiten.geboren_op.year + 4)


@ALTIJD
@given(AANMELDINGEN, DAGEN)
def test_every_case_tells_parents_something_and_whose_turn_it_is(feiten: Aanmeldingsfeiten, op: date) -> None:
    stand = toelatingsstand(feiten, peildatum=op)

    assert stand.uitleg.endswith(".")
    assert stand.volgende is None or stand.volgende in stand.termijnen
    assert stand.aan_zet is not Aanzet.NIEMAND or stand.volgende is None


@ALTIJD
@given(VERWIJDERINGEN, DAGEN)
def test_nobody_is_removed_without_evidence_and_another_school(feiten: Verwijderingsfeiten, op: date) -> None:
    stand = verwijderingsstand(feiten, peildatum=op)
    if stand.soort not in {Verwijderingsstand.BESLOTEN, Verwijderingsstand.VERWIJDERD}:
        return

    besloten = feiten.besloten_op
    assert besloten is not None
    assert besloten <= op
    assert feiten.motivering.strip()
    if stand.soort is Verwijderingsstand.VERWIJDERD:
        assert feiten.elders_ingeschreven_op is not None
        assert feiten.elders_ingeschreven_op <= op
    if stand.is_afwijking:
        assert feiten.afwijking is not None
        assert feiten.afwijking.reden.strip()
        return
    assert max(feiten.leraar_gehoord_op or date.max, feiten.ouders_gehoord_op or date.max) <= besloten
    assert any(school.is_bereid(besloten) and school.mag_toelaten for school in feiten.scholen)


@ALTIJD
@given(VERWIJDERINGEN, SCHOLEN, DAGEN)
def test_what_a_school_says_after_the_decision_to_remove_undoes_nothing(
    feiten: Verwijderingsfeiten, scholen: tuple[Gevraagdeschool, ...], op: date
) -> None:
    voor, na = (verwijderingsstand(replace(feiten, scholen_nu=nu), peildatum=op) for nu in (None, scholen))

    assert (voor.soort, voor.termijnen, voor.is_afwijking) == (na.soort, na.termijnen, na.is_afwijking)


@ALTIJD
@given(st.booleans(), DAGEN, DAGEN, DAGEN, MISSCHIEN, DAGEN)
def test_dispute_never_brings_the_decision_on_an_objection_nearer(
    is_openbaar: bool,  # noqa: FBT001 -- hypothesis gives it by position
    besluit: date,
    bezwaar: date,
    geschil: date,
    oordeel: date | None,
    op: date,
) -> None:
    zonder = Bezwaarfeiten(besluit_op=besluit, is_openbaar=is_openbaar, bezwaar_op=bezwaar)
    met = replace(zonder, geschil_op=geschil, oordeel_op=oordeel)
    voor, na = (beslissing_uiterlijk_op(feiten, peildatum=op) for feiten in (zonder, met))

    assert voor is not None
    assert na is not None
    assert na.dag >= voor.dag


@ALTIJD
@given(st.dates(date(2014, 8, 1), date(2060, 12, 31)))
def test_safe_day_is_a_working_day_and_at_most_five_days_earlier(dag: date) -> None:
    veilig = laatste_werkdag(dag)

    assert is_werkdag(veilig)
    assert timedelta() <= dag - veilig <= timedelta(days=5)
    assert not any(is_werkdag(veilig + timedelta(days=n)) for n in range(1, (dag - veilig).days + 1))
