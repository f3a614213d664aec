"""Who may see and write the plans of a group, and why; who may for a pupil is said by the room of pupils."""

from datetime import datetime

from django.db.models import Q, QuerySet

from passend.begrippen.inzage import Inzagegrond
from passend.begrippen.rollen import Reden, Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.models import Groepsplaatsing, Leerling
from passend.leerlingen.permissions import BEHEER, ZINNEN, visible_leerlingen
from passend.organisaties.models import Groep, Vestiging
from passend.toegang.models import Groepstaak
from passend.toegang.queries import Account, Bezoeker, rolsoorten_bij

OM_HET_WERK = (Inzagegrond.EIGEN_GROEP, Inzagegrond.INTERN_BEGELEIDER, Inzagegrond.DIRECTEUR)
WIE_GROEP = "de leerkracht van de groep, de intern begeleider en de directeur"
WIE_STELT_IN = "de intern begeleider en de directeur van deze school"
LESGEVEN = "U geeft les aan deze groep."


def why_may_see_groep(account: Bezoeker, groep: Groep, *, op: datetime) -> Reden | None:
    """Who teaches the group now, and who guides or leads the school, sees its overview and writes its plans."""
    eigen = rolsoorten_bij(account=account, vestiging=groep.vestiging, peildatum=op.date())
    for soort in BEHEER:
        if soort in eigen:
            return Reden(soort.value, ZINNEN[Inzagegrond(soort.value)])
    if Rolsoort.LEERKRACHT in eigen and _taken(account, op).filter(groep=groep).exists():
        return Reden(Inzagegrond.EIGEN_GROEP.value, LESGEVEN)
    return None


def why_may_have_groepen(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Who teaches, guides or leads at a school has groups there, or may get one."""
    eigen = rolsoorten_bij(account=account, vestiging=vestiging, peildatum=op.date())
    soort = next((soort for soort in (*BEHEER, Rolsoort.LEERKRACHT) if soort in eigen), None)
    return Reden(soort.value, "U werkt met de leerlingen van deze school.") if soort else None


def visible_groepen(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> QuerySet[Groep]:
    """The twin of `why_may_see_groep`: the groups of a site in this school year whose plans somebody may see."""
    groepen = Groep.objects.filter(
        bestuur=vestiging.bestuur_id, vestiging=vestiging, schooljaar=str(Schooljaar.op(op.date()))
    )
    eigen = rolsoorten_bij(account=account, vestiging=vestiging, peildatum=op.date())
    if set(BEHEER) & eigen:
        return groepen
    return (
        groepen.filter(pk__in=_taken(account, op).values("groep")) if Rolsoort.LEERKRACHT in eigen else groepen.none()
    )


def visible_in_groep(account: Bezoeker, groep: Groep, *, op: datetime) -> QuerySet[Leerling]:
    """The pupils who are in a group now, and whom somebody sees for their work."""
    plaatsingen = Groepsplaatsing.objects.filter(_nu(op), groep=groep)
    return visible_leerlingen(account, op=op, gronden=OM_HET_WERK).filter(pk__in=plaatsingen.values("leerling"))


def why_may_configure(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Intern begeleider and directeur choose the rounds and the levels of support of their school."""
    eigen = rolsoorten_bij(account=account, vestiging=vestiging, peildatum=op.date())
    soort = next((soort for soort in BEHEER if soort in eigen), None)
    return Reden(soort.value, ZINNEN[Inzagegrond(soort.value)]) if soort else None


def _taken(account: Bezoeker, op: datetime) -> QuerySet[Groepstaak]:
    if not isinstance(account, Account):
        return Groepstaak.objects.none()
    return Groepstaak.objects.filter(_nu(op), account=account)


def _nu(op: datetime) -> Q:
    dag = op.date()
    return Q(geldig_van__lte=dag) & (Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=dag))
