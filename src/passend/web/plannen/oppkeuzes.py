"""The lines of a handelingsdeel on the page, and what a new one can point at."""

from typing import Any

from passend.begrippen.hgw import Kenmerksoort
from passend.plannen.permissions import why_may_write_opp
from passend.plannen.queries.beloften import list_beloften
from passend.plannen.queries.kenmerken import list_kenmerken
from passend.plannen.queries.opp import Oppversie
from passend.plannen.queries.oppregels import is_gewoon_achter, list_oppregels
from passend.web.leerlingen.verzoek import Dossierbezoek


def om_te_kiezen(bezoek: Dossierbezoek, versie: Oppversie) -> dict[str, Any]:
    """The lines of a version; for who writes also the needs of the pupil and the rows of the profile."""
    context: dict[str, Any] = {
        "regels": list_oppregels(versie),
        "gekozen": "",
        "is_gewoon_achter": is_gewoon_achter(versie),
    }
    if versie.is_vastgesteld or why_may_write_opp(bezoek.inzage) is None:
        return context
    kenmerken = list_kenmerken(leerlingen=[bezoek.leerling], peildatum=bezoek.vandaag)[bezoek.leerling.pk]
    beloften = list_beloften(vestiging=bezoek.vestiging)
    return context | {"behoeften": kenmerken[Kenmerksoort.BEHOEFTE], "beloften": beloften}
