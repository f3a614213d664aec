"""The headings of a table alone at the foot of a page, its rows as a grid on the next one."""

from tests.uitwisseling.sop.bouw import HAAGLANDEN, PEILDATUM

from passend.begrippen.meegeleverd import load_sjablonen
from passend.begrippen.profielinhoud import Profiellezing
from passend.documenten.document import Blok, Cel, Document, Regel, Rooster, Woord
from passend.documenten.lezen.woorden import woorden_in
from passend.uitwisseling.sop.layoutkop import herken_krappe_kop
from passend.uitwisseling.sop.reader import read_profiel

KOP = "Voorziening                 Aanwezig in de school          Niet van toepassing"


def _lees(*rijen: tuple[str, str, str]) -> Profiellezing:
    teksten = [*HAAGLANDEN.splitlines(), "Bijzondere voorzieningen en toegankelijkheid in het gebouw", KOP]
    regels: list[Blok] = [
        Regel(nummer=nummer, tekst=tekst, woorden=woorden_in(tekst), pagina=1)
        for nummer, tekst in enumerate(teksten, start=1)
    ]
    cellen = tuple(tuple(Cel(tekst=tekst) for tekst in rij) for rij in rijen)
    rooster = Rooster(rijen=cellen, methode="lijnen", nummer=len(teksten) + 1, pagina=2)
    document = Document(naam="profiel.pdf", soort="pdf", sha256="0" * 64, blokken=(*regels, rooster))
    return read_profiel(document, load_sjablonen(), PEILDATUM)


def test_rows_on_the_next_page_belong_to_the_headings_before_them() -> None:
    lezing = _lees(("Rolstoelvriendelijk", "X", ""), ("Lift", "", "X"))

    assert [(rij.rij, rij.waarde, rij.zekerheid >= 0.9) for rij in lezing.inhoud.rijen("voorzieningen")] == [
        ("rolstoel", "aanwezig", True),
        ("lift", "niet_van_toepassing", True),
    ]
    assert [stuk.tekst for stuk in lezing.ongelezen] == ["Extra expertise binnen het team"]


def test_a_grid_of_something_else_is_not_taken_for_the_rows() -> None:
    lezing = _lees(("Wie", "Dag", "Tijd"), ("Juf Jo", "maandag", "9 uur"))

    assert lezing.inhoud.rijen("voorzieningen") == ()


def test_headings_left_of_the_page_are_no_reason_to_stop() -> None:
    tekst = "Uitgangspunt HGW Op orde In ontwikkeling Nog op te starten"
    woorden = tuple(
        Woord(tekst=woord, x0=plek * 20.0 - 90, x1=plek * 20.0 - 78) for plek, woord in enumerate(tekst.split())
    )
    regel = Regel(nummer=1, tekst=tekst, woorden=woorden, pagina=1, kader=(-90.0, 1.0, 102.0, 9.0))

    assert herken_krappe_kop([regel], load_sjablonen()[0].tabel("hgw")) is None
