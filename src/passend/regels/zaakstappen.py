"""Which step of a case can be taken in which phase of it: one table, for the forms and for what they send."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from passend.begrippen.aanmelding import Gebeurtenissoort as Soort
from passend.begrippen.toelating import Toelatingsbesluit, Zaakfase
from passend.regels.aanmeldingsfeiten import Aanmeldingsfeiten
from passend.regels.toelatingstermijnen import is_van_rechtswege

_LOOPT: Final = frozenset({Zaakfase.OPEN, Zaakfase.VAN_RECHTSWEGE})
_NEE: Final = frozenset({Zaakfase.NIET_TOEGELATEN, Zaakfase.NIET_BEHANDELD})
_ZOEKT: Final = frozenset({Zaakfase.OPEN}) | _NEE
_NIET_WEG: Final = frozenset(Zaakfase) - {Zaakfase.INGETROKKEN}
FASEN: Final[Mapping[Soort, frozenset[Zaakfase]]] = {
    Soort.ONTVANGST_GEMELD: _LOOPT,
    Soort.AANVULLING_GEVRAAGD: frozenset({Zaakfase.OPEN}),
    Soort.AANGEVULD: _LOOPT,
    Soort.ONDERZOEK: _LOOPT,
    Soort.VERLENGD: frozenset({Zaakfase.OPEN}),
    Soort.SCHOOL_VOL: frozenset({Zaakfase.OPEN}),
    Soort.GRONDSLAG_GEWEIGERD: frozenset({Zaakfase.OPEN}),
    Soort.TIJDELIJK_GEPLAATST: frozenset({Zaakfase.OPEN}),
    Soort.BESLUIT: _LOOPT,
    Soort.INGETROKKEN: _LOOPT | {Zaakfase.TOEGELATEN},
    Soort.TLV_GEGEVEN: _LOOPT | {Zaakfase.TOEGELATEN},
    Soort.ZONDER_NUMMER: frozenset({Zaakfase.TOEGELATEN}),
    Soort.NUMMER_GEMELD: frozenset({Zaakfase.TOEGELATEN}),
    Soort.OUDERS_GEHOORD: frozenset({Zaakfase.OPEN, Zaakfase.NIET_TOEGELATEN}),
    Soort.SCHOOL_GEVRAAGD: _ZOEKT,
    Soort.OPGESCHAALD: _ZOEKT | _LOOPT,
    Soort.ELDERS_INGESCHREVEN: _ZOEKT,
    Soort.SCHOOL_BEREID: _NIET_WEG,
    Soort.SCHOOL_NIET_BEREID: _NIET_WEG,
    Soort.BEREIDHEID_INGETROKKEN: _NIET_WEG,
    Soort.SCHOOL_GESPROKEN: _NIET_WEG,
    Soort.HULP_GEGEVEN: _NIET_WEG,
    Soort.HULP_KLAAR: _NIET_WEG,
    Soort.BEZWAAR: frozenset({Zaakfase.NIET_TOEGELATEN}),
    Soort.BEZWAAR_BESLIST: frozenset({Zaakfase.NIET_TOEGELATEN}),
    Soort.GPO_GEVRAAGD: _NEE,
    Soort.GPO_OORDEEL: _NEE,
    Soort.GPO_REACTIE: _NEE,
}
"""What others say and do is noted whenever it comes; what the school does, only while it leads somewhere."""
_GEEN_BESLUIT: Final = "Hiervoor moet er eerst een besluit zijn."
_AL_BESLOTEN: Final = "Er is al een besluit. Dit hoort ervoor."
_TOEGELATEN: Final = "Het kind is al toegelaten. Dit past daar niet bij."
_INGETROKKEN: Final = "De ouders trokken deze aanmelding in. Er verandert niets meer."
_WAAROM: Final[Mapping[Zaakfase, str]] = {
    Zaakfase.OPEN: _GEEN_BESLUIT,
    Zaakfase.VAN_RECHTSWEGE: _TOEGELATEN,
    Zaakfase.TOEGELATEN: _TOEGELATEN,
    Zaakfase.NIET_TOEGELATEN: _AL_BESLOTEN,
    Zaakfase.NIET_BEHANDELD: _AL_BESLOTEN,
    Zaakfase.INGETROKKEN: _INGETROKKEN,
}
_NIET_MEER_IN_TE_TREKKEN: Final = (
    "Het bestuur zei al nee. Een aanmelding intrekken kan dan niet meer: zo houden de ouders hun recht op bezwaar."
)
_PAS_TOEGELATEN: Final = "Dit speelt pas als het bestuur besloot het kind toe te laten."
_GEEN_BEZWAAR: Final = (
    "Het bestuur behandelde deze aanmelding niet. Bij een bijzondere school is daar geen bezwaar tegen: de ouders "
    "kunnen opnieuw aanmelden, of naar de geschillencommissie."
)
_EIGEN: Final[Mapping[tuple[Soort, Zaakfase], str]] = {
    **{(Soort.INGETROKKEN, fase): _NIET_MEER_IN_TE_TREKKEN for fase in _NEE},
    **{
        (soort, fase): _PAS_TOEGELATEN
        for soort in (Soort.ZONDER_NUMMER, Soort.NUMMER_GEMELD)
        for fase in _ZOEKT | _LOOPT
    },
    (Soort.BEZWAAR, Zaakfase.OPEN): "Bezwaar kan pas na een besluit.",
    (Soort.BEZWAAR, Zaakfase.NIET_BEHANDELD): _GEEN_BEZWAAR,
    (Soort.BEZWAAR_BESLIST, Zaakfase.NIET_BEHANDELD): _GEEN_BEZWAAR,
}
"""Where a step has its own reason."""


def zaakfase(feiten: Aanmeldingsfeiten, *, peildatum: date) -> Zaakfase:
    """What a case is at on a day, by the decision that parents have the letter of.

    Parents object to a refusal, and of a public school also to an application that is not handled (WPO 63 lid 3, Awb).

    >>> feiten = Aanmeldingsfeiten(verzocht_op=date(2026, 9, 14), ontvangen_op=date(2026, 9, 14))
    >>> zaakfase(feiten, peildatum=date(2026, 10, 5)).value
    'open'
    """
    if feiten.ingetrokken_op is not None:
        return Zaakfase.INGETROKKEN
    besluit = feiten.besluit
    if besluit is None:
        return Zaakfase.VAN_RECHTSWEGE if is_van_rechtswege(feiten, peildatum) else Zaakfase.OPEN
    if besluit.soort is Toelatingsbesluit.TOEGELATEN or feiten.is_alsnog_toegelaten:
        return Zaakfase.TOEGELATEN
    is_te_bestrijden = besluit.soort is Toelatingsbesluit.GEWEIGERD or feiten.is_openbaar
    return Zaakfase.NIET_TOEGELATEN if is_te_bestrijden else Zaakfase.NIET_BEHANDELD


def mogelijke_stappen(fase: Zaakfase) -> frozenset[Soort]:
    """The steps that can be taken in a phase.

    >>> sorted(een.value for een in mogelijke_stappen(Zaakfase.INGETROKKEN))
    []
    """
    return frozenset(soort for soort, fasen in FASEN.items() if fase in fasen)


def waarom_niet(soort: Soort, fase: Zaakfase) -> str:
    """Why a step cannot be taken in a phase; empty when it can.

    >>> waarom_niet(Soort.BEZWAAR, Zaakfase.OPEN), waarom_niet(Soort.ONDERZOEK, Zaakfase.OPEN)
    ('Bezwaar kan pas na een besluit.', '')
    """
    if fase in FASEN.get(soort, frozenset()):
        return ""
    return _EIGEN.get((soort, fase), _WAAROM[fase])
