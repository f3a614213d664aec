"""The plan of a group as one tagged page; plain data in, bytes out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from passend.documenten.zetten.typstzetter import zet_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusterblad:
    """One column: who is in it, and what is wanted, done and found."""

    naam: str
    leerlingen: Sequence[str]
    doel: str
    aanpak: str
    uitkomst: str
    evaluatie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsplanblad:
    """Everything on the page."""

    titel: str
    school: str
    kleur: str
    schooljaar: str
    ronde: int
    van: date
    tot_en_met: date
    op: date
    clusters: Sequence[Clusterblad]


def zet_groepsplan_pdf(blad: Groepsplanblad) -> bytes:
    """One page; the letters get smaller where there are many words, never the number of pages bigger."""
    woorden = sum(
        len(een.doel) + len(een.aanpak) + len(een.evaluatie) + sum(len(naam) + 4 for naam in een.leerlingen)
        for een in blad.clusters
    )
    langste = max(
        (len(een.doel) + len(een.aanpak) + len(een.evaluatie) + 40 * len(een.leerlingen) for een in blad.clusters),
        default=0,
    )
    gegevens = {
        "titel": blad.titel,
        "school": blad.school,
        "kleur": blad.kleur,
        "ondertitel": (
            f"{blad.school} · schooljaar {blad.schooljaar}, ronde {blad.ronde}: "
            f"{blad.van:%d-%m-%Y} tot en met {blad.tot_en_met:%d-%m-%Y}"
        ),
        "clusters": [asdict(een) for een in blad.clusters],
        "letter": _letter(woorden, langste),
        "voet": f"Vertrouwelijk. Gemaakt op {blad.op:%d-%m-%Y}. Passend hield bij wie dit ophaalde.",
    }
    return zet_pdf("groepsplan.typ", gegevens, dag=(blad.op.year, blad.op.month, blad.op.day))


def _letter(woorden: int, langste: int) -> float:
    """The size of the letters, by how full the fullest column is."""
    if langste <= 1500 and woorden <= 4000:  # noqa: PLR2004 -- measured: this fits on one page
        return 9.5
    return 8.5 if langste <= 2200 else 7.5  # noqa: PLR2004 -- idem
