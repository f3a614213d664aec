"""Which row of the template a label is, and which lines make one row together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from passend.begrippen.profielinhoud import Celwaarde
from passend.begrippen.sjabloon import Rij, Tabel
from passend.documenten.document import Regel
from passend.uitwisseling.sop.woordvorm import compact

DREMPEL = 88.0
_MAX_REGELS_PER_RIJ = 8
_REGELS_EIGEN_RIJ = 3
_DUBBEL = 40.0
_ONDERAAN = 25.0
_TOEVOEGING = re.compile(r"[(;]")
_BEGINT_RIJ = re.compile(r"^\W*anders\b\W", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelregel:
    """One line of a table: a piece of a label, and the cells when the marks stand on this line.

    `zekerheid` is how sure the columns of the marks are; `na_wit` says that a blank line came before; `vervolg` is
    the rest of a cell whose words run on.
    """

    label: str
    regel: Regel
    cellen: Mapping[str, Celwaarde] | None = None
    zekerheid: float = 1.0
    opmerking: str = ""
    na_wit: bool = False
    vervolg: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_rest(self) -> bool:
        """True for the rest of a remark, which belongs to the row above."""
        return self.cellen is None and not self.label and bool(self.opmerking)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijgroep:
    """Lines that make one row."""

    label: str
    rij: Rij | None
    score: float
    letters: int
    regels: tuple[Labelregel, ...]

    @property
    def merkregel(self) -> Labelregel | None:
        """The line with the marks."""
        return next((regel for regel in self.regels if regel.cellen is not None), None)

    @property
    def merk_bovenaan(self) -> bool:
        """True when the marks stand on the first line of the label."""
        eerste = next((regel for regel in self.regels if regel.label or regel.cellen is not None), None)
        return eerste is not None and eerste is self.merkregel and bool(eerste.label)

    @property
    def begint_los(self) -> bool:
        """True for an unknown label that starts above its marks: that can as well be a row of its own left blank."""
        return self.rij is None and self.merkregel is not None and not self.merk_bovenaan


def match_rij(label: str, tabel: Tabel) -> tuple[Rij | None, float]:
    """The row of the template with this label and how alike they are, 0 to 100; None below the threshold."""
    rij, score, _lengte = _meest_gelijk(label, tabel)
    return (rij, score) if score >= DREMPEL else (None, score)


def _meest_gelijk(label: str, tabel: Tabel) -> tuple[Rij | None, float, int]:
    """The row most like a label, how alike they are, and how many letters that form of the row has."""
    vormen = {compact(label), compact(_TOEVOEGING.split(label, maxsplit=1)[0])} - {""}
    beste: Rij | None = None
    score, lengte = 0.0, 0
    for rij in tabel.rijen:
        for bekend in (rij.label, rij.label.split("(", maxsplit=1)[0], *rij.labels):
            kaal = compact(bekend)
            for vorm in vormen:
                waarde = fuzz.ratio(vorm, kaal)
                if waarde > score:
                    beste, score, lengte = rij, waarde, len(kaal)
    return beste, score, lengte


def netjes(label: str, rij: Rij | None) -> str:
    """The label as the document has it; words broken by a line end become whole when the template knows them."""
    schoon = " ".join(label.split())
    if rij is not None and compact(schoon) == compact(rij.label):
        return rij.label
    return schoon


def groepeer(regels: Sequence[Labelregel], tabel: Tabel, *, merk_bovenaan: bool = False) -> list[Rijgroep]:
    """Cut the lines of a table into rows: the cut in which most words are rows of the template, marks kept apart.

    Every line ends up in exactly one group; a group without marks and without a template row was not understood.
    `merk_bovenaan`: marks stand on the first line of a label, so that a line below them is of the same row.
    """
    aantal = len(regels)
    nul: list[Rijgroep] = []
    beste = [(0.0, nul), *((-1e9, nul) for _regel in regels)]
    for eind in range(1, aantal + 1):
        for begin in range(max(0, eind - _MAX_REGELS_PER_RIJ), eind):
            groep = _groep(regels[begin:eind], tabel)
            if groep is None:
                continue
            vorige = beste[begin][1][-1].rij if beste[begin][1] else None
            dubbel = _DUBBEL if groep.rij is not None and groep.rij is vorige else 0.0
            onderaan = _ONDERAAN if merk_bovenaan and groep.begint_los else 0.0
            totaal = beste[begin][0] + _waarde(groep) - dubbel - onderaan
            if totaal > beste[eind][0]:
                beste[eind] = (totaal, [*beste[begin][1], groep])
    return beste[aantal][1]


def een_keer(groepen: Sequence[Rijgroep]) -> list[Rijgroep]:
    """Each row of the template once: of more groups that are like it, the most alike; the others are own rows."""
    beste: dict[str, Rijgroep] = {}
    for groep in groepen:
        if groep.rij is not None:
            oud = beste.get(groep.rij.code)
            beste[groep.rij.code] = groep if oud is None or _past_beter(groep, oud) else oud
    return [
        groep if groep.rij is None or beste[groep.rij.code] is groep else replace(groep, rij=None) for groep in groepen
    ]


def _past_beter(groep: Rijgroep, ander: Rijgroep) -> bool:
    return (groep.score, -len(groep.label)) > (ander.score, -len(ander.label))


def _groep(regels: Sequence[Labelregel], tabel: Tabel) -> Rijgroep | None:
    gemerkt = sum(regel.cellen is not None for regel in regels)
    if gemerkt > 1 and len(regels) > 1:
        return None
    if any(_BEGINT_RIJ.match(regel.label) for regel in regels[1:]):
        return None
    label = " ".join(regel.label.strip() for regel in regels if regel.label.strip())
    rij, score, lengte = _meest_gelijk(label, tabel)
    if score < DREMPEL:
        rij, lengte = None, 0
    return Rijgroep(label=netjes(label, rij), rij=rij, score=score, letters=lengte, regels=tuple(regels))


def _waarde(groep: Rijgroep) -> float:
    lengte = len(groep.label)
    wit = sum(9.0 for regel in groep.regels[1:] if regel.na_wit and regel.label.strip())
    if groep.regels[0].is_rest:
        return -13.0 * len(groep.regels)
    if groep.rij is not None:
        vreemd = max(len(compact(groep.label)) - groep.letters, 0)
        return groep.letters * groep.score / 100 + 20 - vreemd - wit
    if groep.merkregel is not None:
        leeg = 30.0 if not groep.label else 0.0
        lang = 20.0 * max(len(groep.regels) - _REGELS_EIGEN_RIJ, 0)  # or a mark would take all unknown lines below it
        return lengte * 0.5 - 3 * (len(groep.regels) - 1) - wit - leeg - lang
    return -12.0 - 4 * (len(groep.regels) - 1)
