"""What stands in the file already and comes on the sheet with one click, and of the sheet in the plan afterwards."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from passend.begrippen.overleg import Deelsoort, Overlegsoort
from passend.overleggen.permissions import visible_overleggen
from passend.overleggen.queries.afspraken import list_open_afspraken
from passend.overleggen.queries.bekend import Bekend
from passend.overleggen.queries.geprobeerd import Geprobeerd, list_geprobeerd
from passend.overleggen.queries.opgeschreven import is_aan_te_bieden
from passend.overleggen.queries.oppwoorden import Oppwoord, list_oppwoorden
from passend.overleggen.queries.overleggen import OPEN
from passend.plannen.permissions import visible_in_groep, why_may_lead_opp
from passend.plannen.queries.kenmerken import list_kenmerken
from passend.plannen.queries.opp import get_oppversie
from passend.plannen.queries.plannen import list_lopende_plannen
from passend.regels.inschrijving import bezwaar_als_weg
from passend.web.overleggen.verzoek import Overlegbezoek
from passend.web.plannen.woorden import SOORTEN


def oppwoorden(bezoek: Overlegbezoek) -> dict[tuple[Deelsoort, int | None], Oppwoord]:
    """What child and parents said on the plan, for who is of the school and while the sheet is open."""
    overleg, inzage = bezoek.overleg, bezoek.recht.inzage
    if overleg.leerling is None or inzage is None or not bezoek.recht.besluit_mee:
        return {}
    return list_oppwoorden(leerling=overleg.leerling, inzage=inzage)


def geprobeerd(bezoek: Overlegbezoek) -> list[Geprobeerd]:
    """What was tried before, for who is of the school and while the sheet is open."""
    overleg, inzage = bezoek.overleg, bezoek.recht.inzage
    if overleg.leerling is None or inzage is None or not bezoek.recht.besluit_mee:
        return []
    return list_geprobeerd(leerling=overleg.leerling, inzage=inzage, peildatum=bezoek.vandaag)


def doelen(bekend: Sequence[Bekend], bezoek: Overlegbezoek) -> list[Bekend]:
    """The goals of plans that lie on the sheet already, each once; for who is of the school and while it is open."""
    if not bezoek.recht.besluit_mee:
        return []
    return list({een.tekst.strip(): een for een in reversed(bekend) if een.is_doel}.values())[::-1]


def naar_opp(bezoek: Overlegbezoek) -> list[tuple[str, str]]:
    """The forms of the plan that are filled in from this sheet, once it is the minutes; for who leads the plan."""
    overleg, inzage = bezoek.overleg, bezoek.recht.inzage
    if overleg.leerling is None or inzage is None or not is_aan_te_bieden(overleg, op=bezoek.op):
        return []
    if why_may_lead_opp(inzage) is None:
        return []
    versie = get_oppversie(leerling=overleg.leerling)
    if versie is None or versie.opp.geeindigd_op is not None:
        return []
    vormen = (
        [(_("Terugkijken op het plan"), "terugblik", "terugkijken")]
        if versie.is_vastgesteld
        else [
            (_("Het gesprek met de ouders"), "gesprek", "ouders"),
            (_("Wat het kind zei"), "stem", "stem"),
            (_("De doelen en de besluiten"), "doelen", "d-doelen"),
        ]
    )
    adres = reverse("opp", kwargs={"code": bezoek.vestiging.code, "sleutel": overleg.leerling.sleutel})
    return [(naam, f"{adres}?{vorm}={overleg.pk}#{anker}") for naam, vorm, anker in vormen]


def begin_opp(bezoek: Overlegbezoek) -> str:
    """The form that begins a plan, for who leads it and a pupil who is here and has none that runs; else nothing."""
    overleg, inzage = bezoek.overleg, bezoek.recht.inzage
    if overleg.leerling is None or inzage is None or why_may_lead_opp(inzage) is None:
        return ""
    is_mdo = overleg.soort == Overlegsoort.MDO and overleg.stand in OPEN
    if not is_mdo and not is_aan_te_bieden(overleg, op=bezoek.op):
        return ""
    versie = get_oppversie(leerling=overleg.leerling)
    loopt = versie is not None and versie.opp.geeindigd_op is None
    if loopt or bezwaar_als_weg(overleg.leerling.uitgeschreven_op, bezoek.vandaag):
        return ""
    return reverse("opp", kwargs={"code": bezoek.vestiging.code, "sleutel": overleg.leerling.sleutel}) + "#begin-kop"


def uit_dossiers(bezoek: Overlegbezoek) -> dict[int, list[tuple[str, str]]]:
    """What is known of each pupil of a group, by their key, for who sees them for their work and while it is open."""
    overleg = bezoek.overleg
    if overleg.groep is None or overleg.stand not in OPEN:
        return {}
    leerlingen = list(visible_in_groep(bezoek.account, overleg.groep, op=bezoek.op))
    kenmerken = list_kenmerken(leerlingen=leerlingen, peildatum=bezoek.vandaag)
    plannen = list_lopende_plannen(leerlingen=leerlingen)
    afspraken = list_open_afspraken(
        leerlingen=leerlingen, zichtbaar=lambda: visible_overleggen(bezoek.account, op=bezoek.op), behalve=overleg
    )
    feiten = {
        een.pk: [
            *((str(SOORTEN[soort]), [rij.tekst for rij in rijen]) for soort, rijen in kenmerken[een.pk].items()),
            (_("plan"), [loopt.plan.doel for loopt in plannen[een.pk]]),
            (_("afgesproken"), [afspraak.wat for afspraak in afspraken.get(een.pk, ())]),
        ]
        for een in leerlingen
    }
    return {pk: [(wat, "; ".join(woorden)) for wat, woorden in delen if woorden] for pk, delen in feiten.items()}
