"""What was planned and talked over about a pupil: plans, the development perspective plan, and meetings.

Read where it is kept, each only for who may read it there.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from passend.begrippen.opp import Stemwijze
from passend.begrippen.overleg import Overlegstand
from passend.overleggen.permissions import visible_overleggen
from passend.overleggen.queries.overleggen import Overleg
from passend.plannen.permissions import why_may_read_opp, why_may_write_opp
from passend.plannen.queries.oppverloop import Leerlingstem, Oppverloop, get_oppverloop
from passend.plannen.queries.plannen import Plan, list_plannen
from passend.web.leerlingen.verzoek import Dossierbezoek
from passend.web.overleggen.woorden import SOORTNAMEN
from passend.web.plannen.woorden import UITKOMSTEN
from passend.web.volgen.tijdlijn import Gebeurtenis

type Adres = Callable[..., str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gang:
    """What there is for who looks.

    Attributes:
        plannen: the individual plans that began.
        verloop: the development perspective plan; a parent sees no version before it was laid before them.
        zichtbaar: the meetings about this pupil that they may read.
        overleggen: those about this pupil that were held.
        opp: the page on which they read the development perspective plan.
        adres: makes the address of a page of this pupil.
    """

    plannen: Collection[Plan]
    verloop: Oppverloop
    zichtbaar: QuerySet[Overleg]
    overleggen: Collection[Overleg]
    opp: str
    adres: Adres


def get_gang(bezoek: Dossierbezoek) -> Gang:
    """What was planned and talked over, as far as the visitor may read it; as many questions for one as for many."""
    leerling, inzage = bezoek.leerling, bezoek.inzage
    plannen = [een.plan for een in list_plannen(leerling=leerling, peildatum=bezoek.vandaag)] if inzage.is_heel else []
    is_ouder = inzage.is_ouder and why_may_write_opp(inzage) is None
    zichtbaar = visible_overleggen(bezoek.account, op=bezoek.op, van=bezoek.leerling)
    gehouden = zichtbaar.filter(leerling=leerling, stand__in=[Overlegstand.GEHOUDEN, Overlegstand.GESLOTEN])

    def adres(naam: str, erbij: str = "", **waarden: int) -> str:
        return reverse(naam, kwargs={**bezoek.plek, **waarden}) + erbij

    return Gang(
        plannen=[een for een in plannen if een.geldig_van <= bezoek.vandaag],
        verloop=get_oppverloop(leerling=leerling, is_ouder=is_ouder) if why_may_read_opp(inzage) else Oppverloop(),
        zichtbaar=zichtbaar,
        overleggen=list(gehouden),
        opp="opp_ouder" if is_ouder else "opp",
        adres=adres,
    )


def get_kinderwoord(gang: Gang) -> Leerlingstem | None:
    """What the child said last, as far as the visitor may read it; None when it was never heard."""
    gehoord = [een for een in gang.verloop.stemmen if een.wijze != Stemwijze.NIET_GEHOORD]
    return max(gehoord, key=lambda een: (een.op, een.pk), default=None)


def list_gebeurd(gang: Gang) -> list[Gebeurtenis]:
    """What of it stands on the line of everything."""
    return [
        *_plannen(gang.plannen, gang.adres),
        *_opp(gang.verloop, gang.adres, gang.opp),
        *_overleggen(gang.overleggen, gang.adres),
    ]


def _plannen(plannen: Collection[Plan], adres: Adres) -> Iterator[Gebeurtenis]:
    for plan in plannen:
        plek = adres("leerlingplannen", f"#plan-{plan.pk}")
        yield Gebeurtenis(
            op=plan.geldig_van,
            icoon="pad",
            kop=_("Plan begonnen"),
            tekst=plan.doel,
            door=str(plan.door),
            adres=plek,
            is_getypt=True,
        )
        if plan.geevalueerd_op:
            yield Gebeurtenis(
                op=plan.geevalueerd_op,
                icoon="vink",
                kop=_("Teruggekeken op het plan: %(uitkomst)s") % {"uitkomst": UITKOMSTEN[plan.uitkomst]},
                tekst=plan.evaluatie,
                door=str(plan.geevalueerd_door or ""),
                adres=plek,
                is_getypt=True,
            )


def _opp(verloop: Oppverloop, adres: Adres, pagina: str) -> Iterator[Gebeurtenis]:
    plek = {
        een.pk: adres(pagina, f"?versie={een.nummer}") if een.opp_id == verloop.nieuwste else ""
        for een in verloop.versies
    }
    for versie in verloop.versies:
        momenten = (
            (versie.voorgelegd_op, "kring", _("Ontwikkelingsperspectief aan de ouders voorgelegd")),
            (versie.vastgesteld_op, "slot", _("Ontwikkelingsperspectief vastgesteld")),
        )
        for moment, icoon, kop in momenten:
            if moment is not None:
                yield Gebeurtenis(op=_dag(moment), icoon=icoon, kop=kop, adres=plek[versie.pk])
    for stem in verloop.stemmen:
        is_gehoord = stem.wijze != Stemwijze.NIET_GEHOORD
        yield Gebeurtenis(
            op=stem.op,
            icoon="kind",
            kop=f"{_('Wat het kind zegt')} · {stem.get_wijze_display()}"
            if is_gehoord
            else _("Het kind is niet gehoord"),
            tekst=stem.gezegd if is_gehoord else stem.reden,
            door=str(stem.vastgelegd_door),
            adres=plek[stem.versie_id],
            is_getypt=True,
        )
    for een in verloop.evaluaties:
        yield Gebeurtenis(
            op=een.op,
            icoon="vink",
            kop=_("Teruggekeken op het ontwikkelingsperspectief: het %(hoe)s") % {"hoe": een.get_vervolg_display()},
            tekst=een.werkte or een.werkte_niet,
            door=str(een.vastgelegd_door),
            adres=plek[een.versie_id],
            is_getypt=True,
        )


def _overleggen(overleggen: Collection[Overleg], adres: Adres) -> Iterator[Gebeurtenis]:
    for een in overleggen:
        yield Gebeurtenis(
            op=_dag(een.begint_op), icoon="gesprek", kop=str(SOORTNAMEN[een.soort]), adres=adres("overleg", nr=een.pk)
        )


def _dag(moment: datetime) -> date:
    return timezone.localtime(moment).date()
