"""The letters to parents: made from what is known at that moment, and kept as they were sent."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from passend.begrippen.aanmelding import Aanmeldweg, Briefsoort, Gebeurtenissoort, Oudertaal, Tlvstand
from passend.begrippen.bijlage import Bijlage
from passend.begrippen.rollen import Reden
from passend.organisaties.models import Vestiging
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten, Gevraagdeschool
from passend.regels.andereschool import kunnen_toelaten
from passend.regels.bezwaar import beroep_uiterlijk_op, beslissing_uiterlijk_op, bezwaar_uiterlijk_op
from passend.regels.brieven.engels import maak_vertaling
from passend.regels.brieven.groet import geadresseerde
from passend.regels.brieven.toelating import Brieffeiten, maak_brief
from passend.regels.toelatingspoorten import check_besluit
from passend.regels.toelatingsstand import bezwaarfeiten_van, toelatingsstand
from passend.regels.toelatingstermijnen import besluittermijn, plaatsing_vanaf, toelating_van_rechtswege_vanaf
from passend.regels.volleschool import is_later_genoteerd
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import (
    CONTACT_STOND_ER,
    FORMULIER,
    Aanmelder,
    Kindgegevens,
    ToelatingError,
    add_aanmeldscan,
    check_kind,
    create_sleutel,
    log_aanmelding,
    register_aanmelding,
)
from passend.toelating.actions.contact import link_contacten
from passend.toelating.actions.dubbel import check_al_aangemeld, check_dubbel, find_herhaalde, hold_vestiging
from passend.toelating.actions.herhaling import find_herhaling
from passend.toelating.actions.twijfel import check_ver
from passend.toelating.actions.zaak import (
    Gebeurtenisgegevens,
    extend_toelatingstermijn,
    hold_zaak,
    leg_vast,
    record_gebeurtenis,
)
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding, Brief
from passend.toelating.permissions import WIE_BEHEERT, require, why_may_manage
from passend.toelating.queries.aanmeldingen import besluit_van, geldige, steunpunt_van
from passend.toelating.queries.zaken import Zaak, get_zaak

MET_BEZWAAR = frozenset({Briefsoort.GEWEIGERD, Briefsoort.NIET_BEHANDELD})
_VAN = {
    Briefsoort.AANVULLING: Gebeurtenissoort.AANVULLING_GEVRAAGD,
    Briefsoort.VERLENGING: Gebeurtenissoort.VERLENGD,
    Briefsoort.TIJDELIJK: Gebeurtenissoort.TIJDELIJK_GEPLAATST,
    Briefsoort.BEZWAAR: Gebeurtenissoort.BEZWAAR_BESLIST,
    Briefsoort.ELDERS: Gebeurtenissoort.ELDERS_INGESCHREVEN,
    Briefsoort.GPO_REACTIE: Gebeurtenissoort.GPO_REACTIE,
}


@transaction.atomic
def send_ontvangst(*, actor: Account | None, aanmelding: Aanmelding, op: datetime) -> Brief:
    """Tell the parents that it came in, on which day, and what happens next.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: they were told on an earlier day.
    """
    reden = FORMULIER if actor is None else require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    zaak = hold_zaak(aanmelding)
    if find_herhaling(zaak.gebeurtenissen, Gebeurtenissoort.ONTVANGST_GEMELD, {"op": op.date()}):
        return next(een for een in zaak.brieven if een.soort == Briefsoort.ONTVANGST)
    if any(een.soort == Gebeurtenissoort.ONTVANGST_GEMELD for een in geldige(zaak.gebeurtenissen)):
        raise ToelatingError("Het bericht van ontvangst is al gestuurd.")
    leg_vast(actor, zaak, Gebeurtenissoort.ONTVANGST_GEMELD, Gebeurtenisgegevens(op=op.date()), reden, op)
    return write_brief(actor, zaak, Briefsoort.ONTVANGST, reden, op)


def write_brief(actor: Account | None, zaak: Zaak, soort: Briefsoort, reden: Reden, op: datetime) -> Brief:
    """Make a letter of what is known now and keep it; part of the action it tells of."""
    zaak = get_zaak(aanmelding=zaak.aanmelding)
    feiten = replace(get_brieffeiten(zaak, soort, op.date()), door=str(actor or ""), functie=reden.code)
    brief = maak_brief(soort, feiten)
    is_engels = zaak.aanmelding.oudertaal == Oudertaal.ENGELS
    rij = Brief.objects.create(
        bestuur_id=zaak.aanmelding.bestuur_id,
        aanmelding=zaak.aanmelding,
        soort=soort,
        onderwerp=brief.onderwerp[:200],
        tekst="\n\n".join(brief.alineas),
        vertaling="\n\n".join(maak_vertaling(soort, feiten)) if is_engels else "",
        aan="\n".join(f"{een.naam} {een.email}".strip() for een in zaak.ouders) or geadresseerde(feiten.kind),
        vastgelegd_op=op,
        door=actor,
    )
    log_aanmelding(actor, zaak.aanmelding, f"send_brief_{soort.value}", reden, op)
    return rij


def get_brieffeiten(zaak: Zaak, soort: Briefsoort, dag: date) -> Brieffeiten:
    """What a letter of a kind says on a day."""
    aanmelding, feiten, beleid = zaak.aanmelding, zaak.feiten, zaak.beleid
    termijn = besluittermijn(feiten, peildatum=dag)
    basis = Brieffeiten(
        school=str(aanmelding.vestiging),
        aan=tuple(een.naam for een in zaak.ouders),
        bestuur=str(aanmelding.vestiging.bestuur),
        bezwaaradres=beleid.bezwaar_adres if beleid else "",
        kind=aanmelding.voornaam,
        op=dag,
        ontvangen_op=aanmelding.ontvangen_op,
        uiterlijk_op=termijn.uiterlijk if termijn else None,
        hooguit=termijn.hooguit if termijn and not termijn.is_verlengd and not aanmelding.is_asielzoeker else None,
        plaatsing_vanaf=plaatsing_vanaf(feiten),
        gewenst_op=aanmelding.gewenst_op,
        steunpunt=steunpunt_van(beleid, vestiging=aanmelding.vestiging),
        is_openbaar=feiten.is_openbaar,
        is_elders_ingeschreven=aanmelding.is_elders_ingeschreven,
        is_alsnog_toegelaten=feiten.is_alsnog_toegelaten,
        toegelaten_vanaf=toelating_van_rechtswege_vanaf(feiten),
    )
    if soort is Briefsoort.GPO_REACTIE:
        basis = replace(basis, oordeel_op=feiten.oordeel_op, uiterlijk_op=_beslissing_op_bezwaar(zaak, dag))
    if soort in _VAN:
        bron = _laatste(zaak, _VAN[soort])
        return replace(
            basis,
            motivering=bron.tekst,
            andere_school=bron.school,
            plaatsing_vanaf=basis.plaatsing_vanaf if soort is not Briefsoort.ELDERS else _recht_sinds(feiten, dag),
            uiterlijk_op=bron.uiterlijk_op or basis.uiterlijk_op,
            beroep_tot=beroep_uiterlijk_op(dag).dag if soort is Briefsoort.BEZWAAR else None,
        )
    if (besluit := besluit_van(zaak.gebeurtenissen)) and soort is not Briefsoort.ONTVANGST:
        bekend_op = _bekend_op(zaak, besluit)
        return replace(
            basis,
            motivering=besluit.tekst,
            grond=besluit.grond,
            is_zorgplichtig=feiten.is_zorgplichtig,
            doorbreking=besluit.doorbreking,
            ontbrak=_ontbrak(zaak),
            anders_bevonden=zaak.verschil.tekst if zaak.verschil else "",
            **_scholen_en_plaats(zaak, besluit),
            bezwaar_tot=bezwaar_uiterlijk_op(bekend_op, is_openbaar=feiten.is_openbaar).dag
            if soort in MET_BEZWAAR
            else None,
        )
    return basis


def _beslissing_op_bezwaar(zaak: Zaak, dag: date) -> date | None:
    """The last day for the decision on the objection that waits for it; None without one."""
    besluit = zaak.feiten.besluit
    if besluit is None or zaak.feiten.beslist_op is not None:
        return None
    termijn = beslissing_uiterlijk_op(bezwaarfeiten_van(zaak.feiten, besluit), peildatum=dag)
    return termijn.dag if termijn else None


def _recht_sinds(feiten: Aanmeldingsfeiten, dag: date) -> date | None:
    """Since when a child had a right to a temporary place that it has no more now it is enrolled elsewhere."""
    vanaf = plaatsing_vanaf(replace(feiten, is_elders_ingeschreven=False))
    return vanaf if vanaf is not None and vanaf <= dag else None


def _scholen_en_plaats(zaak: Zaak, besluit: Aanmeldgebeurtenis) -> dict[str, Any]:
    """What a letter with a decision says of other schools, of a full group and of a place that stops."""
    vol = [een for een in geldige(zaak.gebeurtenissen) if een.soort == Gebeurtenissoort.SCHOOL_VOL]
    is_geplaatst = zaak.aanmelding.leerling_id is not None or any(
        een.soort == Gebeurtenissoort.TIJDELIJK_GEPLAATST for een in geldige(zaak.gebeurtenissen)
    )
    stand, volle = toelatingsstand(zaak.feiten, peildatum=_bekend_op(zaak, besluit)), zaak.feiten.vol
    return {
        **scholen_in_brief(zaak.feiten.scholen, besluit.op, _bekend_op(zaak, besluit)),
        "groep": vol[-1].leerjaar if vol else None,
        "beleid_adres": vol[-1].bewijs_adres if vol else "",
        "is_beleid_gevolgd": volle is not None and volle.is_beleid_gevolgd and volle.vol_op <= besluit.op,
        "beleid_later_op": is_later_genoteerd(volle, zaak.feiten.verzocht_op) if volle else None,
        "beleid_eerder": volle.eerder_openbaar if volle else "",
        "openbare_school": zaak.feiten.grondslag.openbare_school if zaak.feiten.grondslag else "",
        "uitgeschreven_op": stand.uitgeschreven_op if is_geplaatst else None,
    }


def scholen_in_brief(scholen: Collection[Gevraagdeschool], *dagen: date) -> dict[str, Any]:
    """Which schools a letter says can admit the child on these days, and how the verklaring of each stands."""
    kunnen = kunnen_toelaten(scholen, *dagen)
    met_tlv = [een for een in kunnen if een.heeft_tlv_nodig]
    return {
        "bereid": tuple(een.naam for een in kunnen),
        "met_tlv": tuple(een.naam for een in met_tlv if een.tlv is Tlvstand.ER),
        "tlv_gevraagd": tuple(een.naam for een in met_tlv if een.tlv is Tlvstand.GEVRAAGD),
    }


def _bekend_op(zaak: Zaak, besluit: Aanmeldgebeurtenis) -> date:
    """The day on which the parents were told of the decision."""
    return zaak.feiten.besluit.bekend_op if zaak.feiten.besluit else besluit.op


def _ontbrak(zaak: Zaak) -> tuple[str, ...]:
    """The codes of what was missing when the board decided, for a letter that says so."""
    besluit = zaak.feiten.besluit
    if besluit is None:
        return ()
    bezwaren = check_besluit(replace(zaak.feiten, besluit=None), besluit, peildatum=besluit.bekend_op)
    return tuple(een.code for een in bezwaren)


def _laatste(zaak: Zaak, soort: Gebeurtenissoort) -> Aanmeldgebeurtenis:
    return [een for een in geldige(zaak.gebeurtenissen) if een.soort == soort][-1]


@transaction.atomic
def send_aanvulling(
    *, actor: Account, aanmelding: Aanmelding, gegevens: Gebeurtenisgegevens, op: datetime
) -> Aanmeldgebeurtenis:
    """Ask the parents to complete the file, today, by a letter: the clock stands still from the day they read it.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: what is missing or until when is not said.
    """
    reden = require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    soort, gegevens = Gebeurtenissoort.AANVULLING_GEVRAAGD, replace(gegevens, op=op.date())
    rij = record_gebeurtenis(actor=actor, aanmelding=aanmelding, soort=soort, gegevens=gegevens, op=op)
    if rij.is_herhaald:
        return rij
    write_brief(actor, hold_zaak(aanmelding), Briefsoort.AANVULLING, reden, op)
    return rij


@transaction.atomic
def send_elders(
    *, actor: Account, aanmelding: Aanmelding, gegevens: Gebeurtenisgegevens, op: datetime
) -> Aanmeldgebeurtenis:
    """Note that the child is enrolled elsewhere, and tell the parents, who can say that it is not so.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: it is not said which school, or of whom the school heard it.
    """
    reden = require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    voor = hold_zaak(aanmelding).feiten
    soort = Gebeurtenissoort.ELDERS_INGESCHREVEN
    rij = record_gebeurtenis(actor=actor, aanmelding=aanmelding, soort=soort, gegevens=gegevens, op=op)
    if voor.besluit is None and not voor.is_elders_ingeschreven:
        write_brief(actor, hold_zaak(aanmelding), Briefsoort.ELDERS, reden, op)
    return rij


@transaction.atomic
def send_verlenging(
    *, actor: Account, aanmelding: Aanmelding, nieuwe_datum: date, motivering: str, op: datetime
) -> Aanmeldgebeurtenis:
    """Extend the term today, and tell the parents by a letter.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: the term cannot be extended like this; the text says why.
    """
    reden = require(why_may_manage(actor, aanmelding.vestiging, op=op), WIE_BEHEERT)
    rij = extend_toelatingstermijn(
        actor=actor, aanmelding=aanmelding, dag=op.date(), nieuwe_datum=nieuwe_datum, motivering=motivering, op=op
    )
    if rij.is_herhaald:
        return rij
    write_brief(actor, hold_zaak(aanmelding), Briefsoort.VERLENGING, reden, op)
    return rij


@transaction.atomic
def receive_aanmelding(  # noqa: PLR0913 -- a registration has this many facts
    *,
    actor: Account | None,
    vestiging: Vestiging,
    kind: Kindgegevens,
    ouders: Sequence[Aanmelder],
    scan: Bijlage | None = None,
    is_andere: bool = True,
    is_ver: bool = True,
    op: datetime,
) -> tuple[Aanmelding, str]:
    """Take in a registration with its paper, its letter of receipt and the key of the parents, all of it or nothing.

    The same sent twice comes in once: then what there is comes back, without a key. Somebody at school says with
    `is_andere` that a child with the same name and birthday is another one; whoever sends it says with `is_ver` that a
    first school day of more than a year ahead is meant.

    Raises:
        GeenToegangError: the actor does not keep the registrations here.
        ToelatingError: a name or a parent is missing, or the days cannot be.
        DubbelError: the parents registered this child before, or the school noted it before.
        VerError: the first school day is far away, and nobody said that it is right.
    """
    if actor is not None:
        require(why_may_manage(actor, vestiging, op=op), WIE_BEHEERT)
    hold_vestiging(vestiging)
    if actor is None:
        check_al_aangemeld(vestiging=vestiging, kind=kind, ouders=ouders)
    elif al := find_herhaalde(door=actor, vestiging=vestiging, kind=kind, ouders=ouders):
        return al, ""
    if not is_ver:
        check_kind(kind, op)  # what cannot be is said before what is seldom meant
        check_ver(kind.gewenst_op, vandaag=op.date())
    if actor is not None and not is_andere:
        check_dubbel(vestiging, kind)
    aanmelding = register_aanmelding(actor=actor, vestiging=vestiging, kind=kind, ouders=ouders, op=op)
    aanmelding.vestiging = vestiging
    if scan is not None and actor is not None and kind.weg is Aanmeldweg.PAPIER:
        add_aanmeldscan(actor=actor, aanmelding=aanmelding, scan=scan, op=op)
    geheim = create_sleutel(actor=actor, aanmelding=aanmelding, op=op)
    link_contacten(aanmelding=aanmelding, reden=CONTACT_STOND_ER, op=op)
    send_ontvangst(actor=actor, aanmelding=aanmelding, op=op)
    return aanmelding, geheim
