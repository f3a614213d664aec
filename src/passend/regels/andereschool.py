"""What another school can say when it is asked to admit a child, before a refusal or a removal rests on it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from passend.begrippen.aanmelding import Andereschool, Tlvstand
from passend.begrippen.termijn import Poortbezwaar
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.aanmeldingsfeiten import Gevraagdeschool, wpo
from passend.regels.schoolnaam import is_zelfde_school

WEC: Final = "https://wetten.overheid.nl/BWBR0003549"
SPECIAAL: Final = frozenset({Andereschool.SBO.value, Andereschool.SO.value})


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


def check_tlvkeuze(soort: str, tlv: str) -> tuple[Poortbezwaar, ...]:
    """What is missing of a yes: an sbo or so says how the verklaring stands (WPO 40 lid 8, WEC 40 lid 10).

    >>> [een.code for een in check_tlvkeuze("sbo", "")], check_tlvkeuze("sbo", "gevraagd"), check_tlvkeuze("", "")
    (['tlvkeuze'], (), ())
    """
    if soort not in SPECIAAL or tlv in set(Tlvstand):
        return ()
    zin = (
        "Deze school laat een kind alleen toe met een toelaatbaarheidsverklaring. Kies of die er is, is aangevraagd of "
        "er niet is."
    )
    return (Poortbezwaar(code="tlvkeuze", zin=zin, vindplaats=waar_verklaring(soort)),)


def bereid_op(scholen: Collection[Gevraagdeschool], *dagen: date) -> list[Gevraagdeschool]:
    """The schools whose yes stands on a day; of more days, on each of them.

    >>> els = Gevraagdeschool(naam="De Els", gevraagd_op=date(2026, 10, 1), bereid_op=date(2026, 10, 5))
    >>> bereid_op([els], date(2026, 10, 4)), [een.naam for een in bereid_op([els], date(2026, 10, 5))]
    ([], ['De Els'])
    """
    return [school for school in scholen if all(school.is_bereid(dag) for dag in dagen)]


def kunnen_toelaten(scholen: Collection[Gevraagdeschool], *dagen: date) -> list[Gevraagdeschool]:
    """The schools whose yes stands on a day and can become a place: of an sbo or so with its verklaring, or asked for.

    >>> schelp = Gevraagdeschool(naam="De Schelp", gevraagd_op=date(2026, 10, 1), bereid_op=date(2026, 10, 5),
    ...     soort=Andereschool.SBO)
    >>> kunnen_toelaten([schelp], date(2026, 10, 5))
    []
    """
    return [school for school in bereid_op(scholen, *dagen) if school.mag_toelaten]


def check_bereid(
    scholen: Collection[Gevraagdeschool], *, op: date, vindplaats: Vindplaats, bekend_op: date | None = None
) -> tuple[Poortbezwaar, ...]:
    """What is missing of the other school that a refusal or a removal rests on (WPO 40 lid 4 and lid 11).

    One is willing on that day, and still on the day on which the parents are told; of an sbo or so the verklaring is
    there, or asked for.

    >>> [een.code for een in check_bereid([], op=date(2026, 10, 5), vindplaats=wpo("40 lid 11"))]
    ['bereid']
    """
    if bereid := bereid_op(scholen, op, bekend_op or op):
        return tuple(_van_verklaring(bereid))
    terug = [school.naam for school in scholen if school.bereid_op is not None and school.bereid_op <= op]
    if terug:
        zin = (
            f"{', '.join(terug)} was bereid, maar trok dat in. Vind een andere school die het kind wil toelaten, en "
            "leg haar antwoord vast."
        )
        return (Poortbezwaar(code="bereid_ingetrokken", zin=zin, vindplaats=vindplaats),)
    zin = (
        "Er is nog geen school die het kind wil toelaten. Vraag scholen, eerst dicht bij huis, en leg vast wat zij "
        "zeggen. Lukt het niet, vraag dan het samenwerkingsverband om hulp."
    )
    return (Poortbezwaar(code="bereid", zin=zin, vindplaats=vindplaats),)


def waar_verklaring(soort: str) -> Vindplaats:
    """Where it stands that a school of this kind asks for a verklaring.

    >>> str(waar_verklaring("sbo")), str(waar_verklaring("so"))
    ('WPO artikel 40 lid 8', 'WEC artikel 40 lid 10')
    """
    if soort == Andereschool.SBO:
        return wpo("40 lid 8")
    return Vindplaats(regeling="WEC", artikel="40 lid 10", adres=WEC)


def _van_verklaring(bereid: Collection[Gevraagdeschool]) -> Iterator[Poortbezwaar]:
    """An sbo or so that says yes can admit only with a verklaring: there, or asked for, it is the same to this gate."""
    if any(school.mag_toelaten for school in bereid):
        return
    namen = ", ".join(school.naam for school in bereid)
    zin = (
        f"{namen} zegt ja, en mag een kind alleen toelaten met een toelaatbaarheidsverklaring. Vraag die aan bij het "
        "samenwerkingsverband, en noteer bij haar ja dat die er is of is aangevraagd."
    )
    is_sbo = any(school.soort is Andereschool.SBO for school in bereid)
    waar = waar_verklaring(Andereschool.SBO if is_sbo else Andereschool.SO)
    yield Poortbezwaar(code="bereid_tlv", zin=zin, vindplaats=waar)
