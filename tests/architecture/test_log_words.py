"""Every act about a pupil, and every reason for one, is told in words: nobody who reads the log meets a code."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.architecture.bestanden import BRON

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import Rolsoort
from passend.web.leerlingen.woorden import REDENEN
from passend.web.logwoorden import list_handelingen

KAMERS = ("leerlingen", "volgen", "plannen", "overleggen", "toelating", "overstap")
_HANDELING = re.compile(r"[a-z]+(?:_[a-z]+)+")
_OVER_LEERLING = (
    "log_leerling", "log_inzage", "handeling_met", "bij_leerling", "log_aanmelding", "bij_aanmelding", "log_bestand",
    "bij_overleg", "log_lijst", "log_eens",
)  # fmt: skip


def _bronnen() -> Iterator[str]:
    for kamer in KAMERS:
        for map_ in (BRON / kamer, BRON / "web" / kamer):
            yield from (pad.read_text(encoding="utf-8") for pad in map_.rglob("*.py"))


def _handelingen(bronnen: Iterable[str]) -> set[str]:
    """The acts that calls about a pupil name, also where a name stands for one of two."""
    gevonden = set()
    for bron in bronnen:
        boom = ast.parse(bron)
        namen = {
            doel.id: knoop.value
            for knoop in ast.walk(boom)
            if isinstance(knoop, ast.Assign)
            for doel in knoop.targets
            if isinstance(doel, ast.Name) and doel.id == "handeling"
        }
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Call) and getattr(knoop.func, "id", "") in _OVER_LEERLING:
                delen = [namen.get(deel.id, deel) if isinstance(deel, ast.Name) else deel for deel in _delen(knoop)]
                gevonden |= {woord for deel in delen for woord in _woorden(deel)}
    return gevonden


def _delen(aanroep: ast.Call) -> list[ast.expr]:
    return [*aanroep.args, *(kern.value for kern in aanroep.keywords if kern.arg == "handeling")]


def _woorden(deel: ast.expr) -> Iterator[str]:
    for knoop in ast.walk(deel):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and _HANDELING.fullmatch(knoop.value):
            yield knoop.value


def _redenen(bronnen: Iterable[str]) -> set[str]:
    """The codes of reasons that are made on the spot."""
    return {
        knoop.args[0].value
        for bron in bronnen
        for knoop in ast.walk(ast.parse(bron))
        if isinstance(knoop, ast.Call) and getattr(knoop.func, "id", "") == "Reden" and knoop.args
        if isinstance(knoop.args[0], ast.Constant)
    }


def test_every_act_about_a_pupil_has_words() -> None:
    gevonden = _handelingen(_bronnen())

    assert {"set_burgerservicenummer", "refuse_toestemming", "open_dossier", "revise_stuk"} <= gevonden
    assert sorted(gevonden - list_handelingen()) == []


def test_every_reason_has_words() -> None:
    codes = {*Inzagegrond, *(set(Rolsoort) - {Rolsoort.OUDER, Rolsoort.DESKUNDIGE}), *_redenen(_bronnen())}

    assert sorted(codes - set(REDENEN)) == []


def test_act_without_words_is_seen_also_when_it_is_one_of_two() -> None:
    bron = """
def doe(actor):
    handeling = "eerste_ding" if actor else "tweede_ding"
    log_leerling(actor, handeling, "geen handeling")
@bij_leerling("derde_ding")
def pagina(): log_inzage(actor=1, handeling=handeling_met("vierde_ding", "zorg"))
"""

    assert _handelingen([bron]) == {"eerste_ding", "tweede_ding", "derde_ding", "vierde_ding"}
