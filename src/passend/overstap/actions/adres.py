"""Where the pupil of a report lives, for a transfer file: no part of the report, so it is filled in after that too."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from passend.leerlingen.actions.leerlingen import check_lengte, log_leerling
from passend.leerlingen.permissions import get_inzage, require
from passend.overstap.actions.contact import OverstapError
from passend.overstap.actions.rapport import BESTEMMING, lock_rapport
from passend.overstap.models import Onderwijskundigrapport
from passend.overstap.permissions import WIE_RAPPORT, why_may_write_rapport
from passend.regels.bestemming import BestemmingError, check_adres
from passend.toegang.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlingadres:
    """Where a pupil lives; nothing of it is kept when it is secret."""

    is_geheim: bool = False
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    woonplaats: str = ""


@transaction.atomic
def set_adres(*, actor: Account, rapport: Onderwijskundigrapport, adres: Leerlingadres, op: datetime) -> None:
    """Fill in where the pupil lives, also of a report that was set: its words stay as they are.

    Raises:
        GeenToegangError: the actor is no intern begeleider or directeur here.
        OverstapError: it is half an address, or can be none.
    """
    reden = require(why_may_write_rapport(get_inzage(actor, rapport.leerling, op=op)), WIE_RAPPORT)
    rapport = lock_rapport(rapport)
    velden = {veld: str(waarde).strip() for veld, waarde in asdict(adres).items() if veld != "is_geheim"}
    if adres.is_geheim:
        velden = dict.fromkeys(velden, "")
    elif not all(velden.values()):
        raise OverstapError("Vul straat, huisnummer, postcode en woonplaats in, of kruis aan dat het adres geheim is.")
    for veld, waarde in velden.items():
        check_lengte(waarde, BESTEMMING[veld])
    try:
        velden["postcode"] = check_adres(velden["huisnummer"], velden["postcode"])
    except BestemmingError as fout:
        raise OverstapError(str(fout)) from fout
    rapport.is_adres_geheim = adres.is_geheim
    for veld, waarde in velden.items():
        setattr(rapport, veld, waarde)
    rapport.save(update_fields=["is_adres_geheim", *velden])
    log_leerling(actor, rapport.leerling, "set_adres", reden, op)
