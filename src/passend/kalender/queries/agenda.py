"""The days of one person, from every room; nothing is kept here, so that nothing can be out of date.

Each kind of day has a function; a room that gets a term of its own adds one here. What is about a pupil is in it only
while this person may see it, for somebody can be on a list of a meeting that is closed to them since.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F

from passend.begrippen.agenda import Agendasoort
from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import Rolsoort
from passend.leerlingen.models import Leerling, Toestemming
from passend.leerlingen.permissions import SCHOOL, visible_leerlingen
from passend.leerlingen.queries.bewaren import list_posten
from passend.leerlingen.queries.taken import VERZOEK, list_leerlingtaken
from passend.leerlingen.queries.toestemming import list_onbeantwoord
from passend.organisaties.models import Vestiging
from passend.overleggen.models import Besluit, Overleg, Overlegdeelnemer
from passend.overleggen.permissions import visible_overleggen
from passend.overleggen.queries.blad import list_mijn_besluiten, list_mijn_overleggen
from passend.overleggen.queries.overleggen import mijn_deelnames
from passend.plannen.models import Plan
from passend.plannen.queries.opplijst import list_oppregels
from passend.profielen.queries.taken import list_schoolstanden, taken_van
from passend.regels.toelatingsstand import toelatingsstand
from passend.toegang.queries import Account, list_rollen, list_rolsoorten, list_vestigingen_van
from passend.toelating.models import Aanmelding
from passend.toelating.permissions import visible_aanmeldingen
from passend.toelating.queries.zaken import list_zaken, volgende_termijn

WERKEND = (Rolsoort.LEERKRACHT, Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR, Rolsoort.MR_LID)
VOORUIT = timedelta(days=92)
KORT_VOORUIT = timedelta(days=14)
BUITEN = {
    Agendasoort.OVERLEG: "Overleg op school",
    Agendasoort.BESLUIT: "Afspraak uit een overleg",
    Agendasoort.TOESTEMMING_GEVRAAGD: "De school vraagt toestemming",
    Agendasoort.TOESTEMMING_EINDIGT: "Een toestemming loopt af",
    Agendasoort.VERZOEK: "Antwoord aan ouders",
    Agendasoort.EVALUATIE: "Kijken of een plan hielp",
    Agendasoort.OPP_MAKEN: "Een plan vaststellen",
    Agendasoort.OPP_EVALUEREN: "Terugkijken op een plan",
    Agendasoort.BEWAREN: "Bewaartijd voorbij",
    Agendasoort.PROFIEL: "Terugkijken op het profiel",
    Agendasoort.AANMELDING: "Termijn van een aanmelding",
}
"""What a calendar or a letter outside Passend says: Dutch, and nothing of a pupil."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendaregel:
    """One day: what, when, at which school, and where it leads; `sleutel` stays the same as long as it is this thing.

    Attributes:
        begint_op: the moment of a meeting; None for what is due on a day.
        wat: words of somebody, such as a decision; never in a feed or a letter.
        over: of whom or of which group it is; idem.
    """

    soort: Agendasoort
    sleutel: str
    dag: date
    vestiging: Vestiging
    begint_op: datetime | None = None
    minuten: int = 0
    plaats: str = ""
    volgnummer: int = 0
    uid: str = ""
    wat: str = ""
    over: str = ""
    leerling: Leerling | None = None
    overleg: Overleg | None = None
    aanmelding: Aanmelding | None = None
    aantal: int = 1

    @property
    def uiterlijk_op(self) -> date:
        """The day itself, as tasks call it."""
        return self.dag


def list_besturen_van_account(*, account: Account, peildatum: date) -> list[int]:
    """The keys of the boards at which somebody works or comes for a child; the scope of their agenda."""
    rollen = list_rollen(account=account, peildatum=peildatum)
    besturen = {rol.bestuur_id or (rol.vestiging.bestuur_id if rol.vestiging else None) for rol in rollen}
    return sorted(bestuur for bestuur in besturen if bestuur is not None)


def list_agenda(*, account: Account, op: datetime) -> list[Agendaregel]:
    """Everything that has a day for somebody, earliest first, within the boards in scope."""
    school, eigen = _vestigingen(account, op.date())
    regels = [
        *_van_overleggen(account, op),
        *_toestemmingen_gevraagd(account, op),
        *_toestemmingen_eindigen(school, account, op),
        *_verzoeken(eigen, account, op),
        *_evaluaties(account, op, tot=op.date() + VOORUIT),
        *_opps(school, account, op),
        *_bewaren(eigen, account, op),
        *_profielen(eigen, account, op),
        *_aanmeldingen(school, account, op),
    ]
    return sorted(regels, key=lambda regel: (regel.dag, regel.begint_op is None, regel.begint_op or op, regel.sleutel))


