"""Where the files of the project are."""

from collections.abc import Iterator
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
BRON = WORTEL / "src" / "passend"
MAPPEN = ("src", "tests", "scripts", "docs", "bench", ".ci")
LOS = ("Makefile", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "pyproject.toml")
TEKST = frozenset({".py", ".md", ".sh", ".html", ".jinja", ".css", ".js", ".json", ".toml", ".typ", ".txt", ".svg", ""})
NIET = frozenset({"__pycache__", "samples", "node_modules", "test_leftovers.py"})


def modules() -> list[Path]:
    """The modules of the product; generated migrations left out."""
    return sorted(pad for pad in BRON.rglob("*.py") if not pad.name.startswith("0001_"))


def tekstbestanden() -> Iterator[tuple[str, str]]:
    """Every text file of ours, as its path within the project and its text."""
    los = [WORTEL / naam for naam in LOS]
    for pad in [*los, *(pad for map_ in MAPPEN for pad in sorted((WORTEL / map_).rglob("*")))]:
        if pad.is_file() and pad.suffix in TEKST and not NIET & set(pad.parts):
            yield str(pad.relative_to(WORTEL)), pad.read_text(encoding="utf-8")
