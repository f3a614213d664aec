"""When the facts about a pupil ask for a look, by rules that the school sets; each with why, and never a verdict.

Bands are compared within one instrument and norm scheme, scores within one instrument and version: nothing here looks
over the border of an instrument. A signal that was put aside comes back only when its facts are others: that is what
its `kenmerk` is made of.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from passend.begrippen.volgen import Signaalregel
from passend.regels.bewaartermijnen import over_maanden
from passend.regels.instrumenten import get_normschema, naam_van
from passend.regels.parameterbestand import load_parameters
from passend.regels.verzuim import Verzuimstand

SPELING = timedelta(days=45)  # a test of "a year later" is never on the same day
ACTUEEL = timedelta(days=400)  # what was measured longer ago says nothing of how it goes now
LENGTE_KENMERK = 12


class SignaalinstellingError(ValueError):
    """A setting that cannot be; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """One result, as far as the rules look at it."""

    instrument: str
    versie: str
    vak: str
    moment: str
    op: date
    schaalscore: Decimal | None
    niveau: str
    normschema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluatiefeit:
    """That something of a plan would be evaluated at latest on a day, and was not."""

    wat: str
    uiterlijk_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalfeiten:
    """What is known of one pupil; the measurements oldest first."""

    metingen: Collection[Meting]
    verzuim: Verzuimstand | None
    evaluaties: Collection[Evaluatiefeit] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drempel:
    """From how much on a rule counts, whether it does at all, and between which numbers a school may choose."""

    drempel: int
    is_ingeschakeld: bool
    laagste: int
    hoogste: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaal:
    """Something to look at: which rule, about which subject (empty when none), since when, and why in a sentence."""

    regel: Signaalregel
    vak: str
    sinds: date
    zin: str
    kenmerk: str


type Drempels = Mapping[Signaalregel, Drempel]


def standaard_drempels(peildatum: date) -> dict[Signaalregel, Drempel]:
    """The thresholds of a school that set none.

    >>> standaard_drempels(date(2026, 11, 25))[Signaalregel.VERZUIM].drempel
    12
    """
    parameters = load_parameters("signalen")
    feiten = {regel: parameters[regel.value].op(peildatum).feiten for regel in Signaalregel}
    return {
        regel: Drempel(drempel=feit["drempel"], is_ingeschakeld=True, laagste=feit["laagste"], hoogste=feit["hoogste"])
        for regel, feit in feiten.items()
    }


def check_drempel(regel: Signaalregel, drempel: int, *, peildatum: date) -> None:
    """Refuse a threshold that makes a rule point at everybody, or at nobody.

    Raises:
        SignaalinstellingError: it lies outside what the rule can do.
    """
    grens = standaard_drempels(peildatum)[regel]
    if not grens.laagste <= drempel <= grens.hoogste:
        raise SignaalinstellingError(f"Kies een getal van {grens.laagste} tot en met {grens.hoogste}.")


def signalen(feiten: Signaalfeiten, drempels: Drempels, *, peildatum: date) -> tuple[Signaal, ...]:
    """Everything that asks for a look, newest first.

    >>> feiten = Signaalfeiten(metingen=[], verzuim=None, evaluaties=[
    ...     Evaluatiefeit(wat="Plan rekenen", uiterlijk_op=date(2026, 11, 20))])
    >>> [een.zin for een in signalen(feiten, standaard_drempels(date(2026, 11, 25)), peildatum=date(2026, 11, 25))]
    ['De evaluatie van “Plan rekenen” zou er op 20-11-2026 zijn. Die is er nog niet.']
    """
    vinders = {
        Signaalregel.DALING: _dalingen,
        Signaalregel.STILSTAND: _stilstanden,
        Signaalregel.VERZUIM: _verzuim,
        Signaalregel.EVALUATIE: _evaluaties,
    }
    gevonden = [
        signaal
        for regel, vind in vinders.items()
        if drempels[regel].is_ingeschakeld
        for signaal in vind(feiten, drempels[regel].drempel, peildatum)
    ]
    return tuple(sorted(gevonden, key=lambda signaal: signaal.sinds, reverse=True))


def _dalingen(feiten: Signaalfeiten, drempel: int, peildatum: date) -> Iterator[Signaal]:
    terug = load_parameters("signalen")["daling"].op(peildatum).feiten["terugkijken_maanden"]
    for reeks in _reeksen(feiten.metingen, lambda een: (een.instrument, een.vak, een.normschema)):
        met_rang = [(rang, een) for een in reeks if (rang := _rang(een)) is not None]
        if not met_rang or met_rang[-1][1].op < peildatum - ACTUEEL:
            continue
        rang_nu, nu = met_rang[-1]
        eerder = [(rang, een) for rang, een in met_rang[:-1] if over_maanden(een.op, terug) >= nu.op]
        if not eerder:
            continue
        hoogste, toen = max(eerder, key=lambda paar: (paar[0], paar[1].op))
        if hoogste - rang_nu >= drempel:
            yield Signaal(
                regel=Signaalregel.DALING,
                vak=nu.vak,
                sinds=nu.op,
                zin=f"Van niveau {toen.niveau} op {toen.op:%d-%m-%Y} naar niveau {nu.niveau} op {nu.op:%d-%m-%Y}, "
                f"op dezelfde toets ({naam_van(nu.instrument)}).",
                kenmerk=_kenmerk(Signaalregel.DALING, *_feiten(toen), *_feiten(nu)),
            )


