"""What this room keeps of a pupil, as part of the file that goes along."""

from collections.abc import Collection
from decimal import Decimal

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rubriek import Rubriek
from passend.leerlingen.models import Leerling
from passend.volgen.models import Signaalbesluit, Toetsresultaat, Verzuim, Waarneming

_RESULTAAT = {
    "afgenomen_op": "Afgenomen op",
    "instrument": "Instrument",
    "instrumentversie": "Versie",
    "vak": "Vak",
    "afnamemoment": "Moment",
    "ruwe_score": "Ruwe score",
    "schaalscore": "Schaalscore",
    "niveau": "Niveau",
    "normschema": "Normschema",
    "percentiel": "Percentiel",
    "functioneringsniveau": "Functioneringsniveau",
    "referentieniveau": "Referentieniveau",
    "herkomst": "Herkomst",
}
_INGETROKKEN = {"vak": "Vak", "ingetrokken_op": "Ingetrokken op", "door": "Door", "waarom": "Waarom"}
_WAARNEMING = {
    "gezien_op": "Gezien op",
    "soort": "Soort",
    "vak": "Vak",
    "score": "Score",
    "tekst": "Tekst",
    "door": "Door",
    "ingetrokken_op": "Ingetrokken op",
}
_VERZUIM = {"op": "Op", "soort": "Soort", "uren": "Uren", "herkomst": "Herkomst"}
_BESLUIT = {"besloten_op": "Besloten op", "regel": "Signaal", "woord": "Uitleg", "door": "Door"}


def list_rubrieken(leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> list[Rubriek]:
    """Results, observations, absence and what was said of signals: all of it belongs to the ordinary file."""
    if Vertrouwelijkheid.GEWOON not in klassen:
        return []
    rubrieken = [_resultaten(leerling), _waarnemingen(leerling), _verzuim(leerling), _besluiten(leerling)]
    weg = _ingetrokken(leerling)
    return [*rubrieken, weg] if weg.regels else rubrieken


def _resultaten(leerling: Leerling) -> Rubriek:
    resultaten = list(Toetsresultaat.objects.filter(leerling=leerling, ingetrokken_op__isnull=True))
    regels = [
        {
            "afgenomen_op": een.afgenomen_op.isoformat(),
            "instrument": een.instrument,
            "instrumentversie": een.instrumentversie,
            "vak": een.get_vak_display(),
            "afnamemoment": een.afnamemoment,
            "ruwe_score": _getal(een.ruwe_score),
            "schaalscore": _getal(een.schaalscore),
            "niveau": een.niveau,
            "normschema": een.normschema,
            "percentiel": een.percentiel,
            "functioneringsniveau": een.functioneringsniveau,
            "referentieniveau": een.referentieniveau,
            "herkomst": een.herkomst,
        }
        for een in resultaten
    ]
    return Rubriek(
        naam="toetsresultaten",
        kop="Toetsresultaten",
        velden=_RESULTAAT,
        regels=regels,
        is_doorlopend=True,
        sleutels=[f"toetsresultaten:{een.pk}" for een in resultaten],
        titels={
            f"toetsresultaten:{een.pk}": f"Toets: {een.get_vak_display()}, {een.afgenomen_op:%d-%m-%Y}"
            for een in resultaten
        },
        dagen={f"toetsresultaten:{een.pk}": een.afgenomen_op for een in resultaten},
        uitgelicht=("instrument", "afnamemoment", "ruwe_score", "schaalscore", "niveau"),
    )


def _ingetrokken(leerling: Leerling) -> Rubriek:
    """That a result was here that belongs to another pupil, and why it went; what came out is not of this one."""
    regels = [
        {
            "vak": str(een.get_vak_display()),
            "ingetrokken_op": een.ingetrokken_op.isoformat(timespec="seconds") if een.ingetrokken_op else None,
            "door": str(een.ingetrokken_door),
            "waarom": een.waarom_ingetrokken,
        }
        for een in Toetsresultaat.objects.filter(leerling=leerling, ingetrokken_op__isnull=False).select_related(
            "ingetrokken_door"
        )
    ]
    return Rubriek(naam="ingetrokken_toetsen", kop="Ingetrokken toetsen", velden=_INGETROKKEN, regels=regels)


def _waarnemingen(leerling: Leerling) -> Rubriek:
    regels = [
        {
            "gezien_op": een.gezien_op.isoformat(),
            "soort": een.soort,
            "vak": een.get_vak_display() if een.vak else "",
            "score": een.score,
            "tekst": een.tekst,
            "door": str(een.door),
            "ingetrokken_op": een.ingetrokken_op.isoformat(timespec="seconds") if een.ingetrokken_op else None,
        }
        for een in Waarneming.objects.filter(leerling=leerling).select_related("door")
    ]
    return Rubriek(naam="waarnemingen", kop="Waarnemingen", velden=_WAARNEMING, regels=regels, is_doorlopend=True)


def _verzuim(leerling: Leerling) -> Rubriek:
    verzuim = list(Verzuim.objects.filter(leerling=leerling))
    regels: list[dict[str, str | float]] = [
        {"op": een.op.isoformat(), "soort": een.get_soort_display(), "uren": float(een.uren), "herkomst": een.herkomst}
        for een in verzuim
    ]
    return Rubriek(
        naam="verzuim",
        kop="Verzuim",
        velden=_VERZUIM,
        regels=regels,
        sleutels=[f"verzuim:{een.pk}" for een in verzuim],
        titels={f"verzuim:{een.pk}": f"Verzuim op {een.op:%d-%m-%Y}: {een.get_soort_display()}" for een in verzuim},
        dagen={f"verzuim:{een.pk}": een.op for een in verzuim},
    )


def _besluiten(leerling: Leerling) -> Rubriek:
    regels = [
        {
            "besloten_op": een.besloten_op.isoformat(timespec="seconds"),
            "regel": een.get_regel_display(),
            "woord": een.woord,
            "door": str(een.door),
        }
        for een in Signaalbesluit.objects.filter(leerling=leerling).select_related("door")
    ]
    return Rubriek(naam="signaalbesluiten", kop="Signalen die zijn bekeken", velden=_BESLUIT, regels=regels)


def _getal(waarde: Decimal | None) -> float | None:
    return None if waarde is None else float(waarde)
