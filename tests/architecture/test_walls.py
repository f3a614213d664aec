"""What the import contracts cannot say this finely: of the public site, and of the tests of the rules."""

import ast
from collections.abc import Iterator

from tests.architecture.bestanden import BRON, WORTEL

OPENBAAR = BRON / "web" / "openbaar"
KAMERS = ("passend.organisaties", "passend.toegang", "passend.profielen")
MAG = frozenset({"passend.organisaties.queries", "passend.profielen.queries.openbaar"})


def _imports(bron: str) -> Iterator[str]:
    for knoop in ast.walk(ast.parse(bron)):
        if isinstance(knoop, ast.Import):
            yield from (naam.name for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            yield knoop.module
            yield from (f"{knoop.module}.{naam.name}" for naam in knoop.names)


def _kamers(bron: str) -> set[str]:
    """The modules of the records rooms that are imported, without the names in them."""
    gevonden = {naam for naam in _imports(bron) if naam.startswith(KAMERS)}
    return {naam for naam in gevonden if not any(naam.startswith(f"{mag}.") for mag in MAG)}


def test_import_hidden_in_a_function_or_in_a_package_is_seen() -> None:
    bron = "def f():\n    from passend.profielen import permissions\n    import passend.toegang.models\n"

    assert _kamers(bron) == {"passend.profielen", "passend.profielen.permissions", "passend.toegang.models"}


def test_public_site_reads_published_editions_only() -> None:
    kamers = {pad.name: _kamers(pad.read_text(encoding="utf-8")) for pad in OPENBAAR.rglob("*.py")}

    assert "passend.profielen.queries.openbaar" in set().union(*kamers.values())
    assert {naam: namen - MAG for naam, namen in kamers.items() if namen - MAG} == {}


def test_tests_of_the_rules_ask_for_plain_python_rooms_so_that_slips_can_be_tried_by_themselves() -> None:
    plat = ("passend.regels", "passend.begrippen", "passend.cli.termijn", "passend.cli.termijnen")
    bronnen = {
        pad.name: list(_imports(pad.read_text(encoding="utf-8"))) for pad in (WORTEL / "tests" / "regels").rglob("*.py")
    }

    vreemd = {
        naam: [een for een in namen if een.startswith(("passend", "django")) and not een.startswith(plat)]
        for naam, namen in bronnen.items()
    }
    assert {naam: namen for naam, namen in vreemd.items() if namen} == {}
    assert len(bronnen) > 50
