"""The reference pages name every command, option, target and setting."""

import argparse
import re
from collections.abc import Iterator

from tests.architecture.bestanden import WORTEL, modules

from passend.cli.__main__ import build_parser

REFERENTIE = WORTEL / "docs" / "developer" / "reference"
OMGEVING = re.compile(r"""(?:env\.\w+|os\.environ\.(?:get|setdefault))\(\s*["']([A-Z_]+)["']""")


def _pagina(naam: str) -> str:
    return (REFERENTIE / naam).read_text(encoding="utf-8")


def _opdrachten(parser: argparse.ArgumentParser) -> Iterator[tuple[str, list[str]]]:
    """Each command with its options."""
    onder = [actie for actie in parser._actions if isinstance(actie, argparse._SubParsersAction)]
    if not onder:
        opties = [optie for actie in parser._actions for optie in actie.option_strings]
        yield parser.prog, [optie for optie in opties if optie.startswith("--") and optie != "--help"]
    for actie in onder:
        for kind in actie.choices.values():
            yield from _opdrachten(kind)


def test_every_command_and_option_has_its_own_place_on_the_page() -> None:
    delen = {deel.split("`", 1)[0]: deel for deel in _pagina("commands.md").split("### `")[1:]}
    beschreven = {
        opdracht: [naam for naam in delen if naam.startswith(opdracht)]
        for opdracht, _opties in _opdrachten(build_parser())
    }
    ontbreekt = [
        f"{opdracht} {optie}"
        for opdracht, opties in _opdrachten(build_parser())
        for optie in opties
        for naam in beschreven[opdracht]
        if f"`{optie}" not in delen[naam]
    ]

    assert "passend demo laden" in beschreven
    assert [opdracht for opdracht, namen in beschreven.items() if len(namen) != 1] == []
    assert ontbreekt == []


def test_every_make_target_is_on_the_page() -> None:
    doelen = re.findall(r"^([a-z]+):.*##", (WORTEL / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert "run" in doelen
    assert [doel for doel in doelen if f"`make {doel}`" not in _pagina("commands.md")] == []


def test_every_setting_from_the_environment_is_on_the_page_and_no_other() -> None:
    gelezen = {naam for pad in modules() for naam in OMGEVING.findall(pad.read_text(encoding="utf-8"))}
    beschreven = set(re.findall(r"^\| `([A-Z_]+)`", _pagina("settings.md"), re.MULTILINE))

    assert "DATABASE_URL" in gelezen
    assert beschreven == gelezen
