"""The frame around a page: who am I, where am I, which places are mine."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from passend.begrippen.rollen import GASTEN, Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.organisaties.queries import Vestiging
from passend.profielen.permissions import SCHRIJVERS, TEAM, visible_vestigingen
from passend.toegang.queries import list_demo_accounts, rollen_van
from passend.web.plekken import Plek, bladen_van, gastplekken, plekken_van, thuis_van
from passend.web.verzoek import account_van

_TOON = {messages.INFO: "info", messages.SUCCESS: "ok", messages.WARNING: "warning", messages.ERROR: "error"}
_SCHRIJVERS = {soort.value for soort in SCHRIJVERS}
MEESTE_SCHOLEN = 12  # in the list of one's schools; who looks after more picks from the page of all schools
_ZELFDE = {"profiel", "structuur", "vaststelling", "doelen", "documenten"}  # pages that every school has for everyone
_ZELFDE_TEAM = {"team"}
_ZELFDE_INLEVEREN = {"inleveren", "nakijken"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolkeus:
    """One of somebody's schools, with the page they are at for that school."""

    naam: str
    adres: str
    is_hier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Demoaccount:
    """Somebody a visitor of the demonstration can be; `is_hier` when they belong to the school of the page."""

    gebruikersnaam: str
    naam: str
    rol: str
    bij: str
    is_hier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader:
    """Everything the frame shows."""

    naam: str
    rollen: list[str]
    waar: str
    schooljaar: str
    plekken: list[Plek]
    bladen: list[Plek] = field(default_factory=list)
    scholen: list[Schoolkeus] = field(default_factory=list)
    mensen: str = ""
    thuis: str = ""
    demo: list[Demoaccount] = field(default_factory=list)
    berichten: list[tuple[str, str]] = field(default_factory=list)


def maak_kader(request: HttpRequest, vestiging: Vestiging | None = None) -> Kader:
    """The frame for this person; of one school when the page is about one.

    Who works at one school is always there; who works at more is nowhere until a school is chosen.
    """
    account = account_van(request)
    vandaag = timezone.localdate()
    alle = rollen_van(account=account, peildatum=vandaag)
    rollen = [rol for rol in alle if rol.soort not in GASTEN]
    scholen = _scholen(request, rollen, vestiging, vandaag)
    if vestiging is None and len(scholen) == 1:
        vestiging = scholen[0]
    hier = [rol.soort for rol in rollen if vestiging is None or rol.vestiging_id in (None, vestiging.pk)]
    return Kader(
        naam=str(account),
        rollen=list(dict.fromkeys(str(rol.get_soort_display()) for rol in alle)),
        waar=str(vestiging) if vestiging else _waar(rollen, len(scholen)),
        schooljaar=_("schooljaar %(jaar)s") % {"jaar": Schooljaar.op(vandaag)},
        plekken=[
            *gastplekken({rol.soort for rol in alle}),
            *(plekken_van(vestiging, set(hier), is_van_meer=len(scholen) > 1) if rollen or not alle else []),
        ],
        bladen=bladen_van(request.resolver_match, set(hier)),
        scholen=_keuze(request, rollen, scholen, vestiging) if 1 < len(scholen) <= MEESTE_SCHOLEN else [],
        mensen=_mensen(vestiging, rollen),
        thuis=thuis_van(request.resolver_match),
        demo=demo_accounts(behalve=account.get_username(), hier=_hier(rollen, vestiging)) if account.is_demo else [],
        berichten=berichten_van(request),
    )


def berichten_van(request: HttpRequest) -> list[tuple[str, str]]:
    """What the last thing somebody did has to say: its tone and its words."""
    return [(_TOON[bericht.level], str(bericht)) for bericht in messages.get_messages(request)]


def _scholen(
    request: HttpRequest,
    rollen: list,  # type: ignore[type-arg] # rows of the role table, which pages may not name
    vestiging: Vestiging | None,
    vandaag: date,
) -> list[Vestiging]:
    """One's schools by name; those of a board or samenwerkingsverband only on the page of a school."""
    if all(rol.vestiging_id for rol in rollen):
        eigen = {rol.vestiging_id: rol.vestiging for rol in rollen}
        return sorted(eigen.values(), key=lambda school: (school.naam, school.plaats))
    if vestiging is None:
        return []
    return list(visible_vestigingen(account_van(request), peildatum=vandaag)[: MEESTE_SCHOLEN + 1])


