"""What a report of another Passend means here: a pupil, parents, and pieces of a file with every word of it."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opgave import OnleesbaarError
from passend.begrippen.overstap import (
    RAPPORTTEKSTEN,
    Invoervorm,
    Meegekomenouder,
    Meegekomenstuk,
    Meegekomentoets,
    Overstapopgave,
)
from passend.regels.instrumenten import naam_van

RAPPORT: Final = "passend-overstap-1"
ANDERE_VERSIE = "Dit rapport komt van een andere versie van Passend. Werk Passend bij en lever het dan opnieuw in."
ONHEEL = "In dit rapport ontbreekt iets zonder welk het niet kan. Vraag het opnieuw aan de andere school."
TOETSEN: Final = "toetsresultaten"
_NIVEAUS = ("functioneringsniveau", "referentieniveau")
_NAAM_VAN_TOETS = frozenset({"afgenomen_op", "instrument", "instrumentversie", "vak", "normschema"})
LANGSTE: Final = 19_000
"""Of one piece; what is longer goes on in a next one, so that nothing is lost."""


def maak_opgave(inhoud: dict[str, Any]) -> Overstapopgave:
    """What a report says for the file of the pupil here.

    Raises:
        OnleesbaarError: it is of a version that is not known, or lacks something.
    """
    if inhoud.get("formaat") != RAPPORT:
        raise OnleesbaarError(ANDERE_VERSIE)
    try:
        leerling, van = inhoud["leerling"], inhoud["van"]
        return Overstapopgave(
            vorm=Invoervorm.PASSEND,
            van_school=van["naam"],
            van_brin=f"{van['brin']}{van['vestiging']}",
            gemaakt_op=date.fromisoformat(inhoud["geschreven_op"]),
            voornaam=leerling["voornaam"],
            achternaam=leerling["achternaam"],
            geboren_op=date.fromisoformat(leerling["geboren_op"]),
            ouders=tuple(
                Meegekomenouder(naam=een["naam"], heeft_gezag=bool(een["heeft_gezag"])) for een in inhoud["ouders"]
            ),
            stukken=tuple(_stukken(inhoud)),
            toetsen=tuple(_toetsen(inhoud)),
        )
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation):
        raise OnleesbaarError(ONHEEL) from None


def _stukken(inhoud: dict[str, Any]) -> Iterator[Meegekomenstuk]:
    op = date.fromisoformat(inhoud["geschreven_op"])
    begin = f"Uit het onderwijskundig rapport van {inhoud['van']['naam']}."
    for deel in inhoud["onderdelen"]:
        klasse = Vertrouwelijkheid.ZORG if deel["code"] == "begeleiding" else Vertrouwelijkheid.GEWOON
        kop = f"{deel['wat'][:1].upper()}{deel['wat'][1:]} (vorige school)"
        yield from _in_delen(kop, "\n\n".join([begin, *_alineas(deel)]), klasse, op, is_leeg=not _alineas(deel))
    ouders = inhoud.get("ouderreactie") or {}
    if ouders:
        tekst = "\n\n".join(filter(None, [begin, f"Eens met het rapport: {ouders['akkoord']}.", ouders["opmerking"]]))
        yield from _in_delen("Wat de ouders ervan vinden (vorige school)", tekst, Vertrouwelijkheid.GEWOON, op)


def _in_delen(
    kop: str, tekst: str, klasse: Vertrouwelijkheid, op: date, *, is_leeg: bool = False
) -> Iterator[Meegekomenstuk]:
    stukken = [] if is_leeg else [tekst[plek : plek + LANGSTE] for plek in range(0, len(tekst), LANGSTE)]
    for nummer, stuk in enumerate(stukken, start=1):
        titel = kop if len(stukken) == 1 else f"{kop}, deel {nummer}"
        yield Meegekomenstuk(titel=titel, tekst=stuk, vertrouwelijkheid=klasse, op=op)


def _alineas(deel: dict[str, Any]) -> list[str]:
    teksten = [f"{RAPPORTTEKSTEN.get(code, code)}: {tekst}" for code, tekst in deel["teksten"].items() if tekst]
    return teksten + [_rubriek(rubriek) for rubriek in deel["rubrieken"]]


def _toetsen(inhoud: dict[str, Any]) -> Iterator[Meegekomentoets]:
    """Every result of a test, as it is kept, so that growth goes on where the other school left it."""
    rubrieken = (rubriek for deel in inhoud["onderdelen"] for rubriek in deel["rubrieken"])
    regels = (regel for rubriek in rubrieken if rubriek["naam"] == TOETSEN for regel in rubriek["regels"])
    for regel in regels:
        woorden = {
            veld: str(regel.get(veld) or "")
            for veld in ("instrumentversie", "afnamemoment", "niveau", "normschema", *_NIVEAUS)
        }
        percentiel = regel.get("percentiel")
        yield Meegekomentoets(
            afgenomen_op=date.fromisoformat(regel["afgenomen_op"]),
            instrument=str(regel["instrument"]),
            vak=str(regel["vak"]),
            ruwe_score=_getal(regel.get("ruwe_score")),
            schaalscore=_getal(regel.get("schaalscore")),
            percentiel=None if percentiel is None else int(percentiel),
            **woorden,
        )


def _getal(waarde: object) -> Decimal | None:
    return None if waarde is None else Decimal(str(waarde))


def _rubriek(rubriek: dict[str, Any]) -> str:
    if rubriek["naam"] == TOETSEN:
        return "\n".join([f"{rubriek['kop']}:", *(f"- {_toetsregel(rubriek, regel)}" for regel in rubriek["regels"])])
    regels = [
        "; ".join(f"{naam}: {_waarde(regel[veld])}" for veld, naam in rubriek["velden"].items() if _waarde(regel[veld]))
        for regel in rubriek["regels"]
    ]
    return "\n".join([f"{rubriek['kop']}:", *(f"- {regel}" for regel in regels)])


def _toetsregel(rubriek: dict[str, Any], regel: dict[str, Any]) -> str:
    """One result in words that people know: the day, the test, and what came out of it."""
    toets = " ".join(filter(None, (naam_van(str(regel["instrument"])), regel.get("instrumentversie"))))
    uitkomst = [
        f"{naam.casefold()} {_waarde(regel[veld])}"
        for veld, naam in rubriek["velden"].items()
        if veld not in _NAAM_VAN_TOETS and _waarde(regel[veld])
    ]
    return f"{_waarde(regel['afgenomen_op'])}, {regel['vak']}, {toets}: {', '.join(uitkomst)}"


def _waarde(waarde: object) -> str:
    if isinstance(waarde, float):
        return f"{waarde:g}".replace(".", ",")
    if isinstance(waarde, str):
        try:
            return f"{datetime.fromisoformat(waarde):%d-%m-%Y}"
        except ValueError:
            return waarde
    return "" if waarde is None else str(waarde)
