"""Nothing is left lying about: promises without an issue, addresses elsewhere, paths of one machine."""

import re

from tests.architecture.bestanden import tekstbestanden

BELOFTE = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b(?!.*#\d)")
ELDERS = re.compile(r"""(?:\b(?:src|srcset|action)=["']|<link[^>]*href=["']|url\(["']?|@import\s+["'])(?:https?:)?//""")
MACHINE = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/\w")
PAGINAS = ("src/passend/web/templates/", "src/passend/web/static/")


def _gevonden(vorm: re.Pattern[str], *mappen: str) -> list[str]:
    return [
        f"{pad}:{nummer}"
        for pad, tekst in tekstbestanden()
        if not mappen or pad.startswith(mappen)
        for nummer, regel in enumerate(tekst.splitlines(), start=1)
        if vorm.search(regel)
    ]


def test_pattern_of_each_leftover_finds_one() -> None:
    assert BELOFTE.search("# TODO later")
    assert not BELOFTE.search("# TODO #12 later")
    assert ELDERS.search('<script src="https://elders.example/x.js">')
    assert not ELDERS.search('<a href="https://elders.example">')
    assert MACHINE.search("open('/home/jan/x')")


def test_every_promise_names_its_issue() -> None:
    assert _gevonden(BELOFTE) == []


def test_pages_load_nothing_from_elsewhere() -> None:
    assert any(pad.startswith(PAGINAS) for pad, _tekst in tekstbestanden())
    assert _gevonden(ELDERS, *PAGINAS) == []


def test_no_path_of_one_machine_is_left() -> None:
    assert len(list(tekstbestanden())) > 100
    assert _gevonden(MACHINE) == []