def _keuze(
    request: HttpRequest,
    rollen: list,  # type: ignore[type-arg]
    scholen: list[Vestiging],
    vestiging: Vestiging | None,
) -> list[Schoolkeus]:
    pagina = (request.resolver_match.url_name if request.resolver_match else "") or ""
    return [
        Schoolkeus(
            naam=str(school),
            adres=reverse(
                _pagina(pagina, {rol.soort for rol in rollen if rol.vestiging_id == school.pk}),
                kwargs={"code": school.code},
            ),
            is_hier=vestiging is not None and school.pk == vestiging.pk,
        )
        for school in scholen
    ]


def _pagina(pagina: str, soorten: set[str]) -> str:
    """The same page at another school; where one may not come there, or it is about one thing, its profile."""
    if pagina in _ZELFDE or (pagina in _ZELFDE_TEAM and soorten & {soort.value for soort in TEAM}):
        return pagina
    return "inleveren" if pagina in _ZELFDE_INLEVEREN and soorten & _SCHRIJVERS else "profiel"


def _mensen(vestiging: Vestiging | None, rollen: list) -> str:  # type: ignore[type-arg] # idem
    """The address of the people of a school, for who gives roles there."""
    gaat_erover = vestiging is not None and any(
        (rol.soort == Rolsoort.DIRECTEUR and rol.vestiging_id == vestiging.pk)
        or (rol.soort in {Rolsoort.BESTUURDER, Rolsoort.BEHEERDER} and rol.bestuur_id == vestiging.bestuur_id)
        for rol in rollen
    )
    return reverse("mensen", kwargs={"code": vestiging.code}) if vestiging and gaat_erover else ""


def _waar(rollen: list, scholen: int) -> str:  # type: ignore[type-arg]
    if scholen > 1:
        return aantal_scholen(scholen)
    return next((str(rol.bestuur or rol.samenwerkingsverband) for rol in rollen if not rol.vestiging_id), "Passend")


def aantal_scholen(aantal: int) -> str:
    """How many schools, in words."""
    return ngettext("%(n)s school", "%(n)s scholen", aantal) % {"n": aantal}


def _hier(rollen: list, vestiging: Vestiging | None) -> set[object]:  # type: ignore[type-arg]
    """What somebody shares with others: the school of the page and its board, or else all places of their own."""
    if vestiging is not None:
        return {("vestiging", vestiging.pk), ("bestuur", vestiging.bestuur_id)}
    return {
        plek for rol in rollen for plek in (("vestiging", rol.vestiging_id), ("bestuur", rol.bestuur_id)) if plek[1]
    }


def demo_accounts(*, behalve: str = "", hier: Collection[object] = ()) -> list[Demoaccount]:
    """The people of the demonstration, each with all their schools; who belongs `hier` stands first."""
    mensen = []
    for account in list_demo_accounts():
        rollen = list(account.rollen.all())
        if not rollen or account.username == behalve:
            continue
        plekken = {("vestiging", rol.vestiging_id) for rol in rollen} | {("bestuur", rol.bestuur_id) for rol in rollen}
        mensen.append(
            Demoaccount(
                gebruikersnaam=account.username,
                naam=str(account),
                rol=", ".join(dict.fromkeys(str(rol.get_soort_display()) for rol in rollen)),
                bij=_bij([str(rol.vestiging or rol.bestuur or rol.samenwerkingsverband) for rol in rollen]),
                is_hier=bool(plekken & set(hier)),
            )
        )
    return sorted(mensen, key=lambda mens: not mens.is_hier)


def _bij(namen: list[str]) -> str:
    """One or two places by name, more by number."""
    uniek = sorted(set(namen))
    if len(uniek) == 2:  # noqa: PLR2004 -- two fit on a line
        return _("%(een)s en %(ander)s") % {"een": uniek[0], "ander": uniek[1]}
    return uniek[0] if len(uniek) == 1 else aantal_scholen(len(uniek))
