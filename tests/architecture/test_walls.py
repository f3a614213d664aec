"""The public site sees published editions and nothing else; the import contracts cannot say it this finely."""

import ast
from collections.abc import Iterator

from tests.architecture.bestanden import BRON

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
