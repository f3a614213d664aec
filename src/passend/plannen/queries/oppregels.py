"""The lines of the handelingsdeel, and what a plan begins with: what was noted before, and nobody types again."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from passend.begrippen.hgw import Kenmerksoort
from passend.leerlingen.models import Leerling
from passend.plannen.models import Oppversie, Planregel
from passend.plannen.queries.kenmerken import list_kenmerken
from passend.plannen.queries.opp import teksten
from passend.plannen.queries.plannen import list_behoeftewoorden, list_lopende_plannen
from passend.regels.gewonewoorden import begin_gewoon
from passend.regels.oppdelen import BEGELEIDING, DOELEN, GEWOON, REGELS
from passend.regels.planregels import MEESTE_REGELS, Regelfeiten, regelzin

type Oppregel = Mapping[str, Any]

_UIT_KENMERKEN = {
    Kenmerksoort.BEVORDEREND: "bevorderend",
    Kenmerksoort.BELEMMEREND: "belemmerend",
    Kenmerksoort.BEHOEFTE: "behoeften",
}


def list_oppregels(versie: Oppversie) -> Sequence[Oppregel]:
    """The lines of a version, in the order in which they were written; each with a number of its own."""
    regels: Sequence[Oppregel] = versie.inhoud.get(REGELS, {}).get("regels", ())
    return regels


def is_gewoon_achter(versie: Oppversie) -> bool:
    """True when the goals or the guidance were changed after the plain words about them."""
    geschreven = versie.inhoud.get(GEWOON, {}).get("op", "")
    waarover = (versie.inhoud.get(code, {}).get("op", "") for code in (DOELEN, BEGELEIDING, REGELS))
    return bool(geschreven) and any(op > geschreven for op in waarover)


def get_gewoon_begin(versie: Oppversie) -> str:
    """A beginning of the plain words, from the goals and the guidance of a version."""
    woorden = teksten(versie)
    return begin_gewoon(
        voornaam=versie.opp.leerling.voornaam,
        doelen=woorden.get(DOELEN, "").splitlines(),
        regels=[_feiten(regel) for regel in list_oppregels(versie)],
        woorden=woorden.get(BEGELEIDING, ""),
        terugkijken=None,
    )


def _feiten(regel: Oppregel) -> Regelfeiten:
    return Regelfeiten(**{veld: regel[veld] for veld in Regelfeiten.__slots__})


def regeldeel(regels: Sequence[Oppregel], **meer: Any) -> dict[str, Any]:
    """What a version keeps of its lines: each of them, and all of them in words."""
    zinnen = [regelzin(_feiten(regel)) for regel in regels]
    return {"tekst": "\n".join(zinnen), "regels": list(regels), **meer}


def maak_oppregel(nummer: int, feiten: Regelfeiten, *, kenmerk: int | None, onderdeel: str) -> dict[str, Any]:
    """One line as a version keeps it: what it says, and at which need and which row of the profile it points."""
    return {"nummer": nummer, **asdict(feiten), "kenmerk": kenmerk, "onderdeel": onderdeel}


def get_oppbegin(*, leerling: Leerling, op: datetime) -> dict[str, Any]:
    """What was noted of the pupil before, and what its plan does already, by the part of the plan."""
    kenmerken = list_kenmerken(leerlingen=[leerling], peildatum=op.date())[leerling.pk]
    lopend = [
        een for een in list_lopende_plannen(leerlingen=[leerling])[leerling.pk] if een.plan.geldig_van <= op.date()
    ]
    gevonden = {"doelen": ("plan", [een.plan.doel for een in lopend])} | {
        code: ("kenmerken", [een.tekst for een in kenmerken[soort]]) for soort, code in _UIT_KENMERKEN.items()
    }
    begin = {
        code: {"tekst": "\n".join(teksten), "versie": 1, "bron": bron}
        for code, (bron, teksten) in gevonden.items()
        if teksten
    }
    regels = _uit_plannen(leerling, [regel for een in lopend for regel in een.regels])
    return begin | ({REGELS: regeldeel(regels, versie=1, bron="plan")} if regels else {})


def _uit_plannen(leerling: Leerling, regels: Sequence[Planregel]) -> list[Oppregel]:
    behoeften = list_behoeftewoorden(leerling=leerling) if regels else {}
    return [
        maak_oppregel(
            nummer,
            Regelfeiten(
                aanpak=een.aanpak,
                wie=een.wie,
                hoe_vaak=een.hoe_vaak,
                behoefte=behoeften.get(een.kenmerk_id or 0, ""),
                belofte=een.belofte,
            ),
            kenmerk=een.kenmerk_id,
            onderdeel=een.onderdeel,
        )
        for nummer, een in enumerate(regels[:MEESTE_REGELS], start=1)
    ]
