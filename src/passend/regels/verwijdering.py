"""What has to be on file before a pupil is removed from a school, step by step (WPO 40 lid 11, LPW 10 and 18)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from passend.begrippen.aanmelding import Tlvstand
from passend.begrippen.termijn import Poortbezwaar, Termijn
from passend.begrippen.toelating import Aanzet, Verwijderingsstand
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.aanmeldingsfeiten import Afwijking, Gevraagdeschool
from passend.regels.andereschool import bereid_op, check_bereid, kunnen_toelaten, waar_verklaring
from passend.regels.bezwaar import Bezwaarfeiten, bezwaartermijnen
from passend.regels.parameterbestand import load_parameters
from passend.regels.toelatingspoorten import check_motivering


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijderingsfeiten:
    """What is known of one removal; each day stands for something that happened.

    Attributes:
        voorgenomen_op: the day on which the board told the parents what it intends.
        scholen: the schools that were asked whether they admit the pupil, as the decision found them.
        scholen_nu: those schools with what they said after the decision; None as long as nothing was noted since.
        besloten_op: the day of the letter with the decision.
        gemeente_op: the day on which burgemeester en wethouders were told.
        elders_ingeschreven_op: the first day on which another school has the pupil.
        uitgeschreven_op: the last day of the pupil at this school, once it is deregistered.
        bezwaar_op: the day on which the parents objected; `gehoord_op` when the board heard them about it.
        geschil_op: the day on which they asked the committee; `oordeel_op` when it gave its opinion, and
            `reactie_op` when the board told the parents what it does with that.
        beslist_op: the day on which the board decided on the objection; `is_herroepen` when that undid the removal.
    """

    voorgenomen_op: date
    is_openbaar: bool = False
    leraar_gehoord_op: date | None = None
    ouders_gehoord_op: date | None = None
    scholen: tuple[Gevraagdeschool, ...] = ()
    scholen_nu: tuple[Gevraagdeschool, ...] | None = None
    besloten_op: date | None = None
    motivering: str = ""
    gemeente_op: date | None = None
    elders_ingeschreven_op: date | None = None
    uitgeschreven_op: date | None = None
    ingetrokken_op: date | None = None
    afwijking: Afwijking | None = None
    bezwaar_op: date | None = None
    gehoord_op: date | None = None
    geschil_op: date | None = None
    oordeel_op: date | None = None
    reactie_op: date | None = None
    beslist_op: date | None = None
    is_herroepen: bool = False

    @property
    def laatst_gezegd(self) -> tuple[Gevraagdeschool, ...]:
        """The schools that were asked, with the last thing each of them said."""
        return self.scholen if self.scholen_nu is None else self.scholen_nu


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijdering:
    """Where a removal stands on a day, whose turn it is, and what is missing for the next step."""

    soort: Verwijderingsstand
    aan_zet: Aanzet
    uitleg: str
    bezwaren: tuple[Poortbezwaar, ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    is_afwijking: bool = False


FEITELIJK = frozenset({"besluit_toekomst", "voor_voornemen", "motivering"})


def check_verwijdering(feiten: Verwijderingsfeiten, *, op: date, peildatum: date) -> tuple[Poortbezwaar, ...]:
    """Everything that is missing before the board may decide on a day to remove a pupil; nothing when it may.

    The teacher and the parents were heard, another school is willing on that day, and the reasons are written down.

    >>> feiten = Verwijderingsfeiten(voorgenomen_op=date(2026, 11, 2), motivering="De school heeft alles gedaan.")
    >>> [een.code for een in check_verwijdering(feiten, op=date(2026, 11, 9), peildatum=date(2026, 11, 9))]
    ['leraar_gehoord', 'ouders_gehoord', 'bereid']
    """
    waar = _vindplaats("horen", feiten.voorgenomen_op)
    school = check_bereid(feiten.scholen, op=op, vindplaats=waar)
    return (*_van_dag(feiten, op, peildatum), *_van_horen(feiten, op), *school)


def verwijderingsstand(feiten: Verwijderingsfeiten, *, peildatum: date) -> Verwijdering:
    """Where a removal stands on a day; a pupil is only removed once another school has enrolled it (LPW 10).

    >>> verwijderingsstand(Verwijderingsfeiten(voorgenomen_op=date(2026, 11, 2)), peildatum=date(2026, 11, 9)).soort
    <Verwijderingsstand.VOORGENOMEN: 'voorgenomen'>
    """
    besloten = feiten.besloten_op
    if (zin := _terug(feiten, peildatum)) is not None:
        return Verwijdering(soort=Verwijderingsstand.INGETROKKEN, aan_zet=Aanzet.NIEMAND, uitleg=zin)
    bezwaren = check_verwijdering(feiten, op=besloten or peildatum, peildatum=peildatum)
    over = tuple(een for een in bezwaren if een.code in FEITELIJK or not _mag_afwijken(feiten, peildatum))
    if besloten is None or besloten > peildatum or over:
        zin = "Het bestuur wil uw kind van school verwijderen, maar heeft dat nog niet besloten. Uw kind blijft hier."
        return Verwijdering(soort=Verwijderingsstand.VOORGENOMEN, aan_zet=Aanzet.BESTUUR, uitleg=zin, bezwaren=bezwaren)
    return _na_besluit(feiten, besloten, bezwaren, peildatum)


def school_bereid_op(feiten: Verwijderingsfeiten, *, peildatum: date) -> date | None:
    """Since when another school can admit the child; None on a day on which none can, also when one could before.

    >>> els = Gevraagdeschool(naam="De Els", gevraagd_op=date(2026, 11, 3), bereid_op=date(2026, 11, 5))
    >>> feiten = Verwijderingsfeiten(voorgenomen_op=date(2026, 11, 2), scholen=(els,))
    >>> school_bereid_op(feiten, peildatum=date(2026, 11, 9))
    datetime.date(2026, 11, 5)
    """
    elders = feiten.elders_ingeschreven_op
    op = elders if elders is not None and elders <= peildatum else peildatum
    dagen = [een.bereid_op for een in kunnen_toelaten(feiten.laatst_gezegd, op) if een.bereid_op is not None]
    return min(dagen, default=None)


def is_weggevallen(feiten: Verwijderingsfeiten, *, op: date) -> bool:
    """True on a day after the decision on which no school is left that can admit the child, while one was.

    The decision stays as it is, for parents have the letter; the child stays a pupil here, and the school searches on
    or the board takes its decision back (WPO 40 lid 11, LPW 10).

    >>> els = Gevraagdeschool(naam="De Els", gevraagd_op=date(2026, 11, 3), bereid_op=date(2026, 11, 5))
    >>> terug = Gevraagdeschool(naam="De Els", gevraagd_op=date(2026, 11, 3), bereid_op=date(2026, 11, 5),
    ...     ingetrokken_op=date(2026, 11, 12))
    >>> feiten = Verwijderingsfeiten(voorgenomen_op=date(2026, 11, 2), scholen=(els,), scholen_nu=(terug,),
    ...     besloten_op=date(2026, 11, 9))
    >>> is_weggevallen(feiten, op=date(2026, 11, 11)), is_weggevallen(feiten, op=date(2026, 11, 12))
    (False, True)
    """
    besloten = feiten.besloten_op
    if besloten is None or besloten > op or _is_gebeurd(feiten.elders_ingeschreven_op, op):
        return False
    konden, kunnen = kunnen_toelaten(feiten.scholen, besloten), kunnen_toelaten(feiten.laatst_gezegd, op)
    return bool(konden) and not kunnen


def check_elders(feiten: Verwijderingsfeiten, school: str, *, op: date) -> tuple[Poortbezwaar, ...]:
    """Why it cannot be noted that this school has enrolled the child on a day; nothing when it can.

    Its yes stands on that day, and an sbo or so has the verklaring without which it admits nobody.

    >>> feiten = Verwijderingsfeiten(voorgenomen_op=date(2026, 11, 2), besloten_op=date(2026, 11, 9))
    >>> [een.code for een in check_elders(feiten, "De Els", op=date(2026, 11, 16))]
    ['elders_bereid']
    """
    naam = school.strip()
    bereid = [een for een in bereid_op(feiten.laatst_gezegd, op) if een.naam.strip().casefold() == naam.casefold()]
    if not bereid:
        zin = (
            f"Bij {naam} staat geen ja dat op die dag gold. Noteer eerst dat u haar vroeg en dat zij het "
            "kind wil toelaten, of vul de school in die dat zei."
        )
        waar = _vindplaats("horen", feiten.voorgenomen_op)
        return (Poortbezwaar(code="elders_bereid", zin=zin, vindplaats=waar),)
    if all(een.heeft_tlv_nodig and een.tlv is not Tlvstand.ER for een in bereid):
        zin = (
            f"{bereid[0].naam} schrijft een kind pas in met een toelaatbaarheidsverklaring. Is die er, noteer dan haar "
            "ja opnieuw en kies dat zij er is."
        )
        waar = waar_verklaring(bereid[0].soort or "")
        return (Poortbezwaar(code="elders_tlv", zin=zin, vindplaats=waar),)
    return ()


def bezwaarfeiten_van_verwijdering(feiten: Verwijderingsfeiten, besloten: date) -> Bezwaarfeiten:
    """What the rules of objection ask of a removal that was decided.

    >>> feiten = Verwijderingsfeiten(voorgenomen_op=date(2026, 11, 2))
    >>> bezwaarfeiten_van_verwijdering(feiten, date(2026, 11, 9)).besluit_op
    datetime.date(2026, 11, 9)
    """
    return Bezwaarfeiten(
        besluit_op=besloten,
        is_openbaar=feiten.is_openbaar,
        bezwaar_op=feiten.bezwaar_op,
        geschil_op=feiten.geschil_op,
        oordeel_op=feiten.oordeel_op,
        reactie_op=feiten.reactie_op,
        gehoord_op=feiten.gehoord_op,
        beslist_op=feiten.beslist_op,
    )


def _terug(feiten: Verwijderingsfeiten, peildatum: date) -> str | None:
    """Why there is no removal any more; None while there is."""
    besloten = feiten.besloten_op
    if _is_gebeurd(feiten.ingetrokken_op, peildatum):
        if besloten is None or besloten > peildatum:
            return "Het bestuur trok het voornemen in. Uw kind blijft op deze school."
        return "Het bestuur trok het besluit in. Uw kind blijft op deze school."
    if feiten.is_herroepen and _is_gebeurd(feiten.beslist_op, peildatum):
        return "Het bestuur gaf u gelijk en trok het besluit in. Uw kind blijft op deze school."
    return None


def _na_besluit(
    feiten: Verwijderingsfeiten, besloten: date, bezwaren: tuple[Poortbezwaar, ...], peildatum: date
) -> Verwijdering:
    elders = feiten.elders_ingeschreven_op
    is_elders = elders is not None and elders <= peildatum
    gemeente = tuple(_van_gemeente(feiten, peildatum))
    inschrijving = tuple(_van_inschrijving(feiten, besloten, peildatum))
    weg = tuple(_van_weggevallen(feiten, peildatum))
    termijnen = (*gemeentetermijn(feiten, besloten), *_bezwaardagen(feiten, besloten, peildatum))
    return Verwijdering(
        soort=Verwijderingsstand.VERWIJDERD if is_elders else Verwijderingsstand.BESLOTEN,
        aan_zet=_aan_zet(feiten, peildatum, is_school=bool(gemeente or inschrijving)),
        uitleg=_uitleg(feiten, besloten, termijnen, peildatum),
        bezwaren=(*bezwaren, *weg, *gemeente, *inschrijving),
        termijnen=termijnen,
        is_afwijking=bool(bezwaren),
    )


def _uitleg(feiten: Verwijderingsfeiten, besloten: date, termijnen: tuple[Termijn, ...], peildatum: date) -> str:
    """Where it stands, as the parents read it; each a whole sentence, so that it can be said in another language."""
    elders = feiten.elders_ingeschreven_op
    if elders is not None and elders <= peildatum:
        return f"Uw kind is sinds {elders:%d-%m-%Y} op een andere school ingeschreven."
    if is_weggevallen(feiten, op=peildatum):
        return (
            f"Het bestuur besloot op {besloten:%d-%m-%Y} uw kind te verwijderen. Er is nu geen school die het kan "
            "toelaten. Uw kind blijft hier leerling, en de school zoekt verder met u."
        )
    if _is_gebeurd(feiten.bezwaar_op, peildatum) and not _is_gebeurd(feiten.beslist_op, peildatum):
        return (
            f"Het bestuur besloot op {besloten:%d-%m-%Y} uw kind te verwijderen. Het beslist nog op uw bezwaar. Uw "
            "kind blijft hier leerling tot een andere school het inschrijft."
        )
    if tot := next((een.dag for een in termijnen if een.wat == "bezwaar"), None):
        return (
            f"Het bestuur besloot op {besloten:%d-%m-%Y} uw kind te verwijderen. Het blijft hier leerling tot een "
            f"andere school het inschrijft. U kunt bezwaar maken tot en met {tot:%d-%m-%Y}."
        )
    return (
        f"Het bestuur besloot op {besloten:%d-%m-%Y} uw kind te verwijderen. Het blijft hier leerling tot een andere "
        "school het inschrijft."
    )


def _aan_zet(feiten: Verwijderingsfeiten, peildatum: date, *, is_school: bool) -> Aanzet:
    """The committee while a dispute lies there, then the board that must answer, else what the school must still do."""
    if _is_gebeurd(feiten.geschil_op, peildatum) and not _is_gebeurd(feiten.oordeel_op, peildatum):
        return Aanzet.COMMISSIE
    if _is_gebeurd(feiten.bezwaar_op, peildatum) and not _is_gebeurd(feiten.beslist_op, peildatum):
        return Aanzet.BESTUUR
    if _is_gebeurd(feiten.oordeel_op, peildatum) and not _is_gebeurd(feiten.reactie_op or feiten.beslist_op, peildatum):
        return Aanzet.BESTUUR
    return Aanzet.SCHOOL if is_school else Aanzet.NIEMAND


def _bezwaardagen(feiten: Verwijderingsfeiten, besloten: date, peildatum: date) -> Iterator[Termijn]:
    """The dates of objection and dispute that are still to come of what nobody did yet."""
    klaar = {
        "bezwaar": feiten.bezwaar_op,
        "geschil_verzoek": feiten.geschil_op,
        "geschil_oordeel": feiten.oordeel_op,
    }
    for een in bezwaartermijnen(bezwaarfeiten_van_verwijdering(feiten, besloten), peildatum=peildatum):
        is_voorbij = een.wat in {"bezwaar", "geschil_verzoek", "beroep"} and een.dag < peildatum
        if not is_voorbij and not _is_gebeurd(klaar.get(een.wat), peildatum):
            yield een


def _van_inschrijving(feiten: Verwijderingsfeiten, besloten: date, peildatum: date) -> Iterator[Poortbezwaar]:
    """Another school enrols the child first, and then this one deregisters it."""
    waar = _vindplaats("uitschrijven", besloten)
    if not _is_gebeurd(feiten.elders_ingeschreven_op, peildatum):
        zin = "Een kind wordt pas uitgeschreven als een andere school het inschrijft. Tot dan blijft het hier leerling."
        yield Poortbezwaar(code="elders_ingeschreven", zin=zin, vindplaats=waar)
    elif feiten.uitgeschreven_op is None:
        zin = "Het kind staat hier nog ingeschreven. Schrijf het uit in het dossier."
        yield Poortbezwaar(code="uitschrijven", zin=zin, vindplaats=waar)


def _van_weggevallen(feiten: Verwijderingsfeiten, peildatum: date) -> Iterator[Poortbezwaar]:
    if is_weggevallen(feiten, op=peildatum):
        zin = (
            "De school die het kind wilde toelaten, kan dat niet meer. Zoek met de ouders een andere school, of trek "
            "het besluit in."
        )
        waar = _vindplaats("horen", feiten.voorgenomen_op)
        yield Poortbezwaar(code="bereid_weggevallen", zin=zin, vindplaats=waar)


def _van_dag(feiten: Verwijderingsfeiten, op: date, peildatum: date) -> Iterator[Poortbezwaar]:
    waar = _vindplaats("horen", feiten.voorgenomen_op)
    if op > peildatum:
        zin = f"Het besluit is van {op:%d-%m-%Y}: die dag is nog niet geweest. Vul de dag in waarop het viel."
        yield Poortbezwaar(code="besluit_toekomst", zin=zin, vindplaats=waar)
    if op < feiten.voorgenomen_op:
        zin = f"Het besluit ligt voor het voornemen ({feiten.voorgenomen_op:%d-%m-%Y}). Controleer beide dagen."
        yield Poortbezwaar(code="voor_voornemen", zin=zin, vindplaats=waar)
    yield from check_motivering(feiten.motivering, is_openbaar=feiten.is_openbaar)


def _van_horen(feiten: Verwijderingsfeiten, op: date) -> Iterator[Poortbezwaar]:
    waar = _vindplaats("horen", feiten.voorgenomen_op)
    if not _is_gebeurd(feiten.leraar_gehoord_op, op):
        zin = "Hoor eerst de leerkracht van de groep, en leg vast wanneer dat was en wat die zei."
        yield Poortbezwaar(code="leraar_gehoord", zin=zin, vindplaats=waar)
    if not _is_gebeurd(feiten.ouders_gehoord_op, op):
        zin = "Hoor eerst de ouders, en leg vast wanneer dat was en wat zij zeiden."
        yield Poortbezwaar(code="ouders_gehoord", zin=zin, vindplaats=waar)


def _van_gemeente(feiten: Verwijderingsfeiten, peildatum: date) -> Iterator[Poortbezwaar]:
    if not _is_gebeurd(feiten.gemeente_op, peildatum):
        zin = "De gemeente weet het nog niet. Meld de verwijdering vandaag, en bewaar het bewijs."
        yield Poortbezwaar(code="gemeente", zin=zin, vindplaats=_vindplaats("gemeente", feiten.voorgenomen_op))


def gemeentetermijn(feiten: Verwijderingsfeiten, besloten: date) -> Iterator[Termijn]:
    """The day on which burgemeester en wethouders must know, until they do (Leerplichtwet 1969 artikel 18 lid 1)."""
    if feiten.gemeente_op is None:
        uitleg = f"De gemeente hoort meteen van de verwijdering: op {besloten:%d-%m-%Y}."
        yield Termijn(
            wat="verwijdering_gemeente", dag=besloten, vindplaats=_vindplaats("gemeente", besloten), uitleg=uitleg
        )


def _mag_afwijken(feiten: Verwijderingsfeiten, peildatum: date) -> bool:
    afwijking = feiten.afwijking
    return afwijking is not None and afwijking.op <= peildatum and bool(afwijking.reden.strip())


def _is_gebeurd(dag: date | None, op: date) -> bool:
    return dag is not None and dag <= op


def _vindplaats(code: str, op: date) -> Vindplaats:
    return load_parameters("schorsing")[code].op(op).vindplaats
