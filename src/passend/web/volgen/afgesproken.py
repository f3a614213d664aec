"""What is agreed about a pupil now: plans that run, the next day of their OPP, and open decisions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from passend.overleggen.queries.afspraken import Openafspraak, list_open_afspraken
from passend.web.leerlingen.verzoek import Dossierbezoek
from passend.web.overleggen.woorden import SOORTNAMEN
from passend.web.volgen.gang import Gang


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgesproken:
    """One thing that is agreed now: what it is, what to do, who does it, by when, and where it is kept.

    `is_getypt` when what to do is in the words of somebody of the school.
    """

    icoon: str
    kop: str
    tekst: str
    op: date | None
    adres: str
    wie: str = ""
    is_getypt: bool = True


def list_afgesproken(bezoek: Dossierbezoek, gang: Gang) -> list[Afgesproken]:
    """What is agreed now, for who looks, with the page on which it is kept."""
    leerling = bezoek.leerling
    open_ = list_open_afspraken(leerlingen=[leerling], zichtbaar=lambda: gang.zichtbaar)
    return [*_lopend(gang), *_opptermijn(gang), *_besluiten(open_.get(leerling.pk, ()), gang, bezoek.vestiging.code)]


def _lopend(gang: Gang) -> Iterator[Afgesproken]:
    for plan in sorted(
        (een for een in gang.plannen if een.geevalueerd_op is None), key=lambda een: een.geldig_tot_en_met
    ):
        yield Afgesproken(
            icoon="pad",
            kop=_("Plan: terugkijken"),
            tekst=plan.doel,
            op=plan.geldig_tot_en_met,
            adres=gang.adres("leerlingplannen", f"#plan-{plan.pk}"),
        )


def _opptermijn(gang: Gang) -> Iterator[Afgesproken]:
    if gang.verloop.termijn is not None:
        yield Afgesproken(
            icoon="doel",
            kop=_("Ontwikkelingsperspectief"),
            tekst=_("Terugkijken met ouders en kind") if gang.verloop.is_vast else _("Vaststellen"),
            op=gang.verloop.termijn.dag,
            adres=gang.adres(gang.opp),
            is_getypt=False,
        )


def _besluiten(open_: Collection[Openafspraak], gang: Gang, code: str) -> Iterator[Afgesproken]:
    for een in open_:
        van_groep = een.overleg.leerling_id is None
        yield Afgesproken(
            icoon="gesprek",
            kop=str(SOORTNAMEN[een.overleg.soort]),
            tekst=een.wat,
            wie=een.wie,
            op=een.uiterlijk_op,
            adres=reverse("groepsoverleg", kwargs={"code": code, "nr": een.overleg.pk})
            if van_groep
            else gang.adres("overleg", nr=een.overleg.pk),
        )
