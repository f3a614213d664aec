"""What a file about the pupils of a school changes: compare what it says with what is known, and do nothing yet.

What is kept of somebody must be right and up to date (AVG artikel 5 lid 1 onder d); so every difference is shown before
it is taken over, and nobody leaves a school because a line is missing from a file.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from passend.begrippen.opgave import Leerlingopgave, Opgave, Weigering, kort_kenmerk
from passend.regels.herkenning import (
    Naamsleutel,
    check_dubbel,
    groepssleutel,
    korte_groepsnaam,
    list_tegenspraak,
    naamsleutel,
    platte_tekst,
    sleutelkern,
)
from passend.regels.opgavecontrole import check_opgave, twijfel_leeftijd
from passend.regels.ouderinvoer import Bekendeouder, Ouderverschil, twijfel_gezag, vergelijk_ouders

GENOEG_BEKENDEN, WEINIG = 5, 0.2  # pupils at a school, and the part of them that a file of it surely has
VREEMD = (
    "Van deze school staat bijna geen leerling in dit bestand. Kijk na of het van deze school is, en vink dat dan aan "
    "onder aan de bladzijde."
)
TWIJFEL_NULLEN = "Gevonden op het leerlingnummer zonder de nullen ervoor. Is dit dezelfde leerling?"
TWIJFEL_NAAM = "Gevonden op naam en geboortedag, want het leerlingnummer is nog niet bekend. Is dit dezelfde leerling?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekendeleerling:
    """A pupil as the school has it now; `groep` is the group in the school year of the file, empty without one."""

    pk: int
    sleutel: UUID
    administratiesleutel: str
    voornaam: str
    achternaam: str
    geboren_op: date
    ingeschreven_op: date
    uitgeschreven_op: date | None = None
    groep: str = ""
    ouders: tuple[Bekendeouder, ...] = ()

    @property
    def naam(self) -> str:
        """The name as one says it."""
        return f"{self.voornaam} {self.achternaam}"


@dataclass(frozen=True, slots=True)
class Verschil:
    """One thing that was otherwise; `wat` is a field, such as `achternaam`."""

    wat: str
    was: str | date
    wordt: str | date


@dataclass(frozen=True, slots=True)
class Nieuw:
    """A pupil who was not known, with what is doubtful about that."""

    opgave: Leerlingopgave
    twijfels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A pupil who is known, with everything that is otherwise now."""

    opgave: Leerlingopgave
    bekende: Bekendeleerling
    verschillen: tuple[Verschil, ...]
    ouders: tuple[Ouderverschil, ...]
    twijfels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdwenen:
    """A pupil who is no longer in the file, or of whom it says since when they are gone."""

    bekende: Bekendeleerling
    weg_op: date | None = None


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """What a file would change; `is_vreemd` says that hardly anybody of this school is in it, as in that of another."""

    nieuw: list[Nieuw] = field(default_factory=list)
    gewijzigd: list[Wijziging] = field(default_factory=list)
    ongewijzigd: list[Bekendeleerling] = field(default_factory=list)
    verdwenen: list[Verdwenen] = field(default_factory=list)
    geweigerd: list[Weigering] = field(default_factory=list)
    nieuwe_groepen: list[str] = field(default_factory=list)
    is_vreemd: bool = False

    @property
    def overgenomen(self) -> list[Leerlingopgave]:
        """The lines that change something."""
        return [*(een.opgave for een in self.nieuw), *(een.opgave for een in self.gewijzigd)]

    @property
    def zonder_eerste_dag(self) -> int:
        """How many new pupils have no first day in the file, and get the first day of the school year."""
        return sum(een.opgave.ingeschreven_op is None for een in self.nieuw)

    @property
    def zonder_groep(self) -> int:
        """How many new pupils have no group in the file."""
        return sum(not een.opgave.groep for een in self.nieuw)

    @property
    def is_leeg(self) -> bool:
        """True when there is nothing to take over and nobody to let go."""
        return not (self.nieuw or self.gewijzigd or self.verdwenen or self.nieuwe_groepen)

    @property
    def kenmerk(self) -> str:
        """Tells one outcome from another, so that what is carried out is what somebody looked at."""
        delen = (
            [een.opgave.regel for een in self.nieuw],
            [(een.opgave.regel, een.bekende.pk, een.verschillen, een.ouders) for een in self.gewijzigd],
            [(een.bekende.pk, een.weg_op) for een in self.verdwenen],
            self.nieuwe_groepen,
        )
        return kort_kenmerk(delen)


