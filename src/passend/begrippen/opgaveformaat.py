"""What a file says of pupils, packed to be kept for a day; small, and without anything that could be run."""

import gzip
import json
from datetime import date
from typing import Any

from passend.begrippen.opgave import (
    Invoersoort,
    Leerkrachtopgave,
    Leerlingopgave,
    Opgave,
    Ouderopgave,
    Weigering,
)

_VLUG = 1  # of nine: it is kept for a day, and somebody waits


def pak_in(waarde: Any) -> bytes:
    """JSON, compressed."""
    return gzip.compress(json.dumps(waarde, ensure_ascii=False, separators=(",", ":")).encode(), _VLUG)


def pak_uit(inhoud: bytes) -> Any:
    """What was packed."""
    return json.loads(gzip.decompress(inhoud))


def pak_opgave_in(opgave: Opgave) -> bytes:
    """Everything a file says."""
    return pak_in(
        {
            "soort": opgave.soort.value,
            "schooljaar": opgave.schooljaar,
            "brin": opgave.brin,
            "vestigingen": opgave.vestigingen,
            "groepen": opgave.groepen,
            "leerlingen": [_leerling(een) for een in opgave.leerlingen],
            "leerkrachten": [[een.regel, een.naam, een.email, een.groepen] for een in opgave.leerkrachten],
            "weigeringen": [[een.regel, een.wie, een.reden, een.sleutel] for een in opgave.weigeringen],
            "opmerkingen": opgave.opmerkingen,
            "twijfel": opgave.twijfel,
        }
    )


def pak_opgave_uit(inhoud: bytes) -> Opgave:
    """The same again.

    >>> opgave = Opgave(soort=Invoersoort.CSV, leerlingen=[Leerlingopgave(2, "", "Pip", "Wilg", date(2018, 3, 14))])
    >>> pak_opgave_uit(pak_opgave_in(opgave)) == opgave
    True
    """
    delen = pak_uit(inhoud)
    return Opgave(
        soort=Invoersoort(delen["soort"]),
        schooljaar=delen["schooljaar"],
        brin=delen["brin"],
        vestigingen=tuple((sleutel, naam) for sleutel, naam in delen["vestigingen"]),
        groepen=tuple(delen["groepen"]),
        leerlingen=[_uit_leerling(een) for een in delen["leerlingen"]],
        leerkrachten=[
            Leerkrachtopgave(regel, naam, email, tuple(groepen))
            for regel, naam, email, groepen in delen["leerkrachten"]
        ],
        weigeringen=[Weigering(*een) for een in delen["weigeringen"]],
        opmerkingen=tuple(delen["opmerkingen"]),
        twijfel=delen.get("twijfel", ""),  # what was handed in just before this was kept has none
    )


def _leerling(een: Leerlingopgave) -> list[Any]:
    ouders = een.ouders and [[ouder.naam, ouder.email, ouder.heeft_gezag] for ouder in een.ouders]
    dagen = [dag and dag.isoformat() for dag in (een.geboren_op, een.ingeschreven_op, een.uitgeschreven_op)]
    return [een.regel, een.sleutel, een.voornaam, een.achternaam, *dagen, een.groep, ouders, een.vestiging]


def _uit_leerling(waarden: list[Any]) -> Leerlingopgave:
    regel, sleutel, voornaam, achternaam, geboren, ingeschreven, uitgeschreven, groep, ouders, vestiging = waarden
    dag = date.fromisoformat
    return Leerlingopgave(
        regel,
        sleutel,
        voornaam,
        achternaam,
        dag(geboren),
        ingeschreven and dag(ingeschreven),
        uitgeschreven and dag(uitgeschreven),
        groep,
        None
        if ouders is None
        else tuple(Ouderopgave(naam=naam, email=email, heeft_gezag=gezag) for naam, email, gezag in ouders),
        vestiging,
    )
