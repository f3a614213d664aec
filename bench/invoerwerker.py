"""A process that reads a file about pupils, or carries one out, beside the least that must be done; prints JSON."""

import json
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 -- Django first
from django.utils import timezone  # noqa: E402 -- Django first
from lxml import etree  # noqa: E402 -- idem

from bench.meten import om_en_om  # noqa: E402 -- Django first
from passend.begrippen.opgave import Invoersoort, Leerlingopgave, Opgave, Ouderopgave  # noqa: E402 -- Django first
from passend.begrippen.opgaveformaat import pak_opgave_in  # noqa: E402 -- Django first
from passend.begrippen.rollen import Rolsoort  # noqa: E402 -- Django first
from passend.leerlingen.actions.invoer import (  # noqa: E402 -- Django first
    Aanlevering,
    Invoerkeuze,
    execute_invoer,
    prepare_invoer,
)
from passend.leerlingen.models import Invoer  # noqa: E402 -- idem
from passend.leerlingen.queries.invoer import get_opgave, get_vergelijking  # noqa: E402 -- Django first
from passend.organisaties.actions import (  # noqa: E402 -- Django first
    Vestiginggegevens,
    create_bestuur,
    create_groep,
    create_samenwerkingsverband,
    create_vestigingen,
)
from passend.organisaties.models import Vestiging  # noqa: E402 -- Django first
from passend.organisaties.queries import get_vestiging, in_bestuur  # noqa: E402 -- Django first
from passend.regels.zoeken import zoekwoorden  # noqa: E402 -- Django first
from passend.toegang.actions import create_demo_account, grant_rol  # noqa: E402 -- Django first
from passend.toegang.models import Account  # noqa: E402 -- Django first
from passend.toegang.queries import get_account  # noqa: E402 -- Django first
from passend.uitwisseling.edexml.reader import read_edexml  # noqa: E402 -- Django first

AANTAL, GROEPEN = 5_000, 20
CODE, IB = "99XX00", "ib@bench.example"


def lees(bestand: Path, rondes: int) -> dict[str, Any]:
    """Seconds of reading all of it, and the memory of reading and packing; that first, while nothing was done yet."""
    geheugen = piek_van(lambda: pak_opgave_in(_lees(bestand)))
    tijden = om_en_om({"kaal": partial(_kaal, bestand), "lezen": lambda: _lees(bestand)}, rondes)
    return {**tijden, "geheugen": geheugen}


def _lees(bestand: Path) -> Opgave:
    with bestand.open("rb") as bron:
        return read_edexml(bron)


def _kaal(bestand: Path) -> None:
    with bestand.open("rb") as bron:
        for _gebeurtenis, element in etree.iterparse(bron, events=("end",)):
            element.clear()


