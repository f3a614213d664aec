"""What files of other schools say of a pupil, as part of the whole file; lower rooms cannot read such a file."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.opgave import OnleesbaarError
from passend.begrippen.overstap import Overstapopgave
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.actions.leerlingen import LeerlingError
from passend.leerlingen.queries.leerlingen import Leerling
from passend.overstap.queries.overstap import list_bestanden_bij
from passend.web.overstap.inkomend import lees_opgave
from passend.web.weergave import dagen

_VELDEN = {"van_school": "Van school", "gekomen_op": "Gekomen op", "waarover": "Waarover", "tekst": "Wat er stond"}


def list_meegekomen(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """Everything that each file of a previous school says, in words; the number of the state is in none of them."""
    if Vertrouwelijkheid.ZORG not in klassen:
        return []
    regels = []
    for bestand in list_bestanden_bij(leerling=leerling):
        van = {"van_school": bestand.van_school, "gekomen_op": bestand.ingelezen_op.isoformat(timespec="seconds")}
        try:
            regels += [
                van | {"waarover": waarover, "tekst": tekst}
                for waarover, tekst in _delen(lees_opgave(bestand), klassen)
            ]
        except (OnleesbaarError, LeerlingError):
            regels.append(van | {"waarover": _("Het bestand zelf"), "tekst": _("Dit gaat niet meer open.")})
    rubriek = Rubriek(
        naam="meegekomen", kop="Wat een vorige school meegaf", velden=_VELDEN, regels=regels, is_doorlopend=True
    )
    return [rubriek] if regels else []


def _delen(opgave: Overstapopgave, klassen: Collection[Vertrouwelijkheid]) -> Iterator[tuple[str, str]]:
    yield _("Het kind"), f"{opgave.voornaam} {opgave.achternaam}, {dagen(f'{opgave.geboren_op:%d-%m-%Y}')}"
    for dag, wat in ((opgave.ingeschreven_op, _("Ingeschreven")), (opgave.uitgeschreven_op, _("Uitgeschreven"))):
        if dag is not None:
            yield wat, dagen(f"{dag:%d-%m-%Y}")
    for stuk in opgave.stukken:
        if stuk.vertrouwelijkheid in klassen:
            yield stuk.titel, stuk.tekst
    for bijlage in opgave.bijlagen:
        yield _("Bijlage"), bijlage.titel
    for een in opgave.niet_overgenomen:
        yield _("Niet overgenomen"), f"{een.wat}: {een.waarom}"
