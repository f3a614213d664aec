"""What parents contest or still can: a refusal, an application that was not handled, a suspension, a removal."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import F
from django.utils import timezone

from passend.begrippen.bewaren import Aanhoudbesluit, Lopend
from passend.begrippen.toelating import Toelatingsbesluit, Verwijderingsstand
from passend.leerlingen.models import Leerling
from passend.regels.aanhouding import lopend_na
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten
from passend.regels.bezwaar import Bezwaarfeiten
from passend.regels.toelatingsstand import bezwaarfeiten_van
from passend.regels.verwijdering import bezwaarfeiten_van_verwijdering, verwijderingsstand
from passend.toelating.models import Aanmelding, Schorsing
from passend.toelating.queries.schorsing import Verwijderzaak, list_verwijderzaken_van
from passend.toelating.queries.zaken import list_zaken

NEE = {
    Toelatingsbesluit.GEWEIGERD: Aanhoudbesluit.WEIGERING,
    Toelatingsbesluit.NIET_BEHANDELD: Aanhoudbesluit.AANMELDING,
}


def list_lopend_over(leerlingen: Collection[Leerling], peildatum: date) -> dict[int, list[Lopend]]:
    """What goes on about each of these pupils on a day, by the key of the pupil."""
    lopend: dict[int, list[Lopend]] = defaultdict(list)
    for leerling, een in (*_schorsingen(leerlingen, peildatum), *_aanmeldingen(leerlingen, peildatum)):
        lopend[leerling].append(een)
    for zaak in list_verwijderzaken_van(leerlingen=leerlingen):
        if deel := _van_verwijdering(zaak, peildatum):
            lopend[zaak.verwijdering.leerling_id].append(deel)
    return lopend


def lopend_bij_aanmelding(feiten: Aanmeldingsfeiten, *, peildatum: date) -> Lopend | None:
    """What goes on about one application; nothing once the parents withdrew it or were put in the right.

    A dispute that was asked for before there was a decision counts too.
    """
    if feiten.ingetrokken_op is not None or feiten.is_alsnog_toegelaten:
        return None
    besluit = feiten.besluit
    if besluit is None:
        begonnen = min((dag for dag in (feiten.bezwaar_op, feiten.geschil_op) if dag is not None), default=None)
        if begonnen is None:
            return None
        zonder = Bezwaarfeiten(
            besluit_op=begonnen,
            bezwaar_op=feiten.bezwaar_op,
            geschil_op=feiten.geschil_op,
            oordeel_op=feiten.oordeel_op,
            reactie_op=feiten.reactie_op,
            beslist_op=feiten.beslist_op,
        )
        return lopend_na(Aanhoudbesluit.AANMELDING, zonder, peildatum=peildatum, is_bezwaar_mogelijk=False)
    if besluit.soort is Toelatingsbesluit.TOEGELATEN:
        return None
    kan_bezwaar = besluit.soort is Toelatingsbesluit.GEWEIGERD or feiten.is_openbaar
    bezwaar = bezwaarfeiten_van(feiten, besluit)
    return lopend_na(NEE[besluit.soort], bezwaar, peildatum=peildatum, is_bezwaar_mogelijk=kan_bezwaar)


def _aanmeldingen(leerlingen: Collection[Leerling], peildatum: date) -> Iterator[tuple[int, Lopend]]:
    rijen = Aanmelding.objects.filter(leerling__in=leerlingen, leerling__bestuur=F("bestuur"))
    for zaak in list_zaken(aanmeldingen=list(rijen.select_related("vestiging__bestuur__samenwerkingsverband"))):
        leerling, een = zaak.aanmelding.leerling_id, lopend_bij_aanmelding(zaak.feiten, peildatum=peildatum)
        if leerling is not None and een is not None:
            yield leerling, een


def _schorsingen(leerlingen: Collection[Leerling], peildatum: date) -> Iterator[tuple[int, Lopend]]:
    """Six weeks of any school, although the law names them of a public one alone (Awb 6:7): too long does no harm.

    An objection to a suspension cannot be written down with it; one that goes on is a hold by hand.
    """
    for rij in Schorsing.objects.filter(leerling__in=leerlingen, ingetrokken_op__isnull=True):
        feiten = Bezwaarfeiten(besluit_op=timezone.localtime(rij.besloten_op).date())
        een = lopend_na(Aanhoudbesluit.SCHORSING, feiten, peildatum=peildatum)
        if een is not None:
            yield rij.leerling_id, een


def _van_verwijdering(zaak: Verwijderzaak, peildatum: date) -> Lopend | None:
    besloten = zaak.feiten.besloten_op
    if besloten is None or besloten > peildatum:
        return None
    if verwijderingsstand(zaak.feiten, peildatum=peildatum).soort is Verwijderingsstand.INGETROKKEN:
        return None
    feiten = bezwaarfeiten_van_verwijdering(zaak.feiten, besloten)
    return lopend_na(Aanhoudbesluit.VERWIJDERING, feiten, peildatum=peildatum)
