"""The plans in a report of another Passend: as data for the plans here, and as words that a person reads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from passend.begrippen.overstap import Meegekomenopp, Meegekomenplan, Meegekomenregel
from passend.regels.oppdelen import OP_CODE, UITSTROOM, UITSTROOMBESTEMMINGEN
from passend.regels.planregels import regels_als_begeleiding
from passend.uitwisseling.passend.woorden import alineas, waarde

PLANNEN, PLANREGELS = "plannen", "planregels"
OPPS, OPPEVALUATIES = "ontwikkelingsperspectieven", "oppevaluaties"
OPPREGELS, STEMMEN = "oppregels", "leerlingstemmen"
SAMEN: Final[Mapping[str, tuple[str, ...]]] = {
    PLANNEN: (PLANREGELS,),
    OPPS: (OPPREGELS, STEMMEN, OPPEVALUATIES),
}
"""What becomes a piece of its own, with what is read along with it."""
_VERSIE: Final = {"plan": "Plan", "versie": "Versie"}
_KOP: Final = ("nummer", "van", "tot_en_met", "niveau")
_HEEL: Final = (*_KOP, "aanleiding", "doel")
"""Without one of these it is read in words only."""


def lopende_plannen(rubrieken: Mapping[str, Mapping[str, Any]]) -> Iterator[Meegekomenplan]:
    """The plans that nobody looked back on yet: they go on here, when this school wants so."""
    regels = _rijen(rubrieken, PLANREGELS)
    for plan in _rijen(rubrieken, PLANNEN):
        if plan.get("uitkomst") or not all(plan.get(veld) for veld in _HEEL):
            continue
        yield Meegekomenplan(
            niveau=int(plan["niveau"]),
            aanleiding=str(plan["aanleiding"]),
            doel=str(plan["doel"]),
            geldig_van=date.fromisoformat(plan["van"]),
            geldig_tot_en_met=date.fromisoformat(plan["tot_en_met"]),
            regels=tuple(_planregel(een) for een in regels if een.get("plan") == plan["nummer"]),
        )


def geldend_opp(rubrieken: Mapping[str, Mapping[str, Any]]) -> Meegekomenopp | None:
    """The last version that was set, of a plan that did not end."""
    versies = [een for een in _rijen(rubrieken, OPPS) if een.get("vastgesteld_op")]
    if not versies or versies[-1].get("geeindigd_op"):
        return None
    laatste = versies[-1]
    delen = regels_als_begeleiding({code: str(laatste[code]) for code in OP_CODE if laatste.get(code)})
    if UITSTROOM in delen:
        codes = {naam: code for code, naam in UITSTROOMBESTEMMINGEN.items()}
        delen[UITSTROOM] = codes.get(delen[UITSTROOM], "")
    return Meegekomenopp(
        begonnen_op=date.fromisoformat(laatste["begonnen_op"]),
        vastgesteld_op=date.fromisoformat(laatste["vastgesteld_op"][:10]),
        delen={code: tekst for code, tekst in delen.items() if tekst},
        regels=tuple(
            _planregel(een)
            for een in _rijen(rubrieken, OPPREGELS)
            if all(een.get(veld) == laatste.get(veld) for veld in ("plan", "versie"))
        ),
        geevalueerd_op=tuple(
            date.fromisoformat(een["op"]) for een in _rijen(rubrieken, OPPEVALUATIES) if _is_van_plan(een, laatste)
        ),
    )


def _is_van_plan(evaluatie: Mapping[str, Any], laatste: Mapping[str, Any]) -> bool:
    """Of any version of the plan that runs; a report that does not number plans says so by its days."""
    if not evaluatie.get("op"):
        return False
    if laatste.get("plan"):
        return bool(evaluatie.get("plan") == laatste["plan"])
    return str(evaluatie["op"]) >= str(laatste["begonnen_op"])


def in_woorden(rubriek: Mapping[str, Any], erbij: Sequence[Mapping[str, Any]]) -> list[str]:
    """Plans or versions one after another, each with what was done in it or how was looked back on it."""
    if rubriek["naam"] == PLANNEN:
        extra = [regel for een in erbij for regel in een["regels"]]
        return [_plan_in_woorden(rubriek, plan, extra) for plan in rubriek["regels"]]
    tekst = alineas(rubriek)
    for een in erbij:
        kop = een["kop"] if een["kop"].endswith("?") else f"{een['kop']}:"
        tekst += [kop, *(_oppregels(een) if een["naam"] == OPPREGELS else alineas(een))]
    return tekst


def _oppregels(rubriek: Mapping[str, Any]) -> list[str]:
    """Who does what, under the version in which it stands."""
    versies: dict[str, list[str]] = {}
    for regel in rubriek["regels"]:
        kop = ", ".join(f"{naam} {regel[veld]}" for veld, naam in _VERSIE.items() if regel.get(veld))
        versies.setdefault(kop, []).append(f"- {_regel_in_woorden(regel)}")
    return ["\n".join([kop, *regels]) for kop, regels in versies.items()]


def _plan_in_woorden(rubriek: Mapping[str, Any], plan: Mapping[str, Any], regels: Sequence[Mapping[str, Any]]) -> str:
    nummer, van, tot, niveau = (waarde(plan.get(veld)) or "?" for veld in _KOP)
    velden = {veld: naam for veld, naam in rubriek["velden"].items() if veld not in _KOP}
    gedaan = [f"- {_regel_in_woorden(een)}" for een in regels if een.get("plan") == plan.get("nummer")]
    woorden = {veld: f"{naam}: {waarde(plan[veld])}" for veld, naam in velden.items() if waarde(plan.get(veld))}
    vooraf = [woorden.pop(veld) for veld in ("aanleiding", "doel") if veld in woorden]
    kop = f"Plan {nummer}, van {van} tot en met {tot}, niveau {niveau}"
    return "\n".join([kop, *vooraf, *(["Wat er gebeurt:", *gedaan] if gedaan else []), *woorden.values()])


def _regel_in_woorden(regel: Mapping[str, Any]) -> str:
    gezegd = ", ".join(filter(None, (waarde(regel.get(veld)) for veld in ("aanpak", "wie", "hoe_vaak"))))
    behoefte = waarde(regel.get("behoefte"))
    return f"{gezegd} (nodig: {behoefte})" if behoefte else gezegd


def _planregel(regel: Mapping[str, Any]) -> Meegekomenregel:
    woorden = {veld: str(regel.get(veld) or "") for veld in ("aanpak", "wie", "hoe_vaak", "behoefte")}
    return Meegekomenregel(**woorden)


def _rijen(rubrieken: Mapping[str, Mapping[str, Any]], naam: str) -> Sequence[Mapping[str, Any]]:
    return rubrieken[naam]["regels"] if naam in rubrieken else ()
