"""Tables whose cells are words, by position: a label, ja or nee with hours, an offer with its period."""

from collections.abc import Sequence
from dataclasses import replace

from passend.begrippen.profielinhoud import Bron, Celwaarde, Methode, Tabelrij
from passend.begrippen.sjabloon import Keuze, Kolomsoort, Tabel
from passend.documenten.document import Regel
from passend.uitwisseling.sop.bladnummers import is_ruis
from passend.uitwisseling.sop.layoutkop import Brok, Kop, brokken, maak_brok
from passend.uitwisseling.sop.rijherkenning import Labelregel, match_rij, netjes
from passend.uitwisseling.sop.tabellezing import Tabellezing, maak_rij, rijen_uit_regels

_MARGE = 3.0
_ZEKER = 0.95
_IN_HET_MIDDEN = 0.6
_JA_NEE = {"ja", "nee", "j", "n"}


def lees_woordlayout(regels: Sequence[Regel], kop: Kop, tabel: Tabel) -> Tabellezing:
    """The rows of such a table below its headings."""
    gesplitst: list[tuple[Regel, dict[str, str], bool]] = []
    wit = False
    vanaf = _begin_van_kolommen(regels[kop.na :], kop)
    for regel in regels[kop.na :]:
        if not regel.tekst.strip() or is_ruis(regel.tekst):
            wit = True
            continue
        wit = wit and (not gesplitst or gesplitst[-1][0].pagina == regel.pagina)
        gesplitst.append((regel, _cellen(regel, kop, vanaf), wit))
        wit = False
    if tabel.keuze is Keuze.JA_NEE:
        return _ja_nee(gesplitst, tabel)
    return _vrij(gesplitst, tabel)


def _begin_van_kolommen(regels: Sequence[Regel], kop: Kop) -> list[float]:
    """Where the words of each column start: at its heading, or left of it when one of the two is centred.

    Where a line has as many pieces as the table has columns, each is a cell, however far it sticks out.
    """
    vol = [delen for regel in regels if len(delen := brokken(regel)) == len(kop.banden) + 1]
    begin = []
    for plek, band in enumerate(kop.banden, start=1):
        links = [delen[plek].x0 for delen in vol if delen[plek].x1 > band.x0 and delen[plek - 1].x1 < band.x0]
        begin.append(min([band.x0, *links]))
    return begin


def _cellen(regel: Regel, kop: Kop, vanaf: Sequence[float]) -> dict[str, str]:
    """The words of a line by column; `""` is the label."""
    cellen: dict[str, str] = {}
    for brok in [deel for heel in brokken(regel) for deel in _voor_en_na_ja(heel, vanaf[0])]:
        code = ""
        for band, begin in zip(kop.banden, vanaf, strict=True):
            if brok.x0 >= begin - _MARGE:
                code = band.kolom.code
        cellen[code] = f"{cellen.get(code, '')} {brok.tekst}".strip()
    return cellen


def _voor_en_na_ja(brok: Brok, vanaf: float) -> list[Brok]:
    """A label that runs up to the columns can have ja or nee right behind it."""
    eerste = vanaf - _MARGE
    for plek, woord in enumerate(brok.woorden):
        if plek and woord.x0 >= eerste > brok.x0 and woord.tekst.lower() in _JA_NEE:
            return [maak_brok(brok.woorden[:plek]), maak_brok(brok.woorden[plek:])]
    return [brok]


type _Gesplitst = Sequence[tuple[Regel, dict[str, str], bool]]


def _ja_nee(gesplitst: _Gesplitst, tabel: Tabel) -> Tabellezing:
    ja_nee = next(kolom.code for kolom in tabel.kolommen if kolom.soort is Kolomsoort.JA_NEE)
    labelregels = []
    for regel, delen, wit in gesplitst:
        label = delen.pop("", "")
        woord, _spatie, rest = delen.get(ja_nee, "").partition(" ")
        gemerkt = woord.lower() in _JA_NEE
        cellen: dict[str, Celwaarde] = {kolom.code: delen.get(kolom.code) or None for kolom in tabel.kolommen}
        if gemerkt:
            cellen[ja_nee] = "ja" if woord.lower().startswith("j") else "nee"
            if rest:
                volgende = tabel.kolommen[-1].code
                cellen[volgende] = f"{rest} {cellen[volgende] or ''}".strip()
        labelregels.append(
            Labelregel(
                label=label,
                regel=regel,
                cellen=cellen if gemerkt else None,
                zekerheid=_ZEKER,
                na_wit=wit,
                vervolg={} if gemerkt else delen,
            )
        )
    heel = _met_vervolg(labelregels)
    return rijen_uit_regels(heel, tabel, Methode.GEOMETRIE, dict.fromkeys(k.code for k in tabel.kolommen))


def _met_vervolg(regels: Sequence[Labelregel]) -> list[Labelregel]:
    """Lines in which words of a cell that run on stand with the row above them.

    Where the first line of a table is such a rest, cells are set in the middle of their rows: then it can be of the row
    below as well, and every row of which words run on is doubtful.
    """
    in_het_midden = bool(regels) and _is_vervolg(regels[0])
    uit: list[Labelregel] = []
    gemerkt: int | None = None
    for regel in regels:
        if gemerkt is None or in_het_midden or not _is_vervolg(regel) or regel.na_wit:
            uit.append(replace(regel, zekerheid=min(regel.zekerheid, _IN_HET_MIDDEN)) if in_het_midden else regel)
            gemerkt = len(uit) - 1 if regel.cellen is not None else gemerkt
            continue
        boven = uit[gemerkt]
        cellen = dict(boven.cellen or {})
        for code, woorden in regel.vervolg.items():
            cellen[code] = f"{cellen.get(code) or ''} {woorden}".strip()
        uit[gemerkt] = replace(boven, cellen=cellen)
    return uit


def _is_vervolg(regel: Labelregel) -> bool:
    return regel.cellen is None and not regel.label and bool(regel.vervolg)


def _vrij(gesplitst: _Gesplitst, tabel: Tabel) -> Tabellezing:
    """A row starts after a blank line, or where both a label and a cell start."""
    heeft_wit = sum(wit for _r, _d, wit in gesplitst[1:]) >= len(gesplitst) / 3
    groepen: list[list[tuple[Regel, dict[str, str]]]] = []
    for regel, delen, wit in gesplitst:
        begint = wit if heeft_wit else len(delen) > 1
        if begint or not groepen:
            groepen.append([])
        groepen[-1].append((regel, delen))
    return Tabellezing(tuple(_vrije_rij(groep, tabel) for groep in groepen), ())


def _vrije_rij(groep: list[tuple[Regel, dict[str, str]]], tabel: Tabel) -> Tabelrij:
    label = " ".join(delen[""] for _regel, delen in groep if "" in delen)
    cellen: dict[str, Celwaarde] = {
        kolom.code: " ".join(delen[kolom.code] for _regel, delen in groep if kolom.code in delen) or None
        for kolom in tabel.kolommen
    }
    regel = groep[0][0]
    rij, _score = match_rij(label, tabel)
    bron = Bron(methode=Methode.GEOMETRIE, regel=regel.nummer, pagina=regel.pagina, kader=regel.kader)
    zekerheid = _ZEKER if label and any(cellen.values()) else 0.5
    return maak_rij(tabel, label=netjes(label, rij), rij=rij, cellen=cellen, zekerheid=zekerheid, bron=bron)
