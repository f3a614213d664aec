"""What is not declared cannot be kept: every table says what its data is for the question how long it stays."""

from typing import Any

from django.apps import apps
from django.db import models

from passend.begrippen.bewaren import Bewaarklasse

KAMERS = ("organisaties", "toegang", "profielen", "leerlingen")


def _zonder_klasse(tabellen: list[type[models.Model]]) -> list[str]:
    return [tabel.__name__ for tabel in tabellen if not isinstance(tabel.__dict__.get("bewaarklasse"), Bewaarklasse)]


def test_every_table_declares_its_class() -> None:
    tabellen: list[type[models.Model]] = [
        tabel for kamer in KAMERS for tabel in apps.get_app_config(kamer).get_models()
    ]

    assert len(tabellen) >= 18
    assert _zonder_klasse(tabellen) == []


def test_table_that_declares_nothing_is_found() -> None:
    tabel: Any = type("Nieuw", (), {})

    assert _zonder_klasse([tabel]) == ["Nieuw"]


def test_lines_of_the_log_and_accounts_have_a_term_of_their_own() -> None:
    klassen = {tabel.__name__: tabel.bewaarklasse for tabel in apps.get_app_config("toegang").get_models()}

    assert klassen == {
        "Account": Bewaarklasse.ACCOUNT,
        "Rol": Bewaarklasse.ACCOUNT,
        "Groepstaak": Bewaarklasse.ACCOUNT,
        "Uitnodiging": Bewaarklasse.ACCOUNT,
        "Logketen": Bewaarklasse.LOGBOEK,
        "Logregel": Bewaarklasse.LOGBOEK,
    }
