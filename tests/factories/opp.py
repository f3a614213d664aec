"""Development perspective plans in every state, made through the actions of their room."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from PIL import Image, ImageDraw
from tests.factories.leerlingen import Gezin, maak_gezin
from tests.factories.profielen import OP, School

from passend.begrippen.bijlage import Bijlage
from passend.begrippen.opp import Oppaanleiding, Oppantwoord, Stemwijze
from passend.leerlingen.models import Leerling
from passend.plannen.actions.opp import offer_opp, record_oppoverleg, save_oppdeel, set_opp, start_opp
from passend.plannen.actions.oppevaluatie import Evaluatiegegevens, evaluate_opp
from passend.plannen.actions.oppouders import add_oppzienswijze, answer_opp, record_oppinstemming
from passend.plannen.actions.stem import Stemgegevens, answer_leerlingstem, record_leerlingstem
from passend.plannen.models import Leerlingstem, Oppversie
from passend.plannen.queries.opp import list_gezag, teksten
from passend.regels.handelingsdeel import handelingsdeelsom
from passend.toegang.models import Account

BEGIN = (OP - timedelta(days=20)).date()
TEKST = {
    "bevorderend": "Pip werkt graag met de handen.",
    "belemmerend": "Lange teksten lezen kost veel tijd.",
    "uitstroom": "vmbo_theorie",
    "onderbouwing": "De resultaten groeien.",
    "afwijking": "Pip doet alles mee, met kortere teksten.",
    "begeleiding": "Drie keer per week een kwartier lezen met de onderwijsassistent.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A family with a plan."""

    gezin: Gezin
    versie: Oppversie

    @property
    def school(self) -> School:
        """The school of the family."""
        return self.gezin.school


def maak_tekening(kleur: str = "orange") -> bytes:
    """A picture as a child would draw it."""
    beeld = Image.new("RGB", (120, 90), "white")
    ImageDraw.Draw(beeld).ellipse((30, 20, 90, 80), fill=kleur)
    uit = io.BytesIO()
    beeld.save(uit, format="PNG")
    return uit.getvalue()


SCAN = Bijlage(extensie="png", inhoud=maak_tekening("grey"))


def schrijf(versie: Oppversie, school: School, delen: Mapping[str, str] = TEKST) -> None:
    """Save parts of a concept, each on top of what is there."""
    for code, tekst in delen.items():
        gezien = versie.inhoud.get(code, {"versie": 0})["versie"]
        save_oppdeel(actor=school.intern_begeleider, versie=versie, code=code, tekst=tekst, gezien=gezien, op=OP)


def maak_plan(gezin: Gezin | None = None, delen: Mapping[str, str] = TEKST) -> Plan:
    """A concept with everything the law asks to be written in it, and nobody asked yet."""
    gezin = gezin or maak_gezin()
    versie = start_opp(
        actor=gezin.school.intern_begeleider,
        leerling=gezin.leerling,
        aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING,
        begonnen_op=BEGIN,
        op=OP,
    )
    schrijf(versie, gezin.school, delen)
    return Plan(gezin=gezin, versie=versie)


def hoor(plan: Plan, **anders: object) -> Leerlingstem:
    """Let the child say something."""
    velden = {"op": OP.date(), "wijze": Stemwijze.EIGEN_WOORDEN, "gezegd": "Ik wil samen lezen.", **anders}
    return record_leerlingstem(actor=plan.school.leerkracht, versie=plan.versie, gegevens=Stemgegevens(**velden), op=OP)


def verwerk(plan: Plan, stem: Leerlingstem) -> None:
    """Say what was done with it."""
    answer_leerlingstem(
        actor=plan.school.intern_begeleider,
        stem=stem,
        gedaan="We lezen nu met een maatje.",
        teruggekoppeld_op=None,
        op=OP,
    )


def overleg(plan: Plan, *, is_verschenen: bool = True) -> None:
    """Talk the whole over with the parent who has authority."""
    record_oppoverleg(
        actor=plan.school.intern_begeleider,
        versie=plan.versie,
        dag=OP.date(),
        gezegd="Vader ziet dat Pip weer leest.",
        gedaan="",
        ouders={plan.gezin.relatie: is_verschenen},
        op=OP,
    )


def antwoord(plan: Plan, wat: Oppantwoord = Oppantwoord.AKKOORD, reden: str = "") -> None:
    """Let the parent answer on what it says now."""
    som = handelingsdeelsom(teksten(Oppversie.objects.get(pk=plan.versie.pk)))
    answer_opp(actor=plan.gezin.ouder, versie=plan.versie, antwoord=wat, reden=reden, gelezen=som, op=OP)


def maak_rijp_plan(gezin: Gezin | None = None) -> Plan:
    """A plan that may be set."""
    plan = maak_plan(gezin)
    rijp(plan)
    return plan


def rijp(plan: Plan) -> None:
    """Let the child be heard and the parent agree, so that a plan may be set."""
    verwerk(plan, hoor(plan))
    offer_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)
    overleg(plan)
    antwoord(plan)


def maak_vast_plan(gezin: Gezin | None = None) -> Plan:
    """A plan that was set."""
    plan = maak_rijp_plan(gezin)
    set_opp(actor=plan.school.intern_begeleider, versie=plan.versie, op=OP)
    return plan


def maak_opprijen(school: School, leerling: Leerling, ouder: Account, *, vast: datetime) -> None:
    """A row about a pupil in every table of these plans: a plan that was set at that moment, and looked at again."""
    relatie = next(een for een in list_gezag(leerling=leerling, peildatum=OP.date()) if een.account_id == ouder.pk)
    ib = school.intern_begeleider
    versie = start_opp(
        actor=ib, leerling=leerling, aanleiding=Oppaanleiding.EXTRA_ONDERSTEUNING, begonnen_op=BEGIN, op=OP
    )
    schrijf(versie, school)
    gegevens = Stemgegevens(op=OP.date(), wijze=Stemwijze.TEKENING, tekening=SCAN)
    stem = record_leerlingstem(actor=ib, versie=versie, gegevens=gegevens, op=OP)
    answer_leerlingstem(actor=ib, stem=stem, gedaan="Meer rust.", teruggekoppeld_op=OP.date(), op=OP)
    offer_opp(actor=ib, versie=versie, op=OP)
    record_oppoverleg(
        actor=ib, versie=versie, dag=OP.date(), gezegd="Goed zo.", gedaan="", ouders={relatie: True}, op=OP
    )
    record_oppinstemming(actor=ib, versie=versie, ouder=relatie, antwoord=Oppantwoord.AKKOORD, scan=SCAN, op=OP)
    add_oppzienswijze(actor=ouder, versie=versie, tekst="Fijn.", op=OP)
    Oppversie.objects.filter(pk=versie.pk).update(vastgesteld_op=vast, vastgesteld_door=ib)
    versie.refresh_from_db()
    terugblik = Evaluatiegegevens(
        op=OP.date(),
        werkte="Rust",
        werkte_niet="",
        vervolg="vervolg",
        is_besproken_met_ouders=True,
        is_besproken_met_leerling=True,
    )
    evaluate_opp(actor=ib, versie=versie, gegevens=terugblik, op=OP)
