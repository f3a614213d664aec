"""Reads of files that were handed in, and of what they are compared with."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from passend.begrippen.opgave import Invoerinhoud, Leerkrachtopgave, Opgave, bij_vestiging
from passend.begrippen.opgaveformaat import pak_opgave_uit
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.models import Groepsplaatsing, Invoer, Kolomkoppeling, Leerling, Ouderrelatie
from passend.organisaties.models import Groep, Vestiging
from passend.regels.groepseinden import Groepseinde, Lopendetaak, groepseinden
from passend.regels.herkenning import groepssleutel
from passend.regels.leerlinginvoer import Bekendeleerling, Vergelijking, vergelijk
from passend.regels.ouderinvoer import Bekendeouder
from passend.toegang.models import Account, Groepstaak
from passend.toegang.queries import list_groepstaken

BLIJFT = timedelta(hours=24)  # how long a file that was handed in waits to be carried out
RECENT = 10
VESTIGING = "vestiging"  # which of the sites in a file is this one; beside what the columns are
GEZIEN = "gezien"  # every heading of the last file, also of the columns that were not read


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerkrachtbeeld:
    """A teacher in a file: the account here, if there is one, and the groups that would be added."""

    opgave: Leerkrachtopgave
    account: Account | None
    groepen: tuple[str, ...]


def open_invoeren(*, vestiging: Vestiging, op: datetime) -> QuerySet[Invoer]:
    """The files of a site that still wait."""
    return Invoer.objects.filter(vestiging=vestiging, stand="concept", ingelezen_op__gt=op - BLIJFT)


def list_invoeren(*, vestiging: Vestiging, inhoud: Invoerinhoud = Invoerinhoud.LEERLINGEN) -> list[Invoer]:
    """The newest files of a site about one thing, without what was in them."""
    invoeren = Invoer.objects.filter(vestiging=vestiging, inhoud=inhoud).select_related("ingelezen_door")
    return list(invoeren.defer("tabel", "opgave")[:RECENT])


def is_open(invoer: Invoer, *, op: datetime) -> bool:
    """True while a file waits to be carried out."""
    return invoer.stand == "concept" and invoer.ingelezen_op > op - BLIJFT


def get_invoer(*, vestiging: Vestiging, pk: int, inhoud: Invoerinhoud = Invoerinhoud.LEERLINGEN) -> Invoer | None:
    """One file of a site about one thing; None when it is another's."""
    return Invoer.objects.filter(vestiging=vestiging, pk=pk, inhoud=inhoud).select_related("vestiging").first()


def get_koppeling(*, vestiging: Vestiging, inhoud: Invoerinhoud = Invoerinhoud.LEERLINGEN) -> dict[str, Any]:
    """What the columns meant the last time, by the name of the field; empty the first time."""
    koppelingen = Kolomkoppeling.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging, inhoud=inhoud)
    gevonden = koppelingen.first()
    return dict(gevonden.koppeling) if gevonden else {}


def get_hele_opgave(invoer: Invoer) -> Opgave | None:
    """What a file says of all its sites; None when its columns are not told yet, or nothing is left of it."""
    return pak_opgave_uit(bytes(invoer.opgave)) if invoer.opgave else None


def get_opgave(invoer: Invoer) -> Opgave | None:
    """What a file says of this site; None while it is not told what its columns are, or which of its sites is this."""
    opgave, sleutel = get_hele_opgave(invoer), invoer.koppeling.get(VESTIGING)
    if opgave is None or (sleutel is None and len(opgave.vestigingen) > 1):
        return None
    return opgave if sleutel is None else bij_vestiging(opgave, sleutel)


def schooljaar_van(opgave: Opgave, peildatum: date) -> Schooljaar:
    """The school year of a file; the one of the day when it does not say it."""
    return Schooljaar.uit_tekst(opgave.schooljaar) or Schooljaar.op(peildatum)


def get_vergelijking(*, vestiging: Vestiging, opgave: Opgave, peildatum: date) -> Vergelijking:
    """What a file would change now."""
    schooljaar = str(schooljaar_van(opgave, peildatum))
    return vergelijk(
        opgave,
        list_bekenden(vestiging=vestiging, schooljaar=schooljaar, peildatum=peildatum),
        groepen=get_groepen(vestiging=vestiging, schooljaar=schooljaar),
        peildatum=peildatum,
    )


def get_groepen(*, vestiging: Vestiging, schooljaar: str) -> dict[str, Groep]:
    """The groups of a site in a school year, by name."""
    groepen = Groep.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging, schooljaar=schooljaar)
    return {groep.naam: groep for groep in groepen}


