"""A running text as pieces: headings, sentences and lists, with what is a link and which language it is in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from passend.begrippen.profielinhoud import Structuurdeel
from passend.documenten.zetten.alineas import alineas

NIET_INGEVULD: Final = "De school heeft dit nog niet ingevuld."


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """Words with one look: `adres` makes a link, `taal` is set when it is not the language of the page."""

    tekst: str
    adres: str = ""
    taal: str = ""
    is_nadruk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A heading; 2 is the highest below the title of the page."""

    tekst: str
    niveau: int = 2
    soort: Literal["kop"] = "kop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zin:
    """A paragraph: `klein` is a reference, `leeg` says that something was not filled in, `let_op` cannot be missed."""

    delen: tuple[Deel, ...]
    stijl: Literal["gewoon", "klein", "leeg", "let_op"] = "gewoon"
    soort: Literal["zin"] = "zin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """A list of sentences, numbered when the order matters."""

    punten: tuple[Zin, ...]
    is_genummerd: bool = False
    soort: Literal["lijst"] = "lijst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekening:
    """The drawing of the ondersteuningsstructuur."""

    delen: tuple[Structuurdeel, ...]
    soort: Literal["tekening"] = "tekening"


type Stuk = Kop | Zin | Lijst | Tekening


def zin(*delen: str | Deel) -> Zin:
    """A paragraph of words and marked words."""
    return Zin(delen=tuple(Deel(tekst=deel) if isinstance(deel, str) else deel for deel in delen))


def klein(tekst: str) -> Zin:
    """A reference in small type."""
    return Zin(delen=(Deel(tekst=tekst),), stijl="klein")


def leeg(tekst: str = NIET_INGEVULD) -> Zin:
    """Words where something is missing."""
    return Zin(delen=(Deel(tekst=tekst),), stijl="leeg")


def let_op(*delen: str | Deel) -> Zin:
    """Words that nobody may miss; with a sign, for colour alone tells not everybody."""
    return Zin(delen=zin(*delen).delen, stijl="let_op")


def lijst(punten: Iterable[str | Zin], *, is_genummerd: bool = False) -> Lijst:
    """A list."""
    zinnen = (zin(punt) if isinstance(punt, str) else punt for punt in punten)
    return Lijst(punten=tuple(zinnen), is_genummerd=is_genummerd)


def proza(tekst: str, taal: str = "") -> tuple[Stuk, ...]:
    """Prose of the school as paragraphs and lists; `taal` when it is not the language of the page."""
    return tuple(
        lijst(zin(Deel(tekst=punt, taal=taal)) for punt in alinea.punten)
        if alinea.punten
        else zin(Deel(tekst=alinea.tekst, taal=taal))
        for alinea in alineas(tekst)
    )
