"""Writes of roles."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from passend.begrippen.rollen import GASTEN, GeenToegangError, Reden, Rolsoort
from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging
from passend.organisaties.queries import in_bestuur
from passend.toegang.actions.accounts import BEHEERDER_SERVER, GEEN_ROL_MEER, end_sessies
from passend.toegang.actions.groepen import stop_groepstaken
from passend.toegang.actions.logboek import log_handeling
from passend.toegang.models import Account, Rol
from passend.toegang.permissions import WIE_NODIGT_UIT, why_may_give_rol
from passend.toegang.queries import list_rollen

_PLAATS = {
    Rolsoort.BESTUURDER: Bestuur,
    Rolsoort.BEHEERDER: Bestuur,
    Rolsoort.ADVISEUR: Samenwerkingsverband,
}


GASTROL_EINDIGT_VANZELF = (
    "De rol van een ouder of deskundige beëindigt u hier niet. Die eindigt vanzelf als er op deze school geen kind "
    "meer is waarvan die iets mag zien. Mag iemand een kind nu al niet meer zien? Dan past de intern begeleider of de "
    "directeur dat aan in het dossier van dat kind."
)
GEEN_KIND_MEER = Reden("geen_kind_meer", "Er is hier geen kind meer waarvoor deze rol er was.")


class RolError(ValueError):
    """A role that cannot be given; the text says what to do."""


def grant_rol(
    *, account: Account, soort: Rolsoort, bij: Vestiging | Bestuur | Samenwerkingsverband, geldig_van: date
) -> Rol:
    """Give an account a role at a site, a board or a samenwerkingsverband.

    Raises:
        RolError: this role does not exist at such an organisation.
    """
    check_plaats(soort, bij)
    rol = Rol(account=account, soort=soort.value, geldig_van=geldig_van)
    if isinstance(bij, Vestiging):
        rol.vestiging = bij
    elif isinstance(bij, Bestuur):
        rol.bestuur = bij
    else:
        rol.samenwerkingsverband = bij
    rol.save()
    return rol


def check_plaats(soort: Rolsoort, bij: Vestiging | Bestuur | Samenwerkingsverband) -> None:
    """Refuse a role at an organisation that has none of the kind.

    Raises:
        RolError: it has not.
    """
    if not isinstance(bij, _PLAATS.get(soort, Vestiging)):
        raise RolError(f"De rol '{soort}' bestaat niet bij {bij}. Kies een andere rol of een andere organisatie.")


@transaction.atomic
def end_rol(*, actor: Account, rol: Rol, op: datetime) -> bool:
    """End a role at once; who has none left is signed out everywhere.

    The groups of who is no teacher at that site any more end too, or an invitation later would open them again. One
    that had ended keeps the day on which it did.

    Returns:
        False when it had ended before, and nothing was done.

    Raises:
        GeenToegangError: the actor does not give this role here, or it is of who comes for a child.
    """
    if rol.vestiging is None:
        raise GeenToegangError(f"Dit mag u niet doen voor deze school. Dit mag wel: {WIE_NODIGT_UIT}. Vraag het daar.")
    reden = require_gever(actor, rol.vestiging, Rolsoort(rol.soort), op)
    if rol.soort in GASTEN:
        raise GeenToegangError(GASTROL_EINDIGT_VANZELF)
    nu = Rol.objects.select_for_update(of=("self",)).get(pk=rol.pk)  # two who end it at once, end it once
    if nu.geldig_tot_en_met is not None and nu.geldig_tot_en_met < timezone.localtime(op).date():
        return False
    _stop_rol(actor=actor, rol=rol, reden=reden, op=op)
    return True


@transaction.atomic
def end_rol_als_beheerder(*, rol: Rol, op: datetime) -> None:
    """End a role anywhere at once, for who keeps the server: it is the only way for one at no school."""
    _stop_rol(actor=None, rol=rol, reden=BEHEERDER_SERVER, op=op)


def _stop_rol(*, actor: Account | None, rol: Rol, reden: Reden, op: datetime) -> None:
    vandaag = timezone.localtime(op).date()
    rol.geldig_tot_en_met = vandaag - timedelta(days=1)
    rol.save(update_fields=["geldig_tot_en_met"])
    log_handeling(
        account=actor,
        handeling="end_rol",
        onderwerp=f"rol:{rol.pk}",
        reden=reden,
        op=op,
        bestuur=bestuur_van(rol.vestiging or rol.bestuur),
    )
    over = list_rollen(account=rol.account, peildatum=vandaag)
    if rol.vestiging is not None and not over.filter(soort=Rolsoort.LEERKRACHT.value, vestiging=rol.vestiging).exists():
        with in_bestuur(rol.vestiging.bestuur_id):
            stop_groepstaken(actor=actor, account=rol.account, vestiging=rol.vestiging, reden=reden, op=op)
    if not over.exists():
        end_sessies(actor=actor, account=rol.account, reden=GEEN_ROL_MEER, op=op)


def end_sessies_van(*, actor: Account, rol: Rol, op: datetime) -> None:
    """Sign somebody out everywhere, for a lost telephone or a doubt; who may is who gives them their role here.

    Raises:
        GeenToegangError: the actor does not give this role here.
    """
    if rol.vestiging is None:
        raise GeenToegangError(f"Dit mag u niet doen voor deze school. Dit mag wel: {WIE_NODIGT_UIT}. Vraag het daar.")
    reden = require_gever(actor, rol.vestiging, Rolsoort(rol.soort), op)
    end_sessies(actor=actor, account=rol.account, reden=reden, op=op, bestuur=rol.vestiging.bestuur_id)


@transaction.atomic
def end_gastrol(*, rol: Rol, op: datetime) -> None:
    """End the role of who comes for a child, because there is no child left for whom they may look.

    The term of their account counts from then, once no other role is left.
    """
    if rol.soort not in GASTEN or rol.vestiging is None:
        raise ValueError(f"{rol.soort} is no role for a child")
    vandaag = timezone.localtime(op).date()
    rol.geldig_tot_en_met = vandaag - timedelta(days=1)
    rol.save(update_fields=["geldig_tot_en_met"])
    log_handeling(
        account=None,
        handeling="end_rol",
        onderwerp=f"rol:{rol.pk}",
        reden=GEEN_KIND_MEER,
        op=op,
        bestuur=rol.vestiging.bestuur_id,
    )
    if not list_rollen(account=rol.account, peildatum=vandaag).exists():
        end_sessies(actor=None, account=rol.account, reden=GEEN_ROL_MEER, op=op)


def bestuur_van(bij: Vestiging | Bestuur | Samenwerkingsverband | None) -> int | None:
    """The board in whose log it stands what is done about a role; None at a samenwerkingsverband, which is of many."""
    if isinstance(bij, Vestiging):
        return bij.bestuur_id
    return bij.pk if isinstance(bij, Bestuur) else None


def require_gever(actor: Account, vestiging: Vestiging, soort: Rolsoort, op: datetime) -> Reden:
    """Why somebody may give or end a role here.

    Raises:
        GeenToegangError: they may not.
    """
    reden = why_may_give_rol(actor, vestiging, soort=soort, peildatum=timezone.localtime(op).date())
    if reden is None:
        raise GeenToegangError(f"Dit mag u niet doen voor deze school. Dit mag wel: {WIE_NODIGT_UIT}. Vraag het daar.")
    return reden
