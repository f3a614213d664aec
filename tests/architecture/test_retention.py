"""What is not declared cannot be kept: every table says what its data is for the question how long it stays."""

from typing import Any

from django.apps import apps
from django.db import models

from passend.begrippen.bewaren import Bewaarklasse
from passend.leerlingen.queries.bewaren import TABELLEN
from passend.regels.vernietiging import LEERLINGKLASSEN

KAMERS = tuple(app.label for app in apps.get_app_configs() if app.name.startswith("passend.") and app.label != "web")
VAN_LEERLINGEN = tuple(kamer for kamer in KAMERS if kamer not in {"organisaties", "toegang", "profielen", "kalender"})
MET_DE_LIJST = frozenset({"Vernietigingsregel"})  # goes as soon as its list is handled, whatever is decided


def _tabellen(*kamers: str) -> list[type[models.Model]]:
    return [tabel for kamer in kamers for tabel in apps.get_app_config(kamer).get_models()]


def _zonder_klasse(tabellen: list[type[models.Model]]) -> list[str]:
    return [tabel.__name__ for tabel in tabellen if not isinstance(tabel.__dict__.get("bewaarklasse"), Bewaarklasse)]


def _onbekend_bij_vernietiging(tabellen: list[Any]) -> set[str]:
    """Tables with data of a pupil that destruction would leave behind."""
    van_leerling = {tabel for tabel in tabellen if tabel.bewaarklasse is not Bewaarklasse.IN_GEBRUIK}
    return {tabel.__name__ for tabel in van_leerling - TABELLEN.keys()} - MET_DE_LIJST


def test_every_table_declares_its_class() -> None:
    tabellen = _tabellen(*KAMERS)

    assert len(tabellen) >= 34
    assert _zonder_klasse(tabellen) == []


def test_table_that_declares_nothing_is_found() -> None:
    tabel: Any = type("Nieuw", (), {})

    assert _zonder_klasse([tabel]) == ["Nieuw"]


def test_every_table_with_data_of_a_pupil_is_one_that_destruction_knows() -> None:
    assert _onbekend_bij_vernietiging(_tabellen(*VAN_LEERLINGEN)) == set()


def test_table_with_data_of_a_pupil_that_destruction_does_not_know_is_found() -> None:
    tabel: Any = type("Toetsuitslag", (), {"bewaarklasse": Bewaarklasse.BEGELEIDING})

    assert _onbekend_bij_vernietiging([tabel]) == {"Toetsuitslag"}


def test_every_table_that_points_at_one_with_data_of_a_pupil_is_known_too() -> None:
    wijzen = {
        relatie.related_model.__name__
        for tabel in TABELLEN
        for relatie in tabel._meta.get_fields(include_hidden=True)
        if isinstance(relatie, models.ForeignObjectRel)
    }

    assert "Dossierversie" in wijzen
    assert wijzen - {tabel.__name__ for tabel in TABELLEN} - MET_DE_LIJST == set()


def test_destruction_goes_by_the_class_that_a_table_declares_and_children_go_before_parents() -> None:
    volgorde = list(TABELLEN)

    assert {tabel.__dict__["bewaarklasse"] for tabel in volgorde} == set(LEERLINGKLASSEN)
    for tabel in volgorde:
        ouders = {kolom.related_model for kolom in tabel._meta.fields if kolom.related_model in TABELLEN} - {tabel}
        assert all(volgorde.index(tabel) < volgorde.index(ouder) for ouder in ouders), tabel.__name__


def test_lines_of_the_log_and_accounts_have_a_term_of_their_own() -> None:
    klassen = {tabel.__name__: tabel.bewaarklasse for tabel in apps.get_app_config("toegang").get_models()}

    assert klassen == {
        "Account": Bewaarklasse.ACCOUNT,
        "Rol": Bewaarklasse.ACCOUNT,
        "Groepstaak": Bewaarklasse.ACCOUNT,
        "Uitnodiging": Bewaarklasse.ACCOUNT,
        "Logketen": Bewaarklasse.LOGBOEK,
        "Logregel": Bewaarklasse.LOGBOEK,
        "Installatieregel": Bewaarklasse.LOGBOEK,
    }
