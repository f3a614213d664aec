"""Whether two names are of one child: asked before anything of a child goes to the file of another.

Children who were born on the same day at one school are often twins, and two who are no family can have one first name
or one surname. So both names have to be the same; a name that is only alike is a question for a person.
"""

from typing import Final

from passend.regels.zoeken import zoekwoorden

TUSSENVOEGSELS: Final = frozenset(
    {"van", "von", "de", "den", "der", "het", "t", "te", "ten", "ter", "in", "op", "aan", "la", "le", "du", "da", "dos"}
) | frozenset({"el", "al"})

type Naam = tuple[str, str]
"""First name and surname."""


def is_zelfde_naam(een: Naam, ander: Naam) -> bool:
    """True for the same first name and the same surname, with or without what stands before it.

    >>> is_zelfde_naam(("Zoë", "van den Berg"), ("zoe", "Berg"))
    True
    >>> is_zelfde_naam(("Zoë", "Zandberg"), ("Zoë", "Berg")), is_zelfde_naam(("Fleur", "Berg"), ("Bram", "Berg"))
    (False, False)
    """
    hier, daar = _woorden(een), _woorden(ander)
    return all(hier) and hier == daar


def lijkt_op_naam(een: Naam, ander: Naam) -> bool:
    """True when each of both names has every word of the other, or the other way around: it can be one child.

    >>> lijkt_op_naam(("Fatima Zahra", "Bakker-Jansen"), ("Zahra", "Bakker"))
    True
    >>> lijkt_op_naam(("Bram", "Bakker"), ("Bram", "Zoutman"))
    False
    """
    delen = zip(_woorden(een), _woorden(ander), strict=True)
    return all(hier and daar and (set(hier) <= set(daar) or set(daar) <= set(hier)) for hier, daar in delen)


def is_zelfde_heel(een: str, ander: str) -> bool:
    """True for two names that are written whole, with or without what stands before the surname.

    >>> is_zelfde_heel("Zoë van den Berg", "zoe berg"), is_zelfde_heel("Zoë Berg", "Zoë Zandberg")
    (True, False)
    """
    hier, daar = ([woord for woord in _in_letters(naam) if woord not in TUSSENVOEGSELS] for naam in (een, ander))
    return bool(hier) and hier == daar


def _woorden(naam: Naam) -> tuple[tuple[str, ...], tuple[str, ...]]:
    voornaam, achternaam = naam
    return _in_letters(voornaam), _zonder_begin(_in_letters(achternaam))


def _in_letters(naam: str) -> tuple[str, ...]:
    """The words of a name; one in another script as it is written."""
    return zoekwoorden(naam) or tuple(naam.casefold().split())


def _zonder_begin(woorden: tuple[str, ...]) -> tuple[str, ...]:
    """A surname without what stands before it; a name that is only such words stays whole."""
    plek = next((nummer for nummer, woord in enumerate(woorden) if woord not in TUSSENVOEGSELS), 0)
    return woorden[plek:]
