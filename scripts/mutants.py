"""Change the rules in every way that one slip can, and see that a test notices each; not part of `.ci/run`.

`python scripts/mutants.py` does all modules of `passend.regels`, `python scripts/mutants.py tlv schorsing` only those.
The tool works in a copy below `var/mutants`, with the plain Python rooms and their tests alone; tests that draw cases
at random are left out, for a slip must not depend on luck. What no test notices is printed; what may stay so is in
`docs/developer/reference/mutanten.md` with its reason.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
WERK = WORTEL / "var" / "mutants"
LIJST = WORTEL / "docs" / "developer" / "reference" / "mutanten.md"
MUTMUT = WORTEL / ".venv" / "scan" / "mutmut" / "bin" / "mutmut"
BRON = ("begrippen", "regels", "cli/__init__.py", "cli/opdrachtregel.py", "cli/termijn*.py", "__init__.py")
INSTELLING = """[mutmut]
source_paths=src
only_mutate=
{modules}
pytest_add_cli_args_test_selection=tests/regels
pytest_add_cli_args=
    -x
    -q
    -p
    no:randomly
    -m
    not hypothesis
    --ignore-glob=*_altijd.py
use_setproctitle=false
also_copy=
    pytest.ini
    src
"""
TOON = """
import json
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files
aantal, over = 0, []
for pad in walk_mutatable_files():
    data = SourceFileMutationData(path=pad)
    data.load()
    aantal += len(data.exit_code_by_key)
    namen = [naam for naam, code in data.exit_code_by_key.items() if status_by_exit_code[code] != "killed"]
    over += [(naam, get_diff_for_mutant(naam, path=pad)) for naam in namen]
print(json.dumps([aantal, over]))
"""


def main(namen: list[str]) -> int:
    """Run the tool; the exit code is 1 when something survives that the page does not explain."""
    prepare(namen)
    omgeving = {**os.environ, "PYTHONPATH": "src:."}
    kinderen = os.environ.get("CHILDREN") or str(os.cpu_count() or 1)
    with (WERK / "verslag.txt").open("w", encoding="utf-8") as verslag:
        opdracht = [str(MUTMUT), "run", "--max-children", kinderen]
        klaar = subprocess.run(opdracht, cwd=WERK, env=omgeving, stdout=verslag, check=False)
    if klaar.returncode:
        print(f"Het lukte niet; lees {verslag.name}.")
        return klaar.returncode
    aantal, overlevenden = _overlevenden(omgeving)
    over = [_slip(naam, verschil) for naam, verschil in overlevenden]
    bekend = set(re.findall(r"^\| `(\S+)` \| `` (.*?) `` \|", LIJST.read_text(encoding="utf-8"), re.MULTILINE))
    nieuw = [slip for slip in over if slip not in bekend]
    for functie, regel in nieuw:
        print(f"{functie}: {regel}")
    print(f"Van {aantal} mutanten leven er {len(over)} nog, waarvan {len(nieuw)} niet in {LIJST.relative_to(WORTEL)}.")
    return 1 if nieuw else 0


def _overlevenden(omgeving: dict[str, str]) -> tuple[int, list[list[str]]]:
    """How many slips were tried, and each that no test noticed: its name and what it changed; asked for all at once."""
    python = [str(MUTMUT.with_name("python")), "-c", TOON]
    uitslag = subprocess.run(python, cwd=WERK, env=omgeving, check=True, capture_output=True, text=True)
    aantal, over = json.loads(uitslag.stdout.splitlines()[-1])
    return aantal, over


def _slip(naam: str, verschil: str) -> tuple[str, str]:
    """The function and the line as it was changed; the number of a slip changes whenever its function does."""
    regels = [regel for regel in verschil.splitlines() if re.match(r"[+-](?![+-])", regel)]
    veranderd = [regel for regel in regels if regel.startswith("+")] or regels
    functie = naam.removeprefix("passend.regels.").partition("__mutmut_")[0].replace(".x_", ".")
    return functie, " ".join(veranderd[0].split()) if veranderd else "-"


def prepare(namen: list[str]) -> None:
    """Lay out the copy anew; what was found before says nothing of other tests."""
    for map_ in ("src", "tests", "mutants"):
        shutil.rmtree(WERK / map_, ignore_errors=True)
    for patroon in BRON:
        for pad in (WORTEL / "src" / "passend").glob(patroon):
            _copy(pad, WERK / pad.relative_to(WORTEL))
    for tests in ("regels", "factories/opgave.py"):
        _copy(WORTEL / "tests" / tests, WERK / "tests" / tests)
    (WERK / "pytest.ini").write_text("[pytest]\npythonpath = src .\n", encoding="utf-8")
    for naam in namen or ("**/*",):
        for pad in (WERK / "src" / "passend" / "regels").glob(f"{naam}.py"):
            pad.write_text(_undecorated(pad.read_text(encoding="utf-8")), encoding="utf-8")
    modules = "\n".join(f"    src/passend/regels/{naam}.py" for naam in namen or ["*"])
    (WERK / "setup.cfg").write_text(INSTELLING.format(modules=modules), encoding="utf-8")


def _undecorated(bron: str) -> str:
    """A module whose caches are gone and whose properties are methods too: the tool skips what has a decorator."""
    bron = re.sub(r"^@(lru_)?cache\b.*\n", "", bron, flags=re.MULTILINE)
    property_ = r"^    @property\n    def (\w+)\(self\)( -> .+:)\n"
    methode = r"    \1 = property(lambda self: self.\1_())\n\n    def \1_(self)\2\n"
    return re.sub(property_, methode, bron, flags=re.MULTILINE)


def _copy(van: Path, naar: Path) -> None:
    if van.is_dir():
        shutil.copytree(van, naar, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        naar.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(van, naar)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
