"""The page of the number: opens without it, shows it after a click, and leaves it nowhere else."""

import logging
import re
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from tests.factories.bewaren import NUMMERS
from tests.factories.leerlingen import maak_leerling
from tests.factories.paginas import adres, inhoud_van, meld_aan
from tests.factories.profielen import OP, School, maak_school

from passend.leerlingen.actions.burgerservicenummer import read_burgerservicenummer, set_burgerservicenummer
from passend.leerlingen.models import Burgerservicenummer, Leerling
from passend.toegang.models import Logregel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]
NUMMER = NUMMERS[1]


def _school(*, met_nummer: bool) -> tuple[School, Leerling]:
    school = maak_school()
    leerling = maak_leerling(school)
    if met_nummer:
        set_burgerservicenummer(actor=school.directeur, leerling=leerling, nummer=NUMMER, op=OP)
    return school, leerling


def _pad(school: School, leerling: Leerling) -> str:
    return adres("burgerservicenummer", school, sleutel=str(leerling.sleutel))


def _koppen(antwoord: Any) -> str:
    return f"{antwoord.headers} {re.findall('<title>.*?</title>', antwoord.content.decode())}"


def test_page_opens_without_the_number_and_shows_it_after_a_click_that_is_written_down() -> None:
    school, leerling = _school(met_nummer=True)
    client, pad = meld_aan(school.directeur), _pad(school, leerling)

    dicht = client.get(pad)
    assert not Logregel.objects.filter(handeling="read_burgerservicenummer").exists()
    open_ = client.post(pad, {"toon": "1"})

    assert NUMMER not in dicht.content.decode()
    assert open_.content.decode().count(NUMMER) == 1
    assert open_["Cache-Control"] == "private, no-store"
    assert [deel for deel in (_koppen(open_), _koppen(dicht)) if NUMMER in deel or "Duinmans" in deel] == []
    regel = Logregel.objects.get(handeling="read_burgerservicenummer")
    assert (regel.soort, regel.onderwerp) == ("lezen", f"leerling:{leerling.sleutel.hex}")


@pytest.mark.parametrize("getypt", [NUMMER, "1234 56 782", "1234.56.782"])
def test_number_is_kept_as_it_is_typed_on_cards_and_letters(getypt: str) -> None:
    school, leerling = _school(met_nummer=False)

    antwoord = meld_aan(school.directeur).post(_pad(school, leerling), {"nummer": getypt}, follow=True)

    assert inhoud_van(antwoord).startswith("Het burgerservicenummer is bewaard, versleuteld.")
    assert NUMMER not in antwoord.content.decode()
    assert read_burgerservicenummer(actor=school.directeur, leerling=leerling, op=OP) == NUMMER


def test_number_that_cannot_be_is_refused_and_not_repeated() -> None:
    school, leerling = _school(met_nummer=False)

    antwoord = meld_aan(school.directeur).post(_pad(school, leerling), {"nummer": "123456789"})

    assert antwoord.status_code == 422
    assert "Dit kan geen burgerservicenummer zijn." in inhoud_van(antwoord)
    assert "123456789" not in antwoord.content.decode()
    assert not Burgerservicenummer.objects.exists()


def test_number_without_its_key_is_told_in_a_sentence(settings: Settings) -> None:
    school, leerling = _school(met_nummer=True)
    settings.PASSEND_SLEUTELS = [Fernet.generate_key().decode()]

    antwoord = meld_aan(school.directeur).post(_pad(school, leerling), {"toon": "1"})

    assert antwoord.status_code == 422
    assert "Dit nummer is versleuteld met een sleutel die Passend nu niet kent." in inhoud_van(antwoord)


def test_number_that_is_replaced_says_so_and_one_that_is_taken_away_is_gone() -> None:
    school, leerling = _school(met_nummer=True)
    client, pad = meld_aan(school.directeur), _pad(school, leerling)

    anders = client.post(pad, {"nummer": NUMMERS[0]}, follow=True)
    weg = client.post(pad, {"weg": "1"}, follow=True)
    nogmaals = client.post(pad, {"weg": "1"})

    assert inhoud_van(anders).startswith("Het nummer dat er stond is vervangen. Het nieuwe is bewaard, versleuteld.")
    assert inhoud_van(weg).startswith("Het burgerservicenummer is weggehaald.")
    assert "Er is nog geen nummer bewaard." in inhoud_van(weg)
    assert (nogmaals.status_code, "Er is niets weg te halen." in inhoud_van(nogmaals)) == (422, True)
    assert not Burgerservicenummer.objects.exists()
    assert Logregel.objects.filter(handeling="delete_burgerservicenummer").count() == 1
    assert meld_aan(school.intern_begeleider).post(pad, {"weg": "1"}).status_code == 403


def test_pupil_of_another_school_is_not_there() -> None:
    school, _leerling = _school(met_nummer=True)
    buur = maak_school(school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    ander = maak_leerling(buur)

    assert meld_aan(school.directeur).get(_pad(school, ander)).status_code == 404


def test_fault_of_ours_writes_no_number_down(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    school, leerling = _school(met_nummer=False)

    def breek(**_waarden: object) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr("passend.web.leerlingen.burgerservicenummer.set_burgerservicenummer", breek)
    client = meld_aan(school.directeur, raise_request_exception=False)

    with caplog.at_level(logging.DEBUG):
        antwoord = client.post(_pad(school, leerling), {"nummer": NUMMER})

    assert antwoord.status_code == 500
    assert NUMMER not in caplog.text
    assert NUMMER not in antwoord.content.decode()


def test_page_costs_the_same_number_of_queries_with_more_pupils() -> None:
    school, leerling = _school(met_nummer=True)
    client, aantallen = meld_aan(school.directeur), []
    for _keer in range(2):
        client.get(_pad(school, leerling))
        with CaptureQueriesContext(connection) as vragen:
            client.get(_pad(school, leerling))
        aantallen.append(len(vragen))
        for naam in ("Ot", "Bo"):
            ander = maak_leerling(school, naam)
            set_burgerservicenummer(actor=school.directeur, leerling=ander, nummer=NUMMERS[2], op=OP)

    assert aantallen[0] == aantallen[1]
