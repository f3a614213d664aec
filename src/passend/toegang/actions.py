"""Writes of accounts, roles and the log."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from passend.begrippen.rollen import Logsoort, Reden, Rolsoort
from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging
from passend.regels.logketen import Regelfeiten, zegel_van
from passend.toegang.models import Account, Logketen, Logregel, Rol

_PLAATS = {Rolsoort.BESTUURDER: Bestuur, Rolsoort.ADVISEUR: Samenwerkingsverband}


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
    waarden = {f"{naam}_id" if naam in {"bestuur", "account"} else naam: feit for naam, feit in asdict(feiten).items()}
    Logregel.objects.create(**waarden, zegel_vooraf=keten.zegel, zegel=zegel)
    keten.volgnummer, keten.zegel = feiten.volgnummer, zegel
    keten.save(update_fields=["volgnummer", "zegel"])


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
