"""Who may see a registration, work on it, decide, or break through a gate, and why."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import F, Q, QuerySet

from passend.begrippen.aanmelding import Gebeurtenissoort
from passend.begrippen.rollen import GeenToegangError, Reden, Rolsoort
from passend.organisaties.models import Vestiging
from passend.toegang.queries import Account, Bezoeker, list_vestigingen_van, rolsoorten_bij
from passend.toelating.models import Aanmeldgebeurtenis, Aanmelding

WIE_LEEST = (
    "de intern begeleider en de directeur van deze school, haar bestuur, en de adviseur van het samenwerkingsverband "
    "als de school hulp vroeg"
)
NIET_VOOR_U = f"Deze aanmelding is niet voor u, of zij is er niet. Een aanmelding is voor: {WIE_LEEST}."
HELPT = "Deze lijst is voor de adviseur van het samenwerkingsverband: de zaken waarbij een school hulp vroeg."
VERWIJDERING_NIET_VOOR_U = "Deze verwijdering is niet voor u, of zij is er niet. De school en haar bestuur lezen haar."
WIE_BEHEERT = "de intern begeleider en de directeur van deze school"
WIE_BESLIST = "de directeur van deze school en haar bestuur"
WIE_ADVISEERT = "de adviseur van het samenwerkingsverband, als de school om hulp vroeg"
WIE_DOORBREEKT = "alleen het bestuur van deze school, en met een reden"
ZINNEN = {
    Rolsoort.DIRECTEUR: "U bent directeur van deze school.",
    Rolsoort.INTERN_BEGELEIDER: "U bent intern begeleider van deze school.",
    Rolsoort.BESTUURDER: "U bestuurt deze school.",
    Rolsoort.ADVISEUR: "De school vroeg het samenwerkingsverband om hulp bij deze aanmelding.",
}
BEHEER = (Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER)
BESLISSERS = (Rolsoort.DIRECTEUR, Rolsoort.BESTUURDER)
LEZERS = (Rolsoort.DIRECTEUR, Rolsoort.INTERN_BEGELEIDER, Rolsoort.BESTUURDER)


def why_may_manage(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Intern begeleider and directeur keep the registrations of their school."""
    return _als(account, vestiging, BEHEER, op)


def why_may_decide(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """The board decides (WPO 40 lid 1); the directeur does so for it."""
    return _als(account, vestiging, BESLISSERS, op)


def why_may_override(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Only the board itself goes through a gate of which something is missing."""
    return _als(account, vestiging, (Rolsoort.BESTUURDER,), op)


def why_may_advise(account: Bezoeker, aanmelding: Aanmelding, *, op: datetime) -> Reden | None:
    """The samenwerkingsverband answers once the school asked it for help."""
    reden = _als(account, aanmelding.vestiging, (Rolsoort.ADVISEUR,), op)
    return reden if reden is not None and _is_opgeschaald(aanmelding) else None


def why_may_list(account: Bezoeker, vestiging: Vestiging, *, op: datetime) -> Reden | None:
    """Who may see something of the registrations of a school at all; which ones is another question."""
    return _als(account, vestiging, (*LEZERS, Rolsoort.ADVISEUR), op)


def why_may_read_aanmelding(account: Bezoeker, aanmelding: Aanmelding, *, op: datetime) -> Reden | None:
    """Who keeps it or governs the school; the samenwerkingsverband once the school asked it for help."""
    reden = _als(account, aanmelding.vestiging, LEZERS, op)
    if reden is None and _is_opgeschaald(aanmelding):
        reden = _als(account, aanmelding.vestiging, (Rolsoort.ADVISEUR,), op)
    return reden


def why_may_read_as(eigen: Collection[Rolsoort]) -> Reden | None:
    """Why who has these roles for a school may read its registrations and removals, whatever is asked of them."""
    return _uit(eigen, LEZERS)


def visible_aanmeldingen(account: Bezoeker, *, op: datetime) -> QuerySet[Aanmelding]:
    """The twin of `why_may_read_aanmelding`: the registrations in scope that somebody may see."""
    if not isinstance(account, Account) or not account.is_active:
        return Aanmelding.objects.none()
    eigen = list(list_vestigingen_van(account=account, peildatum=op.date(), soorten=LEZERS))
    verband = list(list_vestigingen_van(account=account, peildatum=op.date(), soorten=[Rolsoort.ADVISEUR]))
    mag = Q(vestiging__in=eigen)
    if verband:
        opgeschaald = Aanmeldgebeurtenis.objects.filter(
            soort=Gebeurtenissoort.OPGESCHAALD, aanmelding__bestuur=F("bestuur"), aanmelding__vestiging__in=verband
        )
        mag |= Q(vestiging__in=verband, pk__in=list(opgeschaald.values_list("aanmelding", flat=True)))
    return Aanmelding.objects.filter(mag)


def require(reden: Reden | None, wie: str) -> Reden:
    """The reason itself, or a refusal that says who may.

    Raises:
        GeenToegangError: there is no reason.
    """
    if reden is None:
        raise GeenToegangError(f"Dit mag u niet zien of doen bij een aanmelding. Dit mag wel: {wie}.")
    return reden


def _als(account: Bezoeker, vestiging: Vestiging, soorten: tuple[Rolsoort, ...], op: datetime) -> Reden | None:
    return _uit(rolsoorten_bij(account=account, vestiging=vestiging, peildatum=op.date()), soorten)


def _uit(eigen: Collection[Rolsoort], soorten: tuple[Rolsoort, ...]) -> Reden | None:
    soort = next((soort for soort in soorten if soort in eigen), None)
    return Reden(soort.value, ZINNEN[soort]) if soort else None


def _is_opgeschaald(aanmelding: Aanmelding) -> bool:
    return Aanmeldgebeurtenis.objects.filter(aanmelding=aanmelding, soort=Gebeurtenissoort.OPGESCHAALD).exists()
