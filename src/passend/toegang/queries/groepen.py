"""Reads of who teaches which group."""

from datetime import date

from django.db.models import F, Q, QuerySet

from passend.organisaties.models import Vestiging
from passend.toegang.models import Groepstaak


def list_groepstaken(*, vestiging: Vestiging, schooljaar: str, peildatum: date) -> QuerySet[Groepstaak]:
    """Who teaches the groups of a school year on a day or after it, by group and by name."""
    nog = Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=peildatum)
    taken = Groepstaak.objects.filter(
        nog,
        bestuur=vestiging.bestuur_id,
        groep__bestuur=F("bestuur"),
        groep__vestiging=vestiging,
        groep__schooljaar=schooljaar,
        account__is_active=True,
    )
    return taken.select_related("account", "groep__vestiging").order_by(
        "groep__naam", "account__first_name", "account__last_name", "geldig_van", "pk"
    )


def get_groepstaak(*, pk: int, vestiging: Vestiging) -> Groepstaak | None:
    """A task at a site; None when it is another's."""
    taken = Groepstaak.objects.filter(pk=pk, bestuur=vestiging.bestuur_id, groep__bestuur=F("bestuur"))
    return taken.select_related("account", "groep__vestiging").filter(groep__vestiging=vestiging).first()
