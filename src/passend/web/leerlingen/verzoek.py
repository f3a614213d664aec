"""A request about one pupil: nobody comes further than here without a reason, and every visit is written down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from passend.begrippen.rollen import GeenToegangError, Logsoort
from passend.leerlingen.actions.dossier import log_inzage
from passend.leerlingen.actions.leerlingen import WIE_BEHEERT
from passend.leerlingen.permissions import NIET_VOOR_U, Inzage, require, require_inzage, visible_stukken
from passend.leerlingen.queries.delen import Deelbeeld, list_deelbeelden
from passend.leerlingen.queries.leerlingen import Leerling, get_leerling
from passend.organisaties.queries import Vestiging, get_vestiging, in_bestuur
from passend.toegang.queries import Account
from passend.web.verzoek import LEZEND, Codeview, aangemeld, account_van

type Dossierview[**P] = Callable[Concatenate[HttpRequest, "Dossierbezoek", P], HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierbezoek:
    """One person with one file at one moment, and what they may see of it."""

    account: Account
    vestiging: Vestiging
    leerling: Leerling
    inzage: Inzage
    op: datetime

    @property
    def vandaag(self) -> date:
        """The day of the visit."""
        return self.op.date()

    @property
    def plek(self) -> dict[str, Any]:
        """What the address of a page of this file needs."""
        return {"code": self.vestiging.code, "sleutel": self.leerling.sleutel}

    @property
    def deelbeelden(self) -> dict[str, Deelbeeld]:
        """What parents said of parts of this file, as far as they may read it."""
        return deelbeelden_van(self.inzage, self.leerling)

    def require_school(self) -> None:
        """Refuse who does not keep the pupils of this school, before anything of a form is looked at.

        Raises:
            GeenToegangError: they are no intern begeleider or directeur here.
        """
        require(self.inzage.reden if self.inzage.is_school else None, WIE_BEHEERT)

    def naar(self, pagina: str = "dossier", **meer: int) -> HttpResponse:
        """The way to a page of this file."""
        return HttpResponseRedirect(reverse(pagina, kwargs={**self.plek, **meer}))


def bij_leerling(
    handeling: str = "", soort: Logsoort = Logsoort.LEZEN, *, gedeeld: str = ""
) -> Callable[[Dossierview[...]], Codeview]:
    """A page of one pupil: signed in, in the scope of the board, with a reason, and a line in the log when it shows.

    A file that is not there and one that is not for this person give the same answer, so that nobody learns which it
    is. What a form changes is logged by the action that does it; an address that only takes a form names no act. What
    the page itself refused, or had not, was not seen; the line of what was seen is written before it leaves. Where an
    expert gets only what was shared, that is another act: `gedeeld`.
    """

    def versier(view: Dossierview[...]) -> Codeview:
        @aangemeld
        @wraps(view)
        def met_dossier(request: HttpRequest, /, code: str, sleutel: UUID, **kwargs: Any) -> HttpResponse:
            vestiging = get_vestiging(code=code)
            if vestiging is None:
                raise Http404
            account, op = account_van(request), timezone.localtime()
            with in_bestuur(vestiging.bestuur_id):
                leerling = get_leerling(vestiging=vestiging, sleutel=sleutel)
                if leerling is None:
                    raise GeenToegangError(NIET_VOOR_U)
                inzage = require_inzage(account, leerling, op=op)
                bezoek = Dossierbezoek(account=account, vestiging=vestiging, leerling=leerling, inzage=inzage, op=op)
                antwoord = view(request, bezoek, **kwargs)
                gedaan = handeling if inzage.is_heel else gedeeld or handeling
                if gedaan and request.method in LEZEND and antwoord.status_code == HTTPStatus.OK:
                    log_inzage(
                        actor=account, leerling=leerling, reden=inzage.reden, op=op, handeling=gedaan, soort=soort
                    )
                return antwoord

        return met_dossier

    return versier


def deelbeelden_van(inzage: Inzage | None, leerling: Leerling | None) -> dict[str, Deelbeeld]:
    """What parents said of parts of a file, by the key of the part; of what may be read with this."""
    if inzage is None or leerling is None:
        return {}
    return list_deelbeelden(stukken=visible_stukken(inzage, leerling).exclude(deel=""))


def lees_dag(tekst: str) -> date | None:
    """A day out of a form; None for what is none."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None
