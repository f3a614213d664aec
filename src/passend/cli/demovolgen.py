"""How the made-up pupils are doing: results over years, what was seen, and absence; put in through the actions."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from passend.begrippen.periode import Periode
from passend.begrippen.rollen import Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.begrippen.volgen import Verzuimsoort, Waarnemingsoort
from passend.cli.demodagen import terug
from passend.cli.demoregio import Regio, lees
from passend.cli.demotoetsen import EERSTE_GROEP, SCHALEN, maak_cito
from passend.leerlingen.queries.leerlingen import find_leerlingen
from passend.organisaties.queries import in_bestuur
from passend.regels.instrumenten import Resultaatgegevens, get_normschema
from passend.regels.lesvrij import Lesvrijregel
from passend.volgen.actions.lesvrij import add_lesvrijeperiode
from passend.volgen.actions.resultaten import import_toetsresultaten
from passend.volgen.actions.verzuim import Verzuimgegevens, record_verzuim
from passend.volgen.actions.waarnemingen import Waarneminggegevens, add_waarneming
from passend.volgen.queries.vakanties import vakantiedagen

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAG = timedelta(days=1)


def load_volgen(regio: Regio, vandaag: date) -> None:
    """Load what is known of the pupils, each within the scope of its board."""
    bron = lees("volgen.json")
    for een in bron["leerlingen"]:
        vestiging = regio.organisaties[een["vestiging"]]
        with in_bestuur(vestiging.bestuur_id):
            [leerling] = find_leerlingen(vestiging=vestiging, voornaam=een["voornaam"], achternaam=een["achternaam"])
            _load_een(regio, leerling, een, vandaag)
    _load_lesvrij(regio, bron, vandaag)


def _load_lesvrij(regio: Regio, bron: dict[str, Any], vandaag: date) -> None:
    """A day for the team of each school with pupils, not long ago and on a day of which no absence is known."""
    bezet = {verzuim["lesdag"] for een in bron["leerlingen"] for verzuim in een["verzuim"]}
    nummer = next(nummer for nummer in range(4, 200) if nummer not in bezet)
    for code in sorted({een["vestiging"] for een in bron["leerlingen"]}):
        vestiging = regio.organisaties[code]
        with in_bestuur(vestiging.bestuur_id):
            dag = list(_lesdagen(vestiging, vandaag))[nummer]
            regel = Lesvrijregel(naam="Studiedag van het team", periode=Periode(dag, dag))
            ib = regio.wie(Rolsoort.INTERN_BEGELEIDER, code)
            add_lesvrijeperiode(actor=ib, vestiging=vestiging, regel=regel, op=_moment(vandaag))


def _load_een(regio: Regio, leerling: Any, bron: dict[str, Any], vandaag: date) -> None:
    ib = regio.wie(Rolsoort.INTERN_BEGELEIDER, leerling.vestiging.code)
    gegevens = [*_cito(bron, regio.jaar), *_iep(bron, regio.jaar)]
    regels = [(leerling, een) for een in gegevens if leerling.ingeschreven_op < een.afgenomen_op <= vandaag]
    if regels:
        import_toetsresultaten(actor=ib, vestiging=leerling.vestiging, regels=regels, op=_moment(vandaag))
    for waarneming in bron["waarnemingen"]:
        dag = max(terug(vandaag, waarneming["dagen"]), leerling.ingeschreven_op)
        eigen = regio.accounts[bron["leerkracht"]] if bron["leerkracht"] and dag >= regio.jaar.begint_op else ib
        add_waarneming(
            actor=eigen,
            leerling=leerling,
            gegevens=Waarneminggegevens(
                soort=Waarnemingsoort(waarneming["soort"]),
                tekst=waarneming["tekst"],
                gezien_op=dag,
                vak=waarneming.get("vak", ""),
                score=waarneming.get("score", ""),
            ),
            op=_moment(dag),
        )
    lesdagen = list(_lesdagen(leerling.vestiging, vandaag))
    for verzuim in bron["verzuim"]:
        dag = lesdagen[verzuim["lesdag"]]
        gegeven = Verzuimgegevens(
            soort=Verzuimsoort(verzuim["soort"]), van=dag, tot_en_met=dag, uren=Decimal(verzuim["uren"])
        )
        record_verzuim(actor=ib, leerling=leerling, gegevens=gegeven, op=_moment(dag))


def _cito(bron: dict[str, Any], jaar: Schooljaar) -> Iterator[Resultaatgegevens]:
    """Middle and end of each group from group 3 on; a score that grows, higher for who does better."""
    for vak, percentielen in bron["percentielen"].items():
        score = 0
        for nummer, percentiel in enumerate(percentielen):
            groep, is_eind = EERSTE_GROEP + nummer // 2, bool(nummer % 2)
            moment = f"{'E' if is_eind else 'M'}{groep}"
            if vak not in bron.get("zelfde_score", ()) or nummer < 2:  # noqa: PLR2004 -- the year after that nothing grew
                score = SCHALEN[vak].score(moment, percentiel)
            yield maak_cito(vak, moment, score, _dag(jaar, bron["groep"] - groep, is_eind=is_eind))


def _iep(bron: dict[str, Any], jaar: Schooljaar) -> Iterator[Resultaatgegevens]:
    """From group 6 on the school tests with another instrument, on another scale."""
    for vak, scores in bron.get("iep", {}).items():
        schema = get_normschema("iep_rekenen" if vak == "rekenen" else "iep_taal")
        for nummer, score in enumerate(scores):
            niveau = schema.niveau_van(score) if schema else ""
            yield Resultaatgegevens(
                instrument="iep",
                vak=vak,
                afgenomen_op=_dag(jaar, bron["groep"] - 6, is_eind=bool(nummer % 2)),
                afnamemoment=f"{'E' if nummer % 2 else 'M'}6",
                schaalscore=Decimal(score),
                niveau=niveau,
                normschema=schema.code if schema else "",
                referentieniveau=niveau,
            )


def _dag(jaar: Schooljaar, jaren_terug: int, *, is_eind: bool) -> date:
    """A Tuesday or so in January or June of the school year so many years ago."""
    begin = jaar.beginjaar - jaren_terug
    return date(begin + 1, 6, 11) if is_eind else date(begin + 1, 1, 22)


def _lesdagen(vestiging: Any, vandaag: date) -> Iterator[date]:
    """The school days before today, newest first."""
    vrij = vakantiedagen(vestiging=vestiging, van=vandaag - 200 * DAG, tot_en_met=vandaag)
    for nummer in range(1, 200):
        dag = vandaag - nummer * DAG
        if dag.weekday() < 5 and dag not in vrij:  # noqa: PLR2004 -- Saturday
            yield dag


def _moment(dag: date) -> datetime:
    """Nine in the morning of a day."""
    return datetime.combine(dag, time(9), tzinfo=AMSTERDAM)
