"""The forms of a development perspective plan filled in from an MDO that was closed, so that nothing is typed twice."""

from typing import Any

from django.http import HttpRequest

from passend.overleggen.permissions import visible_overleggen
from passend.overleggen.queries.opgeschreven import Opgeschreven, get_opgeschreven, list_gesloten_mdos
from passend.plannen.permissions import why_may_lead_opp
from passend.web.leerlingen.verzoek import Dossierbezoek
from passend.web.verzoek import heel_getal

ERBIJ = {True: "erbij", False: "afwezig", None: "onbekend"}  # what nobody said is chosen by who fills it in


def list_mdos(bezoek: Dossierbezoek) -> list[Any]:
    """The meetings that can be chosen, for who leads the plan."""
    if why_may_lead_opp(bezoek.inzage) is None:
        return []
    zichtbaar = visible_overleggen(bezoek.account, op=bezoek.op, van=bezoek.leerling)
    return list_gesloten_mdos(zichtbaar=zichtbaar, leerling=bezoek.leerling, op=bezoek.op)


def vul_in(request: HttpRequest, bezoek: Dossierbezoek) -> dict[str, Any]:
    """The form that was asked for, with what the minutes of the chosen meeting say; nothing when none was chosen."""
    for naam, (bij, velden) in {
        "gesprek": ("overleg", _gesprek),
        "stem": ("stem", _stem),
        "terugblik": ("evaluatie", _terugblik),
    }.items():
        nummer = heel_getal(request.GET.get(naam, ""))
        gekozen = next((een for een in list_mdos(bezoek) if een.pk == nummer), None) if nummer else None
        if gekozen is not None:
            return {"bij": bij, "ingevuld": velden(get_opgeschreven(overleg=gekozen))}
    return {}


def _gesprek(uit: Opgeschreven) -> dict[str, str]:
    ouders = {f"ouder-{pk}": ERBIJ[is_erbij] for pk, is_erbij in uit.erbij.items()}
    return {"op": uit.op.isoformat(), "gezegd": uit.ouders, **ouders}


def _stem(uit: Opgeschreven) -> dict[str, str]:
    return {"op": uit.op.isoformat(), "gezegd": uit.kind, "wijze": "gesprek"}


def _terugblik(uit: Opgeschreven) -> dict[str, str]:
    met_ouders = "1" if any(uit.erbij.values()) else ""
    met_leerling = "1" if uit.is_kind_erbij else ""
    return {"op": uit.op.isoformat(), "werkte": uit.geprobeerd, "met_ouders": met_ouders, "met_leerling": met_leerling}
