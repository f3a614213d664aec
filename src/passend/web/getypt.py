"""What somebody typed into a form that the page no longer draws: it comes back as plain text, so that nothing is lost.

Two people, or two tabs, have the same page open. What the first does takes away a form that the second still shows;
when that is sent, the page says why not, and has no place left for the words. So it looks at itself: what was sent and
stands in none of its fields is shown beside the refusal. Only fields that are named here: no secret, key or choice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from passend.web.leerlingen.verzoek import lees_dag
from passend.web.weergave import datum

VELDNAMEN: Mapping[str, str | Promise] = {
    "op": _("Op welke dag?"),
    "uiterlijk_op": _("Uiterlijk op"),
    "vooraf_op": _("Gegeven of gevraagd op"),
    "geldig_van": _("Eerste dag"),
    "geldig_tot_en_met": _("Laatste dag"),
    "voorgenomen_op": _("Wanneer hoorden de ouders van dit voornemen?"),
    "ingeschreven_op": _("Eerste schooldag"),
    "geinformeerd_op": _("Wanneer hoorde deze ouder het?"),
    "kopie_op": _("Wanneer kreeg deze ouder het rapport zelf?"),
    "school": _("Welke school?"),
    "plaats": _("En de plaats"),
    "andere_school": _("Welke school?"),
    "wie_daar": _("Met wie daar?"),
    "wie_hier": _("Wie van uw school?"),
    "waarover": _("Waarover ging het?"),
    "tekst": _("Uw tekst"),
    "motivering": _("De reden"),
    "doorbreking": _("Uw toelichting"),
    "bewijs": _("Het bewijs"),
    "opmerking": _("Opmerking"),
}
EERDER = "eerder_"  # beside a field that came filled in: what it said then


@dataclass(frozen=True, slots=True, kw_only=True)
class Getypt:
    """One field that was filled in, as its form called it."""

    naam: str | Promise
    tekst: str


class _Velden(HTMLParser):
    """Every field of a page in which somebody can type, with what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.staat: set[tuple[str, str]] = set()
        self._lang: str | None = None
        self._delen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = dict(attrs)
        naam = kenmerken.get("name") or ""
        if tag == "input":
            self.staat.add((naam, _kaal(kenmerken.get("value") or "")))
        elif tag == "textarea":
            self._lang, self._delen = naam, []

    def handle_data(self, data: str) -> None:
        if self._lang is not None:
            self._delen.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._lang is not None:
            self.staat.add((self._lang, _kaal("".join(self._delen))))
            self._lang = None


def render_met_getypt(
    request: HttpRequest,
    sjabloon: str,
    context: Mapping[str, Any],
    *,
    status: int,
    meer: Mapping[str, str | Promise] | None = None,
) -> HttpResponse:
    """The page; after a form that was refused with `verloren`, what was typed and stands nowhere on it any more."""
    antwoord = render(request, sjabloon, {**context, "verloren": []}, status=status)
    if request.method != "POST":
        return antwoord
    verloren = vind_verloren(request.POST, antwoord.content.decode(), {**VELDNAMEN, **(meer or {})})
    return render(request, sjabloon, {**context, "verloren": verloren}, status=status) if verloren else antwoord


def vind_verloren(gestuurd: Mapping[str, str], bron: str, namen: Mapping[str, str | Promise]) -> list[Getypt]:
    """What was typed and stands in no field of the page; nothing when that is only the day a form began with."""
    velden = _Velden()
    velden.feed(bron)
    velden.close()
    weg = {
        naam: tekst
        for naam in namen
        if (tekst := gestuurd.get(naam, "").strip())
        and (naam, _kaal(tekst)) not in velden.staat
        and _kaal(gestuurd.get(EERDER + naam, "")) != _kaal(tekst)
    }
    if set(weg.values()) <= {timezone.localdate().isoformat()}:
        return []
    return [Getypt(naam=namen[naam], tekst=_leesbaar(tekst)) for naam, tekst in weg.items()]


def _kaal(tekst: str) -> str:
    """A text without how its lines were broken: a browser changes that on the way."""
    return " ".join(tekst.split())


def _leesbaar(tekst: str) -> str:
    dag = lees_dag(tekst)
    return datum(dag) if dag is not None else tekst
