"""Writes of accounts, roles and the log."""

import secrets
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from passend.begrippen.rollen import GeenToegangError, Logsoort, Reden, Rolsoort
from passend.organisaties.models import Bestuur, Groep, Samenwerkingsverband, Vestiging
from passend.organisaties.queries import in_bestuur, is_binnen
from passend.regels.logketen import Regelfeiten, zegel_van
from passend.regels.uitnodiging import GELDIG, Uitnodigingbezwaar
from passend.toegang.models import Account, Groepstaak, Installatieregel, Logketen, Logregel, Rol, Uitnodiging
from passend.toegang.permissions import WIE_NODIGT_UIT, why_may_give_rol
from passend.toegang.queries import bezwaar_tegen, find_uitnodiging, list_rollen, list_uitnodigingen, sleutel_hash

_PLAATS = {
    Rolsoort.BESTUURDER: Bestuur,
    Rolsoort.BEHEERDER: Bestuur,
    Rolsoort.ADVISEUR: Samenwerkingsverband,
}
GEEN_REDEN = Reden("geen_reden", "Er is geen reden om dit te mogen.")


class RolError(ValueError):
    """A role that cannot be given; the text says what to do."""


@transaction.atomic
def log_handeling(  # noqa: PLR0913 -- a line has this many facts
    *,
    account: Account | None,
    handeling: str,
    onderwerp: str,
    reden: Reden,
    op: datetime,
    bestuur: int | None = None,
    soort: Logsoort = Logsoort.WIJZIGEN,
) -> None:
    """Write one line in the log, sealed to the one before it.

    Args:
        account: who did it; None for the installation itself.
        handeling: the verb, such as `publish_profiel`.
        onderwerp: a key such as `profiel:12`, never a name.
        reden: why they may.
        op: the moment.
        bestuur: the board whose log it is; None for what belongs to no board.
        soort: what kind of act it is.
    """
    keten = _keten(bestuur)
    feiten = Regelfeiten(
        bestuur=bestuur,
        volgnummer=keten.volgnummer + 1,
        op=op,
        account=account.pk if account else None,
        soort=soort.value,
        handeling=handeling,
        onderwerp=onderwerp,
        reden=reden.code,
    )
    zegel = zegel_van(feiten, keten.zegel)
    _schrijf(feiten, zegel_vooraf=keten.zegel, zegel=zegel)
    keten.volgnummer, keten.zegel = feiten.volgnummer, zegel
    keten.save(update_fields=["volgnummer", "zegel"])


def _schrijf(feiten: Regelfeiten, **zegels: str) -> None:
    """A line of a board is written within its wall, also when the page that was refused never came there."""
    waarden = {"account_id" if naam == "account" else naam: feit for naam, feit in asdict(feiten).items()}
    bestuur = waarden.pop("bestuur")
    if bestuur is None:
        Installatieregel.objects.create(**waarden, **zegels)
        return
    with nullcontext() if is_binnen(bestuur) else in_bestuur(bestuur):
        Logregel.objects.create(bestuur_id=bestuur, **waarden, **zegels)


def log_weigering(*, account: Account, onderwerp: str, bestuur: int | None, op: datetime) -> None:
    """Write down that somebody was refused: the name of the page or the key of the file, and whose log it is about."""
    log_handeling(
        account=account,
        handeling="geweigerd",
        onderwerp=onderwerp,
        reden=GEEN_REDEN,
        op=op,
        bestuur=bestuur,
        soort=Logsoort.GEWEIGERD,
    )


def _keten(bestuur: int | None) -> Logketen:
    """The end of a log, held until the line is written, so that two lines never get one number."""
    ketens = Logketen.objects.filter(**({"bestuur__isnull": True} if bestuur is None else {"bestuur": bestuur}))
    keten = ketens.select_for_update().first()
    if keten is None:
        Logketen.objects.bulk_create([Logketen(bestuur_id=bestuur)], ignore_conflicts=True)  # two first lines at once
        keten = ketens.select_for_update().get()
    return keten


def record_aanmelding(*, account: Account, hoe: str, op: datetime) -> None:
    """Write down that somebody came in, and by which proof: a code such as `password_totp` or `demo`."""
    log_handeling(
        account=account,
        handeling="sign_in",
        onderwerp=f"account:{account.pk}",
        reden=Reden(hoe, "U meldde zich aan."),
        op=op,
    )


def record_geweigerde_aanmelding(*, account: Account | None, op: datetime, waarom: str = "geen_bewijs") -> None:
    """Write down that somebody tried to come in and was refused; who it was is not known, only at which account."""
    log_handeling(
        account=None,
        handeling="sign_in",
        onderwerp=f"account:{account.pk if account else 'onbekend'}",
        reden=Reden(waarom, "Er was geen bewijs dat dit mocht."),
        op=op,
        soort=Logsoort.GEWEIGERD,
    )


