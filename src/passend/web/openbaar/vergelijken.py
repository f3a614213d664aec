"""Two to four schools side by side, by kind of support; nothing is ranked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from passend.begrippen.profielinhoud import Tabelrij
from passend.begrippen.sjabloon import Tabel
from passend.begrippen.soorten import SOORT_BIJ_CODE, SOORTEN, SOORTGROEPEN
from passend.begrippen.uitgave import Stapsoort, Uitgave
from passend.documenten.zetten.aanbodoverzicht import OVERIG, Aanbodpunt, Staat, lees_aanbod
from passend.documenten.zetten.woorden import Taal
from passend.organisaties.queries import Vestiging
from passend.profielen.queries.openbaar import (
    Editie,
    get_uitgave_van_editie,
    list_nieuwste_edities,
    list_scholen,
)
from passend.web.openbaar.school import paginataal
from passend.web.openbaar.zoeken import gekozen_codes
from passend.web.schoolsoorten import SCHOOLSOORTEN

MINST: Final = 2
MEEST: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A school: its page, its edition when it has one, whether its board adopted that, and where it has room."""

    vestiging: Vestiging
    editie: Editie | None
    is_vastgesteld: bool
    ruimte: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vakpunt:
    """A thing in a cell; a `taal` is set when those words are not in the language of the page."""

    naam: str
    woorden: str
    taal: str
    woorden_taal: str = ""
    omvang: str = ""
    omvang_taal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """What one school says of one kind: `biedt`, `niet`, `onbekend`, or `geen` when it says nothing of it."""

    staat: str
    punten: tuple[Vakpunt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Soortrij:
    """A kind of support over the schools."""

    code: str
    vakken: tuple[Vak, ...]

    @property
    def is_verschillend(self) -> bool:
        """True when one school offers it and another does not."""
        return len({vak.staat == Staat.BIEDT for vak in self.vakken}) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepblok:
    """The kinds of one broad kind."""

    code: str
    rijen: tuple[Soortrij, ...]


@require_safe
def vergelijk(
    request: HttpRequest, ruimte_van: Callable[[Sequence[Vestiging]], Mapping[int, object]] = lambda _scholen: {}
) -> HttpResponse:
    """The comparison, or one sentence that says how to get one.

    `ruimte_van` tells of schools what kind they are and where there is room: that room lies on the other side of the
    wall, so that who makes the address brings it along.
    """
    codes = gekozen_codes(request)
    scholen = list_scholen(codes=codes)
    bekend = {school.code for school in scholen}
    context: dict[str, object] = {
        "scholen": scholen,
        "onbekend": [code for code in codes if code not in bekend],
        "minst": MINST,
        "meest": MEEST,
        "q": {naam: request.GET.get(naam, "") for naam in ("q", "plaats", "soort")},
    }
    if not MINST <= len(scholen) <= MEEST:
        return render(request, "openbaar/vergelijk_kies.jinja", context)
    edities = list_nieuwste_edities(vestigingen=scholen)
    uitgaven = {
        pk: get_uitgave_van_editie(editie=editie, peildatum=editie.gepubliceerd_op) for pk, editie in edities.items()
    }
    ruimte = ruimte_van(scholen)
    kolommen = [
        replace(_kolom(school, edities.get(school.pk), uitgaven.get(school.pk)), ruimte=ruimte.get(school.pk))
        for school in scholen
    ]
    blokken = zet_naast_elkaar([uitgaven.get(school.pk) for school in scholen], paginataal())
    alleen = request.GET.get("alleen") == "verschil"
    context |= {
        "kolommen": kolommen,
        "blokken": _alleen_verschillend(blokken) if alleen else blokken,
        "alleen_verschil": alleen,
        "schoolsoorten": SCHOOLSOORTEN,
        "aantal": sum(len(blok.rijen) for blok in blokken),
        "aantal_verschil": sum(rij.is_verschillend for blok in blokken for rij in blok.rijen),
    }
    return render(request, "openbaar/vergelijk.jinja", context)


def zet_naast_elkaar(uitgaven: Sequence[Uitgave | None], taal: Taal) -> list[Groepblok]:
    """Every kind that one of the schools speaks of, in the order of the vocabulary; own words without a kind last."""
    per_school = [_per_soort(uitgave, taal) if uitgave else {} for uitgave in uitgaven]
    orde = [(groep.code, [soort.code for soort in SOORTEN if soort.groep == groep.code]) for groep in SOORTGROEPEN]
    blokken = [
        Groepblok(
            code=groep,
            rijen=tuple(
                Soortrij(code=code, vakken=tuple(vakken.get(code, Vak(staat="geen")) for vakken in per_school))
                for code in codes
                if any(code in vakken for vakken in per_school)
            ),
        )
        for groep, codes in [*orde, (OVERIG.code, [OVERIG.code])]
    ]
    return [blok for blok in blokken if blok.rijen]


def _alleen_verschillend(blokken: Iterable[Groepblok]) -> list[Groepblok]:
    over = [
        Groepblok(code=blok.code, rijen=tuple(rij for rij in blok.rijen if rij.is_verschillend)) for blok in blokken
    ]
    return [blok for blok in over if blok.rijen]


def _kolom(vestiging: Vestiging, editie: Editie | None, uitgave: Uitgave | None) -> Kolom:
    stap = uitgave.stap(Stapsoort.BESTUUR_VASTGESTELD) if uitgave else None
    return Kolom(vestiging=vestiging, editie=editie, is_vastgesteld=stap is not None and not stap.is_overgeslagen)


def _per_soort(uitgave: Uitgave, taal: Taal) -> Mapping[str, Vak]:
    codes = {
        rij.sleutel: _soort(tabel, rij)
        for tabel in uitgave.sjabloon.tabellen()
        for rij in uitgave.inhoud.rijen(tabel.code)
    }
    punten: dict[str, list[Aanbodpunt]] = {}
    for punt in lees_aanbod(uitgave):
        code = codes[punt.sleutel]
        punten.setdefault(code if code in SOORT_BIJ_CODE else OVERIG.code, []).append(punt)
    return {code: _vak(van_soort, taal) for code, van_soort in punten.items()}


def _soort(tabel: Tabel, rij: Tabelrij) -> str:
    return rij.soort_ondersteuning or next((vast.soort for vast in tabel.rijen if vast.code == rij.rij), "")


def _vak(punten: Sequence[Aanbodpunt], taal: Taal) -> Vak:
    """What is offered goes before what is not; a blank is never a no."""
    staat = next(staat for staat in Staat if any(punt.staat is staat for punt in punten))
    van_staat = (_vakpunt(punt, taal) for punt in punten if punt.staat is staat)
    return Vak(staat=staat.value, punten=tuple(dict.fromkeys(van_staat)))


def _vakpunt(punt: Aanbodpunt, taal: Taal) -> Vakpunt:
    vertaald = punt.wanneer_en if taal == "en" else None
    return Vakpunt(
        naam=punt.naam(taal),
        woorden=vertaald or punt.wanneer,
        taal="nl" if punt.is_vreemd(taal) else "",
        woorden_taal="nl" if taal == "en" and vertaald is None else "",
        omvang=(punt.omvang_en if taal == "en" else None) or punt.omvang,
        omvang_taal="nl" if taal == "en" and punt.omvang_en is None else "",
    )
