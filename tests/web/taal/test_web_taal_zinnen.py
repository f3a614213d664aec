"""Sentences of the rooms below in the language of the page, with the facts they were spoken with."""

import ast
import builtins
import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import translation
from scripts.translations import BRON, GESPROKEN, ZIN, gather
from tests.web.taal.eender import GELIJK

from passend.begrippen.rollen import GeenToegangError
from passend.begrippen.sjabloonformaat import SjabloonError, sjabloon_uit_dict
from passend.begrippen.uitgave import Stapsoort
from passend.overleggen.actions.overleg import OverlegError
from passend.profielen.permissions import require
from passend.regels.vaststelling import check_stap
from passend.web.zinnen import vertaal

PLAATS = re.compile(r"%\((\w+)\)s")
DAG = date(2026, 10, 12)


def _is_van_ons(fout: ast.Call) -> bool:
    """What Python itself raises is for programmers."""
    return not (isinstance(fout.func, ast.Name) and hasattr(builtins, fout.func.id))


@pytest.fixture
def engels() -> Iterator[None]:
    """An English page."""
    with translation.override("en"):
        yield


@pytest.mark.usefixtures("engels")
def test_every_sentence_is_found_back_with_its_facts() -> None:
    verkeerd = []
    for bericht in gather():
        if bericht.context != ZIN:
            continue
        feiten = {naam: f"Xq{nummer}" for nummer, naam in enumerate(PLAATS.findall(bericht.id))}
        gesproken = bericht.id % feiten if feiten else bericht.id
        vertaald = vertaal(gesproken)
        is_eender = bericht.id in GELIJK
        if (vertaald == gesproken) is not is_eender or not all(feit in vertaald for feit in feiten.values()):
            verkeerd.append((gesproken, vertaald))

    assert verkeerd == []


@pytest.mark.usefixtures("engels")
def test_refusal_says_who_may_in_english() -> None:
    with pytest.raises(GeenToegangError) as fout:
        require(None, "de directeur en de intern begeleider")

    assert vertaal(fout.value) == (
        "You may not do this for this school. "
        "This is open to: the head teacher and the support coordinator (intern begeleider). Please ask there."
    )


@pytest.mark.usefixtures("engels")
def test_refusal_for_two_reasons_says_both_in_english() -> None:
    fout = OverlegError(
        "Dit tijdstip is al voorbij. Kies een dag en een tijd die nog komen.", "Vul in wat de MR adviseert."
    )

    gesproken = vertaal(fout)

    assert gesproken == " ".join(vertaal(reden) for reden in fout.args)
    assert "Dit tijdstip" not in gesproken
    assert "Vul in" not in gesproken


@pytest.mark.usefixtures("engels")
def test_names_of_steps_within_a_sentence_are_english() -> None:
    bezwaar = check_stap(Stapsoort.MR_ADVIES, op=DAG, genomen={}, peildatum=DAG)

    assert bezwaar is not None
    assert vertaal(bezwaar.zin) == (
        "First comes: pupils heard, advice asked of the participation council (MR). "
        "Take that step, or say why you skip it."
    )


@pytest.mark.usefixtures("engels")
def test_words_of_a_school_within_a_sentence_stay_as_they_are() -> None:
    zin = "Bij 'Weerbaarheid, ook voor ouders' staan 2 kruisjes. Er kan er maar een gelden. Kies welke klopt."

    assert vertaal(zin) == (
        "There are 2 crosses at 'Weerbaarheid, ook voor ouders'. Only one can count. Choose which is right."
    )


@pytest.mark.usefixtures("engels")
def test_what_is_wrong_with_a_template_is_said_in_english() -> None:
    with pytest.raises(SjabloonError) as fout:
        sjabloon_uit_dict({})

    assert vertaal(fout.value).startswith(("The template", "In the template"))


@pytest.mark.usefixtures("engels")
def test_unknown_sentence_stays_as_it_was_said() -> None:
    assert vertaal("Dit zei nog niemand: 100% zeker.") == "Dit zei nog niemand: 100% zeker."
    assert vertaal("") == ""


def test_dutch_page_leaves_every_sentence_alone() -> None:
    with translation.override("nl"):
        assert vertaal("Vul in wat de MR adviseert.") == "Vul in wat de MR adviseert."


def test_every_refusal_in_the_rooms_below_is_a_sentence_that_is_gathered() -> None:
    """A sentence that does not look like one would be overlooked, and stay Dutch."""
    zinnen = {bericht.id for bericht in gather() if bericht.context == ZIN}
    overgeslagen = [
        f"{pad.name}: {tekst.value}"
        for pad in sorted(pad for vorm in GESPROKEN for pad in BRON.glob(vorm))
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.Raise) and isinstance(knoop.exc, ast.Call) and _is_van_ons(knoop.exc)
        for tekst in knoop.exc.args
        if isinstance(tekst, ast.Constant) and isinstance(tekst.value, str) and tekst.value not in zinnen
        if getattr(knoop.exc.func, "id", "") != "WaardeError"
        or tekst is not knoop.exc.args[0]  # the first names the field
    ]

    assert len(zinnen) > 100
    assert overgeslagen == []
