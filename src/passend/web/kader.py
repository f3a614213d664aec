"""The frame around a page: who am I, where am I, which places are mine."""

from dataclasses import dataclass, field
from datetime import date

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from passend.begrippen.rollen import Rolsoort
from passend.begrippen.schooljaar import Schooljaar
from passend.organisaties.queries import Vestiging
from passend.profielen.permissions import TEAM, visible_vestigingen
from passend.toegang.queries import list_demo_accounts, list_rollen
from passend.web.verzoek import account_van

_TOON = {messages.INFO: "info", messages.SUCCESS: "ok", messages.WARNING: "warning", messages.ERROR: "error"}
_TEAM = {soort.value for soort in TEAM}
_BOVENSCHOOLS = {Rolsoort.BESTUURDER.value, Rolsoort.ADVISEUR.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A place in the menu."""

    naam: str
    icoon: str
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Demoaccount:
    """Somebody a visitor of the demonstration can be."""

    gebruikersnaam: str
    naam: str
    rol: str
    bij: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kader:
    """Everything the frame shows."""

    naam: str
    rollen: list[str]
    waar: str
    schooljaar: str
    plekken: list[Plek]
    demo: list[Demoaccount] = field(default_factory=list)
    berichten: list[tuple[str, str]] = field(default_factory=list)


def maak_kader(request: HttpRequest, vestiging: Vestiging | None = None) -> Kader:
    """The frame for this person; of one school when the page is about one."""
    account = account_van(request)
    vandaag = timezone.localdate()
    rollen = list(list_rollen(account=account, peildatum=vandaag))
    is_bovenschools = any(rol.soort in _BOVENSCHOOLS for rol in rollen)
    if vestiging is None and not is_bovenschools:
        vestiging = eigen_vestiging(request, vandaag)
    return Kader(
        naam=str(account),
        rollen=[str(rol.get_soort_display()) for rol in rollen],
        waar=str(vestiging) if vestiging else _waar(rollen),
        schooljaar=_("schooljaar %(jaar)s") % {"jaar": Schooljaar.op(vandaag)},
        plekken=_plekken(vestiging, {rol.soort for rol in rollen}),
        demo=demo_accounts() if account.is_demo else [],
        berichten=[(_TOON[bericht.level], str(bericht)) for bericht in messages.get_messages(request)],
    )


def eigen_vestiging(request: HttpRequest, peildatum: date) -> Vestiging | None:
    """The school of somebody who works at one; the first by name when there are more."""
    return visible_vestigingen(account_van(request), peildatum=peildatum).first()


def _waar(rollen: list) -> str:  # type: ignore[type-arg] # rows of the role table, which pages may not name
    return next((str(rol.bestuur or rol.samenwerkingsverband) for rol in rollen if not rol.vestiging_id), "Passend")


def _plekken(vestiging: Vestiging | None, rolsoorten: set[str]) -> list[Plek]:
    plekken = [Plek(naam=_("Vandaag"), icoon="huis", adres=reverse("start"))]
    if rolsoorten & _BOVENSCHOOLS:
        plekken.append(Plek(naam=_("Scholen"), icoon="scholen", adres=reverse("scholen")))
    if Rolsoort.ADVISEUR.value in rolsoorten:
        plekken.append(Plek(naam=_("Sjablonen"), icoon="blad", adres=reverse("sjablonen")))
    if vestiging is None:
        return plekken
    namen = [("profiel", _("Profiel"), "boek"), ("vaststelling", _("Vaststelling"), "pad")]
    if not rolsoorten & _BOVENSCHOOLS:
        team = [("team", _("Team"), "team")] if rolsoorten & _TEAM else []
        namen[1:1] = [("structuur", _("Structuur"), "kring"), *team]
        namen.append(("doelen", _("Doelen"), "doel"))
    namen.append(("documenten", _("Documenten"), "papier"))
    return plekken + [
        Plek(naam=naam, icoon=icoon, adres=reverse(pagina, kwargs={"code": vestiging.code}))
        for pagina, naam, icoon in namen
    ]


def demo_accounts() -> list[Demoaccount]:
    """The people of the demonstration."""
    return [
        Demoaccount(
            gebruikersnaam=account.username,
            naam=str(account),
            rol=str(rol.get_soort_display()),
            bij=str(rol.vestiging or rol.bestuur or rol.samenwerkingsverband),
        )
        for account in list_demo_accounts()
        for rol in account.rollen.all()[:1]
    ]
