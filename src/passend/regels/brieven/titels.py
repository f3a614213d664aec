"""What each letter is called, in Dutch and in English; the Dutch title is the one that is sent and kept."""

from collections.abc import Mapping

from passend.begrippen.aanmelding import Briefsoort

TITELS: Mapping[Briefsoort, tuple[str, str]] = {
    Briefsoort.ONTVANGST: ("Uw aanmelding van {kind}", "Your application for {kind}"),
    Briefsoort.AANVULLING: (
        "Uw aanmelding van {kind}: wij missen nog iets",
        "Your application for {kind}: we still need something",
    ),
    Briefsoort.VERLENGING: (
        "Uw aanmelding van {kind}: meer tijd nodig",
        "Your application for {kind}: more time needed",
    ),
    Briefsoort.TOEGELATEN: ("{kind} is welkom", "{kind} is welcome"),
    Briefsoort.GEWEIGERD: ("Besluit over de aanmelding van {kind}", "Decision on the application for {kind}"),
    Briefsoort.NIET_BEHANDELD: ("Besluit over de aanmelding van {kind}", "Decision on the application for {kind}"),
    Briefsoort.TIJDELIJK: ("{kind} mag tijdelijk naar school", "{kind} may come to school for the time being"),
    Briefsoort.SCHORSING: ("Schorsing van {kind}", "Suspension of {kind}"),
    Briefsoort.VERWIJDERING: ("Verwijdering van {kind}: het besluit", "Removal of {kind}: the decision"),
    Briefsoort.SCHORSING_TERUG: ("De schorsing van {kind} is ingetrokken", "The suspension of {kind} is withdrawn"),
    Briefsoort.VERWIJDERING_TERUG: ("De verwijdering van {kind} is ingetrokken", "The removal of {kind} is withdrawn"),
    Briefsoort.VERWIJDERING_BEZWAAR: (
        "Uw bezwaar over {kind}: het besluit",
        "Your objection about {kind}: the decision",
    ),
    Briefsoort.BEZWAAR: ("Besluit op uw bezwaar over {kind}", "Decision on your objection about {kind}"),
}


def maak_titel(soort: Briefsoort, kind: str, *, is_engels: bool = False) -> str:
    """The title of a letter of a kind.

    >>> maak_titel(Briefsoort.SCHORSING, "Noa"), maak_titel(Briefsoort.SCHORSING, "Noa", is_engels=True)
    ('Schorsing van Noa', 'Suspension of Noa')
    """
    return TITELS[soort][is_engels].format(kind=kind)
