"""What the team adds to a profile: rounds, reactions and evidence."""

from datetime import date, datetime

from django.db import transaction

from passend.profielen.actions.profiel import OnderdeelError, log_profiel, require_schrijver
from passend.profielen.models import Onderbouwingsregel, Ondersteuningsprofiel, Reactie, Teamronde
from passend.profielen.permissions import require, why_may_react
from passend.profielen.queries.team import get_open_ronde
from passend.profielen.queries.werk import get_onderdeel
from passend.toegang.models import Account

WIE_REAGEERT = "het team van de school"
REACTIES = ("eens", "oneens", "voorstel")


@transaction.atomic
def open_ronde(*, actor: Account, profiel: Ondersteuningsprofiel, vraag: str, op: datetime) -> Teamronde:
    """Ask the team to look at the rows; an open round is returned as it is."""
    reden = require_schrijver(actor, profiel.vestiging, op)
    Ondersteuningsprofiel.objects.select_for_update().get(pk=profiel.pk)  # two people who begin at once begin one round
    if (lopend := get_open_ronde(profiel=profiel)) is not None:
        return lopend
    if not vraag.strip():
        raise OnderdeelError("Schrijf op wat u het team vraagt, bijvoorbeeld: klopt dit nog?")
    ronde = Teamronde.objects.create(
        bestuur_id=profiel.bestuur_id, profiel=profiel, vraag=vraag.strip(), geopend_op=op, geopend_door=actor
    )
    log_profiel(actor, profiel, "open_ronde", reden, op)
    return ronde


@transaction.atomic
def close_ronde(*, actor: Account, ronde: Teamronde, op: datetime) -> Teamronde:
    """End a round; what was said stays visible."""
    reden = require_schrijver(actor, ronde.profiel.vestiging, op)
    if ronde.gesloten_op is None:
        ronde.gesloten_op = op
        ronde.save(update_fields=["gesloten_op"])
        log_profiel(actor, ronde.profiel, "close_ronde", reden, op)
    return ronde


@transaction.atomic
def reopen_ronde(*, actor: Account, ronde: Teamronde, op: datetime) -> Teamronde:
    """Go on with a round that was closed too soon.

    Raises:
        OnderdeelError: another round is open.
    """
    reden = require_schrijver(actor, ronde.profiel.vestiging, op)
    Ondersteuningsprofiel.objects.select_for_update().get(pk=ronde.profiel_id)
    lopend = get_open_ronde(profiel=ronde.profiel)
    if lopend is not None and lopend != ronde:
        raise OnderdeelError("Er loopt al een ronde. Sluit die eerst.")
    ronde.gesloten_op = None
    ronde.save(update_fields=["gesloten_op"])
    log_profiel(actor, ronde.profiel, "reopen_ronde", reden, op)
    return ronde


@transaction.atomic
def add_reactie(
    *, actor: Account, ronde: Teamronde, sleutel: str, soort: str, toelichting: str, op: datetime
) -> Reactie:
    """Agree with a row, challenge it or propose something else; the last two with a word of why.

    Raises:
        OnderdeelError: the round is closed, the row is gone, or the word of why is missing.
    """
    profiel = ronde.profiel
    reden = require(why_may_react(actor, profiel.vestiging, peildatum=op.date()), WIE_REAGEERT)
    if ronde.gesloten_op is not None:
        raise OnderdeelError("Deze ronde is gesloten. Praat erover met de directeur of de intern begeleider.")
    if soort not in REACTIES or not is_rij(profiel, sleutel):
        raise OnderdeelError("Deze rij is er niet meer. Laad de pagina opnieuw.")
    if soort != "eens" and not toelichting.strip():
        raise OnderdeelError("Schrijf in een paar woorden waarom. Dan kan de school er iets mee.")
    reactie = Reactie.objects.create(
        bestuur_id=ronde.bestuur_id,
        ronde=ronde,
        sleutel=sleutel,
        account=actor,
        soort=soort,
        toelichting=toelichting.strip(),
        op=op,
    )
    log_profiel(actor, profiel, "add_reactie", reden, op)
    return reactie


@transaction.atomic
def add_onderbouwing(
    *, actor: Account, profiel: Ondersteuningsprofiel, sleutel: str, wat: str, wanneer: date, op: datetime
) -> Onderbouwingsregel:
    """Add evidence to a row: what can be seen, and when that was.

    Raises:
        OnderdeelError: it says nothing, or lies in the future.
    """
    reden = require_schrijver(actor, profiel.vestiging, op)
    if not is_rij(profiel, sleutel):
        raise OnderdeelError("Deze rij is er niet meer. Laad de pagina opnieuw.")
    if not wat.strip():
        raise OnderdeelError("Schrijf op wat er te zien is, bijvoorbeeld: verslag van de groepsbespreking.")
    check_lengte(wat, 500)
    if wanneer > op.date():
        raise OnderdeelError("Deze dag ligt in de toekomst. Vul in wanneer het te zien was.")
    regel = Onderbouwingsregel.objects.create(
        bestuur_id=profiel.bestuur_id,
        profiel=profiel,
        sleutel=sleutel,
        wat=wat.strip(),
        wanneer=wanneer,
        toegevoegd_door=actor,
    )
    log_profiel(actor, profiel, "add_onderbouwing", reden, op)
    return regel


@transaction.atomic
def remove_onderbouwing(*, actor: Account, profiel: Ondersteuningsprofiel, regel: int, op: datetime) -> None:
    """Take evidence away again."""
    reden = require_schrijver(actor, profiel.vestiging, op)
    aantal, _per_tabel = profiel.onderbouwingen.filter(pk=regel).delete()
    if aantal:
        log_profiel(actor, profiel, "remove_onderbouwing", reden, op)


def is_rij(profiel: Ondersteuningsprofiel, sleutel: str) -> bool:
    """True for a row that is in the profile now; only on rows hangs what the team says."""
    return sleutel.startswith("rij:") and get_onderdeel(profiel=profiel, sleutel=sleutel) is not None


def check_lengte(woorden: str, meeste: int) -> None:
    if len(woorden.strip()) > meeste:
        raise OnderdeelError(f"Dit is te lang: houd het bij {meeste} tekens. Maak het korter en probeer het opnieuw.")
