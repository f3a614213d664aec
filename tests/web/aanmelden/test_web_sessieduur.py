"""Somebody who walks away is signed out after a while, and everybody once a day."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from tests.factories.paginas import HTMX, adres, inhoud_van, maak_regio, meld_aan
from tests.factories.profielen import School, maak_profiel
from tests.web.conftest import NU

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_tijd")]


def _verzet(monkeypatch: pytest.MonkeyPatch, na: timedelta) -> datetime:
    monkeypatch.setattr(timezone, "now", lambda: NU + na)
    return NU + na


def _binnen(client: Client) -> bool:
    return client.get("/start").status_code == 200


def _school() -> School:
    school = maak_regio().eigen
    maak_profiel(school)
    return school


@pytest.mark.parametrize(("minuten", "binnen"), [(119, True), (121, False)])
def test_session_that_was_not_used_for_two_hours_asks_to_sign_in_again(
    monkeypatch: pytest.MonkeyPatch, minuten: int, *, binnen: bool
) -> None:
    client = meld_aan(_school().directeur)
    assert _binnen(client)

    _verzet(monkeypatch, timedelta(minutes=minuten))

    assert _binnen(client) is binnen
    assert Session.objects.exists() is binnen


def test_session_ends_twelve_hours_after_signing_in_however_busy_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    client = meld_aan(_school().directeur)
    binnen = []
    for uren in range(14):
        _verzet(monkeypatch, timedelta(hours=uren))
        binnen.append(_binnen(client))

    assert binnen == [True] * 13 + [False]


@pytest.mark.parametrize(("terug", "binnen"), [(timedelta(minutes=10), True), (timedelta(days=3), False)])
def test_session_from_a_clock_that_was_days_ahead_is_over_and_one_of_some_minutes_is_not(
    monkeypatch: pytest.MonkeyPatch, terug: timedelta, *, binnen: bool
) -> None:
    client = meld_aan(_school().directeur)
    assert _binnen(client)

    _verzet(monkeypatch, -terug)

    assert _binnen(client) is binnen


def test_page_that_lies_open_keeps_nobody_signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    school = _school()
    client = meld_aan(school.directeur)
    assert _binnen(client)

    statussen = []
    for minuten in range(10, 131, 30):
        moment = _verzet(monkeypatch, timedelta(minutes=minuten))
        vraag = {"sinds": moment.isoformat()}
        statussen.append(client.get(adres("profiel_nieuws", school), vraag, headers=HTMX).status_code)

    assert statussen == [200, 200, 200, 200, 401]


def test_form_that_comes_too_late_is_told_so_and_stores_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    school = _school()
    client = meld_aan(school.directeur)
    assert _binnen(client)
    _verzet(monkeypatch, timedelta(hours=3))

    antwoord = client.post(adres("veld", school), {"sleutel": "veld:telefoon", "waarde": "1"}, headers=HTMX)

    assert antwoord.status_code == 401
    assert "U bent niet meer aangemeld" in antwoord.content.decode()
    assert "Aanmelden" in inhoud_van(client.get("/start", follow=True))


def test_visit_is_written_down_once_in_five_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    client = meld_aan(_school().directeur)
    gezien = []
    for minuten in (0, 4, 6, 8, 12):
        _verzet(monkeypatch, timedelta(minutes=minuten))
        assert _binnen(client)
        gezien.append(round((client.session["gezien_op"] - NU.timestamp()) / 60))

    assert gezien == [0, 0, 6, 6, 12]
