"""Opening a file, writing in it, and what parents say of it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.rollen import Logsoort, Reden, Rolsoort
from passend.leerlingen.actions.leerlingen import LeerlingError, check_lengte, log_leerling, log_school, onderwerp
from passend.leerlingen.models import Dossierstuk, Dossierversie, Leerling, Zienswijze
from passend.leerlingen.permissions import (
    SCHOOL,
    WIE_SCHRIJFT,
    get_inzage,
    require,
    visible_leerlingen,
    why_may_write,
)
from passend.leerlingen.queries.delen import get_deel
from passend.leerlingen.queries.dossier import get_open_verzoek, list_versies
from passend.organisaties.models import Vestiging
from passend.regels.inzage import als_reden
from passend.toegang.actions import log_eens, log_handeling, log_weigering
from passend.toegang.models import Account
from passend.toegang.queries import rollen_van

LANGSTE_TITEL = 160
LANGSTE_TEKST = 20_000
MELDCODE = ":meldcode"
DEEL_WEG = "Dit staat niet meer in het dossier."
WIE_OUDER = "een ouder met gezag"
WIE_BESLIST = "de intern begeleider en de directeur van deze school"


class NietVeranderdError(LeerlingError):
    """A request was to be answered with "I put it right", and nothing has changed since it came."""


class IngetrokkenError(LeerlingError):
    """The piece was withdrawn; of it nothing is left."""

    def __init__(self) -> None:
        super().__init__("Dit stuk is ingetrokken. Er is niets meer van over.")


def handeling_met(naam: str, klasse: str) -> str:
    """What the log calls an act on a piece of a class.

    Signs of abuse are told apart, so that a parent who reads the log does not learn from it that they are there
    (UAVG 41 lid 1 under i).
    """
    return f"{naam}{MELDCODE}" if klasse == Vertrouwelijkheid.MELDCODE else naam


def log_inzage(
    *,
    actor: Account,
    leerling: Leerling,
    reden: Reden,
    op: datetime,
    handeling: str = "open_dossier",
    soort: Logsoort = Logsoort.LEZEN,
) -> None:
    """Write down that somebody saw something of a file, and why; who shows it asks `require_inzage` first."""
    log_handeling(
        account=actor,
        handeling=handeling,
        onderwerp=onderwerp(leerling),
        reden=reden,
        op=op,
        bestuur=leerling.bestuur_id,
        soort=soort,
    )


def log_geweigerd_stuk(*, actor: Account, leerling: Leerling, stuk: Dossierstuk | None, op: datetime) -> None:
    """Write down that somebody tried to see a piece of a file that is not for them, or that is not there.

    What is not there is told as signs of abuse are: or else a parent who tries numbers would learn from the log which
    of them are such signs.
    """
    klasse = stuk.vertrouwelijkheid if stuk is not None else Vertrouwelijkheid.MELDCODE
    log_weigering(
        account=actor,
        onderwerp=onderwerp(leerling),
        bestuur=leerling.bestuur_id,
        op=op,
        handeling=handeling_met("geweigerd", klasse),
    )


def log_zoeken(*, actor: Account, vestiging: Vestiging, reden: Reden, op: datetime) -> None:
    """Write down that somebody searched among the pupils of a school; for what is not kept."""
    log_school(actor, vestiging, "zoek_leerlingen", reden, op, Logsoort.ZOEKEN)


def log_lijst(
    *, actor: Account, vestiging: Vestiging, reden: Reden, op: datetime, handeling: str = "list_leerlingen"
) -> None:
    """Write down that somebody saw names of pupils of a school in a list; of each list once a quarter of an hour."""
    log_eens(
        account=actor,
        handeling=handeling,
        onderwerpen=[f"vestiging:{vestiging.pk}"],
        reden=reden,
        op=op,
        bestuur=vestiging.bestuur_id,
    )


def log_kinderen(*, actor: Account, leerlingen: Collection[Leerling], op: datetime) -> None:
    """Write down that a parent or an expert saw on their first page what goes on for each of these pupils.

    Once a quarter of an hour for each of them, for it is the page they come back to.
    """
    eigen = {een.pk for een in leerlingen}
    if eigen and any(rol.soort == Rolsoort.DESKUNDIGE for rol in rollen_van(account=actor, peildatum=op.date())):
        eigen &= set(visible_leerlingen(actor, op=op, gronden=(Inzagegrond.OUDER,)).values_list("pk", flat=True))
    per: dict[tuple[int, Inzagegrond], list[str]] = defaultdict(list)
    for een in leerlingen:
        grond = Inzagegrond.OUDER if een.pk in eigen else Inzagegrond.DESKUNDIGE
        per[een.bestuur_id, grond].append(onderwerp(een))
    for (bestuur, grond), onderwerpen in per.items():
        log_eens(
            account=actor,
            handeling="open_kinderen",
            onderwerpen=onderwerpen,
            reden=als_reden(grond),
            op=op,
            bestuur=bestuur,
        )


@transaction.atomic
def add_stuk(  # noqa: PLR0913 -- a piece has this many facts
    *,
    actor: Account,
    leerling: Leerling,
    titel: str,
    tekst: str,
    vertrouwelijkheid: Vertrouwelijkheid,
    geldig_van: date,
    op: datetime,
) -> Dossierstuk:
    """Put a piece in the file.

    Raises:
        GeenToegangError: the actor does not write in that class of this file.
        LeerlingError: it has no title or no words, one of them is too long, it is about a day that is still to come or
            on which the pupil was not born, or the file was destroyed.
    """
    reden = _mag_schrijven(actor, leerling, vertrouwelijkheid, op)
    if leerling.uitgeschreven_op is not None and leerling.vernietigd_op is not None:
        raise LeerlingError(
            f"Dit dossier is vernietigd op {leerling.vernietigd_op:%d-%m-%Y}. Er komt niets nieuws bij van wie weg is."
        )
    _check(leerling, titel, tekst, geldig_van, op)
    stuk = Dossierstuk.objects.create(
        bestuur_id=leerling.bestuur_id, leerling=leerling, titel=titel.strip(), vertrouwelijkheid=vertrouwelijkheid
    )
    add_versie(stuk, 1, tekst, geldig_van, actor, op)
    log_leerling(actor, leerling, handeling_met("add_stuk", vertrouwelijkheid), reden, op)
    return stuk


def keep_as_stuk(  # noqa: PLR0913 -- a piece has this many facts
    *,
    leerling: Leerling,
    titel: str,
    tekst: str,
    geldig_van: date,
    door: Account,
    vastgelegd_op: datetime,
    klasse: Vertrouwelijkheid = Vertrouwelijkheid.GEWOON,
    deel: str = "",
) -> Dossierstuk:
    """Let what another room wrote down of a pupil be a piece of the file, as who wrote it did and when.

    Called by an action that asked who may.
    """
    stuk = Dossierstuk.objects.create(
        bestuur_id=leerling.bestuur_id, leerling=leerling, titel=titel, vertrouwelijkheid=klasse, deel=deel
    )
    add_versie(stuk, 1, tekst, geldig_van, door, vastgelegd_op)
    return stuk


@transaction.atomic
def revise_stuk(
    *, actor: Account, stuk: Dossierstuk, tekst: str, geldig_van: date, nummer: int, op: datetime
) -> Dossierversie:
    """Let a piece say something else from a day on; what it said before stays to be seen.

    `nummer` is the version the writer saw.

    Raises:
        GeenToegangError: the actor does not write in that class of this file.
        LeerlingError: somebody else wrote in the meantime, it was withdrawn, or it has no words or too many.
    """
    stuk = Dossierstuk.objects.select_for_update().get(pk=stuk.pk)
    reden = _mag_schrijven(actor, stuk.leerling, Vertrouwelijkheid(stuk.vertrouwelijkheid), op)
    check_niet_ingetrokken(stuk)
    if stuk.deel:
        raise LeerlingError(
            "Dit stuk is een afdruk van een ander deel van het dossier. Verander het daar; hier komt het vanzelf bij."
        )
    _check(stuk.leerling, stuk.titel, tekst, geldig_van, op)
    laatste = Dossierversie.objects.filter(stuk=stuk).order_by("-nummer").first()
    if laatste is None or laatste.nummer != nummer:
        raise LeerlingError(
            "Iemand anders wijzigde dit stuk terwijl u typte. Uw tekst staat hieronder nog: lees eerst wat er nu staat."
        )
    versie = add_versie(stuk, nummer + 1, tekst, geldig_van, actor, op)
    log_leerling(actor, stuk.leerling, handeling_met("revise_stuk", stuk.vertrouwelijkheid), reden, op)
    return versie


@transaction.atomic
def add_zienswijze(*, actor: Account, stuk: Dossierstuk, tekst: str, is_verzoek: bool, op: datetime) -> Zienswijze:
    """Attach what a parent thinks of a piece, and whether they ask to put it right (AVG 16).

    The same request again, while the first has no answer, is that first one: a double click asks nothing twice.

    Raises:
        GeenToegangError: the actor is no parent with authority, or may not read this piece.
        LeerlingError: it has no words or too many, or the piece was withdrawn.
    """
    stuk = Dossierstuk.objects.select_for_update().get(pk=stuk.pk)
    inzage = get_inzage(actor, stuk.leerling, op=op)
    mag = inzage is not None and inzage.mag_lezen(stuk)
    reden = require(inzage.reden_als({Inzagegrond.OUDER}) if inzage and mag else None, WIE_OUDER)
    if not tekst.strip():
        raise LeerlingError("Er staat nog niets. Schrijf wat u van dit stuk vindt, en bewaar het dan.")
    check_niet_ingetrokken(stuk)
    check_lengte(tekst, LANGSTE_TEKST)
    if is_verzoek and (al := get_open_verzoek(stuk=stuk, ouder=actor, tekst=tekst)):
        return al
    zienswijze = Zienswijze.objects.create(
        bestuur_id=stuk.bestuur_id,
        stuk=stuk,
        ouder=actor,
        tekst=tekst.strip(),
        is_verzoek=is_verzoek,
        ingediend_op=op,
    )
    log_leerling(actor, stuk.leerling, "add_zienswijze", reden, op)
    return zienswijze


@transaction.atomic
def decide_zienswijze(*, actor: Account, zienswijze: Zienswijze, is_verbeterd: bool, uitleg: str, op: datetime) -> None:
    """Answer a request: the piece was put right, or it stays with the view of the parent beside it, and why.

    Raises:
        GeenToegangError: the actor does not decide for this school.
        LeerlingError: it was answered before, says nothing or too much, or the piece is as it was when it was asked.
    """
    stuk = zienswijze.stuk
    inzage = get_inzage(actor, stuk.leerling, op=op)
    mag = inzage is not None and inzage.mag_lezen(stuk)
    reden = require(inzage.reden_als(SCHOOL) if inzage and mag else None, WIE_BESLIST)
    if zienswijze.besloten_op is not None or not zienswijze.is_verzoek:
        raise LeerlingError("Hier is al op geantwoord. Kijk op de pagina wie dat deed en wanneer.")
    if not uitleg.strip():
        raise LeerlingError("Leg in een zin uit wat er is veranderd, of waarom niet. De ouder leest dat.")
    check_lengte(uitleg, LANGSTE_TEKST)
    if is_verbeterd and stuk.deel:
        _neem_deel_over(stuk, actor, op)
    sinds = Dossierversie.objects.filter(stuk=stuk, vastgelegd_op__gt=zienswijze.ingediend_op)
    if is_verbeterd and not sinds.exists():
        raise NietVeranderdError(
            "Dit stuk is niet veranderd sinds de ouder dit vroeg. Verander het eerst, of laat het staan met uitleg."
        )
    zienswijze.besluit = "verbeterd" if is_verbeterd else "bijgevoegd"
    zienswijze.uitleg, zienswijze.besloten_op, zienswijze.besloten_door = uitleg.strip(), op, actor
    zienswijze.save(update_fields=["besluit", "uitleg", "besloten_op", "besloten_door"])
    log_leerling(actor, stuk.leerling, "decide_zienswijze", reden, op)


def _neem_deel_over(stuk: Dossierstuk, actor: Account, op: datetime) -> None:
    """Let a piece that shows another part of the file say what that part says now, when that is something else."""
    deel = get_deel(leerling=stuk.leerling, klassen=list(Vertrouwelijkheid), sleutel=stuk.deel, peildatum=op.date())
    tekst = deel.tekst if deel else DEEL_WEG
    laatste = list_versies(stuk=stuk)[-1]
    if deel is None and laatste.tekst.startswith(DEEL_WEG):  # it says so already, and of what was withdrawn also why
        return
    if laatste.tekst != tekst.strip():
        add_versie(stuk, laatste.nummer + 1, tekst, op.date(), actor, op)


def _mag_schrijven(actor: Account, leerling: Leerling, klasse: Vertrouwelijkheid, op: datetime) -> Reden:
    inzage = get_inzage(actor, leerling, op=op)
    return require(why_may_write(inzage, klasse) if inzage else None, WIE_SCHRIJFT)


def check_niet_ingetrokken(stuk: Dossierstuk) -> None:
    """Refuse to do anything more with a piece that was withdrawn.

    Raises:
        IngetrokkenError: it was.
    """
    if stuk.ingetrokken_op is not None:
        raise IngetrokkenError


def _check(leerling: Leerling, titel: str, tekst: str, geldig_van: date, op: datetime) -> None:
    if not titel.strip() or not tekst.strip():
        raise LeerlingError("Een stuk heeft een titel en een tekst. Vul aan wat leeg is.")
    check_lengte(titel, LANGSTE_TITEL)
    check_lengte(tekst, LANGSTE_TEKST)
    if geldig_van < leerling.geboren_op:
        raise LeerlingError("Op deze dag was de leerling nog niet geboren. Kijk het jaar na.")
    if geldig_van > op.date():
        raise LeerlingError("Deze dag moet nog komen. Vul de dag in waarop het zo was.")


def add_versie(
    stuk: Dossierstuk, nummer: int, tekst: str, geldig_van: date, door: Account, op: datetime
) -> Dossierversie:
    """Let a piece say this from a day on; called by an action that asked who may."""
    return Dossierversie.objects.create(
        bestuur_id=stuk.bestuur_id,
        stuk=stuk,
        nummer=nummer,
        tekst=tekst.strip(),
        geldig_van=geldig_van,
        vastgelegd_op=op,
        door=door,
    )
