"""The places of the menu, by role, and the pages that together are one of them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.urls import ResolverMatch, reverse
from django.utils.translation import gettext as _

from passend.begrippen.rollen import GASTEN, Rolsoort
from passend.organisaties.queries import Vestiging
from passend.profielen.permissions import TEAM

_TEAM = {soort.value for soort in TEAM}
_BEHEER = {Rolsoort.INTERN_BEGELEIDER.value, Rolsoort.DIRECTEUR.value}
_BOVENSCHOOLS = {Rolsoort.BESTUURDER.value, Rolsoort.ADVISEUR.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A place in the menu, or one of the pages of such a place; `is_hier` when the page is it, or belongs to it."""

    naam: str
    adres: str
    icoon: str = ""
    is_hier: bool = False


def gastplekken(rolsoorten: Collection[str]) -> list[Plek]:
    """The places of who comes for a child."""
    soorten = set(rolsoorten) & GASTEN
    if not soorten:
        return []
    naam = _("Mijn kinderen") if Rolsoort.OUDER in soorten else _("Mijn leerlingen")
    agenda = [] if set(rolsoorten) - GASTEN else [_agenda()]  # who works here as well has it already
    return [Plek(naam=naam, icoon="team", adres=reverse("kinderen")), *agenda]


def _agenda() -> Plek:
    return Plek(naam=_("Agenda"), icoon="agenda", adres=reverse("agenda"))


def plekken_van(vestiging: Vestiging | None, rolsoorten: set[str], *, is_van_meer: bool) -> list[Plek]:
    """At most seven places, for these roles; without a school only those that are of no school."""
    is_boven = bool(rolsoorten & _BOVENSCHOOLS)
    plekken = [Plek(naam=_("Vandaag"), icoon="huis", adres=reverse("start"))]
    if is_boven or (is_van_meer and vestiging is None):
        plekken.append(Plek(naam=_("Scholen"), icoon="scholen", adres=reverse("scholen")))
    if Rolsoort.ADVISEUR.value in rolsoorten:
        plekken.append(Plek(naam=_("Hulpvragen"), icoon="kind", adres=reverse("hulpvragen")))
        plekken.append(Plek(naam=_("Sjablonen"), icoon="blad", adres=reverse("sjablonen")))
    if rolsoorten - GASTEN:
        plekken.append(_agenda())
    if vestiging is None:
        return plekken
    namen = [("profiel", _("Profiel"), "boek")]
    if rolsoorten & _TEAM:
        groepen = _("Groepen") if rolsoorten & _BEHEER else _("Mijn groep")
        leerlingen, overleg = ("leerlingen", _("Leerlingen"), "kind"), ("overleggen", _("Overleg"), "gesprek")
        namen = [("groepen", groepen, "kring"), leerlingen, overleg, *namen]
    if Rolsoort.BEHEERDER.value in rolsoorten:
        namen.append(("mensen", _("Mensen"), "team"))
    if Rolsoort.BESTUURDER.value in rolsoorten:
        namen.append(("aanmeldingen", _("Aanmeldingen"), "kind"))
        namen.append(("bewaren", _("Bewaartijd"), "weg"))
    return plekken + [
        Plek(naam=naam, icoon=icoon, adres=reverse(pagina, kwargs={"code": vestiging.code}))
        for pagina, naam, icoon in namen
    ]


def _profielbladen() -> dict[str, tuple[str, set[str] | None]]:
    """The pages that together are the profile; each names who has it, None for everybody."""
    return {
        "profiel": (_("Profiel"), None),
        "structuur": (_("Structuur"), None),
        "team": (_("Team"), _TEAM),
        "vaststelling": (_("Vaststelling"), None),
        "doelen": (_("Doelen"), None),
        "documenten": (_("Documenten"), None),
    }


def _schoolbladen() -> dict[str, tuple[str, set[str] | None]]:
    """The pages about all pupils of a school."""
    return {
        "leerlingen": (_("Leerlingen"), _TEAM),
        "signalen": (_("Signalen"), _TEAM),
        "opps": (_("Ontwikkelingsperspectieven"), _TEAM),
        "aanmeldingen": (_("Aanmeldingen"), _BEHEER),
    }


def _leerlingbladen() -> dict[str, tuple[str, set[str] | None]]:
    """The pages about one pupil, for who works at the school; parents follow the links of the file."""
    return {
        "volgen": (_("Hoe het gaat"), _TEAM),
        "dossier": (_("Dossier"), _TEAM),
        "leerlingplannen": (_("Plannen"), _TEAM),
        "leerling_overleggen": (_("Overleg"), _TEAM),
        "opp": (_("Ontwikkelingsperspectief"), _TEAM),
        "rapport": (_("Overstap"), _BEHEER),
    }


_TOONT = {"plan": "leerlingplannen", "opp": "opp", "rapport": "rapport"}
"""By how the address of a form begins: the page that it stands on, and that is shown when something is wrong."""


def bladen_van(plaats: ResolverMatch | None, rolsoorten: Collection[str]) -> list[Plek]:
    """The pages that belong with the page one is at; none where it stands alone."""
    if plaats is None:
        return []
    naam_hier = plaats.url_name or ""
    pagina = _TOONT.get(naam_hier.partition("_")[0], naam_hier) if "_" in naam_hier else naam_hier
    bladen = next((bladen for bladen in (_profielbladen(), _schoolbladen(), _leerlingbladen()) if pagina in bladen), {})
    rij = [
        Plek(naam=naam, adres=reverse(blad, kwargs=_sleutels(plaats)), is_hier=blad == pagina)
        for blad, (naam, voor) in bladen.items()
        if voor is None or voor & set(rolsoorten)
    ]
    return rij if len(rij) > 1 else []


_VAN_GROEPEN = frozenset({"groepsleerkrachten", "groep_geven", "groep_nieuw"})
_VAN_KINDEREN = frozenset({"overstap", "overstapbestand", "sleutels"})


def thuis_van(plaats: ResolverMatch | None) -> str:
    """The place of the menu to which a page of a pupil, registration or group belongs; empty for every other page."""
    if plaats is None or "code" not in plaats.kwargs:
        return ""
    if plaats.url_name in _VAN_GROEPEN or isinstance(plaats.kwargs.get("groep"), int):
        return reverse("groepen", kwargs={"code": plaats.kwargs["code"]})
    is_van_kind = any(isinstance(plaats.kwargs.get(naam), UUID) for naam in ("sleutel", "zaak"))
    if not is_van_kind and plaats.url_name not in _VAN_KINDEREN:
        return ""
    return reverse("leerlingen", kwargs={"code": plaats.kwargs["code"]})


def _sleutels(plaats: ResolverMatch) -> dict[str, str]:
    """What names the school, or the pupil, in the address of each of these pages."""
    return {naam: plaats.kwargs[naam] for naam in ("code", "sleutel") if naam in plaats.kwargs}
