"""A request about one registration: nobody comes further without a reason, and every visit is written down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from passend.begrippen.rollen import GeenToegangError, Logsoort, Reden
from passend.organisaties.queries import Vestiging, get_vestiging
from passend.toegang.queries import Account
from passend.toelating.actions.aanmelden import log_aanmelding
from passend.toelating.permissions import (
    NIET_VOOR_U,
    why_may_advise,
    why_may_decide,
    why_may_manage,
    why_may_override,
    why_may_read_aanmelding,
)
from passend.toelating.queries.aanmeldingen import Aanmelding, get_aanmelding
from passend.toelating.queries.zaken import Zaak, get_zaak
from passend.web.leerlingen.verzoek import lees_dag
from passend.web.verzoek import LEZEND, Bezoek, Codeview, bij_school

JAREN = range(1900, 2101)

type Zaakview[**P] = Callable[Concatenate[HttpRequest, "Zaakbezoek", P], HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zaakbezoek:
    """One person with one registration at one moment."""

    account: Account
    vestiging: Vestiging
    aanmelding: Aanmelding
    reden: Reden
    op: datetime

    @property
    def vandaag(self) -> date:
        """The day of the visit."""
        return timezone.localtime(self.op).date()

    @property
    def plek(self) -> dict[str, Any]:
        """What the address of a page of this case needs."""
        return {"code": self.vestiging.code, "zaak": self.aanmelding.sleutel}

    @property
    def mag_beheren(self) -> bool:
        """True for who keeps the registrations of this school."""
        return why_may_manage(self.account, self.vestiging, op=self.op) is not None

    @property
    def mag_beslissen(self) -> bool:
        """True for who decides."""
        return why_may_decide(self.account, self.vestiging, op=self.op) is not None

    @property
    def mag_adviseren(self) -> bool:
        """True for the samenwerkingsverband, once the school asked it for help."""
        return why_may_advise(self.account, self.aanmelding, op=self.op) is not None

    @property
    def mag_doorbreken(self) -> bool:
        """True for the board."""
        return why_may_override(self.account, self.vestiging, op=self.op) is not None

    def zaak(self) -> Zaak:
        """Everything about the registration."""
        return get_zaak(aanmelding=self.aanmelding)

    def naar(self, anker: str = "") -> HttpResponse:
        """The way back to the case."""
        return HttpResponseRedirect(reverse("aanmelding", kwargs=self.plek) + (f"#{anker}" if anker else ""))


def bij_aanmelding(handeling: str = "", soort: Logsoort = Logsoort.LEZEN) -> Callable[[Zaakview[...]], Codeview]:
    """A page of one registration: with a reason to see it, and a line in the log when it shows."""

    def versier(view: Zaakview[...]) -> Codeview:
        @bij_school
        @wraps(view)
        def met_zaak(request: HttpRequest, bezoek: Bezoek, /, zaak: UUID, **kwargs: Any) -> HttpResponse:
            aanmelding = get_aanmelding(vestiging=bezoek.vestiging, sleutel=zaak)
            reden = why_may_read_aanmelding(bezoek.account, aanmelding, op=bezoek.op) if aanmelding else None
            if aanmelding is None or reden is None:
                raise GeenToegangError(NIET_VOOR_U)
            mijn = Zaakbezoek(
                account=bezoek.account, vestiging=bezoek.vestiging, aanmelding=aanmelding, reden=reden, op=bezoek.op
            )
            antwoord = view(request, mijn, **kwargs)
            if handeling and request.method in LEZEND and antwoord.status_code == HTTPStatus.OK:
                log_aanmelding(bezoek.account, aanmelding, handeling, reden, bezoek.op, soort)
            return antwoord

        return met_zaak

    return versier


def lees_zaakdag(tekst: str) -> date | None:
    """A day out of a form; None for what is none, or of a year without rules: a browser makes 0026 of `26`."""
    dag = lees_dag(tekst)
    return dag if dag is not None and dag.year in JAREN else None


def gekozen_school(request: HttpRequest) -> tuple[str, Vestiging | None]:
    """A school out of the list, or as somebody typed it."""
    gekozen = get_vestiging(code=request.POST.get("school_code", "")) if request.POST.get("school_code") else None
    return (f"{gekozen.naam}, {gekozen.plaats}", gekozen) if gekozen else (request.POST.get("school", "").strip(), None)
