"""The made-up pupils of the region, with their parents and files; put in through the actions of the room."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from passend.begrippen.inzage import Vertrouwelijkheid
from passend.begrippen.rollen import Rolsoort
from passend.cli.demoregio import Regio, lees
from passend.leerlingen.actions.dossier import add_stuk, add_zienswijze, revise_stuk
from passend.leerlingen.actions.leerlingen import (
    Leerlinggegevens,
    Oudergegevens,
    add_ouder,
    deregister_leerling,
    place_leerling,
    register_leerling,
)
from passend.leerlingen.actions.toestemming import ask_toestemming, give_toestemming
from passend.organisaties.actions import create_groep
from passend.organisaties.queries import in_bestuur
from passend.regels.werkdagen import laatste_werkdag
from passend.toegang.actions import assign_groep

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MAAND = timedelta(days=30)
EERSTE_SCHOOLDAG = timedelta(days=4 * 365 + 1)  # the day after the fourth birthday


def load_leerlingen(regio: Regio, vandaag: date) -> None:
    """Load the groups and the pupils, each within the scope of its board."""
    bron = lees("leerlingen.json")
    groepen: dict[tuple[str, str], Any] = {}
    for groep in bron["groepen"]:
        with in_bestuur(regio.organisaties[groep["vestiging"]].bestuur_id):
            groepen[groep["vestiging"], groep["naam"]] = _load_groep(regio, groep)
    for leerling in bron["leerlingen"]:
        with in_bestuur(regio.organisaties[leerling["vestiging"]].bestuur_id):
            groep = groepen.get((leerling["vestiging"], leerling["groep"]))
            _load_leerling(regio, leerling, groep, vandaag)


def _load_groep(regio: Regio, bron: dict[str, Any]) -> Any:
    groep = create_groep(vestiging=regio.organisaties[bron["vestiging"]], schooljaar=str(regio.jaar), naam=bron["naam"])
    for gebruikersnaam in bron["leerkrachten"]:
        assign_groep(account=regio.accounts[gebruikersnaam], groep=groep, geldig_van=regio.jaar.begint_op)
    return groep


def _load_leerling(regio: Regio, bron: dict[str, Any], groep: Any, vandaag: date) -> None:
    geboren_op = date.fromisoformat(bron["geboren_op"])
    begin = min(geboren_op + EERSTE_SCHOOLDAG, regio.jaar.begint_op)
    leerling = register_leerling(
        actor=None,
        vestiging=regio.organisaties[bron["vestiging"]],
        gegevens=Leerlinggegevens(
            voornaam=bron["voornaam"], achternaam=bron["achternaam"], geboren_op=geboren_op, ingeschreven_op=begin
        ),
        op=moment_van(begin),
    )
    if groep is not None:
        place_leerling(
            actor=None, leerling=leerling, groep=groep, geldig_van=regio.jaar.begint_op, op=moment_van(begin)
        )
    for ouder in bron["ouders"]:
        _load_ouder(regio, leerling, ouder, begin)
    stukken = {stuk["titel"]: _load_stuk(regio, leerling, stuk, vandaag) for stuk in bron["stukken"]}
    if gevraagd := bron.get("toestemming"):
        _load_toestemming(regio, leerling, gevraagd, stukken, vandaag)
    if zienswijze := bron.get("zienswijze"):
        add_zienswijze(
            actor=regio.accounts[zienswijze["door"]],
            stuk=stukken[zienswijze["stuk"]],
            tekst=zienswijze["tekst"],
            is_verzoek=zienswijze["is_verzoek"],
            op=moment_van(vandaag - timedelta(days=6)),
        )
    if maanden := bron.get("uitgeschreven_maanden"):
        weg = vandaag - maanden * MAAND
        deregister_leerling(actor=None, leerling=leerling, uitgeschreven_op=weg, is_verwezen=False, op=moment_van(weg))


def _load_ouder(regio: Regio, leerling: Any, bron: dict[str, Any], begin: date) -> None:
    account = regio.accounts.get(bron.get("account", ""))
    gegevens = Oudergegevens(
        naam=bron.get("naam") or str(account),
        email=bron.get("account", ""),
        heeft_gezag=bron["heeft_gezag"],
        geldig_van=begin,
    )
    add_ouder(actor=None, leerling=leerling, gegevens=gegevens, op=moment_van(begin), account=account)


def _load_stuk(regio: Regio, leerling: Any, bron: dict[str, Any], vandaag: date) -> Any:
    stuk = None
    for nummer, versie in enumerate(bron["versies"]):
        dag = laatste_werkdag(vandaag - versie["maanden"] * MAAND)
        # a teacher has the group since this school year, so what is older was written by the intern begeleider
        is_nu = dag >= regio.jaar.begint_op
        ib = regio.wie(Rolsoort.INTERN_BEGELEIDER, leerling.vestiging.code)
        actor = regio.accounts[bron["door"]] if is_nu else ib
        if stuk is None:
            stuk = add_stuk(
                actor=actor,
                leerling=leerling,
                titel=bron["titel"],
                tekst=versie["tekst"],
                vertrouwelijkheid=Vertrouwelijkheid(bron["vertrouwelijkheid"]),
                geldig_van=dag,
                op=moment_van(dag),
            )
        else:
            revise_stuk(
                actor=actor, stuk=stuk, tekst=versie["tekst"], geldig_van=dag, nummer=nummer, op=moment_van(dag)
            )
    return stuk


def _load_toestemming(
    regio: Regio, leerling: Any, bron: dict[str, Any], stukken: dict[str, Any], vandaag: date
) -> None:
    dag = vandaag - timedelta(days=20)
    account = regio.accounts[bron["deskundige"]]
    toestemming = ask_toestemming(
        actor=regio.wie(Rolsoort.INTERN_BEGELEIDER, leerling.vestiging.code),
        leerling=leerling,
        email=bron["deskundige"],
        doel=bron["doel"],
        geldig_tot_en_met=vandaag + 2 * MAAND,
        stukken=[stukken[titel] for titel in bron["stukken"]],
        op=moment_van(dag),
        account=account,
    )
    for gebruikersnaam in bron["gegeven_door"]:
        give_toestemming(actor=regio.accounts[gebruikersnaam], toestemming=toestemming, op=moment_van(dag))


def moment_van(dag: date) -> datetime:
    """Nine in the morning of a day; on a day that has not come that far, now, for nothing is done later than now."""
    nu, negen = timezone.localtime(), datetime.combine(dag, time(9), tzinfo=AMSTERDAM)
    return min(nu, negen) if nu.date() == dag else negen
