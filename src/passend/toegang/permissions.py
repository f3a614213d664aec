"""What an account must prove before it may be used, and why."""

from datetime import date

from passend.begrippen.rollen import GASTEN, Reden, Rolsoort
from passend.organisaties.models import Vestiging
from passend.toegang.queries import Bezoeker, rollen_van, rolsoorten_bij

STAF = (
    Rolsoort.LEERKRACHT,
    Rolsoort.INTERN_BEGELEIDER,
    Rolsoort.DIRECTEUR,
    Rolsoort.BESTUURDER,
    Rolsoort.ADVISEUR,
    Rolsoort.BEHEERDER,
)

WIE_NODIGT_UIT = "de directeur van deze school, de beheerder, en haar bestuur voor de directeur"
WIE_GEEFT_GROEP = "de intern begeleider en de directeur van deze school"
_SCHOOLROLLEN = (Rolsoort.LEERKRACHT, Rolsoort.INTERN_BEGELEIDER, Rolsoort.MR_LID)
_VERGEEFT = {
    Rolsoort.DIRECTEUR: (*_SCHOOLROLLEN, *sorted(GASTEN)),
    Rolsoort.INTERN_BEGELEIDER: tuple(sorted(GASTEN)),
    Rolsoort.BEHEERDER: _SCHOOLROLLEN,
    Rolsoort.BESTUURDER: (Rolsoort.DIRECTEUR,),
}


def rollen_te_vergeven(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> dict[Rolsoort, Reden]:
    """The roles somebody may give at a site, each with the reason."""
    eigen = rolsoorten_bij(account=account, vestiging=vestiging, peildatum=peildatum)
    return {
        soort: Reden(gever.value, "U gaat over wie hier werkt.")
        for gever, soorten in _VERGEEFT.items()
        if gever in eigen
        for soort in soorten
    }


def stafrollen_te_vergeven(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> dict[Rolsoort, Reden]:
    """The roles somebody gives and ends among the people of a school; who comes for a child comes by its file."""
    alle = rollen_te_vergeven(account, vestiging, peildatum=peildatum)
    return {soort: reden for soort, reden in alle.items() if soort not in GASTEN}


def why_may_give_rol(account: Bezoeker, vestiging: Vestiging, *, soort: Rolsoort, peildatum: date) -> Reden | None:
    """The directeur gives the roles of her own school; the board gives that of directeur.

    A parent or an expert comes in by the file of a pupil, so the intern begeleider lets them in too.
    """
    return rollen_te_vergeven(account, vestiging, peildatum=peildatum).get(soort)


def why_may_give_groep(account: Bezoeker, vestiging: Vestiging, *, peildatum: date) -> Reden | None:
    """The intern begeleider and the directeur say who teaches which group of their school, and so sees its pupils."""
    eigen = rolsoorten_bij(account=account, vestiging=vestiging, peildatum=peildatum)
    soort = next((soort for soort in (Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR) if soort in eigen), None)
    return Reden(soort.value, "U gaat over de groepen van deze school.") if soort else None


def why_needs_tweede_stap(account: Bezoeker, *, peildatum: date) -> Reden | None:
    """Staff prove twice who they are, for they see or will see data of pupils; made-up people of the demo do not."""
    if not account.is_authenticated or account.is_demo:
        return None
    eigen = {rol.soort for rol in rollen_van(account=account, peildatum=peildatum)}
    soort = next((soort for soort in STAF if soort.value in eigen), None)
    return Reden(soort.value, "U werkt met gegevens die extra bescherming nodig hebben.") if soort else None
