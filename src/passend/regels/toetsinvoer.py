"""What a file of test results changes: compare what it says with what is known, and do nothing yet.

What is kept of somebody must be right and up to date (AVG artikel 5 lid 1 onder d); so every result is shown before it
is taken over, and none is taken away because a line, a column or a value is missing from a file.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from passend.begrippen.opgave import Weigering, kort_kenmerk
from passend.begrippen.toetsopgave import Toetsopgave, Toetsregel
from passend.regels.herkenning import platte_tekst, sleutelkern
from passend.regels.instrumenten import ToetsresultaatError, check_resultaat
from passend.regels.leerlinginvoer import TWIJFEL_NULLEN, Bekendeleerling, Verschil, per_kern, zonder_geweigerde
from passend.regels.opgavecontrole import check_school
from passend.regels.toetstwijfels import (
    Bekenduitslag,
    Eerdere,
    Toetssleutel,
    Uitslag,
    list_dubbele,
    list_twijfels_niveau,
)

UITSLAGVELDEN = (
    *("ruwe_score", "schaalscore", "niveau", "normschema"),
    *("percentiel", "functioneringsniveau", "referentieniveau"),
)
TWIJFEL_NAAM = "Gevonden op naam en geboortedag, want het leerlingnummer is niet bekend. Is dit dezelfde leerling?"
TWIJFEL_ALLEEN_NAAM = "Gevonden op de naam alleen. Is dit dezelfde leerling?"
TWIJFEL_INGETROKKEN = (
    "Deze uitslag stond hier eerder, en is ingetrokken omdat hij niet van deze leerling is. Sla hem over, of neem hem "
    "over als hij er nu wel hoort."
)


class Resultaatregel(NamedTuple):
    """A result of a pupil that is new, or otherwise than what is known; `pk` is the row of one that is known."""

    opgave: Toetsregel
    leerling: Bekendeleerling
    twijfels: tuple[str, ...] = ()
    verschillen: tuple[Verschil, ...] = ()
    pk: int | None = None

    @property
    def kenmerk(self) -> str:
        """Tells this result from the others; a line does not, for it can have more subjects or be all of a file."""
        return kort_kenmerk((self.leerling.pk, *self.opgave.toets))


@dataclass(frozen=True, slots=True)
class Toetsvergelijking:
    """What a file of results would change; `zonder` are who is in the same groups, and in no line."""

    nieuw: list[Resultaatregel] = field(default_factory=list)
    gewijzigd: list[Resultaatregel] = field(default_factory=list)
    ongewijzigd: list[int] = field(default_factory=list)
    zonder: list[Bekendeleerling] = field(default_factory=list)
    geweigerd: list[Weigering] = field(default_factory=list)

    @property
    def is_leeg(self) -> bool:
        """True when there is nothing to take over."""
        return not (self.nieuw or self.gewijzigd)

    @property
    def kenmerk(self) -> str:
        """Tells one outcome from another, so that what is carried out is what somebody looked at."""
        nieuw = [(een.opgave.regel, een.leerling.pk) for een in self.nieuw]
        gewijzigd = [(een.opgave.regel, een.leerling.pk, een.pk, een.verschillen) for een in self.gewijzigd]
        return kort_kenmerk((nieuw, gewijzigd))


def check_toetsbestand(opgave: Toetsopgave, *, brin: str) -> str | None:
    """Why a whole file cannot be of this school; None when it can.

    >>> from passend.begrippen.opgave import Invoersoort
    >>> check_toetsbestand(Toetsopgave(soort=Invoersoort.UWLR, brin="99AA00"), brin="99BB")[:35]
    'Dit bestand is van school 99AA, en '
    """
    if bezwaar := check_school(opgave.brin, brin=brin):
        return bezwaar
    if not opgave.regels and not opgave.weigeringen:
        return "In dit bestand staat geen toets van deze school. Kies een ander bestand."
    return None


def vergelijk_toetsen(
    opgave: Toetsopgave,
    bekenden: Sequence[Bekendeleerling],
    *,
    resultaten: Mapping[Toetssleutel, Bekenduitslag],
    peildatum: date,
    ingetrokken: Collection[tuple[Toetssleutel, Uitslag]] = (),
) -> Toetsvergelijking:
    """Say of every result whether it is new, otherwise, the same or refused, and who of the groups has none.

    A pupil is found by the key of the administration, else by name and day of birth, else by a name that one pupil has.
    A result that was `ingetrokken` does not come back by itself: who takes the file over is asked about it (AVG 16).

    >>> from passend.begrippen.opgave import Invoersoort
    >>> een = Toetsregel(2, "7", "", None, "iep", "rekenen", date(2026, 1, 20), schaalscore=Decimal(81))
    >>> uit = vergelijk_toetsen(Toetsopgave(soort=Invoersoort.CSV, regels=[een]), [], resultaten={},
    ...     peildatum=date(2026, 3, 1))
    >>> uit.geweigerd[0].reden[:40]
    'Deze leerling staat niet in Passend. Lee'
    """
    zoeker = _Zoeker(bekenden)
    uit = Toetsvergelijking(geweigerd=[zoeker.met_naam(een) for een in opgave.weigeringen])
    gang = _Gang(uit, resultaten, peildatum, ingetrokken)
    genoemd: set[int] = set()
    for een in opgave.regels:
        bekende, twijfels = zoeker.zoek(een)
        if bekende is None:
            _weiger(uit, een, een.naam or een.sleutel, zoeker.waarom_niet(een))
        else:
            genoemd.add(bekende.pk)
            gang.neem(een, bekende, twijfels)
    gang.neem_terug()
    gang.vraag_naar_dubbele()
    uit.zonder.extend(zonder_geweigerde(_zonder(bekenden, genoemd), opgave.weigeringen))
    uit.geweigerd.sort(key=lambda een: een.regel)
    return uit


class _Gang:
    """Goes along the lines of pupils who are known, and remembers which tests came by."""

    def __init__(
        self,
        uit: Toetsvergelijking,
        resultaten: Mapping[Toetssleutel, Bekenduitslag],
        peildatum: date,
        ingetrokken: Collection[tuple[Toetssleutel, Uitslag]],
    ) -> None:
        self.uit, self.resultaten, self.peildatum = uit, resultaten, peildatum
        self.ingetrokken = ingetrokken
        self.eerdere = Eerdere(resultaten)
        self.gezien: dict[Toetssleutel, tuple[Toetsregel, Bekendeleerling]] = {}
        self.tegen: dict[Toetssleutel, Toetsregel] = {}

    def neem(self, een: Toetsregel, bekende: Bekendeleerling, twijfels: tuple[str, ...]) -> None:
        """One line: the same, refused, otherwise or new."""
        sleutel = (bekende.pk, *een.toets)
        if sleutel in self.gezien:
            self._nogmaals(sleutel, een, bekende)
            return
        bekend = self.resultaten.get(sleutel)
        heel = een if bekend is None else _met_wat_er_al_is(een, bekend)
        if bekend is not None and bekend.uitslag == heel.uitslag:
            self.uit.ongewijzigd.append(bekend.pk)
        elif bezwaar := _bezwaar(heel, bekende, self.peildatum):
            _weiger(self.uit, een, bekende.naam, bezwaar)
            return
        else:
            self._neem_over(heel, bekende, twijfels + list_twijfels_niveau(heel), bekend)
        self.gezien[sleutel] = een, bekende

    def _neem_over(
        self, een: Toetsregel, bekende: Bekendeleerling, twijfels: tuple[str, ...], bekend: Bekenduitslag | None
    ) -> None:
        if bekend is not None:
            verschillen = tuple(_verschillen(een, bekend))
            self.uit.gewijzigd.append(Resultaatregel(een, bekende, twijfels, verschillen, bekend.pk))
            return
        if zin := self.eerdere.twijfel(bekende.pk, een):
            twijfels = (*twijfels, zin)
        if ((bekende.pk, *een.toets), een.uitslag) in self.ingetrokken:
            twijfels = (*twijfels, TWIJFEL_INGETROKKEN)
        self.uit.nieuw.append(Resultaatregel(een, bekende, twijfels))

    def _nogmaals(self, sleutel: Toetssleutel, een: Toetsregel, bekende: Bekendeleerling) -> None:
        eerder, _wie = self.gezien[sleutel]
        if _spreekt_tegen(eerder, een):
            self.tegen[sleutel] = een
            _weiger(self.uit, een, bekende.naam, _tegenspraak(eerder))
        else:
            _weiger(self.uit, een, bekende.naam, _dubbel(eerder))

    def neem_terug(self) -> None:
        """Take over neither of two lines that contradict each other, as with two lines about one pupil."""
        for lijst in (self.uit.nieuw, self.uit.gewijzigd) if self.tegen else ():
            lijst[:] = [rij for rij in lijst if (rij.leerling.pk, *rij.opgave.toets) not in self.tegen]
        for sleutel, later in self.tegen.items():
            een, bekende = self.gezien[sleutel]
            bekend = self.resultaten.get(sleutel)
            if bekend is not None and bekend.pk in self.uit.ongewijzigd:
                self.uit.ongewijzigd.remove(bekend.pk)
            _weiger(self.uit, een, bekende.naam, _tegenspraak(later))

    def vraag_naar_dubbele(self) -> None:
        """Ask about a test that is in the file on two days: it can be done again, or one of the days is wrong."""
        dubbel = list_dubbele(
            [(een.leerling.pk, een.opgave) for een in self.uit.nieuw],
            [(een.leerling.pk, een.opgave) for een in self.uit.gewijzigd],
        )
        for lijst in (self.uit.nieuw, self.uit.gewijzigd) if dubbel else ():
            lijst[:] = [
                rij._replace(twijfels=(*rij.twijfels, *dubbel.get((rij.leerling.pk, *rij.opgave.toets), ())))
                for rij in lijst
            ]


def _weiger(uit: Toetsvergelijking, een: Toetsregel, wie: str, reden: str) -> None:
    uit.geweigerd.append(Weigering(een.regel, wie, reden, een.sleutel))


class _Zoeker:
    """Finds the pupil a result is of."""

    def __init__(self, bekenden: Iterable[Bekendeleerling]) -> None:
        self.op_sleutel: dict[str, Bekendeleerling] = {}
        self.op_naam: dict[str, list[Bekendeleerling]] = {}
        self._op_kern: dict[str, list[Bekendeleerling]] | None = None
        for bekende in bekenden:
            if bekende.administratiesleutel:
                self.op_sleutel[bekende.administratiesleutel] = bekende
            self.op_naam.setdefault(platte_tekst(bekende.naam), []).append(bekende)

    def zoek(self, een: Toetsregel) -> tuple[Bekendeleerling | None, tuple[str, ...]]:
        """The pupil, with what is doubtful about that."""
        if een.sleutel and (bekende := self.op_sleutel.get(een.sleutel)):
            return bekende, ()
        if een.sleutel and (bekende := self._zonder_nullen(een)):
            return bekende, (TWIJFEL_NULLEN,)
        gelijk = self._met_naam(een)
        if len(gelijk) != 1:
            return None, ()
        if een.geboren_op:
            return gelijk[0], ((TWIJFEL_NAAM,) if een.sleutel else ())
        return gelijk[0], (TWIJFEL_ALLEEN_NAAM,)

    def _zonder_nullen(self, een: Toetsregel) -> Bekendeleerling | None:
        """The only pupil whose key is this one but for the zeros before it, and whose name is not another."""
        if self._op_kern is None:
            self._op_kern = per_kern(self.op_sleutel.values())
        naam = platte_tekst(een.naam)
        gelijk = self._op_kern.get(sleutelkern(een.sleutel), [])
        past = [bekende for bekende in gelijk if naam in {"", een.sleutel, platte_tekst(bekende.naam)}]
        return past[0] if len(past) == 1 else None

    def _met_naam(self, een: Toetsregel) -> list[Bekendeleerling]:
        gelijk = self.op_naam.get(platte_tekst(een.naam), [])
        past = [bekende for bekende in gelijk if een.geboren_op in {None, bekende.geboren_op}]
        return [bekende for bekende in past if not (een.sleutel and bekende.administratiesleutel)]

    def met_naam(self, een: Weigering) -> Weigering:
        """What could not be read, with the name of the pupil where the file has a key only."""
        bekende = self.op_sleutel.get(een.sleutel) if een.wie in {"", een.sleutel} else None
        return een if bekende is None else replace(een, wie=bekende.naam)

    def waarom_niet(self, een: Toetsregel) -> str:
        """Why nobody is found."""
        if self._met_naam(een):  # one would have been found
            return "Meer leerlingen in Passend heten zo. Zet het leerlingnummer of de geboortedatum in het bestand."
        return (
            "Deze leerling staat niet in Passend. Lees eerst de leerlingen in, of kijk het leerlingnummer na in uw "
            "administratie."
        )


def _spreekt_tegen(een: Toetsregel, ander: Toetsregel) -> bool:
    """True when both say something of the same, and not the same."""
    leeg = {None, ""}
    return any(
        dit != dat and dit not in leeg and dat not in leeg for dit, dat in zip(een.uitslag, ander.uitslag, strict=True)
    )


def _dubbel(eerder: Toetsregel) -> str:
    return (
        f"Deze leerling staat met deze toets twee keer in het bestand, ook op regel {eerder.regel}. "
        "Haal een van de twee weg."
    )


def _tegenspraak(ander: Toetsregel) -> str:
    return (
        f"Deze leerling staat met deze toets twee keer in het bestand, en op regel {ander.regel} staat een andere "
        "uitslag. Kijk na wat klopt, en haal het andere weg."
    )


def _bezwaar(een: Toetsregel, bekende: Bekendeleerling, peildatum: date) -> str | None:
    """Why a result cannot be taken over."""
    weg_op = bekende.uitgeschreven_op
    if weg_op is not None and weg_op <= peildatum:
        return f"Deze leerling ging op {weg_op:%d-%m-%Y} van school. Van wie weg is, leest Passend geen toetsen in."
    try:
        check_resultaat(een, geboren_op=bekende.geboren_op, peildatum=peildatum)
    except ToetsresultaatError as fout:
        return str(fout)
    return None


def _met_wat_er_al_is(een: Toetsregel, bekend: Bekenduitslag) -> Toetsregel:
    """The line with what is known where the file says nothing; a band goes with its own scheme.

    >>> een = Toetsregel(2, "7", "", None, "iep", "rekenen", date(2026, 1, 20), schaalscore=Decimal(81))
    >>> _met_wat_er_al_is(een, Bekenduitslag(1, (None, Decimal(80), "", "", 52, "E4", ""))).uitslag[1:6]
    (Decimal('81'), '', '', 52, 'E4')
    """
    if bekend.uitslag == een.uitslag:
        return een
    samen = map(_aangevuld, bekend.uitslag, een.uitslag)
    return Toetsregel._make([*een[: -len(UITSLAGVELDEN)], *samen])


def _aangevuld[T](was: T, wordt: T) -> T:
    return was if wordt in {None, ""} else wordt


def _verschillen(een: Toetsregel, bekend: Bekenduitslag) -> Iterable[Verschil]:
    for wat, was, wordt in zip(UITSLAGVELDEN, bekend.uitslag, een.uitslag, strict=True):
        if was != wordt:
            yield Verschil(wat, _tekst(was), _tekst(wordt))


def _tekst(waarde: Decimal | int | str | None) -> str:
    """A value as people write it.

    >>> _tekst(Decimal("62.50")), _tekst(None)
    ('62,5', '')
    """
    if isinstance(waarde, Decimal):
        return f"{waarde.normalize():f}".replace(".", ",")
    return "" if waarde is None else str(waarde)


def _zonder(bekenden: Sequence[Bekendeleerling], genoemd: set[int]) -> Iterable[Bekendeleerling]:
    """Who sit in a group of which others have a result, and have none in this file."""
    groepen = {een.groep for een in bekenden if een.pk in genoemd and een.groep}
    zonder = (
        een for een in bekenden if een.groep in groepen and een.pk not in genoemd and een.uitgeschreven_op is None
    )
    return sorted(zonder, key=lambda een: (een.groep, een.achternaam, een.voornaam))
