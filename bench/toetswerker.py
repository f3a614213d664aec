"""A process that reads a file with results, or carries one out, beside the least that must be done; prints JSON."""

import json
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402 -- idem

from bench.invoerwerker import _executemany, _kaal, _school, _terug, piek_van  # noqa: E402 -- Django first
from bench.meten import om_en_om  # noqa: E402 -- Django first
from passend.begrippen.opgave import Invoersoort  # noqa: E402 -- Django first
from passend.begrippen.toetsopgave import Toetsopgave, Toetsregel  # noqa: E402 -- idem
from passend.leerlingen.actions.invoer import Aanlevering, Invoerkeuze  # noqa: E402 -- Django first
from passend.leerlingen.models import Invoer, Leerling  # noqa: E402 -- idem
from passend.organisaties.models import Vestiging  # noqa: E402 -- idem
from passend.organisaties.queries import in_bestuur  # noqa: E402 -- idem
from passend.regels.instrumenten import list_instrumenten  # noqa: E402 -- Django first
from passend.toegang.models import Account  # noqa: E402 -- Django first
from passend.uitwisseling.uwlr.bestand import Uwlrbestand  # noqa: E402 -- Django first
from passend.uitwisseling.uwlr.reader import read_uwlr  # noqa: E402 -- idem
from passend.volgen.actions.invoer import (  # noqa: E402 -- Django first
    _KOLOMMEN,
    execute_toetsinvoer,
    prepare_toetsinvoer,
)
from passend.volgen.models import Toetsresultaat  # noqa: E402 -- Django first
from passend.volgen.queries.invoer import get_toetsopgave, get_toetsvergelijking  # noqa: E402 -- idem

LEERLINGEN, TOETSEN = 250, 20
VAKKEN = list_instrumenten()["cito_lvs"].vakken


def lees(bestand: Path, rondes: int) -> dict[str, Any]:
    """Seconds and memory of reading all of it; the memory first, in a process that did nothing yet."""
    geheugen = piek_van(lambda: _lees(bestand))
    tijden = om_en_om({"kaal": partial(_kaal, bestand), "lezen": lambda: _lees(bestand)}, rondes)
    return {**tijden, "geheugen": geheugen}


def _lees(bestand: Path) -> Uwlrbestand:
    with bestand.open("rb") as bron:
        return read_uwlr(bron)


def voer_uit(rondes: int) -> dict[str, Any]:
    """Seconds of the whole action, and of the same rows into the same table; each is turned back."""
    vestiging, account = _school()
    with in_bestuur(vestiging.bestuur_id):
        leerlingen = [_leerling(vestiging, nummer) for nummer in range(LEERLINGEN)]
        regels = [_regel(leerling, nummer) for leerling in range(LEERLINGEN) for nummer in range(TOETSEN)]
        aanlevering = Aanlevering(
            soort=Invoersoort.UWLR,
            bestandsnaam="bench",
            tabel=b"",
            opgave=Toetsopgave(soort=Invoersoort.UWLR, regels=regels),
        )
        op = timezone.localtime()
        invoer = prepare_toetsinvoer(actor=account, vestiging=vestiging, aanlevering=aanlevering, op=op)
        opgave = get_toetsopgave(invoer)
        if opgave is None:
            raise RuntimeError("Er is niets bewaard.")
        kenmerk = get_toetsvergelijking(vestiging=vestiging, opgave=opgave, peildatum=op.date()).kenmerk

        def ons() -> None:
            aantallen = execute_toetsinvoer(actor=account, invoer=invoer, keuze=Invoerkeuze(kenmerk=kenmerk), op=op)
            if aantallen["nieuw"] != len(regels):
                raise RuntimeError("Niet alles kwam erin.")

        kaal = _kale_rijen(vestiging, account, leerlingen, regels, op.isoformat())
        tijden = om_en_om({"kaal": partial(_terug, kaal), "ons": partial(_terug, ons)}, rondes)
        Invoer.objects.filter(pk=invoer.pk).delete()
        Leerling.objects.filter(pk__in=[een.pk for een in leerlingen]).delete()
    return {**tijden, "aantal": len(regels)}


def _leerling(vestiging: Vestiging, nummer: int) -> Leerling:
    return Leerling.objects.create(
        bestuur_id=vestiging.bestuur_id,
        vestiging=vestiging,
        voornaam=f"Kind {nummer}",
        achternaam=f"van {nummer}",
        geboren_op=date(2016, 3, 14),
        ingeschreven_op=date(2020, 8, 1),
        administratiesleutel=f"T{nummer:05}",
    )


def _regel(leerling: int, nummer: int) -> Toetsregel:
    return Toetsregel(
        leerling * TOETSEN + nummer + 2, f"T{leerling:05}", "", None, "cito_lvs", str(VAKKEN[nummer % 10]),
        date(2026, 1 + nummer // 10 * 5, 10 + nummer % 10), "3.0", "M5" if nummer < TOETSEN // 2 else "E5", Decimal(60),
        Decimal(180 + nummer), "II", "cito_romeins", 65, "M5",
    )  # fmt: skip


def _kale_rijen(
    vestiging: Vestiging, account: Account, leerlingen: list[Leerling], regels: list[Toetsregel], op: str
) -> Callable[[], None]:
    kolommen: list[Any] = [Toetsresultaat._meta.get_field(veld) for veld in _KOLOMMEN]  # noqa: SLF001 -- Django documents it
    rijen = [
        (
            vestiging.bestuur_id, leerlingen[nummer // TOETSEN].pk, een.instrument, een.instrumentversie, een.vak,
            een.afnamemoment, een.afgenomen_op.isoformat(), str(een.ruwe_score), str(een.schaalscore), een.niveau,
            een.normschema, een.percentiel, een.functioneringsniveau, een.referentieniveau, "bestand", op, account.pk,
        )
        for nummer, een in enumerate(regels)
    ]  # fmt: skip
    tabel = Toetsresultaat._meta.db_table  # noqa: SLF001 -- Django documents it
    return partial(_executemany, ((tabel, [kolom.column for kolom in kolommen], rijen),))


def main() -> None:
    """What to do stands in the arguments."""
    if sys.argv[1] == "lezen":
        print(json.dumps(lees(Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        print(json.dumps(voer_uit(int(sys.argv[2]))))


if __name__ == "__main__":
    main()
