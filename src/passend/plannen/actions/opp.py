"""Beginning, writing, talking over and setting an ontwikkelingsperspectief."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from passend.begrippen.opp import Oppaanleiding
from passend.begrippen.rollen import Reden
from passend.leerlingen.actions.leerlingen import LeerlingError, log_leerling
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.leerlingen.permissions import Inzage, get_inzage, require
from passend.plannen.actions.oppvorig import keep_inhoud
from passend.plannen.models import Opp, Oppdeelname, Oppoverleg, Oppversie
from passend.plannen.permissions import (
    WIE_LEIDT_OPP,
    WIE_SCHRIJFT_OPP,
    readable_klassen,
    why_may_lead_opp,
    why_may_write_opp,
)
from passend.plannen.queries.opp import get_oppfeiten, list_gezag, teksten
from passend.plannen.queries.oppregels import get_oppbegin
from passend.regels.inschrijving import bezwaar_als_weg
from passend.regels.opp import check_vaststelling
from passend.regels.oppdelen import JA, NEE, OP_CODE, UITSTROOMBESTEMMINGEN, heeft_begeleiding
from passend.regels.tekstmerk import gaat_verder
from passend.toegang.models import Account

LANGSTE_DEEL = 6_000
AL_VAST = "Dit plan is al vastgesteld en verandert niet meer. Maak een nieuwe versie om iets aan te passen."
_LOOPT_AL = "Er loopt al een ontwikkelingsperspectief voor deze leerling. Ga daarmee verder."


class OppError(LeerlingError):
    """Something about a plan that cannot be; the text says what to do."""


class OppGelijktijdigError(OppError):
    """Somebody else saved the same part first; `huidig` is what stands there now."""

    def __init__(self, huidig: Mapping[str, Any]) -> None:
        super().__init__("Iemand anders veranderde dit terwijl u typte. Kies wat er moet staan: er is niets weg.")
        self.huidig = huidig


@transaction.atomic
def start_opp(
    *, actor: Account, leerling: Leerling, aanleiding: Oppaanleiding, begonnen_op: date | None, op: datetime
) -> Oppversie:
    """Begin a plan; its first version is a concept. Who came with extra support needs no day: the file has it.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OppError: there is one already, the pupil left, or the day cannot be right.
    """
    _inzage, reden = leid(actor, leerling, op)
    check_op_school(leerling, op)
    begonnen_op = begin_van(leerling, aanleiding, begonnen_op, op)
    if Opp.objects.filter(leerling=leerling, geeindigd_op__isnull=True, ingetrokken_op__isnull=True).exists():
        raise OppError(_LOOPT_AL)
    try:
        with transaction.atomic():
            opp = Opp.objects.create(
                bestuur_id=leerling.bestuur_id,
                leerling=leerling,
                aanleiding=aanleiding.value,
                begonnen_op=begonnen_op,
                gemaakt_op=op,
                gemaakt_door=actor,
            )
    except IntegrityError as fout:  # two people at once
        raise OppError(_LOOPT_AL) from fout
    versie = Oppversie.objects.create(
        bestuur_id=leerling.bestuur_id, opp=opp, nummer=1, inhoud=get_oppbegin(leerling=leerling, op=op), begonnen_op=op
    )
    log_leerling(actor, leerling, "start_opp", reden, op)
    return versie


@transaction.atomic
def save_oppdeel(
    *, actor: Account, versie: Oppversie, code: str, tekst: str, gezien: int, op: datetime
) -> Mapping[str, Any]:
    """Save one part of a concept, on top of what the writer saw.

    Saving the same words again changes nothing.

    Args:
        actor: who writes.
        versie: the version that is written.
        code: the part.
        tekst: its words.
        gezien: the number of the part that the writer saw; 0 when it was empty.
        op: the moment.

    Raises:
        GeenToegangError: the actor does not write in this file, or may not see this part.
        OppGelijktijdigError: somebody else saved it in the meantime.
        OppError: it is set already, it is too long, or it is no choice of this part.
    """
    leerling = versie.opp.leerling
    inzage, reden = schrijft(actor, leerling, op)
    deel = OP_CODE.get(code)
    if deel is None or deel.soort in {"stem", "regels"}:
        raise OppError("Dit onderdeel is er niet. Laad de pagina opnieuw.")
    require(reden if deel.klasse in readable_klassen(inzage) else None, WIE_LEIDT_OPP)
    woorden = _check_tekst(deel.soort, tekst)
    nu = lock_concept(versie)
    huidig: dict[str, Any] = nu.inhoud.get(code, {"tekst": "", "versie": 0})
    if huidig["tekst"] == woorden:
        return huidig
    is_vervolg = deel.soort == "tekst" and gaat_verder(huidig["tekst"], woorden)
    if huidig["versie"] != gezien and not is_vervolg:
        raise OppGelijktijdigError(huidig)
    nieuw = {
        "tekst": woorden,
        "versie": huidig["versie"] + 1,
        "door": str(actor),
        "op": op.isoformat(timespec="seconds"),
    }
    keep_inhoud(nu, op)
    nu.inhoud = {**nu.inhoud, code: nieuw}
    nu.save(update_fields=["inhoud"])
    versie.inhoud = nu.inhoud
    log_leerling(actor, leerling, "save_oppdeel", reden, op)
    return nieuw


@transaction.atomic
def offer_opp(*, actor: Account, versie: Oppversie, op: datetime) -> list[Ouderrelatie]:
    """Lay a concept before the parents: from now on they read it, and are asked what they think of it.

    When the handelingsdeel changed after an answer, that parent is asked anew (WPO 40a lid 2).

    Returns:
        The parents who are asked now; nobody when each of them was asked about what it says.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OppError: it is set already, the pupil left, or there is nothing yet to agree to.
    """
    leerling = versie.opp.leerling
    _inzage, reden = leid(actor, leerling, op)
    check_op_school(leerling, op)
    nu = lock_concept(versie)
    if not heeft_begeleiding(teksten(nu)):
        raise OppError("Schrijf eerst op welke begeleiding het kind krijgt. Daar vraagt u de ouders akkoord op.")
    gezag = list_gezag(leerling=leerling, peildatum=op.date())
    if nu.voorgelegd_op is None:
        nu.voorgelegd_op, gevraagd = op, gezag
        nu.save(update_fields=["voorgelegd_op"])
    else:
        antwoorden = get_oppfeiten(versie=nu, op=op).antwoorden
        gevraagd = [ouder for ouder in gezag if ouder.pk in antwoorden and not antwoorden[ouder.pk].is_over_dit]
        if gevraagd:
            nu.opnieuw_gevraagd_op = op
            nu.save(update_fields=["opnieuw_gevraagd_op"])
    if gevraagd:
        log_leerling(actor, leerling, "offer_opp", reden, op)
    versie.voorgelegd_op, versie.opnieuw_gevraagd_op = nu.voorgelegd_op, nu.opnieuw_gevraagd_op
    return gevraagd


@transaction.atomic
def record_oppoverleg(  # noqa: PLR0913 -- a talk has this many facts
    *,
    actor: Account,
    versie: Oppversie,
    dag: date,
    gezegd: str,
    gedaan: str,
    ouders: Mapping[Ouderrelatie, bool],
    op: datetime,
) -> Oppoverleg:
    """Note that the whole was talked over, with whom, and what came of it.

    `ouders` says of each parent who was asked whether they came.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OppError: nobody was asked, a parent has no authority, nothing was said, or the day is still to come.
    """
    leerling = versie.opp.leerling
    _inzage, reden = leid(actor, leerling, op)
    lock_concept(versie)
    check_dag(dag, op)
    gezag = {ouder.pk for ouder in list_gezag(leerling=leerling, peildatum=op.date())}
    if not ouders or not {ouder.pk for ouder in ouders} <= gezag:
        raise OppError("Kies met welke ouders u sprak, of wie u vroeg en niet kwam. Het gaat om ouders met gezag.")
    if not gezegd.strip():
        raise OppError("Schrijf op wat er is gezegd, ook als iedereen het eens was. Dan is later te zien hoe het ging.")
    overleg = Oppoverleg.objects.create(
        bestuur_id=versie.bestuur_id,
        versie=versie,
        op=dag,
        gezegd=gezegd.strip(),
        gedaan=gedaan.strip(),
        vastgelegd_op=op,
        vastgelegd_door=actor,
    )
    Oppdeelname.objects.bulk_create(
        [
            Oppdeelname(bestuur_id=versie.bestuur_id, overleg=overleg, ouder=ouder, is_verschenen=is_verschenen)
            for ouder, is_verschenen in ouders.items()
        ]
    )
    log_leerling(actor, leerling, "record_oppoverleg", reden, op)
    return overleg


@transaction.atomic
def set_opp(*, actor: Account, versie: Oppversie, op: datetime) -> None:
    """Set a version for the board; from now on it cannot change.

    Raises:
        GeenToegangError: the actor does not keep the pupils here.
        OppError: it is set already, the pupil left, or something the law asks is not there yet; the text is the first
            of what is not.
    """
    leerling = versie.opp.leerling
    _inzage, reden = leid(actor, leerling, op)
    check_op_school(leerling, op)
    nu = lock_concept(versie)
    bezwaren = check_vaststelling(get_oppfeiten(versie=nu, op=op), op=op.date())
    if bezwaren:
        raise OppError(bezwaren[0].zin)
    nu.vastgesteld_op, nu.vastgesteld_door = op, actor
    nu.save(update_fields=["vastgesteld_op", "vastgesteld_door"])
    versie.vastgesteld_op, versie.vastgesteld_door = op, actor
    log_leerling(actor, leerling, "set_opp", reden, op)


def leid(actor: Account, leerling: Leerling, op: datetime) -> tuple[Inzage | None, Reden]:
    """What somebody sees of a file, and why they lead its plan.

    Raises:
        GeenToegangError: they do not.
    """
    inzage = get_inzage(actor, leerling, op=op)
    return inzage, require(why_may_lead_opp(inzage) if inzage else None, WIE_LEIDT_OPP)


def lock_concept(versie: Oppversie) -> Oppversie:
    """The version as it stands now, held until the end of the transaction.

    Raises:
        OppError: it is set already.
    """
    nu = Oppversie.objects.select_for_update().get(pk=versie.pk)
    if nu.is_vastgesteld:
        raise OppError(AL_VAST)
    nu.opp = versie.opp
    return nu


def check_op_school(leerling: Leerling, op: datetime) -> None:
    """Refuse to begin or set anything for a pupil who left.

    Raises:
        OppError: they left before today.
    """
    if bezwaar := bezwaar_als_weg(leerling.uitgeschreven_op, op.date()):
        raise OppError(bezwaar)


def begin_van(leerling: Leerling, aanleiding: Oppaanleiding, begonnen_op: date | None, op: datetime) -> date:
    """The day the six weeks count from; for who came with extra support that is the enrolment (WPO 40a lid 3).

    Raises:
        OppError: there is no day, it is before the pupil was born or came to the school, still to come and not their
            first day here, or called the enrolment and another day than that.
    """
    if aanleiding is Oppaanleiding.INSCHRIJVING:
        if begonnen_op not in {None, leerling.ingeschreven_op}:
            raise OppError(
                f"Dit kind is ingeschreven op {leerling.ingeschreven_op:%d-%m-%Y}, en dan tellen de zes weken vanaf "
                "die dag. Laat de dag leeg. Kwam de extra ondersteuning later? Kies dan dat die hier begon, met die "
                "dag."
            )
        return leerling.ingeschreven_op
    if begonnen_op is None:
        raise OppError("Vul de dag in waarop de extra ondersteuning begon, of de plaatsing definitief werd.")
    if begonnen_op < leerling.geboren_op or begonnen_op > max(op.date(), leerling.ingeschreven_op):
        raise OppError("Deze dag kan niet kloppen. Vul de dag in waarop de school of de extra ondersteuning begon.")
    if begonnen_op < leerling.ingeschreven_op:
        raise OppError(
            f"Deze dag ligt voor de eerste dag op deze school, {leerling.ingeschreven_op:%d-%m-%Y}. Kijk het jaar na."
        )
    return begonnen_op


def check_dag(dag: date, op: datetime) -> None:
    """Refuse a day that is still to come.

    Raises:
        OppError: it is.
    """
    if dag > op.date():
        raise OppError("Deze dag moet nog komen. Vul de dag in waarop het was.")


def schrijft(actor: Account, leerling: Leerling, op: datetime) -> tuple[Inzage, Reden]:
    """What somebody sees of a file, and why they write the concept.

    Raises:
        GeenToegangError: they do not.
    """
    inzage = get_inzage(actor, leerling, op=op)
    reden = require(why_may_write_opp(inzage) if inzage else None, WIE_SCHRIJFT_OPP)
    assert inzage is not None  # noqa: S101 -- without it there is no reason
    return inzage, reden


def _check_tekst(soort: str, tekst: str) -> str:
    woorden = tekst.replace("\r\n", "\n").strip()
    keuzes: Collection[str] = {"keuze": UITSTROOMBESTEMMINGEN.keys(), "ja_nee": {JA, NEE}}.get(soort, ())
    if keuzes and woorden and woorden not in keuzes:
        raise OppError("Dit is geen van de keuzes. Laad de pagina opnieuw, en kies er een.")
    if len(woorden) > LANGSTE_DEEL:
        raise OppError(f"Dit is te lang: houd het bij {LANGSTE_DEEL} tekens. Een plan is kort, dan wordt het gelezen.")
    return woorden
