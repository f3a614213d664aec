"""How a letter begins and ends, in Dutch and English: to whom it is, and by whom, in which function, of which school.

A function is the code of a role; what has none is signed by the school alone, as a letter that a form made by itself.
"""

from collections.abc import Iterator, Mapping, Sequence

from passend.regels.brieven.feiten import Brieffeiten

FUNCTIES: Mapping[str, str] = {
    "directeur": "directeur",
    "bestuurder": "bestuurder",
    "intern_begeleider": "intern begeleider",
}
FUNCTIONS: Mapping[str, str] = {
    "directeur": "head teacher",
    "bestuurder": "board member",
    "intern_begeleider": "support coordinator",
}


def geadresseerde(kind: str) -> str:
    """Who a letter is to when no parent is known.

    >>> geadresseerde("Noa")
    'de ouders of verzorgers van Noa'
    """
    return f"de ouders of verzorgers van {kind}"


def aanhef(f: Brieffeiten) -> str:
    """The first line: by name, and of a child whose parents are not known to whoever they are."""
    return begroeting(f.aan, f.kind)


def begroeting(aan: Sequence[str], kind: str) -> str:
    """The first line of a letter to these people, or to the parents of a child when none of them is known.

    >>> begroeting(["Esra", "Jo"], "Noa"), begroeting([], "Noa")
    ('Beste Esra en Jo,', 'Beste ouders of verzorgers van Noa,')
    """
    return f"Beste {_rij(aan, 'en') or f'ouders of verzorgers van {kind}'},"


def salutation(f: Brieffeiten) -> str:
    """`aanhef` in English."""
    return greeting(f.aan, f.kind)


def greeting(aan: Sequence[str], kind: str) -> str:
    """`begroeting` in English."""
    return f"Dear {_rij(aan, 'and') or f'parents or carers of {kind}'},"


def ondertekening(f: Brieffeiten, *, is_besluit: bool) -> Iterator[str]:
    """The last lines; below a decision also on behalf of which board."""
    yield "Met vriendelijke groet,"
    if wie := _wie(f, FUNCTIES):
        yield wie
    yield f"{f.school}, namens {f.bestuur}" if is_besluit and f.bestuur else f.school


def signature(f: Brieffeiten, *, is_besluit: bool) -> Iterator[str]:
    """`ondertekening` in English."""
    yield "Kind regards,"
    if wie := _wie(f, FUNCTIONS):
        yield wie
    yield f"{f.school}, on behalf of {f.bestuur}" if is_besluit and f.bestuur else f.school


def _wie(f: Brieffeiten, functies: Mapping[str, str]) -> str:
    return ", ".join(filter(None, (f.door, functies.get(f.functie)))) if f.door else ""


def _rij(namen: Sequence[str], voegwoord: str) -> str:
    """Names in a row.

    >>> _rij(["Esra", "Jo", "Kim"], "en")
    'Esra, Jo en Kim'
    """
    return f" {voegwoord} ".join(filter(None, (", ".join(namen[:-1]), *namen[-1:])))
