"""What a file of pupils says, made up; plain data, so that tests of the rules can use it too."""

from passend.begrippen.opgave import Invoersoort, Leerlingopgave, Opgave


def opgave_van(*leerlingen: Leerlingopgave, schooljaar: str = "2026-2027", **rest: object) -> Opgave:
    """What a file says that has these pupils."""
    return Opgave(soort=Invoersoort.EDEXML, schooljaar=schooljaar, leerlingen=list(leerlingen), **rest)  # type: ignore[arg-type]
