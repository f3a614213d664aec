"""Pages about pupils for who may see them, and the same pages that ask nobody and write nothing down.

The answer to who it is and what they may see is given beforehand, and the line in the log is not written; all the rest
of a page stays what it is.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bench.dossiers import ZONDER
from bench.meten import Taken
from passend.leerlingen.models import Leerling
from passend.leerlingen.permissions import get_inzage, why_may_break_glass, why_may_manage
from passend.overleggen.models import Overleg
from passend.profielen.permissions import why_may_read_profiel
from passend.toegang.models import Account
from passend.web import verzoek
from passend.web.leerlingen import lijst
from passend.web.leerlingen import verzoek as dossierverzoek

type Vast = Mapping[tuple[Any, str], Callable[..., Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A page, who opens it, and what stands in for each question about them."""

    wie: Account
    adres: str
    vast: Vast


def bladen(mensen: Mapping[str, Account], leerling: Leerling, kaal: Mapping[str, Callable[[], Any]]) -> dict[str, Blad]:
    """The pages by name; `kaal` has the pupils of each person as a bare query."""
    school = leerling.vestiging
    van_school = {"code": school.code}
    dossier = reverse("dossier", kwargs={**van_school, "sleutel": leerling.sleutel})
    leerlingen = reverse("leerlingen", kwargs=van_school)
    return {
        "dossier van ib": Blad(wie=mensen["ib"], adres=dossier, vast=_dossier(mensen["ib"], leerling)),
        "dossier van ouder": Blad(wie=mensen["ouder"], adres=dossier, vast=_dossier(mensen["ouder"], leerling)),
        "leerlingenlijst van ib": Blad(
            wie=mensen["ib"], adres=leerlingen, vast=_lijst(mensen["ib"], leerling, kaal["ib"])
        ),
        "leerlingenlijst van leerkracht": Blad(
            wie=mensen["leerkracht"],
            adres=leerlingen,
            vast=_lijst(mensen["leerkracht"], leerling, kaal["leerkracht"]),
        ),
        "zoeken van leerkracht": Blad(
            wie=mensen["leerkracht"],
            adres=f"{leerlingen}?q=Kind",
            vast=_lijst(mensen["leerkracht"], leerling, kaal["leerkracht"]),
        ),
        "kinderen van ouder": Blad(
            wie=mensen["ouder"], adres=reverse("kinderen"), vast=_kinderen(leerling, kaal["ouder"])
        ),
    }


def taken(alle: Mapping[str, Blad]) -> Taken:
    """Each page with its questions and without."""
    uit: Taken = {}
    for naam, blad in alle.items():
        client = Client()
        client.force_login(blad.wie)
        uit[naam] = _met(client, blad)
        uit[f"{naam}, {ZONDER}"] = _zonder(client, blad)
    return uit


def _met(client: Client, blad: Blad) -> Callable[[], None]:
    return lambda: _vraag(client, blad.adres)


def _zonder(client: Client, blad: Blad) -> Callable[[], None]:
    def vraag() -> None:
        with ExitStack() as samen:
            for (module, naam), antwoord in blad.vast.items():
                samen.enter_context(patch.object(module, naam, antwoord))
            _vraag(client, blad.adres)

    return vraag


def _vraag(client: Client, adres: str) -> None:
    if client.get(adres).status_code != 200:
        raise RuntimeError(f"{adres} gaf geen bladzijde.")


def _altijd(antwoord: object) -> Callable[..., Any]:
    return lambda *_args, **_meer: antwoord


def _dossier(wie: Account, leerling: Leerling) -> Vast:
    inzage = get_inzage(wie, leerling, op=timezone.localtime())
    return {
        (dossierverzoek, "require_inzage"): _altijd(inzage),
        (dossierverzoek, "log_inzage"): _altijd(None),
    }


def _lijst(wie: Account, leerling: Leerling, kaal: Callable[[], Any]) -> Vast:
    school, op = leerling.vestiging, timezone.localtime()
    return {
        (verzoek, "why_may_read_profiel"): _altijd(why_may_read_profiel(wie, school, peildatum=op.date())),
        (lijst, "visible_leerlingen"): lambda *_args, **_meer: kaal(),
        (lijst, "why_may_manage"): _altijd(why_may_manage(wie, school, op=op)),
        (lijst, "why_may_break_glass"): _altijd(why_may_break_glass(wie, school, op=op)),
        (lijst, "log_zoeken"): _altijd(None),
        (lijst, "log_lijst"): _altijd(None),
    }


def _kinderen(leerling: Leerling, kaal: Callable[[], Any]) -> Vast:
    return {
        (lijst, "visible_leerlingen"): lambda *_args, **_meer: kaal(),
        (lijst, "log_kinderen"): _altijd(None),
        (lijst, "visible_overleggen"): lambda *_args, **_meer: Overleg.objects.filter(leerling=leerling),
    }
