"""What a transfer file says of marks and the final test, in lines that people read."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from passend.uitwisseling.oso.resultaten import Cijferlijst, Eindtoets, Eindtoetsonderdeel, Eindtoetsresultaat, Score

NIVEAUS = MappingProxyType({"01": "lager dan 1F", "02": "1F", "03": "1S", "04": "2F"})
"""List 45 of the standard."""


def cijferregels(lijst: Cijferlijst) -> Iterator[str]:
    """One list of marks: what it is, and each mark on a line."""
    cijfers, dag = lijst.cijfers, lijst.afnamedatum
    yield ", ".join(filter(None, (cijfers.naam, f"groep {lijst.jaargroep}", lijst.periode, _dag(dag))))
    for een in cijfers.onderdelen:
        wanneer = ", ".join(filter(None, (een.periode, _dag(een.afnamedatum))))
        yield f"{een.naam}{f' ({wanneer})' if wanneer else ''}: {_score(een.score)}"
    if cijfers.scores:
        yield f"Alles samen: {'; '.join(_score(een) for een in cijfers.scores)}"


def eindtoetsregels(toets: Eindtoets) -> Iterator[str]:
    """The final test: what came out, and the level of each part in words."""
    uitslag = toets.eindtoetsresultaat
    if uitslag is None:
        yield "Deed mee; de uitslag staat niet in het bestand." if toets.deelgenomen else "Deed niet mee."
        return
    yield f"{_dag(uitslag.datum_afname)}: {', '.join(_uitslag(uitslag))}"
    for onderdeel in uitslag.onderdelen.onderdelen:
        yield from _niveaus(onderdeel)


def _uitslag(uitslag: Eindtoetsresultaat) -> Iterator[str]:
    yield uitslag.toetsomschrijving or f"toets {uitslag.toetssoort}"
    if uitslag.standaardscore:
        yield f"standaardscore {uitslag.standaardscore}"
    if uitslag.toets_advies:
        yield f"advies {uitslag.toets_advies}"
    if uitslag.wettelijke_ontheffing == "J":
        yield "met een wettelijke ontheffing"


def _niveaus(onderdeel: Eindtoetsonderdeel) -> Iterator[str]:
    naam = onderdeel.onderdeelomschrijving or f"onderdeel {onderdeel.onderdeelcode}"
    if onderdeel.ond_referentieniveau:
        yield f"{naam}: {_niveau(onderdeel.ond_referentieniveau)}"
    for een in onderdeel.domeinen.domeinen if onderdeel.domeinen else ():
        if een.dom_referentieniveau:
            welk = een.domeinomschrijving or f"{naam}, domein {een.domeincode}"
            yield f"{welk}: {_niveau(een.dom_referentieniveau)}"


def _niveau(code: str) -> str:
    return NIVEAUS.get(code, f"niveau {code}")


def _score(score: Score) -> str:
    return ", ".join(filter(None, (score.waarde, score.kwalificatie))) or "geen cijfer"


def _dag(dag: date | None) -> str:
    return f"{dag:%d-%m-%Y}" if dag else ""
