"""What a person reads, on paper and on a page, for the codes that a machine gets."""

from passend.regels.instrumenten import get_normschema, naam_van

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
CODEWOORDEN = {
    "waarnemingen": {"soort": _SOORTEN},
    "clusters": {"vak": _VAKKEN},
    "toetsresultaten": {"herkomst": _HERKOMSTEN},
    "verzuim": {"herkomst": _HERKOMSTEN},
}
"""By part of a file and field: what each code is called on the screen."""
OOK_ALS_TABEL = frozenset({"waarnemingen"})
"""What a machine gets as long texts, and a person reads better as rows."""
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
