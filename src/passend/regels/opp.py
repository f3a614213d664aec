"""When an ontwikkelingsperspectief must be there, when it is looked at again, and when it may be set (WPO 40a)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from passend.begrippen.opp import Oppaanleiding, Oppantwoord
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.bewaartermijnen import over_maanden
from passend.regels.onderwijstijd import check_minder_uren
from passend.regels.oppdelen import OP_CODE, WPO, missende_delen
from passend.regels.parameterbestand import GeenWaardeError, Waarde, load_parameters

HOORRECHT, OVEREENSTEMMING, INSTEMMING = "40a lid 6", "40a lid 1", "40a lid 2"
_BEGIN: Final[Mapping[Oppaanleiding, str]] = {
    Oppaanleiding.INSCHRIJVING: "na de inschrijving",
    Oppaanleiding.DEFINITIEVE_PLAATSING: "nadat de tijdelijke plaatsing definitief werd",
    Oppaanleiding.EXTRA_ONDERSTEUNING: "na het begin van de extra ondersteuning",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opptermijn:
    """A day by which something must be done, where that is written, and a sentence for who must do it."""

    wat: str
    dag: date
    vindplaats: Vindplaats
    uitleg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoordfeiten:
    """What one parent said last; `is_over_dit` is false when the handelingsdeel changed after it."""

    antwoord: Oppantwoord
    is_over_dit: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemfeiten:
    """Whether the child said something, whether is told what was done with it, or why it was not heard."""

    is_gehoord: bool = False
    is_verwerkt: bool = False
    waarom_niet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppfeiten:
    """What is known of one version of a plan.

    Attributes:
        inhoud: what it says, by the code of the part.
        gezag: the parents with authority on that day, by key, with their name.
        uitgenodigd: the parents with whom it was talked over, or who were asked and did not come.
        antwoorden: what each parent said last of the handelingsdeel.
        stem: what is known of the voice of the child.
    """

    inhoud: Mapping[str, str] = field(default_factory=dict)
    gezag: Mapping[int, str] = field(default_factory=dict)
    uitgenodigd: Collection[int] = ()
    antwoorden: Mapping[int, Antwoordfeiten] = field(default_factory=dict)
    stem: Stemfeiten = Stemfeiten()


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppbezwaar:
    """Why a plan cannot be set yet: of which stop on the way, what to do, and where that is written."""

    stap: str
    zin: str
    vindplaats: Vindplaats
    ouder: int | None = None


def opp_uiterlijk_op(aanleiding: Oppaanleiding, begonnen_op: date) -> Opptermijn:
    """The last day on which the plan must be set: six weeks after enrolment, or after a placement became final.

    For a pupil who was there already the sector counts from the start of the extra support; the law speaks only of
    enrolment. Weeks are calendar weeks; holidays do not stop them (WPO 40a lid 3).

    >>> opp_uiterlijk_op(Oppaanleiding.INSCHRIJVING, date(2026, 9, 14)).dag
    datetime.date(2026, 10, 26)
    """
    waarde = _waarde(aanleiding.value, begonnen_op)
    weken = waarde.feiten["weken"]
    dag = begonnen_op + timedelta(weeks=weken)
    return Opptermijn(
        wat="opp_vaststellen",
        dag=dag,
        vindplaats=waarde.vindplaats,
        uitleg=f"Het plan is klaar binnen {weken} weken {_BEGIN[aanleiding]}: uiterlijk op {dag:%d-%m-%Y}.",
    )


def versie_uiterlijk_op(
    aanleiding: Oppaanleiding, begonnen_op: date, *, is_eerder_vastgesteld: bool
) -> Opptermijn | None:
    """The last day on which a version must be set; none once a version was, for that term was met (WPO 40a lid 3).

    >>> versie_uiterlijk_op(Oppaanleiding.INSCHRIJVING, date(2026, 9, 14), is_eerder_vastgesteld=True) is None
    True
    """
    return None if is_eerder_vastgesteld else opp_uiterlijk_op(aanleiding, begonnen_op)


def evaluatie_uiterlijk_op(vastgesteld_op: date, geevalueerd_op: Collection[date] = ()) -> Opptermijn:
    """The last day on which to look at it again with parents and pupil: once in each schooljaar (WPO 40a lid 4).

    The schooljaar in which it was set counts, for the plan holds in it. Each version counts anew: that one looked back
    at the one before says nothing of what was changed since.

    >>> evaluatie_uiterlijk_op(date(2026, 10, 1)).dag
    datetime.date(2027, 7, 31)
    >>> evaluatie_uiterlijk_op(date(2026, 10, 1), [date(2027, 5, 20)]).dag
    datetime.date(2028, 7, 31)
    """
    waarde = _waarde("evaluatie", vastgesteld_op)
    gedaan = [dag for dag in geevalueerd_op if dag >= vastgesteld_op]
    jaar = Schooljaar.op(max(gedaan)).volgende if gedaan else Schooljaar.op(vastgesteld_op)
    return Opptermijn(
        wat="opp_evalueren",
        dag=jaar.eindigt_op,
        vindplaats=waarde.vindplaats,
        uitleg=f"Elk schooljaar een keer met ouders en kind. Voor {jaar}: uiterlijk op {jaar.eindigt_op:%d-%m-%Y}.",
    )


def regionale_evaluatie_op(vastgesteld_op: date, geevalueerd_op: Collection[date] = ()) -> Opptermijn:
    """The day a year after it was set or last looked at, by which the region wants it looked at again in an MDO.

    >>> regionale_evaluatie_op(date(2026, 10, 1)).dag
    datetime.date(2027, 10, 1)
    """
    waarde = _waarde("evaluatie_regio", vastgesteld_op)
    dag = over_maanden(max([vastgesteld_op, *geevalueerd_op]), waarde.feiten["maanden"])
    return Opptermijn(
        wat="opp_evalueren_regio",
        dag=dag,
        vindplaats=waarde.vindplaats,
        uitleg=f"De regio wil het binnen een jaar in een MDO bespreken: uiterlijk op {dag:%d-%m-%Y}.",
    )


def geschiltermijnen(besluit_op: date) -> tuple[Opptermijn, Opptermijn]:
    """By when parents who disagree ask for an opinion, and by when that is there if they ask on the last day (WPO 43).

    >>> [termijn.dag for termijn in geschiltermijnen(date(2026, 10, 5))]
    [datetime.date(2026, 11, 16), datetime.date(2027, 1, 25)]
    """
    bezwaar = load_parameters("bezwaar")
    verzoek, oordeel = bezwaar["geschil_verzoek"].op(besluit_op), bezwaar["geschil_oordeel"].op(besluit_op)
    vragen_voor = besluit_op + timedelta(weeks=verzoek.feiten["weken"])
    weken = oordeel.feiten["weken"]
    oordeel_op = vragen_voor + timedelta(weeks=weken)
    return (
        Opptermijn(
            wat="geschil_verzoek",
            dag=vragen_voor,
            vindplaats=verzoek.vindplaats,
            uitleg=f"Vraag de commissie om een oordeel voor {vragen_voor:%d-%m-%Y}.",
        ),
        Opptermijn(
            wat="geschil_oordeel",
            dag=oordeel_op,
            vindplaats=oordeel.vindplaats,
            uitleg=f"De commissie zegt binnen {weken} weken na het verzoek wat zij ervan vindt.",
        ),
    )


def check_vaststelling(feiten: Oppfeiten, *, op: date) -> tuple[Oppbezwaar, ...]:
    """Everything that stands in the way of setting the plan; nothing when it may be set.

    All that the law asks is in it, the child was heard or it is told why not (from the day on which that right holds),
    the whole was talked over with every parent who has authority, and each of them agrees to the handelingsdeel. One
    parent who does not agree is enough to keep it from being set (WPO 40a lid 1, 2, 6 and 8).

    >>> [bezwaar.stap for bezwaar in check_vaststelling(Oppfeiten(gezag={1: "Kim"}), op=date(2026, 10, 5))][-3:]
    ['kind', 'overleg', 'instemming']
    """
    return (
        *_van_inhoud(feiten),
        *_van_kind(feiten.stem, op),
        *_van_overleg(feiten),
        *_van_instemming(feiten),
    )


def hoorrecht_geldt(op: date) -> bool:
    """True from the day on which a child must be asked before its plan is set (WPO 40a lid 6).

    >>> hoorrecht_geldt(date(2025, 7, 31)), hoorrecht_geldt(date(2025, 8, 1))
    (False, True)
    """
    try:
        _waarde("hoorrecht", op)
    except GeenWaardeError:
        return False
    return True


def _van_inhoud(feiten: Oppfeiten) -> list[Oppbezwaar]:
    """Of the voice of the child is told apart."""
    leeg = [(deel, f"Vul dit nog in: '{deel.naam}'.") for deel in missende_delen(feiten.inhoud, is_gehoord=True)]
    fout = [(OP_CODE[code], zin) for code, zin in check_minder_uren(feiten.inhoud).items()]
    return [
        Oppbezwaar(stap="concept", zin=zin, vindplaats=deel.vindplaats or _wpo("40a lid 8"))
        for deel, zin in (*leeg, *fout)
    ]


def _van_kind(stem: Stemfeiten, op: date) -> list[Oppbezwaar]:
    if not hoorrecht_geldt(op) or stem.waarom_niet.strip() or stem.is_verwerkt:
        return []
    if stem.is_gehoord:
        zin = "Het kind is gehoord. Schrijf nog op wat u daarmee deed, en waarom."
        return [Oppbezwaar(stap="kind", zin=zin, vindplaats=_wpo("40a lid 7 en lid 8 onder c"))]
    zin = "Het kind is nog niet gehoord. Vraag hoe het dat wil, of schrijf op waarom het niet kon."
    return [Oppbezwaar(stap="kind", zin=zin, vindplaats=_wpo(HOORRECHT))]


def _van_overleg(feiten: Oppfeiten) -> list[Oppbezwaar]:
    if not feiten.gezag:
        zin = "Er is geen ouder met gezag genoteerd. Noteer eerst wie dat zijn: zonder hen kan het plan niet vast."
        return [Oppbezwaar(stap="overleg", zin=zin, vindplaats=_wpo(OVEREENSTEMMING))]
    return [
        Oppbezwaar(
            stap="overleg",
            zin=f"Het hele plan is nog niet besproken met {naam}.",
            vindplaats=_wpo(OVEREENSTEMMING),
            ouder=ouder,
        )
        for ouder, naam in feiten.gezag.items()
        if ouder not in feiten.uitgenodigd
    ]


def _van_instemming(feiten: Oppfeiten) -> list[Oppbezwaar]:
    return [
        Oppbezwaar(stap="instemming", zin=zin, vindplaats=_wpo(INSTEMMING), ouder=ouder)
        for ouder, naam in feiten.gezag.items()
        if (zin := _wat_ontbreekt(naam, feiten.antwoorden.get(ouder)))
    ]


def _wat_ontbreekt(naam: str, feiten: Antwoordfeiten | None) -> str:
    if feiten is None or feiten.antwoord is Oppantwoord.GEZIEN:
        return f"{naam} heeft nog niet gezegd akkoord te zijn met het handelingsdeel."
    if not feiten.is_over_dit:
        return f"Het handelingsdeel veranderde nadat {naam} antwoordde. Vraag het opnieuw."
    if feiten.antwoord is Oppantwoord.NIET_AKKOORD:
        return f"{naam} is het niet eens met het handelingsdeel. Zonder akkoord kan het plan niet vast."
    return ""


def _waarde(code: str, op: date) -> Waarde:
    return load_parameters("opp")[code].op(op)


def _wpo(artikel: str) -> Vindplaats:
    return Vindplaats(regeling="WPO", artikel=artikel, adres=WPO)
