"""The made-up meetings of the region: one held and closed, one next week with an expert, one about a group."""

from datetime import date, datetime, time, timedelta
from typing import Any

from passend.begrippen.overleg import Deelnemerrol, Overlegsoort
from passend.begrippen.rollen import Rolsoort
from passend.cli.demoregio import AMSTERDAM, Regio, lees
from passend.leerlingen.actions.toestemming import give_toestemming, record_toestemming
from passend.leerlingen.queries.leerlingen import find_leerlingen, list_ouders
from passend.organisaties.queries import in_bestuur, list_groepen
from passend.overleggen.actions.blad import Besluitgegevens, add_besluit, complete_besluit, save_deel
from passend.overleggen.actions.deelnemers import (
    Deelnemergegevens,
    add_deelnemer,
    ask_deelnemertoestemming,
    record_uitnodiging,
    set_iedereen_aanwezig,
)
from passend.overleggen.actions.overleg import Overleggegevens, plan_overleg
from passend.overleggen.actions.sluiten import close_overleg
from passend.overleggen.queries.blad import list_delen
from passend.overleggen.queries.overleggen import list_deelnemers, toegelaten

TWEE_WEKEN = timedelta(days=14)
HALF_VIER, NEGEN = time(15, 30), time(9)


def load_overleggen(regio: Regio, vandaag: date) -> None:
    """Load the meetings, each within the scope of its board."""
    bron = lees("overleggen.json")
    for naam, laad in (("gesloten", _load_gesloten), ("gepland", _load_gepland), ("groep", _load_groep)):
        code = (bron[naam].get("leerling") or bron[naam]["groep"])[0]
        with in_bestuur(regio.organisaties[code].bestuur_id):
            laad(regio, bron[naam], vandaag)


def _load_gesloten(regio: Regio, bron: dict[str, Any], vandaag: date) -> None:
    overleg = _plan(regio, bron, vandaag)
    actor, na = _ib(regio, overleg), overleg.begint_op + timedelta(minutes=50)
    _load_extern(regio, overleg, bron, vandaag)
    _schrijf(regio, overleg, bron, na)
    klaar = [_besluit(overleg, feiten, vandaag, na, actor) for feiten in bron["besluiten"] if feiten[3]]
    for feiten in bron["besluiten"]:
        if not feiten[3]:
            _besluit(overleg, feiten, vandaag, na, actor)
    set_iedereen_aanwezig(actor=actor, overleg=overleg, op=na)
    close_overleg(actor=actor, overleg=overleg, op=na)
    for besluit in klaar:
        complete_besluit(actor=actor, besluit=besluit, op=_moment(vandaag - TWEE_WEKEN))


def _load_gepland(regio: Regio, bron: dict[str, Any], vandaag: date) -> None:
    overleg = _plan(regio, bron, vandaag)
    _load_extern(regio, overleg, bron, vandaag)
    _schrijf(regio, overleg, bron, _moment(vandaag - timedelta(days=1)))


def _load_groep(regio: Regio, bron: dict[str, Any], vandaag: date) -> None:
    overleg = _plan(regio, bron, vandaag)
    actor, na = _ib(regio, overleg), overleg.begint_op + timedelta(minutes=50)
    per_naam: dict[str, Any] = {}
    for deel in list_delen(overleg=overleg):
        naam = deel.leerling.voornaam if deel.leerling else ""
        per_naam[naam] = deel.leerling
        if tekst := bron["regels"].get(naam) if naam else bron["tekst"]:
            save_deel(actor=actor, deel=deel, tekst=tekst, versie=deel.versie, op=na)
    for feiten in bron["besluiten"]:
        _besluit(overleg, feiten, vandaag, na, actor, per_naam.get(feiten[4]))
    set_iedereen_aanwezig(actor=actor, overleg=overleg, op=na)
    close_overleg(actor=actor, overleg=overleg, op=na)


