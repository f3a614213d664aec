"""A request about one group: who may see its pupils side by side, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from passend.begrippen.rollen import Reden
from passend.begrippen.schooljaar import Schooljaar
from passend.leerlingen.permissions import require
from passend.organisaties.queries import Groep, list_groepen
from passend.plannen.permissions import WIE_GROEP, why_may_see_groep
from passend.web.verzoek import Bezoek, Codeview, bij_school

type Groepsview[**P] = Callable[Concatenate[HttpRequest, "Groepsbezoek", P], HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsbezoek:
    """One person with one group of this school year, and why they may be there."""

    bezoek: Bezoek
    groep: Groep
    reden: Reden

    @property
    def plek(self) -> dict[str, Any]:
        """What the address of a page of this group needs."""
        return {"code": self.bezoek.vestiging.code, "groep": self.groep.pk}

    def naar(self, pagina: str = "groepsoverzicht", **meer: int) -> HttpResponse:
        """The way to a page of this group."""
        return HttpResponseRedirect(reverse(pagina, kwargs={**self.plek, **meer}))


def bij_groep(view: Groepsview[...]) -> Codeview:
    """A page of one group: signed in, at this school, and with a reason to see its pupils."""

    @bij_school
    def met_groep(request: HttpRequest, bezoek: Bezoek, /, groep: int, **kwargs: Any) -> HttpResponse:
        groepen = list_groepen(vestiging=bezoek.vestiging, schooljaar=str(Schooljaar.op(bezoek.vandaag)))
        gevonden = groepen.filter(pk=groep).select_related("vestiging").first()
        if gevonden is None:
            raise Http404
        reden = require(why_may_see_groep(bezoek.account, gevonden, op=bezoek.op), WIE_GROEP)
        return view(request, Groepsbezoek(bezoek=bezoek, groep=gevonden, reden=reden), **kwargs)

    return met_groep
