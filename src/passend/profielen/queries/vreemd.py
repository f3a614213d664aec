"""What a profile says of its school that is of another one."""

from passend.profielen.models import Ondersteuningsprofiel
from passend.regels.schoolnaam import is_andere_naam, is_andere_postcode

_NAAM, _ADRES = "veld:schoolnaam", "veld:adres"


def list_vreemd(*, profiel: Ondersteuningsprofiel) -> list[str]:
    """The name and the address in a working copy that are of another school: a document of it was read, or typed over.

    Both are looked at: somebody who put the name right may have left the address.
    """
    velden = profiel.onderdelen.filter(sleutel__in=(_NAAM, _ADRES), is_verwijderd=False)
    waarden = {sleutel: inhoud["waarde"] or "" for sleutel, inhoud in velden.values_list("sleutel", "inhoud")}
    naam, adres = waarden.get(_NAAM, ""), waarden.get(_ADRES, "")
    vestiging = profiel.vestiging
    vreemd = [naam] if is_andere_naam(naam, vestiging.naam) else []
    return [*vreemd, adres] if is_andere_postcode(adres, vestiging.postcode) else vreemd
