"""The next date of each registration, and what the law gives a day of suspensions and removals."""

from collections.abc import Iterator

from passend.begrippen.agenda import Agendasoort
from passend.kalender.queries.dagen.kring import BEHEER, Dag, Kring
from passend.kalender.queries.dagen.regel import Agendaregel
from passend.leerlingen.permissions import SCHOOL
from passend.regels.schorsing import lopende_schorsingstermijnen
from passend.regels.toelatingsstand import toelatingsstand
from passend.regels.verwijdering import lopende_verwijdertermijnen
from passend.toelating.models import Aanmelding
from passend.toelating.permissions import why_may_read_as
from passend.toelating.queries.schorsing import list_schorsingen_bij, list_verwijderzaken
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


def schorsingen(kring: Kring) -> Iterator[Dag]:
    """The report to the Inspectie until it was made and the last day of a suspension, for who keeps the files."""
    if not (school := kring.waar(BEHEER)):
        return
    rijen = list_schorsingen_bij(vestigingen=school, peildatum=kring.op.date())
    ziet = kring.wie_ziet([rij.leerling for rij, _feiten in rijen], SCHOOL)
    for rij, feiten in rijen:
        for termijn in lopende_schorsingstermijnen(feiten, peildatum=kring.op.date()):
            regel = Agendaregel(
                soort=Agendasoort.SCHORSING,
                sleutel=f"schorsing:{rij.pk}:{termijn.wat}",
                dag=termijn.dag,
                vestiging=kring.vestigingen[rij.leerling.vestiging_id],
                wat=termijn.wat,
                over=str(rij.leerling),
                leerling=rij.leerling,
            )
            yield from ((account, regel) for account in ziet[rij.leerling_id])


def verwijderingen(kring: Kring) -> Iterator[Dag]:
    """The report to the gemeente until it was made and the dates after the decision, for who keeps the files."""
    if not (school := kring.waar(BEHEER)):
        return
    zaken = list_verwijderzaken(vestigingen=school)
    ziet = kring.wie_ziet([zaak.verwijdering.leerling for zaak in zaken], SCHOOL)
    for zaak in zaken:
        leerling = zaak.verwijdering.leerling
        for termijn in lopende_verwijdertermijnen(zaak.feiten, peildatum=kring.op.date()):
            regel = Agendaregel(
                soort=Agendasoort.VERWIJDERING,
                sleutel=f"verwijdering:{zaak.verwijdering.pk}:{termijn.wat}",
                dag=termijn.dag,
                vestiging=kring.vestigingen[leerling.vestiging_id],
                wat=termijn.wat,
                over=str(leerling),
                leerling=leerling,
                verwijdering=zaak.verwijdering,
            )
            yield from ((account, regel) for account in ziet[leerling.pk])