def _stilstanden(feiten: Signaalfeiten, drempel: int, peildatum: date) -> Iterator[Signaal]:
    for reeks in _reeksen(feiten.metingen, lambda een: (een.instrument, een.versie, een.vak)):
        met_score = [(een.schaalscore, een) for een in reeks if een.schaalscore is not None]
        if not met_score or met_score[-1][1].op < peildatum - ACTUEEL:
            continue
        score_nu, nu = met_score[-1]
        eerder = [(score, een) for score, een in met_score if over_maanden(een.op, drempel) <= nu.op + SPELING]
        if not eerder:
            continue
        score_toen, toen = eerder[-1]
        if score_nu <= score_toen and not _is_aan_de_top(nu, score_nu):
            yield Signaal(
                regel=Signaalregel.STILSTAND,
                vak=nu.vak,
                sinds=nu.op,
                zin=f"Op {toen.op:%d-%m-%Y} een score van {_getal(score_toen)}, op {nu.op:%d-%m-%Y} een score van "
                f"{_getal(score_nu)} op dezelfde toets ({naam_van(nu.instrument)}). "
                "In die tijd is er geen groei te zien.",
                kenmerk=_kenmerk(Signaalregel.STILSTAND, *_feiten(toen), *_feiten(nu)),
            )


def _verzuim(feiten: Signaalfeiten, drempel: int, peildatum: date) -> Iterator[Signaal]:
    stand = feiten.verzuim
    if stand is None or stand.laatste_op is None or stand.uren < drempel:
        return
    uren, van, grens = _getal(stand.uren), f"{stand.venster.van:%d-%m-%Y}", stand.melden_vanaf
    zin = (
        f"{uren} uur verzuim zonder goede reden in de vier lesweken vanaf {van}. De school meldt dit nu, want het is "
        f"{grens} uur of meer (Leerplichtwet 21a)."
        if stand.is_melden
        else f"{uren} uur verzuim zonder goede reden in de vier lesweken vanaf {van}. De school meldt dit bij {grens} "
        "uur (Leerplichtwet 21a)."
    )
    yield Signaal(
        regel=Signaalregel.VERZUIM,
        vak="",
        sinds=stand.laatste_op,
        zin=zin,
        kenmerk=_kenmerk(Signaalregel.VERZUIM, stand.laatste_op.isoformat(), str(stand.is_melden)),
    )


def _evaluaties(feiten: Signaalfeiten, drempel: int, peildatum: date) -> Iterator[Signaal]:
    for evaluatie in feiten.evaluaties:
        if evaluatie.uiterlijk_op + timedelta(days=drempel) < peildatum:
            yield Signaal(
                regel=Signaalregel.EVALUATIE,
                vak="",
                sinds=evaluatie.uiterlijk_op,
                zin=f"De evaluatie van “{evaluatie.wat}” zou er op {evaluatie.uiterlijk_op:%d-%m-%Y} zijn. "
                "Die is er nog niet.",
                kenmerk=_kenmerk(Signaalregel.EVALUATIE, evaluatie.wat, evaluatie.uiterlijk_op.isoformat()),
            )


def _reeksen(metingen: Collection[Meting], sleutel: Callable[[Meting], tuple[str, ...]]) -> Iterator[list[Meting]]:
    """The measurements that may be compared, oldest first."""
    per_reeks: dict[tuple[str, ...], list[Meting]] = defaultdict(list)
    for meting in sorted(metingen, key=lambda een: een.op):
        per_reeks[sleutel(meting)].append(meting)
    yield from per_reeks.values()


def _rang(meting: Meting) -> int | None:
    schema = get_normschema(meting.normschema)
    return schema.rang(meting.niveau) if schema else None


def _is_aan_de_top(meting: Meting, score: Decimal) -> bool:
    """True where the scale ends: who had everything right cannot grow on it."""
    schema = get_normschema(meting.normschema)
    return schema is not None and schema.meting == "schaalscore" and score >= schema.hoogste


def _getal(getal: Decimal) -> str:
    """A number as people write it.

    >>> _getal(Decimal("13.50")), _getal(Decimal("120.00"))
    ('13,5', '120')
    """
    return f"{getal.normalize():f}".replace(".", ",")


def _feiten(meting: Meting) -> tuple[str, ...]:
    score = "" if meting.schaalscore is None else _getal(meting.schaalscore)
    return (meting.instrument, meting.vak, meting.op.isoformat(), score, meting.niveau, meting.normschema)


def _kenmerk(regel: Signaalregel, *feiten: str) -> str:
    return hashlib.sha256("\x1f".join((regel.value, *feiten)).encode()).hexdigest()[:LENGTE_KENMERK]
