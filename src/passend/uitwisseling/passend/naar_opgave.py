"""What a report of another Passend means here: a pupil, parents, and pieces of a file with every word of it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opgave import OnleesbaarError
from passend.begrippen.overstap import (
    RAPPORTFORMATEN,
    RAPPORTTEKSTEN,
    Invoervorm,
    Meegekomenouder,
    Meegekomenstuk,
    Meegekomentoets,
    Overstapopgave,
)
from passend.regels.rapportvolgorde import in_volgorde
from passend.uitwisseling.passend.plannen import SAMEN, geldend_opp, in_woorden, lopende_plannen
from passend.uitwisseling.passend.woorden import TOETSEN, opsomming

ANDERE_VERSIE = "Dit rapport komt van een andere versie van Passend. Werk Passend bij en lever het dan opnieuw in."
ONHEEL = "In dit rapport ontbreekt iets zonder welk het niet kan. Vraag het opnieuw aan de andere school."
_NIVEAUS = ("functioneringsniveau", "referentieniveau")
LANGSTE: Final = 19_000
"""Of one piece; what is longer goes on in a next one, so that nothing is lost."""


def maak_opgave(inhoud: dict[str, Any]) -> Overstapopgave:
    """What a report says for the file of the pupil here.

    Raises:
        OnleesbaarError: it is of a version that is not known, or lacks something.
    """
    if inhoud.get("formaat") not in RAPPORTFORMATEN:
        raise OnleesbaarError(ANDERE_VERSIE)
    try:
        inhoud = in_volgorde(inhoud)
        rubrieken = {een["naam"]: een for deel in inhoud["onderdelen"] for een in deel["rubrieken"]}
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
            plannen=tuple(lopende_plannen(rubrieken)),
            opp=geldend_opp(rubrieken),
        )
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation):
        raise OnleesbaarError(ONHEEL) from None


def _stukken(inhoud: dict[str, Any]) -> Iterator[Meegekomenstuk]:
    op = date.fromisoformat(inhoud["geschreven_op"])
    begin = f"Uit het onderwijskundig rapport van {inhoud['van']['naam']}."
    for deel in inhoud["onderdelen"]:
        klasse = Vertrouwelijkheid.ZORG if deel["code"] == "begeleiding" else Vertrouwelijkheid.GEWOON
        for kop, tekst in _koppen(deel):
            yield from _in_delen(
                f"{kop[:1].upper()}{kop[1:]} (vorige school)", "\n\n".join([begin, *tekst]), klasse, op
            )
    ouders = inhoud.get("ouderreactie") or {}
    if ouders:
        gezegd = filter(None, [begin, f"Eens met het rapport: {ouders['akkoord']}.", ouders["opmerking"]])
        kop = "Wat de ouders ervan vinden (vorige school)"
        yield from _in_delen(kop, "\n\n".join(gezegd), Vertrouwelijkheid.GEWOON, op)


def _koppen(deel: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """A part of the report as pieces that are read each by themselves: what is said of it, and then its plans."""
    rubrieken = {een["naam"]: een for een in deel["rubrieken"] if een["regels"]}
    samen = {naam for eerst, erbij in SAMEN.items() if eerst in rubrieken for naam in (eerst, *erbij)}
    teksten = [f"{RAPPORTTEKSTEN.get(code, code)}: {tekst}" for code, tekst in deel["teksten"].items() if tekst]
    los = [opsomming(een) for naam, een in rubrieken.items() if naam not in samen]
    if teksten or los:
        yield deel["wat"], [*teksten, *los]
    for naam, erbij in SAMEN.items():
        if naam in rubrieken:
            extra = [rubrieken[een] for een in erbij if een in rubrieken]
            yield rubrieken[naam]["kop"], in_woorden(rubrieken[naam], extra)


def _in_delen(kop: str, tekst: str, klasse: Vertrouwelijkheid, op: date) -> Iterator[Meegekomenstuk]:
    stukken = [tekst[plek : plek + LANGSTE] for plek in range(0, len(tekst), LANGSTE)]
    for nummer, stuk in enumerate(stukken, start=1):
        titel = kop if len(stukken) == 1 else f"{kop}, deel {nummer}"
        yield Meegekomenstuk(titel=titel, tekst=stuk, vertrouwelijkheid=klasse, op=op)


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
