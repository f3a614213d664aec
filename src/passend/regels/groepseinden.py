"""Who teaches a group here that a file gives to others: what would end, and where there is a doubt."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from passend.begrippen.opgave import Leerkrachtopgave
from passend.regels.herkenning import groepssleutel

DEZELFDE = (
    "Het bestand noemt iemand met deze achternaam en een ander e-mailadres. Is het dezelfde persoon? Laat dit dan uit."
)
VALT_IN = "Valt in, en staat daarom misschien niet in de administratie. Het eindigt vanzelf."


@dataclass(frozen=True, slots=True, kw_only=True)
class Lopendetaak:
    """That somebody teaches a group here; `adressen` are those by which a file can mean them."""

    pk: int
    naam: str
    adressen: frozenset[str]
    groep: str
    tot_en_met: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepseinde:
    """A task that a file says no more; `twijfel` is why it does not end by itself, empty when it does."""

    taak: Lopendetaak
    twijfel: str = ""


def groepseinden(
    taken: Sequence[Lopendetaak],
    leerkrachten: Sequence[Leerkrachtopgave],
    *,
    groepen: Collection[str],
    bekend: Collection[str],
) -> list[Groepseinde]:
    """What a file says no more of who teaches its groups.

    Only of a group that is in the file and has a teacher there: about another group, a file says nothing. `bekend` are
    the addresses, in small letters, of who teaches here.
    """
    in_bestand = {groepssleutel(naam) for naam in groepen}
    einden = []
    for taak in taken:
        sleutel = groepssleutel(taak.groep)
        van_groep = [een for een in leerkrachten if sleutel in {groepssleutel(naam) for naam in een.groepen}]
        if sleutel not in in_bestand or not van_groep:
            continue
        if any(een.email.casefold() in taak.adressen for een in van_groep if een.email):
            continue
        einden.append(Groepseinde(taak=taak, twijfel=_twijfel(taak, van_groep, bekend)))
    return einden


def _twijfel(taak: Lopendetaak, van_groep: Sequence[Leerkrachtopgave], bekend: Collection[str]) -> str:
    if taak.tot_en_met is not None:
        return VALT_IN
    onbekend = [een for een in van_groep if een.email.casefold() not in bekend]
    achternaam = _achternaam(taak.naam)
    return DEZELFDE if any(_achternaam(een.naam) == achternaam for een in onbekend) else ""


def _achternaam(naam: str) -> str:
    return naam.casefold().split()[-1] if naam.split() else ""
