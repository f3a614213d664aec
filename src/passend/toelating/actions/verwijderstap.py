"""What can be noted on the way to a removal, and when it cannot: every step after what it rests on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.termijn import Poortbezwaar
from passend.begrippen.toelating import Verwijderingsstand
from passend.organisaties.models import Vestiging
from passend.regels.andereschool import Schoolbericht, check_schoolbericht, check_tlvkeuze
from passend.regels.bezwaar import check_bezwaar
from passend.regels.parameterbestand import load_parameters
from passend.regels.verwijdering import (
    Verwijderingsfeiten,
    bezwaarfeiten_van_verwijdering,
    check_elders,
    verwijderingsstand,
)
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.actions.bekendeschool import (
    ANTWOORDEN,
    Bedoeld,
    check_soort_in_naam,
    check_te_vinden,
    find_bedoelde,
)
from passend.toelating.actions.bewijs import check_codes
from passend.toelating.actions.schorsen import check_lengte
from passend.toelating.queries.schorsing import Verwijderzaak

LANGSTE_SCHOOL = 160
ZELF = "Dit is deze school zelf. Vul een andere school in."
STAPPEN: Mapping[Soort, str] = {
    Soort.LEERKRACHT_GEHOORD: "Schrijf op wat de leerkracht zei.",
    Soort.OUDERS_GEHOORD: "Schrijf op wat de ouders zeiden.",
    Soort.SCHOOL_GEVRAAGD: "",
    Soort.SCHOOL_BEREID: "",
    Soort.SCHOOL_NIET_BEREID: "",
    Soort.BEREIDHEID_INGETROKKEN: "",
    Soort.GEMEENTE_GEMELD: "Schrijf op hoe u het meldde, en waar het bewijs staat.",
    Soort.ELDERS_INGESCHREVEN: "Schrijf op van wie u dit hoorde, en waar het bewijs staat.",
    Soort.BEZWAAR: "Schrijf op waartegen het bezwaar is.",
    Soort.GPO_GEVRAAGD: "",
    Soort.GPO_OORDEEL: "Schrijf op wat de commissie vond.",
}
"""What can be noted, and what is asked of it; what needs a letter goes by an action of its own."""
VOOR_BESLUIT = frozenset({Soort.LEERKRACHT_GEHOORD})
NA_BESLUIT = frozenset(
    {
        *(Soort.GEMEENTE_GEMELD, Soort.ELDERS_INGESCHREVEN, Soort.BEZWAAR),
        *(Soort.GPO_GEVRAAGD, Soort.GPO_OORDEEL),
    }
)
MAG_LAAT = frozenset({"bezwaar_te_laat"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijderstap:
    """One thing on the way to a removal; `doorbreking`: why an objection that came too late is looked at."""

    soort: Soort
    op: date
    tekst: str = ""
    school: str = ""
    vestiging: Vestiging | None = None
    schoolsoort: str = ""
    tlv: str = ""
    doorbreking: str = ""


def met_school(zaak: Verwijderzaak, stap: Verwijderstap) -> Verwijderstap:
    """With the school that is meant, chosen or typed, and what that school says of itself."""
    gezegd = Bedoeld(school=stap.school, vestiging=stap.vestiging, schoolsoort=stap.schoolsoort)
    bedoeld = find_bedoelde(stap.soort, gezegd, eerder=zaak.tellend)
    return replace(stap, school=bedoeld.school, vestiging=bedoeld.vestiging, schoolsoort=bedoeld.schoolsoort)


def check_loopt(zaak: Verwijderzaak, op: datetime) -> None:
    """Refuse to go on with a removal that was let go.

    Raises:
        ToelatingError: idem.
    """
    if verwijderingsstand(zaak.feiten, peildatum=op.date()).soort is Verwijderingsstand.INGETROKKEN:
        raise ToelatingError("Deze verwijdering gaat niet door. Er verandert niets meer.")


def check_stap(zaak: Verwijderzaak, stap: Verwijderstap, op: datetime) -> None:
    """Refuse what cannot be noted like this, or not yet.

    Raises:
        ToelatingError: the text says what is missing or wrong.
    """
    if stap.soort not in STAPPEN:
        raise ToelatingError("Dit gaat met een eigen formulier, want er hoort een controle bij.")
    check_loopt(zaak, op)
    begin, besloten_op = zaak.feiten.voorgenomen_op, zaak.feiten.besloten_op
    if stap.op > op.date():
        raise ToelatingError("Deze dag is nog niet geweest. Noteer iets pas als het gebeurd is.")
    if stap.op < begin:
        raise ToelatingError(f"Deze dag ligt voor het voornemen ({begin:%d-%m-%Y}). Kijk de datum na.")
    if stap.soort in VOOR_BESLUIT and besloten_op is not None:
        raise ToelatingError("Er is al een besluit. Dit hoort ervoor.")
    if stap.soort in NA_BESLUIT and besloten_op is None:
        raise ToelatingError("Hiervoor moet er eerst een besluit zijn.")
    if STAPPEN[stap.soort] and not stap.tekst.strip():
        raise ToelatingError(STAPPEN[stap.soort])
    check_codes(schoolsoort=stap.schoolsoort, tlv=stap.tlv)
    check_lengte(stap.tekst)
    check_lengte(stap.doorbreking)
    _check_school(zaak, stap)
    if besloten_op is not None:
        _check_na_besluit(zaak, stap, besloten_op, op)


def _check_na_besluit(zaak: Verwijderzaak, stap: Verwijderstap, besloten_op: date, op: datetime) -> None:
    """Objection and dispute in their order; what is noted after a decision happened after it."""
    if stap.soort not in {Soort.SCHOOL_GEVRAAGD, *ANTWOORDEN} and stap.op < besloten_op:
        raise ToelatingError(f"Deze dag ligt voor het besluit ({besloten_op:%d-%m-%Y}). Kijk de datum na.")
    feiten = zaak.feiten
    if stap.soort is Soort.OUDERS_GEHOORD and (feiten.bezwaar_op is None or stap.op < feiten.bezwaar_op):
        raise ToelatingError("Er is nog geen bezwaar waarover u de ouders hoort. Noteer eerst dat.")
    if stap.soort in {Soort.BEZWAAR, Soort.GPO_GEVRAAGD, Soort.GPO_OORDEEL}:
        _check_bezwaarstap(feiten, stap, besloten_op, op)


def _check_bezwaarstap(feiten: Verwijderingsfeiten, stap: Verwijderstap, besloten_op: date, op: datetime) -> None:
    """Each of objection, dispute and opinion happens once, in that order."""
    if stap.soort is Soort.BEZWAAR:
        eerder, straks = feiten.bezwaar_op, replace(feiten, bezwaar_op=stap.op)
    elif stap.soort is Soort.GPO_GEVRAAGD:
        eerder, straks = feiten.geschil_op, replace(feiten, geschil_op=stap.op)
    else:
        eerder, straks = feiten.oordeel_op, replace(feiten, oordeel_op=stap.op)
    if eerder is not None:
        raise ToelatingError("Dit staat er al. Klopt het niet, zeg dan eerst bij wat er staat dat het niet klopt.")
    bezwaren = check_bezwaar(bezwaarfeiten_van_verwijdering(straks, besloten_op), peildatum=op.date())
    is_uitgelegd = stap.soort is not Soort.BEZWAAR or bool(stap.doorbreking.strip())
    if blijft := [een.zin for een in bezwaren if een.code not in MAG_LAAT or not is_uitgelegd]:
        raise ToelatingError(*blijft)


def _check_school(zaak: Verwijderzaak, stap: Verwijderstap) -> None:
    """Never this school itself; an answer follows a question, and somebody said it."""
    if stap.soort not in {Soort.SCHOOL_GEVRAAGD, Soort.ELDERS_INGESCHREVEN, *ANTWOORDEN}:
        return
    if len(stap.school) > LANGSTE_SCHOOL:
        raise ToelatingError("De naam van deze school is te lang. Maak haar korter.")
    vestiging, naam = zaak.verwijdering.leerling.vestiging, stap.school.strip().casefold()
    gevraagd = [een for een in zaak.tellend if een.soort == Soort.SCHOOL_GEVRAAGD and een.school.casefold() == naam]
    antwoorden = [een for een in zaak.tellend if een.soort in ANTWOORDEN and een.school.casefold() == naam]
    is_antwoord = stap.soort in ANTWOORDEN
    is_open = bool(gevraagd) and not any(een.pk > gevraagd[-1].pk for een in antwoorden)
    bericht = Schoolbericht(
        naam=stap.school,
        op=stap.op,
        is_antwoord=is_antwoord,
        zegsman=stap.tekst,
        gevraagd_op=gevraagd[-1].op
        if gevraagd and (is_antwoord or (is_open and stap.soort is Soort.SCHOOL_GEVRAAGD))
        else None,
    )
    vindplaats = load_parameters("schorsing")["horen"].op(zaak.feiten.voorgenomen_op).vindplaats
    is_bekend = stap.vestiging is not None and stap.vestiging != vestiging  # a school of the same name is another one
    eigen = [] if is_bekend else [vestiging.naam, vestiging.code]
    _weiger(check_schoolbericht(bericht, eigen=eigen, plaats=vestiging.plaats, vindplaats=vindplaats))
    if stap.soort is Soort.SCHOOL_GEVRAAGD:
        check_te_vinden(vestiging, stap.school, stap.vestiging, is_deze=ZELF)
        check_soort_in_naam(Bedoeld(school=stap.school, vestiging=stap.vestiging, schoolsoort=stap.schoolsoort))
    if stap.soort is Soort.ELDERS_INGESCHREVEN:
        _weiger(check_elders(zaak.feiten, stap.school, op=stap.op))
    if stap.soort is Soort.SCHOOL_BEREID:
        _weiger(check_tlvkeuze(stap.schoolsoort, stap.tlv))
    ja = [een for een in antwoorden if een.soort == Soort.SCHOOL_BEREID]
    if stap.soort is Soort.BEREIDHEID_INGETROKKEN and not ja:
        raise ToelatingError("Deze school zei nog geen ja. Noteer eerst dat.")
    if stap.soort is Soort.BEREIDHEID_INGETROKKEN and stap.op < (gezegd_op := min(een.op for een in ja)):
        raise ToelatingError(f"Dit ligt voor de dag waarop de school ja zei ({gezegd_op:%d-%m-%Y}). Kijk de datum na.")


def _weiger(bezwaren: Collection[Poortbezwaar]) -> None:
    if bezwaren:
        raise ToelatingError(*(bezwaar.zin for bezwaar in bezwaren))
