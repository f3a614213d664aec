"""Tables whose cells are words, by position: a label, ja or nee with hours, an offer with its period."""

from collections import Counter
from collections.abc import Sequence

from passend.begrippen.profielinhoud import Bron, Celwaarde, Methode, Tabelrij
from passend.begrippen.sjabloon import Keuze, Kolomsoort, Tabel
from passend.documenten.document import Regel
from passend.uitwisseling.sop.layout import is_ruis
from passend.uitwisseling.sop.layoutkop import Brok, Kop, brokken, maak_brok
from passend.uitwisseling.sop.rijherkenning import Labelregel, match_rij, netjes
from passend.uitwisseling.sop.tabellezing import Tabellezing, maak_rij, rijen_uit_regels

_MARGE = 3.0
_ZEKER = 0.95
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
    """Where the words of each column start: at its heading, or left of it when that is centred above them."""
    vol = [delen for regel in regels if len(delen := brokken(regel)) == len(kop.banden) + 1]
    begin = []
    for plek, band in enumerate(kop.banden, start=1):
        telling = Counter(round(delen[plek].x0) for delen in vol)
        meest = telling.most_common(1)
        begin.append(min(band.x0, float(meest[0][0])) if meest else band.x0)
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
    return rijen_uit_regels(labelregels, tabel, Methode.GEOMETRIE, dict.fromkeys(k.code for k in tabel.kolommen))


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
