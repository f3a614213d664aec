"""Who shares the rows of a table: each table declares it, as it declares how long they are kept."""

from enum import StrEnum


class Deling(StrEnum):
    """Whose the rows of a table are: of one board, of everybody who works with Passend, or of the public."""

    BESTUUR = "bestuur"  # behind the wall: nothing is read or written outside the scope of their board
    GEDEELD = "gedeeld"  # crosses boards on purpose: accounts, roles, the log, templates of a samenwerkingsverband
    OPENBAAR = "openbaar"  # everybody may read it, without signing in
