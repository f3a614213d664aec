"""A process with 60,290 pupils: times who may see what, beside the same without asking; prints them as JSON.

The database is filled the first time, 205 schools of 27 boards as in the region it is made for, and kept.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import django

django.setup()

from django.contrib.auth.hashers import make_password  # noqa: E402 -- Django first
from django.db import connection  # noqa: E402 -- Django first
from django.utils import timezone  # noqa: E402 -- Django first

from bench.dossierbladen import bladen  # noqa: E402 -- Django first
from bench.dossierbladen import taken as bladtaken  # noqa: E402 -- Django first
from bench.meten import Taken, om_en_om  # noqa: E402 -- Django first
from passend.begrippen.rollen import Rolsoort  # noqa: E402 -- Django first
from passend.leerlingen.models import (  # noqa: E402 -- idem
    Dossierstuk,
    Dossierversie,
    Groepsplaatsing,
    Leerling,
    Ouderrelatie,
)
from passend.leerlingen.permissions import visible_leerlingen  # noqa: E402 -- Django first
from passend.organisaties.actions import (  # noqa: E402 -- idem  # noqa: E402 -- idem
    Vestiginggegevens,
    create_bestuur,
    create_groep,
    create_samenwerkingsverband,
    create_vestigingen,
)
from passend.organisaties.models import Bestuur, Groep, Vestiging  # noqa: E402 -- Django first
from passend.organisaties.queries import in_bestuur  # noqa: E402 -- Django first
from passend.toegang.actions import assign_groep, create_demo_account, grant_rol  # noqa: E402 -- Django first
from passend.toegang.models import Account  # noqa: E402 -- Django first
from passend.toegang.queries import get_account  # noqa: E402 -- Django first

LEERLINGEN, SCHOLEN, BESTUREN, GROEPEN = 60_290, 205, 27, 12
SINDS, GEBOREN = date(2024, 8, 1), date(2018, 3, 14)
KEER = 20
JAAR = "2026-2027"
MENSEN = {"leerkracht": Rolsoort.LEERKRACHT, "ib": Rolsoort.INTERN_BEGELEIDER, "ouder": Rolsoort.OUDER}


def vul() -> None:
    """Make the region, once."""
    if Bestuur.objects.filter(nummer="B0").exists():
        return
    verband = create_samenwerkingsverband(nummer="PO9999", naam="Bench", regio="Bench")
    hash_ = make_password(None)
    for nummer in range(BESTUREN):
        bestuur = create_bestuur(samenwerkingsverband=verband, nummer=f"B{nummer}", naam=f"Bestuur {nummer}")
        scholen = [code for code in range(SCHOLEN) if code % BESTUREN == nummer]
        gegevens = [
            Vestiginggegevens(brin=f"{code // 26 + 10}X{chr(65 + code % 26)}", naam=f"School {code}", plaats="Bench")
            for code in scholen
        ]
        with in_bestuur(bestuur.pk):
            for code, vestiging in zip(scholen, create_vestigingen(bestuur=bestuur, gegevens=gegevens), strict=True):
                _vul_school(vestiging, LEERLINGEN // SCHOLEN + (code < LEERLINGEN % SCHOLEN))
    with in_bestuur(_eerste().bestuur_id):
        _vul_mensen(_eerste(), hash_)


def _vul_school(vestiging: Vestiging, aantal: int) -> None:
    groepen = [create_groep(vestiging=vestiging, schooljaar=JAAR, naam=f"{nummer}") for nummer in range(GROEPEN)]
    vast = {"bestuur_id": vestiging.bestuur_id}
    leerlingen = Leerling.objects.bulk_create(
        Leerling(
            **vast, vestiging=vestiging, voornaam=f"Kind {nummer}", achternaam=f"van {vestiging.pk}",
            geboren_op=GEBOREN, ingeschreven_op=SINDS,
        )
        for nummer in range(aantal)
    )  # fmt: skip
    Groepsplaatsing.objects.bulk_create(
        Groepsplaatsing(**vast, leerling=leerling, groep=groepen[nummer % GROEPEN], geldig_van=SINDS)
        for nummer, leerling in enumerate(leerlingen)
    )
    Ouderrelatie.objects.bulk_create(
        Ouderrelatie(**vast, leerling=leerling, naam="Ouder", heeft_gezag=True, geldig_van=SINDS)
        for leerling in leerlingen
        for _keer in range(2)
    )


def _eerste() -> Vestiging:
    return Vestiging.objects.filter(bestuur__nummer="B0").order_by("pk")[0]


def _vul_mensen(vestiging: Vestiging, hash_: str) -> None:
    """A teacher, an intern begeleider and a parent of the first school, and a file with ten pieces."""
    for naam, soort in MENSEN.items():
        account = create_demo_account(gebruikersnaam=naam, voornaam=naam, achternaam="Bench", wachtwoordhash=hash_)
        grant_rol(account=account, soort=soort, bij=vestiging, geldig_van=SINDS)
    groep = Groep.objects.filter(vestiging=vestiging)[0]
    assign_groep(account=_mens("leerkracht"), groep=groep, geldig_van=SINDS)
    leerling = _leerling()
    Ouderrelatie.objects.filter(leerling=leerling).update(account=_mens("ouder"))
    vast = {"bestuur_id": vestiging.bestuur_id}
    for nummer in range(10):
        stuk = Dossierstuk.objects.create(**vast, leerling=leerling, titel=f"Stuk {nummer}", vertrouwelijkheid="gewoon")
        Dossierversie.objects.create(
            **vast, stuk=stuk, nummer=1, tekst="Tekst. " * 40, geldig_van=SINDS, vastgelegd_op=timezone.now(),
            door=_mens("ib"),
        )  # fmt: skip


def _mens(naam: str) -> Account:
    account = get_account(gebruikersnaam=naam)
    if account is None:
        raise RuntimeError(f"{naam} is er niet.")
    return account


def _leerling() -> Leerling:
    return Leerling.objects.filter(vestiging=_eerste()).order_by("pk")[0]


def taken() -> Taken:
    """Each question with and without its reason."""
    op, school, leerling = timezone.localtime(), _eerste(), _leerling()
    groepen = list(Groep.objects.filter(vestiging=school).values_list("pk", flat=True)[:1])
    kaal = {
        "ib": lambda: Leerling.objects.filter(vestiging=school),
        "leerkracht": lambda: Leerling.objects.filter(vestiging=school, plaatsingen__groep__in=groepen),
        "ouder": lambda: Leerling.objects.filter(ouders__account=_ouder, ouders__heeft_gezag=True),
    }
    _ouder = _mens("ouder")
    alles: dict[str, Any] = {}
    for naam, vraag in kaal.items():
        account = _mens(naam)
        if {een.pk for een in vraag()} != {een.pk for een in visible_leerlingen(account, op=op)}:
            raise RuntimeError(f"Wat {naam} mag zien is niet wat de kale vraag geeft.")
        tweeling = partial(_lijst, partial(visible_leerlingen, account, op=op))
        alles[f"lijst van {naam}"] = tweeling
        alles[f"lijst van {naam}, kaal"] = partial(_lijst, vraag)
        alles[f"vraag van {naam}"] = partial(_voer_uit, *_vragen_van(tweeling)[-1])
        alles[f"vraag van {naam}, kaal"] = partial(_voer_uit, *_vragen_van(partial(_lijst, vraag))[-1])
    mensen = {naam: _mens(naam) for naam in MENSEN}
    alles.update(bladtaken(bladen(mensen, leerling, kaal)))
    return alles


def _lijst(vraag: Callable[[], Any]) -> None:
    list(vraag())


def _vragen_van(taak: Callable[[], object]) -> list[tuple[str, Any]]:
    """What a task asks of the database, as it asks it."""
    vragen: list[tuple[str, Any]] = []

    def bewaar(execute: Callable[..., Any], sql: str, waarden: Any, *rest: Any) -> Any:
        vragen.append((sql, waarden))
        return execute(sql, waarden, *rest)

    with connection.execute_wrapper(bewaar):
        taak()
    return vragen


def _voer_uit(sql: str, waarden: Any) -> None:
    with connection.cursor() as lezer:
        for _keer in range(KEER):  # once is over before a clock can tell
            lezer.execute(sql, waarden)
            lezer.fetchall()


def main() -> None:
    """Fill, time and print."""
    vul()
    with in_bestuur(_eerste().bestuur_id):
        print(json.dumps({"aantal": LEERLINGEN, "tijden": om_en_om(taken(), int(sys.argv[1]))}))


if __name__ == "__main__":
    main()
