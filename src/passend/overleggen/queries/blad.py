"""What is on the sheet of a meeting."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overleg import Deelsoort, Overlegstand
from passend.leerlingen.models import Dossierstuk, Gedeeldstuk
from passend.leerlingen.queries.dossier import Stukbeeld, list_stukken
from passend.overleggen.models import Besluit, Overleg, Overlegdeel, Overlegdeelnemer, Overlegdeelversie, Overlegstuk
from passend.overleggen.queries.overleggen import OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukregel:
    """A piece of the file on the sheet, and for whom of outside it is not."""

    beeld: Stukbeeld
    niet_voor: list[str]


def list_delen(*, overleg: Overleg) -> list[Overlegdeel]:
    """The parts of the sheet in the order in which they are read; the lines of a group by name.

    The views of the parents stand together, also where one was laid out later; without that of all of them together
    where nothing was written in it and each has their own.
    """
    delen = list(
        Overlegdeel.objects.filter(overleg=overleg)
        .select_related("gewijzigd_door")
        .prefetch_related("leerling", "ouder")
    )
    per_ouder = any(deel.ouder_id for deel in delen)
    gelezen = [deel for deel in delen if deel.soort != Deelsoort.OUDERS or deel.ouder_id or deel.tekst or not per_ouder]
    volgorde = list(Deelsoort)
    return sorted(
        gelezen,
        key=lambda deel: (volgorde.index(Deelsoort(deel.soort)), str(deel.leerling or ""), deel.ouder_id or 0, deel.pk),
    )


def get_deel(*, overleg: Overleg, pk: int) -> Overlegdeel | None:
    """One part of this sheet; None when it is another's."""
    delen = Overlegdeel.objects.filter(overleg=overleg, pk=pk).select_related("gewijzigd_door")
    return delen.prefetch_related("ouder").first()


def list_versies(*, deel: Overlegdeel) -> list[Overlegdeelversie]:
    """What a part said earlier, newest first."""
    return list(Overlegdeelversie.objects.filter(deel=deel).select_related("door").order_by("-versie"))


def list_besluiten(*, overleg: Overleg) -> list[Besluit]:
    """The decisions of a meeting, oldest first."""
    besluiten = Besluit.objects.filter(overleg=overleg).select_related("gewijzigd_door")
    return list(besluiten.prefetch_related("eigenaar", "leerling").order_by("pk"))


def get_besluit(*, overleg: Overleg, pk: int) -> Besluit | None:
    """One decision of this meeting; None when it is another's."""
    return Besluit.objects.filter(overleg=overleg, pk=pk).first()


def get_besluit_met_sleutel(*, overleg: Overleg, sleutel: UUID) -> Besluit | None:
    """The decision of this meeting that a screen made under this name; None when it did not arrive, or is gone."""
    return Besluit.objects.filter(overleg=overleg, sleutel=sleutel).first()


def list_stuksleutels(*, overleg: Overleg) -> set[int]:
    """The keys of the pieces that lie on the sheet."""
    return set(Overlegstuk.objects.filter(overleg=overleg).values_list("stuk", flat=True))


def list_stukregels(
    *, overleg: Overleg, leesbaar: Collection[Dossierstuk], deelnemers: Collection[Overlegdeelnemer], op: datetime
) -> list[Stukregel]:
    """The pieces on the sheet that somebody may read, as they were when it was closed, or else as they are now.

    Signs of abuse are never on it, whoever looks: a sheet hangs on the wall of a room.
    """
    op = overleg.gesloten_op or op
    liggen = list_stuksleutels(overleg=overleg)
    stukken = [stuk for stuk in leesbaar if stuk.pk in liggen and stuk.vertrouwelijkheid != Vertrouwelijkheid.MELDCODE]
    gedeeld: dict[int, set[int]] = {een.toestemming_id: set() for een in deelnemers if een.toestemming_id}
    for toestemming, stuk in Gedeeldstuk.objects.filter(toestemming__in=gedeeld).values_list("toestemming", "stuk"):
        gedeeld[toestemming].add(stuk)
    return [
        Stukregel(
            beeld=beeld,
            niet_voor=[
                een.naam
                for een in deelnemers
                if een.toestemming_id and beeld.stuk.pk not in gedeeld[een.toestemming_id]
            ],
        )
        for beeld in list_stukken(stukken=stukken, geldig_op=op.date(), bekend_op=op)
    ]


def list_mijn_besluiten(*, deelnames: Collection[Overlegdeelnemer]) -> list[Besluit]:
    """What people, by these rows, still has to do after meetings that were closed, by day."""
    if not deelnames:
        return []
    besluiten = Besluit.objects.filter(
        eigenaar__in=deelnames,
        gedaan_op__isnull=True,
        uiterlijk_op__isnull=False,
        overleg__bestuur=F("bestuur"),
        overleg__stand=Overlegstand.GESLOTEN.value,
    )
    return list(
        besluiten.prefetch_related("overleg__vestiging__bestuur", "overleg__leerling", "overleg__groep").order_by(
            "uiterlijk_op", "pk"
        )
    )


def list_mijn_overleggen(*, deelnames: Collection[Overlegdeelnemer], vanaf: date) -> list[Overleg]:
    """The meetings that people, by these rows, take part in and that are not over, by time."""
    if not deelnames:
        return []
    sleutels = {een.overleg_id for een in deelnames}
    overleggen = Overleg.objects.filter(pk__in=sleutels, stand__in=OPEN, begint_op__date__gte=vanaf)
    return list(
        overleggen.select_related("vestiging__bestuur")
        .prefetch_related("leerling", "groep")
        .order_by("begint_op", "pk")
    )
