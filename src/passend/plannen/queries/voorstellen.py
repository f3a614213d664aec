"""The plans that came along from other schools, as data that a page and an action read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from passend.begrippen.hgw import Voorstelsoort, Voorstelstand
from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.overstap import Meegekomenopp, Meegekomenplan, Meegekomenregel
from passend.leerlingen.models import Leerling
from passend.plannen.models import Planvoorstel
from passend.regels.opp import evaluatie_uiterlijk_op
from passend.regels.oppdelen import DELEN, REGELS, UITSTROOM, UITSTROOMBESTEMMINGEN
from passend.regels.parameterbestand import GeenWaardeError
from passend.regels.planregels import Regelfeiten, regels_als_begeleiding, regelzin


@dataclass(frozen=True, slots=True, kw_only=True)
class Planvoorstelbeeld:
    """A plan that another school gave along, and from which day it would go on here."""

    voorstel: Planvoorstel
    plan: Meegekomenplan


@dataclass(frozen=True, slots=True, kw_only=True)
class Oppvoorstelbeeld:
    """A perspective that another school gave along: its parts with their names, and until when it would look back."""

    voorstel: Planvoorstel
    opp: Meegekomenopp
    delen: list[tuple[str, str]]
    evalueren_op: date | None


def list_planvoorstellen(*, leerling: Leerling) -> list[Planvoorstelbeeld]:
    """The plans on which nobody decided yet."""
    return [Planvoorstelbeeld(voorstel=een, plan=lees_plan(een)) for een in _wachtend(leerling, Voorstelsoort.PLAN)]


def get_oppvoorstel(*, leerling: Leerling, klassen: Collection[Vertrouwelijkheid]) -> Oppvoorstelbeeld | None:
    """The newest perspective on which nobody decided yet, with the parts of the classes that may be read."""
    voorstel = _wachtend(leerling, Voorstelsoort.OPP).last()
    if voorstel is None:
        return None
    opp = lees_opp(voorstel)
    return Oppvoorstelbeeld(
        voorstel=voorstel,
        opp=opp,
        delen=delen_in_woorden(opp, klassen),
        evalueren_op=_evalueren_op(opp),
    )


def get_voorstel(*, leerling: Leerling, pk: int) -> Planvoorstel | None:
    """One plan that came along for this pupil, whatever was decided on it."""
    return Planvoorstel.objects.filter(leerling=leerling, pk=pk).first()


def has_voorstellen(*, leerling: Leerling) -> bool:
    """True when something that came along waits for somebody."""
    return Planvoorstel.objects.filter(leerling=leerling, stand=Voorstelstand.WACHT.value).exists()


def lees_plan(voorstel: Planvoorstel) -> Meegekomenplan:
    """The plan in a proposal."""
    inhoud = voorstel.inhoud
    return Meegekomenplan(
        niveau=inhoud["niveau"],
        aanleiding=inhoud["aanleiding"],
        doel=inhoud["doel"],
        geldig_van=date.fromisoformat(inhoud["geldig_van"]),
        geldig_tot_en_met=date.fromisoformat(inhoud["geldig_tot_en_met"]),
        regels=tuple(Meegekomenregel(**een) for een in inhoud["regels"]),
    )


def lees_opp(voorstel: Planvoorstel) -> Meegekomenopp:
    """The perspective in a proposal."""
    inhoud = voorstel.inhoud
    return Meegekomenopp(
        begonnen_op=date.fromisoformat(inhoud["begonnen_op"]),
        vastgesteld_op=date.fromisoformat(inhoud["vastgesteld_op"]),
        delen=regels_als_begeleiding(inhoud["delen"]),
        regels=tuple(Meegekomenregel(**een) for een in inhoud.get("regels", ())),
        geevalueerd_op=tuple(date.fromisoformat(dag) for dag in inhoud["geevalueerd_op"]),
    )


def delen_in_woorden(opp: Meegekomenopp, klassen: Collection[Vertrouwelijkheid]) -> list[tuple[str, str]]:
    """The parts in the order of a plan, each with its name."""
    regels = "\n".join(regelzin(regelfeiten(een)) for een in opp.regels)
    woorden = {**opp.delen, UITSTROOM: UITSTROOMBESTEMMINGEN.get(opp.delen.get(UITSTROOM, ""), ""), REGELS: regels}
    return [(deel.naam, woorden[deel.code]) for deel in DELEN if deel.klasse in klassen and woorden.get(deel.code)]


def regelfeiten(regel: Meegekomenregel) -> Regelfeiten:
    """A line of another school as a line here; what it offers there is not what is offered here."""
    return Regelfeiten(aanpak=regel.aanpak, wie=regel.wie, hoe_vaak=regel.hoe_vaak, behoefte=regel.behoefte)


def _evalueren_op(opp: Meegekomenopp) -> date | None:
    """By when the other school would look back; None for days from before the rules that are known here."""
    try:
        return evaluatie_uiterlijk_op(opp.vastgesteld_op, opp.geevalueerd_op).dag
    except GeenWaardeError:
        return None


def _wachtend(leerling: Leerling, soort: Voorstelsoort) -> QuerySet[Planvoorstel]:
    return Planvoorstel.objects.filter(leerling=leerling, soort=soort.value, stand=Voorstelstand.WACHT.value)
