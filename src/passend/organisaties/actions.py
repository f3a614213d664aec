"""Writes of organisations; who may call them is decided by the room or the entrance above."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction

from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging

_BRIN = re.compile(r"\d{2}[A-Z]{2}")
_VOLGNUMMER = re.compile(r"\d{2}")
_KLEUR = re.compile(r"#[0-9a-f]{6}")


class OrganisatieError(ValueError):
    """An organisation that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vestiginggegevens:
    """What is known of a site."""

    brin: str
    naam: str
    plaats: str
    volgnummer: str = "00"
    adres: str = ""
    postcode: str = ""
    telefoon: str = ""
    email: str = ""
    website: str = ""
    kleur: str = "#0b5d5e"


def create_samenwerkingsverband(*, nummer: str, naam: str, regio: str) -> Samenwerkingsverband:
    """Make a samenwerkingsverband."""
    return Samenwerkingsverband.objects.create(nummer=nummer, naam=naam, regio=regio)


def create_bestuur(*, samenwerkingsverband: Samenwerkingsverband, nummer: str, naam: str) -> Bestuur:
    """Make a board."""
    return Bestuur.objects.create(samenwerkingsverband=samenwerkingsverband, nummer=nummer, naam=naam)


@transaction.atomic
def create_vestigingen(*, bestuur: Bestuur, gegevens: Sequence[Vestiginggegevens]) -> list[Vestiging]:
    """Make the sites of a board; all of them or none.

    Raises:
        OrganisatieError: a BRIN, site number or colour cannot be one.
    """
    for een in gegevens:
        _check(een)
    return Vestiging.objects.bulk_create([Vestiging(bestuur=bestuur, **asdict(een)) for een in gegevens])


def _check(gegevens: Vestiginggegevens) -> None:
    if not _BRIN.fullmatch(gegevens.brin) or not _VOLGNUMMER.fullmatch(gegevens.volgnummer):
        raise OrganisatieError(
            f"'{gegevens.brin}{gegevens.volgnummer}' is geen code van een vestiging. "
            "Schrijf twee cijfers, twee hoofdletters en weer twee cijfers, zoals 99AB00."
        )
    if not _KLEUR.fullmatch(gegevens.kleur):
        raise OrganisatieError(f"'{gegevens.kleur}' is geen kleur. Schrijf haar als #0b5d5e.")