def list_bekenden(*, vestiging: Vestiging, schooljaar: str, peildatum: date) -> list[Bekendeleerling]:
    """Every pupil of a site, also those who left, with the group of a school year and the parents of a day."""
    groepen, ouders = _groepen(vestiging, schooljaar), _ouders(vestiging, peildatum)
    leerlingen = Leerling.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging).order_by("pk")
    velden = (
        *("pk", "sleutel", "administratiesleutel", "voornaam", "achternaam"),
        *("geboren_op", "ingeschreven_op", "uitgeschreven_op"),
    )
    return [
        Bekendeleerling(
            **dict(zip(velden, rij, strict=True)), groep=groepen.get(rij[0], ""), ouders=tuple(ouders.get(rij[0], ()))
        )
        for rij in leerlingen.values_list(*velden)
    ]


def _groepen(vestiging: Vestiging, schooljaar: str) -> dict[int, str]:
    plaatsingen = Groepsplaatsing.objects.filter(
        bestuur=vestiging.bestuur_id,
        geldig_tot_en_met__isnull=True,
        groep__bestuur=F("bestuur"),
        groep__vestiging=vestiging,
        groep__schooljaar=schooljaar,
    )
    return dict(plaatsingen.order_by("geldig_van").values_list("leerling", "groep__naam"))


def _ouders(vestiging: Vestiging, peildatum: date) -> dict[int, list[Bekendeouder]]:
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    rijen = Ouderrelatie.objects.filter(
        geldig, bestuur=vestiging.bestuur_id, leerling__bestuur=F("bestuur"), leerling__vestiging=vestiging
    )
    per_leerling: dict[int, list[Bekendeouder]] = defaultdict(list)
    for pk, leerling, naam, email, gezag in rijen.values_list("pk", "leerling", "naam", "email", "heeft_gezag"):
        per_leerling[leerling].append(Bekendeouder(pk=pk, naam=naam, email=email, heeft_gezag=gezag))
    return per_leerling


def list_leerkrachten(*, vestiging: Vestiging, opgave: Opgave, peildatum: date) -> list[Leerkrachtbeeld]:
    """The teachers of a file who teach a group: those here with that address, and who is not invited yet."""
    met_groep = [een for een in opgave.leerkrachten if een.groepen]
    accounts = _accounts(vestiging, {een.email.casefold() for een in met_groep if een.email}, peildatum)
    heeft = _heeft_groepen(accounts.values(), str(schooljaar_van(opgave, peildatum)), peildatum)
    beelden = []
    for een in met_groep:
        account = accounts.get(een.email.casefold()) if een.email else None
        eigen = heeft.get(account.pk, set()) if account else set()
        groepen = tuple(groep for groep in een.groepen if groepssleutel(groep) not in eigen)
        beelden.append(Leerkrachtbeeld(opgave=een, account=account, groepen=groepen))
    return beelden


def list_groepseinden(*, vestiging: Vestiging, opgave: Opgave, peildatum: date) -> list[Groepseinde]:
    """Who teaches a group of a file here, while the file gives it to others."""
    if not opgave.leerkrachten:
        return []
    schooljaar = str(schooljaar_van(opgave, peildatum))
    taken = [
        Lopendetaak(
            pk=taak.pk,
            naam=str(taak.account),
            adressen=frozenset(adres.casefold() for adres in (taak.account.username, taak.account.email) if adres),
            groep=taak.groep.naam,
            tot_en_met=taak.geldig_tot_en_met,
        )
        for taak in list_groepstaken(vestiging=vestiging, schooljaar=schooljaar, peildatum=peildatum)
    ]
    adressen = {een.email.casefold() for een in opgave.leerkrachten if een.email}
    return groepseinden(
        taken,
        opgave.leerkrachten,
        groepen={*opgave.groepen, *(een.groep for een in opgave.leerlingen if een.groep)},
        bekend=set(_accounts(vestiging, adressen, peildatum)),
    )


def _accounts(vestiging: Vestiging, adressen: Collection[str], peildatum: date) -> dict[str, Account]:
    if not adressen:
        return {}
    geldig = Q(rollen__geldig_tot_en_met__isnull=True) | Q(rollen__geldig_tot_en_met__gte=peildatum)
    leerkrachten = Account.objects.filter(
        geldig,
        is_active=True,
        rollen__soort=Rolsoort.LEERKRACHT,
        rollen__vestiging=vestiging,
        rollen__geldig_van__lte=peildatum,
    ).distinct()
    van = {adres.casefold(): een for een in leerkrachten for adres in (een.username, een.email) if adres}
    return {adres: een for adres, een in van.items() if adres in adressen}


def _heeft_groepen(accounts: Collection[Account], schooljaar: str, peildatum: date) -> dict[int, set[str]]:
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    taken = Groepstaak.objects.filter(
        geldig, account__in=accounts, groep__bestuur=F("bestuur"), groep__schooljaar=schooljaar
    )
    per_account: dict[int, set[str]] = defaultdict(set)
    for account, naam in taken.values_list("account", "groep__naam"):
        per_account[account].add(groepssleutel(naam))
    return per_account
