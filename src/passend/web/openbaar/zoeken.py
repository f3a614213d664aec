"""Search: schools by name, place and kind of support; live with htmx, the same without JavaScript."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from passend.begrippen.soorten import SOORT_BIJ_CODE, SOORTEN, SOORTGROEPEN, Soortgroep, SoortOndersteuning
from passend.organisaties.queries import Vestiging
from passend.profielen.queries.openbaar import (
    Schoolregel,
    count_soorten,
    list_plaatsen,
    list_scholen,
    list_soorten_per_school,
    zoek_scholen,
)
from passend.regels.leeftijd import is_oud
from passend.web.openbaar.zoekwoorden import lees_woorden

PER_BLADZIJDE = 20
MEESTE_PLAATSEN = 80  # a longer list is slower to choose from than to type in
MEESTE_VOORSTELLEN = 500
MEESTE_GEKOZEN = 8
LANGSTE_ZOEKTEKST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekvraag:
    """What somebody looks for, as it stands in the address."""

    woorden: str
    plaats: str
    soort: str
    bladzijde: int
    gekozen: tuple[str, ...]

    @property
    def is_leeg(self) -> bool:
        """True when nothing was asked."""
        return not (self.woorden or self.plaats or self.soort)

    def adres(self, bladzijde: int) -> str:
        """The query string of another page of the same question."""
        waarden = [("q", self.woorden), ("plaats", self.plaats), ("soort", self.soort)]
        waarden += [("school", code) for code in self.gekozen]
        gevuld = [(naam, waarde) for naam, waarde in waarden if waarde]
        return "?" + urlencode([*gevuld, ("bladzijde", bladzijde)] if bladzijde > 1 else gevuld)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultaat:
    """A school in the list: its row, and what it offers."""

    school: Schoolregel
    soorten: tuple[str, ...]
    is_oud: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Soorttelling:
    """A broad kind with its kinds of support and how many schools publish each."""

    groep: Soortgroep
    soorten: tuple[tuple[SoortOndersteuning, int], ...]


@require_safe
def zoeken(request: HttpRequest) -> HttpResponse:
    """The search page; only the results when htmx asks for those."""
    vraag = lees_vraag(request)
    is_deel = request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers
    context = _resultaten(vraag, timezone.localdate()) | {"is_deel": is_deel}
    if not is_deel:
        plaatsen = list_plaatsen()
        context |= {
            "plaatsen": plaatsen if len(plaatsen) <= MEESTE_VOORSTELLEN else [],
            "is_keuzelijst": len(plaatsen) <= MEESTE_PLAATSEN,
            "tellingen": tel_soorten(count_soorten()),
        }
    antwoord = render(request, "openbaar/resultaten.jinja" if is_deel else "openbaar/zoeken.jinja", context)
    patch_vary_headers(antwoord, ["HX-Request"])
    return antwoord


def lees_vraag(request: HttpRequest) -> Zoekvraag:
    """The question in the address; what makes no sense in it is left out."""
    soort = request.GET.get("soort", "")
    bladzijde = request.GET.get("bladzijde", "1")
    return Zoekvraag(
        woorden=" ".join(request.GET.get("q", "").replace("\0", "").split())[:LANGSTE_ZOEKTEKST],
        plaats=request.GET.get("plaats", "").replace("\0", "").strip()[:LANGSTE_ZOEKTEKST],
        soort=soort if soort in SOORT_BIJ_CODE else "",
        bladzijde=max(1, int(bladzijde)) if bladzijde.isdecimal() and len(bladzijde) < 6 else 1,  # noqa: PLR2004 -- no country has more pages
        gekozen=gekozen_codes(request),
    )


def gekozen_codes(request: HttpRequest) -> tuple[str, ...]:
    """The schools that were ticked, each once."""
    codes = (code.replace("\0", "").strip().upper()[:6] for code in request.GET.getlist("school"))
    return tuple(dict.fromkeys(code for code in codes if code))[:MEESTE_GEKOZEN]


def tel_soorten(aantallen: Mapping[str, int]) -> list[Soorttelling]:
    """The kinds of support that some school publishes, by broad kind."""
    per_groep = (
        Soorttelling(
            groep=groep,
            soorten=tuple(
                (soort, aantallen[soort.code])
                for soort in SOORTEN
                if soort.groep == groep.code and soort.code in aantallen
            ),
        )
        for groep in SOORTGROEPEN
    )
    return [telling for telling in per_groep if telling.soorten]


def _resultaten(vraag: Zoekvraag, vandaag: date) -> dict[str, object]:
    vanaf = (vraag.bladzijde - 1) * PER_BLADZIJDE
    getypt = lees_woorden(vraag.woorden)
    regels, totaal = zoek_scholen(
        woorden=vraag.woorden,
        plaats=vraag.plaats,
        soort=vraag.soort,
        of_soort=(getypt.soort, getypt.rest) if getypt.soort else None,
        vanaf=vanaf,
        aantal=PER_BLADZIJDE,
    )
    aanbod = list_soorten_per_school(codes=[regel.code for regel in regels])
    return {
        "vraag": vraag,
        "getypte_soort": getypt.soort,
        "resultaten": [
            Resultaat(
                school=regel, soorten=_op_groep(aanbod[regel.code]), is_oud=is_oud(regel.gepubliceerd_op, vandaag)
            )
            for regel in regels
        ],
        "totaal": totaal,
        "eerste": vanaf + 1,
        "bladzijden": max(1, ceil(totaal / PER_BLADZIJDE)),
        "gekozen": _elders_gekozen(vraag, regels),
    }


def _op_groep(soorten: tuple[str, ...]) -> tuple[str, ...]:
    """Kinds in the order of the vocabulary, so that one colour stands together."""
    return tuple(soort.code for soort in SOORTEN if soort.code in soorten)


def _elders_gekozen(vraag: Zoekvraag, regels: list[Schoolregel]) -> list[Vestiging]:
    """Schools ticked before that are not in this page of results; they stay chosen."""
    zichtbaar = {regel.code for regel in regels}
    elders = [code for code in vraag.gekozen if code not in zichtbaar]
    return list_scholen(codes=elders) if elders else []
