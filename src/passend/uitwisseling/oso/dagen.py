"""Days in a transfer file that cannot be, each beside the others: nobody is enrolled before birth."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from lxml import etree

from passend.uitwisseling.oso.bevinding import Bevinding, regel_van
from passend.uitwisseling.oso.formaat import Formaat
from passend.uitwisseling.oso.lezen import lees_dag

OUDSTE: Final = 25
"""Years; nobody in a file of a primary school is older, so that an older day was typed wrong."""
_NA_GEBOORTE = {
    "datuminschrijving": "de inschrijving",
    "onderwijssinds": "de eerste dag op een school",
    "begindatum": "het begin van een schooljaar",
    "afnamedatum": "een toets",
}


def dagfouten(boom: etree._Element, formaat: Formaat) -> Iterator[Bevinding]:
    """Every day that cannot be; what is no day at all is seen by another check."""
    ruimte = {"o": formaat.ruimte}
    leerling = boom.find("o:huidigeschool/o:leerling", ruimte)
    gemaakt = _dag(boom.find("o:metadata/o:datum", ruimte))
    if leerling is None:
        return
    plek = leerling.find("o:geboortedatum", ruimte)
    geboren = _dag(plek)
    if plek is not None and geboren is not None and gemaakt is not None:
        yield from _geboorte(plek, geboren, gemaakt)
    if geboren is not None:
        yield from _na_geboorte(leerling, geboren, ruimte)
    yield from _op_volgorde(leerling, ruimte)


def _geboorte(plek: etree._Element, geboren: date, gemaakt: date) -> Iterator[Bevinding]:
    if geboren > gemaakt:
        zin = f"De geboortedag {geboren:%d-%m-%Y} ligt na de dag van het bestand. Kijk beide dagen na."
        yield _bevinding(plek, zin)
    elif gemaakt.year - geboren.year > OUDSTE:
        zin = f"De geboortedag {geboren:%d-%m-%Y} is te lang geleden voor een leerling. Kijk het jaar na."
        yield _bevinding(plek, zin)


def _na_geboorte(leerling: etree._Element, geboren: date, ruimte: dict[str, str]) -> Iterator[Bevinding]:
    for naam, wat in _NA_GEBOORTE.items():
        for een in leerling.iterfind(f".//o:{naam}", ruimte):
            dag = _dag(een)
            if dag is not None and dag < geboren:
                zin = f"De dag van {wat}, {dag:%d-%m-%Y}, ligt voor de geboortedag. Kijk beide dagen na."
                yield _bevinding(een, zin)


def _op_volgorde(leerling: etree._Element, ruimte: dict[str, str]) -> Iterator[Bevinding]:
    paren = [(leerling, "datuminschrijving", "datumuitschrijving")]
    paren += [(een, "begindatum", "einddatum") for een in leerling.iterfind(".//o:schoolloopbaan", ruimte)]
    for waarin, eerst, dan in paren:
        element = waarin.find(f"o:{dan}", ruimte)
        begin, einde = _dag(waarin.find(f"o:{eerst}", ruimte)), _dag(element)
        if element is not None and begin is not None and einde is not None and einde < begin:
            zin = f"Het einde, {einde:%d-%m-%Y}, ligt voor het begin, {begin:%d-%m-%Y}. Kijk beide dagen na."
            yield _bevinding(element, zin)


def _bevinding(element: etree._Element, zin: str) -> Bevinding:
    return Bevinding(code="dagen", regel=regel_van(element), zin=zin)


def _dag(element: etree._Element | None) -> date | None:
    try:
        return None if element is None else lees_dag((element.text or "").strip())
    except ValueError:
        return None
