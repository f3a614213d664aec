"""Which school is meant where somebody types one: of a school that we know holds what it says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from passend.begrippen.aanmelding import Andereschool
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import list_vestigingen_met_naam
from passend.regels.schoolnaam import is_andere_soort, is_zelfde_school, noemt_sbo, splits_plaats
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.models import Aanmeldgebeurtenis, Verwijdergebeurtenis
from passend.toelating.queries.schoolruimte import zegt_soort

type Gebeurtenis = Aanmeldgebeurtenis | Verwijdergebeurtenis
ANTWOORDEN = frozenset({Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID, Soort.BEREIDHEID_INGETROKKEN})
VAN_SCHOOL = frozenset({Soort.SCHOOL_GEVRAAGD}) | ANTWOORDEN
ZONDER_PLAATS = "Vul ook in in welke plaats deze school staat, zodat iedereen weet welke school het is."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedoeld:
    """The school that is meant: its name, which of the schools we know it is, and of what kind."""

    school: str
    vestiging: Vestiging | None
    schoolsoort: str


def find_bedoelde(soort: Soort, gezegd: Bedoeld, *, eerder: Iterable[Gebeurtenis]) -> Bedoeld:
    """The school that is meant by what was chosen or typed; what was said where that is none we know.

    A name and a place that belong to one school we know are that school, as if it was chosen from the list, and its
    kind is what it says itself. Who answers keeps the name by which it was asked, for by that the answer is found, and
    the kind as which it was asked.
    """
    if soort not in VAN_SCHOOL | {Soort.GRONDSLAG_GEWEIGERD} or not gezegd.school.strip():
        return gezegd
    school, vestiging = gezegd.school.strip(), gezegd.vestiging
    zelfde = _van_school(eerder, school) if soort in VAN_SCHOOL else []
    if vestiging is None:
        vestiging = next((een.vestiging for een in reversed(zelfde) if een.vestiging is not None), None)
        if vestiging is None and (vestiging := _find_bekende(school)) is not None and not zelfde:
            school = f"{vestiging.naam}, {vestiging.plaats}"
    zegt = zegt_soort(vestiging=vestiging) if vestiging is not None else ""
    als = soort_van(zelfde) if soort in ANTWOORDEN else ""
    return Bedoeld(school=school, vestiging=vestiging, schoolsoort=zegt or als or gezegd.schoolsoort)


def soort_van(gebeurtenissen: Iterable[Gebeurtenis]) -> str:
    """What kind of school was asked last, of the rows of one school; empty where nobody said."""
    return next((een.schoolsoort for een in reversed(list(gebeurtenissen)) if een.schoolsoort), "")


def check_te_vinden(eigen: Vestiging, school: str, vestiging: Vestiging | None, *, is_deze: str) -> None:
    """Refuse this school itself, and a name by which nobody knows which school it is.

    A school we know that happens to have the name of this one is chosen from the list; typed it is told apart by what
    is added to its name, such as the street.

    Raises:
        ToelatingError: idem; the text says what to do.
    """
    if vestiging is not None and vestiging != eigen:
        return
    if vestiging == eigen or is_zelfde_school(school, eigen=[eigen.naam, eigen.code], plaats=eigen.plaats):
        raise ToelatingError(is_deze)
    naam, plaats = splits_plaats(school)
    if not plaats:
        raise ToelatingError(ZONDER_PLAATS)
    if is_zelfde_school(naam, eigen=[eigen.naam, eigen.code], plaats=f"{plaats} {eigen.plaats}"):
        raise ToelatingError(
            f"{eigen.naam} is de naam van deze school zelf. Heet een school in {plaats} ook zo, kies haar dan uit de "
            "lijst. Staat zij er niet in, zet dan de straat achter haar naam."
        )
    if lijken := list_vestigingen_met_naam(school):
        raise ToelatingError(
            f"Passend kent in {plaats}: {' en '.join(een.naam for een in lijken)}. Bedoelt u die school, kies haar "
            "dan uit de lijst of schrijf haar naam precies zo. Is het een andere, zet dan de straat achter haar naam."
        )


def check_soort_in_naam(gezegd: Bedoeld) -> None:
    """Refuse to ask a school that is called an sbo as an ordinary one, unless it says itself that it is one.

    Raises:
        ToelatingError: idem.
    """
    if gezegd.schoolsoort not in {"", Andereschool.BASISSCHOOL} or not noemt_sbo(gezegd.school):
        return
    if gezegd.vestiging is None or not zegt_soort(vestiging=gezegd.vestiging):
        raise ToelatingError(
            f"In de naam van {gezegd.school} staat sbo. Kies dan ook bij de vraag wat voor school het is dat zij "
            "speciaal basisonderwijs geeft."
        )


def _van_school(eerder: Iterable[Gebeurtenis], school: str) -> list[Gebeurtenis]:
    zelfde = school.casefold()
    return [een for een in eerder if een.soort in VAN_SCHOOL and een.school.casefold().strip() == zelfde]


def _find_bekende(school: str) -> Vestiging | None:
    """The one school that has this name in this place; None where there are more, or where it is of another kind."""
    gevonden = list_vestigingen_met_naam(school)
    if len(gevonden) != 1 or is_andere_soort(splits_plaats(school)[0], gevonden[0].naam):
        return None
    return gevonden[0]
