"""What an account must prove before it may be used, and why."""

from datetime import date

from passend.begrippen.rollen import Reden, Rolsoort
from passend.toegang.queries import Bezoeker, list_rollen

STAF = (
    Rolsoort.LEERKRACHT,
    Rolsoort.INTERN_BEGELEIDER,
    Rolsoort.DIRECTEUR,
    Rolsoort.BESTUURDER,
    Rolsoort.ADVISEUR,
)


def why_needs_tweede_stap(account: Bezoeker, *, peildatum: date) -> Reden | None:
    """Staff prove twice who they are, for they see or will see data of pupils; made-up people of the demo do not."""
    if not account.is_authenticated or account.is_demo:
        return None
    eigen = set(list_rollen(account=account, peildatum=peildatum).values_list("soort", flat=True))
    soort = next((soort for soort in STAF if soort.value in eigen), None)
    return Reden(soort.value, "U werkt met gegevens die extra bescherming nodig hebben.") if soort else None
