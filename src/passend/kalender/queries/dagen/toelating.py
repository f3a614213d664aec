"""The next date of each registration."""

from collections.abc import Iterator

from passend.begrippen.agenda import Agendasoort
from passend.kalender.queries.dagen.kring import BEHEER, Dag, Kring
from passend.kalender.queries.dagen.regel import Agendaregel
from passend.regels.toelatingsstand import toelatingsstand
from passend.toelating.models import Aanmelding
from passend.toelating.permissions import why_may_read_as
from passend.toelating.queries.zaken import list_zaken, volgende_termijn


def aanmeldingen(kring: Kring) -> Iterator[Dag]:
    """The next date of each case of who keeps them; a decision that is too late stays until it is there."""
    scholen, vandaag = {een.pk: een for een in kring.waar(BEHEER)}, kring.op.date()
    rijen = list(Aanmelding.objects.filter(vestiging__in=scholen)) if scholen else []
    for rij in rijen:
        rij.vestiging = scholen[rij.vestiging_id]
    for zaak in list_zaken(aanmeldingen=rijen) if rijen else ():
        if zaak.is_gesloten:
            continue
        stand = toelatingsstand(zaak.feiten, peildatum=vandaag)
        te_laat = next((een for een in stand.termijnen if een.wat == "besluit" and stand.is_te_laat), None)
        termijn = te_laat or volgende_termijn(stand, peildatum=vandaag)
        if termijn is not None:
            regel = Agendaregel(
                soort=Agendasoort.AANMELDING,
                sleutel=f"aanmelding:{zaak.aanmelding.pk}:{termijn.wat}",
                dag=termijn.dag,
                vestiging=zaak.aanmelding.vestiging,
                wat=termijn.wat,
                over=str(zaak.aanmelding),
                aanmelding=zaak.aanmelding,
            )
            school = zaak.aanmelding.vestiging_id
            yield from (
                (wie, regel) for wie in kring.bij(school, BEHEER) if why_may_read_as(kring.soorten[school][wie])
            )
