"""Every table has a level of protection, and it follows from what the table says of itself already."""

import re
from typing import Any

from django.apps import apps
from tests.architecture.bestanden import WORTEL

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.deling import Deling

PAGINA = (WORTEL / "docs" / "developer" / "reference" / "bescherming.md").read_text(encoding="utf-8")
NIVEAUS = ("public", "work", "person", "child", "secret")
_RIJ = re.compile(r"^\| (`.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def _namen(cel: str) -> list[str]:
    return re.findall(r"`([A-Za-z_]+)`", cel)


def _regels() -> dict[tuple[Deling, Bewaarklasse], str]:
    """The level of each pair that the page names; a pair that it names twice is told as a mistake."""
    regels: dict[tuple[Deling, Bewaarklasse], str] = {}
    for delingen, klassen, niveau in _RIJ.findall(PAGINA):
        if niveau not in NIVEAUS:
            continue
        for deling in _namen(delingen):
            for klasse in _namen(klassen):
                assert regels.setdefault((Deling(deling), Bewaarklasse(klasse)), niveau) == niveau
    return regels


def _apart() -> dict[str, str]:
    gevonden = [
        (naam, niveau) for namen, niveau, _w in _RIJ.findall(PAGINA) if niveau in NIVEAUS for naam in _namen(namen)
    ]
    assert len(gevonden) == len(dict(gevonden))
    return dict(gevonden)


def _niveau(tabel: Any) -> str | None:
    if tabel.__name__ in _apart():
        return _apart()[tabel.__name__]
    return _regels().get((getattr(tabel, "deling", None), getattr(tabel, "bewaarklasse", None)))  # type: ignore[arg-type]


def test_every_table_has_a_level_also_those_of_libraries() -> None:
    tabellen = apps.get_models(include_auto_created=True)

    assert len(tabellen) > 90
    assert [tabel.__name__ for tabel in tabellen if _niveau(tabel) is None] == []


def test_table_that_says_nothing_of_itself_is_found() -> None:
    assert _niveau(type("Nieuw", (), {})) is None


def test_every_class_has_a_level_and_nothing_is_named_that_is_not_there() -> None:
    namen = {tabel.__name__ for tabel in apps.get_models(include_auto_created=True)}

    assert {klasse for _deling, klasse in _regels()} == set(Bewaarklasse)
    assert set(_apart()) - namen == set()


def test_data_of_a_pupil_is_never_at_a_level_below_that_of_a_child() -> None:
    van_kind = set(Bewaarklasse) - {Bewaarklasse.IN_GEBRUIK, Bewaarklasse.ACCOUNT, Bewaarklasse.LOGBOEK}
    lager = [
        tabel.__name__
        for tabel in apps.get_models()
        if getattr(tabel, "bewaarklasse", None) in van_kind and _niveau(tabel) not in {"child", "secret"}
    ]

    assert lager == []


def test_what_is_public_is_shared_with_the_public_and_the_other_way_round() -> None:
    tabellen = [tabel for tabel in apps.get_models() if getattr(tabel, "deling", None) is not None]

    assert [t.__name__ for t in tabellen if (_niveau(t) == "public") != (t.deling is Deling.OPENBAAR)] == []


def test_every_level_has_its_demands() -> None:
    eisen = {
        rij[0]: rij[1:] for rij in (regel.strip("| ").split(" | ") for regel in PAGINA.splitlines()) if len(rij) == 7
    }

    assert eisen.keys() >= set(NIVEAUS)
    assert [niveau for niveau in NIVEAUS if not all(cel.strip() for cel in eisen[niveau])] == []
