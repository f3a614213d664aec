"""How values look on a page: days in words, days from now, values of tables, names of kinds of support."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passend.begrippen.soorten import SOORTEN, SOORTGROEPEN
from passend.regels.instrumenten import naam_van
from passend.web.bronnen import bron

_SOORTEN = {soort.code: soort for soort in SOORTEN}
_GROEPEN = {groep.code: groep for groep in SOORTGROEPEN}

_DAG = re.compile(r"\b\d\d-\d\d-\d{4}\b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(T.*)?")


def datum(dag: date | datetime | str | None) -> str:
    """A day in words: `ma 26 oktober 2026`; words of a document that are no day stay as they are."""
    if not dag:
        return ""
    try:
        woorden = date_format(_dag(dag), "D j F Y")
    except ValueError:
        return str(dag)
    return woorden.lower() if translation.get_language() == "nl" else woorden


def dagen(zin: str) -> str:
    """A sentence of a rule with its days in words: `16 januari 2027` where it says 16-01-2027."""
    return _DAG.sub(lambda dag: _in_woorden(dag[0]), zin)


def _in_woorden(geschreven: str) -> str:
    try:
        woorden = date_format(datetime.strptime(geschreven, "%d-%m-%Y").date(), "j F Y")  # noqa: DTZ007 -- a day
    except ValueError:
        return geschreven
    return woorden.lower() if translation.get_language() == "nl" else woorden


def maand(dag: date) -> str:
    """A month of a year: `mei 2025`."""
    woorden = date_format(dag, "F Y")
    return woorden.lower() if translation.get_language() == "nl" else woorden


def over(dag: date | datetime | str | None) -> str:
    """How far a day is from today: `over 5 dagen`, `vandaag`, `3 dagen geleden`."""
    if not dag:
        return ""
    vandaag = timezone.localdate()
    dagen = (_dag(dag) - vandaag).days
    if dagen == 0:
        return _("vandaag")
    if dagen > 0:
        return ngettext("over %(n)s dag", "over %(n)s dagen", dagen) % {"n": dagen}
    return _geleden(_dag(dag), vandaag)


def _geleden(dag: date, vandaag: date) -> str:
    """How long ago, in whole months and years that have passed."""
    dagen = (vandaag - dag).days
    maanden = (vandaag.year - dag.year) * 12 + vandaag.month - dag.month - (vandaag.day < dag.day)
    if maanden < 2:  # noqa: PLR2004 -- after two months a month says more than a day
        return ngettext("%(n)s dag geleden", "%(n)s dagen geleden", dagen) % {"n": dagen}
    if maanden < 24:  # noqa: PLR2004 -- two years: after that a year says more than a month
        return ngettext("%(n)s maand geleden", "%(n)s maanden geleden", maanden) % {"n": maanden}
    jaren = maanden // 12
    return ngettext("%(n)s jaar geleden", "%(n)s jaar geleden", jaren) % {"n": jaren}


def _dag(dag: date | datetime | str) -> date:
    if isinstance(dag, str):
        return date.fromisoformat(dag)
    return timezone.localtime(dag).date() if isinstance(dag, datetime) else dag


def tijd(moment: datetime) -> str:
    """A moment: `24 nov 14:05`, with the year when that is another."""
    maand = "b" if translation.get_language() == "nl" else "M"
    hier = timezone.localtime(moment)
    jaar = "" if hier.year == timezone.localdate().year else " Y"
    return date_format(hier, f"j {maand}{jaar} H:i")


def tijd_met_jaar(moment: datetime) -> str:
    """A moment in what is kept for years: `24 nov 2026 14:05`."""
    maand = "b" if translation.get_language() == "nl" else "M"
    return date_format(timezone.localtime(moment), f"j {maand} Y H:i")


def dagmaand(dag: date) -> str:
    """A day in a narrow column: `31 jan`."""
    return date_format(dag, "j b" if translation.get_language() == "nl" else "j M")


def plaatselijk(moment: datetime) -> datetime:
    """A moment as the clock of the school shows it."""
    return timezone.localtime(moment)


def soortnaam(code: str | None) -> str:
    """The name of a kind of support."""
    soort = _SOORTEN.get(code or "")
    if soort is None:
        return ""
    return soort.label_en if translation.get_language() == "en" else soort.label


def groepnaam(code: str) -> str:
    """The name of a broad kind of support."""
    groep = _GROEPEN[code]
    return groep.label_en if translation.get_language() == "en" else groep.label


def soortgroep(code: str | None) -> str:
    """The broad kind that a kind of support belongs to; it fixes the colour."""
    soort = _SOORTEN.get(code or "")
    return soort.groep if soort else ""


def waardenaam(waarde: str | None) -> str:
    """A value of a table in words: `op_orde` is `op orde`."""
    return (waarde or "").replace("_", " ")


def initialen(naam: str) -> str:
    """At most two letters for a name."""
    delen = naam.split()
    return "".join(deel[0] for deel in (delen[:1] + delen[-1:] if len(delen) > 1 else delen)).upper()


def alineas(tekst: str | None) -> list[str]:
    """The paragraphs of a text."""
    return [deel.strip() for deel in (tekst or "").split("\n") if deel.strip()]


MEEST_IN_BEELD, MEESTE_REGELS = 1200, 20


def begin_en_rest(tekst: str) -> tuple[str, str]:
    """What is shown at once of a text, and what comes after a click; the rest of a text of a screen is empty.

    >>> begin_en_rest("Kort.")
    ('Kort.', '')
    """
    regels = tekst.splitlines(keepends=True)
    if len(tekst) <= MEEST_IN_BEELD and len(regels) <= MEESTE_REGELS:
        return tekst, ""
    grens = min(MEEST_IN_BEELD // 2, len("".join(regels[: MEESTE_REGELS // 2])))
    einde = tekst.rfind(" ", 0, grens) if len(tekst) > grens else -1
    grens = einde if einde > grens // 2 else grens
    return tekst[:grens].rstrip(), tekst[grens:].lstrip()


def getal(waarde: Mapping[str, Any] | None) -> str:
    """An amount with its unit: `0,9 FTE`."""
    if not waarde:
        return ""
    eenheden = {"fte": "FTE", "uren": _("uur"), "dagdelen": _("dagdelen")}
    cijfers = f"{waarde['getal']:g}"
    if translation.get_language() == "nl":
        cijfers = cijfers.replace(".", ",")
    return f"{cijfers} {eenheden[waarde['eenheid']]}"


def kort(waarde: Decimal | float | None) -> str:
    """A number without zeros that say nothing: `13,5`, `120`."""
    if waarde is None:
        return ""
    cijfers = f"{float(waarde):g}"
    return cijfers.replace(".", ",") if translation.get_language() == "nl" else cijfers


_BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMEN = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "Chromebook")),
    *(("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")),
)


def apparaat(user_agent: str) -> str:
    """A browser and a system, as far as the browser tells."""
    browser = next((naam for teken, naam in _BROWSERS if teken in user_agent), "")
    systeem = next((naam for teken, naam in _SYSTEMEN if teken in user_agent), "")
    if browser and systeem:
        return _("%(browser)s op %(systeem)s") % {"browser": browser, "systeem": systeem}
    return browser or systeem or _("Onbekend apparaat")


def feit(waarde: object) -> str:
    """A value out of a file of a pupil: a day as `26-10-2026`, a number with a comma, everything else as it is."""
    if isinstance(waarde, str) and _ISO.fullmatch(waarde):
        return f"{datetime.fromisoformat(waarde):%d-%m-%Y}"
    if isinstance(waarde, float):
        return f"{waarde:g}".replace(".", ",")
    return "" if waarde is None else str(waarde)


FILTERS: dict[str, Callable[..., Any]] = {
    "apparaat": apparaat,
    "bron": bron,
    "datum": datum,
    "dagen": dagen,
    "feit": feit,
    "kort": kort,
    "tijd_met_jaar": tijd_met_jaar,
    "over": over,
    "tijd": tijd,
    "dagmaand": dagmaand,
    "plaatselijk": plaatselijk,
    "instrument": naam_van,
    "soortnaam": soortnaam,
    "groepnaam": groepnaam,
    "soortgroep": soortgroep,
    "waardenaam": waardenaam,
    "initialen": initialen,
    "alineas": alineas,
    "begin_en_rest": begin_en_rest,
    "omvang": getal,
}
