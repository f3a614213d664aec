"""Where a rule comes from: a law with its article, or policy that says so of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindplaats:
    """A law and the article in it, with its address; `is_beleid` where no law says it and a board may choose otherwise.

    >>> str(Vindplaats(regeling="WPO", artikel="40 lid 6", adres="https://wetten.overheid.nl/BWBR0003420"))
    'WPO artikel 40 lid 6'
    """

    regeling: str
    artikel: str
    adres: str
    is_beleid: bool = False

    def __str__(self) -> str:
        return f"{self.regeling} artikel {self.artikel}" if self.artikel else self.regeling
