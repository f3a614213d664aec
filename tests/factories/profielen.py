"""A school with its people, and profiles in every state, made through the actions of their room."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.factories.organisaties import maak_bestuur, maak_vestiging
from tests.factories.toegang import maak_account

from passend.begrippen.meegeleverd import load_definitie
from passend.begrippen.rollen import Reden, Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.uitgave import Stapsoort
from passend.organisaties.models import Bestuur, Samenwerkingsverband, Vestiging
from passend.profielen.actions.profiel import create_profiel
from passend.profielen.actions.sjablonen import add_sjabloon
from passend.profielen.actions.vaststelling import Stapgegevens, publish_profiel, record_stap
from passend.profielen.models import Editie, Ondersteuningsprofiel, Sjabloonversie
from passend.regels.vaststelling import VOOR_PUBLICATIE
from passend.toegang.models import Account
from passend.toelating.models import Toelatingsbeleid

OP = datetime(2026, 10, 5, 9, tzinfo=UTC)
JAAR = Schooljaar(2026)
HGW = "rij:hgw:algemeen"


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A site and the people around it."""

    vestiging: Vestiging
    sjabloon: Sjabloonversie
    directeur: Account
    intern_begeleider: Account
    leerkracht: Account
    mr_lid: Account
    bestuurder: Account
    beheerder: Account
    adviseur: Account


def maak_sjabloon(samenwerkingsverband: Samenwerkingsverband, naam: str = "haaglanden") -> Sjabloonversie:
    """A shipped template, taken in by a samenwerkingsverband."""
    return add_sjabloon(
        actor=None,
        samenwerkingsverband=samenwerkingsverband,
        definitie=load_definitie(naam),
        reden=Reden("test", "Dit is een test."),
        op=OP,
    )


def maak_school(
    bestuur: Bestuur | None = None, brin: str = "99AA", naam: str = "De Wilgenboom", sjabloon: str = "haaglanden"
) -> School:
    """A bijzondere school with one account for each role."""
    vestiging = maak_vestiging(bestuur or maak_bestuur(), brin=brin, naam=naam)
    Toelatingsbeleid.objects.create(bestuur_id=vestiging.bestuur_id, vestiging=vestiging, gewijzigd_op=OP)
    verband = vestiging.bestuur.samenwerkingsverband
    return School(
        vestiging=vestiging,
        sjabloon=maak_sjabloon(verband, sjabloon),
        directeur=maak_account(Rolsoort.DIRECTEUR, vestiging, naam="Zandstra"),
        intern_begeleider=maak_account(Rolsoort.INTERN_BEGELEIDER, vestiging),
        leerkracht=maak_account(Rolsoort.LEERKRACHT, vestiging),
        mr_lid=maak_account(Rolsoort.MR_LID, vestiging),
        bestuurder=maak_account(Rolsoort.BESTUURDER, vestiging.bestuur),
        beheerder=maak_account(Rolsoort.BEHEERDER, vestiging.bestuur),
        adviseur=maak_account(Rolsoort.ADVISEUR, verband),
    )


def maak_profiel(school: School, schooljaar: Schooljaar = JAAR, op: datetime = OP) -> Ondersteuningsprofiel:
    """A working copy."""
    return create_profiel(
        actor=school.directeur,
        vestiging=school.vestiging,
        schooljaar=schooljaar,
        sjabloon=school.sjabloon,
        op=op,
    )


def stapgegevens(op: datetime = OP) -> Stapgegevens:
    """Everything a step can say."""
    return Stapgegevens(op=op.date(), door="Leerlingenraad", hoe="Gesprek", gezegd="Meer rust", gedaan="Stilteplek")


def zet_stappen(school: School, profiel: Ondersteuningsprofiel, op: datetime = OP) -> None:
    """Every step up to publication."""
    for soort in VOOR_PUBLICATIE:
        actor = school.bestuurder if soort is Stapsoort.BESTUUR_VASTGESTELD else school.directeur
        record_stap(actor=actor, profiel=profiel, soort=soort, gegevens=stapgegevens(op), op=op)


def maak_editie(school: School, profiel: Ondersteuningsprofiel | None = None, op: datetime = OP) -> Editie:
    """A published edition."""
    profiel = profiel or maak_profiel(school, op=op)
    zet_stappen(school, profiel, op)
    return publish_profiel(actor=school.directeur, profiel=profiel, op=op + timedelta(hours=1))
