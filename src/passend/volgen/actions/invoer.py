"""A file with test results is handed in, its columns or tests are told, and it is carried out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from passend.begrippen.opgave import Invoersoort
from passend.begrippen.toetsopgave import Toetsopgave, pak_toetsopgave_in
from passend.begrippen.volgen import Herkomst
from passend.leerlingen.actions.invoer import (
    VERANDERD,
    Aanlevering,
    InvoerError,
    Invoerkeuze,
    bewaar_invoer,
    check_vestiging,
    houd_open,
    log_invoer,
    nieuwe_invoer,
    onthoud_koppeling,
    sluit_invoer,
)
from passend.leerlingen.actions.leerlingen import mag_beheren, onderwerp_met
from passend.leerlingen.actions.vorig import VAN_OPSLAG, keep_vorig
from passend.leerlingen.models import Invoer, Leerling
from passend.leerlingen.queries.invoer import GEZIEN
from passend.organisaties.actions.stapel import Waarde, insert_stapel
from passend.organisaties.models import Vestiging
from passend.regels.toetsinvoer import UITSLAGVELDEN, Resultaatregel, check_toetsbestand
from passend.toegang.actions import log_onderwerpen
from passend.toegang.models import Account
from passend.volgen.models import Toetsresultaat
from passend.volgen.queries.invoer import (
    TOETSEN,
    TOETSVELDEN,
    get_toetskoppeling,
    get_toetsopgave,
    get_toetsvergelijking,
)

VAN_TOETS = "toets:"  # before the code of a test in UWLR, beside what the columns of other files are
PER_KEER = 500
_KOLOMMEN = ("bestuur", "leerling", *TOETSVELDEN, *UITSLAGVELDEN, "herkomst", "vastgelegd_op", "door")


@transaction.atomic
def prepare_toetsinvoer(
    *, actor: Account, vestiging: Vestiging, aanlevering: Aanlevering[Toetsopgave], op: datetime
) -> Invoer:
    """Keep a file with results that was read, for a day; of the results nothing changes.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        InvoerError: the file is of another school, or has no result in it.
    """
    reden = mag_beheren(actor, vestiging, op)
    if aanlevering.opgave is not None:
        _check(aanlevering.opgave, vestiging)
    opgave = pak_toetsopgave_in(aanlevering.opgave) if aanlevering.opgave else None
    rij = nieuwe_invoer(vestiging, TOETSEN, aanlevering, opgave)
    return bewaar_invoer(rij, actor=actor, reden=reden, op=op)


@transaction.atomic
def map_toetsinvoer(
    *,
    actor: Account,
    invoer: Invoer,
    koppeling: Mapping[str, Any],
    opgave: Toetsopgave,
    op: datetime,
    koppen: Sequence[str] = (),
) -> None:
    """Say what the columns or the tests of a file are; that is remembered for the next file, with all its headings.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        InvoerError: nothing is left of the file, or it has no result in it.
    """
    reden = mag_beheren(actor, invoer.vestiging, op)
    vers = houd_open(invoer, op)
    _check(opgave, invoer.vestiging)
    vers.koppeling, vers.opgave = dict(koppeling), pak_toetsopgave_in(opgave)
    is_uwlr = invoer.soort == Invoersoort.UWLR
    eerder = get_toetskoppeling(vestiging=invoer.vestiging)
    toetsen = {naam: wat for naam, wat in eerder.items() if naam.startswith(VAN_TOETS)}
    blijft = eerder if is_uwlr else toetsen | ({GEZIEN: list(koppen)} if koppen else {})
    onthoud_koppeling(vers, blijft, actor=actor, reden=reden, op=op)


@transaction.atomic
def execute_toetsinvoer(*, actor: Account, invoer: Invoer, keuze: Invoerkeuze, op: datetime) -> dict[str, int]:
    """Take over the results of a file, all or none; nothing of the file itself is left after that.

    Returns:
        How many of each there were.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        InvoerError: nothing is left of the file, or what it changes is no longer what the actor looked at.
    """
    reden = mag_beheren(actor, invoer.vestiging, op)
    vers = houd_open(invoer, op)
    opgave = get_toetsopgave(vers)
    if opgave is None:
        raise InvoerError("Zeg eerst wat er in de kolommen staat. Daarna kunt u het nakijken en uitvoeren.")
    vergelijking = get_toetsvergelijking(vestiging=vers.vestiging, opgave=opgave, peildatum=op.date())
    if vergelijking.kenmerk != keuze.kenmerk:
        raise InvoerError(VERANDERD)
    if opgave.twijfel and not keuze.is_heel:
        raise InvoerError(opgave.twijfel)
    nieuw, gewijzigd = (_behalve(regels, keuze.overslaan) for regels in (vergelijking.nieuw, vergelijking.gewijzigd))
    _voeg_toe(vers.vestiging, nieuw, actor, op)
    _wijzig(gewijzigd, actor, op)
    van = {een.leerling.pk for een in (*nieuw, *gewijzigd)}
    log_onderwerpen(
        account=actor,
        handeling="import_toetsresultaat",
        onderwerpen=_onderwerpen(van),
        reden=reden,
        op=op,
        bestuur=vers.bestuur_id,
    )
    vers.aantallen = {
        "nieuw": len(nieuw),
        "gewijzigd": len(gewijzigd),
        "ongewijzigd": len(vergelijking.ongewijzigd),
        "geweigerd": len(vergelijking.geweigerd),
        "overgeslagen": len(vergelijking.nieuw) + len(vergelijking.gewijzigd) - len(nieuw) - len(gewijzigd),
    }
    sluit_invoer(vers, "uitgevoerd", op)
    log_invoer(actor, invoer, "execute_invoer", reden, op)
    return dict(vers.aantallen)


def _behalve(regels: Sequence[Resultaatregel], overslaan: Collection[str]) -> Sequence[Resultaatregel]:
    """What is left; no mark is made where nothing is skipped, for a file can have a hundred thousand results."""
    return [een for een in regels if een.kenmerk not in overslaan] if overslaan else regels


def _voeg_toe(vestiging: Vestiging, nieuw: Sequence[Resultaatregel], door: Account, op: datetime) -> None:
    bestuur, wie, bestand = vestiging.bestuur_id, door.pk, Herkomst.BESTAND.value
    sinds = str(connection.ops.adapt_datetimefield_value(op))
    dagen = {dag: dag.isoformat() for dag in {een.opgave.afgenomen_op for een in nieuw}}
    rijen: list[tuple[Waarde, ...]] = []
    for een in nieuw:
        rij = een.opgave
        ruw, schaal = rij.ruwe_score, rij.schaalscore
        rijen.append(
            (
                bestuur, een.leerling.pk, rij.instrument, rij.instrumentversie, rij.vak, rij.afnamemoment,
                dagen[rij.afgenomen_op], None if ruw is None else str(ruw), None if schaal is None else str(schaal),
                *rij.uitslag[2:], bestand, sinds, wie,
            )
        )  # fmt: skip
    insert_stapel(Toetsresultaat, _KOLOMMEN, rijen)


def _wijzig(gewijzigd: Sequence[Resultaatregel], door: Account, op: datetime) -> None:
    rijen = [
        Toetsresultaat(
            pk=een.pk,
            herkomst=Herkomst.BESTAND,
            vastgelegd_op=op,
            door=door,
            **dict(zip(UITSLAGVELDEN, een.opgave.uitslag, strict=True)),
        )
        for een in gewijzigd
    ]
    was = Toetsresultaat.objects.in_bulk([een.pk for een in gewijzigd])
    keep_vorig(was.values(), [*UITSLAGVELDEN, *VAN_OPSLAG], op=op)
    Toetsresultaat.objects.bulk_update(rijen, [*UITSLAGVELDEN, "herkomst", "vastgelegd_op", "door"], PER_KEER)


def _onderwerpen(leerlingen: Collection[int]) -> list[str]:
    """What the log calls these pupils, so that the file of each says that something came into it."""
    nummers = sorted(leerlingen)
    return [
        onderwerp_met(sleutel)
        for begin in range(0, len(nummers), PER_KEER)
        for sleutel in Leerling.objects.filter(pk__in=nummers[begin : begin + PER_KEER])
        .order_by("pk")
        .values_list("sleutel", flat=True)
    ]


def _check(opgave: Toetsopgave, vestiging: Vestiging) -> None:
    if bezwaar := check_toetsbestand(opgave, brin=vestiging.brin):
        raise InvoerError(bezwaar)
    check_vestiging(opgave.brin, vestiging)
