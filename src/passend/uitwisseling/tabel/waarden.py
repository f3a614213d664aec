"""Values as people type them: a day, yes or no, a whole name in one column."""

import re
from datetime import date, timedelta

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NEDERLANDS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,9})\.?\s*[-/. ]\s*(\d{4}|\d{2})", re.IGNORECASE)
_EEUW, _KORT_JAAR, _MAART = 2000, 100, 3
_JA = frozenset({"ja", "j", "1", "x", "waar", "true", "wel", "yes", "y"})
_NEE = frozenset({"nee", "n", "0", "onwaar", "false", "geen", "niet", "no"})
_DAGNUMMER = re.compile(r"[234][0-9]{4}")  # days from 1954 to 2036
_EERSTE_DAG = date(1899, 12, 30)
_ADRES = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")


def lees_dag(tekst: str) -> date | None:
    """A day of the calendar, as Dutch people and programs write it; None when there is none such.

    >>> lees_dag("14-3-2018"), lees_dag("14 mrt 2018"), lees_dag("31-06-2018")
    (datetime.date(2018, 3, 14), datetime.date(2018, 3, 14), None)
    """
    if gevonden := _ISO.fullmatch(tekst):
        jaar, maand, dag = gevonden.groups()
    elif gevonden := _NEDERLANDS.fullmatch(tekst):
        dag, maand, jaar = gevonden.groups()
    else:
        return None
    nummer = int(maand) if maand.isdigit() else _maand(maand.lower())
    heel_jaar = int(jaar) + (_EEUW if int(jaar) < _KORT_JAAR else 0)
    try:
        return date(heel_jaar, nummer, int(dag))
    except ValueError:
        return None


def lees_kolomdag(tekst: str) -> date | None:
    """A day in a column of which the heading says that it has days: also as a spreadsheet numbers its days.

    >>> lees_kolomdag("43567"), lees_kolomdag("14-3-2018"), lees_kolomdag("7")
    (datetime.date(2019, 4, 12), datetime.date(2018, 3, 14), None)
    """
    if _DAGNUMMER.fullmatch(tekst):
        return _EERSTE_DAG + timedelta(days=int(tekst))
    return lees_dag(tekst)


def als_voorbeeld(tekst: str) -> str:
    """A value of a column of days as it is shown, with the day when it is a number of a spreadsheet.

    >>> als_voorbeeld("43567"), als_voorbeeld("14-3-2018")
    ('43567 (12-04-2019)', '14-3-2018')
    """
    dag = lees_kolomdag(tekst)
    return f"{tekst} ({dag:%d-%m-%Y})" if dag and _DAGNUMMER.fullmatch(tekst) else tekst


def _maand(woord: str) -> int:
    if woord == "mrt":
        return _MAART
    return next((nummer for nummer, naam in enumerate(_MAANDEN, start=1) if naam.startswith(woord)), 0)


def lees_ja_nee(tekst: str) -> bool | None:
    """Yes or no; None for what is neither.

    >>> lees_ja_nee("Ja"), lees_ja_nee("n"), lees_ja_nee("misschien")
    (True, False, None)
    """
    woord = tekst.strip().lower()
    return True if woord in _JA else False if woord in _NEE else None


def is_adres(tekst: str) -> bool:
    """True for what has the form of an e-mail address.

    >>> is_adres("an@wilg.example"), is_adres("an wilg")
    (True, False)
    """
    return _ADRES.fullmatch(tekst) is not None


def splits_naam(naam: str) -> tuple[str, str]:
    """First name and surname out of one column, with or without a comma.

    >>> splits_naam("Wilg, Pip van der"), splits_naam("Pip van der Wilg"), splits_naam("Pip")
    (('Pip', 'van der Wilg'), ('Pip', 'van der Wilg'), ('Pip', ''))
    """
    if "," not in naam:
        voornaam, _spatie, achternaam = naam.partition(" ")
        return voornaam, achternaam.strip()
    achternaam, _komma, rest = naam.partition(",")
    woorden = rest.split()
    tussen = [woord for woord in woorden if woord[0].islower() or woord.startswith("'")]
    voor = [woord for woord in woorden if woord not in tussen]
    return " ".join(voor), " ".join((*tussen, achternaam.strip()))