def record_andere_aanmelding(*, account: Account, wat: str, op: datetime) -> None:
    """Write down that somebody changed how they sign in: a code such as `totp_activated`."""
    log_handeling(
        account=account,
        handeling=f"change_aanmelding:{wat}",
        onderwerp=f"account:{account.pk}",
        reden=Reden("eigen_account", "Dit is uw eigen account."),
        op=op,
    )


@transaction.atomic
def end_sessies(*, actor: Account | None, account: Account, op: datetime) -> None:
    """Sign an account out everywhere at once: each session holds the round in which it was opened."""
    Account.objects.filter(pk=account.pk).update(sessieronde=F("sessieronde") + 1)
    log_handeling(
        account=actor,
        handeling="end_sessies",
        onderwerp=f"account:{account.pk}",
        reden=Reden("eigen_account" if actor == account else "geen_rol_meer", "De sessies zijn gesloten."),
        op=op,
    )


def create_account(*, gebruikersnaam: str, voornaam: str, achternaam: str, wachtwoord: str | None) -> Account:
    """Make somebody; without a password they cannot sign in, and they can do nothing until they have a role."""
    return Account.objects.create_user(
        username=gebruikersnaam,
        email=gebruikersnaam if "@" in gebruikersnaam else "",
        first_name=voornaam,
        last_name=achternaam,
        password=wachtwoord,
    )


def create_demo_account(*, gebruikersnaam: str, voornaam: str, achternaam: str, wachtwoordhash: str) -> Account:
    """Make somebody made up, whose password is public; one hash serves them all, for hashing is slow on purpose."""
    return Account.objects.create(
        username=gebruikersnaam,
        first_name=voornaam,
        last_name=achternaam,
        password=wachtwoordhash,
        is_demo=True,
    )


def grant_rol(
    *, account: Account, soort: Rolsoort, bij: Vestiging | Bestuur | Samenwerkingsverband, geldig_van: date
) -> Rol:
    """Give an account a role at a site, a board or a samenwerkingsverband.

    Raises:
        RolError: this role does not exist at such an organisation.
    """
    if not isinstance(bij, _PLAATS.get(soort, Vestiging)):
        raise RolError(f"De rol '{soort}' bestaat niet bij {bij}. Kies een andere rol of een andere organisatie.")
    rol = Rol(account=account, soort=soort.value, geldig_van=geldig_van)
    if isinstance(bij, Vestiging):
        rol.vestiging = bij
    elif isinstance(bij, Bestuur):
        rol.bestuur = bij
    else:
        rol.samenwerkingsverband = bij
    rol.save()
    return rol


def assign_groep(*, account: Account, groep: Groep, geldig_van: date, geldig_tot_en_met: date | None = None) -> None:
    """Say that somebody teaches a group; what that opens follows from it and from their role."""
    Groepstaak.objects.create(
        bestuur_id=groep.bestuur_id,
        account=account,
        groep=groep,
        geldig_van=geldig_van,
        geldig_tot_en_met=geldig_tot_en_met,
    )


class UitnodigingError(ValueError):
    """An invitation that cannot be accepted."""

    def __init__(self, bezwaar: Uitnodigingbezwaar) -> None:
        super().__init__(bezwaar.value)
        self.bezwaar = bezwaar


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwAccount:
    """What somebody who is invited says about themselves."""

    voornaam: str
    achternaam: str
    wachtwoord: str


@transaction.atomic
def invite(*, actor: Account, vestiging: Vestiging, soort: Rolsoort, email: str, op: datetime) -> str:
    """Invite somebody for a role; an earlier invitation for the same counts no more.

    Returns:
        The key of the link, which is kept nowhere.

    Raises:
        GeenToegangError: the actor does not give this role here.
    """
    reden = _mag_geven(actor, vestiging, soort, op)
    sleutel = secrets.token_urlsafe(32)
    _open(vestiging, soort, email, op).update(ingetrokken_op=op)
    rij = Uitnodiging.objects.create(
        email=email.lower(),
        soort=soort.value,
        vestiging=vestiging,
        sleutel=sleutel_hash(sleutel),
        door=actor,
        verloopt_op=op + GELDIG,
    )
    _log_uitnodiging(actor, "invite", rij, reden, op)
    return sleutel


