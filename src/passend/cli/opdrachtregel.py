"""The command line in Dutch: what argparse says by itself, and what it says when it does not understand somebody."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, Final

_ZINNEN: Final = (
    (r"argument (?P<wat>\S+): not allowed with argument (?P<ander>.+)", "{wat} gaat niet samen met {ander}"),
    (r"argument (?P<wat>\S+): invalid choice: (?P<waarde>.+) \(choose from (?P<keuze>.+)\)",
     "{waarde} kan niet bij {wat}; kies uit {keuze}"),
    (r"argument (?P<wat>\S+): expected one argument", "achter {wat} hoort iets te staan"),
    (r"argument (?P<wat>\S+): expected (?:at least one argument|\d+ arguments)", "achter {wat} hoort meer te staan"),
    (r"argument (?P<wat>\S+): ignored explicit argument (?P<waarde>.+)",
     "achter {wat} hoort niets te staan, en er staat {waarde}"),
    (r"argument (?P<wat>\S+): invalid \S+ value: (?P<waarde>.+)", "{waarde} kan niet bij {wat}"),
    (r"argument (?P<wat>\S+): (?P<zin>.+)", "{wat}: {zin}"),
    (r"the following arguments are required: (?P<wat>.+)", "dit ontbreekt nog: {wat}"),
    (r"one of the arguments (?P<wat>.+) is required", "een van deze ontbreekt nog: {wat}"),
    (r"ambiguous option: (?P<wat>.+) could match (?P<keuze>.+)", "{wat} kan van alles zijn: {keuze}"),
    (r"unrecognized arguments: (?P<wat>.+)", "dit ken ik niet: {wat}"),
)  # fmt: skip


class Opmaak(argparse.HelpFormatter):
    """Help that begins in Dutch."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """The line with everything that can be typed."""
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that says in one Dutch sentence what it does not understand, and where to look."""

    def __init__(self, **opties: Any) -> None:
        """As argparse does, with help of its own."""
        super().__init__(**{"formatter_class": Opmaak, **opties, "add_help": False})
        self._positionals.title, self._optionals.title = "opdrachten en waarden", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> None:  # type: ignore[override] # argparse says NoReturn; exit() raises
        """Say what is wrong and how to see what is possible."""
        self.exit(
            2, f"passend: dit begrijp ik niet ({in_dutch(message)}). Met '{self.prog} --help' ziet u wat er kan.\n"
        )


def in_dutch(melding: str) -> str:
    """What argparse says, in Dutch; what it never said before stays as it is.

    >>> in_dutch("the following arguments are required: --gegeven")
    'dit ontbreekt nog: --gegeven'
    """
    for patroon, zin in _ZINNEN:
        if (gevonden := re.fullmatch(patroon, melding, re.DOTALL)) is not None:
            return zin.format(**gevonden.groupdict())
    return melding
