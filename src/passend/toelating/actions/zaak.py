"""What happens to a registration, each a row that stays; a gate of which something is missing lets nothing through."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.rollen import Reden
from passend.regels.aanmeldingsfeiten import Verlenging
from passend.regels.bezwaar import check_bezwaar
from passend.regels.tlv import check_tlv
from passend.regels.toelatingsstand import bezwaarfeiten_van
from passend.regels.verlengingspoort import check_verlenging
from passend.regels.zaakstappen import waarom_niet, zaakfase
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import INSTALLATIE, ToelatingError, check_adres, log_aanmelding
from passend.toelating.actions.bewijs import (
    NIET_BEWAARD,
    Gebeurtenisgegevens,
    check_bewijs,
    check_codes,
    met_beleid,
    met_school,
)
from passend.toelating.actions.herhaling import find_herhaling
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding
from passend.toelating.permissions import WIE_BEHEERT, require, why_may_manage
from passend.toelating.queries.aanmeldingen import geldige
from passend.toelating.queries.hulp import get_hulpverloop
from passend.toelating.queries.zaken import Zaak, get_zaak

__all__ = ["Gebeurtenisgegevens"]

LANGSTE_TEKST, LANGSTE_SCHOOL = 20_000, 160
VRIJ: Mapping[Soort, tuple[tuple[str, str], ...]] = {
    Soort.ONTVANGST_GEMELD: (),
    Soort.AANVULLING_GEVRAAGD: (
        ("tekst", "Schrijf op wat er nog ontbreekt."),
        ("uiterlijk_op", "Vul in tot en met welke dag de ouders de tijd krijgen."),
    ),
    Soort.AANGEVULD: (),
    Soort.ONDERZOEK: (
        ("bevinding", "Kies wat het kind nodig heeft."),
        ("tekst", "Schrijf op waar u dat op baseert."),
    ),
    Soort.OUDERS_GEHOORD: (("tekst", "Schrijf kort op wat de ouders zeiden."),),
    Soort.SCHOOL_GEVRAAGD: (("school", "Kies of typ welke school u vraagt."),),
    Soort.SCHOOL_BEREID: (("school", "Kies welke school bereid is."),),
    Soort.SCHOOL_NIET_BEREID: (("school", "Kies welke school niet bereid is."),),
    Soort.BEREIDHEID_INGETROKKEN: (("school", "Kies welke school haar ja intrekt."),),
    Soort.SCHOOL_VOL: (
        ("vooraf_op", "Vul in sinds wanneer het toelatingsbeleid openbaar is."),
        ("bewijs_adres", "Vul het adres in van het toelatingsbeleid dat openbaar is."),
    ),
    Soort.GRONDSLAG_GEWEIGERD: (
        ("vooraf_op", "Vul in wanneer u de ouders vroeg de grondslag te respecteren."),
        ("tekst", "Schrijf op wat de ouders antwoordden."),
    ),
    Soort.OPGESCHAALD: (("tekst", "Schrijf op welke hulp u het samenwerkingsverband vraagt."),),
    Soort.BEZWAAR: (("tekst", "Schrijf op waartegen het bezwaar is."),),
    Soort.GPO_GEVRAAGD: (),
    Soort.GPO_OORDEEL: (("tekst", "Schrijf op wat de commissie vond."),),
    Soort.ELDERS_INGESCHREVEN: (
        ("school", "Vul in op welke school het kind staat ingeschreven."),
        ("tekst", "Schrijf op van wie u dit hoorde, en waar het bewijs staat."),
    ),
    Soort.INGETROKKEN: (("tekst", "Schrijf op hoe de ouders dit lieten weten, en waarom als zij dat zeiden."),),
    Soort.TLV_GEGEVEN: (
        ("tekst", "Vul het nummer in dat op de verklaring staat."),
        ("vooraf_op", "Vul in op welke dag de verklaring is gegeven."),
        ("uiterlijk_op", "Vul in tot en met welke dag de verklaring geldt."),
    ),
    Soort.ZONDER_NUMMER: (),
    Soort.NUMMER_GEMELD: (("tekst", "Schrijf op hoe u het meldde, en waar het bewijs staat."),),
}
"""What can be noted without a gate, and what each asks; the days are checked for all."""
_NA: Mapping[Soort, tuple[Soort, str]] = {
    Soort.AANGEVULD: (
        Soort.AANVULLING_GEVRAAGD,
        "Op deze dag was nog niet om een aanvulling gevraagd. Kijk de datum na.",
    ),
    Soort.BEZWAAR: (Soort.BESLUIT, "Bezwaar kan pas na een besluit."),
    Soort.GPO_GEVRAAGD: (Soort.BESLUIT, "Naar de geschillencommissie gaan ouders na een besluit. Kijk de datum na."),
    Soort.ZONDER_NUMMER: (Soort.BESLUIT, "Dit speelt pas als het bestuur besloot het kind toe te laten."),
    Soort.NUMMER_GEMELD: (Soort.ZONDER_NUMMER, "Noteer eerst dat het kind nog geen nummer heeft."),
    Soort.GPO_OORDEEL: (Soort.GPO_GEVRAAGD, "De commissie is nog niet gevraagd."),
}
_BESLUIT_BLIJFT = "Een besluit haalt u niet weg. Neem een nieuw besluit, of beslis op het bezwaar."
BLIJFT: Mapping[Soort, str] = {
    Soort.BESLUIT: _BESLUIT_BLIJFT,
    Soort.BEZWAAR_BESLIST: _BESLUIT_BLIJFT,
    Soort.TIJDELIJK_GEPLAATST: _BESLUIT_BLIJFT,
    Soort.GPO_REACTIE: "De ouders en de commissie hebben de brief al. Dit blijft staan.",
    Soort.VERLENGD: "De ouders hebben de brief over de verlenging al, en verlengen mag maar één keer. Dit blijft "
    "staan. Kan het eerder, beslis dan eerder.",
}
"""What nobody takes back, and why: parents have the letter, and the law lets it happen once."""
_VAN_BEZWAAR: Mapping[Soort, str] = {
    Soort.BEZWAAR: "bezwaar_op",
    Soort.BEZWAAR_BESLIST: "beslist_op",
    Soort.GPO_GEVRAAGD: "geschil_op",
    Soort.GPO_OORDEEL: "oordeel_op",
}
_VAN_SCHOOL = {
    Soort.SCHOOL_BEREID: Soort.SCHOOL_GEVRAAGD,
    Soort.SCHOOL_NIET_BEREID: Soort.SCHOOL_GEVRAAGD,
    Soort.BEREIDHEID_INGETROKKEN: Soort.SCHOOL_BEREID,
}


@transaction.atomic
def record_gebeurtenis(
    *, actor: Account | None, aanmelding: Aanmelding, soort: Soort, gegevens: Gebeurtenisgegevens, op: datetime
) -> Aanmeldgebeurtenis:
    """Note something that happened to a registration; the same sent twice is noted once.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: something is missing, the day cannot be, or the case is closed.
    """
    reden = _mag(actor, aanmelding, op)
    zaak = hold_zaak(aanmelding)
    if soort not in VRIJ:
        raise ToelatingError("Dit gaat met een eigen formulier, want er hoort een controle bij.")
    gegevens = met_beleid(zaak, soort, met_school(zaak, soort, gegevens), op.date())
    if (al := find_herhaling(zaak.gebeurtenissen, soort, _waarden(gegevens))) is not None:
        return al
    check_fase(zaak, soort, op)
    _check_gegevens(soort, gegevens)
    check_dag(zaak, gegevens.op, op)
    if soort is Soort.AANVULLING_GEVRAAGD and gegevens.op != op.date():
        raise ToelatingError("Deze vraag gaat vandaag met een brief naar de ouders. Een andere dag kan niet.")
    _check_volgorde(zaak, soort, gegevens)
    check_bezwaarstap(zaak, soort, gegevens, op)
    check_bewijs(zaak, soort, gegevens)
    return leg_vast(actor, zaak, soort, gegevens, reden, op)


@transaction.atomic
def extend_toelatingstermijn(
    *, actor: Account | None, aanmelding: Aanmelding, dag: date, nieuwe_datum: date, motivering: str, op: datetime
) -> Aanmeldgebeurtenis:
    """Tell the parents that the decision takes longer: once, in time, with the shortest date and the reason.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: the term cannot be extended like this; the text says why.
    """
    reden = _mag(actor, aanmelding, op)
    zaak = hold_zaak(aanmelding)
    gegevens = Gebeurtenisgegevens(op=dag, uiterlijk_op=nieuwe_datum, tekst=motivering.strip())
    if (al := find_herhaling(zaak.gebeurtenissen, Soort.VERLENGD, _waarden(gegevens))) is not None:
        return al
    verlenging = Verlenging(op=dag, tot=nieuwe_datum, reden=motivering)
    if bezwaren := check_verlenging(zaak.feiten, verlenging, peildatum=op.date()):
        raise ToelatingError(*(bezwaar.zin for bezwaar in bezwaren))
    return leg_vast(actor, zaak, Soort.VERLENGD, gegevens, reden, op)


@transaction.atomic
def void_gebeurtenis(
    *, actor: Account, aanmelding: Aanmelding, gebeurtenis: Aanmeldgebeurtenis, reden_tekst: str, op: datetime
) -> Aanmeldgebeurtenis:
    """Say that something noted by mistake does not count; it stays to be read, with why.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: it was taken back already, has no reason, or is a decision or an extension that parents know.
    """
    reden = _mag(actor, aanmelding, op)
    zaak = hold_zaak(aanmelding)
    al = [een for een in zaak.gebeurtenissen if een.verwijst_naar_id == gebeurtenis.pk]
    if al and al[-1].tekst == reden_tekst.strip():
        al[-1].is_herhaald = True
        return al[-1]
    if gebeurtenis.pk not in {een.pk for een in geldige(zaak.gebeurtenissen)}:
        raise ToelatingError("Dit telt al niet meer mee.")
    if gebeurtenis.soort in BLIJFT:
        raise ToelatingError(BLIJFT[Soort(gebeurtenis.soort)])
    if not reden_tekst.strip():
        raise ToelatingError("Schrijf op waarom dit niet meetelt.")
    rij = Aanmeldgebeurtenis.objects.create(
        bestuur_id=aanmelding.bestuur_id,
        aanmelding=aanmelding,
        soort=Soort.VERVALLEN,
        op=op.date(),
        tekst=reden_tekst.strip(),
        verwijst_naar=gebeurtenis,
        vastgelegd_op=op,
        door=actor,
    )
    log_aanmelding(actor, aanmelding, "void_gebeurtenis", reden, op)
    return rij


def hold_zaak(aanmelding: Aanmelding) -> Zaak:
    """The case as it is now, held until the end, so that two people never decide at once."""
    vestiging = aanmelding.vestiging
    aanmelding = Aanmelding.objects.select_for_update().get(pk=aanmelding.pk)
    aanmelding.vestiging = vestiging
    return get_zaak(aanmelding=aanmelding)


def leg_vast(
    actor: Account | None,
    zaak: Zaak,
    soort: Soort,
    gegevens: Gebeurtenisgegevens,
    reden: Reden,
    op: datetime,
    **meer: str,
) -> Aanmeldgebeurtenis:
    """Write the row and the line in the log, of a step that can be taken now."""
    check_fase(zaak, soort, op)
    rij = Aanmeldgebeurtenis.objects.create(
        bestuur_id=zaak.aanmelding.bestuur_id,
        aanmelding=zaak.aanmelding,
        soort=soort,
        vastgelegd_op=op,
        door=actor,
        **{**_waarden(gegevens), **meer},
    )
    log_aanmelding(actor, zaak.aanmelding, f"record_{soort.value}", reden, op)
    return rij


def _waarden(gegevens: Gebeurtenisgegevens) -> dict[str, Any]:
    waarden = {veld: getattr(gegevens, veld) for veld in gegevens.__slots__ if veld not in NIET_BEWAARD}
    return waarden | {veld: waarden[veld].strip() for veld in ("tekst", "doorbreking")}


def _mag(actor: Account | None, aanmelding: Aanmelding, op: datetime) -> Reden:
    if actor is None:
        return INSTALLATIE
    return require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)


def check_fase(zaak: Zaak, soort: Soort, op: datetime) -> None:
    """Refuse a step that does not belong to what the case is at now, also from a page that was open since before.

    Raises:
        ToelatingError: idem; the sentence says what it is at.
    """
    if zin := waarom_niet(soort, zaakfase(zaak.feiten, peildatum=op.date())):
        raise ToelatingError(zin)
    if soort is Soort.GRONDSLAG_GEWEIGERD and zaak.feiten.is_openbaar:
        raise ToelatingError("Een openbare school heeft geen grondslag waarop zij kan weigeren.")
    if soort is Soort.INGETROKKEN and zaak.feiten.besluit is not None and zaak.aanmelding.leerling_id is not None:
        raise ToelatingError(
            "Het kind staat hier al ingeschreven. Gaat het naar een andere school, schrijf het dan uit."
        )


def check_dag(zaak: Zaak, dag: date, op: datetime) -> None:
    """Refuse a day that is still to come, or before the registration came in.

    Raises:
        ToelatingError: idem.
    """
    if dag > op.date():
        raise ToelatingError("Deze dag is nog niet geweest. Noteer iets pas als het gebeurd is.")
    if dag < zaak.aanmelding.ontvangen_op:
        raise ToelatingError("Deze dag ligt voor de ontvangst van de aanmelding. Kijk de datum na.")


def check_bezwaarstap(zaak: Zaak, soort: Soort, gegevens: Gebeurtenisgegevens, op: datetime) -> None:
    """Refuse a step of an objection that cannot be, or comes before what the law wants first (WPO 63 lid 3, 43 lid 4).

    Each happens once: the first objection counts, and a second one moves no day of the board.

    Raises:
        ToelatingError: idem; each sentence says what.
    """
    besluit = zaak.feiten.besluit
    if soort not in _VAN_BEZWAAR or besluit is None:
        return
    feiten = bezwaarfeiten_van(zaak.feiten, besluit)
    if getattr(feiten, _VAN_BEZWAAR[soort]) is not None:
        raise ToelatingError("Dit staat er al. Klopt het niet, zeg dan eerst bij wat er staat dat het niet klopt.")
    dag: dict[str, Any] = {_VAN_BEZWAAR[soort]: gegevens.op}
    al = {een.code for een in check_bezwaar(feiten, peildatum=op.date())}  # what was wrong before, this step mends not
    if soort is not Soort.BEZWAAR or gegevens.doorbreking.strip():
        al.add("bezwaar_te_laat")
    bezwaren = check_bezwaar(replace(feiten, **dag), peildatum=op.date())
    if blijft := [een for een in bezwaren if een.code not in al]:
        raise ToelatingError(*(bezwaar.zin for bezwaar in blijft))


def _check_gegevens(soort: Soort, gegevens: Gebeurtenisgegevens) -> None:
    for veld, zin in VRIJ[soort]:
        waarde = getattr(gegevens, veld)
        if not (waarde.strip() if isinstance(waarde, str) else waarde):
            raise ToelatingError(zin)
    check_codes(
        bevinding=gegevens.bevinding, schoolsoort=gegevens.schoolsoort, tlv=gegevens.tlv, leerjaar=gegevens.leerjaar
    )
    if max(len(gegevens.tekst), len(gegevens.doorbreking)) > LANGSTE_TEKST or len(gegevens.school) > LANGSTE_SCHOOL:
        raise ToelatingError("Dit is te lang. Maak het korter en probeer het opnieuw.")
    if gegevens.uiterlijk_op is not None and gegevens.uiterlijk_op <= gegevens.op:
        raise ToelatingError("De laatste dag ligt niet na de dag van de vraag. Kies een latere dag.")
    if gegevens.vooraf_op is not None and gegevens.vooraf_op > gegevens.op:
        raise ToelatingError("Deze twee dagen staan in de verkeerde volgorde. Kijk ze na.")
    if gegevens.bewijs_adres:
        check_adres(gegevens.bewijs_adres)
    if soort is Soort.TLV_GEGEVEN and (zin := _tlv(gegevens)):
        raise ToelatingError(zin)


def _tlv(gegevens: Gebeurtenisgegevens) -> str:
    if gegevens.vooraf_op is None or gegevens.uiterlijk_op is None:
        return ""
    return check_tlv(gegevens.vooraf_op, gegevens.uiterlijk_op)


def _check_volgorde(zaak: Zaak, soort: Soort, gegevens: Gebeurtenisgegevens) -> None:
    """Some things come only after others: an answer after a question, an objection after a decision."""
    tellend = geldige(zaak.gebeurtenissen)
    if soort in _NA:
        eerder, zin = _NA[soort]
        if not any(een.soort == eerder and een.op <= gegevens.op for een in tellend):
            raise ToelatingError(zin)
    if soort in _VAN_SCHOOL:
        naam = gegevens.school.casefold().strip()
        eerdere = {een.school.casefold() for een in tellend if een.soort == _VAN_SCHOOL[soort]}
        if naam not in eerdere:
            raise ToelatingError(
                "Deze school zei nog geen ja. Noteer eerst dat."
                if soort is Soort.BEREIDHEID_INGETROKKEN
                else "Deze school is nog niet gevraagd. Noteer eerst dat u haar vroeg."
            )
    if soort is Soort.OPGESCHAALD and (hulp := get_hulpverloop(zaak.gebeurtenissen)) is not None and hulp.is_open:
        raise ToelatingError(
            "Het samenwerkingsverband is al om hulp gevraagd. De adviseur leest mee met wat u hier noteert."
        )
