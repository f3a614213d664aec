"""What each letter is called: the title that it is sent with and keeps."""

from collections.abc import Mapping

from passend.begrippen.aanmelding import Briefsoort

TITELS: Mapping[Briefsoort, str] = {
    Briefsoort.ONTVANGST: "Uw aanmelding van {kind}",
    Briefsoort.AANVULLING: "Uw aanmelding van {kind}: wij missen nog iets",
    Briefsoort.VERLENGING: "Uw aanmelding van {kind}: meer tijd nodig",
    Briefsoort.TOEGELATEN: "{kind} is welkom",
    Briefsoort.GEWEIGERD: "Besluit over de aanmelding van {kind}",
    Briefsoort.NIET_BEHANDELD: "Besluit over de aanmelding van {kind}",
    Briefsoort.TIJDELIJK: "{kind} mag tijdelijk naar school",
    Briefsoort.ELDERS: "{kind} is ingeschreven op een andere school",
    Briefsoort.GPO_REACTIE: "Het oordeel van de geschillencommissie over {kind}: wat het bestuur doet",
    Briefsoort.SCHORSING: "Schorsing van {kind}",
    Briefsoort.VERWIJDERING: "Verwijdering van {kind}: het besluit",
    Briefsoort.SCHORSING_TERUG: "De schorsing van {kind} is ingetrokken",
    Briefsoort.VERWIJDERING_TERUG: "De verwijdering van {kind} is ingetrokken",
    Briefsoort.VERWIJDERING_BEZWAAR: "Uw bezwaar over {kind}: het besluit",
    Briefsoort.BEZWAAR: "Besluit op uw bezwaar over {kind}",
}


def maak_titel(soort: Briefsoort, kind: str) -> str:
    """The title of a letter of a kind.

    >>> maak_titel(Briefsoort.SCHORSING, "Noa")
    'Schorsing van Noa'
    """
    return TITELS[soort].format(kind=kind)
