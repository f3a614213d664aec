"""What a meeting is: its kinds, where it stands, the parts of its sheet, and who takes part."""

from enum import StrEnum


class Overlegsoort(StrEnum):
    """About a group, about one pupil among colleagues, or about one pupil with parents and others."""

    GROEPSBESPREKING = "groepsbespreking"
    LEERLINGBESPREKING = "leerlingbespreking"
    MDO = "mdo"


class Overlegstand(StrEnum):
    """Where a meeting stands; what is closed does not change any more."""

    GEPLAND = "gepland"
    GEHOUDEN = "gehouden"
    GESLOTEN = "gesloten"
    AFGEZEGD = "afgezegd"


class Deelsoort(StrEnum):
    """A part of the sheet of a meeting."""

    VRAAG = "vraag"
    BEKEND = "bekend"
    GEPROBEERD = "geprobeerd"
    KIND = "kind"
    OUDERS = "ouders"
    DOELEN = "doelen"
    GROEP = "groep"
    LEERLING = "leerling"


DELEN_VAN: dict[Overlegsoort, tuple[Deelsoort, ...]] = {
    Overlegsoort.MDO: (
        Deelsoort.VRAAG,
        Deelsoort.BEKEND,
        Deelsoort.GEPROBEERD,
        Deelsoort.KIND,
        Deelsoort.OUDERS,
        Deelsoort.DOELEN,
    ),
    Overlegsoort.LEERLINGBESPREKING: (
        Deelsoort.VRAAG,
        Deelsoort.BEKEND,
        Deelsoort.GEPROBEERD,
        Deelsoort.DOELEN,
    ),
    Overlegsoort.GROEPSBESPREKING: (Deelsoort.GROEP,),
}
"""The parts of each kind of sheet, in reading order; a group has a line for each of its pupils besides."""


class Deelnemerrol(StrEnum):
    """As what somebody takes part."""

    OUDER = "ouder"
    LEERLING = "leerling"
    LEERKRACHT = "leerkracht"
    INTERN_BEGELEIDER = "intern_begeleider"
    DIRECTEUR = "directeur"
    ADVISEUR = "adviseur"
    SCHOOLMAATSCHAPPELIJK_WERK = "schoolmaatschappelijk_werk"
    JEUGDARTS = "jeugdarts"
    LEERPLICHT = "leerplicht"
    JEUGDHULP = "jeugdhulp"
    ANDERS = "anders"


EXTERN = frozenset(
    {
        Deelnemerrol.ADVISEUR,
        Deelnemerrol.SCHOOLMAATSCHAPPELIJK_WERK,
        Deelnemerrol.JEUGDARTS,
        Deelnemerrol.LEERPLICHT,
        Deelnemerrol.JEUGDHULP,
        Deelnemerrol.ANDERS,
    }
)
"""Who is of no school: they come with the permission of the parents, or not at all."""
