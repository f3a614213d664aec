"""Carries out what a file changes: new pupils in a few statements, and what is otherwise row by row.

A part of the action that does it: that one asks who may, holds the file, and is one transaction.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.db import connection
from django.db.models import CharField, Max
from django.db.models.functions import Cast

from passend.begrippen.opgave import Opgave
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.leerlingen import LeerlingError, deregister_leerling, index_leerlingen, log_leerling
from passend.leerlingen.actions.vorig import VAN_LEERLING, VAN_OUDER, keep_nieuw, keep_vorig, keep_weg
from passend.leerlingen.models import Groepsplaatsing, Leerling, Ouderrelatie, Vorigegegeven, Zoekwoord
from passend.leerlingen.queries.invoer import get_groepen, list_leerkrachten, schooljaar_van
from passend.organisaties.actions import create_groep
from passend.organisaties.actions.stapel import Waarde, insert_stapel
from passend.organisaties.models import Vestiging
from passend.regels.herkenning import groepssleutel
from passend.regels.leerlinginvoer import Nieuw, Vergelijking, Wijziging
from passend.regels.ouderinvoer import Ouderverschil
from passend.regels.zoeken import zoekwoorden
from passend.toegang.actions import start_groepstaak, stop_groepstaak
from passend.toegang.models import Account, Groepstaak

UIT_BESTAND = Reden("bestand", "Het stond in een bestand van de administratie.")
_LEERLING = (
    *("bestuur", "sleutel", "vestiging", "voornaam", "achternaam", "geboren_op", "ingeschreven_op"),
    *("is_verwezen", "uitgeschreven_naar", "administratiesleutel"),
)
_PLAATSING = ("bestuur", "leerling", "groep", "geldig_van")
_WOORD = ("bestuur", "leerling", "vestiging", "woord")
_OUDER = ("bestuur", "leerling", "account", "naam", "email", "heeft_gezag", "geldig_van")
_VAN_LEERLING = ("voornaam", "achternaam", "geboren_op", "ingeschreven_op", "administratiesleutel")
_VORIG = ("bestuur", "leerling", "tabel", "rij", "vervangen_op")
_PER_KEER = 500

type Groepen = Mapping[str, int]


def voer_uit(  # noqa: PLR0913 -- a part of one action, with all that was decided
    *,
    vestiging: Vestiging,
    opgave: Opgave,
    vergelijking: Vergelijking,
    uitschrijven: Mapping[int, date],
    eindigen: Collection[int],
    door: Account,
    op: datetime,
) -> dict[str, int]:
    """Do all of it; the numbers say how many there were of each."""
    schooljaar = schooljaar_van(opgave, op.date())
    bekend = get_groepen(vestiging=vestiging, schooljaar=str(schooljaar))
    for naam in vergelijking.nieuwe_groepen:
        bekend[naam] = create_groep(vestiging=vestiging, schooljaar=str(schooljaar), naam=naam)
    groepen = {groepssleutel(naam): groep.pk for naam, groep in bekend.items()}
    _voeg_toe(vestiging, vergelijking.nieuw, groepen, begin=schooljaar.begint_op, op=op)
    _wijzig(vestiging, vergelijking.gewijzigd, groepen, begin=schooljaar.begint_op, op=op, door=door)
    _schrijf_uit(uitschrijven, door, op)
    return {
        "nieuw": len(vergelijking.nieuw),
        "gewijzigd": len(vergelijking.gewijzigd),
        "ongewijzigd": len(vergelijking.ongewijzigd),
        "geweigerd": len(vergelijking.geweigerd),
        "uitgeschreven": len(uitschrijven),
        "groepen": len(vergelijking.nieuwe_groepen),
        "leerkrachten": _deel_groepen_toe(vestiging, opgave, schooljaar.begint_op, door, op),
        "leerkrachten_weg": _neem_groepen_af(vestiging, eindigen, door, op),
    }


def _voeg_toe(vestiging: Vestiging, nieuw: Sequence[Nieuw], groepen: Groepen, *, begin: date, op: datetime) -> None:
    """The pupils who were not known, with their group and their parents."""
    if not nieuw:
        return
    bestuur, school = vestiging.bestuur_id, vestiging.pk
    eerder = Leerling.objects.filter(vestiging=vestiging).aggregate(hoogste=Max("pk"))["hoogste"] or 0
    sleutels = [uuid4().hex for _een in nieuw]
    sinds = [een.opgave.ingeschreven_op or max(begin, een.opgave.geboren_op) for een in nieuw]
    insert_stapel(
        Leerling,
        _LEERLING,
        [
            (
                bestuur, sleutel, school, een.opgave.voornaam, een.opgave.achternaam,
                een.opgave.geboren_op.isoformat(), dag.isoformat(), False, "", een.opgave.sleutel,
            )
            for een, sleutel, dag in zip(nieuw, sleutels, sinds, strict=True)
        ],
    )  # fmt: skip
    nu = Leerling.objects.filter(vestiging=vestiging, pk__gt=eerder).order_by()
    rijen = nu.values_list(Cast("sleutel", CharField()), "pk")  # as text: to make a key of each takes longer than all
    pks = {sleutel.replace("-", ""): pk for sleutel, pk in rijen}
    woorden: list[tuple[Waarde, ...]] = []
    plaatsingen: list[tuple[Waarde, ...]] = []
    ouders: list[tuple[Waarde, ...]] = []
    for een, sleutel, dag in zip(nieuw, sleutels, sinds, strict=True):
        pk = pks[sleutel]
        woorden.extend((bestuur, pk, school, woord) for woord in zoekwoorden(een.opgave.naam))
        if een.opgave.groep:
            plaatsingen.append((bestuur, pk, groepen[groepssleutel(een.opgave.groep)], max(begin, dag).isoformat()))
        if een.opgave.ouders:
            van = min(dag, op.date()).isoformat()
            ouders.extend(
                (bestuur, pk, None, ouder.naam, ouder.email, bool(ouder.heeft_gezag), van)
                for ouder in een.opgave.ouders
            )
    insert_stapel(Zoekwoord, _WOORD, woorden)
    insert_stapel(Groepsplaatsing, _PLAATSING, plaatsingen)
    insert_stapel(Ouderrelatie, _OUDER, ouders)
    moment = str(connection.ops.adapt_datetimefield_value(op))
    eerst: list[tuple[Waarde, ...]] = [(bestuur, pk, "leerling", pk, moment) for pk in pks.values()]
    insert_stapel(Vorigegegeven, _VORIG, eerst)


def _wijzig(
    vestiging: Vestiging,
    gewijzigd: Sequence[Wijziging],
    groepen: Groepen,
    *,
    begin: date,
    op: datetime,
    door: Account,
) -> None:
    """What is otherwise of who is known: their own data, their group, their parents, and a line in the log of each."""
    leerlingen = Leerling.objects.in_bulk([een.bekende.pk for een in gewijzigd])
    anders = [een for een in gewijzigd if any(verschil.wat in _VAN_LEERLING for verschil in een.verschillen)]
    keep_vorig([leerlingen[een.bekende.pk] for een in anders], VAN_LEERLING, op=op)
    for een in anders:
        for verschil in een.verschillen:
            if verschil.wat in _VAN_LEERLING:
                setattr(leerlingen[een.bekende.pk], verschil.wat, verschil.wordt)
    Leerling.objects.bulk_update([leerlingen[een.bekende.pk] for een in anders], _VAN_LEERLING, batch_size=_PER_KEER)
    index_leerlingen([leerlingen[een.bekende.pk] for een in anders])
    _verplaats(vestiging, gewijzigd, groepen, begin=begin, op=op)
    for een in gewijzigd:
        for ouder in een.ouders:
            _zet_ouder(leerlingen[een.bekende.pk], ouder, op)
        log_leerling(door, leerlingen[een.bekende.pk], "import_leerling", UIT_BESTAND, op)


def _verplaats(
    vestiging: Vestiging, gewijzigd: Sequence[Wijziging], groepen: Groepen, *, begin: date, op: datetime
) -> None:
    """Another group: from the start of the year for who had none in it, and else from today."""
    per_dag: dict[date, list[tuple[int, int]]] = defaultdict(list)
    for een in gewijzigd:
        for verschil in een.verschillen:
            if verschil.wat == "groep":
                dag = max(begin if not verschil.was else op.date(), begin, een.bekende.ingeschreven_op)
                per_dag[dag].append((een.bekende.pk, groepen[groepssleutel(str(verschil.wordt))]))
    for dag, paren in per_dag.items():
        _sluit_plaatsingen([pk for pk, _groep in paren], dag, op)
        rijen = [(vestiging.bestuur_id, pk, groep, dag.isoformat()) for pk, groep in paren]
        insert_stapel(Groepsplaatsing, _PLAATSING, rijen)
        begonnen = Groepsplaatsing.objects.filter(geldig_van=dag, geldig_tot_en_met__isnull=True)
        keep_nieuw(begonnen.filter(leerling__in=[pk for pk, _groep in paren]), op=op)


def _sluit_plaatsingen(leerlingen: Collection[int], dag: date, op: datetime) -> None:
    """End what is open the day before; what would begin that day or later never was."""
    lopend = Groepsplaatsing.objects.filter(leerling__in=leerlingen, geldig_tot_en_met__isnull=True)
    keep_weg(lopend.filter(geldig_van__gte=dag), op=op)
    lopend.filter(geldig_van__gte=dag).delete()
    keep_vorig(lopend, ["geldig_tot_en_met"], op=op)
    lopend.update(geldig_tot_en_met=dag - timedelta(days=1))


def _zet_ouder(leerling: Leerling, ouder: Ouderverschil, op: datetime) -> None:
    """Another address is put right; authority that came or went is a row that ends and a new one."""
    vandaag = op.date()
    rij = Ouderrelatie.objects.filter(pk=ouder.was.pk).first() if ouder.was else None
    if rij is not None:
        keep_vorig([rij], VAN_OUDER, op=op)
    if rij is not None and (rij.heeft_gezag == ouder.heeft_gezag or rij.geldig_van >= vandaag):
        rij.email, rij.heeft_gezag = ouder.email, ouder.heeft_gezag
        rij.save(update_fields=["email", "heeft_gezag"])
        return
    if rij is not None:
        rij.geldig_tot_en_met = vandaag - timedelta(days=1)
        rij.save(update_fields=["geldig_tot_en_met"])
    nieuw = Ouderrelatie.objects.create(
        bestuur_id=leerling.bestuur_id,
        leerling=leerling,
        account=rij.account if rij else None,
        naam=ouder.naam,
        email=ouder.email,
        heeft_gezag=ouder.heeft_gezag,
        geldig_van=vandaag,
    )
    keep_nieuw([nieuw], op=op)


def _schrijf_uit(uitschrijven: Mapping[int, date], door: Account, op: datetime) -> None:
    weg = Leerling.objects.filter(pk__in=uitschrijven).select_related("vestiging")
    for leerling in weg:
        dag = uitschrijven[leerling.pk]
        try:
            deregister_leerling(actor=door, leerling=leerling, uitgeschreven_op=dag, is_verwezen=False, op=op)
        except LeerlingError as zin:
            raise LeerlingError(f"{leerling}: {zin}") from zin  # of many who leave, whose day it is


def _deel_groepen_toe(vestiging: Vestiging, opgave: Opgave, begin: date, door: Account, op: datetime) -> int:
    """Give teachers who work here the groups of the file; who has no account waits for an invitation."""
    vandaag = op.date()
    bekend = {
        groepssleutel(naam): groep
        for naam, groep in get_groepen(vestiging=vestiging, schooljaar=str(schooljaar_van(opgave, vandaag))).items()
    }
    aantal = 0
    for beeld in list_leerkrachten(vestiging=vestiging, opgave=opgave, peildatum=vandaag):
        for naam in beeld.groepen if beeld.account else ():
            if beeld.account is not None and (groep := bekend.get(groepssleutel(naam))):
                start_groepstaak(
                    actor=door,
                    account=beeld.account,
                    groep=groep,
                    geldig_van=max(begin, vandaag),
                    geldig_tot_en_met=None,
                    reden=UIT_BESTAND,
                    op=op,
                )
                aantal += 1
    return aantal


def _neem_groepen_af(vestiging: Vestiging, eindigen: Collection[int], door: Account, op: datetime) -> int:
    """End what teachers taught and the file gives to others."""
    taken = list(Groepstaak.objects.filter(bestuur=vestiging.bestuur_id, pk__in=eindigen).order_by("pk"))
    for taak in taken:
        stop_groepstaak(actor=door, taak=taak, reden=UIT_BESTAND, op=op)
    return len(taken)
