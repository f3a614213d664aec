"""What a report of another Passend means here: a pupil, parents, and pieces of a file with every word of it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opgave import OnleesbaarError
from passend.begrippen.overstap import RAPPORTTEKSTEN, Invoervorm, Meegekomenouder, Meegekomenstuk, Overstapopgave

RAPPORT: Final = "passend-overstap-1"
ANDERE_VERSIE = "Dit rapport komt van een andere versie van Passend. Werk Passend bij en lever het dan opnieuw in."
ONHEEL = "In dit rapport ontbreekt iets zonder welk het niet kan. Vraag het opnieuw aan de andere school."
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
        )
    except (KeyError, TypeError, ValueError, AttributeError):
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


def _rubriek(rubriek: dict[str, Any]) -> str:
    regels = [
        "; ".join(f"{naam}: {_waarde(regel[veld])}" for veld, naam in rubriek["velden"].items() if _waarde(regel[veld]))
        for regel in rubriek["regels"]
    ]
    return "\n".join([f"{rubriek['kop']}:", *(f"- {regel}" for regel in regels)])


def _waarde(waarde: object) -> str:
    if isinstance(waarde, str):
        try:
            return f"{datetime.fromisoformat(waarde):%d-%m-%Y}"
        except ValueError:
            return waarde
    return "" if waarde is None else str(waarde)
