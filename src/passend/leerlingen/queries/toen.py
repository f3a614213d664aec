"""What was known of a pupil at a moment that is over: rows as they are, with what was put right since undone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from passend.begrippen.bewaren import Bewaarklasse
from passend.leerlingen.models import (
    Dossierstuk,
    Dossierversie,
    Groepsplaatsing,
    Leerling,
    Ouderrelatie,
    Vorigegegeven,
    Vorigestand,
    Vorigfeit,
)
from passend.leerlingen.queries.dossier import list_ingetrokken
from passend.organisaties.models import Bestuurstabel, Groep
from passend.toegang.queries import list_logregels

VERBETERD = (
    *("change_leerling", "place_leerling", "deregister_leerling", "undo_deregistration", "import_leerling"),
    *("add_ouder", "change_ouder", "change_gezag", "end_ouder"),
)
"""What the log calls an act that replaces who a pupil is, the group or the parents."""
_BEGIN = datetime(1900, 1, 1, tzinfo=UTC)  # before anything was kept
GEGEVENS = ("voornaam", "achternaam", "geboren_op", "ingeschreven_op", "uitgeschreven_op")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlingtoen:
    """A pupil as the school knew it at a moment, about one day.

    Attributes:
        leerling: the pupil, not to be saved; as it is now when nothing of it was known then.
        groep: the name of the group on that day; None when in none.
        ouders: the parents on that day.
        is_bekend: False when the pupil was not written down yet.
        verbeterd: what was put right since, by the name of the field.
        is_onzeker: True when something was put right since, and what stood there before was not kept.
    """

    leerling: Leerling
    groep: str | None
    ouders: list[Ouderrelatie]
    is_bekend: bool
    verbeterd: tuple[str, ...]
    is_onzeker: bool


def get_leerlingtoen(*, leerling: Leerling, geldig_op: date, bekend_op: datetime) -> Leerlingtoen:
    """Who a pupil is, in which group and with which parents: on a day, as far as was known at a moment."""
    toen = rewind(Leerling, [leerling], leerling=leerling, bekend_op=bekend_op)
    hier = toen[0] if toen else leerling
    hier.vestiging = leerling.vestiging
    plaatsingen = _plaatsingen(leerling, bekend_op) if toen else []
    ouders = rewind(
        Ouderrelatie, Ouderrelatie.objects.filter(leerling=leerling), leerling=leerling, bekend_op=bekend_op
    )
    groepen = [een for een in plaatsingen if _geldt(een, geldig_op)]
    return Leerlingtoen(
        leerling=hier,
        groep=Groep.objects.get(pk=groepen[-1].groep_id).naam if groepen else None,
        ouders=[een for een in ouders if _geldt(een, geldig_op)] if toen else [],
        is_bekend=bool(toen),
        verbeterd=tuple(veld for veld in GEGEVENS if getattr(hier, veld) != getattr(leerling, veld)),
        is_onzeker=_is_onzeker(leerling, bekend_op),
    )


def list_plaatsingen_toen(*, leerling: Leerling, bekend_op: datetime) -> list[tuple[Groep, date]]:
    """The groups of a pupil as far as was known, with the first day; oldest first."""
    plaatsingen = _plaatsingen(leerling, bekend_op)
    groepen = Groep.objects.in_bulk([een.groep_id for een in plaatsingen])
    return [(groepen[een.groep_id], een.geldig_van) for een in plaatsingen]


def get_klassen_toen(*, leerling: Leerling, stukken: Collection[Dossierstuk], bekend_op: datetime) -> dict[int, str]:
    """In which class pieces stood then, by their key."""
    toen = rewind(Dossierstuk, stukken, leerling=leerling, bekend_op=bekend_op)
    return {stuk.pk: stuk.vertrouwelijkheid for stuk in toen}


def list_weggehaald(
    *, leerling: Leerling, stukken: Collection[Dossierstuk], geldig_op: date, bekend_op: datetime
) -> tuple[list[Dossierstuk], list[Dossierstuk]]:
    """Those of these pieces that stood in the file then and were withdrawn later, and those that may have.

    What they said is gone. Of a piece that was withdrawn before this was kept nothing says when it came.
    """
    later = [een for een in stukken if een.ingetrokken_op is not None and een.ingetrokken_op > bekend_op]
    versies = rewind(Dossierversie, [], leerling=leerling, bekend_op=bekend_op)
    stonden = {
        versie.stuk_id for versie in versies if versie.geldig_van <= geldig_op and versie.vastgelegd_op <= bekend_op
    }
    bewaard = {versie.stuk_id for versie in versies}
    return [een for een in later if een.pk in stonden], [een for een in later if een.pk not in bewaard]


def list_ingetrokken_toen(
    *, leerling: Leerling, stukken: Collection[Dossierstuk], geldig_op: date, bekend_op: datetime
) -> tuple[list[Dossierstuk], set[int]]:
    """Those of these pieces that were withdrawn by then and were about a day that had come, and which may not have.

    From which day they were is kept of what they said. Of a piece that was withdrawn before that was kept it is known
    alone that it was there on the day it went; of an earlier day nobody knows, so its key is in the second.
    """
    ooit = list_standen(leerling=leerling, bekend_op=_BEGIN, tabel=Dossierversie)
    versies = zet_terug(Dossierversie, {}, [stand for stand in ooit if stand.was is not None], leerling=leerling)
    vanaf: dict[int, date] = {}
    for versie in versies:
        vanaf[versie.stuk_id] = min(versie.geldig_van, vanaf.get(versie.stuk_id, date.max))
    gezien = [een for een in stukken if vanaf.get(een.pk, date.min) <= geldig_op]
    weg = list_ingetrokken(stukken=gezien, bekend_op=bekend_op)
    onzeker = {
        een.pk
        for een in weg
        if een.pk not in vanaf and een.ingetrokken_op and timezone.localtime(een.ingetrokken_op).date() > geldig_op
    }
    return weg, onzeker


def rewind[T: Bestuurstabel](tabel: type[T], rijen: Iterable[T], *, leerling: Leerling, bekend_op: datetime) -> list[T]:
    """Rows of one table about a pupil as they stood at a moment: copies that nobody saves, in the order of the table.

    What came later is left out, what was changed says what it said, and what was taken away is there again.
    """
    standen = list_standen(leerling=leerling, bekend_op=bekend_op, tabel=tabel)
    return zet_terug(tabel, {rij.pk: _kopie(rij) for rij in rijen}, standen, leerling=leerling)


def zet_terug[T: Bestuurstabel](
    tabel: type[T], nu: dict[int, T], standen: Iterable[Vorigestand], *, leerling: Leerling
) -> list[T]:
    """Undo in these rows, by their key, what was replaced; last first."""
    for stand in standen:
        if stand.was is None:
            nu.pop(stand.rij, None)
            continue
        rij = nu.get(stand.rij)
        if rij is None and "id" not in stand.was:
            continue  # the row is not asked for
        if rij is None:
            rij = nu[stand.rij] = tabel(pk=stand.rij, bestuur_id=leerling.bestuur_id)
            if hasattr(rij, "leerling_id"):
                setattr(rij, "leerling", leerling)  # noqa: B010 -- not every table has one
        _zet(rij, stand.was)
    return list(nu.values())


def list_standen(*, leerling: Leerling, bekend_op: datetime, tabel: type[Bestuurstabel]) -> QuerySet[Vorigestand]:
    """What was replaced since, last first, so that each step goes one further back."""
    klasse: object = getattr(tabel, "bewaarklasse", None)
    waar: type[Vorigestand] = Vorigegegeven if klasse is Bewaarklasse.INSCHRIJVING else Vorigfeit
    naam = tabel._meta.model_name  # noqa: SLF001 -- Django documents it
    return waar.objects.filter(leerling=leerling, tabel=naam, vervangen_op__gt=bekend_op).order_by(
        "-vervangen_op", "-pk"
    )


def _kopie[T: Bestuurstabel](rij: T) -> T:
    velden = {veld.attname: getattr(rij, veld.attname) for veld in rij._meta.concrete_fields}  # noqa: SLF001 -- idem
    return type(rij)(**velden)


def _zet(rij: Bestuurstabel, was: Mapping[str, object]) -> None:
    for veld in rij._meta.concrete_fields:  # noqa: SLF001 -- idem
        if veld.attname in was:
            setattr(rij, veld.attname, veld.to_python(was[veld.attname]))


def _plaatsingen(leerling: Leerling, bekend_op: datetime) -> list[Groepsplaatsing]:
    nu = Groepsplaatsing.objects.filter(leerling=leerling)
    toen = rewind(Groepsplaatsing, nu, leerling=leerling, bekend_op=bekend_op)
    return sorted(toen, key=lambda een: (een.geldig_van, een.pk))


def _geldt(rij: Groepsplaatsing | Ouderrelatie, dag: date) -> bool:
    return rij.geldig_van <= dag and (rij.geldig_tot_en_met is None or rij.geldig_tot_en_met >= dag)


def _is_onzeker(leerling: Leerling, bekend_op: datetime) -> bool:
    """True when the log has a change since of which nothing was kept: it was before Passend did so."""
    regels = list_logregels(onderwerp=f"leerling:{leerling.sleutel.hex}")
    gedaan = set(regels.filter(handeling__in=VERBETERD, op__gt=bekend_op).values_list("op", flat=True))
    if not gedaan:
        return False
    bewaard = Vorigegegeven.objects.filter(leerling=leerling, vervangen_op__gt=bekend_op)
    return not gedaan <= set(bewaard.values_list("vervangen_op", flat=True))
