"""`passend audit verify`: is the log whole, as it was written?"""

import argparse
import sys
from typing import Any

from passend.cli.start import load_settings, niet_klaar


def register(opdrachten: Any) -> None:
    """Add the sub-commands."""
    audit = opdrachten.add_parser("audit", help="controleer het logboek")
    soorten = audit.add_subparsers(dest="wat", required=True, metavar="WAT")
    verify = soorten.add_parser("verify", help="is er geen regel veranderd of verdwenen?")
    verify.add_argument("--zegel", metavar="ZEGEL", help="een zegel dat u eerder opschreef; het moet er nog zijn")
    verify.set_defaults(doe=run_verify)


def run_verify(opties: argparse.Namespace) -> int:
    """Check every log; the exit code is 0 only when all are whole."""
    load_settings()
    from django.db import DatabaseError  # both need the settings

    from passend.toegang.queries import check_logboek, has_zegel

    try:
        standen = check_logboek()
        is_kwijt = bool(opties.zegel) and not has_zegel(zegel=opties.zegel)
    except DatabaseError:
        sys.stderr.write(niet_klaar())
        return 1
    if not standen:
        print("Er staat nog niets in het logboek.")
    for stand in standen:
        heel = f"heel, regels: {stand.aantal}, zegel: {stand.zegel}"
        print(f"{stand.naam}: {stand.breuk.zin if stand.breuk else heel}")
    if is_kwijt:
        sys.stderr.write("Een regel met dit zegel is er niet. Het logboek is niet meer dat van toen u het opschreef.\n")
    is_stuk = any(stand.breuk for stand in standen)
    if is_stuk:
        sys.stderr.write("Het logboek is niet heel. Bewaar een kopie van de database en zoek uit wie erbij kon.\n")
    return 1 if is_kwijt or is_stuk else 0
