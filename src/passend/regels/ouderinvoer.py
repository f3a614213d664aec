"""What a file changes about the parents of a pupil: authority is noted only where the file says it.

Who has authority may see the file of a child and decides with the school (BW boek 1 artikel 245). A file that is silent
about it gives nobody anything, and takes nothing away; a parent who is in no line any more stays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from passend.begrippen.opgave import Ouderopgave

LANGSTE_NAAM = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekendeouder:
    """A parent as the school has it now."""

    pk: int
    naam: str
    email: str
    heeft_gezag: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderverschil:
    """A parent who is new, or of whom the address or the authority is otherwise; `was` is None for a new one."""

    naam: str
    email: str
    heeft_gezag: bool
    was: Bekendeouder | None = None
    twijfels: tuple[str, ...] = ()


def vergelijk_ouders(opgaven: Sequence[Ouderopgave], bekenden: Sequence[Bekendeouder]) -> tuple[Ouderverschil, ...]:
    """The parents of one pupil who are new or otherwise; found by name.

    >>> an = Bekendeouder(pk=1, naam="An Wilg", email="", heeft_gezag=True)
    >>> vergelijk_ouders([Ouderopgave(naam="an wilg")], [an])
    ()
    >>> [een.heeft_gezag for een in vergelijk_ouders([Ouderopgave(naam="An Wilg", heeft_gezag=False)], [an])]
    [False]
    """
    op_naam = {_plat(bekende.naam): bekende for bekende in bekenden}
    adressen = {bekende.email.casefold() for bekende in bekenden if bekende.email}
    uit = []
    for opgave in opgaven:
        was = op_naam.get(_plat(opgave.naam))
        if was is None:
            uit.append(_nieuw(opgave, is_adres_bekend=opgave.email.casefold() in adressen))
            continue
        email = opgave.email or was.email
        gezag = was.heeft_gezag if opgave.heeft_gezag is None else opgave.heeft_gezag
        if email.casefold() != was.email.casefold() or gezag != was.heeft_gezag:
            twijfels = tuple(_twijfels_anders(was, email, heeft_gezag=gezag))
            uit.append(Ouderverschil(naam=was.naam, email=email, heeft_gezag=gezag, was=was, twijfels=twijfels))
    return tuple(uit)


def twijfel_gezag(naam: str) -> str:
    """What is doubtful about a new parent of whom the file says nothing."""
    return f"Het bestand zegt niet of {naam} gezag heeft. Passend noteert: geen gezag."


def _twijfels_anders(was: Bekendeouder, email: str, *, heeft_gezag: bool) -> Iterable[str]:
    """What somebody looks at again: who may see the file of a child, and where letters about it go."""
    if was.heeft_gezag and not heeft_gezag:
        yield f"{was.naam} verliest het gezag, en mag het dossier dan niet meer zien. Klopt dat?"
    elif heeft_gezag and not was.heeft_gezag:
        yield f"{was.naam} krijgt het gezag, en mag het dossier dan zien. Klopt dat?"
    if was.email and email.casefold() != was.email.casefold():
        yield f"{was.naam} krijgt een ander e-mailadres. Klopt dat?"


def _nieuw(opgave: Ouderopgave, *, is_adres_bekend: bool) -> Ouderverschil:
    twijfels = []
    if opgave.heeft_gezag is None:
        twijfels.append(twijfel_gezag(opgave.naam))
    if is_adres_bekend:
        twijfels.append(f"Het e-mailadres van {opgave.naam} hoort al bij een andere ouder. Is het dezelfde?")
    return Ouderverschil(
        naam=opgave.naam, email=opgave.email, heeft_gezag=bool(opgave.heeft_gezag), twijfels=tuple(twijfels)
    )


def _plat(naam: str) -> tuple[str, ...]:
    return tuple(naam.casefold().split())
