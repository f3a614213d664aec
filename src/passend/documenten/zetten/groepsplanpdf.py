"""The plan of a group as one tagged page; plain data in, bytes out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from passend.documenten.zetten.typstzetter import zet_pdf

MINSTE_TEKENS = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusterblad:
    """One column: who is in it, and what is wanted, done and found."""

    naam: str
    leerlingen: Sequence[str]
    doel: str
    aanpak: str
    uitkomst: str
    evaluatie: str
    wat_werkte: str = ""
    aanbod: str = ""
    behoeften: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsplanblad:
    """Everything on the page; `zonder` are who sit in the group and are in no cluster yet."""

    titel: str
    school: str
    kleur: str
    schooljaar: str
    ronde: int
    van: date
    tot_en_met: date
    op: date
    clusters: Sequence[Clusterblad]
    zonder: Sequence[str] = ()


def zet_groepsplan_pdf(blad: Groepsplanblad) -> bytes:
    """One page: a fuller cluster gets a wider column, and the letters are as big as then fits."""
    gegevens = {
        "titel": blad.titel,
        "school": blad.school,
        "kleur": blad.kleur,
        "ondertitel": (
            f"{blad.school} · schooljaar {blad.schooljaar}, ronde {blad.ronde}: "
            f"{blad.van:%d-%m-%Y} tot en met {blad.tot_en_met:%d-%m-%Y}"
        ),
        "clusters": [asdict(een) for een in blad.clusters],
        "breedtes": [_breedte(een) for een in blad.clusters],
        "zonder": f"Nog zonder groepje: {', '.join(blad.zonder)}." if blad.zonder else "",
        "voet": f"Vertrouwelijk. Gemaakt op {blad.op:%d-%m-%Y}. Passend hield bij wie dit ophaalde.",
    }
    return zet_pdf("groepsplan.typ", gegevens, dag=(blad.op.year, blad.op.month, blad.op.day))


def _breedte(cluster: Clusterblad) -> float:
    """How much of the page a cluster gets: by its words, and never so little that words break."""
    terug = (cluster.evaluatie, cluster.wat_werkte)
    woorden = (cluster.doel, cluster.aanpak, *terug, cluster.aanbod, cluster.behoeften, *cluster.leerlingen)
    tekens = sum(map(len, woorden))
    return float(max(tekens, MINSTE_TEKENS))
