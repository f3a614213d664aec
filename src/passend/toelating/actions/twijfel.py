"""What can be, and is seldom meant: somebody says that it is right before it comes in."""

from datetime import date

from passend.regels.bewaartermijnen import MAANDEN_PER_JAAR, over_maanden
from passend.toelating.actions.aanmelden import ToelatingError


class VerError(ToelatingError):
    """A first school day so far away that a year may have been typed wrong."""


def check_ver(dag: date | None, *, vandaag: date) -> None:
    """Ask after a first school day of more than a year ahead: a child of three can come in a year, seldom later.

    Raises:
        VerError: idem; who says that the day is right does not ask this again.
    """
    if dag is not None and dag > vanaf_ver(vandaag):
        raise VerError(
            f"De eerste schooldag ({dag:%d-%m-%Y}) is over meer dan een jaar. Verander hem, of zet een vinkje bij "
            "'Deze dag klopt'."
        )


def vanaf_ver(vandaag: date) -> date:
    """The last first school day that nobody asks after."""
    return over_maanden(vandaag, MAANDEN_PER_JAAR)
