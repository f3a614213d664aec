"""Short phrases that two people change at once: what each of them did counts, and nothing is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LANGSTE_KENMERK = 120
MEESTE_KENMERKEN = 12


@dataclass(frozen=True, slots=True)
class Kenmerkbezwaar:
    """Why phrases cannot be kept like this, and what to do."""

    code: str
    zin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenvoeging:
    """What is new and what ended.

    Attributes:
        erbij: phrases that were not there yet.
        weg: keys of phrases that the writer saw and took away.
        gezien: keys of phrases that are there and that the writer wrote too.
        van_anderen: keys of phrases that came in between; they stay.
    """

    erbij: tuple[str, ...]
    weg: tuple[int, ...]
    gezien: tuple[int, ...]
    van_anderen: tuple[int, ...]


def lees_kenmerken(tekst: str) -> tuple[str, ...]:
    r"""The phrases of a text, one a line; blank lines and doubles fall out.

    >>> lees_kenmerken(" leest graag voor \n\nLeest graag voor\nis nieuwsgierig")
    ('leest graag voor', 'is nieuwsgierig')
    """
    regels: dict[str, str] = {}
    for regel in tekst.splitlines():
        if woorden := " ".join(regel.split()):
            regels.setdefault(woorden.casefold(), woorden)
    return tuple(regels.values())


def check_kenmerken(regels: Sequence[str]) -> Kenmerkbezwaar | None:
    """Why these phrases are too long or too many to take in at a glance; None when they are not."""
    if te_lang := next((regel for regel in regels if len(regel) > LANGSTE_KENMERK), None):
        return Kenmerkbezwaar(
            "te_lang",
            f"De regel “{te_lang[:40]} …” is te lang. Houd het bij {LANGSTE_KENMERK} tekens, of maak er twee van.",
        )
    if len(regels) > MEESTE_KENMERKEN:
        return Kenmerkbezwaar(
            "te_veel", f"Dit zijn er te veel om in een blik te zien. Houd de {MEESTE_KENMERKEN} belangrijkste over."
        )
    return None


def voeg_samen(getypt: Sequence[str], *, gezien: Sequence[int], huidig: Mapping[int, str]) -> Samenvoeging:
    """Merge what somebody typed into what is there now: they end only what they saw, and add only what is not there.

    So when two people change the same phrase at once, both wordings are there afterwards, for a person to choose.

    >>> voeg_samen(["leest graag", "rustig"], gezien=[1], huidig={1: "leest graag", 2: "vlot"})
    Samenvoeging(erbij=('rustig',), weg=(), gezien=(1,), van_anderen=(2,))
    """
    bij_tekst = {tekst.casefold(): sleutel for sleutel, tekst in huidig.items()}
    geschreven = {regel.casefold() for regel in getypt}
    return Samenvoeging(
        erbij=tuple(regel for regel in getypt if regel.casefold() not in bij_tekst),
        weg=tuple(sleutel for sleutel in gezien if sleutel in huidig and huidig[sleutel].casefold() not in geschreven),
        gezien=tuple(bij_tekst[regel.casefold()] for regel in getypt if regel.casefold() in bij_tekst),
        van_anderen=tuple(
            sleutel for sleutel, tekst in huidig.items() if sleutel not in gezien and tekst.casefold() not in geschreven
        ),
    )
