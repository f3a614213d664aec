"""By what a pupil and a group are recognised in a file, and when two lines of it are about one pupil."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Protocol

from passend.begrippen.opgave import Leerlingopgave

type Naamsleutel = tuple[str, str, date]
_GROEP = re.compile(r"(?i)groep\s+(?=\S)")


class Genoemd(Protocol):
    """Somebody with a name and a day of birth: in a file, or known already."""

    @property
    def voornaam(self) -> str:
        """The first name."""

    @property
    def achternaam(self) -> str:
        """The last name, with what stands before it."""

    @property
    def geboren_op(self) -> date:
        """The day of birth."""


def check_dubbel(een: Leerlingopgave, gezien: dict[str | Naamsleutel, int]) -> str | None:
    """Why a line is not taken over beside an earlier one about the same pupil; `gezien` remembers where each stood."""
    naam = naamsleutel(een)
    eerder = (een.sleutel and gezien.get(een.sleutel)) or gezien.get(naam)
    if eerder:
        return f"Deze leerling staat twee keer in het bestand, ook op regel {eerder}. Haal een van de twee weg."
    gezien[naam] = een.regel
    if een.sleutel:
        gezien[een.sleutel] = een.regel
    return None


def list_tegenspraak(leerlingen: Iterable[Leerlingopgave]) -> dict[int, str]:
    """What is wrong with the first of two lines about one pupil that do not say the same: neither is taken over.

    By the place of that line among the others: a file in XML can be of one line.
    """
    eerste: dict[str | Naamsleutel, tuple[int, Leerlingopgave]] = {}
    bezwaren = {}
    for plek, een in enumerate(leerlingen):
        for wie in (een.sleutel, naamsleutel(een)):
            waar, eerder = eerste.setdefault(wie, (plek, een)) if wie else (plek, een)
            if eerder is not een and _spreekt_tegen(eerder, een):
                bezwaren[waar] = (
                    f"Deze leerling staat twee keer in het bestand, en op regel {een.regel} staat iets anders. Kijk na "
                    "wat klopt, en haal het andere weg."
                )
    return bezwaren


def _spreekt_tegen(een: Leerlingopgave, ander: Leerlingopgave) -> bool:
    """True when both say something of the same fact, and not the same; each line may name another parent."""
    dagen = ((een.ingeschreven_op, ander.ingeschreven_op), (een.uitgeschreven_op, ander.uitgeschreven_op))
    groepen = (groepssleutel(een.groep or ""), groepssleutel(ander.groep or ""))
    return naamsleutel(een) != naamsleutel(ander) or any(dit and dat and dit != dat for dit, dat in (*dagen, groepen))


@lru_cache(maxsize=1024)  # each line names its group
def groepssleutel(naam: str) -> str:
    """By what a group is recognised: an administration says "Groep 5" of what a school calls 5.

    >>> groepssleutel("Groep 5"), groepssleutel("5"), groepssleutel("De Groep")
    ('5', '5', 'de groep')
    """
    return platte_tekst(korte_groepsnaam(naam))


def korte_groepsnaam(naam: str) -> str:
    """The name of a group without the word "groep" before it."""
    begin = _GROEP.match(naam.strip())
    return naam.strip()[begin.end() :] if begin else naam.strip()


def naamsleutel(een: Genoemd) -> Naamsleutel:
    """By what a pupil is recognised who has no key: the name without accents and capitals, and the day of birth."""
    return (platte_tekst(een.voornaam), platte_tekst(een.achternaam), een.geboren_op)


def sleutelkern(sleutel: str) -> str:
    """A key of figures without the zeros before it, which a spreadsheet takes off; empty for another key.

    >>> sleutelkern("02101"), sleutelkern("2101"), sleutelkern("L02")
    ('2101', '2101', '')
    """
    return sleutel.lstrip("0") if sleutel.isascii() and sleutel.isdigit() else ""


@lru_cache(maxsize=16_384)  # of one file each name is asked a few times
def platte_tekst(tekst: str) -> str:
    """Words without accents, capitals and extra space, to compare by.

    >>> platte_tekst(" Zoë  van 't Hof ")
    "zoe van 't hof"
    """
    if not tekst.isascii():
        ontleed = unicodedata.normalize("NFKD", tekst)
        tekst = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return " ".join(tekst.casefold().split())
