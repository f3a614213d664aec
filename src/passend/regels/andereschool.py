"""What another school can say when it is asked to admit a child, before a refusal or a removal rests on it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from passend.begrippen.termijn import Poortbezwaar
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.schoolnaam import is_zelfde_school


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolbericht:
    """What is noted of another school.

    Attributes:
        naam: the other school, as somebody typed it.
        op: the day on which it was asked, or answered.
        is_antwoord: it answers, and so was asked before.
        zegsman: who said it there, and how.
        gevraagd_op: the day on which it was asked last and did not answer since; None when nothing is open.
    """

    naam: str
    op: date
    is_antwoord: bool
    zegsman: str = ""
    gevraagd_op: date | None = None


def check_schoolbericht(
    bericht: Schoolbericht, *, eigen: Collection[str], plaats: str, vindplaats: Vindplaats
) -> tuple[Poortbezwaar, ...]:
    """Why this cannot be noted of another school; nothing when it can.

    A school never is its own other school, a yes or a no follows a question, and somebody said it. `eigen` are the
    names of this school, and `plaats` is where it stands.

    >>> bericht = Schoolbericht(naam="De Els", op=date(2026, 10, 5), is_antwoord=True, zegsman="De directeur.")
    >>> waar = Vindplaats(regeling="WPO", artikel="40 lid 11", adres="")
    >>> [een.code for een in check_schoolbericht(bericht, eigen=["De Wilg"], plaats="", vindplaats=waar)]
    ['niet_gevraagd']
    """
    gevonden = _van_bericht(bericht, eigen, plaats)
    return tuple(Poortbezwaar(code=code, zin=zin, vindplaats=vindplaats) for code, zin in gevonden)


def _van_bericht(bericht: Schoolbericht, eigen: Collection[str], plaats: str) -> Iterator[tuple[str, str]]:
    if not bericht.naam.strip():
        yield "naam", "Vul in welke school het is."
        return
    if is_zelfde_school(bericht.naam, eigen=eigen, plaats=plaats):
        yield "eigen_school", "Dit is deze school zelf. Vul een andere school in."
    gevraagd_op = bericht.gevraagd_op
    if not bericht.is_antwoord:
        if gevraagd_op is not None:
            yield "al_gevraagd", f"Deze school vroeg u al, op {gevraagd_op:%d-%m-%Y}. Noteer wat zij antwoordt."
        return
    if gevraagd_op is None:
        yield "niet_gevraagd", "Deze school is nog niet gevraagd. Noteer eerst dat u haar vroeg."
    elif bericht.op < gevraagd_op:
        yield "voor_vraag", f"Het antwoord ligt voor de vraag ({gevraagd_op:%d-%m-%Y}). Kijk beide dagen na."
    if not bericht.zegsman.strip():
        yield "zegsman", "Schrijf op wie dit zei bij de andere school, en hoe: in een gesprek, brief of mail."
