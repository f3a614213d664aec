"""What a report of another Passend says, in words under each other, in the order of the report."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from passend.regels.instrumenten import naam_van

TOETSEN: Final = "toetsresultaten"
KENMERKEN: Final = "kenmerken"
_NAAM_VAN_TOETS = frozenset({"afgenomen_op", "instrument", "instrumentversie", "vak", "normschema"})


def alineas(rubriek: Mapping[str, Any]) -> list[str]:
    """Each thing as lines of its own: for what is long."""
    return [
        "\n".join(
            f"{naam}{'' if naam.endswith('?') else ':'} {waarde(regel[veld])}"
            for veld, naam in rubriek["velden"].items()
            if waarde(regel.get(veld))
        )
        for regel in rubriek["regels"]
    ]


def opsomming(rubriek: Mapping[str, Any]) -> str:
    """A kind of thing under its heading: each on a line of a list, or as lines of its own when it is long."""
    if rubriek.get("is_doorlopend"):
        return "\n\n".join([f"{rubriek['kop']}:", *alineas(rubriek)])
    zeg = {TOETSEN: _toetsregel, KENMERKEN: _kenmerk}.get(rubriek["naam"], _regel)
    return "\n".join([f"{rubriek['kop']}:", *(f"- {zeg(rubriek, regel)}" for regel in rubriek["regels"])])


def _regel(rubriek: Mapping[str, Any], regel: Mapping[str, Any]) -> str:
    velden = ((naam, waarde(regel[veld])) for veld, naam in rubriek["velden"].items())
    return "; ".join(f"{naam}: {woord}" for naam, woord in velden if woord)


def _kenmerk(_rubriek: Mapping[str, Any], regel: Mapping[str, Any]) -> str:
    """A phrase with what kind it is, and since when it holds."""
    van, tot = waarde(regel.get("van")), waarde(regel.get("tot_en_met"))
    dagen = f" (van {van} tot en met {tot})" if tot else f" (sinds {van})" if van else ""
    return f"{waarde(regel.get('soort'))}: {waarde(regel.get('tekst'))}{dagen}"


def _toetsregel(rubriek: Mapping[str, Any], regel: Mapping[str, Any]) -> str:
    """One result in words that people know: the day, the test, and what came out of it."""
    toets = " ".join(filter(None, (naam_van(str(regel["instrument"])), regel.get("instrumentversie"))))
    uitkomst = [
        f"{naam.casefold()} {waarde(regel[veld])}"
        for veld, naam in rubriek["velden"].items()
        if veld not in _NAAM_VAN_TOETS and waarde(regel[veld])
    ]
    return f"{waarde(regel['afgenomen_op'])}, {regel['vak']}, {toets}: {', '.join(uitkomst)}"


def waarde(waarde: object) -> str:
    """One value as a person reads it: a day, a number with a comma, or the words as they came."""
    if isinstance(waarde, float):
        return f"{waarde:g}".replace(".", ",")
    if isinstance(waarde, str):
        try:
            return f"{datetime.fromisoformat(waarde):%d-%m-%Y}"
        except ValueError:
            return waarde
    return "" if waarde is None else str(waarde)