def list_mijn_taken(*, account: Account, op: datetime) -> list[Agendaregel]:
    """What meetings, permissions and plans to look back on ask of somebody now: for the first screen."""
    dag, kort = op.date(), op.date() + KORT_VOORUIT
    school, _eigen = _vestigingen(account, dag)
    regels = [
        *_van_overleggen(account, op),
        *_toestemmingen_gevraagd(account, op),
        *_aanmeldingen(school, account, op),
        *_evaluaties(account, op, tot=dag),
    ]
    vragen = [een for een in regels if een.soort is Agendasoort.TOESTEMMING_GEVRAAGD]  # each waits from its first day
    rest = [een for een in regels if een.soort is not Agendasoort.TOESTEMMING_GEVRAAGD]
    nu = [een for een in rest if een.dag <= (dag if een.soort is Agendasoort.OVERLEG else kort)]
    return sorted([*vragen, *nu], key=lambda regel: (regel.dag, regel.sleutel))


def _vestigingen(account: Account, peildatum: date) -> tuple[list[Vestiging], list[Vestiging]]:
    """The sites whose files somebody keeps, and all sites at which they work themselves or that they govern."""
    eigen = list(list_vestigingen_van(account=account, peildatum=peildatum, soorten=(*WERKEND, Rolsoort.BESTUURDER)))
    rollen = list_rolsoorten(account=account, vestigingen=eigen, peildatum=peildatum)
    beheer = {Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR}
    return [een for een in eigen if rollen[een.pk] & beheer], eigen


def _van_overleggen(account: Account, op: datetime) -> list[Agendaregel]:
    """The meetings that somebody takes part in and what they do after them, as far as they may read those."""
    deelnames = list(mijn_deelnames(account=account))
    if not deelnames:
        return []
    overleggen = list_mijn_overleggen(deelnames=deelnames, vanaf=op.date())
    besluiten = list_mijn_besluiten(deelnames=deelnames)
    sleutels = {een.pk for een in overleggen} | {een.overleg_id for een in besluiten}
    zichtbaar = set(visible_overleggen(account, op=op).filter(pk__in=sleutels).values_list("pk", flat=True))
    return [
        *(_van_overleg(een, op) for een in overleggen if een.pk in zichtbaar),
        *(_van_besluit(een, een.uiterlijk_op) for een in besluiten if een.overleg_id in zichtbaar and een.uiterlijk_op),
    ]


def _van_overleg(overleg: Overleg, op: datetime) -> Agendaregel:
    begint = overleg.begint_op.astimezone(op.tzinfo)
    return Agendaregel(
        soort=Agendasoort.OVERLEG,
        sleutel=f"overleg:{overleg.pk}",
        uid=str(overleg.sleutel),
        dag=begint.date(),
        begint_op=begint,
        minuten=overleg.minuten,
        plaats=overleg.plaats,
        volgnummer=overleg.volgnummer,
        vestiging=overleg.vestiging,
        over=str(overleg.leerling or overleg.groep),
        wat=overleg.soort,
        leerling=overleg.leerling,
        overleg=overleg,
    )


def _van_besluit(besluit: Besluit, dag: date) -> Agendaregel:
    overleg = besluit.overleg
    return Agendaregel(
        soort=Agendasoort.BESLUIT,
        sleutel=f"besluit:{besluit.pk}",
        dag=dag,
        vestiging=overleg.vestiging,
        wat=besluit.wat,
        over=str(overleg.leerling or overleg.groep),
        leerling=overleg.leerling,
        overleg=overleg,
    )


def _toestemmingen_gevraagd(account: Account, op: datetime) -> Iterable[Agendaregel]:
    """What a parent has not answered yet; of a meeting, by the day of that meeting."""
    kinderen = list(visible_leerlingen(account, op=op, gronden=[Inzagegrond.OUDER]).select_related("vestiging"))
    open_ = list_onbeantwoord(leerlingen=kinderen, account=account, op=op)
    van_overleg = dict(
        Overlegdeelnemer.objects.filter(toestemming__in=open_, overleg__bestuur=F("bestuur")).values_list(
            "toestemming", "overleg__begint_op"
        )
    )
    return [
        Agendaregel(
            soort=Agendasoort.TOESTEMMING_GEVRAAGD,
            sleutel=f"toestemming_gevraagd:{toestemming.pk}",
            dag=van_overleg[toestemming.pk].astimezone(op.tzinfo).date()
            if toestemming.pk in van_overleg
            else toestemming.geldig_tot_en_met,
            vestiging=toestemming.leerling.vestiging,
            wat=toestemming.doel,
            over=str(toestemming.leerling),
            leerling=toestemming.leerling,
        )
        for toestemming in open_
    ]


