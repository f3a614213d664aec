"""Growth curves as plain numbers for a drawing: one for each subject of one instrument, never two in one."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from passend.regels.groei import Groeistand, eigen_lijn
from passend.regels.instrumenten import Normschema, get_normschema, list_instrumenten
from passend.volgen.queries.resultaten import Toetsresultaat
from passend.volgen.queries.vervolg import Planperiode
from passend.web.volgen.woorden import SCHALEN, SCHEMAS

BREED, HOOG = 260.0, 98.0
LINKS, RECHTS, BOVEN, ONDER = 34.0, 14.0, 12.0, 34.0
KORT = 30  # days: a curve over less is drawn as if it were so long
RONDOM = 20.0  # on a scale with borders: so much below and above is shown, for the nearest band to be seen
RUIMTE = 0.15  # of the height, above and below the scores
MEESTE_TINTEN = 5
LABELBREEDTE = 24.0
PERCENTIEL = "percentiel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """One measurement in the drawing: where, and what is written at it."""

    x: float
    y: float
    resultaat: Toetsresultaat
    waarde: float
    label: str
    toont_label: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A band of the norm scheme behind the curve, or the band of one measurement: a rectangle, a tint and a word."""

    x: float
    y: float
    breed: float
    hoog: float
    tint: int
    naam: str
    is_breed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Balk:
    """A plan behind the curve: from where to where, and what it is."""

    x: float
    breed: float
    periode: Planperiode


@dataclass(frozen=True, slots=True, kw_only=True)
class Groeibeeld:
    """One small drawing, with everything that its table says too.

    Attributes:
        vak: the subject as people call it.
        instrument: the instrument, with its version.
        schaal: what the numbers at the left are.
        punten: the measurements, oldest first; empty when there is nothing to draw.
        banden: what lies behind them.
        lijn: the own line as x1, y1, x2, y2; None when there is too little to draw it from.
        stand: where the newest lies to that line.
        assen: y and number of the lines at the left.
        resultaten: every result, also those without a number.
        schema: the name of the norm scheme; empty when there is none.
        balken: the plans for this subject in the time that is drawn.
    """

    vak: str
    instrument: str
    schaal: str
    punten: Sequence[Punt]
    banden: Sequence[Band]
    lijn: tuple[float, float, float, float] | None
    stand: Groeistand | None
    assen: Sequence[tuple[float, int]]
    resultaten: Sequence[Toetsresultaat]
    schema: str
    balken: Sequence[Balk]

    @property
    def pad(self) -> str:
        """The curve, as the points of a line."""
        return " ".join(f"{punt.x:.1f},{punt.y:.1f}" for punt in self.punten)

    @property
    def nieuwste(self) -> Toetsresultaat:
        """The newest result."""
        return self.resultaten[-1]


def maak_groeibeelden(
    resultaten: Collection[Toetsresultaat], periodes: Collection[Planperiode] = ()
) -> list[Groeibeeld]:
    """A drawing for each subject of each instrument and version; the newest instrument of a subject first."""
    reeksen: dict[tuple[str, str, str], list[Toetsresultaat]] = defaultdict(list)
    for resultaat in sorted(resultaten, key=lambda een: (een.afgenomen_op, een.pk)):
        reeksen[resultaat.vak, resultaat.instrument, resultaat.instrumentversie].append(resultaat)
    beelden = [
        _beeld(reeks, [periode for periode in periodes if periode.vak in {"", vak}])
        for (vak, _instrument, _versie), reeks in reeksen.items()
    ]
    volgorde = list(dict.fromkeys(een.vak for een in sorted(beelden, key=lambda een: een.nieuwste.vak)))
    return sorted(
        beelden, key=lambda een: (volgorde.index(een.vak), -een.nieuwste.afgenomen_op.toordinal(), een.instrument)
    )


def _beeld(reeks: Sequence[Toetsresultaat], periodes: Collection[Planperiode]) -> Groeibeeld:
    eerste = reeks[-1]
    instrument = list_instrumenten().get(eerste.instrument)
    naam = instrument.naam if instrument else eerste.instrument
    op_schaal = [een for een in reeks if een.schaalscore is not None]
    op_percentiel = [een for een in reeks if een.percentiel is not None]
    is_schaal = bool(op_schaal)
    gemeten = op_schaal or op_percentiel
    waarden = [float((een.schaalscore if is_schaal else een.percentiel) or 0) for een in gemeten]
    schema = get_normschema(eerste.normschema)
    schaal = (instrument.schaalnaam if instrument else "schaalscore") if is_schaal else PERCENTIEL
    vlak = _Vlak(gemeten, waarden, schema, is_schaal=is_schaal) if gemeten else None
    lijn = vlak.lijn() if vlak else None
    return Groeibeeld(
        vak=eerste.get_vak_display(),
        instrument=f"{naam} {eerste.instrumentversie}".strip(),
        schaal=str(SCHALEN[schaal]),
        punten=vlak.punten() if vlak else [],
        banden=vlak.banden() if vlak else [],
        lijn=lijn,
        stand=vlak.stand() if vlak else None,
        assen=vlak.assen() if vlak else [],
        resultaten=reeks,
        schema=str(SCHEMAS[schema.code]) if schema else "",
        balken=vlak.balken(periodes) if vlak else [],
    )


