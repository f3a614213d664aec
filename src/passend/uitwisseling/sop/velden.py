"""Fields: a label and what stands behind it, also when the label runs over lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from passend.begrippen.profielinhoud import Bron, Methode, Veldwaarde
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.sjabloon import Sjabloon, Veld, Veldsoort
from passend.documenten import aankleding
from passend.documenten.document import Regel
from passend.regels.profielcontrole import SCHOOLNAAM
from passend.uitwisseling.sop.veldplaatsen import lees_veld_op_plaats
from passend.uitwisseling.sop.woordvorm import compact

_MAANDEN = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_CIJFERDATUM = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\b")
_ISODATUM = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WOORDDATUM = re.compile(r"\b(\d{1,2})\s+([a-zé]{3})[a-z.]*\s+(\d{4})\b", re.IGNORECASE)
_SCHOOLJAAR = re.compile(r"\b\d{4}\s*[-–/]\s*(?:\d{4}|\d{2})\b")
_CONTEXTREGELS = 3
_LANG_LABEL = 20
_LANG_STUK = 12
_LABELWOORDEN = 6
_AANEEN = (Veldsoort.LINK, Veldsoort.EMAIL)
_DATUM = "datum"
_WIT = re.compile(r"\s{2,}|\t")
_DEEL = 8
ZEKER = 0.97
NAAST_ELKAAR = 0.95
AANGEVULD = 0.8
TWIJFEL = 0.6
GEMIST = 0.5
ONLEESBAAR = 0.3


def lees_datum(tekst: str) -> date | None:
    """The day in a text, as Dutch people write it; None when there is none that exists.

    >>> lees_datum("7 juni 2021"), lees_datum("07-06-2021") == lees_datum("2021-06-07")
    (datetime.date(2021, 6, 7), True)
    """
    try:
        if gevonden := _ISODATUM.search(tekst):
            return date(int(gevonden[1]), int(gevonden[2]), int(gevonden[3]))
        if gevonden := _CIJFERDATUM.search(tekst):
            jaar = int(gevonden[3])
            return date(jaar if jaar > 99 else 2000 + jaar, int(gevonden[2]), int(gevonden[1]))  # noqa: PLR2004 -- two digits
        if gevonden := _WOORDDATUM.search(tekst):
            maand = "maa" if gevonden[2].lower() == "mrt" else gevonden[2].lower()
            return date(int(gevonden[3]), _MAANDEN.index(maand) + 1, int(gevonden[1]))
    except ValueError:
        return None
    return None


def als_regel(cellen: Iterable[str]) -> str:
    """The cells of a row of a form as one line: a label and its value."""
    stukken = [" ".join(cel.split()) for cel in cellen]
    gevuld = [stuk for stuk in stukken if stuk]
    if len(gevuld) == 2 and ":" not in gevuld[0]:  # noqa: PLR2004 -- a label and its value
        scheiding = " " if ":" in gevuld[1].replace("://", "") else " : "
        return scheiding.join(gevuld)
    return "  ".join(gevuld)


class Veldlezer:
    """Reads the fields of a template out of lines that pass by; remembers the last lines for labels that run on."""

    def __init__(self, sjabloon: Sjabloon) -> None:
        self.gevonden: dict[str, Veldwaarde] = {}
        self._context: list[str] = []
        self._open: tuple[str, Veld] | None = None
        self._gemist: dict[str, Bron] = {}
        self._velden = [
            (sectie.code, deel) for sectie in sjabloon.secties for deel in sectie.onderdelen if isinstance(deel, Veld)
        ]
        self._labels = {
            compact(label): (sectie, veld)
            for sectie, veld in reversed(self._velden)
            for label in (veld.label, *veld.labels)
        }

    def lees(self, regel: Regel) -> str | None:
        """Read a line; returns what is left of it, or None when it is no field."""
        tekst = regel.tekst.strip()
        links, scheiding, rechts = tekst.partition(":")
        if scheiding and (treffer := self._zoek(links)):
            return self._zet(treffer, rechts.strip(), regel)
        if not scheiding and (over := self._naast_elkaar(tekst, regel)) is not None:
            return over
        if (over := self._lang_label(tekst, regel)) is not None:
            return over
        if self._vul_open(tekst, regel):
            return ""
        self._context = [*self._context[-_CONTEXTREGELS + 1 :], compact(tekst)]
        return None

    def lees_op_plaats(self, regels: Sequence[Regel]) -> int:
        """Read a field whose value stands clearly right of its label; how many lines it takes, 0 when it is none."""
        veld = lees_veld_op_plaats(regels, lambda label: self._zoek_los(label) is not None)
        treffer = self._zoek_los(veld.label) if veld else None
        if veld is None or treffer is None:
            return 0
        self._zet(treffer, veld.waarde(is_aaneen=treffer[1].soort in _AANEEN), regels[0], NAAST_ELKAAR)
        return veld.hoogte

    def merk_op(self, regel: Regel) -> None:
        """Remember that a line begins with a label, so that its field is not blank but missed."""
        woorden = regel.tekst.split()
        for aantal in range(min(len(woorden) - 1, _LABELWOORDEN), 0, -1):
            treffer = self._labels.get(compact(" ".join(woorden[:aantal])))
            if treffer is not None:
                if treffer[1].code not in self.gevonden:
                    self._gemist.setdefault(treffer[1].code, _bron(regel))
                return

    def is_deel_van_label(self, tekst: str) -> bool:
        """True when a line is a part of a label that runs over lines."""
        deel = compact(tekst)
        return len(deel) >= _DEEL and any(deel in label and label != deel for label in self._labels)

    def is_label(self, tekst: str) -> bool:
        """True when words are exactly a label."""
        return compact(tekst.rstrip(" :")) in self._labels

    def _zoek_los(self, label: str) -> tuple[str, Veld] | None:
        treffer = self._labels.get(compact(label))
        return treffer if treffer and treffer[1].code not in self.gevonden else None

    def _zoek(self, links: str) -> tuple[str, Veld] | None:
        eigen = compact(links)
        for aantal in range(len(self._context), -1, -1):
            samen = "".join(self._context[len(self._context) - aantal :]) + eigen
            if (treffer := self._labels.get(samen)) and treffer[1].code not in self.gevonden:
                return treffer
        return self._afgebroken(eigen)

    def _afgebroken(self, eigen: str) -> tuple[str, Veld] | None:
        """A label whose last words stand on the next line, while its day stands on this one."""
        stam = eigen.removesuffix(_DATUM)
        if stam == eigen or len(stam) < _LANG_STUK:
            return None
        passend = (
            treffer for label, treffer in self._labels.items() if label.startswith(stam) and label.endswith(_DATUM)
        )
        return next((treffer for treffer in passend if treffer[1].code not in self.gevonden), None)

    def _naast_elkaar(self, tekst: str, regel: Regel) -> str | None:
        """A label and its value with white space between them, as a form without colons is read."""
        delen = _WIT.split(tekst, maxsplit=1)
        treffer = self._zoek(delen[0]) if len(delen) > 1 else None
        return self._zet(treffer, delen[1].strip(), regel) if treffer else None

    def _lang_label(self, tekst: str, regel: Regel) -> str | None:
        plat = compact(tekst)
        for label, treffer in self._labels.items():
            if len(label) >= _LANG_LABEL and plat.startswith(label) and treffer[1].code not in self.gevonden:
                if treffer[1].soort is not Veldsoort.SCHOOLJAAR or (jaar := Schooljaar.uit_tekst(tekst)) is None:
                    continue
                self._zet(treffer, str(jaar), regel)
                _voor, _jaar, over = tekst.partition(str(jaar.beginjaar + 1))
                return over.strip()
        return None

    def _vul_open(self, tekst: str, regel: Regel) -> bool:
        """A day on the line below its label."""
        if self._open is None or not tekst:
            return False
        (sectie, veld), self._open = self._open, None
        if veld.soort is not Veldsoort.DATUM or lees_datum(tekst) is None:
            return False
        del self.gevonden[veld.code]
        self._zet((sectie, veld), tekst, regel)
        return True

    def _zet(self, treffer: tuple[str, Veld], tekst: str, regel: Regel, hoogstens: float = 1.0) -> str:
        """Give a field its value; returns what stands behind a day or a school year, which makes that doubtful."""
        sectie, veld = treffer
        zonder_noot = tekst.removesuffix(aankleding.TWIJFEL).strip()
        waarde, zekerheid = _waarde(zonder_noot, veld.soort)
        over = _naast_waarde(zonder_noot, veld.soort) if zekerheid >= ZEKER else ""
        hoogstens = min(hoogstens, TWIJFEL) if over or zonder_noot != tekst.strip() else hoogstens
        self.gevonden[veld.code] = Veldwaarde(
            sectie=sectie,
            veld=veld.code,
            label=veld.label,
            waarde=waarde,
            zekerheid=min(zekerheid, hoogstens),
            bron=_bron(regel),
        )
        self._context = []
        self._open = treffer if waarde is None and not tekst else None
        return over

    def zet_link(self, code: str, url: str, bron: Bron, zekerheid: float) -> None:
        """Give a field that holds a web address its value, unless it has one."""
        for sectie, veld in self._velden:
            if veld.code == code and (veld.code not in self.gevonden or self.gevonden[code].waarde is None):
                self.gevonden[code] = Veldwaarde(
                    sectie=sectie, veld=code, label=veld.label, waarde=url, zekerheid=zekerheid, bron=bron
                )

    def mis(self, code: str, regel: Regel) -> None:
        """Remember where the words of a field stand without a value."""
        if code not in self.gevonden:
            self._gemist.setdefault(code, _bron(regel))

    def vul_aan(self, code: str, tekst: str) -> None:
        """The rest of a value, on the line below it: probably, for nothing says so."""
        veld = self.gevonden[code]
        self.gevonden[code] = replace(veld, waarde=f"{veld.waarde or ''} {tekst}".strip(), zekerheid=AANGEVULD)

    def betwijfel(self, code: str) -> None:
        """Make a value doubtful whose owner is a guess."""
        if code in self.gevonden:
            self.gevonden[code] = replace(self.gevonden[code], zekerheid=min(self.gevonden[code].zekerheid, AANGEVULD))

    def waarde(self, code: str) -> str | None:
        """What was read for a field so far."""
        return self.gevonden[code].waarde if code in self.gevonden else None

    def alle(self) -> Iterable[Veldwaarde]:
        """All fields of the template in its order; what the document does not have is None.

        Without a name nobody knows whose document it is, so that its absence is doubtful.
        """
        for sectie, veld in self._velden:
            gemist = self._gemist.get(veld.code)
            afwezig = Veldwaarde(
                sectie=sectie,
                veld=veld.code,
                label=veld.label,
                waarde=None,
                zekerheid=GEMIST if gemist else 1.0,
                bron=gemist or Bron(methode=Methode.TEKST),
            )
            gelezen = self.gevonden.get(veld.code, afwezig)
            is_naamloos = veld.code == SCHOOLNAAM and gelezen.waarde is None
            yield replace(gelezen, zekerheid=min(gelezen.zekerheid, GEMIST)) if is_naamloos else gelezen


def _bron(regel: Regel) -> Bron:
    return Bron(methode=Methode.TEKST, regel=regel.nummer, pagina=regel.pagina, kader=regel.kader)


def _naast_waarde(tekst: str, soort: Veldsoort) -> str:
    """What stands beside a day or a school year: a remark such as "concept"."""
    vormen = {Veldsoort.DATUM: (_ISODATUM, _CIJFERDATUM, _WOORDDATUM), Veldsoort.SCHOOLJAAR: (_SCHOOLJAAR,)}
    for vorm in vormen.get(soort, ()):
        if gevonden := vorm.search(tekst):
            over = f"{tekst[: gevonden.start()].strip()} {tekst[gevonden.end() :].strip()}".strip()
            return over if compact(over) else ""
    return ""


def _waarde(tekst: str, soort: Veldsoort) -> tuple[str | None, float]:
    if aankleding.is_leeg(tekst) or set(tekst) <= {".", "_", "-", "…", " "}:
        return None, ZEKER
    if soort is Veldsoort.DATUM:
        dag = lees_datum(tekst)
        return (dag.isoformat(), ZEKER) if dag else (tekst, ONLEESBAAR)
    if soort is Veldsoort.SCHOOLJAAR:
        jaar = Schooljaar.uit_tekst(tekst)
        return (str(jaar), ZEKER) if jaar else (tekst, ONLEESBAAR)
    if soort is Veldsoort.EMAIL:
        return tekst, ZEKER if "@" in tekst else ONLEESBAAR
    return tekst, ZEKER
