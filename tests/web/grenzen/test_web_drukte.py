"""Who asks too often for what costs work waits a minute, hears why, and stands in the log once."""

import logging
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.paginas import HTMX, adres, bestand, inhoud_van, meld_aan
from tests.factories.profielen import maak_school
from tests.web.grenzen.wereld import maak_wereld

from passend.config.settings import base
from passend.toegang.models import Installatieregel
from passend.web.drukte import DOCUMENTEN
from passend.web.toelating import wacht

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
WEINIG = {naam: f"2/m/{per}" for naam, per in (("zoeken", "user"), ("inleveren", "user"), ("maken", "user"))} | {
    f"{naam}_vreemde": "2/m/ip" for naam in ("zoeken", "inleveren", "maken")
}

PAPIER = ("application/pdf", "application/vnd", "application/zip")


@pytest.fixture(autouse=True)
def _weinig(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | WEINIG


def _gemeld() -> list[tuple[str, str, str, int | None]]:
    return list(
        Installatieregel.objects.filter(reden="te_vaak").values_list("handeling", "soort", "onderwerp", "account")
    )


def test_third_search_in_a_minute_waits_and_a_page_without_a_question_does_not() -> None:
    client = Client()
    assert [client.get("/", {"q": "rust"}).status_code for _keer in range(2)] == [200, 200]

    derde = client.get("/", {"q": "rust"})

    assert (derde.status_code, derde["Retry-After"]) == (429, "60")
    assert inhoud_van(derde).startswith(
        "Dit ging te vaak achter elkaar Er is veel gezocht in korte tijd. Wacht een minuut en zoek opnieuw."
    )
    assert client.get("/").status_code == 200
    assert client.get("/", {"q": "rust"}, headers=HTMX).content.count(b"<html") == 0


def test_each_person_is_counted_apart_also_behind_one_address() -> None:
    school = maak_school()
    een, ander = meld_aan(school.directeur), meld_aan(school.intern_begeleider)
    for _keer in range(3):
        laatste = een.get(adres("leerlingen", school), {"q": "pip"}).status_code

    assert laatste == 429
    assert ander.get(adres("leerlingen", school), {"q": "pip"}).status_code == 200


def test_third_file_in_a_minute_is_not_read_and_not_kept_wherever_it_is_sent() -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    plekken = ("inleveren", "leerlingen_inlezen", "inleveren")
    antwoorden = [client.post(adres(naam, school), {"bestand": bestand(b"\x00", "x.txt")}) for naam in plekken]

    assert [antwoord.status_code for antwoord in antwoorden] == [422, 422, 429]
    assert "Dit bestand is niet bewaard. Wacht een minuut" in inhoud_van(antwoorden[2])
    assert client.post(adres("inleveren", school)).status_code == 422  # nothing was sent, so nothing is counted


def test_third_document_in_a_minute_waits_for_a_stranger_and_for_somebody_of_the_school() -> None:
    wereld = maak_wereld()
    school = wereld.regio.eigen
    concept, uitgave = adres("document", school, bestandsnaam="aanbod.json"), "/scholen/99AA00/editie/1/aanbod.json"
    client, vreemde = meld_aan(school.directeur), Client()

    assert [client.get(concept).status_code for _keer in range(3)] == [200, 200, 429]
    assert [vreemde.get(uitgave).status_code for _keer in range(3)] == [200, 200, 429]


def test_counting_makes_no_public_answer_another_for_each_visitor() -> None:
    maak_wereld()

    uitgave = Client().get("/scholen/99AA00/editie/1/aanbod.json")

    assert (uitgave.status_code, uitgave.has_header("Vary")) == (200, False)


def test_every_address_that_makes_a_document_is_counted(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    wereld = maak_wereld()
    wie = [meld_aan(wereld.regio.eigen.directeur), meld_aan(wereld.mensen["ouder"]), Client()]
    gemaakt = set()
    for naam, rij in wereld.rijen.items():
        for client in wie:
            antwoord = client.get(reverse(naam, kwargs=rij.waarden or None), rij.velden)
            soort = antwoord.get("Content-Type", "")
            if antwoord.status_code == 200 and soort.startswith(PAPIER):
                gemaakt.add(naam)
    ingeleverd = {"opp_bestand", "stukbestand", "aanmeldscan", "mijn_scan", "rapport_scan", "overstap_bijlage"}

    assert len(gemaakt) > 5
    assert gemaakt - ingeleverd - DOCUMENTEN == set()
    assert wereld.rijen.keys() >= DOCUMENTEN


def test_who_goes_on_asking_stands_in_the_log_once_a_minute_by_key_and_on_the_screen(
    caplog: pytest.LogCaptureFixture,
) -> None:
    school = maak_school()
    client = meld_aan(school.directeur)
    with caplog.at_level(logging.WARNING):
        for _keer in range(6):
            client.get(adres("leerlingen", school), {"q": "pip"})
            Client().get("/", {"q": "rust"})

    pk = school.directeur.pk
    assert _gemeld() == [
        ("te_vaak:zoeken", "geweigerd", f"account:{pk}", pk),
        ("te_vaak:zoeken", "geweigerd", "account:onbekend", None),
    ]
    assert "Too Many Requests: /school/99AA00/leerlingen" in caplog.text


def test_too_many_tries_to_sign_in_are_written_down_apart_from_wrong_ones() -> None:
    for _keer in range(8):
        Client().post("/aanmelden", {"login": "niemand@school.example", "password": "fout"})
    assert _gemeld() == [("te_vaak:aanmelden", "geweigerd", "account:onbekend", None)]
    assert Installatieregel.objects.filter(reden="geen_bewijs").count() == 8


def test_page_for_too_many_tries_is_written_down_too() -> None:
    for nummer in range(31):
        laatste = Client().post("/aanmelden", {"login": f"naam{nummer}", "password": "fout"}).status_code

    assert laatste == 429
    assert ("te_vaak:aanmelden", "geweigerd", "account:onbekend", None) in _gemeld()


def test_sixth_registration_of_a_child_is_written_down() -> None:
    """The page itself is tested with the pages of admission; here that its limit is told to the log."""
    rij = maak_wereld().rijen["kind_aanmelden"]
    client, pad = Client(), reverse("kind_aanmelden", kwargs=rij.waarden)
    for _keer in range(wacht.MEEST):
        wacht.tel_mee(client.get(pad).wsgi_request)

    assert client.post(pad, rij.velden).status_code == 429
    assert _gemeld() == [("te_vaak:kind_aanmelden", "geweigerd", "account:onbekend", None)]


def test_numbers_are_wide_enough_for_a_school_behind_one_address_and_there_is_one_for_each() -> None:
    per_minuut = {naam: int(getal.partition("/")[0]) for naam, getal in base.ACCOUNT_RATE_LIMITS.items()}

    assert WEINIG.keys() <= per_minuut.keys()
    assert per_minuut["zoeken_vreemde"] >= 600
    assert per_minuut["zoeken"] >= 120  # who types sees an answer twice a second
