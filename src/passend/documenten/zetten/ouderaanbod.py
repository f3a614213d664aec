"""What a school offers in sentences for parents: who helps, how often they come, and how much time there is for it."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from passend.begrippen.gewonetaal import GewoneNaam, in_gewone_taal
from passend.begrippen.profielinhoud import Eenheid, Omvang
from passend.documenten.zetten.aanbodoverzicht import Aanbodpunt
from passend.documenten.zetten.stukken import Deel, Zin, zin
from passend.documenten.zetten.woorden import Taal

DAGEN_PER_FTE: Final = 5
_VAAK: Final[Mapping[str, tuple[str, str]]] = {
    "structureel": ("vaak", "often"),
    "vaak": ("vaak", "often"),
    "regelmatig": ("regelmatig", "regularly"),
    "incidenteel": ("soms", "sometimes"),
    "soms": ("soms", "sometimes"),
}
_VERBAND: Final[Mapping[tuple[str, Taal], str]] = {
    ("komt", "nl"): "komt {} op school",
    ("denkt", "nl"): "denkt {} mee",
    ("", "nl"): "{}",
    ("komt", "en"): "comes to school {}",
    ("denkt", "en"): "helps us {}",
    ("", "en"): "{}",
}
_WAAR: Final[Mapping[str, tuple[str, str]]] = {
    "ja": ("door ons eigen team", "from our own team"),
    "binnen_de_school": ("op school zelf", "at school"),
    "buiten_de_school": ("snel te regelen buiten de school", "quickly arranged outside school"),
    "beide": ("op school zelf en ook buiten de school", "at school, and outside school too"),
}
_UITLEG = re.compile(r", (?=voor |als |over |alleen |hulp )")  # what follows explains; a wall needs it not
_PER: Final = (
    (re.compile(r"\bweek\b|\bp/w\b|\bpw\b", re.IGNORECASE), ("in de week", "a week")),
    (re.compile(r"\bmaand\b", re.IGNORECASE), ("in de maand", "a month")),
    (re.compile(r"\bjaar\b", re.IGNORECASE), ("in het jaar", "a year")),
    (re.compile(r"\bdag\b", re.IGNORECASE), ("per dag", "a day")),
)


def ouderzin(punt: Aanbodpunt, taal: Taal) -> Zin:
    """One thing the school offers, such as `Hulp bij rekenen, door ons eigen team. Dat is 6 uur in de week`."""
    gewoon = in_gewone_taal(punt.heel_label)
    naam = _naam(punt, gewoon, taal, als_hulp=True)
    if punt.is_in_gebouw:
        return zin(naam)
    if punt.periode:
        return zin(naam, ": ", Deel(tekst=punt.periode, taal="" if taal == "nl" else "nl"))
    hoe, tijd = _hoe(punt, gewoon, taal), omvangwoorden(punt.hoeveel, punt.omvang, taal)
    rest = (", " if punt.waarde in _WAAR else ": ") + hoe if hoe else ""
    rest += f". {tijd}" if tijd else ""
    return zin(naam, rest) if rest else zin(naam)


def posterregel(punt: Aanbodpunt) -> tuple[str, str]:
    """The shortest words for a wall: what it is, and how often or where when that says more than that it is there."""
    gewoon = in_gewone_taal(punt.heel_label)
    naam = _naam(punt, gewoon, "nl", als_hulp=True).tekst
    naam = _UITLEG.split(naam, maxsplit=1)[0]
    if punt.periode or punt.is_in_gebouw or punt.waarde == "ja":
        return naam, punt.periode
    return naam, _hoe(punt, gewoon, "nl")


def oudernaam(punt: Aanbodpunt, taal: Taal) -> Deel:
    """What something is about, to say that the school has none of it or has not said so."""
    return _naam(punt, in_gewone_taal(punt.heel_label), taal, als_hulp=False)


def _naam(punt: Aanbodpunt, gewoon: GewoneNaam | None, taal: Taal, *, als_hulp: bool) -> Deel:
    if gewoon is not None:
        return Deel(tekst=gewoon.als_hulp(taal) if als_hulp else gewoon.naam(taal), is_nadruk=als_hulp)
    return Deel(tekst=punt.naam(taal), taal="nl" if punt.is_vreemd(taal) else "", is_nadruk=als_hulp)


def _hoe(punt: Aanbodpunt, gewoon: GewoneNaam | None, taal: Taal) -> str:
    plek = 0 if taal == "nl" else 1
    if punt.waarde in _WAAR:
        return _WAAR[punt.waarde][plek]
    if punt.waarde in _VAAK:
        return _VERBAND[gewoon.hoe if gewoon else "", taal].format(_VAAK[punt.waarde][plek])
    return punt.wanneer if taal == "nl" else punt.wanneer_en or ""


def omvangwoorden(omvang: Omvang | None, geschreven: str, taal: Taal) -> str:
    """How much time there is, as a parent counts it: one FTE is five days a week.

    >>> omvangwoorden(Omvang(getal=Decimal("0.8"), eenheid=Eenheid.FTE), "0,8 FTE", "nl")
    'Daarvoor werkt hier iemand ongeveer 4 dagen in de week.'
    """
    if omvang is None or not omvang.getal:
        return ""
    if omvang.eenheid is Eenheid.FTE:
        return _dagen(omvang.getal * DAGEN_PER_FTE, taal)
    per = next((woorden for vorm, woorden in _PER if vorm.search(geschreven)), ("", ""))[0 if taal == "nl" else 1]
    aantal = _getal(omvang.getal, taal)
    if omvang.eenheid is Eenheid.UREN:
        eenheid = "uur" if taal == "nl" else ("hour" if omvang.getal == 1 else "hours")
    elif taal == "nl":
        eenheid = "ochtend of middag" if omvang.getal == 1 else "ochtenden of middagen"
    else:
        eenheid = "morning or afternoon" if omvang.getal == 1 else "mornings or afternoons"
    hoeveel = f"{aantal} {eenheid} {per}".rstrip()
    return f"Dat is {hoeveel}." if taal == "nl" else f"That is {hoeveel}."


def _dagen(dagen: Decimal, taal: Taal) -> str:
    """Days a week to the half day; more than a week means more people than one."""
    half = max(1, round(dagen * 2))
    getal = _getal(Decimal(half) / 2, taal)
    if taal == "nl":
        aantal = {1: "een halve dag", 2: "1 dag"}.get(half, f"{getal} dagen")
        wie = "werken hier mensen, samen" if dagen > DAGEN_PER_FTE else "werkt hier iemand"
        return f"Daarvoor {wie} ongeveer {aantal} in de week."
    aantal = {1: "half a day", 2: "1 day"}.get(half, f"{getal} days")
    wie = "People work here for this, together" if dagen > DAGEN_PER_FTE else "Someone works here for this"
    return f"{wie} about {aantal} a week."


def _getal(getal: Decimal, taal: Taal) -> str:
    tekst = f"{getal.normalize():f}"
    return tekst.replace(".", ",") if taal == "nl" else tekst
