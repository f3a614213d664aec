"""What parents did with a report, on their own page and as the school noted it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.utils import timezone

from passend.begrippen.overstap import Uitvoervorm
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.overstap.models import Onderwijskundigrapport, Rapportreactie, Rapportuitvoer
from passend.plannen.queries.opp import list_gezag
from passend.regels.okr import Ouderlezing, Oudersgezegd, samen_gezegd
from passend.toegang.queries import Account

NAAR_SCHOOL = (Uitvoervorm.OSO.value, Uitvoervorm.PASSEND.value)
"""As what a report goes to another school; on paper, and to the samenwerkingsverband, it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderbeeld:
    """One parent with authority, and what they did with the report; None when they did not read it yet."""

    ouder: Ouderrelatie
    reactie: Rapportreactie | None


def list_ouderbeelden(*, rapport: Onderwijskundigrapport, peildatum: date) -> list[Ouderbeeld]:
    """Every parent with authority on a day, and who said something and has none any more."""
    gezegd = Rapportreactie.objects.filter(rapport=rapport, ouder__bestuur=F("bestuur")).select_related("ouder")
    reacties = {een.ouder_id: een for een in gezegd}
    gezag = list_gezag(leerling=rapport.leerling, peildatum=peildatum)
    nu = [Ouderbeeld(ouder=ouder, reactie=reacties.pop(ouder.pk, None)) for ouder in gezag]
    return nu + [Ouderbeeld(ouder=een.ouder, reactie=een) for een in reacties.values()]


def get_oudersgezegd(*, rapport: Onderwijskundigrapport, beelden: Sequence[Ouderbeeld]) -> Oudersgezegd:
    """What goes along with a report of what the parents say of it."""
    genoteerd = Oudersgezegd(
        geinformeerd_op=rapport.ouders_geinformeerd_op,
        kanaal=rapport.kanaal,
        kopie_op=rapport.kopie_op,
        akkoord=rapport.akkoord,
        opmerking=rapport.ouderopmerking,
    )
    return samen_gezegd(genoteerd, [_lezing(een) for een in beelden])


def _lezing(beeld: Ouderbeeld) -> Ouderlezing:
    reactie = beeld.reactie
    if reactie is None:
        return Ouderlezing(naam=beeld.ouder.naam)
    dag = timezone.localtime(reactie.gezegd_op or reactie.gelezen_op).date()
    return Ouderlezing(
        naam=f"{beeld.ouder.naam}, {dag:%d-%m-%Y}",
        gelezen_op=timezone.localtime(reactie.gelezen_op).date(),
        akkoord=reactie.akkoord,
        opmerking=reactie.opmerking,
    )


def is_verzonden(*, rapport: Onderwijskundigrapport) -> bool:
    """True once the report left as a file for another school."""
    return Rapportuitvoer.objects.filter(rapport=rapport, vorm__in=NAAR_SCHOOL).exists()


def list_rapportvragen(*, account: Account, leerlingen: Collection[Leerling], peildatum: date) -> set[int]:
    """The children of a parent whose report was set, has not left, and was not read by this parent."""
    eigen = Ouderrelatie.objects.filter(account=account, heeft_gezag=True, leerling__in=leerlingen)
    relaties = {
        ouder.pk: ouder.leerling_id
        for ouder in eigen
        if ouder.geldig_van <= peildatum and (ouder.geldig_tot_en_met is None or ouder.geldig_tot_en_met >= peildatum)
    }
    rapporten = Onderwijskundigrapport.objects.filter(leerling__in=set(relaties.values()))
    nieuwste = {een.leerling_id: een for een in rapporten.order_by("begonnen_op", "pk").defer("inhoud")}
    klaar = {een.pk: leerling for leerling, een in nieuwste.items() if een.vastgesteld_op is not None}
    weg = Rapportuitvoer.objects.filter(rapport__bestuur=F("bestuur"), rapport__in=klaar)
    verzonden = set(weg.filter(vorm__in=NAAR_SCHOOL).values_list("rapport", flat=True))
    gelezen = set(
        Rapportreactie.objects.filter(rapport__in=klaar, ouder__in=relaties).values_list("rapport", flat=True)
    )
    return {leerling for pk, leerling in klaar.items() if pk not in verzonden | gelezen}
