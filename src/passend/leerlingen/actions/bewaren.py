"""A file stays while somebody contests it; when its term is over the directeur proposes, the board decides, it goes."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from passend.begrippen.bewaren import Bewaarklasse
from passend.begrippen.rollen import GeenToegangError, Logsoort, Reden
from passend.leerlingen.actions.leerlingen import WIE_BEHEERT, LeerlingError, log_leerling
from passend.leerlingen.models import (
    Aanhouding,
    Leerling,
    Vernietigingsbewijs,
    Vernietigingslijst,
    Vernietigingsregel,
)
from passend.leerlingen.models.bewaren import AANHOUDREDENEN
from passend.leerlingen.permissions import require, why_may_destroy, why_may_direct, why_may_manage
from passend.leerlingen.queries.bewaren import get_keuzes, get_vertrekfeiten, rijen_van, tabellen_van
from passend.leerlingen.queries.lijstdelen import list_lijstdelen
from passend.organisaties.actions.schrijflog import empty_schrijflog
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import in_vernietiging
from passend.regels.bewaartermijnen import bewaartermijn
from passend.regels.vernietiging import (
    LEERLINGKLASSEN,
    ZINNEN,
    Keuzes,
    Vernietigingsbezwaar,
    check_vernietiging,
    klasse_van,
    tabelklasse_van,
)
from passend.toegang.actions import log_handeling
from passend.toegang.models import Account

WIE_STELT_VOOR = "de directeur van deze school"
WIE_VERNIETIGT = "het bestuur van deze school"
WIE_ZIET = "de directeur, de intern begeleider en het bestuur van deze school"
AKKOORD, AFGEWEZEN = "akkoord", "afgewezen"
NIET_ZELF = "Wie de lijst voorstelde, laat haar niet zelf vernietigen. Vraag een ander van het bestuur."

type Gekozen = Mapping[UUID, frozenset[Bewaarklasse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What carrying out a list came to: a proof for each class, and how often something stayed, by objection."""

    bewijzen: tuple[Vernietigingsbewijs, ...]
    overgeslagen: Mapping[Vernietigingsbezwaar, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Daad:
    """Who does something at a school, why they may, and when."""

    actor: Account
    vestiging: Vestiging
    reden: Reden
    op: datetime


def _log(daad: _Daad, handeling: str, onderwerp: str, soort: Logsoort = Logsoort.WIJZIGEN) -> None:
    """Write it down: keys and counts, never a pupil."""
    log_handeling(
        account=daad.actor,
        handeling=handeling,
        onderwerp=onderwerp,
        reden=daad.reden,
        op=daad.op,
        bestuur=daad.vestiging.bestuur_id,
        soort=soort,
    )


@transaction.atomic
def hold_leerling(*, actor: Account, leerling: Leerling, reden: str, op: datetime) -> Aanhouding:
    """Let nothing of a pupil be destroyed from now, because an objection, a dispute or a complaint goes on.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        LeerlingError: this goes on already, it is none of the three reasons, or the pupil was destroyed meanwhile.
    """
    mag = require(why_may_manage(actor, leerling.vestiging, op=op), WIE_BEHEERT)
    if reden not in dict(AANHOUDREDENEN):
        raise LeerlingError("Kies waarom alles moet blijven: een bezwaar, een geschil of een klacht.")
    if not Leerling.objects.select_for_update().filter(pk=leerling.pk):  # waits for who destroys, or lets them wait
        raise LeerlingError("Deze leerling is er niet meer. Alles was al vernietigd.")
    if Aanhouding.objects.filter(leerling=leerling, reden=reden, geeindigd_op__isnull=True).exists():
        raise LeerlingError("Dit is al vastgelegd voor deze leerling. Er wordt niets vernietigd.")
    aanhouding = Aanhouding.objects.create(
        bestuur_id=leerling.bestuur_id, leerling=leerling, reden=reden, begonnen_op=op.date(), door=actor
    )
    log_leerling(actor, leerling, "hold_leerling", mag, op)
    return aanhouding


@transaction.atomic
def end_aanhouding(*, actor: Account, aanhouding: Aanhouding, op: datetime) -> None:
    """Say that what went on is over; saying it twice changes nothing.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
    """
    leerling = aanhouding.leerling
    reden = require(why_may_manage(actor, leerling.vestiging, op=op), WIE_BEHEERT)
    rij = Aanhouding.objects.select_for_update().get(pk=aanhouding.pk)
    if rij.geeindigd_op is not None:
        return
    rij.geeindigd_op = op.date()
    rij.save(update_fields=["geeindigd_op"])
    log_leerling(actor, leerling, "end_aanhouding", reden, op)


def log_bewaren(*, actor: Account, vestiging: Vestiging, reden: Reden, op: datetime) -> None:
    """Write down that somebody saw the names of those who left."""
    daad = _Daad(actor=actor, vestiging=vestiging, reden=reden, op=op)
    _log(daad, "list_bewaren", f"vestiging:{vestiging.pk}", Logsoort.LEZEN)


def begin_lijst(*, actor: Account, vestiging: Vestiging, op: datetime) -> Vernietigingslijst:
    """An empty list for the board; who calls it puts on it what was chosen, in the same transaction.

    Raises:
        GeenToegangError: the actor is no directeur here.
    """
    reden = require(why_may_direct(actor, vestiging, op=op), WIE_STELT_VOOR)
    lijst = Vernietigingslijst.objects.create(
        bestuur_id=vestiging.bestuur_id, vestiging=vestiging, voorgesteld_op=op, voorgesteld_door=actor
    )
    daad = _Daad(actor=actor, vestiging=vestiging, reden=reden, op=op)
    _log(daad, "propose_vernietiging", f"vernietigingslijst:{lijst.pk}")
    return lijst


@transaction.atomic
def propose_vernietiging(*, actor: Account, vestiging: Vestiging, gekozen: Gekozen, op: datetime) -> Vernietigingslijst:
    """Put what is over its term on a list for the board; all of it or nothing.

    `gekozen` has the classes, as the tables declare them, by the key of the pupil.

    Raises:
        GeenToegangError: the actor is no directeur here.
        LeerlingError: nothing is chosen, it is on a list already, or something may not go now.
    """
    require(why_may_direct(actor, vestiging, op=op), WIE_STELT_VOOR)
    gevonden = Leerling.objects.select_for_update().filter(vestiging=vestiging, sleutel__in=gekozen)
    leerlingen = list(gevonden.order_by("pk"))
    if not gekozen or not all(gekozen.values()) or len(leerlingen) != len(gekozen):
        raise LeerlingError("Kies eerst wat u wilt laten vernietigen. Wat er niet meer is, kan niet gekozen worden.")
    feiten = get_vertrekfeiten(leerlingen=leerlingen, peildatum=op.date())
    keuzes = get_keuzes(bestuur=vestiging.bestuur_id)
    regels = Vernietigingsregel.objects.filter(
        leerling__in=leerlingen, lijst__bestuur=vestiging.bestuur_id, lijst__afgehandeld_op__isnull=True
    )
    wacht = {(regel.leerling_id, tabelklasse_van(Bewaarklasse(regel.klasse))) for regel in regels}
    for leerling in leerlingen:
        klassen = gekozen[leerling.sleutel]
        if any((leerling.pk, klasse) in wacht for klasse in klassen):
            raise LeerlingError("Dit staat al op een lijst. Wacht tot het bestuur daarover heeft besloten.")
        bezwaren = check_vernietiging(feiten[leerling.pk], klassen, peildatum=op.date(), keuzes=keuzes)
        if bezwaar := next(filter(None, bezwaren.values()), None):
            raise LeerlingError(ZINNEN[bezwaar])
    lijst = begin_lijst(actor=actor, vestiging=vestiging, op=op)
    Vernietigingsregel.objects.bulk_create(
        Vernietigingsregel(
            bestuur_id=vestiging.bestuur_id,
            lijst=lijst,
            leerling=leerling,
            klasse=klasse_van(klasse, is_verwezen=leerling.is_verwezen),
        )
        for leerling in leerlingen
        for klasse in sorted(gekozen[leerling.sleutel])
    )
    return lijst


@transaction.atomic
def execute_vernietiging(*, actor: Account, lijst: Vernietigingslijst, op: datetime) -> Uitkomst:
    """Destroy what is on a list, as far as it may go at this moment; carrying it out again changes nothing.

    Each line is looked at anew: what somebody contests by now, or what has a longer term by now, stays.

    Raises:
        GeenToegangError: the actor is not of the board, or proposed this list.
        LeerlingError: the list was rejected.
    """
    lijst, daad = _lijst_voor(actor, lijst, op)
    if lijst.voorgesteld_door_id == actor.pk:
        raise GeenToegangError(NIET_ZELF)
    if lijst.afloop == AFGEWEZEN:
        raise LeerlingError("Deze lijst is afgewezen. Laat de directeur een nieuwe lijst voorstellen.")
    if lijst.afloop:
        return _uitkomst(lijst)
    overgeslagen = _destroy_leerlingen(daad, lijst)
    overgeslagen.update(_destroy_delen(daad, lijst))
    _handel_af(daad, lijst, AKKOORD, overgeslagen)
    _log(daad, "execute_vernietiging", f"vernietigingslijst:{lijst.pk}")
    empty_schrijflog()
    return _uitkomst(lijst)


def _destroy_leerlingen(daad: _Daad, lijst: Vernietigingslijst) -> Counter[Vernietigingsbezwaar]:
    """Let the lines with pupils go, with what may go of them; what stays is counted by why."""
    per_leerling: dict[int, set[Bewaarklasse]] = {}
    for regel in Vernietigingsregel.objects.filter(lijst=lijst):
        per_leerling.setdefault(regel.leerling_id, set()).add(tabelklasse_van(Bewaarklasse(regel.klasse)))
    leerlingen = list(Leerling.objects.select_for_update().filter(pk__in=per_leerling).order_by("pk"))
    keuzes, overgeslagen = get_keuzes(bestuur=lijst.bestuur_id), Counter[Vernietigingsbezwaar]()
    gaan: dict[Bewaarklasse, list[Leerling]] = {}
    feiten = get_vertrekfeiten(leerlingen=leerlingen, peildatum=daad.op.date())
    for leerling in leerlingen:
        klassen = frozenset(per_leerling[leerling.pk])
        bezwaren = check_vernietiging(feiten[leerling.pk], klassen, peildatum=daad.op.date(), keuzes=keuzes)
        overgeslagen.update(filter(None, bezwaren.values()))
        for klasse in (klasse for klasse, bezwaar in bezwaren.items() if bezwaar is None):
            gaan.setdefault(klasse_van(klasse, is_verwezen=leerling.is_verwezen), []).append(leerling)
    Vernietigingsregel.objects.filter(lijst=lijst).delete()
    for klasse in sorted(gaan, key=lambda klasse: LEERLINGKLASSEN.index(tabelklasse_van(klasse))):
        _vernietig(daad, lijst, klasse, gaan[klasse], keuzes)
    return overgeslagen


def _destroy_delen(daad: _Daad, lijst: Vernietigingslijst) -> Counter[Vernietigingsbezwaar]:
    """The same for what else is on it; a part of which nothing went leaves no proof and no line in the log."""
    overgeslagen = Counter[Vernietigingsbezwaar]()
    for deel in list_lijstdelen():
        if (uit := deel.vernietig(lijst, daad.op.date())) is not None:
            overgeslagen.update(uit.overgeslagen)
            if uit.kinderen:
                _bewijs(daad, lijst, uit.klasse, uit.grondslag, uit.kinderen, uit.aantallen)
        deel.laat_los(lijst)
    return overgeslagen


@transaction.atomic
def reject_vernietiging(*, actor: Account, lijst: Vernietigingslijst, op: datetime) -> None:
    """Say as the board that nothing of a list goes; saying it twice changes nothing.

    Raises:
        GeenToegangError: the actor is not of the board.
        LeerlingError: it was carried out already.
    """
    lijst, daad = _lijst_voor(actor, lijst, op)
    if lijst.afloop == AKKOORD:
        raise LeerlingError("Deze lijst is al uitgevoerd. Wat vernietigd is, komt niet terug.")
    if lijst.afloop:
        return
    Vernietigingsregel.objects.filter(lijst=lijst).delete()
    for deel in list_lijstdelen():
        deel.laat_los(lijst)
    _handel_af(daad, lijst, AFGEWEZEN, {})
    _log(daad, "reject_vernietiging", f"vernietigingslijst:{lijst.pk}")


def _lijst_voor(actor: Account, lijst: Vernietigingslijst, op: datetime) -> tuple[Vernietigingslijst, _Daad]:
    """The list as it is now, held until the end, and why the board may decide on it."""
    reden = require(why_may_destroy(actor, lijst.vestiging, op=op), WIE_VERNIETIGT)
    daad = _Daad(actor=actor, vestiging=lijst.vestiging, reden=reden, op=op)
    return Vernietigingslijst.objects.select_for_update().get(pk=lijst.pk), daad


def _vernietig(
    daad: _Daad, lijst: Vernietigingslijst, klasse: Bewaarklasse, leerlingen: Collection[Leerling], keuzes: Keuzes
) -> None:
    """Delete one class of these pupils, and write the proof: counts, and nothing that leads to anybody."""
    aantallen: dict[str, int] = {}
    if klasse is Bewaarklasse.INSCHRIJVING:
        Vernietigingsregel.objects.filter(leerling__in=leerlingen).delete()
    for tabel in tabellen_van(tabelklasse_van(klasse)):
        with in_vernietiging():
            aantal, per_tabel = rijen_van(tabel, leerlingen).delete()
        naam = tabel._meta.model_name or ""  # noqa: SLF001 -- Django documents it
        if set(per_tabel) - {tabel._meta.label}:  # noqa: SLF001 -- idem
            raise RuntimeError(f"{naam} took more with it than was asked for: {sorted(per_tabel)}")
        if aantal:
            aantallen[naam] = aantal
    vandaag = daad.op.date()
    if tabelklasse_van(klasse) is Bewaarklasse.BEGELEIDING:
        Leerling.objects.filter(pk__in=[leerling.pk for leerling in leerlingen]).update(vernietigd_op=vandaag)
    termijn = bewaartermijn(klasse, begin=vandaag, peildatum=vandaag, is_aangehouden=False, keuze=keuzes.get(klasse))
    _bewijs(daad, lijst, klasse, str(termijn.vindplaats), len(leerlingen), aantallen)


def _bewijs(
    daad: _Daad,
    lijst: Vernietigingslijst,
    klasse: Bewaarklasse,
    grondslag: str,
    kinderen: int,
    aantallen: Mapping[str, int],
) -> None:
    Vernietigingsbewijs.objects.create(
        bestuur_id=lijst.bestuur_id,
        lijst=lijst,
        klasse=klasse,
        grondslag=grondslag,
        leerlingen=kinderen,
        aantallen=aantallen,
        op=daad.op,
        door=daad.actor,
    )
    rijen = sum(aantallen.values())
    _log(daad, f"destroy:{klasse}", f"vernietigingslijst:{lijst.pk} leerlingen:{kinderen} rijen:{rijen}")


def _handel_af(
    daad: _Daad, lijst: Vernietigingslijst, afloop: str, overgeslagen: Mapping[Vernietigingsbezwaar, int]
) -> None:
    lijst.afloop, lijst.afgehandeld_op, lijst.afgehandeld_door = afloop, daad.op, daad.actor
    lijst.overgeslagen = {str(bezwaar): aantal for bezwaar, aantal in sorted(overgeslagen.items())}
    lijst.save(update_fields=["afloop", "afgehandeld_op", "afgehandeld_door", "overgeslagen"])


def _uitkomst(lijst: Vernietigingslijst) -> Uitkomst:
    return Uitkomst(
        bewijzen=tuple(Vernietigingsbewijs.objects.filter(lijst=lijst).order_by("pk")),
        overgeslagen={Vernietigingsbezwaar(code): aantal for code, aantal in lijst.overgeslagen.items()},
    )
