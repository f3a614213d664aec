"""Reads of pupils, their parents and their groups."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from passend.leerlingen.models import Burgerservicenummer, Groepsplaatsing, Leerling, Ouderrelatie, Zoekwoord
from passend.organisaties.models import Bestuur, Groep, Vestiging
from passend.regels.zoeken import na_alles_met, zoekwoorden
from passend.toegang.queries import Account

type Leerlingen = QuerySet[Leerling]
MEESTE_GEVONDEN = 1000  # who finds more types another letter; the first of them are shown meanwhile
ZELDZAAM = 100  # further than this it makes no difference which word is looked for first


def get_leerling(*, vestiging: Vestiging, sleutel: UUID) -> Leerling | None:
    """The pupil of a site with a key; None when there is none."""
    leerling = Leerling.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging, sleutel=sleutel).first()
    if leerling is not None:
        leerling.vestiging = vestiging  # read already, by whom this asks
    return leerling


def list_ingeschreven(*, vestiging: Vestiging) -> list[Leerling]:
    """The pupils of a site who have not left, by name."""
    hier = Leerling.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging, uitgeschreven_op__isnull=True)
    return list(hier.order_by("achternaam", "voornaam", "pk"))


def find_leerlingen(
    *, vestiging: Vestiging, voornaam: str, achternaam: str, geboren_op: date | None = None
) -> list[Leerling]:
    """The pupils of a site with exactly this name, and born on this day when one is given."""
    gezocht: dict[str, Any] = {"voornaam__iexact": voornaam.strip(), "achternaam__iexact": achternaam.strip()}
    if geboren_op is not None:
        gezocht["geboren_op"] = geboren_op
    return list(Leerling.objects.filter(bestuur=vestiging.bestuur_id, vestiging=vestiging, **gezocht))


def zoek_leerlingen(leerlingen: Leerlingen, *, vestiging: Vestiging, woorden: str) -> Leerlingen:
    """Those of this site whose name has a word that begins with each of these; no other number or word is searched."""
    hier = Zoekwoord.objects.filter(vestiging=vestiging)
    gezocht = zoekwoorden(woorden)
    if not gezocht:
        return leerlingen.none()
    if len(gezocht) > 1:  # the rarest first, so that the others only look at its few
        gezocht = tuple(sorted(gezocht, key=lambda woord: hier.filter(_begint_met(woord))[:ZELDZAAM].count()))
    rijen = hier.filter(_begint_met(gezocht[0]))
    for woord in gezocht[1:]:
        rijen = rijen.filter(Exists(Zoekwoord.objects.filter(_begint_met(woord), leerling=OuterRef("leerling"))))
    return leerlingen.filter(pk__in=set(rijen.values_list("leerling", flat=True)[:MEESTE_GEVONDEN]))


def _begint_met(begin: str) -> Q:
    """Written as a range, for both databases use an index for that, and not for LIKE."""
    einde = na_alles_met(begin)
    return Q(woord__gte=begin, woord__lt=einde) if einde else Q(woord__gte=begin)


def list_groepsnamen(*, leerlingen: Collection[Leerling], peildatum: date) -> dict[int, str]:
    """The group that each pupil is in on a day, by the key of the pupil."""
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    plaatsingen = Groepsplaatsing.objects.filter(geldig, leerling__in=leerlingen, geldig_van__lte=peildatum)
    return dict(plaatsingen.filter(groep__bestuur=F("bestuur")).values_list("leerling", "groep__naam"))


def list_groepen_van(*, leerlingen: Collection[Leerling], peildatum: date) -> dict[int, Groep]:
    """The group that each pupil is in on a day, by the key of the pupil; the same as their names, with the group."""
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    plaatsingen = Groepsplaatsing.objects.filter(geldig, leerling__in=leerlingen, geldig_van__lte=peildatum)
    rijen = plaatsingen.filter(groep__bestuur=F("bestuur")).select_related("groep")
    return {rij.leerling_id: rij.groep for rij in rijen}


def list_plaatsingen(*, leerling: Leerling) -> list[tuple[int, date, date | None]]:
    """The key of each group that a pupil was in, with the first and the last day."""
    plaatsingen = Groepsplaatsing.objects.filter(leerling=leerling)
    return list(plaatsingen.values_list("groep", "geldig_van", "geldig_tot_en_met"))


def get_groep_van(*, leerling: Leerling, peildatum: date) -> Groep | None:
    """The group that a pupil is in on a day; None when in none."""
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    plaatsingen = Groepsplaatsing.objects.filter(geldig, leerling=leerling, geldig_van__lte=peildatum)
    laatste = plaatsingen.filter(groep__bestuur=F("bestuur")).select_related("groep").order_by("-geldig_van").first()
    return laatste.groep if laatste else None


def list_ouders(*, leerling: Leerling, peildatum: date) -> list[Ouderrelatie]:
    """The parents of a pupil on a day."""
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    return list(Ouderrelatie.objects.filter(geldig, leerling=leerling, geldig_van__lte=peildatum))


def get_ouder(*, leerling: Leerling, pk: int) -> Ouderrelatie | None:
    """One parent of a pupil; None when it is another's."""
    return Ouderrelatie.objects.filter(leerling=leerling, pk=pk).first()


def is_ouder_bij(*, vestiging: Vestiging, email: str, peildatum: date) -> bool:
    """True when this is the address of a parent of a pupil of a site."""
    geldig = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    ouders = Ouderrelatie.objects.filter(geldig, email__iexact=email.strip(), leerling__bestuur=F("bestuur"))
    return ouders.filter(leerling__vestiging=vestiging).exists()


def has_burgerservicenummer(*, leerling: Leerling) -> bool:
    """True when the number is on file; never the number itself."""
    return Burgerservicenummer.objects.filter(leerling=leerling).exists()


def list_besturen_van(*, account: Account) -> list[int]:
    """The keys of the boards at which somebody can have a tie with a pupil as a parent or an expert."""
    return list(
        Bestuur.objects.filter(vestigingen__rol__account=account, vestigingen__rol__soort__in=("ouder", "deskundige"))
        .order_by("pk")
        .distinct()
        .values_list("pk", flat=True)
    )
