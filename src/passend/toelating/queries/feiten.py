"""The facts that the rules of admission ask, out of a registration and what happened to it."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils import timezone

from passend.begrippen.aanmelding import Andereschool, Hulpvraag, Tlvstand
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.periode import Periode
from passend.begrippen.toelating import Bezwaaruitkomst, Toelatingsbesluit, Weigeringsgrond
from passend.regels.aanmeldingsfeiten import (
    Aanmeldingsfeiten,
    Afwijking,
    Besluit,
    Gevraagdeschool,
    Grondslagvraag,
    Onderbreking,
    Verklaring,
    Verlenging,
)
from passend.regels.schorsing import Schorsingsfeiten
from passend.regels.verwijdering import Verwijderingsfeiten
from passend.regels.volleschool import Volleschool
from passend.toelating.models import (
    Aanmeldgebeurtenis,
    Aanmelding,
    Schorsing,
    Toelatingsbeleid,
    Verwijdergebeurtenis,
    Verwijdering,
)
from passend.toelating.queries.aanmeldingen import geldige


def get_aanmeldingsfeiten(
    *,
    aanmelding: Aanmelding,
    gebeurtenissen: Collection[Aanmeldgebeurtenis],
    beleid: Toelatingsbeleid | None,
    bewijs: Collection[Aanmeldgebeurtenis] | None = None,
) -> Aanmeldingsfeiten:
    """What is known of one registration, as the rules ask for it; what was taken back is not in it.

    The evidence of a decision is what was written down before it: the gate saw that, and parents have the letter. What
    is written down later, of whatever day, changes nothing about it: parents who are heard again on their objection, a
    school that takes its yes back, a row that turns out to be a mistake. `bewijs` is what it would rest on instead.
    """
    rij: _Rij[Aanmeldgebeurtenis] = _Rij(geldige(gebeurtenissen))
    besluit, verlengd = rij.laatste(Soort.BESLUIT), rij.laatste(Soort.VERLENGD)
    bezwaar_op, beslist = rij.eerste_dag(Soort.BEZWAAR), rij.laatste(Soort.BEZWAAR_BESLIST)
    toen: _Rij[Aanmeldgebeurtenis] = _Rij(geldige(bewijs_van(gebeurtenissen, besluit) if bewijs is None else bewijs))
    tlv = toen.laatste(Soort.TLV_GEGEVEN)
    return Aanmeldingsfeiten(
        verzocht_op=aanmelding.verzocht_op,
        ontvangen_op=aanmelding.ontvangen_op,
        geboren_op=aanmelding.geboren_op,
        is_openbaar=beleid is not None and beleid.is_openbaar,
        is_sbo=beleid is not None and beleid.schoolsoort == Andereschool.SBO,
        tlv=Verklaring(gegeven_op=tlv.vooraf_op or tlv.op, geldig_tot_en_met=tlv.uiterlijk_op)
        if tlv and tlv.uiterlijk_op
        else None,
        is_zonder_pgn=rij.dag(Soort.ZONDER_NUMMER) is not None,
        pgn_gemeld_op=rij.dag(Soort.NUMMER_GEMELD),
        is_asielzoeker=aanmelding.is_asielzoeker,
        is_elders_ingeschreven=aanmelding.is_elders_ingeschreven or toen.dag(Soort.ELDERS_INGESCHREVEN) is not None,
        is_andere_school_bekend=bool(aanmelding.huidige_school.strip()),
        onderbrekingen=_onderbrekingen(toen),
        verlengd=Verlenging(op=verlengd.op, tot=verlengd.uiterlijk_op, reden=verlengd.tekst)
        if verlengd and verlengd.uiterlijk_op
        else None,
        heeft_ondersteuning_nodig=_ondersteuning(toen),
        beoordeeld_op=toen.dag(Soort.ONDERZOEK),
        is_hulp_gevraagd=aanmelding.hulpvraag == Hulpvraag.EXTRA,
        is_alleen_nt2=_bevinding(toen) == Hulpvraag.TAAL,
        scholen=_scholen(toen),
        ouders_gehoord_op=toen.dag(Soort.OUDERS_GEHOORD),
        vol=_vol(toen),
        grondslag=_grondslag(toen),
        contact_op=toen.dag(Soort.SCHOOL_GESPROKEN),
        samenwerkingsverband=aanmelding.vestiging.bestuur.samenwerkingsverband.nummer,
        besluit=_besluit(besluit) if besluit else None,
        afwijking=Afwijking(op=besluit.op, reden=besluit.doorbreking) if besluit and besluit.doorbreking else None,
        ingetrokken_op=rij.dag(Soort.INGETROKKEN),
        bezwaar_op=bezwaar_op,
        gehoord_op=rij.gehoord_na(bezwaar_op),
        beslist_op=beslist.op if beslist else None,
        is_alsnog_toegelaten=beslist is not None and beslist.uitkomst == Toelatingsbesluit.TOEGELATEN,
        geschil_op=rij.eerste_dag(Soort.GPO_GEVRAAGD),
        oordeel_op=rij.eerste_dag(Soort.GPO_OORDEEL),
        reactie_op=rij.eerste_dag(Soort.GPO_REACTIE),
    )


def bewijs_van(
    gebeurtenissen: Collection[Aanmeldgebeurtenis], besluit: Aanmeldgebeurtenis | None
) -> Collection[Aanmeldgebeurtenis]:
    """What was written down before a decision; everything as long as there is none."""
    return gebeurtenissen if besluit is None else [een for een in gebeurtenissen if een.pk < besluit.pk]


class _Rij[G: (Aanmeldgebeurtenis, Verwijdergebeurtenis)]:
    """What counts of a case, by kind."""

    def __init__(self, gebeurtenissen: list[G]) -> None:
        self.alle: list[G] = gebeurtenissen

    def van(self, *soorten: Soort) -> list[G]:
        """All of these kinds, earliest first."""
        return [een for een in self.alle if een.soort in soorten]

    def laatste(self, soort: Soort) -> G | None:
        """The last of a kind."""
        return next(reversed(self.van(soort)), None)

    def gehoord_na(self, bezwaar_op: date | None) -> date | None:
        """The day on which the parents were heard on their objection."""
        gehoord = self.dag(Soort.OUDERS_GEHOORD)
        return gehoord if gehoord is not None and bezwaar_op is not None and gehoord >= bezwaar_op else None

    def eerste_dag(self, soort: Soort) -> date | None:
        """The day of the first of a kind, for what counts once: a second objection moves no term."""
        return next((een.op for een in self.van(soort)), None)

    def dag(self, soort: Soort) -> date | None:
        """The day of the last of a kind."""
        laatste = self.laatste(soort)
        return laatste.op if laatste else None


def _onderbrekingen(rij: _Rij[Aanmeldgebeurtenis]) -> tuple[Onderbreking, ...]:
    """Each time the parents were asked to complete it, with the first day after it on which they had."""
    aangevuld = [een.op for een in rij.van(Soort.AANGEVULD)]
    return tuple(
        Onderbreking(
            van=een.op,
            uiterlijk_op=een.uiterlijk_op,
            aangevuld_op=next((dag for dag in aangevuld if dag >= een.op), None),
        )
        for een in rij.van(Soort.AANVULLING_GEVRAAGD)
    )


def _bevinding(rij: _Rij[Aanmeldgebeurtenis]) -> str:
    """What the school found the child to need; empty as long as it did not look."""
    onderzoek = rij.laatste(Soort.ONDERZOEK)
    return onderzoek.bevinding if onderzoek else ""


def _ondersteuning(rij: _Rij[Aanmeldgebeurtenis]) -> bool | None:
    bevinding = _bevinding(rij)
    return bevinding != Hulpvraag.GEEN if bevinding else None


def laatst_gezegd(gebeurtenissen: list[Aanmeldgebeurtenis]) -> tuple[Gevraagdeschool, ...]:
    """What each other school said last, whenever that was; what a decision rests on is of its own day."""
    return _scholen(_Rij(geldige(gebeurtenissen)))


def _scholen[G: (Aanmeldgebeurtenis, Verwijdergebeurtenis)](rij: _Rij[G]) -> tuple[Gevraagdeschool, ...]:
    """Each school that was asked, with its last yes and whether it took that back."""
    namen: dict[str, list[G]] = {}
    soorten = (Soort.SCHOOL_GEVRAAGD, Soort.SCHOOL_BEREID, Soort.SCHOOL_NIET_BEREID, Soort.BEREIDHEID_INGETROKKEN)
    for een in rij.van(*soorten):
        namen.setdefault(een.school.casefold(), []).append(een)
    return tuple(_school(van_school) for van_school in namen.values())


def _school[G: (Aanmeldgebeurtenis, Verwijdergebeurtenis)](gebeurtenissen: list[G]) -> Gevraagdeschool:
    bereid = [een for een in gebeurtenissen if een.soort == Soort.SCHOOL_BEREID]
    nee = {Soort.SCHOOL_NIET_BEREID.value, Soort.BEREIDHEID_INGETROKKEN.value}
    soorten = [een.schoolsoort for een in gebeurtenissen if een.schoolsoort]
    plek = gebeurtenissen.index(bereid[-1]) if bereid else 0
    daarna = [een.op for een in gebeurtenissen[plek:] if een.soort in nee]
    return Gevraagdeschool(
        naam=gebeurtenissen[0].school,
        gevraagd_op=gebeurtenissen[0].op,
        bereid_op=bereid[-1].op if bereid else None,
        ingetrokken_op=daarna[0] if bereid and daarna else None,
        soort=Andereschool(soorten[-1]) if soorten else None,
        tlv=Tlvstand(bereid[-1].tlv) if bereid and bereid[-1].tlv else None,
    )


def _vol(rij: _Rij[Aanmeldgebeurtenis]) -> Volleschool | None:
    vol = rij.laatste(Soort.SCHOOL_VOL)
    if vol is None:
        return None
    return Volleschool(
        vol_op=vol.op,
        beleid_gepubliceerd_op=vol.vooraf_op,
        beleid_genoteerd_op=vol.beleid_genoteerd_op,
        eerder_openbaar=vol.doorbreking,
        is_beleid_gevolgd=vol.is_gevolgd,
        leerjaar=vol.leerjaar,
    )


def _grondslag(rij: _Rij[Aanmeldgebeurtenis]) -> Grondslagvraag | None:
    nee = rij.laatste(Soort.GRONDSLAG_GEWEIGERD)
    if nee is None:
        return None
    return Grondslagvraag(gevraagd_op=nee.vooraf_op or nee.op, geweigerd_op=nee.op, openbare_school=nee.school)


def _besluit(besluit: Aanmeldgebeurtenis) -> Besluit:
    """As it was written down; its letter to the parents was made at that moment."""
    return Besluit(
        soort=Toelatingsbesluit(besluit.uitkomst),
        op=besluit.op,
        bekendgemaakt_op=max(besluit.op, timezone.localtime(besluit.vastgelegd_op).date()),
        grond=Weigeringsgrond(besluit.grond or Weigeringsgrond.ANDERS.value),
        motivering=besluit.tekst,
    )


def get_verwijderingsfeiten(
    *, verwijdering: Verwijdering, gebeurtenissen: Iterable[Verwijdergebeurtenis], beleid: Toelatingsbeleid | None
) -> Verwijderingsfeiten:
    """What is known of one removal, as the rules ask for it; what was taken back is not in it.

    The parents are heard twice when they object: before the decision, and about their objection.
    """
    tellend: list[Verwijdergebeurtenis] = geldige(gebeurtenissen)
    rij: _Rij[Verwijdergebeurtenis] = _Rij(tellend)
    besluit, beslist = rij.laatste(Soort.BESLUIT), rij.laatste(Soort.BEZWAAR_BESLIST)
    voor: _Rij[Verwijdergebeurtenis] = _Rij([een for een in tellend if besluit is None or een.pk < besluit.pk])
    na: _Rij[Verwijdergebeurtenis] = _Rij([een for een in tellend if besluit is not None and een.pk > besluit.pk])
    return Verwijderingsfeiten(
        voorgenomen_op=voorgenomen_op(verwijdering),
        is_openbaar=beleid is not None and beleid.is_openbaar,
        leraar_gehoord_op=voor.dag(Soort.LEERKRACHT_GEHOORD),
        ouders_gehoord_op=voor.dag(Soort.OUDERS_GEHOORD),
        scholen=_scholen(voor),
        scholen_nu=_scholen(rij) if besluit else None,
        besloten_op=besluit.op if besluit else None,
        motivering=besluit.tekst if besluit else "",
        gemeente_op=rij.dag(Soort.GEMEENTE_GEMELD),
        elders_ingeschreven_op=rij.dag(Soort.ELDERS_INGESCHREVEN),
        uitgeschreven_op=verwijdering.leerling.uitgeschreven_op,
        ingetrokken_op=rij.dag(Soort.INGETROKKEN),
        afwijking=Afwijking(op=besluit.op, reden=besluit.doorbreking) if besluit and besluit.doorbreking else None,
        bezwaar_op=rij.dag(Soort.BEZWAAR),
        gehoord_op=na.dag(Soort.OUDERS_GEHOORD),
        geschil_op=rij.dag(Soort.GPO_GEVRAAGD),
        oordeel_op=rij.dag(Soort.GPO_OORDEEL),
        reactie_op=rij.dag(Soort.GPO_REACTIE),
        beslist_op=beslist.op if beslist else None,
        is_herroepen=beslist is not None and beslist.uitkomst == Bezwaaruitkomst.GEGROND,
    )


def voorgenomen_op(verwijdering: Verwijdering) -> date:
    """The day on which the parents heard of it; of an older row the day on which it was written down."""
    return verwijdering.voorgenomen_op or timezone.localtime(verwijdering.begonnen_op).date()


def get_schorsingsfeiten(
    *, schorsing: Schorsing, andere: Iterable[Schorsing] = (), vrij: frozenset[date] = frozenset()
) -> Schorsingsfeiten:
    """What is known of one suspension, beside the others of that pupil; its letter was made with the decision."""
    besloten_op = timezone.localtime(schorsing.besloten_op).date()
    return Schorsingsfeiten(
        besloten_op=besloten_op,
        van=schorsing.geldig_van,
        tot_en_met=schorsing.geldig_tot_en_met,
        motivering=schorsing.reden,
        brief_op=besloten_op,
        gemeld_op=schorsing.inspectie_gemeld_op,
        andere=tuple(get_schorsingsdagen(een for een in andere if een.pk != schorsing.pk)),
        vrij=vrij,
    )


def get_schorsingsdagen(schorsingen: Iterable[Schorsing]) -> Iterable[Periode]:
    """The days of the suspensions that stand."""
    return [Periode(een.geldig_van, een.geldig_tot_en_met) for een in schorsingen if een.ingetrokken_op is None]
