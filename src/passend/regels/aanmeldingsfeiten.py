"""What is known of one application for admission, and what cannot be true of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from passend.begrippen.aanmelding import Andereschool, Tlvstand
from passend.begrippen.termijn import Poortbezwaar
from passend.begrippen.toelating import Toelatingsbesluit, Weigeringsgrond
from passend.begrippen.vindplaats import Vindplaats
from passend.regels.bewaartermijnen import MAANDEN_PER_JAAR, over_maanden
from passend.regels.parameterbestand import Waarde, load_parameters
from passend.regels.volleschool import Volleschool


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderbreking:
    """The school asked the parents to complete their application: the clock stands still from that day.

    Attributes:
        van: the day on which the parents were asked.
        uiterlijk_op: the last day they got for it.
        aangevuld_op: the day on which it was complete; None as long as it is not.
    """

    van: date
    uiterlijk_op: date | None = None
    aangevuld_op: date | None = None

    def eindigt_op(self, peildatum: date) -> date | None:
        """The day on which the clock runs again: complete, or the term for it is over; None while it stands still.

        >>> Onderbreking(van=date(2026, 9, 21), uiterlijk_op=date(2026, 10, 5)).eindigt_op(date(2026, 10, 4)) is None
        True
        """
        dagen = [dag for dag in (self.aangevuld_op, self.uiterlijk_op) if dag is not None and dag <= peildatum]
        return min(dagen, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlenging:
    """The school told the parents that it needs more time: on which day, until when, and why."""

    op: date
    tot: date
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagdeschool:
    """Another school that was asked whether it admits the child, and what it said last.

    Attributes:
        soort: what kind of school it is; None where nobody said, which counts as a basisschool.
        tlv: whether the verklaring that an sbo or so asks for is there, or asked for.
    """

    naam: str
    gevraagd_op: date
    bereid_op: date | None = None
    ingetrokken_op: date | None = None
    soort: Andereschool | None = None
    tlv: Tlvstand | None = None

    @property
    def heeft_tlv_nodig(self) -> bool:
        """True for an sbo, and for an so of cluster 3 or 4; an instelling (cluster 1, 2) has its own commissie."""
        return self.soort in {Andereschool.SBO, Andereschool.SO}

    @property
    def mag_toelaten(self) -> bool:
        """True when its yes can become a place: no verklaring is asked for, or it is there or on its way.

        >>> Gevraagdeschool(naam="De Schelp", gevraagd_op=date(2026, 10, 1), soort=Andereschool.SBO).mag_toelaten
        False
        """
        return not self.heeft_tlv_nodig or self.tlv in {Tlvstand.ER, Tlvstand.GEVRAAGD}

    def is_bereid(self, op: date) -> bool:
        """True on a day between its yes and the day on which it took that back."""
        is_ja = self.bereid_op is not None and self.bereid_op <= op
        return is_ja and not (self.ingetrokken_op is not None and self.ingetrokken_op <= op)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondslagvraag:
    """The parents were asked to respect or endorse the grondslag of the school; the day on which they refused.

    Attributes:
        openbare_school: a public school within reasonable distance of where the child lives, by its name and place;
            empty when nobody named one. Without it no school refuses on its grondslag (WPO 58 lid 1).
    """

    gevraagd_op: date
    geweigerd_op: date | None = None
    openbare_school: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verklaring:
    """The toelaatbaarheidsverklaring that a child brings: from which day until which."""

    gegeven_op: date
    geldig_tot_en_met: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """What the board decided: on which day, on what ground, with which reasons, and when the parents were told.

    Attributes:
        bekendgemaakt_op: the day of the letter to the parents; None where that is the day of the decision.
    """

    soort: Toelatingsbesluit
    op: date
    grond: Weigeringsgrond = Weigeringsgrond.ANDERE_SCHOOL
    motivering: str = ""
    bekendgemaakt_op: date | None = None

    @property
    def bekend_op(self) -> date:
        """The day from which the decision works for the parents: terms count from it, and until it there is none.

        A day before the letter, typed later, makes no decision timely and no term to object shorter (WPO 40 lid 6, 7
        and 16, 63 lid 3; Awb 3:40, 6:8).

        >>> Besluit(soort=Toelatingsbesluit.GEWEIGERD, op=date(2026, 10, 7),
        ...     bekendgemaakt_op=date(2026, 11, 26)).bekend_op
        datetime.date(2026, 11, 26)
        """
        return self.op if self.bekendgemaakt_op is None else self.bekendgemaakt_op


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijking:
    """The board decided although a gate was closed: when, and why; shown as such wherever the decision is."""

    op: date
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldingsfeiten:
    """All that the rules ask of one application; each day stands for something that happened.

    Attributes:
        verzocht_op: the day on which the parents asked for admission: ten weeks count from it.
        ontvangen_op: the day on which the school received the application: six weeks count from it.
        geboren_op: None where it is not known yet; then no age is checked.
        onderbrekingen: the times the parents were asked to complete it, in any order.
        heeft_ondersteuning_nodig: what the school found; None as long as it did not look.
        beoordeeld_op: the day on which it looked last, before the decision was written down.
        is_hulp_gevraagd: the parents say that it does; it counts as long as the school did not look.
        is_alleen_nt2: what is needed is only help with learning Dutch: that is no extra support.
        scholen: the schools that were asked for a place.
        ouders_gehoord_op: the day on which the search for a place was talked over with the parents.
        is_andere_school_bekend: a school where the child is or was is named, or its file lies here.
        contact_op: the day on which the school spoke with the school where the child is now.
        samenwerkingsverband: the number of the region, for its agreements.
        tlv: the verklaring that an sbo asks for (WPO 40 lid 8); None without one.
        is_zonder_pgn: the child has no number yet; `pgn_gemeld_op` when the school reported that (WPO 40b lid 3).
        bezwaar_op: the day on which the board received an objection; `gehoord_op` when it heard the parents on it,
            `beslist_op` when it decided on it, and `is_alsnog_toegelaten` when that was to admit.
        geschil_op: the day on which the parents asked the committee; `oordeel_op` when it gave its opinion,
            and `reactie_op` when the board told the parents what it does with that.
    """

    verzocht_op: date
    ontvangen_op: date | None
    geboren_op: date | None = None
    is_openbaar: bool = False
    is_asielzoeker: bool = False
    is_elders_ingeschreven: bool = False
    is_andere_school_bekend: bool = False
    is_sbo: bool = False
    tlv: Verklaring | None = None
    is_zonder_pgn: bool = False
    pgn_gemeld_op: date | None = None
    onderbrekingen: tuple[Onderbreking, ...] = ()
    verlengd: Verlenging | None = None
    heeft_ondersteuning_nodig: bool | None = None
    beoordeeld_op: date | None = None
    is_hulp_gevraagd: bool = False
    is_alleen_nt2: bool = False
    scholen: tuple[Gevraagdeschool, ...] = ()
    ouders_gehoord_op: date | None = None
    vol: Volleschool | None = None
    grondslag: Grondslagvraag | None = None
    contact_op: date | None = None
    samenwerkingsverband: str = ""
    besluit: Besluit | None = None
    afwijking: Afwijking | None = None
    ingetrokken_op: date | None = None
    bezwaar_op: date | None = None
    gehoord_op: date | None = None
    beslist_op: date | None = None
    is_alsnog_toegelaten: bool = False
    geschil_op: date | None = None
    oordeel_op: date | None = None
    reactie_op: date | None = None

    @property
    def komt_van_school(self) -> bool:
        """True for a child that another school knows: the two schools speak before one decides."""
        return self.is_elders_ingeschreven or self.is_andere_school_bekend

    @property
    def is_zorgplichtig(self) -> bool:
        """True for a child that needs extra support; help with learning Dutch alone is not that (WPO 40 lid 3).

        What the parents say holds until the school looked.

        >>> vast = {"verzocht_op": date(2026, 9, 14), "ontvangen_op": date(2026, 9, 14), "is_hulp_gevraagd": True}
        >>> Aanmeldingsfeiten(**vast).is_zorgplichtig
        True
        >>> Aanmeldingsfeiten(**vast, heeft_ondersteuning_nodig=False).is_zorgplichtig
        False
        """
        behoefte = self.heeft_ondersteuning_nodig
        return (self.is_hulp_gevraagd if behoefte is None else behoefte) and not self.is_alleen_nt2


def feiten_op(feiten: Aanmeldingsfeiten, peildatum: date) -> Aanmeldingsfeiten:
    """What had happened by a day: what came after it is left out."""

    def gebeurd(dag: date | None) -> date | None:
        return dag if dag is not None and dag <= peildatum else None

    return replace(
        feiten,
        ontvangen_op=gebeurd(feiten.ontvangen_op),
        onderbrekingen=tuple(een for een in feiten.onderbrekingen if een.van <= peildatum),
        verlengd=feiten.verlengd if feiten.verlengd and feiten.verlengd.op <= peildatum else None,
        besluit=feiten.besluit if feiten.besluit and feiten.besluit.bekend_op <= peildatum else None,
        afwijking=feiten.afwijking if feiten.afwijking and feiten.afwijking.op <= peildatum else None,
        ingetrokken_op=gebeurd(feiten.ingetrokken_op),
        bezwaar_op=gebeurd(feiten.bezwaar_op),
        pgn_gemeld_op=gebeurd(feiten.pgn_gemeld_op),
        gehoord_op=gebeurd(feiten.gehoord_op),
        beslist_op=gebeurd(feiten.beslist_op),
        is_alsnog_toegelaten=feiten.is_alsnog_toegelaten and gebeurd(feiten.beslist_op) is not None,
        geschil_op=gebeurd(feiten.geschil_op),
        oordeel_op=gebeurd(feiten.oordeel_op),
        reactie_op=gebeurd(feiten.reactie_op),
    )


def wordt_jaar(geboren_op: date, jaren: int) -> date:
    """The birthday on which a child reaches an age; of 29 February it is 1 March in a year without that day.

    >>> wordt_jaar(date(2023, 11, 25), 4)
    datetime.date(2027, 11, 25)
    """
    return over_maanden(geboren_op, jaren * MAANDEN_PER_JAAR)


def check_aanmelding(feiten: Aanmeldingsfeiten, *, peildatum: date) -> tuple[Poortbezwaar, ...]:
    """What cannot be true of the days of an application; nothing when they can be.

    A child can be registered from its third birthday (WPO 40 lid 2), a school receives it on or after the day on which
    the parents asked, and neither lies after today.

    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 10))
    >>> [bezwaar.code for bezwaar in check_aanmelding(feiten, peildatum=date(2026, 10, 5))]
    ['ontvangen_voor_verzocht']
    """
    return (*_van_dagen(feiten, peildatum), *_van_leeftijd(feiten), *_van_onderbrekingen(feiten, peildatum))


def _van_dagen(feiten: Aanmeldingsfeiten, peildatum: date) -> Iterator[Poortbezwaar]:
    waar = waarde("besluit", feiten.verzocht_op).vindplaats
    verzocht, ontvangen = feiten.verzocht_op, feiten.ontvangen_op
    if verzocht > peildatum:
        zin = f"Het verzoek is van {verzocht:%d-%m-%Y}: die dag is nog niet geweest. Vul de dag in waarop het kwam."
        yield Poortbezwaar(code="verzocht_toekomst", zin=zin, vindplaats=waar)
    if ontvangen is not None and ontvangen > peildatum:
        zin = f"De ontvangst is van {ontvangen:%d-%m-%Y}: die dag is nog niet geweest. Vul de dag in waarop het kwam."
        yield Poortbezwaar(code="ontvangen_toekomst", zin=zin, vindplaats=waar)
    if ontvangen is not None and ontvangen < verzocht:
        zin = (
            f"De school kan de aanmelding niet ontvangen ({ontvangen:%d-%m-%Y}) voordat de ouders erom vroegen "
            f"({verzocht:%d-%m-%Y}). Controleer beide dagen."
        )
        yield Poortbezwaar(code="ontvangen_voor_verzocht", zin=zin, vindplaats=waar)


def _van_leeftijd(feiten: Aanmeldingsfeiten) -> Iterator[Poortbezwaar]:
    if (geboren := feiten.geboren_op) is None:
        return
    regel = waarde("aanmeldleeftijd", feiten.verzocht_op)
    eerste = feiten.verzocht_op if feiten.ontvangen_op is None else min(feiten.verzocht_op, feiten.ontvangen_op)
    jarig = wordt_jaar(geboren, regel.feiten["jaren"])
    if eerste < geboren:
        zin = (
            f"Deze aanmelding is van {eerste:%d-%m-%Y}, voor de geboorte van het kind ({geboren:%d-%m-%Y}). "
            "Controleer beide dagen."
        )
        yield Poortbezwaar(code="voor_geboorte", zin=zin, vindplaats=regel.vindplaats)
    elif eerste < jarig:
        zin = (
            f"Een kind kan worden aangemeld vanaf de dag waarop het {regel.feiten['jaren']} wordt: {jarig:%d-%m-%Y}. "
            "Meld het dan aan, of controleer de geboortedatum."
        )
        yield Poortbezwaar(code="te_jong", zin=zin, vindplaats=regel.vindplaats)


def _van_onderbrekingen(feiten: Aanmeldingsfeiten, peildatum: date) -> Iterator[Poortbezwaar]:
    waar = aanvullen(feiten).vindplaats
    for een in feiten.onderbrekingen:
        if een.van > peildatum:
            zin = f"De vraag om aan te vullen is van {een.van:%d-%m-%Y}: die dag is nog niet geweest."
            yield Poortbezwaar(code="onderbreking_toekomst", zin=zin, vindplaats=waar)
        if feiten.ontvangen_op is not None and een.van < feiten.ontvangen_op:
            zin = (
                f"De school kan niet om aanvulling vragen ({een.van:%d-%m-%Y}) voordat zij de aanmelding ontving "
                f"({feiten.ontvangen_op:%d-%m-%Y}). Controleer beide dagen."
            )
            yield Poortbezwaar(code="onderbreking_voor_ontvangst", zin=zin, vindplaats=waar)
        eind = min((dag for dag in (een.uiterlijk_op, een.aangevuld_op) if dag is not None), default=een.van)
        if eind < een.van:
            zin = (
                f"De aanmelding kan niet compleet zijn ({eind:%d-%m-%Y}) voordat om de aanvulling werd gevraagd "
                f"({een.van:%d-%m-%Y}). Controleer beide dagen."
            )
            yield Poortbezwaar(code="onderbreking_andersom", zin=zin, vindplaats=waar)


def waarde(code: str, op: date) -> Waarde:
    """The value of a parameter of admission on a day."""
    return load_parameters("toelating")[code].op(op)


def aanvullen(feiten: Aanmeldingsfeiten) -> Waarde:
    """Where the stop for an incomplete application stands: of a public school in the Awb, else in the WPO."""
    return waarde(f"aanvullen_{soort_school(feiten)}", feiten.verzocht_op)


def soort_school(feiten: Aanmeldingsfeiten) -> str:
    """As the codes of the parameters have it."""
    return "openbaar" if feiten.is_openbaar else "bijzonder"


def wpo(artikel: str) -> Vindplaats:
    """An article of the law on primary education."""
    return Vindplaats(regeling="WPO", artikel=artikel, adres="https://wetten.overheid.nl/BWBR0003420")
