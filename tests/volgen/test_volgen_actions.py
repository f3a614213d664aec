"""Writing down what is seen, storing results, and putting signals aside: who may, what comes of it, what cannot."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from tests.factories.dossiers import maak_buurt, nieuwe_regels, onderwerp
from tests.factories.leerlingen import Gezin, maak_gezin, maak_leerling
from tests.factories.profielen import OP
from tests.factories.volgen import maak_resultaat

from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.vakantieregio import Vakantieregio
from passend.begrippen.volgen import Herkomst, Signaalregel, Verzuimsoort, Waarnemingsoort
from passend.leerlingen.actions.leerlingen import deregister_leerling
from passend.leerlingen.models import Dossierversie, Leerling
from passend.regels.instrumenten import Resultaatgegevens, ToetsresultaatError
from passend.regels.signalen import SignaalinstellingError
from passend.toegang.models import Account
from passend.volgen.actions.delen import add_resultatenstuk
from passend.volgen.actions.resultaten import Opslag, ToetsvraagError, import_toetsresultaten, record_toetsresultaat
from passend.volgen.actions.signalen import dismiss_signaal, set_signaalinstelling, set_vakantieregio
from passend.volgen.actions.verzuim import Verzuimgegevens, record_verzuim, remove_verzuim
from passend.volgen.actions.waarnemingen import (
    VolgenError,
    Waarneminggegevens,
    add_groepstoets,
    add_waarneming,
    withdraw_waarneming,
)
from passend.volgen.models import Signaalbesluit, Signaalinstelling, Toetsresultaat, Verzuim, Waarneming
from passend.volgen.queries.signalen import list_signalen

pytestmark = pytest.mark.django_db
VANDAAG = OP.date()
GEZIEN = Waarneminggegevens(soort=Waarnemingsoort.OBSERVATIE, tekst=" Leest graag. ", gezien_op=VANDAAG)
TOETS = Waarneminggegevens(
    soort=Waarnemingsoort.METHODETOETS, tekst="", gezien_op=VANDAAG, vak="rekenen", score=" 7,5 "
)
ZIEK = Verzuimgegevens(
    soort=Verzuimsoort.ZIEK, van=date(2026, 10, 1), tot_en_met=date(2026, 10, 1), uren=Decimal("5.5")
)
REKENEN = Resultaatgegevens(
    instrument="cito_lvs", vak="rekenen", afgenomen_op=date(2026, 6, 10), schaalscore=Decimal(120)
)


def _anders[T](gegevens: T, **anders: Any) -> T:
    return type(gegevens)(**{naam: getattr(gegevens, naam) for naam in gegevens.__slots__} | anders)  # type: ignore[attr-defined]


def _schrijf(gezin: Gezin, gegevens: Waarneminggegevens = GEZIEN, actor: Account | None = None) -> Waarneming:
    return add_waarneming(actor=actor or gezin.school.leerkracht, leerling=gezin.leerling, gegevens=gegevens, op=OP)


def _noteer(gezin: Gezin, gegevens: Verzuimgegevens = ZIEK) -> int:
    return record_verzuim(actor=gezin.school.leerkracht, leerling=gezin.leerling, gegevens=gegevens, op=OP)


def test_what_a_teacher_saw_is_kept_with_who_and_when_and_leaves_a_line() -> None:
    gezin = maak_gezin()

    with nieuwe_regels() as nieuw:
        _schrijf(gezin)

    een = Waarneming.objects.get()
    assert (een.soort, een.tekst, een.gezien_op, een.door) == (
        "observatie",
        "Leest graag.",
        VANDAAG,
        gezin.school.leerkracht,
    )
    assert nieuw.regels == [
        (gezin.school.leerkracht, "add_waarneming", onderwerp(gezin.leerling), "eigen_groep", "wijzigen")
    ]


def test_test_of_the_method_has_a_subject_and_a_score() -> None:
    een = _schrijf(maak_gezin(), TOETS)

    assert (een.vak, een.score, een.tekst) == ("rekenen", "7,5", "")


@pytest.mark.parametrize(
    ("gegevens", "begin"),
    [
        (_anders(GEZIEN, tekst=" "), "Er staat nog niets."),
        (_anders(GEZIEN, tekst="x" * 4001), "Dit is te lang"),
        (_anders(GEZIEN, vak="knutselen"), "Dit vak kent Passend niet."),
        (_anders(TOETS, score=""), "Een toets heeft een vak en een score."),
        (_anders(TOETS, score="acht"), "Dit is geen score: acht. Schrijf een cijfer zoals 7,5"),
        (_anders(TOETS, vak=""), "Een toets heeft een vak en een score."),
        (_anders(GEZIEN, gezien_op=VANDAAG + timedelta(days=1)), "Deze dag moet nog komen."),
        (_anders(GEZIEN, gezien_op=date(2001, 1, 1)), "Deze dag ligt voor de geboorte."),
    ],
)
def test_what_cannot_be_written_down_is_refused_with_what_to_do(gegevens: Waarneminggegevens, begin: str) -> None:
    gezin = maak_gezin()

    with pytest.raises(VolgenError) as fout:
        _schrijf(gezin, gegevens)

    assert (str(fout.value)[: len(begin)], Waarneming.objects.count()) == (begin, 0)


HANDELINGEN: dict[str, Callable[[Account, Leerling], object]] = {
    "add_waarneming": lambda actor, leerling: add_waarneming(actor=actor, leerling=leerling, gegevens=GEZIEN, op=OP),
    "record_verzuim": lambda actor, leerling: record_verzuim(actor=actor, leerling=leerling, gegevens=ZIEK, op=OP),
    "remove_verzuim": lambda actor, leerling: remove_verzuim(
        actor=actor, leerling=leerling, soort=Verzuimsoort.ZIEK, dag=VANDAAG, op=OP
    ),
    "record_toetsresultaat": lambda actor, leerling: record_toetsresultaat(
        actor=actor, leerling=leerling, gegevens=REKENEN, op=OP
    ),
    "dismiss_signaal": lambda actor, leerling: dismiss_signaal(
        actor=actor, leerling=leerling, kenmerk="x", woord="Gezien", op=OP
    ),
}


@pytest.mark.parametrize("handeling", HANDELINGEN)
def test_parents_experts_and_people_of_elsewhere_write_nothing_down(handeling: str) -> None:
    buurt = maak_buurt()
    gezin, regio = buurt.gezin, buurt.regio
    mensen = (gezin.ouder, gezin.deskundige, regio.buur.intern_begeleider, regio.ander.directeur, regio.eigen.mr_lid)

    for iemand in mensen:
        with pytest.raises(GeenToegangError):
            HANDELINGEN[handeling](iemand, gezin.leerling)

    assert (Waarneming.objects.count(), Verzuim.objects.count(), Toetsresultaat.objects.count()) == (0, 0, 0)


def test_what_was_written_down_stays_to_be_seen_after_it_is_taken_back() -> None:
    gezin = maak_gezin()
    een = _schrijf(gezin)

    for _keer in range(2):
        withdraw_waarneming(actor=gezin.school.leerkracht, waarneming=een, op=OP)

    assert list(Waarneming.objects.values_list("tekst", "ingetrokken_op")) == [("Leest graag.", OP)]


def test_teacher_does_not_take_back_what_the_intern_begeleider_wrote_but_the_other_way_round_can_be() -> None:
    gezin = maak_gezin()
    school = gezin.school
    van_ib, van_leerkracht = _schrijf(gezin, actor=school.intern_begeleider), _schrijf(gezin)

    with pytest.raises(GeenToegangError):
        withdraw_waarneming(actor=school.leerkracht, waarneming=van_ib, op=OP)
    withdraw_waarneming(actor=school.intern_begeleider, waarneming=van_leerkracht, op=OP)

    assert list(Waarneming.objects.filter(ingetrokken_op__isnull=False)) == [van_leerkracht]


def test_test_of_a_group_is_kept_for_all_or_for_none() -> None:
    gezin = maak_gezin()
    ander = maak_leerling(gezin.school, "Ot", groep=gezin.groep)

    def toets(*scores: tuple[Leerling, str]) -> int:
        return add_groepstoets(
            actor=gezin.school.leerkracht, scores=scores, vak="spelling", tekst="Blok 3", gezien_op=VANDAAG, op=OP
        )

    with pytest.raises(VolgenError, match="Er staat nog geen score"):
        toets()
    with pytest.raises(VolgenError, match="te lang"):
        toets((gezin.leerling, "7"), (ander, "x" * 21))
    assert Waarneming.objects.count() == 0
    assert toets((gezin.leerling, "7"), (ander, "8")) == 2
    assert list(Waarneming.objects.order_by("pk").values_list("leerling", "score")) == [
        (gezin.leerling.pk, "7"),
        (ander.pk, "8"),
    ]


def test_absence_of_a_week_is_kept_for_its_school_days_and_set_anew_by_a_second_time() -> None:
    gezin = maak_gezin()
    week = _anders(ZIEK, van=date(2026, 9, 25), tot_en_met=date(2026, 9, 29))

    assert _noteer(gezin, week) == 3
    assert _noteer(gezin, _anders(week, uren=Decimal(2))) == 3
    assert list(Verzuim.objects.values_list("op", "uren", "herkomst")) == [
        (date(2026, 9, dag), Decimal(2), Herkomst.GETYPT) for dag in (25, 28, 29)
    ]


def test_absence_that_stood_there_already_changes_nothing_and_leaves_no_line() -> None:
    gezin = maak_gezin()
    _noteer(gezin)

    with nieuwe_regels() as nieuw:
        aantal = _noteer(gezin)

    assert (aantal, nieuw.regels) == (0, [])


@pytest.mark.parametrize(("uren", "past"), [("2.5", True), ("2.75", False), ("5.5", False)])
def test_absence_of_two_kinds_on_a_day_fits_within_a_school_day(uren: str, *, past: bool) -> None:
    gezin = maak_gezin()
    _noteer(gezin, _anders(ZIEK, uren=Decimal(3)))
    zonder = _anders(ZIEK, soort=Verzuimsoort.ONGEOORLOOFD, van=date(2026, 9, 30), uren=Decimal(uren))

    with nullcontext() if past else pytest.raises(VolgenError) as fout:
        _noteer(gezin, zonder)

    begin = "Op 01-10-2026 staat al 3 uur van een andere soort. Samen is dat langer dan een schooldag van 5,5 uur."
    assert fout is None or str(fout.value).startswith(begin)
    assert Verzuim.objects.filter(soort=Verzuimsoort.ONGEOORLOOFD).count() == (2 if past else 0)


@pytest.mark.parametrize(
    ("anders", "begin"),
    [
        ({"uren": Decimal(0)}, "Kies een aantal uren"),
        ({"uren": Decimal("8.5")}, "Kies een aantal uren"),
        ({"tot_en_met": date(2026, 9, 1)}, "De laatste dag ligt voor de eerste."),
        ({"van": date(2026, 7, 1)}, "Dit is langer dan twee maanden."),
        ({"tot_en_met": date(2026, 10, 12)}, "Deze dag moet nog komen."),
        ({"van": date(2026, 10, 3), "tot_en_met": date(2026, 10, 4)}, "In deze dagen is er geen les"),
        ({"van": date(2026, 8, 3), "tot_en_met": date(2026, 8, 7)}, "In deze dagen is er geen les"),
    ],
)
def test_absence_that_cannot_be_is_refused_with_what_to_do(anders: dict[str, Any], begin: str) -> None:
    gezin = maak_gezin()

    with pytest.raises(VolgenError) as fout:
        _noteer(gezin, _anders(ZIEK, **anders))

    assert (str(fout.value)[: len(begin)], Verzuim.objects.count()) == (begin, 0)


def test_day_that_was_noted_by_mistake_goes_and_the_others_stay() -> None:
    gezin = maak_gezin()
    _noteer(gezin, _anders(ZIEK, van=date(2026, 9, 30)))

    with nieuwe_regels() as nieuw:
        for _keer in range(2):
            remove_verzuim(
                actor=gezin.school.leerkracht, leerling=gezin.leerling, soort=Verzuimsoort.ZIEK, dag=ZIEK.van, op=OP
            )

    assert list(Verzuim.objects.values_list("op", flat=True)) == [date(2026, 9, 30)]
    assert len(nieuw.regels) == 1


def test_same_results_twice_change_nothing_and_another_score_changes_that_row_only() -> None:
    gezin = maak_gezin()
    ib, school = gezin.school.intern_begeleider, gezin.school.vestiging
    spelling = _anders(REKENEN, vak="spelling")

    def laad(*gegevens: Resultaatgegevens) -> Opslag:
        return import_toetsresultaten(
            actor=ib, vestiging=school, regels=[(gezin.leerling, een) for een in gegevens], op=OP
        )

    assert laad(REKENEN, spelling) == Opslag(nieuw=2, gewijzigd=0, gelijk=0)
    assert laad(REKENEN, spelling) == Opslag(nieuw=0, gewijzigd=0, gelijk=2)
    assert laad(REKENEN, _anders(spelling, schaalscore=Decimal(99))) == Opslag(nieuw=0, gewijzigd=1, gelijk=1)
    assert sorted(Toetsresultaat.objects.values_list("vak", "schaalscore")) == [
        ("rekenen", Decimal(120)),
        ("spelling", Decimal(99)),
    ]


def test_one_result_that_cannot_be_leaves_out_all_of_them() -> None:
    gezin = maak_gezin()

    with pytest.raises(ToetsresultaatError, match="Passend kent de toets “Toetsomaat” niet"):
        import_toetsresultaten(
            actor=gezin.school.intern_begeleider,
            vestiging=gezin.school.vestiging,
            regels=[(gezin.leerling, REKENEN), (gezin.leerling, _anders(REKENEN, instrument="Toetsomaat"))],
            op=OP,
        )

    assert Toetsresultaat.objects.count() == 0


def test_result_after_the_pupil_left_is_refused() -> None:
    gezin = maak_gezin()
    deregister_leerling(
        actor=gezin.school.directeur,
        leerling=gezin.leerling,
        uitgeschreven_op=date(2026, 5, 1),
        is_verwezen=False,
        op=OP,
    )

    with pytest.raises(ToetsresultaatError, match="ging op 01-05-2026 van school"):
        record_toetsresultaat(actor=gezin.school.intern_begeleider, leerling=gezin.leerling, gegevens=REKENEN, op=OP)


def _daling(gezin: Gezin) -> str:
    """A fall of two bands; its fingerprint."""
    maak_resultaat(gezin.leerling, date(2025, 6, 10), afnamemoment="E4", niveau="II")
    maak_resultaat(gezin.leerling, date(2026, 6, 10), niveau="IV", schaalscore=Decimal(160))
    return _signalen(gezin)[0][1]


def _signalen(gezin: Gezin) -> list[tuple[str, str, str]]:
    beelden = list_signalen(leerlingen=[gezin.leerling], vestiging=gezin.school.vestiging, peildatum=VANDAAG)
    return [
        (een.signaal.regel.value, een.signaal.kenmerk, een.besluit.woord if een.besluit else "")
        for een in beelden[gezin.leerling.pk]
    ]


def test_signal_is_put_aside_with_a_word_and_comes_back_on_new_facts() -> None:
    gezin = maak_gezin()
    kenmerk = _daling(gezin)

    for _keer in range(2):
        dismiss_signaal(
            actor=gezin.school.leerkracht, leerling=gezin.leerling, kenmerk=kenmerk, woord=" Besproken ", op=OP
        )
    opzij = _signalen(gezin)
    maak_resultaat(gezin.leerling, date(2026, 9, 10), afnamemoment="B6", niveau="V", schaalscore=Decimal(170))

    assert opzij == [("daling", kenmerk, "Besproken")]
    assert [(regel, woord) for regel, _kenmerk, woord in _signalen(gezin)] == [("daling", "")]
    assert Signaalbesluit.objects.count() == 1


@pytest.mark.parametrize(
    ("kenmerk", "woord", "begin"),
    [(None, " ", "Schrijf in een paar woorden"), (None, "x" * 201, "Dit is te lang"), ("weg", "Gezien", "Dit signaal")],
)
def test_signal_is_not_put_aside_without_a_word_or_when_it_is_gone(kenmerk: str | None, woord: str, begin: str) -> None:
    gezin = maak_gezin()
    echt = _daling(gezin)

    with pytest.raises(VolgenError) as fout:
        dismiss_signaal(
            actor=gezin.school.leerkracht, leerling=gezin.leerling, kenmerk=kenmerk or echt, woord=woord, op=OP
        )

    assert (str(fout.value)[: len(begin)], Signaalbesluit.objects.count()) == (begin, 0)


def test_school_sets_its_own_rules_and_the_other_school_keeps_its_own() -> None:
    buurt = maak_buurt()
    gezin, school = buurt.gezin, buurt.gezin.school
    _daling(gezin)

    for drempel in (4, 3):
        set_signaalinstelling(
            actor=school.intern_begeleider,
            vestiging=school.vestiging,
            regel=Signaalregel.DALING,
            drempel=drempel,
            is_ingeschakeld=True,
            op=OP,
        )

    assert _signalen(gezin) == []
    assert list(Signaalinstelling.objects.values_list("vestiging", "drempel")) == [(school.vestiging.pk, 3)]


def test_rules_are_set_by_who_keeps_the_pupils_and_within_what_a_rule_can_do() -> None:
    school = maak_gezin().school

    def zet(actor: Account, drempel: int) -> None:
        set_signaalinstelling(
            actor=actor,
            vestiging=school.vestiging,
            regel=Signaalregel.VERZUIM,
            drempel=drempel,
            is_ingeschakeld=True,
            op=OP,
        )

    with pytest.raises(GeenToegangError):
        zet(school.leerkracht, 10)
    with pytest.raises(GeenToegangError):
        set_vakantieregio(actor=school.leerkracht, vestiging=school.vestiging, regio=Vakantieregio.ZUID, op=OP)
    with pytest.raises(SignaalinstellingError):
        zet(school.directeur, 99)
    assert Signaalinstelling.objects.count() == 0


BRONNAAM = "begrijpend lezen (Cito Volgsysteem 3.0)"


def test_results_of_today_become_a_piece_that_can_be_shared_and_without_results_there_is_none() -> None:
    gezin = maak_gezin()
    leerkracht = gezin.school.leerkracht
    with pytest.raises(VolgenError, match="Er zijn nog geen toetsen"):
        add_resultatenstuk(actor=leerkracht, leerling=gezin.leerling, op=OP)
    maak_resultaat(gezin.leerling)
    maak_resultaat(
        gezin.leerling, date(2026, 1, 20), schaalscore=None, niveau="", normschema="", ruwe_score=Decimal(31)
    )

    with translation.override("en"):  # the file is in Dutch, whatever language the teacher reads
        stuk = add_resultatenstuk(actor=leerkracht, leerling=gezin.leerling, op=OP)

    assert (stuk.titel, stuk.vertrouwelijkheid) == (f"Toetsen tot en met {OP:%d-%m-%Y}", "gewoon")
    versie = Dossierversie.objects.get(stuk=stuk)
    assert versie.tekst.splitlines() == [
        f"15-06-2026 E5, {BRONNAAM}: vaardigheidsscore 150, niveau II (I tot en met V (vijf keer 20%)), percentiel 65",
        f"20-01-2026 E5, {BRONNAAM}: ruwe score 31, percentiel 65",
    ]
    with pytest.raises(GeenToegangError):
        add_resultatenstuk(actor=gezin.ouder, leerling=gezin.leerling, op=OP)


def test_pupil_who_left_gets_no_observation_and_no_absence_and_what_was_wrong_can_go() -> None:
    gezin = maak_gezin()
    _noteer(gezin, ZIEK)
    Leerling.objects.filter(pk=gezin.leerling.pk).update(uitgeschreven_op=OP.date() - timedelta(days=1))
    gezin.leerling.refresh_from_db()
    ib = gezin.school.intern_begeleider
    gezien = Waarneminggegevens(soort=Waarnemingsoort.OBSERVATIE, tekst="Las mee.", gezien_op=OP.date())

    with pytest.raises(VolgenError, match="van school"):
        add_waarneming(actor=ib, leerling=gezin.leerling, gegevens=gezien, op=OP)
    with pytest.raises(VolgenError, match="van school"):
        record_verzuim(actor=ib, leerling=gezin.leerling, gegevens=ZIEK, op=OP)
    remove_verzuim(actor=ib, leerling=gezin.leerling, soort=Verzuimsoort.ZIEK, dag=ZIEK.van, op=OP)

    assert not Verzuim.objects.filter(op=ZIEK.van).exists()


def test_typed_result_that_nobody_expects_is_kept_once_somebody_looked() -> None:
    gezin = maak_gezin()
    wie = {"actor": gezin.school.leerkracht, "leerling": gezin.leerling, "op": OP}
    record_toetsresultaat(**wie, gegevens=REKENEN)
    vreemd = _anders(REKENEN, afgenomen_op=OP.date(), afnamemoment="B5", schaalscore=Decimal(99999))

    with pytest.raises(ToetsvraagError, match="99999 is heel anders dan gewoon"):
        record_toetsresultaat(**wie, gegevens=vreemd)
    with pytest.raises(ToetsresultaatError, match="Het moment 'X9' bestaat niet"):
        record_toetsresultaat(**wie, gegevens=_anders(vreemd, afnamemoment="X9"), is_nagekeken=True)
    assert Toetsresultaat.objects.count() == 1
    record_toetsresultaat(**wie, gegevens=vreemd, is_nagekeken=True)

    assert Toetsresultaat.objects.count() == 2