def vergelijk(
    opgave: Opgave, bekenden: Sequence[Bekendeleerling], *, groepen: Collection[str] = (), peildatum: date
) -> Vergelijking:
    """Say of every line whether it is new, changed, the same or refused, and who is in no line any more.

    A pupil is found by the key of the administration, and else by name and day of birth, with a doubt.

    >>> from passend.begrippen.opgave import Invoersoort
    >>> pip = Leerlingopgave(2, "7", "Pip", "Wilg", date(2018, 3, 14))
    >>> uit = vergelijk(Opgave(soort=Invoersoort.CSV, leerlingen=[pip]), [], peildatum=date(2026, 10, 1))
    >>> [een.opgave.naam for een in uit.nieuw], uit.geweigerd
    (['Pip Wilg'], [])

    Args:
        opgave: what the file says.
        bekenden: every pupil of the site, also those who left.
        groepen: the names of the groups there are in the school year of the file.
        peildatum: the day on which is looked.
    """
    uit = Vergelijking(geweigerd=list(opgave.weigeringen))
    zoeker = _Zoeker(bekenden)
    gezien: dict[str | Naamsleutel, int] = {}
    anders = list_tegenspraak(opgave.leerlingen)
    gevonden: set[int] = set()
    for plek, een in enumerate(opgave.leerlingen):
        bezwaar = check_opgave(een, peildatum=peildatum) or check_dubbel(een, gezien) or anders.get(plek)
        bekende = zoeker.zoek(een)
        if bekende is not None:
            gevonden.add(bekende.pk)
        bezwaar = bezwaar or _bezwaar(een, bekende, zoeker, peildatum)
        if bezwaar:
            uit.geweigerd.append(Weigering(een.regel, een.naam, bezwaar, een.sleutel))
        elif bekende is None:
            uit.nieuw.append(Nieuw(een, _twijfels_nieuw(een, zoeker, peildatum)))
        else:
            _deel_in(uit, een, bekende, peildatum=peildatum)
    uit.verdwenen.extend(Verdwenen(bekende) for bekende in _niet_genoemd(bekenden, gevonden, opgave.weigeringen))
    uit.verdwenen.sort(key=lambda een: (een.bekende.achternaam, een.bekende.voornaam))
    uit.geweigerd.sort(key=lambda een: een.regel)
    uit.nieuwe_groepen.extend(_nieuwe_groepen(opgave, uit, groepen))
    hier = [een.pk in gevonden for een in bekenden if een.uitgeschreven_op is None]
    return replace(uit, is_vreemd=bool(uit.nieuw) and not opgave.brin and _is_vreemd(hier, len(opgave.leerlingen)))


def laat_weg(uit: Vergelijking, opgave: Opgave, overslaan: Collection[str]) -> Vergelijking:
    """The same without the lines with one of these marks, and without a new group in which nobody else comes."""
    if not overslaan:
        return uit
    over = replace(
        uit,
        nieuw=[een for een in uit.nieuw if een.opgave.kenmerk not in overslaan],
        gewijzigd=[een for een in uit.gewijzigd if een.opgave.kenmerk not in overslaan],
    )
    blijft = {groepssleutel(naam) for naam in (*opgave.groepen, *(een.groep for een in over.overgenomen if een.groep))}
    return replace(over, nieuwe_groepen=[naam for naam in uit.nieuwe_groepen if groepssleutel(naam) in blijft])


def per_kern(bekenden: Iterable[Bekendeleerling]) -> dict[str, list[Bekendeleerling]]:
    """The pupils by their key without the zeros before it, as far as it is of figures."""
    gevonden: dict[str, list[Bekendeleerling]] = {}
    for bekende in bekenden:
        if kern := sleutelkern(bekende.administratiesleutel):
            gevonden.setdefault(kern, []).append(bekende)
    return gevonden


