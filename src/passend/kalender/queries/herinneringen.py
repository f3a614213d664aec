"""Who is reminded of what, and in which words."""

from datetime import date, datetime

from django.db.models import Q

from passend.kalender.queries.agenda import list_agenda
from passend.kalender.queries.dagen.regel import BUITEN, Agendaregel
from passend.overleggen.queries.overleggen import adres_van
from passend.regels.herinnering import moet_herinneren
from passend.toegang.queries import Account


def list_ontvangers(*, peildatum: date) -> list[Account]:
    """Who has a role today and can get a letter, in a fixed order; nobody of a demonstration."""
    geldig = Q(rollen__geldig_tot_en_met__isnull=True) | Q(rollen__geldig_tot_en_met__gte=peildatum)
    mensen = Account.objects.filter(geldig, rollen__geldig_van__lte=peildatum, is_active=True, is_demo=False)
    return [een for een in mensen.distinct().order_by("pk") if adres_van(een)]


def list_te_herinneren(*, account: Account, op: datetime) -> dict[str, Agendaregel]:
    """What somebody must be reminded of now, by a code that is another when the day is another."""
    return {
        f"{regel.sleutel}:{regel.dag.isoformat()}": regel
        for regel in list_agenda(account=account, op=op)
        if moet_herinneren(regel.soort, regel.dag, vandaag=op.date())
    }


def in_woorden(regel: Agendaregel) -> str:
    """A day for outside Passend: Dutch, and nothing of a pupil."""
    tijd = f" om {regel.begint_op:%H:%M}" if regel.begint_op else ""
    return f"{regel.dag:%d-%m-%Y}{tijd}: {BUITEN[regel.soort].lower()}, {regel.vestiging}"
