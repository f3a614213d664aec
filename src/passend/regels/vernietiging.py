"""Which data of a pupil who left may be destroyed, and why some may not: the file first, the pupil itself last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from passend.begrippen.bewaren import Bewaarklasse, Bewaarstand, Bewaartermijn, Lopend
from passend.regels.bewaartermijnen import bewaartermijn, parameter_van

LEERLINGKLASSEN = (
    Bewaarklasse.BEGELEIDING,
    Bewaarklasse.OVERSTAPDOSSIER,
    Bewaarklasse.BEKOSTIGING,
    Bewaarklasse.INSCHRIJVING,
)
"""What tables of a pupil declare, in the order in which it goes: what is left of a pupil is that they were here."""

KEUSBAAR = (
    Bewaarklasse.BEGELEIDING,
    Bewaarklasse.BEGELEIDING_VERWEZEN,
    Bewaarklasse.NIET_TOEGELATEN,
    Bewaarklasse.LOGBOEK,
)
"""The classes for which no law has a term, so that a board may choose one."""
KORTSTE_ZAAK = 3
"""In months: an application can take ten weeks; what is shorter would end while one runs."""
KORTSTE_LOGBOEK = 12
"""In months: a year of school, in which parents can still ask who saw the file."""

type Keuzes = Mapping[Bewaarklasse, int]


class Vernietigingsbezwaar(StrEnum):
    """Why data may not be destroyed now."""

    INGESCHREVEN = "ingeschreven"
    AANGEHOUDEN = "aangehouden"
    NOG_BEWAREN = "nog_bewaren"
    ER_IS_MEER = "er_is_meer"
    AL_WEG = "al_weg"


ZINNEN: Mapping[Vernietigingsbezwaar, str] = {
    Vernietigingsbezwaar.INGESCHREVEN: "Deze leerling zit nog op school. De termijn begint pas bij de uitschrijving.",
    Vernietigingsbezwaar.AANGEHOUDEN: (
        "Er loopt nog een bezwaar, geschil, klacht of verzoek om verbetering. Tot dan blijft alles staan."
    ),
    Vernietigingsbezwaar.NOG_BEWAREN: "De bewaartermijn is nog niet voorbij. Wacht tot de dag die erbij staat.",
    Vernietigingsbezwaar.ER_IS_MEER: (
        "De inschrijving gaat als laatste. Kies ook wat er van deze leerling nog is, of laat dat eerst vernietigen."
    ),
    Vernietigingsbezwaar.AL_WEG: "Hiervan is niets meer over. Er is niets te vernietigen.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vertrekfeiten:
    """What is known of a pupil on the day that is asked about.

    Attributes:
        uitgeschreven_op: the day they left; None when they are still here.
        is_verwezen: they went to a school for special (basic) education.
        is_aangehouden: an objection, a dispute or a complaint goes on, or parents wait for an answer.
        aanwezig: the classes of which there is a row, as the tables declare them.
        lopend: what goes on, as far as the product knows it by itself; a hold by hand is not in it.
    """

    uitgeschreven_op: date | None
    is_verwezen: bool
    is_aangehouden: bool
    aanwezig: frozenset[Bewaarklasse]
    lopend: tuple[Lopend, ...] = ()


def klasse_van(tabelklasse: Bewaarklasse, *, is_verwezen: bool) -> Bewaarklasse:
    """The class that counts for a pupil: the file of who was referred has a term of its own.

    >>> klasse_van(Bewaarklasse.BEGELEIDING, is_verwezen=True)
    <Bewaarklasse.BEGELEIDING_VERWEZEN: 'begeleiding_verwezen'>
    """
    is_dossier = tabelklasse is Bewaarklasse.BEGELEIDING
    return Bewaarklasse.BEGELEIDING_VERWEZEN if is_dossier and is_verwezen else tabelklasse


def tabelklasse_van(klasse: Bewaarklasse) -> Bewaarklasse:
    """The class that tables declare for what counts as this one."""
    return Bewaarklasse.BEGELEIDING if klasse is Bewaarklasse.BEGELEIDING_VERWEZEN else klasse


def termijnen_van(feiten: Vertrekfeiten, *, peildatum: date, keuzes: Keuzes) -> dict[Bewaarklasse, Bewaartermijn]:
    """The term of each class of which there is something, by what the tables declare; nothing before they left.

    Raises:
        GeenWaardeError: there is no rule for that day.
    """
    if feiten.uitgeschreven_op is None:
        return {}
    termijnen = {}
    for tabelklasse in LEERLINGKLASSEN:
        if tabelklasse in feiten.aanwezig:
            klasse = klasse_van(tabelklasse, is_verwezen=feiten.is_verwezen)
            termijnen[tabelklasse] = bewaartermijn(
                klasse,
                begin=feiten.uitgeschreven_op,
                peildatum=peildatum,
                is_aangehouden=feiten.is_aangehouden,
                keuze=keuzes.get(klasse),
            )
    return termijnen


def begint_op(termijn: Bewaartermijn) -> date:
    """The first day on which data may go: where nothing says how long they must stay, the day by which they must go.

    A guideline of two years thereby means two years: not less, because it is called the longest.
    """
    begin = termijn.bewaren_tot or termijn.vernietigen_uiterlijk_op
    assert begin is not None  # noqa: S101 -- every term has one of both
    return begin


def check_vernietiging(
    feiten: Vertrekfeiten, gekozen: frozenset[Bewaarklasse], *, peildatum: date, keuzes: Keuzes
) -> dict[Bewaarklasse, Vernietigingsbezwaar | None]:
    """For each class that was chosen, as the tables declare it: why it may not go now, or None when it may.

    The pupil itself goes only when nothing else of them is left, or goes at the same time.

    Raises:
        GeenWaardeError: there is no rule for that day.
    """
    termijnen = termijnen_van(feiten, peildatum=peildatum, keuzes=keuzes)
    uitkomst = {klasse: _bezwaar(klasse, feiten, termijnen, peildatum) for klasse in gekozen}
    blijft = {klasse for klasse in feiten.aanwezig if uitkomst.get(klasse, Vernietigingsbezwaar.ER_IS_MEER)}
    zelf = Bewaarklasse.INSCHRIJVING
    if zelf in gekozen and uitkomst[zelf] is None and blijft - {zelf}:
        uitkomst[zelf] = Vernietigingsbezwaar.ER_IS_MEER
    return uitkomst


def _bezwaar(
    klasse: Bewaarklasse,
    feiten: Vertrekfeiten,
    termijnen: Mapping[Bewaarklasse, Bewaartermijn],
    peildatum: date,
) -> Vernietigingsbezwaar | None:
    if feiten.uitgeschreven_op is None:
        return Vernietigingsbezwaar.INGESCHREVEN
    if klasse not in termijnen:
        return Vernietigingsbezwaar.AL_WEG
    if termijnen[klasse].stand is Bewaarstand.AANGEHOUDEN:
        return Vernietigingsbezwaar.AANGEHOUDEN
    return Vernietigingsbezwaar.NOG_BEWAREN if peildatum < begint_op(termijnen[klasse]) else None


def check_keuze(klasse: Bewaarklasse, maanden: int, *, peildatum: date) -> str:
    """Why a board may not choose this term; nothing when it may.

    Longer than the enrolment itself has no sense: the file would keep the pupil here. Of a child that never came there
    is no enrolment, and the guideline is the longest.
    """
    waarde = parameter_van(klasse).op(peildatum)
    if klasse not in KEUSBAAR or not waarde.vindplaats.is_beleid:
        return f"Deze termijn staat vast ({waarde.vindplaats}). Een bestuur kan haar niet veranderen."
    if klasse is Bewaarklasse.NIET_TOEGELATEN:
        return _check_zaakkeuze(maanden, waarde.feiten["maanden"])
    langste = parameter_van(Bewaarklasse.INSCHRIJVING).op(peildatum).feiten["maanden"]
    if klasse is Bewaarklasse.LOGBOEK and not KORTSTE_LOGBOEK <= maanden <= langste:
        return (
            f"Kies een termijn van {KORTSTE_LOGBOEK} tot en met {langste} maanden. Korter kan een school niet meer "
            "zeggen wie wat las, en langer blijft ook de inschrijving niet nodig."
        )
    if not 1 <= maanden <= langste:
        return f"Kies een termijn van 1 tot en met {langste} maanden. Langer blijft ook de inschrijving niet nodig."
    return ""


def _check_zaakkeuze(maanden: int, langste: int) -> str:
    if KORTSTE_ZAAK <= maanden <= langste:
        return ""
    return (
        f"Kies een termijn van {KORTSTE_ZAAK} tot en met {langste} maanden. Korter kan een aanmelding nog lopen, en "
        "langer is er van een kind dat niet kwam niets nodig."
    )
