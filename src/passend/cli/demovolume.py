"""As many made-up schools as a country has, each with a published edition mixed from those of the small region."""

from datetime import date
from itertools import batched
from random import Random
from typing import Any

from django.db import transaction

from passend.begrippen.meegeleverd import load_definitie
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.cli.demoregio import DEMO, lees, moment
from passend.organisaties.actions import (
    Vestiginggegevens,
    create_bestuur,
    create_samenwerkingsverband,
    create_vestigingen,
)
from passend.organisaties.queries import (
    get_bestuur,
    get_samenwerkingsverband,
    in_bestuur,
    list_besturen,
    list_vestigingen,
)
from passend.profielen.actions.overname import Overname, publish_overgenomen
from passend.profielen.actions.sjablonen import add_sjabloon
from passend.profielen.queries.openbaar import get_editie
from passend.toegang.actions import create_account, grant_rol
from passend.toegang.queries import get_account

NUMMER = "PO9903"
BESTUURDER = "bestuur.vlakteland@voorbeeld.nl"
PER_BESTUUR = 100
PER_BRIN = 10
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def load_scholen(aantal: int, vandaag: date) -> int:
    """Fill up to `aantal` schools in all, a board at a time; a second time nothing is added.

    Returns:
        How many were added.
    """
    jaar = Schooljaar.op(vandaag)
    verband, actor = _verband_en_bestuurder(jaar)
    with in_bestuur(*(bestuur.pk for bestuur in list_besturen(samenwerkingsverband=verband))):
        sjabloon = add_sjabloon(
            actor=None,
            samenwerkingsverband=verband,
            definitie=load_definitie("haaglanden"),
            reden=DEMO,
            op=moment(jaar, 1, 8),
        )
    bron = lees("volume.json")
    voorbeelden = _voorbeelden(bron["voorbeelden"])
    begin = list_vestigingen(samenwerkingsverband=verband).count()
    erbij = range(begin, begin + max(0, aantal - list_vestigingen().count()))
    for groep in _per_bestuur(erbij):
        with transaction.atomic():
            vestigingen = _vestigingen(verband, actor, groep, bron, jaar)
            with in_bestuur(vestigingen[0].bestuur_id):
                publish_overgenomen(
                    actor=actor,
                    sjabloon=sjabloon,
                    schooljaar=jaar,
                    overnames=[
                        Overname(vestiging=vestiging, inhoud=_inhoud(nummer, vestiging, voorbeelden, jaar))
                        for nummer, vestiging in zip(groep, vestigingen, strict=True)
                    ],
                    op=moment(jaar, 6, 1 + groep[0] % 28),
                )
    return len(erbij)


@transaction.atomic
def _verband_en_bestuurder(jaar: Schooljaar) -> tuple[Any, Any]:
    if (verband := get_samenwerkingsverband(nummer=NUMMER)) is not None:
        return verband, get_account(gebruikersnaam=BESTUURDER)
    verband = create_samenwerkingsverband(nummer=NUMMER, naam="Samenwerkingsverband Vlakteland", regio="Vlakteland")
    actor = create_account(gebruikersnaam=BESTUURDER, voornaam="Ada", achternaam="Vlaktema", wachtwoord=None)
    return verband, actor


def _per_bestuur(nummers: range) -> list[tuple[int, ...]]:
    eerste = min(len(nummers), -nummers.start % PER_BESTUUR)
    groepen = [tuple(nummers[:eerste]), *batched(nummers[eerste:], PER_BESTUUR)]
    return [groep for groep in groepen if groep]


def _vestigingen(verband: Any, actor: Any, groep: tuple[int, ...], bron: dict[str, Any], jaar: Schooljaar) -> list[Any]:
    nummer = f"98{groep[0] // PER_BESTUUR:03}"
    bestuur = get_bestuur(nummer=nummer)
    if bestuur is None:
        bestuur = create_bestuur(samenwerkingsverband=verband, nummer=nummer, naam=f"Stichting Vlakteland {nummer}")
        grant_rol(account=actor, soort=Rolsoort.BESTUURDER, bij=bestuur, geldig_van=jaar.vorige.vorige.begint_op)
    return create_vestigingen(bestuur=bestuur, gegevens=[_gegevens(nummer, bron) for nummer in groep])


def _gegevens(nummer: int, bron: dict[str, Any]) -> Vestiginggegevens:
    gekozen = Random(nummer)  # noqa: S311 -- the same schools every time, no secret
    paar = nummer // PER_BRIN + len(LETTERS)  # the small region has 99AA to 99AZ
    return Vestiginggegevens(
        brin=f"99{LETTERS[paar // len(LETTERS)]}{LETTERS[paar % len(LETTERS)]}",
        volgnummer=f"{nummer % PER_BRIN:02}",
        naam=f"{gekozen.choice(bron['soorten'])} {gekozen.choice(bron['namen'])}",
        plaats=gekozen.choice(bron["plaatsen_begin"]) + gekozen.choice(bron["plaatsen_eind"]),
        adres=f"{gekozen.choice(bron['straten'])} {gekozen.randint(1, 180)}",
        postcode=f"99{gekozen.randint(10, 98)} X{gekozen.choice(LETTERS)}",
        email=f"info@school{nummer}.example",
        website=f"https://school{nummer}.example",
    )


def _voorbeelden(codes: list[str]) -> list[dict[str, Any]]:
    edities = [get_editie(vestiging=vestiging) for vestiging in list_vestigingen() if vestiging.code in codes]
    return [editie.inhoud for editie in edities if editie is not None]


def _inhoud(nummer: int, vestiging: Any, voorbeelden: list[dict[str, Any]], jaar: Schooljaar) -> dict[str, Any]:
    """A profile whose rows and texts come each from one of the examples."""
    gekozen = Random(-nummer)  # noqa: S311 -- the same profiles every time, no secret
    basis = voorbeelden[nummer % len(voorbeelden)]
    rijen = [{(rij["tabel"], rij["label"]): rij for rij in inhoud["tabellen"]} for inhoud in voorbeelden]
    alle = {sleutel: rij for per_school in rijen for sleutel, rij in per_school.items()}
    vast = {(rij["tabel"], rij["label"]) for rij in basis["tabellen"] if not rij["is_eigen"]}
    eigen = [sleutel for sleutel, rij in alle.items() if rij["is_eigen"]]
    gekozen_eigen = gekozen.sample(eigen, k=3)
    tabellen = [gekozen.choice(rijen)[sleutel] for sleutel in alle if sleutel in vast]
    velden = {"schooljaar": str(jaar), "schoolnaam": vestiging.naam, "adres": f"{vestiging.adres}, {vestiging.plaats}"}
    velden |= {"email": vestiging.email, "schoolgids": f"{vestiging.website}/schoolgids"}
    return {
        **basis,
        "schooljaar": str(jaar),
        "velden": [{**veld, "waarde": velden.get(veld["veld"], veld["waarde"])} for veld in basis["velden"]],
        "tabellen": tabellen + [alle[sleutel] for sleutel in gekozen_eigen],
    }
