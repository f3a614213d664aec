"""The forms of a development perspective plan filled in from an MDO that was closed, so that nothing is typed twice."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from passend.overleggen.permissions import visible_overleggen
from passend.overleggen.queries.opgeschreven import Opgeschreven, get_opgeschreven, list_gesloten_mdos
from passend.plannen.actions.plannen import LANGSTE_WIE
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


def te_kiezen(bezoek: Dossierbezoek) -> dict[str, Any]:
    """What the page shows of meetings before one is chosen: only which there are."""
    geen: dict[str, Any] = {"uit_overleg": None, "geprobeerd": [], "mdo_doelen": None, "mdo_besluiten": []}
    return {"mdos": list_mdos(bezoek), **geen}


def vul_in(request: HttpRequest, bezoek: Dossierbezoek) -> dict[str, Any]:
    """What was asked for, with what the minutes of the chosen meeting say of it; nothing when none was chosen."""
    for naam, maak in _VORMEN.items():
        nummer = heel_getal(request.GET.get(naam, ""))
        gekozen = next((een for een in list_mdos(bezoek) if een.pk == nummer), None) if nummer else None
        if gekozen is not None:
            return maak(get_opgeschreven(overleg=gekozen)) | {"uit_overleg": gekozen}
    return {}


def _gesprek(uit: Opgeschreven) -> dict[str, Any]:
    ouders = {f"ouder-{pk}": ERBIJ[is_erbij] for pk, is_erbij in uit.erbij.items()}
    return {"bij": "overleg", "ingevuld": {"op": uit.op.isoformat(), "gezegd": uit.ouders, **ouders}}


def _stem(uit: Opgeschreven) -> dict[str, Any]:
    return {"bij": "stem", "ingevuld": {"op": uit.op.isoformat(), "gezegd": uit.kind, "wijze": "gesprek"}}


def _terugblik(uit: Opgeschreven) -> dict[str, Any]:
    """What was tried is laid beside the form line by line: only who was there knows what helped and what did not."""
    met_ouders = "1" if any(uit.erbij.values()) else ""
    met_leerling = "1" if uit.is_kind_erbij else ""
    velden = {"op": uit.op.isoformat(), "met_ouders": met_ouders, "met_leerling": met_leerling}
    return {"bij": "evaluatie", "ingevuld": velden, "geprobeerd": _regels(uit.geprobeerd)}


def _doelen(uit: Opgeschreven) -> dict[str, Any]:
    """The goals beside their field, and what was decided as lines of the handelingsdeel that can be added."""
    besluiten = [{"aanpak": wat, "wie": wie[:LANGSTE_WIE]} for wat, wie in uit.besluiten]
    return {"mdo_doelen": uit.doelen.strip(), "mdo_besluiten": besluiten}


def _regels(tekst: str) -> list[str]:
    return [regel.strip() for regel in tekst.splitlines() if regel.strip()]


_VORMEN: dict[str, Callable[[Opgeschreven], dict[str, Any]]] = {
    "gesprek": _gesprek,
    "stem": _stem,
    "terugblik": _terugblik,
    "doelen": _doelen,
}
