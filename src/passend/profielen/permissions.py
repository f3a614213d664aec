"""Who may do what with a profile, and why; pages list only through the twin queries."""

from datetime import date

from django.db.models import QuerySet

from passend.begrippen.rollen import GASTEN, GeenToegangError, Reden, Rolsoort
from passend.begrippen.uitgave import Stapsoort
from passend.organisaties.models import Vestiging
from passend.profielen.models import Ondersteuningsprofiel
from passend.toegang.queries import Bezoeker, list_vestigingen_van, rolsoorten_bij

SCHRIJVERS = (Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER)
TEAM = (Rolsoort.LEERKRACHT, *SCHRIJVERS)
LEZERS = tuple(soort for soort in Rolsoort if soort not in GASTEN)
MR = (Rolsoort.MR_LID, Rolsoort.DIRECTEUR)

_ZINNEN = {
    Rolsoort.LEERKRACHT: "U werkt op deze school.",
    Rolsoort.INTERN_BEGELEIDER: "U bent intern begeleider van deze school.",
    Rolsoort.DIRECTEUR: "U bent directeur van deze school.",
    Rolsoort.MR_LID: "U zit in de MR van deze school.",
    Rolsoort.BESTUURDER: "U bestuurt deze school.",
    Rolsoort.ADVISEUR: "U adviseert deze school vanuit het samenwerkingsverband.",
    Rolsoort.BEHEERDER: "U beheert Passend voor het bestuur van deze school.",
}


def why_may_read_profiel(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> Reden | None:
    """Who works at the school, its board or its samenwerkingsverband reads the working copy; parents read editions."""
    return _reden(account, vestiging, LEZERS, peildatum)


def visible_vestigingen(account: Bezoeker, *, peildatum: date) -> QuerySet[Vestiging]:
    """The twin of `why_may_read_profiel`: the sites whose profiles an account may read."""
    return list_vestigingen_van(account=account, peildatum=peildatum, soorten=LEZERS)


def visible_profielen(account: Bezoeker, *, peildatum: date) -> QuerySet[Ondersteuningsprofiel]:
    """The working copies an account may read."""
    vestigingen = visible_vestigingen(account, peildatum=peildatum)
    return Ondersteuningsprofiel.objects.filter(vestiging__in=vestigingen).select_related("vestiging", "sjabloon")


def why_may_edit_profiel(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> Reden | None:
    """The directeur and the intern begeleider write the profile."""
    return _reden(account, vestiging, SCHRIJVERS, peildatum)


def why_may_react(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> Reden | None:
    """Everyone in the team reacts and reads what colleagues say; nobody else does, so that it can be said."""
    return _reden(account, vestiging, TEAM, peildatum)


def why_may_record_mr(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> Reden | None:
    """The MR records its own advice; the directeur may do it with the letter at hand."""
    return _reden(account, vestiging, MR, peildatum)


def why_may_adopt(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> Reden | None:
    """Only the board sets a profile."""
    return _reden(account, vestiging, (Rolsoort.BESTUURDER,), peildatum)


def why_may_publish(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> Reden | None:
    """The directeur publishes what the board has set; the board may do it too."""
    return _reden(account, vestiging, (Rolsoort.DIRECTEUR, Rolsoort.BESTUURDER), peildatum)


def why_may_take_stap(account: Bezoeker, vestiging: Vestiging, *, soort: Stapsoort, peildatum: date) -> Reden | None:
    """Each step on the path of adoption has its own people."""
    waarom = {
        Stapsoort.MR_ADVIES: why_may_record_mr,
        Stapsoort.BESTUUR_VASTGESTELD: why_may_adopt,
        Stapsoort.GEPUBLICEERD: why_may_publish,
    }.get(soort, why_may_edit_profiel)
    return waarom(account, vestiging, peildatum=peildatum)


def why_may_skip_stap(account: Bezoeker, vestiging: Vestiging, *, soort: Stapsoort, peildatum: date) -> Reden | None:
    """Who takes a step may skip it; but no board skips its own decision: the directeur says that there is none."""
    if soort is Stapsoort.BESTUUR_VASTGESTELD:
        return _reden(account, vestiging, (Rolsoort.DIRECTEUR,), peildatum)
    return why_may_take_stap(account, vestiging, soort=soort, peildatum=peildatum)


def why_may_add_sjabloon(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> Reden | None:
    """The samenwerkingsverband keeps the templates of its region."""
    return _reden(account, vestiging, (Rolsoort.ADVISEUR,), peildatum)


def require(reden: Reden | None, wie: str) -> Reden:
    """The reason itself, or a refusal that says who may.

    Raises:
        GeenToegangError: there is no reason.
    """
    if reden is None:
        raise GeenToegangError(f"Dit mag u niet doen voor deze school. Dit mag wel: {wie}. Vraag het daar.")
    return reden


def _reden(account: Bezoeker, vestiging: Vestiging, soorten: tuple[Rolsoort, ...], peildatum: date) -> Reden | None:
    eigen = rolsoorten_bij(account=account, vestiging=vestiging, peildatum=peildatum)
    soort = next((soort for soort in soorten if soort in eigen), None)
    return Reden(soort.value, _ZINNEN[soort]) if soort else None
