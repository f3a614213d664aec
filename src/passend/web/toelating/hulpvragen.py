"""The registrations with which schools asked the samenwerkingsverband for help, for who may read them."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from passend.begrippen.rollen import GeenToegangError, Logsoort, Reden, Rolsoort
from passend.begrippen.termijn import Termijn
from passend.begrippen.toelating import Aanzet
from passend.leerlingen.actions.leerlingen import log_school
from passend.organisaties.queries import in_bestuur
from passend.regels.toelatingsstand import Toelatingsstand, toelatingsstand
from passend.toegang.queries import list_vestigingen_van
from passend.toelating.permissions import HELPT, ZINNEN
from passend.toelating.queries.aanmeldingen import Aanmelding
from passend.toelating.queries.hulp import Hulpverloop
from passend.toelating.queries.zaken import Zaakregel, list_hulpvragen, volgende_termijn
from passend.web.kader import maak_kader
from passend.web.toelating.woorden import AAN_ZET, STANDICONEN, STANDNAMEN, TERMIJNNAMEN
from passend.web.verzoek import aangemeld, account_van

ADVIES = Reden(Rolsoort.ADVISEUR.value, ZINNEN[Rolsoort.ADVISEUR])


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpregel:
    """One case in the list: how its call for help goes, and where it stands."""

    aanmelding: Aanmelding
    hulp: Hulpverloop
    stand: Toelatingsstand
    volgende: Termijn | None
    is_open: bool

    @property
    def naam(self) -> str:
        """Where it stands, in words."""
        return str(STANDNAMEN[self.stand.soort])

    @property
    def merk(self) -> tuple[str, str]:
        """The colour and the icon that go with those words."""
        return STANDICONEN.get(self.stand.soort, ("teal", "klok"))

    @property
    def wat(self) -> str:
        """What the next date is; empty without one."""
        return str(TERMIJNNAMEN.get(self.volgende.wat, "")) if self.volgende else ""

    @property
    def wie(self) -> str:
        """Who is on turn."""
        return str(AAN_ZET[self.stand.aan_zet])


@aangemeld
@require_safe
def hulpvragen(request: HttpRequest) -> HttpResponse:
    """The open cases, who waits longest on top; the closed ones below."""
    account, op = account_van(request), timezone.localtime()
    scholen = list(list_vestigingen_van(account=account, peildatum=op.date(), soorten=[Rolsoort.ADVISEUR]))
    if not scholen:
        raise GeenToegangError(HELPT)
    with in_bestuur(*{een.bestuur_id for een in scholen}):
        regels = [_regel(zaak, hulp, op.date()) for zaak, hulp in list_hulpvragen(vestigingen=scholen)]
        for school in {een.aanmelding.vestiging for een in regels}:
            log_school(account, school, "list_aanmeldingen", ADVIES, op, Logsoort.ZOEKEN)
    context = {
        "kader": maak_kader(request),
        "open": sorted((een for een in regels if een.is_open), key=lambda een: een.hulp.gevraagd.op),
        "klaar": [een for een in regels if not een.is_open],
    }
    return render(request, "toelating/hulpvragen.jinja", context)


def _regel(zaak: Zaakregel, hulp: Hulpverloop, vandaag: date) -> Hulpregel:
    stand = toelatingsstand(zaak.feiten, peildatum=vandaag)
    is_open = hulp.is_open and not zaak.is_gesloten and stand.aan_zet is not Aanzet.NIEMAND
    volgende = volgende_termijn(stand, peildatum=vandaag)
    return Hulpregel(aanmelding=zaak.aanmelding, hulp=hulp, stand=stand, volgende=volgende, is_open=is_open)
