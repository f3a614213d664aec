"""Reads of organisations."""

from django.db.models import QuerySet

from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging


def get_vestiging(*, code: str) -> Vestiging | None:
    """The site with a public code (`99AB00`), its board and samenwerkingsverband at hand; None when unknown."""
    vestigingen = Vestiging.objects.select_related("bestuur__samenwerkingsverband")
    return vestigingen.filter(brin=code[:4].upper(), volgnummer=code[4:]).first()


def get_samenwerkingsverband(*, nummer: str) -> Samenwerkingsverband | None:
    """The samenwerkingsverband with a number (`PO9901`); None when unknown."""
    return Samenwerkingsverband.objects.filter(nummer=nummer).first()


def get_bestuur(*, nummer: str) -> Bestuur | None:
    """The board with a number; None when unknown."""
    return Bestuur.objects.filter(nummer=nummer).first()


def list_vestigingen(
    *, bestuur: Bestuur | None = None, samenwerkingsverband: Samenwerkingsverband | None = None
) -> QuerySet[Vestiging]:
    """Sites, of one board or one samenwerkingsverband when given."""
    vestigingen = Vestiging.objects.select_related("bestuur__samenwerkingsverband")
    if bestuur is not None:
        vestigingen = vestigingen.filter(bestuur=bestuur)
    if samenwerkingsverband is not None:
        vestigingen = vestigingen.filter(bestuur__samenwerkingsverband=samenwerkingsverband)
    return vestigingen