class _Vlak:
    """The frame of one drawing: where a day and a number lie."""

    def __init__(
        self,
        gemeten: Sequence[Toetsresultaat],
        waarden: Sequence[float],
        schema: Normschema | None,
        *,
        is_schaal: bool,
    ) -> None:
        self.gemeten, self.waarden, self.schema = gemeten, waarden, schema
        self.heeft_schaalbanden = schema is not None and (schema.meting != PERCENTIEL) == is_schaal
        self.van = gemeten[0].afgenomen_op
        self.dagen = max((gemeten[-1].afgenomen_op - self.van).days, KORT)
        self.eigen = eigen_lijn([(een.afgenomen_op, waarde) for een, waarde in zip(gemeten, waarden, strict=True)])
        self.laag, self.hoog = self._grenzen()

    def _grenzen(self) -> tuple[float, float]:
        if self.schema is not None and self.heeft_schaalbanden:
            laag, hoog = min(self.waarden) - RONDOM, max(self.waarden) + RONDOM
            return max(laag, 0.0), min(hoog, float(self.schema.hoogste))
        alle = [*self.waarden, *((self.eigen.van, self.eigen.tot) if self.eigen else ())]
        ruimte = max((max(alle) - min(alle)) * RUIMTE, 5.0)
        return min(alle) - ruimte, max(alle) + ruimte

    def x(self, dag: date) -> float:
        return LINKS + (dag - self.van).days / self.dagen * (BREED - LINKS - RECHTS)

    def y(self, waarde: float) -> float:
        deel = (min(max(waarde, self.laag), self.hoog) - self.laag) / (self.hoog - self.laag)
        return HOOG - ONDER - deel * (HOOG - BOVEN - ONDER)

    def punten(self) -> list[Punt]:
        zichtbaar = self._met_label()
        return [
            Punt(
                x=self.x(een.afgenomen_op),
                y=self.y(waarde),
                resultaat=een,
                waarde=waarde,
                label=een.afnamemoment or f"{een.afgenomen_op:%m-%y}",
                toont_label=nummer in zichtbaar,
            )
            for nummer, (een, waarde) in enumerate(zip(self.gemeten, self.waarden, strict=True))
        ]

    def balken(self, periodes: Collection[Planperiode]) -> list[Balk]:
        """The part of each plan that lies in the time that is drawn."""
        eind = self.van + timedelta(days=self.dagen)
        delen = ((periode, max(periode.van, self.van), min(periode.tot_en_met, eind)) for periode in periodes)
        return [
            Balk(x=self.x(van), breed=self.x(tot) - self.x(van), periode=periode)
            for periode, van, tot in delen
            if van < tot
        ]

    def _met_label(self) -> set[int]:
        """Whose words fit under the curve: the newest always, and from there those that are not too near."""
        gekozen, grens = set(), BREED * 2
        for nummer in reversed(range(len(self.gemeten))):
            plek = self.x(self.gemeten[nummer].afgenomen_op)
            if grens - plek >= LABELBREEDTE:
                gekozen.add(nummer)
                grens = plek
        return gekozen

    def banden(self) -> list[Band]:
        if self.schema is None:
            return []
        return self._op_schaal(self.schema) if self.heeft_schaalbanden else self._per_meting(self.schema)

    def _op_schaal(self, schema: Normschema) -> list[Band]:
        """Bands with borders on the scale itself: from left to right behind the curve."""
        grenzen = [float(vanaf) for _naam, vanaf in schema.niveaus] + [float(schema.hoogste)]
        alle = [
            Band(
                x=LINKS,
                y=self.y(grenzen[rang + 1]),
                breed=BREED - LINKS - RECHTS,
                hoog=self.y(grenzen[rang]) - self.y(grenzen[rang + 1]),
                tint=_tint(rang, len(schema.niveaus)),
                naam=naam,
                is_breed=True,
            )
            for rang, (naam, _vanaf) in enumerate(schema.niveaus)
        ]
        return [band for band in alle if band.hoog > 0]

    def _per_meting(self, schema: Normschema) -> list[Band]:
        """Bands whose borders differ for each moment: a column behind each measurement, with its band."""
        banden = []
        plekken = [self.x(een.afgenomen_op) for een in self.gemeten]
        randen = [LINKS, *((a + b) / 2 for a, b in pairwise(plekken)), BREED - RECHTS]
        for nummer, een in enumerate(self.gemeten):
            rang = schema.rang(een.niveau) if een.normschema == schema.code else None
            if rang is not None:
                x, eind = randen[nummer], randen[nummer + 1]
                banden.append(
                    Band(
                        x=x,
                        y=BOVEN,
                        breed=eind - x,
                        hoog=HOOG - BOVEN - ONDER,
                        tint=_tint(rang, len(schema.niveaus)),
                        naam=een.niveau,
                    )
                )
        return banden

    def lijn(self) -> tuple[float, float, float, float] | None:
        if self.eigen is None:
            return None
        return (
            self.x(self.van),
            self.y(self.eigen.van),
            self.x(self.gemeten[-1].afgenomen_op),
            self.y(self.eigen.tot),
        )

    def stand(self) -> Groeistand | None:
        return self.eigen.stand(self.waarden[-1]) if self.eigen else None

    def assen(self) -> list[tuple[float, int]]:
        waarden = sorted({round(self.laag), round((self.laag + self.hoog) / 2), round(self.hoog)})
        return [(self.y(waarde), waarde) for waarde in waarden]


def _tint(rang: int, aantal: int) -> int:
    """A tint from 1, the lowest band, to 5."""
    return 1 + round(rang / max(aantal - 1, 1) * (MEESTE_TINTEN - 1))
