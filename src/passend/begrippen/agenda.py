"""What stands in somebody's agenda."""

from enum import StrEnum


class Agendasoort(StrEnum):
    """What kind of day it is, by the room it comes from."""

    OVERLEG = "overleg"
    BESLUIT = "besluit"
    TOESTEMMING_GEVRAAGD = "toestemming_gevraagd"
    TOESTEMMING_EINDIGT = "toestemming_eindigt"
    VERZOEK = "verzoek"
    EVALUATIE = "evaluatie"
    OPP_MAKEN = "opp_maken"
    OPP_EVALUEREN = "opp_evalueren"
    OPP_GEWEIGERD = "opp_geweigerd"
    BEWAREN = "bewaren"
    PROFIEL = "profiel"
    AANMELDING = "aanmelding"
    SCHORSING = "schorsing"
    VERWIJDERING = "verwijdering"