def piek_van(doe: Callable[[], object]) -> float:
    """How many MB a process grew at most while something was done; what it took before was forgotten first."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    eerst = _hoogste()
    doe()
    return _hoogste() - eerst


def _hoogste() -> float:
    stand = Path("/proc/self/status").read_text(encoding="ascii")
    return int(stand.partition("VmHWM:")[2].split()[0]) / 1024


def voer_uit(rondes: int) -> dict[str, Any]:
    """Seconds of the whole action, and of the same rows into the same tables; each is turned back."""
    vestiging, account = _school()
    with in_bestuur(vestiging.bestuur_id):
        opgave = Opgave(soort=Invoersoort.EDEXML, schooljaar=_jaar(), leerlingen=[_leerling(n) for n in range(AANTAL)])
        aanlevering = Aanlevering(soort=opgave.soort, bestandsnaam="bench", opgave=opgave)
        op = timezone.localtime()
        invoer = prepare_invoer(actor=account, vestiging=vestiging, aanlevering=aanlevering, op=op)
        bewaard = get_opgave(invoer)
        if bewaard is None:
            raise RuntimeError("Er is niets bewaard.")
        kenmerk = get_vergelijking(vestiging=vestiging, opgave=bewaard, peildatum=op.date()).kenmerk

        def ons() -> None:
            keuze = Invoerkeuze(kenmerk=kenmerk)
            aantallen = execute_invoer(actor=account, invoer=invoer, keuze=keuze, op=op)
            if aantallen["nieuw"] != AANTAL:
                raise RuntimeError("Niet iedereen kwam erin.")

        kaal = _kale_rijen(vestiging)
        tijden = om_en_om({"kaal": partial(_terug, kaal), "ons": partial(_terug, ons)}, rondes)
        Invoer.objects.filter(pk=invoer.pk).delete()
    return {**tijden, "aantal": AANTAL}


def _terug(doe: Callable[[], None]) -> None:
    with transaction.atomic():
        doe()
        transaction.set_rollback(True)


def _school() -> tuple[Vestiging, Account]:
    vestiging, account = get_vestiging(code=CODE), get_account(gebruikersnaam=IB)
    if vestiging is None or account is None:
        verband = create_samenwerkingsverband(nummer="PO9998", naam="Bench", regio="Bench")
        bestuur = create_bestuur(samenwerkingsverband=verband, nummer="BX", naam="Bench")
        gegevens = [Vestiginggegevens(brin=CODE[:4], naam="Bench", plaats="Bench")]
        (vestiging,) = create_vestigingen(bestuur=bestuur, gegevens=gegevens)
        account = create_demo_account(gebruikersnaam=IB, voornaam="I", achternaam="B", wachtwoordhash="!")
        grant_rol(account=account, soort=Rolsoort.INTERN_BEGELEIDER, bij=vestiging, geldig_van=date(2020, 1, 1))
        with in_bestuur(bestuur.pk):
            for nummer in range(GROEPEN):
                create_groep(vestiging=vestiging, schooljaar=_jaar(), naam=str(nummer))
    return vestiging, account


def _jaar() -> str:
    from passend.begrippen.schooljaar import Schooljaar

    return str(Schooljaar.op(timezone.localdate()))


def _leerling(nummer: int) -> Leerlingopgave:
    ouders = tuple(
        Ouderopgave(naam=f"Ouder {wie} van {nummer}", email=f"{wie}{nummer}@ouder.example", heeft_gezag=True)
        for wie in (1, 2)
    )
    return Leerlingopgave(
        nummer + 1, f"L{nummer:06}", f"Kind {nummer}", f"van {nummer}", date(2018, 3, 14), date(2024, 8, 1), None,
        str(nummer % GROEPEN), ouders,
    )  # fmt: skip


def _kale_rijen(vestiging: Vestiging) -> Callable[[], None]:
    """The same rows, made beforehand, into the same tables by the fastest way the database has."""
    groepen = list(vestiging.groepen.values_list("pk", flat=True))
    bestuur, begin = vestiging.bestuur_id, 10_000_000
    leerlingen, woorden, plaatsingen, ouders = [], [], [], []
    for nummer in range(AANTAL):
        een, pk = _leerling(nummer), begin + nummer
        leerlingen.append(
            (pk, bestuur, uuid4().hex, vestiging.pk, een.voornaam, een.achternaam, "2018-03-14", "2024-08-01", "",
             False, een.sleutel)
        )  # fmt: skip
        woorden.extend((bestuur, pk, vestiging.pk, woord) for woord in zoekwoorden(een.naam))
        plaatsingen.append((bestuur, pk, groepen[nummer % len(groepen)], "2026-08-01"))
        ouders.extend((bestuur, pk, ouder.naam, ouder.email, True, "2024-08-01") for ouder in een.ouders or ())
    van_ouder = ["bestuur_id", "leerling_id", "naam", "email", "heeft_gezag", "geldig_van"]
    kolommen = "id bestuur_id sleutel vestiging_id voornaam achternaam geboren_op ingeschreven_op uitgeschreven_naar"
    taken = (
        ("leerlingen_leerling", f"{kolommen} is_verwezen administratiesleutel".split(), leerlingen),
        ("leerlingen_zoekwoord", ["bestuur_id", "leerling_id", "vestiging_id", "woord"], woorden),
        ("leerlingen_groepsplaatsing", ["bestuur_id", "leerling_id", "groep_id", "geldig_van"], plaatsingen),
        ("leerlingen_ouderrelatie", van_ouder, ouders),
    )
    return partial(_copy if connection.vendor == "postgresql" else _executemany, taken)


def _executemany(taken: Any) -> None:
    for tabel, kolommen, rijen in taken:
        plekken = ", ".join("?" * len(kolommen))
        opdracht = f"INSERT INTO {tabel} ({', '.join(kolommen)}) VALUES ({plekken})"  # noqa: S608 -- our own tables
        connection.connection.executemany(opdracht, rijen)


def _copy(taken: Any) -> None:
    """Into the same tables, with the policy off for as long as it takes: PostgreSQL takes no COPY where one guards."""
    with connection.cursor() as cursor:
        for tabel, kolommen, rijen in taken:
            cursor.execute(f"ALTER TABLE {tabel} NO FORCE ROW LEVEL SECURITY")
            with cursor.copy(f"COPY {tabel} ({', '.join(kolommen)}) FROM STDIN") as copy:
                for rij in rijen:
                    copy.write_row(rij)


def main() -> None:
    """What to do stands in the arguments."""
    if sys.argv[1] == "lezen":
        print(json.dumps(lees(Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        print(json.dumps(voer_uit(int(sys.argv[2]))))


if __name__ == "__main__":
    main()