def _plan(regio: Regio, bron: dict[str, Any], vandaag: date) -> Any:
    """Plan it two weeks ahead, or yesterday when it is still to come, on a day on which there is school."""
    dag = _schooldag(max(vandaag + timedelta(days=bron["dagen"]), regio.jaar.begint_op))
    if "leerling" in bron:
        code, voornaam, achternaam = bron["leerling"]
        vestiging = regio.organisaties[code]
        over: Any = find_leerlingen(vestiging=vestiging, voornaam=voornaam, achternaam=achternaam)[0]
        soort = Overlegsoort.MDO
    else:
        code, naam = bron["groep"]
        vestiging = regio.organisaties[code]
        over = list_groepen(vestiging=vestiging, schooljaar=str(regio.jaar)).get(naam=naam)
        soort = Overlegsoort.GROEPSBESPREKING
    return plan_overleg(
        actor=regio.wie(Rolsoort.INTERN_BEGELEIDER, code),
        over=over,
        soort=soort,
        gegevens=Overleggegevens(
            begint_op=datetime.combine(dag, HALF_VIER, tzinfo=AMSTERDAM), minuten=60, plaats=bron["plaats"]
        ),
        op=_moment(min(dag - TWEE_WEKEN, vandaag - timedelta(days=1))),
    )


def _load_extern(regio: Regio, overleg: Any, bron: dict[str, Any], vandaag: date) -> None:
    """Somebody from outside, with what the parents said of it, and then everybody is asked."""
    actor, extern = _ib(regio, overleg), bron["extern"]
    op = overleg.gepland_op
    gegevens = Deelnemergegevens(rol=Deelnemerrol(extern["rol"]), naam=extern["naam"], email=extern["email"])
    deelnemer = add_deelnemer(actor=actor, overleg=overleg, gegevens=gegevens, op=op)
    toestemming = ask_deelnemertoestemming(
        actor=actor, deelnemer=deelnemer, geldig_tot_en_met=overleg.begint_op.date() + TWEE_WEKEN, op=op
    )
    for gebruikersnaam in bron.get("gegeven_door", []):
        give_toestemming(actor=regio.accounts[gebruikersnaam], toestemming=toestemming, op=op)
    if "gegeven_door" not in bron:
        for ouder in list_ouders(leerling=overleg.leerling, peildatum=op.date()):
            record_toestemming(actor=actor, toestemming=toestemming, ouder=ouder, getekend_op=op.date(), op=op)
    deelnemers = list_deelnemers(overleg=overleg)
    mogen = toegelaten(deelnemers=deelnemers, overleg=overleg, op=op)
    for een in deelnemers:
        if een.email and een.pk in mogen:
            record_uitnodiging(actor=actor, deelnemer=een, op=op)


def _schrijf(regio: Regio, overleg: Any, bron: dict[str, Any], op: datetime) -> None:
    """Write on the sheet, for each parent what they said themselves."""
    actor = _ib(regio, overleg)
    for deel in list_delen(overleg=overleg):
        if tekst := bron["delen"].get(deel.ouder.naam if deel.ouder else deel.soort):
            save_deel(actor=actor, deel=deel, tekst=tekst, versie=deel.versie, op=op)


def _besluit(overleg: Any, feiten: list[Any], vandaag: date, op: datetime, actor: Any, leerling: Any = None) -> Any:
    wat, wie, dagen = feiten[:3]
    eigenaar = next(een for een in list_deelnemers(overleg=overleg) if een.email == wie)
    uiterlijk_op = max(vandaag + timedelta(days=dagen), overleg.begint_op.date())
    gegevens = Besluitgegevens(wat=wat, eigenaar=eigenaar, uiterlijk_op=uiterlijk_op, leerling=leerling)
    return add_besluit(actor=actor, overleg=overleg, gegevens=gegevens, op=op)


def _ib(regio: Regio, overleg: Any) -> Any:
    return regio.wie(Rolsoort.INTERN_BEGELEIDER, overleg.vestiging.code)


def _schooldag(dag: date) -> date:
    """The day itself, or the Monday after it."""
    return dag + timedelta(days=max(0, 7 - dag.weekday()) if dag.weekday() > 4 else 0)  # noqa: PLR2004 -- Friday


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, NEGEN, tzinfo=AMSTERDAM)
