"""Whom a teacher without a group can ask for one."""

from passend.begrippen.rollen import Rolsoort
from passend.overleggen.queries.overleggen import adres_van
from passend.toegang.queries import list_mensen
from passend.web.verzoek import Bezoek


def wie_geeft_groepen(bezoek: Bezoek) -> list[tuple[str, str]]:
    """Who gives groups at this school, by name and address: who guides there, and else who leads it."""
    mensen = list(list_mensen(vestiging=bezoek.vestiging, peildatum=bezoek.vandaag))
    begeleiders, directeuren = (
        [(str(rol.account), adres_van(rol.account)) for rol in mensen if rol.soort == soort]
        for soort in (Rolsoort.INTERN_BEGELEIDER, Rolsoort.DIRECTEUR)
    )
    return begeleiders or directeuren
