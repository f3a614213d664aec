"""Make the document that the README hands in: last year's profile of the school of the demo that has none yet.

It holds what real documents hold: a row with two crosses, a row left blank, a day nobody can read, no decision of
the board. Needs LibreOffice for the PDF. Writes `docs/gebruiker/voorbeeld`.
"""

import json
import sys
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(WORTEL / "src"))

from docx.oxml import OxmlElement  # noqa: E402 -- after the path
from make_samples import VOORBEELDEN, maak_docx, maak_klein, zet_om  # noqa: E402

from passend.begrippen.meegeleverd import load_sjablonen  # noqa: E402

DOEL = WORTEL / "docs" / "gebruiker" / "voorbeeld"
NAAM = "profiel-het-duinpad"
DUBBEL, LEEG = 5, 3  # the rows of the scale with two crosses, and of the experts with none
ONLEESBAAR = {"Datum : 11-06-2025": "Datum : begin juni", "Datum : 25-06-2025": "Datum :"}


def bron_van_duinpad() -> dict[str, Any]:
    """What the document says, out of that of De Wilgenboom with another name and other choices."""
    tekst = (VOORBEELDEN / "wilgenboom.json").read_text(encoding="utf-8")
    bron: dict[str, Any] = json.loads(tekst.replace("De Wilgenboom", "Het Duinpad").replace("wilgenboom", "duinpad"))
    bron["schooljaar"] = "2025-2026"
    bron["velden"] |= {
        "adres": "Duinpad 1, 9999 XD Nieuw-Helm",
        "telefoon": "000-1234570",
        "opgesteld_op": "2025-05-19",
        "directeur": "Dhr. B. Olijslager",
        "mr_op": "2025-06-11",
        "mr_voorzitter": "Mw. R. Tielens",
        "bestuur_op": "2025-06-25",
        "bestuur_voorzitter": "Dhr. H. Dijkgraaf",
    }
    bron["hgw"][DUBBEL] = "op_orde+in_ontwikkeling"
    bron["experts"][LEEG] = ""
    bron["aanbod"] = [
        ["Natuurklas in het duin", "elke woensdag, het hele jaar"],
        ["Weerbaarheidstraining Stevig staan", "tien weken, start in oktober"],
        ["Leesmaatjes uit groep 8", "elke dag een kwartier"],
    ]
    bron["eigen_expertise"] = [["Expertise dyslexie", "ja", "5 uur per week"]]
    bron["visie"] = (
        "Het Duinpad is een kleine school aan de rand van het duin. Iedereen kent elkaar. Wij kijken eerst wat een "
        "kind al kan, en bouwen daarop verder. Wij gaan veel naar buiten: in het duin leren kinderen samenwerken, "
        "rekenen en kijken.\n"
        "Soms lukt het een kind niet met de gewone uitleg. Dan praten wij met het kind en de ouders over wat wel "
        "helpt. Wij proberen dat zes weken en kijken dan samen of het werkt."
    )
    bron["financien"] = "Van het geld voor de basisondersteuning betalen wij vooral uren van de intern begeleider."
    return bron


def main() -> int:
    """Make the Word document and its PDF."""
    DOEL.mkdir(parents=True, exist_ok=True)
    word = maak_docx(load_sjablonen()[0], bron_van_duinpad(), "kruis", randen=True)
    for alinea in word.paragraphs:
        for goed, gebrekkig in ONLEESBAAR.items():
            if alinea.text.endswith(goed):
                alinea.text = alinea.text.replace(goed, gebrekkig)
    for tabel in word.tables:  # headings repeat on the next page, as in a document somebody took care of
        tabel.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 -- python-docx has no other way
    word.save(str(DOEL / f"{NAAM}.docx"))
    zet_om(DOEL / f"{NAAM}.docx", "pdf", DOEL / f"{NAAM}.pdf")
    maak_klein(DOEL / f"{NAAM}.pdf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
