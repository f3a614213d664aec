"""A process that fills a database with one school of so many pupils, with 20 results each, once."""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import batched

import django

django.setup()

from django.contrib.auth.hashers import make_password  # noqa: E402 -- Django first
from django.db import transaction  # noqa: E402 -- Django first
from django.utils import timezone  # noqa: E402 -- Django first

from passend.begrippen.opp import Oppaanleiding  # noqa: E402 -- Django first
from passend.begrippen.overleg import Overlegsoort  # noqa: E402 -- Django first
from passend.begrippen.rollen import Rolsoort  # noqa: E402 -- Django first
from passend.begrippen.schooljaar import Schooljaar  # noqa: E402 -- Django first
from passend.begrippen.volgen import Herkomst, Vak  # noqa: E402 -- Django first
from passend.leerlingen.actions.leerlingen import index_leerlingen  # noqa: E402 -- Django first
from passend.leerlingen.models import Groepsplaatsing, Leerling  # noqa: E402 -- Django first
from passend.organisaties.actions import (  # noqa: E402 -- idem
    Vestiginggegevens,
    create_bestuur,
    create_groep,
    create_samenwerkingsverband,
    create_vestigingen,
)
from passend.organisaties.models import Bestuur, Vestiging  # noqa: E402 -- Django first
from passend.organisaties.queries import in_bestuur  # noqa: E402 -- Django first
from passend.overleggen.actions.overleg import Overleggegevens, plan_overleg  # noqa: E402 -- Django first
from passend.plannen.actions.groepsplannen import draft_groepsplan  # noqa: E402 -- Django first
from passend.plannen.actions.opp import start_opp  # noqa: E402 -- Django first
from passend.toegang.actions import create_demo_account, grant_rol  # noqa: E402 -- Django first
from passend.volgen.models import Toetsresultaat  # noqa: E402 -- Django first

PER_GROEP, RESULTATEN, TEGELIJK = 25, 20, 2_000
SINDS, GEBOREN = date(2022, 8, 1), date(2018, 3, 14)
VAKKEN = (Vak.REKENEN, Vak.BEGRIJPEND_LEZEN, Vak.SPELLING, Vak.TECHNISCH_LEZEN)
MOMENTEN = ("M4", "E4", "M5", "E5", "M6")
VOORNAMEN = ("Fenna", "Daan", "Noor", "Pip", "Saar", "Ot", "Mees", "Lotte", "Tijn", "Evi")
BEGIN, KLINKER, EIND = "ABDEGHJKLMNPRSTVWZ", "aeiou", "lmnrst"


def vul(aantal: int) -> None:
    """Make the school, its pupils, their results, one plan of one group, and an OPP and an MDO of one pupil."""
    if Bestuur.objects.exists():
        return
    verband = create_samenwerkingsverband(nummer="PO9999", naam="Bench", regio="Bench")
    bestuur = create_bestuur(samenwerkingsverband=verband, nummer="B0", naam="Bench")
    with in_bestuur(bestuur.pk):
        gegevens = [Vestiginggegevens(brin="99BB", naam="School", plaats="Bench")]
        [vestiging] = create_vestigingen(bestuur=bestuur, gegevens=gegevens)
        leerlingen = _leerlingen(vestiging, aantal)
        for deel in batched(leerlingen, TEGELIJK):
            Toetsresultaat.objects.bulk_create(_resultaten(deel))
        account = create_demo_account(
            gebruikersnaam="ib", voornaam="Bench", achternaam="Bench", wachtwoordhash=make_password(None)
        )
        grant_rol(account=account, soort=Rolsoort.INTERN_BEGELEIDER, bij=vestiging, geldig_van=SINDS)
        groep = Groepsplaatsing.objects.filter(leerling=leerlingen[0])[0].groep
        nu = timezone.localtime()
        draft_groepsplan(actor=account, groep=groep, vak=Vak.REKENEN, op=nu)
        een = Leerling.objects.select_related("vestiging").get(pk=leerlingen[0].pk)
        aanleiding = Oppaanleiding.EXTRA_ONDERSTEUNING
        start_opp(actor=account, leerling=een, aanleiding=aanleiding, begonnen_op=nu.date(), op=nu)
        wanneer = Overleggegevens(begint_op=nu + timedelta(days=7), minuten=60, plaats="Kamer 4")
        plan_overleg(actor=account, over=een, soort=Overlegsoort.MDO, gegevens=wanneer, op=nu)


def _leerlingen(vestiging: Vestiging, aantal: int) -> list[Leerling]:
    jaar = str(Schooljaar.op(timezone.localdate()))
    groepen = [
        create_groep(vestiging=vestiging, schooljaar=jaar, naam=f"{nummer}")
        for nummer in range(-(-aantal // PER_GROEP))
    ]
    vast = {"bestuur_id": vestiging.bestuur_id}
    leerlingen = Leerling.objects.bulk_create(
        Leerling(**vast, vestiging=vestiging, voornaam=VOORNAMEN[nummer % 10], achternaam=_achternaam(nummer),
                 geboren_op=GEBOREN, ingeschreven_op=SINDS)
        for nummer in range(aantal)
    )  # fmt: skip
    for deel in batched(leerlingen, TEGELIJK):
        index_leerlingen(deel)
    Groepsplaatsing.objects.bulk_create(
        Groepsplaatsing(**vast, leerling=leerling, groep=groepen[nummer // PER_GROEP], geldig_van=SINDS)
        for nummer, leerling in enumerate(leerlingen)
    )
    return leerlingen


def _achternaam(nummer: int) -> str:
    """Every pupil another, spread over the letters."""
    letters = (BEGIN, KLINKER, EIND, KLINKER, EIND)
    naam = ""
    for reeks in letters:
        nummer, plek = divmod(nummer, len(reeks))
        naam += reeks[plek]
    return naam + "s" * nummer


def _resultaten(leerlingen: tuple[Leerling, ...]) -> Iterator[Toetsresultaat]:
    op = timezone.now()
    for nr, leerling in enumerate(leerlingen):
        begin = 40 + nr * 17 % 41  # as spread as chance would, and the same each time
        for nummer in range(RESULTATEN):
            vak, keer = VAKKEN[nummer % len(VAKKEN)], nummer // len(VAKKEN)
            yield Toetsresultaat(
                bestuur_id=leerling.bestuur_id, leerling=leerling, instrument="cito_lvs", instrumentversie="3.0",
                vak=vak, afnamemoment=MOMENTEN[keer], afgenomen_op=date(2024, 1, 20) + timedelta(days=150 * keer),
                schaalscore=begin + 14 * keer + (nr + nummer) * 7 % 13 - 6, niveau="III", normschema="cito_romeins",
                herkomst=Herkomst.BESTAND, vastgelegd_op=op,
            )  # fmt: skip


if __name__ == "__main__":
    with transaction.atomic():
        vul(int(sys.argv[1]))
