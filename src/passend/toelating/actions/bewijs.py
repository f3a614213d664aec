"""What must be true of a step before it can be evidence: asked in time, another school, a group that is full."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils import timezone

from passend.begrippen.aanmelding import Andereschool, Hulpvraag, Plaatsstand, Tlvstand
from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.organisaties.models import Vestiging
from passend.regels.andereschool import check_tlvkeuze
from passend.regels.toelatingstermijnen import besluittermijn
from passend.regels.volleschool import check_eerder_openbaar
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.bekendeschool import (
    VAN_SCHOOL,
    Bedoeld,
    check_soort_in_naam,
    check_te_vinden,
    find_bedoelde,
)
from passend.toelating.models import Aanmeldgebeurtenis
from passend.toelating.queries.aanmeldingen import geldige, get_gezegde_ruimte, get_ruimte
from passend.toelating.queries.schoolruimte import zegt_openbaar
from passend.toelating.queries.zaken import Zaak

LEERJAREN = range(1, 9)
LANGSTE_AANVULLING = timedelta(weeks=6)  # as long as the whole term; our choice, the law says "reasonable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenisgegevens:
    """What is noted of one thing that happened.

    `plaats` goes with a school that somebody typed; `doorbreking`: why an objection that came too late is looked at, or
    where the policy of a full group was public before it was written down. Only `met_beleid` says when that was.
    `is_openbaar_nagekeken`: who notes the school nearby checked that it is a public one, where it does not say so
    itself. It is asked and not kept: there is no such note without it, and that says which school, when and by whom.
    """

    op: date
    tekst: str = ""
    uiterlijk_op: date | None = None
    vooraf_op: date | None = None
    bevinding: str = ""
    school: str = ""
    plaats: str = ""
    vestiging: Vestiging | None = None
    schoolsoort: str = ""
    tlv: str = ""
    leerjaar: int | None = None
    bewijs_adres: str = ""
    is_gevolgd: bool = False
    doorbreking: str = ""
    beleid_genoteerd_op: date | None = None
    is_openbaar_nagekeken: bool = False


NIET_BEWAARD = frozenset({"plaats", "is_openbaar_nagekeken"})
"""What is asked of an event, and is no column of its row."""


def met_school(zaak: Zaak, soort: Soort, gegevens: Gebeurtenisgegevens) -> Gebeurtenisgegevens:
    """With the school that is meant, chosen or typed, and what that school says of itself."""
    school = gegevens.school
    if gegevens.plaats.strip() and gegevens.vestiging is None:
        school = f"{school.strip()}, {gegevens.plaats.strip()}"
    gezegd = Bedoeld(school=school, vestiging=gegevens.vestiging, schoolsoort=gegevens.schoolsoort)
    bedoeld = find_bedoelde(soort, gezegd, eerder=geldige(zaak.gebeurtenissen))
    return replace(gegevens, school=bedoeld.school, vestiging=bedoeld.vestiging, schoolsoort=bedoeld.schoolsoort)


def met_beleid(zaak: Zaak, soort: Soort, gegevens: Gebeurtenisgegevens, op: date) -> Gebeurtenisgegevens:
    """With the day on which the policy of a full group was written down, kept with it: a policy can change later."""
    if soort is not Soort.SCHOOL_VOL:
        return replace(gegevens, beleid_genoteerd_op=None)
    is_dit = zaak.beleid is not None and zaak.beleid.beleid_adres == gegevens.bewijs_adres
    genoteerd = zaak.beleid.beleid_genoteerd_op if zaak.beleid is not None and is_dit else op
    return replace(gegevens, beleid_genoteerd_op=genoteerd)


def check_bewijs(zaak: Zaak, soort: Soort, gegevens: Gebeurtenisgegevens) -> None:
    """Refuse a step that would be no evidence.

    Raises:
        ToelatingError: idem; the text says why and what to do.
    """
    if soort in _CHECKS:
        _CHECKS[soort](zaak, gegevens)


def _check_op_tijd(zaak: Zaak, gegevens: Gebeurtenisgegevens) -> None:
    """Once the term is over nothing stops it any more: asking would only tell parents so (WPO 63 lid 4, Awb 4:15)."""
    _check_redelijk(gegevens)
    termijn = besluittermijn(zaak.feiten, peildatum=gegevens.op)
    if termijn is not None and gegevens.op > termijn.uiterlijk:
        raise ToelatingError(
            f"Het besluit moest er uiterlijk op {termijn.uiterlijk:%d-%m-%Y} zijn. Daarna zet een vraag om gegevens de "
            "klok niet meer stil. Bel of mail de ouders als u nog iets nodig heeft, en beslis zo snel mogelijk."
        )


def _check_redelijk(gegevens: Gebeurtenisgegevens) -> None:
    """Parents get some weeks to complete it; a longer stop would put off the decision without end (Awb 4:5, 4:15)."""
    weken = LANGSTE_AANVULLING // timedelta(weeks=1)
    if gegevens.uiterlijk_op is not None and gegevens.uiterlijk_op > gegevens.op + LANGSTE_AANVULLING:
        raise ToelatingError(
            f"Geef de ouders hoogstens {weken} weken: zolang staat de klok stil. Is er dan nog "
            "iets nodig, vraag het dan opnieuw."
        )


def _van_deze_school(zaak: Zaak, naam: str) -> list[Aanmeldgebeurtenis]:
    zelfde = naam.casefold().strip()
    return [
        een
        for een in geldige(zaak.gebeurtenissen)
        if een.soort in VAN_SCHOOL and een.school.casefold().strip() == zelfde
    ]


def _check_andere_school(zaak: Zaak, gegevens: Gebeurtenisgegevens) -> None:
    """A question goes to another school, that can be found, and that did not answer yet."""
    _check_te_vinden(zaak, gegevens, "Dit is deze school zelf. Vraag een andere school of zij het kind wil toelaten.")
    check_soort_in_naam(Bedoeld(school=gegevens.school, vestiging=gegevens.vestiging, schoolsoort=gegevens.schoolsoort))
    eerder = _van_deze_school(zaak, gegevens.school)
    if eerder and eerder[-1].soort == Soort.SCHOOL_GEVRAAGD:
        raise ToelatingError(f"Deze school vroeg u al, op {eerder[-1].op:%d-%m-%Y}. Noteer haar antwoord.")
    if eerder and eerder[-1].soort == Soort.SCHOOL_BEREID:
        raise ToelatingError("Deze school zei al ja. U hoeft haar niet nog eens te vragen.")


def _check_te_vinden(zaak: Zaak, gegevens: Gebeurtenisgegevens, is_deze: str) -> None:
    """Another school than this one, with its place, so that whoever reads it knows which."""
    check_te_vinden(zaak.aanmelding.vestiging, gegevens.school, gegevens.vestiging, is_deze=is_deze)


def check_codes(*, bevinding: str = "", schoolsoort: str = "", tlv: str = "", leerjaar: int | None = None) -> None:
    """Refuse a choice that there is not: whoever reads the case finds only what has a name.

    Raises:
        ToelatingError: idem.
    """
    if bevinding and bevinding not in set(Hulpvraag):
        raise ToelatingError("Kies wat het kind nodig heeft.")
    if schoolsoort and schoolsoort not in set(Andereschool):
        raise ToelatingError("Kies wat voor school het is.")
    if tlv and tlv not in set(Tlvstand):
        raise ToelatingError("Kies hoe het met de toelaatbaarheidsverklaring staat.")
    if leerjaar is not None and leerjaar not in LEERJAREN:
        raise ToelatingError("Kies een groep van 1 tot en met 8.")


def _check_antwoord(zaak: Zaak, gegevens: Gebeurtenisgegevens) -> None:
    """An answer comes on or after the day of the question; the last one counts."""
    gevraagd = [een for een in _van_deze_school(zaak, gegevens.school) if een.soort == Soort.SCHOOL_GEVRAAGD]
    if gevraagd and gegevens.op < gevraagd[0].op:
        raise ToelatingError(
            f"Dit antwoord ligt voor de dag waarop u de school vroeg ({gevraagd[0].op:%d-%m-%Y}). Kijk de datum na."
        )


def _check_terug(zaak: Zaak, gegevens: Gebeurtenisgegevens) -> None:
    """A school takes back a yes that it gave on or before that day."""
    _check_antwoord(zaak, gegevens)
    ja = [een.op for een in _van_deze_school(zaak, gegevens.school) if een.soort == Soort.SCHOOL_BEREID]
    if ja and gegevens.op < (gezegd_op := min(ja)):
        raise ToelatingError(f"Dit ligt voor de dag waarop de school ja zei ({gezegd_op:%d-%m-%Y}). Kijk de datum na.")


def _check_ja(zaak: Zaak, gegevens: Gebeurtenisgegevens) -> None:
    """A yes is of somebody; one of special education says how the verklaring stands (WPO 40 lid 8, WEC 40 lid 10)."""
    _check_antwoord(zaak, gegevens)
    if not gegevens.tekst.strip():
        raise ToelatingError("Schrijf op wie van die school ja zei.")
    if bezwaren := check_tlvkeuze(gegevens.schoolsoort, gegevens.tlv):
        raise ToelatingError(*(bezwaar.zin for bezwaar in bezwaren))


def _check_vol(zaak: Zaak, gegevens: Gebeurtenisgegevens) -> None:
    """A group is full for one child only when the school tells everybody so, by the policy that it told too."""
    leerjaar, vestiging, beleid = gegevens.leerjaar, zaak.aanmelding.vestiging, zaak.beleid
    if leerjaar is None:
        raise ToelatingError("Kies welke groep vol is.")
    if not gegevens.tekst.strip():
        raise ToelatingError("Schrijf op hoeveel plaatsen de groep heeft, en hoeveel kinderen erin zitten.")
    if gegevens.doorbreking.strip() and (zin := check_eerder_openbaar(gegevens.doorbreking)):
        raise ToelatingError(zin)
    ruimte = get_ruimte(vestiging=vestiging, leerjaar=leerjaar, dag=gegevens.op)
    if ruimte is None or ruimte.stand != Plaatsstand.VOL:
        raise ToelatingError(
            f"De school zegt op haar pagina niet dat groep {leerjaar} vol is: ouders lezen daar dat er plaats is. Is "
            "de groep vol, zet dat dan eerst bij Plaats en beleid."
        )
    gezegd = get_gezegde_ruimte(vestiging=vestiging, leerjaar=leerjaar, dag=gegevens.op)
    if gezegd is None or gezegd.stand != Plaatsstand.VOL:
        pas = timezone.localtime(ruimte.vastgelegd_op).date()
        raise ToelatingError(
            f"De school zei pas op {pas:%d-%m-%Y} op haar pagina dat groep {leerjaar} vol is; tot dan lazen ouders dat "
            "er plaats is. Voor dit kind telt het vanaf die dag."
        )
    sinds = beleid.beleid_sinds if beleid else None
    if sinds is not None and gegevens.vooraf_op is not None and gegevens.vooraf_op < sinds:
        raise ToelatingError(
            f"Bij Plaats en beleid staat dat het toelatingsbeleid openbaar is sinds {sinds:%d-%m-%Y}. Een eerdere dag "
            "klopt daar niet mee."
        )


def _check_openbare_school(zaak: Zaak, gegevens: Gebeurtenisgegevens) -> None:
    """A school that is named as the public one nearby is another school, can be found, and is public (WPO 58 lid 1).

    As it says itself; where it said nothing, as who notes it says that they checked.
    """
    if not gegevens.school.strip():
        return  # there is none: noted, and then the gate stays shut (WPO 58 lid 1)
    _check_te_vinden(zaak, gegevens, "Dit is deze school zelf. Noem een openbare school, of laat het leeg.")
    zegt = zegt_openbaar(vestiging=gegevens.vestiging) if gegevens.vestiging is not None else None
    if zegt is False:
        raise ToelatingError(f"{gegevens.school} zegt zelf dat zij geen openbare school is. Kies een openbare school.")
    if zegt is None and not gegevens.is_openbaar_nagekeken:
        raise ToelatingError(
            f"{gegevens.school} zei in Passend niet of zij een openbare school is. Kijk het na, bijvoorbeeld in haar "
            "schoolgids of op haar website, en zet dan het vinkje dat u dat deed."
        )


_CHECKS: Mapping[Soort, Callable[[Zaak, Gebeurtenisgegevens], None]] = {
    Soort.AANVULLING_GEVRAAGD: _check_op_tijd,
    Soort.SCHOOL_GEVRAAGD: _check_andere_school,
    Soort.SCHOOL_BEREID: _check_ja,
    Soort.SCHOOL_NIET_BEREID: _check_antwoord,
    Soort.BEREIDHEID_INGETROKKEN: _check_terug,
    Soort.SCHOOL_VOL: _check_vol,
    Soort.GRONDSLAG_GEWEIGERD: _check_openbare_school,
}
