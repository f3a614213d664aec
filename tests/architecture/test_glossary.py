"""Every noun of the tables and the concepts is explained in the glossary."""

import inspect
import pkgutil
import re
from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import AbstractUser
from tests.architecture.bestanden import WORTEL

import passend.begrippen

KAMERS = (
    *("organisaties", "toegang", "profielen", "leerlingen", "volgen", "plannen", "overleggen", "toelating", "overstap"),
    "kalender",
)
BINDWOORDEN = frozenset({"id", "is", "heeft", "op", "door", "van", "tot", "en", "met"})


def _begrippen() -> set[str]:
    lijst = (WORTEL / "docs" / "begrippenlijst.md").read_text(encoding="utf-8")
    return {regel.split("|")[1].strip() for regel in lijst.splitlines() if regel.startswith("| ")}


def _woorden() -> set[str]:
    return {woord for begrip in _begrippen() for woord in begrip.split()}


def _zelfstandig(klasse: str) -> str:
    """`VasteTekst` as `vaste tekst`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", klasse).lower()


def test_every_table_is_in_the_glossary() -> None:
    tabellen = {model.__name__.lower() for kamer in KAMERS for model in apps.get_app_config(kamer).get_models()}

    assert "ondersteuningsprofiel" in tabellen
    assert tabellen - _begrippen() == set()


def test_every_noun_of_a_column_is_in_the_glossary() -> None:
    van_django = {kolom.name for kolom in AbstractUser._meta.local_fields}
    kolommen = {
        kolom.name
        for kamer in KAMERS
        for model in apps.get_app_config(kamer).get_models()
        for kolom in model._meta.local_fields
    } - van_django
    woorden = {woord for kolom in kolommen for woord in kolom.split("_")}

    assert "soort_ondersteuning" in kolommen
    assert woorden - BINDWOORDEN - _woorden() == set()


def test_every_concept_is_in_the_glossary() -> None:
    modules = [
        import_module(f"passend.begrippen.{naam.name}") for naam in pkgutil.iter_modules(passend.begrippen.__path__)
    ]
    klassen = {
        _zelfstandig(naam)
        for module in modules
        for naam, klasse in inspect.getmembers(module, inspect.isclass)
        if klasse.__module__ == module.__name__ and not naam.endswith("Error")
    }

    assert "profielinhoud" in klassen
    assert klassen - _begrippen() == set()
