"""What the other schools of the made-up region say of themselves: their kind, and where they have room."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from passend.begrippen.aanmelding import Andereschool, Plaatsstand
from passend.cli.demodagen import terug
from passend.cli.demoregio import AMSTERDAM, Regio
from passend.organisaties.queries import in_bestuur
from passend.toelating.actions.school import Beleidgegevens, Ruimtegegevens, set_beleid, set_ruimte

LANG_GELEDEN = 200  # days


def load_schoolruimte(regio: Regio, bron: Iterable[Mapping[str, Any]], vandaag: date) -> None:
    """Let each school say its kind and its room, within the scope of its board."""
    for een in bron:
        vestiging = regio.organisaties[een["code"]]
        beleid = Beleidgegevens(
            is_openbaar="Openbaar" in str(vestiging.bestuur),
            is_aanmelden_open=False,
            schoolsoort=Andereschool(een["soort"]),
            beleid_adres=f"{vestiging.website}/toelating",
        )
        with in_bestuur(vestiging.bestuur_id):
            set_beleid(actor=None, vestiging=vestiging, gegevens=beleid, op=_moment(terug(vandaag, LANG_GELEDEN)))
            for leerjaar, stand, dagen in een["ruimte"]:
                dag = terug(vandaag, dagen)
                ruimte = Ruimtegegevens(leerjaar=leerjaar, stand=Plaatsstand(stand), geldig_van=dag)
                set_ruimte(actor=None, vestiging=vestiging, gegevens=ruimte, op=_moment(dag))


def met_school(regio: Regio, feiten: Mapping[str, Any]) -> dict[str, Any]:
    """What is noted of another school, which stands in the region when it is named by its code."""
    over = {naam: waarde for naam, waarde in feiten.items() if naam != "code"}
    if "code" not in feiten:
        return over
    vestiging = regio.organisaties[feiten["code"]]
    return over | {"school": f"{vestiging.naam}, {vestiging.plaats}", "vestiging": vestiging}


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, time(9), tzinfo=AMSTERDAM)
