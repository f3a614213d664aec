"""The next date of each registration, and what suspensions and removals ask of the school and its board."""

from collections.abc import Collection, Iterator
from datetime import date

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.termijn import Termijn
from passend.begrippen.toelating import Aanzet, Verwijderingsstand
from passend.kalender.queries.dagen.kring import BEHEER, Dag, Kring
from passend.kalender.queries.dagen.regel import Agendaregel
from passend.leerlingen.permissions import SCHOOL
from passend.organisaties.queries import is_binnen
from passend.regels.schorsing import lopende_schorsingstermijnen
from passend.regels.toelatingsstand import Toelatingsstand, toelatingsstand
from passend.regels.verwijdering import verwijderingsstand
from passend.regels.verwijdertermijnen import lopende_verwijdertermijnen
from passend.toegang.queries import list_vestigingen_uit, rolsoorten_uit
from passend.toelating.models import Aanmelding
from passend.toelating.permissions import why_may_read_as
from passend.toelating.queries.schorsing import list_schorsingen_bij, list_verwijderzaken, list_verwijderzaken_van
from passend.toelating.queries.zaken import list_hulpvragen, list_zaken, volgende_termijn

BESTUUR = frozenset({Rolsoort.BESTUURDER})
NIEUW, HULP, BESLUIT, WANKEL = "nieuw", "hulp_gevraagd", "verwijdering_besluit", "besluit_wankelt"
"""What waits without a day of the law: a registration nobody looked at, a call for help, a removal to decide, and a
decision of which something it rests on was taken back. That goes before all else: by it a child has no place."""
GEMEENTE, ANTWOORD = "verwijdering_gemeente", "hulp_beantwoord"
"""The report to the gemeente; and what the samenwerkingsverband did, for the school, until it notes something after."""


def aanmeldingen(kring: Kring) -> Iterator[Dag]:
    """The next date of each case of who keeps them, what is new there, and what the board has to decide itself.

    A decision that is too late stays until it is there, on the registration as well as on an objection. What somebody
    typed in is no news to that person.
    """
    scholen, vandaag = {een.pk: een for een in kring.waar({*BEHEER, *BESTUUR})}, kring.op.date()
    rijen = list(Aanmelding.objects.filter(vestiging__in=scholen)) if scholen else []
    for rij in rijen:
        rij.vestiging = scholen[rij.vestiging_id]
    for zaak in list_zaken(aanmeldingen=rijen) if rijen else ():
        if zaak.is_gesloten:
            continue
        stand = toelatingsstand(zaak.feiten, peildatum=vandaag)
        van_bestuur = _van_bestuur(stand)
        if termijn := van_bestuur or volgende_termijn(stand, peildatum=vandaag):
            voor = {*BEHEER, *BESTUUR} if van_bestuur else BEHEER
            yield from _aan(kring, _regel(zaak.aanmelding, termijn.wat, termijn.dag), voor)
        if zaak.is_nieuw:
            nieuw = _regel(zaak.aanmelding, NIEUW, zaak.aanmelding.ontvangen_op, is_zonder_einde=True)
            yield from (dag for dag in _aan(kring, nieuw, BEHEER) if dag[0] != zaak.aanmelding.ingevoerd_door_id)
        if zaak.hulp and zaak.hulp.nieuws_op:
            antwoord = _regel(zaak.aanmelding, ANTWOORD, zaak.hulp.nieuws_op, is_zonder_einde=True)
            yield from _aan(kring, antwoord, BEHEER)
        if zaak.weggevallen_op:
            wankel = _regel(zaak.aanmelding, WANKEL, zaak.weggevallen_op, is_zonder_einde=True)
            yield from _aan(kring, wankel, {Rolsoort.DIRECTEUR, *BESTUUR})


def hulpvragen(kring: Kring) -> Iterator[Dag]:
    """The cases with which a school asked the samenwerkingsverband for help, as long as one of these may read them."""
    adviseurs = {
        wie: eigen
        for wie, rollen in kring.rollen.items()
        if (eigen := [rol for rol in rollen if rol.soort == Rolsoort.ADVISEUR])
    }
    if not adviseurs:
        return
    gevonden = list_vestigingen_uit(rollen=[rol for eigen in adviseurs.values() for rol in eigen])
    scholen = {een.pk: een for een in gevonden if is_binnen(een.bestuur_id)}
    for zaak, hulp in list_hulpvragen(vestigingen=scholen.values()):
        stand = toelatingsstand(zaak.feiten, peildatum=kring.op.date())
        if not hulp.is_open or zaak.is_gesloten or stand.aan_zet is Aanzet.NIEMAND:
            continue
        regel = _regel(zaak.aanmelding, HULP, hulp.gevraagd.op, is_zonder_einde=True)
        yield from ((wie, regel) for wie, eigen in adviseurs.items() if rolsoorten_uit(eigen, regel.vestiging))


