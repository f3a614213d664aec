"""The next date of each registration."""

from collections.abc import Collection, Iterable
from datetime import datetime

from passend.begrippen.agenda import Agendasoort
from passend.kalender.queries.dagen.regel import Agendaregel
from passend.organisaties.models import Vestiging
from passend.regels.toelatingsstand import toelatingsstand
from passend.toegang.queries import Account
from passend.toelating.permissions import visible_aanmeldingen
from passend.toelating.queries.zaken import list_zaken, volgende_termijn


def aanmeldingen(school: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    """The next date of each case of who keeps them; a decision that is too late stays until it is there."""
    if not school:
        return []
    scholen, regels = {een.pk: een for een in school}, []
    rijen = list(visible_aanmeldingen(account, op=op).filter(vestiging__in=scholen))
    for rij in rijen:
        rij.vestiging = scholen[rij.vestiging_id]
    for zaak in (een for een in list_zaken(aanmeldingen=rijen) if not een.is_gesloten):
        stand = toelatingsstand(zaak.feiten, peildatum=op.date())
        te_laat = next((een for een in stand.termijnen if een.wat == "besluit" and stand.is_te_laat), None)
        termijn = te_laat or volgende_termijn(stand, peildatum=op.date())
        if termijn is not None:
            regels.append(
                Agendaregel(
                    soort=Agendasoort.AANMELDING,
                    sleutel=f"aanmelding:{zaak.aanmelding.pk}:{termijn.wat}",
                    dag=termijn.dag,
                    vestiging=zaak.aanmelding.vestiging,
                    wat=termijn.wat,
                    over=str(zaak.aanmelding),
                    aanmelding=zaak.aanmelding,
                )
            )
    return regels
