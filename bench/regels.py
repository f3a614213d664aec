"""How fast the rules make dates: cases as they come, each with its reason and sentence, on one core."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bench.meten import Meting, middelste
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Onderbreking, Verlenging
from passend.regels.toelatingsstand import toelatingsstand
from passend.regels.toelatingstermijnen import toelatingstermijnen

GEVALLEN, DUIZEND = 20_000, 1000
EERSTE, PEILDATUM = date(2025, 8, 1), date(2026, 8, 1)
DOELEN = {"termijnen": 1.0}


def meet_regels(herhalingen: int) -> Iterator[Meting]:
    """Seconds for 100,000 dates: of applications by themselves, and of where each application stands."""
    feiten = [_feiten(nummer) for nummer in range(GEVALLEN)]
    tellers: dict[str, Callable[[Aanmeldingsfeiten], int]] = {
        "termijnen": lambda een: len(toelatingstermijnen(een, peildatum=PEILDATUM)),
        "standen, met waarschuwingen": _in_stand,
    }
    for naam, tel in tellers.items():
        _seconden(feiten[:DUIZEND], tel)  # the holidays of these years
        tijden = [_seconden(feiten, tel) for _beurt in range(herhalingen)]
        yield middelste(f"regels: 100.000 datums van {naam}, rekentijd", tijden, "s", DOELEN.get(naam))


def _in_stand(feiten: Aanmeldingsfeiten) -> int:
    stand = toelatingsstand(feiten, peildatum=PEILDATUM)
    return len(stand.termijnen) + len(stand.waarschuwingen)


def _seconden(feiten: list[Aanmeldingsfeiten], tel: Callable[[Aanmeldingsfeiten], int]) -> float:
    """Seconds of this process itself, so that a busy machine does not count."""
    begin = time.process_time()
    datums = sum(map(tel, feiten))
    return (time.process_time() - begin) * 100_000 / datums


def _feiten(nummer: int) -> Aanmeldingsfeiten:
    """One of three was incomplete for ten days, one of five was extended."""
    verzocht = EERSTE + timedelta(days=nummer % 365)
    feiten = Aanmeldingsfeiten(
        verzocht_op=verzocht,
        ontvangen_op=verzocht + timedelta(days=nummer % 4),
        geboren_op=date(2021, 1, 1) + timedelta(days=nummer % 700),
        is_openbaar=nummer % 2 == 0,
    )
    week, maand = verzocht + timedelta(days=7), verzocht + timedelta(days=35)
    if nummer % 3 == 0:
        onderbreking = Onderbreking(van=week, aangevuld_op=week + timedelta(days=10))
        feiten = replace(feiten, onderbrekingen=(onderbreking,))
    if nummer % 5 == 0:
        verlenging = Verlenging(op=maand, tot=verzocht + timedelta(days=63), reden="Er is onderzoek nodig.")
        feiten = replace(feiten, verlengd=verlenging)
    return feiten
