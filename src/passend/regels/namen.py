"""Whether a text that is to be without names holds one, by which word one is found in a list, and who said what."""

import re
from collections.abc import Iterable, Sequence

from passend.regels.herkenning import platte_tekst


def namen_in(tekst: str, namen: Iterable[str]) -> list[str]:
    """The names that stand in a text as a word of their own, written as a name: with a capital.

    >>> namen_in("Pip zei dat het druk is, en roos ook.", ["Pip", "Roos", "Bo"])
    ['Pip']
    """
    gezocht = {naam.strip() for naam in namen} - {""}
    return sorted(naam for naam in gezocht if re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", tekst))


def sorteernaam(achternaam: str) -> str:
    """A surname as lists put it in order: by its first word with a capital, not by what comes before that.

    >>> sorteernaam("van der Schelp"), sorteernaam("'t Hof"), sorteernaam("Özgür-de Wit"), sorteernaam("wilg")
    ('schelp van der', "hof 't", 'ozgur-de wit', 'wilg')
    """
    woorden = achternaam.split()
    begin = next((plek for plek, woord in enumerate(woorden) if woord[0].isupper()), 0)
    return platte_tekst(" ".join((*woorden[begin:], *woorden[:begin])))


def zonder_spreker(tekst: str, naam: str) -> str:
    """What somebody said without their own name before it, whole or by the first name only.

    >>> zonder_spreker("Sanne: Graag rust.", "Sanne Duinmans"), zonder_spreker("Sanne wil rust.", "Sanne Duinmans")
    ('Graag rust.', 'Sanne wil rust.')
    """
    if not naam.strip():
        return tekst.strip()
    namen = "|".join(re.escape(een) for een in (naam.strip(), naam.split(maxsplit=1)[0]))
    return re.sub(rf"\A(?:{namen})\s*:", "", tekst.strip()).strip()


def wie_zei_wat(gezegd: Sequence[tuple[str, str]]) -> str:
    r"""What each of them said, with the name before it once; what was taken over from one talk by two is told once.

    >>> wie_zei_wat([("Sanne Duinmans", "Sanne: Graag rust."), ("Joost Kwast", "Goed.")])
    'Sanne Duinmans: Graag rust.\n\nJoost Kwast: Goed.'
    """
    sprekers = tuple(f"{naam}:" for naam, _tekst in gezegd if naam)
    verteld: list[str] = []

    def nog_niet_verteld(alineas: list[str]) -> list[str]:
        return [een for een in alineas if een not in verteld or not een.startswith(sprekers)]

    for naam, tekst in gezegd:
        alineas = _alineas(zonder_spreker("\n\n".join(nog_niet_verteld(_alineas(tekst))), naam))
        if alineas and naam and not alineas[0].startswith(sprekers):
            alineas[0] = f"{naam}: {alineas[0]}"
        verteld += nog_niet_verteld(alineas)
    return "\n\n".join(verteld)


def _alineas(tekst: str) -> list[str]:
    return [alinea.strip() for alinea in re.split(r"\n\s*\n", tekst) if alinea.strip()]
