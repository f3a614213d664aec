"""What was not understood in a document: shown in its place in the profile until somebody says it was dealt with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from passend.begrippen.sjabloon import Sjabloon, Tabel
from passend.profielen.actions.inlezingen import settle_ongelezen
from passend.profielen.queries.inlezingen import Ongelezenstuk, list_ongelezen
from passend.web.verzoek import Bezoek, bij_school, heel_getal

ZONDER_PLAATS = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """Unread text that belongs in one place: below a table, or at the end of a section."""

    plek: str
    stukken: Sequence[Ongelezenstuk]


def vondsten(bezoek: Bezoek, sjabloon: Sjabloon) -> Mapping[str, Vondst]:
    """Unread text by its place: the code of a table, `s-` and that of a section, or nothing when it has none."""
    tabellen = {
        deel.code: sectie.code for sectie in sjabloon.secties for deel in sectie.onderdelen if isinstance(deel, Tabel)
    }
    secties = {sectie.code for sectie in sjabloon.secties}
    per_plek: dict[str, list[Ongelezenstuk]] = {}
    for stuk in list_ongelezen(vestiging=bezoek.vestiging):
        tabel = stuk.na.split(":")[1] if stuk.na and stuk.na.startswith("rij:") else None
        if tabel and stuk.sectie and tabellen.get(tabel) == stuk.sectie:
            plek = tabel
        else:
            plek = f"s-{stuk.sectie}" if stuk.sectie in secties else ZONDER_PLAATS
        per_plek.setdefault(plek, []).append(stuk)
    return {plek: Vondst(plek=plek, stukken=stukken) for plek, stukken in per_plek.items()}


@bij_school
@require_POST
def ongelezen(request: HttpRequest, bezoek: Bezoek) -> HttpResponse:
    """Say that unread text was dealt with; `terug` says that it was not after all."""
    is_verwerkt, genoemd = not request.POST.get("terug"), request.POST.getlist("stuk")
    stukken = set(_sleutels(genoemd))
    voor = {(stuk.inlezing, stuk.nummer): stuk for stuk in list_ongelezen(vestiging=bezoek.vestiging)}
    settle_ongelezen(
        actor=bezoek.account, vestiging=bezoek.vestiging, stukken=stukken, is_verwerkt=is_verwerkt, op=bezoek.op
    )
    na = {(stuk.inlezing, stuk.nummer): stuk for stuk in list_ongelezen(vestiging=bezoek.vestiging)}
    geraakt = [stuk for sleutel, stuk in (voor | na).items() if sleutel in stukken]
    context = {
        "vondst": Vondst(plek=request.POST.get("plek", ""), stukken=geraakt),
        "code": bezoek.vestiging.code,
        "is_verwerkt": is_verwerkt,
    }
    return render(request, "profielen/vondst.jinja", context)


def _sleutels(genoemd: Iterable[str]) -> Iterable[tuple[int, int]]:
    for woord in genoemd:
        document, _teken, nummer = woord.partition(":")
        yield heel_getal(document), heel_getal(nummer)
