"""Destroying the case of a child that never came: the directeur proposes, the board agrees, and a proof stays."""

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from passend.begrippen.bewaren import Bewaarklasse
from passend.leerlingen.actions.bewaren import WIE_STELT_VOOR, begin_lijst
from passend.leerlingen.models import Vernietigingslijst
from passend.leerlingen.permissions import require, why_may_direct
from passend.leerlingen.queries.bewaren import TABELLEN
from passend.leerlingen.queries.lijstdelen import Deeluitkomst
from passend.organisaties.models import Vestiging
from passend.organisaties.queries import in_vernietiging
from passend.regels.vernietiging import ZINNEN, Vernietigingsbezwaar
from passend.toegang.models import Account
from passend.toelating.actions.aanmelden import ToelatingError
from passend.toelating.models import Aanmelding
from passend.toelating.queries.bewaren import list_te_vernietigen


@transaction.atomic
def propose_aanmeldingen(
    *, actor: Account, vestiging: Vestiging, sleutels: Collection[UUID], op: datetime
) -> Vernietigingslijst:
    """Put cases whose term is over on a list for the board; all of it or nothing.

    Raises:
        GeenToegangError: the actor is no directeur here.
        ToelatingError: nothing is chosen, it is on a list already, or something may not go now.
    """
    require(why_may_direct(actor, vestiging, op=op), WIE_STELT_VOOR)
    rijen = Aanmelding.objects.select_for_update(of=("self",)).filter(vestiging=vestiging, sleutel__in=sleutels)
    gekozen = {rij.pk for rij in rijen.order_by("pk")}
    zaken = [
        een for een in list_te_vernietigen(vestiging=vestiging, peildatum=op.date()) if een.aanmelding.pk in gekozen
    ]
    if not sleutels or len(zaken) != len(set(sleutels)):
        raise ToelatingError("Kies eerst wat u wilt laten vernietigen. Wat er niet meer is, kan niet gekozen worden.")
    if any(een.aanmelding.vernietigingslijst_id is not None for een in zaken):
        raise ToelatingError("Dit staat al op een lijst. Wacht tot het bestuur daarover heeft besloten.")
    if bezwaar := next(filter(None, (een.bezwaar for een in zaken)), None):
        raise ToelatingError(ZINNEN[bezwaar])
    lijst = begin_lijst(actor=actor, vestiging=vestiging, op=op)
    Aanmelding.objects.filter(pk__in=gekozen).update(vernietigingslijst=lijst)
    return lijst


def destroy_aanmeldingen(lijst: Vernietigingslijst, peildatum: date) -> Deeluitkomst | None:
    """Destroy the cases on a list that may go on a day, with parents, events, letters, papers and keys.

    Each is looked at anew: what somebody contests by now stays, and so does a child that came after all.
    """
    op_lijst = list(Aanmelding.objects.select_for_update(of=("self",)).filter(vernietigingslijst=lijst).order_by("pk"))
    if not op_lijst:
        return None
    zaken = {een.aanmelding.pk: een for een in list_te_vernietigen(vestiging=lijst.vestiging, peildatum=peildatum)}
    overgeslagen, gaan, grondslag = Counter[Vernietigingsbezwaar](), [], ""
    for rij in op_lijst:
        zaak = zaken.get(rij.pk)
        if zaak is None:
            kwam = rij.leerling_id is not None
            overgeslagen[Vernietigingsbezwaar.INGESCHREVEN if kwam else Vernietigingsbezwaar.NOG_BEWAREN] += 1
        elif zaak.bezwaar is not None:
            overgeslagen[zaak.bezwaar] += 1
        else:
            gaan.append(rij.pk)
            grondslag = str(zaak.termijn.vindplaats)
    return Deeluitkomst(
        klasse=Bewaarklasse.NIET_TOEGELATEN,
        grondslag=grondslag,
        kinderen=len(gaan),
        aantallen=_weg(gaan),
        overgeslagen=overgeslagen,
    )


def release_aanmeldingen(lijst: Vernietigingslijst) -> None:
    """Take what is left off a list: it was rejected, or they stayed."""
    Aanmelding.objects.filter(vernietigingslijst=lijst).update(vernietigingslijst=None)


def _weg(sleutels: Collection[int]) -> dict[str, int]:
    """Delete these cases, and say how many rows of each table went."""
    with in_vernietiging():
        _aantal, per_tabel = Aanmelding.objects.filter(pk__in=sleutels).delete()
    namen = {tabel._meta.label: tabel._meta.model_name or "" for tabel in TABELLEN}  # noqa: SLF001 -- Django documents it
    if per_tabel.keys() - namen.keys():
        raise RuntimeError(f"aanmelding took more with it than was asked for: {sorted(per_tabel)}")
    return {namen[label]: aantal for label, aantal in sorted(per_tabel.items()) if aantal}
