"""Whether a file with columns ends where it was meant to: of one that broke off the last value can be half a value.

Many programs write no end behind the last line, so that alone says nothing; what stands there says it.
"""

import re
from collections.abc import Sequence

from passend.begrippen.opgave import OnleesbaarError
from passend.uitwisseling.tabel.waarden import is_adres

_CIJFERS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")
_LAATSTE = re.compile(r"(|.*\D)(\d+)(\D*)", re.DOTALL)
_GENOEG_GETALLEN, _GENOEG = 3, 2  # lines above the last one before they say what a value looks like
_HERHAALD = 2  # times that a word comes back, on average, in a column with a few words such as yes and no


def check_breedte(koppen: Sequence[str], rijen: Sequence[tuple[int, list[str]]]) -> None:
    """Refuse a file of which the last row stops before its last column, where other rows do not.

    Raises:
        OnleesbaarError: it does.
    """
    regel, laatste = rijen[-1]
    gewoon = max((len(cellen) for _regel, cellen in rijen[:-1]), default=len(koppen))
    if len(laatste) < min(gewoon, len(koppen)):
        raise OnleesbaarError(
            f"Het bestand breekt af op regel {regel}: daar staan minder kolommen dan erboven. Er is niets overgenomen. "
            "Maak het opnieuw in uw administratie, en lever het heel in."
        )


def is_afgebroken(laatste: str, erboven: Sequence[str]) -> bool:
    """True when the last value of a file can be half of what stands above it.

    >>> is_afgebroken("03-04-20", ["1-2-2018", "12-11-2017"]), is_afgebroken("82", ["103,5"])
    (True, True)
    >>> is_afgebroken("03-04-2018", ["1-2-2018"]), is_afgebroken("98", ["103", "87", "110"])
    (False, False)

    Args:
        laatste: the last value.
        erboven: the values in the same column of the lines before it.
    """
    gevuld = [waarde for waarde in erboven if waarde]
    if not gevuld:
        return False
    if not laatste:
        return len(gevuld) == len(erboven) >= _GENOEG
    if all(is_adres(waarde) for waarde in gevuld):
        return not is_adres(laatste) or _is_half_woord(_na_punt(laatste), [_na_punt(waarde) for waarde in gevuld])
    if all(_CIJFERS.search(waarde) for waarde in gevuld):
        return _is_half_getal(laatste, gevuld)
    return len(set(gevuld)) * _HERHAALD <= len(gevuld) and _is_half_woord(laatste, gevuld)


def _is_half_getal(laatste: str, erboven: Sequence[str]) -> bool:
    """True when days or numbers of one form stand above it, and this one has a part less or a shorter last part."""
    vormen = {_vorm(waarde) for waarde in erboven}
    vorm = _vorm(laatste)
    if len(vormen) > 1 or vorm in vormen:
        return False
    (gewoon,) = vormen
    groepen, gewone_groepen = _CIJFERS.findall(vorm), _CIJFERS.findall(gewoon)
    if len(gewone_groepen) == 1 and len(erboven) < _GENOEG_GETALLEN:
        return False  # whole numbers can be of any length
    return len(groepen) < len(gewone_groepen) or (
        len(groepen) == len(gewone_groepen) and len(groepen[-1]) < len(gewone_groepen[-1])
    )


def _vorm(waarde: str) -> str:
    """What a value looks like: words and numbers of any length are alike, but for the number it ends with.

    >>> _vorm("14-3-2018"), _vorm("2 mrt 2018"), _vorm("103,5")
    ('9-9-9999', '9 a 9999', '9,9')
    """
    plat = _LETTERS.sub("a", waarde)
    gevonden = _LAATSTE.fullmatch(plat)
    if gevonden is None:
        return plat
    begin, getal, einde = gevonden.groups()
    return f"{_CIJFERS.sub('9', begin)}{'9' * len(getal)}{einde}"


def _is_half_woord(laatste: str, erboven: Sequence[str]) -> bool:
    """True when one of the words above begins with it, and none is it.

    >>> _is_half_woord("n", ["ja", "nee"]), _is_half_woord("A", ["A", "A+"])
    (True, False)
    """
    return laatste not in erboven and any(woord.startswith(laatste) for woord in erboven)


def _na_punt(adres: str) -> str:
    return adres.rpartition(".")[2]
