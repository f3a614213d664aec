"""Results as a piece of the file: what they are on a day, so that they can be shared like any other piece.

When a result turns out to be of another child, its line goes out of every such piece, also out of what it said before.
"""

from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.leerlingen.actions.dossier import add_stuk, add_versie
from passend.leerlingen.models import Dossierstuk, Dossierversie, Leerling
from passend.leerlingen.queries.dossier import list_versies
from passend.regels.instrumenten import get_normschema, list_instrumenten, naam_van
from passend.toegang.models import Account
from passend.volgen.actions.waarnemingen import VolgenError
from passend.volgen.models import Toetsresultaat

TITEL = "Toetsen tot en met "
"""How the title of such a piece begins: by it and by the line of a result it is found back."""


@transaction.atomic
def add_resultatenstuk(*, actor: Account, leerling: Leerling, op: datetime) -> Dossierstuk:
    """Put the results of today in the file as a piece; an expert sees them once parents agree to share that piece.

    Raises:
        GeenToegangError: the actor does not write in the ordinary file of this pupil.
        VolgenError: there is no result yet.
        LeerlingError: the file was destroyed, or there are more results than fit in a piece.
    """
    Leerling.objects.select_for_update().get(pk=leerling.pk)  # a result may be withdrawn right now
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
        titel=f"{TITEL}{op.date():%d-%m-%Y}",
        tekst="\n".join(regels),
        vertrouwelijkheid=Vertrouwelijkheid.GEWOON,
        geldig_van=op.date(),
        op=op,
    )


@transaction.atomic
def clear_in_resultatenstukken(*, resultaat: Toetsresultaat, waarom: str, door: Account, op: datetime) -> None:
    """Destroy the line of a result in every piece of results: that there was one, when it went and why stay to be read.

    The piece stays shared with whom it was shared. Called by an action that asked who may.
    """
    leerling = Leerling.objects.select_for_update().get(pk=resultaat.leerling_id)  # such a piece may be made right now
    with translation.override(settings.LANGUAGE_CODE):
        begin, vak = _begin(resultaat), resultaat.get_vak_display()
    dag, reden = f"{timezone.localtime(op):%d-%m-%Y}", " ".join(waarom.split())
    weg = f"Hier stond een toets van {vak}. Dat is vernietigd: de school trok die toets in op {dag}. Reden: {reden}"
    nu = f"Een toets van {vak} staat hier niet meer. De school trok die in op {dag}. Reden: {reden}"
    for stuk in Dossierstuk.objects.filter(leerling=leerling, titel__startswith=TITEL, ingetrokken_op__isnull=True):
        versies = list_versies(stuk=stuk)
        for versie in versies:
            if begin in versie.tekst:
                Dossierversie.objects.filter(pk=versie.pk).update(tekst=_vervang(versie.tekst, begin, weg))
        if begin in (laatste := versies[-1]).tekst:
            tekst = _vervang(laatste.tekst, begin, nu)
            add_versie(stuk, laatste.nummer + 1, tekst, timezone.localtime(op).date(), door, op)


def _vervang(tekst: str, begin: str, zin: str) -> str:
    """A text with this sentence for each line in which stands how the line of a result begins."""
    return "\n".join(zin if begin in regel else regel for regel in tekst.splitlines())


def _begin(een: Toetsresultaat) -> str:
    """How the line of a result begins: which test it was, and nothing of what came out, for that can be put right."""
    toets = f"{naam_van(een.instrument)} {een.instrumentversie}".strip()
    wanneer = f"{een.afgenomen_op:%d-%m-%Y} {een.afnamemoment}".strip()
    return f"{wanneer}, {een.get_vak_display()} ({toets}): "


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
    return f"{_begin(een)}{', '.join(filter(None, delen))}"


def _met(naam: str, waarde: Decimal | None) -> str:
    return "" if waarde is None else f"{naam} {waarde.normalize():f}".replace(".", ",").strip()
