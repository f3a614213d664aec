"""What the public site can never show: a working copy, and anything about a pupil."""

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from tests.factories.profielen import OP, maak_editie, maak_profiel, maak_school

from passend.profielen.actions.onderdelen import add_rij, save_tekst
from passend.uitwisseling.uitgaven import Vorm

BEGIN = ("urls", "zoeken", "school", "uitgaven", "vergelijken", "verschillen")
ZONDER_TABELLEN = {"begrippen", "regels", "documenten", "uitwisseling", "web"}
TEKSTVORMEN = [vorm for vorm in Vorm if vorm.mediatype.startswith(("text/", "application/json"))]


def _ingevoerd(module: str) -> set[str]:
    """The modules of the product that a module names in its imports, wherever in it they stand."""
    spec = find_spec(module)
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        return set()
    namen: set[str] = set()
    for knoop in ast.walk(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            namen |= {naam.name for naam in knoop.names}
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            namen |= {knoop.module, *(f"{knoop.module}.{naam.name}" for naam in knoop.names)}
    return {naam for naam in namen if naam.startswith("passend.")}


def _bereikbaar() -> set[str]:
    te_doen, gezien = {f"passend.web.openbaar.{naam}" for naam in BEGIN}, set[str]()
    while te_doen:
        module = te_doen.pop()
        gezien.add(module)
        try:
            te_doen |= _ingevoerd(module) - gezien
        except ModuleNotFoundError:  # a name in a module, not a module
            continue
    return gezien


def test_public_site_reaches_no_records_but_organisations_access_and_published_profiles() -> None:
    kamers = {module.split(".")[1] for module in _bereikbaar()} - ZONDER_TABELLEN

    assert kamers <= {"organisaties", "toegang", "profielen"}
    assert {app.name.removeprefix("passend.") for app in apps.get_app_configs()} >= kamers


def test_public_site_reaches_no_way_to_change_anything_and_no_page_behind_a_sign_in() -> None:
    bereikbaar = _bereikbaar()

    assert [module for module in bereikbaar if ".actions" in module or ".permissions" in module] == []
    assert {module for module in bereikbaar if module.startswith("passend.web.")} & {
        "passend.web.verzoek",
        "passend.web.kader",
    } == set()


@pytest.mark.django_db
def test_working_copy_changed_after_publication_stays_out_of_every_public_page(client: Client) -> None:
    school = maak_school()
    profiel = maak_profiel(school)
    actor = school.directeur
    for versie, woorden in ((1, "Eerst"), (2, "Openbaarwoord")):
        save_tekst(actor=actor, profiel=profiel, code="visie", tekst=woorden, versie=versie, op=OP)
        maak_editie(school, profiel)
    save_tekst(actor=actor, profiel=profiel, code="visie", tekst="Conceptwoord", versie=3, op=OP)
    add_rij(actor=actor, profiel=profiel, tabel="aanbod", label="Conceptwoord", soort="gedrag", op=OP)
    buur = maak_school(school.vestiging.bestuur, brin="99AB", naam="De Kiem")
    save_tekst(actor=buur.directeur, profiel=maak_profiel(buur), code="visie", tekst="Conceptwoord", versie=1, op=OP)

    adressen = [
        "/",
        "/?soort=gedrag",
        "/scholen/99AA00",
        "/scholen/99AB00",
        "/scholen/99AA00/editie/2",
        "/scholen/99AA00/verschil",
        "/vergelijk?school=99AA00&school=99AB00",
        *(f"/scholen/99AA00/editie/2/{vorm.bestandsnaam}" for vorm in TEKSTVORMEN),
    ]
    inhoud = {adres: client.get(adres).content.decode() for adres in adressen}

    assert [adres for adres, tekst in inhoud.items() if "Conceptwoord" in tekst] == []
    assert "Openbaarwoord" in inhoud["/scholen/99AA00"]
    assert "Openbaarwoord" in inhoud["/scholen/99AA00/verschil"]


@pytest.mark.django_db
@pytest.mark.parametrize("adres", ["/", "/vergelijk", "/scholen/99AA00", "/scholen/99AA00/verschil"])
def test_public_page_takes_no_writing(client: Client, adres: str) -> None:
    maak_editie(maak_school())

    assert client.post(adres).status_code == 405
