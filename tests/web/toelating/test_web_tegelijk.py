"""Two clicks at one moment, as without JavaScript: one waits for the other, and there is one row, letter and line.

SQLite lends its memory to one thread at a time; so the threads work in a file, as an installation does.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from tests.factories.paginas import meld_aan
from tests.factories.profielen import School, maak_school
from tests.factories.toelating import DAG, gebeur, maak_aanmelding, maak_beleid, maak_weigerbaar

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.organisaties.queries import in_bestuur
from passend.toegang.models import Account, Logregel
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Aanmeldsleutel, Brief

pytestmark = pytest.mark.usefixtures("transactional_db", "vaste_tijd")
WACHT = 30
type Tegelijk = Callable[[Sequence[Callable[[], int]], Callable[[], list[int]]], tuple[list[int], list[int]]]
FORMULIER = {
    "voornaam": "Noa", "achternaam": "Zeegras", "geboren_op": "2021-03-14", "hulpvraag": "extra", "voorkeur": "eerste",
    "ouder1_naam": "Sanne Zeegras", "ouder1_email": "sanne@ouders.example", "ouder1_gezag": "1", "akkoord": "1",
}  # fmt: skip


@pytest.fixture
def tegelijk(tmp_path: Path) -> Tegelijk:
    """Do each in a thread and a connection of its own, from one moment on, and then count what there is."""

    def alle(stappen: Sequence[Callable[[], int]], tel: Callable[[], list[int]]) -> tuple[list[int], list[int]]:
        start = Barrier(len(stappen))

        def samen(stap: Callable[[], int]) -> int:
            start.wait(WACHT)
            return stap()

        with _in_bestand(tmp_path / "passend.sqlite3"), ThreadPoolExecutor(len(stappen)) as draden:
            statussen = [een.result(WACHT) for een in [draden.submit(_los, samen, stap) for stap in stappen]]
            return statussen, draden.submit(_los, tel).result(WACHT)

    return alle


@contextmanager
def _in_bestand(bestand: Path) -> Iterator[None]:
    """New connections of SQLite go to a file with all that there is now."""
    with pytest.MonkeyPatch.context() as even:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(bestand)])
            with closing(sqlite3.connect(bestand)) as los:  # as of an installation: two that begin it wait not
                los.execute("PRAGMA journal_mode = WAL")
            even.setitem(connections.databases["default"], "NAME", str(bestand))
        yield


def _los[*P, T](doe: Callable[[*P], T], *delen: *P) -> T:
    try:
        return doe(*delen)
    finally:
        connection.close()


def _stuur(wie: Account | None, pad: str, velden: dict[str, str]) -> Callable[[], int]:
    client = meld_aan(wie) if wie else Client()
    return lambda: client.post(pad, velden).status_code


def _stappen(school: School) -> dict[str, tuple[Account, dict[str, str]]]:
    dag = {"op": DAG.isoformat()}
    return {
        "hulp": (school.intern_begeleider, {"stap": "opgeschaald", "tekst": "Welke school past?"} | dag),
        "ouders": (school.intern_begeleider, {"stap": "ouders_gehoord", "tekst": "Zij belden."} | dag),
        "school": (school.directeur, {"stap": "school_gevraagd", "school": "De Els", "plaats": "Zeestad"} | dag),
        "verlenging": (school.directeur, {"stap": "verleng", "uiterlijk_op": "2026-11-30", "tekst": "Meer tijd."}),
        "besluit": (school.directeur, {"stap": "besluit", "besluit": "toegelaten", "motivering": "Welkom."} | dag),
    }


def _tel(school: School, *vragen: Callable[[], int]) -> Callable[[], list[int]]:
    def tel() -> list[int]:
        with in_bestuur(school.vestiging.bestuur_id):
            return [vraag() for vraag in vragen]

    return tel


def _brieven() -> int:
    return Brief.objects.count()


def _regels() -> int:
    return Logregel.objects.filter(handeling__startswith="record_").count()


@pytest.mark.parametrize("naam", ["hulp", "ouders", "school", "verlenging", "besluit"])
def test_two_equal_steps_at_one_moment_are_both_answered_as_done_and_leave_one_row(
    naam: str, tegelijk: Tegelijk
) -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        aanmelding = maak_aanmelding(school)
    wie, velden = _stappen(school)[naam]
    pad = reverse("aanmelding_stap", kwargs={"code": "99AA00", "zaak": aanmelding.sleutel})
    tel = _tel(school, Aanmeldgebeurtenis.objects.count, _brieven, _regels)
    toen = tel()

    statussen, nu = tegelijk([_stuur(wie, pad, velden) for _keer in range(2)], tel)

    assert statussen == [302, 302]
    assert [een - eerder for een, eerder in zip(nu, toen, strict=True)] == [
        1,
        int(naam in {"verlenging", "besluit"}),
        1,
    ]


def test_two_equal_answers_of_another_school_at_one_moment_are_one(tegelijk: Tegelijk) -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        aanmelding = maak_aanmelding(school)
        gebeur(school, aanmelding, Soort.SCHOOL_GEVRAAGD, 0, school="De Els", plaats="Zeestad")
    pad = reverse("aanmelding_stap", kwargs={"code": "99AA00", "zaak": aanmelding.sleutel})
    velden = {"stap": "school_bereid", "school": "De Els, Zeestad", "op": DAG.isoformat(), "tekst": "De directeur."}
    ja = Aanmeldgebeurtenis.objects.filter(soort=Soort.SCHOOL_BEREID)

    statussen, nu = tegelijk(
        [_stuur(school.directeur, pad, velden) for _keer in range(2)], _tel(school, lambda: len(ja.all()))
    )

    assert (statussen, nu) == ([302, 302], [1])


def test_form_of_parents_that_comes_three_times_at_one_moment_is_one_registration_with_one_receipt(
    tegelijk: Tegelijk,
) -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
    pad = reverse("kind_aanmelden", kwargs={"code": "99AA00"})

    statussen, nu = tegelijk(
        [_stuur(None, pad, FORMULIER) for _keer in range(3)],
        _tel(school, Aanmelding.objects.count, _brieven, Aanmeldsleutel.objects.count),
    )

    assert sorted(statussen) == [200, 200, 302]
    assert nu == [1, 1, 1]


def test_registration_that_the_school_sends_twice_at_one_moment_is_one_with_one_receipt(tegelijk: Tegelijk) -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
    pad = reverse("aanmelding_nieuw", kwargs={"code": "99AA00"})
    velden = FORMULIER | {"weg": "school", "verzocht_op": DAG.isoformat(), "ontvangen_op": DAG.isoformat()}

    statussen, nu = tegelijk(
        [_stuur(school.intern_begeleider, pad, velden) for _keer in range(2)],
        _tel(school, Aanmelding.objects.count, _brieven, Aanmeldsleutel.objects.count),
    )

    assert statussen == [302, 302]
    assert nu == [1, 1, 1]


def test_two_different_decisions_at_one_moment_are_one_and_the_other_is_refused(tegelijk: Tegelijk) -> None:
    school = maak_school()
    with in_bestuur(school.vestiging.bestuur_id):
        maak_beleid(school)
        aanmelding = maak_aanmelding(school)
        maak_weigerbaar(school, aanmelding)
        besloten = Aanmeldgebeurtenis.objects.filter(soort=Soort.BESLUIT)
    pad = reverse("aanmelding_stap", kwargs={"code": "99AA00", "zaak": aanmelding.sleutel})
    velden = {"stap": "besluit", "op": (DAG + timedelta(days=5)).isoformat(), "motivering": "Zo past het."}
    keuzen = ("toegelaten", "geweigerd:andere_school")

    statussen, nu = tegelijk(
        [_stuur(school.directeur, pad, velden | {"besluit": wat}) for wat in keuzen],
        _tel(school, lambda: len(besloten.all())),
    )

    assert sorted(statussen) == [302, 422]
    assert nu == [1]
