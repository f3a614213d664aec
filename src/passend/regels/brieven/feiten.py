"""What a letter says, and the paragraphs that more kinds of letters share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
GPO = "geschillencommissie passend onderwijs (GPO), onderwijsgeschillen.nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brieffeiten:
    """What a letter says; what is not known is empty, and its sentence is left out.

    Attributes:
        uiterlijk_op: the last day for the decision, or the last day to complete the file.
        plaatsing_vanaf: the first day of a temporary placement when no decision comes.
        motivering: the reasons, in the words of the school or the board.
        toegelaten_vanaf: the first day on which the law admits a child that seeks asylum when no decision comes.
        grond: the code of the ground of a refusal; `is_zorgplichtig` when the child needs extra support, by which the
            law has an article for another school.
        bereid: the other schools that are willing; `met_tlv` those of them that have the verklaring they ask for, and
            `tlv_gevraagd` those that wait for it.
        groep: the year group that is full; `beleid_adres` where the policy stands that says who gets a place,
            `is_beleid_gevolgd` that it was for this child, as noted on the day of the decision, `beleid_later_op` the
            day on which it was written down when it was after the parents asked, and `beleid_eerder` where it could
            be read before.
        openbare_school: a public school within reasonable distance, of a refusal on the grondslag.
        uitgeschreven_op: the day on which a temporary placement is over.
        bezwaar_tot: the last day for an objection, and for the committee.
        doorbreking: why the board decided although something was missing, and `ontbrak` the codes of what was.
        anders_bevonden: why the school found no extra help needed, of parents who asked for it.
        aan: the names of the parents it is to; empty when none is known.
        bestuur: the board that decides; `door` who signs, and `functie` the code of the role in which.
        beroep_tot: the last day to go to court, of a public school.
        bezwaaradres: where an objection goes; empty when the school takes it in.
        besloten_op: the day of the decision that a letter is about, when that is another one.
        is_te_melden: the inspectie must be told of a suspension.
        leraar_gehoord_op: the day on which the teacher was heard; `ouders_gehoord_op` the parents.
        uitkomst: what was decided on an objection.
        andere_school: the school where the child is enrolled; `oordeel_op` the day of the opinion of the committee.
    """

    school: str
    kind: str
    op: date
    ontvangen_op: date
    aan: tuple[str, ...] = ()
    bestuur: str = ""
    door: str = ""
    functie: str = ""
    uiterlijk_op: date | None = None
    hooguit: date | None = None
    plaatsing_vanaf: date | None = None
    gewenst_op: date | None = None
    motivering: str = ""
    grond: str = ""
    is_zorgplichtig: bool = False
    bereid: tuple[str, ...] = ()
    met_tlv: tuple[str, ...] = ()
    tlv_gevraagd: tuple[str, ...] = ()
    groep: int | None = None
    beleid_adres: str = ""
    is_beleid_gevolgd: bool = False
    beleid_later_op: date | None = None
    beleid_eerder: str = ""
    openbare_school: str = ""
    toegelaten_vanaf: date | None = None
    uitgeschreven_op: date | None = None
    bezwaar_tot: date | None = None
    beroep_tot: date | None = None
    bezwaaradres: str = ""
    doorbreking: str = ""
    ontbrak: tuple[str, ...] = ()
    anders_bevonden: str = ""
    steunpunt: str = ""
    is_openbaar: bool = False
    is_elders_ingeschreven: bool = False
    is_alsnog_toegelaten: bool = False
    besloten_op: date | None = None
    is_te_melden: bool = False
    leraar_gehoord_op: date | None = None
    ouders_gehoord_op: date | None = None
    uitkomst: str = ""
    andere_school: str = ""
    oordeel_op: date | None = None


@dataclass(frozen=True, slots=True)
class Brieftekst:
    """A letter: what it is about, and its paragraphs."""

    onderwerp: str
    alineas: tuple[str, ...]


def in_woorden(dag: date) -> str:
    """A day in a letter.

    >>> in_woorden(date(2026, 10, 26))
    '26 oktober 2026'
    """
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def in_words(dag: date) -> str:
    """A day in a letter.

    >>> in_words(date(2026, 10, 26))
    '26 October 2026'
    """
    return f"{dag.day} {MONTHS[dag.month - 1]} {dag.year}"


def niet_eens(f: Brieffeiten) -> Iterator[str]:
    """What parents can do who do not agree."""
    if f.bezwaar_tot is None:
        return
    wet = "Algemene wet bestuursrecht" if f.is_openbaar else "Wet op het primair onderwijs, artikel 63"
    yield (
        f"Bent u het er niet mee eens? Schrijf {f.bestuur or 'het bestuur'} dan een brief met uw bezwaar, uiterlijk op "
        f"{in_woorden(f.bezwaar_tot)} ({wet}). {waarheen(f)} Het bestuur hoort u eerst en beslist dan opnieuw."
    )
    yield (
        f"U kunt ook naar de {GPO}. Doe dat ook uiterlijk op {in_woorden(f.bezwaar_tot)}. De commissie geeft binnen "
        "tien weken een oordeel. Zolang wacht het bestuur met beslissen op uw bezwaar."
    )


def naar_rechter(f: Brieffeiten) -> Iterator[str]:
    """What parents can do who do not agree with the decision on their objection (of a public school Awb 6:7, 8:1)."""
    if not f.is_openbaar:
        yield "Bent u het er niet mee eens? Dan kunt u het aan de rechter voorleggen."
        return
    wanneer = f"uiterlijk op {in_woorden(f.beroep_tot)}" if f.beroep_tot else "binnen zes weken"
    yield (
        f"Bent u het er niet mee eens? Dan kunt u {wanneer} in beroep gaan bij de rechtbank (Algemene wet "
        "bestuursrecht, artikel 8:1)."
    )


def waarheen(f: Brieffeiten) -> str:
    """Where a letter with an objection goes."""
    if f.bezwaaradres:
        return f"Stuur hem naar {f.bezwaaradres}."
    return "U mag hem ook aan de school geven; die brengt hem naar het bestuur."


def bereid(scholen: Sequence[str]) -> str:
    """Which schools are willing.

    >>> bereid(["De Els", "De Populier"])
    'Deze scholen willen uw kind toelaten: De Els en De Populier.'
    """
    wie = "Deze school wil" if len(scholen) == 1 else "Deze scholen willen"
    return f"{wie} uw kind toelaten: {' en '.join(scholen)}."
