"""What a person reads, on paper and on a page, for the codes that a machine gets."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from passend.regels.brieven.feiten import in_woorden as dag_in_woorden
from passend.regels.instrumenten import get_normschema, naam_van

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_DAG = re.compile(r"\d{4}-\d\d-\d\d(T.*)?")

_VAKKEN = {
    "technisch_lezen": "technisch lezen",
    "begrijpend_lezen": "begrijpend lezen",
    "begrijpend_luisteren": "begrijpend luisteren",
    "sociaal_emotioneel": "sociaal-emotioneel",
    "wereldorientatie": "wereldoriëntatie",
    "engels": "Engels",
}
_SOORTEN = {
    "observatie": "observatie",
    "methodetoets": "toets uit de methode",
    "bezorgdheid": "ik maak me zorgen",
}
_HERKOMSTEN = {"bestand": "uit een bestand", "besluit": "uit een besluit"}
_EENS = {"Ja": "ja", "Nee": "nee", "Onbekend": "geen antwoord"}
_BRIEFVORMEN = {"png": "PNG", "jpg": "JPG", "pdf": "PDF", "docx": "Word", "odt": "LibreOffice", "txt": "platte tekst"}
CODEWOORDEN = {
    "waarnemingen": {"soort": _SOORTEN},
    "clusters": {"vak": _VAKKEN},
    "toetsresultaten": {"herkomst": _HERKOMSTEN},
    "verzuim": {"herkomst": _HERKOMSTEN},
    "onderwijskundige_rapporten": {"akkoord": _EENS},
    "rapportberichten": {"akkoord": _EENS, "zelf": _EENS, "brief": _BRIEFVORMEN},
}
"""By part of a file and field: what each code is called on the screen."""
OOK_ALS_TABEL = frozenset({"waarnemingen"})
"""What a machine gets as long texts, and a person reads better as rows."""
ZINVELDEN = {"clusters": frozenset({"waarom"})}
"""By part of a file: what a rule said at the time, kept as a sentence of ours with its days in figures."""
RESULTAATVELDEN = {
    "afgenomen_op": "Wanneer",
    "afnamemoment": "Moment",
    "ruwe_score": "Ruwe score",
    "schaalscore": "Score",
    "niveau": "Niveau",
    "percentiel": "Percentiel",
    "functioneringsniveau": "Op het niveau van",
    "referentieniveau": "Referentieniveau",
}
"""The columns of a table of results, as they are called on the screen; what test it was stands above it."""


def schema_van(code: str) -> str:
    """The name of a division into levels; the code itself of one that is not known."""
    schema = get_normschema(code) if code else None
    return schema.naam if schema else code


def in_woorden(rubriek: str, veld: str, waarde: object) -> object:
    """What a person reads for a code in a part of a file; everything else stays as it is.

    >>> in_woorden("toetsresultaten", "instrument", "cito_lvs"), in_woorden("verzuim", "uren", 2.0)
    ('Cito Volgsysteem', 2.0)
    """
    if not isinstance(waarde, str):
        return waarde
    if rubriek == "toetsresultaten" and veld == "instrument":
        return naam_van(waarde)
    if rubriek == "toetsresultaten" and veld == "normschema":
        return schema_van(waarde)
    return CODEWOORDEN.get(rubriek, {}).get(veld, {}).get(waarde, waarde)


def als_tekst(rubriek: str, veld: str, waarde: object) -> str:
    """One value of a part of a file in words: no code, no sign of a machine, and a day as in a letter.

    >>> als_tekst("toetsresultaten", "afgenomen_op", "2026-10-03"), als_tekst("oppevaluaties", "is_besproken", False)
    ('3 oktober 2026', 'nee')
    """
    waarde = in_woorden(rubriek, veld, waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return f"{waarde:g}".replace(".", ",")
    if isinstance(waarde, str) and _DAG.fullmatch(waarde):
        return dag_in_woorden(dag_van(waarde))
    return "" if waarde is None else str(waarde)


def dag_van(iso: str) -> date:
    """The day of a moment on the clock of a school; a moment is kept in the time of the world.

    >>> dag_van("2026-10-03"), dag_van("2026-10-02T22:30:00+00:00")
    (datetime.date(2026, 10, 3), datetime.date(2026, 10, 3))
    """
    moment = datetime.fromisoformat(iso)
    return moment.date() if moment.tzinfo is None else moment.astimezone(_AMSTERDAM).date()
