"""What this room keeps of a pupil, as part of the file that goes along."""

from collections.abc import Collection, Iterable, Iterator

from django.utils import timezone

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Leerling
from passend.overstap.models import Onderwijskundigrapport
from passend.overstap.queries.ouders import get_oudersgezegd, list_ouderbeelden
from passend.regels.okr import Oudersgezegd
from passend.toelating.models import Schoolcontact

_RAPPORT = {
    "naar_school": "Naar school",
    "vastgesteld_op": "Vastgesteld op",
    "ouders_geinformeerd_op": "Ouders geïnformeerd op",
    "akkoord": "Ouders eens met de inhoud",
    "ouderopmerking": "Wat de ouders ervan vinden",
}
_CONTACT = {
    "op": "Op",
    "andere_school": "Andere school",
    "wie_daar": "Met wie",
    "wie_hier": "Wie van hier",
    "wijze": "Hoe",
    "reden": "Reden",
    "waarover": "Waarover",
}


def get_overstaprubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """The reports that were set, and the talks with other schools; care is spoken of in both."""
    if Vertrouwelijkheid.ZORG not in klassen:
        return []
    rapporten = Onderwijskundigrapport.objects.filter(leerling=leerling, vastgesteld_op__isnull=False)
    contacten = Schoolcontact.objects.filter(leerling=leerling)
    rubrieken = [
        Rubriek(
            naam="onderwijskundige_rapporten",
            kop="Onderwijskundige rapporten",
            velden=_RAPPORT,
            regels=[
                {
                    "naar_school": een.naar_school,
                    "vastgesteld_op": een.vastgesteld_op.isoformat(timespec="seconds") if een.vastgesteld_op else None,
                    "ouders_geinformeerd_op": gezegd.geinformeerd_op.isoformat() if gezegd.geinformeerd_op else None,
                    "akkoord": gezegd.akkoord,
                    "ouderopmerking": gezegd.opmerking,
                }
                for een, gezegd in _met_ouders(rapporten)
            ],
            is_doorlopend=True,
        ),
        Rubriek(
            naam="schoolcontacten",
            kop="Contact met andere scholen",
            velden=_CONTACT,
            regels=[
                {
                    "op": een.op.isoformat(),
                    "andere_school": een.andere_school,
                    "wie_daar": een.wie_daar,
                    "wie_hier": een.wie_hier,
                    "wijze": str(een.get_wijze_display()),
                    "reden": str(een.get_reden_display()),
                    "waarover": een.waarover,
                }
                for een in contacten
            ],
            is_doorlopend=True,
        ),
    ]
    return [rubriek for rubriek in rubrieken if rubriek.regels]


def _met_ouders(rapporten: Iterable[Onderwijskundigrapport]) -> Iterator[tuple[Onderwijskundigrapport, Oudersgezegd]]:
    """Each report that was set, with what the parents say of it as it was on the day it was set."""
    for een in rapporten:
        if een.vastgesteld_op is not None:
            beelden = list_ouderbeelden(rapport=een, peildatum=timezone.localtime(een.vastgesteld_op).date())
            yield een, get_oudersgezegd(beelden=beelden)
