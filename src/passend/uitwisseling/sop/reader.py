"""Read a profile document: walk through it once, give every line a place, drop nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from passend.begrippen.profielinhoud import (
    Bron,
    Methode,
    Ongelezen,
    Profielinhoud,
    Profiellezing,
    Tabelrij,
    Tekst,
)
from passend.begrippen.sjabloon import Figuur, Prozatekst, Sectie, Sjabloon, Tabel
from passend.documenten.aankleding import DOELEN, TOT_STAND
from passend.documenten.document import Afbeelding, Blok, Document, Regel, Rooster
from passend.documenten.lezen.tekst import is_bladwissel
from passend.regels.profielcontrole import SCHOOLNAAM, controleer_herkenning, controleer_lezing
from passend.uitwisseling.sop.eigendruk import is_eigen_druk, zonder_aankleding
from passend.uitwisseling.sop.formulier import regels_van_formulier
from passend.uitwisseling.sop.getuigen import bevestig
from passend.uitwisseling.sop.herkenning import Koppen, kies_sjabloon
from passend.uitwisseling.sop.losserijen import lees_losse_rijen, zonder_losse
from passend.uitwisseling.sop.ondertekening import Ondertekening, Veldregel
from passend.uitwisseling.sop.proza import alineas, kenmerken_per_tekst, scheid_vast_en_eigen, voeg_samen
from passend.uitwisseling.sop.regeltabel import Regeltabellen, regels_vanaf
from passend.uitwisseling.sop.rooster import (
    Roosterkop,
    herken_rooster,
    herken_zonder_kop,
    lees_rooster,
    zonder_schijnroosters,
)
from passend.uitwisseling.sop.roosterindeling import deel_in
from passend.uitwisseling.sop.tabellezing import Tabellezing
from passend.uitwisseling.sop.velden import Veldlezer
from passend.uitwisseling.sop.weblinks import Weblinks
from passend.uitwisseling.sop.woordvorm import compact

_LANGSTE_KOP = 300
_PROZA = 0.92
_ZIN = 3


def read_profiel(document: Document, sjablonen: Sequence[Sjabloon], peildatum: date) -> Profiellezing:
    """Read a document with the template that fits it best.

    Args:
        document: the file as lines and grids.
        sjablonen: the templates that are known.
        peildatum: the day of reading; a document for an earlier school year is told.

    Raises:
        OnbekendSjabloonError: no template fits.
    """
    sjabloon, zekerheid = kies_sjabloon(document, sjablonen)
    lezer = _Lezer(document, sjabloon)
    lezer.lees()
    inhoud = lezer.inhoud()
    return Profiellezing(
        bestand=document.naam,
        bestandssoort=document.soort,
        sha256=document.sha256,
        sjabloonzekerheid=zekerheid,
        inhoud=inhoud,
        waarschuwingen=(
            *controleer_herkenning(sjabloon, inhoud, is_eigen_druk=lezer.is_eigen_druk),
            *controleer_lezing(sjabloon, inhoud, tuple(lezer.ontbrekende_figuren), peildatum),
        ),
        ongelezen=tuple(lezer.ongelezen),
        ontbrekende_figuren=tuple(lezer.ontbrekende_figuren),
    )


class _Lezer:
    """Walks through the blocks; `buffer` holds the prose of the section it is in."""

    def __init__(self, document: Document, sjabloon: Sjabloon) -> None:
        self.document = document
        self.sjabloon = sjabloon
        self.is_eigen_druk = is_eigen_druk(document)
        self.koppen = Koppen(sjabloon)
        self.velden = Veldlezer(sjabloon)
        self.ondertekening = Ondertekening(sjabloon)
        self.bekend = kenmerken_per_tekst(sjabloon)
        self.sectie: Sectie | None = None
        self.buffer: list[Regel] = []
        self.rijen: list[Tabelrij] = []
        self.eigen: dict[tuple[str, str], list[str]] = {}
        self.vast: dict[str, list[str]] = {}
        self.bronnen: dict[str, Bron] = {}
        self.ongelezen: list[Ongelezen] = []
        self.links = Weblinks()
        self.verwacht: Figuur | None = None
        self.ontbrekende_figuren: list[str] = []
        self.roosterkop: Roosterkop | None = None
        self.titel: Tabel | None = None
        self.titelregel: Regel | None = None
        self.regeltabellen = Regeltabellen(sjabloon, self.koppen)
        self.is_na_hoofdstukken = False

    def lees(self) -> None:
        blokken = list(self.document.blokken)
        if self.document.soort == "tekst":
            blokken = list(zonder_schijnroosters(deel_in(blokken, self.sjabloon), self.sjabloon))
        elif self.is_eigen_druk:
            blokken = deel_in(zonder_aankleding(self.document, self.sjabloon), self.sjabloon)
        else:
            blokken = deel_in(blokken, self.sjabloon)
        index = 0
        while index < len(blokken):
            index = self._blok(blokken, index)
        self._sluit_sectie()
        self._links_van_document()
        if self.is_eigen_druk:
            self.ongelezen = [stuk for stuk in self.ongelezen if not self._is_omslagnaam(stuk)]

    def _blok(self, blokken: list[Blok], index: int) -> int:
        blok = blokken[index]
        if isinstance(blok, Afbeelding):
            self.verwacht = None
            return index + 1
        if isinstance(blok, Rooster):
            self._rooster(blok, blokken, index)
            return index + 1
        regels = regels_vanaf(blokken, index)
        in_zin = blok.stijl == "vervolg" or (index > 0 and _loopt_door(blokken[index - 1], blok))
        return index + (self._tabel(regels) or self._veld_op_plaats(regels) or self._regel(blok, in_zin=in_zin))

    def _veld_op_plaats(self, regels: Sequence[Regel]) -> int:
        return self.velden.lees_op_plaats(regels) if self._heeft_velden() else 0

    def _rooster(self, rooster: Rooster, blokken: list[Blok], index: int) -> None:
        kop = herken_rooster(rooster, self.sjabloon, self.roosterkop)
        kop = kop or herken_zonder_kop(rooster, self.sjabloon, self.titel)
        if kop is not None:
            self._onder_titel(kop.tabel)
            self.roosterkop = kop
            lezing = lees_rooster(rooster, kop, is_eigen_druk=self.is_eigen_druk)
            self._neem(lezing if self.is_eigen_druk else bevestig(lezing, rooster, kop.tabel))
            return
        blokken[index + 1 : index + 1] = regels_van_formulier(rooster, self.ondertekening, self.velden)

    def _regel(self, regel: Regel, *, in_zin: bool) -> int:
        tekst = regel.tekst.strip()
        if is_bladwissel(tekst) or self._na_hoofdstukken(tekst) or self._staat_los(regel):
            return 1
        if len(tekst) > _LANGSTE_KOP or in_zin:
            if not self.links.lees(regel):
                self._veld_of_proza(regel)
        elif sectie := self.koppen.sectie(tekst):
            self._open_sectie(sectie, regel)
        elif figuur := self.koppen.figuur(tekst):
            self._mis_figuur()
            self.verwacht = figuur
        elif self._is_titel(tekst, regel):
            pass
        elif not self.links.lees(regel):
            self._veld_of_proza(regel)
        return 1

    def _open_sectie(self, sectie: Sectie, regel: Regel) -> None:
        """Start a section; what stands behind its heading on the same line is its first sentence."""
        self._sluit_sectie()
        self.sectie, self.is_na_hoofdstukken, self.titel = sectie, False, None
        if achter := self.koppen.achter_kop(regel.tekst.strip(), sectie):
            self.buffer.append(replace(regel, tekst=achter))

    def _is_titel(self, tekst: str, regel: Regel) -> bool:
        """True for the title of the document, of a table, or of the own text of the section.

        A title belongs to the table below it; as long as none comes, it is a sentence like any other.
        """
        if tabel := self.koppen.tabel(tekst):
            self.titel, self.titelregel = tabel, regel
            if not self.is_eigen_druk or tekst != tabel.titel:  # we print a title also where nothing was filled in
                self.buffer.append(regel)
            return True
        if self.koppen.is_titel(tekst, aan_het_begin=self.sectie is None):
            return True
        delen = self.sectie.onderdelen if self.sectie else ()
        return any(isinstance(deel, Prozatekst) and compact(deel.titel) == compact(tekst) for deel in delen)

    def _staat_los(self, regel: Regel) -> bool:
        """True for words beside the text, which belong to no chapter."""
        if regel.stijl != "los":
            return False
        self._onbegrepen(regel.tekst.strip(), regel)
        return True

    def _na_hoofdstukken(self, tekst: str) -> bool:
        """True for a heading of ours that stands after the chapters: what comes below it is of none."""
        if not self.is_eigen_druk or tekst not in {DOELEN, TOT_STAND}:
            return False
        self._sluit_sectie()
        self.is_na_hoofdstukken = True
        return True

    def _is_omslagnaam(self, stuk: Ongelezen) -> bool:
        naam = self.velden.waarde(SCHOOLNAAM)
        return stuk.sectie is None and naam is not None and compact(stuk.tekst) == compact(naam)

    def _veld_of_proza(self, regel: Regel) -> None:
        if not self._heeft_velden():
            self.buffer.append(regel)
            return
        for deel in self.ondertekening.verdeel(regel):
            self._veldregel(deel)

    def _veldregel(self, deel: Veldregel) -> None:
        if deel.loopt_door is not None:
            self.velden.vul_aan(deel.loopt_door, deel.regel.tekst)
            return
        eerder = set(self.velden.gevonden)
        regel = deel.regel
        over = self.velden.lees(regel)
        if over is None and not (self.velden.is_deel_van_label(regel.tekst) or self.velden.is_label(regel.tekst)):
            self.velden.merk_op(regel)
            self.buffer.append(regel)
        elif over:
            self._onbegrepen(over, regel)
        if deel.is_gok:
            for code in set(self.velden.gevonden) - eerder:
                self.velden.betwijfel(code)

    def _heeft_velden(self) -> bool:
        return self.sectie is None or self.sectie.code == self.sjabloon.secties[0].code

    def _tabel(self, regels: Sequence[Regel]) -> int:
        """Read the table whose headings start on the first of these lines; 0 when there is none."""
        gevonden = self.regeltabellen.lees(regels)
        if gevonden is None:
            return 0
        self._onder_titel(gevonden.tabel)
        self._neem(gevonden.lezing)
        self.roosterkop = gevonden.roosterkop or self.roosterkop
        return gevonden.aantal

    def _onder_titel(self, tabel: Tabel) -> None:
        """A table stands below its title, which so is no sentence."""
        if self.titel is tabel and not self.is_eigen_druk:
            self.buffer = [regel for regel in self.buffer if regel is not self.titelregel]
        self.titel = tabel

    def _neem(self, lezing: Tabellezing) -> None:
        self.rijen, vervallen = zonder_losse(self.rijen, lezing.rijen)
        self.ongelezen += [Ongelezen(tekst=rij.label, bron=rij.bron, sectie=self._code()) for rij in vervallen]
        gezien = {rij.sleutel for rij in self.rijen}
        self.rijen += [rij for rij in lezing.rijen if rij.sleutel not in gezien]
        dubbel = [rij for rij in lezing.rijen if rij.sleutel in gezien]
        for rij in dubbel:
            self.ongelezen.append(Ongelezen(tekst=rij.label, bron=rij.bron, sectie=self._code(), na=rij.sleutel))
        self.buffer += sorted(lezing.rest, key=lambda regel: regel.nummer)  # foot lines of a page stand amid rows

    def _sluit_sectie(self) -> None:
        """Give the prose of the section its place."""
        for deel in self.ondertekening.rest():
            self._veldregel(deel)
        for code, regel in self.ondertekening.gemist():
            self.velden.mis(code, regel)
        self._mis_figuur()
        self._losse_rijen()
        lijst = alineas(self.buffer, self.bekend)
        self.buffer = []
        eigen, vast = scheid_vast_en_eigen(lijst, self.bekend)
        for code, alinea in vast:
            self.vast.setdefault(code, []).append(alinea.tekst)
            self.bronnen.setdefault(code, _bron(alinea.regel))
        plek = next((d for d in self.sectie.onderdelen if isinstance(d, Prozatekst)), None) if self.sectie else None
        if plek is None or self.sectie is None or self.is_na_hoofdstukken:
            for alinea in eigen:
                self._onbegrepen(alinea.tekst, alinea.regel)
        elif eigen:
            self.eigen.setdefault((self.sectie.code, plek.code), []).append(voeg_samen(eigen))
            self.bronnen.setdefault(f"eigen:{plek.code}", _bron(eigen[0].regel))

    def _losse_rijen(self) -> None:
        """Known rows among the sentences, of tables of this section that were not found."""
        gelezen = {rij.tabel for rij in self.rijen}
        for deel in self.sectie.onderdelen if self.sectie and not self.is_eigen_druk else ():
            if isinstance(deel, Tabel) and deel.code not in gelezen:
                lezing = lees_losse_rijen(self.buffer, deel)
                self.rijen += lezing.rijen
                self.buffer = list(lezing.rest)

    def _mis_figuur(self) -> None:
        if self.verwacht is not None:
            self.ontbrekende_figuren.append(self.verwacht.code)
            self.verwacht = None

    def _onbegrepen(self, tekst: str, regel: Regel) -> None:
        na = self.rijen[-1].sleutel if self.rijen else None
        self.ongelezen.append(Ongelezen(tekst=tekst, bron=_bron(regel), sectie=self._code(), na=na))

    def _code(self) -> str | None:
        return self.sectie.code if self.sectie else None

    def _links_van_document(self) -> None:
        self.links.neem_over(self.document.links)
        samen = next((stuk for stuk in self.ongelezen if compact(stuk.tekst) == "schoolgidsenschoolplan"), None)
        if samen is not None:
            self.ongelezen.remove(samen)
        for code in ("schoolgids", "schoolplan"):
            if gevonden := self.links.voor(code, is_samen=samen is not None):
                link, zekerheid = gevonden
                self.velden.zet_link(code, link.url, link.bron, zekerheid)

    def inhoud(self) -> Profielinhoud:
        """What was read, in the order of the template."""
        velden = tuple(self.velden.alle())
        return Profielinhoud(
            sjabloon=self.sjabloon.code,
            schooljaar=next((veld.waarde for veld in velden if veld.veld == "schooljaar"), None),
            velden=velden,
            tabellen=tuple(rij for tabel in self.sjabloon.tabellen() for rij in self.rijen if rij.tabel == tabel.code),
            teksten=self._teksten(),
            links=tuple(self.links.alle),
        )

    def _teksten(self) -> tuple[Tekst, ...]:
        teksten: list[Tekst] = []
        for sectie in self.sjabloon.secties:
            for deel in sectie.onderdelen:
                if deel.code in self.vast and not isinstance(deel, Prozatekst | Tabel):
                    vast = " ".join(self.vast[deel.code])
                    teksten.append(_tekst(sectie, deel.code, vast, self.bronnen[deel.code], is_vast=True))
                if isinstance(deel, Prozatekst) and (stukken := self.eigen.get((sectie.code, deel.code))):
                    bron = self.bronnen[f"eigen:{deel.code}"]
                    teksten.append(_tekst(sectie, deel.code, "\n\n".join(stukken), bron, is_vast=False))
        return tuple(teksten)


def _tekst(sectie: Sectie, code: str, tekst: str, bron: Bron, *, is_vast: bool) -> Tekst:
    return Tekst(sectie=sectie.code, code=code, tekst=tekst, is_vast=is_vast, zekerheid=_PROZA, bron=bron)


def _bron(regel: Regel) -> Bron:
    return Bron(methode=Methode.TEKST, regel=regel.nummer, pagina=regel.pagina, kader=regel.kader)


def _loopt_door(vorige: Blok, regel: Regel) -> bool:
    """True for a line on a page that goes on with the sentence right above it: words like a heading are none there."""
    if not isinstance(vorige, Regel) or regel.pagina is None or not vorige.tekst.strip():
        return False
    boven, tekst = vorige.tekst.strip(), regel.tekst.strip()
    midden_in_zin = not boven.endswith((".", "!", "?", ":")) and len(boven.split()) >= _ZIN
    return (tekst[:1].islower() and midden_in_zin) or (tekst.endswith(".") and midden_in_zin)