@transaction.atomic
def withdraw_uitnodiging(*, actor: Account, uitnodiging: Uitnodiging, op: datetime) -> None:
    """Let the link of an invitation open nothing any more; one that was used or withdrawn stays as it is.

    Raises:
        GeenToegangError: the actor does not give this role here.
    """
    vestiging = uitnodiging.vestiging
    reden = _mag_geven(actor, vestiging, Rolsoort(uitnodiging.soort), op)
    open_ = Uitnodiging.objects.filter(pk=uitnodiging.pk, gebruikt_op__isnull=True, ingetrokken_op__isnull=True)
    if open_.update(ingetrokken_op=op):
        _log_uitnodiging(actor, "withdraw_uitnodiging", uitnodiging, reden, op)


@transaction.atomic
def withdraw_uitnodigingen(
    *, actor: Account | None, vestiging: Vestiging, soort: Rolsoort, email: str, reden: Reden, op: datetime
) -> int:
    """Withdraw what is open for one address, because what it was for has ended; who calls this gives the reason.

    Returns:
        How many there were.
    """
    rijen = list(_open(vestiging, soort, email, op))
    for rij in rijen:
        rij.ingetrokken_op = op
        rij.save(update_fields=["ingetrokken_op"])
        _log_uitnodiging(actor, "withdraw_uitnodiging", rij, reden, op)
    return len(rijen)


def _open(vestiging: Vestiging, soort: Rolsoort, email: str, op: datetime) -> QuerySet[Uitnodiging]:
    """The invitations for a role at a site of one address that still count."""
    return list_uitnodigingen(vestiging=vestiging, op=op).filter(soort=soort.value, email__iexact=email.strip())


def _log_uitnodiging(account: Account | None, handeling: str, rij: Uitnodiging, reden: Reden, op: datetime) -> None:
    log_handeling(
        account=account,
        handeling=handeling,
        onderwerp=f"uitnodiging:{rij.pk}",
        reden=reden,
        op=op,
        bestuur=rij.vestiging.bestuur_id,
    )


@transaction.atomic
def accept_uitnodiging(*, sleutel: str, account: Account | None, nieuw: NieuwAccount | None, op: datetime) -> Account:
    """Give the role of an invitation to who is signed in, or to a new account.

    Raises:
        UitnodigingError: it is unknown, used, too old, or for somebody else.
    """
    Uitnodiging.objects.select_for_update().filter(sleutel=sleutel_hash(sleutel)).first()
    rij = find_uitnodiging(sleutel=sleutel)
    bezwaar = bezwaar_tegen(rij, account=account, op=op)
    if rij is None or bezwaar is not None:
        raise UitnodigingError(bezwaar or Uitnodigingbezwaar.ONBEKEND)
    if account is None:
        if nieuw is None:
            raise UitnodigingError(Uitnodigingbezwaar.EERST_AANMELDEN)
        account = create_account(gebruikersnaam=rij.email, **asdict(nieuw))
    soort = Rolsoort(rij.soort)
    grant_rol(account=account, soort=soort, bij=rij.vestiging, geldig_van=timezone.localtime(op).date())
    rij.gebruikt_op = op
    rij.save(update_fields=["gebruikt_op"])
    _log_uitnodiging(account, "accept_uitnodiging", rij, Reden("genodigd", "U bent uitgenodigd."), op)
    return account


@transaction.atomic
def end_rol(*, actor: Account, rol: Rol, op: datetime) -> None:
    """End a role at once; who has none left is signed out everywhere.

    Raises:
        GeenToegangError: the actor does not give this role here.
    """
    if rol.vestiging is None:
        raise GeenToegangError(f"Dit mag u niet doen voor deze school. Dit mag wel: {WIE_NODIGT_UIT}. Vraag het daar.")
    reden = _mag_geven(actor, rol.vestiging, Rolsoort(rol.soort), op)
    vandaag = timezone.localtime(op).date()
    rol.geldig_tot_en_met = vandaag - timedelta(days=1)
    rol.save(update_fields=["geldig_tot_en_met"])
    log_handeling(
        account=actor,
        handeling="end_rol",
        onderwerp=f"rol:{rol.pk}",
        reden=reden,
        op=op,
        bestuur=rol.vestiging.bestuur_id,
    )
    if not list_rollen(account=rol.account, peildatum=vandaag).exists():
        end_sessies(actor=actor, account=rol.account, op=op)


def _mag_geven(actor: Account, vestiging: Vestiging, soort: Rolsoort, op: datetime) -> Reden:
    reden = why_may_give_rol(actor, vestiging, soort=soort, peildatum=timezone.localtime(op).date())
    if reden is None:
        raise GeenToegangError(f"Dit mag u niet doen voor deze school. Dit mag wel: {WIE_NODIGT_UIT}. Vraag het daar.")
    return reden
