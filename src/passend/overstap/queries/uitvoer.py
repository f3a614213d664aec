"""What this room keeps of a pupil, as part of the file that goes along."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overstap import RAPPORTTEKSTEN
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Leerling
from passend.overstap.models import Onderwijskundigrapport, Overstapbestand, Rapportuitvoer
from passend.overstap.queries.ouders import als_lezing, get_oudersgezegd, list_ouderbeelden
from passend.overstap.queries.overstap import KANAALNAMEN
from passend.regels.dossierwoorden import als_tekst
from passend.regels.okr import Oudersgezegd
from passend.regels.rapportvolgorde import in_volgorde
from passend.toelating.models import Schoolcontact

RAPPORTEN = "rapporten"
"""How the key of the report begins, as a part of the file that can be asked about."""
_RAPPORT = {
    "naar_school": "Naar school",
    "vastgesteld_op": "Vastgesteld op",
    "ouders_geinformeerd_op": "Ouders geïnformeerd op",
    "akkoord": "Ouders eens met de inhoud",
    "ouderopmerking": "Wat de ouders ervan vinden",
}
_INHOUD = {"vastgesteld_op": "Vastgesteld op", "deel": "Deel", "waarover": "Waarover", "tekst": "Wat er staat"}
_WEG = {"op": "Op", "vorm": "Als", "ontvangen_op": "Ontvangen op", "ontvangen_door": "Ontvangen door"}
_BERICHT = {
    "ouder": "Ouder",
    "geinformeerd_op": "Geïnformeerd op",
    "kanaal": "Hoe",
    "kopie_op": "Kreeg het rapport op",
    "gelezen_op": "Las het zelf op",
    "zelf": "Zei zelf",
    "gezegd_op": "Zei dat op",
    "akkoord": "Eens met de inhoud",
    "opmerking": "Wat deze ouder ervan vindt",
    "brief": "Brief of verslag erbij",
}
_GEKOMEN = {
    "van_school": "Van school",
    "naam": "Over",
    "geboren_op": "Geboren op",
    "vorm": "Soort bestand",
    "ingelezen_op": "Gekomen op",
    "stand": "Stand",
    "overgenomen_op": "Overgenomen op",
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
    rapporten = list(Onderwijskundigrapport.objects.filter(leerling=leerling, vastgesteld_op__isnull=False))
    contacten = list(Schoolcontact.objects.filter(leerling=leerling))
    rubrieken = [
        Rubriek(
            naam="onderwijskundige_rapporten",
            kop="Onderwijskundige rapporten",
            velden=_RAPPORT,
            regels=[
                {
                    "naar_school": een.naar_school,
                    "vastgesteld_op": _moment(een.vastgesteld_op),
                    "ouders_geinformeerd_op": gezegd.geinformeerd_op.isoformat() if gezegd.geinformeerd_op else None,
                    "akkoord": gezegd.akkoord,
                    "ouderopmerking": gezegd.opmerking,
                }
                for een, gezegd in _met_ouders(rapporten)
            ],
            is_doorlopend=True,
            sleutels=[_sleutel(een, rapporten) for een, _gezegd in _met_ouders(rapporten)],
            titels={f"{RAPPORTEN}:{leerling.pk}": "Onderwijskundig rapport"},
            buiten_deel=("akkoord", "ouderopmerking"),
            uitgelicht=("naar_school", "vastgesteld_op"),
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
            sleutels=[f"schoolcontacten:{een.pk}" for een in contacten],
            titels={
                f"schoolcontacten:{een.pk}": f"Contact met {een.andere_school} op {een.op:%d-%m-%Y}"
                for een in contacten
            },
            dagen={f"schoolcontacten:{een.pk}": een.op for een in contacten},
        ),
    ]
    return [rubriek for rubriek in rubrieken if rubriek.regels]


def list_heel(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """What only the whole file has: every line of the reports, whom they were told, where they went, and what came."""
    if Vertrouwelijkheid.ZORG not in klassen:
        return []
    rapporten = list(Onderwijskundigrapport.objects.filter(leerling=leerling, vastgesteld_op__isnull=False))
    weg = Rapportuitvoer.objects.filter(rapport__in=rapporten, rapport__bestuur=F("bestuur")).order_by("op", "pk")
    gekomen = Overstapbestand.objects.filter(leerling=leerling).defer("geheim").order_by("ingelezen_op", "pk")
    rubrieken = [
        Rubriek(
            naam="rapportinhoud",
            kop="Wat er in het onderwijskundig rapport staat",
            velden=_INHOUD,
            regels=[regel for een in rapporten for regel in _inhoud(een)],
            is_doorlopend=True,
            sleutels=[_sleutel(een, rapporten) for een in rapporten for _regel in _inhoud(een)],
        ),
        Rubriek(
            naam="rapportberichten",
            kop="Wat elke ouder van het rapport hoorde en ervan vindt",
            velden=_BERICHT,
            regels=[regel for een in rapporten for regel in _van_ouders(een)],
            is_doorlopend=True,
        ),
        Rubriek(
            naam="rapportuitvoer",
            kop="Wanneer het rapport de school verliet",
            velden=_WEG,
            regels=[
                {
                    "op": een.op.isoformat(timespec="seconds"),
                    "vorm": str(een.get_vorm_display()),
                    "ontvangen_op": _moment(een.ontvangen_op),
                    "ontvangen_door": een.ontvangen_door,
                }
                for een in weg
            ],
        ),
        Rubriek(
            naam="overstapbestanden",
            kop="Bestanden van een vorige school",
            velden=_GEKOMEN,
            regels=[
                {
                    "van_school": een.van_school,
                    "naam": een.naam,
                    "geboren_op": een.geboren_op.isoformat() if een.geboren_op else None,
                    "vorm": str(een.get_vorm_display()),
                    "ingelezen_op": een.ingelezen_op.isoformat(timespec="seconds"),
                    "stand": str(een.get_stand_display()),
                    "overgenomen_op": _moment(een.overgenomen_op),
                }
                for een in gekomen
            ],
        ),
    ]
    return [rubriek for rubriek in rubrieken if rubriek.regels]


def _sleutel(rapport: Onderwijskundigrapport, rapporten: Collection[Onderwijskundigrapport]) -> str:
    """The report of a pupil is one part: that which was set last, for what was set is put right by setting another."""
    laatste = max(rapporten, key=lambda een: (een.vastgesteld_op, een.pk))
    return f"{RAPPORTEN}:{rapport.leerling_id}" if rapport.pk == laatste.pk else ""


def _inhoud(rapport: Onderwijskundigrapport) -> Iterator[dict[str, str | None]]:
    """Each text and each line of a report as it was set, in the order in which it is read."""
    vast = _moment(rapport.vastgesteld_op)
    for deel in in_volgorde(rapport.inhoud or {"onderdelen": []})["onderdelen"]:
        for code, tekst in deel["teksten"].items():
            if tekst:
                waarover = RAPPORTTEKSTEN.get(code, code)
                yield {"vastgesteld_op": vast, "deel": deel["wat"], "waarover": waarover, "tekst": tekst}
        for rubriek in deel["rubrieken"]:
            for regel in rubriek["regels"]:
                velden, naam_van_rubriek = rubriek["velden"].items(), rubriek.get("naam", "")
                paren = [(naam, als_tekst(naam_van_rubriek, veld, regel.get(veld))) for veld, naam in velden]
                tekst = "; ".join(f"{naam}: {waarde}" for naam, waarde in paren if waarde)
                yield {"vastgesteld_op": vast, "deel": deel["wat"], "waarover": rubriek["kop"], "tekst": tekst}


def _van_ouders(rapport: Onderwijskundigrapport) -> Iterator[dict[str, str | bool | None]]:
    """What each parent was told and says; a letter to one of them is named, and stays between the school and them."""
    if rapport.vastgesteld_op is None:
        return
    for beeld in list_ouderbeelden(rapport=rapport, peildatum=timezone.localtime(rapport.vastgesteld_op).date()):
        if beeld.bericht is None and beeld.reactie is None:
            continue
        bericht, lezing = beeld.bericht, als_lezing(beeld)
        yield {
            "ouder": beeld.ouder.naam,
            "geinformeerd_op": lezing.geinformeerd_op.isoformat() if lezing.geinformeerd_op else None,
            "kanaal": str(KANAALNAMEN.get(lezing.kanaal, "")),
            "kopie_op": lezing.kopie_op.isoformat() if lezing.kopie_op else None,
            "gelezen_op": beeld.reactie.gelezen_op.isoformat(timespec="seconds") if beeld.reactie else None,
            "zelf": beeld.reactie.akkoord if beeld.reactie else "",
            "gezegd_op": _moment(beeld.reactie.gezegd_op) if beeld.reactie else None,
            "akkoord": lezing.akkoord,
            "opmerking": lezing.opmerking,
            "brief": bericht.extensie if bericht else "",
        }


def _met_ouders(rapporten: Iterable[Onderwijskundigrapport]) -> Iterator[tuple[Onderwijskundigrapport, Oudersgezegd]]:
    """Each report that was set, with what the parents say of it as it was on the day it was set."""
    for een in rapporten:
        if een.vastgesteld_op is not None:
            beelden = list_ouderbeelden(rapport=een, peildatum=timezone.localtime(een.vastgesteld_op).date())
            yield een, get_oudersgezegd(beelden=beelden)


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
