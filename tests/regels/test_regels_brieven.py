"""The English letter says what the Dutch one says: as many paragraphs, the same days and words of the school."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from passend.begrippen.aanmelding import Briefsoort
from passend.begrippen.toelating import Weigeringsgrond
from passend.regels.brieven.engels import maak_vertaling
from passend.regels.brieven.feiten import MONTHS
from passend.regels.brieven.ontbrekend import MISSING, ONTBREKEND
from passend.regels.brieven.toelating import MAANDEN, Brieffeiten, maak_brief
from passend.regels.toelatingspoorten import FEITELIJK

DAG = date(2026, 9, 14)
KAAL = Brieffeiten(school="De Wilg", kind="Noa", op=DAG, ontvangen_op=DAG, motivering="Zoals besproken.")
VOL = replace(
    KAAL,
    uiterlijk_op=date(2026, 10, 26),
    hooguit=date(2026, 11, 23),
    plaatsing_vanaf=date(2026, 11, 24),
    gewenst_op=date(2027, 1, 4),
    grond=Weigeringsgrond.ANDERE_SCHOOL,
    bereid=("De Schelp", "De Duin"),
    bezwaar_tot=date(2026, 12, 7),
    doorbreking="De inspectie dacht mee.",
    steunpunt="070 123",
    bestuur="Stichting Zand",
    door="Jo Bos",
    bezwaaradres="Postbus 1",
    is_elders_ingeschreven=True,
)
TLV = replace(VOL, bereid=("De Schelp",), tlv_gevraagd=("De Schelp",), uitgeschreven_op=date(2026, 11, 25))
GROEP = replace(
    VOL,
    is_openbaar=True,
    grond=Weigeringsgrond.SCHOOL_VOL,
    groep=5,
    beleid_adres="https://a.example",
    is_beleid_gevolgd=True,
)
LAAT = replace(VOL, op=date(2026, 11, 26))
ASIEL = replace(KAAL, op=date(2026, 11, 26), uiterlijk_op=date(2026, 10, 26), toegelaten_vanaf=date(2026, 10, 27))
WOORDEN = (
    *("De Schelp", "De Duin", "https://a.example", "Zoals besproken.", "De inspectie dacht mee.", "070 123", "De Wilg"),
    *("Stichting Zand", "Jo Bos", "Postbus 1"),
)


def _dagen(tekst: str, maanden: tuple[str, ...]) -> list[tuple[str, int, str]]:
    gevonden = re.findall(r"(\d{1,2}) (\w+) (\d{4})", tekst)
    return [(dag, maanden.index(maand), jaar) for dag, maand, jaar in gevonden]


@pytest.mark.parametrize("feiten", [KAAL, VOL, TLV, GROEP, LAAT, ASIEL])
@pytest.mark.parametrize("soort", Briefsoort)
def test_translation_says_the_same(soort: Briefsoort, feiten: Brieffeiten) -> None:
    nederlands, (kop, *engels) = maak_brief(soort, feiten).alineas, maak_vertaling(soort, feiten)

    assert kop.startswith("This is a translation, to help you.")
    assert len(engels) == len(nederlands)
    for origineel, vertaald in zip(nederlands, engels, strict=True):
        assert _dagen(vertaald, MONTHS) == _dagen(origineel, MAANDEN)
        for woord in WOORDEN:
            assert (woord in vertaald) == (woord in origineel)


def test_parents_have_words_for_all_that_a_board_can_decide_without() -> None:
    pad = Path(__file__).parent / "scenarios" / "poorten.toml"
    poorten = tomllib.loads(pad.read_text(encoding="utf-8"))
    mist = {een.split(":")[0] for scenario in poorten["poort"] for een in scenario["mist"]} - FEITELIJK

    assert mist - set(ONTBREKEND) == set()
    assert set(MISSING) == set(ONTBREKEND)
