"""The file of a pupil as it is, or as it was on a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q

from passend.begrippen.inzage import Inzagegrond
from passend.leerlingen.models import Dossierstuk, Dossierversie, Leerling, Stukbestand, Zienswijze
from passend.organisaties.models import Vestiging
from passend.regels.inzage import leesbaar
from passend.toegang.queries import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukbeeld:
    """A piece with what it said on a day as far as was known then, and the views of parents that were there."""

    stuk: Dossierstuk
    versie: Dossierversie
    zienswijzen: list[Zienswijze]


def list_stukken(*, stukken: Collection[Dossierstuk], geldig_op: date, bekend_op: datetime) -> list[Stukbeeld]:
    """What pieces said.

    Args:
        stukken: the pieces, already limited to what may be read.
        geldig_op: the day they must be about; of the versions that had begun by then the newest counts.
        bekend_op: the moment of knowing; what was written down or answered later is left out.
    """
    gekozen: dict[int, Dossierversie] = {}
    versies = Dossierversie.objects.filter(stuk__in=stukken, geldig_van__lte=geldig_op, vastgelegd_op__lte=bekend_op)
    for versie in versies.select_related("door").order_by("geldig_van", "nummer"):
        gekozen[versie.stuk_id] = versie
    zienswijzen: dict[int, list[Zienswijze]] = defaultdict(list)
    for zienswijze in Zienswijze.objects.filter(stuk__in=stukken, ingediend_op__lte=bekend_op).select_related(
        "ouder", "besloten_door"
    ):
        zienswijzen[zienswijze.stuk_id].append(_zoals_bekend(zienswijze, bekend_op))
    beelden = [
        Stukbeeld(stuk=stuk, versie=gekozen[stuk.pk], zienswijzen=zienswijzen[stuk.pk])
        for stuk in stukken
        if stuk.pk in gekozen
    ]
    return sorted(beelden, key=lambda beeld: (beeld.versie.geldig_van, beeld.stuk.pk), reverse=True)


def list_ingetrokken(*, stukken: Iterable[Dossierstuk], bekend_op: datetime | None = None) -> list[Dossierstuk]:
    """Those of these pieces that were withdrawn, newest first; that they were there stays to be seen.

    With `bekend_op` only those that were withdrawn by then.
    """
    gezocht = [
        een.pk
        for een in stukken
        if een.ingetrokken_op is not None and (bekend_op is None or een.ingetrokken_op <= bekend_op)
    ]
    weg = Dossierstuk.objects.filter(pk__in=gezocht)
    return list(weg.select_related("ingetrokken_door").order_by("-ingetrokken_op", "-pk"))


def _zoals_bekend(zienswijze: Zienswijze, op: datetime) -> Zienswijze:
    if zienswijze.besloten_op is not None and zienswijze.besloten_op > op:
        zienswijze.besluit, zienswijze.uitleg, zienswijze.besloten_op, zienswijze.besloten_door = "", "", None, None
    return zienswijze


def get_stuk(*, leerling: Leerling, pk: int) -> Dossierstuk | None:
    """One piece of this file; None when it is another's."""
    return Dossierstuk.objects.filter(leerling=leerling, pk=pk).first()


def list_stukbestanden(*, stuk: Dossierstuk) -> list[Stukbestand]:
    """The files that belong to a piece; what is in them is not fetched."""
    return list(Stukbestand.objects.filter(stuk=stuk).defer("inhoud"))


def get_stukbestand(*, stuk: Dossierstuk, pk: int) -> Stukbestand | None:
    """One file of this piece; None when it is another's."""
    return Stukbestand.objects.filter(stuk=stuk, pk=pk).first()


def list_bijlagesleutels(*, leerling: Leerling) -> set[tuple[str, str]]:
    """Of each file in the pieces of a pupil the title of its piece, and the fingerprint with which it came."""
    bestanden = Stukbestand.objects.filter(stuk__bestuur=F("bestuur"), stuk__leerling=leerling)
    return set(bestanden.values_list("stuk__titel", "vingerafdruk"))


def get_zienswijze(*, leerling: Leerling, pk: int) -> Zienswijze | None:
    """One view on this file; None when it is about another's."""
    zienswijzen = Zienswijze.objects.filter(stuk__bestuur=leerling.bestuur_id, stuk__leerling=leerling)
    return zienswijzen.filter(pk=pk).select_related("stuk").first()


def get_open_verzoek(*, stuk: Dossierstuk, ouder: Account, tekst: str) -> Zienswijze | None:
    """What this parent asked of a piece in these words, and has no answer to yet; None when they did not."""
    open_ = Zienswijze.objects.filter(stuk=stuk, ouder=ouder, is_verzoek=True, besloten_op__isnull=True)
    return open_.filter(tekst=tekst.strip()).order_by("ingediend_op", "pk").first()


def list_verzoeken(*, leerlingen: Collection[Leerling], vestiging: Vestiging) -> list[Zienswijze]:
    """The requests about these pupils that wait for an answer, oldest first."""
    open_ = Zienswijze.objects.filter(
        is_verzoek=True,
        besloten_op__isnull=True,
        stuk__bestuur=vestiging.bestuur_id,
        stuk__leerling__bestuur=vestiging.bestuur_id,
        stuk__leerling__in=leerlingen,
    )
    return list(open_.select_related("stuk__leerling", "ouder").order_by("ingediend_op", "pk"))


def list_eigen_verzoeken(*, leerlingen: Collection[Leerling], account: Account, sinds: datetime) -> list[Zienswijze]:
    """What a parent asked to put right in the files of their children: without an answer, or answered since."""
    eigen = Zienswijze.objects.filter(
        Q(besloten_op__isnull=True) | Q(besloten_op__gte=sinds),
        is_verzoek=True,
        ouder=account,
        stuk__bestuur=F("bestuur"),
        stuk__leerling__bestuur=F("bestuur"),
        stuk__leerling__in=leerlingen,
        stuk__vertrouwelijkheid__in=leesbaar([Inzagegrond.OUDER]),
    )
    return list(eigen.select_related("stuk__leerling__vestiging").order_by("-ingediend_op", "-pk"))


def list_versies(*, stuk: Dossierstuk) -> list[Dossierversie]:
    """Everything a piece ever said, oldest first."""
    return list(Dossierversie.objects.filter(stuk=stuk).select_related("door"))
