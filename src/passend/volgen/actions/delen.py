"""Results as a piece of the file: what they are on a day, so that they can be shared like any other piece."""

from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils import translation

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.dossier import add_stuk
from passend.leerlingen.models import Dossierstuk, Leerling
from passend.regels.instrumenten import get_normschema, list_instrumenten, naam_van
from passend.toegang.models import Account
from passend.volgen.actions.waarnemingen import VolgenError
from passend.volgen.models import Toetsresultaat


@transaction.atomic
def add_resultatenstuk(*, actor: Account, leerling: Leerling, op: datetime) -> Dossierstuk:
    """Put the results of today in the file as a piece; an expert sees them once parents agree to share that piece.

    Raises:
        GeenToegangError: the actor does not write in the ordinary file of this pupil.
        VolgenError: there is no result yet.
        LeerlingError: the file was destroyed, or there are more results than fit in a piece.
    """
    resultaten = Toetsresultaat.objects.filter(
        bestuur=leerling.bestuur_id, leerling=leerling, ingetrokken_op__isnull=True
    )
    with translation.override(settings.LANGUAGE_CODE):  # it is kept, and so in the language of the file
        regels = [_in_woorden(een) for een in resultaten.order_by("-afgenomen_op", "vak", "pk")]
    if not regels:
        raise VolgenError("Er zijn nog geen toetsen. Lees ze in, of typ er een.")
    return add_stuk(
        actor=actor,
        leerling=leerling,
        titel=f"Toetsen tot en met {op.date():%d-%m-%Y}",
        tekst="\n".join(regels),
        vertrouwelijkheid=Vertrouwelijkheid.GEWOON,
        geldig_van=op.date(),
        op=op,
    )


def _in_woorden(een: Toetsresultaat) -> str:
    """One result as a line: what the maker says, and nothing computed from it."""
    instrument, schema = list_instrumenten().get(een.instrument), get_normschema(een.normschema)
    delen = [
        _met("" if instrument is None else instrument.schaalnaam, een.schaalscore),
        _met("ruwe score", een.ruwe_score),
        f"niveau {een.niveau}{f' ({schema.naam})' if schema else ''}" if een.niveau else "",
        "" if een.percentiel is None else f"percentiel {een.percentiel}",
        f"op het niveau van {een.functioneringsniveau}" if een.functioneringsniveau else "",
        f"referentieniveau {een.referentieniveau}" if een.referentieniveau else "",
    ]
    toets = f"{naam_van(een.instrument)} {een.instrumentversie}".strip()
    wanneer = f"{een.afgenomen_op:%d-%m-%Y} {een.afnamemoment}".strip()
    return f"{wanneer}, {een.get_vak_display()} ({toets}): {', '.join(filter(None, delen))}"


def _met(naam: str, waarde: Decimal | None) -> str:
    return "" if waarde is None else f"{naam} {waarde.normalize():f}".replace(".", ",").strip()