class _Zoeker:
    """Finds the pupil a line is about."""

    def __init__(self, bekenden: Iterable[Bekendeleerling]) -> None:
        self.op_sleutel: dict[str, Bekendeleerling] = {}
        self.op_naam: dict[Naamsleutel, list[Bekendeleerling]] = {}
        self.op_familie: set[tuple[str, date]] = set()
        self._op_kern: dict[str, list[Bekendeleerling]] | None = None
        for bekende in bekenden:
            if bekende.administratiesleutel:
                self.op_sleutel[bekende.administratiesleutel] = bekende
            self.op_naam.setdefault(naamsleutel(bekende), []).append(bekende)
            self.op_familie.add((platte_tekst(bekende.achternaam), bekende.geboren_op))

    def zoek(self, een: Leerlingopgave) -> Bekendeleerling | None:
        """The pupil with this key, or else the one of this name; who has another key is another pupil."""
        if een.sleutel and (bekende := self.op_sleutel.get(een.sleutel)):
            return bekende
        if een.sleutel and (bekende := self.zonder_nullen(een)):
            return bekende
        mogelijk = self.zonder_sleutel(een) if self.op_naam else []
        return mogelijk[0] if len(mogelijk) == 1 else None

    def zonder_nullen(self, een: Leerlingopgave) -> Bekendeleerling | None:
        """The only pupil whose key is this one but for the zeros before it, and whose name or day of birth is this."""
        if self._op_kern is None:
            self._op_kern = per_kern(self.op_sleutel.values())
        if not (gelijk := self._op_kern.get(sleutelkern(een.sleutel))):
            return None
        naam = naamsleutel(een)
        past = [een_van for een_van in gelijk if naam[:2] == naamsleutel(een_van)[:2] or naam[2] == een_van.geboren_op]
        return past[0] if len(past) == 1 else None

    def zonder_sleutel(self, een: Leerlingopgave) -> list[Bekendeleerling]:
        """Who have this name and day of birth, and no other key."""
        gelijk = self.op_naam.get(naamsleutel(een), [])
        return [bekende for bekende in gelijk if not (een.sleutel and bekende.administratiesleutel)]


def _bezwaar(een: Leerlingopgave, bekende: Bekendeleerling | None, zoeker: _Zoeker, peildatum: date) -> str | None:
    """Why a line cannot be taken over, given what is known."""
    is_weg = een.uitgeschreven_op is not None and een.uitgeschreven_op <= peildatum
    if bekende is None:
        return _bezwaar_onbekend(een, zoeker, is_weg=is_weg)
    if naamsleutel(een)[:2] != naamsleutel(bekende)[:2] and een.geboren_op != bekende.geboren_op:
        return f"Dit leerlingnummer hoort in Passend bij {bekende.naam}. Naam en geboortedag zijn anders; kijk het na."
    if is_weg and een.uitgeschreven_op is not None and een.uitgeschreven_op < bekende.ingeschreven_op:
        return (
            f"De laatste schooldag ligt voor de eerste schooldag die in Passend staat, "
            f"{bekende.ingeschreven_op:%d-%m-%Y}. Kijk de twee datums na."
        )
    is_uitgeschreven = bekende.uitgeschreven_op is not None and bekende.uitgeschreven_op <= peildatum
    if is_uitgeschreven and not is_weg:
        return (
            f"Deze leerling is in Passend uitgeschreven op {bekende.uitgeschreven_op:%d-%m-%Y}. "
            "Kijk na of dat klopt, en schrijf de leerling dan opnieuw in."
        )
    return None


def _bezwaar_onbekend(een: Leerlingopgave, zoeker: _Zoeker, *, is_weg: bool) -> str | None:
    if is_weg:
        return "Deze leerling is al van school, en stond nog niet in Passend. Er is niets te doen."
    if zoeker.op_naam and zoeker.zonder_sleutel(een):  # one would have been found
        return (
            "Twee leerlingen in Passend heten zo en zijn dan geboren. Staat een kind er dubbel in? Geef het dubbele "
            "dossier dan een andere voornaam, en lees opnieuw in."
        )
    return None


def _twijfels_nieuw(een: Leerlingopgave, zoeker: _Zoeker, peildatum: date) -> tuple[str, ...]:
    twijfels = [twijfel] if (twijfel := twijfel_leeftijd(een, peildatum=peildatum)) else []
    if zoeker.op_familie and (platte_tekst(een.achternaam), een.geboren_op) in zoeker.op_familie:
        twijfels.append("Er is al een leerling met deze achternaam en geboortedag. Is dit een ander kind?")
    if een.ouders:
        twijfels.extend(twijfel_gezag(ouder.naam) for ouder in een.ouders if ouder.heeft_gezag is None)
    return tuple(twijfels)


