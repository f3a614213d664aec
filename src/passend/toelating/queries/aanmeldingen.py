"""Registrations and what happened to them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.db.models import QuerySet

from passend.begrippen.aanmelding import Aanmeldweg, Gebeurtenissoort
from passend.begrippen.toelating import Toelatingsbesluit
from passend.leerlingen.actions.kluis import kluis
from passend.leerlingen.models import Leerling
from passend.organisaties.models import Vestiging
from passend.toegang.queries import sleutel_hash
from passend.toelating.models import (
    Aanmeldgebeurtenis,
    Aanmelding,
    Aanmeldouder,
    Aanmeldscan,
    Aanmeldsleutel,
    Brief,
    Groepsruimte,
    Toelatingsbeleid,
    Verwijdergebeurtenis,
)

__all__ = ["Aanmeldgebeurtenis", "Aanmelding", "Aanmeldouder", "Brief", "Groepsruimte", "Toelatingsbeleid"]

LEERJAREN = range(1, 9)


def get_aanmelding(*, vestiging: Vestiging, sleutel: UUID) -> Aanmelding | None:
    """A registration at a site; None when it is not there."""
    gevonden = Aanmelding.objects.filter(vestiging=vestiging, sleutel=sleutel).first()
    if gevonden is not None:
        gevonden.vestiging = vestiging
    return gevonden


def onderwerp_van(aanmelding: Aanmelding) -> str:
    """What the log calls a registration: its key, never a name."""
    return f"aanmelding:{aanmelding.sleutel.hex}"


def list_aanmeldingen_van(*, leerling: Leerling) -> list[Aanmelding]:
    """The registrations by which a child became a pupil."""
    return list(Aanmelding.objects.filter(leerling=leerling))


def find_aanmelding(*, vestiging: Vestiging, geheim: str, op: datetime) -> Aanmelding | None:
    """The registration that a key of parents opens at a moment; None when it opens none."""
    sleutel = Aanmeldsleutel.objects.filter(
        hash=sleutel_hash(geheim), ingetrokken_op__isnull=True, verloopt_op__gt=op
    ).first()
    return None if sleutel is None else Aanmelding.objects.filter(vestiging=vestiging, pk=sleutel.aanmelding_id).first()


def list_ouders_bij(*, aanmelding: Aanmelding) -> list[Aanmeldouder]:
    """Who registered a child, in the order in which they were noted."""
    return list(Aanmeldouder.objects.filter(aanmelding=aanmelding))


def list_gebeurtenissen(*, aanmelding: Aanmelding) -> list[Aanmeldgebeurtenis]:
    """Everything that happened to a registration, earliest first; also what does not count any more."""
    rijen = Aanmeldgebeurtenis.objects.filter(aanmelding=aanmelding)
    return list(rijen.select_related("door").order_by("op", "pk"))


def list_gebeurtenissen_van(*, aanmeldingen: Collection[Aanmelding]) -> dict[int, list[Aanmeldgebeurtenis]]:
    """What happened to each of many registrations, by their key; one question for any number."""
    per_zaak: dict[int, list[Aanmeldgebeurtenis]] = defaultdict(list)
    for een in Aanmeldgebeurtenis.objects.filter(aanmelding__in=aanmeldingen).order_by("op", "pk"):
        per_zaak[een.aanmelding_id].append(een)
    return per_zaak


def geldige[G: (Aanmeldgebeurtenis, Verwijdergebeurtenis)](gebeurtenissen: Iterable[G]) -> list[G]:
    """What counts: without what was taken back, and without that it was."""
    alle = list(gebeurtenissen)
    weg = {een.verwijst_naar_id for een in alle if een.soort == Gebeurtenissoort.VERVALLEN}
    return [een for een in alle if een.soort != Gebeurtenissoort.VERVALLEN and een.pk not in weg]


def besluit_van(gebeurtenissen: Iterable[Aanmeldgebeurtenis]) -> Aanmeldgebeurtenis | None:
    """The decision that counts; None before there is one."""
    besluiten = [een for een in geldige(gebeurtenissen) if een.soort == Gebeurtenissoort.BESLUIT]
    return besluiten[-1] if besluiten else None


def is_toegelaten(gebeurtenissen: Iterable[Aanmeldgebeurtenis]) -> bool:
    """True when the decision that counts is to admit, or the one on the objection was."""
    beslissingen = {Gebeurtenissoort.BESLUIT.value, Gebeurtenissoort.BEZWAAR_BESLIST.value}
    besloten = [een for een in geldige(gebeurtenissen) if een.soort in beslissingen and een.uitkomst]
    return bool(besloten) and besloten[-1].uitkomst == Toelatingsbesluit.TOEGELATEN


def is_gesloten(aanmelding: Aanmelding, gebeurtenissen: Iterable[Aanmeldgebeurtenis]) -> bool:
    """True when nothing is to be done: withdrawn, or admitted, a pupil, and with a number or its report."""
    alle = geldige(gebeurtenissen)
    if any(een.soort == Gebeurtenissoort.INGETROKKEN for een in alle):
        return True
    soorten = {een.soort for een in alle}
    if Gebeurtenissoort.ZONDER_NUMMER in soorten and Gebeurtenissoort.NUMMER_GEMELD not in soorten:
        return False
    return is_toegelaten(alle) and aanmelding.leerling_id is not None


def list_brieven(*, aanmelding: Aanmelding) -> list[Brief]:
    """The letters that were sent, newest first."""
    return list(Brief.objects.filter(aanmelding=aanmelding).select_related("door").order_by("-vastgelegd_op", "-pk"))


def get_brief(*, aanmelding: Aanmelding, pk: int) -> Brief | None:
    """One letter of a case; None when it is of another."""
    return Brief.objects.filter(aanmelding=aanmelding, pk=pk).first()


def list_scans(*, aanmelding: Aanmelding) -> list[Aanmeldscan]:
    """The papers of a registration, oldest first, without what is in them."""
    return list(Aanmeldscan.objects.filter(aanmelding=aanmelding).defer("geheim"))


def list_zonder_scan(*, aanmeldingen: Collection[Aanmelding]) -> set[int]:
    """The keys of those of these that came on paper and have no paper with them; one question for any number."""
    papier = {een.pk for een in aanmeldingen if een.weg == Aanmeldweg.PAPIER}
    if not papier:
        return set()
    return papier - set(Aanmeldscan.objects.filter(aanmelding__in=papier).values_list("aanmelding", flat=True))


def get_scan(*, aanmelding: Aanmelding, pk: int) -> Aanmeldscan | None:
    """One paper of a registration; None when it is of another."""
    return Aanmeldscan.objects.filter(aanmelding=aanmelding, pk=pk).first()


def open_scan(scan: Aanmeldscan) -> bytes | None:
    """What is in a paper; None when its key is there no more."""
    try:
        return kluis().decrypt(bytes(scan.geheim))
    except InvalidToken:
        return None


def get_beleid(*, vestiging: Vestiging) -> Toelatingsbeleid | None:
    """How a school admits; None when it did not say."""
    return Toelatingsbeleid.objects.filter(vestiging=vestiging).first()


def steunpunt_van(beleid: Toelatingsbeleid | None, *, vestiging: Vestiging) -> str:
    """The support desk for parents; that of the partnership, which must have one (WPO 18a), where none was named."""
    return (beleid.steunpunt if beleid else "") or str(vestiging.bestuur.samenwerkingsverband)


def list_ruimte(*, vestiging: Vestiging, op: datetime) -> list[Groepsruimte]:
    """Whether each year group has room now; a year group of which nothing is known is not in it."""
    nu: dict[int, Groepsruimte] = {}
    for rij in _ruimte(vestiging).filter(geldig_van__lte=op.date()).order_by("geldig_van", "pk"):
        nu[rij.leerjaar] = rij
    return [nu[leerjaar] for leerjaar in sorted(nu)]


def get_ruimte(*, vestiging: Vestiging, leerjaar: int, dag: date) -> Groepsruimte | None:
    """What a school says of the room in a year group on a day; None where it says nothing, so that there is room."""
    return _op_dag(vestiging, leerjaar, dag).first()


def get_gezegde_ruimte(*, vestiging: Vestiging, leerjaar: int, dag: date) -> Groepsruimte | None:
    """What the page of a school said on a day of the room in a year group: what was written down later is not in it."""
    return _op_dag(vestiging, leerjaar, dag).filter(vastgelegd_op__date__lte=dag).first()


def _op_dag(vestiging: Vestiging, leerjaar: int, dag: date) -> QuerySet[Groepsruimte]:
    return _ruimte(vestiging).filter(leerjaar=leerjaar, geldig_van__lte=dag).order_by("-geldig_van", "-pk")


def list_dubbele(*, aanmelding: Aanmelding) -> list[Aanmelding]:
    """Other registrations at the same school of a child with this name and birthday, oldest first."""
    zelfde = find_zelfde_kind(
        vestiging=aanmelding.vestiging,
        voornaam=aanmelding.voornaam,
        achternaam=aanmelding.achternaam,
        geboren_op=aanmelding.geboren_op,
    )
    return list(zelfde.exclude(pk=aanmelding.pk))


def find_zelfde_kind(*, vestiging: Vestiging, voornaam: str, achternaam: str, geboren_op: date) -> QuerySet[Aanmelding]:
    """Registrations at a school of a child with this name and birthday."""
    return Aanmelding.objects.filter(
        vestiging=vestiging,
        geboren_op=geboren_op,
        voornaam__iexact=voornaam.strip(),
        achternaam__iexact=achternaam.strip(),
    )


def list_alle_ruimte(*, vestiging: Vestiging) -> list[Groepsruimte]:
    """Everything a school said about its room, newest first."""
    return list(_ruimte(vestiging).select_related("door").order_by("-geldig_van", "-pk"))


def _ruimte(vestiging: Vestiging) -> QuerySet[Groepsruimte]:
    return Groepsruimte.objects.filter(vestiging=vestiging)
