"""A file with results is handed in, looked at, and taken over whole or not at all."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError
from tests.factories.dossiers import nieuwe_regels, onderwerp
from tests.factories.leerlingen import maak_leerling
from tests.factories.profielen import OP, School, maak_school
from tests.factories.toetsen import lever_toetsen_in, toetskeuze_van

from passend.begrippen.opgave import Invoersoort
from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.toetsopgave import Toetsregel
from passend.leerlingen.actions.invoer import (
    NIET_MEER,
    VERANDERD,
    Aanlevering,
    InvoerError,
    Invoerkeuze,
    expire_invoeren,
)
from passend.leerlingen.models import Invoer, Kolomkoppeling, Leerling
from passend.leerlingen.queries.invoer import get_koppeling
from passend.regels.toetsinvoer import TWIJFEL_INGETROKKEN
from passend.toegang.queries import check_logboek
from passend.volgen.actions import invoer as invoeractie
from passend.volgen.actions.invoer import execute_toetsinvoer, map_toetsinvoer, prepare_toetsinvoer
from passend.volgen.actions.resultaten import withdraw_toetsresultaat
from passend.volgen.models import Toetsresultaat
from passend.volgen.queries.invoer import get_toetskoppeling, get_toetsopgave, get_toetsvergelijking

pytestmark = pytest.mark.django_db
REKENEN = Toetsregel(
    15, "L1", "", None, "cito_lvs", "rekenen", date(2026, 1, 20), "3.0", "M5",
    Decimal(71), Decimal("212.5"), "II", "cito_romeins", 65, "M5",
)  # fmt: skip
SPELLING = REKENEN._replace(regel=41, vak="spelling", ruwe_score=None, schaalscore=None, percentiel=None)


def _pip(school: School) -> Leerling:
    leerling = maak_leerling(school)
    Leerling.objects.filter(pk=leerling.pk).update(administratiesleutel="L1")
    return leerling


def _voer_uit(school: School, *regels: Toetsregel) -> dict[str, int]:
    invoer = lever_toetsen_in(school, *regels)
    return execute_toetsinvoer(actor=school.intern_begeleider, invoer=invoer, keuze=toetskeuze_van(invoer), op=OP)


def _rijen() -> list[tuple[Any, ...]]:
    velden = ("leerling", "vak", "afnamemoment", "ruwe_score", "schaalscore", "niveau", "normschema", "percentiel")
    return list(Toetsresultaat.objects.order_by("pk").values_list(*velden, "herkomst", "vastgelegd_op"))


def test_results_come_in_as_the_file_has_them_and_the_same_file_twice_changes_nothing() -> None:
    school = maak_school()
    pip = _pip(school)

    eerst = _voer_uit(school, REKENEN, SPELLING)
    rijen = _rijen()
    nogmaals = _voer_uit(school, REKENEN, SPELLING)

    assert eerst == {"nieuw": 2, "gewijzigd": 0, "ongewijzigd": 0, "geweigerd": 0, "overgeslagen": 0}
    assert nogmaals == {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 2, "geweigerd": 0, "overgeslagen": 0}
    assert rijen == [
        (pip.pk, "rekenen", "M5", Decimal(71), Decimal("212.5"), "II", "cito_romeins", 65, "bestand", OP),
        (pip.pk, "spelling", "M5", None, None, "II", "cito_romeins", None, "bestand", OP),
    ]
    assert _rijen() == rijen


def test_result_that_is_otherwise_takes_the_place_of_what_was_and_one_that_is_skipped_does_not_come() -> None:
    school = maak_school()
    _pip(school)
    _voer_uit(school, REKENEN)
    invoer = lever_toetsen_in(school, REKENEN._replace(schaalscore=Decimal(220)), SPELLING)

    aantallen = execute_toetsinvoer(
        actor=school.intern_begeleider, invoer=invoer, keuze=toetskeuze_van(invoer, 41), op=OP
    )

    assert aantallen == {"nieuw": 0, "gewijzigd": 1, "ongewijzigd": 0, "geweigerd": 0, "overgeslagen": 1}
    assert [rij[4] for rij in _rijen()] == [Decimal(220)]


def test_result_that_was_withdrawn_does_not_come_back_unseen_by_the_same_file() -> None:
    school = maak_school()
    pip = _pip(school)
    _voer_uit(school, REKENEN)
    withdraw_toetsresultaat(
        actor=school.intern_begeleider,
        leerling=pip,
        pk=Toetsresultaat.objects.get().pk,
        waarom="Is van een ander kind.",
        op=OP,
    )

    invoer = lever_toetsen_in(school, REKENEN, SPELLING)
    opgave = get_toetsopgave(invoer)
    assert opgave is not None
    vergelijking = get_toetsvergelijking(vestiging=school.vestiging, opgave=opgave, peildatum=OP.date())

    assert [(een.opgave.vak, een.twijfels) for een in vergelijking.nieuw] == [
        ("rekenen", (TWIJFEL_INGETROKKEN,)),
        ("spelling", ()),
    ]


def test_nothing_of_a_file_is_left_when_it_is_carried_out_or_a_day_old() -> None:
    school = maak_school()
    _pip(school)
    klaar, oud = lever_toetsen_in(school, REKENEN), lever_toetsen_in(school, SPELLING)

    execute_toetsinvoer(actor=school.intern_begeleider, invoer=klaar, keuze=toetskeuze_van(klaar), op=OP)
    aantal = expire_invoeren(bestuur=school.vestiging.bestuur_id, op=OP + timedelta(hours=25))

    assert aantal == 1
    assert list(Invoer.objects.order_by("pk").values_list("stand", "tabel", "opgave", "bestandsnaam")) == [
        ("uitgevoerd", None, None, ""),
        ("vervallen", None, None, ""),
    ]
    with pytest.raises(InvoerError, match=NIET_MEER[:30]):
        execute_toetsinvoer(actor=school.intern_begeleider, invoer=oud, keuze=Invoerkeuze(kenmerk=""), op=OP)


def test_what_changed_since_somebody_looked_is_not_carried_out() -> None:
    school = maak_school()
    _pip(school)
    invoer = lever_toetsen_in(school, REKENEN)
    keuze = toetskeuze_van(invoer)
    _voer_uit(school, REKENEN)

    with pytest.raises(InvoerError, match=VERANDERD[:30]):
        execute_toetsinvoer(actor=school.intern_begeleider, invoer=invoer, keuze=keuze, op=OP)


def test_half_a_file_never_lands(monkeypatch: pytest.MonkeyPatch) -> None:
    school = maak_school()
    _pip(school)
    _voer_uit(school, REKENEN)
    vooraf = _rijen()

    def breek(*_rest: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(invoeractie, "_wijzig", breek)
    with pytest.raises(DatabaseError):
        _voer_uit(school, REKENEN._replace(niveau="I"), SPELLING)

    assert _rijen() == vooraf


def test_what_columns_and_tests_mean_is_remembered_beside_what_lists_of_pupils_mean() -> None:
    school = maak_school()
    invoer = lever_toetsen_in(school, REKENEN)
    opgave = get_toetsopgave(invoer)
    assert opgave is not None
    vast: dict[str, Any] = {"actor": school.intern_begeleider, "opgave": opgave, "op": OP}

    with nieuwe_regels() as nieuw:
        map_toetsinvoer(invoer=invoer, koppeling={"toets:RW": "iep|rekenen||"}, **vast)
    Invoer.objects.filter(pk=invoer.pk).update(soort=Invoersoort.CSV)
    invoer.refresh_from_db()
    map_toetsinvoer(invoer=invoer, koppeling={"naam": "Leerling"}, **vast)

    assert get_toetskoppeling(vestiging=school.vestiging) == {"toets:RW": "iep|rekenen||", "naam": "Leerling"}
    assert (get_koppeling(vestiging=school.vestiging), Kolomkoppeling.objects.count()) == ({}, 1)
    assert [regel[1] for regel in nieuw.regels] == ["map_invoer"]


def test_file_of_another_school_is_refused_and_a_teacher_hands_in_nothing() -> None:
    school = maak_school()
    aanlevering = Aanlevering(soort=Invoersoort.UWLR, bestandsnaam="t.xml", tabel=b"")

    with pytest.raises(InvoerError, match="Dit bestand is van school 99ZZ"):
        lever_toetsen_in(school, REKENEN, brin="99ZZ00")
    with pytest.raises(GeenToegangError):
        prepare_toetsinvoer(
            actor=school.leerkracht, vestiging=school.vestiging, aanlevering=replace(aanlevering), op=OP
        )
    assert not Invoer.objects.exists()


def test_file_without_a_column_never_takes_away_what_is_known_and_the_file_of_the_pupil_says_it_came() -> None:
    school = maak_school()
    pip = _pip(school)
    with nieuwe_regels() as nieuw:
        _voer_uit(school, REKENEN)
    minder = {"percentiel": None, "functioneringsniveau": "", "ruwe_score": None}
    gelijk = _voer_uit(school, REKENEN._replace(**minder))
    anders = _voer_uit(school, REKENEN._replace(**minder, schaalscore=Decimal(213)))

    assert (gelijk["ongewijzigd"], anders["gewijzigd"]) == (1, 1)
    assert _rijen() == [(pip.pk, "rekenen", "M5", Decimal(71), Decimal(213), "II", "cito_romeins", 65, "bestand", OP)]
    wie = (school.intern_begeleider, "import_toetsresultaat", onderwerp(pip))
    assert [regel[:3] for regel in nieuw.regels if regel[1] == "import_toetsresultaat"] == [wie]
    assert {stand.breuk for stand in check_logboek()} == {None}  # lines written at once are sealed one to the next
