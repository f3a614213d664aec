"""Who may see and write the plans of a group and of a pupil, and why.

A development perspective plan belongs to the ordinary file: the teacher of the group reads and writes it, for the
teacher carries it out. Why a child misses lessons for its health is a part of the class of care.
"""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet

from passend.begrippen.inzage import Inzagegrond, Vertrouwelijkheid
from passend.begrippen.rollen import Reden, Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.models import Groepsplaatsing, Leerling
from passend.leerlingen.permissions import BEHEER, SCHOOL, Inzage, visible_leerlingen, why_may_write
from passend.organisaties.models import Groep, Vestiging
from passend.regels.inzage import ZINNEN
from passend.toegang.models import Groepstaak
from passend.toegang.queries import Account, Bezoeker, rolsoorten_bij

OM_HET_WERK = (Inzagegrond.EIGEN_GROEP, Inzagegrond.INTERN_BEGELEIDER, Inzagegrond.DIRECTEUR)
WIE_GROEP = "de leerkracht van de groep, de intern begeleider en de directeur"
WIE_STELT_IN = "de intern begeleider en de directeur van deze school"
LESGEVEN = "U geeft les aan deze groep."
TEAM = (Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR, Rolsoort.LEERKRACHT)
WIE_LEEST_OPP = "de leerkracht van de groep, de intern begeleider, de directeur, en ouders met gezag"
WIE_SCHRIJFT_OPP = "de leerkracht van de groep, de intern begeleider en de directeur"
WIE_LEIDT_OPP = "de intern begeleider en de directeur van deze school"
WIE_ANTWOORDT_OPP = "een ouder met gezag"
WIE_HOORT_GROEP = "de leerkracht, de intern begeleider en de directeur van deze school"


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
    # asked by themselves: with a subquery SQLite walks the names of the whole school, in their order
    van_groep = set(plaatsingen.values_list("leerling", flat=True))
    return visible_leerlingen(account, op=op, gronden=OM_HET_WERK).filter(pk__in=van_groep)


def why_may_configure(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Intern begeleider and directeur choose the rounds and the levels of support of their school."""
    eigen = rolsoorten_bij(account=account, vestiging=vestiging, peildatum=op.date())
    soort = next((soort for soort in BEHEER if soort in eigen), None)
    return Reden(soort.value, ZINNEN[Inzagegrond(soort.value)]) if soort else None


def why_may_read_opp(inzage: Inzage) -> Reden | None:
    """Who reads the ordinary file whole; an expert sees pieces that were shared, and a plan is none of those."""
    return inzage.reden if inzage.is_heel else None


def why_may_write_opp(inzage: Inzage) -> Reden | None:
    """Who writes in the ordinary file writes the concept, and hears the child."""
    return why_may_write(inzage, Vertrouwelijkheid.GEWOON)


def why_may_lead_opp(inzage: Inzage) -> Reden | None:
    """Who keeps the file begins a plan, talks it over with parents, sets it and closes it, for the board."""
    return inzage.reden_als(SCHOOL)


def why_may_answer_opp(inzage: Inzage) -> Reden | None:
    """A parent with authority says what they think of it, and agrees to the handelingsdeel or not."""
    return inzage.reden_als({Inzagegrond.OUDER})


def readable_klassen(inzage: Inzage) -> Collection[Vertrouwelijkheid]:
    """The classes of the parts of a plan that somebody reads."""
    return inzage.leesbaar


def why_may_hear_groep(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Who works with the groups of a school writes down what a class said; no name of a pupil is in it."""
    eigen = rolsoorten_bij(account=account, vestiging=vestiging, peildatum=op.date())
    soort = next((soort for soort in TEAM if soort in eigen), None)
    if soort is None:
        return None
    zin = "U werkt op deze school." if soort is Rolsoort.LEERKRACHT else ZINNEN[Inzagegrond(soort.value)]
    return Reden(soort.value, zin)


def _taken(account: Bezoeker, op: datetime) -> QuerySet[Groepstaak]:
    if not isinstance(account, Account):
        return Groepstaak.objects.none()
    return Groepstaak.objects.filter(_nu(op), account=account)


def _nu(op: datetime) -> Q:
    dag = op.date()
    return Q(geldig_van__lte=dag) & (Q(geldig_tot_en_met__isnull=True) | Q(geldig_tot_en_met__gte=dag))
