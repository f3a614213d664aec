"""Small documents in words, to try how a table is read."""

from collections.abc import Sequence
from datetime import date

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Profiellezing
from passend.documenten.document import Blok, Cel, Document, Regel, Rooster, volgend_nummer
from passend.documenten.lezen import read_document
from passend.documenten.lezen.woorden import woorden_in
from passend.uitwisseling.sop.reader import read_profiel

PEILDATUM = date(2026, 9, 1)
PLEIN013 = """Schoolondersteuningsprofiel
In opdracht van Plein013. Doelgroepenschool: nee. Integratieve school: ja.
Domein 3: Extra voorzieningen
   •  Specialistische expertise op hbo/wo-niveau
"""
HAAGLANDEN = """Schoolondersteuningsprofiel (SOP) Haaglanden
2. Basisondersteuning binnen Haaglanden
Extra expertise binnen het team
"""


def lees_tekst(tekst: str) -> Profiellezing:
    """The reading of plain text."""
    return read_profiel(read_document(tekst.encode(), "profiel.txt"), load_sjablonen(), PEILDATUM)


def plein013(tabel: str) -> Profiellezing:
    """The reading of a document of that region around a table."""
    return lees_tekst(PLEIN013 + tabel)


def haaglanden(tabel: str) -> Profiellezing:
    """The reading of a document of that region around a table."""
    return lees_tekst(HAAGLANDEN + tabel)


def haaglanden_roosters(*roosters: Sequence[Sequence[str]], kop: str = HAAGLANDEN) -> Profiellezing:
    """The reading of a document of that region whose tables are grids of cells, one below the other."""
    regels = [
        Regel(nummer=nummer, tekst=tekst, woorden=woorden_in(tekst))
        for nummer, tekst in enumerate(kop.splitlines(), start=1)
    ]
    blokken: list[Blok] = [*regels]
    for rooster in roosters:
        rijen = tuple(tuple(Cel(tekst=cel) for cel in rij) for rij in rooster)
        blokken.append(Rooster(rijen=rijen, methode="cellen", nummer=volgend_nummer(blokken)))
    document = Document(naam="profiel.docx", soort="docx", sha256="0" * 64, blokken=tuple(blokken))
    return read_profiel(document, load_sjablonen(), PEILDATUM)
