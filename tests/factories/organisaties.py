"""Organisations for tests, made through the actions of their room."""

from django.db import connection
from django_scopes import get_scope

from passend.organisaties.actions import (
    Vestiginggegevens,
    create_bestuur,
    create_samenwerkingsverband,
    create_vestigingen,
)
from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging


def maak_samenwerkingsverband(nummer: str = "PO9901") -> Samenwerkingsverband:
    """A samenwerkingsverband."""
    return create_samenwerkingsverband(nummer=nummer, naam=f"Samenwerkingsverband {nummer}", regio="Duinrand")


def maak_bestuur(samenwerkingsverband: Samenwerkingsverband | None = None, nummer: str = "99001") -> Bestuur:
    """A board, with a samenwerkingsverband of its own when none is given."""
    verband = samenwerkingsverband or maak_samenwerkingsverband()
    bestuur = create_bestuur(samenwerkingsverband=verband, nummer=nummer, naam=f"Stichting {nummer}")
    _open(bestuur)
    return bestuur


def open_besturen() -> None:
    """Let the test also see what belongs to boards that the product made itself, as in the made-up region."""
    for bestuur in Bestuur.objects.exclude(pk__in=get_scope()["bestuur"]):
        _open(bestuur)


def _open(bestuur: Bestuur) -> None:
    """Let the test see what belongs to a board it made; the setting of the database ends with the test."""
    besturen = get_scope()["bestuur"]
    besturen.append(bestuur.pk)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET passend.bestuur = '{','.join(map(str, besturen))}'")


def maak_vestiging(
    bestuur: Bestuur | None = None, brin: str = "99AA", naam: str = "De Wilgenboom", plaats: str = "Voorbeeldstad"
) -> Vestiging:
    """A site, with a board of its own when none is given."""
    gegevens = [Vestiginggegevens(brin=brin, naam=naam, plaats=plaats)]
    return create_vestigingen(bestuur=bestuur or maak_bestuur(), gegevens=gegevens)[0]
