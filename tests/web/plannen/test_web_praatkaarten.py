"""The picture cards a child tells with."""

import re
from pathlib import Path

import passend.web
from passend.regels.praatkaarten import PRAATKAARTEN

BEELDEN = Path(passend.web.__file__).parent / "static/passend/praatkaarten.svg"


def test_each_card_has_a_picture_of_its_own_and_so_have_the_ways_to_tell() -> None:
    symbolen = re.findall(r'<symbol id="(\w+)"', BEELDEN.read_text())

    assert sorted(symbolen) == sorted([*PRAATKAARTEN, "gesprek", "kaarten", "praten", "tekenen"])
