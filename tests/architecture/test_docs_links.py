"""What the documentation points at is there: pages, headings, pictures, files, commands."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from PIL import Image
from tests.architecture.bestanden import BRON, WORTEL

from passend.cli.__main__ import build_parser

DOCS = WORTEL / "docs"
BEELDEN = DOCS / "beelden"
LOSSE = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
PAGINAS = sorted([*(WORTEL / naam for naam in LOSSE), *DOCS.rglob("*.md")])
BLOK = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
KOP = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
PAD = re.compile(r"^(?:src|docs|tests|scripts|bench)/[\w./-]+$")
IN_EEN_KAMER = re.compile(r"^(?:web|cli|begrippen|regels|documenten|uitwisseling|profielen|config)/[\w./-]+\.\w+$")
MAKE = re.compile(r"\bmake ([a-z]+)\b")
PASSEND = re.compile(r"(?:\.venv/bin/)?passend ((?:[a-z]+)(?: [a-z]+)?)")
MEESTE_BYTES, MEESTE_SAMEN = 150_000, 2_500_000
STANDEN = {"accepted", "proposed", "replaced"}


def _tekst(pagina: Path) -> str:
    return pagina.read_text(encoding="utf-8")


def _lopend(pagina: Path) -> str:
    """The words of a page without its blocks of code."""
    return BLOK.sub("", _tekst(pagina))


def _anker(kop: str) -> str:
    """The anchor a heading gets on the common hosts of code."""
    kaal = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", kop).lower().strip()
    return re.sub(r"[^\w\- ]", "", kaal).replace(" ", "-")


def _ankers(pagina: Path) -> set[str]:
    return {_anker(kop) for kop in KOP.findall(_lopend(pagina))}


def _links(pagina: Path) -> Iterator[str]:
    return (link for link in LINK.findall(_lopend(pagina)) if not link.startswith(("http:", "https:", "mailto:")))


def _dood(pagina: Path) -> list[str]:
    """The links of a page that lead nowhere."""
    dood = []
    for link in _links(pagina):
        pad, _hekje, anker = link.partition("#")
        doel = (pagina.parent / pad).resolve() if pad else pagina
        if not doel.exists() or (anker and anker not in _ankers(doel)):
            dood.append(link)
    return dood


def test_a_dead_link_is_seen(tmp_path: Path) -> None:
    pagina = tmp_path / "pagina.md"
    pagina.write_text("# Wat het kan\n[a](weg.md) [b](#wat-het-kan) [c](#anders) [d](https://elders.example/x)\n")

    assert _dood(pagina) == ["weg.md", "#anders"]


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_every_link_leads_somewhere(pagina: Path) -> None:
    assert _dood(pagina) == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    bereikt, te_doen = set[Path](), [WORTEL / "README.md"]
    while te_doen:
        pagina = te_doen.pop()
        if pagina in bereikt or pagina.suffix != ".md":
            continue
        bereikt.add(pagina)
        te_doen += [(pagina.parent / link.partition("#")[0]).resolve() for link in _links(pagina) if link[0] != "#"]

    assert {str(pagina.relative_to(WORTEL)) for pagina in set(PAGINAS) - bereikt} == set()


def test_every_picture_is_shown_somewhere_and_small() -> None:
    getoond = {Path(link).name for pagina in PAGINAS for link in _links(pagina) if link.endswith(".png")}
    getoond |= {Path(pad).name for pad in _publiccode_beelden()}
    beelden = {beeld.name: beeld.stat().st_size for beeld in BEELDEN.glob("*.png")}

    assert len(beelden) > 20
    assert beelden.keys() == getoond
    assert {naam: grootte for naam, grootte in beelden.items() if grootte > MEESTE_BYTES} == {}
    assert sum(beelden.values()) < MEESTE_SAMEN


def test_every_picture_can_be_opened_and_says_in_words_what_it_shows() -> None:
    alt = {
        link: woorden for pagina in PAGINAS for woorden, link in re.findall(r"!\[([^\]]*)\]\((\S+)\)", _tekst(pagina))
    }

    assert [link for link, woorden in alt.items() if len(woorden) < 15] == []
    assert {Image.open(beeld).format for beeld in BEELDEN.glob("*.png")} == {"PNG"}


def _publiccode_beelden() -> list[str]:
    kaart = yaml.safe_load((WORTEL / "publiccode.yml").read_text(encoding="utf-8"))
    return [pad for taal in kaart["description"].values() for pad in taal.get("screenshots", [])]


def test_every_file_that_a_page_names_is_there() -> None:
    weg = [
        f"{pagina.name}: {stuk}"
        for pagina in PAGINAS
        for stuk in CODE.findall(_lopend(pagina))
        if (PAD.match(stuk) and not (WORTEL / stuk).exists())
        or (IN_EEN_KAMER.match(stuk) and not (BRON / stuk).exists())
    ]

    assert weg == []


def _opdrachten(parser: argparse.ArgumentParser, begin: str = "") -> Iterator[str]:
    for actie in parser._actions:
        if isinstance(actie, argparse._SubParsersAction):
            for naam, kind in actie.choices.items():
                yield f"{begin}{naam}"
                yield from _opdrachten(kind, f"{begin}{naam} ")


def _in_code(pagina: Path) -> str:
    """Only what stands as code: blocks and between backticks."""
    tekst = _tekst(pagina)
    return "\n".join([*BLOK.findall(tekst), *CODE.findall(BLOK.sub("", tekst))])


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_every_command_that_a_page_names_exists(pagina: Path) -> None:
    code = _in_code(pagina)
    doelen = set(re.findall(r"^([a-z]+):", (WORTEL / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    bekend = set(_opdrachten(build_parser()))
    gebruikt = {woorden.split()[0] if woorden not in bekend else woorden for woorden in PASSEND.findall(code)}

    assert set(MAKE.findall(code)) - doelen == set()
    assert gebruikt - bekend == set()


def test_every_decision_is_in_the_list_and_has_its_parts() -> None:
    map_ = DOCS / "developer" / "decisions"
    lijst = _tekst(map_ / "README.md")
    besluiten = sorted(map_.glob("0*.md"))
    delen = {pad.name: re.findall(r"^## (.+)$", _tekst(pad), re.MULTILINE) for pad in besluiten}
    standen = {re.search(r"^Status: (\w+)\. Implementation: \w+\.$", _tekst(pad), re.MULTILINE) for pad in besluiten}

    assert len(besluiten) > 10
    assert [pad.name for pad in besluiten if f"({pad.name})" not in lijst] == []
    assert {naam: kop for naam, kop in delen.items() if kop != ["Context", "Decision", "Consequences"]} == {}
    assert {stand and stand[1] for stand in standen} <= STANDEN


def test_the_licence_is_the_one_the_package_names() -> None:
    pyproject = (WORTEL / "pyproject.toml").read_text(encoding="utf-8")

    assert 'license = "EUPL-1.2"' in pyproject
    assert _tekst(WORTEL / "LICENSE").startswith("# EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert len(_tekst(WORTEL / "LICENSE")) > 13_000
