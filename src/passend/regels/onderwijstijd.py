"""Whether the points about less teaching time say something that can be checked (Beleidsregel onderwijstijd 4 lid 4).

They may be in free words; but hours are a number, and a period has two days that exist, within one schooljaar.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from passend.begrippen.schooljaar import Schooljaar
from passend.regels.oppdelen import JA, ONDERWIJSTIJD

UREN, PERIODE = "tijd_d", "tijd_e"
_MAANDEN: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
_DAG: Final = re.compile(
    rf"\b(?P<dag>\d{{1,2}})(?:\s*[-/.]\s*(?P<maand>\d{{1,2}})\s*[-/.]\s*(?P<jaar>\d{{4}})"
    rf"|\s+(?P<naam>{'|'.join(_MAANDEN)})(?:\s+(?P<jaar_erbij>\d{{4}}))?)\b",
    re.IGNORECASE,
)
GEEN_UREN: Final = "Schrijf bij 'Hoeveel uren het kind mist' het aantal uren in cijfers, per dag en per week."


def check_minder_uren(inhoud: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with the hours and the period, by the code of the part; nothing of what is not filled in yet.

    >>> sorted(check_minder_uren({"onderwijstijd": "ja", "tijd_d": "veel", "tijd_e": "31-02-2027 tot later"}))
    ['tijd_d', 'tijd_e']
    >>> check_minder_uren({"onderwijstijd": "ja", "tijd_d": "2 uur", "tijd_e": "van 11 januari tot 26 maart 2027"})
    {}
    """
    if inhoud.get(ONDERWIJSTIJD) != JA:
        return {}
    uren, periode = inhoud.get(UREN, "").strip(), inhoud.get(PERIODE, "").strip()
    fout = {}
    if uren and not re.search(r"[1-9]", uren):
        fout[UREN] = GEEN_UREN
    if periode and (zin := _periodefout(periode)):
        fout[PERIODE] = zin
    return fout


def _periodefout(tekst: str) -> str:
    dagen = []
    for dag in _dagen(tekst):
        if isinstance(dag, str):
            return (
                f"De dag '{dag}' bestaat niet. Kijk de periode na. "
                "Schrijf het zo: van 11-01-2027 tot en met 26-03-2027."
            )
        dagen.append(dag)
    if len(dagen) < 2:  # noqa: PLR2004 -- a first day and a last one
        return "Schrijf bij de periode de eerste en de laatste dag op, zoals 11-01-2027 tot en met 26-03-2027."
    eerste, laatste = dagen[0], dagen[-1]
    if laatste < eerste:
        return "De laatste dag van de periode ligt voor de eerste. Kijk de dagen na."
    if Schooljaar.op(eerste) != Schooljaar.op(laatste):
        einde = Schooljaar.op(eerste).eindigt_op
        return f"De periode blijft binnen een schooljaar: uiterlijk tot en met {einde:%d-%m-%Y}."
    return ""


def _dagen(tekst: str) -> Iterator[date | str]:
    """Every day in a text, as it stands there when there is no such day; none at all in a text that names no year.

    A day without a year is in that of the next one that has it, and else in the first year that is named.
    """
    gevonden = list(_DAG.finditer(tekst))
    jaren = [een["jaar"] or een["jaar_erbij"] for een in gevonden]
    if not any(jaren):
        return
    for nummer, een in enumerate(gevonden):
        jaar = next(jaar for jaar in (*jaren[nummer:], *jaren) if jaar)
        maand = _MAANDEN.index(een["naam"].lower()) + 1 if een["naam"] else int(een["maand"])
        try:
            yield date(int(jaar), maand, int(een["dag"]))
        except ValueError:
            yield een[0]
