"""The handleiding speaks the words of the screen, and lists the refusals there are."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from tests.architecture.bestanden import BRON, WORTEL, modules

from passend.documenten.document import DocumentError

GEBRUIKER = WORTEL / "docs" / "gebruiker"
VOOR_WIE = (
    "directeur",
    "intern-begeleider",
    "leerkracht",
    "mr-lid",
    "bestuur",
    "samenwerkingsverband",
    "ouders-en-bezoekers",
    "volgen",
    "dossier",
    "groepsplan",
    "opp",
    "overleg",
    "leerlingen-inlezen",
)
VET = re.compile(r"\*\*([^*]+)\*\*")
PUNTJES = "…"
WEIGERINGEN = {klasse.__name__ for klasse in DocumentError.__subclasses__()}
STATUSSEN = {"concept", "development", "beta", "stable", "obsolete"}


def _letters(zin: ast.expr) -> str | None:
    """A sentence in the code, with dots for each fact in it."""
    if isinstance(zin, ast.Constant) and isinstance(zin.value, str):
        return zin.value
    if isinstance(zin, ast.JoinedStr):
        return "".join(deel.value if isinstance(deel, ast.Constant) else PUNTJES for deel in zin.values)
    return None


def _zinnen(pad: Path) -> Iterator[str]:
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.expr) and (zin := _letters(knoop)):
            yield zin


@cache
def _gezegd() -> str:
    """Everything that modules, pages and the set-up can say, as one text."""
    van_code = [zin for pad in modules() for zin in _zinnen(pad)]
    van_paginas = [pad.read_text(encoding="utf-8") for pad in BRON.rglob("*.jinja")]
    van_inrichting = [pad.read_text(encoding="utf-8") for pad in (WORTEL / "scripts").glob("*.sh")]
    alles = "\n".join([*van_code, *van_paginas, *van_inrichting])
    return re.sub(r"%\(\w+\)[sd]", PUNTJES, alles)


def _meldingen() -> list[str]:
    """The first column of the tables of refusals."""
    pagina = (GEBRUIKER / "foutmeldingen.md").read_text(encoding="utf-8")
    eerste = [regel.split("|")[1].strip() for regel in pagina.splitlines() if regel.startswith("| ")]
    return [melding for melding in eerste if melding != "Melding"]


def test_every_refusal_in_the_handleiding_is_one_that_passend_gives() -> None:
    gezegd = _gezegd()

    assert len(_meldingen()) > 40
    assert [melding for melding in _meldingen() if melding.rstrip(f" {PUNTJES}") not in gezegd] == []


def _weigeringen() -> set[str]:
    """The first sentence of each refusal of a file."""
    gevonden = set()
    for pad in (BRON / "documenten" / "lezen").glob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in WEIGERINGEN:
                zin = _letters(knoop.args[0]) if knoop.args else None
                if zin and " " in zin:
                    gevonden.add(re.split(r"(?<=[.]) ", zin)[0])
    return gevonden


def test_every_refusal_of_a_file_is_in_the_handleiding() -> None:
    meldingen = _meldingen()

    assert len(_weigeringen()) > 10
    assert {zin for zin in _weigeringen() if not any(zin.startswith(m.rstrip(PUNTJES)) for m in meldingen)} == set()


@pytest.mark.parametrize("wie", VOOR_WIE)
def test_words_in_bold_are_words_on_the_screen(wie: str) -> None:
    pagina = (GEBRUIKER / f"{wie}.md").read_text(encoding="utf-8")
    vet = {" ".join(woorden.split()) for woorden in VET.findall(pagina)}

    assert vet
    assert {woorden for woorden in vet if woorden not in _gezegd()} == set()


def test_the_card_of_the_project_keeps_to_the_standard() -> None:
    kaart = yaml.safe_load((WORTEL / "publiccode.yml").read_text(encoding="utf-8"))
    talen = kaart["description"].values()

    assert {"publiccodeYmlVersion", "name", "url", "platforms", "categories"} <= kaart.keys()
    assert {"softwareType", "developmentStatus", "legal", "maintenance", "localisation"} <= kaart.keys()
    assert kaart["developmentStatus"] in STATUSSEN
    assert kaart["softwareType"] == "standalone/web"
    assert all(len(taal["shortDescription"]) <= 150 <= len(taal["longDescription"]) for taal in talen)
    assert all(5 <= len(taal["features"]) <= 20 for taal in talen)
    assert kaart["legal"]["license"] == "EUPL-1.2"
    assert kaart["maintenance"]["type"] in {"none", "internal", "community", "contract"}
    assert kaart["maintenance"]["type"] == "none" or kaart["maintenance"]["contacts"]
    assert all((WORTEL / pad).exists() for taal in talen for pad in [kaart["logo"], *taal.get("screenshots", [])])