def _van_bestuur(stand: Toelatingsstand) -> Termijn | None:
    """What the board itself must decide: what it did not decide in time, and an objection."""
    wat = "besluit" if stand.is_te_laat else "beslissing_op_bezwaar" if stand.aan_zet is Aanzet.BESTUUR else ""
    return next((een for een in stand.termijnen if een.wat == wat), None)


def _regel(aanmelding: Aanmelding, wat: str, dag: date, *, is_zonder_einde: bool = False) -> Agendaregel:
    return Agendaregel(
        soort=Agendasoort.AANMELDING,
        sleutel=f"aanmelding:{aanmelding.pk}:{wat}",
        dag=dag,
        vestiging=aanmelding.vestiging,
        wat=wat,
        over=str(aanmelding),
        aanmelding=aanmelding,
        is_zonder_einde=is_zonder_einde,
        gaat_voor=wat == WANKEL,
    )


def _aan(kring: Kring, regel: Agendaregel, soorten: Collection[Rolsoort]) -> Iterator[Dag]:
    """To who has one of these roles at the school and may read what it leads to."""
    school = regel.vestiging.pk
    yield from ((wie, regel) for wie in kring.bij(school, soorten) if why_may_read_as(kring.soorten[school][wie]))


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
    """The report to the gemeente until it was made and the dates after the decision, for who keeps the files.

    That a removal waits for the board to decide, rests on a yes that was taken back, or met an objection, is for the
    board too.
    """
    if not (school := kring.waar({*BEHEER, *BESTUUR})):
        return
    vandaag, zaken = kring.op.date(), list_verwijderzaken(vestigingen=school)
    ziet = kring.wie_ziet([zaak.verwijdering.leerling for zaak in zaken], SCHOOL)
    for zaak in zaken:
        leerling, stand = zaak.verwijdering.leerling, verwijderingsstand(zaak.feiten, peildatum=vandaag)
        open_ = [(een.wat, een.dag, False) for een in lopende_verwijdertermijnen(zaak.feiten, peildatum=vandaag)]
        if stand.soort is Verwijderingsstand.VOORGENOMEN and leerling.uitgeschreven_op is None:
            open_.append((BESLUIT, zaak.feiten.voorgenomen_op, True))
        if zaak.weggevallen:
            open_.append((WANKEL, zaak.weggevallen[0].op, True))
        for wat, dag, is_zonder_einde in open_:
            regel = Agendaregel(
                soort=Agendasoort.VERWIJDERING,
                sleutel=f"verwijdering:{zaak.verwijdering.pk}:{wat}",
                dag=dag,
                vestiging=kring.vestigingen[leerling.vestiging_id],
                wat=wat,
                over=str(leerling),
                leerling=leerling,
                verwijdering=zaak.verwijdering,
                is_zonder_einde=is_zonder_einde,
                gaat_voor=wat == WANKEL,
            )
            wie = set(ziet[leerling.pk])
            if is_zonder_einde:
                wie = {een for een in wie if een in kring.bij(leerling.vestiging_id, {Rolsoort.DIRECTEUR})}
            if is_zonder_einde or wat == "beslissing_op_bezwaar":
                wie |= set(kring.bij(leerling.vestiging_id, BESTUUR))
            yield from ((account, regel) for account in wie)


def verwijderingen_van_ouders(kring: Kring) -> Iterator[Dag]:
    """Until when parents can object or go further, and by when they hear of it, of the removal of their own child.

    What the school must report is not theirs, and what is over they can do no more.
    """
    kinderen = {een.pk: (een, wie) for een, wie in kring.kinderen()}
    if not kinderen:
        return
    vandaag = kring.op.date()
    for zaak in list_verwijderzaken_van(leerlingen=[een for een, _wie in kinderen.values()]):
        leerling, wie = kinderen[zaak.verwijdering.leerling_id]
        for termijn in lopende_verwijdertermijnen(zaak.feiten, peildatum=vandaag):
            if termijn.wat == GEMEENTE or termijn.dag < vandaag:
                continue
            regel = Agendaregel(
                soort=Agendasoort.VERWIJDERING,
                sleutel=f"verwijdering_ouder:{zaak.verwijdering.pk}:{termijn.wat}",
                dag=termijn.dag,
                vestiging=leerling.vestiging,
                wat=termijn.wat,
                over=str(leerling),
                leerling=leerling,
            )
            yield from ((account, regel) for account in wie)
