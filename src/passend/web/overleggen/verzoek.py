"""A request about one meeting: of a pupil by the door of the file, of a group by the door of the school."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from passend.begrippen.rollen import Logsoort
from passend.leerlingen.actions.leerlingen import onderwerp
from passend.leerlingen.permissions import Inzage, require
from passend.organisaties.queries import Vestiging
from passend.overleggen.permissions import WIE_PLANT, Overlegrecht, require_overlegrecht
from passend.overleggen.queries.overleggen import (
    Overleg,
    Overlegdeelnemer,
    get_groepsoverleg,
    get_overleg,
    list_deelnemers,
)
from passend.toegang.actions import log_eens, log_onderwerpen
from passend.toegang.queries import Account
from passend.web.leerlingen.verzoek import Dossierbezoek, bij_leerling
from passend.web.verzoek import LEZEND, Bezoek, Codeview, bij_school

type Overlegview[**P] = Callable[Concatenate[HttpRequest, "Overlegbezoek", P], HttpResponse]
type Toon = Callable[[HttpRequest, "Overlegbezoek", dict[str, Any]], HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegbezoek:
    """One person at one meeting at one moment, and what they may do with it."""

    account: Account
    vestiging: Vestiging
    overleg: Overleg
    deelnemers: list[Overlegdeelnemer]
    recht: Overlegrecht
    op: datetime

    @property
    def vandaag(self) -> date:
        """The day of the visit."""
        return self.op.date()

    @property
    def plek(self) -> dict[str, Any]:
        """What the address of a page of this meeting needs."""
        plek: dict[str, Any] = {"code": self.vestiging.code, "nr": self.overleg.pk}
        return plek | {"sleutel": self.overleg.leerling.sleutel} if self.overleg.leerling is not None else plek

    def adres(self, deel: str = "") -> str:
        """The address of the sheet, or of something of it."""
        naam = "overleg" if self.overleg.leerling_id else "groepsoverleg"
        return reverse(f"{naam}_{deel}" if deel else naam, kwargs=self.plek)

    def naar(self, anker: str = "") -> HttpResponse:
        """The way back to the sheet."""
        return HttpResponseRedirect(self.adres() + (f"#{anker}" if anker else ""))

    def require_beheer(self) -> None:
        """Refuse who does not plan the meetings of this school, before anything of a form is looked at.

        Raises:
            GeenToegangError: they are no intern begeleider or directeur here.
        """
        require(self.recht.reden if self.recht.beheert else None, WIE_PLANT)


def bij_overleg(
    handeling: str = "", soort: Logsoort = Logsoort.LEZEN, *, is_deel: bool = False
) -> Callable[[Overlegview[...]], Codeview]:
    """A page of one meeting: with a reason to read it, and a line in the log when it shows.

    A part that the open page asks for by itself is told by the line of that page, as long as that is fresh.
    """

    def versier(view: Overlegview[...]) -> Codeview:
        def toon(request: HttpRequest, bezoek: Overlegbezoek, kwargs: dict[str, Any]) -> HttpResponse:
            antwoord = view(request, bezoek, **kwargs)
            if handeling and request.method in LEZEND and antwoord.status_code == HTTPStatus.OK:
                schrijf_op(bezoek, handeling, soort, is_deel=is_deel)
            return antwoord

        van_leerling, van_groep = _van_leerling(toon), _van_groep(toon)

        @wraps(view)
        def kies(request: HttpRequest, /, **kwargs: Any) -> HttpResponseBase:
            return van_leerling(request, **kwargs) if "sleutel" in kwargs else van_groep(request, **kwargs)

        return kies

    return versier


def _van_leerling(toon: Toon) -> Codeview:
    @bij_leerling()
    def met_overleg(request: HttpRequest, dossier: Dossierbezoek, /, nr: int, **kwargs: Any) -> HttpResponse:
        overleg = get_overleg(leerling=dossier.leerling, pk=nr)
        if overleg is None:
            raise Http404
        overleg.leerling = dossier.leerling
        return toon(request, _bezoek(dossier, overleg, dossier.inzage), kwargs)

    return met_overleg


def _van_groep(toon: Toon) -> Codeview:
    @bij_school
    def met_overleg(request: HttpRequest, school: Bezoek, /, nr: int, **kwargs: Any) -> HttpResponse:
        overleg = get_groepsoverleg(vestiging=school.vestiging, pk=nr)
        if overleg is None:
            raise Http404
        return toon(request, _bezoek(school, overleg), kwargs)

    return met_overleg


def _bezoek(bezoek: Dossierbezoek | Bezoek, overleg: Overleg, inzage: Inzage | None = None) -> Overlegbezoek:
    deelnemers = list_deelnemers(overleg=overleg)
    return Overlegbezoek(
        account=bezoek.account,
        vestiging=bezoek.vestiging,
        overleg=overleg,
        deelnemers=deelnemers,
        recht=require_overlegrecht(bezoek.account, overleg, op=bezoek.op, deelnemers=deelnemers, inzage=inzage),
        op=bezoek.op,
    )


def schrijf_op(
    bezoek: Overlegbezoek, handeling: str, soort: Logsoort = Logsoort.LEZEN, *, is_deel: bool = False
) -> None:
    """Write down that somebody saw something of a meeting: of a pupil in the log of the pupil."""
    overleg, reden = bezoek.overleg, bezoek.recht.reden
    over = onderwerp(overleg.leerling) if overleg.leerling is not None else f"overleg:{overleg.pk}"
    schrijf = log_eens if is_deel else log_onderwerpen
    schrijf(
        account=bezoek.account,
        handeling=handeling,
        onderwerpen=[over],
        reden=reden,
        op=bezoek.op,
        bestuur=overleg.bestuur_id,
        soort=soort,
    )
