"""A dispute that is noted at the very moment of destroying: one waits for the other, and nothing contested is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NogBezigError
from threading import Event

import pytest
from django.db import connection, transaction
from tests.factories.bewaren import ALLES, maak_vol_dossier, stel_voor, tel_rijen
from tests.factories.profielen import OP, School, maak_school

from passend.leerlingen.actions import bewaren
from passend.leerlingen.actions.bewaren import execute_vernietiging, hold_leerling
from passend.leerlingen.models import Aanhouding, Leerling, Vernietigingslijst
from passend.organisaties.queries import in_bestuur
from passend.regels.vernietiging import Vernietigingsbezwaar

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite lets one writer in at a time"),
]
WACHT = 20


def _in_eigen_verbinding[T](school: School, doe: Callable[[], T]) -> Callable[[], T]:
    def gedaan() -> T:
        try:
            with in_bestuur(school.vestiging.bestuur_id):
                return doe()
        finally:
            connection.close()

    return gedaan


def _wereld() -> tuple[School, Leerling, Vernietigingslijst]:
    school = maak_school()
    leerling = maak_vol_dossier(school)
    return school, leerling, stel_voor(school, leerling)


def test_destruction_waits_for_a_dispute_that_is_being_noted_and_then_leaves_everything() -> None:
    school, leerling, lijst = _wereld()
    genoteerd, mag_klaar = Event(), Event()

    def noteer() -> None:
        with transaction.atomic():
            hold_leerling(actor=school.directeur, leerling=leerling, reden="geschil", op=OP)
            genoteerd.set()
            mag_klaar.wait(WACHT)

    def vernietig() -> dict[Vernietigingsbezwaar, int]:
        return dict(execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=OP).overgeslagen)

    with ThreadPoolExecutor(2) as draden:
        eerst = draden.submit(_in_eigen_verbinding(school, noteer))
        assert genoteerd.wait(WACHT)
        daarna = draden.submit(_in_eigen_verbinding(school, vernietig))
        with pytest.raises(NogBezigError):
            daarna.result(timeout=1)
        mag_klaar.set()
        eerst.result(WACHT)
        overgeslagen = daarna.result(WACHT)

    assert overgeslagen == {Vernietigingsbezwaar.AANGEHOUDEN: len(ALLES)}
    assert min(tel_rijen(leerling).values()) > 0


def test_dispute_that_comes_while_destroying_finds_nobody_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    school, leerling, lijst = _wereld()
    bezig, mag_klaar, echt = Event(), Event(), bewaren._handel_af

    def wacht_even(*delen: object) -> None:
        bezig.set()
        mag_klaar.wait(WACHT)
        echt(*delen)  # type: ignore[arg-type]

    monkeypatch.setattr(bewaren, "_handel_af", wacht_even)

    def noteer() -> str:
        try:
            hold_leerling(actor=school.directeur, leerling=leerling, reden="geschil", op=OP)
        except bewaren.LeerlingError as fout:
            return str(fout)
        return ""

    def vernietig() -> None:
        execute_vernietiging(actor=school.bestuurder, lijst=lijst, op=OP)

    with ThreadPoolExecutor(2) as draden:
        eerst = draden.submit(_in_eigen_verbinding(school, vernietig))
        assert bezig.wait(WACHT)
        daarna = draden.submit(_in_eigen_verbinding(school, noteer))
        with pytest.raises(NogBezigError):
            daarna.result(timeout=1)
        mag_klaar.set()
        eerst.result(WACHT)
        gezegd = daarna.result(WACHT)

    assert gezegd == "Deze leerling is er niet meer. Alles was al vernietigd."
    assert not Aanhouding.objects.exists()
    assert not any(tel_rijen(leerling).values())
