"""What parents did with a report, on their own page and as the school noted it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cryptography.fernet import InvalidToken
from django.db.models import F
from django.utils import timezone

from passend.begrippen.overstap import Akkoord, Kanaal, Uitvoervorm
from passend.leerlingen.actions.kluis import kluis
from passend.leerlingen.models import Leerling, Ouderrelatie
from passend.overstap.models import Onderwijskundigrapport, Rapportbericht, Rapportreactie, Rapportuitvoer
from passend.plannen.queries.opp import list_gezag
from passend.regels.okr import Ouderlezing, Oudersgezegd, is_bewezen, samen_gezegd
from passend.toegang.queries import Account

NAAR_SCHOOL = (Uitvoervorm.OSO.value, Uitvoervorm.PASSEND.value)
"""As what a report goes to another school; on paper, and to the samenwerkingsverband, it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderbeeld:
    """One parent: what they did with the report on their own page, and what the school noted; None when neither."""

    ouder: Ouderrelatie
    reactie: Rapportreactie | None
    bericht: Rapportbericht | None
    heeft_gezag: bool


def list_ouderbeelden(*, rapport: Onderwijskundigrapport, peildatum: date) -> list[Ouderbeeld]:
    """Every parent with authority on a day, and who said something and has none any more."""
    van_rapport: dict[str, Any] = {"rapport": rapport, "ouder__bestuur": F("bestuur")}
    reacties = {een.ouder_id: een for een in Rapportreactie.objects.filter(**van_rapport).select_related("ouder")}
    berichten = {een.ouder_id: een for een in Rapportbericht.objects.filter(**van_rapport).select_related("ouder")}
    gezag = {ouder.pk: ouder for ouder in list_gezag(leerling=rapport.leerling, peildatum=peildatum)}
    andere = {pk: een.ouder for pk, een in reacties.items()} | {pk: een.ouder for pk, een in berichten.items()}
    return [
        Ouderbeeld(ouder=ouder, reactie=reacties.get(pk), bericht=berichten.get(pk), heeft_gezag=pk in gezag)
        for pk, ouder in {**gezag, **{pk: ouder for pk, ouder in andere.items() if pk not in gezag}}.items()
    ]


def get_oudersgezegd(*, beelden: Sequence[Ouderbeeld]) -> Oudersgezegd:
    """What goes along with a report of what the parents say of it."""
    return samen_gezegd([als_lezing(een) for een in beelden])


def als_lezing(beeld: Ouderbeeld) -> Ouderlezing:
    """What is known of one parent: what the school noted is proof, and what they say on their own page goes first."""
    bericht, reactie = beeld.bericht, beeld.reactie
    gelezen = timezone.localtime(reactie.gelezen_op).date() if reactie else None
    gezegd = reactie.akkoord if reactie else ""
    genoteerd = bericht.akkoord if bericht else ""
    is_nee_genoteerd = genoteerd == Akkoord.NEE
    woorden = [een.opmerking for een in (bericht, reactie) if een is not None and een.opmerking]
    schreef = reactie if reactie and reactie.opmerking else None
    dag = timezone.localtime(schreef.gezegd_op or schreef.gelezen_op).date() if schreef else None
    return Ouderlezing(
        naam=f"{beeld.ouder.naam}, {dag:%d-%m-%Y}" if dag else beeld.ouder.naam,
        geinformeerd_op=bericht.geinformeerd_op if bericht else gelezen,
        kanaal=bericht.kanaal if bericht else Kanaal.PASSEND.value if reactie else "",
        is_bewezen=is_bewezen(
            las_zelf=reactie is not None,
            heeft_brief=bool(bericht and bericht.extensie),
            woorden=bericht.opmerking if bericht else "",
        ),
        kopie_op=bericht.kopie_op if bericht else gelezen,
        akkoord=Akkoord.NEE.value if is_nee_genoteerd else gezegd or genoteerd,
        opmerking="\n\n".join(woorden),
        is_genoteerd=not gezegd,
        heeft_gezag=beeld.heeft_gezag,
    )


def get_rapportbericht(*, rapport: Onderwijskundigrapport, pk: int) -> Rapportbericht | None:
    """What the school noted of one parent."""
    return Rapportbericht.objects.filter(rapport=rapport, pk=pk).first()


def open_rapportscan(bericht: Rapportbericht) -> bytes | None:
    """The letter or the report of the talk; None when there is none, or its key is there no more."""
    try:
        return kluis().decrypt(bytes(bericht.geheim)) if bericht.extensie else None
    except InvalidToken:
        return None


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
