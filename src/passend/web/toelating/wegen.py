"""What can be done to a case now, for its page: what the board can decide, and the one thing that brings it on."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.begrippen.termijn import Poortbezwaar
from passend.begrippen.toelating import Aanmeldingsstand, Aanzet, Toelatingsbesluit, Weigeringsgrond
from passend.regels.bezwaar import check_bezwaar
from passend.regels.toelatingsstand import Toelatingsstand, bezwaarfeiten_van
from passend.regels.toelatingstermijnen import plaatsing_vanaf
from passend.toelating.actions.besluiten import Besluitgegevens, get_besluitbezwaren
from passend.toelating.queries.aanmeldingen import geldige, is_toegelaten
from passend.toelating.queries.zaken import Zaak
from passend.web.toelating.verzoek import Zaakbezoek
from passend.web.toelating.woorden import BESLUITNAMEN, GRONDNAMEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Weg:
    """One thing the board can decide, and what is missing for it now."""

    besluit: Toelatingsbesluit
    grond: Weigeringsgrond | None
    naam: str
    bezwaren: list[Poortbezwaar]


def _gronden(zaak: Zaak) -> list[Weigeringsgrond]:
    """The grounds that can be true here: no grondslag of a public school, and another one only without zorgplicht."""
    gronden = [Weigeringsgrond.ANDERE_SCHOOL, Weigeringsgrond.SCHOOL_VOL]
    if not zaak.feiten.is_openbaar:
        gronden.append(Weigeringsgrond.GRONDSLAG)
    return gronden if zaak.feiten.is_zorgplichtig else [*gronden, Weigeringsgrond.ANDERS]


def maak_wegen(zaak: Zaak, bezoek: Zaakbezoek, stand: Toelatingsstand) -> list[Weg]:
    """What can be decided, each with what is missing; that reasons must be written is asked in the form itself.

    Of a child that the law admitted already, only that can be said still.
    """
    wegen: list[tuple[Toelatingsbesluit, Weigeringsgrond | None, str]] = [
        (Toelatingsbesluit.TOEGELATEN, None, str(BESLUITNAMEN[Toelatingsbesluit.TOEGELATEN])),
        *(
            (Toelatingsbesluit.GEWEIGERD, grond, f"{BESLUITNAMEN[Toelatingsbesluit.GEWEIGERD]}: {GRONDNAMEN[grond]}")
            for grond in _gronden(zaak)
        ),
        (Toelatingsbesluit.NIET_BEHANDELD, None, str(BESLUITNAMEN[Toelatingsbesluit.NIET_BEHANDELD])),
    ]
    if stand.soort is Aanmeldingsstand.TOEGELATEN:
        wegen = wegen[:1]
    return [
        Weg(
            besluit=soort,
            grond=grond,
            naam=naam,
            bezwaren=[
                een
                for een in get_besluitbezwaren(
                    zaak,
                    Besluitgegevens(soort=soort, op=bezoek.vandaag, grond=grond or Weigeringsgrond.ANDERE_SCHOOL),
                    op=bezoek.op,
                )
                if een.code != "motivering"
            ],
        )
        for soort, grond, naam in wegen
    ]


def maak_nu(zaak: Zaak, bezoek: Zaakbezoek, stand: Toelatingsstand) -> tuple[str, str] | None:
    """The one thing that brings this case on now, for who may do it: where it is on the page, and what it is called."""
    if bezoek.mag_adviseren and zaak.hulp is not None and zaak.hulp.is_open:
        return ("hulp", _("Schrijf wat u deed"))
    if zaak.is_gesloten or not bezoek.mag_beheren:
        return None
    if zaak.feiten.besluit is not None:
        return _nu_na_besluit(zaak, bezoek)
    return _nu_voor_besluit(zaak, stand)


def _nu_na_besluit(zaak: Zaak, bezoek: Zaakbezoek) -> tuple[str, str] | None:
    feiten = zaak.feiten
    if is_toegelaten(geldige(zaak.gebeurtenissen)):
        return ("inschrijven", _("Schrijf het kind in")) if bezoek.aanmelding.leerling_id is None else None
    if feiten.oordeel_op is not None and feiten.reactie_op is None and feiten.beslist_op is None:
        return ("oordeel", _("Het oordeel van de geschillencommissie"))
    return ("bezwaar", _("Het bezwaar van de ouders")) if maak_bezwaarpoort(zaak, bezoek) is not None else None


def _nu_voor_besluit(zaak: Zaak, stand: Toelatingsstand) -> tuple[str, str]:
    if stand.aan_zet is Aanzet.OUDERS:
        return ("noteren", _("Noteer wat de ouders aanvulden"))
    if not any(een.soort == Gebeurtenissoort.ONDERZOEK for een in geldige(zaak.gebeurtenissen)):
        return ("noteren", _("Kijk wat het kind nodig heeft"))
    return ("besluit", _("Naar het besluit"))


def maak_bezwaarpoort(zaak: Zaak, bezoek: Zaakbezoek) -> list[Poortbezwaar] | None:
    """What a decision on the objection still waits for; None when there is no objection to decide on."""
    feiten = zaak.feiten
    if feiten.besluit is None or feiten.bezwaar_op is None or feiten.beslist_op is not None:
        return None
    nu = replace(bezwaarfeiten_van(feiten, feiten.besluit), beslist_op=bezoek.vandaag)
    return [een for een in check_bezwaar(nu, peildatum=bezoek.vandaag) if een.code != "bezwaar_te_laat"]


def heeft_recht_op_plek(zaak: Zaak, bezoek: Zaakbezoek, stand: Toelatingsstand) -> bool:
    """True when a place for the time being is to be given now."""
    vanaf = plaatsing_vanaf(zaak.feiten)
    is_gegeven = any(een.soort == Gebeurtenissoort.TIJDELIJK_GEPLAATST for een in geldige(zaak.gebeurtenissen))
    return (
        vanaf is not None
        and vanaf <= bezoek.vandaag
        and zaak.feiten.besluit is None
        and zaak.feiten.ingetrokken_op is None
        and not is_gegeven
        and stand.aan_zet is not Aanzet.NIEMAND
    )
