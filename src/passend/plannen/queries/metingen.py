"""Results of pupils in one subject, as the rules about clusters and the small pictures of growth want them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from passend.leerlingen.models import Leerling
from passend.regels.clusters import Meting
from passend.regels.instrumenten import get_normschema
from passend.volgen.models import Toetsresultaat
from passend.volgen.queries.resultaten import list_resultaten_van

type Metingen = Mapping[int, Sequence[Meting]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Groei:
    """How a pupil grew in one subject on one instrument: its scores with their days, and the newest in words.

    `scores` are on one scale, oldest first; a result of another instrument or version is left out. `hoogte` is where
    the newest lies from 0 to 100, by its band, so that two instruments can stand in one order; None without a band.
    """

    instrument: str
    scores: tuple[tuple[date, float], ...]
    nieuwste: str
    niveau: str
    op: date
    hoogte: float | None


def list_groei(*, leerlingen: Collection[Leerling], peildatum: date) -> dict[int, dict[str, Groei]]:
    """Growth of each pupil by subject up to a day, by the key of the pupil."""
    resultaten = list_resultaten_van(leerlingen=[leerling.pk for leerling in leerlingen], peildatum=peildatum)
    return {
        leerling: {vak: _groei(_een_schaal(rijen)) for vak, rijen in per_vak.items()}
        for leerling, per_vak in resultaten.items()
    }


def list_metingen(*, leerlingen: Collection[Leerling], vak: str, peildatum: date) -> Metingen:
    """What was measured in a subject up to a day on the instrument used last, oldest first, by the key of the pupil."""
    resultaten = list_resultaten_van(leerlingen=[leerling.pk for leerling in leerlingen], peildatum=peildatum)
    return {
        leerling: [_meting(rij) for rij in _een_schaal(per_vak.get(vak, []))]
        for leerling, per_vak in resultaten.items()
    }


def _een_schaal(rijen: Sequence[Toetsresultaat]) -> list[Toetsresultaat]:
    """The results on the instrument and version of the newest, for others cannot be put beside it."""
    laatste = [(rij.instrument, rij.instrumentversie) for rij in rijen[-1:]]
    return [rij for rij in rijen if (rij.instrument, rij.instrumentversie) in laatste]


def _meting(rij: Toetsresultaat) -> Meting:
    """A result with what its own norm scheme says of it: its percentile, or what its band says."""
    if rij.percentiel is not None:
        return Meting(op=rij.afgenomen_op, niveau=rij.niveau, percentiel=rij.percentiel)
    return _band(rij)


def _band(rij: Toetsresultaat) -> Meting:
    """What the band of a result says: the middle of a part of all pupils, or its place; the percentile without one."""
    schema = get_normschema(rij.normschema)
    rang = schema.rang(rij.niveau) if schema else None
    if schema is None or rang is None:
        return Meting(op=rij.afgenomen_op, niveau=rij.niveau, percentiel=rij.percentiel)
    if schema.meting == "percentiel":
        grenzen = [*(vanaf for _naam, vanaf in schema.niveaus), schema.hoogste]
        return Meting(op=rij.afgenomen_op, niveau=rij.niveau, percentiel=(grenzen[rang] + grenzen[rang + 1]) / 2)
    banden = len(schema.niveaus)
    return Meting(op=rij.afgenomen_op, niveau=rij.niveau, band=banden - rang, banden=banden)


def _hoogte(meting: Meting) -> float | None:
    """The middle of a band among all pupils, or its place among the bands; the percentile without one."""
    if meting.band is None or meting.banden is None:
        return meting.percentiel
    return 100 * (meting.banden - meting.band + 0.5) / meting.banden


def _groei(rijen: Sequence[Toetsresultaat]) -> Groei:
    laatste = rijen[-1]
    woorden = (laatste.niveau, laatste.referentieniveau, laatste.functioneringsniveau)
    niveau = next((woord for woord in woorden if woord), "")
    score = laatste.schaalscore
    return Groei(
        instrument=laatste.instrument,
        scores=tuple((rij.afgenomen_op, float(rij.schaalscore)) for rij in rijen if rij.schaalscore is not None),
        nieuwste=f"{score.normalize():f}".replace(".", ",") if score is not None else niveau,
        niveau=niveau,
        op=laatste.afgenomen_op,
        hoogte=_hoogte(_band(laatste)),
    )
