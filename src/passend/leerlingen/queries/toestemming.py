"""Permissions of a file with what is still missing, and whose glass was broken."""

from dataclasses import dataclass
from datetime import datetime

from passend.leerlingen.models import Gedeeldstuk, Leerling, Noodinzage, Ouderrelatie, Toestemming
from passend.leerlingen.queries.inzage import get_toestemmingfeiten
from passend.organisaties.models import Vestiging
from passend.regels.toestemming import ontbrekende_ouders, toestemming_geldt
from passend.toegang.queries import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemmingbeeld:
    """A permission, what it is about, whether it counts now, and of whom an answer is missing."""

    toestemming: Toestemming
    stukken: list[str]
    geldt: bool
    is_voorbij: bool
    ontbreken: list[Ouderrelatie]
    mijn: bool | None  # of the parent who looks: True when they agree; None for who is no parent


def list_toestemmingen(*, leerling: Leerling, account: Account, op: datetime) -> list[Toestemmingbeeld]:
    """All permissions of a file, newest first, as one person looks at them."""
    toestemmingen = list(Toestemming.objects.filter(leerling=leerling))
    feiten = get_toestemmingfeiten(toestemmingen=toestemmingen)
    ouders = {ouder.pk: ouder for ouder in Ouderrelatie.objects.filter(leerling=leerling)}
    titels: dict[int, list[str]] = {een.pk: [] for een in toestemmingen}
    gedeeld = Gedeeldstuk.objects.filter(toestemming__in=toestemmingen, stuk__bestuur=leerling.bestuur_id)
    for sleutel, titel in gedeeld.values_list("toestemming", "stuk__titel"):
        titels[sleutel].append(titel)
    beelden = []
    for een in toestemmingen:
        ontbreken = ontbrekende_ouders(feiten[een.pk], op=op)
        eigen = {pk for pk, ouder in ouders.items() if ouder.account_id == account.pk and pk in feiten[een.pk].gezag}
        beelden.append(
            Toestemmingbeeld(
                toestemming=een,
                stukken=titels[een.pk],
                geldt=toestemming_geldt(feiten[een.pk], op=op),
                is_voorbij=een.geldig_tot_en_met < op.date(),
                ontbreken=[ouders[pk] for pk in ontbreken],
                mijn=not eigen & set(ontbreken) if eigen else None,
            )
        )
    return beelden


def get_toestemming(*, leerling: Leerling, pk: int) -> Toestemming | None:
    """One permission of this file; None when it is another's."""
    return Toestemming.objects.filter(leerling=leerling, pk=pk).first()


def list_noodinzagen(*, vestiging: Vestiging) -> list[Noodinzage]:
    """Whose glass was broken at a school, newest first."""
    noodinzagen = Noodinzage.objects.filter(leerling__bestuur=vestiging.bestuur_id, leerling__vestiging=vestiging)
    return list(noodinzagen.select_related("account", "leerling", "gezien_door")[:100])


def get_noodinzage(*, vestiging: Vestiging, pk: int) -> Noodinzage | None:
    """One opening of a file of this school; None when it is another's."""
    noodinzagen = Noodinzage.objects.filter(leerling__bestuur=vestiging.bestuur_id, leerling__vestiging=vestiging)
    return noodinzagen.filter(pk=pk).select_related("leerling").first()
