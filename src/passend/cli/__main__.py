"""The `passend` command: one table of sub-commands, each in a module of its own."""

import argparse
import os
import sys
from collections.abc import Sequence

from passend.cli import (
    account,
    audit,
    backup,
    demo,
    herinneringen,
    overstap,
    profiel,
    rol,
    server,
    sleutel,
    termijn,
)
from passend.cli.opdrachtregel import Parser
from passend.cli.start import NietTeStartenError

GESTOPT = 130  # what a shell gives a command that was ended by Ctrl-C


def build_parser() -> argparse.ArgumentParser:
    """The parser with all sub-commands."""
    parser = Parser(prog="passend", description="Het ondersteuningsaanbod van een school: lezen, maken, publiceren.")
    opdrachten = parser.add_subparsers(dest="opdracht", required=True, metavar="OPDRACHT", parser_class=Parser)
    for module in (profiel, termijn, demo, server, backup, audit, account, sleutel, herinneringen, overstap, rol):
        module.register(opdrachten)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sub-command; the exit code is 0 when it did what was asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "passend.config.settings.base")
    opties = build_parser().parse_args(argv)
    try:
        code: int = opties.doe(opties)
        sys.stdout.flush()
    except BrokenPipeError:  # who read what is written stopped reading, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("\nGestopt.\n")
        return GESTOPT
    except NietTeStartenError as fout:
        sys.stderr.write(f"{fout}\n")
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
