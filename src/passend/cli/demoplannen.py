"""A group of twenty-five made-up pupils with what helps them, results, a round that is finished and one that runs."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from passend.begrippen.hgw import Cluster, Kenmerksoort, Uitkomst
from passend.cli.demoleerlingen import EERSTE_SCHOOLDAG, moment_van
from passend.cli.demoregio import Regio, lees
from passend.cli.demotoetsen import SCHALEN, maak_cito
from passend.cli.demowijzers import load_clusterwijzers, wijs_aan
from passend.leerlingen.actions.leerlingen import Leerlinggegevens, place_leerling, register_leerling
from passend.leerlingen.queries.leerlingen import find_leerlingen
from passend.organisaties.queries import in_bestuur, list_groepen
from passend.plannen.actions.groepsplannen import close_groepsplan, draft_groepsplan, save_clustertekst, set_uitkomst
from passend.plannen.actions.kenmerken import save_kenmerkblad
from passend.plannen.actions.plannen import add_plan, continue_plan, evaluate_plan, save_gewone_woorden
from passend.plannen.actions.rondes import set_rondes
from passend.plannen.queries.groepsplannen import get_cluster, list_groepsplannen
from passend.plannen.queries.rondes import get_ronde_op
from passend.regels.instrumenten import Resultaatgegevens
from passend.regels.planevaluatie import Planfeiten
from passend.regels.planrondes import MEESTE_RONDES, verdeel
from passend.regels.tekstmerk import tekstmerk
from passend.volgen.actions.resultaten import import_toetsresultaten

WEEK = timedelta(weeks=1)
VAKKEN = ("rekenen", "technisch_lezen", "begrijpend_lezen")
MOMENTEN = (("M3", 22), ("E3", 17), ("M4", 10), ("E4", 5))  # months ago


def load_plannen(regio: Regio, vandaag: date) -> None:
    """Load the group, within the scope of its board; the pupils of before get what they need as well."""
    bron = lees("plannen.json")
    vestiging = regio.organisaties[bron["vestiging"]]
    with in_bestuur(vestiging.bestuur_id):
        groep = list_groepen(vestiging=vestiging, schooljaar=str(regio.jaar)).get(naam=bron["groep"])
        groep.vestiging = vestiging
        leerkracht, ib = regio.accounts[bron["leerkracht"]], regio.accounts[bron["ib"]]
        leerlingen = _load_leerlingen(regio, groep, bron, vandaag)
        op = moment_van(regio.jaar.begint_op)
        set_rondes(
            actor=ib, vestiging=vestiging, schooljaar=regio.jaar, rondes=verdeel(regio.jaar, MEESTE_RONDES), op=op
        )
        nieuw = [leerling for naam, leerling in leerlingen.items() if naam not in bron["van_eerder"]]
        _load_resultaten(ib, vestiging, nieuw, vandaag)
        _load_kenmerken(leerkracht, leerlingen, bron, op)
        for plan in bron["plannen"]:
            _load_plan(leerkracht, leerlingen[plan["leerling"]], plan, regio, vandaag)
        for groepsplan in bron["groepsplannen"]:
            _load_groepsplan(leerkracht, groep, groepsplan, bron["doelen_nu"], vandaag)


def _load_leerlingen(regio: Regio, groep: Any, bron: dict[str, Any], vandaag: date) -> dict[str, Any]:
    """The twenty-two who are new, and the three who were in the group already, by name."""
    leerlingen: dict[str, Any] = {}
    for kind in bron["leerlingen"]:
        geboren_op = date.fromisoformat(kind["geboren_op"])
        op = moment_van(min(geboren_op + EERSTE_SCHOOLDAG, regio.jaar.begint_op))
        leerling = register_leerling(
            actor=None,
            vestiging=groep.vestiging,
            gegevens=Leerlinggegevens(
                voornaam=kind["voornaam"],
                achternaam=kind["achternaam"],
                geboren_op=geboren_op,
                ingeschreven_op=op.date(),
            ),
            op=op,
        )
        place_leerling(actor=None, leerling=leerling, groep=groep, geldig_van=regio.jaar.begint_op, op=op)
        leerlingen[str(leerling)] = leerling
    for naam in bron["van_eerder"]:
        voornaam, achternaam = naam.split(" ", 1)
        [leerlingen[naam]] = find_leerlingen(vestiging=groep.vestiging, voornaam=voornaam, achternaam=achternaam)
    return leerlingen


def _load_resultaten(ib: Any, vestiging: Any, leerlingen: list[Any], vandaag: date) -> None:
    """Four results in three subjects each, the same on every machine: a start, a growth, and a dip now and then."""
    regels = [
        (leerling, _resultaat(vak, nummer, keer, vandaag))
        for nummer, leerling in enumerate(leerlingen)
        for vak in VAKKEN
        for keer in range(len(MOMENTEN))
    ]
    import_toetsresultaten(actor=ib, vestiging=vestiging, regels=regels, op=moment_van(vandaag))


def _resultaat(vak: str, nummer: int, keer: int, vandaag: date) -> Resultaatgegevens:
    moment, maanden = MOMENTEN[keer]
    rang = (nummer * 37 + len(vak) * 11) % 100
    percentiel = max(2, min(98, rang + ((nummer * 7 + keer * 13) % 17) - 8 - (12 if nummer % 9 == keer else 0)))
    return maak_cito(vak, moment, SCHALEN[vak].score(moment, percentiel), vandaag - maanden * timedelta(days=30))


def _load_kenmerken(leerkracht: Any, leerlingen: Mapping[str, Any], bron: dict[str, Any], op: datetime) -> None:
    nieuw = {f"{kind['voornaam']} {kind['achternaam']}": kind for kind in bron["leerlingen"]}
    for naam, kind in {**nieuw, **bron["van_eerder"]}.items():
        teksten = {soort: "\n".join(kind[soort]) for soort in Kenmerksoort}
        save_kenmerkblad(actor=leerkracht, leerling=leerlingen[naam], teksten=teksten, gezien={}, op=op)


def _load_plan(leerkracht: Any, leerling: Any, bron: dict[str, Any], regio: Regio, vandaag: date) -> None:
    """A teacher has the group since this school year, so that no plan begins before it."""
    begin = max(vandaag - bron["weken_geleden"] * WEEK, regio.jaar.begint_op)
    plan = add_plan(
        actor=leerkracht,
        leerling=leerling,
        feiten=Planfeiten(
            aanleiding=bron["aanleiding"],
            doel=bron["doel"],
            niveau=bron["niveau"],
            geldig_van=begin,
            geldig_tot_en_met=begin + bron["weken"] * WEEK,
        ),
        regels=[wijs_aan(leerling, regel) for regel in bron["regels"]],
        op=moment_van(begin),
    )
    if bron.get("uitkomst"):
        op = moment_van(max(begin, vandaag - WEEK))
        uitslag = {naam: bron[naam] for naam in ("uitkomst", "evaluatie", "wat_werkte")}
        plan = evaluate_plan(actor=leerkracht, plan=plan, **uitslag, op=op)
        einde = op.date() + bron["weken"] * WEEK
        plan = continue_plan(actor=leerkracht, plan=plan, geldig_tot_en_met=einde, op=op)
    for taal, tekst in bron.get("gewoon", {}).items():
        is_engels, op = taal == "en", moment_van(vandaag)
        save_gewone_woorden(actor=leerkracht, plan=plan, tekst=tekst, merk=tekstmerk(""), is_engels=is_engels, op=op)


def _load_groepsplan(leerkracht: Any, groep: Any, bron: dict[str, Any], nu: dict[str, Any], vandaag: date) -> None:
    """The round before this one, evaluated, and the one that runs; in the first round of a year only that one."""
    ronde = get_ronde_op(vestiging=groep.vestiging, dag=vandaag)
    eerste = ronde is None or ronde.nummer == 1
    dag = vandaag if eerste or ronde is None else ronde.geldig_van - WEEK
    plan = draft_groepsplan(actor=leerkracht, groep=groep, vak=bron["vak"], op=moment_van(dag))
    for cluster, teksten in bron["clusters"].items():
        velden = ("doel", "aanpak") if eerste else ("doel", "aanpak", "evaluatie", "wat_werkte")
        for veld in velden:
            _schrijf(leerkracht, plan, Cluster(cluster), veld, teksten[veld], moment_van(dag))
        if not eerste:
            set_uitkomst(
                actor=leerkracht,
                plan=plan,
                cluster=Cluster(cluster),
                uitkomst=Uitkomst(teksten["uitkomst"]),
                op=moment_van(dag),
            )
    if eerste:
        load_clusterwijzers(leerkracht, plan, bron.get("wijst", {}), vandaag)
        return
    close_groepsplan(actor=leerkracht, plan=plan, op=moment_van(dag))
    volgende = list_groepsplannen(groep=groep).filter(vak=bron["vak"])[0]
    volgende.groep = groep
    for cluster, doel in nu[bron["vak"]].items():
        _schrijf(leerkracht, volgende, Cluster(cluster), "doel", doel, moment_van(vandaag))
    load_clusterwijzers(leerkracht, volgende, bron.get("wijst", {}), vandaag)


def _schrijf(leerkracht: Any, plan: Any, cluster: Cluster, veld: str, tekst: str, op: datetime) -> None:
    huidig = getattr(get_cluster(plan=plan, cluster=cluster), veld)
    save_clustertekst(
        actor=leerkracht, plan=plan, cluster=cluster, veld=veld, tekst=tekst, merk=tekstmerk(huidig), op=op
    )
