"""The English catalogue holds every sentence of the pages, once, in good English."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from scripts.translations import ENGELS, GESPROKEN, WOORDEN, WORTEL, ZIN, gather, read, untranslated
from tests.web.taal.eender import GELIJK

PLAATS = re.compile(r"%\((\w+)\)s")
# words that English does not have; Dutch terms of the law stand in brackets or quotes
NEDERLANDS = re.compile(
    r"\b(?:het|een|niet|geen|wordt|worden|deze|naar|ook|zijn|van|voor|maar|wij|uw|uit|aan)\b", re.IGNORECASE
)
TERM = re.compile(r"\([^()]*\)|'[^']*'")
# whoever speaks of it in Dutch, speaks of it in English as the glossary says; a short form that stands for it too
TERMEN = (
    (r"\bsamenwerkingsverband", "samenwerkingsverband", ""),
    (r"\bsjabloon|\bsjablonen", "sjabloon", ""),
    (r"\beditie", "editie", ""),
    (r"\bonderbouw|\bonderbouwing", "onderbouwing", ""),
    (r"\bbestuur\b", "bestuur", "board"),
    (r"\bdoel\b|\bdoelen\b", "doel", ""),
    (r"\bronde", "ronde", ""),
    (r"\bprofiel", "profiel", ""),
    (r"\bschooljaar\b", "schooljaar", ""),
    (r"\bintern begeleider\b", "intern begeleider", ""),
    (r"\bdirecteur\b", "directeur", ""),
    (r"\bleerkracht", "leerkracht", ""),
    (r"\bleerling(?:en)?\b", "leerling", ""),
    (r"\bconcept\b", "concept", ""),
    (r"\bschoolgids\b", "schoolgids", ""),
    (r"\bondersteuningsstructuur", "ondersteuningsstructuur", ""),
    (r"\bvaststelling\b", "vaststelling", ""),
    (r"\bMR\b", "MR", "MR"),
)


def _begrippen() -> dict[str, str]:
    """The glossary: Dutch and English."""
    lijst = (WORTEL / "docs" / "begrippenlijst.md").read_text(encoding="utf-8")
    rijen = [[cel.strip() for cel in regel.split("|")] for regel in lijst.splitlines() if regel.startswith("| ")]
    return {rij[1]: rij[2] for rij in rijen}


def _vormen(bericht: Message) -> Iterator[tuple[str, str]]:
    """Each Dutch form with its English one."""
    nederlands = bericht.id if isinstance(bericht.id, tuple | list) else (bericht.id,)
    engels = bericht.string if isinstance(bericht.string, tuple | list) else (bericht.string,)
    yield from zip(nederlands, engels, strict=True)


@pytest.fixture(scope="module")
def in_code() -> Catalog:
    """The sentences in the code as it is now."""
    return gather()


@pytest.fixture(scope="module")
def berichten() -> list[Message]:
    """Everything in the catalogue but its header."""
    return [bericht for bericht in read() if bericht.id]


def test_every_place_whose_sentences_are_gathered_is_there() -> None:
    """A module that moves would take its sentences along, and they would stand in Dutch on English pages."""
    bron = WORTEL / "src" / "passend"

    assert [plek for plek in (*GESPROKEN, *WOORDEN) if not any(bron.glob(plek))] == []


def test_catalogue_holds_the_sentences_of_the_code_and_no_others(in_code: Catalog, berichten: list[Message]) -> None:
    nodig = {(bericht.context, str(bericht.id)) for bericht in in_code if bericht.id}
    in_catalogus = {(bericht.context, str(bericht.id)) for bericht in berichten}

    assert len(nodig) > 500
    assert in_catalogus - nodig == set(), "run 'make translations'"
    assert nodig - in_catalogus == set(), "run 'make translations' and write the English"


def test_every_sentence_has_english_that_somebody_wrote(berichten: list[Message]) -> None:
    catalogus = read()

    assert untranslated(catalogus) == []
    assert [bericht.id for bericht in berichten if bericht.fuzzy] == []
    assert dict(catalogus.obsolete) == {}


def test_every_place_for_a_fact_is_in_both_languages(berichten: list[Message]) -> None:
    scheef = [
        (nederlands, engels)
        for bericht in berichten
        for nederlands, engels in _vormen(bericht)
        if sorted(PLAATS.findall(nederlands)) != sorted(PLAATS.findall(engels))
    ]

    assert scheef == []
    catalogus = read()
    assert [fouten for bericht in berichten if (fouten := list(bericht.check(catalogus)))] == []


def test_english_is_not_the_dutch_again(berichten: list[Message]) -> None:
    gelijk = {vormen[0] for bericht in berichten for vormen in _vormen(bericht) if vormen[0] == vormen[1]}

    assert gelijk - GELIJK == set()


def test_english_holds_dutch_only_as_a_term(berichten: list[Message]) -> None:
    halfslachtig = [
        engels
        for bericht in berichten
        for _nederlands, engels in _vormen(bericht)
        if NEDERLANDS.search(TERM.sub("", PLAATS.sub("", engels)))
    ]

    assert halfslachtig == []


def test_sentences_end_alike(berichten: list[Message]) -> None:
    """A full stop, a question mark or a colon in one language is there in the other."""
    ongelijk = [
        (nederlands, engels)
        for bericht in berichten
        for nederlands, engels in _vormen(bericht)
        if (nederlands[-1] in ".?:!") != (engels[-1] in ".?:!")
    ]

    assert ongelijk == []


@pytest.mark.parametrize(("vorm", "begrip", "kort"), TERMEN, ids=[begrip for _vorm, begrip, _kort in TERMEN])
def test_a_term_has_the_english_word_of_the_glossary(
    berichten: list[Message], vorm: str, begrip: str, kort: str
) -> None:
    alle = [paar for bericht in berichten for paar in _vormen(bericht)]
    paren = [paar for paar in alle if re.search(vorm, PLAATS.sub("", paar[0]), re.IGNORECASE)]
    woorden = {woord.lower() for woord in (_begrippen()[begrip], kort) if woord}

    assert paren
    assert [paar for paar in paren if not any(woord in paar[1].lower() for woord in woorden)] == []


def test_sentences_of_the_rooms_below_are_found_without_a_mark(in_code: Catalog) -> None:
    zinnen = {bericht.id for bericht in in_code if bericht.context == ZIN}

    assert "Bij '%(label)s' staan %(aan)s kruisjes. Er kan er maar een gelden. Kies welke klopt." in zinnen
    assert "Vul in wat de MR adviseert." in zinnen
    assert not [zin for zin in zinnen if "Raises" in zin or zin.startswith("The ")]


def test_compiled_catalogue_is_the_one_that_is_stored() -> None:
    """Else the pages speak another English than the one that was read over."""
    vers = BytesIO()
    write_mo(vers, read())

    assert ENGELS.with_suffix(".mo").read_bytes() == vers.getvalue(), "run 'make setup'"
