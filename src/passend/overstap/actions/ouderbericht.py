"""Noting that one parent was told of a report, with the letter or the report of the talk when there is one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.overstap import Akkoord, Kanaal
from passend.leerlingen.actions.kluis import kluis
from passend.leerlingen.actions.leerlingen import check_lengte, log_leerling
from passend.leerlingen.models import Ouderrelatie
from passend.leerlingen.permissions import get_inzage, require
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.rapport import check_zonder_nummer, lock_rapport
from passend.overstap.models import Onderwijskundigrapport, Rapportbericht, Rapportreactie
from passend.overstap.permissions import WIE_RAPPORT, why_may_write_rapport
from passend.overstap.queries.ouders import is_verzonden
from passend.plannen.queries.opp import list_gezag
from passend.regels.okr import is_bewezen
from passend.toegang.models import Account

LANGSTE_OPMERKING = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderbericht:
    """That one parent was told, how, when they got a copy, and what they say of it; `scan` is the proof on paper."""

    geinformeerd_op: date
    kanaal: Kanaal
    kopie_op: date
    akkoord: Akkoord
    opmerking: str = ""
    scan: Bijlage | None = None


@transaction.atomic
def tell_ouder(
    *, actor: Account, rapport: Onderwijskundigrapport, ouder: Ouderrelatie, bericht: Ouderbericht, op: datetime
) -> Rapportbericht:
    """Note that a parent was told of the report, and what they say of it; their words go along with it.

    Noting it again takes the place of what was noted; without a new scan the one that is there stays.

    Raises:
        GeenToegangError: the actor is no intern begeleider or directeur here.
        OverstapError: it was not set yet, it left already, this parent has no authority, or a day cannot be;
            or nothing shows that the parent was told.
    """
    reden = require(why_may_write_rapport(get_inzage(actor, rapport.leerling, op=op)), WIE_RAPPORT)
    rapport = lock_rapport(rapport)
    if rapport.vastgesteld_op is None:
        raise OverstapError("Stel het rapport eerst vast. De ouders krijgen het zoals het weggaat.")
    if is_verzonden(rapport=rapport):
        raise OverstapError("Het rapport is al naar de andere school. Wat de ouders later zeggen, komt in het dossier.")
    vanaf, dag = timezone.localtime(rapport.vastgesteld_op).date(), op.date()
    if not all(vanaf <= een <= dag for een in (bericht.geinformeerd_op, bericht.kopie_op)):
        raise OverstapError(
            f"Het rapport is vastgesteld op {vanaf:%d-%m-%Y}. De ouders horen en krijgen het op die dag of later, "
            "en niet later dan vandaag. Kijk de dagen na."
        )
    if ouder.pk not in {een.pk for een in list_gezag(leerling=rapport.leerling, peildatum=dag)}:
        raise OverstapError(
            "Kies een ouder met gezag. Staat die er niet bij, noteer dan in het dossier wie gezag heeft."
        )
    check_lengte(bericht.opmerking, LANGSTE_OPMERKING)
    check_zonder_nummer(bericht.opmerking)
    if bericht.akkoord is Akkoord.NEE and not bericht.opmerking.strip():
        raise OverstapError(
            "Deze ouder is het er niet mee eens. Schrijf op wat hij of zij vindt: dat gaat met het rapport mee."
        )
    scan = bericht.scan
    eerder = Rapportbericht.objects.filter(rapport=rapport, ouder=ouder).exclude(extensie="")
    las_zelf = Rapportreactie.objects.filter(rapport=rapport, ouder=ouder).exists()
    if not is_bewezen(las_zelf=las_zelf, heeft_brief=bool(scan) or eerder.exists(), woorden=bericht.opmerking):
        raise OverstapError(
            "Het dossier moet laten zien dat deze ouder het hoorde. Voeg de brief of het verslag van het gesprek toe, "
            "of schrijf op wat deze ouder zei."
        )
    stuk = {"extensie": scan.extensie if scan else "", "geheim": kluis().encrypt(scan.inhoud if scan else b"")}
    waarden = {
        "geinformeerd_op": bericht.geinformeerd_op,
        "kanaal": bericht.kanaal.value,
        "kopie_op": bericht.kopie_op,
        "akkoord": bericht.akkoord.value,
        "opmerking": bericht.opmerking.strip(),
        "vastgelegd_op": op,
        "door": actor,
    }
    rij, _is_nieuw = Rapportbericht.objects.update_or_create(
        bestuur_id=rapport.bestuur_id,
        rapport=rapport,
        ouder=ouder,
        defaults=waarden | (stuk if scan else {}),
        create_defaults=waarden | stuk,
    )
    log_leerling(actor, rapport.leerling, "tell_ouder", reden, op)
    return rij