def _deel_in(uit: Vergelijking, een: Leerlingopgave, bekende: Bekendeleerling, *, peildatum: date) -> None:
    if een.uitgeschreven_op is not None and een.uitgeschreven_op <= peildatum:
        if bekende.uitgeschreven_op is None:
            uit.verdwenen.append(Verdwenen(bekende, een.uitgeschreven_op))
        else:
            uit.ongewijzigd.append(bekende)
        return
    verschillen = tuple(_verschillen(een, bekende))
    ouders = vergelijk_ouders(een.ouders or (), bekende.ouders)
    if not verschillen and not ouders:
        uit.ongewijzigd.append(bekende)
        return
    is_op_sleutel = een.sleutel and een.sleutel == bekende.administratiesleutel
    zonder_nullen = een.sleutel and bekende.administratiesleutel
    twijfels = [] if is_op_sleutel else [TWIJFEL_NULLEN if zonder_nullen else TWIJFEL_NAAM]
    twijfels.extend(twijfel for ouder in ouders for twijfel in ouder.twijfels)
    uit.gewijzigd.append(Wijziging(een, bekende, verschillen, ouders, tuple(twijfels)))


def _verschillen(een: Leerlingopgave, bekende: Bekendeleerling) -> Iterable[Verschil]:
    if een.voornaam != bekende.voornaam:
        yield Verschil("voornaam", bekende.voornaam, een.voornaam)
    if een.achternaam != bekende.achternaam:
        yield Verschil("achternaam", bekende.achternaam, een.achternaam)
    if een.geboren_op != bekende.geboren_op:
        yield Verschil("geboren_op", bekende.geboren_op, een.geboren_op)
    if een.ingeschreven_op is not None and een.ingeschreven_op != bekende.ingeschreven_op:
        yield Verschil("ingeschreven_op", bekende.ingeschreven_op, een.ingeschreven_op)
    if een.groep and groepssleutel(een.groep) != groepssleutel(bekende.groep):
        yield Verschil("groep", bekende.groep, een.groep)
    if een.sleutel and not bekende.administratiesleutel:
        yield Verschil("administratiesleutel", "", een.sleutel)


def _is_vreemd(hier: Sequence[bool], regels: int) -> bool:
    """True when hardly any pupil is in a file, and the file has hardly any pupil: a list of one new group has none too.

    >>> _is_vreemd([False] * 5, 3), _is_vreemd([True] * 5 + [False] * 300, 5), _is_vreemd([False] * 4, 3)
    (True, False, False)
    """
    gevonden = sum(hier)
    return len(hier) >= GENOEG_BEKENDEN and gevonden < WEINIG * len(hier) and gevonden < WEINIG * regels


def _niet_genoemd(
    bekenden: Iterable[Bekendeleerling], gevonden: Collection[int], weigeringen: Iterable[Weigering]
) -> Iterable[Bekendeleerling]:
    """Who are at school and in no line; whose line was refused is not gone."""
    hier = [een for een in bekenden if een.uitgeschreven_op is None and een.pk not in gevonden]
    return zonder_geweigerde(hier, weigeringen)


def zonder_geweigerde(wie: Iterable[Bekendeleerling], weigeringen: Iterable[Weigering]) -> Iterable[Bekendeleerling]:
    """Those who are in no line that was refused, by key or name."""
    sleutels = {een.sleutel for een in weigeringen if een.sleutel}
    namen = {platte_tekst(een.wie) for een in weigeringen}
    for bekende in wie:
        if bekende.administratiesleutel not in sleutels and platte_tekst(bekende.naam) not in namen:
            yield bekende


def _nieuwe_groepen(opgave: Opgave, uit: Vergelijking, groepen: Collection[str]) -> list[str]:
    """The groups that pupils come into, or that the file names, and that are not there yet; by name."""
    bekend = {groepssleutel(naam) for naam in groepen}
    van_leerlingen = [een.groep for een in uit.overgenomen if een.groep]
    nieuw: Mapping[str, str] = {
        groepssleutel(naam): korte_groepsnaam(naam) for naam in (*van_leerlingen, *opgave.groepen)
    }
    return sorted(naam for plat, naam in nieuw.items() if plat not in bekend)
