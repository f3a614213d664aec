"""What a registration is: how it came, what can happen to it, and what is written to parents about it."""

from enum import StrEnum


class Aanmeldweg(StrEnum):
    """How a registration came in."""

    FORMULIER = "formulier"
    PAPIER = "papier"
    SCHOOL = "school"


class Hulpvraag(StrEnum):
    """Whether a child needs extra support; help that is only for learning Dutch is none (WPO 40 lid 3)."""

    GEEN = "geen"
    EXTRA = "extra"
    TAAL = "taal"


class Oudertaal(StrEnum):
    """In which language parents read the letters; Dutch is always there, for it is what counts."""

    NEDERLANDS = "nl"
    ENGELS = "en"


class Gebeurtenissoort(StrEnum):
    """What can happen to a registration, or on the way to a removal; each is a row that stays."""

    ONTVANGST_GEMELD = "ontvangst_gemeld"
    AANVULLING_GEVRAAGD = "aanvulling_gevraagd"
    AANGEVULD = "aangevuld"
    SCHOOL_GESPROKEN = "school_gesproken"
    ONDERZOEK = "onderzoek"
    VERLENGD = "verlengd"
    LEERKRACHT_GEHOORD = "leerkracht_gehoord"
    OUDERS_GEHOORD = "ouders_gehoord"
    SCHOOL_GEVRAAGD = "school_gevraagd"
    SCHOOL_BEREID = "school_bereid"
    SCHOOL_NIET_BEREID = "school_niet_bereid"
    BEREIDHEID_INGETROKKEN = "bereidheid_ingetrokken"
    SCHOOL_VOL = "school_vol"
    GRONDSLAG_GEWEIGERD = "grondslag_geweigerd"
    OPGESCHAALD = "opgeschaald"
    HULP_GEGEVEN = "hulp_gegeven"
    HULP_KLAAR = "hulp_klaar"
    BESLUIT = "besluit"
    TIJDELIJK_GEPLAATST = "tijdelijk_geplaatst"
    BEZWAAR = "bezwaar"
    BEZWAAR_BESLIST = "bezwaar_beslist"
    GPO_GEVRAAGD = "gpo_gevraagd"
    GPO_OORDEEL = "gpo_oordeel"
    GPO_REACTIE = "gpo_reactie"
    GEMEENTE_GEMELD = "gemeente_gemeld"
    ELDERS_INGESCHREVEN = "elders_ingeschreven"
    INGETROKKEN = "ingetrokken"
    TLV_GEGEVEN = "tlv_gegeven"
    ZONDER_NUMMER = "zonder_nummer"
    NUMMER_GEMELD = "nummer_gemeld"
    VERVALLEN = "vervallen"


class Briefsoort(StrEnum):
    """The letters to parents; the text of one that was sent stays as it was."""

    ONTVANGST = "ontvangst"
    AANVULLING = "aanvulling"
    VERLENGING = "verlenging"
    TOEGELATEN = "toegelaten"
    GEWEIGERD = "geweigerd"
    NIET_BEHANDELD = "niet_behandeld"
    TIJDELIJK = "tijdelijk"
    SCHORSING = "schorsing"
    VERWIJDERING = "verwijdering"
    BEZWAAR = "bezwaar"
    SCHORSING_TERUG = "schorsing_terug"
    VERWIJDERING_TERUG = "verwijdering_terug"
    VERWIJDERING_BEZWAAR = "verwijdering_bezwaar"
    ELDERS = "elders"
    GPO_REACTIE = "gpo_reactie"


class Plaatsstand(StrEnum):
    """Whether a year group has room."""

    PLAATS = "plaats"
    VOL = "vol"


class Andereschool(StrEnum):
    """The kind of another school that is asked; sbo and so admit with a verklaring alone (WPO 40 lid 8, WEC 40)."""

    BASISSCHOOL = "bao"
    SBO = "sbo"
    SO = "so"
    INSTELLING = "instelling"


class Tlvstand(StrEnum):
    """Whether the verklaring that another school asks for is there."""

    ER = "er"
    GEVRAAGD = "gevraagd"
    NIET = "niet"