def _toestemmingen_eindigen(school: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    if not school:
        return []
    zichtbaar = visible_leerlingen(account, op=op, gronden=SCHOOL).filter(vestiging__in=school)
    eindigen = Toestemming.objects.filter(
        leerling__in=zichtbaar.values("pk"),
        leerling__bestuur=F("bestuur"),
        geldig_tot_en_met__gte=op.date(),
        geldig_tot_en_met__lte=op.date() + KORT_VOORUIT,
    )
    return [
        Agendaregel(
            soort=Agendasoort.TOESTEMMING_EINDIGT,
            sleutel=f"toestemming_eindigt:{een.pk}",
            dag=een.geldig_tot_en_met,
            vestiging=een.leerling.vestiging,
            wat=een.doel,
            over=str(een.leerling),
            leerling=een.leerling,
        )
        for een in eindigen.select_related("leerling__vestiging")
    ]


def _verzoeken(eigen: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    scholen = {een.pk: een for een in eigen}
    rollen = list_rolsoorten(account=account, vestigingen=list(eigen), peildatum=op.date())
    return [
        Agendaregel(
            soort=Agendasoort.VERZOEK,
            sleutel=f"verzoek:{taak.vestiging}",
            dag=taak.uiterlijk_op,
            vestiging=scholen[taak.vestiging],
            aantal=taak.aantal,
        )
        for taak in list_leerlingtaken(rollen=rollen, peildatum=op.date())
        if taak.soort == VERZOEK and taak.uiterlijk_op is not None
    ]


def _evaluaties(account: Account, op: datetime, *, tot: date) -> Iterable[Agendaregel]:
    """The last day of plans of which nobody said yet whether they helped; too late ones stay until somebody does."""
    open_ = Plan.objects.filter(geevalueerd_op__isnull=True, geldig_tot_en_met__lte=tot)
    if not open_.exists():
        return []
    gronden = (*SCHOOL, Inzagegrond.EIGEN_GROEP)
    zichtbaar = visible_leerlingen(account, op=op, gronden=gronden)
    plannen = open_.filter(
        leerling__in=zichtbaar.filter(uitgeschreven_op__isnull=True).values("pk"), leerling__bestuur=F("bestuur")
    )
    return [
        Agendaregel(
            soort=Agendasoort.EVALUATIE,
            sleutel=f"evaluatie:{een.pk}",
            dag=een.geldig_tot_en_met,
            vestiging=een.leerling.vestiging,
            wat=een.doel,
            over=str(een.leerling),
            leerling=een.leerling,
        )
        for een in plannen.select_related("leerling__vestiging")
    ]


def _opps(school: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    """By when each development perspective plan must be set or looked at again, for who keeps the files."""
    if not school:
        return []
    scholen = {een.pk: een for een in school}
    zichtbaar = visible_leerlingen(account, op=op, gronden=SCHOOL).filter(vestiging__in=school)
    return [
        Agendaregel(
            soort=Agendasoort.OPP_EVALUEREN if een.is_vastgesteld else Agendasoort.OPP_MAKEN,
            sleutel=f"opp:{een.leerling.pk}:{een.nummer}:{een.is_vastgesteld}",
            dag=een.termijn.dag,
            vestiging=scholen[een.vestiging],
            over=str(een.leerling),
            leerling=een.leerling,
        )
        for een in list_oppregels(leerlingen=zichtbaar.filter(uitgeschreven_op__isnull=True))
        if een.termijn.dag <= op.date() + VOORUIT
    ]


def _bewaren(eigen: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    """The first day on which something of who left may go, at each school of a directeur."""
    rollen = list_rolsoorten(account=account, vestigingen=list(eigen), peildatum=op.date())
    regels = []
    for school in (een for een in eigen if Rolsoort.DIRECTEUR in rollen[een.pk]):
        posten = [post for post in list_posten(vestiging=school, peildatum=op.date()) if post.lijst is None]
        dagen = [post.begint_op for post in posten if post.bezwaar is None or post.begint_op > op.date()]
        if nabij := [dag for dag in dagen if dag <= op.date() + VOORUIT]:
            regels.append(
                Agendaregel(
                    soort=Agendasoort.BEWAREN,
                    sleutel=f"bewaren:{school.pk}",
                    dag=min(nabij),
                    vestiging=school,
                    aantal=len(nabij),
                )
            )
    return regels


def _profielen(eigen: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
    rollen = list_rolsoorten(account=account, vestigingen=list(eigen), peildatum=op.date())
    return [
        Agendaregel(
            soort=Agendasoort.PROFIEL,
            sleutel=f"profiel:{stand.vestiging.pk}:{taak.stap}",
            dag=taak.uiterlijk_op,
            vestiging=stand.vestiging,
        )
        for stand in list_schoolstanden(vestigingen=list(eigen))
        for taak in taken_van(stand, rollen=rollen[stand.vestiging.pk], peildatum=op.date())
        if taak.uiterlijk_op is not None
    ]


def _aanmeldingen(school: Collection[Vestiging], account: Account, op: datetime) -> Iterable[Agendaregel]:
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
