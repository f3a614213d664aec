"""Writes of organisations; who may call them is decided by the room or the entrance above."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import connection, models, transaction

from passend.begrippen.vakantieregio import Vakantieregio
from passend.organisaties.actions.fout import OrganisatieError
from passend.organisaties.models import Bestuur, Bestuurstabel, Groep, Samenwerkingsverband, Vestiging
from passend.organisaties.queries import is_boven_de_muur

_BRIN = re.compile(r"\d{2}[A-Z]{2}")
_VOLGNUMMER = re.compile(r"\d{2}")
_KLEUR = re.compile(r"#[0-9a-f]{6}")
GEEN_MUUR = (
    "Passend mag niet als beheerder van PostgreSQL draaien: dan geldt geen muur tussen besturen. "
    "Maak een gebruiker met NOSUPERUSER en NOBYPASSRLS, en zet die in DATABASE_URL."
)


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


def create_groep(*, vestiging: Vestiging, schooljaar: str, naam: str) -> Groep:
    """Make a group of a site for a school year."""
    return Groep.objects.create(bestuur_id=vestiging.bestuur_id, vestiging=vestiging, schooljaar=schooljaar, naam=naam)


def set_vakantieregio(*, vestiging: Vestiging, regio: Vakantieregio) -> None:
    """Say in which region of the school holidays a site lies."""
    vestiging.vakantieregio = regio.value
    vestiging.save(update_fields=["vakantieregio"])


def guard_tabellen(tabellen: Sequence[type[models.Model]]) -> None:
    """Let PostgreSQL itself show and take only the rows of the boards that `in_bestuur` names; also to the owner.

    Raises:
        OrganisatieError: the user of the database is above every policy, so that they would do nothing.
    """
    van_bestuur = [tabel for tabel in tabellen if issubclass(tabel, Bestuurstabel)]
    if connection.vendor != "postgresql" or not van_bestuur:
        return
    if is_boven_de_muur():
        raise OrganisatieError(GEEN_MUUR)
    with transaction.atomic(), connection.cursor() as cursor:  # at no moment is a table without its policy
        for tabel in van_bestuur:
            for opdracht in _bewaking(connection.ops.quote_name(tabel._meta.db_table)):  # noqa: SLF001 -- Django documents it
                cursor.execute(opdracht)


def _bewaking(tabel: str) -> tuple[str, ...]:
    """The policy of one table, for whoever asks, also for a user that serves and owns nothing.

    Its subquery lets the setting be read once a query, and not once a row.
    """
    gezet = "string_to_array(NULLIF(current_setting('passend.bestuur', true), ''), ',')::bigint[]"
    eigen = f"bestuur_id = ANY ((SELECT {gezet})::bigint[])"
    return (
        f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {tabel} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS eigen_bestuur ON {tabel}",
        f"CREATE POLICY eigen_bestuur ON {tabel} USING ({eigen}) WITH CHECK ({eigen})",
    )
