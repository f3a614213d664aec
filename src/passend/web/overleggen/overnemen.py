"""What stands in the file already and can be taken over on the sheet with one click, for who is of the school."""

from passend.begrippen.overleg import Deelsoort
from passend.overleggen.queries.bekend import Bekend, list_oppwoorden
from passend.overleggen.queries.geprobeerd import Geprobeerd, list_geprobeerd
from passend.web.overleggen.verzoek import Overlegbezoek


def oppwoorden(bezoek: Overlegbezoek) -> dict[tuple[Deelsoort, int | None], Bekend]:
    """What child and parents said on the plan, for who is of the school and while the sheet is open."""
    overleg, inzage = bezoek.overleg, bezoek.recht.inzage
    if overleg.leerling is None or inzage is None or not bezoek.recht.besluit_mee:
        return {}
    return list_oppwoorden(leerling=overleg.leerling, inzage=inzage)


def geprobeerd(bezoek: Overlegbezoek) -> list[Geprobeerd]:
    """What was tried before, for who is of the school and while the sheet is open."""
    overleg, inzage = bezoek.overleg, bezoek.recht.inzage
    if overleg.leerling is None or inzage is None or not bezoek.recht.besluit_mee:
        return []
    return list_geprobeerd(leerling=overleg.leerling, inzage=inzage, peildatum=bezoek.vandaag)
